"""What always holds of reconciling, whatever the reports say."""

from __future__ import annotations

from itertools import chain

from hypothesis import given, settings
from hypothesis import strategies as st

from builders import actor, agreement, commitment, document, event, figure, place, reading, statement, when
from truceline.domain.amounts import Amount
from truceline.domain.dates import UNKNOWN_DAYS, When
from truceline.domain.items import Items
from truceline.domain.mention import Reading
from truceline.domain.record_form import plain
from truceline.reconcile import reconcile
from truceline.record.checks import broken_items

SIDES = ("Valley Front", "Hill Guard", "Orlin Council")
PLACES = ("Orlin", "Harrow", "Meridian")
DEEDS = (("attacked", "ASSAULT"), ("shelled", "ASSAULT"), ("signed", "AGREE"), ("left", "RETREAT"))


@st.composite
def readings(draw: st.DrawFn) -> tuple[Reading, ...]:
    return tuple(draw(one_reading(n)) for n in range(draw(st.integers(1, 5))))


@st.composite
def one_reading(draw: st.DrawFn, n: int) -> Reading:
    who, whom, where = draw(st.sampled_from(SIDES)), draw(st.sampled_from(SIDES)), draw(st.sampled_from(PLACES))
    deed, type = draw(st.sampled_from(DEEDS))
    number, day = draw(st.integers(2, 40)), draw(st.integers(1, 28))
    text = (
        f"Report {n}. {who} {deed} {where}, and {number} people died. {whom} denied the deal of the bridge. "
        f"{who} must free {number} prisoners under the Pact of {where}."
    )
    undated = draw(st.booleans())
    d = document(text, published=None if undated else f"2031-05-{day:02}")
    a, b = actor(d, who, "armed_group"), actor(d, whom, "armed_group")
    actors = (a,) if who == whom else (a, b)
    p = place(d, where)
    date = when(f"2031-05-{draw(st.integers(1, day)):02}", f"2031-05-{day:02}")
    if undated:
        date = When(f"{day} May", UNKNOWN_DAYS, "unknown")
    return reading(
        d,
        actors=actors,
        places=(p,),
        events=(event(d, f"{deed} {where}", type, actors=(a.key,), recipients=(b.key,), place=p.key, when=date),),
        figures=(figure(d, str(number), Amount.exactly(number, unit="person"), of=a.key, as_of=date),),
        statements=(statement(d, "the deal of the bridge", b.key, "deny"),),
        agreements=(agreement(d, f"Pact of {where}", a.key, b.key),),
        commitments=(commitment(d, f"free {number} prisoners", a.key, agreement=f"aPact of {where}"),),
    )


def everything(items: Items) -> object:
    return plain(items)


@settings(max_examples=40, deadline=None)
@given(readings(), st.randoms(use_true_random=False))
def test_the_order_of_reports_does_not_matter(told: tuple[Reading, ...], random: object) -> None:
    shuffled = list(told)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert everything(reconcile(shuffled)) == everything(reconcile(told))


@settings(max_examples=40, deadline=None)
@given(readings())
def test_every_quote_is_exact_and_every_id_resolves(told: tuple[Reading, ...]) -> None:
    assert list(broken_items(reconcile(told), {r.document.id: r.document.text for r in told})) == []


@settings(max_examples=40, deadline=None)
@given(readings())
def test_no_telling_is_lost_and_none_is_told_twice(told: tuple[Reading, ...]) -> None:
    items = reconcile(told)
    for group, mentions in ((items.events, "events"), (items.figures, "figures"), (items.commitments, "commitments")):
        expected = {m.quotes[0] for r in told for m in getattr(r, mentions)}
        found = [a.quotes[0] for item in group for a in item.accounts]  # type: ignore[attr-defined]
        assert (set(found), len(found)) == (expected, len(expected))


@settings(max_examples=40, deadline=None)
@given(readings())
def test_origins_are_never_more_than_reports(told: tuple[Reading, ...]) -> None:
    for one in reconcile(told).events:
        assert 1 <= one.origins <= one.reports


@settings(max_examples=40, deadline=None)
@given(readings())
def test_adding_reports_changes_no_account_of_another(told: tuple[Reading, ...]) -> None:
    # a report that states no day may be dated by what others tell
    dated = told[0].document.published.basis == "stated"

    def accounts(items: Items) -> dict[object, object]:
        first = told[0].document.id
        rows = chain.from_iterable(e.accounts for e in items.events)
        return {a.quotes: (a.type, a.status, a.date if dated else None) for a in rows if a.report == first}

    assert accounts(reconcile(told[:1])) == accounts(reconcile(told))
