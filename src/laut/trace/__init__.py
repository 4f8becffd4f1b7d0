"""Questions across articles: what makes the same claim, and what became of it.

Everything here is a pure function of records: no network, clock, chance, database or
file outside the package. What the ledger keeps is given in, what is found is given
back; nothing is written.
"""
