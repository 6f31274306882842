"""Split an item: some of its accounts, or some of an actor's or a place's names, become an item of their own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from truceline.domain.decisions import Decision
from truceline.domain.document import Quote
from truceline.domain.identity import made_id, quote_key
from truceline.domain.items import NameCount
from truceline.reconcile.shelf import INSIDE, NAMING, Shelf, moved, renamed

NAMED = frozenset({"actor", "place"})
"""Kinds that keep names instead of accounts."""
Goes = Callable[[str, Sequence[Quote]], bool]
"""Tells whether what some words of a report name is the new item."""


def split(shelf: Shelf, d: Decision) -> None:
    """Give what `after` lists to a new item; something has to stay behind, else nothing changes."""
    item = shelf.get(d.target_kind, d.target)
    parted = _names_apart(item, d.after) if d.target_kind in NAMED else _accounts_apart(shelf, item, d.after)
    if parted is None:
        return
    left, own, goes = parted
    shelf.put(left)
    shelf.put(own)
    for other in shelf.naming(left.id):
        shelf.put(_pointing(other, left.id, own.id, goes))


def can_part(item: Any, after: Any) -> bool:
    """Tell whether a choice takes some of an item, and leaves some."""
    whole = item.names if item.KIND in NAMED else getattr(item, "accounts", ())
    leaving = [x for x in whole if _chosen(x, after)]
    return 0 < len(leaving) < len(whole)


def quotes_of(account: Any) -> tuple[Quote, ...]:
    """Give the words that carry an account, a line of a history, or a side."""
    found: tuple[Quote, ...] = account.content_quotes if hasattr(account, "content_quotes") else account.quotes
    return found


def overlap(mine: Quote, other: Mapping[str, Any]) -> int:
    """Count the characters that two quotes share, if they share half of the shorter one."""
    if mine.report != other["report"]:
        return 0
    shared = min(mine.end, other["end"]) - max(mine.start, other["start"])
    return shared if 2 * shared >= min(mine.end - mine.start, other["end"] - other["start"]) > 0 else 0


def _chosen(part: Any, after: Any) -> bool:
    """Whether a choice names an account, by its report or by its words, or a name, by its form and its report."""
    for one in after if isinstance(after, list) else ():
        if isinstance(one, str):
            fits = part.report == one
        elif isinstance(part, NameCount):
            fits = part.text == one.get("text") and one.get("report") in (None, part.report)
        else:
            fits = "start" in one and any(overlap(q, one) for q in quotes_of(part))
        if fits:
            return True
    return False


def _accounts_apart(shelf: Shelf, item: Any, after: Any) -> tuple[Any, Any, Goes] | None:
    accounts = getattr(item, "accounts", ())
    leaving = tuple(a for a in accounts if _chosen(a, after))
    if not leaving or len(leaving) == len(accounts):
        return None
    staying = tuple(a for a in accounts if a not in leaving)
    new = replace(item, id=made_id(item.KIND, "split", quote_key(quotes_of(leaving[0])[0])))
    words = {q for a in leaving for q in quotes_of(a)}
    only = {a.report for a in leaving} - {a.report for a in staying}
    kept = {q for a in staying for q in quotes_of(a)}

    def goes(report: str, quotes: Sequence[Quote]) -> bool:
        return (bool(words & set(quotes)) and not kept & set(quotes)) or report in only

    return recounted(shelf, _of(item, staying)), recounted(shelf, _of(new, leaving)), goes


def _of(item: Any, accounts: tuple[Any, ...]) -> Any:
    """Show what the first of the accounts tells, wherever an account and its item have the same field."""
    first = accounts[0]
    shared = {f.name for f in fields(item)} & {f.name for f in fields(first)} - {"id"}
    history = tuple(h for h in getattr(item, "history", ()) if h.report in {a.report for a in accounts})
    kept = {"history": history} if hasattr(item, "history") else {}
    return replace(item, accounts=accounts, **{name: getattr(first, name) for name in shared}, **kept)


def recounted(shelf: Shelf, item: Any) -> Any:
    """Count reports and origins of an item anew where it keeps such counts."""
    if not hasattr(item, "origins"):
        return item
    told = {a.report for a in item.accounts}
    return replace(item, reports=len(told), origins=shelf.origins(told))


def _names_apart(item: Any, after: Any) -> tuple[Any, Any, Goes] | None:
    leaving = tuple(n for n in item.names if _chosen(n, after))
    staying = tuple(n for n in item.names if n not in leaving)
    if not leaving or not staying:
        return None
    goes = _by_names(leaving, staying)
    id = made_id(item.KIND, "split", item.id, leaving[0].report, leaving[0].text)
    left, own = replace(item, names=staying), replace(item, id=id, name=_commonest(leaving), names=leaving)
    if hasattr(item, "roles"):
        titles = {side: tuple(_title(t, goes, side) for t in item.roles) for side in (True, False)}
        own = replace(own, roles=tuple(t for t in titles[True] if t.quotes))
        left = replace(left, roles=tuple(t for t in titles[False] if t.quotes))
    return left, own, goes


def _title(title: Any, goes: Goes, side: bool) -> Any:
    return replace(title, quotes=tuple(q for q in title.quotes if goes(q.report, ()) == side))


def _commonest(names: Iterable[NameCount]) -> str:
    counts: Counter[str] = Counter()
    for name in names:
        counts[name.text] += name.count
    return max(sorted(counts), key=lambda text: counts[text])


def _by_names(leaving: Sequence[NameCount], staying: Sequence[NameCount]) -> Goes:
    """In a report that uses names of one side only, all is that side's; else the words of an account must tell."""

    def goes(report: str, quotes: Sequence[Quote]) -> bool:
        mine = {n.text for n in leaving if n.report == report}
        others = {n.text for n in staying if n.report == report}
        if not mine or not others:
            return bool(mine)
        forms = sorted(mine | others, key=len, reverse=True)  # "the Front's forces" is not "the Front"
        pattern = "|".join(rf"(?<!\w){re.escape(form)}(?!\w)" for form in forms)
        found = {hit for q in quotes for hit in re.findall(pattern, q.exact)}
        return bool(found & mine) and not found & others

    return goes


