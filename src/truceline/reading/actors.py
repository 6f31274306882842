"""Actors of a report: all forms of one actor together, who is meant at every word that stands for one."""

from __future__ import annotations

from dataclasses import dataclass, field

from truceline.domain.sentences import Sentence
from truceline.reading.actor_cast import Actor, Cast, Identity
from truceline.reading.actor_names import (
    country_of,
    organisation,
    organisation_type,
    persons,
    short_forms,
    titled,
)
from truceline.reading.actor_phrases import (
    OPEN,
    POINTING,
    Owners,
    determiner,
    has_other,
    is_abstract,
    is_held,
    owners,
    stretches,
)
from truceline.reading.actor_types import Kind, is_plural, kind_at, kinds
from truceline.reading.coreference import PRONOUNS, Memory, relative_antecedent
from truceline.reading.known_names import AREA_USE, is_state, row_of
from truceline.reading.name_use import ACTOR, WEAK, use_of
from truceline.reading.names import OTHER, PERSON, UNKNOWN, NamePhrase
from truceline.reading.places import capital_is_actor
from truceline.reading.scene import Actors, Places, Text
from truceline.vocabulary import rows

BARE_REACH = 25
"""Sentences that "the group" or "the army" looks back."""


@dataclass
class _Reader:
    """What is at hand while actors are read."""

    text: Text
    places: Places
    cast: Cast
    who: dict[tuple[int, int], Identity]
    short: dict[str, Identity]
    names: dict[int, list[NamePhrase]] = field(default_factory=dict)
    at: dict[tuple[int, int], NamePhrase] = field(default_factory=dict)
    """Name phrase by sentence and word."""
    memory: Memory = field(default_factory=Memory)
    done: set[tuple[int, int]] = field(default_factory=set)
    weak: list[tuple[int, int, str]] = field(default_factory=list)
    """Sentence, word and row of states whose name may also be just the place."""


def read_actors(text: Text, places: Places) -> Actors:
    """Find the actors of a report."""
    names = places.names
    people = tuple(n for n in names if n.type == PERSON)
    reader = _Reader(text, places, Cast(text), persons(people), short_forms(text.sentences, names))
    for name in names:
        reader.names.setdefault(name.sentence, []).append(name)
        for i in range(name.first, name.last + 1):
            reader.at.setdefault((name.sentence, i), name)
    for sentence in text.sentences:
        _read_sentence(reader, sentence)
    _settle_weak(reader)
    spots = {spot: tuple(a.key for a in meant if a.stretches) for spot, meant in reader.cast.spots.items()}
    return Actors(reader.cast.mentions(), {spot: keys for spot, keys in spots.items() if keys})


def _read_sentence(reader: _Reader, sentence: Sentence) -> None:
    """Read a sentence: names first, since descriptions lean on them, then nouns and pronouns from left to right."""
    start = len(reader.memory.seen)
    for name in reader.names.get(sentence.index, ()):
        _read_name(reader, sentence, name)
    fresh = reader.memory.seen[start:]
    del reader.memory.seen[start:]
    for i, word in enumerate(sentence.words):
        while fresh and fresh[0].word <= i:
            reader.memory.seen.append(fresh.pop(0))
        if word.upos in ("NOUN", "ADJ", "PROPN"):
            _read_noun(reader, sentence, i)
        elif word.upos == "PRON":
            _read_pronoun(reader, sentence, i)
    reader.memory.seen.extend(fresh)


# ---------------------------------------------------------------- names


def _read_name(reader: _Reader, sentence: Sentence, name: NamePhrase) -> None:
    """Note the actor that a name stands for, if it stands for one."""
    if name.type == PERSON:
        _read_person(reader, sentence, name)
    elif is_state(name.known):
        _read_state(reader, sentence, name)
    elif name.known and row_of(name.known[0]).get("row") == "people":
        _read_people(reader, sentence, name)
    elif name.known and name.known[0].use == AREA_USE:
        return
    elif name.known or (name.type == "organisation" and reader.places.at(sentence.index, name.head) is None) or (name.type in (UNKNOWN, OTHER) and name.text in reader.short):
        _read_organisation(reader, sentence, name)


