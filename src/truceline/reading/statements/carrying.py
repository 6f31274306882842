"""Statements without a cue in their sentence: names beside words, and quotations that carry on a speaker."""

from __future__ import annotations

from itertools import takewhile

from truceline.domain.sentences import Sentence
from truceline.reading.statements.cue_rows import word_class
from truceline.reading.statements.labelled import beside
from truceline.reading.statements.labels import signature_after
from truceline.reading.statements.quotation import Piece, Quotation
from truceline.reading.statements.said import Assembly, Said
from truceline.reading.statements.utterance import Utterance, gap_to

SHORT = 8
"""Words of the longest sentence that only names who said the one before."""
LEAD = 2
"""Paragraphs before the cue of a release that is a declaration throughout."""
BLOCK = 8
"""Sentences of the longest block behind a colon that is somebody's words though nobody says "we" in it."""
FIRST_PERSON = frozenset({"i", "we", "my", "our"})


def take_referred(assembly: Assembly, sentence: Sentence, here: list[Utterance]) -> None:
    """Take the sentence before as what is meant in "This was announced by the governor"."""
    before = assembly.text.sentences[sentence.index - 1] if sentence.index else None
    if before is None or before.part != sentence.part or not assembly.same_paragraph(before.index, sentence.index):
        return
    for one in here:
        subject = next(iter(sentence.children(one.word, "nsubj:pass", "nsubj")), None)
        if one.content or one.speaker is None or subject is None or subject == one.speaker or subject > 2:
            continue
        if sentence.words[subject].text.lower() not in ("this", "that", "it"):
            continue
        if any(said.holds((before.index, i)) for said in assembly.found for i in range(len(before.words))):
            return
        _from_cue(assembly, one, [Piece(before.index, 0, len(before.words) - 1)], quoted=False)
        return


def take_declared(assembly: Assembly, sentence: Sentence, here: list[Utterance]) -> None:
    """Take the paragraphs behind "The minister said:" as a declaration that needs no quotation marks."""
    cues = [one for one in here if not one.content and one.speaker is not None and "quote" in one.row.frames]
    following = assembly.text.sentences[sentence.index + 1 :]
    if not cues or sentence.words[-1].text != ":" or not following or following[0].paragraph == sentence.paragraph:
        return
    declared = list(takewhile(lambda other: _is_declared(assembly, other), following))
    begun = next((other.paragraph for other in assembly.text.sentences if other.part == "body"), 0)
    if sentence.paragraph - begun > LEAD:
        # Within an article only the block behind the colon is quoted, and a release is nothing but the declaration.
        declared = [other for other in declared if other.paragraph == following[0].paragraph]
    first_person = any(word.text.lower() in FIRST_PERSON for other in declared for word in other.words)
    if not first_person:
        declared = [other for other in declared if other.paragraph == following[0].paragraph]
    lemma = sentence.words[cues[-1].word].lemma.lower()
    quoting = lemma in word_class("before_block") and len(declared) <= BLOCK and cues[-1].row.animate is False
    if not declared or not (first_person or quoting) or assembly.quotations_in(declared[0].index):
        return
    _from_cue(assembly, cues[-1], [Piece(other.index, 0, len(other.words) - 1) for other in declared])


def _is_declared(assembly: Assembly, sentence: Sentence) -> bool:
    """Tell whether a declaration goes on: no heading of notes, no other speaker announced."""
    if sentence.part != "body" or sentence.words[0].text.lower() in ("notes", "background", "ends", "contact"):
        return False
    return sentence.words[-1].text != ":" or not assembly.utterances[sentence.index]


def carry(assembly: Assembly, sentence: int, here: list[Utterance]) -> None:
    """Give quotations that no cue of their sentence claims to the speaker named beside, before or after them."""
    for quotation in assembly.quotations_in(sentence):
        if quotation.opened in assembly.taken or quotation.first != sentence or quotation.is_term:
            continue
        if _is_claimed_later(assembly, quotation) or is_nested(assembly, quotation):
            continue
        if _signed(assembly, quotation):
            continue
        if _stands_alone(assembly, quotation):
            _carry_whole(assembly, quotation)
        elif not _after_colon(assembly, quotation):
            told = any(one.content for one in here)
            if not told and not quotation.single and quotation.words > 2:
                _carry_partial(assembly, sentence)


def _is_claimed_later(assembly: Assembly, quotation: Quotation) -> bool:
    """Tell whether a cue behind the end of a long quotation claims it."""
    piece = quotation.pieces[-1]
    if quotation.first == piece.sentence:
        return False
    return any(
        one.word > piece.last and "quote" in one.row.frames and gap_to(one, piece.first, piece.last) is not None
        for one in assembly.utterances[piece.sentence]
    )


def is_nested(assembly: Assembly, quotation: Quotation) -> bool:
    """Tell whether a quotation stands inside another."""
    sentence, word = quotation.opened
    for other in assembly.quotations_in(sentence):
        piece = other.within(sentence)
        if other is not quotation and piece and piece.first <= word <= piece.last:
            return True
    return False


def _stands_alone(assembly: Assembly, quotation: Quotation) -> bool:
    """Tell whether nothing but the quotation stands in its sentences."""
    for piece in quotation.pieces:
        words = assembly.text.sentences[piece.sentence].words
        outside = [w for i, w in enumerate(words) if not piece.first <= i <= piece.last]
        if any(w.upos not in ("PUNCT", "CCONJ") for w in outside):
            return False
    return quotation.finite or quotation.words > 2


