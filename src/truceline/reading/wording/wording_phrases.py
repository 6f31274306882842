"""How far a loaded phrase reaches, and who words it."""

from __future__ import annotations

from truceline.domain.sentences import Sentence
from truceline.reading.scene import Scene
from truceline.reading.wording.wording_conditions import phrase_head
from truceline.reading.wording.wording_rows import Found

_BEFORE = ("amod", "compound", "flat", "nmod", "advmod", "punct", "goeswith", "conj", "cc", "det", "nummod")
_NOT_FIRST_WORDS = (
    "present current former new other same last first whole entire such various several many some most certain more "
    "few known alleged suspected own"
)
_NOT_FIRST = frozenset(_NOT_FIRST_WORDS.split())
_LONGEST = 8
_AFTER = ("of", "in")


def reach(found: Found) -> tuple[int, int, int]:
    """Give the first and last word of the phrase, and its head."""
    if found.row.pos == "adverb":
        return _with_head(found)
    if not found.row.whole_phrase:
        return _with_pronoun(found), found.last, found.anchor
    head = phrase_head(found)
    first = min(found.first, _first_before(found.sentence, head))
    while found.row.owned and first > 0 and found.sentence.words[first - 1].upos == "PROPN":
        first -= 1  # "US imperialism", wherever the tree hangs the name
    last = max(found.last, head if head > found.first else found.last)
    if last - first >= _LONGEST:
        return found.first, max(found.last, head if 0 <= head - found.last <= 2 else found.last), head
    if found.anchor == head or found.row.pos == "noun":
        last = max(last, _last_after(found.sentence, head))
    return first, last, head


def _with_pronoun(found: Found) -> int:
    """Give the first word, or the one before that it is written together with ("we’ve been here before")."""
    words = found.sentence.words
    clitic = found.first > 0 and words[found.first].text[:1] in ("'", "’") and words[found.first].text[1:].isalpha()
    return found.first - 1 if clitic else found.first


def _with_head(found: Found) -> tuple[int, int, int]:
    """Give an adverb with the word that it judges, where that follows."""
    head = found.sentence.words[found.anchor].head
    if 0 < head - found.last <= 2 and all(w.upos != "PUNCT" for w in found.sentence.words[found.last : head]):
        return found.first, head, head
    return found.first, found.last, found.anchor


def _first_before(sentence: Sentence, head: int) -> int:
    """Give the first word of a noun phrase, articles, numbers and owners left out."""
    first = head
    while first > 0 and _belongs(sentence, first - 1, head):
        first -= 1
    while first < head and (
        sentence.words[first].relation in ("det", "nummod", "cc", "punct", "nmod:poss", "advmod", "case")
        or sentence.words[first].lemma.lower() in _NOT_FIRST
    ):
        first += 1
    return first


def _belongs(sentence: Sentence, word: int, head: int) -> bool:
    """Tell whether a word before a noun hangs on it as part of its phrase, or is joined to such a word by a hyphen."""
    after = sentence.words[word + 1]
    if after.text == "-" and after.start == sentence.words[word].end:
        return True
    if sentence.words[word].text == "-" and word + 1 < head:
        return _belongs(sentence, word + 1, head)
    at = word
    while at != head:
        relation = sentence.words[at].relation
        if relation.partition(":")[0] not in _BEFORE or relation == "nmod:poss" or at > head or at < word - 3:
            return False
        at = sentence.words[at].head
    return True


def _last_after(sentence: Sentence, head: int) -> int:
    """Give the last word of a short "in X" or "of X" with a name behind a label."""
    for kid in sentence.children(head, "nmod"):
        inside = sentence.subtree(kid)
        case = sentence.words[inside[0]].lemma.lower()
        if inside[0] == head + 1 and case in _AFTER and len(inside) <= 4 and sentence.words[kid].upos == "PROPN":
            return max(i for i in inside if sentence.words[i].upos != "PUNCT")
    return head


def voice_of(scene: Scene, found_label: bool, sentence: Sentence, word: int) -> str | None:
    """Give the actor who words a phrase, or None for the publisher.

    In quoted speech it is the speaker. What a speaker is reported to think or say of somebody is the speaker's
    too, but a label by which the report names somebody in passing is the report's own.
    """
    spot = (sentence.index, word)
    if spot in scene.voices.quoted or not found_label:
        return scene.voices.at(*spot).attributed_to
    return None
