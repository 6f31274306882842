"""A record with something for every screen: what each one promises is checked on it in a real browser."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from builders import (
    Credit,
    Progress,
    actor,
    agreement,
    commitment,
    deadline,
    document,
    event,
    figure,
    place,
    quote,
    reading,
    report,
    statement,
    when,
)
from truceline.domain.amounts import Amount
from truceline.domain.dates import Days
from truceline.domain.document import Document
from truceline.domain.identity import made_id
from truceline.domain.items import Finding, Items, Side
from truceline.domain.mention import Reading, WordingMention
from truceline.reconcile import reconcile
from truceline.record.store import Store

STORY = (
    "The Valley Front shelled Port Amara in early March and held more than 3,895 prisoners, the ministry of the republic "
    "said. Talks were held in Amaria in May. The so-called liberators denied it. “We fired at nobody,” said Mara Teshen. "
    "Under the accord of Orlin the republic lifts the sanctions by 27 August 2031 when talks start. The Valley Front leaves "
    "the bridge by 14 July 2031."
)
OTHER = (
    "Valley Radio: we counted 2,100 prisoners in all. The puppet ministry lies. The Front has left the bridge, said its "
    "commander. Mara Teshen Hadar, a baker, was in Port Amara with us on 4 March 2031, and so was the Front of the Valley."
)
LATER = "The republic had 900 prisoners on 20 June 2031, and 400 on 20 December 2031, its ministry said in a statement."


def keep(path: Path) -> Path:
    """Keep the record."""
    told = [
        _story("The Wire", "2031-03-09"), _story("The Echo", "2031-03-10"), _other("Valley Radio", "2031-07-20"),
        _later("The Wire", "2031-12-28"),
    ]  # fmt: skip
    with Store(path, create=True) as store, store.transaction():
        for one in told:
            d = one.document
            made = report(d.text + str(d.published.days.earliest) + str(d.publisher), source=f"{d.publisher}.txt")
            assert made.id == d.id
            store.keep(made, one, "test 1")
        store.replace_items(_with_scope(reconcile(told)))
    return path


def many_events(path: Path, count: int) -> Path:
    """Keep a record of so many events, a day apart."""
    with Store(path, create=True) as store, store.transaction():
        for n in range(0, count, 100):
            text = " ".join(f"Raid {n + k} hit a mill." for k in range(100))
            day = "2020-01-01" if n == 0 else "2031-01-01"
            d = document(text, published=day, publisher=f"Paper {n}")
            happened = tuple(
                event(d, f"Raid {n + k} hit a mill", when=when(str(date(2020, 1, 1) + timedelta(days=2 * (n + k)))))
                for k in range(100)
            )
            store.keep(report(text + f"{day}Paper {n}", source=f"{n}.txt"), reading(d, events=happened), "test 1")
        store.replace_items(reconcile(tuple(store.readings())))
    return path


def _story(publisher: str, day: str) -> Reading:
    d = document(STORY, published=day, publisher=publisher, title=f"Prisoners and a bridge, {publisher}")
    front, ministry = actor(d, "Valley Front", "armed_group"), actor(d, "the ministry", "government")
    mara, republic = actor(d, "Mara Teshen"), actor(d, "the republic", "state")
    accord = agreement(d, "the accord of Orlin", front.key, republic.key)
    amara = place(d, "Port Amara", latitude=12.1, longitude=45.2, precision="locality", country="YEM")
    whole = place(d, "Amaria", "country", precision="country", country="YEM")
    held = figure(d, "more than 3,895 prisoners", Amount("", 0, 0, "over", 3895, None, None, "prisoner"),
                  "prisoners_held", as_of=when(day))  # fmt: skip
    lift = commitment(
        d, "lifts the sanctions", republic.key, agreement=accord.key, condition="when talks start",
        deadline=deadline("by 27 August 2031", "on_event", days=Days.on("2031-08-27")), class_="goal",
    )  # fmt: skip
    leave = commitment(d, "leaves the bridge", front.key, agreement=accord.key,
                       deadline=deadline("by 14 July 2031", days=Days.on("2031-07-14")))  # fmt: skip
    return reading(
        d,
        actors=(front, ministry, mara, republic),
        places=(amara, whole),
        events=(
            event(d, "shelled Port Amara", actors=(front.key,), place=amara.key, when=when("2031-03-01", "2031-03-10")),
            event(d, "Talks were held in Amaria", "CONSULT", place=whole.key, when=when("2031-05-04")),
        ),
        figures=(held,),
        statements=(statement(d, "We fired at nobody", mara.key, "deny"),),
        agreements=(accord,),
        commitments=(lift, leave),
        wording=(WordingMention("so-called liberators", "scare", ("actor", front.key), None, quote(d, "so-called liberators")),
                 WordingMention("nobody", "epithet", ("actor", front.key), mara.key, quote(d, "nobody"))),
    )  # fmt: skip


def _other(publisher: str, day: str) -> Reading:
    d = document(OTHER, published=day, publisher=publisher, title="What we counted")
    front, ministry = actor(d, "The Front", "armed_group"), actor(d, "The puppet ministry", "government")
    hadar, commander = actor(d, "Mara Teshen Hadar"), actor(d, "its commander")
    valley = actor(d, "the Front of the Valley", "armed_group")
    left = Progress("met", when("2031-07-12"), Credit(commander.key, ()), (quote(d, "The Front has left the bridge"),))
    leave = commitment(d, "left the bridge", front.key, progress=(left,))
    held = figure(d, "2,100 prisoners", Amount.exactly(2100, unit="prisoner"), "prisoners_held", as_of=when(day))
    word = WordingMention("puppet ministry", "epithet", ("actor", ministry.key), None, quote(d, "puppet ministry"))
    return reading(d, actors=(front, ministry, hadar, commander, valley), figures=(held,), commitments=(leave,),
                   wording=(word,))  # fmt: skip


def _later(publisher: str, day: str) -> Reading:
    d = document(LATER, published=day, publisher=publisher, title="Fewer prisoners")
    both = [("900 prisoners", 900, "2031-06-20"), ("400", 400, "2031-12-20")]
    return reading(d, figures=tuple(
        figure(d, words, Amount.exactly(n, unit="prisoner"), "prisoners_held", as_of=when(on)) for words, n, on in both
    ))  # fmt: skip


def _with_scope(items: Items) -> Items:
    """Add what comparing would find in longer texts: a contradiction, a difference of scope, a party's own claim."""
    held = [f for f in items.figures if f.measure == "prisoners_held"]
    over, counted = (next(f for f in held if f.amount.text.startswith(words)) for words in ("more than", "2,100"))
    sides = tuple(
        Side(side, "figure", f.id, a.report, a.quotes) for side, f in (("a", over), ("b", counted)) for a in f.accounts
    )
    found = [
        Finding(made_id("finding", "test", type), type, "number", "strict", reason, sides)
        for type, reason in (("contradiction", "No number fits both."), ("scope_difference", "One counts a town only."))
    ]
    said = next(c for c in items.commitments if c.history).history[0]
    front = next(a.id for a in items.actors if a.name == "Valley Front")
    promises = tuple(
        replace(c, history=(replace(said, attributed_to=front),)) if c.action == "leaves the bridge" else c
        for c in items.commitments
    )
    kept = tuple(f for f in items.findings if f.type not in ("contradiction", "scope_difference"))
    return replace(items, commitments=promises, findings=(*kept, *found))


def document_of(path: Path, publisher: str) -> Document:
    """Give the document of a publisher's report."""
    with Store(path) as store:
        return next(r.document for r in store.readings() if r.document.publisher == publisher)
