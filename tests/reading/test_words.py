from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truceline.reading.network.words import divide_words


def words(text: str) -> str:
    return " ".join(text[a:b] for a, b in divide_words(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army’s men can't, won’t and cannot stay.", "The army ’s men ca n't , wo n’t and can not stay ."),
        ("pro-government militia, anti-war rally", "pro-government militia , anti-war rally"),
        ("al-Shabaab and Zia-ul-Haq met", "al-Shabaab and Zia-ul-Haq met"),
        ("Lashkar-e-Taiba’s camp", "Lashkar-e-Taiba ’s camp"),
        ("Kim Jong-un left", "Kim Jong-un left"),
        ("US-led, Soviet-era, UN-backed", "US - led , Soviet - era , UN - backed"),
        ("the Russia-Ukraine border", "the Russia - Ukraine border"),
        ("Port-au-Prince and Jean-Claude", "Port-au-Prince and Jean-Claude"),
        ("intra-Somali talks, re-elected", "intra-Somali talks , re-elected"),
        ("“We [...] agreed”", "“ We [...] agreed ”"),
        ("the U.S.'s envoy", "the U.S. 's envoy"),
        ("$1.5bn, US$5m, €3,000", "$ 1.5 bn , US$ 5 m , € 3,000"),
        ("10,000-12,000 men", "10,000 - 12,000 men"),
        ("a 35-minute call at 5:30 on 5/6/2031", "a 35 - minute call at 5:30 on 5/6/2031"),
        ("the 1990s and the 3rd", "the 1990s and the 3rd"),
        ("soldiers’ wives", "soldiers ’ wives"),
        ("O'Neill and N’Djamena", "O'Neill and N’Djamena"),
        ("a deal—not a truce—held", "a deal — not a truce — held"),
        ("see www.example.org/a?b=1.", "see www.example.org/a?b=1 ."),
        ("@envoy wrote #peace", "@envoy wrote #peace"),
    ],
)
def test_words(text: str, expected: str) -> None:
    assert words(text) == expected


@given(st.text(max_size=60))
def test_words_cover_all_that_is_no_blank_and_never_overlap(text: str) -> None:
    found = divide_words(text)
    assert all(a < b for a, b in found)
    assert all(before[1] <= after[0] for before, after in pairwise(found))
    covered = "".join(text[a:b] for a, b in found)
    assert covered == "".join(text.split())


@pytest.mark.parametrize(
    "text", ["Commons_Attribution-\nShareAlike", "pre- and post-war", "a-", "-", "x-'s", "U.S.- led"]
)
def test_no_word_is_empty(text: str) -> None:
    assert all(start < end for start, end in divide_words(text))


def test_a_cease_fire_is_one_word() -> None:
    text = "The cease-fires held."
    assert [text[a:b] for a, b in divide_words(text)] == ["The", "cease-fires", "held", "."]
