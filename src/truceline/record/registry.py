"""The registry of actors that a person brought along; the record keeps it, for whenever items are made anew."""

from __future__ import annotations

from pathlib import Path

from truceline.domain.registry import Registered, read_registry
from truceline.errors import BadArgument
from truceline.record.store import Store

NAME = "registry"


def bring_registry(store: Store, path: Path) -> None:
    """Keep a registry of actors in the record, in place of an older one. Raises BadArgument where it cannot be read."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadArgument(f"{path} cannot be read as a registry of actors.") from error
    read_registry(text, path.name)
    store.bring(NAME, text)


def kept_registry(store: Store) -> tuple[Registered, ...]:
    """Give the actors of the record's registry; none where nobody brought one."""
    return read_registry(store.brought(NAME) or "", "The registry of the record")
