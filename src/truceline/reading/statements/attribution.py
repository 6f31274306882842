"""Which quotation belongs to which cue of its sentence, and what each cue makes a statement of."""

from __future__ import annotations

from dataclasses import replace

from truceline.reading.scene import Text
from truceline.reading.statements.carrying import (
    carry,
    is_nested,
    take_declared,
    take_referred,
)
from truceline.reading.statements.cue_rows import word_class
from truceline.reading.statements.fronted import clipped, fronted, quotation_around
from truceline.reading.statements.labelled import take_labelled, take_turns
from truceline.reading.statements.no_word import only_answers, says_by_law, told_by_whoever
from truceline.reading.statements.own_words import does_something, is_first_person
from truceline.reading.statements.quotation import Piece, Quotation
from truceline.reading.statements.said import Assembly, Said
from truceline.reading.statements.speakers import Speakers
from truceline.reading.statements.utterance import Utterance, gap_to

INTRODUCING = frozenset({",", ":", "—", "–", "-"})
NO_NAME = frozenset({"VERB", "PUNCT", "ADP", "SCONJ"})
SELF_EVIDENT = frozenset({"clause", "quote", "noun", "phrase", "named"})
"""Frames that need no look at the subject."""
QUOTED_CUE = 4
"""Words of the longest cue that stands in quotation marks itself."""
UNSPOKEN_SUBJECT = frozenset({"infinitive", "gerund", "noun"})


def said_in(text: Text, speakers: Speakers) -> list[Said]:
    """Find the statements of a report in the order in which they begin."""
    assembly = Assembly(text, speakers)
    take_turns(assembly)
    for sentence in text.sentences:
        here = assembly.utterances[sentence.index]
        links = _links(assembly, sentence.index, here)
        for number, one in enumerate(here):
            _add(assembly, one, links.get(number, []))
        take_labelled(assembly, sentence)
        take_declared(assembly, sentence, here)
        take_referred(assembly, sentence, here)
        carry(assembly, sentence.index, here)
    assembly.mark_mixed()
    return sorted(assembly.found, key=lambda one: one.begin)


def _links(assembly: Assembly, sentence: int, here: list[Utterance]) -> dict[int, list[Quotation]]:
    """Give each cue of a sentence its quotations."""
    links: dict[int, list[Quotation]] = {}
    for quotation in assembly.quotations_in(sentence):
        if quotation.opened in assembly.taken:
            continue
        if is_nested(assembly, quotation) or _quotes_a_cue(quotation, here):
            assembly.taken.add(quotation.opened)
            continue
        number = _cue_for(assembly, sentence, quotation, here)
        if number is not None:
            links.setdefault(number, []).append(quotation)
            assembly.taken.add(quotation.opened)
    return links


def _quotes_a_cue(quotation: Quotation, here: list[Utterance]) -> bool:
    """Tell whether only the cue stands in quotation marks: the council “strongly condemned” the coup."""
    piece = quotation.pieces[0]
    if quotation.words > QUOTED_CUE:
        return False
    inside = [one for one in here if one.sentence == piece.sentence and piece.first <= one.word <= piece.last]
    return any(one.content and not any(one.covers(w) for w in range(piece.first, piece.last + 1)) for one in inside)


def _cue_for(assembly: Assembly, sentence: int, quotation: Quotation, here: list[Utterance]) -> int | None:
    """Choose the cue whose content covers most of a quotation, else the closest one."""
    piece = quotation.within(sentence)
    if piece is None:
        return None
    choices: list[tuple[int, int]] = []
    for number, one in enumerate(here):
        if piece.first <= one.word <= piece.last or _inside_other(assembly, sentence, one.word, quotation):
            continue
        covered = sum(one.covers(word) for word in range(piece.first, piece.last + 1))
        if covered * 2 > piece.last - piece.first + 1:
            choices.append((-1000 + sum(last - first for first, last in one.content), number))
        elif quotation.finite or _set_off(assembly, sentence, piece, one):
            gap = gap_to(one, piece.first, piece.last)
            if gap is not None and "quote" in one.row.frames and one.frame != "noun":
                far = min(abs(piece.first - one.word), abs(one.word - piece.last))
                choices.append((10 * gap + far + (100 if one.content else 0), number))
    return min(choices)[1] if choices else None


def _inside_other(assembly: Assembly, sentence: int, word: int, quotation: Quotation) -> bool:
    """Tell whether a cue stands in another quotation: then it is that speaker's word."""
    for other in assembly.quotations_in(sentence):
        piece = other.within(sentence)
        if other is not quotation and piece and piece.first <= word <= piece.last and not other.is_term:
            return True
    return False


def _set_off(assembly: Assembly, sentence: int, piece: Piece, one: Utterance) -> bool:
    """Tell whether few quoted words are set off as speech: “No,” he said."""
    words = assembly.text.sentences[sentence].words
    if piece.first >= 2 and words[piece.first - 2].text in INTRODUCING and one.word < piece.first:
        return True
    return words[piece.last].text in (",", "!", "?", ".") and one.word > piece.last


