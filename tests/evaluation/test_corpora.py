import hashlib
import lzma
from pathlib import Path

import pytest

from evaluation.corpora import articles, digest, shared_folder
from evaluation.errors import EvaluationError


def test_a_document_becomes_an_article_with_headline_and_date(corpus: Path) -> None:
    (article,) = articles(corpus)
    assert article.id == "7.pretty.json"
    assert article.title == "Brücke in Musterstadt bleibt gesperrt"
    assert article.published == "2021-03-04"
    assert article.text.startswith("Die Brücke bleibt gesperrt, sagte")


def test_a_date_of_its_own_goes_before_the_one_in_the_name(tmp_path: Path) -> None:
    path = tmp_path / "corpus.jsonl"
    path.write_text(
        '{"file": "a", "documentName": "Ein Fest (2020-01-01)", '
        '"published": "2020-02-02", "originalText": "Ja."}'
    )
    (article,) = articles(path)
    assert (article.title, article.published) == ("Ein Fest", "2020-02-02")


def test_a_document_may_have_neither_name_nor_date(tmp_path: Path) -> None:
    path = tmp_path / "corpus.jsonl"
    path.write_text('{"file": "a", "originalText": "Ja."}')
    (article,) = articles(path)
    assert (article.title, article.published) == ("", "")


@pytest.mark.parametrize("line", ["{", "[]", '{"file": "a"}', '"text"'])
def test_a_line_of_another_form_is_named_by_its_number(
    tmp_path: Path, line: str
) -> None:
    path = tmp_path / "corpus.jsonl"
    path.write_text(f'{{"file": "a", "originalText": "Ja."}}\n{line}\n')
    with pytest.raises(EvaluationError, match=r"corpus\.jsonl:2: no document"):
        list(articles(path))


def test_a_corpus_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match=r"none\.jsonl: cannot be read"):
        list(articles(tmp_path / "none.jsonl"))


def test_a_file_that_only_claims_to_be_packed_is_named(tmp_path: Path) -> None:
    path = tmp_path / "corpus.jsonl.xz"
    path.write_text("plain")
    with pytest.raises(EvaluationError, match=r"corpus\.jsonl\.xz: cannot be read"):
        list(articles(path))


def test_the_digest_is_of_the_file_as_it_lies_there(corpus: Path) -> None:
    assert digest(corpus) == hashlib.sha256(corpus.read_bytes()).hexdigest()
    with lzma.open(corpus) as lines:
        assert digest(corpus) != hashlib.sha256(lines.read()).hexdigest()


def test_a_digest_of_nothing_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match="cannot be read"):
        digest(tmp_path / "none")


def test_the_named_folder_goes_before_the_variable_and_that_before_the_default(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    named, variable, repository = (tmp_path / n for n in ("named", "variable", "repo"))
    default = tmp_path / "shared"
    for folder in (named, variable, default):
        folder.mkdir()
    monkeypatch.delenv("LAUT_SHARED", raising=False)
    assert shared_folder(None, repository) == default
    monkeypatch.setenv("LAUT_SHARED", str(variable))
    assert shared_folder(None, repository) == variable
    assert shared_folder(named, repository) == named


def test_a_folder_that_is_not_there_is_named_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match="no such folder; name the one"):
        shared_folder(tmp_path / "nowhere", tmp_path)
