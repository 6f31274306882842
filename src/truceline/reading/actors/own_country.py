"""The country of actors of whom the report tells none: that of its setting, unless something says they are foreign."""

from __future__ import annotations

from truceline.reading.actors.actor_cast import Actor
from truceline.reading.actors.actor_reading import ActorReading
from truceline.reading.actors.known_names import word_set

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
    """Give those of whom no country is told the one that the report is about."""
    if reading.scene_country is None or reading.scene_share < SURE:
        return
    for actor in reading.cast.actors.values():
        if actor.country is None and actor.guessed_country is None and actor.named and _is_local(actor):
            actor.guessed_country = reading.scene_country


def _is_local(actor: Actor) -> bool:
    if actor.row is not None or actor.member_of:
        return False
    if actor.is_person:
        return not any(FOREIGN & set(title.casefold().split()) for title in actor.titles)
    words = {word for name in actor.names for word in name.replace("-", " ").split()}
    return not words & OF_MANY_LANDS and (actor.type == "armed_group" or bool(words & OF_A_LAND))
