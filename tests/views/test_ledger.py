import io

import msgspec
from rich.console import Console

from laut.ledger.records import Counts, Hit
from laut.tongues import speaking
from laut.views.finds import print_hits
from laut.views.holdings import print_counts
from laut.views.records import json_line
from laut.views.typography import figure

COUNTS = Counts(
    articles=12345,
    versions=1,
    outlets=2,
    readings=12345,
    quotations=3,
    mentions=4,
    events=5,
    sources=6,
    judgements=0,
    first="2022-09-06",
    last="2023-03-08",
    readers=("de-1",),
    size=56_789_000,
)
HIT = Hit(
    article="17",
    key="k",
    version=2,
    title="Brücke\x1b[31m",
    outlet="Bote",
    url="",
    published="2022-09-06",
    passage="Die Brücke bleibe gesperrt, sagte die Bürgermeisterin am Montag.",
    marks=((4, 10),),
    score=1.5,
)


def console(width: int = 60) -> Console:
    return Console(file=io.StringIO(), width=width, force_terminal=False)


def shown(to: Console) -> list[str]:
    assert isinstance(to.file, io.StringIO)
    return to.file.getvalue().splitlines()


def test_what_a_ledger_holds_is_a_line_for_each_count() -> None:
    to = console()
    print_counts("a.sqlite", COUNTS, to)
    name, articles, *_, days, readers, size = shown(to)
    assert name == "a.sqlite"
    assert articles == "  Artikel                  12.345"
    assert days.split(maxsplit=1)[1] == "6. September 2022 – 8. März 2023"
    assert readers.endswith("de-1")
    assert size.endswith("57 MB")


def test_an_empty_ledger_has_no_days_and_no_readers() -> None:
    to = console()
    empty = msgspec.structs.replace(COUNTS, first="", last="", readers=())
    print_counts("a.sqlite", empty, to)
    assert "erschienen" not in "".join(shown(to))
    to = console()
    one_day = msgspec.structs.replace(COUNTS, last=COUNTS.first)
    print_counts("a.sqlite", one_day, to)
    assert "–" not in "".join(shown(to))


def test_a_find_is_title_dateline_and_passage() -> None:
    to = console()
    print_hits([HIT, msgspec.structs.replace(HIT, title="", version=1)], to)
    assert shown(to) == [
        "Brücke␛[31m",
        "    Bote · 6. September 2022 · Fassung 2 · 17",
        "    Die Brücke bleibe gesperrt, sagte die Bürgermeisterin am",
        "    Montag.",
        "",
        "Ohne Titel",
        "    Bote · 6. September 2022 · 17",
        "    Die Brücke bleibe gesperrt, sagte die Bürgermeisterin am",
        "    Montag.",
    ]


def test_nothing_found_is_said() -> None:
    to = console()
    print_hits([], to)
    assert shown(to) == ["Nichts gefunden."]


def test_a_record_is_one_line_of_json() -> None:
    line = json_line(HIT)
    assert line.endswith(b"}\n")
    assert msgspec.json.decode(line, type=Hit) == HIT


def test_thousands_stand_apart_as_the_language_has_them() -> None:
    assert figure(1234567) == "1.234.567"
    with speaking("en"):
        assert figure(1234567) == "1,234,567"
