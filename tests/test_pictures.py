"""The pictures in the docs are of one width and small."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

PICTURES = sorted((Path(__file__).parents[1] / "docs" / "images").glob("*.png"))


def test_the_six_pages_and_the_dossier_are_there() -> None:
    pages = {"overview", "timeline", "figures", "commitments", "disputes", "review"}
    assert {p.stem for p in PICTURES} == pages | {"dossier"}


@pytest.mark.parametrize("picture", PICTURES, ids=lambda p: p.stem)
def test_a_picture_is_1280_wide_and_small(picture: Path) -> None:
    content = picture.read_bytes()
    assert content[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">I", content[16:20]) == (1280,)
    assert len(content) < 350_000
