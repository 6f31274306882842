"""Where a name begins and ends: titles and articles left out, words that the tree hangs into it taken in."""

from __future__ import annotations

from functools import lru_cache

from truceline.domain.sentences import Name, Sentence
from truceline.gazetteer import places_named
from truceline.reading.actors.known_names import word_set
from truceline.reading.places.place_words import place_nouns
from truceline.vocabulary import rows

PERSON, ORGANISATION, PLACE_NAME, OTHER, UNKNOWN = "person", "organisation", "place", "other", "unknown"
INSIDE = frozenset(("flat", "compound", "nmod:desc", "goeswith"))
"""Relations that keep a word inside the name of its head."""
ALSO_NAMES = word_set("King Prince Bishop Marshal Major Justice Judge Pope Lord Chief Sheikh Shah Mufti Brother Dame")
"""Titles that are names of persons as well; they are left out only at the beginning."""
NOT_BEFORE_PERSONS = word_set("Chief Leader Director Speaker Representative Deputy Justice Minister")
"""Titles that also stand before other things in capitals."""
NO_PERSON = word_set(
    "Staff Assembly Council Secretariat Office Election Elections Party Union University Hotel Hospital Square Street "
    "Airport Bridge Court Church Club Station College School Palace Avenue Road House Museum Prize Agreement Accord"
)
"""Last words of names that are not persons, though a title stands first: "General Assembly"."""


DIRECTIONS = word_set("Northern Southern Eastern Western North South East West Central Upper Lower Greater")
"""Words in capitals that belong to a place's name: "Northern Samar"."""
PARTICLES = word_set("de del della di da dos das van von der bin ibn bint ben al el la le du ul")
"""Small words inside names of persons."""
AREAS = ("province", "region", "district", "city")
TRAILING = ("PUNCT", "ADP", "DET", "CCONJ")


def grown(sentence: Sentence, name: Name) -> Name:
    """Give a marked name with its true bounds and type."""
    first, last, words = name.first, name.last, sentence.words
    while last + 1 < len(words) and _continues(sentence, last + 1, first, last, name.type):
        last += 1
    while first > 0 and _leads(sentence, first - 1, first, last, name.type):
        first -= 1
    while first < last and (words[first].upos == "DET" or words[first].text.casefold() == "the"):
        first += 1
    marked = PLACE_NAME if _kind_of_place(sentence, first, last) else name.type
    while marked == PLACE_NAME and first < last and words[first].text.islower():  # "province of Saada"
        first += 1
    first, type_ = _without_title(sentence, first, last, marked)
    if (
        type_ == PLACE_NAME
        and first > 0
        and words[first - 1].text in DIRECTIONS
        and words[first - 1].head
        in (
            *range(first, last + 1),
            words[first].head,
        )
    ):
        first -= 1
    while last > first and (
        (words[last].upos in TRAILING and words[last].text not in (".", ")"))
        or (words[last].upos == "NOUN" and words[last].text.islower())  # "Chitwan district": the noun is no name
        or (type_ == PLACE_NAME and words[last].text.islower())
    ):
        last -= 1
    return Name(first, last, type_)


