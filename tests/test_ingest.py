import json
from pathlib import Path

import pytest

import laut
from laut.config import Config
from laut.errors import ConfigError, InputError
from laut.ingest import read_all


def test_every_input_becomes_a_reading_or_the_error_that_says_why(
    tmp_path: Path,
) -> None:
    lines = tmp_path / "a.jsonl"
    text = "Laut Polizei wurde niemand verletzt."
    lines.write_text(json.dumps({"id": "a", "text": text}) + "\nkaputt\n", "utf-8")
    missing = str(tmp_path / "fehlt.txt")
    [reading, broken, absent] = read_all([str(lines), missing], Config(), "2022-09-06")
    assert reading == laut.read(text, id="a", published="2022-09-06")
    assert isinstance(broken, InputError)
    assert broken.name == f"{lines}:2"
    assert isinstance(absent, InputError)
    assert absent.name == missing


def test_a_date_that_cannot_be_read_is_said_at_once() -> None:
    with pytest.raises(ConfigError):
        read_all([], Config(), "irgendwann")
