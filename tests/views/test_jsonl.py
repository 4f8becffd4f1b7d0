import json

import msgspec
import pytest
from hypothesis import given

from laut.errors import UnreadableError
from laut.model import Reading, article_of
from laut.views.jsonl import from_line, to_line

from . import samples
from .oddities import odd_readings


@given(odd_readings)
def test_a_reading_comes_back_as_it_was(reading: Reading) -> None:
    try:
        msgspec.json.encode(reading)
    except UnicodeEncodeError:
        return  # lone surrogates have no JSON; another test holds what becomes of them
    assert from_line(to_line(reading)) == reading


@given(odd_readings)
def test_a_reading_is_one_line_of_utf_8(reading: Reading) -> None:
    line = to_line(reading)
    assert b"\n" not in line
    assert from_line(line + b"\n").quotations == reading.quotations


@pytest.mark.parametrize("reading", [samples.bridge(), samples.talks(), samples.bare()])
def test_samples_come_back(reading: Reading) -> None:
    assert from_line(to_line(reading)) == reading


def test_the_form_has_every_field_under_its_name() -> None:
    form = json.loads(to_line(samples.talks()))
    assert form["article"]["title"] == "Gasabkommen vor der Unterschrift"
    quotation = form["quotations"][1]
    assert quotation["content"] == [[100, 142]]
    assert quotation["parent"] is None
    assert quotation["attribution"] == {
        "source": {
            "name": "Diplomat",
            "kind": "state",
            "identity": "unnamed",
            "country": "NO",
        },
        "via": [
            {"name": "NPA", "how": "reported_by", "span": [224, 227]},
            {"name": "Sitzungsprotokolle", "how": "cites", "span": None},
        ],
        "act": "predict",
        "factuality": "PR+",
        "distanced": True,
    }


def test_reasons_are_a_key_of_their_own_and_come_back() -> None:
    line = to_line(samples.explained())
    form, plain = json.loads(line), json.loads(to_line(samples.arms()))
    assert form.pop("reasons")[0]["factuality"] == "ohne Einschränkung gesagt"
    assert form == plain
    assert from_line(line) == samples.explained()


def test_lone_surrogates_cost_themselves_and_no_offset() -> None:
    reading = Reading(article=article_of("a\ud800b", id="x"), reader="r")
    assert from_line(to_line(reading)).article.text == "a?b"


@pytest.mark.parametrize("line", [b"", b"{", b"[]", b'{"reader": 3}', b"\xff\xfe"])
def test_a_line_that_holds_no_reading_says_so(line: bytes) -> None:
    with pytest.raises(UnreadableError, match="keine Lesung in der JSON-Form"):
        from_line(line)
