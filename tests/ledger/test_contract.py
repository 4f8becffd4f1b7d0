"""What holds of a ledger on both databases."""

import threading
from collections.abc import Sequence
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import func, select

import laut
from laut.errors import LedgerError, UnstorableError
from laut.ledger import tables
from laut.ledger.book import Ledger, open_book
from laut.ledger.judgements import judged
from laut.ledger.keys import article_key
from laut.ledger.records import Change, Entry, Fetched, Outcome, Sighting
from laut.ledger.winnowing import fingerprints
from laut.model import Reading, article_of
from tests.ledger.entries import LATER, NOON, PAGE, TEXT, bare, entry


def added(ledger: Ledger, *entries: Entry) -> list[str]:
    return [outcome.value for outcome in ledger.add(entries, NOON)]


def counted(ledger: Ledger) -> dict[str, int]:
    with ledger.looking() as connection:
        return {
            table.name: connection.scalar(select(func.count()).select_from(table)) or 0
            for table in tables.metadata.sorted_tables
        }


def test_what_goes_in_comes_out_the_same(ledger: Ledger) -> None:
    given = entry(title="Brücke", published="2022-09-06", outlet="Bote", url=PAGE)
    assert added(ledger, given) == ["new"]
    assert ledger.reading(given.reading.article.id) == given.reading
    assert list(ledger.readings()) == [given.reading]
    [kept] = ledger.article(given.reading.article.id)
    assert kept.article == given.reading.article
    assert (kept.version, kept.added) == (1, NOON)
    assert kept.sightings == (Sighting(input="a.txt", seen=NOON),)


def test_every_part_of_a_reading_has_its_rows(ledger: Ledger, root: Path) -> None:
    article = (root / "examples" / "1-nord-stream.txt").read_text("utf-8")
    reading = laut.read(article, published="2023-03-08")
    ledger.add([Entry(reading=reading, input="x")], NOON)
    found = counted(ledger)
    attributions = [q.attribution for q in reading.quotations if q.attribution]
    assert found["quotations"] == len(reading.quotations) > 5
    assert found["links"] == sum(len(each.via) for each in attributions) > 0
    assert found["mentions"] == len(reading.mentions) > 5
    assert found["times"] == len(reading.times) > 0
    assert found["events"] == len(reading.events)
    assert found["fingerprints"] == len(fingerprints(article)) > 20


def test_rows_hold_the_words_of_the_text_and_lead_to_their_reading(
    ledger: Ledger,
) -> None:
    given = entry()
    ledger.add([given], NOON)
    rows, readings = tables.quotations, tables.readings
    with ledger.looking() as connection:
        row = connection.execute(
            select(rows, readings.c.reader, readings.c.made)
            .join(readings, readings.c.number == rows.c.reading)
            .order_by(rows.c.number)
        ).first()
    assert row is not None
    first = given.reading.quotations[0]
    assert first.attribution is not None
    assert row.content == TEXT[row.starts : row.ends] == "Die Brücke bleibe gesperrt"
    assert row.cue == "sagte"
    assert row.source == first.attribution.source.name
    assert row.source_key == row.source.casefold()
    assert (row.reader, row.made) == (given.reading.reader, NOON)


def test_events_and_parties_are_rows_too(ledger: Ledger) -> None:
    event = laut.Event(
        trigger=laut.Span(0, 3),
        type="COOPERATE",
        context="military",
        actor=(laut.Entity(id="RU", name="Russland", country="RU"),),
        target=(laut.Entity(id="KP", name="Nordkorea", country="KP"),),
        object="Raketen",
        status="planned",
        by=0,
    )
    reading = msgspec.structs.replace(entry().reading, events=(event,))
    ledger.add([Entry(reading=reading, input="x")], NOON)
    with ledger.looking() as connection:
        told = connection.execute(select(tables.events)).one()
        parties = connection.execute(
            select(tables.parties).order_by(tables.parties.c.number)
        ).all()
    assert (told.trigger, told.type, told.status, told.quotation) == (
        "Die",
        "COOPERATE",
        "planned",
        0,
    )
    assert [(p.role, p.name, p.country) for p in parties] == [
        ("actor", "Russland", "RU"),
        ("target", "Nordkorea", "KP"),
    ]
    assert ledger.reading(reading.article.id) == reading


def test_writing_twice_writes_once(ledger: Ledger) -> None:
    given = entry(title="Brücke")
    assert added(ledger, given, given) == ["new", "known"]
    before = counted(ledger)
    assert added(ledger, given) == ["known"]
    assert counted(ledger) == before


