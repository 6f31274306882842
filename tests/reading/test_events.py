"""Events of a report: once each, with who, whom, where, when, how many, and the words."""

from __future__ import annotations

import pytest
from tests.builders import document

from truceline.domain.mention import EventMention
from truceline.reading import read_scene
from truceline.reading.events.events import read_events
from truceline.reading.language_model import load

pytestmark = pytest.mark.network


def events_of(text: str, published: str | None = "2031-05-20") -> tuple[EventMention, ...]:
    return read_events(read_scene(document(text, published=published), load()))


def only(text: str, type_: str) -> EventMention:
    found = [e for e in events_of(text) if e.type == type_]
    assert len(found) == 1, [(e.type, e.head.exact) for e in events_of(text)]
    return found[0]


@pytest.mark.parametrize(
    "text",
    [
        "Rebels launched an attack on a police post in Rolpa.",
        "Rebels carried out an attack on a police post in Rolpa.",
        "An attack by rebels on a police post in Rolpa killed two officers.",
        "Rebels attacked a police post in Rolpa, killing two officers and wounding three.",
        "Two officers were killed in an attack by rebels.",
    ],
)
def test_an_attack_is_one_event_however_it_is_worded(text: str) -> None:
    assert only(text, "ASSAULT").actors == ("rebels",)


def test_killed_and_wounded_belong_to_the_attack() -> None:
    event = only("Gunmen attacked a bus near Diffa on Monday, killing at least 20 people and wounding 15.", "ASSAULT")
    assert event.fatalities is not None
    assert (event.fatalities.low, event.fatalities.relation) == (20, "at_least")
    assert event.injured is not None
    assert event.injured.best == 15


def test_talks_held_are_one_event_with_both_parties() -> None:
    event = only("Yemen and Iran held talks in Muscat.", "CONSULT")
    assert set(event.actors) == {"yemen", "iran"}
    assert event.recipients == ()


def test_the_counterpart_of_a_signing_is_a_party() -> None:
    event = only("Kenya signed an agreement with Uganda in Nairobi on Friday.", "SUPPORT")
    assert set(event.actors) == {"kenya", "uganda"}
    assert event.place is not None


def test_a_later_noun_tells_the_same_event() -> None:
    text = "Rebels bombed a market in Marawi on Sunday. The bombing was condemned by the bishops. The blast was heard in Iligan."
    bombing = only(text, "ASSAULT")
    assert len(bombing.quotes) >= 2


def test_two_attacks_of_two_days_stay_apart() -> None:
    text = "Rebels attacked the town of Palma on Monday. Rebels attacked the town of Macomia on Thursday."
    assert len([e for e in events_of(text) if e.type == "ASSAULT"]) == 2


def test_the_content_of_a_demand_is_no_event_of_its_own() -> None:
    assert [e.type for e in events_of("The United Nations urged Eritrea to withdraw its troops from Badme.")] == [
        "REQUEST"
    ]


def test_the_addressee_of_a_demand_is_the_recipient() -> None:
    event = only("The United Nations called on the Taliban to stop the attacks.", "REQUEST")
    assert event.actors == ("united-nations",)
    assert event.recipients == ("taliban",)


def test_a_refusal_is_the_refusers() -> None:
    event = only("Ethiopia refused to meet the envoy of Egypt.", "REJECT")
    assert event.actors == ("ethiopia",)
    assert event.mode == "meet"


def test_plain_saying_tells_no_event() -> None:
    assert events_of("The minister said that the harvest was good and that he had told the farmers so.") == ()


def test_wishes_purposes_and_questions_tell_no_event() -> None:
    assert events_of("Rebels want to attack the capital.") == ()
    assert events_of("Will the army attack the capital?") == ()


def test_what_happened_without_a_date_lies_before_publication() -> None:
    event = only("Rebels attacked a convoy.", "ASSAULT")
    assert event.when.days.earliest is None
    assert str(event.when.days.latest) == "2031-05-20"


def test_what_is_planned_without_a_date_lies_after_publication() -> None:
    event = only("Ethiopia will withdraw its troops from Somalia.", "RETREAT")
    assert event.status == "planned"
    assert str(event.when.days.earliest) == "2031-05-20"
    assert event.when.days.latest is None


def test_every_quote_shows_the_characters_of_the_report() -> None:
    text = "On Monday, rebels attacked a convoy in Darfur. The attack, near El Fasher, killed six soldiers."
    made = document(text)
    for event in read_events(read_scene(made, load())):
        assert all(made.carries(quote) for quote in (*event.quotes, event.head))


def test_the_same_report_gives_the_same_events() -> None:
    text = "Gunmen killed two priests in Negros. The army said it would deploy troops. Talks resumed in Oslo."
    assert events_of(text) == events_of(text)


