"""Agreements of a report: signed, negotiated or proposed. All mentions of one agreement together."""

from __future__ import annotations

from truceline.domain.dates import Days, When, news_since
from truceline.domain.document import Quote
from truceline.domain.mention import OWN_VOICE, AgreementMention, EventMention
from truceline.domain.sentences import Sentence
from truceline.reading.commitments.agreement_facts import SIGNING, place_made, signers, signing_of, told_of, when_made
from truceline.reading.commitments.agreement_mentions import spoken_of
from truceline.reading.commitments.agreement_parties import agreed_by, dealers, signed_by, signed_for
from truceline.reading.commitments.agreement_sameness import Told, continued_by, may_be_of
from truceline.reading.commitments.agreement_text import agreement_of_text, is_agreement_text
from truceline.reading.commitments.agreement_turns import agreed_to_stop
from truceline.reading.commitments.contenders import named_rebels, opponents, two_states
from truceline.reading.commitments.described_sides import UNABLE
from truceline.reading.commitments.principals import principals
from truceline.reading.commitments.spoken import Spoken
from truceline.reading.commitments.table_sides import gathers_sides, is_both_sides, sides_before
from truceline.reading.figures.surroundings import dates_of, published
from truceline.reading.scene import Scene

STATUS_ORDER = ("ended", "suspended", "signed", "in_force", "rejected", "under_negotiation", "proposed")
"""Where a report tells several, the first of these is what it has come to."""


PARTY_TYPES = frozenset(("state", "government", "armed_group", "alliance", "organisation", "security_force", "other"))


def read_agreements(scene: Scene, events: tuple[EventMention, ...]) -> tuple[AgreementMention, ...]:
    """Find the agreements of a report; a text of an agreement is that agreement."""
    if is_agreement_text(scene):
        return (agreement_of_text(scene),)
    found: list[Told] = []
    for spoken in spoken_of(scene) or agreed_to_stop(scene):
        parties, persons = _parties(scene, spoken)
        statuses, ahead = told_of(spoken)
        made = when_made(scene, [spoken])
        news = _as_news(scene, spoken, events) if made is None else None
        agreement = continued_by(scene, [a for a in found if may_be_of(a, made or news)], spoken, parties)
        if agreement is None:
            if not (_starts(spoken, (*parties, *persons), statuses) or _is_dated(scene, spoken)):
                continue
            agreement = Told(parties=_of_before(found, spoken))
            found.append(agreement)
        _take_in(agreement, spoken, parties, statuses)
        agreement.persons = agreement.persons or persons
        agreement.ahead |= ahead
        agreement.dates += [made] if made else []
        agreement.news = agreement.news or news
    _by_signatures(scene, found)
    told = {"signed", "in_force", "ended", "rejected", "suspended"}
    kept = [a for a in found if len(a.parties) > 1 or a.names or told & set(a.statuses) or _relied_on(a) or not a.ahead]
    _complete(scene, kept)
    return tuple(_agreement(scene, a, f"agreement{i}") for i, a in enumerate(kept))


def _as_news(scene: Scene, spoken: Spoken, events: tuple[EventMention, ...]) -> When | None:
    """Give the last weeks where a report tells the making of what is spoken of as its news."""
    days, at = published(scene), spoken.sentence
    since = news_since(days)
    made = (e for e in events if e.lately and e.predicate in SIGNING and at.start <= e.head.start < at.end)
    return When(None, Days(since, days.latest), "derived") if since and next(made, None) else None


def _by_signatures(scene: Scene, agreements: list[Told]) -> None:
    """Give an agreement without parties those told beside it to have agreed, or for whom somebody signed."""
    for sentence in scene.text.sentences:
        sides = signed_for(scene, sentence) or agreed_by(scene, sentence)
        types = {a.key: a.type for a in scene.actors.mentions}
        sides = tuple(k for k in principals(scene, sides) if types.get(k) in PARTY_TYPES)
        near = [a for a in agreements if any(-1 <= sentence.index - m.sentence.index <= 2 for m in a.mentions)]
        if len(sides) > 1 and near and len(near[-1].parties) < 2:
            near[-1].parties = sides


def _of_before(found: list[Told], spoken: Spoken) -> tuple[str, ...]:
    """Give the parties of the agreement spoken of before, which those of an earlier or another one mostly are."""
    words = {w.lemma.lower() for w in spoken.sentence.words[max(0, spoken.first - 1) : spoken.head]}
    same = spoken.definite or not words & {"side", "separate", "parallel", "another", "other", "third"}
    return found[-1].parties if spoken.apart and same and found else ()


def _relied_on(agreement: Told) -> bool:
    return any(m.under for m in agreement.mentions)


def _complete(scene: Scene, agreements: list[Told]) -> None:
    """Add the other side where a report names one party: the armed group or government it speaks of most."""
    types = {a.key: a.type for a in scene.actors.mentions}
    for agreement in agreements:
        known = {types.get(k) for k in agreement.parties}
        group, state = opponents(scene, lone=2 if known else 3)
        pair = two_states(scene) if known | {"state"} <= {"state", "government"} else ()
        if agreement.persons and set(agreement.parties) <= set(pair) and not group:
            agreement.parties = pair or agreement.parties
        if agreement.parties and agreement.persons:
            continue
        if len(agreement.parties) == 1 and not group and agreement.parties[0] in pair:
            agreement.parties = pair
        if len(agreement.parties) == 1 and "armed_group" in known and state:
            agreement.parties = (state, *agreement.parties)
        elif len(agreement.parties) == 1 and known & {"state", "government"} and group:
            agreement.parties = (*agreement.parties, group)
        elif not agreement.parties and group and state:
            agreement.parties, agreement.guessed = (state, group), True


