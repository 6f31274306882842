"""Frozen values to JSON values and back, following their type hints: how the record keeps readings."""

from __future__ import annotations

import types
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")


def encode(value: Any) -> Any:
    """Turn a frozen value into lists and scalars: a dataclass becomes the list of its fields."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [encode(x) for x in value]
    if is_dataclass(value) and not isinstance(value, type):
        return [encode(getattr(value, name)) for name in _names(type(value))]
    return value


def decode(kind: type[T], data: Any) -> T:
    """Make a value of a type again from what `encode` gave; raise ValueError if the shape does not fit."""
    return _decode(kind, data)  # type: ignore[no-any-return]


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(f.name for f in fields(kind))


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _decode(kind: Any, data: Any) -> Any:
    if kind is Any or data is None:
        return data
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _decode(next((a for a in get_args(kind) if a is not type(None)), Any), data)
    if origin is tuple:
        parts = get_args(kind)
        if len(parts) == 2 and parts[1] is Ellipsis:
            return tuple(_decode(parts[0], x) for x in data)
        return tuple(_decode(p, x) for p, x in zip(parts, data, strict=True))
    if kind is date:
        return date.fromisoformat(data)
    if isinstance(kind, type) and is_dataclass(kind):
        names, hints = _names(kind), _hints(kind)
        if len(data) > len(names):
            raise ValueError(f"{kind.__name__} has {len(names)} fields, not {len(data)}")
        return kind(**{n: _decode(hints[n], x) for n, x in zip(names, data, strict=False)})
    return data
