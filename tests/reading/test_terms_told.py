"""Terms and promises as communiqués, wires, score cards and treaties of many conflicts word them."""

from __future__ import annotations

import pytest

from reading.told_scenes import agreements, commitments, names

pytestmark = pytest.mark.network

ACCORD = "Sudan and Chad signed an accord in Dakar on 3 May 2021. "
DUE = [
    # text, words of the action, the last day on which it is due
    (ACCORD + "Under the accord, Chad shall free 40 men within fourteen (14) days of the signing.", "free 40", "2021-05-17"),
    (
        ACCORD + "Within 48 hours of the signing the shelling was to cease; within a week Chad was to free its captives.",
        "cease",
        "2021-05-05",
    ),
    (ACCORD + "Under the accord, Sudan must let 90 lorries of flour a day into Abéché.", "let 90 lorries", None),
    (ACCORD + "Under the accord, Sudan will patrol the border for a period of two years.", "patrol", "2023-05-03"),
]  # fmt: skip
BOUND = [
    # text, words of the action, who is bound
    (ACCORD + "The accord commits both states to a withdrawal of their troops.", "withdrawal", {"Sudan", "Chad"}),
    (ACCORD + "The accord prohibits any recruitment by Chad.", "no recruitment", {"Chad"}),
    ("Chad will free 30 soldiers, and the Sudanese side will free two pilots.", "free 30 soldiers", {"Chad"}),
    (
        "STATEMENT OF THE MORO ISLAMIC LIBERATION FRONT\n\nCotabato, 4 March 2021\n\n"
        "We have fought long enough. We have kept the truce and we keep our word. "
        "We shall surrender 400 rifles by 1 July.",
        "surrender 400 rifles",
        {"MORO ISLAMIC LIBERATION FRONT"},
    ),
]
UNBOUND = [
    "After long talks the Kenyan delegation finally agreed to sign.",
    ACCORD + "The accord contains nine commitments.",
]


@pytest.mark.parametrize(("text", "action", "latest"), DUE)
def test_by_when_a_term_is_due(text: str, action: str, latest: str | None) -> None:
    (found,) = [c for c in commitments(text) if action in c.action]
    assert (str(found.deadline.days.latest) if found.deadline else None) == latest


@pytest.mark.parametrize(("text", "action", "obligors"), BOUND)
def test_whom_a_term_binds(text: str, action: str, obligors: set[str]) -> None:
    (found,) = [c for c in commitments(text) if action in c.action]
    assert names(text, found.obligors) == obligors


@pytest.mark.parametrize("text", UNBOUND)
def test_what_binds_nobody(text: str) -> None:
    assert commitments(text) == ()


COMMUNIQUE = """JOINT COMMUNIQUÉ

Government of the Republic of Colombia - National Liberation Army

Quito, 4 September 2017

The parties agreed on the following:

1. The NLA undertook to suspend all attacks on pipelines from 1 October 2017.

2. The Government shall free forty prisoners within fifteen (15) days.

3. A mission comprising 20 observers, four vessels and a helicopter shall be sent to Chocó.

4. The parties shall meet again in Quito.

5. The NLA shall clear the road to Quibdó of mines.
"""
STATEMENT = """Statement by the President of the Republic of Chad, the Prime Minister of the Republic of Sudan and the Envoy

4 May 2019

We, the President and the Prime Minister, declare:

1. The Republic of Chad and the Republic of Sudan, hereinafter referred to as the Parties, shall remain in their positions.

2. The Republic of Sudan shall return the district of Tine before 1 June 2019.

3. The Parties shall exchange prisoners.

4. A centre for monitoring shall be set up in Abéché.

5. Refugees shall return to their homes.
"""
PARTIES = [
    (COMMUNIQUE, {"Republic of Colombia", "National Liberation Army"}),
    (STATEMENT, {"Republic of Chad", "Republic of Sudan"}),
]
CLAUSES = [
    (COMMUNIQUE, "suspend all attacks", {"National Liberation Army"}),
    (COMMUNIQUE, "clear the road", {"National Liberation Army"}),
    (COMMUNIQUE, "free forty prisoners", {"Republic of Colombia"}),
    (COMMUNIQUE, "send", set()),
    (STATEMENT, "return the district", {"Republic of Sudan"}),
    (STATEMENT, "exchange prisoners", {"Republic of Chad", "Republic of Sudan"}),
]


@pytest.mark.parametrize(("text", "parties"), PARTIES)
def test_who_issued_a_text_together_is_party_to_it(text: str, parties: set[str]) -> None:
    (agreement,) = agreements(text)
    assert names(text, agreement.parties) == parties


@pytest.mark.parametrize(("text", "action", "obligors"), CLAUSES)
def test_whom_a_clause_of_a_communique_binds(text: str, action: str, obligors: set[str]) -> None:
    (found,) = [c for c in commitments(text) if action in c.action]
    assert names(text, found.obligors) == obligors
