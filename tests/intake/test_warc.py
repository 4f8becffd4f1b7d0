import gzip
import io
from collections.abc import Callable, Sequence

import pytest

from laut.errors import InputError
from laut.intake.found import Found
from laut.intake.warc import articles_in_archive
from laut.model import Article
from tests.intake.archives import answer, packed, plain, records

LIMIT = 1_000_000
Packing = Callable[[Sequence[bytes]], bytes]

in_both_packings = pytest.mark.parametrize("pack", [plain, packed])


def found(raw: bytes, limit: int = LIMIT) -> list[Found]:
    return list(articles_in_archive("a.warc", io.BytesIO(raw), limit))


def titles(results: list[Found]) -> list[str]:
    return [r.article.title for r in results if isinstance(r.article, Article)]


def failed(results: list[Found]) -> list[str]:
    return [str(r.article) for r in results if isinstance(r.article, InputError)]


@in_both_packings
def test_every_page_of_an_archive_is_an_article(pack: Packing) -> None:
    results = found(pack(records("Eins", "Zwei")))
    assert titles(results) == ["Eins", "Zwei"]
    assert [r.name for r in results] == ["a.warc:3", "a.warc:5"]
    article = results[0].article
    assert isinstance(article, Article)
    assert article.text.startswith("Die Brücke bleibe gesperrt")
    assert article.retrieved == "2022-09-06T12:00:00+00:00"
    assert article.url == "https://bote.example/Eins"


def test_an_archive_may_be_packed_as_a_whole() -> None:
    raw = gzip.compress(plain(records("Eins", "Zwei")))
    assert titles(found(raw)) == ["Eins", "Zwei"]


def test_records_may_be_longer_than_what_is_read_at_once() -> None:
    raw = plain(records("Eins", "Zwei", length=300_000))
    assert titles(found(raw)) == ["Eins", "Zwei"]


@in_both_packings
def test_of_a_damaged_record_is_told_and_the_others_are_read(pack: Packing) -> None:
    parts = records("Eins", "Zwei", "Drei")
    begin, damaged, end = pack(parts[:4]), pack(parts[4:5]), pack(parts[5:])
    for raw in (_spoilt(damaged), damaged[:200]):
        results = found(begin + raw + end)
        assert titles(results) == ["Eins", "Drei"]
        assert failed(results)[0] == (
            "a.warc:5: Der Datensatz des Archivs ist beschädigt oder zu lang."
        )


def _spoilt(raw: bytes) -> bytes:
    """The record with its length, or what tells it, made unreadable."""
    at = max(raw.find(b"Content-Length"), 30)
    return raw[:at] + bytes(b ^ 0x55 for b in raw[at : at + 20]) + raw[at + 20 :]


@in_both_packings
def test_an_archive_that_is_cut_off_is_read_as_far_as_it_goes(pack: Packing) -> None:
    results = found(pack(records("Eins", "Zwei"))[:-60])
    assert titles(results) == ["Eins"]
    assert len(failed(results)) == 1


@pytest.mark.parametrize("length", [b"7", b"99999999"])
def test_a_length_that_is_wrong_spoils_one_record_only(length: bytes) -> None:
    parts = records("Eins", "Zwei", "Drei")
    head, _, rest = parts[4].partition(b"Content-Length: ")
    _, _, rest = rest.partition(b"\r\n")
    parts[4] = head + b"Content-Length: " + length + b"\r\n" + rest
    results = found(plain(parts))
    assert titles(results) == ["Eins", "Drei"]
    assert len(failed(results)) == 1


class _Pipe(io.BytesIO):
    """A stream that cannot go back."""

    def seekable(self) -> bool:
        return False


def test_a_pipe_goes_on_behind_what_is_damaged() -> None:
    parts = records("Eins", "Zwei", "Drei")
    raw = packed(parts[:4]) + b"\x1f\x8b\x08kaputt" + packed(parts[5:])
    assert titles(list(articles_in_archive("-", _Pipe(raw), LIMIT))) == ["Eins", "Drei"]


def test_a_record_that_is_too_long_is_told() -> None:
    results = found(plain(records("Eins", "Zwei", length=5000)), limit=4000)
    assert titles(results) == []
    assert len(failed(results)) == 2


@pytest.mark.parametrize(
    ("status", "media_type"),
    [("404 Not Found", "text/html"), ("200 OK", "image/png"), ("200 OK", "")],
)
def test_what_is_no_page_is_passed_over(status: str, media_type: str) -> None:
    assert found(answer(status, media_type, b"<p>Nein</p>")) == []


def test_a_plain_text_is_an_article_too() -> None:
    text = "Das Wasser steige, sagte die Bürgermeisterin."
    raw = answer("200 OK", "text/plain; charset=ISO-8859-1", text.encode("latin-1"))
    [result] = found(raw)
    assert isinstance(result.article, Article)
    assert result.article.text == text


def test_a_page_without_an_article_is_told() -> None:
    [result] = found(answer("200 OK", "text/html", b"<html><body></body></html>"))
    assert "kein Artikel" in str(result.article)


def test_a_record_with_a_broken_answer_is_told() -> None:
    raw = answer("200 OK", "text/html", b"x").replace(
        b"HTTP/1.1 200 OK", b"Guten Tag!!!!!!"
    )
    assert len(failed(found(raw))) <= 1


def test_nothing_is_in_what_is_no_archive() -> None:
    assert found(b"") == []
    assert found(b"Liebe Erika") == []
    assert len(failed(found(b"\x1f\x8b\x08kaputt"))) == 1
