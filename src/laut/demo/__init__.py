"""The collection to try laut on, written for it, and what must be found in it."""
