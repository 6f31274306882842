from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from truceline.domain.sentences import Name
from truceline.reading.network.decoding import best_roles, joined_names, name_spans, time_spans
from truceline.reading.network.relations import product
from truceline.reading.network.trees import Tree

LABELS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG")


def scores(*best: str) -> np.ndarray:
    return np.array([[1.0 if label == one else 0.0 for label in LABELS] for one in best], np.float32)


def test_names_begin_with_a_beginning() -> None:
    assert name_spans(scores("O", "B-PER", "I-PER", "O", "B-ORG"), LABELS) == [(1, 2, "person"), (4, 4, "organisation")]


def test_a_name_does_not_go_on_in_another_type() -> None:
    assert (2, 2, "organisation") not in name_spans(scores("B-PER", "I-PER", "I-ORG"), LABELS)


def test_a_core_role_is_given_once_to_the_word_that_wants_it_most() -> None:
    table = np.array([[0.0, 3.0, 1.0], [0.0, 5.0, 0.0], [9.0, 0.0, 0.0]], np.float32)
    assert best_roles(table, np.array([False, True, True])) == [(2, 0), (1, 1)]


def test_times_may_begin_without_a_beginning() -> None:
    assert time_spans([0, 2, 2, 0, 1, 1]) == ((1, 2), (4, 4), (5, 5))


def test_parts_of_one_person_are_joined() -> None:
    tree = Tree([0, 0, 0, -1], ["nsubj", "flat", "flat", "root"], ["Abdul", "Rashid", "Dostum", "spoke"])
    assert joined_names([(0, 1, "person"), (2, 2, "person")], tree) == (Name(0, 2, "person"),)


def test_two_persons_side_by_side_stay_two() -> None:
    tree = Tree([2, 2, -1], ["nsubj", "iobj", "root"], ["Salva", "Riek", "met"])
    assert len(joined_names([(0, 0, "person"), (1, 1, "person")], tree)) == 2


@given(st.integers(0, 40), st.integers(1, 50), st.integers(1, 60))
def test_products_in_pieces_are_products(rows: int, inner: int, columns: int) -> None:
    chance = np.random.default_rng(rows * 7 + inner)
    left = chance.normal(size=(rows, inner)).astype(np.float32)
    right = chance.normal(size=(inner, columns)).astype(np.float32)
    assert np.allclose(product(left, right), left @ right, atol=1e-3)
