from __future__ import annotations

import pytest

from reading.told_scenes import commitments, names
from truceline.vocabulary import rows

pytestmark = pytest.mark.network

TERMS = "Sudan and Chad signed a peace agreement in Dakar on 3 May 2021. "
PROMISES = [
    # text, obligors, words of the action
    ("Russia pledged not to attack the port.", {"Russia"}, "not to attack the port"),
    ("Eritrea undertook in the same accord to respect a zone of 25 km.", {"Eritrea"}, "respect a zone"),
    ("Kenya must pull back within 24 hours of the vote.", {"Kenya"}, "pull back"),
    ("Sudan has to free all captives within a week.", {"Sudan"}, "free all captives"),
    (TERMS + "Armenia welcomed it.\n\nThe parties shall exchange captives.", {"Sudan", "Chad"}, "exchange captives"),
    ("Ethiopia promised to reopen the road.", {"Ethiopia"}, "reopen the road"),
    ("Turkey vowed to withdraw its troops from Syria.", {"Turkey"}, "withdraw its troops from Syria"),
    ("Israel agreed to release 90 prisoners.", {"Israel"}, "release 90 prisoners"),
    ("Eritrea undertook to respect the border.", {"Eritrea"}, "respect the border"),
    ("India committed itself to hold talks.", {"India"}, "hold talks"),
    ("Colombia has promised that it will hold elections.", {"Colombia"}, "hold elections"),
    ("Armenia announced that it would withdraw 500 soldiers.", {"Armenia"}, "withdraw 500 soldiers"),
    (
        "Kenya will withdraw its troops from Somalia by June, its defence secretary Ada Kimani announced on Monday.",
        {"Kenya"},
        "withdraw its troops from Somalia",
    ),
    ("Nepal kept its promise to disarm the militia.", {"Nepal"}, "disarm the militia"),
    ("The commitment by Uganda to leave Congo was welcomed.", {"Uganda"}, "leave Congo"),
    ("Germany pledged $3 million to rebuild schools.", {"Germany"}, "rebuild schools"),
    (TERMS + "Under the agreement, Sudan will close two camps.", {"Sudan"}, "close two camps"),
    (TERMS + "Under the terms of the accord, Chad must disarm the militia.", {"Chad"}, "disarm the militia"),
    (TERMS + "The agreement requires Chad to disarm the militia.", {"Chad"}, "disarm the militia"),
    (TERMS + "The agreement commits Sudan to hold elections.", {"Sudan"}, "hold elections"),
    (TERMS + "It calls for the withdrawal of Chadian troops from Darfur.", {"Chad"}, "withdrawal of Chadian troops"),
    (TERMS + "The accord bars Sudan from recruiting children.", {"Sudan"}, "not to recruit children"),
    (TERMS + "The accord calls for a ceasefire.", {"Sudan", "Chad"}, "ceasefire"),
    (TERMS + "It says that a truce will be on the agenda of the talks.", {"Sudan", "Chad"}, "truce on the agenda"),
]
NO_PROMISES = [
    "Nobody in the cabinet promised to release the prisoners.",
    "No party agreed to withdraw from the border towns.",
    "Neither the army nor the rebels pledged to open the road.",
    "Russia refused to promise a ceasefire.",
    "The envoy urged Russia to promise a ceasefire.",
    "There is no commitment to release prisoners.",
    "Israel has not agreed to release prisoners.",
    "Ukraine has yet to agree to withdraw.",
    "India agreed that the war was lost.",
    "The talks will be difficult.",
    "Russia attacked the port.",
    "The militia must leave the town at once, the president said.",
    "The president promised victory.",
]


@pytest.mark.parametrize(("text", "obligors", "action"), PROMISES)
def test_who_is_bound_to_do_what(text: str, obligors: set[str], action: str) -> None:
    found = [c for c in commitments(text) if action in c.action]
    assert found, [c.action for c in commitments(text)]
    assert names(text, found[0].obligors) == obligors


@pytest.mark.parametrize("text", NO_PROMISES)
def test_what_nobody_promised_is_no_commitment(text: str) -> None:
    assert [c.action for c in commitments(text)] == []


