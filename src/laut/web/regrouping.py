"""Claims as people left them: merged where they are the same, split where they are not.

Pure. A merge names two claims, a split a claim and one of its assertions. Judgements
are followed in the order in which they were made; those that name what is no longer
there change nothing. A merged claim keeps the id of the first that was named.
"""

from collections.abc import Iterable

import msgspec

from laut.ledger.keys import key_of
from laut.ledger.records import Judgement
from laut.trace.claims import Claim, order_of


def regrouped(
    claims: Iterable[Claim], verdicts: Iterable[Judgement]
) -> tuple[Claim, ...]:
    """The claims after some merges and splits."""
    known = {claim.id: claim for claim in claims}
    for verdict in verdicts:
        claim = known.get(verdict.subject)
        if claim is None or verdict.object == claim.id:
            continue
        if verdict.kind == "merge" and verdict.object in known:
            known[claim.id] = _merged(claim, known.pop(verdict.object))
        elif verdict.kind == "split":
            known |= {part.id: part for part in _split(claim, verdict.object)}
    return tuple(known.values())


def _merged(claim: Claim, other: Claim) -> Claim:
    members = sorted(
        (*claim.members, *other.members), key=lambda one: order_of(one.assertion)
    )
    return msgspec.structs.replace(claim, members=tuple(members))


def _split(claim: Claim, assertion: str) -> tuple[Claim, ...]:
    """The claim without an assertion, and one of that alone."""
    gone = [one for one in claim.members if one.assertion.id == assertion]
    left = [one for one in claim.members if one.assertion.id != assertion]
    if not gone or not left:
        return (claim,)
    alone = Claim(
        id=key_of("split", claim.id, assertion)[:16],
        wording=gone[0].assertion.content,
        members=tuple(gone),
    )
    return msgspec.structs.replace(claim, members=tuple(left)), alone
