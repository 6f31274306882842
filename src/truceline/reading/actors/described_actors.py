"""Actors by description: "Kenyan security forces", "a masked commander", "the group"."""

from __future__ import annotations

from truceline.domain.sentences import Sentence
from truceline.reading.actors.actor_cast import Actor
from truceline.reading.actors.actor_phrases import (
    LONGEST,
    is_abstract,
    is_held,
    owners,
    stretches,
)
from truceline.reading.actors.actor_reading import (
    ActorReading,
    belongs,
    is_state_actor,
    join,
    owner_named,
    state_by_country,
    state_of,
)
from truceline.reading.actors.actor_types import Kind, is_plural, kind_at, kinds, plain_lemma
from truceline.reading.actors.bare_actors import FROM_ANYWHERE, has_needs, is_foreign, new_actor, type_of, unowned
from truceline.reading.actors.known_names import is_state, word_set
from truceline.reading.actors.name_bounds import PERSON
from truceline.reading.actors.owned_actors import of_each, owned

BECOMING = ("become", "remain")
PUPPETS = word_set("puppet proxy client stooge lackey vassal satellite quisling")
"""Words that name the master of a government before it, not its country."""
GOVERNING = ("government", "authorities")
SEATS = ("city", "province", "district", "region")
REGIONAL = word_set("regional provincial local municipal autonomous district county communal")
APART = ("allies", "sides", "states")
"""Kinds of which one is not a part of whom the description names."""


def read_noun(reading: ActorReading, sentence: Sentence, noun: int) -> Actor | None:
    """Note the actor that a noun describes; asked twice, the answer is the same."""
    spot = (sentence.index, noun)
    if spot in reading.done or spot in reading.cast.spots:
        return reading.cast.at(*spot)
    reading.done.add(spot)
    if reading.at.get(spot) is not None:
        return None
    kind = kind_at(sentence, noun)
    if sentence.words[noun].relation == "xcomp" and sentence.words[sentence.words[noun].head].lemma not in BECOMING:
        return None  # "held hostage"
    if kind is None or sentence.words[noun].relation.startswith(("flat", "fixed")) or is_abstract(sentence, noun):
        return None
    if kind.type == "armed_group" and _tells_sort(sentence, noun):
        return None
    if reading.places.at(*spot) is not None and kind.type != "person":
        return None
    each = of_each(reading, sentence, noun, kind)
    if each:
        reading.cast.spots[spot] = tuple(each)
        for one in each:
            reading.memory.note(sentence, noun, one)
        return each[-1]
    actor = _described(reading, sentence, noun, kind)
    if actor is None:
        return None
    reading.cast.spots[spot] = (actor,)
    actor.words.add(plain_lemma(sentence.words[noun]))
    if sentence.words[noun].relation not in ("compound", "amod"):
        found = stretches(sentence, noun)
        for first, last in found[:1] if is_held(sentence, noun) else found:
            reading.cast.quote(actor, sentence.index, first, last)
    elif (found := stretches(sentence, noun)) and (sentence.index, found[0][0]) in reading.at:
        reading.cast.quote(actor, sentence.index, *found[0])  # "Kenyan government checkpoints"
    reading.memory.note(sentence, noun, actor)
    return actor


def read_any(reading: ActorReading, sentence: Sentence, word: int) -> Actor | None:
    """Give the actor at a word, reading it now if it has not been read."""
    found = reading.cast.at(sentence.index, word)
    if found is not None or sentence.words[word].upos == "PRON":
        return found
    return read_noun(reading, sentence, word)


