"""Fields are typed in words, and what means nothing is refused in one sentence."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import screens
from truceline.domain.dates import Days
from truceline.errors import BadArgument
from truceline.reconcile.rulings import with_decisions
from truceline.record.decisions import Ruling
from truceline.views.catalog import Catalog
from truceline.views.correcting import FIELDS, corrected, editable
from truceline.views.record import Record


@pytest.fixture
def opened(tmp_path: Path) -> Record:
    return Record.open(screens.keep(tmp_path / "r"))


def after(opened: Record, kind: str, **typed: str) -> Any:
    """The first item of a kind as it is after typing."""
    catalog = opened.catalog()
    item = next(i for i in getattr(catalog.items, {"commitment": "commitments"}.get(kind, kind + "s")))
    values = corrected(catalog, item, typed)
    opened.decide(Ruling("edit", kind, item.id, values), by="me", at="2031-01-01T00:00:00Z")
    assert opened.violations() == ()
    items = opened.items()
    return next(
        i for i in getattr(items, {"commitment": "commitments"}.get(kind, kind + "s")) if i.id == item.id
    ), items


def test_every_field_is_shown_as_it_is_typed(opened: Record) -> None:
    catalog = opened.catalog()
    for kind in FIELDS:
        for item in getattr(catalog.items, kind if kind == "wording" else kind + "s"):
            typed = {f.name: f.value for f in editable(catalog, item)}
            values = corrected(catalog, item, typed)
            for name in ("actors", "recipients", "obligors", "speakers", "place", "of", "where"):
                if name in values:
                    was = getattr(item, name)
                    assert values[name] == (list(was) if isinstance(was, tuple) else was)


def test_names_days_and_amounts_are_corrected(opened: Record) -> None:
    event, items = after(opened, "event", actors="valley front; The Republic", place="Amaria", date="2031-05",
                         fatalities="at least 4")  # fmt: skip
    names = {a.id: a.name for a in items.actors}
    assert [names[i] for i in event.actors] == ["Valley Front", "the republic"]
    assert (event.date.days, event.fatalities.low) == (Days.between("2031-05-01", "2031-05-31"), 4)
    promise, items = after(opened, "commitment", obligors="the ministry", deadline="2031-12-01", condition="")
    assert names[promise.obligors[0]] == "the ministry"
    assert promise.deadline.days == Days.on("2031-12-01")
    figure, _ = after(opened, "figure", amount="about 2,200", of="Valley Front")
    assert (figure.amount.relation, figure.amount.best) == ("about", 2200)


def test_several_names_may_be_separated_by_commas_and_near_ones_are_named(opened: Record) -> None:
    event, items = after(opened, "event", actors="Valley Front, the republic")
    names = {a.id: a.name for a in items.actors}
    assert [names[i] for i in event.actors] == ["Valley Front", "the republic"]
    with pytest.raises(BadArgument, match="near to it: “Valley Front”"):
        after(opened, "event", actors="the Valley Front of old")
    with pytest.raises(BadArgument, match="mark its words in a report"):
        after(opened, "event", actors="Qqq")


@pytest.mark.parametrize("typed", [{"actors": "Nobody At All"}, {"place": "Atlantis"}, {"fatalities": "many"}])
def test_what_the_record_does_not_know_is_refused(opened: Record, typed: dict[str, str]) -> None:
    with pytest.raises(BadArgument):
        after(opened, "event", **typed)


def test_an_actor_that_is_gone_after_a_newer_reading_is_left_out(opened: Record) -> None:
    event, items = after(opened, "event", actors="Valley Front; the republic")
    (edit,) = opened.decisions()
    fewer = Catalog(items).items
    without = type(fewer)(reports=fewer.reports, events=fewer.events, actors=fewer.actors[:0])
    (found,) = (e for e in with_decisions(without, [edit]).events if e.id == event.id)
    assert found.actors == ()
