"""Exports: a record as files for other programs and for people."""

from __future__ import annotations

from truceline.contracts import Export
from truceline.errors import BadArgument
from truceline.exports.dossier import Dossier
from truceline.exports.jsonl import JsonLines

EXPORTS: tuple[Export, ...] = (JsonLines(), Dossier())
"""Add an export: one file and one row here."""


def export_named(name: str) -> Export:
    """Give the export of a name; raise BadArgument if there is none."""
    found = next((e for e in EXPORTS if e.name == name), None)
    if found is None:
        raise BadArgument(f"There is no export called {name}; there are: {', '.join(e.name for e in EXPORTS)}.")
    return found
