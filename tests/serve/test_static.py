"""What a page loads is small, and the look is kept once."""

from __future__ import annotations

import gzip
from pathlib import Path

import truceline
from truceline.exports.dossier import STYLES

PACKAGE = Path(truceline.__file__).parent
LARGEST_SCRIPTS = 60_000


def rules(path: str) -> set[str]:
    """The lines of a stylesheet that are whole rules."""
    text = (PACKAGE / path).read_text(encoding="utf-8")
    return {line.strip() for line in text.splitlines() if "{" in line and "}" in line}


def test_all_scripts_together_stay_small() -> None:
    scripts = sorted(p for ending in ("*.js", "*.mjs") for p in PACKAGE.rglob(ending))
    assert scripts, "there is one"
    assert sum(len(gzip.compress(p.read_bytes())) for p in scripts) <= LARGEST_SCRIPTS


def test_the_dossier_and_the_workbench_share_one_look() -> None:
    shared, dossier, workbench = rules("views/look.css"), rules(STYLES[1]), rules("serve/static/workbench.css")
    assert len(shared) >= 30
    assert STYLES[0] == "views/look.css"
    assert (shared & dossier, shared & workbench, dossier & workbench) == (set(), set(), set())
