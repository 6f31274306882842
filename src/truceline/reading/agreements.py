"""Agreements of a report: signed, negotiated or proposed. All mentions of one agreement together."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache

from truceline.domain.dates import When
from truceline.domain.document import Quote
from truceline.domain.mention import OWN_VOICE, AgreementMention, EventMention
from truceline.domain.sentences import Predicate, Sentence
from truceline.reading.agreement_mentions import Spoken, dealers, signed_by, spoken_of
from truceline.reading.date_owners import date_of
from truceline.reading.principals import is_both_sides, opponents, principals, sides_before
from truceline.reading.scene import DateMention, Scene
from truceline.reading.surroundings import dates_of, lies_ahead, over, place_within
from truceline.vocabulary import rows

STATUS_ORDER = ("ended", "suspended", "signed", "in_force", "rejected", "under_negotiation", "proposed")
"""Where a report tells several, the first of these is what it has come to."""
SPECIFIC = frozenset(("ceasefire", "memorandum", "declaration", "protocol"))


PARTY_TYPES = frozenset(("state", "government", "armed_group", "alliance", "organisation", "security_force", "other"))


@dataclass
class _Agreement:
    """What is known so far of one agreement of the report."""

    mentions: list[Spoken] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    parties: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    """Persons who made it and whose side the report does not tell."""
    kinds: set[str] = field(default_factory=set)
    statuses: list[str] = field(default_factory=list)
    ahead: bool = False


def read_agreements(scene: Scene, events: tuple[EventMention, ...]) -> tuple[AgreementMention, ...]:
    """Find the agreements of a report."""
    found: list[_Agreement] = []
    for spoken in spoken_of(scene):
        parties, persons = _parties(scene, spoken)
        statuses, ahead = _told(spoken)
        agreement = _same(found, spoken, parties)
        if agreement is None:
            if not _starts(spoken, (*parties, *persons), statuses):
                continue
            agreement = _Agreement(parties=found[-1].parties if spoken.apart and spoken.definite and found else ())
            found.append(agreement)
        _take_in(agreement, spoken, parties, statuses)
        agreement.persons = agreement.persons or persons
        agreement.ahead |= ahead
    told = {"signed", "in_force", "ended", "rejected", "suspended"}
    kept = [a for a in found if len(a.parties) > 1 or a.names or told & set(a.statuses) or _relied_on(a)]
    _complete(scene, kept)
    return tuple(_agreement(scene, a, f"agreement{i}") for i, a in enumerate(kept))


def _relied_on(agreement: _Agreement) -> bool:
    return any(m.under for m in agreement.mentions)


def _complete(scene: Scene, agreements: list[_Agreement]) -> None:
    """Add the other side where a report names one party: the armed group or government it speaks of most."""
    group, state = opponents(scene)
    types = {a.key: a.type for a in scene.actors.mentions}
    for agreement in agreements:
        known = {types.get(k) for k in agreement.parties}
        if len(agreement.parties) == 1 and "armed_group" in known and state:
            agreement.parties = (state, *agreement.parties)
        elif len(agreement.parties) == 1 and known & {"state", "government"} and group:
            agreement.parties = (*agreement.parties, group)
        elif not agreement.parties and group and state:
            agreement.parties = (state, group)


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
    sides = principals(scene, beside)
    types = {a.key: a.type for a in scene.actors.mentions}
    collectives = tuple(k for k in sides if types.get(k) in PARTY_TYPES)
    return collectives, tuple(k for k in sides if types.get(k) == "person")


def _by_both(scene: Scene, spoken: Spoken, makers: tuple[str, ...]) -> bool:
    """Tell whether the makers are told as "the two sides"."""
    words = range(len(spoken.sentence.words))
    spots = [i for i in words if set(makers) & set(scene.actors.at(spoken.sentence.index, i))]
    return any(is_both_sides(spoken.sentence, i) for i in spots)


@cache
def _cues() -> dict[str, str]:
    return {cue: row["status"] for row in rows("agreements").values() if "status" in row for cue in row["cues"]}


def _told(spoken: Spoken) -> tuple[list[str], bool]:
    """Say what the words around a mention tell of its status, and whether the deal still lies ahead."""
    sentence, found, ahead = spoken.sentence, [], False
    near = [p.word for p in [*over(sentence, spoken.head)][:3] if _direct(sentence, p, spoken.head)]
    near += [k for k in sentence.children(spoken.head, "acl", "amod", "acl:relcl")]
    near += [u for u in [*sentence.ancestors(spoken.head)][:2] if u not in near]
    for word in near:
        status = _cues().get(sentence.words[word].lemma.lower())
        if status is None:
            continue
        predicate = sentence.predicate_at(word)
        negated = any(sentence.words[k].lemma in ("not", "never", "n't") for k in sentence.children(word, "advmod"))
        below = sentence.words[word].head == spoken.head
        modal = any(
            sentence.words[k].upos == "AUX" and sentence.words[k].xpos == "MD" for k in sentence.children(word, "aux")
        )
        given = below and (spoken.definite or not lies_ahead(sentence, spoken.head))
        ahead_of = modal if given else lies_ahead(sentence, word) or below
        unreal = ahead_of or (predicate is not None and predicate.happened < 0 and not below) or negated
        if not unreal:
            found.append(status)
        elif status in ("signed", "under_negotiation", "proposed"):
            ahead = True
            found.append("under_negotiation")
    return found, ahead


def _direct(sentence: Sentence, predicate: Predicate, head: int) -> bool:
    """Tell whether a predicate governs the agreement itself, not something about it."""
    return sentence.words[head].head == predicate.word or any(a.head == head for a in predicate.arguments)


def _starts(spoken: Spoken, parties: tuple[str, ...], statuses: list[str]) -> bool:
    """Tell whether a mention may be the first of an agreement: it is named, has parties, or was dealt about."""
    if spoken.generic:
        return False
    if len(parties) > 1 or len(spoken.parties) > 0 or spoken.names:
        return True
    told = set(statuses)
    if spoken.under:
        return True
    return "signed" in told or (spoken.definite and bool(told & {"in_force", "ended", "suspended", "rejected"}))


def _same(found: list[_Agreement], spoken: Spoken, parties: tuple[str, ...]) -> _Agreement | None:
    """Find the agreement that a mention continues: by name, by parties, else the one spoken of last."""
    fitting = [(_likeness(a, spoken, parties), i) for i, a in enumerate(found) if _fits(a, spoken, parties)]
    if not fitting:
        return None
    score, best = max(fitting)
    anaphoric = spoken.definite or bool(spoken.names)
    return found[best] if score >= 2 or (anaphoric and not spoken.apart) else None


def _fits(agreement: _Agreement, spoken: Spoken, parties: tuple[str, ...]) -> bool:
    """Tell whether nothing speaks against a mention meaning an agreement."""
    known = set(agreement.parties)
    if parties and known and not (set(parties) <= known or known <= set(parties)):
        return False
    if spoken.kind in SPECIFIC and spoken.kind not in agreement.kinds:
        return False
    if agreement.kinds <= SPECIFIC and spoken.kind not in agreement.kinds and not spoken.definite:
        return False
    if spoken.apart and not any(m.apart for m in agreement.mentions):
        return False
    other = {n for m in agreement.mentions if m.titled == spoken.titled for n in m.names}
    return not (spoken.names and other and not spoken.names & agreement.names) or len(parties) > 1


def _likeness(agreement: _Agreement, spoken: Spoken, parties: tuple[str, ...]) -> float:
    """Weigh what speaks for a mention meaning an agreement."""
    named = 3.0 if spoken.names & agreement.names else 0.0
    shared = set(parties) & set(agreement.parties)
    party = 2.0 if parties and shared == set(parties) else float(len(shared))
    gap = spoken.sentence.index - agreement.mentions[-1].sentence.index
    recent = 1.0 if gap <= 1 else 0.5 if gap <= 3 else 0.0
    aside = 2.0 if not spoken.apart and any(m.apart for m in agreement.mentions) and (gap > 1 or spoken.names) else 0.0
    return named + party + recent + min(len(agreement.mentions), 9) / 10 - aside


def _take_in(agreement: _Agreement, spoken: Spoken, parties: tuple[str, ...], statuses: list[str]) -> None:
    agreement.mentions.append(spoken)
    agreement.names |= spoken.names
    agreement.kinds.add(spoken.kind)
    if len(parties) > len(agreement.parties):
        agreement.parties = parties
    agreement.statuses += statuses


def _agreement(scene: Scene, agreement: _Agreement, key: str) -> AgreementMention:
    told = next((s for s in STATUS_ORDER if s in agreement.statuses), None)
    signatories, witnesses = _signers(scene, agreement)
    return AgreementMention(
        key=key,
        name=_name(scene, agreement),
        parties=_all_parties(agreement),
        signatories=signatories,
        witnesses=witnesses,
        when=_when(scene, agreement),
        place=_place(scene, agreement),
        status=told or _by_default(agreement),
        credit=OWN_VOICE,
        quotes=tuple(_quote(scene, m) for m in agreement.mentions),
    )


def _by_default(agreement: _Agreement) -> str:
    draft = all(m.kind == "document" or m.generic for m in agreement.mentions)
    return "under_negotiation" if agreement.ahead or draft else "signed"


def _all_parties(agreement: _Agreement) -> tuple[str, ...]:
    return agreement.parties if len(agreement.parties) > 1 else (*agreement.parties, *agreement.persons)


def _quote(scene: Scene, spoken: Spoken) -> Quote:
    return scene.text.quote(spoken.sentence.index, spoken.first, spoken.last)


def _name(scene: Scene, agreement: _Agreement) -> str:
    """Choose the name: a title, else a form with a proper name, else the longest phrase."""

    def rank(spoken: Spoken) -> tuple[int, int, int]:
        titled = spoken.sentence.words[spoken.head].text[0].isupper() and spoken.sentence.part != "headline"
        return (titled, bool(spoken.names), spoken.last - spoken.first)

    best = max(agreement.mentions, key=rank)
    return _quote(scene, best).exact


def _deals(agreement: _Agreement) -> list[tuple[Sentence, int]]:
    """List the words that tell of the signing or reaching of an agreement."""
    out: list[tuple[Sentence, int]] = []
    for m in agreement.mentions:
        near = [p.word for p in over(m.sentence, m.head)][:3]
        near += [*m.sentence.children(m.head, "acl", "acl:relcl", "compound"), *[*m.sentence.ancestors(m.head)][:1]]
        out += [(m.sentence, w) for w in near if _cues().get(m.sentence.words[w].lemma.lower()) == "signed"]
    return out


def _signers(scene: Scene, agreement: _Agreement) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the persons who signed, and those who stood by as witnesses."""
    signers: list[str] = []
    witnesses: list[str] = []
    for sentence, word in _deals(agreement):
        if sentence.words[word].lemma not in ("sign", "ink", "initial"):
            continue
        predicate = sentence.predicate_at(word)
        agent = predicate.argument("ARG0") if predicate else None
        if agent:
            signers += [k for k in scene.actors.group(sentence, agent.head) if _is_person(scene, k)]
        witnesses += _witnesses(scene, sentence)
    return tuple(dict.fromkeys(k for k in signers if k not in witnesses)), tuple(dict.fromkeys(witnesses))


