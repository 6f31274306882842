"""What tests talk about, built in one line each."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

from truceline.domain.amounts import Amount
from truceline.domain.dates import UNKNOWN_DAYS, Days, When
from truceline.domain.document import Document, Part, Published, Quote, Report
from truceline.domain.mention import (
    OWN_VOICE,
    ActorMention,
    AgreementMention,
    CommitmentMention,
    Credit,
    Deadline,
    EventMention,
    FigureMention,
    PlaceMention,
    Progress,
    Reading,
    StatementMention,
)

_NUMBERS = count(1)


def report(text: str, source: str | None = None, **given: str) -> Report:
    """A plain text report."""
    return Report(source or f"report-{next(_NUMBERS)}.txt", text.encode(), "text/plain", tuple(given.items()))


def document(
    text: str, *, published: str | None = None, publisher: str | None = None, title: str | None = None
) -> Document:
    """A document of one body part, published on a day."""
    made = Report("a.txt", (text + str(published) + str(publisher)).encode())
    days = Published(Days.on(published), "stated") if published else Published()
    parts = (Part("body", 0, len(text)),)
    return Document(made.id, f"{made.id}.txt", made.sha256, "text/plain", title, publisher, (), days, "en", text, parts)


def quote(document: Document, exact: str) -> Quote:
    """The first place of some words."""
    start = document.text.index(exact)
    return document.quote(start, start + len(exact))


def when(earliest: str | None = None, latest: str | None = None, text: str | None = None) -> When:
    """A stated date; one day if only one is given."""
    return (
        When(text, Days.between(earliest, latest or earliest))
        if earliest or latest
        else When(None, UNKNOWN_DAYS, "unknown")
    )


def amount(document: Document, exact: str, made: Amount) -> Amount:
    """An amount at its words."""
    found = quote(document, exact)
    return replace(made, text=exact, start=found.start, end=found.end)


def actor(d: Document, name: str, type: str = "person", **rest: object) -> ActorMention:
    """An actor named at the first place of its name."""
    base = ActorMention(name, name, type, None, (), (), (quote(d, name),))
    return replace(base, **rest)  # type: ignore[arg-type]


def place(d: Document, name: str, type: str = "city", **rest: object) -> PlaceMention:
    """A place named at the first place of its name."""
    base = PlaceMention(name, name, type, None, None, None, None, "unknown", (quote(d, name),))
    return replace(base, **rest)  # type: ignore[arg-type]


def event(d: Document, exact: str, type: str = "ASSAULT", **rest: object) -> EventMention:
    """An event told by some words."""
    found = quote(d, exact)
    base = EventMention(
        f"e{found.start}", type, None, exact.split()[0].lower(), (), (), None, when(), "occurred", None, None, OWN_VOICE,
        (found,), found,
    )  # fmt: skip
    return replace(base, **rest)  # type: ignore[arg-type]


def figure(d: Document, exact: str, made: Amount, measure: str = "killed", **rest: object) -> FigureMention:
    """A figure told by the words of its amount."""
    base = FigureMention(
        f"f{exact}",
        measure,
        None,
        None,
        "stock",
        amount(d, exact, made),
        None,
        None,
        None,
        OWN_VOICE,
        (quote(d, exact),),
    )
    return replace(base, **rest)  # type: ignore[arg-type]


def statement(d: Document, exact: str, speaker: str, stance: str = "assert", **rest: object) -> StatementMention:
    """A statement whose content is some words."""
    found = quote(d, exact)
    base = StatementMention(f"s{found.start}", (speaker,), (), "indirect", stance, (), None, None, None, (found,))
    return replace(base, **rest)  # type: ignore[arg-type]


def agreement(d: Document, name: str, *parties: str, **rest: object) -> AgreementMention:
    """An agreement named by some words."""
    base = AgreementMention(f"a{name}", name, parties, (), (), None, None, "signed", OWN_VOICE, (quote(d, name),))
    return replace(base, **rest)  # type: ignore[arg-type]


def commitment(d: Document, exact: str, *obligors: str, **rest: object) -> CommitmentMention:
    """A commitment told by some words, which are its action too."""
    found = quote(d, exact)
    base = CommitmentMention(
        f"c{found.start}", None, obligors, "explicit" if obligors else "unstated", (), exact, None, None, None, "duty", (),
        OWN_VOICE, (found,),
    )  # fmt: skip
    return replace(base, **rest)  # type: ignore[arg-type]


def deadline(
    text: str, rule: str = "fixed", from_: str | None = None, days: Days = UNKNOWN_DAYS, **rest: object
) -> Deadline:
    """A deadline."""
    return Deadline(text, rule, from_, days, **rest)  # type: ignore[arg-type]


def reading(d: Document, **mentions: object) -> Reading:
    """A reading of a document with some mentions."""
    return Reading(d, **mentions)  # type: ignore[arg-type]


__all__ = [
    "Credit", "Progress", "actor", "agreement", "amount", "commitment", "deadline", "document", "event", "figure", "place",
    "quote", "reading", "report", "statement", "when",
]  # fmt: skip
