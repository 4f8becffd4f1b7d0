import pytest

from laut.errors import UnreadableError
from laut.intake.outlines import feeds_in

LIST = b"""<?xml version="1.0"?>
<opml version="2.0"><body>
<outline text="Politik">
  <outline type="rss" xmlUrl=" https://a.example/feed " text="A"/>
  <outline type="rss" XMLURL="https://b.example/feed" text="B"/>
</outline>
<outline type="rss" xmlUrl="https://a.example/feed" text="noch einmal A"/>
<outline text="kein Feed"/>
</body></opml>"""


def test_a_list_names_its_feeds_once_each() -> None:
    assert feeds_in("a.opml", LIST) == [
        "https://a.example/feed",
        "https://b.example/feed",
    ]


@pytest.mark.parametrize("body", [b"", b"Liebe Erika", b"<opml><body/></opml>"])
def test_what_names_no_feed_is_told(body: bytes) -> None:
    with pytest.raises(UnreadableError, match="nennt keinen Feed"):
        feeds_in("a.opml", body)


def test_entities_are_not_expanded() -> None:
    bomb = (
        b'<!DOCTYPE opml [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
        b'<opml><outline xmlUrl="https://a.example/feed"/>&a;</opml>'
    )
    assert feeds_in("a.opml", bomb) == ["https://a.example/feed"]