def _described(reading: ActorReading, sentence: Sentence, noun: int, kind: Kind) -> Actor | None:
    """Tell whom a description means."""
    beside = _apposed(reading, sentence, noun, kind)
    if beside is not None:
        return beside
    if _is_title(reading, sentence, noun):
        return None
    subject = _predicated_of(reading, sentence, noun)
    if subject is not None:
        return subject
    if kind.name in GOVERNING and (seat := _regional_seat(reading, sentence, noun)) is not None:
        return _regional(reading, sentence, noun, kind, seat)
    owner = _owner(reading, sentence, noun, kind)
    if is_held(sentence, noun):
        kind = kinds()["prisoner"][0]
    if owner is not None and (owner.type == "armed_group" or not kind.loose or has_needs(sentence, noun, kind)):
        return owned(reading, sentence, noun, kind, owner)
    if kind.loose and not has_needs(sentence, noun, kind) and sentence.children(noun, "nmod", "compound"):
        return None  # "a group of participants", "the campaign group"
    if kind.name == "government" and _is_mastered(sentence, noun):
        return state_by_country(reading, reading.scene_country)
    return unowned(reading, sentence, noun, kind)


# ---------------------------------------------------------------- beside a name


def _apposed(reading: ActorReading, sentence: Sentence, noun: int, kind: Kind) -> Actor | None:
    """Give the named actor that a description stands beside: "X, the group's leader", "the group's leader, X"."""
    word = sentence.words[noun]
    others = list(sentence.children(noun, "appos"))
    above = noun
    if word.relation == "nmod" and sentence.words[word.head].lemma in ("one", "member", "part", "head"):
        above = word.head  # "X, one of the founders"
    if sentence.words[above].relation == "appos":
        others.insert(0, _nearest(sentence, sentence.words[above].head, above))
    for other in others:
        named = reading.cast.at(sentence.index, other)
        if named is None and kind.name == "allies":
            named = read_noun(reading, sentence, other)  # "our ally, the government"
        if named is not None and named.names and named.is_person == _is_one(sentence, noun, kind, above):
            _take_description(reading, sentence, noun, kind, named)
            return named
    return None


def _nearest(sentence: Sentence, head: int, noun: int) -> int:
    """Give the last of several names that one description follows: "X and Y, the head of the party" is of Y."""
    if sentence.words[noun].xpos in ("NNS", "NNPS"):
        return head
    return max((k for k in sentence.children(head, "conj") if k < noun), default=head)


def _is_one(sentence: Sentence, noun: int, kind: Kind, above: int) -> bool:
    return above != noun or type_of(kind, is_plural(sentence, noun, kind)) == "person"


def _take_description(reading: ActorReading, sentence: Sentence, noun: int, kind: Kind, actor: Actor) -> None:
    """Note what an apposition says of a named actor: title, membership, and what a group of unknown sort is."""
    first, last = max(stretches(sentence, noun), key=lambda s: s[1] - s[0])
    for i in sentence.subtree(noun, without=("acl", "acl:relcl", "appos", "conj", "parataxis")):
        if kind.name not in APART:  # "Turkey, Baku's ally" is no part of it
            belongs(reading, actor, sentence, i)
    if not actor.is_person:
        if actor.row is None and actor.type == "organisation":
            actor.type = kind.type
        return
    owner = _owner(reading, sentence, noun, kind)
    if owner is not None and not owner.is_person:
        join(actor, owner)
    elif not actor.member_of and kind.name not in FROM_ANYWHERE and not is_foreign(sentence, noun):
        actor.guessed_country = actor.guessed_country or reading.likely_country
    words = sentence.words[first : last + 1]
    _quote_both(reading, sentence, first, last, actor)
    title = reading.text.document.text[words[0].start : words[-1].end]
    actor.titles.setdefault(title, []).append((sentence.index, first, last))


def _quote_both(reading: ActorReading, sentence: Sentence, first: int, last: int, actor: Actor) -> None:
    """Quote description and name as one where they stand side by side: "the home minister, X"."""
    for start, end in [(s[1], s[2]) for s in actor.stretches if s[0] == sentence.index]:
        beside = start - last == 2 or first - end == 2 or start - last == 3
        if beside and max(last, end) - min(first, start) < LONGEST:
            reading.cast.quote(actor, sentence.index, min(first, start), max(last, end))
            return


def _is_title(reading: ActorReading, sentence: Sentence, noun: int) -> bool:
    """Tell whether a noun is the title before a name, which the name has taken in."""
    word = sentence.words[noun]
    if word.relation not in ("nmod:desc", "compound", "flat") or word.head < 0:
        return False
    named = reading.at.get((sentence.index, word.head))
    return named is not None and named.type == PERSON


