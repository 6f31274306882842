"""Vocabulary files: what may be added without touching code. One block a row; each brings an example."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any

FILES = (
    "actors",
    "agreements",
    "commitments",
    "counted",
    "cues",
    "deeds",
    "events",
    "figures",
    "leaders",
    "lemmas",
    "parts",
    "places",
    "stakes",
    "threads",
    "titles",
    "turns",
    "wording",
)


@cache
def rows(file: str) -> dict[str, dict[str, Any]]:
    """Give the blocks of a vocabulary file by name, in the order of the file."""
    text = resources.files(__package__).joinpath(f"{file}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
