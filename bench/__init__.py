"""How fast it is, each time against a peer in the same run: `make bench`.

Speeds differ between machines and hours; ratios within a run differ less. Nothing here
is a test, and no test measures time.
"""
