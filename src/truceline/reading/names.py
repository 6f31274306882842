"""Name phrases of a report: what the vocabulary knows and what the language model marks, each with its head word."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise

from truceline.domain.sentences import Name, Sentence
from truceline.gazetteer import places_named
from truceline.reading.actor_types import kinds, plain_lemma
from truceline.reading.known_names import AREA_USE, Known, is_state, known_names, row_of, word_set
from truceline.reading.name_bounds import (
    ORGANISATION,
    PERSON,
    PLACE_NAME,
    UNKNOWN,
    grown,
    is_title,
    title_spans,
)
from truceline.reading.place_words import PLACE_CASES, SEIZING, place_nouns

NO_NAMES = word_set(
    "West East North South NGO NGOs MP MPs CEO GDP IED IEDs POW POWs ID TV DDR PM UAV UAVs HQ AK-47 Covid-19 COVID-19 "
    "GMT"
)
"""Short forms that name nobody."""
LARGE_TOWN = 50_000
GENERIC = word_set(
    "Movement Party Group Front Organization Organisation Militia Rebels Service Security Agency Forces Network Army"
)
"""Words that may follow a group's name without making it another's: "the Shin Bet Security Service"."""
CALENDAR = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun "
    "ramadan eid christmas easter"
)


@dataclass(frozen=True, slots=True)
class NamePhrase:
    """A name at words first to last of a sentence, its head, its type, and the vocabulary's spelling where known."""

    sentence: int
    first: int
    last: int
    head: int
    type: str
    """person, organisation, place, other or unknown, as the language model sees it or the vocabulary knows it."""
    text: str
    known: tuple[Known, ...] = ()

    @property
    def row(self) -> str | None:
        """The row of the vocabulary, None where it is unknown."""
        return self.known[0].row if self.known else None

    def known_as(self, use: str) -> Known | None:
        """Give the spelling if it has the use (names, adjectives, people, capitals, seats, area)."""
        return next((k for k in self.known if k.use == use), None)


def name_phrases(sentences: tuple[Sentence, ...]) -> tuple[NamePhrase, ...]:
    """Find the name phrases of a report in order, typed alike wherever they stand."""
    found = [phrase for s in sentences for phrase in _of_sentence(s)]
    return tuple(_typed_alike(found))


def head_of(sentence: Sentence, first: int, last: int) -> int:
    """Give the word of a stretch whose head lies outside it; the first one, where there are several."""
    return next((i for i in range(first, last + 1) if not first <= sentence.words[i].head <= last), last)


def printed(sentence: Sentence, first: int, last: int) -> str:
    """Give words as one string with single spaces where the text has space."""
    words = sentence.words[first : last + 1]
    text = words[0].text
    for before, word in pairwise(words):
        text += (" " if word.start > before.end else "") + word.text
    return text


def _of_sentence(sentence: Sentence) -> list[NamePhrase]:
    known = known_names(sentence)
    titles = title_spans(sentence)
    spans = [n for m in _joined(sentence) if (n := grown(sentence, m)) and not _is_no_name(sentence, n, titles)]
    marked = {i for n in spans for i in range(n.first, n.last + 1)}
    marked |= {i for first, last in titles for i in range(first, last + 1)}
    spans += [n for m in _unmarked(sentence, marked) if not _is_no_name(sentence, n := grown(sentence, m), titles)]
    phrases: list[NamePhrase] = []
    for name in spans:
        inner = [f for f in known if f.first <= name.last and name.first <= f.last]
        if any(f.first <= name.first and name.last <= f.last for f in inner):
            continue
        if inner and not _stands_above(sentence, name, [(f.first, f.last) for f in inner]):
            continue
        known = [f for f in known if not (name.first <= f.first and f.last <= name.last)]
        phrases.append(_phrase(sentence, name.first, name.last, _own_type(sentence, name)))
    for f in known:
        if not any(p.first <= f.last and f.first <= p.last for p in phrases):
            phrases.append(_phrase(sentence, f.first, f.last, _known_type(f.known[0]), f.known))
    return sorted(phrases, key=lambda p: (p.first, -p.last))


def _joined(sentence: Sentence) -> list[Name]:
    """Give the marked names, a person's name that was marked in two parts as one."""
    found: list[Name] = []
    for name in sentence.names:
        before = found[-1] if found else None
        if before is not None and before.last + 1 == name.first and PERSON in (before.type, name.type):
            hung = any(before.first <= w.head <= before.last for w in sentence.words[name.first : name.last + 1])
            if hung and before.type in (PERSON, ORGANISATION) and name.type in (PERSON, ORGANISATION):
                found[-1] = Name(before.first, name.last, PERSON)
                continue
        found.append(name)
    return found


def _is_no_name(sentence: Sentence, name: Name, titles: list[tuple[int, int]]) -> bool:
    """Tell whether a marked name is only a title, a common noun in capitals, or a creed before a noun."""
    if any(first <= name.first and name.last <= last for first, last in titles):
        return True
    word = sentence.words[name.first]
    if name.first != name.last:
        return False
    if len(word.text) == 1 or word.text in NO_NAMES or word.text.casefold() in CALENDAR:
        return True
    if name.first == 0 and kinds().get(plain_lemma(word)) and not word.text.isupper():
        return True
    return word.text.endswith("ist") and word.relation in ("amod", "compound")


