"""One page of HTML for readings: the article, its voices, notes in the margin.

Takes readings, gives a string that stands alone: no script, no address that is
loaded, light and dark by the viewer's choice, from the phone to the printer. Passages
are marked by a number and a line under them as well as by colour; numbers lead to
notes and back. Everything foreign is made harmless and escaped.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape

from laut.model import Article, Problem, Reading
from laut.tongues import counted, say, spoken
from laut.views.markup import Place, classes, escaped
from laut.views.notes import (
    balance,
    counted_passages,
    dateline,
    joined,
    legend,
    problem_line,
    title_of,
    voice_facts,
)
from laut.views.page_events import timeline
from laut.views.page_notes import notes_list, page_notes
from laut.views.page_style import style
from laut.views.page_text import foreign, headed, paragraph_text
from laut.views.passages import Passage
from laut.views.typography import one_line
from laut.views.voices import Paragraph, View, view_of

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_WEB = ("http://", "https://")


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
            f'<html lang="{spoken()}">',
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
    if not articles:
        return say("Keine Artikel")
    return counted(articles, "{n} Artikel", "{n} Artikel")


def _top(title: str, views: Iterable[View]) -> str:
    voices = max((len(view.voices) for view in views), default=0)
    return "\n".join(
        [
            "<head>",
            '<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="referrer" content="no-referrer">',
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
            f"<title>{escaped(title)} – laut</title>",
            f"<style>\n{style(voices)}</style>",
            "</head>",
        ]
    )


def _contents(
    title: str, views: Iterable[View], places: Iterable[Place]
) -> Iterator[str]:
    yield f'<a class="skip" href="#text">{say("Zum Text")}</a>'
    yield f'<nav class="contents" aria-label="{say("Inhalt")}"><h1>{title}</h1><ol>'
    for view, place in zip(views, places, strict=True):
        link = f'<a href="#{place.name}">{escaped(title_of(view.article))}</a>'
        about = filter(None, (dateline(view.article), balance(view)))
        yield f"<li>{link}<span>{escaped(joined(about))}</span></li>"
    yield "</ol></nav>"


def _article(view: View, place: Place, reader: str) -> str:
    heading = f'id="{place.name}-title"{foreign(view.article)}'
    notes = page_notes(view, place)
    read = say("Gelesen von laut, Fassung {reader}", reader=reader)
    return "\n".join(
        [
            f'<article id="{place.name}" aria-labelledby="{place.name}-title">',
            "<header>",
            headed(place.level, escaped(title_of(view.article)), heading),
            _dateline(view.article),
            *_voices(view, place),
            *_balance(view),
            "</header>",
            *(
                _row(paragraph, place, notes, view.article)
                for paragraph in view.paragraphs
            ),
            *_placeless(view.placeless, place, notes),
            *timeline(view, place),
            *_problems(view.problems, place),
            f"<footer>{escaped(read)}</footer>",
            "</article>",
        ]
    )


def _balance(view: View) -> Iterator[str]:
    for line in filter(None, (balance(view), legend(view))):
        yield f'<p class="balance">{escaped(line)}</p>'


def _dateline(article: Article) -> str:
    line = escaped(dateline(article))
    if article.url.startswith(_WEB):
        link = (
            f'<a href="{escape(one_line(article.url))}" rel="noreferrer">'
            f"{say('Original')}</a>"
        )
        line = joined(filter(None, (line, link)))
    return f'<p class="dateline">{line}</p>' if line else ""


def _voices(view: View, place: Place) -> Iterator[str]:
    if not view.voices:
        return
    yield f'<ul class="voices" aria-label="{say("Stimmen")}">'
    for voice in view.voices:
        first = view.numbers(voice)[0]
        name = f'<bdi class="name">{escaped(voice.name)}</bdi>'
        facts = escaped(joined([counted_passages(view, voice), *voice_facts(voice)]))
        yield (
            f'<li class="{classes(voice)}"><a href="#{place.name}-p{first}">{name}'
            f' <span class="facts">{facts}</span></a></li>'
        )
    yield "</ul>"


def _row(
    paragraph: Paragraph, place: Place, notes: Mapping[int, str], article: Article
) -> str:
    said = notes_list(paragraph.opens, notes)
    return f'<div class="row">{paragraph_text(paragraph, place, article)}{said}</div>'


def _placeless(
    passages: Sequence[Passage], place: Place, notes: Mapping[int, str]
) -> Iterator[str]:
    if passages:
        heading = headed(place.level + 1, say("Ohne Stelle im Text"))
        names = [f'<a id="{place.name}-p{p.number}"></a>' for p in passages]
        shown = notes_list(passages, notes)
        yield f'<section class="placeless">{heading}{"".join(names)}{shown}</section>'


def _problems(problems: Iterable[Problem], place: Place) -> Iterator[str]:
    lines = "".join(
        f"<li>{escaped(problem_line(problem))}</li>" for problem in problems
    )
    if lines:
        heading = headed(place.level + 1, say("Hinweise"))
        yield f'<section class="problems">{heading}<ul>{lines}</ul></section>'
