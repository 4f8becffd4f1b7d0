"""The ledger: what was taken in and read, kept in a database, append-only.

`book` is the door: `open_book` gives a `Ledger`, through which everything is written
and read. `tables` is the scheme that those read who ask across articles; `records` are
the values that come out. Ids are hashes of content, so writing twice writes once.
Nothing is overwritten or deleted but rows that can be made again from what stays. Takes
the time from its callers; never looks at a clock or the environment.
"""