def _pointing(item: Any, old: str, new: str, goes: Goes) -> Any:
    """Let an item name the new one, as far as its accounts do; what no account decides goes with all its words."""
    ids: dict[str, str | None] = {old: new}
    changes: dict[str, Any] = {}
    for name in INSIDE:
        if hasattr(item, name):
            told = getattr(item, name)
            changes[name] = tuple(moved(a, ids) if goes(a.report, quotes_of(a)) else a for a in told)
    accounts = changes.get("accounts", ())
    whole = _all_go(item, goes)
    for name in (f.name for f in fields(item) if f.name in NAMING):
        value = getattr(item, name)
        if old != value and not (isinstance(value, tuple) and old in value):
            continue
        named = [getattr(a, name) for a in accounts if hasattr(a, name)]
        news, olds = (sum(id in v if isinstance(v, tuple) else id == v for v in named if v) for id in (new, old))
        if not news and not olds:
            changes[name] = renamed(value, ids) if whole else value
        elif isinstance(value, tuple):
            both = ((old,) if olds else ()) + ((new,) if news else ())
            changes[name] = tuple(dict.fromkeys(x for v in value for x in (both if v == old else (v,))))
        else:
            changes[name] = old if olds else new
    return replace(item, **changes)


def _all_go(item: Any, goes: Goes) -> bool:
    """Whether every report that tells an item, in the words that carry it, speaks of the new one."""
    if hasattr(item, "accounts"):
        told = [(a.report, quotes_of(a)) for a in item.accounts]
    elif hasattr(item, "names"):
        told = [(report, ()) for report in dict.fromkeys(n.report for n in item.names)]
    else:
        told = [(q.report, (q,)) for q in getattr(item, "quotes", ())]
    return bool(told) and all(goes(report, quotes) for report, quotes in told)
