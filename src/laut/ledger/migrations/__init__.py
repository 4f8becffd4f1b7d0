"""How the scheme of a ledger came to be: one file in `versions` for each step.

Alembic runs `env.py`, and this the steps that a database lacks. A step never changes
once it is released; it says in full what it does, and imports nothing from laut.
"""