def _put(reader: _Reader, sentence: Sentence, name: NamePhrase, actor: Actor, *, quoted: bool = True) -> None:
    """Set an actor at the words of its name."""
    for i in range(name.first, name.last + 1):
        reader.cast.spots.setdefault((sentence.index, i), (actor,))
    if quoted:
        reader.cast.quote(actor, sentence.index, name.first, name.last)
        actor.names.append(name.text)
    reader.memory.note(sentence, name.head, actor)


def _read_person(reader: _Reader, sentence: Sentence, name: NamePhrase) -> None:
    identity = reader.who[sentence.index, name.first]
    actor = reader.cast.actor(identity, name.text, "person")
    _put(reader, sentence, name, actor)
    if (title := titled(sentence, name)) is not None:
        stretch = (sentence.index, title.first, name.first - 1)
        actor.titles.setdefault(title.title, []).append(stretch)
        reader.cast.quote(actor, sentence.index, title.first, name.last)
        for row in rows("titles").values():
            if title.title in row.get("female", ()) or title.title in row.get("male", ()):
                actor.gender = "female" if title.title in row.get("female", ()) else "male"
        for i in range(title.first, name.first):
            _belongs(reader, actor, sentence, i)
            reader.done.add((sentence.index, i))


def _belongs(reader: _Reader, actor: Actor, sentence: Sentence, word: int) -> None:
    """Note the state or group that a word of an actor's description names."""
    if (name := reader.at.get((sentence.index, word))) is None or name.type == PERSON:
        return
    owner = _owner_named(reader, sentence, name)
    if owner is not None:
        actor.country = actor.country or owner.country
        if owner.key != actor.key and owner.key not in actor.member_of:
            actor.member_of.append(owner.key)


def _state(reader: _Reader, row: str) -> Actor:
    """Give the actor of a state and its government."""
    data = rows("actors")[row]
    actor = reader.cast.actor(("row", row), data["names"][0], "government", data.get("country"))
    actor.row = row
    return actor


def _read_state(reader: _Reader, sentence: Sentence, name: NamePhrase) -> None:
    row = name.known[0].row
    word = sentence.words[name.head]
    if name.known_as("names"):
        use = use_of(sentence, name)
        short = name.known[0].short
        if use == ACTOR or (short and not _in_place(reader, sentence, name)):
            actor = _state(reader, row)
            actor.type = "state"
            _put(reader, sentence, name, actor)
        elif use == WEAK:
            reader.weak.append((sentence.index, name.head, row))
    elif name.known_as("capitals"):
        if reader.places.at(sentence.index, name.head) is None and capital_is_actor(sentence, name):
            _put(reader, sentence, name, _state(reader, row))
    elif name.known_as("seats"):
        _put(reader, sentence, name, _state(reader, row))
    elif name.known_as("people") or word.relation.partition(":")[0] not in ("amod", "compound", "flat"):
        _read_people(reader, sentence, name)
    else:
        reader.weak.append((sentence.index, name.head, row))


def _in_place(reader: _Reader, sentence: Sentence, name: NamePhrase) -> bool:
    return reader.places.at(sentence.index, name.head) is not None


def _read_people(reader: _Reader, sentence: Sentence, name: NamePhrase) -> None:
    """Note a people ("Afghans", "the French"), unless its name only describes a noun."""
    word = sentence.words[name.head]
    if word.relation.partition(":")[0] in ("amod", "compound") and not word.relation.startswith("nmod:poss"):
        return
    actor = _people(reader, name.known[0].row, name.text)
    _put(reader, sentence, name, actor, quoted=False)
    for first, last in stretches(sentence, name.head):
        reader.cast.quote(actor, sentence.index, first, last)


def _people(reader: _Reader, row: str, name: str) -> Actor:
    actor = reader.cast.actor(("people", row), name, "population", rows("actors")[row].get("country"))
    actor.many = True
    return actor


