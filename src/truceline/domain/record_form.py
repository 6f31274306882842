"""The record format: any noun as plain JSON values, and back to the same bytes."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from truceline.domain.dates import Days, When
from truceline.domain.document import Published
from truceline.domain.mention import Deadline


def plain(value: Any) -> Any:
    """Turn a noun into dicts, lists and JSON scalars, keys in the order of the record format."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [plain(x) for x in value]
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items()}
    if isinstance(value, When):
        base = {"text": value.text, **_days(value.days), "basis": value.basis}
        return base | ({"from": value.reported_in} if value.reported_in else {})
    if isinstance(value, Days):
        return _days(value)
    if isinstance(value, Published):
        return {**_days(value.days), "basis": value.basis, "quotes": plain(value.quotes)}
    if isinstance(value, Deadline):
        return {"text": value.text, "rule": value.rule, "from": value.from_, **_days(value.days)}
    if is_dataclass(value):
        kind = getattr(value, "KIND", None)
        base = {"kind": kind} if kind else {}
        return base | {f.name.rstrip("_"): plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return int(value) if not isinstance(value, bool) else value
    return value


def _days(days: Days) -> dict[str, str | None]:
    return {"earliest": plain(days.earliest), "latest": plain(days.latest)}


def line(value: Any) -> str:
    """Write a noun as one line of the record format, without the line end."""
    return json.dumps(plain(value), ensure_ascii=False, separators=(",", ":"))
