"""OPML: lists of feeds, as feed readers give and take them.

Takes bytes, returns the addresses of the feeds in their order, each once. Pure;
entities are not expanded and nothing is loaded.
"""

from laut.errors import UnreadableError
from laut.tongues import say


def feeds_in(name: str, body: bytes) -> list[str]:
    """The addresses of the feeds in a list.

    Args:
        name: the list, for errors.
        body: its bytes.

    Raises:
        UnreadableError: it is no OPML, or names no feed.
    """
    from lxml import etree  # type: ignore[import-untyped]  # noqa: PLC0415 - on use

    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    try:
        root = etree.fromstring(body, parser)
    except etree.XMLSyntaxError:  # nothing in it
        root = None
    outlines = root.iter("outline") if root is not None else ()
    found = dict.fromkeys(_address(outline.attrib) for outline in outlines)
    addresses = [address for address in found if address]
    if not addresses:
        raise UnreadableError(name, say("Die Liste nennt keinen Feed (xmlUrl)."))
    return addresses


def _address(attributes: dict[str, str]) -> str:
    folded = {name.lower(): value for name, value in attributes.items()}
    return folded.get("xmlurl", "").strip()
