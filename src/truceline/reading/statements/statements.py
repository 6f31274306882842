"""Statements of a report: who said what, and in whose voice every word stands."""

from __future__ import annotations

from truceline.domain.dates import When
from truceline.domain.mention import Credit, StatementMention
from truceline.reading.scene import Actors, DateMention, Spot, Text, Voices
from truceline.reading.statements.attribution import said_in
from truceline.reading.statements.said import Said
from truceline.reading.statements.speakers import Speakers
from truceline.reading.statements.stance import stance_of
from truceline.reading.statements.statement_dates import dates_of

WEIGHTY = ("demand", "threaten", "promise", "deny", "accuse", "concede")
"""Stances that win over what leads up to them."""


def read_voices(text: Text, actors: Actors, dates: tuple[DateMention, ...]) -> Voices:
    """Find the statements of a report and the voice of every word."""
    speakers = Speakers(text, actors)
    said = [one for one in said_in(text, speakers) if one.pieces]
    relays = _relays(said)
    when = dates_of(text, dates, said)
    mentions = tuple(
        _mention(text, speakers, one, relays[number], when[number], f"statement-{number + 1}")
        for number, one in enumerate(said)
    )
    quoted = frozenset(spot for one in said for piece in one.quoted for spot in piece.spots())
    return Voices(mentions, _credits(said, relays), quoted)


def _relays(said: list[Said]) -> list[tuple[str, ...]]:
    """Give for each statement the speakers who hand it on, outermost first."""
    found: list[tuple[str, ...]] = []
    for one in said:
        outer = [other for other in said if one.cue_spot and other.holds(one.cue_spot) and not _within(other, one)]
        outer.sort(key=lambda other: -other.size)
        keys: list[str] = []
        for other in outer:
            if other.speakers and other.speakers[0] not in (*keys, *one.speakers):
                keys.append(other.speakers[0])
        found.append((*keys, *(key for key in one.relayed_by if key not in (*keys, *one.speakers))))
    return found


def _within(one: Said, other: Said) -> bool:
    """Tell whether a statement's cue stands in another's content, as it does in its own."""
    return one is other or (one.cue_spot is not None and other.holds(one.cue_spot))


def _credits(said: list[Said], relays: list[tuple[str, ...]]) -> dict[Spot, Credit]:
    """Credit every word to the innermost speaker whose statement holds it."""
    found: dict[Spot, Credit] = {}
    order = sorted(range(len(said)), key=lambda i: (-said[i].size, i))
    for number in order:
        one = said[number]
        if one.speakers:
            credit = Credit(one.speakers[0], relays[number])
            found.update(dict.fromkeys((spot for piece in one.pieces for spot in piece.spots()), credit))
    return dict(sorted(found.items()))


def _mention(
    text: Text, speakers: Speakers, one: Said, relayed_by: tuple[str, ...], when: When | None, key: str
) -> StatementMention:
    cue = text.quote(one.cue.sentence, one.cue.first, one.cue.last) if one.cue else None
    named = text.quote(one.named.sentence, one.named.first, one.named.last) if one.named else None
    return StatementMention(
        key=key,
        speakers=one.speakers,
        relayed_by=relayed_by,
        form=one.form,
        stance=_stance(text, speakers, one),
        addressees=tuple(key for key in one.addressees if key not in one.speakers),
        when=when,
        speaker_quote=named,
        cue_quote=cue,
        content_quotes=tuple(text.quote(p.sentence, p.first, p.last) for p in one.pieces),
    )


def _stance(text: Text, speakers: Speakers, one: Said) -> str:
    """Take the stance of the sentence that says most: a demand, threat or promise wins over what leads up to it."""
    found = []
    for number, head in one.heads(text):
        sentence = text.sentences[number]
        about_self = speakers.is_about_self(one, number, head)
        found.append(stance_of(one.stance, one.lemma, sentence, head, about_self))
        for further in sentence.children(head, "conj"):
            if sentence.children(further, "nsubj") and one.holds((number, further)):
                about_self = speakers.is_about_self(one, number, further)
                stance = stance_of(one.stance, one.lemma, sentence, further, about_self)
                found += [stance] if stance in ("demand", "threaten") else []
    return next((stance for stance in WEIGHTY if stance in found), found[0] if found else one.stance)
