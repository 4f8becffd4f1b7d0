"""Readings written by hand, as a reader would hand them to a view."""

import msgspec

from laut.model import (
    Article,
    Attribution,
    Explained,
    Link,
    Problem,
    Quotation,
    Reading,
    Reasons,
    Source,
    article_of,
)
from laut.spans import Span, Spans
from laut.terms import Kind


def where(text: str, *pieces: str) -> Spans:
    """The places of these words, each sought after the one before."""
    spans: list[Span] = []
    begin = 0
    for piece in pieces:
        begin = text.index(piece, begin)
        spans.append(Span(begin, begin + len(piece)))
        begin += len(piece)
    return tuple(spans)


class Teller:
    """Makes quotations over one text, numbered as they are told."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.told: list[Quotation] = []

    def tell(
        self,
        kind: Kind,
        *content: str,
        cue: tuple[str, ...] = (),
        speaker: str = "",
        parent: int | None = None,
    ) -> None:
        """Add a quotation of these words."""
        self.told.append(
            Quotation(
                id=len(self.told),
                kind=kind,
                parent=parent,
                confidence=0.9,
                content=where(self.text, *content),
                cue=where(self.text, *cue),
                speaker=where(self.text, speaker) if speaker else (),
            )
        )

    def amend(self, id: int, **fields: object) -> None:  # noqa: A002 - the field
        """Give a quotation other fields."""
        self.told[id] = msgspec.structs.replace(self.told[id], **fields)

    def reading(self, article: Article, *problems: Problem) -> Reading:
        """The reading of what was told."""
        return Reading(
            article=article,
            reader="hand-1",
            quotations=tuple(self.told),
            problems=problems,
        )


BRIDGE = (
    "Die Brücke bleibt zu\n"
    "Die Rheinbrücke bei Leverfeld bleibt laut Stadtverwaltung bis zum Frühjahr "
    "gesperrt. „Wir haben Risse in drei Trägern gefunden“, sagte Baudezernentin "
    "Karla Venn am 3. November, „und niemand wird darüberfahren, solange ich hier "
    "Verantwortung trage.“\n"
    "Der Gutachter habe ihr versichert, dass die Schäden seit Jahren wüchsen, "
    "berichtete Venn weiter. Die Sanierung koste rund 3,5 Mio. Euro. Das Land werde "
    "die Hälfte übernehmen.\n"
    "Streit um die Umleitung\n"
    "Die Anwohner der Hafenstraße kritisieren den Schwerverkehr vor ihren Türen. Es "
    "heißt, die Stadt wolle dort ein Nachtfahrverbot prüfen. Der Bau der Brücke "
    "hatte 1964 begonnen."
)


def bridge() -> Reading:
    """Direct and interrupted, nested, running on in the Konjunktiv, no speaker."""
    teller = Teller(BRIDGE)
    _tell_of_damage(teller)
    _tell_of_plans(teller)
    venn = Attribution(source=Source(name="Karla Venn"))
    for number in (1, 2, 4):
        teller.amend(number, attribution=venn)
    return teller.reading(
        article_of(
            BRIDGE,
            title="Rheinbrücke bei Leverfeld bis zum Frühjahr gesperrt",
            outlet="Leverfelder Bote",
            published="2025-11-04T06:30:00+01:00",
            id="bruecke",
        )
    )


def _tell_of_damage(teller: Teller) -> None:
    teller.tell(
        "indirect",
        "Die Rheinbrücke bei Leverfeld bleibt",
        "bis zum Frühjahr gesperrt",
        cue=("laut",),
        speaker="Stadtverwaltung",
    )
    teller.tell(
        "direct",
        "„Wir haben Risse in drei Trägern gefunden“",
        "„und niemand wird darüberfahren, solange ich hier Verantwortung trage.“",
        cue=("sagte",),
        speaker="Karla Venn",
    )
    teller.tell(
        "indirect",
        "Der Gutachter habe ihr versichert, dass die Schäden seit Jahren wüchsen",
        cue=("berichtete",),
        speaker="Venn",
    )
    teller.tell(
        "indirect",
        "dass die Schäden seit Jahren wüchsen",
        cue=("versichert",),
        speaker="Der Gutachter",
        parent=2,
    )


def _tell_of_plans(teller: Teller) -> None:
    teller.tell(
        "indirect_free_indirect",
        "Die Sanierung koste rund 3,5 Mio. Euro.",
        "Das Land werde die Hälfte übernehmen.",
    )
    teller.tell(
        "reported",
        "Die Anwohner der Hafenstraße kritisieren den Schwerverkehr vor ihren Türen.",
        cue=("kritisieren",),
        speaker="Die Anwohner der Hafenstraße",
    )
    teller.tell(
        "indirect", "die Stadt wolle dort ein Nachtfahrverbot prüfen", cue=("Es heißt",)
    )


TALKS = (
    "Die Regierung in Norland steht nach Angaben aus Diplomatenkreisen kurz vor "
    "einem Abkommen über Gas. Das Papier sei „so gut wie unterschrieben“, sagte ein "
    "Diplomat unter Berufung auf Sitzungsprotokolle der Nachrichtenagentur NPA. Der "
    "Außenminister bestritt das."
)


def talks() -> Reading:
    """An attribution with all that a later reader fills in; a problem."""
    teller = Teller(TALKS)
    _tell_of_gas(teller)
    _attribute(teller)
    return teller.reading(
        article_of(
            TALKS, title="Gasabkommen vor der Unterschrift", published="2026-02"
        ),
        Problem(step="marks", span=Span(3, 9), message="Anführung ohne Ende."),
    )


def _tell_of_gas(teller: Teller) -> None:
    teller.tell(
        "indirect",
        "Die Regierung in Norland steht",
        "kurz vor einem Abkommen über Gas",
        cue=("nach Angaben",),
        speaker="Diplomatenkreisen",
    )
    teller.tell(
        "indirect",
        "Das Papier sei „so gut wie unterschrieben“",
        cue=("sagte",),
        speaker="ein Diplomat",
    )
    teller.tell(
        "direct", "„so gut wie unterschrieben“", speaker="ein Diplomat", parent=1
    )
    teller.tell(
        "reported",
        "Der Außenminister bestritt das.",
        cue=("bestritt",),
        speaker="Der Außenminister",
    )


def _attribute(teller: Teller) -> None:
    circles = Source(
        name="Diplomatenkreise", kind="state", identity="unnamed", country="NO"
    )
    diplomat = Source(name="Diplomat", kind="state", identity="unnamed", country="NO")
    via = (
        Link(name="NPA", how="reported_by", span=where(TALKS, "NPA")[0]),
        Link(name="Sitzungsprotokolle", how="cites"),
    )
    said = Attribution(
        source=diplomat, via=via, act="predict", factuality="PR+", distanced=True
    )
    teller.amend(0, attribution=Attribution(source=circles, act="state"))
    teller.amend(
        1, attribution=said, addressee=where(TALKS, "der Nachrichtenagentur NPA")
    )
    teller.amend(2, attribution=said, confidence=0.4)
    teller.amend(
        3,
        medium=("writing",),
        attribution=Attribution(
            source=Source(name="Außenminister von Norland"), act="deny"
        ),
    )


ARMS = (
    "Norland kaufe Drohnen, sagte eine US-Gewährsperson unter Berufung auf "
    "Erkenntnisse von US-Geheimdiensten. Sie könnten noch im Mai geliefert werden. "
    "Darüber hatte zuerst das Weltblatt berichtet."
)


def arms() -> Reading:
    """An unnamed official who leans on others, first told elsewhere."""
    teller = Teller(ARMS)
    teller.tell(
        "indirect",
        "Norland kaufe Drohnen",
        cue=("sagte",),
        speaker="eine US-Gewährsperson",
    )
    teller.tell("indirect_free_indirect", "Sie könnten noch im Mai geliefert werden.")
    official = Source(
        name="US-Gewährsperson", kind="state", identity="unnamed", country="US"
    )
    via = (
        Link(name="Weltblatt", how="reported_by", span=where(ARMS, "Weltblatt")[0]),
        Link(name="Erkenntnisse von US-Geheimdiensten", how="cites"),
    )
    said = Attribution(source=official, via=via, act="state", factuality="CT+")
    teller.amend(0, attribution=said)
    teller.amend(1, attribution=msgspec.structs.replace(said, factuality="PS+"))
    return teller.reading(article_of(ARMS, title="Drohnen für Norland", id="drohnen"))


def explained() -> Explained:
    """The same, with the reasons for one of its quotations."""
    reading = arms()
    fields = {name: getattr(reading, name) for name in Reading.__struct_fields__}
    why = Reasons(
        quotation=0,
        identity="„US-Gewährsperson“ steht für einen Namenlosen (Tabelle x, Zeile 3)",
        factuality="ohne Einschränkung gesagt",
        distanced="der Artikel gibt ohne Distanz wieder",
    )
    return Explained(**fields, reasons=(why,))


BARE = "Der Wind kam aus Westen. Niemand sagte etwas dazu."


def bare() -> Reading:
    """An article that only its author speaks in."""
    return Teller(BARE).reading(article_of(BARE))


def named(text: str, speaker: str, source: str, cue: str = "") -> Reading:
    """A text that is one quotation as a whole, its speaker resolved to a source."""
    teller = Teller(text)
    teller.tell("indirect", text, speaker=speaker, cue=(cue,) if cue else ())
    teller.amend(0, attribution=Attribution(source=Source(name=source)))
    return teller.reading(article_of(text))
