from collections.abc import Iterator
from pathlib import Path

import pytest

from laut.config import Config
from laut.errors import ConfigError, FetchError, InputError, UnreadableError
from laut.intake import gather as module
from laut.intake.found import Found, Note
from laut.intake.gather import count_all, gather, in_turn
from laut.model import Article
from tests.intake.archives import PAGE, packed, plain, records
from tests.intake.feedpages import WHOLE, Entry, rss
from tests.intake.site import Answer, Site

QUICK = Config(allow_private=True, pause=0)


class Memory:
    """Remembers what it is told to, as a ledger does."""

    def __init__(self) -> None:
        self.notes: dict[str, Note] = {}

    def __call__(self, address: str) -> Note:
        return self.notes.get(address, Note(address=address))

    def keep(self, results: list[Found]) -> list[Found]:
        self.notes |= {r.note.address: r.note for r in results if r.note}
        return results


def texts(results: list[Found]) -> list[str]:
    return [r.article.text for r in results if isinstance(r.article, Article)]


def errors(results: list[Found]) -> list[InputError]:
    return [r.article for r in results if isinstance(r.article, InputError)]


def put_up(site: Site, path: str, *entries: Entry, **headers: str) -> str:
    site.answers[path] = Answer(
        headers={"Content-Type": "application/rss+xml"} | headers,
        body=[rss(entries).encode()],
    )
    return site.address(path)


def page(site: Site, path: str, title: str) -> Entry:
    """A page, and the entry of a feed that leads to it."""
    return Entry(site.page(path, PAGE.format(title=title)), title, teaser="Kurz.")


