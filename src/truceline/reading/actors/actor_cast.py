"""The actors of a report while it is being read: who they are, where they stand, who was named last."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field

from truceline.domain.mention import ActorMention, Title
from truceline.reading.scene import Spot, Text
from truceline.vocabulary import rows

Identity = tuple[object, ...]
"""What makes two mentions one actor: a vocabulary row, a person's number, a description with its owner."""

_COUNTED = re.compile(
    r"\d|^(?:wounded|killed|dead|estimated|including|own|some|many|several|dozens|hundreds|"
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty)\b",
    re.I,
)
"""What does not belong to the words for somebody: a number, what was done to them."""
_GOES_ON = re.compile(r"\w (?:in|on|at|against|from|with|for|to|by|near|including|who|that|and)\b", re.I)
"""A description that goes on behind its noun: "fighters from the north"."""


@dataclass
class Actor:
    """One actor with its mentions so far."""

    key: str
    identity: Identity
    type: str
    country: str | None = None
    row: str | None = None
    kind: str | None = None
    """The kind of description, None for names."""
    named: bool = True
    many: bool = False
    """They, rather than he, she or it."""
    gender: str | None = None
    guessed_country: str | None = None
    """The country that a title suggests; taken where nothing better is told."""
    member_of: list[str] = field(default_factory=list)
    stretches: list[tuple[int, int, int]] = field(default_factory=list)
    """Sentence, first and last word of every quote."""
    asides: list[tuple[int, int, int]] = field(default_factory=list)
    """Places where the name only describes another ("UN envoy"): they make no actor by themselves."""
    words: set[str] = field(default_factory=set)
    """Nouns that describe it, by lemma."""
    names: list[str] = field(default_factory=list)
    """Proper forms, as printed."""
    titles: dict[str, list[tuple[int, int, int]]] = field(default_factory=dict)

    @property
    def is_person(self) -> bool:
        """Tell whether it is one human being."""
        return self.type == "person"

    @property
    def sector(self) -> str | None:
        """Give the PLOVER sector of its vocabulary row, None where it has none."""
        return rows("actors")[self.row].get("sector") if self.row is not None else None


@dataclass
class Cast:
    """All actors of a report, and who is meant at which word."""

    text: Text
    actors: dict[Identity, Actor] = field(default_factory=dict)
    spots: dict[Spot, tuple[Actor, ...]] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)

    def actor(self, identity: Identity, name: str, type_: str, country: str | None = None) -> Actor:
        """Give the actor of an identity, a new one under a key made from its name if need be."""
        found = self.actors.get(identity)
        if found is None:
            found = Actor(self._key(name), identity, type_, country)
            self.actors[identity] = found
        return found

    def _key(self, name: str) -> str:
        plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
        slug = "-".join(re.sub(r"[^a-z0-9]+", "-", plain).strip("-").split("-")[:8]) or "actor"
        key, n = slug, 2
        while key in self.taken:
            key, n = f"{slug}-{n}", n + 1
        self.taken.add(key)
        return key

    def quote(self, actor: Actor, sentence: int, first: int, last: int, *, aside: bool = False) -> None:
        """Note a place where an actor is named or described."""
        found = actor.asides if aside else actor.stretches
        if (sentence, first, last) not in found:
            found.append((sentence, first, last))

    def settle(self) -> None:
        """Let asides count where an actor stands for itself elsewhere, and guesses where nothing better is told."""
        for actor in self.actors.values():
            if actor.stretches or len(actor.asides) > 2:
                actor.stretches = sorted({*actor.stretches, *actor.asides})
            actor.country = actor.country or actor.guessed_country

    def at(self, sentence: int, word: int) -> Actor | None:
        """Give the first actor meant at a word."""
        meant = self.spots.get((sentence, word))
        return meant[0] if meant else None

    def mentions(self) -> tuple[ActorMention, ...]:
        """Give the actors that are quoted somewhere, in the order of their first words."""
        quoted = sorted((a for a in self.actors.values() if a.stretches), key=lambda a: (min(a.stretches), a.key))
        keys = {a.key for a in quoted}
        return tuple(self._mention(a, keys) for a in quoted)

    def _mention(self, actor: Actor, keys: set[str]) -> ActorMention:
        quotes = tuple(self.text.quote(*s) for s in sorted(actor.stretches))
        titles = tuple(
            Title(title, tuple(self.text.quote(*s) for s in sorted(found))) for title, found in actor.titles.items()
        )
        name = _named_as(actor) if actor.names else described_as([q.exact for q in quotes])
        members = tuple(dict.fromkeys(m for m in actor.member_of if m in keys and m != actor.key))
        return ActorMention(actor.key, name, actor.type, actor.country, members, titles, quotes, actor.named, actor.row)


def _named_as(actor: Actor) -> str:
    """Choose the name under which an actor is shown: the fullest, but a state's as it is mostly printed."""
    if actor.row is not None and rows("actors")[actor.row]["row"] == "state":
        told = Counter(actor.names)
        return max(actor.names, key=lambda name: (told[name], len(name)))
    return max(actor.names, key=len)


def described_as(quotes: list[str]) -> str:
    """Choose the words under which an actor without a name is shown: the fullest that neither count nor go on."""
    plain = [q for q in quotes if not _COUNTED.search(q)] or quotes
    short = [q for q in plain if not _GOES_ON.search(q)] or plain
    return max(short, key=lambda q: (len(q), q))
