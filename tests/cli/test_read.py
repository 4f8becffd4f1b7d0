import json
import re
from pathlib import Path

import pytest

from tests.cli.shell import Done, laut, watched
from tests.intake.site import Site, serving

TEXT = "Laut Polizei wurde niemand verletzt. „Wir prüfen das“, sagte ein Sprecher."
FOREIGN = b"The minister said on Tuesday that he had not known about any of the costs."
ESCAPE = "\x1b["


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "artikel.txt"
    path.write_text(TEXT, "utf-8")
    return path


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    lines = [json.dumps({"id": str(n), "text": f"{n}. {TEXT}"}) for n in range(40)]
    path = tmp_path / "archiv.jsonl"
    path.write_text("\n".join([*lines, "kaputt"]), "utf-8")
    return path


def _one_line(done: Done) -> str:
    """The one line on standard error; nothing on standard output."""
    assert done.out == ""
    assert done.err.endswith("\n")
    assert done.err.count("\n") == 1
    assert "Traceback" not in done.err
    return done.err.removesuffix("\n")


def test_a_piped_article_is_plain_text_of_eighty_columns(article: Path) -> None:
    done = laut("read", article)
    assert (done.status, done.err) == (0, "")
    assert "niemand verletzt" in done.out
    assert ESCAPE not in done.out
    assert max(map(len, done.out.splitlines())) <= 80


def test_the_width_can_be_given(article: Path) -> None:
    wide = laut("read", article, "--width", "120").out
    narrow = laut("read", article, "--width", "40").out
    assert max(map(len, narrow.splitlines())) <= 40
    assert 40 < max(map(len, wide.splitlines())) <= 120


def test_a_piped_table_is_for_programs_and_shortens_nothing(article: Path) -> None:
    head, first, *_ = laut("read", "--format", "table", article).out.splitlines()
    assert head.split("\t")[:2] == ["Artikel", "Nr."]
    assert len(first.split("\t")) == len(head.split("\t"))
    assert "…" not in first.split("\t")[5]


def test_a_table_with_a_width_is_set_in_columns(article: Path) -> None:
    done = laut("read", "--format", "table", article, "--width", "60")
    assert "\t" not in done.out
    assert max(map(len, done.out.splitlines())) <= 60


def test_json_is_the_reading_a_line_each(article: Path, archive: Path) -> None:
    done = laut("read", "--format", "json", article, archive)
    readings = [json.loads(line) for line in done.out.splitlines()]
    assert len(readings) == 41
    assert readings[0]["article"]["text"] == TEXT
    assert [r["article"]["id"] for r in readings[1:3]] == ["0", "1"]


@pytest.mark.parametrize("form", ["text", "table", "html"])
def test_every_form_shows_the_words(article: Path, form: str) -> None:
    done = laut("read", "--format", form, article)
    assert done.status == 0
    assert "Wir prüfen das" in done.out


def test_reasons_come_where_they_are_asked_for(article: Path) -> None:
    text = laut("read", article, "--explain").out
    assert re.search(r"Nennung +[\w ]+: ", text)
    assert "(Tabelle acts, Zeile" in text
    assert "Nennung" not in laut("read", article).out


def test_reasons_are_a_key_of_json_and_fold_in_html(article: Path) -> None:
    plain, explained = (
        json.loads(laut("read", article, "--format", "json", *words).out)
        for words in ((), ("--explain",))
    )
    reasons = explained.pop("reasons")
    assert explained == plain
    assert [why["quotation"] for why in reasons] == [
        quotation["id"] for quotation in plain["quotations"]
    ]
    assert all(why["act"] and why["identity"] for why in reasons)
    assert "<details" in laut("read", article, "--format", "html", "--explain").out


def test_a_table_has_no_room_for_reasons(article: Path) -> None:
    done = laut("read", article, "--format", "table", "--explain")
    assert done.status == 2
    assert "--explain braucht text, json, html" in _one_line(done)


@pytest.mark.parametrize("form", ["text", "table", "html"])
def test_every_form_speaks_english(article: Path, form: str) -> None:
    english = laut("read", article, "--format", form, "--lang", "en").out
    assert "indirect" in english
    assert "Wir prüfen das" in english
    for german in ("indirekt", "Stimme", "Stelle", "Quelle"):
        assert german not in english


def test_failures_are_told_in_english(tmp_path: Path) -> None:
    done = laut("read", tmp_path / "fehlt.txt", LC_ALL="en_GB.UTF-8")
    assert _one_line(done).endswith("There is no such file. Please check the path.")
    done = laut("read", "-", "--lang", "en", given=FOREIGN)
    assert "seems to be English; only German is read" in _one_line(done)


