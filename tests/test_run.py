"""A run tells truly how far it is, and what it did not read and why."""

from __future__ import annotations

from pathlib import Path

import pytest

from truceline.record.store import Store
from truceline.run import read_into
from truceline.sources import reports

TEXT = (
    "The Valley Front attacked the mill near Orlin on {} May 2031 and killed twelve soldiers, a spokesman said today."
)


@pytest.mark.network
def test_in_the_end_every_report_that_was_found_is_finished(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for name, text in (("a", TEXT.format(3)), ("b", TEXT.format(4)), ("same", TEXT.format(3)), ("short", "No.")):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    (folder / "bad.zip").write_bytes(b"PK no archive")
    told: list[int] = []
    for again in (False, True):
        with Store(tmp_path / "r", create=True) as store:
            outcome = read_into(store, [folder], progress=lambda n, source: told.append(n))
        total = sum(1 for _ in reports([folder]))
        assert told[-1] == total == len(outcome.read) + len(outcome.already_there) + len(outcome.skipped)
        assert told == sorted(told)
        assert len(outcome.read) == (0 if again else 2)
        assert all(s.source and s.reason for s in outcome.skipped)
        told.clear()
