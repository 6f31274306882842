from __future__ import annotations

import pytest

from reading.told_scenes import agreements, commitments, names, scene
from truceline.domain.mention import CommitmentMention
from truceline.reading.commitments.agreement_text import is_agreement_text

pytestmark = pytest.mark.network

PROTOCOL = """Protocol on the port of Hodeidah

Between the Government of Yemen and the Houthi movement

Aden, 14 June 2018

Article 1

1.1 The Parties shall cease all hostile acts within 48 hours of the signing of this Protocol.

1.2 Neither Party shall occupy new positions.

Article 2

2.1 Yemen shall withdraw its troops from the port no later than 30 days after the signature of this Protocol.

2.2 The Houthi movement undertakes to disarm 2,500 fighters by 30 September 2018.

2.3 The remaining fighters shall be disarmed within the following six months.

Article 3

Up to 400 prisoners shall be released by 1 August 2018. Their families shall be told by the same day.

Once the United Nations has sent its observers, the Houthi movement shall open the road to Taiz.

Article 4

The Parties shall respect the rights of all fishermen. Yemen will immediately lift its blockade.

A commission shall be set up by the United Nations within ten days of the end of the withdrawal.

The Parties hope for lasting good relations. Yemen aims to reopen the airport.

Done at Aden on 14 June 2018.
"""

CLAUSES = [
    # words of the action, obligors, rule, latest day, class
    ("cease all hostile acts", {"Yemen", "Houthi"}, "offset", "2018-06-16", "duty"),
    ("not to occupy new positions", {"Yemen", "Houthi"}, "continuing", None, "prohibition"),
    ("withdraw its troops", {"Yemen"}, "offset", "2018-07-14", "duty"),
    ("disarm 2,500 fighters", {"Houthi"}, "fixed", "2018-09-30", "duty"),
    ("disarm the remaining fighters", set(), "chain", "2019-03-30", "duty"),
    ("release up to 400 prisoners", set(), "fixed", "2018-08-01", "duty"),
    ("tell their families", set(), "fixed", "2018-08-01", "duty"),
    ("open the road", {"Houthi"}, "on_event", None, "duty"),
    ("respect the rights", {"Yemen", "Houthi"}, "continuing", None, "duty"),
    ("lift its blockade", {"Yemen"}, "offset", None, "duty"),
    ("set up a commission", {"United Nations"}, "on_event", None, "duty"),
    ("hope for lasting good relations", {"Yemen", "Houthi"}, "none", None, "aspiration"),
    ("reopen the airport", {"Yemen"}, "none", None, "goal"),
]

NO_TEXTS = [
    # a report on an agreement, with its future tenses
    "Agreement between India and Pakistan\n\nDELHI, 3 May 2021 - India and Pakistan signed an agreement on Monday. "
    "India will open the road, officials said. Pakistan will free 20 fishermen. Both sides will hold talks in June. "
    "The Pakistani minister said that her country would keep its word. Traders welcomed the agreement.",
    # a forecast
    "The summer in Nepal\n\nThe rains will come late. Farmers will wait. Prices will rise, traders said. "
    "The army will help, it announced on Friday. Nobody knows how long it will last.",
]


def clause(action: str) -> CommitmentMention:
    found = [c for c in commitments(PROTOCOL) if c.action.startswith(action)]
    assert len(found) == 1, [c.action for c in commitments(PROTOCOL)]
    return found[0]


def test_a_text_is_told_by_its_shape() -> None:
    assert is_agreement_text(scene(PROTOCOL))


@pytest.mark.parametrize("text", NO_TEXTS)
def test_a_report_on_an_agreement_is_no_text_of_one(text: str) -> None:
    assert not is_agreement_text(scene(text))


def test_the_text_is_one_agreement_with_parties_and_day() -> None:
    (agreement,) = agreements(PROTOCOL)
    assert agreement.name == "Protocol on the port of Hodeidah"
    assert agreement.when is not None
    assert str(agreement.when.days.latest) == "2018-06-14"
    assert len(agreement.parties) == 2
    assert agreement.status == "signed"


@pytest.mark.parametrize(("action", "obligors", "rule", "latest", "class_"), CLAUSES)
def test_each_clause_is_a_commitment(
    action: str, obligors: set[str], rule: str, latest: str | None, class_: str
) -> None:
    c = clause(action)
    found = names(PROTOCOL, c.obligors)
    assert len(found) == len(obligors)
    assert all(any(wanted in name for name in found) for wanted in obligors), found
    assert (c.deadline.rule if c.deadline else "none") == rule
    assert (str(c.deadline.days.latest) if c.deadline and c.deadline.days.latest else None) == latest
    assert c.class_ == class_
    assert c.from_text


def test_a_cap_stays_a_cap_and_names_no_one() -> None:
    c = clause("release up to 400 prisoners")
    assert c.amount is not None
    assert (c.amount.relation, c.amount.low, c.amount.high) == ("up_to", None, 400)
    assert c.obligor_basis == "unstated"


def test_a_trigger_is_a_condition_too() -> None:
    c = clause("open the road")
    assert c.condition == "Once the United Nations has sent its observers"
    assert c.deadline is not None
    assert c.deadline.from_ == "the United Nations has sent its observers"


SIGNED_AT_THE_END = """Understanding on the valley of Orlin

1. The parties agree as follows:

2. The parties agree that the fighters of the Lord's Resistance Army shall leave the valley within 30 days.

3. The Government of Uganda shall provide safe passage.

4. Neither of the parties shall recruit children.

5. The parties shall release all prisoners within 60 days.

On behalf of the Government of Uganda: Ada Okello

On behalf of the Lord's Resistance Army: Ben Opio
"""


def test_parties_are_read_from_the_signatures() -> None:
    (agreement,) = agreements(SIGNED_AT_THE_END)
    assert names(SIGNED_AT_THE_END, agreement.parties) == {"Government of Uganda", "Lord's Resistance Army"}


def test_what_parties_agree_that_one_shall_do_binds_that_one() -> None:
    told = {c.action: names(SIGNED_AT_THE_END, c.obligors) for c in commitments(SIGNED_AT_THE_END)}
    assert told["leave the valley"] == {"Lord's Resistance Army"}
    assert told["not to recruit children"] == {"Government of Uganda", "Lord's Resistance Army"}
    assert not any("follows" in action for action in told)
