"""Fields of items as a person types them: names, days and amounts in words, and back into what the record holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from truceline.domain.amounts import Amount
from truceline.domain.coding import encode
from truceline.domain.dates import UNKNOWN_DAYS, Days, When
from truceline.domain.document import Quote
from truceline.domain.mention import DEADLINE_RULES, Deadline
from truceline.errors import BadArgument
from truceline.reconcile.attached import amount_in
from truceline.views.catalog import Catalog, shown_amount

Shown = Callable[[Catalog, Any], str]
Typed = Callable[[Catalog, Any, str], Any]
"""Makes the value of the record from the value that was there and what was typed."""


@dataclass(frozen=True, slots=True)
class Sort:
    """How a field is shown for typing, and what is typed becomes a value."""

    shown: Shown
    typed: Typed
    hint: str = ""
    names: str = ""
    """Names that are offered: actors or places."""


def _words(catalog: Catalog, value: Any) -> str:
    return "" if value is None else str(value)


def _as_typed(catalog: Catalog, was: Any, text: str) -> Any:
    return text or None


def _people(catalog: Catalog, ids: Any) -> str:
    return "; ".join(catalog.names(ids))


def _typed_people(catalog: Catalog, was: Any, text: str) -> list[str]:
    names = [name for part in text.split(";") if (name := " ".join(part.split()))]
    return list(dict.fromkeys(_called(catalog.items.actors, name, was, "actor") for name in names))


def _one(catalog: Catalog, id: Any) -> str:
    return catalog.name(id) or ""


def _typed_one(catalog: Catalog, was: Any, text: str) -> str | None:
    return _called(catalog.items.actors, " ".join(text.split()), (was,), "actor") if text.strip() else None


def _typed_place(catalog: Catalog, was: Any, text: str) -> str | None:
    return _called(catalog.items.places, " ".join(text.split()), (was,), "place") if text.strip() else None


def _called(items: Iterable[Any], name: str, was: Iterable[Any], kind: str) -> str:
    """The id of a name: of those that were there, else of the one that is named most often."""
    wanted = name.casefold()
    alike = [i for i in items if wanted in (i.name.casefold(), i.id)]
    alike = alike or [i for i in items if any(n.text.casefold() == wanted for n in i.names)]
    if not alike:
        raise BadArgument(f"The record has no {kind} called “{name}”; choose one of the names that are offered.")
    before = set(was)
    return str(max(alike, key=lambda i: (i.id in before, sum(n.count for n in i.names), i.id)).id)


def _days(catalog: Catalog, value: Any) -> str:
    days = value.days if value is not None else UNKNOWN_DAYS
    if days.earliest == days.latest:
        return str(days.earliest or "")
    return f"{days.earliest or ''} to {days.latest or ''}".strip() if days.latest else f"from {days.earliest}"


_DAY = r"\d{4}-\d{2}-\d{2}"


def days_in(text: str) -> Days:
    """Read days: 2012-05-31, 2012-05-01 to 2012-05-31, from or to a day, a month as 2012-05; empty is unknown."""
    found = re.findall(_DAY, text)
    try:
        if re.fullmatch(rf"\s*{_DAY}\s*", text):
            return Days.on(found[0])
        if re.fullmatch(rf"\s*(?:from\s*)?{_DAY}\s*(?:to|until|-|–)\s*{_DAY}\s*", text):
            return Days.between(*found)
        if re.fullmatch(rf"\s*(?:from|since|after)\s*{_DAY}\s*", text):
            return Days.between(found[0], None)
        if re.fullmatch(rf"\s*(?:to|until|by|before)\s*{_DAY}\s*", text):
            return Days.between(None, found[0])
        if month := re.fullmatch(r"\s*(\d{4})-(\d{2})\s*", text):
            return _month(int(month[1]), int(month[2]))
    except ValueError as error:
        raise BadArgument(f"“{text}” are no days in order.") from error
    if text.strip():
        raise BadArgument(
            "Write days as 2012-05-31, 2012-05-01 to 2012-05-31, from 2012-05-01, until 2012-05-31 or 2012-05."
        )
    return UNKNOWN_DAYS


def _month(year: int, month: int) -> Days:
    after = date(year + month // 12, month % 12 + 1, 1)
    return Days(date(year, month, 1), date.fromordinal(after.toordinal() - 1))


def _typed_when(catalog: Catalog, was: Any, text: str) -> Any:
    return encode(
        replace(was or When(None, UNKNOWN_DAYS), days=days_in(text), basis="stated" if text.strip() else "unknown")
    )


def _typed_deadline(catalog: Catalog, was: Any, text: str) -> Any:
    """The days of a deadline; its words and its rule stay, but one without a day is fixed from now on."""
    days = days_in(text)
    if was is None or was.rule == "none":
        return encode(Deadline(was.text if was else "", "fixed", None, days)) if days.known else encode(was)
    assert was.rule in DEADLINE_RULES
    return encode(replace(was, days=days))


def _amount(catalog: Catalog, value: Any) -> str:
    return shown_amount(value)


def _typed_amount(catalog: Catalog, was: Any, text: str) -> Any:
    """An amount in words; where it stands in the report stays."""
    if not text.strip():
        return None
    found = amount_in(Quote("", 0, len(text), text))
    if found is None:
        raise BadArgument(f"“{text}” is no amount; write it as 40, about 40, at least 40, up to 40 or 40 to 60.")
    old = was or Amount(text, 0, 0, "exact", None, None, None)
    return encode(replace(old, relation=found.relation, low=found.low, best=found.best, high=found.high))


WORDS = Sort(_words, _as_typed)
PEOPLE = Sort(_people, _typed_people, "names, separated by ;", "actors")
ACTOR = Sort(_one, _typed_one, "a name", "actors")
PLACE = Sort(_one, _typed_place, "a name", "places")
WHEN = Sort(_days, _typed_when, "2012-05-31, or 2012-05-01 to 2012-05-31")
DEADLINE = Sort(_days, _typed_deadline, "2012-05-31, or 2012-05-01 to 2012-05-31")
AMOUNT = Sort(_amount, _typed_amount, "40, about 40, at least 40, 40 to 60")

FIELDS: Mapping[str, Mapping[str, Sort]] = {
    "event": {
        "summary": WORDS, "type": WORDS, "status": WORDS, "actors": PEOPLE, "recipients": PEOPLE, "place": PLACE,
        "date": WHEN, "fatalities": AMOUNT, "injured": AMOUNT,
    },
    "figure": {"measure": WORDS, "amount": AMOUNT, "of": ACTOR, "where": PLACE, "as_of": WHEN},
    "statement": {"speakers": PEOPLE, "stance": WORDS, "date": WHEN},
    "agreement": {"name": WORDS, "status": WORDS, "parties": PEOPLE, "date": WHEN, "place": PLACE},
    "commitment": {
        "action": WORDS, "class": WORDS, "obligors": PEOPLE, "beneficiaries": PEOPLE, "deadline": DEADLINE,
        "condition": WORDS, "amount": AMOUNT,
    },
    "wording": {"class": WORDS, "voice": ACTOR},
}  # fmt: skip
"""Fields that can be corrected where an item is reviewed. Add a field: one entry here."""
SAYS = {
    "actors": "who", "recipients": "to whom", "place": "where", "date": "when", "fatalities": "killed",
    "of": "of whom", "as_of": "as of", "obligors": "obliged", "beneficiaries": "towards", "deadline": "by when",
    "voice": "in whose words",
}  # fmt: skip
"""Names of fields in plain words, where they are others."""


@dataclass(frozen=True, slots=True)
class Editable:
    """A field with its value, as it is typed."""

    name: str
    says: str
    value: str
    hint: str
    names: str


def editable(catalog: Catalog, item: Any) -> tuple[Editable, ...]:
    """Give the fields of an item that can be corrected."""
    return tuple(
        Editable(name, SAYS.get(name, name), sort.shown(catalog, _value(item, name)), sort.hint, sort.names)
        for name, sort in FIELDS.get(item.KIND, {}).items()
    )


def corrected(catalog: Catalog, item: Any, typed: Mapping[str, str]) -> dict[str, Any]:
    """Turn what was typed into the values of an edit; raise BadArgument for what means nothing."""
    sorts = FIELDS.get(item.KIND, {})
    return {
        name: sorts[name].typed(catalog, _value(item, name), text) if name in sorts else text or None
        for name, text in typed.items()
    }


def _value(item: Any, name: str) -> Any:
    return getattr(item, {"class": "class_"}.get(name, name))