def test_each_clause_of_a_term_is_one_commitment() -> None:
    text = TERMS + "Under the agreement, Sudan will close two camps within 30 days and will free 40 prisoners."
    first, second = commitments(text)
    assert (first.action, second.action) == ("close two camps", "free 40 prisoners")
    assert first.quotes != second.quotes


def test_a_deadline_counts_from_the_day_of_the_agreement() -> None:
    (commitment,) = commitments(TERMS + "Under the agreement, Sudan will close two camps within 30 days.")
    assert commitment.deadline is not None
    assert commitment.deadline.rule == "offset"
    assert str(commitment.deadline.days.latest) == "2021-06-02"
    assert commitment.agreement is not None


SIGNINGS = [
    ("On Monday the army and the rebels announced a peace agreement. The rebels will disarm within 180 days of the "
     "signing.", None),
    ("Chad and the FACT rebels reached a peace agreement on Monday and will sign it on Friday. Under the deal the rebels "
     "will disarm within 30 days of the signing.", "2021-07-11"),
    ("Chad and the FACT rebels signed a peace agreement on Monday. Under the deal the rebels will disarm within 30 days "
     "of the signing.", "2021-07-07"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "latest"), SIGNINGS)
def test_a_deadline_counts_from_a_signing_only_where_its_day_is_told(text: str, latest: str | None) -> None:
    (found,) = [c for c in commitments(text) if c.deadline]
    assert found.deadline is not None
    assert found.deadline.rule == "offset"
    assert str(found.deadline.days.latest) == str(latest)


NO_DEADLINES = [
    "The government undertook to pay every fighter 300 dollars a month.",
    "Israel agreed to free 90 men detained since October 2020.",
]


@pytest.mark.parametrize("text", NO_DEADLINES)
def test_rates_and_what_has_lasted_are_no_deadlines(text: str) -> None:
    (found,) = commitments(text)
    assert found.deadline is None


def test_how_long_it_took_is_no_deadline() -> None:
    text = "The army and the rebels agreed on Friday to stop fighting, two years to the week after war broke out."
    assert [c.deadline for c in commitments(text)] == [None]


def test_in_return_goes_on_with_the_terms() -> None:
    text = TERMS + "Under the agreement, Sudan will close two camps. In return, Chad will free 40 prisoners."
    first, second = commitments(text)
    assert names(text, second.obligors) == {"Chad"}
    assert first.agreement == second.agreement


def test_the_other_party_is_served_by_a_term() -> None:
    text = TERMS + "Under the agreement, Sudan will close two camps."
    (commitment,) = commitments(text)
    assert names(text, commitment.beneficiaries) == {"Chad"}


def test_a_condition_is_kept_in_its_words() -> None:
    (commitment,) = commitments("Turkey pledged to open the border once the prisoners are free.")
    assert commitment.condition == "once the prisoners are free"
    assert commitment.action == "open the border"


def test_a_passive_leaves_the_obligor_open() -> None:
    (commitment,) = commitments(TERMS + "Under the agreement, a commission will be set up by August.")
    assert commitment.obligors == ()
    assert commitment.obligor_basis == "unstated"


def test_prisoners_of_two_sides_are_two_commitments() -> None:
    text = TERMS + "The agreement calls for the exchange of 50 Sudanese prisoners for 20 Chadian soldiers."
    found = commitments(text)
    assert [c.amount.best for c in found if c.amount] == [50, 20]
    assert [names(text, c.obligors) for c in found] == [{"Chad"}, {"Sudan"}]


def test_a_prohibition_is_told_from_a_duty() -> None:
    (commitment,) = commitments("Russia pledged not to attack the port.")
    assert commitment.class_ == "prohibition"


def test_a_broken_promise_is_progress_of_the_promise() -> None:
    (commitment,) = commitments("Uganda broke its promise to leave Congo.")
    assert [p.implementation for p in commitment.progress] == ["broken"]


