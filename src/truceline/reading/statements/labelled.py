"""Statements of speakers named beside their words: turns of a transcript, names before colons, headlines."""

from __future__ import annotations

from itertools import takewhile

from truceline.domain.sentences import Sentence
from truceline.reading.statements.labels import Label, label_after, label_before
from truceline.reading.statements.quotation import Piece
from truceline.reading.statements.said import Assembly, Said
from truceline.reading.statements.transcripts import interviewed, named_alike, turns


def take_turns(assembly: Assembly) -> None:
    """Take every turn of a transcript as a statement in the speaker's own words; questions of the publisher as none."""
    found = turns(assembly.text)
    actors = assembly.speakers.actors
    for turn in found:
        assembly.turns |= {(piece.sentence, piece.first) for piece in turn.pieces}
        assembly.taken |= {
            q.opened for p in (turn.label, *turn.pieces) for q in assembly.quotations_in(p.sentence)
            if q.first <= p.sentence and (q.opened[1] == 0 or turn.asks)
        }  # fmt: skip
        if turn.asks:
            continue
        sentence = turn.label.sentence
        keys = assembly.speakers.keys(sentence, turn.head) or named_alike(assembly.text, actors, turn.label)
        if turn.answers:
            keys = interviewed(assembly.text, actors, found[0].label.sentence)
        named = None if turn.answers else turn.label
        assembly.put(Said(keys, named, "say", quoted=list(turn.pieces)), list(turn.pieces))


def take_labelled(assembly: Assembly, sentence: Sentence) -> None:
    """Take "ENVOY: We agree" as a statement of the envoy; a transcript's goes on to the end of the paragraph."""
    following = assembly.text.sentences[sentence.index + 1 : sentence.index + 2]
    alone = sentence.index == 0 and all(other.paragraph != sentence.paragraph for other in following)
    label = label_before(sentence, assembly.speakers.actors, alone)
    if any(spot[0] == sentence.index for spot in assembly.turns):
        return
    if label is None:
        _take_headline(assembly, sentence)
        return
    pieces = [Piece(sentence.index, label.begins, len(sentence.words) - 1)]
    if label.transcript:
        further = assembly.text.sentences[sentence.index + 1 :]
        for other in takewhile(lambda other: other.paragraph == sentence.paragraph, further):
            pieces.append(Piece(other.index, 0, len(other.words) - 1))
    here = [q for p in pieces for q in assembly.quotations_in(p.sentence) if q.opened not in assembly.taken]
    whole = [q for q in here if q.opened == (sentence.index, label.begins)]
    beside(assembly, label, sentence.index, pieces, [p for q in whole for p in q.pieces])
    assembly.taken |= {q.opened for q in here}


def _take_headline(assembly: Assembly, sentence: Sentence) -> None:
    """Take a headline whose speaker stands at its end, unless a cue was found in it."""
    label = label_after(sentence, assembly.speakers.actors)
    told = any(one.last_sentence == sentence.index for one in assembly.found)
    if label and not told:
        beside(assembly, label, sentence.index, [Piece(sentence.index, 0, label.begins - 1)], [])


def beside(assembly: Assembly, label: Label, sentence: int, pieces: list[Piece], quoted: list[Piece]) -> None:
    """Make a statement of words and the name beside them."""
    keys = assembly.speakers.keys(sentence, label.head)
    assembly.put(Said(keys, Piece(sentence, label.first, label.last), "say", quoted=quoted), pieces)
