"""Country and PLOVER sector of the actor that a phrase names or describes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from truceline.domain.sentences import Sentence
from truceline.gazetteer import places_named
from truceline.reading.actors.actor_types import kind_at, kinds, plain_lemma
from truceline.reading.actors.known_names import AREA_USE, is_state, known_names, row_of, word_set
from truceline.reading.actors.name_bounds import PERSON, PLACE_NAME
from truceline.reading.actors.name_phrase import NamePhrase
from truceline.reading.actors.names import name_phrases
from truceline.vocabulary import rows

FORMER = word_set("former ex ex- late disgraced ousted retired deposed onetime")
"""Words that turn an official into one of the old guard (ELI)."""
BODIES = {"military": "MIL", "army": "MIL", "police": "COP", "intelligence": "SPY"}
CREEDS = dict.fromkeys(word_set("church religious jewish muslim christian catholic hindu buddhist sikh islamic"), "REL")
CHAMBERS = dict.fromkeys(
    word_set("parliament senate assembly legislature congressional parliamentary legislative"), "LEG"
)
SPECIAL = {
    "GOV": {**BODIES, **CHAMBERS, "rebel": "REB", "militia": "PRM"},
    "UNK": {**BODIES, **CREEDS, **CHAMBERS, "opposition": "OPP"},
    "UAF": {**CHAMBERS, "paramilitary": "PRM", "rebel": "REB", "insurgent": "REB", "criminal": "CRM"},
    "CVL": {"farm": "AGR", "agricultural": "AGR", "opposition": "OPP", "antiwar": "OPP", "anti-government": "OPP"},
    "BUS": {"central": "GOV", "state": "GOV"},
}
"""What words beside a noun make of its sector."""
LEADERS = word_set("leader chief elder head member figure")
"""Nouns that take the sector of the body they lead, be it a creed."""
STATE_BODIES = {"UNO": "UNO", "IGO": "IGO", "EUR": "EUR"}
"""Sectors of organisations of states that stand in the place of a country."""


@dataclass(frozen=True, slots=True)
class Code:
    """ISO alpha-3 of the country (or IGO, UNO, EUR) and PLOVER sector; None where the words do not tell."""

    country: str | None
    sector: str | None


def code_of_phrase(sentences: tuple[Sentence, ...]) -> Code:
    """Give country and sector of the phrase that a short text consists of."""
    sentence = sentences[0]
    names = [n for n in name_phrases(sentences) if n.sentence == sentence.index]
    heads = _heads(sentence)
    named = next((n for n in names if n.first <= heads[0] <= n.last), None)
    return Code(_country(sentence, names, named), _sector(sentence, heads, names, named))


def _heads(sentence: Sentence) -> list[int]:
    """Give the root of the phrase and the nouns below it, from the top."""
    root = next((i for i, w in enumerate(sentence.words) if w.head < 0), 0)
    nouns = [i for i in sentence.subtree(root) if sentence.words[i].upos in ("NOUN", "PROPN", "ADJ", "VERB")]
    return sorted({root, *nouns}, key=lambda i: (_depth(sentence, i), i))


def _depth(sentence: Sentence, word: int) -> int:
    return sum(1 for _ in sentence.ancestors(word))


def _country(sentence: Sentence, names: list[NamePhrase], named: NamePhrase | None) -> str | None:
    """Give the country of the name that heads the phrase, else of the first known name, else of the first place."""
    known = [k for name in ([named] if named is not None else []) for k in name.known[:1]]
    for found in (*known, *(f.known[0] for f in known_names(sentence))):
        row = row_of(found)
        parent = rows("actors").get(row.get("member_of", ""), row)
        if found.use != AREA_USE and not row.get("country") and parent.get("sector") in STATE_BODIES:
            return STATE_BODIES[parent["sector"]]
        if row.get("country"):
            return str(row["country"])
    return next((c for n in names if not n.known and n.type != PERSON and (c := _by_place(n)) is not None), None)


def _by_place(name: NamePhrase) -> str | None:
    """Give the country of the place that a name is or begins with."""
    words = name.text.split()
    for length in range(len(words) if name.type == PLACE_NAME else min(2, len(words) - 1), 0, -1):
        found = places_named(" ".join(words[:length]))
        if found and (name.type == PLACE_NAME or found[0].population > 100_000):
            return found[0].country
    return None


def _sector(sentence: Sentence, heads: list[int], names: list[NamePhrase], named: NamePhrase | None) -> str | None:
    """Give the sector by the name, the title before it, or the noun that heads the phrase."""
    if named is not None and named.known:
        known = named.known[0]
        if is_state(named.known):
            return "GOV" if known.use in ("capitals", "seats") else _of_nouns(sentence, heads)
        if known.use != AREA_USE and row_of(known).get("sector"):
            return str(row_of(known)["sector"])
    if named is not None and not named.known and (own := _of_name(named)) is not None:
        return own
    sector = _of_nouns(sentence, heads)
    former = any(w.text.casefold() in FORMER for w in sentence.words)
    if named is None and not former and sector in (None, "GOV", "MIL", "UNK", "SOC", "REB", "UAF"):
        return next((s for n in names if (s := _of_name(n)) not in (None, *STATE_BODIES)), sector)
    return sector


def _of_name(name: NamePhrase) -> str | None:
    """Give the sector of an organisation's name; a state's tells nothing."""
    if is_state(name.known) or name.type == PERSON:
        return None
    if name.known:
        sector = row_of(name.known[0]).get("sector")
        return str(sector) if sector else None
    sectors = [_name_words()[w] for w in reversed(name.text.split()) if w in _name_words()]
    return next((s for s in ("PRM", "REB") if s in sectors), sectors[0] if sectors else None)


def _of_nouns(sentence: Sentence, heads: list[int]) -> str | None:
    """Give the sector of the first noun, from the top, that describes an actor or is a title."""
    former = any(w.text.casefold().strip("-") in FORMER for w in sentence.words)
    beside = {w.lemma.casefold() for w in sentence.words} | {w.text.casefold() for w in sentence.words}
    for head in heads:
        sector = _of_word(sentence, head)
        if sector is None:
            continue
        if plain_lemma(sentence.words[head]) in LEADERS:
            sector = next((s for w, s in CREEDS.items() if w in beside), sector)
        special = next((s for w, s in SPECIAL.get(sector, {}).items() if w in beside), sector)
        return "ELI" if former and special in ("GOV", "MIL", "LEG", "UNK") else special
    return next((s for w, s in CHAMBERS.items() if w in beside), None)


def _of_word(sentence: Sentence, head: int) -> str | None:
    word = sentence.words[head]
    lemma, kind = plain_lemma(word), kind_at(sentence, head)
    if kind is not None and kind.sector not in ("GOV", "UNK"):
        return kind.sector
    if kind is None and (choices := kinds().get(lemma)) and choices[0].name == "hospitals":
        return choices[0].sector
    title = _titles().get(lemma) or _titles().get(word.text.casefold().strip("."))
    return title or (kind.sector if kind is not None else _name_words().get(word.text))


@lru_cache(maxsize=1)
def _titles() -> dict[str, str]:
    """Give the sectors of titles that are one word, in lower case."""
    found: dict[str, str] = {}
    for row in rows("titles").values():
        if row.get("sector", "UNK") == "UNK":
            continue
        for word in (*row.get("last", ()), *(w.casefold().strip(".") for w in row["words"] if " " not in w)):
            found.setdefault(word, row["sector"])
    return found


@lru_cache(maxsize=1)
def _name_words() -> dict[str, str]:
    return {w: r["sector"] for r in rows("actors").values() if r["row"] == "name_word" for w in r["words"].split()}
