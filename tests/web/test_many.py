"""Many at once, and whatever comes: parallel readers, and the API under fire."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import schemathesis
from hypothesis import HealthCheck, given, settings, strategies as st

from .desks import Visitor
from .test_pages import PATHS


def test_fifty_readers_at_once_meet_no_error(address: str) -> None:
    def read(number: int) -> list[int]:
        one = Visitor(address)
        try:
            return [
                one.get(PATHS[(number + step) % len(PATHS)]).status_code
                for step in range(len(PATHS))
            ]
        finally:
            one.client.close()

    with ThreadPoolExecutor(50) as pool:
        answers = [status for some in pool.map(read, range(50)) for status in some]
    assert set(answers) == {200}


def test_the_api_keeps_to_its_own_description(address: str) -> None:
    schema = schemathesis.openapi.from_url(f"{address}/api/openapi.json")
    strategies = [
        operation.ok().as_strategy()  # type: ignore[union-attr]  # none is an error
        for operation in schema.get_all_operations()
    ]

    @given(st.one_of(strategies))
    @settings(
        max_examples=120,
        suppress_health_check=list(HealthCheck),
        derandomize=True,
    )
    def asked(case: schemathesis.Case[Any]) -> None:
        case.call_and_validate()

    asked()


@given(
    path=st.sampled_from(["/search", "/between", "/article/bruecke", "/source/x"]),
    query=st.dictionaries(
        st.sampled_from(
            [
                "q",
                "outlet",
                "source",
                "identity",
                "since",
                "until",
                "page",
                "show",
                "voice",
                "one",
                "other",
                "why",
            ]
        ),
        st.text(max_size=40),
    ),
)
@settings(max_examples=80, suppress_health_check=list(HealthCheck))
def test_any_address_gives_a_page(
    visitor: Visitor, path: str, query: dict[str, str]
) -> None:
    written = {name: value.encode("utf-8", "replace") for name, value in query.items()}
    answer = visitor.client.get(
        path, params={n: v.decode() for n, v in written.items()}
    )
    assert answer.status_code in {200, 404}
    assert "<h1" in answer.text
