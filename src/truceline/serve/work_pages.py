"""Pages to work on: the queue, disputes, ratings, the log of decisions, the check of the record."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from truceline.domain.decisions import Decision
from truceline.reconcile.shelf import GROUPS
from truceline.serve.answers import answer, page
from truceline.serve.asking import asked, bench_of, catalog_of, decided
from truceline.serve.paging import paged
from truceline.serve.workbench import Workbench
from truceline.views.catalog import Catalog
from truceline.views.deciding import CHOICES, CREDIBILITIES, LABELS, RELIABILITIES, RESOLUTIONS, resting_on_each
from truceline.views.disputes import disputes
from truceline.views.opinions import Opinions
from truceline.views.queue import KINDS, Entry, Queue, accounts_of, card, queue_of, rank, says_of, waiting

FINDINGS = ("contradiction", "scope_difference", "update", "corroboration", "copy")
MOST_LETTERS = 8
MOST_OFFERED = 150
MOST_DISPUTES = 40
"""Disputes shown on one page, each with all its sides."""


def review(request: Request) -> Response:
    """Show items of every kind one after the other: accept, reject or edit each with one key."""
    bench, catalog, shared = bench_of(request), catalog_of(request), decided(request)
    line = queue_now(bench)
    kind, report = asked(request, "kind"), asked(request, "report")
    filters = {k: v for k in ("kind", "report", "origins") if (v := asked(request, k))}
    open_ = [e for e in line.entries if e.id not in shared["states"]]
    left = waiting(open_, {}, kind=kind, report=report, one_origin=asked(request, "origins") == "1")
    last = bench.entries.get(asked(request, "after") or "")  # also one that was rejected, and is in no queue any more
    entry, before, after = _around(line, left, asked(request, "at"), last[1] if last else None)
    item = bench.item(entry.kind, entry.id) if entry else None
    onward = _address(filters, after=entry.id) if entry else None
    # who came from a table looks at what was corrected; who goes through the queue goes on
    stays = _address(filters, at=entry.id) if entry and asked(request, "at") and not asked(request, "line") else None
    shown: dict[str, Any] = {
        "card": card(catalog, item) if item else None, "entry": entry, "left": len(left),
        "of_kind": Counter(e.kind for e in open_), "kinds": KINDS,
        "before": _address(filters, at=before.id, line="1") if before else None,
        "skip": onward, "onward": stays or onward,
        "after": after, "choices": _choices(bench, entry.kind) if entry else {},
        "offered": _offered(bench) if entry else {},
        "accounts": accounts_of(catalog, item) if item else (), "credibilities": CREDIBILITIES,
        "label": LABELS.get(entry.kind) if entry else None, "labels": _labels(entry), "labelled": _labelled(item),
        "letters": _letters(catalog, entry, shared["opinions"]) if entry else {},
    }  # fmt: skip
    return page(request, "review.html", title="Review", **shown, **shared)


def queue_now(bench: Workbench) -> Queue:
    """Give the queue as it is now."""
    return bench.answer("queue", lambda c: queue_of(c.items, bench.entries))


def _around(
    line: Queue, left: tuple[Entry, ...], at: str | None, last: Entry | None
) -> tuple[Entry | None, Entry | None, Entry | None]:
    """The entry to show, the one before it and the one after it."""
    places = line.places
    if at in places:
        here: Entry | None = line.entries[places[at]]
    else:
        here = next((e for e in left if last is None or rank(e) > rank(last)), None)
    if here is None:
        return None, None, None
    n = bisect_left(left, places[here.id], key=lambda e: places[e.id])
    further = n + 1 if n < len(left) and left[n] is here else n
    return here, left[n - 1] if n else None, left[further] if further < len(left) else None


def _address(filters: dict[str, str], **place: str | None) -> str:
    return "/review?" + urlencode({**filters, **{k: v for k, v in place.items() if v}})


def _offered(bench: Workbench) -> dict[str, tuple[str, ...]]:
    """The names that are offered where one is typed, the most used first."""

    def most(group: str) -> Callable[[Catalog], tuple[str, ...]]:
        def made(catalog: Catalog) -> tuple[str, ...]:
            items = sorted(getattr(catalog.items, group), key=lambda i: (-sum(n.count for n in i.names), i.name))
            return tuple(dict.fromkeys(i.name for i in items[:MOST_OFFERED]))

        return made

    return {group: bench.answer(f"offered {group}", most(group), on=(group,)) for group in ("actors", "places")}


def _choices(bench: Workbench, kind: str) -> dict[str, tuple[str, ...]]:
    """The words that fields of a kind may hold."""
    found = {name: words for (of, name), words in CHOICES.items() if of == kind}
    if kind == "event":
        types = bench.answer("types of events", lambda c: {e.type for e in c.items.events}, on=("events",))
        found["type"] = tuple(sorted(types | {"OTHER"}))
    return found


def _labels(entry: Entry | None) -> tuple[str, ...]:
    """The words that the keys 1 to 9 set."""
    return CHOICES[entry.kind, LABELS[entry.kind]] if entry and entry.kind in LABELS else ()


def _labelled(item: Any) -> str | None:
    """The label that an item has."""
    name = LABELS.get(item.KIND) if item is not None else None
    return str(getattr(item, {"class": "class_"}.get(name, name))) if name else None


def _letters(catalog: Catalog, entry: Entry, held: Opinions) -> dict[str, str]:
    """The reliability of every publisher that tells an item; F where nobody rated it."""
    names = dict.fromkeys(catalog.reports[r].publisher or catalog.label(r) for r in entry.reports)
    return {name: held.letters[name].says if name in held.letters else "F" for name in list(names)[:MOST_LETTERS]}


def disputes_page(request: Request) -> Response:
    """Show contradictions, or other findings where asked for; closed ones stay visible where asked for."""
    shared, bench = decided(request), bench_of(request)
    chosen = tuple(t for t in request.query_params.getlist("type") if t in FINDINGS) or ("contradiction",)
    state = asked(request, "state") or "all"
    rows = bench.answer(f"disputes {chosen}", lambda c: disputes(c, types=chosen), on=("findings", "reports"))
    closed = shared["opinions"].closed
    if state != "all":
        rows = rows.only(lambda f: (state == "closed") == (f.id in closed))
    shown: dict[str, Any] = {"chosen": chosen, "types": FINDINGS, "state": state, "resolutions": RESOLUTIONS}
    shown |= paged(request, rows, MOST_DISPUTES)
    return answer(request, rows, "disputes.html", title="Disputes", **shown, **shared)


def ratings_page(request: Request) -> Response:
    """Show how far publishers and items are trusted, and why; what nobody rated is F and 6."""
    bench, catalog, shared = bench_of(request), catalog_of(request), decided(request)
    names = bench.answer("publishers", _publishers, on=("reports",))
    held: Opinions = shared["opinions"]
    digits = [(o, bench.item(o.target.partition("-")[0], o.target)) for o in held.digits.values()]
    rated = [(o, says_of(catalog, item)) for o, item in digits if item is not None]
    shown: dict[str, Any] = {"publishers": names.most_common(), "rated": rated}
    scales: dict[str, Any] = {"reliabilities": RELIABILITIES, "credibilities": CREDIBILITIES}
    return page(request, "ratings.html", title="Ratings", **shown, **scales, **shared)


def _publishers(catalog: Catalog) -> Counter[str]:
    return Counter(r.publisher or "unknown publisher" for r in catalog.items.reports)


def decisions_page(request: Request) -> Response:
    """Show what was decided, newest first, with a way back."""
    bench = bench_of(request)
    log = bench.log()
    undone: set[str] = set()
    for d in log:
        if d.action == "undo":
            undone.add(d.target)
        elif d.action == "redo":
            undone.discard(d.target)
    cut = paged(request, tuple(reversed(log)))
    resting = {id: len(later) for id, later in resting_on_each(log, [d.id for d in cut["shown"]]).items()}
    catalog = catalog_of(request)
    says: dict[str, str] = {}
    for d in reversed(cut["shown"]):
        says[d.target] = _says(bench, catalog, d.target) or says.get(d.target) or _said(d, d.target)
        if d.action == "merge":
            says |= {id: _says(bench, catalog, id) or _said(d, id) for id in d.after}
        other = d.after.get("to") if isinstance(d.after, dict) else None
        if other:
            says[other] = _says(bench, catalog, other)
    shown: dict[str, Any] = {"undone": undone, "resting": resting, "says": says, "log": log}
    numbers = {d.id: d.sequence for d in log}
    return page(request, "decisions.html", title="Decisions", numbers=numbers, **shown, **cut, **decided(request))


def _says(bench: Workbench, catalog: Catalog, id: str) -> str:
    """What an item says now; empty where it is not shown any more."""
    kind = id.partition("-")[0]
    item = bench.item(kind, id) if kind in GROUPS else None
    if item is None:
        return ""
    return says_of(catalog, item)


def _said(d: Decision, id: str) -> str:
    """The words by which a decision found its item, which is not shown any more."""
    anchors = d.before.get("anchors", {}).get(id, []) if isinstance(d.before, dict) else []
    words = [a.get("exact") or a.get("text") for a in anchors]
    return f"“{words[0]}”" if words else ""


def check(request: Request) -> Response:
    """Check every invariant and every hash of the record; a large one is checked while the page waits and asks."""
    bench = bench_of(request)
    found = bench.checked(anew=asked(request, "wait") is None)
    return page(request, "check.html", title="Verify", found=found, **decided(request))
