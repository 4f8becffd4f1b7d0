"""Rendering: templates, and the one way by which anything comes into them.

Whatever a template writes is harmless and escaped (`laut.views.markup.escaped`), but
for what is HTML of our own already, which is `Markup`. What must come back as it went
out, in fields and addresses, is written by the filter `exact`.
"""

from functools import cache
from html import escape
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse

from laut.tongues import counted, say, spoken
from laut.views.countries import country_name
from laut.views.markup import escaped
from laut.views.standing import standing_words
from laut.views.typography import date_in_words, one_line
from laut.views.words import KINDS
from laut.web.assets import version
from laut.web.citing import is_web
from laut.web.desk import desk_of
from laut.web.links import href
from laut.web.visitors import form_key, name_of, remember_visitor
from laut.web.wording import (
    CHANGED,
    CORRECTED,
    ECHO_KINDS,
    ROLES,
    STANDINGS,
    VERDICTS,
    day_in_words,
    statement_facts,
)


def shown(
    request: Request, template: str, status: int = 200, **fields: Any
) -> HTMLResponse:
    """The page of a template, with these fields."""
    desk = desk_of(request)
    page = environment().get_template(template)
    written = page.render(
        fields,
        lang=spoken(),
        path=request.url.path,
        form_key=form_key(request, desk.settings),
        visitor_name=name_of(request),
        ledger_name=desk.ledger.name,
    )
    response = HTMLResponse(written.encode("utf-8", "replace"), status)
    remember_visitor(request, response)
    return response


@cache
def environment() -> Environment:
    """The templates, with what they may call."""
    made = Environment(
        loader=PackageLoader("laut.web"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalized,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters |= {"exact": _exact, "line": one_line}
    made.globals |= {
        "say": say,
        "counted": counted,
        "href": href,
        "date": date_in_words,
        "day": day_in_words,
        "country": country_name,
        "standing": standing_words,
        "facts": statement_facts,
        "is_web": is_web,
        "version": version(),
        "kinds": KINDS,
        "changed": CHANGED,
        "echo_kinds": ECHO_KINDS,
        "labels": CORRECTED,
        "roles": ROLES,
        "standings": STANDINGS,
        "verdicts": VERDICTS,
    }
    return made


def _finalized(value: Any) -> Any:
    """What stands in the page for a value."""
    if isinstance(value, Markup):
        return value
    return "" if value is None else Markup(escaped(str(value)))  # noqa: S704 - escaped


def _exact(text: str) -> Markup:
    """The text for a field or an address: escaped, otherwise as it is."""
    return Markup(escape(text))  # noqa: S704 - escaped
