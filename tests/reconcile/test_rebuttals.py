"""Claims and denials of one report are set against each other."""

from __future__ import annotations

from builders import actor, document, event, quote, reading, statement
from truceline.domain.items import Finding
from truceline.domain.mention import Reading
from truceline.reconcile import reconcile


def contradictions(one: Reading) -> list[Finding]:
    return [f for f in reconcile((one,)).findings if f.type == "contradiction"]


def quoted(found: Finding) -> list[str]:
    return [s.quotes[0].exact for s in found.items]


def test_a_denial_of_this_answers_what_was_said_last() -> None:
    text = "The army said that the Hill Guard had shelled the bridge. The Hill Guard denied this."
    d = document(text)
    army, guard = actor(d, "army"), actor(d, "Hill Guard", "armed_group")
    said = statement(d, "the Hill Guard had shelled the bridge", army.key)
    denied = event(d, "The Hill Guard denied this", "REJECT", actors=(guard.key,))
    (one,) = contradictions(reading(d, actors=(army, guard), statements=(said,), events=(denied,)))
    assert quoted(one) == ["the Hill Guard had shelled the bridge", "The Hill Guard denied this"]
    assert (one.about, one.strength) == ("existence", "strict")
    assert one.reason == "Told by army; denied by Hill Guard."


def test_nobody_contradicts_himself() -> None:
    text = "The army said that the road was open. The army denied this."
    d = document(text)
    army = actor(d, "army")
    said, denied = (
        statement(d, "the road was open", army.key),
        event(d, "The army denied this", "REJECT", actors=("army",)),
    )
    assert contradictions(reading(d, actors=(army,), statements=(said,), events=(denied,))) == []


def test_a_denial_of_any_part_answers_those_who_blame() -> None:
    text = "The Sons of Orlin said that they were behind the bomb. The mayor blamed the Front, which denied any part in it."
    d = document(text)
    sons, mayor, front = actor(d, "Sons of Orlin"), actor(d, "mayor"), actor(d, "Front", "armed_group")
    claim = statement(d, "they were behind the bomb", sons.key)
    blame = statement(d, "the Front,", mayor.key, "accuse", cue_quote=quote(d, "blamed"))
    denial = statement(d, "any part in it", front.key, "deny")
    (one,) = contradictions(reading(d, actors=(sons, mayor, front), statements=(claim, blame, denial)))
    assert quoted(one) == ["the Front,", "which denied any part in it"]


def test_a_publisher_that_says_no_such_thing_contradicts_what_it_reports() -> None:
    text = "A minister claims that the guards may stay in the valley. The pact allows no such thing. It rained."
    d = document(text)
    minister = actor(d, "minister")
    said = statement(d, "the guards may stay in the valley", minister.key)
    (one,) = contradictions(reading(d, actors=(minister,), statements=(said,)))
    assert quoted(one) == ["the guards may stay in the valley", "The pact allows no such thing"]
    assert [s.kind for s in one.items] == ["statement", "report"]


def test_there_is_none_answers_what_tells_of_some() -> None:
    text = (
        "Paramilitary bands burnt two farms in May. The minister insists that there is no paramilitarism in the valley."
    )
    d = document(text)
    minister = actor(d, "minister")
    burnt = event(d, "Paramilitary bands burnt two farms in May")
    said = statement(d, "there is no paramilitarism in the valley", minister.key)
    (one,) = contradictions(reading(d, actors=(minister,), events=(burnt,), statements=(said,)))
    assert quoted(one)[0] == "Paramilitary bands burnt two farms in May"


def test_a_denial_far_from_any_claim_stands_alone() -> None:
    text = (
        "The army said that the road was open. "
        + "The harvest was poor again this year. " * 12
        + "The Front denied this."
    )
    d = document(text)
    army, front = actor(d, "army"), actor(d, "Front", "armed_group")
    said = statement(d, "the road was open", army.key)
    denied = event(d, "The Front denied this", "REJECT", actors=(front.key,))
    assert contradictions(reading(d, actors=(army, front), statements=(said,), events=(denied,))) == []