def test_what_is_read_is_gathered_too(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Laut Polizei wurde niemand verletzt.")
    (tmp_path / "b.txt").write_bytes(b"")
    [found, empty] = gather([str(tmp_path)], QUICK, "6.9.2022")
    assert isinstance(found.article, Article)
    assert found.article.published == "2022-09-06"
    assert isinstance(empty.article, UnreadableError)
    with pytest.raises(ConfigError):
        gather([], QUICK, "bald")


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz", "a.bin"])
def test_archives_are_known_by_their_name_or_beginning(
    tmp_path: Path, name: str
) -> None:
    pack = plain if name == "a.warc" else packed
    (tmp_path / name).write_bytes(pack(records("Eins", "Zwei")))
    results = list(gather([str(tmp_path / name)], QUICK))
    assert len(texts(results)) == 2


def test_an_archive_without_a_page_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(plain(records()))
    [found] = gather([str(tmp_path / "a.warc")], QUICK)
    assert "Es steht nichts darin" in str(found.article)


def test_a_feed_leads_to_its_pages_and_carries_what_it_carries(site: Site) -> None:
    entries = [page(site, "/1", "Eins"), Entry(site.address("/2"), "Zwei", WHOLE)]
    results = list(gather([put_up(site, "/feed", *entries)], QUICK))
    assert [r.name for r in results] == [
        site.address("/1"),
        site.address("/2"),
        site.address("/feed"),
    ]
    assert len(texts(results)) == 2
    first = results[0].article
    assert isinstance(first, Article)
    assert (first.title, first.url) == ("Eins", site.address("/1"))
    assert first.retrieved != ""
    assert "/2" not in [path for path, _ in site.asked]


def test_what_a_page_does_not_say_its_entry_does(site: Site) -> None:
    address = site.page("/1", "<p>Laut Polizei wurde niemand verletzt.</p>" * 3)
    entry = Entry(
        address, "Titel", teaser="…", published="Tue, 06 Sep 2022 14:05 +0200"
    )
    [found, _] = gather([put_up(site, "/feed", entry)], QUICK)
    assert isinstance(found.article, Article)
    assert (found.article.title, found.article.url) == ("Titel", address)
    assert found.article.published.startswith("2022-09-06")


def test_only_what_is_new_is_asked_for(site: Site) -> None:
    memory = Memory()
    old, new = page(site, "/1", "Eins"), page(site, "/2", "Zwei")
    feed = put_up(site, "/feed", old, ETag='"1"')
    assert len(texts(memory.keep(list(gather([feed], QUICK, memory=memory))))) == 1
    site.asked.clear()
    put_up(site, "/feed", old, new, ETag='"2"')
    [known, found, last] = memory.keep(list(gather([feed], QUICK, memory=memory)))
    assert (known.article, last.article) == (None, None)
    assert isinstance(found.article, Article)
    assert [path for path, _ in site.asked] == ["/feed", "/robots.txt", "/2"]
    assert site.asked[0][1]["If-None-Match"] == '"1"'
    site.answers["/feed"] = Answer(304)
    [unchanged] = gather([feed], QUICK, memory=memory)
    assert unchanged.article is None


def test_an_entry_that_changes_is_asked_for_again(site: Site) -> None:
    memory = Memory()
    entry = page(site, "/1", "Eins")
    feed = put_up(site, "/feed", entry)
    memory.keep(list(gather([feed], QUICK, memory=memory)))
    page(site, "/1", "Anders")
    put_up(site, "/feed", entry._replace(title="Anders"))
    [found, _] = gather([feed], QUICK, memory=memory)
    assert isinstance(found.article, Article)
    assert found.article.title == "Anders"
    site.answers["/1"] = Answer(304)
    memory.notes[entry.link] = Note(address=entry.link, etag='"1"', mark="alt")
    [found, _] = gather([feed], QUICK, memory=memory)
    assert found.article is None
    assert found.note is not None
    assert (found.note.etag, found.note.mark != "alt") == ('"1"', True)


def test_what_fails_now_is_tried_again_and_what_fails_for_good_is_not(
    site: Site,
) -> None:
    memory = Memory()
    busy, gone = page(site, "/1", "Eins"), page(site, "/2", "Zwei")
    feed = put_up(site, "/feed", busy, gone, ETag='"1"')
    site.answers["/1"], site.answers["/2"] = Answer(503), Answer(404)
    results = memory.keep(list(gather([feed], QUICK, memory=memory)))
    assert isinstance(errors(results)[0], FetchError)
    assert len(errors(results)) == 2
    assert feed not in memory.notes  # so it is asked for whole
    assert memory.notes[busy.link].problem != ""
    page(site, "/1", "Eins")
    page(site, "/2", "Zwei")
    again = memory.keep(list(gather([feed], QUICK, memory=memory)))
    assert [r.name for r in again if r.article] == [busy.link]
    assert memory.notes[feed].etag == '"1"'


def test_a_page_that_two_feeds_lead_to_is_asked_for_once(site: Site) -> None:
    entry = page(site, "/1", "Eins")
    feeds = [put_up(site, "/a", entry), put_up(site, "/b", entry._replace(title="X"))]
    results = list(gather(feeds, QUICK))
    assert len(texts(results)) == 1
    assert [path for path, _ in site.asked].count("/1") == 1


def test_an_entry_without_text_and_address_is_told(site: Site) -> None:
    [found, _] = gather([put_up(site, "/feed", Entry(title="Leer"))], QUICK)
    assert "weder Text noch Adresse" in str(found.article)


def test_an_entry_that_carries_its_text_needs_no_address(tmp_path: Path) -> None:
    file = tmp_path / "feed.xml"
    file.write_text(rss([Entry(title="Brücke", content=WHOLE)]))
    [found] = gather([str(file)], QUICK)
    assert isinstance(found.article, Article)
    assert found.name.startswith(f"{file}#")


def test_an_empty_feed_is_no_error(tmp_path: Path, site: Site) -> None:
    file = tmp_path / "feed.xml"
    file.write_text(rss([]))
    results = list(gather([str(file), put_up(site, "/feed")], QUICK))
    assert [r.article for r in results] == [None, None]


def test_a_list_leads_to_feeds_and_a_bad_one_stops_no_other(
    tmp_path: Path, site: Site
) -> None:
    feed = put_up(site, "/feed", page(site, "/1", "Eins"))
    outlines = "".join(
        f'<outline xmlUrl="{each}"/>' for each in (site.address("/fehlt"), feed)
    )
    listed = f"<opml><body>{outlines}</body></opml>"
    (tmp_path / "a.opml").write_text(listed)
    site.answers["/liste"] = Answer(
        headers={"Content-Type": "text/x-opml"}, body=[listed.encode()]
    )
    for name in (str(tmp_path / "a.opml"), site.address("/liste")):
        results = list(gather([name], QUICK))
        assert len(texts(results)) == 1
        [error] = errors(results)
        assert error.name == site.address("/fehlt")


def test_what_an_address_fails_with_is_noted(site: Site) -> None:
    memory = Memory()
    memory.notes[site.address("/a")] = Note(address=site.address("/a"), etag='"1"')
    [found] = memory.keep(list(gather([site.address("/a")], QUICK, memory=memory)))
    assert isinstance(found.article, InputError)
    assert memory(site.address("/a")).etag == '"1"'
    assert "404" in memory(site.address("/a")).problem


def test_a_page_that_the_user_names_is_taken_in(site: Site) -> None:
    [found] = gather([site.page("/1", PAGE.format(title="Eins"))], QUICK)
    assert isinstance(found.article, Article)


def test_several_run_in_turn_a_few_at_once() -> None:
    started: list[str] = []

    def each(name: str) -> Iterator[str]:
        started.append(name)
        for number in range(3):
            yield f"{name}{number}"

    found = in_turn((each(name) for name in "abc"), 2)
    assert next(found) == "a0"
    assert list(found) == ["b0", "a1", "b1", "a2", "b2", "c0", "c1", "c2"]
    assert started == ["a", "b", "c"]


def test_how_many_there_will_be_is_known_where_only_files_are_read(
    tmp_path: Path,
) -> None:
    (tmp_path / "a.jsonl").write_text("{}\n{}\n")
    assert count_all([str(tmp_path)]) == 2
    assert count_all([str(tmp_path), "a.warc.gz"]) is None
    assert count_all(["https://a.example"]) is None
    assert module.nothing_known("a") == Note(address="a")
