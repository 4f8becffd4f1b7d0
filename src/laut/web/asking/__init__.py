"""What pages ask the ledger: one module for each kind of question.

Functions from a connection and plain words to page records; they only read, and ask no
more than a page shows, so that they stay fast where the ledger is large.
"""
