"""Findings are told once, whatever items carry their words, and what became of one thing is one update."""

from __future__ import annotations

from builders import actor, document, event, figure, quote, reading, statement, when
from truceline.domain.amounts import Amount
from truceline.domain.items import Finding
from truceline.domain.mention import Reading
from truceline.reconcile import reconcile

LONG = (
    "The council of the valley met on Tuesday evening in the old school to hear what the monitors had found along the "
    "river, where the two sides had agreed to keep their men away from the bridge until the harvest was brought in. "
)


def findings(type: str, *readings: Reading) -> list[Finding]:
    return [f for f in reconcile(readings).findings if f.type == type]


def denied(text: str, day: str = "2031-05-14") -> Reading:
    """A claim, and a denial of it that a statement and an event both carry."""
    d = document(text, published=day)
    army, front = actor(d, "army"), actor(d, "Front", "armed_group")
    claim = statement(d, "the Front had burned the mill at Orlin", army.key)
    said = statement(d, "it had burned the mill", front.key, "deny", cue_quote=quote(d, "denied"))
    told = event(d, "The Front denied that it had burned the mill", "REJECT", actors=(front.key,))
    return reading(d, actors=(army, front), statements=(claim, said), events=(told,))


CLAIM = "The army said that the Front had burned the mill at Orlin. The Front denied that it had burned the mill. "


def test_a_denial_that_two_items_carry_is_one_contradiction() -> None:
    assert len(findings("contradiction", denied(CLAIM))) == 1


def test_what_a_copy_tells_again_is_no_second_contradiction() -> None:
    first, copy = denied(CLAIM + LONG * 3), denied("New headline. " + CLAIM + LONG * 3, "2031-05-15")
    assert len(findings("copy", first, copy)) == 1
    assert len(findings("contradiction", first, copy)) == 1


def counted(number: int, day: str, month: str) -> Reading:
    d = document(f"In {month} the Valley Front had {number} men in the hills.", published=day)
    who = actor(d, "Valley Front", "armed_group")
    made = Amount.exactly(number, unit="troop")
    f = figure(d, str(number), made, "troops_present", of=who.key, as_of=when(day), stock_or_flow="stock")
    return reading(d, actors=(who,), figures=(f,))


def test_a_number_that_changes_twice_is_one_update_in_the_order_of_time() -> None:
    rows = ((900, "2031-05-14", "May"), (700, "2031-07-01", "July"), (400, "2031-09-20", "September"))
    (one,) = findings("update", *(counted(*row) for row in rows))
    assert one.reason == "«900», «700» and «400» count the same, told at different times."
    assert [s.side for s in one.items] == ["a", "b", "b"]


def test_the_sides_do_not_depend_on_the_order_of_the_reports() -> None:
    rows = ((900, "2031-05-14", "May"), (700, "2031-07-01", "July"), (400, "2031-09-20", "September"))
    readings = [counted(*row) for row in rows]
    assert findings("update", *readings) == findings("update", *reversed(readings))
