"""The labels that the model gives every token, by number.

Parts of speech are those of Universal Dependencies; mood is that of finite verbs; names
are those of GermEval 2014 (Benikova et al. 2014), `deriv` for words derived from a name
(„russisch“), `part` for words that hold one („US-Kreise“).
"""

from laut.terms import MentionLabel

POS = (
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON",
    "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X",
)  # fmt: skip
MOODS = ("none", "Ind", "Sub", "Imp")
NAME_CLASSES: tuple[MentionLabel, ...] = (
    "PER", "PERderiv", "PERpart", "LOC", "LOCderiv", "LOCpart",
    "ORG", "ORGderiv", "ORGpart", "OTH", "OTHderiv", "OTHpart",
)  # fmt: skip
NAMES = ("O", *(f"{b}-{c}" for c in NAME_CLASSES for b in "BI"))
"""Tags of names: outside, then begin and inside of each class."""
