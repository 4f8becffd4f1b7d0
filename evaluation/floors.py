"""Floors: what a figure must not fall below, and on which files it was measured.

`floors.toml` holds a table for each measure: the SHA-256 of its files, and the floor of
each figure that is held. Floors are raised when readings get better and never lowered;
a test compares them with every earlier state in git. Figures are compared as scorers
print them, with one decimal.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import msgspec

from evaluation.corpora import digest
from evaluation.errors import EvaluationError
from evaluation.measures import MEASURES, Bench, Measure

FLOORS = Path(__file__).with_name("floors.toml")

SLACK = 1.0
"""From how many points above its floor on a figure is called raisable."""


class Pinned(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The floors of one measure.

    Attributes:
        files: SHA-256 of every file that it was measured on, by its path in `shared`.
        floors: the least that each figure may be, in percent.
    """

    files: dict[str, str]
    floors: dict[str, float]


Floors = Mapping[str, Pinned]
"""Floors by the name of the measure."""


class Verdict(NamedTuple):
    """A figure beside its floor; `figure` is None where the measure lacks it."""

    measure: str
    name: str
    figure: float | None
    floor: float

    @property
    def holds(self) -> bool:
        """Whether the figure is at its floor or above."""
        return self.figure is not None and self.figure >= self.floor


def parsed(text: str) -> Floors:
    """The floors that a TOML text holds.

    Raises:
        EvaluationError: it has another form.
    """
    try:
        return msgspec.toml.decode(text, type=dict[str, Pinned])
    except msgspec.DecodeError as error:
        raise EvaluationError(f"floors: {error}") from error


def verdicts(floors: Floors, bench: Bench) -> Iterator[Verdict]:
    """Measure what has floors, and hold every figure to its own.

    Raises:
        EvaluationError: a floor is for a measure that there is not, or a file is
            another one than the floors were measured on.
    """
    measures = {measure.name: measure for measure in MEASURES}
    for name, pinned in floors.items():
        if name not in measures:
            raise EvaluationError(f"floors: there is no measure {name!r}")
        yield from _held(measures[name], pinned, bench)


def lowered(before: Floors, after: Floors) -> list[str]:
    """What `after` demands less than `before`, a sentence each.

    Floors measured on other files than before are not compared.
    """
    found = []
    for name, old in before.items():
        new = after.get(name)
        if new is None:
            found.append(f"{name} has no floors any more")
        elif new.files == old.files:
            found += _fallen(name, old.floors, new.floors)
    return found


def shown(verdict: Verdict) -> str:
    """One line of a table of verdicts."""
    figure = "  n/a" if verdict.figure is None else f"{verdict.figure:5.1f}"
    remark = "holds"
    if not verdict.holds:
        remark = "BELOW ITS FLOOR"
    elif verdict.figure is not None and verdict.figure - verdict.floor >= SLACK:
        remark = "holds, may be raised"
    name = f"{verdict.measure:18} {verdict.name:10}"
    return f"{name} {figure}   floor {verdict.floor:5.1f}   {remark}"


def _held(measure: Measure, pinned: Pinned, bench: Bench) -> Iterator[Verdict]:
    if set(pinned.files) != set(measure.files):
        raise EvaluationError(f"floors: {measure.name} is measured on other files")
    for name, expected in pinned.files.items():
        if digest(bench.shared / name) != expected:
            raise EvaluationError(
                f"{name} is not the file that the floors of {measure.name} were "
                "measured on; measure again and pin both anew"
            )
    figures = measure.score(bench).figures
    for name, floor in pinned.floors.items():
        yield Verdict(measure.name, name, figures.get(name), floor)


def _fallen(
    measure: str, old: Mapping[str, float], new: Mapping[str, float]
) -> Iterator[str]:
    for name, floor in old.items():
        now = new.get(name)
        if now is None or now < floor:
            yield f"{measure} {name} was {floor} and is {now}"