def _read_organisation(reader: _Reader, sentence: Sentence, name: NamePhrase) -> None:
    actor = _organisation(reader, name)
    word = sentence.words[name.head]
    beside = word.relation.partition(":")[0] in ("compound", "amod") and word.head >= 0
    _put(reader, sentence, name, actor)
    if not beside:
        for k in sentence.children(name.head, "compound", "amod", "nmod"):
            if not name.first <= k <= name.last:
                inner = reader.at.get((sentence.index, k))
                actor.country = actor.country or (country_of(inner) if inner is not None else None)


def _organisation(reader: _Reader, name: NamePhrase) -> Actor:
    identity = organisation(name, reader.short)
    row = identity[1] if identity[0] == "row" else None
    if isinstance(row, str):
        data = rows("actors")[row]
        actor = reader.cast.actor(identity, data["names"][0], data["type"], data.get("country"))
        actor.row = row
        actor.many = actor.many or (name.text.endswith("s") and not name.text.isupper())
        if parent := data.get("member_of"):
            parent_actor = reader.cast.actors.get(("row", parent))
            actor.member_of += [parent_actor.key] if parent_actor else []
        return actor
    actor = reader.cast.actor(identity, name.text, organisation_type(name.text))
    if actor.country is None:
        actor.country = _country_inside(reader, name)
    return actor


def _country_inside(reader: _Reader, name: NamePhrase) -> str | None:
    """Give the country whose name or adjective stands in an organisation's name."""
    from truceline.reading.known_names import known_names

    sentence = reader.text.sentences[name.sentence]
    inner = (f for f in known_names(sentence) if name.first <= f.first and f.last <= name.last)
    return next((c for f in inner if (c := row_of(f.known[0]).get("country"))), None)


# ---------------------------------------------------------------- descriptions


def _read_noun(reader: _Reader, sentence: Sentence, noun: int) -> Actor | None:
    """Note the actor that a noun describes; asked twice, the answer is the same."""
    spot = (sentence.index, noun)
    if spot in reader.done or spot in reader.cast.spots:
        return reader.cast.at(*spot)
    reader.done.add(spot)
    if reader.at.get(spot) is not None:
        return None
    kind = kind_at(sentence, noun)
    if kind is None or sentence.words[noun].relation.startswith(("flat", "fixed")) or is_abstract(sentence, noun):
        return None
    actor = _described(reader, sentence, noun, kind)
    if actor is None:
        return None
    reader.cast.spots[spot] = (actor,)
    if sentence.words[noun].relation not in ("compound", "amod"):
        for first, last in stretches(sentence, noun):
            reader.cast.quote(actor, sentence.index, first, last)
    reader.memory.note(sentence, noun, actor)
    return actor


def _described(reader: _Reader, sentence: Sentence, noun: int, kind: Kind) -> Actor | None:
    """Tell whom a description means."""
    beside = _apposed(reader, sentence, noun)
    if beside is not None:
        return beside
    if _is_title(reader, sentence, noun):
        return None
    subject = _predicated_of(reader, sentence, noun)
    if subject is not None:
        return subject
    owner = _owner(reader, sentence, noun, owners(sentence, noun), kind)
    if is_held(sentence, noun):
        kind = kinds()["prisoner"][0]
    if owner is not None:
        return _owned(reader, sentence, noun, kind, owner)
    return _unowned(reader, sentence, noun, kind)


def _apposed(reader: _Reader, sentence: Sentence, noun: int) -> Actor | None:
    """Give the named actor that a description stands beside: "X, the group's leader", "the group's leader, X"."""
    word = sentence.words[noun]
    if word.relation == "appos" and word.head >= 0:
        named = reader.cast.at(sentence.index, word.head)
        if named is not None and named.named:
            _take_description(reader, sentence, noun, named)
            return named
    for k in sentence.children(noun, "appos"):
        named = reader.cast.at(sentence.index, k)
        if named is not None and named.named and (named.is_person or named.names):
            _take_description(reader, sentence, noun, named)
            return named
    return None


