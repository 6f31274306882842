"""Actors that a person brings along: their names, what they are, and which offices they held from when to when."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from truceline.domain.dates import Days
from truceline.errors import BadArgument

TYPES = (
    "person", "state", "government", "armed_group", "security_force", "organisation", "alliance", "population", "other",
)  # fmt: skip
_KEYS = frozenset({"name", "aliases", "type", "country", "member_of", "roles"})


@dataclass(frozen=True, slots=True)
class Office:
    """A title somebody holds for a time; None for an end that is open."""

    title: str
    since: date | None = None
    until: date | None = None

    def held_in(self, days: Days) -> bool:
        """Tell whether it was held on all days that are meant; of unknown days nothing is known."""
        if days.earliest is None or days.latest is None:
            return False
        return (self.since is None or self.since <= days.earliest) and (self.until is None or days.latest <= self.until)


@dataclass(frozen=True, slots=True)
class Registered:
    """One actor of the registry."""

    name: str
    aliases: tuple[str, ...] = ()
    type: str | None = None
    country: str | None = None
    """ISO 3166-1 alpha-3."""
    member_of: tuple[str, ...] = ()
    """Names of other actors of the registry."""
    roles: tuple[Office, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Give all names, the first one first."""
        return (self.name, *self.aliases)


def read_registry(text: str, source: str) -> tuple[Registered, ...]:
    """Read a registry (TOML, one `[[actor]]` block each); raise BadArgument with one sentence on what is wrong."""
    try:
        blocks = tomllib.loads(text).get("actor", [])
    except tomllib.TOMLDecodeError as error:
        raise BadArgument(f"{source} is no registry: {error}.") from error
    if not isinstance(blocks, list) or not all(isinstance(block, Mapping) for block in blocks):
        raise BadArgument(f"{source} is no registry: each actor needs a block that begins with [[actor]].")
    found = tuple(_actor(block, f"{source}, actor {number}") for number, block in enumerate(blocks, 1))
    names = [one.name for one in found]
    for one in found:
        if names.count(one.name) > 1:
            raise BadArgument(f"{source} has two actors with the name {one.name!r}.")
        if unknown := next((group for group in one.member_of if group not in names), None):
            raise BadArgument(f"{source}: {one.name!r} is a member of {unknown!r}, which has no block.")
    return found


def _actor(block: Mapping[str, Any], place: str) -> Registered:
    if extra := sorted(set(block) - _KEYS):
        raise BadArgument(f"{place} has {extra[0]!r}; known are {', '.join(sorted(_KEYS))}.")
    name, type_, country = block.get("name"), block.get("type"), block.get("country")
    if not isinstance(name, str) or not name.strip():
        raise BadArgument(f"{place} has no name.")
    if type_ is not None and type_ not in TYPES:
        raise BadArgument(f"{place} has the type {type_!r}; known are {', '.join(TYPES)}.")
    if country is not None and not (isinstance(country, str) and len(country) == 3 and country.isupper()):
        raise BadArgument(f"{place} has the country {country!r}; write three capital letters, as KEN.")
    roles = block.get("roles", [])
    if not isinstance(roles, list) or not all(isinstance(role, Mapping) and "title" in role for role in roles):
        raise BadArgument(f"{place} has a role without a title.")
    return Registered(
        name.strip(),
        _texts(block, "aliases", place),
        type_,
        country,
        _texts(block, "member_of", place),
        tuple(_office(role, place) for role in roles),
    )


def _texts(block: Mapping[str, Any], key: str, place: str) -> tuple[str, ...]:
    value = block.get(key, [])
    if not isinstance(value, list) or not all(isinstance(one, str) and one.strip() for one in value):
        raise BadArgument(f"{place}: {key} must be a list of names.")
    return tuple(one.strip() for one in value)


def _office(role: Mapping[str, Any], place: str) -> Office:
    since, until = role.get("since"), role.get("until")
    for day in (since, until):
        if day is not None and type(day) is not date:
            raise BadArgument(f"{place}: {day!r} is not a day; write it as 2020-03-05, without quotes.")
    return Office(str(role["title"]), since, until)
