"""What every later step asks of the earlier ones: ids of actors, places and agreements, and origins of reports."""

from __future__ import annotations

from dataclasses import dataclass, field

from truceline.domain.dates import Days
from truceline.domain.document import Quote
from truceline.domain.mention import Credit
from truceline.reconcile.actors import ActorBook
from truceline.reconcile.lines import Lines
from truceline.reconcile.origins import Origins
from truceline.reconcile.places import PlaceBook


@dataclass(frozen=True, slots=True)
class Books:
    """Lookups by report and key."""

    actors: ActorBook
    places: PlaceBook
    origins: Origins
    published: dict[str, Days]
    """Report id to its publication interval."""
    openings: dict[str, Quote]
    """Report id to a quote of its body, for where a whole report is meant."""
    agreements: dict[tuple[str, str], str] = field(default_factory=dict)
    publishers: dict[str, str] = field(default_factory=dict)
    """Report id to its publisher, where it names one."""
    bodies: dict[str, Quote] = field(default_factory=dict)
    """Report id to all of its story, for what stands around the words of an item."""
    names: dict[str, frozenset[str]] = field(default_factory=dict)
    """Report id to the names that its story uses."""
    lines: Lines = field(default_factory=lambda: Lines({}, {}, {}))
    """The sentences of all stories."""

    def credit(self, report: str, credit: Credit) -> tuple[str | None, tuple[str, ...]]:
        """Give the ids of the actor credited and of those in between."""
        return self.actors.id(report, credit.attributed_to), self.actors.all(report, credit.relayed_by)


def in_order(quotes: tuple[Quote, ...]) -> tuple[Quote, ...]:
    """Give quotes once each, in the order of the text."""
    return tuple(sorted(set(quotes), key=lambda q: (q.report, q.start, q.end)))
