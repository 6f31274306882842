"""What runs through the reports of a conflict is followed, whatever words tell it; so is what became of a person."""

from __future__ import annotations

import pytest

from told import between, found, told
from truceline.reconcile.threads import planned_in, told_in
from truceline.vocabulary import rows

ROWS = rows("threads")


@pytest.mark.parametrize("name", ROWS)
def test_the_examples_of_a_row_belong_to_its_thread(name: str) -> None:
    planned, done = ROWS[name]["example"]
    assert ROWS[name]["name"] in planned_in(planned)
    assert ROWS[name]["name"] in [thread for thread, _ in told_in(done)]


@pytest.mark.parametrize("name", ROWS)
def test_the_near_miss_of_a_row_does_not(name: str) -> None:
    near = ROWS[name]["not_this"]
    assert ROWS[name]["name"] not in (*planned_in(near), *(thread for thread, _ in told_in(near)))


def test_what_was_told_before_is_what_a_pronoun_means() -> None:
    assert told_in("It holds to this day.", "The truce was signed in May.") == (("the truce", "holds"),)
    assert told_in("It rained all day.", "The truce was signed in May.") == ()


@pytest.mark.parametrize(
    ("said", "thread"),
    [
        ("The prisoners will be freed in May.", "the release of prisoners"),
        ("The decree freed 500 men once talks had begun.", "the talks"),
        ("The general denied that his men had broken the truce.", "the truce"),
    ],
)
def test_what_is_still_to_come_or_is_denied_is_not_told_as_done(said: str, thread: str) -> None:
    assert thread not in [name for name, _ in told_in(said)]


FOLLOWED = [
    # a report and its day; a later one; words of both sides
    (
        "Sudan's army and the rebels of Minnawi will exchange all prisoners under the deal of Juba. Khartoum was calm.",
        "2020-10-03",
        "Minnawi's men let forty captives go at Juba on Friday, the army in Khartoum said. Sudan waited a year for it.",
        "2021-10-20",
        ("will exchange all prisoners", "let forty captives go"),
    ),
    (
        "Elections for an assembly are planned for June, Koirala told Nepal's Maoists in Kathmandu.",
        "2006-11-21",
        "In Nepal the vote has been put off again. Koirala and the Maoists blame each other in Kathmandu.",
        "2007-10-30",
        ("Elections for an assembly are planned", "put off again"),
    ),
    (
        "The truce of Mindanao took effect at noon, Cotabato's mayor said; the MILF kept its men in camp.",
        "2008-07-01",
        "The truce is in ruins, the MILF said in Cotabato. All Mindanao is in arms.",
        "2008-09-12",
        ("took effect at noon", "in ruins"),
    ),
    (
        "A court in San Salvador found Colonel Hector Rivas guilty of the murders at Mozote. El Salvador held its breath.",
        "1991-09-30",
        "El Salvador: on Thursday Rivas left prison a free man. In Mozote nobody was told. San Salvador said nothing.",
        "1993-04-02",
        ("guilty of the murders", "left prison"),
    ),
]


@pytest.mark.network
@pytest.mark.parametrize(("first", "day", "then", "later", "words"), FOLLOWED, ids=[row[4][1] for row in FOLLOWED])
def test_what_became_of_it_is_an_update(first: str, day: str, then: str, later: str, words: tuple[str, str]) -> None:
    updates = found("update", told(first, day, "A"), told(then, later, "B"))
    assert any(between(f, *words) for f in updates)


@pytest.mark.network
def test_what_was_over_when_the_plan_was_told_is_no_update() -> None:
    plan = "The prisoners of Juba will be exchanged, Khartoum and the rebels of Minnawi agreed on Saturday."
    past = "In May 2011 the rebels of Minnawi freed forty prisoners at Juba, Khartoum recalls."
    assert not found("update", told(plan, "2020-10-03", "A"), told(past, "2021-10-20", "B"))