def _predicated_of(reading: ActorReading, sentence: Sentence, noun: int) -> Actor | None:
    """Give the subject of whom a description is said: "the Front is an armed group", "it became an army"."""
    word = sentence.words[noun]
    clause = noun
    if word.relation in ("xcomp", "obj") and sentence.words[word.head].lemma in BECOMING:
        clause = word.head
    elif not sentence.children(noun, "cop") or sentence.children(noun, "case"):
        return None
    if any(
        sentence.words[k].text.casefold() in ("not", "n't", "n’t", "never") for k in sentence.children(clause, "advmod")
    ):
        return None
    while not sentence.children(clause, "nsubj") and sentence.words[clause].relation == "conj":
        clause = sentence.words[clause].head
    subject = next(iter(sentence.children(clause, "nsubj")), None)
    return read_any(reading, sentence, subject) if subject is not None and subject != noun else None


# ---------------------------------------------------------------- somebody's


def _owner(reading: ActorReading, sentence: Sentence, noun: int, kind: Kind) -> Actor | None:
    """Give the actor whose forces, officials, members are described."""
    found = owners(sentence, noun)
    above, alone = sentence.words[noun].head, not sentence.children(noun, "det")
    follows = sentence.words[noun].relation == "conj" and sentence.words[above].upos == "NOUN"
    if follows and alone and not found.before and not found.after:
        found = owners(sentence, above)  # "its soldiers and police"
    mastered = _is_mastered(sentence, noun)
    for word in (*found.before, *found.after):
        name = reading.at.get((sentence.index, word))
        if name is None and word < noun and kind.type == "armed_group" and _tells_what(sentence, word):
            continue  # "the rebel group"
        owner = owner_named(reading, name) if name is not None else read_any(reading, sentence, word)
        if owner is None or (owner.kind is not None and owner.kind == kind.name):
            continue
        if mastered and word < noun and is_state_actor(owner) and owner.country != reading.scene_country:
            continue
        return owner
    for word in found.inside:
        name = reading.at.get((sentence.index, word))
        if name is not None and is_state(name.known) and kind.name in ("government", "population", "officials"):
            return state_of(reading, name.known[0].row)
    return None


def _regional_seat(reading: ActorReading, sentence: Sentence, noun: int) -> str | None:
    """Give the region or town whose own rulers are meant, not the state's: "the regional administration", "in Goma"."""
    for word in owners(sentence, noun).inside:
        name, key = reading.at.get((sentence.index, word)), reading.places.at(sentence.index, word)
        if key is not None and not (name is not None and is_state(name.known)):
            place = next(p for p in reading.places.mentions if p.key == key)
            return key if place.type in SEATS else None
    adjectives = {sentence.words[k].text.casefold() for k in sentence.children(noun, "amod", "compound")}
    return "region" if adjectives & REGIONAL else None


def _regional(reading: ActorReading, sentence: Sentence, noun: int, kind: Kind, seat: str) -> Actor:
    actor = new_actor(reading, sentence, noun, ("described", seat, "regional government"), "government")
    actor.kind = kind.name
    actor.country = actor.country or reading.scene_country
    return actor


def _tells_what(sentence: Sentence, word: int) -> bool:
    """Tell whether a noun before another says of what sort it is, not whose."""
    kind = kind_at(sentence, word)
    return kind is not None and kind.type == "armed_group"


def _tells_sort(sentence: Sentence, noun: int) -> bool:
    """Tell whether a noun only says of what sort those are who follow: "the rebel group", "insurgent leaders"."""
    word = sentence.words[noun]
    return word.relation in ("compound", "amod") and noun < word.head and kind_at(sentence, word.head) is not None


def _is_mastered(sentence: Sentence, noun: int) -> bool:
    return any(sentence.words[k].text.casefold() in PUPPETS for k in sentence.children(noun, "compound", "amod"))
