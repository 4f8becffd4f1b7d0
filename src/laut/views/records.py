"""Records of the ledger as JSON: one object a line, every field under its name."""

import msgspec


def json_line(record: msgspec.Struct) -> bytes:
    """The record as one line of UTF-8, with its end."""
    return msgspec.json.encode(record) + b"\n"