TOLD_BY_KEEPING = [
    ("Renamo has not honoured its commitment to disarm.", {"Renamo"}, "disarm", "missed"),
    ("Kenya failed to keep its promise to withdraw 300 troops.", {"Kenya"}, "withdraw 300 troops", "missed"),
    ("Israel has yet to free the prisoners it promised to free.", {"Israel"}, "free the prisoners", "pending"),
    ("Russia withdrew its tanks on Monday, as it had promised.", {"Russia"}, "withdraw its tanks", "met"),
    ("The envoy accused Chad of failing to leave the town as it had agreed.", {"Chad"}, "leave the town", "missed"),
    ("Ethiopia reneged on its pledge to open the border.", {"Ethiopia"}, "open the border", "broken"),
    ("Sudan broke its pledge of non-recurrence.", {"Sudan"}, "non-recurrence", "broken"),
]


@pytest.mark.parametrize(("text", "obligors", "action", "implementation"), TOLD_BY_KEEPING)
def test_a_promise_told_only_by_what_became_of_it_is_one(
    text: str, obligors: set[str], action: str, implementation: str
) -> None:
    (found,) = [c for c in commitments(text) if action in c.action]
    assert names(text, found.obligors) == obligors
    assert implementation in {p.implementation for p in found.progress}


BONDS = [
    ("Serbia is bound to hand over the suburbs by March 19.", {"Serbia"}, "hand over the suburbs"),
    ("Eritrea is obliged to hold a census by July 2022.", {"Eritrea"}, "hold a census"),
    ("Armenia gave guarantees of safe passage.", {"Armenia"}, "safe passage"),
    ("Nepal and India signed a truce. Both sides pledged to stop hate speech.", {"Nepal", "India"}, "stop"),
    ("Nepal and India signed a truce. Troops on both sides must leave the valley by May.", {"Nepal", "India"}, "leave"),
    ("Nepal and India signed a truce. Under the truce neither party may attack the other.", {"Nepal", "India"}, "not"),
    ("Chad and Sudan signed a truce. The truce gives Chad 60 days to leave the town.", {"Chad"}, "leave the town"),
    ("Chad and Sudan signed a truce. The truce obliges them to free all captives.", {"Chad", "Sudan"}, "free"),
]


@pytest.mark.parametrize(("text", "obligors", "action"), BONDS)
def test_who_is_bound_is_read_from_bonds_guarantees_and_both_sides(text: str, obligors: set[str], action: str) -> None:
    (found,) = [c for c in commitments(text) if action in c.action]
    assert names(text, found.obligors) == obligors


REPORTED_TERMS = [
    ("Under the deal, Chad is expected to release 90 men.", {"Chad"}, "release 90 men"),
    ("The two countries agreed a deal including the withdrawal of troops.", {"Chad", "Sudan"}, "withdrawal of troops"),
    ("The deal instructs Sudan to stop recruitment.", {"Sudan"}, "stop recruitment"),
    ("Both sides confirmed the border. They also pledged to refrain from threats.", {"Chad", "Sudan"}, "refrain"),
]


@pytest.mark.parametrize(("text", "obligors", "action"), REPORTED_TERMS)
def test_terms_are_read_from_what_reports_say_of_a_deal(text: str, obligors: set[str], action: str) -> None:
    text = "Chad and Sudan signed a deal on Monday. " + text
    (found,) = [c for c in commitments(text) if action in c.action]
    assert names(text, found.obligors) == obligors


UNDONE = [
    ("Nor has Kenya freed the prisoners, as the truce requires of it.", "free the prisoners", "missed"),
    (
        "Nor has he put one man under the council, as the truce requires of him.",
        "put one man under the council",
        "missed",
    ),
    ("Chad has not cleared the mines, as the truce requires.", "clear the mines", "missed"),
    ("Both sides must begin to pull back their guns, and they have 14 days to finish.", "finish", None),
    (
        "An earlier pledge to reveal the fate of the missing was never honoured.",
        "reveal the fate of the missing",
        "missed",
    ),
    ("Their promise to leave the town within ten days was broken.", "leave the town", "broken"),
    ("The promise of the Maoists to hand in their guns has been kept.", "hand in their guns", "met"),
]


@pytest.mark.parametrize(("text", "action", "state"), UNDONE)
def test_what_was_to_be_done_is_named_where_it_was_left_undone(text: str, action: str, state: str | None) -> None:
    (found,) = [c for c in commitments("Kenya and Chad signed a truce on 3 May 2021. " + text) if c.action == action]
    assert found.class_ == "duty"
    assert [p.implementation for p in found.progress][:1] == ([state] if state else [])


