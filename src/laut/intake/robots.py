"""What a site asks programs to leave alone: `robots.txt`, as RFC 9309 has it.

Takes the text of the file and the name of a program, answers whether a path may be
asked for and how long to wait in between. Pure. Of the groups the one that names the
program counts, else the one for all; of its lines the longest that fits, and where two
are as long, the one that allows.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

_LINE = re.compile(r"\s*(?P<field>[\w-]+)\s*:\s*(?P<value>[^#]*)")
_RULES = ("allow", "disallow")
_EVERYBODY = "*"


class Rule(NamedTuple):
    """A pattern of paths, and whether they may be asked for."""

    pattern: str
    allows: bool

    def fits(self, path: str) -> bool:
        """Whether the path is one of these."""
        return bool(_expression(self.pattern).match(path))


class Rules(NamedTuple):
    """What holds for one program on one site.

    Attributes:
        rules: those of its group.
        delay: seconds to wait between two requests; 0 where nothing is said.
    """

    rules: tuple[Rule, ...] = ()
    delay: float = 0.0

    def allows(self, path: str) -> bool:
        """Whether a path, with its query, may be asked for."""
        fitting = [rule for rule in self.rules if rule.fits(path)]
        best = max(fitting, key=lambda r: (len(r.pattern), r.allows), default=None)
        return best is None or best.allows


NOTHING_SAID = Rules()
NOTHING_ALLOWED = Rules((Rule("/", allows=False),))


def rules_of(text: str, program: str) -> Rules:
    """The rules of a file for a program."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for names, field, value in _said(text):
        for name in names:
            groups.setdefault(name, []).append((field, value))
    said = groups.get(program.lower(), groups.get(_EVERYBODY, []))
    rules = (Rule(value, field == "allow") for field, value in said if field in _RULES)
    delays = (_seconds(value) for field, value in said if field == "crawl-delay")
    return Rules(tuple(rule for rule in rules if rule.pattern), max(delays, default=0))


def _said(text: str) -> Iterator[tuple[tuple[str, ...], str, str]]:
    """Every line of a group, with the programs that the group is for."""
    names: list[str] = []
    heading = False
    for field, value in _fields(text.splitlines()):
        if field == "user-agent":
            names = [*names, value.lower()] if heading else [value.lower()]
            heading = True
        else:
            heading = False
            yield tuple(names), field, value


def _fields(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    for line in lines:
        found = _LINE.match(line)
        if found:
            yield found["field"].lower(), found["value"].strip()


def _seconds(value: str) -> float:
    try:
        return max(0.0, float(value))
    except ValueError:
        return 0.0


@cache
def _expression(pattern: str) -> re.Pattern[str]:
    end = "$" if pattern.endswith("$") else ""
    parts = pattern.removesuffix("$").split("*")
    return re.compile(".*".join(map(re.escape, parts)) + end)