def _take_description(reader: _Reader, sentence: Sentence, noun: int, actor: Actor) -> None:
    """Note what an apposition says of a named actor: title and membership."""
    found = stretches(sentence, noun)
    first, last = max(found, key=lambda s: s[1] - s[0])
    for i in sentence.subtree(noun, without=("acl", "acl:relcl", "appos", "conj", "parataxis")):
        _belongs(reader, actor, sentence, i)
    if actor.is_person:
        words = sentence.words[first : last + 1]
        title = reader.text.document.text[words[0].start : words[-1].end]
        actor.titles.setdefault(title, []).append((sentence.index, first, last))


def _is_title(reader: _Reader, sentence: Sentence, noun: int) -> bool:
    """Tell whether a noun is the title before a name, which the name has taken in."""
    word = sentence.words[noun]
    if word.relation not in ("nmod:desc", "compound", "flat") or word.head < 0:
        return False
    named = reader.at.get((sentence.index, word.head))
    return named is not None and named.type == PERSON


def _predicated_of(reader: _Reader, sentence: Sentence, noun: int) -> Actor | None:
    """Give the subject of whom a description is said: "the Front is an armed group"."""
    word = sentence.words[noun]
    if word.relation in ("xcomp", "obj") and sentence.words[word.head].lemma in ("become", "remain"):
        subject = next(iter(sentence.children(word.head, "nsubj")), None)
        return _read_any(reader, sentence, subject) if subject is not None else None
    if not sentence.children(noun, "cop"):
        return None
    if any(sentence.words[k].text.casefold() in ("not", "n't", "n’t") for k in sentence.children(noun, "advmod")):
        return None
    subject = next(iter(sentence.children(noun, "nsubj")), None)
    if subject is None or word.upos != "NOUN":
        return None
    return _read_any(reader, sentence, subject)


def _read_any(reader: _Reader, sentence: Sentence, word: int) -> Actor | None:
    """Give the actor at a word, reading it now if it has not been read."""
    found = reader.cast.at(sentence.index, word)
    if found is not None or sentence.words[word].upos == "PRON":
        return found
    return _read_noun(reader, sentence, word)


def _owner(reader: _Reader, sentence: Sentence, noun: int, found: Owners, kind: Kind) -> Actor | None:
    """Give the actor whose forces, officials, members are described."""
    for word in (*found.before, *found.after):
        name = reader.at.get((sentence.index, word))
        owner = _owner_named(reader, sentence, name) if name is not None else None
        if owner is None:
            owner = _read_any(reader, sentence, word)
        if owner is not None and owner.kind != kind.name:
            return owner
    for word in found.inside:
        name = reader.at.get((sentence.index, word))
        if name is not None and is_state(name.known) and kind.name in ("government", "population", "officials"):
            return _state(reader, name.known[0].row)
    return None


def _owner_named(reader: _Reader, sentence: Sentence, name: NamePhrase) -> Actor | None:
    """Give the actor that a name stands for as an owner; a country's name or adjective means its state."""
    if name.type == PERSON:
        return reader.cast.actors.get(reader.who[name.sentence, name.first])
    if is_state(name.known):
        return _state(reader, name.known[0].row)
    if name.known and name.known[0].use == AREA_USE:
        return None
    if name.known and row_of(name.known[0]).get("row") == "people":
        return _people(reader, name.known[0].row, name.text)
    if name.known or name.type == "organisation":
        return _organisation(reader, name)
    return None


