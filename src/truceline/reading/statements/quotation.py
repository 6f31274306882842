"""Quotation marks of a report: what stands between them, over sentences and paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from truceline.domain.sentences import Sentence, Word
from truceline.reading.scene import Spot, Text

OPENING = frozenset({"“", "„", "«", "``", "‘", "‹"})
CLOSING = frozenset({"”", "»", "’", "›"})
EITHER = frozenset({'"', "'", "''"})
SINGLE = frozenset({"‘", "’", "'", "‹", "›"})
_MARKS = OPENING | CLOSING | EITHER
FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
SHORT = 2
"""So few quoted words without a verb are a term that the writer keeps at arm's length, not speech."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words first to last of a sentence."""

    sentence: int
    first: int
    last: int

    def spots(self) -> Iterator[Spot]:
        """Give every word of the piece."""
        return ((self.sentence, word) for word in range(self.first, self.last + 1))


@dataclass(frozen=True, slots=True)
class Quotation:
    """What stands between two quotation marks: its words by sentence, and the marks (the last may be missing)."""

    pieces: tuple[Piece, ...]
    opened: Spot
    closed: Spot | None
    single: bool
    words: int
    """Words that are no punctuation."""
    finite: bool
    """Whether it holds a finite verb."""

    @property
    def first(self) -> int:
        """The sentence it begins in."""
        return self.pieces[0].sentence

    @property
    def last(self) -> int:
        """The sentence it ends in."""
        return self.pieces[-1].sentence

    title: bool = False
    """Whether most of its words have capitals: the name of a book, a plan, an agreement."""

    @property
    def is_term(self) -> bool:
        """Tell whether it is but a term or a title in quotation marks."""
        few = self.words <= (2 * SHORT if self.single else SHORT)
        return not self.finite and (self.title or few)

    def within(self, sentence: int) -> Piece | None:
        """Give its words in one sentence."""
        return next((piece for piece in self.pieces if piece.sentence == sentence), None)


@dataclass
class _Open:
    """A quotation that has begun."""

    opened: Spot
    single: bool
    spots: list[Spot]


def quotations(text: Text) -> tuple[Quotation, ...]:
    """Find the quotations of a report in the order of their beginnings; one may stand inside another."""
    found: list[Quotation] = []
    standing: list[_Open] = []
    before: Sentence | None = None
    for sentence in text.sentences:
        if before is not None and _breaks(text, before, sentence, standing):
            found += [_closed(text, one, None) for one in standing]
            standing = []
        fresh = before is None or before.paragraph != sentence.paragraph
        _read_sentence(text, sentence, fresh, standing, found)
        before = sentence
    found += [_closed(text, one, None) for one in standing]
    return tuple(sorted((q for q in found if q.pieces), key=lambda q: q.opened))


def _breaks(text: Text, before: Sentence, sentence: Sentence, standing: list[_Open]) -> bool:
    """Tell whether an open quotation ends with a paragraph: the next one does not open it anew."""
    if not standing or before.paragraph == sentence.paragraph:
        return False
    return before.part != sentence.part or _kind(text, sentence, 0) != "open"


def _read_sentence(text: Text, sentence: Sentence, fresh: bool, standing: list[_Open], found: list[Quotation]) -> None:
    if not any(word.text in _MARKS for word in sentence.words):
        for one in standing:
            one.spots += [(sentence.index, index) for index in range(len(sentence.words))]
        return
    for index, word in enumerate(sentence.words):
        spot = (sentence.index, index)
        kind, single = _kind(text, sentence, index), word.text in SINGLE
        mine = next((one for one in reversed(standing) if one.single == single), None)
        if kind == "open" and not (index == 0 and fresh and mine):
            if mine and not _closes_twice(sentence, index):
                standing.remove(mine)
                found.append(_closed(text, mine, None))
            standing.append(_Open(spot, single, []))
        elif kind == "close" and mine:
            standing.remove(mine)
            found.append(_closed(text, mine, spot))
        elif kind is None:
            for one in standing:
                one.spots.append(spot)


def _kind(text: Text, sentence: Sentence, index: int) -> str | None:
    """Tell whether a word is a mark that opens or closes a quotation."""
    word = sentence.words[index]
    if (
        word.text == '"'
        and index
        and sentence.words[index - 1].text == '"'
        and sentence.words[index - 1].end == word.start
    ):
        return "again"  # doubled, as spreadsheets write them
    if word.text == "‘" and word.start and text.document.text[word.start - 1].isalnum():
        return None  # the wrong one of two curly marks for an apostrophe
    if word.text in OPENING:
        return "open"
    if word.text not in CLOSING and word.text not in EITHER:
        return None
    if index == 0 and word.text in CLOSING and _begins_line(text, word):
        return "open"  # the wrong one of two curly marks
    if word.text in SINGLE and _is_apostrophe(sentence, index):
        return None
    if word.text in EITHER:
        return "open" if _opens(text, word) else "close"
    return "close"


def _closes_twice(sentence: Sentence, index: int) -> bool:
    """Tell whether two closing marks follow before the next opening one: a quotation within a quotation."""
    if sentence.words[index].text != "“":
        return False
    marks = [word.text for word in sentence.words[index + 1 :] if word.text in ("“", "”")]
    return marks[:2] == ["”", "”"]


def _begins_line(text: Text, word: Word) -> bool:
    """Tell whether a mark stands before the first word of a line, touching it."""
    letters = text.document.text
    touching = word.end < len(letters) and letters[word.end].isalnum()
    return touching and (word.start == 0 or letters[word.start - 1] == "\n")


def _opens(text: Text, word: Word) -> bool:
    """Tell which way a straight mark looks from the blanks around it."""
    letters = text.document.text
    blank_before = word.start == 0 or letters[word.start - 1] in " \n\t\r\xa0([—–-"
    blank_after = word.end >= len(letters) or letters[word.end] in " \n\t\r\xa0.,;:!?)]"
    if blank_before == blank_after:
        return word.xpos == "``"
    return blank_before


def _is_apostrophe(sentence: Sentence, index: int) -> bool:
    """Tell whether a single closing mark belongs to a plural genitive: soldiers’ wives."""
    if index == 0 or index + 1 >= len(sentence.words):
        return False
    before, after = sentence.words[index - 1], sentence.words[index + 1]
    touching = before.end == sentence.words[index].start
    return (
        touching
        and before.xpos in ("NNS", "NNPS")
        and after.upos in ("NOUN", "ADJ", "PROPN")
        and _later(sentence, index)
    )


def _later(sentence: Sentence, index: int) -> bool:
    """Tell whether another closing mark follows with no opening one in between."""
    for word in sentence.words[index + 1 :]:
        if word.text == "‘":
            return False
        if word.text == "’":
            return True
    return False


def _closed(text: Text, one: _Open, closed: Spot | None) -> Quotation:
    pieces: list[Piece] = []
    count, finite, capitals, long = 0, False, 0, 0
    for sentence, index in one.spots:
        word = text.sentences[sentence].words[index]
        count += word.upos != "PUNCT"
        finite = finite or word.xpos in FINITE
        long += len(word.text) > 3
        capitals += len(word.text) > 3 and word.text[0].isupper()
        if pieces and pieces[-1].sentence == sentence:
            pieces[-1] = Piece(sentence, pieces[-1].first, index)
        else:
            pieces.append(Piece(sentence, index, index))
    return Quotation(
        tuple(pieces), one.opened, closed, one.single, count, finite, long > 1 and capitals * 4 >= long * 3
    )
