"""The country of actors of whom the report tells none: that of its setting, unless something says they are foreign."""

from __future__ import annotations

from functools import lru_cache

from truceline.gazetteer.spelling import place_key
from truceline.reading.actors.actor_cast import Actor
from truceline.reading.actors.actor_reading import ActorReading
from truceline.reading.actors.known_names import word_set
from truceline.vocabulary import rows

SURE = 0.5
"""Share of a report's names from which on a person of whom nothing is told is taken to be from its country."""
FOREIGN = word_set(
    "diplomat envoy ambassador mediator observer facilitator representative western foreign u.n. un "
    "secretary-general rapporteur"
)
"""Words of titles whose bearers come from elsewhere."""
OF_A_LAND = word_set(
    "National Nationalist Supreme People's People’s Ministry Department Court Party Front Congress Parliament Assembly "
    "Senate Army Police Province Provincial Democratic Revolutionary Liberation Patriotic Resistance Salvation Central"
)
"""Words in names of bodies that belong to one country."""
OF_MANY_LANDS = word_set(
    "International World Global United Nations African European Arab Union Asian American Pan Atlantic Commonwealth "
    "Borders Frontiers Inter Intergovernmental Regional Islamic Red Medical Oxfam Amnesty Human Watch"
)
"""Words in names of bodies that are at home in many."""


def settle_countries(reading: ActorReading) -> None:
    """Give those of whom no country is told their own where they are known, else the one that the report is about."""
    for actor in reading.cast.actors.values():
        if actor.is_person and actor.country is None and actor.names:
            actor.guessed_country = _leaders().get(place_key(max(actor.names, key=len)), actor.guessed_country)
    if reading.scene_country is None or reading.scene_share < SURE:
        return
    for actor in reading.cast.actors.values():
        if actor.country is None and actor.guessed_country is None and actor.named and _is_local(actor):
            actor.guessed_country = reading.scene_country


@lru_cache(maxsize=1)
def _leaders() -> dict[str, str]:
    """Give the country of every leader of the vocabulary, by the letters of the name."""
    return {place_key(name): row["country"] for row in rows("leaders").values() for name in row["names"]}


def _is_local(actor: Actor) -> bool:
    if actor.row is not None or actor.member_of:
        return False
    if actor.is_person:
        return not any(FOREIGN & set(title.casefold().split()) for title in actor.titles)
    words = {word for name in actor.names for word in name.replace("-", " ").split()}
    return not words & OF_MANY_LANDS and (actor.type == "armed_group" or bool(words & OF_A_LAND))
