"""The baseline for claims: cosines of TF-IDF vectors of words.

Words in lower case, term frequency times log((1 + n) / (1 + df)) + 1, length 1: what
scikit-learn's `TfidfVectorizer` does as it comes.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np
from scipy.sparse import csr_matrix

_WORD = re.compile(r"\b\w\w+\b")


def cosines(texts: Sequence[str]) -> Iterator[tuple[int, int, float]]:
    """The cosine of every two texts that share a word, the lesser number first."""
    vectors = _vectors([Counter(_WORD.findall(text.lower())) for text in texts])
    products = (vectors @ vectors.T).tocoo()
    for one, other, cosine in zip(
        products.row.tolist(), products.col.tolist(), products.data.tolist(), strict=True
    ):
        if one < other:
            yield one, other, cosine


def _vectors(counts: Sequence[Counter[str]]) -> csr_matrix:
    texts_with = Counter(word for count in counts for word in count)
    column = {word: number for number, word in enumerate(texts_with)}
    rows, columns, values = [], [], []
    for number, count in enumerate(counts):
        weights = {
            word: times * (np.log((1 + len(counts)) / (1 + texts_with[word])) + 1)
            for word, times in count.items()
        }
        length = np.sqrt(sum(weight**2 for weight in weights.values())) or 1.0
        rows += [number] * len(weights)
        columns += [column[word] for word in weights]
        values += [weight / length for weight in weights.values()]
    return csr_matrix((values, (rows, columns)), shape=(len(counts), len(column)))
