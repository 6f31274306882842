"""From utterances and quotations to statements: which quotation belongs to which speaker, over sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import takewhile

from truceline.domain.sentences import Sentence
from truceline.reading.cue_rows import word_class
from truceline.reading.labels import Label, label_before, signature_after
from truceline.reading.quotation import Piece, Quotation, quotations
from truceline.reading.scene import Spot, Text
from truceline.reading.spans import trim
from truceline.reading.speakers import Speakers
from truceline.reading.speech import utterances
from truceline.reading.utterance import Utterance

INTRODUCING = frozenset({",", ":", "—", "–", "-"})
REACH = 30
"""How many words may stand between a cue and the quotation that it introduces."""


@dataclass
class Said:
    """A statement while it is put together."""

    speakers: tuple[str, ...]
    addressees: tuple[str, ...]
    stance: str
    lemma: str
    cue: Piece | None
    cue_spot: Spot | None
    named: Piece | None
    pieces: list[Piece]
    quoted: list[Piece] = field(default_factory=list)
    head: int | None = None
    clause: frozenset[int] = frozenset()
    infinitive: bool = False
    form: str = "indirect"

    @property
    def size(self) -> int:
        """Count the words of the content."""
        return sum(piece.last - piece.first + 1 for piece in self.pieces)

    @property
    def last_sentence(self) -> int:
        """The sentence in which the content ends."""
        return max((piece.sentence for piece in self.pieces), default=-1)

    def holds(self, spot: Spot) -> bool:
        """Tell whether a word stands in the content."""
        return any(p.sentence == spot[0] and p.first <= spot[1] <= p.last for p in self.pieces)

    def heads(self, text: Text) -> Iterator[Spot]:
        """Give the head word of the content in each of its sentences."""
        seen = set()
        for piece in self.pieces:
            if piece.sentence in seen:
                continue
            seen.add(piece.sentence)
            sentence = text.sentences[piece.sentence]
            if (
                self.cue
                and piece.sentence == self.cue.sentence
                and self.head is not None
                and self.holds((piece.sentence, self.head))
            ):
                yield piece.sentence, self.head
                continue
            inside = range(piece.first, piece.last + 1)
            yield piece.sentence, next((i for i in inside if sentence.words[i].head not in inside), piece.first)


def said_in(text: Text, speakers: Speakers) -> list[Said]:
    """Find the statements of a report in the order in which they begin."""
    return _Reader(text, speakers).read()


class _Reader:
    """Goes through a report once, sentence by sentence."""

    def __init__(self, text: Text, speakers: Speakers) -> None:
        self.text, self.speakers = text, speakers
        self.quotations = list(quotations(text))
        self.by_sentence: dict[int, list[Quotation]] = {}
        for quotation in self.quotations:
            for piece in quotation.pieces:
                self.by_sentence.setdefault(piece.sentence, []).append(quotation)
        self.used: set[Spot] = set()
        self.found: list[Said] = []

    def read(self) -> list[Said]:
        for sentence in self.text.sentences:
            here = utterances(sentence)
            links = self._links(sentence.index, here)
            for number, one in enumerate(here):
                self._add(one, links.get(number, []))
            self._labelled(sentence)
            self._carry(sentence.index, here)
        return sorted(
            self.found, key=lambda one: min((p.sentence, p.first) for p in one.pieces) if one.pieces else (0, 0)
        )

    # -------------------------------------------------------- quotations with a cue in their sentence

    def _links(self, sentence: int, here: list[Utterance]) -> dict[int, list[Quotation]]:
        """Give each cue of a sentence its quotations."""
        links: dict[int, list[Quotation]] = {}
        for quotation in self.by_sentence.get(sentence, ()):
            if quotation.opened in self.used:
                continue
            number = self._cue_for(sentence, quotation, here)
            if number is not None:
                links.setdefault(number, []).append(quotation)
                self.used.add(quotation.opened)
        return links

    def _cue_for(self, sentence: int, quotation: Quotation, here: list[Utterance]) -> int | None:
        piece = quotation.within(sentence)
        assert piece is not None
        choices: list[tuple[int, int]] = []
        for number, one in enumerate(here):
            if piece.first <= one.word <= piece.last or self._inside_other(sentence, one.word, quotation):
                continue
            covered = sum(one.covers(word) for word in range(piece.first, piece.last + 1))
            if covered * 2 > piece.last - piece.first + 1:
                choices.append((-1000 + sum(b - a for a, b in one.content), number))
            elif quotation.finite or self._set_off(sentence, piece, one):
                gap = self._gap(piece, one)
                if gap is not None and "quote" in one.row.frames and one.frame != "noun":
                    far = min(abs(piece.first - one.word), abs(one.word - piece.last))
                    choices.append((10 * gap + far + (100 if one.content else 0), number))
        return min(choices)[1] if choices else None

    def _inside_other(self, sentence: int, word: int, quotation: Quotation) -> bool:
        """Tell whether a cue stands in another quotation: then it is that speaker's word."""
        for other in self.by_sentence.get(sentence, ()):
            piece = other.within(sentence)
            if other is not quotation and piece and piece.first <= word <= piece.last and not other.is_term:
                return True
        return False

    def _gap(self, piece: Piece, one: Utterance) -> int | None:
        """Count the words between a cue with all that belongs to it and a quotation."""
        around = one.clause | {one.word}
        before = [w for w in around if w < piece.first]
        after = [w for w in around if w > piece.last]
        gaps = []
        if before and one.word < piece.first:
            gaps.append(piece.first - max(before))
        if after and one.word > piece.last:
            gaps.append(min(after) - piece.last)
        gap = min(gaps, default=REACH + 1)
        return gap if gap <= REACH else None

    def _set_off(self, sentence: int, piece: Piece, one: Utterance) -> bool:
        """Tell whether few quoted words are set off as speech: “No,” he said."""
        words = self.text.sentences[sentence].words
        if piece.first >= 2 and words[piece.first - 2].text in INTRODUCING and one.word < piece.first:
            return True
        return words[piece.last].text in (",", "!", "?", ".") and one.word > piece.last

    # -------------------------------------------------------- statements

    def _add(self, one: Utterance, linked: list[Quotation]) -> None:
        pieces = [Piece(one.sentence, first, last) for first, last in one.content]
        speech = [q for q in linked if not q.is_term or not pieces]
        direct = [q for q in speech if self._is_direct(one, q)]
        if direct:
            # A quotation that stands for itself is the content; what the tree adds to it is the writer's.
            pieces = [p for q in linked for p in q.pieces]
        else:
            pieces = _united(pieces, [p for q in speech for p in q.pieces])
        if not pieces:
            return
        if self._needs_speaker(one) and not self._can_speak(one):
            return
        if self._is_quoted_self(one):
            return
        if direct:
            one = self._speaker_beside(one, direct[-1])
        said = self._said(one, pieces, [p for q in linked if direct or not q.is_term for p in q.pieces])
        self.found.append(said)

    def _needs_speaker(self, one: Utterance) -> bool:
        """Tell whether only the subject shows that the cue is one: "threaten", "project", "claim lives"."""
        return one.row.animate or one.frame not in ("clause", "quote", "noun", "phrase", "named")

    def _is_quoted_self(self, one: Utterance) -> bool:
        """Tell whether somebody quoted says what he says: “We call on …” is his statement already."""
        if one.speaker is None:
            return False
        low = self.text.sentences[one.sentence].words[one.speaker].text.lower()
        spot = (one.sentence, one.word)
        return low in ("i", "we") and any(
            p.sentence == spot[0] and p.first <= spot[1] <= p.last
            for q in self.by_sentence.get(one.sentence, ())
            for p in q.pieces
        )

    def _speaker_beside(self, one: Utterance, quotation: Quotation) -> Utterance:
        """Take what stands between a quotation and its cue as the speaker: “…,” the envoy told reporters."""
        words = self.text.sentences[one.sentence].words
        if quotation.closed is None or quotation.closed[0] != one.sentence or quotation.closed[1] > one.word:
            return one
        between = range(quotation.closed[1] + 1, one.cue[0])
        if any(words[i].upos in ("VERB", "PUNCT", "ADP", "SCONJ") for i in between if words[i].text.lower() != "of"):
            return one
        names = [i for i in between if words[i].upos in ("NOUN", "PROPN", "PRON")]
        if not names or one.speaker in between:
            return one
        speaker = next((i for i in names if words[i].head not in between), names[-1])
        spoken_to = (one.speaker,) if one.speaker is not None and one.speaker > one.word else one.addressees
        return replace(one, speaker=speaker, addressees=spoken_to if "object" in one.row.addressee else one.addressees)

    def _can_speak(self, one: Utterance) -> bool:
        if one.speaker is None:
            return False
        lemma = self.text.sentences[one.sentence].words[one.speaker].lemma.lower()
        return lemma in word_class("texts") | word_class("documents") or self.speakers.is_person_like(
            one.sentence, one.speaker
        )

    def _is_direct(self, one: Utterance, quotation: Quotation) -> bool:
        """Tell whether a quotation is a sentence of its own and not part of the writer's."""
        if quotation.first != one.sentence:
            return True
        words = self.text.sentences[one.sentence].words
        place = quotation.opened[1]
        piece = quotation.pieces[0]
        if one.head is not None and not piece.first <= one.head <= piece.last and one.head < place and one.word < place:
            return False
        beyond = max((last for _, last in one.content), default=piece.last) - piece.last
        if beyond > 3 and one.word < place and words[piece.last].upos != "PUNCT":
            return False
        if one.word > piece.last:  # “…,” he said
            outside = [w for a, b in one.content for w in range(a, b + 1) if not piece.first <= w <= piece.last]
            started = place == 0 or words[place - 1].upos == "PUNCT"
            return started and (len(outside) <= 2 or quotation.finite)
        introduced = place > 0 and words[place - 1].text in INTRODUCING
        capital = words[piece.first].text[:1].isupper() and quotation.finite
        return introduced or place - 1 == one.cue[1] or (capital and place - 1 in one.clause)

    def _said(self, one: Utterance, pieces: list[Piece], quoted: list[Piece]) -> Said:
        sentence = self.text.sentences[one.sentence]
        keys = self.speakers.keys(one.sentence, one.speaker) if one.speaker is not None else ()
        named = self.speakers.phrase(one.sentence, one.speaker) if one.speaker is not None else None
        addressees = [key for word in one.addressees for key in self.speakers.keys(one.sentence, word)]
        stance = "demand" if (one.frame, one.row.stance) == ("object_infinitive", "assert") else one.row.stance
        said = Said(
            keys, tuple(dict.fromkeys(addressees)), stance, sentence.words[one.word].lemma.lower(),
            Piece(one.sentence, *one.cue), (one.sentence, one.word), named, [], quoted, one.head, one.clause,
            one.frame in ("infinitive", "gerund", "noun") and one.row.stance in ("promise", "threaten", "deny"),
        )  # fmt: skip
        said.pieces = self._trimmed(pieces)
        said.form = self._form(said)
        return said

    def _trimmed(self, pieces: list[Piece]) -> list[Piece]:
        found = []
        for piece in pieces:
            run = trim(self.text.sentences[piece.sentence], piece.first, piece.last)
            if run:
                found.append(Piece(piece.sentence, *run))
        return found

    def _form(self, said: Said) -> str:
        quoted = {spot for piece in said.quoted for spot in piece.spots()}
        if not quoted:
            return "indirect"
        plain = [
            (s, w)
            for piece in said.pieces
            for s, w in piece.spots()
            if (s, w) not in quoted and self.text.sentences[s].words[w].upos != "PUNCT"
        ]
        return "mixed" if plain else "direct"

    # -------------------------------------------------------- names beside words, without a verb

    def _labelled(self, sentence: Sentence) -> None:
        """Take "ENVOY: We agree" as a statement of the envoy; a transcript's goes on to the end of the paragraph."""
        label = label_before(sentence, self.speakers.actors)
        if label is None:
            return
        pieces = [Piece(sentence.index, label.begins, len(sentence.words) - 1)]
        if label.transcript:
            further = self.text.sentences[sentence.index + 1 :]
            for other in takewhile(lambda other: other.paragraph == sentence.paragraph, further):
                pieces.append(Piece(other.index, 0, len(other.words) - 1))
        here = [q for piece in pieces for q in self.by_sentence.get(piece.sentence, ()) if q.opened not in self.used]
        whole = [q for q in here if q.opened == (sentence.index, label.begins)]
        self._named_beside(label, sentence.index, pieces, [p for q in whole for p in q.pieces])
        self.used |= {q.opened for q in here}

    def _named_beside(self, label: Label, sentence: int, pieces: list[Piece], quoted: list[Piece]) -> None:
        named = Piece(sentence, label.first, label.last)
        one = Said(self.speakers.keys(sentence, label.head), (), "assert", "say", None, None, named, [], quoted)
        one.pieces = self._trimmed(pieces)
        one.form = self._form(one)
        if one.pieces:
            self.found.append(one)

    def _signed(self, quotation: Quotation) -> bool:
        """Take the name behind a dash after a quotation as its speaker."""
        if quotation.closed is None:
            return False
        number, place = quotation.closed
        sentence = self.text.sentences[number]
        begin = place + 1
        if begin >= len(sentence.words) and number + 1 < len(self.text.sentences):
            sentence, begin = self.text.sentences[number + 1], 0
        label = signature_after(sentence, begin, self.speakers.actors)
        if label is None:
            return False
        self.used.add(quotation.opened)
        self._named_beside(label, sentence.index, list(quotation.pieces), list(quotation.pieces))
        return True

    # -------------------------------------------------------- quotations without a cue

    def _carry(self, sentence: int, here: list[Utterance]) -> None:
        """Give quotations that no cue of their sentence claims to the speaker before."""
        for quotation in self.by_sentence.get(sentence, ()):
            if quotation.opened in self.used or quotation.first != sentence or quotation.is_term:
                continue
            if quotation.last != sentence and self._claimed_later(quotation):
                continue
            if self._nested(quotation) or self._signed(quotation):
                continue
            if self._stands_alone(quotation):
                self._carry_whole(quotation)
            elif self._after_colon(quotation):
                continue
            elif not any(one.content for one in here) and not quotation.single and quotation.words > 2:
                self._carry_partial(sentence, quotation)

    def _claimed_later(self, quotation: Quotation) -> bool:
        """Tell whether a cue behind the end of a long quotation claims it."""
        last = self.text.sentences[quotation.last]
        piece = quotation.within(quotation.last)
        assert piece is not None
        for one in utterances(last):
            if one.word > piece.last and "quote" in one.row.frames and self._gap(piece, one) is not None:
                return True
        return False

    def _nested(self, quotation: Quotation) -> bool:
        return any(
            other is not quotation and other.opened < quotation.opened and any(
                p.sentence == quotation.opened[0] and p.first <= quotation.opened[1] <= p.last for p in other.pieces
            )
            for other in self.quotations
        )  # fmt: skip

    def _stands_alone(self, quotation: Quotation) -> bool:
        """Tell whether nothing but the quotation stands in its sentences."""
        for piece in quotation.pieces:
            words = self.text.sentences[piece.sentence].words
            outside = [w for i, w in enumerate(words) if not piece.first <= i <= piece.last]
            if any(w.upos not in ("PUNCT", "CCONJ") for w in outside):
                return False
        return quotation.finite or quotation.words > 2

    def _carry_whole(self, quotation: Quotation) -> None:
        before = self._just_before(quotation.first)
        if before is not None:
            self.used.add(quotation.opened)
            if before.form == "direct" and self._same_paragraph(before.last_sentence, quotation.first):
                before.pieces += self._trimmed(list(quotation.pieces))
                before.quoted += quotation.pieces
                return
            self._carried(before, list(quotation.pieces), list(quotation.pieces))
            return
        self._introduced(quotation)

    def _after_colon(self, quotation: Quotation) -> bool:
        """Take the subject before a colon as the speaker: "The envoy had this to say: “…”"."""
        number, place = quotation.opened
        sentence = self.text.sentences[number]
        if place < 2 or sentence.words[place - 1].text != ":":
            return False
        root = next((i for i, word in enumerate(sentence.words) if word.head < 0), 0)
        subject = next(iter(sentence.children(root, "nsubj")), None)
        if subject is None or subject > place or not self.speakers.is_person_like(number, subject):
            return False
        self.used.add(quotation.opened)
        self._from_subject(number, subject, root, quotation)
        return True

    def _from_subject(self, number: int, subject: int, root: int, quotation: Quotation) -> None:
        one = Said(
            self.speakers.keys(number, subject), (), "assert", self.text.sentences[number].words[root].lemma, None,
            None,
            self.speakers.phrase(number, subject), [], list(quotation.pieces),
        )  # fmt: skip
        one.pieces = self._trimmed(list(quotation.pieces))
        one.form = self._form(one)
        if one.pieces:
            self.found.append(one)

    def _introduced(self, quotation: Quotation) -> None:
        """Take the speaker from the sentence before: "The envoy had this to say." """
        if quotation.first == 0:
            return
        before = self.text.sentences[quotation.first - 1]
        root = next((i for i, word in enumerate(before.words) if word.head < 0), None)
        if root is None or before.part == "headline":
            return
        subject = next(iter(before.children(root, "nsubj")), None)
        if subject is None or not self.speakers.keys(before.index, subject):
            return
        colon = before.words[-1].text == ":"
        if not colon and not (
            self._same_paragraph(before.index, quotation.first)
            or word_class("introducing") & {w.lemma for w in before.words}
        ):
            return
        self.used.add(quotation.opened)
        self._from_subject(before.index, subject, root, quotation)

    def _just_before(self, sentence: int) -> Said | None:
        """Give the statement that ends in the sentence before, the last one made."""
        near = [
            one
            for one in self.found
            if one.last_sentence == sentence - 1 and (self._same_paragraph(sentence - 1, sentence) or one.quoted)
        ]
        near = [one for one in near if one.speakers or one.named]
        return max(near, key=lambda one: (bool(one.quoted), one.size), default=None)

    def _same_paragraph(self, a: int, b: int) -> bool:
        return self.text.sentences[a].paragraph == self.text.sentences[b].paragraph

    def _carry_partial(self, sentence: int, quotation: Quotation) -> None:
        """Carry a sentence without cue that quotes in part: it goes on with what the speaker before said."""
        before = self._just_before(sentence)
        if before is None or not before.quoted or not self._same_paragraph(sentence - 1, sentence):
            return
        words = self.text.sentences[sentence].words
        self.used |= {q.opened for q in self.by_sentence.get(sentence, ())}
        quoted = [p for q in self.by_sentence.get(sentence, ()) if not q.is_term for p in q.pieces]
        self._carried(before, [Piece(sentence, 0, len(words) - 1)], quoted)

    def _carried(self, before: Said, pieces: list[Piece], quoted: list[Piece]) -> None:
        one = Said(before.speakers, (), "assert", before.lemma, None, None, before.named, [], quoted)
        one.pieces = self._trimmed(pieces)
        one.form = self._form(one)
        self.found.append(one)


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
