"""The text of an article on a page: its voices marked, in any page alike.

Takes paragraphs of a view, gives HTML. A passage is a span with the classes of its
voice and of its kind, and begins with its number, a link to its note. What else is to
be said of a passage by a page goes into classes that the page hands in.
"""

from collections.abc import Callable

from laut.model import Article
from laut.tongues import say, spoken
from laut.views.markup import Place, classes, escaped
from laut.views.page_events import marked_word
from laut.views.passages import Passage
from laut.views.sureness import doubts_of, signs_of
from laut.views.voices import Closing, Opening, Paragraph, Segment, marked
from laut.views.words import KINDS

More = Callable[[Passage], str]
"""What a page says of a passage beyond the usual; "" for nothing."""


def nothing_more(passage: Passage) -> str:
    """Nothing beyond the usual."""
    del passage
    return ""


def foreign(article: Article) -> str:
    """The language of an article as an attribute, where the page speaks another."""
    if article.language == spoken():
        return ""
    return f' lang="{escaped(article.language)}"'


def headed(level: int, content: str, attributes: str = "") -> str:
    """A heading of that level."""
    return f"<h{level} {attributes}>{content}</h{level}>".replace(" >", ">", 1)


def paragraph_text(
    line: Paragraph, place: Place, article: Article, more: More = nothing_more
) -> str:
    """A paragraph or heading of the article, its passages marked."""
    words, language = _words(line, place, more), foreign(article)
    if line.heading:
        return headed(place.level + 1, words, language.strip())
    return f"<p{language}>{words}</p>"


def _words(line: Paragraph, place: Place, more: More) -> str:
    fresh = {passage.number for passage in line.opens}
    written: list[str] = []
    for mark in marked(line):
        match mark:
            case Segment(text=text, mark=sign):
                written.append(marked_word(text, sign, place))
            case Opening(passage) if passage.number in fresh:
                fresh.discard(passage.number)
                name = f'id="{place.name}-p{passage.number}" '
                written.append(_opening(passage, place, more(passage), name))
            case Opening(passage):
                written.append(_opening(passage, place, more(passage)))
            case Closing(passage):
                end = say("Ende {number}", number=passage.number)
                written.append(f'<span class="vh"> {end} </span></span>')
    return "".join(written)


def _opening(passage: Passage, place: Place, more: str, name: str = "") -> str:
    number, voice, kind = passage.number, passage.voice, passage.quotation.kind
    facts = ", ".join((voice.name, say(KINDS[kind]), *doubts_of(passage.quotation)))
    said = escaped(say("Stelle {number}: {facts}", number=number, facts=facts))
    known = f"q {kind} {classes(voice)} {more}".rstrip()
    return (
        f'<span class="{known}" tabindex="-1">'
        f'<a class="n" {name}href="#{place.name}-n{number}" aria-label="{said}">'
        f"{number}{signs_of(passage.quotation)}</a>"
    )
