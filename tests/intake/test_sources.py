import json
import os
import threading
from collections.abc import Iterable
from pathlib import Path

import pytest

from laut.config import Config
from laut.errors import ConfigError, InputError, NotFoundError
from laut.intake.sources import count, date_option, take
from laut.model import Article
from tests.intake.site import Answer, Site

TEXT = "Der Minister sagte, er werde kommen."
PAGE = (
    "<!doctype html><html><head><title>Titel</title>"
    '<meta property="article:published_time" content="2024-03-05T17:45:00+01:00">'
    f"</head><body><article><h1>Titel</h1><p>{TEXT}</p></article></body></html>"
)
LINE = json.dumps({"id": "a", "text": TEXT})


def _take(
    *names: str | Path, published: str = "", config: Config | None = None
) -> list[Article | InputError]:
    config = config or Config(allow_private=True, timeout=2)
    return list(take(map(str, names), config, published))


def _texts(found: Iterable[Article | InputError]) -> list[str]:
    return [f.text if isinstance(f, Article) else f"! {f}" for f in found]


def _file(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    raw = content if isinstance(content, bytes) else content.encode()
    path.write_bytes(raw)
    return path


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", TEXT),
        ("a", TEXT.encode("utf-16")),
        ("a.md", TEXT + "\r\n\r\n"),
        ("a.html", PAGE),
        ("a.HTM", PAGE.encode("cp1252")),
        ("saved", PAGE),
        ("a.jsonl", LINE + "\n"),
        ("a.ndjson", LINE),
        ("records.txt", LINE),
        ("wide.jsonl", (LINE + "\n").encode("utf-16")),
    ],
)
def test_every_kind_of_file_gives_its_article(
    tmp_path: Path, name: str, content: str | bytes
) -> None:
    assert _texts(_take(_file(tmp_path, name, content))) == [TEXT]


def test_a_folder_gives_what_is_in_it_in_order_and_names_what_is_no_text(
    tmp_path: Path,
) -> None:
    _file(tmp_path, "c.txt", "Drei.")
    _file(tmp_path, "b.jsonl", '{"text": "Eins."}\n{"text": "Zwei."}\n')
    _file(tmp_path, "d.pdf", b"%PDF-1.7")
    _file(tmp_path, ".e.txt", "verborgen")
    (tmp_path / "f").mkdir()
    _file(tmp_path, "f/g.rst", "Vier.")
    [one, two, three, error, four] = _texts(_take(tmp_path))
    assert [one, two, three, four] == ["Eins.", "Zwei.", "Drei.", "Vier."]
    assert error.startswith(f"! {tmp_path / 'd.pdf'}: Das ist eine PDF-Datei")


def test_an_input_that_is_missing_or_empty_is_an_error_in_its_place(
    tmp_path: Path,
) -> None:
    empty = _file(tmp_path, "leer.txt", "")
    blank = _file(tmp_path, "blank.html", " \n\n ")
    lines = _file(tmp_path, "leer.jsonl", "\n\n")
    folder = tmp_path / "ordner"
    folder.mkdir()
    good = _file(tmp_path, "gut.txt", TEXT)
    found = _take(tmp_path / "fehlt", empty, blank, lines, folder, good)
    assert isinstance(found[0], NotFoundError)
    assert [type(f).__name__ for f in found[1:5]] == ["UnreadableError"] * 4
    assert _texts(found)[-1] == TEXT
    assert str(found[1]) == f"{empty}: Es steht nichts darin."
    assert str(found[4]) == f"{folder}: Der Ordner ist leer."


def test_a_name_that_no_file_can_have_is_an_error_like_others() -> None:
    [long, odd] = _take("x" * 5000, "a\nb")
    assert isinstance(long, InputError)
    assert isinstance(odd, NotFoundError)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_without_rights_is_an_error(tmp_path: Path) -> None:
    path = _file(tmp_path, "a.txt", TEXT)
    path.chmod(0)
    assert "es fehlen die Rechte" in str(_take(path)[0])


def test_a_file_beyond_the_limit_is_an_error_but_lines_are_limited_one_by_one(
    tmp_path: Path,
) -> None:
    config = Config(max_bytes=1000)
    big = _file(tmp_path, "a.txt", "Wort " * 500)
    lines = _file(tmp_path, "a.jsonl", (LINE + "\n") * 100)
    found = _take(big, lines, config=config)
    assert str(found[0]) == f"{big}: Die Datei ist größer als 0.001 MB."
    assert len(found) == 101


