"""Settings of a run, from the environment and from flags; they come in at the door and go no further."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from truceline.errors import BadArgument


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person may set."""

    workers: int = 0
    """Processes that read at the same time; 0 reads in this process."""
    seconds_per_report: float = 120.0
    """How long one report may take in a worker."""
    published: str | None = None
    """A day (ISO 8601) on which reports without a date of their own were published."""
    engine: str = "local"
    registry: Path | None = None
    """A file of the user's own actors, which the record keeps."""

    @classmethod
    def of(cls, environment: Mapping[str, str] = os.environ, **flags: Any) -> Settings:
        """Take what flags say, else what TRUCELINE_WORKERS and TRUCELINE_SECONDS_PER_REPORT say."""
        found: dict[str, Any] = {}
        for name, kind in (("workers", int), ("seconds_per_report", float)):
            text = environment.get(f"TRUCELINE_{name.upper()}")
            if text is not None:
                try:
                    found[name] = kind(text)
                except ValueError as error:
                    raise BadArgument(f"TRUCELINE_{name.upper()} must be a number, not {text!r}.") from error
        given = {name: value for name, value in flags.items() if value is not None}
        return replace(cls(), **(found | given))
