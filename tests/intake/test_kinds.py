import gzip

import pytest

from laut.intake.kinds import Kind, kind_of_media_type, kind_of_name, kind_of_start


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"<!DOCTYPE html><html>", Kind.PAGE),
        (b"\n  <!-- saved --><HTML lang='de'>", Kind.PAGE),
        (b'<?xml version="1.0"?>\n<html xmlns="x">', Kind.PAGE),
        (b"\xef\xbb\xbf<!doctype html>", Kind.PAGE),
        ("<!doctype html>".encode("utf-16"), Kind.PAGE),
        (b"<p>Der Minister sagte", Kind.PAGE),
        (b'{"id": "a", "text": "Der Minister', Kind.RECORDS),
        ('{"text": "a"}'.encode("utf-16"), Kind.RECORDS),
        (b'<?xml version="1.0"?>\n<!-- a -->\n<rss version="2.0">', Kind.FEED),
        (b'<feed xmlns="http://www.w3.org/2005/Atom">', Kind.FEED),
        (b'<?xml-stylesheet href="a"?><rdf:RDF xmlns="x">', Kind.FEED),
        (b'<opml version="2.0">', Kind.OUTLINE),
        (b"WARC/1.1\r\nWARC-Type: warcinfo", Kind.ARCHIVE),
        (gzip.compress(b"WARC/1.0\r\nWARC-Type: warcinfo"), Kind.ARCHIVE),
        (gzip.compress(b"Guten Tag"), Kind.TEXT),
        (b"\x1f\x8b\x08kaputt", Kind.TEXT),
        ("„Nein“, sagte er.".encode(), Kind.TEXT),
        (b"{Das} steht in Klammern.", Kind.TEXT),
        (b"<3 sagte er", Kind.TEXT),
        (b"<person> sagte", Kind.TEXT),
        (b"", Kind.TEXT),
    ],
)
def test_the_first_bytes_show_the_kind(head: bytes, kind: Kind) -> None:
    assert kind_of_start(head) is kind


def test_a_name_tells_the_kind_by_its_ending_whatever_its_case() -> None:
    assert kind_of_name("a/b.HTML") is Kind.PAGE
    assert kind_of_name("archiv.jsonl") is Kind.RECORDS
    assert kind_of_name("crawl.warc.gz") is Kind.ARCHIVE
    assert kind_of_name("feeds.opml") is Kind.OUTLINE
    assert kind_of_name("notiz.txt") is None
    assert kind_of_name("README") is None


def test_a_media_type_tells_the_kind_where_it_is_sure() -> None:
    assert kind_of_media_type("text/html") is Kind.PAGE
    assert kind_of_media_type("application/x-ndjson") is Kind.RECORDS
    assert kind_of_media_type("application/atom+xml") is Kind.FEED
    assert kind_of_media_type("text/plain") is None
