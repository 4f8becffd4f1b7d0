import pytest

from laut.errors import LanguageError
from laut.intake import language as module
from laut.intake.language import refuse_foreign

FOREIGN = {
    "Englisch": "The minister said on Tuesday that he had not known about the costs,"
    " and the opposition demanded that he hand over all documents next week.",
    "Niederländisch": "De minister zei dinsdag dat hij niets van de kosten had geweten."
    " De oppositie eiste dat hij alle stukken aan de commissie overhandigt.",
    "Dänisch": "Ministeren sagde tirsdag, at han ikke havde kendt til omkostningerne."
    " Oppositionen krævede, at han udleverer alle dokumenter til udvalget.",
    "Französisch": "Le ministre a déclaré mardi qu'il n'avait pas eu connaissance des"
    " coûts. L'opposition a exigé qu'il remette tous les documents.",
    "Russisch": "Министр заявил во вторник, что ничего не знал о расходах. Оппозиция"
    " потребовала, чтобы он передал комиссии все документы.",
    "Türkisch": "Bakan salı günü maliyetlerden haberi olmadığını söyledi. Muhalefet,"
    " tüm belgeleri gelecek hafta toplanacak komisyona vermesini istedi.",
}


@pytest.mark.parametrize("language", FOREIGN)
def test_a_foreign_text_is_refused_and_its_language_named(language: str) -> None:
    with pytest.raises(LanguageError, match=f"^x: .*{language}.*nur Deutsch"):
        refuse_foreign("x", FOREIGN[language])


PASSING = {
    "plain": "Der Minister sagte, er habe von den Kosten nichts gewusst. Die Opposition"
    " verlangt, dass er dem Ausschuss alle Akten vorlegt.",
    "short": "Hello, this is English, but short.",
    "numbers": "12 345 678 90 – 11 : 22",
    "empty": "",
    "names": "Selenskyj, Scholz, Macron, Biden, Moskau, Kiew, Berlin, Paris, Peking,"
    " Washington, Brüssel, Nato, EU, Donezk, Luhansk",
    "many names": "Wolodymyr Selenskyj hat Russlands Darstellung dementiert, die Stadt"
    " Kostjantyniwka falle.",
    "dialect": "Dr Minister het gseit, er heig nüt vo de Chöschte gwüsst. D Opposition"
    " het verlangt, dass er alli Dokumänt em Uusschuss git.",
    "foreign words": "Er sagte: „The quick brown fox jumps over the lazy dog.“ Das sei"
    " der Satz, den jeder Setzer zum Prüfen der Lettern nehme.",
}


@pytest.mark.parametrize("text", PASSING.values(), ids=PASSING)
def test_german_and_doubtful_texts_pass(text: str) -> None:
    refuse_foreign("x", text)


def test_a_text_passes_where_the_model_cannot_be_unpacked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full_disk() -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(module, "_identifier", full_disk)
    refuse_foreign("a.txt", "The minister said that he had not known about any costs.")
