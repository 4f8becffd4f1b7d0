"""The desk in a real Chromium: reading, reviewing by keys, no script, phones, axe."""

import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.views import samples

from .desks import deeds, hostile, key_of, passage_key
from .test_pages import PATHS

TALKS = key_of(samples.talks().article)
HOSTILE = key_of(hostile().article)
PHONE = {"width": 360, "height": 740}
THEMES = ("light", "dark")


@pytest.fixture
def calm(page: Page) -> Iterator[Page]:
    """A page that may not complain: no error, nothing that its policy forbids."""
    said: list[str] = []
    page.on("console", lambda m: said.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    yield page
    assert not said


def claim_path(address: str, page: Page) -> str:
    page.goto(f"{address}/claims")
    found: str | None = page.locator(".card a").first.get_attribute("href")
    assert found
    return found


@pytest.mark.parametrize("theme", THEMES)
def test_axe_finds_nothing_to_complain_of(
    browser: Browser, address: str, theme: str
) -> None:
    context = browser.new_context(color_scheme=theme, locale="de-DE")  # type: ignore[arg-type]  # one of THEMES
    page = context.new_page()
    page.goto(f"{address}/claims")
    found: list[str] = []
    for path in (*PATHS, claim_path(address, page), "/enter", "/nix"):
        page.goto(address + path)
        result = Axe().run(page)
        found += [
            f"{path}: {one['id']}: {node['html'][:120]} {node['failureSummary']}"
            for one in result.response["violations"]
            for node in one["nodes"][:3]
        ]
    context.close()
    assert not found, "\n".join(found)


@pytest.mark.parametrize("width", [320, 360, 768, 1440])
def test_no_page_is_wider_than_its_window(
    browser: Browser, address: str, width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 740})
    page = context.new_page()
    for path in (*PATHS, claim_path(address, page)):
        page.goto(address + path)
        over = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert over <= 0, (path, over)
    context.close()


def test_pointing_and_focus_show_who_speaks(calm: Page, address: str) -> None:
    calm.set_viewport_size(PHONE)  # type: ignore[arg-type]  # a width and a height
    calm.goto(f"{address}/article/{TALKS}")
    calm.locator("#a-p2").hover()
    expect(calm.locator(".card-of")).to_contain_text("Diplomat")
    expect(calm.locator(".card-of")).to_contain_text("wahrscheinlich")
    calm.keyboard.press("Escape")
    expect(calm.locator(".card-of")).to_have_count(0)
    calm.locator("#a-p4").focus()
    expect(calm.locator(".card-of")).to_contain_text("Außenminister von Norland")


def test_a_hostile_article_runs_nothing(calm: Page, address: str) -> None:
    dialogs: list[str] = []
    calm.on("dialog", lambda dialog: dialogs.append(dialog.message))
    calm.goto(f"{address}/article/{HOSTILE}")
    calm.locator(".q").first.hover()
    assert calm.title() == "</title><script>alert(2)</script> – laut"
    expect(calm.locator("article")).to_contain_text("<script>document.title='taken'")
    assert not dialogs


def test_results_come_as_one_types_and_the_address_can_be_shared(
    calm: Page, address: str
) -> None:
    calm.goto(f"{address}/search")
    calm.locator("#filters input[name=q]").press_sequentially("Drohnen Norland")
    expect(calm.locator("#results .card")).to_have_count(2)
    assert calm.url.endswith("/search?q=Drohnen+Norland")
    calm.locator("#filters select[name=identity]").select_option("none")
    expect(calm.locator("#results")).to_contain_text("Nichts gefunden")
    calm.reload()
    expect(calm.locator("#results")).to_contain_text("Nichts gefunden")


def test_filters_are_links_and_the_text_stays_whole(calm: Page, address: str) -> None:
    calm.goto(f"{address}/article/{TALKS}")
    whole = calm.locator(".text .row").all_inner_texts()
    calm.get_by_role("link", name="Nur wofür der Artikel selbst einsteht").click()
    assert "show=author" in calm.url
    expect(calm.locator(".q:not(.off)")).to_have_count(0)
    words = "".join(calm.locator(".text .row > :first-child").all_text_contents())
    for line in samples.TALKS.split(". "):
        assert line.split()[0] in words
    assert whole
    calm.get_by_label("Nur Diplomatenkreise").click()
    expect(calm.locator(".q:not(.off)")).to_have_count(2)  # it is interrupted