def _owned(reader: _Reader, sentence: Sentence, noun: int, kind: Kind, owner: Actor) -> Actor:
    """Tell who is described as somebody's: the group or government itself, or an actor of its own."""
    many = is_plural(sentence, noun, kind)
    if owner.identity[0] == "row" and owner.row and _is_state_row(owner.row) and kind.of_state == "itself" and many:
        return owner
    if kind.of_state == "itself" and owner.is_person and owner.country and many:
        state = next(
            (a for a in reader.cast.actors.values() if a.country == owner.country and _is_state_actor(a)), None
        )
        if state is not None:
            return state
    if owner.type == "armed_group" and kind.of_group == "itself" and many and not has_other(sentence, noun):
        return owner
    if owner.kind is not None and owner.kind in ("government",) and kind.of_state == "itself":
        return owner
    if (
        kind.name == "population"
        and many
        and _is_state_actor(owner)
        and sentence.words[noun].lemma in ("people", "citizen", "population", "public")
    ):
        return _people(reader, str(owner.row), sentence.words[noun].text)
    single = not many or kind.type == "person"
    what: Identity = ("described", owner.key, sentence.words[noun].lemma.casefold() if single else kind.name)
    actor = reader.cast.actor(what, f"{owner.key} {sentence.words[noun].lemma}", _type(kind, many), owner.country)
    actor.kind, actor.named, actor.many = kind.name, False, many
    if owner.key not in actor.member_of:
        actor.member_of.append(owner.key)
    return actor


def _is_state_row(row: str) -> bool:
    return bool(rows("actors")[row]["row"] == "state")


def _is_state_actor(actor: Actor) -> bool:
    return actor.row is not None and actor.identity[0] == "row" and _is_state_row(actor.row)


def _type(kind: Kind, many: bool) -> str:
    """Give the type of those described: one soldier or rebel is a person."""
    if many or kind.type in ("other", "state") or kind.name in ("government", "ministries", "courts", "parliament"):
        return kind.type if kind.type != "person" else "other"
    return (
        "person" if kind.type in ("person", "security_force", "armed_group", "population", "government") else kind.type
    )


def _unowned(reader: _Reader, sentence: Sentence, noun: int, kind: Kind) -> Actor | None:
    """Tell whom a bare description means: the one of its kind spoken of last, or somebody new."""
    many, det = is_plural(sentence, noun, kind), determiner(sentence, noun)
    lemma = sentence.words[noun].lemma.casefold()
    if (det in POINTING or not det) and det not in OPEN and not has_other(sentence, noun):
        known = reader.memory.latest(sentence, lambda a: _fits(a, kind, many, lemma, det), BARE_REACH)
        if known is not None:
            return known
    if kind.name == "sides":
        return None
    what: Identity = ("described", None, kind.name if many and kind.name in ("forces", "police") else lemma, many)
    actor = reader.cast.actor(what, sentence.words[noun].text, _type(kind, many))
    actor.kind, actor.named, actor.many = kind.name, False, many
    return actor


def _fits(actor: Actor, kind: Kind, many: bool, lemma: str, det: str) -> bool:
    """Tell whether a bare description can mean an actor seen before."""
    if kind.name == "group" or (kind.of_group == "itself" and det and kind.type == "armed_group"):
        return actor.type == "armed_group" and (many or not actor.is_person)
    if kind.name == "government" and det:
        return _is_state_actor(actor) or (actor.kind == "government")
    if kind.name in ("forces", "police", "captives") and many:
        return actor.kind == kind.name and actor.many
    return actor.kind == kind.name and actor.identity[2] in (lemma, kind.name) and bool(det)


# ---------------------------------------------------------------- pronouns


def _read_pronoun(reader: _Reader, sentence: Sentence, pronoun: int) -> None:
    """Set the actor that a pronoun means."""
    text = sentence.words[pronoun].text.casefold()
    actor: Actor | None = None
    if text in PRONOUNS:
        actor = reader.memory.meant_by(sentence, pronoun)
    elif (noun := relative_antecedent(sentence, pronoun)) is not None:
        actor = _read_any(reader, sentence, noun)
    if actor is not None:
        reader.cast.spots[sentence.index, pronoun] = (actor,)
        reader.memory.note(sentence, pronoun, actor)


def _settle_weak(reader: _Reader) -> None:
    """Let a country's name in an open position mean its state too, where the report has that state as an actor."""
    for sentence, word, row in reader.weak:
        actor = reader.cast.actors.get(("row", row))
        if actor is not None and actor.stretches:
            reader.cast.spots.setdefault((sentence, word), (actor,))
