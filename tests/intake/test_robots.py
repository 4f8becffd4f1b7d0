import pytest

from laut.intake.robots import NOTHING_ALLOWED, NOTHING_SAID, rules_of

SITE = """\
# Guten Tag
User-agent: andere
User-Agent: Laut   # auch gemeint
Disallow: /intern/
Allow: /intern/presse
Disallow: /*.pdf$
Disallow: /suche?*q=
Crawl-delay: 2.5

User-agent: *
Disallow: /
"""


def test_the_longest_line_of_the_own_group_counts() -> None:
    rules = rules_of(SITE, "laut")
    for path in ("/", "/artikel", "/intern/presse/1", "/bericht.pdf?seite=1"):
        assert rules.allows(path)
    for path in ("/intern/akte", "/bericht.pdf", "/suche?x=1&q=brücke"):
        assert not rules.allows(path)


def test_who_is_not_named_is_everybody() -> None:
    assert not rules_of(SITE, "fremd").allows("/artikel")


def test_the_pause_that_a_site_wants_is_known() -> None:
    assert rules_of(SITE, "laut").delay == 2.5
    assert rules_of("User-agent: *\nCrawl-delay: bald", "laut").delay == 0


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<html>Nicht gefunden</html>",
        "User-agent: *\nDisallow:",
        "Disallow: /",
        "User-agent: fremd\nDisallow: /",
    ],
)
def test_what_forbids_nothing_allows_everything(text: str) -> None:
    assert rules_of(text, "laut").allows("/artikel")


def test_of_lines_that_are_as_long_the_one_that_allows_counts() -> None:
    assert rules_of("User-agent: *\nDisallow: /a\nAllow: /a", "laut").allows("/a")


def test_a_group_may_stand_in_parts() -> None:
    text = "User-agent: laut\nDisallow: /a\n\nUser-agent: laut\nDisallow: /b"
    rules = rules_of(text, "laut")
    assert not rules.allows("/a")
    assert not rules.allows("/b")


def test_all_and_nothing() -> None:
    assert NOTHING_SAID.allows("/")
    assert not NOTHING_ALLOWED.allows("/")
