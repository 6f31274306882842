"""Names inside names: which one stands, the known one or the longer one around it."""

from __future__ import annotations

from truceline.domain.sentences import Name, Sentence
from truceline.gazetteer import places_named
from truceline.reading.actors.known_names import AREA_USE, Found, is_state, known_names, row_of, word_set
from truceline.reading.actors.name_bounds import DIRECTIONS, ORGANISATION, PERSON, PLACE_NAME, is_title
from truceline.reading.actors.name_phrase import NamePhrase, phrase_at, printed
from truceline.reading.places.place_words import place_nouns

GENERIC = word_set(
    "Movement Party Group Front Organization Organisation Militia Rebels Service Security Agency Forces Network Army"
)
"""Words that may follow a group's name without making it another's: "the Shin Bet Security Service"."""


def stands_above(sentence: Sentence, name: Name, inner: list[tuple[int, int]]) -> bool:
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
    text = printed(sentence, name.first, name.last)
    return name.type == PLACE_NAME and bool(places_named(text) or _is_province(text))


def _is_province(text: str) -> bool:
    """Tell whether a name with the word for province behind it is one of a province: "White Nile State"."""
    bare, _, kind = text.rpartition(" ")
    known = places_named(bare) if place_nouns().get(kind.casefold()) in ("province", "region", "district") else ()
    return kind.istitle() and any(p.type in ("province", "district") for p in known)


def _is_longer(sentence: Sentence, name: Name, inner: list[tuple[int, int]]) -> bool:
    """Tell whether an organisation's name has words of its own beside the known names inside it."""
    covered = {i for first, last in inner for i in range(first, last + 1)}
    own = [i for i in range(name.first, name.last + 1) if i not in covered]
    return any(sentence.words[i].text[0].isupper() and sentence.words[i].upos != "PUNCT" for i in own)


def longer_than_known(sentence: Sentence, known: list[Found]) -> tuple[list[Found], list[NamePhrase]]:
    """Set apart known names that are only the end of a longer one: "the People's Democratic Party"."""
    kept, longer = [], []
    for found in known:
        first = _own_first(sentence, found, known)
        if first == found.first:
            kept.append(found)
        else:
            kept = [f for f in kept if f.last < first]
            longer.append(phrase_at(sentence, first, found.last, ORGANISATION))
    return kept, longer


def _own_first(sentence: Sentence, found: Found, known: list[Found]) -> int:
    """Give the first word of the name that a known one ends, its own first word where it stands alone."""
    row = row_of(found.known[0])
    if row.get("row") != "named" or found.first == found.last or found.known[0].use == AREA_USE:
        return found.first
    beside = next((f for f in known if f.last == found.first - 1), None)
    if beside is not None:
        foreign = is_state(beside.known) and row.get("country") not in (None, row_of(beside.known[0]).get("country"))
        return beside.first if foreign else found.first
    first = found.first
    while first > 0 and _is_name_word(sentence, first - 1, found):
        first -= 1
    while first < found.first and sentence.words[first].upos == "PART":
        first += 1
    return first


def _is_name_word(sentence: Sentence, i: int, found: Found) -> bool:
    word = sentence.words[i]
    if word.text in ("'s", "’s"):
        return i > 0 and sentence.words[i - 1].text in ("People", "Workers", "Women")
    return (
        word.text[0].isupper()
        and word.upos in ("PROPN", "ADJ")
        and (i > 0 or word.upos == "PROPN")
        and not is_title(word.text)
        and word.text not in DIRECTIONS
        and sentence.name_at(i) is not None
    ) or (word.text in ("People", "Workers", "Women") and sentence.words[i + 1].text in ("'s", "’s"))
