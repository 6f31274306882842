"""An open record: every question to it, and the decisions of the person who works with it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Any

from truceline.domain.dates import Days
from truceline.domain.decisions import Decision
from truceline.domain.items import Items, ReportItem
from truceline.domain.mention import SkippedReport
from truceline.errors import BadArgument, StaleDecision
from truceline.reconcile.compliance import timeliness
from truceline.reconcile.rulings import anchors
from truceline.record import checks, queries
from truceline.record.decisions import Ruling, decide
from truceline.record.store import Store
from truceline.version import __version__
from truceline.views.actors import ActorRow, PlaceRow, actors, places
from truceline.views.answers import Answers
from truceline.views.catalog import Catalog
from truceline.views.commitments import CommitmentRow, commitments
from truceline.views.deciding import changes_items, refuse, values_before
from truceline.views.disputes import DisputeRow, disputes
from truceline.views.figures import Series, series
from truceline.views.held import Held
from truceline.views.statements import StatementRow, statements
from truceline.views.timeline import TimelineRow, timeline
from truceline.views.wording import WordingRow, wording


class Record:
    """A record that is open for questions. Close it, or use it in a `with` statement."""

    def __init__(self, store: Store) -> None:
        """Hold an open store."""
        self._store = store

    @classmethod
    def open(cls, path: Path | str) -> Record:
        """Open a record; raise BadArgument if it is not there, UnusableRecord if it is none."""
        return cls(Store(Path(path)))

    def __enter__(self) -> Record:
        """Hold the record open for a block."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the record."""
        self.close()

    def close(self) -> None:
        """Close the record's file."""
        self._store.close()

    def items(self, *, as_of: str | None = None) -> Items:
        """Give all items; timeliness of commitments for a day (ISO 8601), else for the record's last day."""
        return self.dated(self.stored(), as_of=as_of)

    def stored(self) -> Items:
        """Give all items as they are kept, timeliness not computed."""
        return queries.all_items(self._store)

    def dated(self, items: Items, *, as_of: str | None = None) -> Items:
        """Compute the timeliness of commitments for a day (ISO 8601), else for the record's last day."""
        day = self.day(as_of, items)
        dated = tuple(replace(c, timeliness=timeliness(c, day)) for c in items.commitments)
        return replace(items, commitments=dated)

    def day(self, as_of: str | None, items: Items) -> date:
        """Give the day that timeliness is computed for: the one asked for, else the last on which a report appeared."""
        if as_of:
            try:
                return date.fromisoformat(as_of)
            except ValueError as error:
                raise BadArgument(f"{as_of!r} is not a day; write it as 2020-07-14.") from error
        known = [d for r in items.reports if (d := r.published.days.latest or r.published.days.earliest)]
        return max(known, default=date(1970, 1, 1))

    def format_line(self) -> dict[str, Any]:
        """Give the first line of the record format."""
        made = next(self._store.rows("SELECT made_by FROM readings ORDER BY made_by DESC LIMIT 1"), ("none",))[0]
        return {"kind": "format", "format": 1, "truceline": __version__, "language_model": made}

    def timeline(
        self, *, actor: str | None = None, between: tuple[str | None, str | None] = (None, None)
    ) -> Answers[TimelineRow]:
        """Give events in order of their dates; `between` are ISO 8601 days, `actor` part of a name or an id."""
        try:
            days = Days.between(*between)
        except ValueError as error:
            raise BadArgument(f"{between} are not two days in order; write them as 2020-07-14.") from error
        return Answers(timeline(self.catalog(), actor=actor, between=days))

    def figures(self, *, measure: str | None = None) -> Answers[Series]:
        """Give series of figures, those with most figures first; `measure` is part of a measure's name."""
        return Answers(series(self.catalog(), measure=measure))

    def statements(self, *, speaker: str | None = None) -> Answers[StatementRow]:
        """Give statements in order of their dates; `speaker` is part of a name."""
        return Answers(statements(self.catalog(), speaker=speaker))

    def commitments(self, *, as_of: str | None = None, timeliness: str | None = None) -> Answers[CommitmentRow]:
        """Give commitments by deadline, their state computed for a day (ISO 8601)."""
        return Answers(commitments(self.catalog(as_of), timeliness=timeliness))

    def disputes(self, *, types: tuple[str, ...] = ("contradiction",)) -> Answers[DisputeRow]:
        """Give findings of some types: contradiction, update, scope_difference, corroboration, copy."""
        return Answers(disputes(self.catalog(), types=types))

    def wording(self, *, own_voice: bool | None = None) -> Answers[WordingRow]:
        """Give loaded phrases; only in the publishers' own voice, or only quoted ones, where asked for."""
        return Answers(wording(self.catalog(), own_voice=own_voice))

    def actors(self, *, type: str | None = None) -> Answers[ActorRow]:
        """Give actors, the most often named first; `type` is a type of the record format."""
        return Answers(actors(self.catalog(), type=type))

    def places(self) -> Answers[PlaceRow]:
        """Give places, the most often named first."""
        return Answers(places(self.catalog()))

    def reports(self) -> tuple[ReportItem, ...]:
        """Give the reports by id, with text, parts, publication interval and origin."""
        return queries.all_of(self._store, ReportItem)

    def catalog(self, as_of: str | None = None) -> Catalog:
        """Give everything by id, for views that are made together."""
        items = self.items(as_of=as_of)
        return Catalog(items, self.day(as_of, items))

    def decisions(self) -> tuple[Decision, ...]:
        """Give the log of decisions, oldest first."""
        return self._store.decisions()

    def decide(
        self, ruling: Ruling, *, by: str, at: str, seen: int | None = None, held: Held | None = None
    ) -> Decision:
        """Take a decision and apply it; `at` is an ISO 8601 time in UTC. It can be undone, never lost.

        `seen` is the number of decisions that the person had before them: StaleDecision is raised if somebody has
        decided about the same item since. `held` are the items that the caller knows to be in the record: with them
        nothing is read or reconciled anew. Raises BadArgument for what may not be decided.
        """
        with self._store.transaction():
            log = self.decisions()
            held = held or Held(self.stored(), log)
            if len(held.log) != len(log) and not held.catch_up(log):
                raise StaleDecision("Somebody took a decision back after the page was shown; look at it again first.")
            refuse(held.items, log, ruling)
            ids = [ruling.target, *(ruling.after if ruling.action == "merge" and ruling.after else [])]
            where = anchors(held.shelf, ruling.target_kind, ids)
            known = (ruling.before or {}) | values_before(held.items, ruling)
            ready = replace(ruling, before=known | {"anchors": where})
            decision = decide(self._store, ready, by=by, at=at, seen=seen)
            held.lost = 0
            if changes_items(decision, log):
                held.follow(self._store, (*log, decision))
            held.log = (*log, decision)
        return decision

    def violations(self) -> tuple[str, ...]:
        """Check every invariant and every hash; each violation is one sentence."""
        return checks.violations(self._store)

    def search(self, words: str, limit: int = 50) -> tuple[tuple[str, str], ...]:
        """Find reports that hold all the words: report id and a passage with hits in brackets, best first."""
        return queries.search(self._store, words, limit)

    def version(self) -> tuple[int, int]:
        """Give how often the items were made anew, and the number of the last decision."""
        asked = "SELECT (SELECT times FROM made), (SELECT coalesce(max(sequence), 0) FROM decisions)"
        (found,) = self._store.rows(asked)
        return int(found[0]), int(found[1])

    def original(self, report: str) -> tuple[bytes, str]:
        """Give the bytes of a report as they were imported, and their media type."""
        found = next(self._store.rows("SELECT content, media_type FROM reports WHERE id = ?", (report,)), None)
        if found is None:
            raise BadArgument(f"The record has no report {report}.")
        return found[0], found[1]

    def state(self) -> str:
        """Give a hash of everything that the record shows."""
        return checks.state_hash(self._store)

    def skipped(self) -> tuple[SkippedReport, ...]:
        """Give the reports that were set aside, with their reasons."""
        return self._store.skipped()
