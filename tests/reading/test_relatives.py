from __future__ import annotations

from truceline.reading.network.decoding import Decoded
from truceline.reading.network.relatives import with_relatives


def _tree(heads: list[int], relations: list[str], xpos: list[str], roles: list[tuple[str, int]], verb: int) -> Decoded:
    return Decoded(list(xpos), xpos, heads, relations, [], (), {verb: (roles, 0.0, 0.0)})


def test_what_stands_before_by_which_belongs_to_the_noun() -> None:
    mended = with_relatives(
        _tree(
            [1, -1, 6, 4, 6, 6, 1],
            ["det", "root", "advmod", "case", "obl", "nsubj", "acl:relcl"],
            ["DT", "NN", "RB", "IN", "WDT", "NNS", "VBP"],
            [("ARGM-TMP", 2), ("ARG1", 5)],
            6,
        ),
        "a pact later by which guns move".split(),
    )
    assert mended.heads == [1, -1, 1, 4, 6, 6, 1]
    assert mended.roles[6][0] == [("ARG1", 5)]


def test_what_stands_in_the_clause_stays_there() -> None:
    heads = [1, -1, 4, 4, 1]
    relations, xpos = ["det", "root", "nsubj", "advmod", "acl:relcl"], ["DT", "NN", "WDT", "RB", "VBZ"]
    assert with_relatives(_tree(list(heads), relations, xpos, [], 4), "a pact which now holds".split()).heads == heads
