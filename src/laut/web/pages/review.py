"""Review: passages judged by people, one after the other; every judgement in the book.

Nothing is changed but by appending a judgement, and every judgement can be taken back.
Each carries the name that its maker gives, and the moment.
"""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from laut.errors import LedgerError
from laut.inquiry import judging
from laut.inquiry.judging import Judge
from laut.ledger.book import Ledger
from laut.ledger.corrections import standing
from laut.ledger.judgements import judgements_on, latest_judgements
from laut.ledger.records import Judgement
from laut.tongues import say
from laut.views.typography import one_line
from laut.views.words import HOWS
from laut.web.asking import statements
from laut.web.desk import desk_of
from laut.web.forms import Fields
from laut.web.links import href
from laut.web.moments import now
from laut.web.pages.article import nothing_there, shelved
from laut.web.proof import LINKS, Refusal, choices, proof_of, wanted_changes
from laut.web.rendering import shown
from laut.web.visitors import LONGEST_NAME, remember_name

_QUEUE = 15
_HISTORY = 200
_BAD = 422


def queue(request: Request) -> Response:
    """Passages that ask for a look."""
    with desk_of(request).ledger.looking() as connection:
        waiting = statements.to_review(connection, _QUEUE)
    asked = request.query_params
    done = {"key": asked.get("done", ""), "kind": asked.get("kind", "")}
    return shown(request, "review.html", waiting=waiting, done=done)


def judge(request: Request) -> Response:
    """One passage, with all that can be said of it."""
    return _proof(request, request.path_params["key"])


def _proof(
    request: Request, key: str, status: int = 200, problem: str = ""
) -> Response:
    with desk_of(request).ledger.looking() as connection:
        there = statements.of_keys(connection, [key])
        if not there:
            raise nothing_there()
        found = shelved(connection, there[0].article)
        made = judgements_on(connection, [key])
    return shown(
        request,
        "judge.html",
        status,
        statement=there[0],
        proof=proof_of(found.kept, found.read, made, key),
        verdict=standing(made).get(key),
        judgements=made,
        choices=choices(),
        hows=HOWS,
        links=LINKS,
        problem=problem,
    )


def decide(request: Request, fields: Fields) -> Response:
    """Write a judgement down."""
    key, kind = request.path_params["key"], fields.get("verdict", "")
    name = one_line(fields.get("name", ""))[:LONGEST_NAME]
    if not name:
        return _proof(request, key, _BAD, say("Ein Urteil braucht einen Namen."))
    try:
        body = _wanted(desk_of(request).ledger, key, kind, fields)
    except Refusal as refusal:
        return _proof(request, key, _BAD, str(refusal))
    judge_ = Judge(name, now())
    made = judging.on_attribution(desk_of(request).ledger, kind, key, judge_, body)
    answer = RedirectResponse(_next(fields, made), 303)
    remember_name(request, answer, name)
    return answer


def _wanted(ledger: Ledger, key: str, kind: str, fields: Fields) -> dict[str, str]:
    """What a form corrects; nothing where it only accepts or rejects.

    Raises:
        HTTPException: there is no such passage, or no such verdict.
        Refusal: a correction is none.
    """
    with ledger.looking() as connection:
        there = statements.of_keys(connection, [key])
        if not there:
            raise nothing_there()
        found = shelved(connection, there[0].article)
    if kind in {"accept", "reject"}:
        return {}
    if kind != "correct":
        raise HTTPException(400, say("Dieses Urteil kennt laut nicht."))
    proof = proof_of(found.kept, found.read, found.judgements, key)
    return wanted_changes(proof, fields)


def _next(fields: Fields, made: Judgement) -> str:
    if fields.get("then") == "review":
        return href("review", done=made.key, kind=made.kind)
    return href("judge", made.subject)


def take_back(request: Request, fields: Fields) -> Response:
    """Take a judgement back."""
    name = one_line(fields.get("name", ""))[:LONGEST_NAME]
    if not name:
        raise HTTPException(_BAD, say("Ein Urteil braucht einen Namen."))
    reason = one_line(fields.get("reason", ""))
    key = request.path_params["key"]
    try:
        judging.take_back(desk_of(request).ledger, key, Judge(name, now()), reason)
    except LedgerError as error:
        raise HTTPException(409, str(error)) from error
    answer = RedirectResponse(_back(fields), 303)
    remember_name(request, answer, name)
    return answer


def _back(fields: Fields) -> str:
    """Back to where the judgement was taken back."""
    subject = fields.get("subject", "")
    if fields.get("claim"):
        return href("claim", fields["claim"])
    if subject:
        return href("judge", subject)
    return href("review") if fields.get("then") == "review" else href("history")


def history(request: Request) -> Response:
    """The last judgements, the newest first, with what they are about."""
    with desk_of(request).ledger.looking() as connection:
        made = latest_judgements(connection, _HISTORY)
        about = statements.of_keys(connection, [one.subject for one in made])
    by_key = {statement.key: statement for statement in about}
    return shown(request, "history.html", judgements=made, about=by_key)