STATED = [
    ("The army is to shrink to 5,000 men by August 2022.", "shrink to 5,000 men", "2022-08-31"),
    ("Decommissioning was due by May 2020.", "decommissioning", "2020-05-31"),
    ("The regrouping of the fighters should be over by 23 May 2020.", "regrouping", "2020-05-23"),
    ("The disarmament of the clans is to be complete by 3 May 2020.", "disarmament", "2020-05-03"),
    ("Kenya has pulled its soldiers back, as the document requires.", "pull its soldiers back", None),
    ("Kenya halted all drills at the border, as stipulated in the pact.", "halt all drills", None),
    ("Somalia promised to stop arms supplies sixty days after the withdrawal begins.", "stop arms supplies", None),
]


@pytest.mark.parametrize(("text", "action", "latest"), STATED)
def test_obligations_are_read_where_a_report_only_states_them(text: str, action: str, latest: str | None) -> None:
    (found,) = [c for c in commitments(text) if action in c.action.lower()]
    assert (str(found.deadline.days.latest) if found.deadline and found.deadline.days.latest else None) == latest


def test_days_after_an_event_are_a_deadline_and_no_condition() -> None:
    (found,) = commitments("Somalia promised to stop arms supplies sixty days after the withdrawal begins.")
    assert found.deadline is not None
    assert (found.deadline.rule, found.deadline.count, found.condition) == ("on_event", (60, "day"), None)


def test_the_month_that_names_an_agreement_is_no_deadline() -> None:
    text = "Chad and Sudan signed a deal in February. Under February's deal, Chad must release 90 men by 10 March."
    (found,) = [c for c in commitments(text) if "release" in c.action]
    assert found.deadline is not None
    assert found.deadline.text == "by 10 March"


def test_what_stands_in_brackets_is_no_part_of_the_deed() -> None:
    (found,) = commitments("Russia promised to withdraw 500 men (nobody knows how many there are) by 10 March 2021.")
    assert found.action == "withdraw 500 men"


def test_provided_that_is_a_condition() -> None:
    (found,) = commitments("Russia promised to withdraw 500 men, provided that the accord is signed by March 15.")
    assert found.condition == "provided that the accord is signed by March 15"


FREE = [
    "Under the pact, Kenya is not required to open the border.",
    "Under the pact, Kenya is under no obligation to pay.",
]


@pytest.mark.parametrize("text", FREE)
def test_what_nobody_has_to_do_is_no_commitment(text: str) -> None:
    assert commitments("Kenya and Somalia signed a pact. " + text) == ()


def test_what_a_deal_does_not_say_is_no_term() -> None:
    text = "Chad and Sudan signed a deal. The deal does not say how a commission will be formed."
    assert commitments(text) == ()


def test_a_foreign_soldier_is_one_of_the_state_that_signed() -> None:
    text = (
        "The United States and the Taliban signed an agreement in Doha. Afghanistan was not there. "
        "Under the agreement every foreign soldier is to leave Afghanistan within 14 months."
    )
    (found,) = commitments(text)
    assert names(text, found.obligors) == {"United States"}


def test_a_force_that_may_be_anybody_binds_nobody() -> None:
    text = "Kenya and Somalia signed a pact. Under the pact a small force is to guard the port until May 2022."
    assert [c.obligors for c in commitments(text)] == [()]


TOLD_ON = [
    # what a report words as binding in later paragraphs, without "under the deal"
    ("Firing is to cease at midnight on Friday.", set(), "cease"),
    ("Both armies are to pull back 15 km within two weeks.", {"Sudan", "Chad"}, "pull back 15 km"),
    ("Neither side may mount an offensive.", {"Sudan", "Chad"}, "not to mount an offensive"),
    ("Neither may bring in arms from abroad.", {"Sudan", "Chad"}, "not to bring in arms"),
    ("Within 45 days, Chad will assemble its fighters in camps.", {"Chad"}, "assemble its fighters"),
    ("Chad has 60 days to free the 30 men it holds.", {"Chad"}, "free the 30 men"),
    ("Sudanese troops have until 30 June to leave the river towns.", {"Sudan"}, "leave the river towns"),
    ("Schools must be cleared within 160 days.", set(), "clear schools"),
    ("All foreign gunmen have to be out of Darfur within 90 days.", None, "out of"),
    ("Every prisoner had to be free by 1 June.", None, "be free"),
    ("The army is to be cut by half within two years.", None, "cut"),
    ("Foreign fighters are to leave the country.", set(), "leave the country"),
    ("The truce took effect at once.", {"Sudan", "Chad"}, "truce"),
]


