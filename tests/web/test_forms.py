"""What visitors send: pasting, judging, taking back, and what is refused."""

import json
from typing import Any

import httpx2
import pytest

from laut.inquiry import judging
from laut.inquiry.answers import life_of
from laut.inquiry.judging import Judge
from laut.ledger.book import Ledger
from laut.ledger.judgements import judged
from tests.views import samples

from .desks import Visitor, deeds, key_of, passage_key

TEXT = (
    "Norland kaufe Drohnen, sagte der Minister am Dienstag in Leverfeld.\nEr schwieg."
)
ARMS = key_of(samples.arms().article)
FIRST = passage_key(samples.arms(), 0)
BRIDGE = samples.bridge()


def judge(writer: Visitor, key: str, **fields: str) -> httpx2.Response:
    return writer.send(f"/review/{key}", {"name": "Ada Prüferin", **fields})


def test_a_pasted_text_is_read_at_once_and_nothing_is_kept(
    writer: Visitor, own_ledger: Ledger
) -> None:
    before = own_ledger.counts().articles
    answer = writer.send("/paste", {"text": TEXT, "url": "", "published": "6.9.2022"})
    assert answer.status_code == 200
    assert "Gelesen, nicht eingetragen" in answer.text
    assert '<span class="q ' in answer.text
    assert "Gründe" in answer.text
    assert own_ledger.counts().articles == before


def test_what_was_pasted_is_kept_when_that_is_asked_for(
    writer: Visitor, own_ledger: Ledger
) -> None:
    fields = {"keep": "1", "text": TEXT.replace("\n", "\r\n"), "title": "Der Kauf"}
    answer = writer.send("/paste", fields)
    assert "Der Kauf" in answer.text
    assert answer.url.path.startswith("/article/")
    kept = own_ledger.article(answer.url.path.removeprefix("/article/"))
    assert kept[0].article.text == TEXT
    assert kept[0].sightings[0].input == "eingefügter Text"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"text": " ", "url": ""}, "einen Text einfügen oder eine Adresse"),
        ({"text": "", "url": "/etc/passwd"}, "einen Text einfügen oder eine Adresse"),
        ({"text": "", "url": "file:///etc/passwd"}, "oder eine Adresse"),
        ({"text": "", "url": "http://127.0.0.1:1/"}, "nicht im öffentlichen Netz"),
        ({"text": TEXT, "published": "neulich"}, "Das Datum „neulich“"),
        ({"text": "x" * 200_001}, "mehr als 200000 Zeichen"),
        ({"text": "", "keep": "1"}, "Es steht kein Text darin"),
        (
            {"text": "The minister said on Tuesday that they would not pay. " * 9},
            "Englisch",
        ),
    ],
)
def test_what_cannot_be_read_is_said_and_the_form_stays(
    writer: Visitor, fields: dict[str, str], said: str
) -> None:
    answer = writer.send("/paste", fields)
    assert answer.status_code == 422
    assert said in answer.text.replace("\u00a0", " ")
    assert 'role="alert"' in answer.text


def test_a_form_that_is_not_from_here_is_refused(writer: Visitor) -> None:
    key = {"form": "0" * 64, "text": TEXT}
    ours = {"origin": writer.address}
    stranger = writer.client.post("/paste", data=key, headers=ours)
    assert stranger.status_code == 403
    form = writer.page("/paste").partition('name="form" value="')[2][:64]
    right = {"form": form, "text": "kurz"}
    for headers in (
        {"origin": "http://elsewhere.example"},
        {"sec-fetch-site": "cross-site"},
    ):
        refused = writer.client.post("/paste", data=right, headers=headers)
        assert refused.status_code == 403
    assert "nicht von hier" in refused.text


def test_what_is_no_form_or_too_large_is_refused(writer: Visitor) -> None:
    plain = writer.client.post("/paste", content=b"{}", headers={"content-type": "x"})
    assert plain.status_code == 415
    kind = {"content-type": "application/x-www-form-urlencoded"}
    large = writer.client.post("/paste", content=b"a=" + b"x" * 2_100_000, headers=kind)
    assert large.status_code == 413
    many = writer.client.post("/paste", content=b"a=1&" * 100, headers=kind)
    assert many.status_code == 400
    assert writer.client.post("/search").status_code == 405


