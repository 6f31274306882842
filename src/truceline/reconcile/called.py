"""What we call an actor: the vocabulary's name, a person's fullest, else the plainest words that reports use most."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from truceline.domain.mention import ActorMention
from truceline.reconcile.registered import ROW
from truceline.vocabulary import rows

LONGEST = 5
"""Words of the longest description that makes a good name."""
_EDGES = " \t\n-–—•*·,;:.“”\"'‘"
"""What stands around a name in a list or a quote, and is no part of it."""
_NUMBERS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety dozens hundreds thousands"
)
_COUNT = re.compile(
    r"(?:(?:some|about|around|nearly|almost|over|at least|more than|up to|another|other)\s+)*"
    rf"(?:\d[\d.,]*|(?:{'|'.join(_NUMBERS.split())})\b)[\w-]*"
    r"(?:\s+(?:million|thousands?|hundreds?|dozens?|of)\b)*\s+(?:the\s+)?",
    re.IGNORECASE,
)
"""How many they are, in front of the words that say who they are."""


_JOINED = re.compile(r"^([A-Z][\w.]+)(?:, [A-Z][\w.]+)*,? (?:and|&) [A-Z][\w.]+ ((?:[a-z-]+ )*[a-z-]+)$")
"""The forces of two states are called after both; those of the first are its own: "Kenyan and Somali forces"."""


def called(family: Sequence[ActorMention]) -> str:
    """Give our own name for the actor of some mentions."""
    row = next((m.vocabulary for m in family if m.vocabulary), None)
    if row and row.startswith(ROW):
        return row.removeprefix(ROW)
    if row and (name := _vocabulary_name(row, _commonest(m.type for m in family))):
        return name
    if family[0].type == "person" and family[0].named:
        return sorted((on_one_line(m.name) for m in family), key=lambda n: (-len(n.split()), -len(n), n))[0]
    named = family[0].named
    forms: Counter[str] = Counter()
    for mention in family:
        for quote in mention.quotes:
            forms[_plain(quote.exact, named=named)] += 1
    return _best(forms)


def on_one_line(words: str) -> str:
    """Give words as they read when no line breaks them."""
    return " ".join(words.split())


def _plain(form: str, *, named: bool) -> str:
    """Leave out what stands around a form; of a description also how many they are and the capital of a sentence."""
    text = on_one_line(form).strip(_EDGES) or on_one_line(form)
    if named:
        return text
    text = _JOINED.sub(r"\1 \2", text)
    text = _COUNT.sub("", text, count=1).strip(_EDGES) if _COUNT.match(text) else text
    if text.isupper() and _is_common(text.split()[-1].capitalize()):
        return text.casefold()  # "LAST TROOPS" in a headline
    first = text.split()[0] if text.split() else ""
    return text[:1].lower() + text[1:] if _is_common(first) else text


def _best(forms: Counter[str]) -> str:
    plain = [f for f in forms if not any(c.isdigit() or c in '“”‘"' for c in f) and len(f.split()) <= LONGEST]
    plain = [f for f in plain if not (f.isupper() and " " in f)] or plain or list(forms)
    heads = [f for f in plain if any(c.isupper() for c in f)] or plain
    return max(sorted(heads), key=lambda f: (forms[f], len(f.split())))


def _is_common(word: str) -> bool:
    """Tell whether a word in capitals is the plural of a kind of people at the head of a sentence: "Residents"."""
    low = word.casefold()
    stems = {low.removesuffix("s"), low.removesuffix("es"), low.removesuffix("ies") + "y"} - {low}
    return word.istitle() and low not in _nouns() and bool(stems & _nouns())


@lru_cache(maxsize=1)
def _nouns() -> frozenset[str]:
    described = (row for row in rows("actors").values() if row["row"] == "described")
    return frozenset(word for row in described for word in row["words"].split())


def _vocabulary_name(row: str, type: str) -> str | None:
    block = rows("actors").get(row, {})
    if block.get("row") == "state" and type == "government":
        adjectives = block.get("adjectives", [])
        return f"{adjectives[0]} government" if adjectives else None
    names = block.get("names", [])
    return str(names[0]) if names else None


def _commonest(values: Iterable[str]) -> str:
    counts = Counter(values)
    return max(sorted(counts), key=lambda v: counts[v])
