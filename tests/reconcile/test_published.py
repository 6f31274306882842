"""Reports that state no date are dated by what other reports tell of the same, and their dates are counted anew."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from builders import actor, agreement, document, event, place, reading, when
from truceline.domain.dates import UNKNOWN_DAYS, Days, When
from truceline.domain.document import Part
from truceline.domain.mention import Reading
from truceline.reconcile import reconcile


def told(text: str, *deeds: tuple[str, When], published: str | None = None, type: str = "SUPPORT") -> Reading:
    d = document(text, published=published)
    a, p = actor(d, "Valley Front", "armed_group"), place(d, "Orlin")
    events = tuple(event(d, phrase, type, actors=(a.key,), place=p.key, when=w) for phrase, w in deeds)
    return reading(d, actors=(a,), places=(p,), events=events)


def waiting(words: str) -> When:
    return When(words, UNKNOWN_DAYS, "unknown")


DATED = told(
    "The Valley Front signed the pact in Orlin.", ("signed the pact", when("2031-06-20")), published="2031-06-21"
)


def test_a_day_without_its_year_dates_the_report_and_all_that_it_tells() -> None:
    undated = told(
        "The Valley Front signed the pact in Orlin on 20 June. It left the town on 3 August.",
        ("signed the pact", waiting("20 June")), ("left the town", waiting("3 August")),
    )  # fmt: skip
    items = reconcile((DATED, undated))
    (report,) = [r for r in items.reports if r.id == undated.document.id]
    assert report.published.basis == "reported_elsewhere"
    assert report.published.days.earliest == date(2031, 6, 20)
    found = {a.quotes[0].exact: a.date.days for e in items.events for a in e.accounts if a.report == report.id}
    assert found["signed the pact"] == Days.on("2031-06-20")
    assert found["left the town"].meets(Days.on("2031-08-03"))
    assert len(items.events) == 2


def test_what_the_report_states_is_never_moved() -> None:
    stated = told(
        "The Valley Front signed the pact in Orlin on 20 June.", ("signed the pact", when("2025-06-20")),
        published="2025-07-01",
    )  # fmt: skip
    items = reconcile((DATED, stated))
    assert {r.published.basis for r in items.reports} == {"stated"}
    assert len(items.events) == 2


def test_reports_that_differ_on_the_year_date_nothing() -> None:
    other = told(
        "The Valley Front signed a pact in Orlin.", ("signed a pact", when("2025-06-20")), published="2025-06-21"
    )
    undated = told("The Valley Front met in Orlin on 20 June.", ("met in Orlin", waiting("20 June")), type="DEMAND")
    items = reconcile((DATED, other, undated))
    (report,) = [r for r in items.reports if r.id == undated.document.id]
    assert not report.published.days.known


def test_a_dateline_without_its_year_gets_the_one_that_fits() -> None:
    undated = told(
        "ORLIN, 3 August. The Valley Front signed the pact in Orlin on 20 June, and left it on Friday.",
        ("signed the pact", waiting("20 June")), ("left it", waiting("Friday")),
    )  # fmt: skip
    line = Part("dateline", 0, len("ORLIN, 3 August."))
    undated = replace(undated, document=replace(undated.document, parts=(line, *undated.document.parts)))
    items = reconcile((DATED, undated))
    (report,) = [r for r in items.reports if r.id == undated.document.id]
    assert report.published.days == Days.on("2031-08-03")
    left = [a.date.days for e in items.events for a in e.accounts if a.quotes[0].exact == "left it"]
    assert left == [Days.on("2031-08-01")]


def test_a_signing_without_its_day_comes_after_the_one_that_reports_on_the_same_actors_know() -> None:
    def signing(text: str, day: When, published: str | None) -> Reading:
        d = document(text, published=published)
        a, b = actor(d, "Valley Front", "armed_group"), actor(d, "Hill Guard", "armed_group")
        made = event(d, "signed", "SUPPORT", predicate="sign", when=day)
        met = event(d, "met", "CONSULT", predicate="meet", actors=(a.key, b.key), when=when())
        return reading(d, actors=(a, b), events=(made, met))

    dated = signing("It was signed. Valley Front and Hill Guard met.", when("2031-06-20"), "2031-06-21")
    undated = signing("They signed at last, and the Valley Front and the Hill Guard met.", when(), None)
    items = reconcile((dated, undated))
    (report,) = [r for r in items.reports if r.id == undated.document.id]
    assert report.published.days == Days(date(2031, 6, 20), None)


def _pact(text: str, name: str, date: When | None, published: str | None, *parties: tuple[str, str]) -> Reading:
    d = document(text, published=published)
    actors = tuple(actor(d, who, type_) for who, type_ in parties)
    made = agreement(d, name, *(a.key for a in actors), when=date)
    return reading(d, actors=actors, agreements=(made,))


def test_a_report_that_names_the_one_agreement_of_its_parties_as_signed_came_after_it() -> None:
    sides = ("Valley Front", "armed_group"), ("Hill Army", "security_force")
    signed = _pact(
        "The Valley Front and the Hill Army signed the Orlin Accord.",
        "Orlin Accord", when("2031-06-20"), "2031-06-21", *sides,
    )  # fmt: skip
    later = _pact("The Hill Army has broken the peace pact.", "peace pact", None, None, sides[1])
    (bounded,) = [r for r in reconcile((signed, later)).reports if r.id == later.document.id]
    assert bounded.published.days == Days(date(2031, 6, 20), None)
    other = _pact(
        "The Hill Army has broken the pact with the Coast Guard.",
        "pact", None, None, sides[1], ("Coast Guard", "armed_group"),
    )  # fmt: skip
    (free,) = [r for r in reconcile((signed, other)).reports if r.id == other.document.id]
    assert not free.published.days.known


def _letter(*days: str) -> Reading:
    text = "Comrade Ilya spoke at Orlin for the Valley Front. " + " ".join(f"We marched on {day}." for day in days)
    d = document(text)
    names = [actor(d, name, kind) for name, kind in (("Valley Front", "armed_group"), ("Ilya", "person"))]
    events = tuple(event(d, f"marched on {day}", "PROTEST", when=waiting(day)) for day in days)
    return reading(d, actors=tuple(names), places=(place(d, "Orlin"),), events=events)


def _chronicle(*days: str) -> Reading:
    text = "Ilya of the Valley Front was at Orlin. " + " ".join(f"The bank shut on {day}." for day in days)
    d = document(text, published="2032-01-15")
    names = [actor(d, name, kind) for name, kind in (("Valley Front", "armed_group"), ("Ilya", "person"))]
    events = tuple(event(d, f"shut on {day}", "COERCE", when=when(day)) for day in days)
    return reading(d, actors=tuple(names), places=(place(d, "Orlin"),), events=events)


@pytest.mark.parametrize(
    ("letter", "chronicle", "dated"),
    [
        (("20 June", "3 August", "9 May"), ("2031-06-20", "2031-08-03"), True),
        (("20 June",), ("2031-06-20",), True),
        (("20 June", "3 August"), ("2031-06-20", "2029-08-03"), False),  # the years do not go together
        (("20 June", "3 August"), ("2031-06-21", "2031-08-04"), False),
        (("20 June",), tuple(f"2031-{m:02}-{d}" for m in range(1, 13) for d in (10, 12, 15, 20, 25)), False),
    ],
)  # fmt: skip
def test_days_of_the_year_that_several_tell_date_a_report(
    letter: tuple[str, ...], chronicle: tuple[str, ...], dated: bool
) -> None:
    undated = _letter(*letter)
    items = reconcile((undated, _chronicle(*chronicle)))
    (report,) = [r for r in items.reports if r.id == undated.document.id]
    assert (report.published.days.earliest is not None) is dated
    if dated:
        assert report.published.days.meets(Days(date(2031, 6, 20), date(2032, 5, 30)))
