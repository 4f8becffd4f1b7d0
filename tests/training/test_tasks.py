"""Sentences with names, parts of speech and mood."""

from pathlib import Path

from laut.reading.labels import MOODS, NAMES, POS
from training.tasks import (
    MISSING,
    derived_mood,
    marked_mood,
    names,
    seen_forms,
    silver_names,
    syntax,
)

SYNTAX = """\
# sent_id = 1
1\tEr\ter\tPRON\t_\tCase=Nom\t2\tnsubj\t_\t_
2\tkomme\tkommen\tVERB\t_\tMood=Sub|Number=Sing\t0\troot\t_\t_
3-4\tzum\t_\t_\t_\t_\t_\t_\t_\t_
3\tzu\tzu\tADP\t_\t_\t4\tcase\t_\t_
4\t2\t2\tNEU\t_\t_\t2\tobl\t_\t_

"""


def test_syntax_gives_parts_of_speech_and_mood(tmp_path: Path) -> None:
    (tmp_path / "a.conllu").write_text(SYNTAX, "utf-8")
    (one,) = syntax(tmp_path / "a.conllu", marked_mood)
    assert one.forms == ["Er", "komme", "zu", "0"]
    assert one.pos == [*(POS.index(p) for p in ("PRON", "VERB", "ADP")), MISSING]
    assert [MOODS[m] for m in one.mood] == ["none", "Sub", "none", "none"]


def test_a_third_person_in_e_is_no_indicative() -> None:
    third = "Mood=Ind|Number=Sing|Person=3|Tense=Pres"
    assert MOODS[derived_mood("gehe", third)] == "Sub"
    assert MOODS[derived_mood("gehe", third.replace("3", "1"))] == "Ind"
    assert MOODS[derived_mood("geht", third)] == "Ind"
    assert MOODS[derived_mood("ging", third.replace("Pres", "Past"))] == "Ind"


def test_what_only_the_konjunktiv_has_is_no_indicative() -> None:
    plural = "Mood=Ind|Number=Plur|Person=3|Tense=Past"
    assert MOODS[derived_mood("Hätten", plural)] == "Sub"
    assert MOODS[derived_mood("hatten", plural)] == "Ind"


def test_names_are_outer_ones_and_silver_ones_are_called_so(tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text(
        "#\tn-tv.de\n1\tFC\tB-ORG\tO\n2\tKöln\tI-ORG\tB-LOC\n", "utf-8"
    )
    (tmp_path / "b.conllu").write_text("1\tOdyssee\tB-MISC\n\n", "utf-8")
    (one,) = names(tmp_path / "a.tsv")
    (silver,) = silver_names(tmp_path / "b.conllu")
    assert [NAMES[n] for n in one.names] == ["B-ORG", "I-ORG"]
    assert [NAMES[n] for n in silver.names] == ["B-OTH"]
    assert (one.silver, silver.silver) == (False, True)


def test_quotation_marks_open_and_close_in_turn() -> None:
    assert seen_forms(['"', "Ja", '"', "'", "7", "'"]) == [
        "„",
        "Ja",
        "“",
        "‚",
        "0",
        "‘",
    ]