def test_a_foreign_text_is_an_error_among_german_ones(tmp_path: Path) -> None:
    foreign = "The minister said on Tuesday that he had not known about the costs, and"
    lines = [{"text": TEXT}, {"text": foreign + " that he would resign."}]
    path = _file(tmp_path, "a.jsonl", "\n".join(map(json.dumps, lines)))
    [good, bad] = _texts(_take(path))
    assert good == TEXT
    assert bad.startswith(f"! {path}:2: Der Text scheint Englisch zu sein")


def test_a_text_of_nothing_but_unseen_characters_is_an_error(tmp_path: Path) -> None:
    [error] = _take(_file(tmp_path, "a.txt", "\u200b\u00ad \n"))
    assert isinstance(error, InputError)


def test_the_date_given_fills_only_what_has_none(tmp_path: Path) -> None:
    page = _file(tmp_path, "a.html", PAGE)
    text = _file(tmp_path, "a.txt", TEXT)
    found = _take(page, text, published="6. September 2022")
    dates = [f.published for f in found if isinstance(f, Article)]
    assert dates == ["2024-03-05T17:45:00+01:00", "2022-09-06"]


def test_a_date_that_cannot_be_read_is_said_before_anything_is_opened() -> None:
    with pytest.raises(
        ConfigError, match="„gestern“ ist nicht lesbar; lesbar ist: 2022"
    ):
        take(["fehlt"], Config(), "gestern")
    assert date_option("") == ""


def test_articles_come_as_they_are_asked_for(tmp_path: Path) -> None:
    good = _file(tmp_path, "a.txt", TEXT)
    found = take([str(good), str(tmp_path / "later.txt")], Config())
    assert isinstance(next(found), Article)
    _file(tmp_path, "later.txt", "Später.")
    assert isinstance(next(found), Article)


def test_a_pipe_is_read_like_a_file(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_text, args=(TEXT, "utf-8"))
    writer.start()
    assert _texts(_take(pipe)) == [TEXT]
    writer.join()
    assert count([str(pipe)]) == 1


def test_a_web_page_is_an_article_with_address_and_time_of_retrieval(
    site: Site,
) -> None:
    site.page("/b", PAGE)
    [article] = _take(site.redirect("/a", "/b"))
    assert isinstance(article, Article)
    assert (article.title, article.text) == ("Titel", TEXT)
    assert article.url == site.address("/b")
    assert article.published == "2024-03-05T17:45:00+01:00"
    assert article.retrieved


@pytest.mark.parametrize(
    ("media", "body"),
    [
        ("text/plain; charset=iso-8859-1", TEXT.encode("latin-1")),
        ("text/plain", PAGE.encode()),
        ("application/x-ndjson", LINE.encode()),
        ("application/octet-stream", LINE.encode()),
        ("", PAGE.encode()),
    ],
)
def test_what_is_fetched_is_read_by_what_it_is(
    site: Site, media: str, body: bytes
) -> None:
    site.answers["/a"] = Answer(200, {"Content-Type": media}, [body])
    [article] = _take(site.address("/a"))
    assert isinstance(article, Article)
    assert article.text == TEXT
    assert article.retrieved


def test_an_empty_web_page_is_an_error(site: Site) -> None:
    [error] = _take(site.page("/a", ""))
    assert isinstance(error, InputError)
    assert error.name == site.address("/a")


def test_an_address_that_fails_does_not_stop_the_next(site: Site) -> None:
    found = _take(site.address("/fehlt"), "ftp://x/", site.page("/a", PAGE))
    kinds = [type(f).__name__ for f in found]
    assert kinds == ["NotFoundError", "ForbiddenError", "Article"]


def test_private_addresses_need_to_be_allowed(site: Site) -> None:
    [error] = _take(site.page("/a", PAGE), config=Config())
    assert "--allow-private" in str(error)
    assert site.asked == []


def test_what_will_come_is_counted_without_reading_it(tmp_path: Path) -> None:
    _file(tmp_path, "a.txt", TEXT)
    _file(tmp_path, "b.jsonl", f"{LINE}\n{LINE}\n{LINE}")
    assert count([str(tmp_path)]) == 4
    assert count([str(tmp_path), "https://blatt.example/", "fehlt"]) == 6
    assert count([str(tmp_path), "-"]) is None


def test_an_empty_name_is_an_error_and_not_this_folder() -> None:
    [error] = take([""], Config(), "")
    assert isinstance(error, InputError)
    assert str(error) == "„“: Hier fehlt der Name einer Eingabe."
