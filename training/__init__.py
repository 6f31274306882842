"""Corpora to language model: prepares open corpora, trains the network, exports and scores it."""
