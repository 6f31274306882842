"""Amounts in words: bounds, ranges, shares, multiples and money around a number. The relations are the record's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from truceline.domain.number_words import (
    FRACTIONS,
    ONES,
    PLURALS,
    TENS,
    VAGUE_FACTORS,
    Number,
    Printed,
    fraction_at,
    number_at,
    tidy,
)

BOUNDS: dict[tuple[str, ...], str] = {
    ("over",): "over",
    ("more", "than"): "over",
    ("greater", "than"): "over",
    ("above",): "over",
    ("exceeding",): "over",
    ("in", "excess", "of"): "over",
    ("upwards", "of"): "over",
    ("upward", "of"): "over",
    ("north", "of"): "over",
    ("at", "least"): "at_least",
    ("at", "a", "minimum"): "at_least",
    ("a", "minimum", "of"): "at_least",
    ("minimum", "of"): "at_least",
    ("no", "fewer", "than"): "at_least",
    ("no", "less", "than"): "at_least",
    ("not", "less", "than"): "at_least",
    ("not", "fewer", "than"): "at_least",
    ("nearly",): "under",
    ("almost",): "under",
    ("under",): "under",
    ("below",): "under",
    ("fewer", "than"): "under",
    ("less", "than"): "under",
    ("up", "to"): "up_to",
    ("as", "many", "as"): "up_to",
    ("as", "much", "as"): "up_to",
    ("a", "maximum", "of"): "up_to",
    ("maximum", "of"): "up_to",
    ("at", "most"): "up_to",
    ("no", "more", "than"): "up_to",
    ("not", "more", "than"): "up_to",
    ("not", "exceeding"): "up_to",
    ("some",): "about",
    ("about",): "about",
    ("around",): "about",
    ("roughly",): "about",
    ("approximately",): "about",
    ("approx",): "about",
    ("circa",): "about",
    ("close", "to"): "about",
    ("an", "estimated"): "about",
    ("estimated",): "about",
    ("an", "average", "of"): "about",
    ("a", "reported"): "exact",
    ("exactly",): "exact",
}
INTENSIFIERS = frozenset((
    "well", "just", "slightly", "far", "significantly", "considerably", "substantially",
))  # fmt: skip
AFTER: dict[tuple[str, ...], str] = {
    ("or", "more"): "at_least",
    ("or", "so"): "about",
    ("or", "fewer"): "up_to",
    ("or", "less"): "up_to",
    ("-", "odd"): "about",
    ("odd",): "about",
    ("-", "plus"): "at_least",
    ("plus",): "at_least",
    ("+",): "at_least",
}
MONEY = {
    "$": "usd", "us$": "usd", "usd": "usd", "£": "gbp", "gbp": "gbp", "€": "eur", "eur": "eur", "¥": "jpy",
    "₹": "inr", "rs": "rupee", "a$": "aud", "c$": "cad",
}  # fmt: skip
"""Signs before a number."""
CURRENCIES = {
    "dollars": "usd", "dollar": "usd", "euros": "eur", "euro": "eur", "pounds": "gbp", "rupees": "rupee",
    "pesos": "peso", "roubles": "rouble", "rubles": "rouble", "shekels": "shekel", "afghanis": "afghani",
    "hryvnias": "hryvnia", "birr": "birr", "naira": "naira", "riyals": "riyal", "yen": "jpy",
}  # fmt: skip
"""Words after a number."""
PERCENT = (("percent",), ("per", "cent"), ("%",), ("pc",), ("percentage", "points"), ("percentage", "point"))
RANGE_JOINS = frozenset(("to", "-", "–", "—", "or"))
SHARED = frozenset((
    "of", "the", "its", "their", "his", "her", "our", "all", "and", "from", "", ",", ".", ";", ")",
))  # fmt: skip
"""After a fraction, these make it a share."""
OPENERS = (
    frozenset(words[0] for words in BOUNDS)
    | INTENSIFIERS
    | MONEY.keys()
    | ONES.keys()
    | TENS.keys()
    | PLURALS.keys()
    | VAGUE_FACTORS.keys()
    | FRACTIONS.keys()
    | {"between", "\\", "us", "a", "an", "c", "several"}
)
"""Pieces other than digits that may begin an amount."""


@dataclass(frozen=True, slots=True)
class Found:
    """An amount in a run of pieces: where it stands and what it allows."""

    first: int
    after: int
    number: int
    """The piece where the number itself starts, bound words left out."""
    relation: str
    low: Number | None
    best: Number | None
    high: Number | None
    unit: str | None = None
    vague: bool = False
    of_amount: Number | None = None
    split: tuple[Found, Found] | None = None
    """For "13,000 to 8,600": the two amounts, which are no range."""


def amount_at(pieces: Sequence[str], at: int) -> Found | None:
    """Read the amount that starts at a piece (lower case), bound words included, or None."""
    bound, start = _bound(pieces, at)
    if bound is None and pieces[at : at + 1] == ["between"]:
        return _between(pieces, at)
    money, number_start = _money(pieces, start)
    if not money and (share := fraction_at(pieces, start)) and _is_share(pieces, share.after, bound):
        return _related(bound or "exact", at, start, share, "percent")
    printed = number_at(pieces, number_start)
    if printed is None:
        return None
    if share := _one_in(pieces, printed):
        return _related(bound or "exact", at, start, share, "percent")
    found = None if printed.vague else _range(pieces, at, start, printed, bound)
    if found is None:
        found = _related(_after_bound(pieces, printed, bound), at, start, printed, None)
        found = replace(found, after=_skip_after(pieces, printed, bound))
    return _with_unit(pieces, replace(found, unit=money))


def _bound(pieces: Sequence[str], at: int) -> tuple[str | None, int]:
    start = at
    if at + 1 < len(pieces) and pieces[at] in INTENSIFIERS:
        start = at + 1
    for length in (3, 2, 1):
        relation = BOUNDS.get(tuple(pieces[start : start + length]))
        if relation:
            return relation, start + length
    return None, at


def _money(pieces: Sequence[str], at: int) -> tuple[str | None, int]:
    i = at
    while i < len(pieces) and pieces[i] == "\\":
        i += 1
    if i + 1 < len(pieces) and pieces[i] in ("us", "a", "c") and pieces[i + 1] == "$":
        return MONEY[pieces[i] + "$"], i + 2
    if i < len(pieces) and pieces[i] in MONEY:
        return MONEY[pieces[i]], i + 1
    return None, at


def _is_share(pieces: Sequence[str], at: int, bound: str | None) -> bool:
    """Tell whether a fraction is a share of something: "half of the", "half the", "by half,", "nearly half were"."""
    following = pieces[at] if at < len(pieces) else ""
    if bound and following in ("have", "has", "had", "were", "was", "are", "is", "will", "would", "did", "do"):
        return True
    return following in SHARED


def _one_in(pieces: Sequence[str], count: Printed) -> Printed | None:
    """Read "one in ten" and "three out of four" as percent."""
    joins = 2 if list(pieces[count.after : count.after + 2]) == ["out", "of"] else 1
    if joins == 1 and list(pieces[count.after : count.after + 1]) != ["in"]:
        return None
    base = number_at(pieces, count.after + joins)
    if base is None or base.vague or count.value > 10 or not count.value < base.value <= 100 or base.scale > 1:
        return None
    if joins == 1 and not (pieces[count.after - 1] in ONES and pieces[base.after - 1] in ONES):
        return None
    return Printed(tidy(round(100 * count.value / base.value, 1)), base.after)


def _related(relation: str, first: int, number: int, printed: Printed, unit: str | None) -> Found:
    low, best, high = _values("at_least" if printed.vague else relation, printed.value)
    relation = "at_least" if printed.vague else relation
    return Found(first, printed.after, number, relation, low, best, high, unit, printed.vague)


def _values(relation: str, value: Number) -> tuple[Number | None, Number | None, Number | None]:
    if relation in ("over", "at_least"):
        return value, None, None
    if relation in ("under", "up_to"):
        return None, None, value
    return (None, value, None) if relation == "about" else (value, value, value)


def _after_bound(pieces: Sequence[str], printed: Printed, bound: str | None) -> str:
    if bound is None:
        for words, relation in AFTER.items():
            if tuple(pieces[printed.after : printed.after + len(words)]) == words:
                return relation
    return bound or "exact"


def _skip_after(pieces: Sequence[str], printed: Printed, bound: str | None) -> int:
    if bound is None:
        for words in AFTER:
            if tuple(pieces[printed.after : printed.after + len(words)]) == words:
                return printed.after + len(words)
    return printed.after


def _between(pieces: Sequence[str], at: int) -> Found | None:
    money, start = _money(pieces, at + 1)
    low = number_at(pieces, start)
    if low is None or low.vague:
        return None
    middle = low.after
    if middle >= len(pieces) or pieces[middle] not in ("and", "to", "-", "–"):
        return None
    other, start_high = _money(pieces, middle + 1)
    high = number_at(pieces, start_high)
    if high is None or high.vague:
        return None
    bottom = _shared(low, high)
    if bottom >= high.value:
        return None
    found = Found(at, high.after, start, "range", bottom, None, high.value, money or other)
    return _with_unit(pieces, found)


def _shared(low: Printed, high: Printed) -> Number:
    """Give the low end of a range the scale of its high end: "10 to 15 million"."""
    shares = low.scale == 1 and high.scale > 1 and low.value < high.value / high.scale
    return low.value * high.scale if shares else low.value


def _range(pieces: Sequence[str], at: int, start: int, low: Printed, bound: str | None) -> Found | None:
    if low.after + 1 >= len(pieces) or pieces[low.after] not in RANGE_JOINS:
        return None
    _, high_start = _money(pieces, low.after + 1)
    high = number_at(pieces, high_start)
    if high is None or high.vague:
        return None
    bottom = _shared(low, high)
    further = _range(pieces, high_start, high_start, high, None) if pieces[low.after] == "to" else None
    if bottom < high.value and bound in (None, "about", "exact", "up_to") and not further:
        return Found(at, high.after, start, "range", bottom, None, high.value)
    if pieces[low.after] != "to":
        return None
    first = _related(bound or "exact", at, start, low, None)
    second = amount_at(pieces, low.after + 1) or _related("exact", low.after + 1, high_start, high, None)
    return replace(first, after=second.after, split=(first, second))


def _with_unit(pieces: Sequence[str], found: Found) -> Found:
    """Add percent, money and times as the unit, with their words."""
    if found.split:
        return found
    after = found.after
    for words in PERCENT:
        if tuple(pieces[after : after + len(words)]) == words:
            return replace(found, after=after + len(words), unit="percent")
    skip = after + 1 if pieces[after : after + 1] == ["us"] else after
    if found.unit is None and skip < len(pieces) and pieces[skip] in CURRENCIES:
        return replace(found, after=skip + 1, unit=CURRENCIES[pieces[skip]])
    if pieces[after : after + 1] == ["times"] and pieces[after + 1 : after + 2]:
        word = pieces[after + 1]
        if word in ("more", "less", "fewer", "higher", "lower", "larger", "smaller", "as"):
            unit = "times " + ("more" if word == "as" else word)
            value = found.best if found.best is not None else found.low if found.low is not None else found.high
            relation = found.relation if found.relation != "exact" else "multiple"
            best = value if relation == "multiple" else found.best
            low, high = (None, None) if relation == "multiple" else (found.low, found.high)
            return replace(found, after=after + 2, unit=unit, relation=relation, low=low, best=best, high=high)
    return found
