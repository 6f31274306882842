"""Truceline reads many reports about a conflict and keeps the record, each item with the words that carry it."""

from truceline.api import open_record, read
from truceline.errors import SkipReport, StopRun, TrucelineError
from truceline.version import __version__

__all__ = ["SkipReport", "StopRun", "TrucelineError", "__version__", "open_record", "read"]
