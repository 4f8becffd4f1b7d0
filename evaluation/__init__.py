"""How good the readings are: corpora read with laut, scored, and held to floors.

Run from the root of the repository as `python -m evaluation`. The corpora and their
scorers are no part of the repository: they lie in a folder that `--shared` or
`LAUT_SHARED` names, else in `shared` beside the repository. A measure is a row of the
table in `evaluation.measures`; its floors stand in `floors.toml`.
"""