def test_another_input_of_the_same_article_is_another_sighting(ledger: Ledger) -> None:
    ledger.add([entry(name="b.txt"), entry(name="a.txt")], NOON)
    article = entry().reading.article
    ledger.add([], LATER, met=[(article, "c.txt"), (entry("Neu.").reading.article, "")])
    [kept] = ledger.article(article.id)
    assert [(s.input, s.seen) for s in kept.sightings] == [
        ("a.txt", NOON),
        ("b.txt", NOON),
        ("c.txt", LATER),
    ]
    assert counted(ledger)["articles"] == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"url": PAGE}, {"url": PAGE}),
        ({"url": PAGE, "outlet": "Bote"}, {"url": PAGE, "outlet": "bote "}),
        ({"id": "17"}, {"id": "17"}),
        ({"id": "17", "url": PAGE}, {"id": "18", "url": PAGE}),
        ({"id": "17", "url": PAGE}, {"id": "17", "url": f"{PAGE}-2"}),
    ],
)
def test_one_address_or_one_id_with_another_text_is_a_version(
    ledger: Ledger, first: dict[str, str], second: dict[str, str]
) -> None:
    ledger.add([entry("Eins.\nZwei.\nDrei.", title="Alt", **first)], NOON)
    changed = entry("Eins.\nZwo.\nDrei.\nVier.", title="Neu", **second)
    assert ledger.add([changed], LATER) == (Outcome.VERSION,)
    one, two = ledger.article(changed.reading.article.id)
    assert (one.version, two.version) == (1, 2)
    assert one.series == two.series == one.key
    assert two.changes == (
        Change(field="title", before="Alt", after="Neu"),
        Change(field="text", before="Zwei.", after="Zwo."),
        Change(field="text", before="", after="Vier."),
    )
    assert one.article.text == "Eins.\nZwei.\nDrei."


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({}, {}),
        ({"id": "17", "outlet": "Bote"}, {"id": "17", "outlet": "Kurier"}),
        ({"url": PAGE, "outlet": "Bote"}, {"url": PAGE, "outlet": "Kurier"}),
        ({"url": PAGE}, {"url": f"{PAGE}-2"}),
    ],
)
def test_what_only_looks_alike_is_no_version(
    ledger: Ledger, first: dict[str, str], second: dict[str, str]
) -> None:
    assert added(ledger, entry("Eins.", **first), entry("Zwei.", **second)) == [
        "new",
        "new",
    ]


def test_versions_are_counted_within_a_batch_and_over_many(ledger: Ledger) -> None:
    texts = [f"Stand {n}." for n in range(5)]
    batch = [entry(text, url=PAGE) for text in texts]
    assert added(ledger, *batch[:3]) == ["new", "version", "version"]
    assert added(ledger, *batch[2:]) == ["known", "version", "version"]
    versions = ledger.article(batch[0].reading.article.id)
    assert [kept.version for kept in versions] == [1, 2, 3, 4, 5]
    assert [kept.article.text for kept in versions] == texts


def test_who_returns_to_an_older_text_writes_no_new_version(ledger: Ledger) -> None:
    old, new = entry("Alt.", url=PAGE), entry("Neu.", url=PAGE)
    assert added(ledger, old, new, old) == ["new", "version", "known"]


def test_two_houses_that_print_the_same_have_two_articles(ledger: Ledger) -> None:
    assert added(ledger, entry(outlet="Bote"), entry(outlet="Kurier")) == ["new", "new"]
    one, two = ledger.article(entry().reading.article.id)
    assert one.article.id == two.article.id
    assert one.key != two.key


def test_a_newer_reader_reads_anew_and_the_old_reading_stays(ledger: Ledger) -> None:
    old = entry()
    fewer = msgspec.structs.replace(
        old.reading, reader="de-0", quotations=old.reading.quotations[:1]
    )
    ledger.add([Entry(reading=fewer, input="a.txt")], NOON)
    assert ledger.unread([old.reading.article], "de-0") == []
    assert ledger.unread([old.reading.article], old.reading.reader) != []
    assert added(ledger, old) == ["reread"]
    assert ledger.reading(old.reading.article.id) == old.reading
    found = counted(ledger)
    assert (found["articles"], found["readings"]) == (1, 2)
    assert found["quotations"] == len(old.reading.quotations)


def test_two_readings_of_one_article_at_once_leave_the_rows_of_the_last(
    ledger: Ledger,
) -> None:
    reading = entry().reading
    bare = msgspec.structs.replace(reading, reader="de-2", quotations=())
    both = [Entry(reading=each, input="a.txt") for each in (reading, bare)]
    assert added(ledger, *both) == ["new", "reread"]
    found = counted(ledger)
    assert (found["readings"], found["quotations"]) == (2, 0)


def test_what_cannot_be_stored_leaves_nothing_behind(ledger: Ledger) -> None:
    broken = entry(title="Brücke \udc80")
    with pytest.raises(UnstorableError, match="nimmt den Artikel nicht"):
        ledger.add([entry(), broken], NOON)
    assert set(counted(ledger).values()) == {0}


def test_articles_are_found_by_id_or_by_key(ledger: Ledger) -> None:
    given = entry(id="17")
    ledger.add([given, entry("Anderes.", id="18")], NOON)
    key = article_key(given.reading.article)
    assert ledger.article("17") == ledger.article(key)
    assert ledger.reading(key) == ledger.reading("17") == given.reading
    assert ledger.article("19") == ()
    assert ledger.reading("19") is None


