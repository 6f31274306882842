"""Where: names in the gazetteer and the vocabulary, with containment and precision."""
