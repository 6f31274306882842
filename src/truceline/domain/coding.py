"""Frozen values to JSON values and back, following their type hints: how the record keeps readings."""

from __future__ import annotations

import types
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")


_SCALARS = frozenset({str, int, float, bool, type(None)})
_WRITERS: dict[type, Callable[[Any], Any]] = {}
"""What encodes values of a type, put together once a type: a record holds many of each."""


def encode(value: Any) -> Any:
    """Turn a frozen value into lists and scalars: a dataclass becomes the list of its fields."""
    kind = type(value)
    if kind in _SCALARS:
        return value
    if kind not in _WRITERS:
        _WRITERS[kind] = _writer(kind)
    return _WRITERS[kind](value)


def _writer(kind: type) -> Callable[[Any], Any]:
    if kind in (tuple, list):
        return lambda values: [x if type(x) in _SCALARS else encode(x) for x in values]
    if issubclass(kind, date):
        return lambda day: day.isoformat()
    if is_dataclass(kind):
        names = _names(kind)
        held = attrgetter(*names) if len(names) > 1 else lambda value: (getattr(value, names[0]),)
        return lambda value: [x if type(x) in _SCALARS else encode(x) for x in held(value)]
    return _as_it_is


def decode(kind: type[T], data: Any) -> T:
    """Make a value of a type again from what `encode` gave; raise ValueError if the shape does not fit."""
    of: Any = kind
    return _reader(of)(data)  # type: ignore[no-any-return]


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(f.name for f in fields(kind))


@cache
def _reader(kind: Any) -> Callable[[Any], Any]:
    """Give what makes values of a type; it is put together once a type, since a record holds many of each."""
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _reader(next((a for a in get_args(kind) if a is not type(None)), Any))
    if origin is tuple:
        return _tuple_reader(get_args(kind))
    if kind is date:
        return lambda data: None if data is None else date.fromisoformat(data)
    if isinstance(kind, type) and is_dataclass(kind):
        return _dataclass_reader(kind)
    return _as_it_is


def _as_it_is(data: Any) -> Any:
    return data


def _tuple_reader(parts: tuple[Any, ...]) -> Callable[[Any], Any]:
    if len(parts) == 2 and parts[1] is Ellipsis:
        one = _reader(parts[0])
        if one is _as_it_is:
            return lambda data: None if data is None else tuple(data)
        return lambda data: None if data is None else tuple([one(x) for x in data])
    each = [_reader(p) for p in parts]
    return lambda data: None if data is None else tuple(read(x) for read, x in zip(each, data, strict=True))


def _dataclass_reader(kind: type) -> Callable[[Any], Any]:
    names, hints = _names(kind), get_type_hints(kind)
    readers: list[Callable[[Any], Any]] = []
    deep: list[tuple[int, Callable[[Any], Any]]] = []

    def read(data: Any) -> Any:
        if data is None:
            return None
        if not readers:  # at the first value, not before: a type may hold itself
            readers.extend(_reader(hints[n]) for n in names)
            deep.extend((at, r) for at, r in enumerate(readers) if r is not _as_it_is)
        if len(data) > len(names):
            raise ValueError(f"{kind.__name__} has {len(names)} fields, not {len(data)}")
        values = list(data)
        for at, made in deep:
            if at < len(values):
                values[at] = made(values[at])
        return kind(*values)

    return read