def _signed(assembly: Assembly, quotation: Quotation) -> bool:
    """Take the name behind a dash after a quotation as its speaker."""
    if quotation.closed is None:
        return False
    sentence = assembly.text.sentences[quotation.closed[0]]
    begin = quotation.closed[1] + 1
    if begin >= len(sentence.words) and sentence.index + 1 < len(assembly.text.sentences):
        sentence, begin = assembly.text.sentences[sentence.index + 1], 0
    label = signature_after(sentence, begin)
    if label is None:
        return False
    assembly.taken.add(quotation.opened)
    beside(assembly, label, sentence.index, list(quotation.pieces), list(quotation.pieces))
    return True


def _claimed_next(assembly: Assembly, quotation: Quotation) -> bool:
    """Take the speaker of a short sentence behind: "“We leave today!” The envoy said."."""
    number = quotation.last + 1
    if number >= len(assembly.text.sentences) or not assembly.same_paragraph(quotation.last, number):
        return False
    sentence = assembly.text.sentences[number]
    if len(sentence.words) > SHORT or assembly.quotations_in(number):
        return False
    for one in assembly.utterances[number]:
        if not one.content and one.speaker is not None and "quote" in one.row.frames:
            assembly.taken.add(quotation.opened)
            _from_cue(assembly, one, list(quotation.pieces))
            return True
    return False


def _from_cue(assembly: Assembly, one: Utterance, pieces: list[Piece], *, quoted: bool = True) -> None:
    """Make a statement of quoted words elsewhere and a cue without content of its own."""
    if one.speaker is None:
        return
    keys = assembly.speakers.keys(one.sentence, one.speaker)
    named = assembly.speakers.phrase(one.sentence, one.speaker)
    cue = Piece(one.sentence, *one.cue)
    marked = pieces if quoted else []
    said = Said(keys, named, "say", quoted=marked, cue=cue, cue_spot=(one.sentence, one.word), clause=one.clause)
    assembly.put(said, pieces)


def _carry_whole(assembly: Assembly, quotation: Quotation) -> None:
    """Give whole quoted sentences to the speaker behind or before, or to whoever the sentence before announces."""
    if _claimed_next(assembly, quotation):
        return
    before = _just_before(assembly, quotation.first)
    if before is None:
        _introduced(assembly, quotation)
        return
    assembly.taken.add(quotation.opened)
    _carried(assembly, before, list(quotation.pieces), list(quotation.pieces))


def _just_before(assembly: Assembly, sentence: int) -> Said | None:
    """Give the statement that ends in the sentence before; across paragraphs only one that quotes."""
    near = [
        one
        for one in assembly.found
        if one.last_sentence == sentence - 1
        and (one.quoted or assembly.same_paragraph(sentence - 1, sentence))
        and (one.speakers or one.named)
    ]
    return max(near, key=lambda one: (bool(one.quoted), one.size), default=None)


def _carry_partial(assembly: Assembly, sentence: int) -> None:
    """Carry a sentence without cue that quotes in part: it goes on with what the speaker before said."""
    before = _just_before(assembly, sentence)
    if before is None or not before.quoted or not assembly.same_paragraph(sentence - 1, sentence):
        return
    here = assembly.quotations_in(sentence)
    assembly.taken |= {q.opened for q in here}
    quoted = [p for q in here if not q.is_term for p in q.pieces]
    words = assembly.text.sentences[sentence].words
    _carried(assembly, before, [Piece(sentence, 0, len(words) - 1)], quoted)


def _carried(assembly: Assembly, before: Said, pieces: list[Piece], quoted: list[Piece]) -> None:
    carried = Said(before.speakers, before.named, before.lemma, quoted=quoted, cue=before.cue, clause=before.clause)
    assembly.put(carried, pieces)


def _after_colon(assembly: Assembly, quotation: Quotation) -> bool:
    """Take the subject before a colon as the speaker: "The envoy had this to say: “…”"."""
    number, place = quotation.opened
    sentence = assembly.text.sentences[number]
    if place < 2 or sentence.words[place - 1].text != ":":
        return False
    subject = _subject(sentence)
    if subject is None or subject > place or not assembly.speakers.is_person_like(number, subject):
        return False
    _from_subject(assembly, sentence, subject, quotation)
    return True


def _introduced(assembly: Assembly, quotation: Quotation) -> None:
    """Take the speaker from the sentence before: "The envoy had this to say." """
    if quotation.first == 0:
        return
    before = assembly.text.sentences[quotation.first - 1]
    if before.words[-1].text == ":":
        for one in reversed(assembly.utterances[before.index]):
            if not one.content and one.speaker is not None and "quote" in one.row.frames:
                assembly.taken.add(quotation.opened)
                _from_cue(assembly, one, list(quotation.pieces))
                return
    subject = _subject(before)
    if before.part == "headline" or subject is None or not assembly.speakers.keys(before.index, subject):
        return
    near = assembly.same_paragraph(before.index, quotation.first) or before.words[-1].text == ":"
    if near or word_class("introducing") & {w.lemma for w in before.words}:
        _from_subject(assembly, before, subject, quotation)


def _subject(sentence: Sentence) -> int | None:
    """Find the subject of the main clause."""
    root = next((i for i, word in enumerate(sentence.words) if word.head < 0), 0)
    return next(iter(sentence.children(root, "nsubj")), None)


def _from_subject(assembly: Assembly, sentence: Sentence, subject: int, quotation: Quotation) -> None:
    assembly.taken.add(quotation.opened)
    keys = assembly.speakers.keys(sentence.index, subject)
    named = assembly.speakers.phrase(sentence.index, subject)
    assembly.put(Said(keys, named, "say", quoted=list(quotation.pieces)), list(quotation.pieces))
