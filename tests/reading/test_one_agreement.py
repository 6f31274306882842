"""Which mentions of a report mean one agreement, and who is party to it, in the words of many conflicts."""

from __future__ import annotations

import pytest

from reading.told_scenes import agreements, names

pytestmark = pytest.mark.network

AS_ONE = [
    # reports that tell of one agreement in several words
    "The Mozambican government and Renamo signed a ceasefire on Sunday. Chief negotiators of the Mozambican government "
    "and Renamo signed the declaration late at night. A ceasefire has been signed, a spokesman said.",
    "Chad and Sudan signed a declaration on the ceasefire in Dakar on 3 May. The ceasefire took effect at noon.",
    "Under the Helsinki Memorandum of Understanding of 15 August 2005 the rebels disarmed. The MoU also calls for a law.",
    "A peace pact was signed in Goma by the Congolese government and the M23 rebels. The deal includes a ceasefire.",
    "A four-day truce began on Friday between Israel and Hamas. The agreement was mediated by Qatar.",
    "The Nepali government and the Maoists reached an agreement on a truce. The truce holds.",
]
APART = [
    # reports that tell of several
    "Chad and Sudan signed a deal on Monday. An earlier deal, reached in Astana in May 2017, failed.",
    "The Sudanese government and the Beja Congress signed a new agreement for the Juba peace agreement of 2020.",
    "Ethiopia and Eritrea signed the Algiers Agreement on 12 December 2000. The earlier Cessation of Hostilities of "
    "18 June 2000 had set up a zone.",
]
PARTIES = [
    ("A peace pact was signed in Goma, in eastern Congo, by Rwanda and Uganda.", {"Rwanda", "Uganda"}),
    ("Chad and Sudan signed the pact, and Kenya signed the text as the guarantor.", {"Chad", "Sudan"}),
    (
        "Israel fought Egypt. The agreement, concluded on Monday, was signed for Israel by Walter Eytan of the Foreign "
        "Ministry and for Egypt by a colonel.",
        {"Israel", "Egypt"},
    ),
    (
        "Turkey and Russia have agreed to set up a zone in Idlib. The Idlib deal will be tested soon.",
        {"Turkey", "Russia"},
    ),
]


@pytest.mark.parametrize("text", AS_ONE)
def test_one_agreement_told_in_several_words_is_one(text: str) -> None:
    assert len(agreements(text)) == 1


@pytest.mark.parametrize("text", APART)
def test_two_agreements_stay_apart(text: str) -> None:
    assert len(agreements(text)) == 2


@pytest.mark.parametrize(("text", "parties"), PARTIES)
def test_who_is_party(text: str, parties: set[str]) -> None:
    assert names(text, agreements(text)[0].parties) == parties


def test_what_talks_move_towards_is_not_signed() -> None:
    text = "Uganda and the LRA moved towards a final peace settlement on Saturday."
    assert [a.status for a in agreements(text)] in ([], ["under_negotiation"])
