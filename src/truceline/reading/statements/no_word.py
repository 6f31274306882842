"""What has a cue of speech and is no statement: a bare yes, what a law lays down, what nobody knows who told."""

from __future__ import annotations

from truceline.reading.statements.cue_rows import word_class
from truceline.reading.statements.quotation import Piece
from truceline.reading.statements.said import Assembly
from truceline.reading.statements.utterance import Utterance

ANSWERS = frozenset({"yes", "no", "aye", "nay"})


def told_by_whoever(assembly: Assembly, one: Utterance) -> bool:
    """Tell whether somebody quoted says what people have told him, nobody knows who: “They told us to wait.”"""
    if one.speaker is None or assembly.text.sentences[one.sentence].words[one.speaker].text.lower() != "they":
        return False
    spots = {spot for q in assembly.quotations_in(one.sentence) for piece in q.pieces for spot in piece.spots()}
    return (one.sentence, one.word) in spots


def only_answers(assembly: Assembly, pieces: list[Piece]) -> bool:
    """Tell whether a bare yes or no is all that is said: "voters say yes" tells of a vote."""
    words = [assembly.text.sentences[p.sentence].words[i] for p in pieces for i in range(p.first, p.last + 1)]
    return bool(words) and all(word.text.lower() in ANSWERS or word.upos == "PUNCT" for word in words)


def says_by_law(assembly: Assembly, one: Utterance) -> bool:
    """Tell whether an agreement binds rather than says: what it calls for is a commitment, no statement."""
    if one.speaker is None or one.row.stance not in ("demand", "promise"):
        return False
    return assembly.text.sentences[one.sentence].words[one.speaker].lemma.lower() in word_class("texts")
