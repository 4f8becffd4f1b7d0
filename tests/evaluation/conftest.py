import json
import lzma
from pathlib import Path
from typing import Any

import pytest

TEXT = "Die Brücke bleibt gesperrt, sagte die Bürgermeisterin Ada Beispiel."

DOCUMENT: dict[str, Any] = {
    "file": "7.pretty.json",
    "documentName": "7 - Brücke in Musterstadt bleibt gesperrt (2021-03-04)",
    "originalText": TEXT,
    "sentences": [
        {
            "tokens": [
                *("Die", "Brücke", "bleibt", "gesperrt", ",", "sagte"),
                *("die", "Bürgermeisterin", "Ada", "Beispiel", "."),
            ]
        }
    ],
    "annotations": [
        {
            "id": 0,
            "type": "Indirect",
            "quote": {"tokenIds": [0, 1, 2, 3]},
            "cue": {"tokenIds": [5]},
            "speaker": {"tokenIds": [6, 7, 8, 9]},
            "frame": {"tokenIds": [4, 5, 6, 7, 8, 9]},
            "addressee": {},
        }
    ],
}
"""One article in the form of the quotation corpus, written for these tests."""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    path = tmp_path / "corpus.jsonl.xz"
    with lzma.open(path, "wt", encoding="utf-8") as lines:
        lines.write(json.dumps(DOCUMENT, ensure_ascii=False) + "\n\n")
    return path
