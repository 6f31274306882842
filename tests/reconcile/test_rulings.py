"""What a person decided holds, and every decision can be undone."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from builders import actor, document, event, figure, reading
from truceline.domain.amounts import Amount
from truceline.domain.decisions import Decision
from truceline.domain.items import Items
from truceline.domain.mention import Reading
from truceline.reconcile import reconcile
from truceline.reconcile.rulings import anchors
from truceline.reconcile.shelf import Shelf


def readings() -> tuple[Reading, ...]:
    d = document("The Front attacked Orlin. The Valley Front killed 12 soldiers.", published="2031-05-14")
    front, valley = actor(d, "Front", "armed_group"), actor(d, "Valley Front", "armed_group")
    e = event(d, "attacked Orlin", actors=(front.key,))
    f = figure(d, "12 soldiers", Amount.exactly(12), of=valley.key)
    return (reading(d, actors=(front, valley), events=(e,), figures=(f,)),)


def ruling(n: int, action: str, kind: str, target: str, after: object = None) -> Decision:
    return Decision(f"decision-{n}", n, "2031-05-15T00:00:00Z", "me", action, kind, target, None, after, None, "", "")


def test_a_rejected_item_is_gone_and_nothing_points_to_it() -> None:
    before = reconcile(readings())
    front = next(a for a in before.actors if a.name == "Front")
    after = reconcile(readings(), [ruling(1, "reject", "actor", front.id)])
    assert front.id not in {a.id for a in after.actors}
    assert after.events[0].actors == ()
    assert after.events[0].accounts[0].actors == ()


def test_an_edited_field_holds() -> None:
    before = reconcile(readings())
    after = reconcile(
        readings(), [ruling(1, "edit", "event", before.events[0].id, {"type": "COERCE", "status": "alleged"})]
    )
    assert (after.events[0].type, after.events[0].status) == ("COERCE", "alleged")
    assert after.events[0].accounts == before.events[0].accounts


def test_merged_actors_are_one_everywhere() -> None:
    before = reconcile(readings())
    front, valley = (next(a for a in before.actors if a.name == name) for name in ("Front", "Valley Front"))
    after = reconcile(readings(), [ruling(1, "merge", "actor", front.id, [valley.id])])
    (one,) = after.actors
    assert {n.text for n in one.names} == {"Front", "Valley Front"}
    assert after.figures[0].of == front.id


def test_undo_gives_back_the_state_and_redo_takes_it_again() -> None:
    before = reconcile(readings())
    reject = ruling(1, "reject", "event", before.events[0].id)
    undo, redo = ruling(2, "undo", "decision", reject.id), ruling(3, "redo", "decision", reject.id)
    assert reconcile(readings(), [reject, undo]) == before
    assert reconcile(readings(), [reject, undo, redo]) == reconcile(readings(), [reject])


def test_a_decision_about_what_is_no_longer_found_changes_nothing() -> None:
    before: Items = reconcile(readings())
    assert reconcile(readings(), [ruling(1, "edit", "event", "event-gone", {"type": "COERCE"})]) == before


def test_a_decision_finds_its_item_by_the_words_after_a_newer_reading() -> None:
    (old,) = readings()
    before = reconcile((old,))
    d = old.document
    newer = reading(
        d, actors=old.actors, events=(event(d, "Front attacked Orlin", actors=("Front",)),), figures=old.figures
    )
    after = reconcile((newer,))
    assert before.events[0].id != after.events[0].id
    where = {"anchors": anchors(Shelf(before), "event", [before.events[0].id])}
    decision = replace(ruling(1, "reject", "event", before.events[0].id), before=where)
    assert reconcile((newer,), [decision]).events == ()
    assert len(reconcile((newer,), [replace(decision, before=None)]).events) == 1


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["reject", "edit", "merge", "note"]), st.integers(0, 9)), max_size=8))
def test_undoing_everything_gives_back_the_state(wishes: list[tuple[str, int]]) -> None:
    before = reconcile(readings())
    things = [("event", before.events[0]), ("figure", before.figures[0]), *(("actor", a) for a in before.actors)]
    log: list[Decision] = []
    for action, n in wishes:
        kind, item = things[n % len(things)]
        after: object = {
            "edit": {"type": "OTHER"} if kind == "event" else {"measure": "else"},
            "merge": [things[-1][1].id],
        }.get(action)
        log.append(ruling(len(log) + 1, action, kind, item.id, after))
    undo = [
        replace(ruling(len(log) + n, "undo", "decision", d.id), id=f"undo-{n}") for n, d in enumerate(reversed(log), 1)
    ]
    assert reconcile(readings(), [*log, *undo]) == before


def test_a_decision_finds_an_actor_by_its_names() -> None:
    (old,) = readings()
    before = reconcile((old,))
    front = next(a for a in before.actors if a.name == "Front")
    renamed = reading(old.document, actors=(replace(old.actors[0], type="organisation"), old.actors[1]))
    after = reconcile((renamed,))
    assert front.id not in {a.id for a in after.actors}
    decision = replace(
        ruling(1, "reject", "actor", front.id), before={"anchors": anchors(Shelf(before), "actor", [front.id])}
    )
    assert {a.name for a in reconcile((renamed,), [decision]).actors} == {"Valley Front"}
