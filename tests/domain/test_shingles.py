from __future__ import annotations

import pytest

from truceline.domain.shingles import Fingerprint, copies, fingerprint_of, relation

WIRE = (
    "Government troops and rebels exchanged fire near the Saroya dam on Tuesday, a day after both had signed a truce. "
    "The army said that two soldiers had been wounded. A rebel spokesman denied that his men had opened fire first. "
    "Monitors of the regional bloc are due to arrive on Friday and will report to the committee that both sides chair. "
    "The dam gives light and water to half of the valley, and neither side has ever said that it would leave it. "
)
MORE = (
    "Farmers on the western bank have left their fields since the winter, the mayor of the nearest town told reporters. "
    "A convoy with flour and blankets turned back on Wednesday when its drivers heard of the shooting on the hill road. "
)
REWRITTEN = (
    "The truce at the Saroya dam was one day old when government troops and rebels exchanged fire near it on Tuesday. "
    "Two soldiers were hurt. A rebel spokesman denied that his men had opened fire first, and accused the army. "
    "Observers come on Friday and will report to the committee that both sides chair, officials of the bloc said. "
    "In the valley, people fear for the dam, which neither side has ever said that it would leave."
)
OWN = (
    "Shots were heard at the dam again. Our reporter counted nine burnt houses in the village above it, and spoke with a "
    "woman who had hidden her children in a well. Nobody there believes in the paper that was signed in the capital. "
    "The army keeps the road shut, and the hospital in the next town has been without power for three days now."
)
SPEECH = (
    "“We have come a long way to this table and we shall not leave it for the sake of one night of shooting, whoever began "
    "it, because the people of the valley have buried enough of their sons and daughters on both banks of this river”"
)

PAIRS = [
    ("the same", ("A", WIRE), ("A", WIRE), "verbatim"),
    (
        "white space and quotes differ",
        ("A", WIRE),
        ("A", WIRE.replace(" ", "\n").replace("Tuesday,", "Tuesday")),
        "verbatim",
    ),
    ("another headline", ("Fire at dam", WIRE), ("Truce breaks", WIRE), "re_headlined"),
    ("cut at the end", ("A", WIRE + MORE), ("A", WIRE), "cut"),
    ("cut and with another headline", ("A", WIRE), ("B", WIRE + MORE), "cut"),
    ("rewritten", ("A", WIRE), ("B", REWRITTEN), "rewritten"),
    ("told apart", ("A", WIRE), ("B", OWN), None),
    ("one speech quoted by two", ("A", OWN + SPEECH), ("B", MORE + SPEECH), None),
    ("too short to tell", ("A", "Fighting resumed on Tuesday."), ("A", "Fighting resumed on Tuesday."), None),
]


@pytest.mark.parametrize(("name", "one", "other", "degree"), PAIRS, ids=[row[0] for row in PAIRS])
def test_two_texts_are_one_by_the_words_that_they_share(
    name: str, one: tuple[str, str], other: tuple[str, str], degree: str | None
) -> None:
    prints = fingerprint_of(*one), fingerprint_of(*other)
    assert relation(*prints) == relation(*reversed(prints)) == degree
    assert [found for _, _, found in copies(prints)] == ([degree] if degree else [])


def other(number: int) -> Fingerprint:
    words = " ".join(f"word{number * 31 + i}" for i in range(200))
    return fingerprint_of(f"Headline {number}", words)


def test_copies_are_found_among_many() -> None:
    texts = [other(i * 10) for i in range(200)]
    texts[17] = fingerprint_of("A", WIRE)
    texts[150] = fingerprint_of("B", WIRE + MORE)
    texts[199] = texts[17]
    assert list(copies(texts)) == [(17, 150, "cut"), (17, 199, "verbatim"), (150, 199, "cut")]


def test_many_copies_of_one_story_are_all_found() -> None:
    texts = [fingerprint_of("A", WIRE)] * 600
    assert {second for _, second, _ in copies(texts)} == set(range(1, 600))
