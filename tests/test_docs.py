"""What a user can meet is named in the docs."""

from __future__ import annotations

from pathlib import Path

import pytest

from truceline.cli import app
from truceline.documents import FORMATS
from truceline.exports import EXPORTS
from truceline.serve.pages import PAGES
from truceline.showing import VIEWS
from truceline.vocabulary import FILES

ROOT = Path(__file__).parents[1]
DOCS = {p.name: p.read_text(encoding="utf-8") for p in [*(ROOT / "docs").glob("*.md"), ROOT / "README.md"]}


@pytest.mark.parametrize(
    "command", sorted(c.name or c.callback.__name__ for c in app.registered_commands if c.callback)
)
def test_every_command_is_in_the_terminal_page(command: str) -> None:
    assert f"truceline {command}" in DOCS["terminal.md"]


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_is_in_the_terminal_page(view: str) -> None:
    assert view in DOCS["terminal.md"]


@pytest.mark.parametrize("export", EXPORTS, ids=lambda e: e.name)
def test_every_export_is_in_the_terminal_page(export: object) -> None:
    assert f"`{export.name}`" in DOCS["terminal.md"]  # type: ignore[attr-defined]


@pytest.mark.parametrize("file", FILES)
def test_every_vocabulary_file_is_in_the_page_on_adding(file: str) -> None:
    assert f"`{file}.toml`" in DOCS["extending.md"]


@pytest.mark.parametrize("place", [p.name for p in PAGES if p.name])
def test_every_page_is_in_the_page_on_the_workbench(place: str) -> None:
    assert place.lower() in DOCS["workbench.md"].lower()


def test_every_format_is_named() -> None:
    readme = DOCS["README.md"].lower()
    assert all(f.name.split()[0].lower() in readme for f in FORMATS if f.name != "json row"), [f.name for f in FORMATS]


@pytest.mark.parametrize("page", sorted(DOCS))
def test_every_link_between_pages_leads_somewhere(page: str) -> None:
    folder = ROOT if page == "README.md" else ROOT / "docs"
    links = [part.split(")")[0] for part in DOCS[page].split("](")[1:]]
    broken = [link for link in links if "://" not in link and not (folder / link.split("#")[0]).exists()]
    assert broken == []


def test_every_requirement_is_named_with_its_licence() -> None:
    import tomllib

    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["dependencies"]
    names = [w.split(">")[0].split("=")[0] for w in wanted]
    assert [n for n in names if n not in DOCS["licences.md"]] == []
