"""Whether two reports are of one conflict, told by the names that both use."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from truceline.domain.document import Quote
from truceline.reconcile.books import Books
from truceline.reconcile.retold import retold_words

_PROPER = re.compile(r"\b[A-Z][\w-]+")
_WORD = re.compile(r"[^\W\d_][\w’'.-]*")
_OF_NO_CONFLICT = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August "
    "September October November December United Nations UN U.N Security Council European Union EU Red Cross General "
    "Secretary President Prime Minister Foreign Defence Defense Human Rights International Geneva New York Washington "
    "American Americans Western God I The A An In On At By For From But And Or If When While After Before Since He She "
    "They We It This That These Those There His Her Their Our Its Not No One Two Three Under As To Of With All Both "
    "Some Many Most More Last First Now Then So Yet Meanwhile However Earlier Later Only Even Still What Who How Why "
    "Mr Mrs Dr U.S US".split()
)
"""Names that reports of any conflict use."""
FEW, MANY = 2, 6
"""Names that two reports of one conflict share; names from which a report tells what conflict it is of."""
TOP = 3
ENOUGH_INITIALS = 3
"""Letters of the initials of a party, which reports of another conflict seldom use."""
_OF_ANY_CONFLICT = frozenset(
    "NATO OSCE UNHCR UNICEF ICRC MSF OCHA WHO WFP NGO NGOS BBC AFP CNN USA GMT ECOWAS ASEAN OAU OAS USAID CIA IMF ICC "
    "HRW AIDS PRESS NEWS THE AND FOR".split()
)
"""Initials that reports of any conflict use."""
ENOUGH_LETTERS = 5
"""Letters by which a land and its people are one: Rwanda, Rwandan."""


def names_used(bodies: Mapping[str, Quote]) -> dict[str, frozenset[str]]:
    """Give the names that the story of each report uses, by their first letters."""
    return {report: _names(body.exact) for report, body in bodies.items()}


def _names(text: str) -> frozenset[str]:
    """Words that are always written with a capital letter; the commonest ones stand in twice."""
    words = [_bare(w) for w in _WORD.findall(text)]
    small = {w for w in words if w[:1].islower()}
    large = [w for w in words if w[:1].isupper() and len(w) > 1 and w.casefold() not in small]
    used = Counter(w.casefold()[:ENOUGH_LETTERS] for w in large if w not in _OF_NO_CONFLICT)
    top = sorted(used, key=lambda w: (-used[w], w))[:TOP]
    initials = {w for w in large if w.isupper() and len(w) >= ENOUGH_INITIALS and w not in _OF_ANY_CONFLICT}
    return frozenset(used) | {f"often {w}" for w in top} | {f"initials {w}" for w in initials}


def party_names(books: Books) -> frozenset[str]:
    """Give the words of the names of parties, those of places left out: they tell little of what is claimed."""
    countries = frozenset(w for p in books.places.places if p.type == "country" for w in retold_words(p.name))
    local = frozenset(w for p in books.places.places if p.type != "country" for w in retold_words(p.name))
    named = (" ".join(_PROPER.findall(actor.name)) for actor in books.actors.actors)
    return (frozenset(w for name in named for w in retold_words(name)) - local) | countries


def _bare(word: str) -> str:
    return word.rstrip(".’'-").removesuffix("'s").removesuffix("’s")


def one_conflict(a: str, b: str, names: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether two reports share enough names to be of one conflict."""
    return len(names.get(a, frozenset()) & names.get(b, frozenset())) >= FEW


def two_conflicts(a: str, b: str, names: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether two reports use many names and share hardly one."""
    mine, theirs = names.get(a, frozenset()), names.get(b, frozenset())
    return min(len(mine), len(theirs)) >= MANY and len(mine & theirs) < FEW
