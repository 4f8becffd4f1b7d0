"""Training: from corpora to the weights of the reader. Never imported by `laut`."""
