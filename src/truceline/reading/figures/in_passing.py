"""Numbers in passing: how far two counts lie apart, the one family that many are of, "a year, or two"."""

from __future__ import annotations

from truceline.domain.amount_words import Found
from truceline.domain.sentences import Sentence
from truceline.reading.figures.pieces import Piece

COMPARED = frozenset({"fewer", "more", "less", "higher", "lower"})
TIMES = frozenset({"hour", "day", "week", "month", "year"})
WHOLES = frozenset({"of", "the", "their", "its", "his", "her"})


def _text(pieces: tuple[Piece, ...], at: int) -> str:
    return pieces[at].text if 0 <= at < len(pieces) else ""


def is_difference(sentence: Sentence, pieces: tuple[Piece, ...], found: Found) -> bool:
    """The two of "94 raids, two fewer than in 2021" tells how far the counts lie apart."""
    return found.unit is None and _text(pieces, found.after) in COMPARED and _text(pieces, found.after + 1) == "than"


def is_of_one(sentence: Sentence, pieces: tuple[Piece, ...], found: Found) -> bool:
    """The one of "seven people, most of them from one family" counts nobody."""
    return _text(pieces, found.number) == "one" and _text(pieces, found.number - 1) in ("from", "of") and (
        _text(pieces, found.number - 2) in ("them", "all", "members", "whom", "most")
    )  # fmt: skip


def is_time_again(sentence: Sentence, pieces: tuple[Piece, ...], found: Found) -> bool:
    """The two of "within a year, or two if one side wishes" is a length of time."""
    at = found.number - 1
    if _text(pieces, at) != "or" or found.first != found.number or found.unit is not None:
        return False
    before = _text(pieces, at - 2) if _text(pieces, at - 1) == "," else _text(pieces, at - 1)
    follows = _text(pieces, found.after)
    word = sentence.words[pieces[found.after].word] if found.after < len(pieces) else None
    noun = word is not None and word.upos in ("NOUN", "PROPN", "ADJ")
    return before.removesuffix("s") in TIMES and not noun and follows not in WHOLES


def is_half_of_all(sentence: Sentence, pieces: tuple[Piece, ...], found: Found) -> bool:
    """The half of "before half the world" is a turn of phrase."""
    return _text(pieces, found.number) == "half" and _text(pieces, found.number - 1) in ("before", "like", "with")


TESTS = (is_difference, is_of_one, is_time_again, is_half_of_all)


def is_in_passing(sentence: Sentence, pieces: tuple[Piece, ...], found: Found) -> bool:
    """Tell whether a number counts nothing that a report tells for itself."""
    return any(test(sentence, pieces, found) for test in TESTS)
