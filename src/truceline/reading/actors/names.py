"""Name phrases of a report: what the vocabulary knows and what the language model marks, typed alike everywhere."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from truceline.domain.sentences import Sentence
from truceline.gazetteer import places_named
from truceline.reading.actors.known_names import AREA_USE, Known, is_state, known_names, row_of
from truceline.reading.actors.name_bounds import ORGANISATION, PERSON, PLACE_NAME, UNKNOWN
from truceline.reading.actors.name_overlaps import longer_than_known, stands_above
from truceline.reading.actors.name_phrase import NamePhrase, phrase_at
from truceline.reading.actors.name_spans import name_spans
from truceline.reading.actors.name_types import beside_person, on_map, own_type

SHORTEST = 3
"""Letters of a short form that many bodies share (SLA, ICU)."""


def name_phrases(sentences: tuple[Sentence, ...]) -> tuple[NamePhrase, ...]:
    """Find the name phrases of a report in order, typed alike wherever they stand."""
    found = [phrase for s in sentences for phrase in _of_sentence(s)]
    return tuple(_typed_alike(sentences, found))


def _of_sentence(sentence: Sentence) -> list[NamePhrase]:
    known = known_names(sentence)
    phrases: list[NamePhrase] = []
    for name in name_spans(sentence):
        inner = [f for f in known if f.first <= name.last and name.first <= f.last]
        if any(f.first <= name.first and name.last <= f.last for f in inner):
            continue
        if inner and not stands_above(sentence, name, [(f.first, f.last) for f in inner]):
            continue
        known = [f for f in known if not (name.first <= f.first and f.last <= name.last)]
        phrases.append(phrase_at(sentence, name.first, name.last, own_type(sentence, name)))
    known, longer = longer_than_known(sentence, known)
    phrases = [p for p in phrases if not _is_covered(p, longer)] + longer
    phrases = [beside_person(sentence, p, phrases) for p in phrases]
    of_known = [phrase_at(sentence, f.first, f.last, _known_type(f.known[0]), f.known) for f in known]
    return sorted([*phrases, *(p for p in of_known if not _is_covered(p, phrases))], key=lambda p: (p.first, -p.last))


def _is_covered(phrase: NamePhrase, others: list[NamePhrase]) -> bool:
    return any(o.first <= phrase.last and phrase.first <= o.last for o in others)


def _known_type(known: Known) -> str:
    if known.use == AREA_USE:
        return PLACE_NAME
    return PLACE_NAME if known.use == "capitals" else ORGANISATION


def _is_elsewhere(known: Known, countries: Counter[str], own: int) -> bool:
    """Tell whether a common name or short form can hardly mean the known one: nothing else names its country."""
    row = row_of(known)
    if known.use == AREA_USE or row.get("row") != "named" or not row.get("country"):
        return False
    common = row["sector"] == "PTY" and known.text.split()[-1] in ("Party", "party", "Democrats", "Republicans")
    shared = known.short and len(known.text) <= SHORTEST and row["sector"] in ("REB", "PTY", "MIL", "GOV", "PRM")
    return (common or shared) and countries[row["country"]] <= own < countries.total()


def _typed_alike(sentences: tuple[Sentence, ...], found: list[NamePhrase]) -> list[NamePhrase]:
    """Give one form one type in the whole report: that of most of its places; a person's surname is a person.

    A spelling that several actors share means the one whose country the report names most.
    """
    countries: Counter[str] = Counter()
    for p in found:
        told = {row_of(k).get("country", "") for k in p.known}
        countries.update(told if len(told) == 1 else ())
    spoken = Counter(p.text for p in found if p.known)
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
            p = replace(p, known=tuple(k for k in likely if k.row == likely[0].row or k.use == AREA_USE))
        elif p.known and _is_elsewhere(p.known[0], countries, spoken[p.text]):
            p = replace(p, known=(), type=ORGANISATION)
        elif not p.known:
            counted = votes[p.text.casefold()]
            best = max(sorted(counted), key=lambda t: counted[t])
            is_surname = p.text.casefold().split()[-1] in surnames
            is_surname = is_surname and (" " not in p.text or (best == PLACE_NAME and not places_named(p.text)))
            p = replace(p, type=PERSON if is_surname else best)
        result.append(p)
    return _places_among_persons(sentences, result, countries, surnames)


def _places_among_persons(
    sentences: tuple[Sentence, ...], found: list[NamePhrase], countries: Counter[str], surnames: set[str]
) -> list[NamePhrase]:
    """Make names marked as persons' places where each of them stands like one and the report's country has it."""
    places: dict[str, bool] = {}
    beside: dict[int, set[int]] = {}
    for p in found:
        if p.type == PLACE_NAME or is_state(p.known):
            beside.setdefault(p.sentence, set()).add(p.head)
    for p in found:
        if p.type == PERSON and not p.known and p.text.casefold() not in surnames:
            places[p.text] = places.get(p.text, True) and on_map(
                sentences[p.sentence], p, countries, beside.get(p.sentence, set())
            )
    return [replace(p, type=PLACE_NAME) if p.type == PERSON and places.get(p.text) else p for p in found]
