"""The same event of several reports is one, and others stay apart."""

from __future__ import annotations

import pytest

from builders import actor, document, event, place, reading, when
from truceline.domain.mention import Reading
from truceline.reconcile import reconcile


def told(
    text: str, phrase: str, who: str, date: tuple[str, str] | str, where: str | None = None, **rest: object
) -> Reading:
    d = document(text, published="2031-05-20")
    a = actor(d, who, "armed_group")
    p = place(d, where) if where else None
    days = (date, date) if isinstance(date, str) else date
    e = event(d, phrase, actors=(a.key,), place=p.key if p else None, when=when(*days), **rest)
    return reading(d, actors=(a,), places=(p,) if p else (), events=(e,))


SAME = [
    (
        told(
            "Fighters of the Valley Front attacked the bridge at Orlin.",
            "attacked the bridge at Orlin",
            "Valley Front",
            "2031-05-14",
            "Orlin",
        ),
        told(
            "The Valley Front attacked a bridge in Orlin, killing three.",
            "attacked a bridge in Orlin",
            "Valley Front",
            ("2031-05-13", "2031-05-15"),
            "Orlin",
        ),
    ),
    (
        told(
            "The bombing of the mill by the Hill Guard shocked many.",
            "bombing of the mill by the Hill Guard",
            "Hill Guard",
            "2031-04-02",
        ),
        told("The Hill Guard bombed the mill.", "bombed the mill", "Hill Guard", "2031-04-02"),
    ),
]
APART = [
    (  # another day
        told("The Valley Front attacked the bridge at Orlin.", "attacked the bridge at Orlin", "Valley Front", "2031-05-14", "Orlin"),
        told("The Valley Front attacked the bridge at Orlin again.", "attacked the bridge at Orlin", "Valley Front", "2031-05-18", "Orlin"),
    ),
    (  # another attacker
        told("The Valley Front attacked the town.", "attacked the town", "Valley Front", "2031-05-14"),
        told("The Hill Guard attacked a farm.", "attacked a farm", "Hill Guard", "2031-05-14"),
    ),
    (  # another sort of event
        told("The Valley Front attacked the bridge.", "attacked the bridge", "Valley Front", "2031-05-14"),
        told("The Valley Front signed the paper.", "signed the paper", "Valley Front", "2031-05-14", None, type="AGREE"),
    ),
]  # fmt: skip


@pytest.mark.parametrize("pair", SAME)
def test_one_event_of_two_reports_is_one_item(pair: tuple[Reading, Reading]) -> None:
    (one,) = reconcile(pair).events
    assert (one.reports, one.origins, len(one.accounts)) == (2, 2, 2)


@pytest.mark.parametrize("pair", APART)
def test_different_events_stay_apart(pair: tuple[Reading, Reading]) -> None:
    assert len(reconcile(pair).events) == 2


def test_the_narrower_date_is_the_record_s_and_each_account_keeps_its_own() -> None:
    (one,) = reconcile(SAME[0]).events
    assert one.date.days.width == 1
    assert sorted(a.date.days.width or 0 for a in one.accounts) == [1, 3]
