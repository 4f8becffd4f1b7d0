"""Signatures: what a visitor carries can be read by them, but not made by others.

Pure. A form holds the signature of its visitor, whom a cookie names; another site can
make a browser send the cookie, but not know the signature.
"""

import hashlib
import hmac


def signature(key: bytes, *words: str) -> str:
    """The signature of some words, as hex digits."""
    content = "\0".join(words).encode("utf-8", "replace")
    return hmac.new(key, content, hashlib.sha256).hexdigest()


def is_signed(key: bytes, signed: str, *words: str) -> bool:
    """Whether `signed` is the signature of the words; takes the same time always."""
    given = signed.encode("utf-8", "replace")
    return hmac.compare_digest(signature(key, *words).encode(), given)
