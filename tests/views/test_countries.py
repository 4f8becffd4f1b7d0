from pathlib import Path

from laut.reading.polities import iso_codes
from laut.tongues import speaking
from laut.views import countries as module
from laut.views.countries import country_name, names_of, prefix_of
from tools.build_countries import countries


def test_the_table_is_what_the_tool_writes() -> None:
    path = Path(module.__file__).with_name("countries.tsv")
    assert path.read_text("utf-8") == countries()


def test_every_country_of_a_source_has_a_name_in_both_languages() -> None:
    for code in {*iso_codes(), "EU", "UN", "NATO"}:
        german = country_name(code)
        with speaking("en"):
            assert {german, country_name(code)} <= set(names_of(code)), code


def test_countries_have_the_names_that_newspapers_use() -> None:
    assert (country_name("US"), country_name("GB")) == ("USA", "Großbritannien")
    with speaking("en"):
        assert (country_name("GB"), country_name("RU")) == ("UK", "Russia")


def test_few_countries_begin_words() -> None:
    assert (prefix_of("US"), prefix_of("DE"), prefix_of("XX")) == ("US", "", "")


def test_a_code_that_the_table_lacks_is_shown_harmless() -> None:
    assert country_name("\x1b[31m") == "␛[31m"
    assert names_of("XX") == ()