@pytest.mark.parametrize(("text", "obligors", "action"), TOLD_ON)
def test_terms_are_read_in_the_paragraphs_after_a_signing(text: str, obligors: set[str] | None, action: str) -> None:
    text = "Sudan and Chad signed a truce in Dakar on 3 May 2021.\n\n" + text
    (found,) = [c for c in commitments(text) if action in c.action]
    assert found.agreement is not None
    assert obligors is None or names(text, found.obligors) == obligors


NOT_TOLD_ON = [
    "The envoy must now win over the generals.",
    "The rebels may attack within days.",
    "Sudan was to become the poorest of them.",
    '"The generals must go home," said a trader in the market.',
    "They should sack the general. They could open the road tomorrow.",
    "The president is to visit Dakar on Friday.",
]


@pytest.mark.parametrize("text", NOT_TOLD_ON)
def test_wishes_guesses_and_visits_are_no_terms(text: str) -> None:
    assert commitments("Sudan and Chad signed a pact in Dakar on 3 May 2021.\n\n" + text) == ()


def test_who_gets_something_under_a_pact_is_not_bound_to_give_it() -> None:
    text = "Sudan and Chad signed a pact. Under the pact Chad will receive 40 trucks."
    (found,) = commitments(text)
    assert (names(text, found.obligors), names(text, found.beneficiaries)) == ({"Sudan"}, {"Chad"})


EACH_BY_ITS_DAY = [
    (
        "Armenia must return the Kelbajar district by June 15 and the Lachin district by July 1.",
        [("return the Kelbajar district", "2021-06-15"), ("return the Lachin district", "2021-07-01")],
    ),
    (
        "Temples are to be vacated by 1 June, schools by 1 July.",
        [("vacate temples", "2021-06-01"), ("vacate schools", "2021-07-01")],
    ),
]


@pytest.mark.parametrize(("text", "parts"), EACH_BY_ITS_DAY)
def test_things_due_on_days_of_their_own_are_apart(text: str, parts: list[tuple[str, str]]) -> None:
    found = commitments("Armenia and Azerbaijan signed a truce on 3 May 2021. " + text)
    assert [(c.action, str(c.deadline.days.latest)) for c in found if c.deadline] == parts


WHAT_BECAME = [
    ("The last 139 prisoners came home on Saturday, three weeks late.", "come home", "met"),
    ("Kenya handed over the last of its forts in May, two weeks ahead of schedule.", "hand over", "met"),
    ("Not one of the promised tractors has arrived.", "provide tractors", "missed"),
    ("None of the promised schools has been built.", "provide schools", "missed"),
    ("The agreed withdrawal of Ethiopian troops has begun.", "withdrawal of Ethiopian troops", "in_progress"),
    ("Nepal's promised inquiry into the killings has yet to begin.", "inquiry into the killings", "pending"),
    ("The fighters handed in 900 rifles a week before the deadline.", "hand in 900 rifles", "met"),
]


@pytest.mark.parametrize(("text", "action", "implementation"), WHAT_BECAME)
def test_what_was_due_is_read_from_how_it_was_done_or_left(text: str, action: str, implementation: str) -> None:
    (found,) = [c for c in commitments(text) if action in c.action]
    assert [p.implementation for p in found.progress] == [implementation]


NOTHING_OWED = [
    "The talks ended as planned on Friday.",
    "Two planes arrived late.",
    "He left office two years early.",
    "The Promised Land was far away.",
    "The general swears that none of the missiles has been kept back.",
    "The general swore that the people would rise.",
    "The envoy was obliged to inform the council that the officers were still in office.",
]


@pytest.mark.parametrize("text", NOTHING_OWED)
def test_what_nobody_owed_is_no_promise(text: str) -> None:
    assert commitments(text) == ()


