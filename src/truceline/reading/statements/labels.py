"""Speakers named beside their words without a verb: "ENVOY: We agree", "“We agree.” — Ana Ruiz"."""

from __future__ import annotations

from dataclasses import dataclass

from truceline.domain.sentences import Sentence
from truceline.reading.scene import Actors
from truceline.reading.statements.cue_rows import word_class

DASHES = frozenset({"—", "–", "―", "-", "--", "~"})
LONGEST = 6
"""Words of the longest label."""
SPEAKING = frozenset({"person", "armed_group", "organisation", "security_force", "alliance"})
SAY = frozenset({"say", "says", "said", "warn", "warns", "claim", "claims", "report", "reports"})
NAMING = frozenset({"PROPN", "NOUN", "ADJ", "DET", "NUM"})


@dataclass(frozen=True, slots=True)
class Label:
    """The head word of a speaker's name, the first and last word of the name, and where the words spoken begin.

    Where the name stands behind them, they end there.
    """

    head: int
    first: int
    last: int
    begins: int
    transcript: bool
    """In capitals, as in the record of an interview: what follows is all the speaker's."""


def label_before(sentence: Sentence, actors: Actors, first_line: bool) -> Label | None:
    """Find a speaker's name and a colon at the beginning of a sentence; the first line of a report is a headline."""
    words = sentence.words
    colon = next((i for i, word in enumerate(words[: LONGEST + 1]) if word.text == ":"), None)
    if not colon or colon + 3 >= len(words) or any(word.upos not in NAMING for word in words[:colon]):
        return None
    head = _head(sentence, 0, colon - 1)
    transcript = all(word.text.isupper() for word in words[:colon] if word.text.isalpha()) and not _is_place(
        sentence, head
    )
    headline = sentence.part == "headline" or first_line
    if not (headline or transcript or words[colon + 1].text in ("“", '"', "‘")):
        return None
    spoken = transcript and not headline and any(word.text.lower() in ("i", "we", "you") for word in words[colon:])
    if (
        spoken
        or _speaks(sentence, head, actors)
        or (headline and words[head].lemma.lower() in word_class("headline_sources"))
    ):
        return Label(head, 0, colon - 1, colon + 1, transcript)
    return None


def label_after(sentence: Sentence, actors: Actors) -> Label | None:
    """Find who says a headline: "Talks to resume: mediator", "Army shelled clinic, say rebels"."""
    words = sentence.words
    if sentence.part != "headline":
        return None
    place = next((i for i in range(len(words) - 2, 1, -1) if words[i].text in (":", ",", "-", "–", "—")), None)
    if place is None or len(words) - place > LONGEST:
        return None
    first, last = place + 1, len(words) - 1
    said = words[place].text == ":"
    if words[last].text.lower() in SAY:
        last, said = last - 1, True
    elif words[first].text.lower() in SAY:
        first, said = first + 1, True
    if not said or first > last or any(word.upos not in NAMING for word in words[first : last + 1]):
        return None
    head = _head(sentence, first, last)
    if _is_place(sentence, head):
        return None
    if _speaks(sentence, head, actors) or words[head].lemma.lower() in word_class("who_speaks"):
        return Label(head, first, last, place, False)
    return None


def signature_after(sentence: Sentence, begin: int) -> Label | None:
    """Find a dash and a name that end a sentence, after a quotation."""
    words = sentence.words
    if begin + 1 >= len(words) or words[begin].text not in DASHES:
        return None
    last = begin + 1
    while last + 1 < len(words) and words[last + 1].upos in ("PROPN", "NUM") and words[last + 1].upos != "PUNCT":
        last += 1
    if words[begin + 1].upos != "PROPN":
        return None
    return Label(_head(sentence, begin + 1, last), begin + 1, last, 0, False)


def _head(sentence: Sentence, first: int, last: int) -> int:
    inside = range(first, last + 1)
    return next((i for i in inside if sentence.words[i].head not in inside), last)


def _is_place(sentence: Sentence, head: int) -> bool:
    name = sentence.name_at(head)
    return name is not None and name.type == "place"


def _speaks(sentence: Sentence, head: int, actors: Actors) -> bool:
    keys = actors.at(sentence.index, head)
    if keys:
        return actors.named(keys[0]).type in SPEAKING
    name = sentence.name_at(head)
    return name is not None and name.type == "person"
