"""Fields of items as a person types them: names, days and amounts in words, and back into what the record holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Any

from truceline.domain.amounts import Amount
from truceline.domain.coding import encode
from truceline.domain.dates import UNKNOWN_DAYS, When
from truceline.domain.document import Quote
from truceline.domain.mention import DEADLINE_RULES, Deadline
from truceline.errors import BadArgument
from truceline.reconcile.attached import amount_in
from truceline.views.catalog import Catalog, shown_amount
from truceline.views.typed_days import HOW, days_in

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
    return list(dict.fromkeys(id for name in names for id in _each(catalog, name, was)))


def _each(catalog: Catalog, name: str, was: Any) -> list[str]:
    """The id of a name, or the ids of several that were separated by commas; a name may have a comma of its own."""
    actors = catalog.items.actors
    parts = [p for part in name.split(",") if (p := part.strip())]
    if len(parts) == 1 or _known(actors, name):
        return [_called(actors, name, was, "actor")]
    return [_called(actors, part, was, "actor") for part in parts]


def _one(catalog: Catalog, id: Any) -> str:
    return catalog.name(id) or ""


def _typed_one(catalog: Catalog, was: Any, text: str) -> str | None:
    return _called(catalog.items.actors, " ".join(text.split()), (was,), "actor") if text.strip() else None


def _typed_place(catalog: Catalog, was: Any, text: str) -> str | None:
    return _called(catalog.items.places, " ".join(text.split()), (was,), "place") if text.strip() else None


def _called(items: Iterable[Any], name: str, was: Iterable[Any], kind: str) -> str:
    """The id of a name: of those that were there, else of the one that is named most often."""
    items = tuple(items)
    alike = _known(items, name)
    if not alike:
        raise BadArgument(f"The record has no {kind} called “{name}”{_near(items, name)}")
    before = set(was)
    return str(max(alike, key=lambda i: (i.id in before, sum(n.count for n in i.names), i.id)).id)


def _known(items: Iterable[Any], name: str) -> list[Any]:
    """The items of this very name, else those that some report calls so."""
    items, wanted = tuple(items), name.casefold()
    alike = [i for i in items if wanted in (i.name.casefold(), i.id)]
    return alike or [i for i in items if any(n.text.casefold() == wanted for n in i.names)]


MOST_NEAR = 4


def _near(items: Iterable[Any], name: str) -> str:
    """Names like one that nothing has, to end the sentence that says so."""
    names = {i.name.casefold(): i.name for i in items}
    wanted = name.casefold()
    with_it = [n for n in names if wanted in n or n in wanted]
    near = list(dict.fromkeys([*sorted(with_it, key=len), *get_close_matches(wanted, names, MOST_NEAR, 0.6)]))
    if not near:
        return "; add it first: mark its words in a report."
    return f"; near to it: {', '.join(f'“{names[n]}”' for n in near[:MOST_NEAR])}."


def _days(catalog: Catalog, value: Any) -> str:
    days = value.days if value is not None else UNKNOWN_DAYS
    if days.earliest == days.latest:
        return str(days.earliest or "")
    return f"{days.earliest or ''} to {days.latest or ''}".strip() if days.latest else f"from {days.earliest}"


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
PEOPLE = Sort(_people, _typed_people, "names, several with ; between them", "actors")
ACTOR = Sort(_one, _typed_one, "a name", "actors")
PLACE = Sort(_one, _typed_place, "a name", "places")
WHEN = Sort(_days, _typed_when, HOW)
DEADLINE = Sort(_days, _typed_deadline, HOW)
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
