"""Speakers of a report: from the word that names a speaker to the actors meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from truceline.domain.sentences import Word
from truceline.reading.scene import Actors, Text
from truceline.reading.statements.cue_rows import word_class
from truceline.reading.statements.quotation import Piece
from truceline.reading.statements.spans import below, trim

if TYPE_CHECKING:
    from truceline.reading.statements.said import Said

FIRST_PERSON = frozenset({"i", "we", "our", "my"})
PERSONAL = frozenset({"he", "she", "it", "they", "its", "their", "his", "her"})
PERSON_ENDINGS = (
    "er",
    "or",
    "ist",
    "ian",
    "man",
    "woman",
    "ant",
    "ent",
    "ee",
    "eer",
    "ete",
    "ess",
    "ish",
    "ese",
    "people",
)
CALLINGS = tuple("ist ologist ian eer nee man woman worker fighter keeper crat holder maker".split())
"""Endings of nouns for people, whatever they do."""
LONG = 5
SOME = frozenset({"many", "some", "several", "most", "other", "others", "few", "both", "all"})
"""Words that stand for people where they say something."""
SINGLE = frozenset({"he", "she", "his", "her"})
STATES = frozenset({"state", "government"})
LEFT_OUT = frozenset({"acl:relcl", "acl", "advcl", "parataxis", "punct", "conj", "cc", "case"})
"""Branches of a phrase that name nobody else."""
BEHIND = frozenset({"appos", "flat", "nmod", "compound", "nummod", "nmod:desc", "nmod:poss", "list", "nmod:unmarked"})
"""Branches behind the head word that belong to the name."""
LED = frozenset({"lead", "head", "chair"})
"""A group that nobody named is known by who leads it: "a group of senators led by Ana Ruiz"."""
LOOKED_AT = ("flat", "appos", "nmod:desc", "nmod:poss", "compound", "nmod", "amod")
"""Where an actor is looked for when the head word names none, closest first."""


def _is_finite(word: Word) -> bool:
    return word.xpos in ("VBZ", "VBD") and word.text.islower()


class Speakers:
    """The actors of a report as speakers and those spoken to."""

    def __init__(self, text: Text, actors: Actors) -> None:
        """Take the text and its actors."""
        self._text, self._actors = text, actors

    def keys(self, sentence: int, word: int) -> tuple[str, ...]:
        """Give the actors named by the phrase that a word heads, and those coordinated with it."""
        tree = self._text.sentences[sentence]
        found = self._actors.group(tree, word)
        if found:
            return found
        leaders = [n for k in tree.children(word, "acl") if tree.words[k].lemma in LED for n in tree.children(k, "obl")]
        for leader in leaders:
            if keys := self._actors.group(tree, leader):
                return keys
        for relation in LOOKED_AT:
            for k in tree.children(word, relation):
                if relation in ("nmod", "amod") and tree.words[word].upos == "PROPN":
                    continue
                if keys := self._actors.at(sentence, k):
                    return keys
        return ()

    @property
    def actors(self) -> Actors:
        """The actors of the report."""
        return self._actors

    def phrase(self, sentence: int, word: int) -> Piece:
        """Give the words of the phrase that a word heads: titles and descriptions, no clauses."""
        tree = self._text.sentences[sentence]
        name = tree.name_at(word)
        words = {word, *range(name.first, name.last + 1)} if name else {word}
        for k in tree.children(word):
            relation = tree.words[k].relation
            if relation not in LEFT_OUT and (k < word or relation in BEHIND):
                words |= below(tree, k)
        for other in tree.conjuncts(word):  # "the mayor and two elders"
            if other > word and tree.words[other].upos in ("NOUN", "PROPN") and not tree.children(other, "nsubj"):
                words |= frozenset(tree.subtree(other, without=("acl:relcl", "acl", "advcl", "parataxis")))
        first = last = word
        while first - 1 in words:
            first -= 1
        while last + 1 in words or (last + 2 in words and tree.words[last + 1].upos == "PUNCT"):
            last += 1
        told = next((i for i in range(first + 1, word) if _is_finite(tree.words[i])), None)
        if told is not None:
            last = told - 1  # a headline's first clause taken for one noun: "Rebels halt talks, say …"
        run = trim(tree, first, last) or (word, word)
        return Piece(sentence, *run)

    def is_person_like(self, sentence: int, word: int) -> bool:
        """Tell whether a word names somebody who can speak, as far as one can tell."""
        token = self._text.sentences[sentence].words[word]
        low = token.lemma.lower()
        if low in SOME:
            return True
        if low.endswith(CALLINGS) and len(low) > LONG and low not in word_class("texts") | word_class("documents"):
            return True
        # The model leaves rare plurals as they are: "bishops".
        if token.xpos in ("NNP", "NNPS") or {low, low.removesuffix("s")} & word_class("who_speaks"):
            return True
        keys = self._actors.group(self._text.sentences[sentence], word)
        # Unnamed actors may be made of whatever is the subject of a verb of speech: "sirens warned".
        if any(self._actors.named(key).named for key in keys) or (keys and low.endswith(PERSON_ENDINGS)):
            return True
        return token.upos == "PRON" and token.lemma.lower() not in ("it", "this", "that", "which", "what", "there")

    def is_about_self(self, one: Said, sentence: int, head: int) -> bool:
        """Tell whether the content's subject is the speaker, or what is the speaker's own."""
        tree = self._text.sentences[sentence]
        if one.about_self:
            return True
        subject = next(iter(tree.children(head, "nsubj")), None)
        if subject is None:
            return False
        owner = next(iter(tree.children(subject, "nmod:poss")), None)
        return any(word is not None and self._is_speaker(one, sentence, word) for word in (subject, owner))

    def _is_speaker(self, one: Said, sentence: int, word: int) -> bool:
        """Tell whether a word names the speaker, the state or group that the speaker stands for, or "I"."""
        token = self._text.sentences[sentence].words[word]
        low = token.text.lower()
        if low in FIRST_PERSON:
            return True
        if one.form == "direct":
            return False  # who is quoted says "we" of himself
        keys = self._actors.at(sentence, word)
        if low in PERSONAL and (not keys or not one.speakers):
            return not self._differs(one, low)
        return any(self._stands_for(speaker, key) for speaker in one.speakers for key in keys)

    def _differs(self, one: Said, pronoun: str) -> bool:
        """Tell whether a pronoun cannot mean the speaker: "experts say her plan would fail"."""
        if one.named is None:
            return False
        words = self._text.sentences[one.named.sentence].words[one.named.first : one.named.last + 1]
        many = any(word.xpos in ("NNS", "NNPS") or word.text.lower() in ("and", "they") for word in words)
        return pronoun in SINGLE if many else False

    def _stands_for(self, speaker: str, key: str) -> bool:
        if speaker == key:
            return True
        mine, other = self._actors.named(speaker), self._actors.named(key)
        same_state = mine.country is not None and mine.country == other.country and other.type in STATES
        return same_state or key in mine.member_of
