"""Deadlines of one commitment that reports tell alike, that were moved, or that cannot both hold."""

from __future__ import annotations

import pytest

from builders import actor, commitment, deadline, document, reading
from truceline.domain.dates import Days
from truceline.domain.mention import Reading
from truceline.reconcile import reconcile


def bound(text: str, day: str, due: str, words: str) -> Reading:
    """A report that tells by when the Hill Guard is to open the road to Orlin."""
    d = document(f"The Hill Guard will open the road to Orlin {words}, said {text}.", published=day)
    who = actor(d, "Hill Guard", "armed_group")
    when = deadline(words, days=Days.on(due))
    made = commitment(d, "will open the road to Orlin", who.key, deadline=when)
    return reading(d, actors=(who,), commitments=(made,))


@pytest.mark.parametrize(
    ("day", "due", "words", "expected"),
    [
        ("2031-05-03", "2031-07-01", "by 1 July", "corroboration"),
        ("2031-05-03", "2032-07-01", "by 1 July", "corroboration"),
        ("2031-05-03", "2031-10-15", "by 15 October", "contradiction"),
        ("2031-09-20", "2031-12-15", "by 15 December", "update"),
        ("2031-05-03", "2031-07-20", "by the end of July", None),
    ],
)
def test_another_deadline(day: str, due: str, words: str, expected: str | None) -> None:
    first, then = bound("the mayor", "2031-05-02", "2031-07-01", "by July 1"), bound("a priest", day, due, words)
    types = [f.type for f in reconcile((first, then)).findings if "deadlines" in f.reason]
    assert types == ([expected] if expected else [])
