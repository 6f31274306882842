"""What each screen promises, tried in a real browser; the numbers S1 to S16 are those of the list of screens."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import screens
from browsing import driven, needs_browser, served
from truceline.record.store import Store
from truceline.run import read_into
from truceline.showing import VIEWS
from truceline.views.record import Record

pytestmark = [pytest.mark.slow, needs_browser]
Story = Callable[..., Any]


@pytest.fixture
def record(tmp_path: Path) -> Path:
    return screens.keep(tmp_path / "screens")


@pytest.fixture
def story(record: Path) -> Iterator[Story]:
    """Lets the browser live a story on the record."""
    with served(record) as address:
        yield lambda name, given=None: driven(name, address, given)


def test_s1_every_count_opens_a_list_of_that_length(story: Story, record: Path) -> None:
    seen = story("overview")
    assert seen["counts"] | {"/disputes": seen["lists"]["/disputes"]} == seen["lists"]
    with Record.open(record) as opened:
        catalog = opened.catalog()
    for name, view in VIEWS.items():  # what the terminal prints as JSON
        assert len(list(view.rows(catalog))) == seen["counts"][f"/{name}"]


@pytest.mark.network
def test_s2_what_loads_loads_whole_and_what_does_not_has_a_reason(record: Path, tmp_path: Path) -> None:
    archive = tmp_path / "three.zip"
    with zipfile.ZipFile(archive, "w") as out:
        out.writestr(
            "one.txt",
            "The army shelled Orlin on 3 May 2031 and killed four people, a doctor of the town said on Monday.",
        )
        out.writestr(
            "two.txt",
            "Talks in Kesh ended on 4 May 2031 without a ceasefire, the envoy of the regional union said on Tuesday.",
        )
        out.writestr("bad.pdf", b"%PDF-1.7 broken")

    def reads(paths: Any, progress: Any) -> Any:
        with Store(record) as store:
            return read_into(store, paths, progress=progress)

    with served(record, reads) as address:
        seen = driven("import", address, {"files": [str(archive), str(archive)]})
    first, second = seen["said"]
    assert "Of 3 reports: 2 read, 0 already there, 1 set aside." in first
    assert "bad.pdf" in first
    assert "Of 3 reports: 0 read, 2 already there, 1 set aside." in second
    assert "bad.pdf" in seen["aside"]
    assert sum(source.endswith(("one.txt", "two.txt")) for source in seen["reports"]) == 2
    assert not any("bad.pdf" in source for source in seen["reports"])
    assert all(" of 3 finished" in line for line in seen["told"])


def test_s3_the_original_is_shown_in_a_frame_that_may_do_nothing(story: Story, record: Path) -> None:
    report = screens.document_of(record, "Valley Radio").id
    seen = story("original", {"path": f"/reports/{report}/original"})
    assert seen["sandbox"] == ""
    assert "we counted 2,100 prisoners" in seen["inside"]


def test_s4_fifty_items_by_keyboard_and_closing_the_tab_loses_nothing(tmp_path: Path) -> None:
    with served(screens.many_events(tmp_path / "many", 200)) as address:
        seen = driven("fifty", address)
    assert (seen["reviewed"], seen["gone"]) == (50, 50)


def test_s4_the_queue_goes_on_behind_what_was_rejected(story: Story) -> None:
    order = story("onward")["order"]
    assert len(set(order)) == len(order)


def test_on_paper_the_words_stand_and_the_buttons_do_not(story: Story) -> None:
    seen = story("paper")
    assert (seen["before"], seen["words"], seen["menu"], seen["buttons"]) == (False, True, False, False)


def test_s5_undoing_what_others_rest_on_explains_and_offers_a_choice(story: Story) -> None:
    seen = story("resting")
    assert "1 later rest on it" in seen["noted"]
    assert "1 later decision is about the same items" in seen["asked"]
    assert "Leave everything as it is" in seen["asked"]
    assert seen["left"] == 0


def test_s6_a_range_is_a_bar_and_every_event_is_reached_by_keyboard(story: Story) -> None:
    seen = story("timeline")
    assert seen["width"] > 12
    assert "1 to 10 March 2031" in seen["says"]
    assert (seen["marks"], seen["rows"], seen["reached"]) == (2, 2, 2)
    assert seen["opened"][0].startswith("event-")
    assert seen["opened"][1] is True


def test_s6_two_thousand_events_are_drawn_in_time(tmp_path: Path) -> None:
    with served(screens.many_events(tmp_path / "many", 2000)) as address:
        seen = driven("drawn", address)
    assert seen["marks"] == 2000
    assert sorted(seen["times"])[1] < 1500, seen["times"]  # the machine may be busy at times


def test_s7_a_whole_country_has_no_mark_and_borders_have_a_note(story: Story) -> None:
    seen = story("map")
    assert len(seen["marks"]) == 1
    assert "Port Amara" in seen["located"]
    assert "Amaria" in seen["not"]
    assert "a whole country is named" in seen["not"]
    assert "state nothing about whose it is" in seen["note"]


def test_s8_a_bound_is_an_arrow_and_one_origin_is_one_mark(story: Story) -> None:
    seen = story("series")
    over = next(m for m in seen["marks"] if "3,895" in m[1])
    assert over[1].startswith("over 3,895")
    assert over[1].endswith("2 reports, 1 origin")
    assert over[2] == 1
    assert seen["lines"] == 0
    ids = {m[0] for m in seen["marks"]}
    assert ids == set(seen["rows"]) == set(seen["json"])
    assert [row["figure"] for row in csv.DictReader(io.StringIO(seen["csv"]))] == seen["json"]


def test_s9_a_condition_that_is_not_met_comes_before_a_date_that_passed(story: Story) -> None:
    seen = story("board")
    (row,) = seen["late"]["Waiting on condition"]
    assert "lifts the sanctions" in row
    assert "date passed before the trigger" in row
    assert seen["early"] == seen["again"] != seen["late"]
    assert "date passed" not in json.dumps(seen["early"])
    assert seen["index"].count(" assessed, ") == 2
    assert "(strict)" in seen["index"]
    assert "(lenient)" in seen["index"]


def test_s10_every_line_has_its_words_and_claims_look_other_than_views(story: Story) -> None:
    seen = story("commitment")
    assert seen["party"] != seen["reviewer"]
    for classes, quotes, words in seen["lines"]:
        assert "reviewer" in classes or quotes or "No evidence found" in words
    assert any("a party's own claim" in words for _, _, words in seen["lines"])
    assert "14 July 2031" in seen["facts"]
    assert "Working" in seen["facts"]
    assert seen["none"] == 1


def test_s11_a_difference_of_scope_is_no_dispute_and_closing_needs_a_reason(story: Story) -> None:
    seen = story("disputes")
    assert len(seen["shown"]) == 1
    assert "No number fits both." in seen["shown"][0]
    assert (seen["scope"], seen["needed"]) == (1, True)
    assert "explained" in seen["closed"]
    assert "The Echo copied the ministry." in seen["closed"]
    (line,) = seen["sides"]
    assert {s["side"] for s in json.loads(line)["items"]} == {"a", "b"}
    assert "Close it" in seen["open"]
    assert seen["start"] == seen["end"]


def test_s12_own_words_and_quoted_ones_are_apart_and_every_cell_opens_its_passages(story: Story) -> None:
    seen = story("wording")
    cells = seen["cells"]
    assert sorted(cells["own"] + cells["quoted"]) == sorted(cells[""])
    assert "nobody" in cells["quoted"]
    assert "nobody" not in cells["own"]
    assert seen["opened"]
    for phrase, passages in seen["opened"].items():
        assert passages
        assert set(passages) == {phrase}
    assert {count for _, _, count in seen["links"]} == {"1"}  # a copy is no second origin


def test_s13_unmerging_and_splitting_come_back_to_the_exact_links(story: Story) -> None:
    seen = story("actors")
    assert any("Mara Teshen" in row and "Hadar" in row for row in seen["suggested"])
    assert {"Mara Teshen", "Mara Teshen Hadar"} <= set(seen["people"])
    assert len(seen["merged"]) == len(seen["people"]) - 1
    assert len(seen["parted"]) == len(seen["people"]) + 1
    assert seen["start"] == seen["unmerged"] == seen["end"]


def test_s14_what_is_downloaded_is_what_is_shown(story: Story) -> None:
    ids = {"timeline": "event", "statements": "statement", "actors": "actor", "reports": "report", "places": "place"}
    paths = [f"/{name}" for name in ids] + ["/timeline?type=CONSULT", "/actors?name=front"]
    seen = story("tables", {"paths": paths})
    for one in seen["found"]:
        key = ids[one["path"].strip("/").partition("?")[0]]
        assert one["shown"] == one["again"] == [r[key] for r in one["rows"]]
        table = list(csv.DictReader(io.StringIO(one["csv"])))
        assert [r[key] for r in table] == one["shown"]
        assert list(table[0]) == list(one["rows"][0])
    assert seen["hits"] == seen["listed"] == 4


def test_s15_the_best_credibility_needs_two_origins_and_unrated_is_f_and_6(story: Story) -> None:
    seen = story("ratings")
    assert "unrated (F / 6)" in seen["trust"]
    assert "this item has one origin only" in seen["refused"]
    assert "F unrated" in " ".join(seen["publishers"].split())


def test_s16_the_same_state_is_the_same_file_and_hidden_names_are_hidden(story: Story) -> None:
    seen = story("export")
    assert seen["same"] is True
    assert "Hadar" in seen["first"]
    assert "Hadar" not in seen["hidden"]
    assert "Hadar" not in seen["dossier"]
    assert "name of a victim" in seen["listed"]


def test_s16_any_words_are_hidden_that_are_marked_in_a_report(story: Story, record: Path) -> None:
    report = screens.document_of(record, "Valley Radio").id
    seen = story("hide", {"path": f"/reports/{report}", "words": "a baker"})
    assert "a baker" in seen["shown"]
    assert "a baker" not in seen["hidden"]


@pytest.mark.parametrize(
    ("damage", "named"),
    [
        ("UPDATE reports SET content = CAST(replace(content, 'bridge', 'brigde') AS BLOB)", "The bytes of report-"),
        ("UPDATE readings SET text = replace(text, 'baker', 'maker')", "The text of report-"),
        ("INSERT INTO decisions VALUES (1,'decision-1','2031','x','note','event','e','null','null','','{zero}','f')",
         "Decision 1 was changed"),
    ],
)  # fmt: skip
def test_s16_a_changed_byte_is_named(record: Path, damage: str, named: str) -> None:
    with sqlite3.connect(record) as file:
        file.execute(damage.replace("{zero}", "0" * 64))
    file.close()
    with served(record) as address:
        assert named in driven("verify", address)["says"]
