"""What holds of plain text as an input."""

import pytest

from laut.intake.plain import article_of_text
from laut.intake.raw import Raw
from laut.model import Article


def article(text: str) -> Article:
    return article_of_text(Raw(name="a.txt", body=text.encode()))


def test_a_first_line_that_stands_alone_is_the_title_and_leaves_the_text() -> None:
    read = article("Brücke bleibt gesperrt\n\nDie Brücke bleibt zu.\n")
    assert read.title == "Brücke bleibt gesperrt"
    assert read.text.startswith("Die Brücke bleibt zu.")


def test_a_whole_paragraph_on_the_next_line_makes_a_headline_too() -> None:
    paragraph = "Die Brücke bleibt zu, sagte er. " * 6
    read = article(f"Brücke bleibt gesperrt\n{paragraph}\nNoch lange")
    assert read.title == "Brücke bleibt gesperrt"
    assert read.text.startswith("Die Brücke")


def test_a_headline_may_ask() -> None:
    assert article("Bleibt die Brücke zu?\n\nEr sagt ja.").title == (
        "Bleibt die Brücke zu?"
    )


@pytest.mark.parametrize(
    "text",
    [
        "Die Brücke bleibt zu.\n\nDas sagte er.",
        "Die Brücke bleibt zu\nund das bis Mai.\n\nDas sagte er.",
        "Brücke bleibt gesperrt\nDie Brücke bleibt zu.",
        "Brücke bleibt gesperrt",
        "Brücke bleibt gesperrt\n\n",
        "x" * 400 + "\n\nDas sagte er.",
    ],
)
def test_other_first_lines_stay_in_the_text(text: str) -> None:
    read = article(text)
    assert read.title == ""
    assert read.text.strip() == text.strip()