def test_a_passage_is_accepted_and_the_judgement_stands_in_the_history(
    writer: Visitor, own_ledger: Ledger
) -> None:
    key = passage_key(deeds(), 0)
    assert key in writer.page("/review")
    answer = judge(writer, key, verdict="accept", then="review")
    assert "Eingetragen: stimmt." in answer.text
    assert f"q-{key}" not in answer.text
    assert "Ada Prüferin" in writer.page("/history")
    made = own_ledger.judgements()[0]
    assert (made.kind, made.subject, made.made_by) == ("accept", key, "Ada Prüferin")
    assert "stimmt" in writer.page(f"/article/{key_of(deeds().article)}")


def test_a_rejected_passage_goes_and_comes_back_when_that_is_taken_back(
    writer: Visitor, own_ledger: Ledger
) -> None:
    assert writer.page(f"/article/{ARMS}").count('<span class="q ') == 2
    judge(writer, FIRST, verdict="reject")
    assert writer.page(f"/article/{ARMS}").count('<span class="q ') == 1
    made = own_ledger.judgements()[0]
    fields = {"name": "Ben", "reason": "ein Versehen", "subject": FIRST}
    answer = writer.send(f"/history/{made.key}", fields, at=f"/review/{FIRST}")
    assert answer.url.path == f"/review/{FIRST}"
    assert "ein Versehen" in answer.text
    assert writer.page(f"/article/{ARMS}").count('<span class="q ') == 2
    again = writer.send(f"/history/{made.key}", fields, at=f"/review/{FIRST}")
    assert again.status_code == 409


def test_taking_back_needs_a_name_and_leads_back(
    writer: Visitor, own_ledger: Ledger
) -> None:
    made = own_ledger.judge(judged("accept", FIRST, "Ada", "2026-02-01T10:00:00Z"))
    where = f"/history/{made.key}"
    assert writer.send(where, {"name": " "}, at="/history").status_code == 422
    answer = writer.send(where, {"name": "Ada", "then": "review"}, at="/history")
    assert answer.url.path == "/review"
    other = own_ledger.judge(judged("accept", FIRST, "Ada", "2026-02-01T10:00:01Z"))
    answer = writer.send(f"/history/{other.key}", {"name": "Ada"}, at="/history")
    assert answer.url.path == "/history"


def test_source_chain_and_words_are_corrected(
    writer: Visitor, own_ledger: Ledger
) -> None:
    answer = judge(
        writer,
        FIRST,
        verdict="correct",
        words="Norland kaufe … Drohnen",
        source="US-Beamter",
        identity="role",
        via_how_0="reported_by",
        via_name_0="Weltblatt",
        via_name_1="",
    )
    assert "US-Beamter" in answer.text
    body = own_ledger.judgements()[0].body
    assert body["content"] == "0-13,14-21"
    assert json.loads(body["via"]) == [{"name": "Weltblatt", "how": "reported_by"}]
    page = writer.page(f"/article/{ARMS}")
    assert "US-Beamter" in page
    assert f"/review/{FIRST}" in page
    assert writer.get(f"/passage/{FIRST}").url.path == f"/article/{ARMS}"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"verdict": "correct"}, "Es ist nichts geändert."),
        ({"verdict": "correct", "words": "steht hier nicht"}, "stehen nicht im Text"),
        ({"verdict": "correct", "act": "singen"}, "Diesen Wert gibt es nicht: act"),
        ({"verdict": "accept", "name": " "}, "Ein Urteil braucht einen Namen."),
    ],
)
def test_a_correction_that_is_none_is_refused(
    writer: Visitor, own_ledger: Ledger, fields: dict[str, str], said: str
) -> None:
    answer = judge(writer, FIRST, **fields)
    assert answer.status_code == 422
    assert said in answer.text
    assert not own_ledger.judgements()


def test_a_verdict_on_nothing_or_of_no_kind_is_refused(writer: Visitor) -> None:
    assert judge(writer, FIRST, verdict="merge").status_code == 400
    fields = {"name": "Ada", "verdict": "accept"}
    assert writer.send("/review/nix", fields, at="/paste").status_code == 404


