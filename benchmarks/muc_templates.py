"""Events of a reading as incident templates of MUC-4: which are incidents, which are one, and what fills the slots."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache

from benchmarks.muc_texts import MONTHS

from truceline.domain.amounts import Amount
from truceline.domain.mention import ActorMention, EventMention, PlaceMention, Reading
from truceline.domain.number_words import ONES, TENS
from truceline.vocabulary import rows

COUNTRIES = ("SLV", "GTM", "HND", "ARG", "BOL", "CHL", "COL", "ECU", "PER")
"""The countries that the task asks about."""
TYPES_BY_PREDICATE = {
    "burn": "ARSON", "torch": "ARSON", "arson": "ARSON", "fire_set": "ARSON", "bomb": "BOMBING", "bombing": "BOMBING",
    "explode": "BOMBING", "explosion": "BOMBING", "blast": "BOMBING", "dynamite": "BOMBING", "blow": "BOMBING",
    "detonate": "BOMBING", "detonation": "BOMBING", "kidnap": "KIDNAPPING", "kidnapping": "KIDNAPPING",
    "abduct": "KIDNAPPING", "abduction": "KIDNAPPING", "rob": "ROBBERY", "robbery": "ROBBERY", "steal": "ROBBERY",
    "theft": "ROBBERY", "loot": "ROBBERY", "hijack": "HIJACKING", "hijacking": "HIJACKING",
}  # fmt: skip
TYPES_BY_MODE = {"abduct": "KIDNAPPING", "explosives": "BOMBING", "suicide-attack": "BOMBING"}
TOLD = ("occurred", "ongoing", "alleged")
FORCES = ("security_force", "armed_group", "state", "government", "alliance")
ATTACKERS = ("security_force", "armed_group", "government", "state", "other", "person", "organisation")
PLACE_KINDS = {"city": "CITY", "province": "DEPARTMENT", "district": "TOWN"}
RECENT = timedelta(days=60)
COUNT_BEFORE = re.compile(r"([\w-]+)\s+$")
PEOPLE = ("person", "population", "security_force", "armed_group", "other")


@dataclass
class Target:
    """People that an incident was done to: a name or a description, and how many."""

    words: str
    named: bool
    number: str
    title: str = ""


@dataclass
class Incident:
    """One template of ours."""

    type: str
    told_date: str
    days: tuple[date | None, date | None]
    place: str
    country: str
    location: str
    category: str
    perpetrators: list[str] = field(default_factory=list)
    organisations: list[str] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)


def incidents(reading: Reading, sent: date | None, dateline: str | None) -> list[Incident]:
    """Give the incidents of a reading, one for each type, day, place and perpetrator."""
    found: list[Incident] = []
    actors = {actor.key: actor for actor in reading.actors}
    places = {place.key: place for place in reading.places}
    for event in reading.events:
        if not _asked_for(event, actors, sent):
            continue
        incident = _incident(event, reading, actors, places, sent, dateline)
        if incident.country not in _names_of_asked() and incident.country:
            continue
        earlier = next((other for other in found if _same(other, incident)), None)
        if earlier is None:
            found.append(incident)
        else:
            _join(earlier, incident)
    return [incident for incident in found if _specific(incident)]


def _specific(incident: Incident) -> bool:
    """Tell whether an incident names a target, or at least what was done, where or by whom: no talk of attacks."""
    placed = bool(incident.place) and incident.days[0] is not None
    return bool(incident.targets) or placed or incident.type != "ATTACK"


def _asked_for(event: EventMention, actors: dict[str, ActorMention], sent: date | None) -> bool:
    """Tell whether an event is violence, told as done, not long ago, and no fight between forces."""
    violent = event.type == "ASSAULT" or event.predicate in TYPES_BY_PREDICATE
    if not violent or event.status not in TOLD:
        return False
    latest = event.when.days.latest
    earliest = event.when.days.earliest
    if sent and ((latest and latest < sent - RECENT) or (earliest and earliest < sent - RECENT)):
        return False
    done_to = [actors[key] for key in event.recipients if key in actors]
    doers = [actors[key] for key in event.actors if key in actors]
    if done_to and all(_is_fighter(actor) for actor in done_to):
        return False
    return not (not done_to and doers and event.predicate in ("clash", "fight", "fighting", "combat", "battle"))


def _is_fighter(actor: ActorMention) -> bool:
    """Tell whether somebody is of an army, a police or an armed group, and still in it."""
    if actor.type in ("armed_group", "security_force"):
        return True
    titles = [title.title.lower() for title in actor.titles]
    if any(word in title for title in titles for word in ("former", "retired")):
        return False
    words = {word for title in titles for word in title.split()}
    return bool(words & _military()) or (not actor.named and bool({*actor.name.lower().split()} & _military()))


@lru_cache(maxsize=1)
def _military() -> frozenset[str]:
    ranks = [word.lower() for row in rows("titles").values() if row.get("sector") == "MIL" for word in row["words"]]
    return frozenset(ranks) | {"soldier", "soldiers", "policeman", "policemen"}


def _incident(
    event: EventMention, reading: Reading, actors: dict[str, ActorMention], places: dict[str, PlaceMention],
    sent: date | None, dateline: str | None,
) -> Incident:  # fmt: skip
    days = (event.when.days.earliest, event.when.days.latest)
    place = places.get(event.place or "")
    country = (place.country if place else None) or dateline or ""
    doers = [actors[key] for key in event.actors if key in actors and actors[key].type in ATTACKERS]
    incident = Incident(
        _type_of(event), _date(days, sent), days, place.name if place else "", _country_name(country),
        _location(place, country), _category(doers),
    )  # fmt: skip
    for actor in doers:
        _add_doer(incident, event, actor, actors)
    incident.targets = _targets(event, reading, actors)
    return incident


def _add_doer(incident: Incident, event: EventMention, actor: ActorMention, actors: dict[str, ActorMention]) -> None:
    """Give a body its own slot; what the event calls its people, and persons, are perpetrators."""
    bodies = [actor] if actor.named and actor.type != "person" else []
    bodies += [actors[key] for key in actor.member_of if key in actors and actors[key].type in ("armed_group",)]
    incident.organisations += [body.name for body in bodies if body.name not in incident.organisations]
    told = [q.exact for q in actor.quotes if any(e.start <= q.start < e.end for e in event.quotes)]
    described = [words for words in told if words.split()[-1].islower()]
    if not actor.named:
        described = described or [actor.quotes[0].exact]
    elif actor.type == "person":
        described = [actor.name]
    if described:
        incident.perpetrators.append(max(described, key=len))


def _type_of(event: EventMention) -> str:
    return TYPES_BY_PREDICATE.get(event.predicate) or TYPES_BY_MODE.get(event.mode or "") or "ATTACK"


def _date(days: tuple[date | None, date | None], sent: date | None) -> str:
    first, last = days[0], days[1] or sent
    if last is None:
        return ""
    if first is None:
        return f"- {_day(last)}"
    return _day(first) if first == last else f"{_day(first)} - {_day(last)}"


def _day(day: date) -> str:
    return f"{day:%d} {MONTHS[day.month - 1]} {day:%y}"


@lru_cache(maxsize=1)
def _country_names() -> dict[str, str]:
    return {
        row["country"]: row["names"][0].upper() for row in rows("actors").values()
        if row.get("row") == "state" and row.get("country") and row.get("names")
    }  # fmt: skip


def _country_name(code: str) -> str:
    return _country_names().get(code, code)


@lru_cache(maxsize=1)
def _names_of_asked() -> frozenset[str]:
    return frozenset(_country_name(code) for code in COUNTRIES)


def _location(place: PlaceMention | None, country: str) -> str:
    name = _country_name(country)
    if place is None or place.type == "country":
        return name
    plain = place.name.replace('"', "").strip()
    plain = re.sub(r" (department|province|municipality|district|farm|neighborhood)$", "", plain, flags=re.IGNORECASE)
    return f"{name}: {plain.upper()} ({PLACE_KINDS.get(place.type, 'OTHER')})"


def _category(doers: list[ActorMention]) -> str:
    if any(actor.type in ("security_force", "government", "state") for actor in doers):
        return "STATE-SPONSORED VIOLENCE"
    return "TERRORIST ACT" if doers else ""


def _targets(event: EventMention, reading: Reading, actors: dict[str, ActorMention]) -> list[Target]:
    text, found = reading.document.text, []
    counted = [amount for amount in (event.fatalities, event.injured) if amount is not None]
    for key in event.recipients:
        actor = actors.get(key)
        if actor is None or actor.type not in PEOPLE:
            continue
        quotes = [q for q in actor.quotes if any(e.start <= q.start < e.end for e in event.quotes)] or actor.quotes
        longest = max(quotes, key=lambda quote: quote.end - quote.start)
        if actor.named and actor.type == "person":
            found.append(Target(actor.name, True, "1", actor.titles[0].title if actor.titles else ""))
            continue
        amount = next((a for a in counted if a.start < longest.end and longest.start < a.end), None)
        counted = [other for other in counted if other is not amount]
        number = _number(amount) if amount else _number_before(text, longest.start, longest.exact)
        found.append(Target(_without_count(longest.exact), False, number))
    for amount in counted:
        words = _without_count(amount.text)
        if set(words.lower().split()) & _military():
            continue
        if not any(target.words.lower() == words.lower() for target in found) and words:
            found.append(Target(words, False, _number(amount)))
    return found


def _number(amount: Amount) -> str:
    """Write an amount as the key does: 7, ~7, 5-8 or 6-."""
    if amount.relation == "exact" and amount.best is not None:
        return str(amount.best)
    if amount.low is not None and amount.high is not None:
        return f"{amount.low}-{amount.high}"
    if amount.low is not None:
        return f"{amount.low}-"
    value = amount.best if amount.best is not None else amount.high
    return f"~{value}" if value is not None else "PLURAL"


def _number_before(text: str, start: int, words: str) -> str:
    counts = ONES | TENS
    before = COUNT_BEFORE.search(text[:start])
    for word in (words.split()[0].lower(), before[1].lower() if before else ""):
        if word in counts or word.isdigit():
            return str(counts.get(word, word))
    return "PLURAL" if words.lower().endswith(("s", "men", "people", "children", "women")) else "1"


def _without_count(words: str) -> str:
    kept = words.split()
    skipped = {
        *ONES,
        *TENS,
        "about",
        "some",
        "at",
        "least",
        "over",
        "nearly",
        "a",
        "an",
        "the",
        "other",
        "more",
        "than",
    }
    while kept and (kept[0].lower() in skipped or kept[0][0].isdigit()):
        kept = kept[1:]
    return " ".join(kept)


def _same(left: Incident, right: Incident) -> bool:
    """Tell whether two are one incident: type, days, place and doers agree as far as both are told."""
    types = left.type == right.type or "ATTACK" in (left.type, right.type)
    days = left.days == right.days or None in (left.days[0], right.days[0])
    places = not left.place or not right.place or left.place == right.place
    ours, theirs = ({*i.perpetrators, *i.organisations} for i in (left, right))
    return types and days and places and (not ours or not theirs or bool(ours & theirs))


def _join(kept: Incident, more: Incident) -> None:
    if kept.type == "ATTACK":
        kept.type = more.type
    if kept.days[0] is None and more.days[0] is not None:
        kept.days, kept.told_date = more.days, more.told_date
    if not kept.place and more.place:
        kept.place, kept.location, kept.country = more.place, more.location, more.country
    kept.category = kept.category or more.category
    kept.perpetrators += [name for name in more.perpetrators if name not in kept.perpetrators]
    kept.organisations += [name for name in more.organisations if name not in kept.organisations]
    known = {target.words.lower() for target in kept.targets}
    kept.targets += [target for target in more.targets if target.words.lower() not in known]
