"""How many tokens a second a whole reading takes in, beside two neural peers, one core.

- A blank German spaCy pipeline with a tagger of the architecture of `de_core_news_sm`
  (four convolutions of width 96 over hashed embeddings) and random weights: what a
  common tool needs for parts of speech alone.
- An mT5-base with random weights that writes as quotect does, the only published neural
  system for the German quotation corpus (Petersen-Frey & Biemann 2024): it copies its
  input with marks added, so it generates about as many pieces as it reads. The
  architecture is that of the configuration; time does not depend on the weights.

Each is warmed up first. The generator is timed over a short stretch, which flatters it:
attention grows with the length.
"""

import time
from collections.abc import Callable
from typing import Any

import spacy
import torch
from transformers import MT5Config, MT5ForConditionalGeneration

from bench.reading import texts
from laut.model import Article
from laut.reading.pipeline import read_article
from laut.reading.tokens import tokenize

COPIES = 8
TAGS = 54
"""Parts of speech of the German tag set that the model of spaCy tells apart."""

PIECES, WRITTEN = 256, 48
"""Pieces that the generator reads, and that it is timed to write."""

PIECES_A_TOKEN = 1.6
"""Of mT5's vocabulary in German news, about."""

CONVOLUTIONS = {
    "@architectures": "spacy.Tok2Vec.v2",
    "embed": {
        "@architectures": "spacy.MultiHashEmbed.v2",
        "width": 96,
        "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"],
        "rows": [5000, 1000, 2500, 2500, 50, 50],
        "include_static_vectors": False,
    },
    "encode": {
        "@architectures": "spacy.MaxoutWindowEncoder.v2",
        "width": 96,
        "depth": 4,
        "window_size": 1,
        "maxout_pieces": 3,
    },
}


def seconds(work: Callable[[], object]) -> float:
    """How long a piece of work takes, once it is warm."""
    work()
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def tagger() -> Any:
    """A blank German pipeline with a tagger."""
    pipeline = spacy.blank("de")
    model = {"@architectures": "spacy.Tagger.v2", "tok2vec": CONVOLUTIONS}
    made: Any = pipeline.add_pipe("tagger", config={"model": model})
    for number in range(TAGS):
        made.add_label(f"T{number}")
    pipeline.initialize()
    return pipeline


def generated_a_second() -> float:
    """Pieces that an mT5-base writes in a second."""
    config = MT5Config(
        vocab_size=250_112,
        d_model=768,
        d_kv=64,
        d_ff=2048,
        num_layers=12,
        num_heads=12,
        decoder_start_token_id=0,
    )
    model = MT5ForConditionalGeneration(config).eval()
    pieces = torch.randint(10, 1000, (1, PIECES))
    options = {"num_beams": 1, "do_sample": False, "eos_token_id": None}

    def write(count: int) -> float:
        begin = time.perf_counter()
        with torch.inference_mode():
            model.generate(
                pieces, max_new_tokens=count, min_new_tokens=count, **options
            )
        return time.perf_counter() - begin

    write(4)
    return WRITTEN / (write(WRITTEN + 4) - write(4))


def main() -> None:
    """Print a line for each."""
    torch.set_num_threads(1)
    material = texts(COPIES)
    articles = [Article(id="", text=text) for text in material]
    tokens = sum(len(tokenize(text)) for text in material)
    pipeline = tagger()
    own = tokens / seconds(lambda: [read_article(one) for one in articles])
    tagging = tokens / seconds(lambda: list(pipeline.pipe(material)))
    print(f"laut, whole reading            {own:12,.0f} tokens/s")
    print(
        f"spaCy, tagger alone            {tagging:12,.0f} tokens/s: laut "
        f"{own / tagging:,.2f} × as fast"
    )
    writing = generated_a_second() / PIECES_A_TOKEN
    print(
        f"mT5-base, generating           {writing:12,.1f} tokens/s: laut "
        f"{own / writing:,.0f} × as fast"
    )


if __name__ == "__main__":
    main()
