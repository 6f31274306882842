"""What the readers find in one report: mentions, each at the quotes that carry it.

Actors, places and agreements get a key that holds inside their report only; reconciling turns keys into ids.
The vocabularies named here are those of the record format (docs/record.md).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from truceline.domain.amounts import Amount
from truceline.domain.dates import Days, When
from truceline.domain.document import Document, Quote

ACTOR_TYPES = (
    "person", "state", "government", "armed_group", "security_force", "organisation", "alliance", "population", "other",
)  # fmt: skip
PLACE_TYPES = ("country", "province", "district", "city", "site", "region", "waterbody", "other")
PRECISIONS = ("exact", "vicinity", "locality", "admin2", "admin1", "country", "unknown")
EVENT_STATUSES = ("occurred", "ongoing", "planned", "conditional", "denied", "alleged", "hypothetical")
STANCES = ("assert", "deny", "promise", "threaten", "demand", "predict", "concede", "accuse", "other")
FORMS = ("direct", "indirect", "mixed")
AGREEMENT_STATUSES = ("proposed", "under_negotiation", "signed", "in_force", "suspended", "ended", "rejected")
DEADLINE_RULES = ("fixed", "offset", "on_event", "within", "chain", "continuing", "none")
COMMITMENT_CLASSES = ("duty", "prohibition", "goal", "process", "aspiration")
IMPLEMENTATIONS = ("pending", "in_progress", "met", "missed", "broken", "refused", "disputed", "none_stated")
WORDING_CLASSES = (
    "epithet", "scare_quotes", "loaded_verb", "metaphor", "absolutes", "insult", "glorification", "euphemism", "doubt",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Credit:
    """Who a report credits with what it tells: nobody (its own voice), or an actor, perhaps through others."""

    attributed_to: str | None = None
    relayed_by: tuple[str, ...] = ()
    """Actors in between, outermost first."""


OWN_VOICE = Credit()


@dataclass(frozen=True, slots=True)
class Title:
    """A title or office that a report gives to an actor."""

    title: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class ActorMention:
    """One actor as one report names it, all its forms together."""

    key: str
    name: str
    """The fullest form of the name in the report, without leading article."""
    type: str
    country: str | None
    """ISO 3166-1 alpha-3."""
    member_of: tuple[str, ...]
    """Keys of actors that it belongs to."""
    titles: tuple[Title, ...]
    quotes: tuple[Quote, ...]
    """Every place where it is named; leading articles and pronouns left out."""
    named: bool = True
    """False for an unnamed speaker or source, who is never merged with anybody outside the report."""
    vocabulary: str | None = None
    """The row of vocabulary/actors.toml that it is, where one matched (states, well-known organisations)."""


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """One place as one report names it."""

    key: str
    name: str
    type: str
    country: str | None
    admin1: str | None
    latitude: float | None
    longitude: float | None
    """Degrees; None for countries, regions and waters, and for what no gazetteer knows."""
    precision: str
    quotes: tuple[Quote, ...]
    gazetteer: str | None = None
    """Id in the gazetteer, which tells places of one name apart."""


@dataclass(frozen=True, slots=True)
class EventMention:
    """One event as one report tells it."""

    key: str
    type: str
    mode: str | None
    predicate: str
    """Lemma of the word that tells it (attack, sign, withdraw)."""
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    place: str | None
    when: When
    status: str
    fatalities: Amount | None
    injured: Amount | None
    credit: Credit
    quotes: tuple[Quote, ...]
    head: Quote
    """The word that tells it."""
    from_headline: bool = False
    lately: bool = False
    """Told without a date as news are: it happened not long before the report."""
    story_day: date | None = None
    """The day that its paragraph had reached when it was told without a date."""


@dataclass(frozen=True, slots=True)
class FigureMention:
    """One figure as one report tells it."""

    key: str
    measure: str
    of: str | None
    where: str | None
    stock_or_flow: str | None
    amount: Amount
    as_of: When | None
    by: When | None
    change_from: Amount | None
    credit: Credit
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class StatementMention:
    """Something that an actor said or wrote, as one report tells it."""

    key: str
    speakers: tuple[str, ...]
    relayed_by: tuple[str, ...]
    form: str
    stance: str
    addressees: tuple[str, ...]
    when: When | None
    speaker_quote: Quote | None
    cue_quote: Quote | None
    content_quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class AgreementMention:
    """One agreement, signed, negotiated or proposed, as one report tells it."""

    key: str
    name: str
    parties: tuple[str, ...]
    signatories: tuple[str, ...]
    witnesses: tuple[str, ...]
    when: When | None
    place: str | None
    status: str
    credit: Credit
    quotes: tuple[Quote, ...]
    guessed: bool = False
    """Whether the report names no party, so that they are the two sides that it speaks of most."""
    signing: When | None = None
    """The day of its signing, past or planned; None where the report only tells that it was reached or announced."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """By when something was promised, and how the day follows from the words."""

    text: str
    rule: str
    """One of DEADLINE_RULES."""
    from_: str | None
    """What the count starts at, in words; None where nothing is counted."""
    days: Days
    count: tuple[int, str] | None = None
    """For offset and chain: number and unit (day, week, month, year), counted from `from_`."""


@dataclass(frozen=True, slots=True)
class Progress:
    """What a report says of the fulfilment of a commitment."""

    implementation: str
    as_of: When | None
    credit: Credit
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class CommitmentMention:
    """Something that somebody is bound to do or not to do, as one report tells it."""

    key: str
    agreement: str | None
    obligors: tuple[str, ...]
    obligor_basis: str
    """explicit, implied or unstated."""
    beneficiaries: tuple[str, ...]
    action: str
    amount: Amount | None
    deadline: Deadline | None
    condition: str | None
    class_: str
    progress: tuple[Progress, ...]
    credit: Credit
    quotes: tuple[Quote, ...]
    from_text: bool = False
    """Whether it stands in the text of the agreement itself, not in what a report says of it."""


@dataclass(frozen=True, slots=True)
class DeedTold:
    """A deed told as done or begun, or a breach claimed or denied; commitments of other reports are held against it."""

    key: str
    stage: str
    """begun, done, ended, broken or denied."""
    deed: tuple[str, ...]
    """Lemmas that name the deed: its verb or noun, and what is begun or ended."""
    agents: tuple[str, ...]
    agent_words: tuple[str, ...]
    """The words that name who does it, also where they are no actor of the report."""
    words: tuple[str, ...]
    """The words of the deed, who does it left out."""
    amount: Amount | None
    when: When | None
    credit: Credit
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class WordingMention:
    """One occurrence of a loaded phrase."""

    phrase: str
    class_: str
    target: tuple[str, str] | None
    """Kind (actor, event, agreement, statement) and key of what the phrase is about."""
    voice: str | None
    """Key of the actor who words it; None for the publisher's own voice."""
    quote: Quote


@dataclass(frozen=True, slots=True)
class Reading:
    """All that the readers found in one report; nothing in it knows about other reports."""

    document: Document
    """With its publication interval as far as the report itself tells it."""
    actors: tuple[ActorMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    events: tuple[EventMention, ...] = ()
    figures: tuple[FigureMention, ...] = ()
    statements: tuple[StatementMention, ...] = ()
    agreements: tuple[AgreementMention, ...] = ()
    commitments: tuple[CommitmentMention, ...] = ()
    wording: tuple[WordingMention, ...] = ()
    deeds: tuple[DeedTold, ...] = ()


@dataclass(frozen=True, slots=True)
class SkippedReport:
    """A report that was set aside, and why, in one sentence."""

    id: str
    source: str
    sha256: str
    reason: str
    kind: str
    """Name of the error class, e.g. EmptyReport."""
