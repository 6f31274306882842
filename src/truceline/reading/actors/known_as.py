"""Names given after "known as" or "called": what they name is the noun or name before."""

from __future__ import annotations

from truceline.domain.sentences import Sentence
from truceline.reading.actors.actor_cast import Identity
from truceline.reading.actors.name_phrase import NamePhrase
from truceline.reading.places.place_words import place_nouns

NAMING = ("know", "call", "name", "dub", "nickname")
ALSO = frozenset({"alias", "aka", "a.k.a.", "a.k.a"})
MARKS = frozenset(", ( ) “ ” \" ‘ ’ '".split())


def named_so(sentence: Sentence, name: NamePhrase) -> int | None:
    """Give the word that a name is given to: "an estate known as Orlin House" gives "estate"."""
    word = sentence.words[name.head]
    if word.head < 0:
        return None
    verb = sentence.words[word.head]
    if verb.lemma not in NAMING or verb.head < 0 or word.head > name.first or not verb.relation.startswith("acl"):
        return None
    return verb.head


def place_named_so(sentence: Sentence, name: NamePhrase) -> str | None:
    """Give the kind of place that a name is given to, None where it is given to something else.

    "A compound in the city known as ..." names the compound, which is new, not the city.
    """
    noun = named_so(sentence, name)
    found = None
    while noun is not None and noun >= 0 and sentence.words[noun].upos == "NOUN":
        kind = place_nouns().get(sentence.words[noun].lemma.casefold())
        new = any(sentence.words[k].text.casefold() in ("a", "an") for k in sentence.children(noun, "det"))
        if kind is not None and (found is None or new):
            found = kind
        if new or sentence.words[noun].relation != "nmod":
            break
        noun = sentence.words[noun].head
    return found


def _beside(sentence: Sentence, name: NamePhrase) -> int | None:
    """Give the word that closes what stands right before "known as", "alias" and the like and the name."""
    words = [w.text.casefold() for w in sentence.words]
    at = name.first - 1
    while at >= 0 and words[at] in MARKS:
        at -= 1
    if at >= 1 and words[at] == "as":
        at -= 1
    if at < 1 or not (words[at] in ALSO or (sentence.words[at].lemma in NAMING and sentence.words[at].xpos == "VBN")):
        return None
    at -= 1
    while at >= 0 and (words[at] in MARKS or sentence.words[at].upos == "ADV" or words[at] == "also"):
        at -= 1
    return at if at >= 0 else None


def same_persons(
    sentences: tuple[Sentence, ...], names: tuple[NamePhrase, ...], who: dict[tuple[int, int], Identity]
) -> dict[tuple[int, int], Identity]:
    """Let a person's other name mean the person: "Dario Lima, known as Lobo"."""
    at = {(n.sentence, i): n for n in names for i in range(n.first, n.last + 1)}
    other: dict[str, Identity] = {}
    for name in names:
        sentence = sentences[name.sentence]
        noun = named_so(sentence, name) if not name.known else None
        if noun is not None and sentence.words[noun].relation == "appos":
            noun = sentence.words[noun].head  # "Dario Lima, a former officer known as Lobo"
        before = _beside(sentence, name) if not name.known else None
        given = at.get((name.sentence, before)) if before is not None else None
        if given is None and noun is not None:
            given = at.get((name.sentence, noun))
        if given is not None and given is not name and (given.sentence, given.first) in who:
            other[name.text] = who[given.sentence, given.first]
    alike = {(n.sentence, n.first): other[n.text] for n in names if n.text in other and not n.known}
    return who | alike
