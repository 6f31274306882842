"""Measure a record against reports that people annotated by hand; see docs/annotating.md for the format."""
