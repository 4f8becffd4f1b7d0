"""One page of HTML for readings: the article, its voices, notes in the margin.

Takes readings, gives a string that stands alone: no script, no address that is
loaded, light and dark by the viewer's choice, from the phone to the printer. Passages
are marked by a number and a line under them as well as by colour; numbers lead to
notes and back. Everything foreign is made harmless and escaped.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from html import escape
from importlib.resources import files

import msgspec

from laut.model import Article, Problem, Reading
from laut.views.notes import (
    balance,
    counted_passages,
    dateline,
    joined,
    note_of,
    problem_line,
    title_of,
    voice_facts,
)
from laut.views.palette import DARK, LIGHT, Palette
from laut.views.passages import Passage, Voice
from laut.views.typography import bound, harmless, one_line
from laut.views.voices import (
    Closing,
    Opening,
    Paragraph,
    Segment,
    View,
    marked,
    view_of,
)
from laut.views.words import KINDS

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_WEB = ("http://", "https://")


class Place(msgspec.Struct, frozen=True):
    """Where an article stands on the page.

    Attributes:
        name: begins every id of the article.
        level: of the article's own heading.
    """

    name: str
    level: int


def to_page(readings: Sequence[Reading]) -> str:
    """The page; with several readings it begins with a table of contents."""
    views = [view_of(reading) for reading in readings]
    level = 1 if len(views) == 1 else 2
    places = [Place(f"a{number}", level) for number in range(1, len(views) + 1)]
    articles = map(_article, views, places, [reading.reader for reading in readings])
    title = title_of(views[0].article) if len(views) == 1 else _count(len(views))
    return "\n".join(
        [
            "<!doctype html>",
            '<html lang="de">',
            _top(title, views),
            "<body>",
            *([] if len(views) == 1 else _contents(title, views, places)),
            '<main id="text">',
            *articles,
            "</main>",
            "</body>",
            "</html>",
            "",
        ]
    )


def _count(articles: int) -> str:
    return f"{articles} Artikel" if articles else "Keine Artikel"


def _top(title: str, views: Iterable[View]) -> str:
    voices = max((len(view.voices) for view in views), default=0)
    return "\n".join(
        [
            "<head>",
            '<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="referrer" content="no-referrer">',
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
            f"<title>{_set(title)} – laut</title>",
            f"<style>\n{_style(voices)}</style>",
            "</head>",
        ]
    )


def _style(voices: int) -> str:
    """The style of the page, with a rule for each voice that lights up together."""
    return "\n".join(
        [
            f":root {{ {_variables(LIGHT)} }}",
            f"@media (prefers-color-scheme: dark) {{ :root {{ {_variables(DARK)} }} }}",
            *(
                f".s{slot} {{ --c: var(--s{slot}) }}"
                for slot in range(len(LIGHT.voices))
            ),
            _sheet(),
            *map(_together, range(1, voices + 1)),
            "",
        ]
    )


@cache
def _sheet() -> str:
    return files("laut.views").joinpath("page.css").read_text(encoding="utf-8")


def _variables(palette: Palette) -> str:
    names = ("paper", "ink", "faint", "line")
    plain = [f"--{name}: {getattr(palette, name)}" for name in names]
    return "; ".join(plain + [f"--s{n}: {c}" for n, c in enumerate(palette.voices)])


def _together(voice: int) -> str:
    touched = f".v{voice}:is(:hover, :focus-within, :target)"
    strong = "background: color-mix(in srgb, var(--c) 20%, var(--paper))"
    return f"article:has({touched}) .v{voice} {{ {strong} }}"


def _contents(
    title: str, views: Iterable[View], places: Iterable[Place]
) -> Iterator[str]:
    yield '<a class="skip" href="#text">Zum Text</a>'
    yield f'<nav class="contents" aria-label="Inhalt"><h1>{title}</h1><ol>'
    for view, place in zip(views, places, strict=True):
        link = f'<a href="#{place.name}">{_set(title_of(view.article))}</a>'
        about = filter(None, (dateline(view.article), balance(view)))
        yield f"<li>{link}<span>{_set(joined(about))}</span></li>"
    yield "</ol></nav>"


def _article(view: View, place: Place, reader: str) -> str:
    heading = f'id="{place.name}-title"'
    return "\n".join(
        [
            f'<article id="{place.name}" aria-labelledby="{place.name}-title">',
            f"<header>{_heading(place.level, _set(title_of(view.article)), heading)}",
            _dateline(view.article),
            *_voices(view, place),
            f'<p class="balance">{_set(balance(view))}</p></header>',
            *(_row(paragraph, place) for paragraph in view.paragraphs),
            *_placeless(view.placeless, place),
            *_problems(view.problems, place),
            f"<footer>Gelesen von laut, Fassung {_set(reader)}</footer>",
            "</article>",
        ]
    )


def _heading(level: int, content: str, attributes: str = "") -> str:
    return f"<h{level} {attributes}>{content}</h{level}>".replace(" >", ">", 1)


def _dateline(article: Article) -> str:
    line = _set(dateline(article))
    if article.url.startswith(_WEB):
        link = (
            f'<a href="{escape(one_line(article.url))}" rel="noreferrer">Original</a>'
        )
        line = joined(filter(None, (line, link)))
    return f'<p class="dateline">{line}</p>' if line else ""


def _voices(view: View, place: Place) -> Iterator[str]:
    if not view.voices:
        return
    yield '<ul class="voices" aria-label="Stimmen">'
    for voice in view.voices:
        first = view.numbers(voice)[0]
        name = f'<bdi class="name">{_set(voice.name)}</bdi>'
        facts = _set(joined([counted_passages(view, voice), *voice_facts(voice)]))
        yield (
            f'<li class="{_classes(voice)}"><a href="#{place.name}-p{first}">{name}'
            f' <span class="facts">{facts}</span></a></li>'
        )
    yield "</ul>"


def _row(paragraph: Paragraph, place: Place) -> str:
    words = _words(paragraph, place)
    line = _heading(place.level + 1, words) if paragraph.heading else f"<p>{words}</p>"
    return f'<div class="row">{line}{_notes(paragraph.opens, place)}</div>'


def _words(paragraph: Paragraph, place: Place) -> str:
    fresh = {passage.number for passage in paragraph.opens}
    written: list[str] = []
    for mark in marked(paragraph):
        match mark:
            case Segment(text=text):
                written.append(_set(text))
            case Opening(passage) if passage.number in fresh:
                fresh.discard(passage.number)
                name = f'id="{place.name}-p{passage.number}" '
                written.append(_opening(passage, place, name))
            case Opening(passage):
                written.append(_opening(passage, place))
            case Closing(passage):
                written.append(
                    f'<span class="vh"> Ende {passage.number} </span></span>'
                )
    return "".join(written)


def _opening(passage: Passage, place: Place, name: str = "") -> str:
    number, voice, kind = passage.number, passage.voice, passage.quotation.kind
    said = f"Stelle {number}: {_set(voice.name)}, {KINDS[kind]}"
    return (
        f'<span class="q {kind} {_classes(voice)}" tabindex="-1">'
        f'<a class="n" {name}href="#{place.name}-n{number}" aria-label="{said}">'
        f"{number}</a>"
    )


def _notes(passages: Iterable[Passage], place: Place) -> str:
    notes = "".join(_note(passage, place) for passage in passages)
    return f'<ol class="notes" aria-label="Anmerkungen">{notes}</ol>' if notes else ""


def _note(passage: Passage, place: Place) -> str:
    note = note_of(passage)
    number, kind = note.number, passage.quotation.kind
    word = KINDS[kind]
    facts = _set(joined(note.facts)).replace(
        word, f'<span class="kind {kind}">{word}</span>', 1
    )
    back = f'href="#{place.name}-p{number}" aria-label="Zur Stelle {number}"'
    return (
        f'<li id="{place.name}-n{number}" class="{_classes(passage.voice)}">'
        f'<a class="n" {back}>{number}</a> '
        f'<div><bdi class="name">{_set(note.name)}</bdi>'
        f' <span class="facts">{facts}</span></div></li>'
    )


def _placeless(passages: Sequence[Passage], place: Place) -> Iterator[str]:
    notes = _notes(passages, place)
    if notes:
        heading = _heading(place.level + 1, "Ohne Stelle im Text")
        names = [f'<a id="{place.name}-p{p.number}"></a>' for p in passages]
        yield f'<section class="placeless">{heading}{"".join(names)}{notes}</section>'


def _problems(problems: Iterable[Problem], place: Place) -> Iterator[str]:
    lines = "".join(f"<li>{_set(problem_line(problem))}</li>" for problem in problems)
    if lines:
        heading = _heading(place.level + 1, "Hinweise")
        yield f'<section class="problems">{heading}<ul>{lines}</ul></section>'


def _classes(voice: Voice) -> str:
    return f"s{voice.slot} v{voice.number}"


def _set(text: str) -> str:
    """The text as it may stand in a page, in an element or in an attribute."""
    return escape(bound(harmless(text)))
