import time

import pytest

from laut.config import Config
from laut.errors import FetchError, ForbiddenError, InputError
from laut.intake.raw import Validators
from laut.intake.visitor import Visitor
from tests.intake.site import Answer, Site

QUICK = Config(allow_private=True, pause=0)


def test_a_page_that_was_found_is_had(site: Site) -> None:
    raw = Visitor(QUICK).visit(site.page("/a", "Guten Tag", ETag='"1"'))
    assert raw is not None
    assert (raw.body, raw.etag) == (b"Guten Tag", '"1"')


def test_only_news_are_asked_for_where_the_last_answer_is_known(site: Site) -> None:
    site.answers["/a"] = Answer(304)
    known = Validators(etag='"1"', modified="Tue, 06 Sep 2022 14:05:00 GMT")
    assert Visitor(QUICK).ask(site.address("/a"), known) is None
    [(_, headers)] = site.asked
    assert headers["If-None-Match"] == '"1"'
    assert headers["If-Modified-Since"] == "Tue, 06 Sep 2022 14:05:00 GMT"


def test_a_server_that_has_no_news_without_being_asked_for_them_is_odd(
    site: Site,
) -> None:
    site.answers["/a"] = Answer(304)
    with pytest.raises(FetchError, match="304"):
        Visitor(QUICK).ask(site.address("/a"))


def test_what_a_site_forbids_is_not_visited_but_asked_where_the_user_names_it(
    site: Site,
) -> None:
    site.page("/robots.txt", "User-agent: *\nDisallow: /a")
    address, other = site.page("/a", "Nein"), site.page("/b", "Ja")
    visitor = Visitor(QUICK)
    with pytest.raises(ForbiddenError, match=r"robots\.txt"):
        visitor.visit(address)
    assert visitor.visit(other) is not None
    assert visitor.ask(address) is not None
    assert [path for path, _ in site.asked] == ["/robots.txt", "/b", "/a"]


@pytest.mark.parametrize("status", [403, 404])
def test_a_site_without_rules_forbids_nothing(site: Site, status: int) -> None:
    site.answers["/robots.txt"] = Answer(status)
    assert Visitor(QUICK).visit(site.page("/a", "Ja")) is not None


def test_a_site_that_fails_to_tell_its_rules_forbids_everything(site: Site) -> None:
    site.answers["/robots.txt"] = Answer(503)
    with pytest.raises(ForbiddenError):
        Visitor(QUICK).visit(site.page("/a", "Ja"))


def test_between_two_requests_to_a_host_lies_a_pause(site: Site) -> None:
    address = site.page("/a", "Ja")
    visitor = Visitor(Config(allow_private=True, pause=0.2))
    begin = time.monotonic()
    visitor.ask(address)
    assert time.monotonic() - begin < 0.2
    visitor.ask(address)
    assert time.monotonic() - begin >= 0.2


def test_a_site_may_ask_for_a_longer_pause(site: Site) -> None:
    site.page("/robots.txt", "User-agent: *\nCrawl-delay: 0.2")
    visitor = Visitor(QUICK)
    begin = time.monotonic()
    visitor.visit(site.page("/a", "Ja"))
    assert time.monotonic() - begin >= 0.2


def test_what_is_no_address_is_told() -> None:
    with pytest.raises(InputError):
        Visitor(QUICK).ask("http://[kaputt/")
