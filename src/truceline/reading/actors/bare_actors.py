"""Actors described without an owner: "the group", "the army", "residents"; whom spoken of before they mean."""

from __future__ import annotations

from collections import Counter

from truceline.domain.sentences import Sentence
from truceline.reading.actors.actor_cast import Actor, Identity
from truceline.reading.actors.actor_phrases import OPEN, POINTING, determiner, has_other, stretches
from truceline.reading.actors.actor_reading import ActorReading, is_state_actor, state_by_country, state_of
from truceline.reading.actors.actor_types import Kind, is_plural, plain_lemma
from truceline.reading.actors.known_names import is_state, row_of, word_set

BARE_REACH = 25
"""Sentences that "the group" or "the army" looks back."""
NEUTRAL = word_set("armed security federal national regular special military paramilitary loyal own ground local")
"""Adjectives of forces that do not say whose they are."""
BODIES = {"forces": "MIL", "police": "COP"}
"""Sectors of the named bodies that "the army" or "the police" may mean."""
FOREIGNERS = ("diplomat", "envoy", "ambassador", "mediator", "observer", "facilitator", "emissary")
FROM_ANYWHERE = (
    "allies",
    "envoys",
    "missions",
    "media",
    "monitors",
    "states",
    "aid",
    "scholars",
    "sources",
    "business",
)
"""Kinds of people of whom the country of the report says nothing."""
REGIONAL = "regional government"
OF_THE_COUNTRY = ("forces", "police", "government", "parliament", "courts", "ministries", "intelligence")
"""Kinds that without an owner belong to the country that the report is about."""


def type_of(kind: Kind, many: bool) -> str:
    """Give the type of those described: one soldier or rebel is a person, many leaders are just others."""
    if many:
        return "other" if kind.type == "person" else kind.type_of_many
    return "person" if kind.single_is_person else kind.type


def new_actor(reading: ActorReading, sentence: Sentence, noun: int, what: Identity, type_: str) -> Actor:
    """Give the unnamed actor of an identity, a new one under the words that describe it if need be."""
    first, last = stretches(sentence, noun)[-1]
    words = sentence.words[first : last + 1]
    actor = reading.cast.actor(what, " ".join(w.text for w in words), type_)
    actor.named = False
    return actor


def unowned(reading: ActorReading, sentence: Sentence, noun: int, kind: Kind) -> Actor | None:
    """Tell whom a bare description means: the one of its kind spoken of, or somebody new."""
    many, det = is_plural(sentence, noun, kind), determiner(sentence, noun)
    lemma = plain_lemma(sentence.words[noun])
    several = lemma in kind.collective and sentence.words[noun].xpos in ("NNS", "NNPS")
    told_apart = bool(sentence.children(noun, "acl", "nmod", "acl:relcl"))
    if kind.name == "forces" and _is_coloured(sentence, noun):
        det = "any"  # "extremist forces" are not the army
    if det not in OPEN and not has_other(sentence, noun):
        one_government = kind.name == "government" and sentence.words[noun].xpos != "NNS"
        known = _the_government(reading, sentence, noun) if one_government else None
        known = known or _known_before(reading, sentence, kind, many, lemma, bool(det), told_apart, several)
        if known is not None:
            return known
    if (
        kind.name == "sides"
        or (kind.name == "parties" and sentence.words[noun].xpos == "NNS" and det in ("both", "the"))
        or (lemma == "people" and _is_anybody(sentence, noun))
        or (kind.loose and det in POINTING)
        or (kind.loose and not has_needs(sentence, noun, kind))
    ):
        return None
    word = kind.name if many and kind.name in ("forces", "police") else f"{lemma}s" if several else lemma
    what: Identity = ("described", None, word, many)
    actor = new_actor(reading, sentence, noun, what, type_of(kind, many))
    actor.kind, actor.many = kind.name, many
    if kind.name in OF_THE_COUNTRY and det not in OPEN:
        actor.country = actor.country or reading.scene_country
    elif kind.name not in FROM_ANYWHERE and not is_foreign(sentence, noun):
        actor.guessed_country = reading.likely_country
    return actor


def is_foreign(sentence: Sentence, noun: int) -> bool:
    """Tell whether a description says that somebody comes from elsewhere."""
    words = {sentence.words[k].text.casefold() for k in sentence.children(noun, "amod", "compound")}
    return sentence.words[noun].lemma in FOREIGNERS or bool(words & {"western", "foreign", "international"})


def _is_coloured(sentence: Sentence, noun: int) -> bool:
    """Tell whether adjectives set forces apart from those spoken of."""
    words = [sentence.words[k] for k in sentence.children(noun, "amod")]
    return any(w.upos == "ADJ" and w.text.islower() and w.text not in NEUTRAL for w in words)