def _add(assembly: Assembly, one: Utterance, linked: list[Quotation]) -> None:
    """Make a statement of an utterance and the quotations that it introduces."""
    pieces = [Piece(one.sentence, first, last) for first, last in one.content]
    speech = [q for q in linked if not q.is_term or _is_all(q, one)]
    direct = [q for q in speech if _is_direct(assembly, one, q)]
    if direct:
        # A quotation that stands for itself is the content; what the tree adds to it is the writer's.
        one = _speaker_beside(assembly, one, direct[-1])
        pieces = _united([p for q in linked for p in q.pieces], fronted(assembly, one, direct[0]))
    else:
        pieces = _united(pieces, [p for q in speech for p in q.pieces])
    else_quoted = None if linked else quotation_around(assembly, one)
    if else_quoted is not None:
        pieces = clipped(pieces, else_quoted)
    if only_answers(assembly, pieces) and not speech:
        return
    if pieces and _is_quoted_self(assembly, one):
        _address(assembly, one)
        return
    if one.row.frames == ("quoted",) and any(other.holds((one.sentence, one.word)) for other in assembly.found):
        return  # what somebody says that another wants is the first one's word
    if not linked and told_by_whoever(assembly, one):
        return
    if _in_own_words(assembly, one) and not _kept(assembly, one):
        return
    if not pieces or says_by_law(assembly, one) or not (_is_self_evident(one) or _can_speak(assembly, one)):
        return
    quoted = [p for q in linked if direct or not q.is_term for p in q.pieces]
    assembly.put(_said(assembly, one, quoted), pieces)


def _address(assembly: Assembly, one: Utterance) -> None:
    """Give those whom a quoted speaker calls on as addressees of the statement: “We call on both sides to stop.”"""
    keys = [key for word in one.addressees for key in assembly.speakers.keys(one.sentence, word)]
    for said in assembly.found:
        pieces = [*said.pieces, *said.quoted]
        if keys and any(p.sentence == one.sentence and p.first <= one.word <= p.last for p in pieces):
            said.addressees = tuple(dict.fromkeys([*said.addressees, *keys]))


def _is_all(quotation: Quotation, one: Utterance) -> bool:
    """Tell whether a quotation is all that the tree gives as content."""
    piece = quotation.pieces[0]
    return all(piece.first - 1 <= first and last <= piece.last + 1 for first, last in one.content)


def _is_self_evident(one: Utterance) -> bool:
    """Tell whether a cue is one whatever its subject; not so "threaten", "project", "claim lives"."""
    return not one.row.animate and one.frame in SELF_EVIDENT


def _can_speak(assembly: Assembly, one: Utterance) -> bool:
    if one.speaker is None:
        return False
    lemma = assembly.text.sentences[one.sentence].words[one.speaker].lemma.lower()
    written = word_class("texts") | word_class("documents")
    return lemma in written or assembly.speakers.is_person_like(one.sentence, one.speaker)


def _is_quoted_self(assembly: Assembly, one: Utterance) -> bool:
    """Tell whether somebody quoted says what he says: “We call on …” is his statement already."""
    if one.speaker is None:
        return False
    sentence = assembly.text.sentences[one.sentence]
    owner = next(iter(sentence.children(one.speaker, "nmod:poss")), one.speaker)  # "according to our data"
    low = sentence.words[owner if one.frame == "phrase" else one.speaker].text.lower()
    if low not in ("i", "we", "my", "our"):
        return False
    pieces = [p for q in assembly.quotations_in(one.sentence) for p in q.pieces if p.sentence == one.sentence]
    spot = (one.sentence, one.word)
    said = any(other.form == "direct" and other.holds(spot) for other in assembly.found)
    return said or any(p.first <= one.word <= p.last for p in pieces)


def _in_own_words(assembly: Assembly, one: Utterance) -> bool:
    """Tell whether the publisher itself speaks: "we" and "I" where nobody is quoted."""
    if one.speaker is None or not is_first_person(assembly.text.sentences[one.sentence].words[one.speaker].text):
        return False
    spot = (one.sentence, one.speaker)
    quoted = any(spot in piece.spots() for q in assembly.quotations_in(one.sentence) for piece in q.pieces)
    return not quoted and not any(other.holds(spot) for other in assembly.found)


def _kept(assembly: Assembly, one: Utterance) -> bool:
    word = assembly.text.sentences[one.sentence].words[one.speaker or 0].text
    return does_something(word, one.row.stance)