def test_a_file_can_be_written_instead(article: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    done = laut("read", article, "--format", "json", "-o", target)
    assert done == (0, "", "")
    assert json.loads(target.read_bytes())["article"]["text"] == TEXT


def test_a_run_that_fails_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    target.write_text("alt", "utf-8")
    assert laut("read", tmp_path / "fehlt", "-o", target).status == 2
    assert target.read_text("utf-8") == "alt"


def test_a_file_that_cannot_be_written_is_one_line(
    article: Path, tmp_path: Path
) -> None:
    done = laut("read", article, "-o", tmp_path / "fehlt" / "x.txt")
    assert done.status == 2
    assert "Hierhin lässt sich nicht schreiben" in _one_line(done)


@pytest.mark.parametrize(
    "given", [TEXT, f"<html><p>{TEXT}", json.dumps({"text": TEXT})]
)
def test_standard_input_is_text_page_or_lines(given: str) -> None:
    done = laut("read", "-", "--format", "json", given=given.encode())
    assert json.loads(done.out)["article"]["text"] == TEXT


def test_who_types_the_text_is_told_how_to_end_it(tmp_path: Path) -> None:
    done = watched("read", "-", "-o", tmp_path / "out", watch_out=False, typed=TEXT)
    assert done.status == 0
    assert done.err.splitlines()[-1].startswith("Text eingeben; Ende mit Strg-D")
    assert "niemand verletzt" in (tmp_path / "out").read_text("utf-8")


def test_the_date_is_taken_where_the_input_has_none(article: Path) -> None:
    done = laut("read", article, "--published", "6.9.2022", "--format", "json")
    assert json.loads(done.out)["article"]["published"] == "2022-09-06"


def test_a_page_on_this_machine_is_read_where_that_is_allowed(site: Site) -> None:
    address = site.page("/a", f"<html><article><p>{TEXT}</p></article></html>")
    refused = laut("read", address)
    assert refused.status == 2
    assert _one_line(refused).startswith(f"laut: {address}: 127.0.0.1 liegt nicht")
    assert site.asked == []
    assert "niemand verletzt" in laut("read", "--allow-private", address).out


@pytest.fixture
def site() -> object:
    with serving() as site:
        yield site


def test_one_input_that_fails_is_one_line_and_status_two(tmp_path: Path) -> None:
    failing = {
        "fehlt.txt": (None, "gibt es nicht"),
        "leer.txt": (b"", "Es steht nichts darin."),
        "bild.png": (b"\x89PNG\r\n\x1a\n\0\0\0", "ein Bild, kein Text"),
        "leer.html": (b"<html></html>", "leer"),
        "fremd.txt": (FOREIGN, "Englisch"),
        "kaputt.jsonl": (b"{", "kein gültiges JSON"),
    }
    for name, (content, said) in failing.items():
        path = tmp_path / name
        if content is not None:
            path.write_bytes(content)
        done = laut("read", path)
        assert done.status == 2
        line = _one_line(done)
        assert line.startswith(f"laut: {path}")
        assert said in line


def test_a_date_that_cannot_be_read_is_one_line_and_status_two(article: Path) -> None:
    done = laut("read", article, "--published", "gestern")
    assert done.status == 2
    assert _one_line(done).startswith("laut: Das Datum „gestern“ ist nicht lesbar")


def test_of_many_inputs_the_failed_are_named_at_the_end_and_status_is_one(
    article: Path, archive: Path, tmp_path: Path
) -> None:
    done = laut("read", tmp_path / "fehlt", archive, article, "--format", "json")
    assert done.status == 1
    assert len(done.out.splitlines()) == 41
    lines = done.err.splitlines()
    assert lines[0] == "laut: 2 von 43 Eingaben konnten nicht gelesen werden:"
    assert lines[1].startswith(f"  {tmp_path / 'fehlt'}: ")
    assert lines[2].startswith(f"  {archive}:41: ")
    assert len(lines) == 3


def test_the_name_of_an_input_cannot_command_the_terminal() -> None:
    done = laut("read", "\x1b[31mrot\x07\n")
    assert _one_line(done).startswith("laut: [31mrot")


def test_colour_is_for_terminals_that_want_it(article: Path) -> None:
    assert f"{ESCAPE}1" in watched("read", article, watch_out=True).err
    plain = watched("read", article, watch_out=True, NO_COLOR="1").err
    assert not any(f"{ESCAPE}{n}" in plain for n in range(30, 50))
    assert "niemand verletzt" in re.sub(r"\x1b\[[?\d;]*[A-Za-z]", "", plain)


def test_many_inputs_show_a_bar_on_a_terminal_and_one_does_not(
    article: Path, archive: Path
) -> None:
    many = watched("read", archive, "--format", "json", watch_out=False)
    assert "/40" in many.err or "/41" in many.err
    assert len(many.out.splitlines()) == 40
    assert "konnte nicht gelesen werden" in many.err
    one = watched("read", article, "--format", "json", watch_out=False)
    assert one.err == ""


def test_the_bar_leaves_the_text_on_the_same_terminal_whole(archive: Path) -> None:
    shown = watched("read", archive, "--format", "json", watch_out=True).err
    lines = re.sub(r"\x1b\[[?\d;]*[A-Za-z]", "", shown).splitlines()
    found = [json.loads(line) for line in lines if line.startswith("{")]
    assert [reading["article"]["id"] for reading in found] == [*map(str, range(40))]


def test_a_terminal_that_knows_no_german_letters_is_no_reason_to_fail(
    article: Path,
) -> None:
    done = laut("read", article, PYTHONIOENCODING="ascii")
    assert (done.status, done.err) == (0, "")
    assert "niemand verletzt" in done.out
