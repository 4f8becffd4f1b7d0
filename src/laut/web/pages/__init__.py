"""The pages: each takes a request, asks the ledger, and is written by its template."""