@pytest.mark.parametrize(
    ("text", "type_", "actors"),
    [
        ("The suspension of all aid by Kenya took effect on Monday.", "SANCTION", ("kenya",)),
        ("The looting of the stores by the militia went on for two days.", "COERCE", ("militia",)),
        ("Some 600 men are still held in the prisons of the rebels, by the count of the commissioner.", "COERCE", ()),
    ],
)
def test_by_tells_who_did_it_wherever_it_hangs(text: str, type_: str, actors: tuple[str, ...]) -> None:
    assert only(text, type_).actors == actors


def test_the_parties_of_a_fight_may_hang_on_its_place() -> None:
    event = only("Fighting raged in the old town of Aleppo between the army and the rebels.", "ASSAULT")
    assert event.actors == ("army", "rebels")


@pytest.mark.parametrize(
    "text",
    [
        "Columns of howitzers have been rolling to the rear since Tuesday.",
        "Firing is to cease at midnight on Saturday.",
        "The ceasefire holds for a second day.",
    ],
)
def test_guns_and_days_are_enough_to_tell_what_nobody_is_named_for(text: str) -> None:
    assert [e.type for e in events_of(text)] == ["RETREAT"]


def test_a_question_takes_what_stands_in_its_when_for_granted() -> None:
    event = only("Where were their tears when the army shelled the market in May?", "ASSAULT")
    assert event.actors == ("army",)


def test_a_duty_in_quoted_words_is_a_demand_of_who_speaks() -> None:
    text = '"They will see," the general said. "The prisoners must be released. The army must leave the valley."'
    demands = [e for e in events_of(text) if e.type == "REQUEST"]
    assert [e.actors for e in demands] == [("general",), ("general",)]
    assert demands[1].recipients == ("army",)


def test_who_is_invited_is_told_even_where_nobody_invites() -> None:
    assert only("The OSCE was invited to watch the burning of the rifles.", "REQUEST").recipients


def test_a_truce_of_years_ago_is_not_the_one_to_come() -> None:
    told = events_of(
        "The army and the front will silence their guns at midnight. Ports are to be cleared of mines.\n\n"
        "The last truce collapsed in April 2025, after 100 days."
    )
    assert not [e for e in told if e.status == "planned" and e.when.days.latest and str(e.when.days.latest) < "2031"]


def test_a_date_in_a_relative_clause_is_not_the_date_of_the_main_deed() -> None:
    event = only("The FARC released two nurses who were kidnapped in March.", "RETREAT")
    assert event.when.text is None


def test_a_headline_goes_to_the_attack_and_not_to_the_war() -> None:
    text = (
        "Rebels blamed for deadly market strike\n\n"
        "The government says Houthi rebels were behind a strike on a market that killed 14 civilians in Saada. "
        "The coalition has been in a war since 2015 that has killed tens of thousands of people."
    )
    dead = {
        e.fatalities.low
        for e in events_of(text)
        if e.type == "ASSAULT" and "strike" in e.quotes[0].exact and e.fatalities
    }
    assert dead == {14}


def test_an_attack_told_again_in_the_passive_is_the_same() -> None:
    text = (
        "Rebels ambushed a lorry near Gitega, killing 28 soldiers. "
        "The lorry was ambushed on Sunday evening, a survivor said."
    )
    event = only(text, "ASSAULT")
    assert event.actors == ("rebels",)
    assert event.when.days.known


def test_a_toll_at_the_end_belongs_to_the_attack() -> None:
    text = "Guerrillas attacked the officers who had stayed beside the aircraft to protect it, killing five."
    event = only(text, "ASSAULT")
    assert event.actors == ("guerrillas",)
    assert event.fatalities is not None


def test_a_weekday_to_come_lies_ahead() -> None:
    event = only("The negotiators of Togo said they would hold talks with Ghana on Sunday.", "CONSULT")
    assert event.status == "planned"
    assert str(event.when.days.earliest) >= "2031-05-20"


def test_a_sentence_has_the_day_of_the_court_and_not_of_the_crime() -> None:
    event = only(
        "A court on Monday sentenced two officers over the 2009 massacre of protesters in Conakry.", "SANCTION"
    )
    assert event.when.text == "Monday"


def test_whoever_loses_a_brother_is_not_the_victim() -> None:
    assert only("The bombing that killed the president's brother was condemned.", "ASSAULT").recipients == ()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Voters rejected the Lusaka accord on Sunday.", None),
        ("Rebels broke the Ouagadougou agreement on Monday.", None),
        ("The rebels signed a peace agreement in Lusaka on Monday.", "Lusaka"),
    ],
)
def test_a_deed_is_not_where_the_agreement_has_its_name_from(text: str, place: str | None) -> None:
    scene = read_scene(document(text, published="2031-05-20"), load())
    names = {p.key: p.name for p in scene.places.mentions}
    assert [names.get(e.place or "") for e in read_events(scene)] == [place]


@pytest.mark.parametrize(
    "text",
    [
        "Eight months are left until the vote.",
        "Only three weeks are left before the mandate ends.",
        "The envoy handed the rebels a draft of the accord.",
    ],
)
def test_time_that_remains_and_papers_handed_over_are_no_retreat(text: str) -> None:
    assert [e.head.exact for e in events_of(text) if e.type == "RETREAT"] == []
