"""Whether the name of a country or capital means the place or those who govern it."""

from __future__ import annotations

from functools import lru_cache

from truceline.domain.sentences import Sentence
from truceline.reading.actors.known_names import AREA_USE, is_state, is_styled, known_names, word_set
from truceline.reading.actors.name_phrase import NamePhrase
from truceline.reading.places.place_words import MOTION, PLACE_CASES, place_nouns
from truceline.vocabulary import rows

ACTOR, PLACE, WEAK = "actor", "place", "weak"
OWNER = "owner"
"""It says whose somebody is: "Yemen's president", "Saudi-led"."""

ACTOR_CASES = word_set("by with between against like unlike behind")
PARTS = word_set(
    "outskirt outskirts suburb centre center downtown street area edge coast coastline north south east west airspace "
    "countryside interior hinterland neighbour neighbor border frontier shore waters skies sky streets"
)
"""Nouns for parts of a place: what has them is a place."""
LYING = word_set("lie border stretch fall burn plunge slide descend sink erupt simmer comprise")
"""Verbs that countries and capitals undergo or that tell where they are."""
LEADING = word_set("president leader minister representative delegation premier king ruler")
"""Nouns for those who speak for a state: several of them together act for theirs."""
BINDING = word_set("oblige obligate bind commit require urge accuse ask press pressure allow forbid promise")
"""Verbs done only to somebody who acts: "Eritrea is obliged to leave"."""
DEALING = word_set(
    "urge accuse tell blame warn ask press pressure threaten criticise criticize condemn sanction support back help "
    "persuade convince thank praise recognise recognize allow force compel order request beg oblige permit pressurise "
    "call trust arm fund finance represent join isolate fight defeat accept meet consult inform assure attack punish "
    "reassure oppose appease confront congratulate remind advise counsel notify defy sue boycott blacklist provoke "
    "deter"
)
"""Verbs whose object is somebody, not somewhere."""


GO_BETWEENS = word_set(
    "mediator mediation facilitator facilitation envoy ambassador diplomat embassy monitor observer peacekeeper broker "
    "negotiator donor contingent"
)
"""Those who come from elsewhere: whose they are tells nothing of where a report takes place."""
DONE_BY_A_STATE = word_set(
    "airstrike airstrikes strike raid attack offensive invasion shelling bombardment bombing assault incursion "
    "blockade occupation counterattack counteroffensive barrage missile rocket shell drone jet warplane aircraft plane "
    "bomber helicopter gunship artillery warship gunboat tank gunfire fire bulldozer sniper"
)
"""Nouns for blows and weapons: the country named before them deals the blow."""


@lru_cache(maxsize=1)
def actor_nouns() -> frozenset[str]:
    """Give the nouns that describe actors."""
    return frozenset(
        word
        for row in rows("actors").values()
        if row["row"] == "described"
        for word in (*row["words"].split(), *row.get("collective", "").split())
    )


def use_of(sentence: Sentence, name: NamePhrase) -> str:
    """Tell how the name of a country or capital is used: actor, place, or weak where the words leave it open."""
    head = _through_coordination(sentence, name.head)
    word = sentence.words[head]
    relation, _, subtype = word.relation.partition(":")
    case = next((sentence.words[k].lemma for k in sentence.children(head, "case")), "")
    if is_styled(name.text):
        return PLACE if case in PLACE_CASES else ACTOR
    if subtype == "poss":
        return _beside(sentence, word.head, OWNER, ACTOR)
    if relation in ("compound", "amod") or subtype == "desc":
        return _beside(sentence, word.head, ACTOR, PLACE)
    if relation in ("nsubj", "appos") and _beside_bodies(sentence, head):
        return ACTOR
    if relation == "nsubj":
        return _as_subject(sentence, head, subtype)
    if relation in ("obj", "iobj"):
        return ACTOR if sentence.words[word.head].lemma in DEALING else PLACE
    if case:
        return _after(sentence, head, case, subtype)
    return WEAK if relation != "appos" else PLACE


def is_go_between(sentence: Sentence, name: NamePhrase) -> bool:
    """Tell whether a country's name says whose mediators, envoys or observers are meant."""
    word = sentence.words[name.head]
    return word.head > name.head and sentence.words[word.head].lemma.casefold() in GO_BETWEENS


def does_it(sentence: Sentence, name: NamePhrase) -> bool:
    """Tell whether an adjective of a country says who strikes: "Kenyan air strikes", "a Kenyan missile"."""
    word = sentence.words[name.head]
    return word.relation in ("amod", "compound") and sentence.words[word.head].lemma.casefold() in DONE_BY_A_STATE


def _through_coordination(sentence: Sentence, head: int) -> int:
    """Walk from a word to the first one that it is coordinated with."""
    steps = 0
    while sentence.words[head].relation == "conj" and steps < 8:
        if next(iter(sentence.children(head, "case")), None) is not None:
            break
        head, steps = sentence.words[head].head, steps + 1
    return head


def _beside_bodies(sentence: Sentence, head: int) -> bool:
    """Tell whether a country is listed with organisations: "Kenya, Chad and the African Union"."""
    listed = {k for k in sentence.children(head, "conj") if sentence.words[k].upos == "PROPN"}
    bodies = (f for f in known_names(sentence) if not is_state(f.known) and f.known[0].use != AREA_USE)
    return bool(listed) and any(f.first <= k <= f.last for f in bodies for k in listed)


def _beside(sentence: Sentence, noun: int, actor: str, other: str) -> str:
    """Judge a modifier by the noun that it belongs to."""
    lemma = sentence.words[noun].lemma.casefold()
    if sentence.words[noun].upos in ("VERB", "ADJ"):
        return OWNER
    if lemma in place_nouns() or lemma in PARTS:
        return PLACE
    return actor if lemma in actor_nouns() else other


def _as_subject(sentence: Sentence, head: int, subtype: str) -> str:
    verb = sentence.words[sentence.words[head].head]
    if subtype == "pass":
        return ACTOR if verb.lemma in BINDING else WEAK
    return WEAK if verb.lemma in LYING else ACTOR


def _after(sentence: Sentence, head: int, case: str, subtype: str) -> str:
    governor = sentence.words[sentence.words[head].head]
    if governor.lemma in ("behalf", "part", "hands", "support") and case == "of":
        return ACTOR
    if case == "of" and governor.lemma in LEADING and governor.xpos == "NNS":
        return ACTOR
    if case in PLACE_CASES or _of_a_border(sentence, head):
        return PLACE
    if case in ACTOR_CASES or subtype == "agent":
        return ACTOR
    if case == "from":
        return PLACE if governor.lemma in MOTION or governor.lemma in actor_nouns() else WEAK
    if case == "to":
        return PLACE if governor.lemma in MOTION else WEAK
    return PLACE if case == "of" and governor.lemma in place_nouns() else WEAK


def _of_a_border(sentence: Sentence, head: int) -> bool:
    """Tell whether the word before a preposition is a part of a place: "the border with Kenya"."""
    cases = sentence.children(head, "case")
    return bool(cases) and cases[0] > 0 and sentence.words[cases[0] - 1].lemma in PARTS


def capital_is_actor(sentence: Sentence, name: NamePhrase) -> bool:
    """Tell whether the name of a capital stands for a government: it acts, or others deal with it."""
    use = use_of(sentence, name)
    if use != WEAK:
        return use == ACTOR
    word = sentence.words[name.head]
    cases = [sentence.words[k].text.casefold() for k in sentence.children(name.head, "case")]
    return word.relation == "nsubj" or "for" in cases