def _kind_of_place(sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether the noun of a kind of place leads the name of one, and no body's: "department of Cauca"."""
    words = sentence.words[first : last + 1]
    if len(words) < 3 or words[1].text != "of" or not words[0].text.islower() or not words[2].text[0].isupper():
        return False
    named = " ".join(word.text for word in words[2:])  # on the map, as that of Agriculture is not
    return place_nouns().get(words[0].lemma.casefold()) in AREAS and bool(places_named(named))


def _without_title(sentence: Sentence, first: int, last: int, type_: str) -> tuple[int, str]:
    """Give the first word after the titles, and the type, which a title makes a person."""
    words = sentence.words
    if type_ == PERSON:
        titles = [i for i in range(first, last) if is_title(words[i].text)]
        titles = [i for i in titles if i == first or words[i].text not in ALSO_NAMES]
        return (titles[-1] + 1 if titles else first), PERSON
    for start in range(max(0, first - 4), first + 1):
        end = title_end(sentence, start)
        if (
            end is not None
            and first <= end < last
            and words[last].text not in NO_PERSON
            and words[end + 1].upos == "PROPN"
        ):
            return end + 1, PERSON
    if first > 0 and words[last].text not in NO_PERSON and _title_before(sentence, first):
        return first, PERSON
    noun = words[first - 1] if first > 0 else None
    if noun is not None and noun.upos == "NOUN" and noun.xpos == "NN" and noun.lemma in title_nouns():
        beside = first <= noun.head <= last and noun.relation in ("nmod:desc", "compound")
        if beside or (type_ == UNKNOWN and last > first):
            return first, PERSON
    return first, type_


def _title_before(sentence: Sentence, first: int) -> bool:
    """Tell whether a title in capitals stands directly before a name: "President Okoro"."""
    if sentence.words[first].upos != "PROPN" or sentence.words[first - 1].text in NOT_BEFORE_PERSONS:
        return False
    return any(title_end(sentence, start) == first - 1 for start in range(max(0, first - 4), first))


def _continues(sentence: Sentence, i: int, first: int, last: int, type_: str) -> bool:
    """Tell whether the next word belongs to the name: hung into it, or joined to it by a hyphen."""
    word = sentence.words[i]
    if sentence.name_at(i) is not None or type_ not in (PERSON, ORGANISATION):
        return False
    if word.text == "-" and i + 1 < len(sentence.words):
        after = sentence.words[i + 1]
        tight = sentence.words[last].end == word.start and word.end == after.start
        return tight and after.upos == "PROPN" and after.text[0].isupper() and type_ == PERSON
    if sentence.words[last].text == "-":
        return True
    return first <= word.head <= last and word.relation in INSIDE and word.text[0].isupper()


def _leads(sentence: Sentence, i: int, first: int, last: int, type_: str) -> bool:
    """Tell whether the word before belongs to the name."""
    word = sentence.words[i]
    if word.text in PARTICLES and type_ == PERSON and sentence.name_at(i) is None:
        return first <= word.head <= last or sentence.words[first].head == i
    if not word.text[0].isupper() or word.upos in ("DET", "PUNCT"):
        return False
    marked = sentence.name_at(i)
    if marked is not None:
        return type_ == ORGANISATION and marked.type == OTHER and first <= word.head <= last and word.upos == "ADJ"
    if type_ == PERSON:
        return first <= word.head <= last and word.relation in ("flat", "compound") and word.upos == "PROPN"
    below = first <= word.head <= last and word.upos in ("PROPN", "ADJ", "NOUN")
    above = any(w.head == i and w.relation == "flat" for w in sentence.words[first : last + 1])
    return type_ == ORGANISATION and (below or above)


def title_end(sentence: Sentence, first: int) -> int | None:
    """Give the last word of the longest title that starts at a word, or None."""
    return next(
        (
            first + len(phrase) - 1
            for phrase in title_phrases().get(_as_title(sentence.words[first].text), ())
            if tuple(_as_title(w.text) for w in sentence.words[first : first + len(phrase)]) == phrase
        ),
        None,
    )


def title_spans(sentence: Sentence) -> list[tuple[int, int]]:
    """Give the first and last words of the titles in capitals."""
    starts = (i for i, w in enumerate(sentence.words) if is_title(w.text))
    return [(i, end) for i in starts if (end := title_end(sentence, i)) is not None]


@lru_cache(maxsize=1)
def title_phrases() -> dict[str, list[tuple[str, ...]]]:
    """Give the titles of the vocabulary by their first word, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for row in rows("titles").values():
        for words in (form(title) for title in row["words"] for form in (_whole, _divided)):
            if words not in found.setdefault(words[0], []):
                found[words[0]].append(words)
    return {first: sorted(titles, key=len, reverse=True) for first, titles in found.items()}


def _whole(title: str) -> tuple[str, ...]:
    return tuple(title.split())


def _divided(title: str) -> tuple[str, ...]:
    """Divide a title as texts are divided into words: hyphens stand alone."""
    return tuple(title.replace("-", " - ").split())


@lru_cache(maxsize=1)
def title_nouns() -> frozenset[str]:
    """Give the nouns that end titles in lower case: "rebel chief", "army spokesman"."""
    return frozenset(word for row in rows("titles").values() for word in row.get("last", ()))


def is_title(word: str) -> bool:
    """Tell whether a capitalised word is one that starts a title."""
    return _as_title(word) in title_phrases()


def _as_title(word: str) -> str:
    """Give a word in the case of titles where it is printed in capitals."""
    if word.isupper() and len(word) > 2 and word not in title_phrases():
        return word.capitalize()
    return "of" if word == "OF" else word