def test_review_goes_by_keys_and_can_be_undone(calm: Page, own_address: str) -> None:
    calm.goto(f"{own_address}/review")
    waiting = calm.locator(".queue > .card").count()
    calm.keyboard.press("j")
    calm.keyboard.press("a")  # without a name the browser asks for one
    expect(calm.locator("input[name=name]").first).to_be_focused()
    calm.keyboard.type("Ada")
    calm.locator(".queue .card").first.focus()
    calm.keyboard.press("r")
    expect(calm.locator(".undo")).to_contain_text("stimmt nicht")
    expect(calm.locator(".queue > .card")).to_have_count(waiting - 1)
    calm.keyboard.press("u")
    expect(calm.locator(".undo")).to_have_count(0)
    calm.goto(f"{own_address}/history")
    expect(calm.locator(".judgements .gone")).to_have_count(1)


def test_a_selection_becomes_the_corrected_words(calm: Page, own_address: str) -> None:
    calm.goto(f"{own_address}/review/{passage_key(deeds(), 0)}")
    calm.locator("#context mark").dblclick()
    calm.get_by_role("button", name="Auswahl im Text übernehmen").click()
    words = calm.locator("textarea[name=words]").input_value()
    assert words
    assert " " not in words
    calm.locator("#correct input[name=name]").fill("Ada")
    calm.get_by_role("button", name="Berichtigung eintragen").click()
    expect(calm.locator(".judgements")).to_contain_text("berichtigt")


def test_a_text_is_pasted_read_and_kept(calm: Page, own_address: str) -> None:
    calm.goto(f"{own_address}/paste")
    calm.get_by_label("Text", exact=True).fill("Er komme nicht, sagte Karla Venn.")
    calm.get_by_label("Titel").fill("Absage")
    calm.get_by_role("button", name="Lesen").click()
    expect(calm.locator("h1")).to_have_text("Absage")
    calm.get_by_role("button", name="Ins Ledger eintragen").click()
    assert re.search(r"/article/[0-9a-f]{20}$", calm.url)
    expect(calm.locator(".speakers")).to_contain_text("Karla Venn")


def test_everything_works_without_script(browser: Browser, own_address: str) -> None:
    context = browser.new_context(java_script_enabled=False, locale="de-DE")
    page = context.new_page()
    page.goto(own_address)
    page.locator("#seek").fill("Drohnen Norland")
    page.locator(".seek button").click()
    page.get_by_role("link", name="Drohnen für Norland").click()
    page.locator(".q .n").first.click()
    assert page.url.endswith("#a-n1")
    page.get_by_label("prüfen: Stelle 1").click()
    page.locator(".verdict-full input[name=name]").fill("Ada")
    page.get_by_role("button", name="Stimmt", exact=True).click()
    expect(page.locator(".judgements")).to_contain_text("Ada")
    page.locator("summary", has_text="Aufheben").click()
    page.locator(".undo-one input[name=name]").fill("Ada")
    page.get_by_role("button", name="Urteil aufheben").click()
    expect(page.locator(".judgements .gone")).to_have_count(1)
    context.close()


def test_the_keyboard_alone_comes_everywhere(calm: Page, address: str) -> None:
    calm.goto(f"{address}/article/{TALKS}")
    calm.keyboard.press("Tab")
    expect(calm.get_by_role("link", name="Zum Inhalt")).to_be_focused()
    calm.keyboard.press("Enter")
    expect(calm.locator("main")).to_be_focused()
    seen = set()
    for _ in range(60):
        calm.keyboard.press("Tab")
        seen.add(calm.evaluate("document.activeElement.className"))
    assert "n" in seen
    assert "swatch" in seen


def test_nothing_moves_while_a_page_loads(calm: Page, address: str) -> None:
    calm.add_init_script(
        "window.moved = 0; new PerformanceObserver(list => {"
        " for (const one of list.getEntries()) window.moved += one.value"
        "}).observe({type: 'layout-shift', buffered: true})"
    )
    for path in PATHS:
        calm.goto(address + path, wait_until="networkidle")
        assert calm.evaluate("window.moved") < 0.01, path


def test_a_printed_article_keeps_text_and_notes_and_nothing_else(
    calm: Page, address: str
) -> None:
    calm.goto(f"{address}/article/{TALKS}")
    calm.emulate_media(media="print")
    expect(calm.locator(".mast nav")).to_be_hidden()
    expect(calm.locator(".filter")).to_be_hidden()
    expect(calm.locator(".row .notes").first).to_be_visible()
