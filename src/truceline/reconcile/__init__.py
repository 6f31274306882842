"""Reconciling is pure: the readings of all reports and earlier decisions in, items and findings out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from truceline.domain.decisions import Decision
from truceline.domain.document import Document, Published, Quote
from truceline.domain.items import Items, ReportItem
from truceline.domain.mention import Reading
from truceline.domain.registry import Registered
from truceline.reconcile.actors import same_actors
from truceline.reconcile.agreements import same_agreements
from truceline.reconcile.books import Books
from truceline.reconcile.commitments import same_commitments
from truceline.reconcile.event_sameness import SURE
from truceline.reconcile.events import grouped_events, same_events
from truceline.reconcile.figures import same_figures
from truceline.reconcile.findings import Evidence, all_findings
from truceline.reconcile.fulfilment import fulfilled
from truceline.reconcile.ground import names_used
from truceline.reconcile.lines import all_lines
from truceline.reconcile.origins import Origins, find_origins
from truceline.reconcile.places import same_places
from truceline.reconcile.published import is_open, narrowed
from truceline.reconcile.redating import all_redated
from truceline.reconcile.registered import with_registered
from truceline.reconcile.rulings import with_decisions
from truceline.reconcile.statements import same_statements
from truceline.reconcile.told_fulfilments import with_fulfilments
from truceline.reconcile.wording import all_wording


def reconcile(
    readings: Sequence[Reading], decisions: Sequence[Decision] = (), registry: Sequence[Registered] = ()
) -> Items:
    """Make one record of many readings; their order does not matter. The registry holds actors brought by a person."""
    readings = with_registered(sorted(readings, key=lambda r: r.document.id), registry)
    documents = [r.document for r in readings]
    origins = find_origins(documents)
    actors, places = same_actors(readings, registry), same_places(readings)
    published = {d.id: d.published.days for d in documents}
    openings = {d.id: _opening(d) for d in documents if d.text}
    publishers = {d.id: d.publisher for d in documents if d.publisher}
    bodies = {d.id: _story(d) for d in documents if d.text}
    books = Books(
        actors,
        places,
        origins,
        published,
        openings,
        publishers=publishers,
        bodies=bodies,
        names=names_used(bodies),
        lines=all_lines(bodies),
    )
    agreements, agreement_ids = same_agreements(readings, books)
    books = replace(books, agreements=agreement_ids)
    stated = {d.id: d.published for d in documents}
    waiting = any(is_open(stated, d.id) for d in documents)
    sure = grouped_events(readings, books, SURE) if waiting else ()
    days = narrowed(readings, sure, agreements, actors.by_id) if waiting else stated
    if days != stated:
        # other reports tell when some were published: their dates are counted anew, and then all is compared again
        readings = all_redated(readings, days)
        books = replace(books, published={report: one.days for report, one in days.items()})
        agreements, agreement_ids = same_agreements(readings, books)
        books = replace(books, agreements=agreement_ids)
    events, event_ids = same_events(readings, books)
    figures = same_figures(readings, books)
    statements, statement_ids = same_statements(readings, books)
    commitments, _ = same_commitments(readings, agreements, books)
    commitments = fulfilled(commitments, readings, agreements, books)
    targets = {"event": event_ids, "agreement": agreement_ids, "statement": statement_ids}
    items = Items(
        reports=tuple(_report(d, days[d.id], origins) for d in documents),
        actors=actors.actors,
        places=places.places,
        events=events,
        figures=figures,
        statements=statements,
        agreements=agreements,
        commitments=with_fulfilments(commitments),
        wording=all_wording(readings, books, targets),
        findings=all_findings(Evidence(events, figures, statements, agreements, commitments), books),
    )
    return with_decisions(items, decisions)


def _opening(document: Document) -> Quote:
    """The first body part stands for a report where the report as a whole is meant."""
    part = next((p for p in document.parts if p.role == "body"), None)
    return document.quote(part.start, part.end) if part else document.quote(0, len(document.text))


def _story(document: Document) -> Quote:
    """From the first body part to the last one."""
    parts = [p for p in document.parts if p.role == "body"]
    return document.quote(parts[0].start, parts[-1].end) if parts else document.quote(0, len(document.text))


def _report(d: Document, published: Published, origins: Origins) -> ReportItem:
    copy = origins.copy_of.get(d.id)
    return ReportItem(
        d.id, d.source, d.sha256, d.media_type, d.title, d.publisher, d.authors, published, d.language, d.text, d.parts,
        origins.ids[d.id], copy.report if copy else None, copy.degree if copy else None,
    )  # fmt: skip
