"""Tags in a row: the loss is that of whole sequences."""

from itertools import pairwise, product

import pytest

pytest.importorskip("torch", reason="needs PyTorch: make train-test")

import torch

from training.transitions import Transitions

TAGS = 3


@pytest.fixture
def order() -> Transitions:
    torch.manual_seed(1)
    follows = torch.ones(TAGS, TAGS, dtype=torch.bool)
    follows[0, 2] = False
    made = Transitions(torch.tensor([True, True, False]), follows)
    torch.nn.init.normal_(made.first)
    torch.nn.init.normal_(made.follows)
    return made


def by_hand(order: Transitions, scores: torch.Tensor, tags: list[int]) -> torch.Tensor:
    first, follows = order.first + order.bar_first, order.follows + order.bar_follows

    def weight(path: tuple[int, ...]) -> torch.Tensor:
        single = sum(scores[at, tag] for at, tag in enumerate(path))
        pairs = sum(follows[a, b] for a, b in pairwise(path))
        return torch.as_tensor(first[path[0]] + single + pairs)

    paths = list(product(range(TAGS), repeat=len(tags)))
    total = torch.stack([weight(path) for path in paths]).logsumexp(0)
    return total - weight(tuple(tags))


def test_the_loss_is_the_share_of_a_sequence_among_all(order: Transitions) -> None:
    scores = torch.randn(4, TAGS)
    tags = [0, 1, 2, 1]
    loss = order.loss(scores[None], torch.tensor([tags]))
    assert loss.item() == pytest.approx(
        by_hand(order, scores, tags).item() / 4, abs=1e-4
    )


def test_what_lies_beyond_the_end_of_a_row_counts_for_nothing(
    order: Transitions,
) -> None:
    scores = torch.randn(1, 5, TAGS)
    short = order.loss(scores[:, :3], torch.tensor([[0, 1, 1]]))
    padded = order.loss(scores, torch.tensor([[0, 1, 1, -100, -100]]))
    assert padded.item() == pytest.approx(short.item(), abs=1e-5)


def test_sequences_of_a_thousand_places_stay_finite(order: Transitions) -> None:
    scores = 30 * torch.randn(1, 1000, TAGS, requires_grad=True)
    loss = order.loss(scores, torch.ones(1, 1000, dtype=torch.long))
    loss.backward()
    assert torch.isfinite(loss)
    assert order.follows.grad is not None
    assert torch.isfinite(order.follows.grad).all()
