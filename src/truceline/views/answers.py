"""An answer of many rows, which turns into plain values or an Arrow table."""

from __future__ import annotations

from importlib import import_module
from typing import Any, TypeVar

from truceline.errors import BadArgument
from truceline.views.catalog import Answer

T = TypeVar("T", bound=Answer)


class Answers(tuple[T, ...]):
    """A tuple of frozen rows."""

    __slots__ = ()

    def to_dicts(self) -> list[dict[str, Any]]:
        """Give every row as dicts, lists and scalars."""
        return [row.to_dict() for row in self]

    def to_arrow(self) -> Any:
        """Give a pyarrow.Table; raise BadArgument if the extra `truceline[arrow]` is not installed."""
        try:
            arrow = import_module("pyarrow")
        except ImportError as error:
            raise BadArgument("Arrow tables need the extra: pip install 'truceline[arrow]'.") from error
        return arrow.Table.from_pylist(self.to_dicts())
