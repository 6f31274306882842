"""The words of a passage, made alike for finding where other reports tell the same in words of their own."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from truceline.domain.document import Quote
from truceline.reconcile.content_words import meant, stem, stems_of

_FORMS = (
    "begin began begun", "break broke broken", "bring brought", "build built", "drive drove driven", "fall fell fallen",
    "fight fought", "flee fled", "fly flew flown", "free freed", "give gave given", "go went gone", "hold held",
    "keep kept", "lead led", "leave left", "lose lost", "meet met", "send sent", "steal stole stolen",
    "strike struck", "take took taken", "tear tore torn", "throw threw thrown", "withdraw withdrew withdrawn",
)  # fmt: skip
"""Forms of words that share no stem."""
_SORTS = (
    "attack shell bomb bombard strike raid assault storm ambush",
    "kill shoot massacre murder execute slaughter perish butcher",
    "mistreat beat torture abuse flog maltreat",
    "loot plunder rob steal pillage ransack",
    "leave withdraw withdrawal quit depart evacuate vacate retreat pull pullout pullback",
    "take capture seize overrun conquer retake fall",
    "support supply equip back shelter harbour shield finance fund sponsor",
    "break violate breach violation",
    "abduct kidnap abduction",
    "burn torch arson",
    "begin start open commence launch",
    "recruit conscript enlist",
    "weapon arm tank mortar launcher missile",
)
"""Words for deeds and things that reports choose among, wider than what makes two tellings one event."""


def _first_by_stem(rows: Iterable[str]) -> dict[str, str]:
    """Map the stem of every word of a row to that of its first word; the first row that has a word rules."""
    found: dict[str, str] = {}
    for words in rows:
        first = words.split()[0]
        for word in words.split():
            found.setdefault(stem(word), stem(first))
    return found


_ONE_FORM = _first_by_stem(_FORMS)
_ONE_SORT = _first_by_stem(_SORTS)


@lru_cache(maxsize=65536)
def retold_words(text: str) -> frozenset[str]:
    """Give the stems of a text, forms and words of one sort made one."""
    base = frozenset(_ONE_FORM.get(s, s) for s in stems_of(text))
    return meant(frozenset(_ONE_SORT.get(s, s) for s in base))


def retold(quotes: Iterable[Quote]) -> frozenset[str]:
    """Give the words of some quotes, forms and words of one sort made one."""
    return retold_words(" ".join(q.exact for q in quotes))


def kin(a: str, b: str) -> bool:
    """Tell whether two stems are surely forms of one word: Rwanda and Rwandan, not commission and commitment."""
    short, long = sorted((a, b), key=len)
    return a == b or (len(short) >= 5 and long.startswith(short) and len(long) - len(short) <= 4)


def shared_words(a: frozenset[str], b: frozenset[str]) -> frozenset[str]:
    """Give the words of one passage that the other has too, be it in another form."""
    return frozenset(x for x in a if x in b or any(kin(x, y) for y in b))


NEGATED = re.compile(
    r"\b(?:no|not|never|nobody|none|nothing|neither|nor|without|hardly|scarcely|yet to)\b|n[’']t\b", re.I
)
"""Words that deny what they stand with."""
