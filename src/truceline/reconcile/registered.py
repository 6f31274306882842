"""Actors of the registry found among those that reports name: by name, or by an office that they held at the time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from truceline.domain.dates import Days
from truceline.domain.mention import ActorMention, Reading
from truceline.domain.registry import Registered
from truceline.reconcile.plain_names import plain_name

ROW = "registry:"
"""Before the name of a registered actor where a mention says which row of the vocabulary it is."""


def with_registered(readings: Sequence[Reading], registry: Sequence[Registered]) -> list[Reading]:
    """Give each mention of a registered actor the registry's name, type and country."""
    if not registry:
        return list(readings)
    return [_read_again(reading, registry) for reading in readings]


def registered_groups(registry: Sequence[Registered]) -> dict[str, tuple[str, ...]]:
    """Give, by row, the rows of the actors that a registered actor belongs to."""
    return {ROW + one.name: tuple(ROW + group for group in one.member_of) for one in registry}


def _read_again(reading: Reading, registry: Sequence[Registered]) -> Reading:
    days = reading.document.published.days
    actors = tuple(_known(mention, days, registry) for mention in reading.actors)
    return reading if actors == reading.actors else replace(reading, actors=actors)


def _known(mention: ActorMention, days: Days, registry: Sequence[Registered]) -> ActorMention:
    found = [one for one in registry if _is_named(mention, one)] or [
        one for one in registry if _holds_office(mention, days, one)
    ]
    if len(found) > 1:
        found = [one for one in found if one.type == mention.type and one.country == mention.country]
    if len(found) != 1:
        return mention  # nobody, or it cannot be told which
    (one,) = found
    return replace(
        mention,
        name=one.name,
        type=one.type or mention.type,
        country=one.country or mention.country,
        named=True,
        vocabulary=ROW + one.name,
    )


def _is_named(mention: ActorMention, one: Registered) -> bool:
    """Tell whether a mention bears one of the names; a person is not the group that it speaks for."""
    if one.type is not None and (one.type == "person") != (mention.type == "person"):
        return False
    names = {plain_name(name) for name in one.names}
    forms = {mention.name, *(q.exact for q in mention.quotes)} if mention.named else {q.exact for q in mention.quotes}
    return any(plain_name(form) in names for form in forms)


def _holds_office(mention: ActorMention, days: Days, one: Registered) -> bool:
    """Tell whether an unnamed bearer of a title is who held it when the report appeared: "the army chief"."""
    if mention.named or mention.type not in ("person", "other"):
        return False
    if mention.country is not None and one.country is not None and mention.country != one.country:
        return False
    forms = {plain_name(q.exact) for q in mention.quotes}
    return any(plain_name(role.title) in forms and role.held_in(days) for role in one.roles)
