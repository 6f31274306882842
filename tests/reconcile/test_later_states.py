"""What a report foresees is told by a later one as done or as not done; days and numbers told alike bear out."""

from __future__ import annotations

import pytest

from told import between, found, told

pytestmark = pytest.mark.network

NEPAL_2006 = (
    "Nepal's government and the Maoists signed a deal in Kathmandu. The guerrillas will lock up their rifles in steel "
    "containers at Chitwan and Kailali. A constituent assembly is to be elected by June. Prime Minister Koirala spoke "
    "for an hour, and Comrade Prachanda thanked India."
)
NEPAL_2007 = (
    "In Chitwan the Maoists have locked their rifles into steel containers, as Prachanda had sworn. Koirala is ill. "
    "The constituent assembly has still not been elected, and Kathmandu waits."
)
ROAD_FIRST = (
    "The coast road between Misrata and Sirte is to be reopened within two weeks, officers of Haftar and of Tripoli "
    "agreed in Geneva. Libya has waited for a year."
)
ROAD_LATER = "But the coast road? Still shut. Haftar's men at Sirte find new mines every week, Tripoli complains, and Libya waits."
FORCE_FIRST = (
    "A joint force of 12,000 is to protect civilians in Darfur, the government of Sudan and the rebels of Minnawi agreed "
    "in Juba. It will be deployed within 90 days."
)
FORCE_LATER = (
    "The Juba agreement provides for a joint force of 12,000 in Darfur. That term ran out in January. Not a single "
    "company has been formed, an aide of Minnawi admitted in Khartoum. Sudan blames the rains."
)
UPDATES = [
    (NEPAL_2006, "2006-11-08", NEPAL_2007, "2007-12-30", "will lock up their rifles", "have locked their rifles"),
    (NEPAL_2006, "2006-11-08", NEPAL_2007, "2007-12-30", "is to be elected", "still not been elected"),
    (ROAD_FIRST, "2020-10-23", ROAD_LATER, "2021-04-10", "is to be reopened", "Still shut"),
    (FORCE_FIRST, "2020-10-03", FORCE_LATER, "2021-03-22", "joint force of 12,000", "Not a single company"),
]


@pytest.mark.parametrize(("first", "day", "then", "later", "plan", "state"), UPDATES, ids=[row[5] for row in UPDATES])
def test_what_was_foreseen_is_updated(first: str, day: str, then: str, later: str, plan: str, state: str) -> None:
    assert any(between(f, plan, state) for f in found("update", told(first, day, "A"), told(then, later, "B")))


def test_what_is_foreseen_again_or_was_told_before_is_no_update() -> None:
    again = NEPAL_2006.replace("Nepal's government", "The government of Nepal")
    assert not found("update", told(NEPAL_2006, "2006-11-08", "A"), told(again, "2006-11-20", "B"))
    assert not found("update", told(NEPAL_2006, "2006-11-08", "A"), told(NEPAL_2007, "2006-03-01", "B"))


def test_reports_of_other_conflicts_tell_nothing_of_a_plan() -> None:
    elsewhere = "In Tripoli the coast road to Zuwara has been reopened, General Joyal said, and Lebanon rejoiced."
    away = "The coast road of Hodeidah is to be reopened within two weeks, Houthi officers agreed in Sanaa, and Yemen waits."
    assert not found("update", told(away, "2020-10-23", "A"), told(elsewhere, "2021-04-10", "B"))


ALIKE = [
    # two reports; words of both sides
    (
        "The guerrillas of the FMLN will disband in El Salvador in five stages, the last no later than Oct. 31, Cristiani said.",
        "On 31 October the last FMLN stage was due, yet El Salvador waits, and Cristiani fumes.",
        ("Oct. 31", "31 October"),
    ),
    (
        "The plan of the United Nations awards land to 47,500 people in El Salvador, Cristiani told the FMLN.",
        "Of the 47,500 people in the plan few hold a title, the FMLN complains to Cristiani in El Salvador.",
        ("47,500", "47,500"),
    ),
    (
        "Whoever is unfit has sixty days to leave the ranks of the army, Cristiani and the FMLN agreed in El Salvador.",
        "The officers had to leave the ranks within 60 days, the FMLN of El Salvador reminds Cristiani.",
        ("sixty days", "60 days"),
    ),
]


@pytest.mark.parametrize(("one", "other", "words"), ALIKE, ids=[row[2][0] for row in ALIKE])
def test_one_day_or_number_in_two_reports_bears_out(one: str, other: str, words: tuple[str, str]) -> None:
    both = found("corroboration", told(one, "1992-01-17", "A"), told(other, "1993-01-10", "B"))
    assert any(between(f, *words) for f in both)


NOT_ALIKE = [
    (
        "The FMLN of El Salvador held five bridges, Cristiani said.",
        "In El Salvador the FMLN and Cristiani met five times.",
    ),
    ("Some 840 rifles were burnt, Oslo said.", "Some 840 rifles were burnt, Bogota said."),
]


@pytest.mark.parametrize(("one", "other"), NOT_ALIKE)
def test_a_number_of_other_things_or_of_another_conflict_bears_nothing_out(one: str, other: str) -> None:
    both = found("corroboration", told(one, "1992-01-17", "A"), told(other, "1992-02-10", "B"))
    assert not [f for f in both if "«" in f.reason]


@pytest.mark.parametrize(
    "later",
    [
        "A joint force of 12,000 will protect Darfur, Minnawi's aide says in Juba; Sudan nods.",
        "The claim that Sudan and Minnawi agreed in Juba to protect civilians is denied in Khartoum.",
        "A spokesman of Minnawi spoke in Juba of the civilians of Darfur, who are hungry; Sudan is silent.",
    ],
)
def test_what_does_not_tell_of_the_deed_updates_nothing(later: str) -> None:
    assert not found("update", told(FORCE_FIRST, "2020-10-03", "A"), told(later, "2021-03-22", "B"))


TOLLS = [
    # two reports of successive days; what the second one is to the first
    (
        "Seven people were killed when a mine wrecked a bus at Kurram on Sunday, police said.",
        "The toll of Sunday's mine at Kurram, which wrecked a bus, has risen to ten, police said.",
        "update",
    ),
    (
        "The Tigers lost 60 fighters in the battle at Muhamalai on Friday, the army said.",
        "The army lost 25 more soldiers near Muhamalai on Saturday, a hospital said.",
        None,
    ),
]


@pytest.mark.parametrize(("first", "then", "type"), TOLLS)
def test_a_toll_that_grows_is_no_contradiction(first: str, then: str, type: str | None) -> None:
    one, other = told(first, "2014-02-02", "A"), told(then, "2014-02-03", "B")
    assert not found("contradiction", one, other)
    assert bool(found("update", one, other)) == (type == "update")
