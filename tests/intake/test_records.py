import io
import json

from laut.errors import InputError
from laut.intake.records import articles_of_lines
from laut.model import Article


def _read(*lines: str | bytes, longest: int = 10_000) -> list[Article | InputError]:
    raw = b"\n".join(x.encode() if isinstance(x, str) else x for x in lines)
    lines_found = articles_of_lines("a.jsonl", io.BytesIO(raw), longest)
    return [found.article for found in lines_found if found.article]


def _said(found: Article | InputError) -> str:
    assert isinstance(found, InputError)
    return str(found)


def test_every_field_of_a_line_is_kept() -> None:
    fields = {
        "id": "a1",
        "title": "Ein Titel",
        "text": "Er kam.\r\nEr ging.",
        "published": "6. September 2022",
        "outlet": "Beispielblatt",
        "url": "https://blatt.example/1",
        "author": "Erika Muster",
        "other": [1, 2],
    }
    [article] = _read(json.dumps(fields))
    assert article == Article(
        id="a1",
        title="Ein Titel",
        text="Er kam.\nEr ging.",
        published="2022-09-06",
        outlet="Beispielblatt",
        url="https://blatt.example/1",
        author="Erika Muster",
    )


def test_only_the_text_must_be_there_and_nothing_may_be_null() -> None:
    empty = {"id": None, "title": None, "published": None, "outlet": None, "url": None}
    [short, long] = _read(
        '{"text": "Er kam."}', json.dumps(empty | {"text": "Er kam."})
    )
    assert short == long
    assert isinstance(short, Article)
    assert len(short.id) == 16


def test_a_number_as_id_is_kept_as_it_is_written() -> None:
    [article] = _read('{"id": 17, "text": "Er kam."}')
    assert isinstance(article, Article)
    assert article.id == "17"


def test_a_bad_line_is_named_by_its_number_and_the_others_are_read() -> None:
    found = _read(
        '{"text": "Eins."}',
        "kein JSON",
        "",
        '{"text": "Vier."}',
        '["eine Liste"]',
        '{"title": "ohne Text"}',
        '{"text": 7}',
        '{"text": "x", "published": "gestern"}',
        '{"text": "x", "published": 2022}',
        b'{"text": "abgeschnitt',
        b"[" * 5000,
        '{"text": "Zwölf."}',
    )
    texts = [article.text for article in found if isinstance(article, Article)]
    assert texts == ["Eins.", "Vier.", "Zwölf."]
    errors = [str(error) for error in found if isinstance(error, InputError)]
    places = [error.split(": ")[0] for error in errors]
    assert places == [f"a.jsonl:{n}" for n in (2, 5, 6, 7, 8, 9, 10, 11)]
    assert "kein gültiges JSON" in errors[0]
    assert "kein JSON-Objekt" in errors[1]
    assert "„text“ fehlt" in errors[2]
    assert "„text“ ist keine Zeichenkette" in errors[3]
    assert "„gestern“ ist nicht lesbar" in errors[4]


def test_a_line_beyond_the_limit_is_passed_over_and_the_next_is_read() -> None:
    long = '{"text": "' + "x" * 50_000 + '"}'
    [first, second, third] = _read('{"text": "a"}', long, '{"text": "b"}')
    assert isinstance(first, Article)
    assert _said(second).startswith("a.jsonl:2: Die Zeile ist länger als")
    assert isinstance(third, Article)
    assert third.text == "b"


def test_separators_that_are_no_line_ends_do_not_cut_a_line() -> None:
    [article] = _read('{"text": "Eins\u2028zwei\u0085drei"}')
    assert isinstance(article, Article)
    assert article.text == "Eins\nzwei\ndrei"


def test_a_mark_at_the_start_and_lines_in_cp1252_are_read() -> None:
    [first, second] = _read(
        b'\xef\xbb\xbf{"text": "a"}', '{"text": "für"}'.encode("cp1252")
    )
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert second.text == "für"


def test_a_lone_surrogate_costs_one_character() -> None:
    [article] = _read(r'{"text": "a\ud83db"}')
    assert isinstance(article, Article)
    assert article.text == "a\ufffdb"


def test_lines_are_read_as_they_come() -> None:
    class Endless(io.BytesIO):
        def readline(self, size: int | None = -1) -> bytes:
            del size
            return b'{"text": "Er kam."}\n'

    found = articles_of_lines("-", Endless(), 100)
    assert [next(found).name for _ in range(3)] == ["-:1", "-:2", "-:3"]
