"""The record: one SQLite file, the only door to it, with the log of decisions."""