def agreement_at(scene: Scene, agreements: tuple[AgreementMention, ...], sentence: Sentence, word: int) -> str | None:
    """Give the key of the agreement that a word of a sentence names."""
    place = sentence.words[word].start
    return next((a.key for a in agreements if any(q.start <= place < q.end for q in a.quotes)), None)


def _parties(scene: Scene, spoken: Spoken) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the parties that a mention names, persons replaced by whom they speak for, and persons of unknown side."""
    beside = spoken.parties
    if len(beside) < 2:
        makers = signed_by(scene, spoken.sentence, spoken.head) or dealers(scene, spoken.sentence, spoken.head)
        beside = tuple(dict.fromkeys((*makers, *beside)))
        if makers and _by_both(scene, spoken, makers):
            beside = sides_before(scene, spoken.sentence) or beside
    sides = tuple(dict.fromkeys(named_rebels(scene, k) for k in principals(scene, beside)))
    types = {a.key: a.type for a in scene.actors.mentions}
    gathered = {a.key for a in scene.actors.mentions if gathers_sides(a) or (not a.named and UNABLE.search(a.name))}
    collectives = tuple(k for k in sides if types.get(k) in PARTY_TYPES and k not in gathered)
    return collectives, tuple(k for k in sides if types.get(k) == "person")


def _by_both(scene: Scene, spoken: Spoken, makers: tuple[str, ...]) -> bool:
    """Tell whether the makers are told as "the two sides"."""
    words = range(len(spoken.sentence.words))
    spots = [i for i in words if set(makers) & set(scene.actors.at(spoken.sentence.index, i))]
    return any(is_both_sides(spoken.sentence, i) for i in spots)


def _starts(spoken: Spoken, parties: tuple[str, ...], statuses: list[str]) -> bool:
    """Tell whether a mention may be the first of an agreement: it is named, has parties, or was dealt about."""
    if spoken.generic:
        return False
    if len(parties) > 1 or len(spoken.parties) > 0 or spoken.names:
        return True
    told = set(statuses)
    if spoken.under or _is_known(spoken, told):
        return True
    if spoken.kind in ("ceasefire", "pause") and told & {"in_force", "ended"}:
        return True
    return "signed" in told or (spoken.definite and bool(told & {"in_force", "ended", "suspended", "rejected"}))


def _is_known(spoken: Spoken, told: set[str]) -> bool:
    """Tell whether a mention takes for known what it means: "the ceasefire agreement said that"."""
    before = {w.lemma.lower() for w in spoken.sentence.words[spoken.first : spoken.head]}
    sort = before & {"peace", "ceasefire", "truce", "disarmament", "withdrawal", "cease-fire"}
    return spoken.definite and spoken.kind in ("agreement", "ceasefire") and bool(sort) and not told


def _is_dated(scene: Scene, spoken: Spoken) -> bool:
    """Tell whether a day stands in the phrase itself, so that it means one agreement: "the January 11 peace deal"."""
    own = [d for d in dates_of(scene, spoken.sentence) if d.first >= spoken.first - 1 and d.last < spoken.head]
    return spoken.kind != "document" and any(d.when.days.known and (d.when.days.width or 99) <= 31 for d in own)


def _take_in(agreement: Told, spoken: Spoken, parties: tuple[str, ...], statuses: list[str]) -> None:
    agreement.mentions.append(spoken)
    agreement.names |= spoken.names
    agreement.kinds |= {spoken.kind, *spoken.about}
    if len(parties) > len(agreement.parties):
        agreement.parties = parties
    agreement.statuses += statuses


def _agreement(scene: Scene, agreement: Told, key: str) -> AgreementMention:
    told = next((s for s in STATUS_ORDER if s in agreement.statuses), None)
    signatories, witnesses = signers(scene, agreement.mentions)
    return AgreementMention(
        key=key,
        name=_name(scene, agreement),
        parties=_all_parties(agreement),
        signatories=signatories,
        witnesses=witnesses,
        when=when_made(scene, agreement.mentions),
        place=place_made(scene, agreement.mentions),
        status=told or _by_default(agreement),
        credit=OWN_VOICE,
        quotes=tuple(_quote(scene, m) for m in agreement.mentions),
        guessed=agreement.guessed,
        signing=signing_of(scene, agreement.mentions),
    )


def _by_default(agreement: Told) -> str:
    draft = all(m.kind == "document" or m.generic for m in agreement.mentions)
    return "under_negotiation" if agreement.ahead or draft else "signed"


def _all_parties(agreement: Told) -> tuple[str, ...]:
    return agreement.parties if len(agreement.parties) > 1 else (*agreement.parties, *agreement.persons)


def _quote(scene: Scene, spoken: Spoken) -> Quote:
    return scene.text.quote(spoken.sentence.index, spoken.first, spoken.last)


def _name(scene: Scene, agreement: Told) -> str:
    """Choose the name: a title, else a form with a proper name, else the longest phrase."""

    def rank(spoken: Spoken) -> tuple[int, int, int]:
        titled = spoken.sentence.words[spoken.head].text[0].isupper() and spoken.sentence.part != "headline"
        return (titled, bool(spoken.names), spoken.last - spoken.first)

    best = max([m for m in agreement.mentions if not m.generic] or agreement.mentions, key=rank)
    return _quote(scene, best).exact
