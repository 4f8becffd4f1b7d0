"""Readings as they are kept whole: JSON, packed, without what the article's row holds.

`unpacked(packed(reading), reading.article) == reading`. Pure. The JSON is the one that
`laut.model` describes, but for the article, of which only the id stays: its text would
take the greater part and is kept once, whatever number of readings there are.
"""

import zlib

import msgspec

from laut.model import Article, Reading

_LEVEL = 1
"""Of zlib: the fastest; the next ones save a few per cent for twice the time."""

_decoder = msgspec.json.Decoder(Reading)


def packed(reading: Reading) -> bytes:
    """The reading as it is stored."""
    bare = Article(id=reading.article.id, text="")
    plain = msgspec.structs.replace(reading, article=bare)
    return zlib.compress(msgspec.json.encode(plain), _LEVEL)


def unpacked(body: bytes, article: Article) -> Reading:
    """The reading that was stored, of this article."""
    reading = _decoder.decode(zlib.decompress(body))
    return msgspec.structs.replace(reading, article=article)
