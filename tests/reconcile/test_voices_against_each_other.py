"""What one report lets two voices tell, and what one of them refuses, by the forms in which reports put it."""

from __future__ import annotations

import pytest

from told import between, found, told

pytestmark = pytest.mark.network

AGAINST = [
    # a report; words of the claim; words of what is set against it
    (
        "The army said that separatist gunmen had killed nine farmers at Nwa on Sunday. The separatists deny the deed.",
        "killed nine farmers",
        "separatists deny the deed",
    ),
    (
        "A mine destroyed a minibus near Batticaloa on Friday, killing eleven people. "
        "The Tigers' political wing denied responsibility.",
        "killing eleven people",
        "denied responsibility",
    ),
    ("Colombo blamed the rebels for the blast, who said it was not them.", "blamed the rebels", "it was not them"),
    (
        "Police accused the Front of burning the clinic at Tal. The Front says it was not its men.",
        "burning the clinic",
        "not its men",
    ),
    (
        "Rebel commanders say that 3,000 soldiers are encircled at Gorodok. Kiev denies that they are cut off.",
        "encircled",
        "denies that they are cut off",
    ),
    (
        "The UN says 240 people were killed in Malakal. That is untrue, says the governor.",
        "240 people were killed",
        "That is untrue",
    ),
    (
        "The movement says that it freed all its captives in May. The Red Cross has no record of this.",
        "freed all its captives",
        "no record of this",
    ),
    (
        "The minister said the rebels had received arms from abroad. “Lies,” said their spokesman.",
        "received arms from abroad",
        "Lies",
    ),
    (
        "The regime accuses us of recruiting children. We have never taken a child into our ranks.",
        "recruiting children",
        "never taken a child",
    ),
    (
        "The rebels said they had taken the town of Renk. The army insisted that it still held the town.",
        "taken the town",
        "still held the town",
    ),
    (
        "Uganda said its troops had left Bunia. Congolese officers said that hundreds were still there.",
        "left Bunia",
        "still there",
    ),
    (
        "Officials said that the commander had been killed in the raid. The group said he was alive.",
        "killed in the raid",
        "he was alive",
    ),
    (
        "The governor announced that all weapons had been surrendered. In truth not one rifle has been handed in.",
        "all weapons",
        "not one rifle",
    ),
    (
        "The rebels accused the government of dropping poison gas on Saraqeb. Damascus said it possessed no such weapons.",
        "dropping poison gas",
        "no such weapons",
    ),
    (
        "Residents of Adigrat report that soldiers looted the hospital. The regional command insists that nothing was taken.",
        "looted the hospital",
        "nothing was taken",
    ),
    (
        "The police said that the students had thrown stones first. Three witnesses contradict this.",
        "thrown stones first",
        "contradict this",
    ),
    (
        "Our enemies write that we broke the truce at Kfar. It was they who broke it.",
        "we broke the truce",
        "It was they who broke it",
    ),
]


@pytest.mark.parametrize(("text", "claim", "answer"), AGAINST, ids=[row[2] for row in AGAINST])
def test_two_voices_are_set_against_each_other_once(text: str, claim: str, answer: str) -> None:
    (one,) = found("contradiction", told(text, "2015-03-04", "A"))
    assert between(one, claim, answer)


@pytest.mark.parametrize(
    "text",
    [
        "Aid workers were denied access to the camp at Yida. The army said that roads were closed.",
        "The court rejected the appeal of the general. He was sentenced to 20 years for the killings at Tarapoto.",
        "The rebels rejected the offer of talks. The government had offered a truce of ten days.",
        "Gunmen killed two teachers in Pattani. No group claimed responsibility for the attack.",
        "The commission counted 300 complaints. The prime minister disputes the leadership of his party with a rival.",
        "The army did not confirm that the town had fallen. Rebels fired on the road.",
        "The army said it had taken the town of Renk. It still held two villages to the south.",
        "The troops left the capital, the UN said. They are still in the two border towns, it said.",
        "A commander was killed on Friday. His deputy is alive and has taken over, the group said.",
        "Amnesty accused the army of beating prisoners. The army promised an inquiry.",
        "The ombudsman has registered 90 killings. The minister denied that there was a pattern behind them.",
    ],
)
def test_what_refuses_nothing_that_was_told_is_no_contradiction(text: str) -> None:
    assert not found("contradiction", told(text, "2015-03-04", "A"))


def test_what_somebody_charges_is_not_laid_to_the_report() -> None:
    text = (
        "Former fighters complain that the state has broken its promises. The president denied that it had failed them."
    )
    for one in found("contradiction", told(text, "2019-08-29", "A")):
        assert "report's own voice" not in one.reason


@pytest.mark.parametrize(
    ("text", "denier"),
    [
        (
            "The opposition accused Colonel Mahmud Sharipov of shelling Tursun last year. He has denied it. "
            "The border guards will stay, President Boris Orlov said.",
            "Mahmud Sharipov",
        ),
        (
            "Gunmen stormed a clinic in Herat and killed 24 people, mothers among them. "
            "The Taliban denied that they had anything to do with the massacre.",
            "Taliban",
        ),
    ],
)
def test_a_denial_is_laid_to_whoever_denies(text: str, denier: str) -> None:
    (one,) = found("contradiction", told(text, "1997-06-27", "A"))
    assert denier in one.reason.partition("denied by")[2]
