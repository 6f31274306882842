"""Words go where their order puts them, and others stay where the tree has them."""

from __future__ import annotations

import pytest

from truceline.reading.network.decoding import Decoded
from truceline.reading.network.misplaced import with_words_in_place

Tree = str
"""A word a line: word, coarse tag, head, relation."""


def mended(tree: Tree) -> dict[str, tuple[int, str]]:
    """Give head and relation of each word by the word itself."""
    rows = [line.split() for line in tree.strip().splitlines()]
    words, upos = [row[0] for row in rows], [row[1] for row in rows]
    heads, relations = [int(row[2]) for row in rows], [row[3] for row in rows]
    decoded = Decoded(upos, list(upos), heads, relations, [], (), {})  # type: ignore[arg-type]
    found = with_words_in_place(decoded, words)
    return dict(zip(words, zip(found.heads, found.relations, strict=True), strict=True))


MENDED = [
    ("He PRON 1 nsubj\nsaid VERB -1 root\nSunday PROPN 5 obl:unmarked\nthat SCONJ 5 mark\nthey PRON 5 nsubj\n"
     "left VERB 1 ccomp", "Sunday", (1, "obl:unmarked")),
    ("budget NOUN 3 nsubj\ncame VERB -1 root\nunder ADP 3 case\nattack NOUN 1 obl", "budget", (1, "nsubj")),
    ("stripped VERB -1 root\nthe DET 2 det\ngeneral NOUN 0 obj\nof ADP 5 case\nhis PRON 5 nmod:poss\n"
     "command NOUN 2 nmod", "command", (0, "obl")),
    ("raid NOUN 1 nsubj\ncost VERB -1 root\nnine NUM 3 nummod\nguards NOUN 1 obj\ntheir PRON 5 nmod:poss\n"
     "lives NOUN 3 nmod:unmarked", "lives", (1, "obj")),
    ("two NUM 2 nsubj:pass\nwere AUX 2 aux:pass\nkilled VERB -1 root\nand CCONJ 5 cc\nthree NUM 5 nummod\n"
     "others NOUN 2 conj\nwounded VERB 5 acl", "wounded", (2, "conj")),
    ("two NUM 2 nsubj:pass\nwere AUX 2 aux:pass\nkilled VERB -1 root\nand CCONJ 5 cc\nthree NUM 5 nummod\n"
     "others NOUN 2 conj\nwounded VERB 5 orphan", "others", (6, "nsubj:pass")),
]  # fmt: skip
KEPT = [
    ("said VERB -1 root\nthat SCONJ 4 mark\non ADP 3 case\nSunday PROPN 4 obl\nleft VERB 0 ccomp", "Sunday",
     (4, "obl")),
    ("cleared VERB -1 root\nthe DET 2 det\nstreets NOUN 0 obj\nof ADP 5 case\nthe DET 5 det\ntown NOUN 2 nmod",
     "town", (2, "nmod")),
    ("cost VERB -1 root\nthe DET 2 det\ncity NOUN 0 obj\nyears NOUN 2 nmod:unmarked", "years", (2, "nmod:unmarked")),
    ("they PRON 1 nsubj\nsaw VERB -1 root\nsoldiers NOUN 1 obj\nand CCONJ 5 cc\nthree NUM 5 nummod\nmen NOUN 2 conj\n"
     "wounded VERB 5 acl", "wounded", (5, "acl")),
]  # fmt: skip


@pytest.mark.parametrize(("tree", "word", "place"), [*MENDED, *KEPT])
def test_a_word_hangs_where_its_order_puts_it(tree: Tree, word: str, place: tuple[int, str]) -> None:
    assert mended(tree)[word] == place
