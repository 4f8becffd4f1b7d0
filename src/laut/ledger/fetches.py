"""What is known of addresses, so that they are asked for news only."""

from collections.abc import Iterable

import msgspec
from sqlalchemy import Connection, delete, insert, select

from laut.ledger.records import Fetched
from laut.ledger.tables import fetches


def fetched(connection: Connection, address: str) -> Fetched:
    """What is known of an address; nothing but its name where it was never asked."""
    row = connection.execute(
        select(fetches).where(fetches.c.address == address)
    ).one_or_none()
    return Fetched(**row._mapping) if row else Fetched(address=address)  # noqa: SLF001 - its public name


def note(connection: Connection, found: Iterable[Fetched]) -> None:
    """Write down what is known now, in place of what was; the last of each counts."""
    newest = {one.address: msgspec.to_builtins(one) for one in found}
    if newest:
        addresses = list(newest)
        connection.execute(delete(fetches).where(fetches.c.address.in_(addresses)))
        connection.execute(insert(fetches), list(newest.values()))
