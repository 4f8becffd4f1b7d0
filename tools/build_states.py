"""Writes the German names of states and their codes from CLDR, by Babel.

Run as `python -m tools.build_states [FOLDER]`; FOLDER holds the tables of German. Takes
the codes of `state_words.tsv`, writes `states.tsv`. Babel is needed here only: laut
reads the table. What ISO gives no code has no row.
"""

import sys
from importlib.metadata import version
from pathlib import Path

from babel import Locale

GERMAN = Path("src/laut/reading/german")


def states(codes: list[str]) -> str:
    """The table of the states with these codes, sorted by code."""
    names = Locale("de").territories
    rows = sorted((code, names[code]) for code in codes if code in names)
    head = (
        "# German names of states by ISO 3166-1 alpha-2 code, sorted by code.",
        "# code\tname",
        f"# CLDR (Unicode License), Babel {version('babel')}; by tools.build_states",
    )
    return "\n".join([*head, *("\t".join(row) for row in rows), ""])


def main(folder: Path) -> None:
    """Write `states.tsv` anew."""
    lines = (folder / "state_words.tsv").read_text("utf-8").splitlines()
    codes = [line.partition("\t")[0] for line in lines if line and line[0] != "#"]
    (folder / "states.tsv").write_text(states(codes), "utf-8")


if __name__ == "__main__":
    main(Path(*sys.argv[1:2]) if sys.argv[1:] else GERMAN)
