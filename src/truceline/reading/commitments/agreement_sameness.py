"""Whether two mentions mean one agreement: by its name, its parties, its kind and where they stand."""

from __future__ import annotations

from dataclasses import dataclass, field

from truceline.domain.dates import When
from truceline.domain.mention import ActorMention
from truceline.reading.commitments.spoken import Spoken
from truceline.reading.scene import Scene
from truceline.vocabulary import rows

SPECIFIC = frozenset(("ceasefire", "pause", "memorandum", "declaration", "statement", "protocol"))
ALIKE = (frozenset(("ceasefire", "pause")), frozenset(("declaration", "statement")))
"""Kinds that may name the same agreement."""
NEAR = 2
"""Sentences within which the same parties hardly make two agreements."""
PLAIN = frozenset((
    "the", "of", "and", "for", "in", "government", "state", "republic", "movement", "rebel", "rebels", "group",
    "groups", "force", "forces", "army", "fighters", "delegation", "delegations", "leaders", "former", "federal",
))  # fmt: skip
"""Words of an actor's name that others have too."""
STATES = ("state", "government")


@dataclass
class Told:
    """What is known so far of one agreement of the report."""

    mentions: list[Spoken] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    parties: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    """Persons who made it and whose side the report does not tell."""
    kinds: set[str] = field(default_factory=set)
    statuses: list[str] = field(default_factory=list)
    ahead: bool = False
    dates: list[When] = field(default_factory=list)
    """Days of its making, as told beside its mentions."""
    news: When | None = None
    """The last weeks, where the report tells its making as news and without a day."""
    guessed: bool = False


def may_be_of(agreement: Told, made: When | None) -> bool:
    """Tell whether an agreement may have been made on a day."""
    known = agreement.dates or ([agreement.news] if agreement.news else [])
    return made is None or not known or any(made.days.meets(d.days) for d in known)


def continued_by(scene: Scene, found: list[Told], spoken: Spoken, parties: tuple[str, ...]) -> Told | None:
    """Find the agreement that a mention continues: by name, by parties, else the one spoken of last."""
    actors = {a.key: a for a in scene.actors.mentions}
    fitting = [(_likeness(actors, a, spoken, parties), i) for i, a in enumerate(found)
               if _fits(actors, a, spoken, parties)]  # fmt: skip
    if not fitting:
        return None
    score, best = max(fitting)
    anaphoric = spoken.definite or bool(spoken.names) or _only_one(found, spoken, parties)
    return found[best] if score >= 2 or (anaphoric and not spoken.apart) else None


def _only_one(found: list[Told], spoken: Spoken, parties: tuple[str, ...]) -> bool:
    """Tell whether a mention can hardly mean another agreement than the only one so far."""
    return len(found) == 1 and not spoken.generic and (not parties or not found[0].parties)


def _alike(one: ActorMention | None, other: ActorMention | None) -> bool:
    """Tell whether two parties of one report may be one: "Renamo" and "the rebel movement Renamo"."""
    if one is None or other is None or one.key == other.key:
        return one is not None and other is not None
    a, b = ({w for w in x.name.lower().replace("-", " ").split() if w not in PLAIN} for x in (one, other))
    if a and b and (a <= b or b <= a) and one.named and other.named:
        return True
    known = None not in (one.country, other.country)
    if one.type in STATES and other.type in STATES:
        return one.country == other.country if known else not (one.named and other.named)
    groups = one.type == other.type == "armed_group" and not (one.named and other.named)
    return groups and (not known or one.country == other.country)


def _shared(actors: dict[str, ActorMention], some: tuple[str, ...], others: tuple[str, ...]) -> int:
    """Count the parties that have their like among others."""
    return sum(any(k == o or _alike(actors.get(k), actors.get(o)) for o in others) for k in some)


def _fits(actors: dict[str, ActorMention], agreement: Told, spoken: Spoken, parties: tuple[str, ...]) -> bool:
    """Tell whether nothing speaks against a mention meaning an agreement."""
    within = _shared(actors, parties, agreement.parties) == len(parties)
    around = _shared(actors, agreement.parties, parties) == len(agreement.parties)
    if all(any(k in actors and actors[k].named for k in some) for some in (parties, agreement.parties)) and not (
        within or around
    ):
        return False  # where one of them names nobody, "three parties and an alliance", they may be the same
    gap = spoken.sentence.index - agreement.mentions[-1].sentence.index
    made_again = len(parties) > 1 and within and around and 0 < gap <= NEAR and not agreement.ahead
    if not _of_kind(agreement, spoken) and not (made_again and (spoken.definite or _plain(agreement, spoken))):
        return False
    if _serves(agreement, spoken) or (spoken.apart and not any(m.apart for m in agreement.mentions)):
        return False
    other = {n for m in agreement.mentions if m.titled == spoken.titled for n in m.names} - kind_words()
    return not (spoken.names - kind_words() and other and not spoken.names & agreement.names) or len(parties) > 1


def _of_kind(agreement: Told, spoken: Spoken) -> bool:
    """Tell whether what is spoken of may be an agreement by its sort: a truce is no memorandum."""
    alike = {spoken.kind, *next((kinds for kinds in ALIKE if spoken.kind in kinds), ())}
    if not alike & agreement.kinds and (
        spoken.kind in SPECIFIC or (agreement.kinds <= SPECIFIC and not spoken.definite)
    ):
        return False
    sent = (
        spoken.kind == "plan" and spoken.sentence.children(spoken.head, "acl:relcl") and "plan" not in agreement.kinds
    )
    if sent:
        return False  # "under the plan that the envoy sent": a paper of somebody else
    return not (spoken.kind == "plan" and agreement.kinds <= {"memorandum", "protocol", "declaration", "statement"})


def _plain(agreement: Told, spoken: Spoken) -> bool:
    """Tell whether one of the two is only called an agreement, of whatever sort."""
    return spoken.kind == "agreement" or agreement.kinds == {"agreement"}


def _serves(agreement: Told, spoken: Spoken) -> bool:
    """Read "a new agreement for the peace agreement": two agreements in one phrase."""
    last = agreement.mentions[-1]
    if last.sentence.index != spoken.sentence.index or {last.kind, spoken.kind} != {"agreement"}:
        return False
    word = spoken.sentence.words[spoken.head]
    return word.relation == "nmod" and last.first <= word.head <= last.last


def kind_words() -> frozenset[str]:
    """Give the words for sorts of agreements, which tell no agreement from another."""
    return frozenset(noun for row in rows("agreements").values() for noun in row.get("nouns", ()))


def _likeness(actors: dict[str, ActorMention], agreement: Told, spoken: Spoken, parties: tuple[str, ...]) -> float:
    """Weigh what speaks for a mention meaning an agreement."""
    named = 3.0 if spoken.names & agreement.names else 0.0
    shared = _shared(actors, parties, agreement.parties)
    whole = bool(parties) and shared == len(parties)
    party = 2.0 if whole else float(shared)
    gap = spoken.sentence.index - agreement.mentions[-1].sentence.index
    recent = 1.0 if gap <= 1 else 0.5 if gap <= 3 else 0.0
    aside = 2.0 if not spoken.apart and any(m.apart for m in agreement.mentions) and (gap > 1 or spoken.names) else 0.0
    return named + party + recent + min(len(agreement.mentions), 9) / 10 - aside
