"""Contradictions are told apart from updates, other scopes and copies."""

from __future__ import annotations

import pytest

from builders import Progress, actor, commitment, document, event, figure, quote, reading, statement, when
from truceline.domain.amounts import Amount
from truceline.domain.mention import OWN_VOICE, Credit, Reading
from truceline.reconcile import reconcile

LONG = (
    "The council of the valley met on Tuesday evening in the old school to hear what the monitors had found along the "
    "river, where the two sides had agreed to keep their men away from the bridge until the harvest was brought in. "
)


def counted(
    text: str, words: str, made: Amount, day: str, measure: str = "troops_present", kind: str = "stock"
) -> Reading:
    d = document(text, published=day)
    who = actor(d, "Valley Front", "armed_group")
    f = figure(d, words, made, measure, of=who.key, as_of=when(day), stock_or_flow=kind)
    return reading(d, actors=(who,), figures=(f,))


def types(*readings: Reading) -> list[tuple[str, str]]:
    return sorted((f.type, f.about) for f in reconcile(readings).findings)


def test_two_numbers_for_one_day_contradict() -> None:
    a = counted("The Valley Front has 900 men here.", "900", Amount.exactly(900, unit="troop"), "2031-05-14")
    b = counted(
        "Some 1,400 fighters of the Valley Front are here.", "1,400", Amount.exactly(1400, unit="troop"), "2031-05-14"
    )
    assert types(a, b) == [("contradiction", "number")]


@pytest.mark.parametrize(
    ("words", "made"),
    [("over 800", Amount.over(800, unit="troop")), ("up to 1,000", Amount.up_to(1000, unit="troop"))],
)
def test_a_bound_that_the_other_number_fits_is_no_contradiction(words: str, made: Amount) -> None:
    a = counted("The Valley Front has 900 men here.", "900", Amount.exactly(900, unit="troop"), "2031-05-14")
    b = counted(f"The Valley Front has {words} men there.", words, made, "2031-05-14")
    assert types(a, b) == [("corroboration", "number")]


def test_a_bound_that_the_other_number_breaks_is_a_contradiction() -> None:
    a = counted("The Valley Front has 900 men here.", "900", Amount.exactly(900, unit="troop"), "2031-05-14")
    b = counted("The Valley Front has over 900 men there.", "over 900", Amount.over(900, unit="troop"), "2031-05-14")
    assert types(a, b) == [("contradiction", "number")]


def test_a_later_number_is_an_update() -> None:
    a = counted("The Valley Front has 900 men here.", "900", Amount.exactly(900, unit="troop"), "2031-05-14")
    b = counted("The Valley Front has 700 men here.", "700", Amount.exactly(700, unit="troop"), "2031-07-01")
    assert types(a, b) == [("update", "number")]


def test_another_measure_is_not_compared() -> None:
    a = counted("The Valley Front has 900 men here.", "900", Amount.exactly(900, unit="troop"), "2031-05-14")
    b = counted("The Valley Front lost 70 men.", "70", Amount.exactly(70, unit="troop"), "2031-05-14", "killed", "flow")
    assert types(a, b) == []


def test_the_same_number_of_two_origins_corroborates_and_of_a_copy_does_not() -> None:
    made = Amount.exactly(900, unit="troop")
    a = counted("The Valley Front has 900 men here. " + LONG, "900", made, "2031-05-14")
    other = counted("Monitors put the strength of the Valley Front at 900 on that day.", "900", made, "2031-05-14")
    copy = counted("New headline. The Valley Front has 900 men here. " + LONG, "900", made, "2031-05-14")
    assert types(a, other) == [("corroboration", "number")]
    assert types(a, copy) == [("copy", "other")]
    assert {f.accounts and len(f.accounts) for f in reconcile((a, copy)).figures} == {2}


def promised(text: str, words: str, *, disputed: str | None = None) -> Reading:
    d = document(text, published="2031-05-14")
    who = actor(d, "Hill Guard", "armed_group")
    progress = (Progress("disputed", None, OWN_VOICE, (quote(d, disputed),)),) if disputed else ()
    return reading(
        d, actors=(who,), commitments=(commitment(d, words, who.key, progress=progress, credit=Credit(who.key)),)
    )


def test_a_publisher_that_disputes_a_promise_contradicts_it() -> None:
    text = "The Hill Guard promised to open the road, a minister said. In truth the Guard promised nothing of the sort."
    (one,) = reconcile([promised(text, "promised to open the road", disputed="promised nothing of the sort")]).findings
    assert (one.type, one.about, one.strength) == ("contradiction", "who_promised_what", "strict")
    assert [s.side for s in one.items] == ["a", "b"]
    assert one.items[1].quotes[0].exact == "promised nothing of the sort"


def test_a_denial_of_what_others_report_as_promised_is_found() -> None:
    a = promised("The Hill Guard must free 40 prisoners of the Front by June.", "free 40 prisoners of the Front")
    d = document("The Hill Guard commander said there was no pledge to free prisoners.", published="2031-05-16")
    who = actor(d, "Hill Guard commander", "person")
    b = reading(d, actors=(who,), statements=(statement(d, "no pledge to free prisoners", who.key, "deny"),))
    assert ("contradiction", "who_promised_what") in types(a, b)
    unrelated = reading(d, actors=(who,), statements=(statement(d, "Guard commander", who.key, "deny"),))
    assert types(a, unrelated) == []


def test_dead_of_one_event_that_no_number_fits_contradict() -> None:
    def told(dead: int, text: str) -> Reading:
        d = document(text, published="2031-05-15")
        who = actor(d, "Valley Front", "armed_group")
        made = Amount("", 0, 0, "exact", dead, dead, dead, "person")
        e = event(d, "attacked the mill at Harrow", actors=(who.key,), when=when("2031-05-14"), fatalities=made)
        return reading(d, actors=(who,), events=(e,))

    a = told(12, "The Valley Front attacked the mill at Harrow and killed 12.")
    b = told(30, "Thirty died when the Valley Front attacked the mill at Harrow.")
    assert types(a, b) == [("contradiction", "number"), ("corroboration", "existence")]
    (one,) = reconcile((a, b)).events
    assert one.fatalities is not None
    assert (one.fatalities.low, one.fatalities.best, one.fatalities.high) == (12, None, 30)


def test_an_undated_report_is_not_older_than_what_it_tells() -> None:
    def told(text: str, day: str | None) -> Reading:
        d = document(text, published=day)
        who = actor(d, "Valley Front", "armed_group")
        e = event(d, "signed the Pact of Orlin", "AGREE", actors=(who.key,), when=when(day) if day else when(),
                  predicate="sign")  # fmt: skip
        return reading(d, actors=(who,), events=(e,))

    dated = told("The Valley Front signed the Pact of Orlin.", "2031-05-14")
    undated = told("The Valley Front signed the Pact of Orlin, at long last.", None)
    items = reconcile((dated, undated))
    assert len(items.events) == 1
    assert {r.published.basis for r in items.reports} == {"stated", "reported_elsewhere"}
    assert {str(r.published.days.earliest) for r in items.reports} == {"2031-05-14"}
