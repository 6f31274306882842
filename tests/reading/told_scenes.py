"""Scenes of short texts, read by the language model; for tests of readers that need roles and actors."""

from __future__ import annotations

from functools import cache

import pytest

from builders import document
from truceline.domain.mention import AgreementMention, CommitmentMention, FigureMention
from truceline.reading import read_scene
from truceline.reading.commitments.agreements import read_agreements
from truceline.reading.commitments.commitments import read_commitments
from truceline.reading.figures.figures import read_figures
from truceline.reading.language_model import MissingWeights, NetworkModel, load
from truceline.reading.scene import Scene

PUBLISHED = "2021-06-10"


@cache
def _model() -> NetworkModel | None:
    try:
        return load()
    except MissingWeights:
        return None


def scene(text: str, published: str = PUBLISHED) -> Scene:
    """The scene of a text; the test skips where there are no weights."""
    model = _model()
    if model is None:
        pytest.skip("no weights here")
    return read_scene(document(text, published=published), model)


def figures(text: str) -> dict[str, FigureMention]:
    """The figures of a text, by the words of their amounts."""
    return {f.amount.text: f for f in read_figures(scene(text))}


def agreements(text: str) -> tuple[AgreementMention, ...]:
    """The agreements of a text."""
    return read_agreements(scene(text), ())


def commitments(text: str) -> tuple[CommitmentMention, ...]:
    """The commitments of a text."""
    read = scene(text)
    return read_commitments(read, (), read_agreements(read, ()))


def names(text: str, keys: tuple[str, ...]) -> set[str]:
    """What the text calls some actors, in their fullest form."""
    return {a.name for a in scene(text).actors.mentions if a.key in keys}