def _is_anybody(sentence: Sentence, noun: int) -> bool:
    """Tell whether "people" means nobody in particular: without number, and nothing is done to them."""
    word = sentence.words[noun]
    above = sentence.words[word.head] if word.head >= 0 else word
    counted = sentence.children(noun, "nummod", "amod", "acl") or above.xpos in ("CD", "NNS")
    return not counted and word.relation not in ("obj", "nsubj:pass")


def has_needs(sentence: Sentence, noun: int, kind: Kind) -> bool:
    """Tell whether one of the words stands beside a noun that its kind needs."""
    beside = {sentence.words[k].lemma.casefold() for k in sentence.children(noun, "compound", "amod", "nmod")}
    return bool(beside & kind.needs)


def _the_government(reading: ActorReading, sentence: Sentence, noun: int) -> Actor | None:
    """Give the state that "the government" means: one named in its sentence, the report's own, or the last one."""
    nearby = [n for n in reading.names.get(sentence.index, ()) if n.last < noun and is_state(n.known)]
    nearby = [n for n in nearby if sentence.words[n.last + 1].text != "-"]  # not "Saudi-backed"
    rows_here = list(dict.fromkeys(n.known[0].row for n in nearby))
    called = [a for a in reading.cast.actors.values() if "government" in a.words and a.stretches and is_state_actor(a)]
    if len(called) == 1 and not nearby:
        return called[0]
    own = state_by_country(reading, _torn_country(reading) or reading.scene_country)
    if len(rows_here) == 1 and (own is None or own.row == rows_here[0] or nearby[-1].known_as("adjectives")):
        return state_of(reading, rows_here[0])
    if own is not None:
        return own
    if rows_here:
        return state_of(reading, rows_here[0])
    usurped = sentence.words[noun].lemma == "junta"  # not the elected government that it toppled
    return reading.memory.latest(
        sentence,
        lambda a: (
            (is_state_actor(a) or a.kind == "government")
            and a.identity[-1] != REGIONAL
            and (not usurped or "junta" in a.words)
        ),
        BARE_REACH,
    )


def _torn_country(reading: ActorReading) -> str | None:
    """Give the country whose armed groups a report names, where it also names that state: not the host of the talks."""
    named = [n for n in reading.places.names if n.known and not is_state(n.known)]
    groups = [row for n in named if (row := row_of(n.known[0])).get("type") == "armed_group" and row.get("country")]
    counts = Counter(row["country"] for row in groups).most_common(1)
    states = {row_of(n.known[0]).get("country") for n in reading.places.names if is_state(n.known)}
    if not counts:
        return None
    country, times = counts[0]
    return country if country in states and times >= 2 and 2 * times > len(groups) else None


def _known_before(
    reading: ActorReading,
    sentence: Sentence,
    kind: Kind,
    many: bool,
    lemma: str,
    pointed: bool,
    told_apart: bool,
    several: bool,
) -> Actor | None:
    """Give the actor seen before that a bare description fits; one described by the same word goes first.

    Several bodies ("groups") are no one group that was named.
    """
    if kind.type == "armed_group" and (pointed or many):
        fits = [s for s in reading.memory.within(sentence, BARE_REACH) if s.actor.type == "armed_group"]
        fits = [s for s in fits if many or not s.actor.is_person]
        if several:
            fits = [s for s in fits if not s.actor.named and s.plural]
        same = [s for s in fits if lemma in s.actor.words and (s.actor.row or not s.actor.named)]
        if not pointed and told_apart:
            return None
        if not pointed and not same:
            return None
        return same[-1].actor if same else _leading([s.actor for s in fits])
    if kind.name in ("forces", "police", "captives") and many:
        return reading.memory.latest(
            sentence,
            lambda a: (a.kind == kind.name and a.many) or (kind.name in BODIES and a.sector == BODIES[kind.name]),
            BARE_REACH,
        )
    if not pointed:
        return None
    if kind.name == "parties" and not many:
        return reading.memory.latest(sentence, lambda a: a.sector == "PTY" or "party" in a.words, BARE_REACH)
    return reading.memory.latest(
        sentence, lambda a: lemma in a.words and (a.kind == kind.name or (a.named and a.many is many)), BARE_REACH
    )


def _leading(actors: list[Actor]) -> Actor | None:
    """Give the actor among those seen that was seen most, counting the last ones more."""
    weights: dict[str, float] = {}
    for back, actor in enumerate(reversed(actors)):
        weights[actor.key] = weights.get(actor.key, 0.0) + 0.85**back
    return max(actors, key=lambda a: weights[a.key]) if actors else None
