"""Bodies that reports call in several ways: a ministry by its country and business, an organisation by its letters."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from truceline.domain.mention import ActorMention
from truceline.reconcile.plain_names import plain_name
from truceline.vocabulary import rows

_LETTERS = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ-]{2,9}")
_OF_LETTERS = ("organisation", "armed_group", "security_force", "alliance")
"""Types of bodies that go by their letters; what type one is, reports may leave open."""
_SPELT = {"defense": "defence", "affairs": "", "home": "interior", "internal": "interior", "external": "foreign"}
_NO_BUSINESS = frozenset("ministry department of the for and s national federal".split())
_OF_OTHERS = ("facto", "rebel", "self-", "breakaway", "shadow", "regional", "provincial", "former")
"""Words of ministries that are not the state's."""


def by_letters(mentions: Iterable[tuple[str, ActorMention]]) -> dict[str, str]:
    """Give the letters that stand for one body in all reports, each also by its full name in plain form.

    No two countries or full names are told of such letters; a full name stands for no two letters.
    """
    countries, names = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
    for _, m in mentions:
        if (letters := letters_of(m)) is not None:
            countries[letters] |= {m.country} if m.country else set()
            names[letters] |= {plain_name(m.name)} if " " in m.name else set()
    sure = sorted(key for key in countries if len(countries[key]) < 2 and len(names[key]) < 2)
    full = {name: letters for letters in reversed(sure) for name in names[letters]}
    return full | {letters: letters for letters in sure}


def body_of(m: ActorMention, letters: dict[str, str]) -> str | None:
    """Give the letters of the body that a mention means, by its own letters or its full name."""
    own = letters_of(m)
    if own is not None:
        return letters.get(own)
    full = m.named and not m.vocabulary and m.type in _OF_LETTERS and " " in m.name
    return letters.get(plain_name(m.name)) if full else None


def letters_of(m: ActorMention) -> str | None:
    """Give the letters that a body goes by in a report, None where it has none or several."""
    if not m.named or m.vocabulary or m.type not in _OF_LETTERS:
        return None
    found = {q.exact for q in m.quotes if _LETTERS.fullmatch(q.exact)}
    return found.pop() if len(found) == 1 else None


def ministry(m: ActorMention) -> str | None:
    """Give the country and business of a ministry: "Kenya's defence ministry" and "the Kenyan Ministry of Defense"."""
    words = plain_name(m.name).split()
    if m.type != "government" or m.country is None or "ministry" not in words or m.vocabulary:
        return None
    if any(word in quote.exact for quote in m.quotes for word in _OF_OTHERS):
        return None
    business = [_SPELT.get(w, w) for w in words if w not in _NO_BUSINESS | _words_of_states()]
    business = [w for w in business if w]
    return f"ministry:{m.country}:{business[0]}" if len(business) == 1 else None


@lru_cache(maxsize=1)
def _words_of_states() -> frozenset[str]:
    """Give the words of the names and adjectives of states."""
    states = (row for row in rows("actors").values() if row["row"] == "state")
    texts = (text for row in states for use in ("names", "adjectives", "capitals") for text in row.get(use, ()))
    return frozenset(word for text in texts for word in plain_name(text).split())
