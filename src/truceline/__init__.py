"""Truceline reads many reports about a conflict and keeps the record, each item with the words that carry it."""

__version__ = "0.1.0"
