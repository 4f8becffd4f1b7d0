"""The steps of the reading: one file, one function `Draft -> Draft` each."""
