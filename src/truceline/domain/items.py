"""What the record holds: items with their accounts, and findings. Fields stand in the order of the record format."""

from __future__ import annotations

from dataclasses import dataclass

from truceline.domain.amounts import Amount
from truceline.domain.dates import When
from truceline.domain.document import Part, Published, Quote
from truceline.domain.mention import Deadline, Title


@dataclass(frozen=True, slots=True)
class NameCount:
    """A surface form, the report that uses it, and how often."""

    text: str
    report: str
    count: int


@dataclass(frozen=True, slots=True)
class ReportItem:
    """A report in the record."""

    id: str
    source: str
    sha256: str
    media_type: str
    title: str | None
    publisher: str | None
    authors: tuple[str, ...]
    published: Published
    language: str
    text: str
    parts: tuple[Part, ...]
    origin: str
    """Id of the origin; copies of one story share it."""
    copy_of: str | None = None
    """The report that this one copies, as far as it is in the record."""
    copy_degree: str | None = None
    """verbatim, cut, re_headlined, rewritten or cites."""
    KIND = "report"


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor across all reports."""

    id: str
    name: str
    type: str
    country: str | None
    member_of: tuple[str, ...]
    roles: tuple[Title, ...]
    names: tuple[NameCount, ...]
    KIND = "actor"


@dataclass(frozen=True, slots=True)
class Place:
    """A place across all reports."""

    id: str
    name: str
    type: str
    country: str | None
    admin1: str | None
    latitude: float | None
    longitude: float | None
    precision: str
    names: tuple[NameCount, ...]
    KIND = "place"


@dataclass(frozen=True, slots=True)
class EventAccount:
    """One report's telling of an event."""

    report: str
    attributed_to: str | None
    relayed_by: tuple[str, ...]
    type: str
    mode: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    place: str | None
    date: When
    status: str
    fatalities: Amount | None
    injured: Amount | None
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """An event as the record makes it of all accounts."""

    id: str
    type: str
    mode: str | None
    summary: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    place: str | None
    date: When
    status: str
    fatalities: Amount | None
    injured: Amount | None
    reports: int
    origins: int
    accounts: tuple[EventAccount, ...]
    KIND = "event"


@dataclass(frozen=True, slots=True)
class FigureAccount:
    """One report's telling of a figure."""

    report: str
    attributed_to: str | None
    relayed_by: tuple[str, ...]
    amount: Amount
    as_of: When | None
    by: When | None
    change_from: Amount | None
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as the record makes it of all accounts."""

    id: str
    measure: str
    of: str | None
    where: str | None
    stock_or_flow: str | None
    amount: Amount
    as_of: When | None
    by: When | None
    change_from: Amount | None
    series: str
    accounts: tuple[FigureAccount, ...]
    KIND = "figure"


@dataclass(frozen=True, slots=True)
class StatementAccount:
    """One report's telling of a statement."""

    report: str
    speakers: tuple[str, ...]
    relayed_by: tuple[str, ...]
    form: str
    stance: str
    addressees: tuple[str, ...]
    date: When | None
    speaker_quote: Quote | None
    cue_quote: Quote | None
    content_quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement as the record makes it of all accounts."""

    id: str
    speakers: tuple[str, ...]
    stance: str
    date: When | None
    accounts: tuple[StatementAccount, ...]
    KIND = "statement"


@dataclass(frozen=True, slots=True)
class AgreementAccount:
    """One report's telling of an agreement."""

    report: str
    attributed_to: str | None
    relayed_by: tuple[str, ...]
    parties: tuple[str, ...]
    date: When | None
    status: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """An agreement as the record makes it of all accounts."""

    id: str
    name: str
    parties: tuple[str, ...]
    signatories: tuple[str, ...]
    witnesses: tuple[str, ...]
    date: When | None
    place: str | None
    status: str
    accounts: tuple[AgreementAccount, ...]
    KIND = "agreement"


@dataclass(frozen=True, slots=True)
class History:
    """What one report says of the fulfilment of a commitment."""

    as_of: When | None
    implementation: str
    attributed_to: str | None
    report: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class CommitmentAccount:
    """One report's telling of a commitment."""

    report: str
    attributed_to: str | None
    relayed_by: tuple[str, ...]
    agreement: str | None
    obligors: tuple[str, ...]
    beneficiaries: tuple[str, ...]
    action: str
    amount: Amount | None
    deadline: Deadline | None
    condition: str | None
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Commitment:
    """A commitment as the record makes it of all accounts; timeliness is computed for a day, never kept."""

    id: str
    agreement: str | None
    obligors: tuple[str, ...]
    obligor_basis: str
    beneficiaries: tuple[str, ...]
    action: str
    amount: Amount | None
    deadline: Deadline | None
    condition: str | None
    class_: str
    timeliness: str
    """For the day asked for: see reconcile/compliance.py."""
    history: tuple[History, ...]
    accounts: tuple[CommitmentAccount, ...]
    KIND = "commitment"


@dataclass(frozen=True, slots=True)
class Wording:
    """One occurrence of a loaded phrase."""

    id: str
    phrase: str
    class_: str
    target: str | None
    voice: str | None
    report: str
    quotes: tuple[Quote, ...]
    KIND = "wording"


@dataclass(frozen=True, slots=True)
class Side:
    """One account that takes part in a finding."""

    side: str
    """a or b."""
    kind: str
    id: str
    report: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """What comparing accounts shows."""

    id: str
    type: str
    """contradiction, corroboration, update, scope_difference or copy."""
    about: str
    """number, date, place, who_promised_what, status, existence, attribution, assessment or other."""
    strength: str
    """strict or weak."""
    reason: str
    items: tuple[Side, ...]
    KIND = "finding"


@dataclass(frozen=True, slots=True)
class Items:
    """All items and findings that reconciling makes of some readings."""

    reports: tuple[ReportItem, ...] = ()
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    events: tuple[Event, ...] = ()
    figures: tuple[Figure, ...] = ()
    statements: tuple[Statement, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    wording: tuple[Wording, ...] = ()
    findings: tuple[Finding, ...] = ()


KINDS = (
    "report", "actor", "place", "event", "figure", "statement", "agreement", "commitment", "wording", "finding",
    "decision",
)  # fmt: skip
"""The kinds of the record format, in the order of its lines."""
