"""Both local engines give the same, and one bad report never ends a run."""

from __future__ import annotations

import os
import time

import pytest

from builders import document, report
from truceline.domain.document import Report
from truceline.domain.mention import Reading, SkippedReport
from truceline.engines.local import InProcess, Workers
from truceline.errors import StopRun


def reader(made: Report) -> Reading | SkippedReport:
    """A reader that does what the report tells it."""
    text = made.content.decode()
    if text == "raise":
        raise ValueError("no")
    if text == "crash":
        os._exit(3)
    if text == "hang":
        time.sleep(60)
    if text == "stop":
        raise StopRun("The record could not be trusted.")
    return Reading(document(text))


def outcomes(engine: InProcess | Workers, *texts: str) -> list[str]:
    found = engine.read_all([report(text, source=text) for text in texts])
    return [f"{o.kind}: {o.reason}" if isinstance(o, SkippedReport) else o.document.text for o in found]


def test_workers_give_what_one_process_gives_in_the_same_order() -> None:
    texts = [f"report {n}" for n in range(9)]
    assert outcomes(Workers(reader, 2), *texts) == outcomes(InProcess(reader), *texts) == texts


def test_a_report_that_raises_is_set_aside() -> None:
    a, bad, b = outcomes(InProcess(reader), "one", "raise", "two")
    assert (a, b) == ("one", "two")
    assert bad == "ReaderFailed: raise broke the reader (ValueError: no)."


def test_a_report_that_crashes_or_hangs_its_process_is_set_aside() -> None:
    found = outcomes(Workers(reader, 2, seconds=4), "one", "crash", "two", "hang", "three")
    assert [found[n] for n in (0, 2, 4)] == ["one", "two", "three"]
    assert "crash made the reader crash" in found[1]
    assert "hang took longer than 4 seconds" in found[3]


def test_what_must_stop_the_run_stops_it() -> None:
    for engine in (InProcess(reader), Workers(reader, 2)):
        with pytest.raises(StopRun, match="trusted"):
            outcomes(engine, "one", "stop", "two")
