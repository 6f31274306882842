from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from truceline.reading.network.trees import Tree, single_root_tree


@given(st.integers(2, 9), st.integers(0, 2**32 - 1))
def test_any_scores_give_one_root_and_no_cycle(words: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(words + 1, words + 1)).astype(np.float32)
    heads = single_root_tree(scores)
    assert sum(heads[1:] == 0) == 1
    for word in range(1, words + 1):
        steps = 0
        while word:
            word, steps = int(heads[word]), steps + 1
            assert steps <= words


def test_the_best_tree_is_found_where_greedy_heads_go_in_a_circle() -> None:
    scores = np.full((3, 3), -10.0, np.float32)
    scores[1, 2], scores[2, 1], scores[1, 0], scores[2, 0] = 5.0, 5.0, 1.0, 0.0
    assert single_root_tree(scores).tolist() == [0, 0, 1]


def test_a_role_takes_the_words_below_its_head() -> None:
    words = ["Rebels", "in", "the", "hills", "attacked", "two", "posts", "."]
    heads, relations = [4, 3, 3, 0, -1, 6, 4, 4], ["nsubj", "case", "det", "nmod", "root", "nummod", "obj", "punct"]
    tree = Tree(heads, relations, words)
    assert tree.argument_words(4, "ARG0", 0, [0, 6]) == (0, 3)
    assert tree.argument_words(4, "ARG1", 6, [0, 6]) == (5, 6)


def test_a_relative_clause_is_no_part_of_the_argument_that_it_describes() -> None:
    words = ["men", "who", "signed"]
    tree = Tree([-1, 2, 0], ["root", "nsubj", "acl:relcl"], words)
    assert tree.argument_words(2, "ARG0", 0, [0, 1]) == (0, 0)
