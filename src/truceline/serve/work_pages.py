"""Pages to work on: the queue, disputes, ratings, the log of decisions, the check of the record."""

from __future__ import annotations

from collections import Counter
from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from truceline.domain.decisions import Decision
from truceline.domain.items import Items
from truceline.serve.answers import answer, page
from truceline.serve.asking import asked, bench_of, catalog_of, decided
from truceline.views.catalog import Catalog
from truceline.views.deciding import CHOICES, CREDIBILITIES, LABELS, RELIABILITIES, RESOLUTIONS, item_of, resting_on
from truceline.views.disputes import disputes
from truceline.views.opinions import Opinions
from truceline.views.queue import KINDS, Entry, card, queue, waiting

FINDINGS = ("contradiction", "scope_difference", "update", "corroboration", "copy")


def review(request: Request) -> Response:
    """Show items of every kind one after the other: accept, reject or edit each with one key."""
    bench, catalog, shared = bench_of(request), catalog_of(request), decided(request)
    entries = bench.answer("queue", lambda c: queue(c.items))
    kind, report = asked(request, "kind"), asked(request, "report")
    filters = {k: v for k in ("kind", "report", "origins") if (v := asked(request, k))}
    left = waiting(entries, shared["states"], kind=kind, report=report, one_origin=asked(request, "origins") == "1")
    entry, before, after = _around(entries, left, asked(request, "at"), asked(request, "after"))
    item = item_of(catalog.items, entry.id) if entry else None
    shown: dict[str, Any] = {
        "card": card(catalog, item) if item else None, "entry": entry, "left": len(left),
        "of_kind": Counter(e.kind for e in waiting(entries, shared["states"])), "kinds": KINDS,
        "before": _address(filters, at=before.id) if before else None,
        "skip": _address(filters, after=entry.id) if entry else None,
        "undo_to": _address(filters, at=asked(request, "after")) if asked(request, "after") else None,
        "after": after, "choices": _choices(catalog.items, entry.kind) if entry else {},
        "reports": {r: catalog.label(r) for r in entry.reports} if entry else {}, "credibilities": CREDIBILITIES,
        "label": LABELS.get(entry.kind) if entry else None, "labels": _labels(entry), "labelled": _labelled(item),
        "letters": _letters(catalog, entry, shared["opinions"]) if entry else {},
    }  # fmt: skip
    return page(request, "review.html", title="Review", **shown, **shared)


def _around(
    entries: tuple[Entry, ...], left: tuple[Entry, ...], at: str | None, after: str | None
) -> tuple[Entry | None, Entry | None, Entry | None]:
    """The entry to show, the one before it and the one after it."""
    places = {e.id: n for n, e in enumerate(entries)}
    if at in places:
        here: Entry | None = entries[places[at]]
    else:
        start = places.get(after or "", -1)
        here = next((e for e in left if places[e.id] > start), None)
    if here is None:
        return None, None, None
    n = places[here.id]
    before = next((e for e in reversed(left) if places[e.id] < n), None)
    return here, before, next((e for e in left if places[e.id] > n), None)


def _address(filters: dict[str, str], **place: str | None) -> str:
    return "/review?" + urlencode({**filters, **{k: v for k, v in place.items() if v}})


def _choices(items: Items, kind: str) -> dict[str, tuple[str, ...]]:
    """The words that fields of a kind may hold."""
    found = {name: words for (of, name), words in CHOICES.items() if of == kind}
    if kind == "event":
        found["type"] = tuple(sorted({e.type for e in items.events} | {"OTHER"}))
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
    names = dict.fromkeys(catalog.reports[r].publisher or "unknown publisher" for r in entry.reports)
    return {name: held.letters[name].says if name in held.letters else "F" for name in names}


def disputes_page(request: Request) -> Response:
    """Show contradictions, or other findings where asked for; closed ones stay visible where asked for."""
    shared, bench = decided(request), bench_of(request)
    chosen = tuple(t for t in request.query_params.getlist("type") if t in FINDINGS) or ("contradiction",)
    state = asked(request, "state") or "all"
    rows = bench.answer(f"disputes {chosen}", lambda catalog: disputes(catalog, types=chosen))
    closed = shared["opinions"].closed
    rows = tuple(r for r in rows if state == "all" or (state == "closed") == (r.finding in closed))
    shown: dict[str, Any] = {"chosen": chosen, "types": FINDINGS, "state": state, "resolutions": RESOLUTIONS}
    return answer(request, rows, "disputes.html", title="Disputes", **shown, **shared)


def ratings_page(request: Request) -> Response:
    """Show how far publishers and items are trusted, and why; what nobody rated is F and 6."""
    catalog, shared = catalog_of(request), decided(request)
    names = Counter(r.publisher or "unknown publisher" for r in catalog.items.reports)
    held: Opinions = shared["opinions"]
    digits = [(o, item_of(catalog.items, o.target)) for o in held.digits.values()]
    rated = [(o, card(catalog, item).says) for o, item in digits if item is not None]
    shown: dict[str, Any] = {"publishers": names.most_common(), "rated": rated}
    scales: dict[str, Any] = {"reliabilities": RELIABILITIES, "credibilities": CREDIBILITIES}
    return page(request, "ratings.html", title="Ratings", **shown, **scales, **shared)


def decisions_page(request: Request) -> Response:
    """Show what was decided, newest first, with a way back."""
    log = bench_of(request).log()
    undone: set[str] = set()
    for d in log:
        if d.action == "undo":
            undone.add(d.target)
        elif d.action == "redo":
            undone.discard(d.target)
    resting = {d.id: len(resting_on(log, d.id)) for d in log[-200:]}
    catalog = catalog_of(request)
    says: dict[str, str] = {}
    for d in log:
        says[d.target] = _says(catalog, d.target) or says.get(d.target) or _said(d)
    shown: dict[str, Any] = {"log": tuple(reversed(log)), "undone": undone, "resting": resting, "says": says}
    numbers = {d.id: d.sequence for d in log}
    return page(request, "decisions.html", title="Decisions", numbers=numbers, **shown, **decided(request))


def _says(catalog: Catalog, id: str) -> str:
    """What an item says now; empty where it is not shown any more."""
    item = item_of(catalog.items, id)
    if item is None:
        return ""
    return str(item.name) if item.KIND in ("actor", "place") else card(catalog, item).says


def _said(d: Decision) -> str:
    """The words by which a decision found its item, which is not shown any more."""
    anchors = d.before.get("anchors", {}).get(d.target, []) if isinstance(d.before, dict) else []
    words = [a.get("exact") or a.get("text") for a in anchors]
    return f"“{words[0]}”" if words else ""


def check(request: Request) -> Response:
    """Check every invariant and every hash of the record."""
    with bench_of(request).record() as opened:
        found, state = opened.violations(), opened.state()
    return page(request, "check.html", title="Verify", found=found, state=state, **decided(request))