def test_all_readings_come_in_the_order_in_which_they_were_added(
    ledger: Ledger,
) -> None:
    given = [bare(f"Satz {n}.") for n in range(450)]
    ledger.add(given, NOON)
    assert [r.article.text for r in ledger.readings()] == [
        each.reading.article.text for each in given
    ]


def test_judgements_are_appended_and_taken_back_never_changed(ledger: Ledger) -> None:
    merge = judged("merge", "a", "Erika", NOON, object="b", body={"why": "gleich"})
    ledger.judge(merge)
    ledger.judge(merge)
    ledger.judge(judged("reject", "c", "Max", LATER))
    assert ledger.judgements()[0] == merge
    ledger.retire(merge.key, "Max", LATER, "doch nicht")
    first, second = ledger.judgements()
    assert (first.retired_by, first.retired, first.reason) == (
        "Max",
        LATER,
        "doch nicht",
    )
    assert second.retired == ""
    with pytest.raises(LedgerError, match="schon aufgehoben"):
        ledger.retire(merge.key, "Max", LATER)
    with pytest.raises(LedgerError, match="gibt es nicht"):
        ledger.retire("fehlt", "Max", LATER)


def test_what_is_known_of_an_address_is_replaced_by_what_is_known_later(
    ledger: Ledger,
) -> None:
    assert ledger.fetched(PAGE) == Fetched(address=PAGE)
    ledger.add([], NOON, notes=[Fetched(address=PAGE, etag="1", fetched=NOON)])
    newer = Fetched(address=PAGE, etag="2", failures=3, problem="Keine Verbindung.")
    ledger.add([], LATER, notes=[newer])
    assert ledger.fetched(PAGE) == newer


def test_a_ledger_counts_what_it_holds(stocked: Ledger) -> None:
    counts = stocked.counts()
    assert (counts.articles, counts.versions, counts.outlets) == (3, 0, 1)
    assert (counts.first, counts.last) == ("2022-09-06", "2022-09-06")
    assert counts.readings == 3
    assert counts.readers == (entry().reading.reader,)
    assert counts.size > 10_000


def test_an_empty_ledger_holds_nothing(ledger: Ledger) -> None:
    counts = ledger.counts()
    assert (counts.articles, counts.first, counts.readers) == (0, "", ())
    assert list(ledger.readings()) == []


def test_what_was_added_is_there_when_it_is_opened_again(named: str) -> None:
    with open_book(named) as ledger:
        ledger.add([entry()], NOON)
    with open_book(named) as ledger:
        assert ledger.reading(entry().reading.article.id) == entry().reading


def test_who_reads_sees_the_ledger_as_it_was_when_they_began(ledger: Ledger) -> None:
    count = select(func.count()).select_from(tables.articles)
    with ledger.looking() as connection:
        assert connection.scalar(count) == 0
        ledger.add([entry()], NOON)
        assert connection.scalar(count) == 0
    assert counted(ledger)["articles"] == 1


def test_two_writers_at_once_write_everything_once(named: str) -> None:
    """Both add the same, in batches that overlap, and versions of one article."""
    texts = [bare(f"Satz {n}.") for n in range(60)]
    states = [entry(f"Stand {n}.", url=PAGE) for n in range(10)]
    open_book(named).close()
    outcomes: list[Outcome] = []

    def write(entries: Sequence[Entry]) -> None:
        with open_book(named) as ledger:
            for begin in range(0, len(entries), 7):
                outcomes.extend(ledger.add(entries[begin : begin + 7], NOON))

    writers = [
        threading.Thread(target=write, args=(each,))
        for each in ([*texts, *states], [*states[::-1], *texts[::-1]])
    ]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert len(outcomes) == 140
    assert outcomes.count(Outcome.KNOWN) == 70
    with open_book(named) as ledger:
        assert counted(ledger)["articles"] == 70
        versions = ledger.article(states[0].reading.article.id)
        assert [kept.version for kept in versions] == list(range(1, 11))


def test_two_that_open_a_new_ledger_at_once_make_it_once(named: str) -> None:
    failed: list[BaseException] = []

    def open_it() -> None:
        try:
            open_book(named).close()
        except BaseException as error:  # noqa: BLE001 - told below
            failed.append(error)

    threads = [threading.Thread(target=open_it) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []


def test_an_article_of_ten_megabytes_is_kept_and_found(ledger: Ledger) -> None:
    text = "".join(f"Satz{n:06} {'steht' * 100}.\n" for n in range(20_000))
    assert len(text) > 10_000_000
    reading = Reading(article=article_of(text), reader="x")
    ledger.add([Entry(reading=reading, input="x")], NOON)
    assert ledger.reading(reading.article.id) == reading
    assert [hit.article for hit in ledger.search("Satz000007")] == [reading.article.id]
