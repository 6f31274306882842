"""What speaks for two tellings being one event has a weight and a reason that a user can read."""

from __future__ import annotations

from truceline.reconcile.event_sameness import COMPARISONS, SURE, THRESHOLD, WEIGHTS


def test_every_reason_says_in_a_sentence_what_it_is() -> None:
    assert [c.compare for c in COMPARISONS if not c.reason.endswith(".")] == []
    assert len({reason.__name__ for reason, _ in WEIGHTS}) == len(WEIGHTS)


def test_no_single_reason_is_enough_to_date_a_report() -> None:
    assert max(weight for _, weight in WEIGHTS) < SURE
    assert THRESHOLD < SURE