def test_corrections_are_exported_in_the_form_of_the_corpus(writer: Visitor) -> None:
    judge(writer, FIRST, verdict="correct", words="kaufe Drohnen", kind="direct")
    judge(writer, passage_key(BRIDGE, 2), verdict="reject")
    lines = writer.get("/corrections.jsonl").text.splitlines()
    first, second = map(json.loads, lines)
    tokens = [token for one in first["sentences"] for token in one["tokens"]]
    assert first["originalText"] == samples.ARMS
    assert first["checked"] == 1
    corrected = first["annotations"][0]
    assert corrected["type"] == "Direct"
    words = [tokens[n] for n in corrected["quote"]["tokenIds"]]
    assert words == ["kaufe", "Drohnen"]
    assert [tokens[n] for n in corrected["cue"]["tokenIds"]] == ["sagte"]
    assert len(second["annotations"]) == len(BRIDGE.quotations) - 1


def ids_of(told: dict[str, Any]) -> list[str]:
    return [one["id"] for one in told["attributions"]]


def test_claims_are_merged_and_split_by_people(
    writer: Visitor, own_ledger: Ledger
) -> None:
    one, other = writer.get("/api/claims").json()[:2]
    path = f"/claim/{one['id']}"
    fields = {"name": "Ada", "verdict": "merge", "other": other["id"]}
    page = writer.send(path, fields)
    assert "Aufheben" in page.text
    merged = page.url.path
    told = life_of(own_ledger, merged.removeprefix("/claim/"))
    assert {said.id for said in told.attributions} == {*ids_of(one), *ids_of(other)}
    assert writer.get(f"/claim/{other['id']}").url.path == merged
    assert writer.send(merged, fields | {"other": told.id}).status_code == 409
    gone = told.attributions[-1].id
    writer.send(merged, {"name": "Ada", "verdict": "split", "other": gone})
    parted = life_of(own_ledger, told.id)
    assert gone not in {said.id for said in parted.attributions}
    assert writer.send(merged, {"name": " ", "verdict": "split"}).status_code == 422
    wrong = writer.send(merged, {"name": "Ada", "verdict": "accept", "other": "x"})
    assert wrong.status_code == 400


def test_a_regrouping_is_taken_back_on_the_page_of_the_claim(
    writer: Visitor, own_ledger: Ledger
) -> None:
    before = writer.get("/api/claims").json()
    one, other = before[:2]
    judging.merge(own_ledger, one["id"], other["id"], Judge("Ada", "2026-02-01"))
    key = own_ledger.judgements()[0].key
    path = writer.get(f"/claim/{one['id']}").url.path
    fields = {"name": "Ben", "claim": one["id"]}
    answer = writer.send(f"/history/{key}", fields, at=path)
    assert answer.url.path == f"/claim/{one['id']}"
    assert writer.get("/api/claims").json() == before


def test_claims_follow_what_is_judged_of_a_passage(
    writer: Visitor, own_ledger: Ledger
) -> None:
    one = writer.get("/api/claims").json()[0]
    key = one["attributions"][0]["id"]
    judge(writer, key, verdict="correct", source="Die Prüfstelle")
    said = life_of(own_ledger, one["id"]).attributions[0]
    assert said.source == "Die Prüfstelle"
    assert "Die Prüfstelle" in writer.page(f"/claim/{one['id']}")
    judge(writer, key, verdict="correct", act="deny")
    said = life_of(own_ledger, one["id"]).attributions[0]
    assert (said.act, said.note) == ("deny", "berichtigt")
    judge(writer, key, verdict="reject")
    assert life_of(own_ledger, one["id"]).attributions[0].note == "verworfen"
    assert f'id="t-{key}"' not in writer.page(f"/claim/{one['id']}")


def test_passages_follow_what_is_judged_in_the_terminal(
    writer: Visitor, own_ledger: Ledger
) -> None:
    one = writer.get("/api/claims").json()[0]
    said = one["attributions"][0]
    by = Judge("Ada", "2026-02-01T10:00:00Z")
    judging.correct(own_ledger, said["id"], "Die Prüfstelle", by)
    assert "Die Prüfstelle" in writer.page(f"/article/{said['article']}")
    judging.correct(own_ledger, said["source"] or "Pentagon", "Jemand", by)
    judging.reject(own_ledger, one["id"], by)
    assert one["id"] not in {c["id"] for c in writer.get("/api/claims").json()}
    assert f"/claim/{one['id']}" not in writer.page("/claims")
    assert "Die Prüfstelle" in writer.page(f"/article/{said['article']}")
    assert "Jemand" in writer.page("/history")
