"""Statements while they are put together, and what is shared while a report is gone through."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from truceline.reading.scene import Spot, Text
from truceline.reading.statements.own_words import issuer_of
from truceline.reading.statements.quotation import Piece, Quotation, quotations
from truceline.reading.statements.spans import trim
from truceline.reading.statements.speakers import Speakers
from truceline.reading.statements.speech import utterances

CALLED = frozenset({"xcomp", "ccomp", "root", "advcl"})
"""Relations of a word that says what something is."""


@dataclass
class Said:
    """A statement while it is put together."""

    speakers: tuple[str, ...]
    named: Piece | None
    """The words that name the speaker."""
    lemma: str
    """The lemma of the cue."""
    pieces: list[Piece] = field(default_factory=list)
    quoted: list[Piece] = field(default_factory=list)
    addressees: tuple[str, ...] = ()
    stance: str = "assert"
    cue: Piece | None = None
    cue_spot: Spot | None = None
    relayed_by: tuple[str, ...] = ()
    """Who quotes the speaker, where the cue says so."""
    head: int | None = None
    """The word that heads the content, in the sentence of the cue."""
    clause: frozenset[int] = frozenset()
    """The words around the cue."""
    about_self: bool = False
    """Whether the content has no subject because it is the speaker: "promised to leave"."""
    form: str = "indirect"

    @property
    def size(self) -> int:
        """Count the words of the content."""
        return sum(piece.last - piece.first + 1 for piece in self.pieces)

    @property
    def begin(self) -> Spot:
        """The first word of the content."""
        return min((piece.sentence, piece.first) for piece in self.pieces)

    @property
    def last_sentence(self) -> int:
        """The sentence in which the content ends."""
        return max(piece.sentence for piece in self.pieces)

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
            known = self.cue is not None and self.cue.sentence == piece.sentence and self.head is not None
            if known and self.head is not None and self.holds((piece.sentence, self.head)):
                yield piece.sentence, self.head
                continue
            words = text.sentences[piece.sentence].words
            inside = range(piece.first, piece.last + 1)
            yield piece.sentence, next((i for i in inside if words[i].head not in inside), piece.first)


class Assembly:
    """The utterances and quotations of a report, which quotations are taken, and the statements found so far."""

    def __init__(self, text: Text, speakers: Speakers) -> None:
        """Find utterances and quotations; take nothing yet."""
        self.text, self.speakers = text, speakers
        self.quotations = quotations(text)
        self.utterances = [utterances(sentence) for sentence in text.sentences]
        self.taken: set[Spot] = set()
        """Where quotations open that have a statement."""
        self.issuer = issuer_of(text, speakers.actors)
        """Who speaks in the publisher's own "we"."""
        self.turns: set[Spot] = set()
        """Where the sentences of a transcript's turns begin."""
        self.found: list[Said] = []
        self._at: dict[int, list[Quotation]] = {}
        for quotation in self.quotations:
            for piece in quotation.pieces:
                self._at.setdefault(piece.sentence, []).append(quotation)

    def quotations_in(self, sentence: int) -> list[Quotation]:
        """Give the quotations that have words in a sentence."""
        return self._at.get(sentence, [])

    def same_paragraph(self, a: int, b: int) -> bool:
        """Tell whether two sentences stand in one paragraph."""
        return self.text.sentences[a].paragraph == self.text.sentences[b].paragraph

    def put(self, said: Said, pieces: list[Piece]) -> None:
        """Keep a statement with its content, cut to words and told direct from indirect; none without words."""
        said.pieces = self.trimmed(pieces)
        if said.pieces:
            said.form = self._form(said)
            self.found.append(said)

    def trimmed(self, pieces: list[Piece]) -> list[Piece]:
        """Cut loose punctuation from the ends of every piece."""
        found = []
        for piece in pieces:
            run = trim(self.text.sentences[piece.sentence], piece.first, piece.last)
            if run:
                found.append(Piece(piece.sentence, *run))
        return found

    def mark_mixed(self) -> None:
        """Call mixed what hands on another's quoted words, or holds a few words in quotation marks of its own."""
        quoted = {spot for one in self.found for piece in one.quoted for spot in piece.spots()}
        terms = [q for q in self.quotations if q.is_term and not q.single and not q.title and self._counts(q)]
        quoted |= {spot for q in terms for piece in q.pieces for spot in piece.spots()}
        for one in self.found:
            spots = [spot for piece in one.pieces for spot in piece.spots()]
            if one.form == "indirect" and 0 < sum(spot in quoted for spot in spots) < len(spots):
                one.form = "mixed"

    def _counts(self, quotation: Quotation) -> bool:
        """Tell whether a term in quotation marks is somebody's wording: two words, or what something is called."""
        if quotation.words > 1:
            return True
        piece = quotation.pieces[0]
        sentence = self.text.sentences[piece.sentence]
        for word in range(piece.first, piece.last + 1):
            called = any(sentence.words[k].text.lower() == "as" for k in sentence.children(word, "case"))
            if called or sentence.words[word].relation in CALLED:
                return True
        return False

    def _form(self, said: Said) -> str:
        quoted = {spot for piece in said.quoted for spot in piece.spots()}
        if not quoted:
            return "indirect"
        words = (spot for piece in said.pieces for spot in piece.spots() if spot not in quoted)
        plain = any(self.text.sentences[s].words[w].upos != "PUNCT" for s, w in words)
        return "mixed" if plain else "direct"
