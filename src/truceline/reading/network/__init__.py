"""From text to sentences: splitting, word pieces, the tree and what the network says."""
