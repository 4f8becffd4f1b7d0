from collections.abc import Iterator

import pytest

from tests.intake.site import Site, serving


@pytest.fixture
def site() -> Iterator[Site]:
    """A web site on the loopback address."""
    with serving() as site:
        yield site
