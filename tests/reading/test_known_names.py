from __future__ import annotations

import pytest

from truceline.domain.sentences import Sentence, Word
from truceline.reading.actors.known_names import known_names


def sentence(text: str) -> Sentence:
    """A sentence of words parted by spaces, without a tree."""
    words, at = [], 0
    for part in text.split():
        at = text.index(part, at)
        words.append(Word(part, at, at + len(part), part, "X", "FW", -1, "root"))
        at += len(part)
    return Sentence(0, "body", 0, tuple(words))


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("the FARC and the ELN met", ["farc", "eln"]),
        ("the UN Security Council met", ["un_security_council"]),
        ("they told us to go", []),
        ("let them go", []),
        ("ORLIN IS OURS : army enters the town", []),
        ("IS fighters took the town", ["islamic_state"]),
        ("Lashkar-e-Taiba men", ["lashkar_e_taiba"]),
        ("Myanmar and Burma", ["myanmar", "myanmar"]),
        ("the People 's Liberation Army", ["pla"]),
        ("Côte d'Ivoire", ["ivory_coast"]),
        ("South Sudan is south of Sudan", ["south_sudan", "sudan"]),
    ],
)
def test_the_longest_known_name_is_found_in_its_case(text: str, rows: list[str]) -> None:
    assert [found.known[0].row for found in known_names(sentence(text))] == rows
