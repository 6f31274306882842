"""Names given after "known as" or "called": what they name is the noun or name before."""

from __future__ import annotations

from truceline.domain.sentences import Sentence
from truceline.reading.actors.actor_cast import Identity
from truceline.reading.actors.name_phrase import NamePhrase
from truceline.reading.places.place_words import place_nouns

NAMING = ("know", "call", "name", "dub", "nickname")


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


def same_persons(
    sentences: tuple[Sentence, ...], names: tuple[NamePhrase, ...], who: dict[tuple[int, int], Identity]
) -> dict[tuple[int, int], Identity]:
    """Let a person's other name mean the person: "Dario Lima, known as Lobo"."""
    at = {(n.sentence, i): n for n in names for i in range(n.first, n.last + 1)}
    other: dict[str, Identity] = {}
    for name in names:
        noun = named_so(sentences[name.sentence], name) if not name.known else None
        if noun is not None and sentences[name.sentence].words[noun].relation == "appos":
            noun = sentences[name.sentence].words[noun].head  # "Dario Lima, a former officer known as Lobo"
        given = at.get((name.sentence, noun)) if noun is not None else None
        if given is not None and given is not name and (given.sentence, given.first) in who:
            other[name.text] = who[given.sentence, given.first]
    alike = {(n.sentence, n.first): other[n.text] for n in names if n.text in other and not n.known}
    return who | alike