def _witnesses(scene: Scene, sentence: Sentence) -> list[str]:
    """Read "with X as a witness" and "witnessed by X and Y"."""
    for i, word in enumerate(sentence.words):
        if word.lemma == "witness":
            before = [k for j in range(max(0, i - 9), i) for k in scene.actors.at(sentence.index, j)]
            with_at = next((j for j in range(i - 1, max(-1, i - 14), -1) if sentence.words[j].lemma == "with"), None)
            if with_at is not None and word.upos == "NOUN":
                return [k for j in range(with_at, i) for k in scene.actors.at(sentence.index, j)][-1:]
            if word.upos == "VERB":
                after = range(i + 1, min(len(sentence.words), i + 12))
                return [k for j in after for k in scene.actors.at(sentence.index, j)] or before[-1:]
    return []


def _is_person(scene: Scene, key: str) -> bool:
    return any(a.key == key and a.type == "person" for a in scene.actors.mentions)


def _when(scene: Scene, agreement: _Agreement) -> When | None:
    """Date the signing: the date of a word that tells of it, the closest interval first."""
    dates: list[When] = []
    for sentence, word in _deals(agreement):
        near = date_of(sentence, scene.dates, word)
        here = [d for d in dates_of(scene, sentence) if d.when.days.known and not _names_another(sentence, d, word)]
        beside = here if len(here) == 1 else [d for d in here if abs(d.first - word) <= 6]
        dates += [near] if near and near.days.known else [d.when for d in beside]
    for m in agreement.mentions:
        of = [w.text for w in m.sentence.words[m.last + 1 : m.last + 2]] == ["of"]
        reach = m.last + 2 if of else m.last
        next_to = [d for d in dates_of(scene, m.sentence) if m.first <= d.first <= reach and d.when.days.known]
        dates += [d.when for d in next_to]
    dates = [d for d in dates if not (d.text or "").lower().startswith(("from ", "until ", "till "))]
    widths = [(w.days.width or 10**6, i) for i, w in enumerate(dates)]
    return dates[min(widths)[1]] if widths else None


def _names_another(sentence: Sentence, date: DateMention, word: int) -> bool:
    """Tell whether a date only names a thing: "a 2003 agreement"."""
    return sentence.words[date.last].relation in ("nummod", "compound", "amod") and date.last != word


def _place(scene: Scene, agreement: _Agreement) -> str | None:
    """Find where it was signed: "signed ... in X", or the place in its name."""
    for sentence, word in _deals(agreement):
        predicate = sentence.predicate_at(word)
        spans = [range(a.first, a.last + 1) for a in predicate.arguments] if predicate else []
        for span in spans:
            found = _in_place(scene, sentence, span)
            if found:
                return found
    for m in agreement.mentions:
        found = place_within(scene, m.sentence, tuple(range(m.first, m.head))) if m.names else None
        if found:
            return found
    return None


def _in_place(scene: Scene, sentence: Sentence, span: range) -> str | None:
    words = [i for i in span if any(sentence.words[k].lemma in ("in", "at") for k in sentence.children(i, "case"))]
    return place_within(scene, sentence, tuple(words))


def with_key(mention: AgreementMention, key: str) -> AgreementMention:
    """Give a mention another key."""
    return replace(mention, key=key)
