"""Linked data in pages: what JSON-LD says about the article of a page.

Takes the contents of the `application/ld+json` scripts of one page, as they stand, and
returns the node that describes the article, with its references to other nodes put in
place. Nodes may be nested, in lists, or in an `@graph`. Pages describe many things, and
other articles too: the node nearest to the root wins. Broken scripts are passed over;
nothing here raises.
"""

import json
from collections import deque
from collections.abc import Iterable, Iterator
from typing import Any

Node = dict[str, Any]
"""A JSON object as the page has it: nothing about its fields is certain."""

_MOST_NODES = 5000
"""A page with more is no article's; the rest is not looked at."""
_OTHER_ARTICLES = frozenset(
    {"citation", "hasPart", "isBasedOn", "itemListElement", "mentions", "relatedLink"}
)
"""What holds articles that the page links to, not its own."""


def article_node(scripts: Iterable[str]) -> Node:
    """The node about the article itself; empty where the page has none."""
    nodes = list(_nodes(filter(None, map(_parsed, scripts))))
    articles = [node for node in nodes if _is_article(node)]
    if not articles:
        return {}
    by_id = {node["@id"]: node for node in nodes if _is_definition(node)}
    return {key: _resolved(value, by_id) for key, value in articles[0].items()}


def words(value: Any) -> str:
    """A value that should be one string, as one; the first of a list; else ""."""
    if isinstance(value, list):
        return next(filter(None, map(words, value)), "")
    return value if isinstance(value, str) else ""


def names(value: Any) -> list[str]:
    """The names of people or organisations: strings, nodes, or lists of these."""
    if isinstance(value, list):
        return [name for item in value for name in names(item)]
    if isinstance(value, dict):
        return names(value.get("name"))
    return [value] if isinstance(value, str) and value.strip() else []


def _parsed(script: str) -> Any:
    script = script.strip().removeprefix("<!--").removesuffix("-->").strip()
    script = script.removeprefix("//<![CDATA[").removesuffix("//]]>").rstrip("; \n")
    try:
        return json.loads(script, strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(roots: Iterable[Any]) -> Iterator[Node]:
    """Every object below the roots, those nearest to them first."""
    queue = deque(roots)
    seen = 0
    while queue and seen < _MOST_NODES:
        value = queue.popleft()
        seen += 1
        if isinstance(value, list):
            queue.extend(value)
        elif isinstance(value, dict):
            yield value
            queue.extend(v for k, v in value.items() if k not in _OTHER_ARTICLES)


def _is_article(node: Node) -> bool:
    kinds = node.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return any(
        isinstance(kind, str) and kind.endswith(("Article", "Posting"))
        for kind in kinds
    )


def _is_definition(node: Node) -> bool:
    return isinstance(node.get("@id"), str) and len(node) > 1


def _resolved(value: Any, by_id: dict[str, Node]) -> Any:
    """A reference `{"@id": …}` as the node that it points to."""
    if isinstance(value, list):
        return [_resolved(item, by_id) for item in value]
    if isinstance(value, dict) and set(value) == {"@id"}:
        key = value["@id"]
        return by_id.get(key, value) if isinstance(key, str) else value
    return value
