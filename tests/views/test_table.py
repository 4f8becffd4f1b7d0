import io
import re
from collections.abc import Callable, Iterable

import pytest
from hypothesis import given, strategies as st
from rich.cells import cell_len
from rich.console import Console

from laut.model import Reading
from laut.views.table import HEADER, print_fields, print_table
from laut.views.typography import harmless

from . import samples
from .oddities import odd_readings

Printer = Callable[[Iterable[Reading], Console], None]
odd = st.lists(odd_readings, max_size=3)


def shown(printer: Printer, readings: Iterable[Reading], width: int = 80) -> str:
    out = io.StringIO()
    printer(readings, Console(file=out, width=width))
    return out.getvalue()


def test_at_80_columns_the_middle_of_a_content_is_left_out() -> None:
    assert (
        shown(print_table, [samples.bridge()])
        == """\
Nr.  Quelle            Art         Signal      Inhalt                       Güte
1    Stadtverwaltung   indirekt    laut        Die … zum Frühjahr gesperrt  90 %
2    Karla Venn        wörtlich    sagte       „Wir haben … trage.“         90 %
3    Karla Venn        indirekt    berichtete  Der … seit Jahren wüchsen    90 %
4    Der Gutachter     indirekt    versichert  dass die … Jahren wüchsen    90 %
5    Karla Venn        Konjunktiv              Die … Hälfte übernehmen.     90 %
6    Die Anwohner de…  berichtet   kritisier…  Die Anwohner … ihren Türen.  90 %
7    ohne Angabe       indirekt    Es heißt    die Stadt … prüfen           90 %
"""
    )


def test_at_120_columns_there_is_more_of_it() -> None:
    table = shown(print_table, [samples.bridge()], 120).splitlines()
    assert table[0].split() == [*HEADER]
    assert "dass die Schäden seit Jahren wüchsen" in table[4]


def test_of_several_articles_each_has_its_title_over_its_rows() -> None:
    table = shown(print_table, [samples.bridge(), samples.talks()]).splitlines()
    assert table[1:3] == ["", "Rheinbrücke bei Leverfeld bis zum Frühjahr gesperrt"]
    assert table[10:12] == ["", "Gasabkommen vor der Unterschrift"]


@given(odd, st.integers(60, 130))
def test_any_readings_fit_the_width(readings: list[Reading], width: int) -> None:
    table = shown(print_table, readings, width)
    assert all(cell_len(line) <= width for line in table.split("\n"))
    rows = [line for line in table.splitlines() if re.match(r"\d+ .* %$", line)]
    assert len(rows) >= sum(len(reading.quotations) for reading in readings)


@given(odd)
def test_fields_are_a_line_a_quotation_and_always_as_many(
    readings: list[Reading],
) -> None:
    lines = shown(print_fields, readings).split("\n")
    assert lines.pop() == ""
    assert len(lines) == 1 + sum(len(reading.quotations) for reading in readings)
    assert {line.count("\t") for line in lines} == {len(HEADER)}


def test_fields_are_never_shortened() -> None:
    lines = shown(print_fields, [samples.bridge()]).splitlines()
    assert lines[3].split("\t") == [
        "Rheinbrücke bei Leverfeld bis zum Frühjahr gesperrt",
        "3",
        "Karla Venn",
        "indirekt",
        "berichtete",
        "Der Gutachter habe ihr versichert, dass die Schäden seit Jahren wüchsen",
        "90 %",
    ]


def test_fields_are_written_as_the_readings_come() -> None:
    out = io.StringIO()

    def watched() -> Iterable[Reading]:
        yield samples.bridge()
        assert "Karla Venn" in out.getvalue()
        yield samples.talks()

    print_fields(watched(), Console(file=out))
    assert "Diplomatenkreise" in out.getvalue()


@pytest.mark.parametrize("printer", [print_table, print_fields])
@given(readings=odd)
def test_nothing_foreign_gets_through_as_a_control(
    printer: Printer, readings: list[Reading]
) -> None:
    written = re.sub(r"[\n\t]", "", shown(printer, readings))
    assert harmless(written) == written


def test_an_article_without_title_goes_by_its_id() -> None:
    reading = samples.named("Das sei so, sagte er.", "er", "Olaf")
    assert shown(print_fields, [reading]).splitlines()[1].startswith(reading.article.id)
