"""Whether two reports are of one conflict, told by the names that both use."""

from __future__ import annotations

import re
from collections.abc import Mapping

from truceline.domain.document import Quote
from truceline.reconcile.content_words import stem

_NAME = re.compile(r"(?<=[a-z,’'] )[A-Z][\w’'-]+|\b[A-Z]{2,}\w*\b")
_OF_NO_CONFLICT = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August "
    "September October November December United Nations UN U.N Security Council European Union EU Red Cross General "
    "Secretary President Prime Minister Foreign Defence Defense Human Rights International Geneva New York Washington "
    "American Americans Western God I".split()
)
"""Names that reports of any conflict use."""
FEW, MANY = 3, 8
"""Names that two reports of one conflict share; names from which a report tells what conflict it is of."""


def names_used(bodies: Mapping[str, Quote]) -> dict[str, frozenset[str]]:
    """Give the names that the story of each report uses, as stems."""
    return {
        report: frozenset(stem(w) for w in map(_bare, _NAME.findall(body.exact)) if w not in _OF_NO_CONFLICT)
        for report, body in bodies.items()
    }


def _bare(name: str) -> str:
    return name.removesuffix("'s").removesuffix("’s")


def one_conflict(a: str, b: str, names: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether two reports share enough names to be of one conflict."""
    return len(names.get(a, frozenset()) & names.get(b, frozenset())) >= FEW


def two_conflicts(a: str, b: str, names: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether two reports use many names and share hardly one."""
    mine, theirs = names.get(a, frozenset()), names.get(b, frozenset())
    return min(len(mine), len(theirs)) >= MANY and len(mine & theirs) < FEW - 1
