"""Split an item: some of its accounts become an item of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any

from truceline.domain.decisions import Decision
from truceline.domain.identity import made_id, quote_key
from truceline.domain.items import Items, ReportItem


def with_split(items: Items, d: Decision, group: str) -> Items:
    """Give the accounts of the reports in `after` to a new item; at least one account has to stay behind."""
    there = getattr(items, group)
    item = next(i for i in there if i.id == d.target)
    accounts = getattr(item, "accounts", ())
    leaving = tuple(a for a in accounts if a.report in d.after)
    if not leaving or len(leaving) == len(accounts):
        return items
    staying = tuple(a for a in accounts if a not in leaving)
    own = recounted(_of(replace(item, id=made_id(item.KIND, "split", _key(leaving[0]))), leaving), items.reports)
    left = recounted(_of(item, staying), items.reports)
    split = [x for i in there for x in ((left, own) if i.id == d.target else (i,))]
    return replace(items, **{group: tuple(split)})


def _of(item: Any, accounts: tuple[Any, ...]) -> Any:
    """Show what the first of the accounts tells, wherever an account and its item have the same field."""
    first = accounts[0]
    shared = {f.name for f in fields(item)} & {f.name for f in fields(first)} - {"id"}
    history = tuple(h for h in getattr(item, "history", ()) if h.report in {a.report for a in accounts})
    kept = {"history": history} if hasattr(item, "history") else {}
    return replace(item, accounts=accounts, **{name: getattr(first, name) for name in shared}, **kept)


def _key(account: Any) -> str:
    quotes = account.content_quotes if hasattr(account, "content_quotes") else account.quotes
    return quote_key(quotes[0])


def recounted(item: Any, reports: Sequence[ReportItem]) -> Any:
    """Count reports and origins of an item anew where it keeps such counts."""
    if not hasattr(item, "origins"):
        return item
    told = {a.report for a in item.accounts}
    return replace(item, reports=len(told), origins=len({r.origin for r in reports if r.id in told}))
