"""Whatever a text says, reading it does not break, and every quote is exact."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import document
from truceline.domain.record_form import plain
from truceline.reading import read_document
from truceline.reading.language_model import load

pytestmark = pytest.mark.network
PIECES = (
    "The army", "said", "on Monday", "“We", "will", "leave”", "—", "…", "5,000", "up to", "troops", "withdrew", "from",
    "Orlin", "(VNA)", "*peace*", "\\$1 trillion", "'s", "-", "“", "”", "‘puppet’", "U.S.", "Mr.", "the deal", "agreed",
    "to release", "prisoners", "by March 10", ",", ".", "\n\n", "\n", "he", "they", "D+30", "%", "مرکز", "\U0001f54a",
    "http://x.org/a_b", "_x_", "''", "--", "2020", "of the", "and", "but", "not", "killed", "20 people", "in", "Doha,",
    "\t", "Spokesman", "Article 3", "shall", "Commons_by-\nsa", "pre-", "e\u0301",
)  # fmt: skip


def quotes(value: Any) -> list[dict[str, Any]]:
    if isinstance(value, dict):
        if value.keys() == {"report", "start", "end", "exact"}:
            return [value]
        return [q for v in value.values() for q in quotes(v)]
    return [q for v in value for q in quotes(v)] if isinstance(value, list) else []


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(PIECES), min_size=2, max_size=50).map(" ".join))
def test_any_text_is_read_and_quoted_exactly(text: str) -> None:
    made = document(text, published="2031-05-14")
    reading = read_document(made, load())
    found = quotes(plain(reading))
    assert all(made.text[q["start"] : q["end"]] == q["exact"] for q in found)
