"""The events of a page: marks behind words, and the timeline at its end.

Takes deeds and moments, gives HTML: a deed's word has its number behind it, which
leads to its line in the timeline, and that line leads back. Works without script.
"""

from collections.abc import Iterator

from laut.tongues import say
from laut.views.deeds import Deed, Moment, dated, in_time
from laut.views.markup import Place, escaped
from laut.views.typography import quoted
from laut.views.voices import View
from laut.views.words import time_in_words


def marked_word(words: str, mark: Deed | Moment | None, place: Place) -> str:
    """Words of the text, with what they tell."""
    match mark:
        case Deed(number=number):
            label = escaped(f"{say('Ereignis {number}', number=number)}: {mark.what}")
            link = (
                f'<a class="en" id="{place.name}-t{number}"'
                f' href="#{place.name}-e{number}" aria-label="{label}">{number}</a>'
            )
            return f'<span class="e">{escaped(words)}</span>{link}'
        case Moment(value=value):
            title = escaped(time_in_words(value))
            return f'<span class="t" title="{title}">{escaped(words)}</span>'
        case _:
            return escaped(words)


def timeline(view: View, place: Place) -> Iterator[str]:
    """The section with the events by their dates; nothing where there are none."""
    if not view.deeds:
        return
    level = place.level + 1
    name = f"{place.name}-events"
    yield f'<section class="events" aria-labelledby="{name}">'
    yield f'<h{level} id="{name}">{say("Ereignisse")}</h{level}>'
    yield f"<ol>{''.join(_items(view, place))}</ol></section>"


def _items(view: View, place: Place) -> Iterator[str]:
    before = None
    for deed in in_time(view.deeds):
        when = "" if deed.when == before else escaped(dated(deed))
        before = deed.when
        yield (
            f'<li id="{place.name}-e{deed.number}"><span class="when">{when}</span>'
            f"<div>{''.join(_said(deed, place))}</div></li>"
        )


def _said(deed: Deed, place: Place) -> Iterator[str]:
    back = escaped(say("Zum Ereignis {number}", number=deed.number))
    yield (
        f'<a class="en" href="#{place.name}-t{deed.number}" aria-label="{back}">'
        f"{deed.number}</a> "
    )
    yield f'<bdi class="parties">{escaped(deed.parties)}</bdi> '
    what = f"{deed.what} {quoted(deed.word)}"
    about = f"{what}: {deed.about}" if deed.about else what
    facts = [escaped(about), f'<span class="status">{escaped(deed.status)}</span>']
    if deed.passage is not None:
        teller = escaped(
            say("laut {name} ({number})", name=deed.teller, number=deed.passage)
        )
        facts.append(f'<a href="#{place.name}-p{deed.passage}">{teller}</a>')
    yield f'<span class="facts">{" · ".join(facts)}</span>'
