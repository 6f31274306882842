"""What is said around a quotation in the writer's words, and what is said by others within one."""

from __future__ import annotations

from truceline.reading.statements.cue_rows import word_class
from truceline.reading.statements.quotation import Piece, Quotation
from truceline.reading.statements.said import Assembly
from truceline.reading.statements.utterance import Utterance

FRONT = 4
"""Words of the shortest phrase before a quotation that is part of what is said."""
LEADING_IN = frozenset({"if", "unless", "when", "because", "since", "so", "with", "without", "despite", "unlike"})
"""Words that begin a phrase before a quotation that belongs to it; after others it tells where or when it was said."""
ASKED = frozenset({"ask", "press", "question", "speak", "respond", "reply", "answer", "address", "turn", "refer"})
"""Words of a phrase that tells on what occasion something was said."""


def fronted(assembly: Assembly, one: Utterance, quotation: Quotation) -> list[Piece]:
    """Give what is said before a quotation in the writer's words: "With so many mines, “nobody is safe,” he said"."""
    sentence = assembly.text.sentences[one.sentence]
    if quotation.first != one.sentence or one.relay is not None:
        return []
    inside = one.clause | {one.word}
    end = min([quotation.opened[1], *inside, one.cue[0]])
    front = [i for i in range(end) if sentence.words[i].upos != "PUNCT"]
    if len(front) < FRONT or end < one.cue[0] <= max(inside) < quotation.opened[1] - 2:
        return []
    words = [sentence.words[i] for i in front]
    if words[0].text.lower() not in LEADING_IN and words[1].text.lower() not in LEADING_IN:
        return []
    occasions = word_class("documents") | word_class("occasions")
    told = any(word.lemma.lower() in occasions or word.lemma.lower() in ASKED for word in words)
    dated = any(first <= front[-1] and front[0] <= last for first, last in sentence.times)
    joined = words[0].xpos in ("VBG", "VBN", "CC") or sentence.words[end].text == ":"
    if told or dated or joined or one.speaker in front:
        return []
    return [Piece(one.sentence, front[0], front[-1])]


def quotation_around(assembly: Assembly, one: Utterance) -> Piece | None:
    """Give the quoted words that a cue stands in."""
    inside = (q.within(one.sentence) for q in assembly.quotations_in(one.sentence) if not q.is_term)
    return next((p for p in inside if p and p.first <= one.word <= p.last), None)


def clipped(pieces: list[Piece], around: Piece) -> list[Piece]:
    """Cut what somebody says within a quotation at its marks."""
    cut = (Piece(p.sentence, max(p.first, around.first), min(p.last, around.last)) for p in pieces)
    return [p for p in cut if p.first <= p.last and p.sentence == around.sentence]
