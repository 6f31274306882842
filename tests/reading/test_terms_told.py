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
    ACCORD + "It is to be recalled that the war cost 900 lives.",
    "“We will not give up,” the president of Chad said.",
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


DUE_BEFORE = [
    # text, words of the action, the day on which it had been due, what became of it
    (ACCORD + "The amnesty, due within 15 days of signature, was granted on 30 May to 400 men.", "grant", "2021-05-18", "met"),
    (ACCORD + "The first batch of prisoners, due on 10 May, came home on 20 May.", "come", "2021-05-10", "met"),
    (ACCORD + "Elections, promised for 1 June, have not been held.", "hold", "2021-06-01", "missed"),
    (ACCORD + "The last fighters left on 5 June instead of 20 May.", "leave", "2021-05-20", "met"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "action", "latest", "state"), DUE_BEFORE)
def test_what_is_told_with_the_day_on_which_it_had_been_due(text: str, action: str, latest: str, state: str) -> None:
    (found,) = [c for c in commitments(text) if action in c.action]
    assert found.deadline is not None
    assert str(found.deadline.days.latest) == latest
    assert [p.implementation for p in found.progress][:1] == [state]


def test_what_nobody_promised_is_due_to_nobody() -> None:
    assert commitments(ACCORD + "The newspaper, due on Monday, appeared on Tuesday.") == ()


OTHERWISE = [
    # a promise told by a noun, a time that somebody was given, "what they signed"
    ("Ireland gave an undertaking that the bases would be closed by June 2022.", "close", {"Ireland"}),
    (ACCORD + "The Chadian army has been given three months to leave Tine.", "leave Tine", {"Chad"}),
    ("What Chad signed at Dakar on 3 May was that it would disband its militia.", "disband", {"Chad"}),
    ("Kenya has vowed that its cabinet will not stay an hour longer.", "stay", {"Kenya"}),
    (
        "The army of Chad holds Tine. Gen. Idriss Mahamat of Chad said that the army would withdraw from the town.",
        "withdraw",
        {"army of Chad"},
    ),
    (ACCORD + "Its soldiers were promised a year of pay and a place in the police.", "year of pay", set()),
    (ACCORD + "The accord by which artillery was to be moved 15 km away was never kept.", "move", set()),
    ("The removal of the posts would be finished by May 2022, a British spokesman said.", "finish", set()),
    (ACCORD + "The withdrawal of Chad from Tine is complete.", "withdrawal", {"Chad"}),
    (ACCORD + "Under the accord Sudan will leave Tine. Chad has to stop its patrols.", "stop its patrols", {"Chad"}),
]


@pytest.mark.parametrize(("text", "action", "obligors"), OTHERWISE)
def test_promises_told_otherwise(text: str, action: str, obligors: set[str]) -> None:
    (found,) = [c for c in commitments(text) if action in c.action]
    assert names(text, found.obligors) == obligors


def test_a_truce_that_is_to_begin_is_to_be_kept() -> None:
    text = "A formal ceasefire takes effect on 1 July. Chad and Sudan signed the accord in Dakar on Monday."
    assert [c.action for c in commitments(text)] == ["formal ceasefire"]


def test_a_plan_that_an_envoy_sent_is_no_part_of_the_accord() -> None:
    text = ACCORD + "Under the plan that the UN envoy sent to both capitals, Chad must leave Tine."
    assert len(agreements(text)) == 2 or agreements(text)[0].quotes[-1].exact != "plan"


GOING = [
    (
        "All foreigners were to have been gone within three months of the signing.",
        "all foreigners to be gone",
        "2021-08-03",
    ),
    (
        "Under the accord mercenaries have to be out of Chad within 90 days.",
        "mercenaries to be out of Chad",
        "2021-08-01",
    ),
]


@pytest.mark.parametrize(("text", "action", "latest"), GOING)
def test_what_has_to_be_gone_stands_in_the_action(text: str, action: str, latest: str) -> None:
    (found,) = commitments("Sudan and Chad concluded an accord in Dakar on 3 May 2021. " + text)
    assert (found.action, found.obligors) == (action, ())
    assert found.deadline is not None
    assert str(found.deadline.days.latest) == latest
