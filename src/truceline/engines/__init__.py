"""Engines read many reports; each only schedules the same `read_report`."""