def _speaker_beside(assembly: Assembly, one: Utterance, quotation: Quotation) -> Utterance:
    """Take what stands between a quotation and its cue as the speaker: “…,” the envoy told reporters."""
    words = assembly.text.sentences[one.sentence].words
    if one.relay is not None:
        return one  # “…,” the agency quoted him as saying
    if quotation.closed is None or quotation.closed[0] != one.sentence or quotation.closed[1] > one.word:
        return one
    between = range(quotation.closed[1] + 1, one.cue[0])
    piece = quotation.pieces[-1]
    if any(words[i].lemma in ("quote", "cite") for i in between):
        return one
    if one.speaker is not None and piece.first <= one.speaker <= piece.last and piece.sentence == one.sentence:
        # The tree took a word of the quotation; the name follows the mark: “…,” Mr Silva, the envoy, said.
        outside = [i for i in between if words[i].upos in ("PROPN", "NOUN", "PRON")]
        return replace(one, speaker=outside[0] if outside else None)
    if any(words[i].upos in NO_NAME for i in between if words[i].text.lower() != "of"):
        return one
    names = [i for i in between if words[i].upos in ("NOUN", "PROPN", "PRON")]
    if not names or one.speaker in between:
        return one
    speaker = next((i for i in names if words[i].head not in between), names[-1])
    spoken_to = (one.speaker,) if one.speaker is not None and one.speaker > one.word else one.addressees
    return replace(one, speaker=speaker, addressees=spoken_to if "object" in one.row.addressee else one.addressees)


def _is_direct(assembly: Assembly, one: Utterance, quotation: Quotation) -> bool:
    """Tell whether a quotation is a sentence of its own and not part of the writer's."""
    if quotation.first != one.sentence:
        return True
    words = assembly.text.sentences[one.sentence].words
    place, piece = quotation.opened[1], quotation.pieces[0]
    if one.word > piece.last:  # “…,” he said
        outside = [w for a, b in one.content for w in range(a, b + 1) if not piece.first <= w <= piece.last]
        behind = [w for w in outside if piece.last < w < one.cue[0] and words[w].upos != "PUNCT"]
        if len(behind) > 2 and words[piece.last].upos != "PUNCT":
            return False  # “You broke faith” to please the generals, she said
        started = place == 0 or words[place - 1].upos == "PUNCT"
        return started and (len(outside) <= 2 or quotation.finite)
    if one.head is not None and one.head < place and one.word < place:
        return False
    beyond = max((last for _, last in one.content), default=piece.last) - piece.last
    if beyond > 3 and one.word < place and words[piece.last].upos != "PUNCT":
        return False
    introduced = place > 0 and words[place - 1].text in INTRODUCING
    capital = words[piece.first].text[:1].isupper() and quotation.finite
    return introduced or place - 1 == one.cue[1] or (capital and place - 1 in one.clause)


def _said(assembly: Assembly, one: Utterance, quoted: list[Piece]) -> Said:
    speakers, words = assembly.speakers, assembly.text.sentences[one.sentence].words
    addressees = [key for word in _spoken_to(assembly, one) for key in speakers.keys(one.sentence, word)]
    keys = speakers.keys(one.sentence, one.speaker) if one.speaker is not None else ()
    if _in_own_words(assembly, one):
        keys = assembly.issuer
    if one.relay is not None and keys == speakers.keys(one.sentence, one.relay):
        keys = ()  # "the agency quoted him as saying": nobody quotes himself
    asked = (one.frame, one.row.stance) == ("object_infinitive", "assert")
    return Said(
        keys,
        speakers.phrase(one.sentence, one.speaker) if one.speaker is not None else None,
        words[one.word].lemma.lower(),
        quoted=quoted,
        addressees=tuple(dict.fromkeys(addressees)),
        stance="demand" if asked else one.row.stance,
        cue=Piece(one.sentence, *one.cue),
        cue_spot=(one.sentence, one.word),
        relayed_by=speakers.keys(one.sentence, one.relay)[:1] if one.relay is not None else (),
        head=one.head,
        clause=one.clause,
        about_self=one.frame in UNSPOKEN_SUBJECT and one.row.stance in ("promise", "threaten", "deny"),
    )


def _spoken_to(assembly: Assembly, one: Utterance) -> tuple[int, ...]:
    """Give who is spoken to; of whom something is demanded without another addressee, the one who is to do it."""
    if one.addressees or one.row.stance != "demand" or one.frame != "clause" or one.head is None:
        return one.addressees
    return assembly.text.sentences[one.sentence].children(one.head, "nsubj")[:1]


def _united(pieces: list[Piece], quoted: list[Piece]) -> list[Piece]:
    """Join runs of content with the quotations that they reach into."""
    found: list[Piece] = []
    for piece in sorted([*pieces, *quoted], key=lambda p: (p.sentence, p.first)):
        before = found[-1] if found else None
        if before and before.sentence == piece.sentence and piece.first <= before.last + 2:
            found[-1] = Piece(piece.sentence, before.first, max(before.last, piece.last))
        else:
            found.append(piece)
    return found
