import pytest

from laut.model import Source
from laut.terms import Identity, SourceKind
from laut.tongues import speaking
from laut.views.standing import standing_words


def words(
    name: str,
    kind: SourceKind | None,
    identity: Identity | None = "named",
    country: str | None = None,
) -> str:
    source = Source(name=name, kind=kind, identity=identity, country=country)
    return ", ".join(standing_words(source))


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        (("Eva Blum", "party", "named", "DE"), "Partei, Deutschland"),
        (("Eva Blum", "person", "named", "US"), "Person, USA"),
        (("Regierungsbeamter", "state", "unnamed", "US"), "namenlos, US-Regierung"),
        (("Beamte", "state", "unnamed", "RU"), "namenlos, Staat, Russland"),
        (("Pentagon", "military", "named", "US"), "US-Militär"),
        (("Weißes Haus", "state", "named", "US"), "Staat, USA"),
        (("Sprecher", "police", "role", None), "nur als Rolle, Polizei"),
        (("Kommission", "igo", "named", "EU"), "EU"),
        (("Rotes Kreuz", "ngo", "named", "XX"), "Verband, XX"),
    ],
)
def test_a_source_is_described_in_plain_words(
    source: tuple[str, SourceKind, Identity, str | None], shown: str
) -> None:
    assert words(*source) == shown


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        (("Nordkorea", "state", "named", "KP"), "Staat"),
        (("nordkoreanischer Botschafter", "state", "named", "KP"), "Staat"),
        (("US-Regierung", "state", "named", "US"), "Staat"),
        (("Polizei", "police", "named", "DE"), "Deutschland"),
        (("EU-Kommission", "igo", "named", "EU"), ""),
        (("US-Geheimdienstler", "intelligence", "unnamed", "US"), "namenlos"),
        (("", "unknown", "none", None), ""),
        (("Jemand", None, None, None), ""),
    ],
)
def test_what_the_name_says_or_nobody_knows_stays_quiet(
    source: tuple[str, SourceKind, Identity, str | None], shown: str
) -> None:
    assert words(*source) == shown


def test_a_source_is_described_in_english_where_english_is_spoken() -> None:
    with speaking("en"):
        assert words("Beamter", "state", "unnamed", "US") == "unnamed, US government"
        assert words("Kreml", "state", "named", "RU") == "state, Russia"
