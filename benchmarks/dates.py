"""Score the reading of single time expressions: python benchmarks/dates.py --data DIR (a folder with dates.csv)."""

from __future__ import annotations

import argparse
import csv
import sys
from calendar import monthrange
from datetime import date
from pathlib import Path

from truceline.domain.date_words import Anchor, when
from truceline.domain.dates import UNKNOWN_DAYS, Days

LATE = ("end of ", "late ", "mid-")
"""Rows that ask for one day of a stretch, where the record keeps the stretch; shown apart as well."""


def first_and_last(cell: str) -> tuple[date, date]:
    """Turn 2025-05-13, 2024-03 or 1992 into its first and last day."""
    year, month, day = [*(int(part) for part in cell.split("-")), 0, 0][:3]
    if not month:
        return date(year, 1, 1), date(year, 12, 31)
    return date(year, month, day or 1), date(year, month, day or monthrange(year, month)[1])


def starts_right(found: Days, row: dict[str, str]) -> bool:
    """Tell whether the first day is right, and the last one too where only a month or a year is asked for."""
    first, last = first_and_last(row["expected_start"])
    if first == last or row["expected_end"] not in ("", "*"):
        return found.earliest == first
    return (found.earliest, found.latest) == (first, last)


def ends_right(found: Days, row: dict[str, str]) -> bool:
    return row["expected_end"] in ("", "*") or found.latest == first_and_last(row["expected_end"])[1]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--verbose", action="store_true")
    arguments = parser.parse_args()
    file = arguments.data / "dates.csv"
    if not file.is_file():
        print(f"not available: {file}")
        return 0
    dated = refusals = starts = ends = refused = apart = 0
    for row in csv.DictReader(file.open(encoding="utf-8")):
        found = when(row["expression"], Anchor(Days.on(row["reference_date"])))
        days = found.days if found else UNKNOWN_DAYS
        if row["type"] == "refuse":
            refusals += 1
            right = not days.known
            refused += right
        elif row["expected_start"] == "*":
            continue
        else:
            dated += 1
            right = starts_right(days, row)
            starts += right
            ends += right and ends_right(days, row)
            apart += not right and row["expression"].startswith(LATE)
        if not right and arguments.verbose:
            print(
                f"  {row['expression']!r} {row['expected_start']} {row['expected_end']}: {days.earliest} {days.latest}"
            )
    print(f"starts right {starts} of {dated} = {starts / dated:.1%}, with ends {ends}; refused {refused} of {refusals}")
    print(f"of the starts missed, {apart} name the last or middle day of a stretch that the record keeps as a stretch")
    return 0


if __name__ == "__main__":
    sys.exit(main())
