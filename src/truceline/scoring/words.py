"""Words, days and amounts as both sides tell them, and whether they agree."""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from typing import Any

Json = dict[str, Any]
Words = frozenset[int]  # positions of words in the raw article
Interval = tuple[str | None, str | None]  # closed interval of ISO days, None for an open side
Slots = dict[str, float | None]  # 1 right, 0 wrong, between for partly right, None where the gold asks nothing

CLAIM = 0.5  # share of the shorter piece of evidence that two items must have in common
TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
DETERMINERS = frozenset([
    "the", "a", "an", "its", "their", "his", "her", "our", "this", "these", "those", "some", "any",
])  # fmt: skip
STOP = DETERMINERS | frozenset(
    [
        "of",
        "to",
        "in",
        "on",
        "at",
        "by",
        "for",
        "with",
        "from",
        "as",
        "and",
        "or",
        "but",
        "that",
        "which",
        "who",
        "it",
        "they",
        "he",
        "she",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "has",
        "have",
        "had",
        "will",
        "would",
        "not",
        "no",
        "than",
        "then",
        "there",
        "into",
        "over",
        "after",
        "s",
        "t",
    ]
)
GENERIC = frozenset([
    "province", "city", "district", "region", "state", "republic", "islamic", "of",
])  # fmt: skip
GOLD_KEYS = {
    "events": "events", "figures": "figures", "statements": "statements", "agreements": "agreements",
    "commitments": "commitments", "wording": "framing",
}  # fmt: skip
UNITS = {
    "people": "person", "individual": "person", "human": "person", "death": "person", "soldier": "troop",
    "personnel": "troop", "%": "percent", "per cent": "percent", "dollar": "usd", "us dollar": "usd", "$": "usd",
    "times less": "time", "times les": "time",
}  # fmt: skip


def words_of(text: str) -> list[str]:
    """The case-folded words of a string."""
    return [m.group().casefold() for m in TOKEN.finditer(text)]


def name_key(text: str | None) -> tuple[str, ...]:
    """A surface form without case, punctuation and leading determiners."""
    words = words_of(text or "")
    while len(words) > 1 and words[0] in DETERMINERS:
        words.pop(0)
    return tuple(words)


def is_named(text: str) -> bool:
    """Whether a surface form holds a capitalised word other than a leading determiner."""
    tokens = TOKEN.findall(text)
    return any(t[0].isupper() for i, t in enumerate(tokens) if i or t.casefold() not in DETERMINERS)


def likeness(a: str | None, b: str | None) -> float:
    """Shared content words of two short texts, as a share of the shorter."""
    left, right = (set(words_of(x or "")) - STOP for x in (a, b))
    return len(left & right) / min(len(left), len(right)) if left and right else 0.0


class Article:
    """A text as a sequence of words; evidence is a set of positions in it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = words_of(text)
        self.starts, self.ends = ([getattr(m, side)() for m in TOKEN.finditer(text)] for side in ("start", "end"))
        self.content = frozenset(i for i, w in enumerate(self.words) if w not in STOP)
        self.heads = frozenset(i for i in self.content if len(self.words[i]) > 3 and text[self.starts[i]].islower())

    def cover(self, start: int, end: int) -> Words:
        """Positions of the words that touch the characters start..end."""
        return frozenset(range(bisect_right(self.ends, start), bisect_left(self.starts, end)))

    def every(self, quote: str | None) -> list[Words]:
        """All occurrences of a quote; white space and, if need be, case and punctuation do not matter."""
        exact = re.finditer(rf"(?<!\w){re.escape(quote)}(?!\w)", self.text) if quote else ()
        hits = [self.cover(*m.span()) for m in exact]
        if not hits and (want := words_of(quote or "")):
            starts = (i for i in range(len(self.words)) if self.words[i : i + len(want)] == want)
            hits = [frozenset(range(i, i + len(want))) for i in starts]
        return hits

    def find(self, quote: str | None, near: Words = frozenset()) -> Words:
        """Words of a quote: the occurrence inside or next to the given words, else the first."""

        def gap(hit: Words) -> int:
            return 0 if hit <= near or not near else 1 + max(0, min(near) - max(hit), min(hit) - max(near))

        return min((h for h in self.every(quote) if h), key=gap, default=frozenset())


def common(a: Words, b: Words) -> float:
    """Overlap coefficient: what two pieces of evidence share, as a share of the shorter."""
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def days(value: Json | None) -> Interval:
    """The interval of a date object; open on both sides if there is none."""
    return (value.get("earliest"), value.get("latest")) if value else (None, None)


def meet(a: Interval, b: Interval) -> bool:
    """Whether two intervals share a day."""
    return not (a[1] and b[0] and a[1] < b[0]) and not (b[1] and a[0] and b[1] < a[0])


def dated(gold: Interval, system: Interval) -> float | None:
    """Date slot: the gold asks nothing if it is open on both sides; a system that is so is wrong."""
    return None if gold == (None, None) else float(system != (None, None) and meet(gold, system))


def listed(value: Any) -> list[Any]:
    """A value as a list; None gives an empty one."""
    return list(value) if isinstance(value, list) else [] if value is None else [value]


def same_number(a: float | None, b: float | None) -> bool:
    """Equal numbers, or both missing."""
    return a == b if a is None or b is None else math.isclose(a, b, rel_tol=1e-6)


def same_amount(gold: Json, system: Json) -> float:
    """The value as given; for a vague plural ('dozens') any lower bound from half of the gold's up to it will do."""
    low, best, high = (system.get(k) for k in ("low", "best", "high"))
    if gold.get("vague"):
        return float(low is None or 0.5 * gold["low"] <= low <= gold["low"])
    for x in [gold, *gold.get("value_alt", [])]:
        if x["best"] is not None and same_number(x["best"], low if best is None and low == high else best):
            return 1.0
        if x["best"] is None and same_number(x["low"], low) and same_number(x["high"], high):
            return 1.0
    return 0.0


def counted(amount: Json | None) -> Json | None:
    """An amount, or None if it holds no number."""
    return amount if amount and any(amount.get(k) is not None for k in ("low", "best", "high")) else None


def unit_key(unit: str | None) -> str:
    """A unit in one spelling."""
    text = (unit or "").replace("_", " ").strip().casefold()
    return next((UNITS[t] for t in (text, text.removesuffix("s")) if t in UNITS), text.removesuffix("s"))


def allowed(gold: Json, key: str, value: Any) -> float:
    """Whether a value is the gold's or one of its alternatives (key_alt)."""
    return float(value == gold.get(key) or value in gold.get(key + "_alt", []))


def id_sets(gold: Json, key: str) -> list[set[str]]:
    """The allowed sets of ids under a key and its _alt."""
    return [set(listed(gold.get(key))), *(set(listed(a)) for a in gold.get(key + "_alt", []))]


def compare_sets(choices: list[set[str]], system: set[str], ignore: set[str]) -> tuple[float, float]:
    """Exact match, and best F1, of a set of ids against the allowed sets; ids to ignore may be there or not."""
    exact = best = 0.0
    for choice in choices:
        got = system - (ignore - choice)
        exact = max(exact, float(choice == got))
        best = max(best, 2 * len(choice & got) / (len(choice) + len(got)) if choice or got else 1.0)
    return exact, best


def kilometres(*degrees: float) -> float:
    """Great-circle distance of two points, each given by latitude and longitude."""
    p, q, r, s = map(math.radians, degrees)
    h = math.sin((r - p) / 2) ** 2 + math.cos(p) * math.cos(r) * math.sin((s - q) / 2) ** 2
    return 12742 * math.asin(min(1.0, math.sqrt(h)))
