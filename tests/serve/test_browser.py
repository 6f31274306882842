"""What a person at a real browser meets: Chromium, driven by playwright-core (npm ci in tests/serve/browser)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from browsing import driven, needs_browser, served
from truceline.exports import export_named
from truceline.views.record import Record

pytestmark = [pytest.mark.slow, needs_browser]


@pytest.fixture
def address(long_record: Path) -> Iterator[str]:
    """A served record of a year of reports."""
    with served(long_record) as found:
        yield found


def test_items_are_reviewed_by_keyboard_and_keys_rest_in_text_fields(address: str) -> None:
    seen = driven("keys", address)
    assert (seen["note"], seen["stayed"]) == ("aaj x", True)
    assert seen["second"] != seen["first"]
    assert seen["undone"] == seen["first"]
    assert len({seen["first"], seen["third"], seen["fourth"]}) == 3
    assert seen["back"] == seen["third"]
    assert seen["labelled"] == 1
    assert seen["editing"] is not None
    assert seen["help"]
    assert seen["focused"].startswith("event-")
    assert seen["opened"] is not None
    assert seen["search"] == "search"
    assert seen["off"]


def test_undoing_all_gives_back_the_state(address: str, long_record: Path) -> None:
    seen = driven("undo", address)
    assert seen["reviewed"] >= 15
    assert seen["steps"] == 20
    assert seen["changed"] != seen["start"]
    assert seen["end"] == seen["start"]
    with Record.open(long_record) as opened:
        assert opened.state() == seen["redone"]
        assert opened.violations() == ()
        assert len(opened.decisions()) == 45


def test_marked_words_are_kept_to_the_code_point(address: str, long_record: Path) -> None:
    seen = driven("mark", address)
    assert seen["shown"] == seen["words"]
    assert seen["listed"] == 1
    assert seen["words"] in seen["focused"]
    (passage,) = seen["item"]["passages"]
    with Record.open(long_record) as opened:
        text = next(r.text for r in opened.reports() if r.id == passage["report"])
    assert text[passage["start"] : passage["end"]] == passage["exact"] == "\U0001f54a مرکز"


def test_words_are_marked_without_a_mouse(address: str, long_record: Path) -> None:
    seen = driven("markByKeys", address)
    assert (seen["first"], seen["second"]) == ("The", "Valley")
    assert (seen["words"], seen["asked"]) == ("attacked the mill", "kind")
    assert (seen["added"], seen["left"]) == (1, "")
    with Record.open(long_record) as opened:
        (added,) = (e for e in opened.items().events if e.summary == "A mill is attacked.")
    assert [q.exact for a in added.accounts for q in a.quotes] == ["attacked the mill"]


def test_what_a_newcomer_presses_wrongly_costs_nothing(address: str) -> None:
    seen = driven("slips", address)
    assert seen["noted"] == "to be looked at"
    assert seen["once"] == ["Review", "Accepted."]
    assert seen["typed"] == "march out"
    assert seen["refused"] == ["Not decided", "march out"]
    assert seen["mended"] == "Corrected."
    assert seen["undone"] == 1
    assert seen["place"] == f"#{seen['framed']}"
    start, one, two, back, again = seen["kept"]
    assert len({start, one, two}) == 3
    assert (back, again) == (one, start)


def test_every_page_opens_without_an_error_or_a_request_outside(address: str) -> None:
    seen = driven("walk", address)
    assert len(seen["counts"]) > 18
    assert set(seen["counts"].values()) == {200}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_and_the_dossier_are_open_to_everybody(
    address: str, long_record: Path, tmp_path: Path, scheme: str
) -> None:
    dossier = tmp_path / "dossier.html"
    with Record.open(long_record) as opened:
        export_named("dossier").write(opened, dossier, as_of=None)
    seen = driven("access", address, {"scheme": scheme, "dossier": str(dossier)})
    assert seen["pages"] > 18
    assert seen["found"] == []
