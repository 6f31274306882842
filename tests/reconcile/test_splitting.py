"""Some of what an item holds becomes an item of its own, with what its reports tell of it, and comes back whole."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from builders import actor, document, event, figure, reading, statement
from truceline.domain.amounts import Amount
from truceline.domain.decisions import Decision
from truceline.domain.items import Items
from truceline.domain.mention import Reading
from truceline.reconcile import reconcile
from truceline.reconcile.splitting import can_part


def told(text: str, name: str, other: str | None = None, dead: int = 12) -> Reading:
    """A report in which one and the same family of actors stands under one name or two."""
    d = document(text, published="2031-05-14", publisher=text.split()[0])
    who = actor(d, name, "armed_group", vocabulary="front")
    many = (who, replace(actor(d, other, "armed_group", vocabulary="front"), key=other)) if other else (who,)
    e = event(d, "attacked Orlin", actors=(who.key,))
    f = figure(d, f"{dead} soldiers", Amount.exactly(dead), of=who.key)
    s = statement(d, "It will not leave", many[-1].key)
    return reading(d, actors=many, events=(e,), figures=(f,), statements=(s,))


def readings() -> tuple[Reading, ...]:
    return (
        told("Kesh: the Front attacked Orlin and lost 12 soldiers. It will not leave.", "the Front"),
        told("Brava: the League attacked Orlin. 14 soldiers died. It will not leave.", "the League", dead=14),
    )


def split(kind: str, target: str, after: Any, n: int = 1) -> Decision:
    return Decision(f"decision-{n}", n, "2031-05-15T00:00:00Z", "me", "split", kind, target, None, after, None, "", "")


def parted(after: Any, some: tuple[Reading, ...] | None = None) -> tuple[Items, Items]:
    before = reconcile(some or readings())
    (one,) = before.actors
    return before, reconcile(some or readings(), [split("actor", one.id, after)])


@pytest.mark.parametrize("after", [[{"text": "the League"}], None])
def test_an_actor_s_names_become_an_actor_with_what_their_reports_tell(after: Any) -> None:
    league = readings()[1].document.id
    before, found = parted(after or [{"report": league, "text": "the League"}])
    old = before.actors[0].id
    (own,) = (a for a in found.actors if a.id != old)
    assert (own.name, [n.text for n in own.names]) == ("the League", ["the League"])
    assert [n.text for a in found.actors if a.id == old for n in a.names] == ["the Front"]
    assert {a.report: a.actors for e in found.events for a in e.accounts}[league] == (own.id,)
    assert {f.of for f in found.figures} == {old, own.id}
    assert {s.speakers for s in found.statements} == {(old,), (own.id,)}


def test_an_event_told_of_both_names_both() -> None:
    before, found = parted([{"text": "the League"}])
    assert len(before.events) == len(found.events)
    for e in found.events:
        assert set(e.actors) == {id for a in e.accounts for id in a.actors}


def test_where_one_report_uses_both_names_the_words_decide() -> None:
    both = (told("Kesh: the Front attacked Orlin and lost 12 soldiers. The League spoke. It will not leave.", "the Front",
                 "The League"),)  # fmt: skip
    before, found = parted([{"text": "The League"}], both)
    old = before.actors[0].id
    assert len(found.actors) == 2
    assert {e.actors for e in found.events} == {(old,)}  # the words of the event do not name the League


@pytest.mark.parametrize("after", [[], [{"text": "nobody"}], [{"text": "the Front"}, {"text": "the League"}]])
def test_none_or_all_leaves_everything_as_it_is(after: Any) -> None:
    before, found = parted(after)
    assert found == before
    assert not can_part(before.actors[0], after)


def test_the_split_holds_after_a_newer_reading_and_is_undone_whole() -> None:
    before, found = parted([{"text": "the League"}])
    decision = split("actor", before.actors[0].id, [{"text": "the League"}])
    more = (*readings(), told("Tesk: the Front attacked Orlin again, 12 soldiers. It will not leave.", "the Front"))
    later = reconcile(more, [decision])
    assert {a.id for a in later.actors} == {a.id for a in found.actors}
    undo = replace(decision, id="decision-2", sequence=2, action="undo", target_kind="decision", target=decision.id)
    assert reconcile(readings(), [decision, undo]) == before


def test_accounts_leave_by_their_words_and_findings_go_with_them() -> None:
    before = reconcile(readings())
    (merged,) = (e for e in before.events if len(e.accounts) > 1) if len(before.events) == 1 else (None,)
    if merged is None:
        ids = [e.id for e in before.events]
        merge = replace(split("event", ids[0], ids[1:]), action="merge", id="decision-0", sequence=0)
        decisions = [merge]
        (merged,) = reconcile(readings(), decisions).events
    else:
        decisions = []
    words = merged.accounts[1].quotes[0]
    place = {"report": words.report, "start": words.start, "end": words.end}
    found = reconcile(readings(), [*decisions, split("event", merged.id, [place])])
    assert sorted(len(e.accounts) for e in found.events) == [1, 1]
    there = {e.id: {a.report for a in e.accounts} for e in found.events}
    for finding in found.findings:
        for side in finding.items:
            if side.kind == "event":
                assert side.report in there[side.id]
