"""Which tellings of several reports are one commitment."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders import actor, commitment, deadline, document, reading
from truceline.domain.dates import Days
from truceline.domain.mention import Reading
from truceline.reconcile import reconcile
from truceline.reconcile.stakes import stakes_of
from truceline.vocabulary import rows


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
        ("put its weapons beyond use in four stages", "decommission its firearms by degrees", 1),
        ("take 3,000 rebels into the army", "absorb 3,000 former fighters into the army", 1),
        ("reopen the coast road", "open talks on the coast", 2),
        ("have all mercenaries out of the valley", "see every foreigner gone from the valley", 1),
        ("return the Arsin district", "return the Belmo district", 2),
        ("reduce its forces from 4,500 to 2,500", "withdraw some 2,500 troops", 2),
        ("withdraw all its troops from the valley", "reduce its troops in the valley from 900 to 400", 2),
        ("disband the first fifth of its fighters", "disband the last fifth of its fighters", 2),
        ("begin the withdrawal of its troops", "finish the withdrawal of its troops", 2),
        ("weigh the pace of the withdrawal of troops", "withdraw 900 troops from the hills", 2),
    ],
)
def test_tellings_of_one_deed_are_one_commitment(one: str, other: str, apart: int) -> None:
    a = promised("2031-05-14", f"The Hill Guard promised to {one}.", one)
    b = promised("2031-05-15", f"Under the pact the Hill Guard is to {other}.", other)
    assert len(reconcile([a, b]).commitments) == apart


def test_the_telling_with_a_deadline_says_what_was_promised() -> None:
    action, longer = "leave the three bases by the river", "leave its bases on the river with all that is in them"
    due = promised("2031-05-14", f"The Hill Guard promised to {action}.", action)
    (mention,) = due.commitments
    june = deadline("by June", days=Days.between("2031-06-01", "2031-06-30"))
    due = replace(due, commitments=(replace(mention, deadline=june),))
    other = promised("2031-05-15", f"Under the pact the Hill Guard is to {longer}.", longer)
    (one,) = reconcile([due, other]).commitments
    assert (one.action, len(one.accounts)) == (action, 2)


@pytest.mark.parametrize("name", rows("stakes"))
def test_every_stake_is_seen_in_its_example_and_not_in_its_near_miss(name: str) -> None:
    row = rows("stakes")[name]
    assert name in stakes_of(row["example"])
    assert name not in stakes_of(row["not_this"])
