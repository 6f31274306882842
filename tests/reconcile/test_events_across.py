"""The same event of several reports is one, and others stay apart."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders import actor, document, event, place, quote, reading, when
from truceline.domain.amounts import Amount
from truceline.domain.dates import UNKNOWN_DAYS, Days, When
from truceline.domain.document import Quote
from truceline.domain.mention import Reading
from truceline.reconcile import reconcile


def told(
    text: str, phrase: str, who: str, date: tuple[str, str] | str, where: str | None = None, **rest: object
) -> Reading:
    d = document(text, published="2031-05-20")
    a = actor(d, who, "armed_group")
    p = place(d, where) if where else None
    days = (date, date) if isinstance(date, str) else date
    e = event(d, phrase, actors=(a.key,), place=p.key if p else None, when=when(*days), **rest)
    return reading(d, actors=(a,), places=(p,) if p else (), events=(e,))


SAME = [
    (
        told(
            "Fighters of the Valley Front attacked the bridge at Orlin.",
            "attacked the bridge at Orlin",
            "Valley Front",
            "2031-05-14",
            "Orlin",
        ),
        told(
            "The Valley Front attacked a bridge in Orlin, killing three.",
            "attacked a bridge in Orlin",
            "Valley Front",
            ("2031-05-13", "2031-05-15"),
            "Orlin",
        ),
    ),
    (
        told(
            "The bombing of the mill by the Hill Guard shocked many.",
            "bombing of the mill by the Hill Guard",
            "Hill Guard",
            "2031-04-02",
        ),
        told("The Hill Guard bombed the mill.", "bombed the mill", "Hill Guard", "2031-04-02"),
    ),
]
APART = [
    (  # another day
        told("The Valley Front attacked the bridge at Orlin.", "attacked the bridge at Orlin", "Valley Front", "2031-05-14", "Orlin"),
        told("The Valley Front attacked the bridge at Orlin again.", "attacked the bridge at Orlin", "Valley Front", "2031-05-18", "Orlin"),
    ),
    (  # another attacker
        told("The Valley Front attacked the town.", "attacked the town", "Valley Front", "2031-05-14"),
        told("The Hill Guard attacked a farm.", "attacked a farm", "Hill Guard", "2031-05-14"),
    ),
    (  # another sort of event
        told("The Valley Front attacked the bridge.", "attacked the bridge", "Valley Front", "2031-05-14"),
        told("The Valley Front signed the paper.", "signed the paper", "Valley Front", "2031-05-14", None, type="AGREE"),
    ),
]  # fmt: skip


@pytest.mark.parametrize("pair", SAME)
def test_one_event_of_two_reports_is_one_item(pair: tuple[Reading, Reading]) -> None:
    (one,) = reconcile(pair).events
    assert (one.reports, one.origins, len(one.accounts)) == (2, 2, 2)


@pytest.mark.parametrize("pair", APART)
def test_different_events_stay_apart(pair: tuple[Reading, Reading]) -> None:
    assert len(reconcile(pair).events) == 2


def test_the_narrower_date_is_the_record_s_and_each_account_keeps_its_own() -> None:
    (one,) = reconcile(SAME[0]).events
    assert one.date.days.width == 1
    assert sorted(a.date.days.width or 0 for a in one.accounts) == [1, 3]


def _deed(text: str, phrase: str, type: str, date: When, by: tuple[str, str] | None = None, **rest: object) -> Reading:
    d = document(
        text, published=str(rest.pop("published", "2031-05-20")), publisher=str(rest.pop("publisher", "")) or None
    )
    a = actor(d, *by) if by else None
    where = rest.pop("where", None)
    p = place(d, str(where)) if where else None
    e = event(d, phrase, type, actors=(a.key,) if a else (), place=p.key if p else None, when=date, **rest)
    return reading(d, actors=(a,) if a else (), places=(p,) if p else (), events=(e,))


_UNTIL_MAY = when(None, "2031-05-20")


def _victim(text: str, phrase: str, name: str, date: When, **rest: object) -> Reading:
    d = document(text, published="2031-05-20")
    one = actor(d, name, "person")
    return reading(d, actors=(one,), events=(event(d, phrase, "ASSAULT", recipients=(one.key,), when=date, **rest),))


def _elsewhere(text: str, phrase: str, country: str) -> Reading:
    """A report on one country that tells of its army."""
    d = document(f"{text} ({country})", published="2031-05-20")
    army = actor(d, "army", "security_force", country=country, named=False)
    told = event(d, phrase, "RETREAT", actors=(army.key,), when=_UNTIL_MAY, status="ongoing", predicate="remain")
    return reading(d, actors=(army,), events=(told,))


TOGETHER = {
    "a signing told by a side, and by its delegate": (
        _deed("The Free Hills signed the pact.", "signed the pact", "SUPPORT", when("2031-05-14"), ("Free Hills", "armed_group"), predicate="sign"),
        _deed("Tomas Berg concluded the accord.", "concluded the accord", "AGREE", when("2031-05-14"), ("Tomas Berg", "person"), predicate="conclude"),
    ),
    "a signing at midnight": (
        _deed("The Free Hills signed the pact.", "signed the pact", "SUPPORT", when("2031-05-14"), ("Free Hills", "armed_group"), predicate="sign"),
        _deed("The pact signed on Thursday.", "signed on Thursday", "SUPPORT", when("2031-05-15"), predicate="sign"),
    ),
    "a town that one side takes and the other frees": (
        _deed("The army captured Harrow.", "captured Harrow", "ASSAULT", when("2031-05-08"), ("army", "security_force"),
              where="Harrow", predicate="capture"),
        _deed("Heroes freed Harrow.", "freed Harrow", "RETREAT", when("2031-05-08"), ("Heroes", "security_force"),
              where="Harrow", predicate="free"),
    ),
    "the same dead on the same day, soldiers here and commandos there": (
        _deed("A clash killed 44 policemen.", "clash killed 44 policemen", "ASSAULT", when("2031-05-08"),
              fatalities=Amount.exactly(44)),
        _deed("They mourned 44 troopers slain.", "44 troopers slain", "ASSAULT", when("2031-05-08"),
              fatalities=Amount.exactly(44)),
    ),
    "a plan and its deed, ten days late": (
        _deed("Esland will hand over Harrow.", "hand over Harrow", "RETREAT", when("2031-05-10", "2031-05-15"),
              ("Esland", "state"), where="Harrow", status="planned", published="2031-05-10"),
        _deed("Esland returned Harrow.", "returned Harrow", "RETREAT", when("2031-05-25"), ("Esland", "state"),
              where="Harrow", published="2031-05-26"),
    ),
    "a night, told by its evening here and by its morning there": (
        _deed("The Hill Army stormed Harrow overnight.", "stormed Harrow", "ASSAULT", When("overnight on 7 May", Days.on("2031-05-07"), "derived"),
              ("Hill Army", "security_force"), where="Harrow", predicate="storm"),
        _deed("The Hill Army attacked Harrow.", "attacked Harrow", "ASSAULT", when("2031-05-08"), ("Hill Army", "security_force"),
              where="Harrow", predicate="attack"),
    ),
    "those driven out, and those who left": (
        _deed("The Valley Front drove the Hill Guard out of Harrow.", "drove the Hill Guard out", "ASSAULT", when("2031-05-12"),
              ("Valley Front", "armed_group"), where="Harrow", predicate="drive"),
        _deed("Our fighters left Harrow.", "left Harrow", "RETREAT", when("2031-05-12"), ("Our fighters", "armed_group"),
              where="Harrow", predicate="leave"),
    ),
    "a count in round weeks that is a day or two out": (
        _deed("Three weeks ago Ana Ruiz signed.", "signed", "SUPPORT", When("Three weeks ago", Days.between("2031-05-10", "2031-05-16"), "derived"),
              ("Ana Ruiz", "person"), predicate="sign"),
        _deed("Ana Ruiz signed the accord.", "signed the accord", "SUPPORT", when("2031-05-09"), ("Ana Ruiz", "person"), predicate="sign"),
    ),
    "the killing of one person by name, described in one of two reports": (
        _deed("A volunteer, Kenji Mori, was shot dead in Orlin.", "volunteer, Kenji Mori, was shot dead", "ASSAULT", when("2031-05-08"),
              predicate="shoot", where="Orlin"),
        _victim("Kenji Mori was murdered on Thursday.", "Kenji Mori was murdered", "Kenji Mori", when("2031-05-08"), predicate="murder"),
    ),
    "a group's deed, told of its leader by the other report": (
        _deed("The Valley Front handed three killers to the army.", "handed three killers", "RETREAT", when("2031-05-16"),
              ("Valley Front", "armed_group"), predicate="hand", where=None),
        _deed("Its leader, Tomas Berg, handed three killers over in Harrow.", "handed three killers over in Harrow", "RETREAT",
              when("2031-05-16"), ("Tomas Berg", "person"), predicate="hand"),
    ),
    "doers whose names share a word of their own": (
        _deed("The Sandstone mercenaries left the country.", "left the country", "RETREAT", when("2031-05-16"),
              ("Sandstone mercenaries", "armed_group"), predicate="leave"),
        _deed("The Sandstone contingent was flown out.", "contingent was flown out", "RETREAT", when("2031-05-16"),
              ("Sandstone", "organisation"), predicate="fly"),
    ),
    "the same undated news in reports of the same days": (
        _deed("The Valley Front has not agreed to any release of prisoners.", "has not agreed to any release of prisoners", "REJECT", _UNTIL_MAY,
              ("Valley Front", "armed_group"), predicate="agree", lately=True),
        _deed("The Valley Front has not agreed to a release of prisoners first.", "has not agreed to a release of prisoners first", "REJECT",
              _UNTIL_MAY, ("Valley Front", "armed_group"), predicate="agree", lately=True),
    ),
}  # fmt: skip
APART_STILL = {
    "denials of one speaker, of nobody knows what": (
        _deed("The Valley Front denied this.", "denied this", "REJECT", when(None, "2030-05-20"), ("Valley Front", "armed_group"), predicate="deny"),
        _deed("The Valley Front denied the figure.", "denied the figure", "REJECT", when(None, "2031-05-20"), ("Valley Front", "armed_group"),
              predicate="deny"),
    ),
    "two groups that share nothing but their country": (
        _deed("The Afghan army burned the mill.", "burned the mill", "ASSAULT", when("2031-05-16"), ("Afghan army", "security_force"),
              predicate="burn"),
        _deed("The Afghan Brotherhood shelled a bridge.", "shelled a bridge", "ASSAULT", when("2031-05-16"),
              ("Afghan Brotherhood", "armed_group"), predicate="shell"),
    ),
    "attacks on two days of one week that only one report dates": (
        _deed("The Valley Front attacked Harrow on Saturday.", "attacked Harrow on Saturday", "ASSAULT",
              When("Saturday", Days.between("2031-05-10", "2031-05-17"), "derived"), ("Valley Front", "armed_group"),
              where="Harrow", predicate="attack"),
        _deed("The Valley Front attacked Harrow.", "attacked Harrow", "ASSAULT", when("2031-05-12"),
              ("Valley Front", "armed_group"), where="Harrow", predicate="attack"),
    ),
    "undated news of two years": (
        _deed("The Valley Front burned the mill.", "burned the mill", "ASSAULT", when(None, "2030-05-20"), ("Valley Front", "armed_group"),
              predicate="burn", lately=True, published="2030-05-20"),
        _deed("The Valley Front burned a mill.", "burned a mill", "ASSAULT", _UNTIL_MAY, ("Valley Front", "armed_group"),
              predicate="burn", lately=True),
    ),
    "wars of two countries told in the same words": (
        _elsewhere("The army remains in its barracks.", "remains in its barracks", "NPL"),
        _elsewhere("The army remains in its barracks now.", "remains in its barracks now", "YEM"),
    ),
    "a month without its year, and another month": (
        _deed("In April the Valley Front attacked Orlin.", "attacked Orlin", "ASSAULT", When("April", UNKNOWN_DAYS, "unknown"),
              ("Valley Front", "armed_group"), where="Orlin", predicate="attack"),
        _deed("The Valley Front attacked Orlin.", "attacked Orlin", "ASSAULT", when("2031-05-08"), ("Valley Front", "armed_group"),
              where="Orlin", predicate="attack"),
    ),
    "shells on two towns on one day": (
        _deed("Shells fell on Orlin.", "Shells fell on Orlin", "ASSAULT", when("2031-05-14"), where="Orlin", predicate="fall"),
        _deed("On Wednesday shells fell on Harrow.", "shells fell on Harrow", "ASSAULT", when("2031-05-14"), where="Harrow", predicate="fall"),
    ),
    "two treaties of the same, a year apart": (
        _deed("The Valley Front signed a peace treaty in Orlin.", "signed a peace treaty in Orlin", "SUPPORT", when("2030-05-12"),
              ("Valley Front", "armed_group"), where="Orlin", predicate="sign"),
        _deed("Yesterday the Valley Front signed a peace treaty in Orlin.", "signed a peace treaty in Orlin", "SUPPORT", when("2031-05-14"),
              ("Valley Front", "armed_group"), where="Orlin", predicate="sign"),
    ),
    "one day after the other, and each report tells the day": (
        _deed("The Valley Front lost sixty men at Orlin.", "lost sixty men at Orlin", "ASSAULT", when("2031-05-14"), where="Orlin"),
        _deed("The Valley Front lost twenty men at Orlin.", "lost twenty men at Orlin", "ASSAULT", when("2031-05-15"), where="Orlin"),
    ),
    "people let go, and a place left": (
        _deed("The Valley Front freed the prisoners.", "freed the prisoners", "RETREAT", when("2031-05-08"), ("Valley Front", "armed_group"),
              predicate="free", mode="release"),
        _deed("The Valley Front quit the hills.", "quit the hills", "RETREAT", when("2031-05-08"), ("Valley Front", "armed_group"),
              predicate="quit", mode="withdraw"),
    ),
    "two signings, of nobody knows what day": (
        _deed("Ana Ruiz signed.", "signed", "SUPPORT", when(), ("Ana Ruiz", "person"), predicate="sign"),
        _deed("Tomas Berg signed it.", "signed it", "SUPPORT", when("2031-05-14"), ("Tomas Berg", "person"), predicate="sign"),
    ),
    "two attacks, years between them": (
        _deed("The Valley Front attacked.", "attacked", "ASSAULT", when("2021-01-01", "2021-12-31"), ("Valley Front", "armed_group")),
        _deed("The Valley Front attacked again.", "attacked again", "ASSAULT", when("2031-05-14"), ("Valley Front", "armed_group")),
    ),
    "talks planned, and other talks held": (
        _deed("The Valley Front will hold talks.", "talks", "CONSULT", when("2031-05-10"), ("Valley Front", "armed_group"),
              status="planned"),
        _deed("The Valley Front held talks.", "talks", "CONSULT", when("2031-05-18"), ("Valley Front", "armed_group")),
    ),
    "one day of the week, another one": (
        _deed("Fighters left on Monday.", "left on Monday", "RETREAT", When("Monday", UNKNOWN_DAYS, "unknown"), ("Fighters", "armed_group")),
        _deed("Fighters left Harrow.", "left Harrow", "RETREAT", when("2031-05-16"), ("Fighters", "armed_group")),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", TOGETHER)
def test_one_deed_in_the_words_of_two_reports_is_one_event(name: str) -> None:
    assert len(reconcile(TOGETHER[name]).events) == 1


@pytest.mark.parametrize("name", APART_STILL)
def test_deeds_alike_stay_apart(name: str) -> None:
    assert len(reconcile(APART_STILL[name]).events) == 2


def _disputes(*readings: Reading) -> set[tuple[str, str]]:
    return {(f.type, f.about) for f in reconcile(readings).findings if f.type in ("contradiction", "update")}


def test_what_one_report_tells_and_another_of_the_same_days_denies_is_a_dispute() -> None:
    told = _deed("The Valley Front attacked a convoy.", "attacked a convoy", "ASSAULT", when("2031-05-14"),
                 ("Valley Front", "armed_group"), predicate="attack")  # fmt: skip
    denied = _deed("No convoy was attacked by us.", "convoy was attacked", "ASSAULT", when(), status="denied",
                   predicate="attack")  # fmt: skip
    assert _disputes(told, denied) == {("contradiction", "existence")}


def test_a_denial_of_one_side_does_not_answer_what_the_other_side_did() -> None:
    def shelling(by: tuple[str, str], said: str, status: str) -> Reading:
        text = f"{by[0]} shelled the hospital of Orlin, {said}."
        return _deed(text, "shelled the hospital", "ASSAULT", when("2031-05-18"), by, where="Orlin", predicate="shell",
                     status=status)  # fmt: skip

    army, rebels = ("Hill Army", "security_force"), ("Valley Front", "armed_group")
    denied = shelling(army, "which its spokesman denied", "denied")
    assert ("contradiction", "existence") in _disputes(shelling(army, "doctors said", "occurred"), denied)
    assert ("contradiction", "existence") not in _disputes(shelling(rebels, "doctors said", "occurred"), denied)


@pytest.mark.parametrize(("name", "type", "many"), [("Abel Moro", "person", 2), ("Moro", "government", 1)])
def test_who_is_taken_for_a_town_by_one_report_does_not_join_deeds(name: str, type: str, many: int) -> None:
    signed = document(f"{name} signed a pact on Monday. It will hold, said Moro.", published="2031-05-20")
    last = signed.text.rindex("Moro")
    named = (quote(signed, name), Quote(signed.id, last, last + 4, "Moro"))
    who = replace(actor(signed, name, type), quotes=named)
    pact = event(signed, f"{name} signed a pact", "SUPPORT", actors=(who.key,), when=when("2031-05-19"))
    other = document("Moro met an envoy, it was said.", published="2031-05-20")
    talk = event(other, "Moro met an envoy", "CONSULT", when=when("2031-05-19"))
    pair = (
        reading(signed, actors=(who,), events=(pact,)),
        reading(other, places=(place(other, "Moro"),), events=(talk,)),
    )
    assert len(reconcile(pair).events) == many


def test_as_many_dead_at_one_place_a_day_apart_is_a_dispute_on_the_day() -> None:
    def market(day: str, words: str) -> Reading:
        return _deed("The market of Orlin was attacked.", "attacked", "ASSAULT", When(words, Days.on(day), "derived"),
                     where="Orlin", fatalities=Amount.exactly(6), publisher=day)  # fmt: skip

    assert _disputes(market("2031-05-18", "Sunday"), market("2031-05-19", "Monday")) == {("contradiction", "date")}


def test_a_blow_put_down_to_the_other_side_is_a_dispute_and_a_clash_is_none() -> None:
    def blow(by: tuple[str, str], said: str) -> Reading:
        text = f"{by[0]} shelled the hospital of Orlin, {said}."
        return _deed(text, "shelled the hospital", "ASSAULT", when("2031-05-18"), by, where="Orlin", predicate="shell")

    army, rebels = ("Hill Army", "security_force"), ("Valley Front", "armed_group")
    assert _disputes(blow(army, "doctors said"), blow(rebels, "the army said")) == {("contradiction", "attribution")}
    assert _disputes(blow(army, "doctors said"), blow(army, "nurses said")) == set()


def test_a_plan_that_a_later_report_tells_as_done_is_an_update() -> None:
    assert _disputes(*TOGETHER["a plan and its deed, ten days late"]) == {("update", "status")}


@pytest.mark.parametrize(
    ("earlier", "later", "status"),
    [
        ("planned", "occurred", "occurred"),
        ("planned", "ongoing", "ongoing"),
        ("planned", "planned", "planned"),
    ],
)
def test_what_was_planned_has_come_once_a_younger_report_says_so(earlier: str, later: str, status: str) -> None:
    def opening(day: str, how: str) -> Reading:
        return _deed(
            "The Valley Front opens the road to Orlin.", "opens the road", "RETREAT", when("2031-05-18"),
            ("Valley Front", "armed_group"), where="Orlin", published=day, status=how, publisher=f"P{day}{how}",
        )  # fmt: skip

    (event,) = reconcile([opening("2031-05-10", earlier), opening("2031-05-30", later)]).events
    assert event.status == status
