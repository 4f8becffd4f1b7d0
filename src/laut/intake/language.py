"""Which language a text is in, and no to all but German.

Takes a text, raises where it is clearly in another language. Most texts are settled by
a count of words that German has and its neighbours have not, for the model that knows
the others takes half a second to load. What is short, mixed or doubtful passes: a name
in every other word makes a German sentence look foreign, and a reading that finds
nothing does less harm than a text refused.
"""

import re
from functools import cache
from typing import TYPE_CHECKING

from laut.errors import LanguageError
from laut.tongues import later, say

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier  # type: ignore[import-untyped]

_WORD = re.compile(r"[^\W\d_]+")
_LOOKED_AT = 4000
"""Characters from the start that are judged."""
_TOO_SHORT = 40
"""Letters below which nothing is said about a language."""
_LISTED = """
auch auf aus bei beim dass dem des durch ein eine einem einen einer eines für gegen
habe haben hatte ich im ist ihre kann mit nach nicht noch nur oder sagte seien sein
seine sich sie sind sowie soll über um und unter vom von vor war waren was wegen weil
werde werden wie wird wurde wurden zu zum zur zwischen
"""
_GERMAN_WORDS = frozenset(_LISTED.split())

_PLAINLY_GERMAN = 0.1
"""Share of the words below at which a text is German. Measured on 3,773 news texts:
the middle is 0.22; Dutch, Danish, English and Luxembourgish stay below 0.05."""
_SURE = 0.8
"""How sure the model must be. Of 25,000 German sentences and headlines, it took a few
for another language, and was 0.77 sure at most."""
_NO_LANGUAGE = "zxx"

_NAMES = later(
    {
        "af": "Afrikaans",
        "ar": "Arabisch",
        "bg": "Bulgarisch",
        "cs": "Tschechisch",
        "da": "Dänisch",
        "el": "Griechisch",
        "en": "Englisch",
        "es": "Spanisch",
        "et": "Estnisch",
        "fa": "Persisch",
        "fi": "Finnisch",
        "fr": "Französisch",
        "fy": "Friesisch",
        "he": "Hebräisch",
        "hr": "Kroatisch",
        "hu": "Ungarisch",
        "it": "Italienisch",
        "ja": "Japanisch",
        "ko": "Koreanisch",
        "lb": "Luxemburgisch",
        "lt": "Litauisch",
        "lv": "Lettisch",
        "nl": "Niederländisch",
        "nn": "Norwegisch",
        "no": "Norwegisch",
        "pl": "Polnisch",
        "pt": "Portugiesisch",
        "ro": "Rumänisch",
        "ru": "Russisch",
        "sk": "Slowakisch",
        "sl": "Slowenisch",
        "sr": "Serbisch",
        "sv": "Schwedisch",
        "tr": "Türkisch",
        "uk": "Ukrainisch",
        "zh": "Chinesisch",
    }
)


def refuse_foreign(name: str, text: str) -> None:
    """Let a German text pass, and one that may be German.

    Args:
        name: the input, for the error.
        text: what is to be read.

    Raises:
        LanguageError: the text is clearly in another language.
    """
    head = text[:_LOOKED_AT]
    words = _WORD.findall(head)
    if sum(map(len, words)) < _TOO_SHORT or german_share(words) >= _PLAINLY_GERMAN:
        return
    foreign = _foreign(head)
    if foreign:
        seems = _seeming(foreign)
        raise LanguageError(
            name,
            say(
                "Der Text scheint {seems} zu sein; gelesen wird nur Deutsch.",
                seems=seems,
            ),
        )


def _seeming(code: str) -> str:
    """What a text in a foreign language is, or how it is written."""
    if code in _NAMES:
        return say(_NAMES[code])
    return say("in einer anderen Sprache ({code})", code=code)


def german_share(words: list[str]) -> float:
    """The share of the words, 0 to 1, that only German has."""
    return sum(word.lower() in _GERMAN_WORDS for word in words) / (len(words) or 1)


def _foreign(text: str) -> str:
    """ISO 639 code of the language that it surely is, if not German; else ""."""
    try:
        language, sure = _identifier().classify(text)
    except OSError:  # it unpacks its model into a file, and a disk may be full
        return ""
    doubtful = sure < _SURE or language in {"de", _NO_LANGUAGE}
    return "" if doubtful else str(language)


@cache
def _identifier() -> "LanguageIdentifier":
    from py3langid.langid import (  # noqa: PLC0415 - half a second, for few texts
        MODEL_FILE,
        LanguageIdentifier,
    )

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
