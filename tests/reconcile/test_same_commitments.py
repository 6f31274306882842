"""Which tellings of several reports are one commitment."""

from __future__ import annotations

import pytest

from builders import actor, commitment, document, reading
from truceline.domain.mention import Reading
from truceline.reconcile import reconcile


def promised(day: str, text: str, words: str) -> Reading:
    d = document(text, published=day)
    who = actor(d, "Hill Guard", "armed_group")
    return reading(d, actors=(who,), commitments=(commitment(d, words, who.key),))


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("free 40 prisoners of the Front", "release 40 captives of the Front", 1),
        ("leave the three bases by the river", "leave its bases on the river", 1),
        ("put a ceasefire on the agenda of the valley negotiations", "start the valley negotiations", 2),
        ("free 40 prisoners of the Front", "free 90 sailors of the Union", 2),
        ("surrender the rest of its long rifles", "surrender old rifles at depots", 2),
    ],
)
def test_tellings_of_one_deed_are_one_commitment(one: str, other: str, apart: int) -> None:
    a = promised("2031-05-14", f"The Hill Guard promised to {one}.", one)
    b = promised("2031-05-15", f"Under the pact the Hill Guard is to {other}.", other)
    assert len(reconcile([a, b]).commitments) == apart
