"""Feeds, made for tests."""

from collections.abc import Iterable
from typing import NamedTuple
from xml.sax.saxutils import escape

WHOLE = (
    "<p>Die Brücke bleibe gesperrt, sagte die Bürgermeisterin am Montag vor der"
    " Presse.</p><p>Ein Gutachter habe Risse gefunden, die niemand erwartet habe; die"
    " Arbeiten dauerten bis in den Herbst, hieß es aus dem Rathaus. {n}</p>"
)


class Entry(NamedTuple):
    """An entry of a feed; "" for what it does not say."""

    link: str = ""
    title: str = ""
    content: str = ""
    teaser: str = ""
    published: str = ""


def rss(entries: Iterable[Entry], title: str = "Bote") -> str:
    """A feed in RSS 2.0."""
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"'
        ' xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        f"<title>{title}</title>{''.join(map(_item, entries))}</channel></rss>"
    )


def _item(entry: Entry) -> str:
    fields = {
        "link": entry.link,
        "title": entry.title,
        "content:encoded": entry.content,
        "description": entry.teaser,
        "pubDate": entry.published,
    }
    said = (f"<{k}>{escape(v)}</{k}>" for k, v in fields.items() if v)
    return f"<item>{''.join(said)}</item>"