SIDE_BY_SIDE = [
    ("Chad will demobilise its 3,000 fighters and surrender 840 weapons by July.", ["demobilise", "surrender"]),
    ("Up to 5,000 and up to 1,000 are to go free.", ["release Up to 5,000", "release up to 1,000"]),
]


@pytest.mark.parametrize(("text", "actions"), SIDE_BY_SIDE)
def test_what_stands_side_by_side_is_each_a_commitment(text: str, actions: list[str]) -> None:
    found = [c.action for c in commitments("Sudan and Chad signed a pact on 3 May 2021. " + text)]
    assert len(found) == len(actions)
    assert all(any(a.startswith(action) for a in found) for action in actions)


def test_a_district_that_will_be_returned_by_a_day_is_due_whoever_returns_it() -> None:
    (found,) = commitments("The Lachin district will be returned by December 1, the president said.")
    assert (found.action, found.obligors) == ("return the Lachin district", ())


def test_who_promises_that_nobody_will_do_something_is_bound() -> None:
    text = "The Ethiopian government promised that no armed group would attack the camps."
    (found,) = commitments(text)
    assert names(text, found.obligors) == {"Ethiopian government"}


ANNOUNCED = [
    ("Britain announced that three battalions would be disbanded.", {"Britain"}, "disband"),
    ("Kenya pledged that it would abide by the pact but declined to say when its men would leave.", {"Kenya"}, "abide by the pact"),
    ("Ethiopia promised seed and tools.", {"Ethiopia"}, "tools"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "obligors", "action"), ANNOUNCED)
def test_what_a_side_says_it_will_do_binds_it(text: str, obligors: set[str], action: str) -> None:
    (found,) = [c for c in commitments(text) if action in c.action]
    assert names(text, found.obligors) == obligors
    assert "declined" not in found.quotes[0].exact


def test_parts_of_the_text_are_no_deeds() -> None:
    assert commitments("Chad and Sudan signed an accord. The accord contains eight protocols and two annexes.") == ()


def test_a_denied_promise_disputes_the_one_told() -> None:
    text = (
        TERMS + "The agreement calls for the release of 300 Sudanese prisoners. "
        "Chad said it had not agreed to release any prisoners."
    )
    found = next(c for c in commitments(text) if "release" in c.action)
    assert "disputed" in [p.implementation for p in found.progress]


@pytest.mark.parametrize(
    ("later", "implementation"),
    [("Chad has released 120 prisoners.", "in_progress"), ("In June Chad released 300 prisoners.", "met")],
)
def test_what_was_done_since_is_measured_against_what_was_promised(later: str, implementation: str) -> None:
    found = commitments(TERMS + "The agreement calls for the release of 300 Sudanese prisoners. " + later)
    release = next(c for c in found if "release" in c.action)
    assert [p.implementation for p in release.progress] == [implementation]


def test_stages_with_days_of_their_own_are_apart() -> None:
    text = (
        TERMS + "Under the agreement, Chad must hand over 30 percent of its rifles by June 20 and 60 percent by July 5."
    )
    found = commitments(text)
    assert [str(c.deadline.days.latest) for c in found if c.deadline] == ["2021-06-20", "2021-07-05"]


@pytest.mark.parametrize("name", [k for k, row in rows("commitments").items() if "promises" in row])
def test_every_verb_of_promising_reads_its_example_and_not_its_near_miss(name: str) -> None:
    row = rows("commitments")[name]
    assert commitments(row["example"])
    assert not commitments(row["not_this"])


def test_by_the_same_day_means_the_day_told_before_though_nobody_promised_it() -> None:
    text = (
        "Sudan and Chad signed a peace agreement in Dakar on 3 May 2021. The census should be over by 20 June 2021. "
        "By the same day Chad has to free all captives."
    )
    found = [c.deadline for c in commitments(text) if "free" in c.action]
    assert [str(d.days.latest) for d in found if d] == ["2021-06-20"]


def test_the_first_word_of_a_sentence_is_written_small_in_what_is_owed() -> None:
    text = TERMS + "Up to 500 prisoners are to be freed by 10 July. Commissions are to be formed within a month."
    found = " / ".join(c.action for c in commitments(text))
    assert "up to 500 prisoners" in found
    assert "commissions" in found
    assert "Up to" not in found
