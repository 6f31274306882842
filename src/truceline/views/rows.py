"""Rows of an answer that are made when somebody looks at them: a page of a large record needs a few of many."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")


class Rows(Sequence[T], Generic[T]):
    """A sequence of rows over chosen and ordered items; each row is made anew whenever it is asked for."""

    __slots__ = ("_make", "chosen")

    def __init__(self, chosen: Sequence[Any], make: Callable[[Any], T]) -> None:
        """Hold items in their order, and what makes a row of one."""
        self.chosen, self._make = chosen, make

    def __len__(self) -> int:
        """Count the rows."""
        return len(self.chosen)

    def only(self, fits: Callable[[Any], bool]) -> Rows[T]:
        """Give the rows of the items that fit."""
        return Rows([one for one in self.chosen if fits(one)], self._make)

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[T, ...]: ...
    def __getitem__(self, at: int | slice) -> T | tuple[T, ...]:
        """Make one row, or those of a slice."""
        if isinstance(at, slice):
            return tuple(self._make(one) for one in self.chosen[at])
        return self._make(self.chosen[at])

    def __iter__(self) -> Iterator[T]:
        """Make all rows, one after the other."""
        return (self._make(one) for one in self.chosen)

    def __eq__(self, other: object) -> bool:
        """Compare the rows, also with those of a tuple."""
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    __hash__ = None  # type: ignore[assignment]
