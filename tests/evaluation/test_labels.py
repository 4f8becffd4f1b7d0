"""Names, parts of speech and mood are compared by characters."""

from pathlib import Path

import pytest

from evaluation.corpora import blocks
from evaluation.labels import grammar, names

NAMES = """\
#\tmade for this test
1\tKanzlerin\tO\tO
2\tAngela\tB-PER\tO
3\tMerkel\tI-PER\tO
4\tbesuchte\tO\tO
5\tFrankreich\tB-LOC\tO
6\t.\tO\tO
"""

SYNTAX = """\
# sent_id = 1
1\tSie\tsie\tPRON\t_\t_\t2\tnsubj\t_\t_
2\tsagte\tsagen\tVERB\t_\tMood=Ind\t0\troot\t_\t_
3\t,\t,\tPUNCT\t_\t_\t5\tpunct\t_\t_
4\tes\tes\tPRON\t_\t_\t5\tnsubj\t_\t_
5\tsei\tsein\tAUX\t_\tMood=Sub\t2\tccomp\t_\t_
6\tspät\tspät\tADJ\t_\t_\t5\txcomp\t_\t_
7\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_
"""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return tmp_path / "corpus"


def test_comments_and_empty_lines_are_no_rows(corpus: Path) -> None:
    corpus.write_text(NAMES + "\n\n" + NAMES, "utf-8")
    assert [len(rows) for rows in blocks(corpus)] == [6, 6]


def test_a_name_counts_where_extent_and_class_are_right(corpus: Path) -> None:
    corpus.write_text(NAMES, "utf-8")
    scores = names(corpus)
    assert scores.figures == {"names": 100.0}
    assert "PER" in scores.table


def test_tags_and_the_subjunctive_are_scored(corpus: Path) -> None:
    corpus.write_text(SYNTAX, "utf-8")
    assert grammar(corpus).figures["subjunctive"] == 100.0
    assert grammar(corpus).figures["pos"] > 50


def test_a_file_without_sentences_scores_nothing(corpus: Path) -> None:
    corpus.write_text("", "utf-8")
    assert names(corpus).figures == {"names": 0.0}
    assert grammar(corpus).figures == {"pos": 0.0, "subjunctive": 0.0}
