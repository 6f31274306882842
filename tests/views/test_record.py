"""Decisions taken one after the other on what is held give what reconciling with all of them gives."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import actor, document, event, figure, reading, report
from truceline.domain.amounts import Amount
from truceline.errors import BadArgument
from truceline.reconcile import reconcile
from truceline.record.decisions import Ruling
from truceline.record.store import Store
from truceline.views.held import Held
from truceline.views.record import Record

NOW = "2031-06-01T00:00:00Z"


def kept(path: Path) -> Path:
    with Store(path, create=True) as store, store.transaction():
        for town in ("Orlin", "Kesh", "Brava"):
            text = f"The Front attacked {town}. The Valley Front killed 12 soldiers in {town}."
            d = document(text, publisher=town)
            front, valley = actor(d, "Front", "armed_group"), actor(d, "Valley Front", "armed_group")
            e = event(d, f"attacked {town}", actors=(front.key,))
            f = figure(d, "12 soldiers", Amount.exactly(12), of=valley.key)
            made = report(text + "None" + town, source=f"{town}.txt")
            store.keep(made, reading(d, actors=(front, valley), events=(e,), figures=(f,)), "test 1")
        store.replace_items(reconcile(tuple(store.readings())))
    return path


WISHES = st.lists(
    st.tuples(
        st.sampled_from(["reject", "edit", "merge", "unmerge", "split", "accept", "undo", "redo", "reopen"]),
        st.integers(0, 30),
    ),
    max_size=10,
)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(WISHES)
def test_decisions_on_what_is_held_are_those_on_everything(
    tmp_path_factory: pytest.TempPathFactory, wishes: list[tuple[str, int]]
) -> None:
    path = kept(tmp_path_factory.mktemp("r") / "r")
    with Record.open(path) as opened:
        held = Held(opened.stored(), opened.decisions())
        for action, n in wishes:
            things = [*held.items.events, *held.items.actors]
            if not things:
                break
            item, other = things[n % len(things)], things[(n + 1) % len(things)]
            if action == "reopen":  # the program ends and starts again: all that is held comes from the file
                held = Held(opened.stored(), opened.decisions())
                continue
            part = item.names[0] if item.KIND == "actor" else item.accounts[0]
            parted = [{"report": part.report, "text": part.text}] if item.KIND == "actor" else [part.report]
            after = {
                "merge": [other.id],
                "split": parted,
                "edit": {"type": "OTHER" if item.KIND == "event" else "other"},
            }.get(action)
            done = [d for d in opened.decisions() if d.action not in ("undo", "redo")]
            target = done[n % len(done)].id if action in ("undo", "redo") and done else item.id
            try:
                opened.decide(Ruling(action, item.KIND, target, after), by="me", at=NOW, held=held)
            except BadArgument:
                continue
        with Store(path) as store:
            assert _by_id(held.items) == _by_id(reconcile(tuple(store.readings()), store.decisions()))
        assert _by_id(opened.stored()) == _by_id(held.items)
        assert opened.violations() == ()


def _by_id(items: object) -> dict[str, object]:
    return {i.id: i for name in ("actors", "events", "figures", "findings") for i in getattr(items, name)}
