"""The seam to `laut.trace`: what pages show of questions across articles.

`Traced` holds the claims, echoes and standings of a ledger as they are now, and answers
what pages ask. `Tracer` makes it from the ledger when something has changed, in memory,
and for ledgers of up to `MOST` articles; of larger ones it traces nothing, and pages
say so. Judgements of people on claims (merge, split) are heeded.
"""

from collections.abc import Iterable, Mapping
from functools import cached_property
from threading import Lock

import msgspec
from sqlalchemy import Connection, func, select

from laut.ledger import shelf
from laut.ledger.corrections import corrected
from laut.ledger.judgements import judgements_in
from laut.ledger.keys import article_key, quotation_key
from laut.ledger.records import Judgement
from laut.ledger.tables import articles, judgements, readings, retirements
from laut.model import Article
from laut.trace.claims import Claim
from laut.trace.echoes import echoes
from laut.trace.firsts import Echo
from laut.trace.origins import Origins, origins
from laut.trace.record import Entry, record
from laut.trace.roles import Cast, cast
from laut.trace.shelf import Shelf
from laut.trace.standing import Standing, standing
from laut.web.asserting import assertions_of
from laut.web.regrouping import regrouped

MOST = 600
"""Articles that are traced in memory."""


class Life(msgspec.Struct, frozen=True, kw_only=True):
    """A claim with its whole life.

    Attributes:
        casts: its assertions with what each does, in the order of publication.
        echoes: those among its articles.
    """

    claim: Claim
    casts: tuple[Cast, ...]
    origins: Origins
    standing: Standing
    echoes: tuple[Echo, ...]

    @property
    def articles(self) -> int:
        """In how many articles it is told."""
        return len({one.assertion.article for one in self.casts})

    @property
    def since(self) -> str:
        """When it was first told."""
        return self.casts[0].assertion.published

    def origin_of(self, assertion: str) -> int:
        """The number of the beginning that an assertion counts with; 0 for none."""
        for number, beginning in enumerate(self.origins.beginnings, start=1):
            if assertion in beginning.occasions:
                return number
        return 0

    def echo_of(self, article: str) -> Echo | None:
        """The echo that an article of the claim is; None where it is none."""
        return next((echo for echo in self.echoes if echo.copy == article), None)


class Traced:
    """The claims and echoes of a ledger.

    Args:
        known: the articles by their keys.
        claims: as judgements left them.
        repeats: every echo.
    """

    def __init__(
        self,
        known: Mapping[str, Article],
        claims: Iterable[Claim],
        repeats: Iterable[Echo],
    ) -> None:
        self.articles = known
        self.echoes = tuple(repeats)
        self._claims = {claim.id: claim for claim in claims}
        self._lives: dict[str, Life] = {}

    @cached_property
    def lives(self) -> tuple[Life, ...]:
        """All claims that are told in several articles, the most told first."""
        several = (
            claim
            for claim in self._claims.values()
            if len({member.assertion.article for member in claim.members}) > 1
        )
        found = filter(None, (self.life(claim.id) for claim in several))
        return tuple(sorted(found, key=lambda life: (-life.articles, life.since)))

    @cached_property
    def decided(self) -> tuple[Life, ...]:
        """Those that came to be confirmed or denied, the newest first."""
        known = (life for life in self.lives if life.standing.standing != "alleged")
        return tuple(sorted(known, key=lambda life: life.standing.since, reverse=True))

    def life(self, name: str) -> Life | None:
        """The life of a claim; None where there is none of that id."""
        claim = self._claims.get(name)
        if claim is None:
            return None
        if name not in self._lives:
            self._lives[name] = self._told(claim)
        return self._lives[name]

    def _told(self, claim: Claim) -> Life:
        assertions = [member.assertion for member in claim.members]
        here = {assertion.article for assertion in assertions}
        near = tuple(echo for echo in self.echoes if echo.copy in here)
        return Life(
            claim=claim,
            casts=cast(assertions, near),
            origins=origins(assertions, near),
            standing=standing(assertions, near),
            echoes=near,
        )

    def claim_with(self, assertion: str) -> Life | None:
        """The claim that an assertion is of, where it is told in several articles."""
        for life in self.lives:
            if any(one.assertion.id == assertion for one in life.casts):
                return life
        return None

    def echoes_with(self, article: str) -> tuple[Echo, ...]:
        """The echoes that an article is, or that repeat it."""
        return tuple(e for e in self.echoes if article in {e.copy, e.of})

    def record_of(self, source: str) -> tuple[Entry, ...]:
        """What became of the claims of a source."""
        told = {
            life.claim.id: [one.assertion for one in life.casts] for life in self.lives
        }
        return record(source, told, self.echoes)


NOTHING = Traced({}, (), ())
"""What is traced where nothing is."""


class Tracer:
    """Traces a ledger, again when something was added or judged."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._state: tuple[int, ...] = ()
        self._traced = NOTHING

    def traced(self, connection: Connection) -> Traced:
        """The claims and echoes as they are now."""
        state = _state(connection)
        if state[0] > MOST:
            return NOTHING
        with self._lock:
            if state != self._state:
                self._traced = _traced(connection)
                self._state = state
            return self._traced


def is_too_large(connection: Connection) -> bool:
    """Whether the ledger holds more articles than are traced."""
    return _state(connection)[0] > MOST


def _state(connection: Connection) -> tuple[int, ...]:
    """Numbers that grow with whatever changes what is traced."""
    asked = (
        select(func.max(articles.c.number)),
        select(func.max(readings.c.number)),
        select(func.max(judgements.c.number)),
        select(func.count(retirements.c.judgement)),
    )
    return tuple(connection.execute(one).scalar() or 0 for one in asked)


def _traced(connection: Connection) -> Traced:
    made = judgements_in(connection)
    known: dict[str, Article] = {}
    kept = Shelf()
    for reading in shelf.all_readings(connection):
        key = article_key(reading.article)
        known[key] = msgspec.structs.replace(reading.article, id=key)
        keys = {q.id: quotation_key(key, q) for q in reading.quotations}
        for assertion in assertions_of(corrected(reading, key, made), key, keys):
            kept.add(assertion)
    claims = regrouped(kept.claims(), standing_verdicts(made))
    return Traced(known, claims, echoes(known.values()))


def standing_verdicts(made: Iterable[Judgement]) -> list[Judgement]:
    """The judgements on claims that were not taken back."""
    return [one for one in made if not one.retired and one.kind in {"merge", "split"}]