def _stands_above(sentence: Sentence, name: Name, inner: list[tuple[int, int]]) -> bool:
    """Tell whether a marked name that holds known ones is a name of its own: "the Bank of Orlin", "North Darfur"."""
    if name.type == PERSON:
        return True
    if name.type == ORGANISATION and inner[0][0] == name.first:
        rest = {w.text for w in sentence.words[inner[0][1] + 1 : name.last + 1]}
        known = next(f for f in known_names(sentence) if f.first == name.first)
        if rest <= GENERIC and not is_state(known.known):
            return False
    if name.type == ORGANISATION:
        return _is_longer(sentence, name, inner)
    return name.type == PLACE_NAME and bool(places_named(printed(sentence, name.first, name.last)))


def _own_type(sentence: Sentence, name: Name) -> str:
    """Give the type of a name; somebody of several words who acts and is on no map is a person, whatever was marked."""
    text = printed(sentence, name.first, name.last)
    head = sentence.words[head_of(sentence, name.first, name.last)]
    if name.first == name.last and name.type in (PERSON, PLACE_NAME):
        return _single_type(sentence, name, text)
    if name.type not in (PLACE_NAME, UNKNOWN) or name.first == name.last:
        return name.type
    if head.relation != "nsubj" or head.head < 0 or places_named(text):
        return name.type
    predicate = sentence.predicate_at(head.head)
    acts = predicate is not None and any(
        a.role == "ARG0" and a.first <= name.last and name.first <= a.last for a in predicate.arguments
    )
    return (
        PERSON if acts and all(w.text[0].isupper() for w in sentence.words[name.first : name.last + 1]) else name.type
    )


def _single_type(sentence: Sentence, name: Name, text: str) -> str:
    """Correct the type of a single name: a large town that is attacked is no person; who has qualities is no place."""
    word = sentence.words[name.first]
    known = places_named(text)
    if name.type == PERSON:
        cases = {sentence.words[k].text.casefold() for k in sentence.children(name.first, "case")}
        taken = word.relation == "obj" and sentence.words[word.head].lemma in SEIZING
        return PLACE_NAME if known and known[0].population > LARGE_TOWN and (taken or cases & PLACE_CASES) else PERSON
    if known or word.relation != "nmod:poss":
        return name.type
    return name.type if sentence.words[word.head].lemma in place_nouns() else PERSON


def _phrase(sentence: Sentence, first: int, last: int, type_: str, known: tuple[Known, ...] = ()) -> NamePhrase:
    head = head_of(sentence, first, last)
    return NamePhrase(sentence.index, first, last, head, type_, printed(sentence, first, last), known)


def _known_type(known: Known) -> str:
    if known.use == AREA_USE:
        return PLACE_NAME
    return PLACE_NAME if known.use == "capitals" else ORGANISATION


def _unmarked(sentence: Sentence, taken: set[int]) -> list[Name]:
    """Find runs of proper nouns that the language model marked as no name."""
    runs, i, words = [], 0, sentence.words
    times = {k for first, last in sentence.times for k in range(first, last + 1)}
    while i < len(words):
        if not _is_proper(sentence, i, taken, times):
            i += 1
            continue
        first = i
        while i + 1 < len(words) and _is_proper(sentence, i + 1, taken, times):
            i += 1
        runs.append(Name(first, i, UNKNOWN))
        i += 1
    return runs


def _is_proper(sentence: Sentence, i: int, taken: set[int], times: set[int]) -> bool:
    word = sentence.words[i]
    return (
        word.upos == "PROPN"
        and word.text[0].isupper()
        and i not in taken
        and i not in times
        and word.text.casefold().rstrip(".") not in CALENDAR
        and not is_title(word.text)
    )


def _is_longer(sentence: Sentence, name: Name, inner: list[tuple[int, int]]) -> bool:
    """Tell whether an organisation's name has words of its own beside the known names inside it."""
    covered = {i for first, last in inner for i in range(first, last + 1)}
    own = [i for i in range(name.first, name.last + 1) if i not in covered]
    return any(sentence.words[i].text[0].isupper() and sentence.words[i].upos != "PUNCT" for i in own)


def _typed_alike(found: list[NamePhrase]) -> list[NamePhrase]:
    """Give one form one type in the whole report: that of most of its places; a person's surname is a person.

    A spelling that several actors share means the one whose country the report names most.
    """
    countries: Counter[str] = Counter(c for p in found if p.known and (c := row_of(p.known[0]).get("country")))
    votes: dict[str, dict[str, float]] = {}
    for p in found:
        if not p.known:
            counted = votes.setdefault(p.text.casefold(), {})
            counted[p.type] = counted.get(p.type, 0.0) + (0.4 if p.type == UNKNOWN else 1.0)
    surnames = {w for p in found if p.type == PERSON and " " in p.text for w in p.text.casefold().split()}
    result = []
    for p in found:
        if len(p.known) > 1:
            likely = sorted(p.known, key=lambda k: -countries[row_of(k).get("country", "")])
            p = replace(p, known=tuple(k for k in likely if k.row == likely[0].row))
        elif not p.known:
            counted = votes[p.text.casefold()]
            best = max(sorted(counted), key=lambda t: counted[t])
            is_surname = p.text.casefold().split()[-1] in surnames
            is_surname = is_surname and (" " not in p.text or (best == PLACE_NAME and not places_named(p.text)))
            p = replace(p, type=PERSON if is_surname else best)
        result.append(p)
    return result
