"""Turns of a transcript or an interview: a name or "A" before a colon, and all that is said up to the next turn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from truceline.domain.sentences import Sentence
from truceline.reading.scene import Actors, Text
from truceline.reading.statements.cue_rows import word_class
from truceline.reading.statements.quotation import Piece

LONGEST = 9
"""Words of the longest label, with what stands in brackets."""
FEWEST = 3
"""Turns of the shortest transcript."""
ADDRESSING = frozenset({"i", "we", "you", "my", "our", "your", "us", "me"})
"""Words of people who talk to one another: lists with headings have none."""
OPENING = frozenset({"“", '"', "„", "«", "''", "``"})
NAMING = frozenset({"PROPN", "NOUN", "ADJ", "PUNCT", "NUM", "X", "DET", "ADP", "PRON"})


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says: the words that name the speaker, and all that follows."""

    label: Piece
    head: int
    pieces: tuple[Piece, ...]
    asks: bool
    """Whether the publisher asks, who is no speaker of the report."""
    answers: bool
    """Whether the label only says that it is an answer."""


@dataclass(frozen=True, slots=True)
class _Label:
    sentence: Sentence
    first: int
    colon: int

    @property
    def text(self) -> str:
        """The words of the label without brackets, in small letters and without dots."""
        words = [word.text.casefold().strip(".") for word in self.sentence.words[self.first : self.colon]]
        return " ".join(words[: words.index("(")] if "(" in words else words)


def turns(text: Text) -> tuple[Turn, ...]:
    """Find the turns of a report that is or holds a transcript; none where labels only head a list."""
    labels = list(_labels(text))
    counted = Counter(label.text for label in labels)
    asked = any(label.text in word_class("asks") for label in labels)
    answered = any(label.text in word_class("answers") for label in labels)
    if len(labels) < FEWEST and not (asked and answered):
        return ()
    if max(counted.values(), default=0) < 2 and not (asked and answered):
        return ()
    found = tuple(_turn(text, label, after) for label, after in zip(labels, [*labels[1:], None], strict=True))
    talking = sum(_addresses(text, turn) for turn in found)
    return found if talking * 3 >= len(found) else ()


def _labels(text: Text) -> Iterator[_Label]:
    before = None
    for sentence in text.sentences:
        begins = before is None or sentence.paragraph != before.paragraph
        before = sentence
        if begins and sentence.part == "body" and (label := _label(sentence)):
            yield label


def _label(sentence: Sentence) -> _Label | None:
    """Find a label at the beginning of a paragraph: in capitals, a name, or "Q"."""
    words = sentence.words
    first = 1 if words[0].text in OPENING else 0
    colon = next((i for i in range(first, min(first + LONGEST + 1, len(words))) if words[i].text == ":"), None)
    if colon is None or colon == first:
        return None
    label = _Label(sentence, first, colon)
    named = words[first:colon]
    if label.text in word_class("asks") | word_class("answers"):
        return label
    capitals = all(word.text.isupper() for word in named if word.text.isalpha() and "(" not in label.text)
    if any(word.upos not in NAMING for word in named) and not capitals:
        return None
    letters = [word for word in named if word.text[:1].isalpha()]
    names = bool(letters) and all(word.text[:1].isupper() for word in letters) and letters[-1].upos in ("PROPN", "X")
    return label if letters and (capitals or names) else None


def _turn(text: Text, label: _Label, after: _Label | None) -> Turn:
    number = label.sentence.index
    last = after.sentence.index if after else len(text.sentences)
    pieces: list[Piece] = []
    if label.colon + 1 < len(label.sentence.words):
        pieces.append(Piece(number, label.colon + 1, len(label.sentence.words) - 1))
    for other in text.sentences[number + 1 : last]:
        if other.part != "body" or (after is None and other.paragraph != label.sentence.paragraph):
            break
        pieces.append(Piece(other.index, 0, len(other.words) - 1))
    words = label.sentence.words
    end = next((i for i in range(label.first, label.colon) if words[i].text == "("), label.colon)
    inside = range(label.first, end)
    head = next((i for i in inside if words[i].head not in inside and words[i].upos != "PUNCT"), label.first)
    return Turn(
        Piece(number, label.first, end - 1),
        head,
        tuple(pieces),
        label.text in word_class("asks"),
        label.text in word_class("answers"),
    )


def _addresses(text: Text, turn: Turn) -> bool:
    words = (text.sentences[p.sentence].words[i] for p in turn.pieces for i in range(p.first, p.last + 1))
    return any(word.text.casefold() in ADDRESSING or word.text == "?" for word in words)


def interviewed(text: Text, actors: Actors, first: int) -> tuple[str, ...]:
    """Give the person of whom the words before the first turn speak most: who is interviewed."""
    counted = Counter(
        key
        for (sentence, _), keys in actors.spots.items()
        if sentence < first
        for key in keys
        if actors.named(key).type == "person"
    )
    most = max(counted.values(), default=0)
    return next(((a.key,) for a in actors.mentions if most and counted[a.key] == most), ())


def named_alike(text: Text, actors: Actors, label: Piece) -> tuple[str, ...]:
    """Give the person whose name ends with a label that the names were not found in: "WALLACE"."""
    words = text.sentences[label.sentence].words[label.first : label.last + 1]
    last = [word.text.casefold() for word in words if word.text[:1].isalpha()][-1:]
    alike = [
        actor.key for actor in actors.mentions if actor.type == "person" and actor.name.casefold().split()[-1:] == last
    ]
    return tuple(alike) if len(alike) == 1 else ()
