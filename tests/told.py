"""Findings between short reports given as texts."""

from __future__ import annotations

from functools import cache

import pytest

from builders import document
from truceline.domain.items import Finding
from truceline.domain.mention import Reading
from truceline.reading import read_document
from truceline.reading.language_model import MissingWeights, load
from truceline.reconcile import reconcile


@cache
def told(text: str, day: str | None = None, publisher: str | None = None) -> Reading:
    """Read a report; skip where the network's weights are missing."""
    try:
        model = load()
    except MissingWeights as error:
        pytest.skip(str(error))
    return read_document(document(text, published=day, publisher=publisher), model)


def found(type: str, *readings: Reading) -> list[Finding]:
    """Give the findings of one type between reports."""
    return [f for f in reconcile(readings).findings if f.type == type]


def between(finding: Finding, *words: str) -> bool:
    """Tell whether a finding sets passages that hold these words against each other."""
    said = [" ".join(q.exact for q in side.quotes) for side in finding.items]
    return all(any(word in one for one in said) for word in words)
