"""Our own sentences about events name the deed plainly and take no side."""

from __future__ import annotations

import pytest

from truceline.domain.items import Actor
from truceline.reconcile.summaries import deed_words, foremost
from truceline.vocabulary import rows

TYPES = (
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT INVESTIGATE REQUEST DEMAND ACCUSE REJECT THREATEN PROTEST CRIME "
    "SANCTION MOBILIZE COERCE ASSAULT OTHER"
).split()


@pytest.mark.parametrize(
    ("type_", "mode", "predicate", "words"),
    [
        ("RETREAT", "ceasefire", "hold", "A ceasefire or pause"),
        ("RETREAT", "release", "swap", "An exchange"),
        ("RETREAT", "release", "free", "A release"),
        ("AGREE", None, "vow", "A promise"),
        ("ASSAULT", "drone", "kill", "A drone attack"),
        ("ASSAULT", None, "kill", "A killing"),
        ("ASSAULT", None, "ambush", "An attack"),
        ("CONSULT", None, "talk", "Talks"),
        ("REJECT", "yield", "refuse", "A refusal"),
    ],
)
def test_the_deed_is_named_by_type_mode_and_word(type_: str, mode: str | None, predicate: str, words: str) -> None:
    assert deed_words(type_, mode, predicate)[0] == words


@pytest.mark.parametrize("type_", TYPES)
def test_every_type_has_words_whatever_tells_it(type_: str) -> None:
    words, leads = deed_words(type_, "no-such-mode", "no-such-word")
    assert (words == "An event") is (type_ == "OTHER")
    assert leads


def test_no_row_stands_behind_one_that_takes_all_of_its_type() -> None:
    closed: set[str] = set()
    for name, row in rows("deeds").items():
        assert not closed & set(row["type"]), name
        assert row["example"].startswith(row["words"]), name
        if "mode" not in row and "told_by" not in row:
            closed |= set(row["type"])


CAST = {
    name: Actor(name, name, "other", None, (), (), ())
    for name in ("Seleka", "rebels", "Seleka rebels", "African Union", "soldiers", "villagers", "Chad")
}


@pytest.mark.parametrize(
    ("told", "names"),
    [
        ([["Seleka"], ["Seleka"], ["rebels"]], ["Seleka"]),
        ([["rebels"], ["rebels"], ["Seleka"]], ["rebels", "Seleka"]),
        ([["Seleka", "soldiers"], ["Seleka"]], ["Seleka", "soldiers"]),
        ([["Seleka rebels"], ["rebels"]], ["Seleka rebels"]),
        ([["Seleka"], ["Chad"], ["Seleka"], ["Seleka"], ["Seleka"]], ["Seleka"]),
        ([["Seleka"], ["Chad"], ["Seleka"], ["Seleka"]], ["Seleka", "Chad"]),
        ([["villagers"]], ["villagers"]),
        ([[]], []),
    ],
)
def test_a_summary_names_each_party_once(told: list[list[str]], names: list[str]) -> None:
    assert sorted(foremost(told, CAST, list(dict.fromkeys(x for one in told for x in one)))) == sorted(names)
