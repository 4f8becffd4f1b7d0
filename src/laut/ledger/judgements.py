"""Judgements of people: appended and taken back, never changed and never deleted.

What a kind means is for those to say who ask across articles; here it is kept who
decided what, when, and who took it back. Deciding the same again at the same moment is
deciding it once; taking back what is not there, or taken back, is refused.
"""

from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, func, insert, select

from laut.errors import LedgerError
from laut.ledger.keys import key_of
from laut.ledger.records import Judgement
from laut.ledger.tables import judgements, retirements
from laut.tongues import say

KINDS = ("merge", "split", "accept", "reject", "correct")


def judged(
    kind: str, subject: str, made_by: str, made: str, **more: str | dict[str, str]
) -> Judgement:
    """A judgement with its key; `more` is `object` and `body`, where there are any."""
    fields: dict[str, Any] = {"object": "", "body": {}} | more
    key = key_of(kind, subject, fields["object"], _json(fields["body"]), made_by, made)
    return Judgement(
        key=key, kind=kind, subject=subject, made_by=made_by, made=made, **fields
    )


def judge(connection: Connection, judgement: Judgement) -> None:
    """Append a judgement, unless it is there."""
    known = select(judgements.c.key).where(judgements.c.key == judgement.key)
    if connection.execute(known).scalar():
        return
    last = connection.execute(select(func.max(judgements.c.number))).scalar() or 0
    row = {
        "key": judgement.key,
        "number": last + 1,
        "kind": judgement.kind,
        "subject": judgement.subject,
        "object": judgement.object,
        "body": _json(judgement.body),
        "made_by": judgement.made_by,
        "made": judgement.made,
    }
    connection.execute(insert(judgements), [row])


def retire(
    connection: Connection, key: str, made_by: str, made: str, reason: str = ""
) -> None:
    """Take a judgement back.

    Raises:
        LedgerError: there is none of that key, or it was taken back before.
    """
    found = [one for one in judgements_in(connection) if one.key == key]
    if not found:
        raise LedgerError(say("{key}: Dieses Urteil gibt es nicht.", key=key))
    if found[0].retired:
        raise LedgerError(say("{key}: Dieses Urteil ist schon aufgehoben.", key=key))
    row = {"judgement": key, "made_by": made_by, "made": made, "reason": reason}
    connection.execute(insert(retirements), [row])


def judgements_in(connection: Connection) -> tuple[Judgement, ...]:
    """All judgements in the order in which they were made, also those taken back."""
    return tuple(map(_judgement, connection.execute(_ALL)))


def judgements_on(
    connection: Connection, subjects: Sequence[str]
) -> tuple[Judgement, ...]:
    """Those on these subjects, in the same order."""
    wanted = _ALL.where(judgements.c.subject.in_(subjects))
    return tuple(map(_judgement, connection.execute(wanted)))


def latest_judgements(connection: Connection, limit: int) -> tuple[Judgement, ...]:
    """So many of the last that were made, the newest first."""
    newest = _ALL.order_by(None).order_by(judgements.c.number.desc()).limit(limit)
    return tuple(map(_judgement, connection.execute(newest)))


_ALL = (
    select(
        judgements,
        retirements.c.made_by.label("retired_by"),
        retirements.c.made.label("retired"),
        retirements.c.reason,
    )
    .outerjoin(retirements, retirements.c.judgement == judgements.c.key)
    .order_by(judgements.c.number)
)


def _judgement(row: Any) -> Judgement:
    return Judgement(
        key=row.key,
        kind=row.kind,
        subject=row.subject,
        object=row.object,
        body=msgspec.json.decode(row.body, type=dict[str, str]),
        made_by=row.made_by,
        made=row.made,
        retired_by=row.retired_by or "",
        retired=row.retired or "",
        reason=row.reason or "",
    )


def _json(body: dict[str, str]) -> str:
    return msgspec.json.encode(body, order="sorted").decode()
