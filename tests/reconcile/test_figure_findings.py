"""Numbers of two reports: contradiction, update, other scope, other standing, sums."""

from __future__ import annotations

import pytest

from builders import Credit, actor, document, figure, quote, reading, when
from truceline.domain.amounts import Amount
from truceline.domain.items import Finding
from truceline.domain.mention import Reading
from truceline.reconcile import reconcile


def killed(text: str, words: str, made: Amount, publisher: str = "Harrow Post", day: str = "2031-05-15") -> Reading:
    """A report whose sentence tells how many were killed on 14 May."""
    d = document(text, published=day, publisher=publisher)
    source = actor(d, "mayor", "person") if "mayor" in text else None
    f = figure(
        d,
        words,
        made,
        as_of=when("2031-05-14", text="Wednesday"),
        stock_or_flow="flow",
        quotes=(quote(d, text.rpartition(",")[0]),),
        credit=Credit(source.key) if source else Credit(),
    )
    return reading(d, actors=(source,) if source else (), figures=(f,))


def people(number: int) -> Amount:
    return Amount.exactly(number, unit="person")


def found(*readings: Reading) -> list[Finding]:
    return [f for f in reconcile(readings).findings if f.about in ("number", "other")]


def test_dead_of_one_raid_contradict_and_both_sides_are_quoted() -> None:
    a = killed(
        "Twelve people died in the raid on the mill at Harrow on Wednesday, the army said.", "Twelve", people(12)
    )
    b = killed("The raid on the mill at Harrow killed 30 people, nurses said.", "30 people", people(30), "Orlin Times")
    (one,) = found(a, b)
    assert one.type == "contradiction"
    assert "«Twelve»" in one.reason
    assert [s.side for s in one.items] == ["a", "b"]
    assert all(s.quotes for s in one.items)


def test_dead_of_two_raids_are_not_compared() -> None:
    a = killed(
        "Twelve people died in the raid on the mill at Harrow on Wednesday, the army said.", "Twelve", people(12)
    )
    b = killed("A bomb in Orlin market killed 30 people, nurses said.", "30 people", people(30), "Orlin Times")
    assert found(a, b) == []


def test_a_publisher_that_lowers_its_number_the_next_day_updates_it() -> None:
    a = killed("Thirty people died in the raid on the mill at Harrow on Wednesday, it said.", "Thirty", people(30))
    b = killed(
        "The dead of the raid on the mill at Harrow are 26 people, it said.", "26 people", people(26), day="2031-05-16"
    )
    assert [f.type for f in found(a, b)] == ["update"]


def test_one_source_that_tells_two_numbers_on_one_day_does_not_contradict_itself() -> None:
    a = killed("Twelve people died in the raid on the mill at Harrow on Wednesday, it said.", "Twelve", people(12))
    b = killed("The raid on the mill at Harrow killed 30 people, it said.", "30 people", people(30))
    assert found(a, b) == []


@pytest.mark.parametrize(
    "text",
    [
        "In the mill at Harrow alone the raid killed 3 people, nurses said.",
        "The raid on the mill at Harrow left 90 people killed or wounded, nurses said.",
    ],
)
def test_a_number_that_takes_in_less_or_more_has_another_scope(text: str) -> None:
    words, number = ("3 people", 3) if "alone" in text else ("90 people", 90)
    a = killed("Twelve people died in the raid on the mill at Harrow on Wednesday, it said.", "Twelve", people(12))
    b = killed(text, words, people(number), "Orlin Times")
    assert [f.type for f in found(a, b)] == ["scope_difference"]


def test_the_same_dead_as_fighters_and_as_civilians_contradict() -> None:
    a = killed("The 12 dead of the raid on Harrow mill were all insurgents, the army said.", "12", people(12))
    b = killed("The raid on Harrow mill killed 12 villagers, nurses said.", "12 villagers", people(12), "Orlin Times")
    assert ("contradiction", "other") in [(f.type, f.about) for f in found(a, b)]


def test_a_round_number_and_the_exact_one_bear_each_other_out() -> None:
    a = killed("Some 3,400 people died in the siege of Harrow on Wednesday, it said.", "3,400 people", people(3400))
    b = killed("The siege of Harrow killed 3,385 people, nurses said.", "3,385 people", people(3385), "Orlin Times")
    assert [f.type for f in found(a, b)] == ["corroboration"]


def test_a_number_that_the_other_report_tells_too_is_not_disputed() -> None:
    text = "The raid on the mill at Harrow killed 30 people of whom 12 people were guards, nurses said."
    d = document(text, published="2031-05-15", publisher="Orlin Times")
    both = tuple(
        figure(d, words, people(n), as_of=when("2031-05-14", text="Wednesday"), quotes=(quote(d, text),))
        for words, n in (("30 people", 30), ("12 people", 12))
    )
    a = killed(
        "Twelve people died in the raid on the mill at Harrow on Wednesday, the army said.", "Twelve", people(12)
    )
    assert "contradiction" not in [f.type for f in found(a, reading(d, figures=both))]


def test_parts_that_do_not_make_the_total_contradict_it() -> None:
    text = "The mission holds 3,400 rifles: 2,700 in the west and 1,000 in the east."
    d = document(text, published="2031-05-15")
    rifles = tuple(
        figure(d, words, Amount.exactly(n, unit="weapon"), "weapons", quotes=(quote(d, text),))
        for words, n in (("3,400", 3400), ("2,700", 2700), ("1,000", 1000))
    )
    (one,) = found(reading(d, figures=rifles))
    assert (one.type, one.about) == ("contradiction", "number")
    assert "make 3,700" in one.reason
    right = text.replace("1,000", "700")
    d = document(right, published="2031-05-15")
    rifles = tuple(
        figure(d, words, Amount.exactly(n, unit="weapon"), "weapons", quotes=(quote(d, right),))
        for words, n in (("3,400", 3400), ("2,700", 2700), (" 700", 700))
    )
    assert found(reading(d, figures=rifles)) == []


def test_what_was_foreseen_and_is_told_as_done_later_is_an_update() -> None:
    d = document("Under the pact up to 500 prisoners of the Front will be released.", published="2031-03-01")
    front = actor(d, "Front", "armed_group")
    up_to = Amount.up_to(500, unit="prisoner")
    planned = figure(d, "up to 500 prisoners", up_to, "prisoners_to_release", of=front.key, stock_or_flow="flow")
    a = reading(d, actors=(front,), figures=(planned,))
    d = document("The last of the 500 prisoners of the Front were released.", published="2031-06-01")
    front = actor(d, "Front", "armed_group")
    freed = Amount.exactly(500, unit="prisoner")
    done = figure(d, "500", freed, "prisoners_released", of=front.key, stock_or_flow="flow")
    b = reading(d, actors=(front,), figures=(done,))
    assert {(f.type, f.about) for f in reconcile((a, b)).findings} == {("update", "status")}
