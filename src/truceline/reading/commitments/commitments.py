"""Commitments of a report: who is bound to do what, for whom, by when, on what condition."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace

from truceline.domain.dates import UNKNOWN_DAYS, Days
from truceline.domain.deadline_words import Promise
from truceline.domain.mention import OWN_VOICE, AgreementMention, CommitmentMention, EventMention
from truceline.domain.sentences import Sentence
from truceline.reading.cases import case_of
from truceline.reading.commitments.actions_told import action_told
from truceline.reading.commitments.agreement_facts import SIGNING
from truceline.reading.commitments.agreement_parties import DEALERS
from truceline.reading.commitments.agreement_text import is_agreement_text
from truceline.reading.commitments.agreements import agreement_at
from truceline.reading.commitments.binding import truces_in_effect
from truceline.reading.commitments.bound import Bound, bound_by
from truceline.reading.commitments.deed_days import condition_of, deadline_of
from truceline.reading.commitments.deed_words import amount_of, class_of_deed, span_of
from truceline.reading.commitments.deeds import Deed, topics
from truceline.reading.commitments.deeds_done import done_after
from truceline.reading.commitments.due_things import due_things, finished_things
from truceline.reading.commitments.kept_deeds import became_of, kept_in
from truceline.reading.commitments.kept_or_broken import Told, is_of_keeping, is_told_done, progress_of, told_in
from truceline.reading.commitments.learned_owed import owed_in
from truceline.reading.commitments.obligations import about_a_deed, is_told_as_past
from truceline.reading.commitments.principals import meant, principal
from truceline.reading.commitments.promised import LAID, promises_in
from truceline.reading.commitments.shares import Part, affiliation, parts_of
from truceline.reading.commitments.table_sides import is_both_sides
from truceline.reading.commitments.terms import Term, TermReader
from truceline.reading.commitments.text_clauses import bound_in_text, class_in_text, deeds_of, due_in_text
from truceline.reading.dates.date_anchors import tense_at
from truceline.reading.figures.surroundings import published, trimmed
from truceline.reading.scene import Scene

DATED = ("fixed", "offset", "chain", "within")
"""Rules of deadlines that a later one may count from."""
SKIPPED_PARTS = frozenset(("headline", "byline", "dateline", "caption", "boilerplate"))
TRUCE = re.compile(r"cease-?fire|truce|armistice|cessation|pause|lull", re.IGNORECASE)


@dataclass(frozen=True)
class _Agreed:
    """What the agreements of the report give to reckon with."""

    agreements: dict[str, AgreementMention]
    previous: dict[str, Days]
    """The last deadline read, by agreement."""


def read_commitments(
    scene: Scene, events: tuple[EventMention, ...], agreements: tuple[AgreementMention, ...]
) -> tuple[CommitmentMention, ...]:
    """Find the commitments of a report."""
    text = agreements[0] if agreements and is_agreement_text(scene) else None
    terms = _clauses(scene, text) if text else _terms(scene, agreements)
    told = [t for s in scene.text.sentences if s.part not in SKIPPED_PARTS for t in told_in(s)]
    agreed = _Agreed({a.key: a for a in agreements}, {})
    beside: dict[int, list[Deed]] = defaultdict(list)
    for term in terms:
        beside[term.deed.sentence.index].append(term.deed)
    found: list[CommitmentMention] = []
    for term in terms:
        others = tuple(d for d in beside[term.deed.sentence.index] if d.word != term.deed.word)
        parties = agreed.agreements[term.agreement].parties if term.agreement in agreed.agreements else ()
        for one in parts_of(scene, term, parties):
            mention = _commitment(scene, one, others, agreed, told)
            found.append(replace(mention, key=f"commitment{len(found)}"))
    return tuple(found)


def _clauses(scene: Scene, text: AgreementMention) -> list[Term]:
    """List what the text of an agreement binds to, clause by clause."""
    body = [s for s in scene.text.sentences if s.part not in SKIPPED_PARTS - {"caption"}]
    return [Term(d, text.key) for s in body for d in deeds_of(s)]


def _terms(scene: Scene, agreements: tuple[AgreementMention, ...]) -> list[Term]:
    """List the deeds that the report tells as terms of agreements, then those promised otherwise, in text order."""
    reader = TermReader(scene, agreements)
    found: list[Term] = []
    for sentence in scene.text.sentences:
        if sentence.part in SKIPPED_PARTS:
            continue
        own = reader.read(sentence)
        done = {t.deed.word for t in own}
        linked = reader.in_return(sentence)
        promised = [d for d in promises_in(scene, sentence) if d.word not in done]
        cues = {d.cue for d in promised if d.told_by == "promise"}
        own = [t for t in own if t.deed.word not in cues]
        linked_terms = [Term(d, linked or _promised_under(scene, agreements, d)) for d in promised]
        taken = done | {w for d in promised for w in (d.word, d.cue)}
        late = [*due_things(scene, sentence), *finished_things(scene, sentence)] if agreements else []
        late = [d for d in late if d.word not in taken]
        taken |= {d.word for d in late}
        kept = late + [d for d in kept_in(scene, sentence) if not {d.word, d.cue} & taken]
        linked_terms += [Term(d, _kept_of(scene, agreements, d)) for d in kept]
        told = {w for t in (*own, *linked_terms) for w in (t.deed.word, t.deed.cue)}
        linked_terms += [Term(d, _kept_of(scene, agreements, d)) for d in owed_in(scene, sentence, told)]
        for term in linked_terms:
            if term.agreement:
                reader.go_on_from(sentence, term.agreement)
        unique = {t.deed.word: t for t in reversed([*own, *linked_terms])}
        found += [unique[w] for w in sorted(unique)]
    found = [t for t in found if _is_commitment(scene, t)]
    return _with_truces(scene, agreements, found)


def _with_truces(scene: Scene, agreements: tuple[AgreementMention, ...], found: list[Term]) -> list[Term]:
    """Add the keeping of a truce that is told to begin, once for each, where no term says so already."""
    kept = {t.agreement for t in found if topics().get(t.deed.sentence.words[t.deed.word].lemma.lower()) == "cease"}
    for sentence in scene.text.sentences:
        for deed in truces_in_effect(scene, sentence) if sentence.part not in SKIPPED_PARTS else ():
            key = agreement_at(scene, agreements, sentence, deed.word) or _signed_before(agreements, deed)
            key = key or (agreements[0].key if [a.status for a in agreements] == ["signed"] else None)
            if key is not None and key not in kept:
                kept.add(key)
                found.append(Term(deed, key))
    return sorted(found, key=lambda t: (t.deed.sentence.index, t.deed.word))


def _signed_before(agreements: tuple[AgreementMention, ...], deed: Deed) -> str | None:
    """Give the signed agreement named last before a deed, which a truce that begins then is part of."""
    here = deed.sentence.words[deed.word].start
    places = [(q.start, a.key) for a in agreements for q in a.quotes if q.start < here and a.status == "signed"]
    return max(places)[1] if places else None


def _promised_under(scene: Scene, agreements: tuple[AgreementMention, ...], deed: Deed) -> str | None:
    """Give the agreement of a promise; of one told as kept that which it fulfils."""
    own = _own_agreement(scene, agreements, deed)
    return own or (_kept_of(scene, agreements, deed) if is_told_done(deed) else None)


def _own_agreement(scene: Scene, agreements: tuple[AgreementMention, ...], deed: Deed) -> str | None:
    """Give the agreement that a promise makes or belongs to: an agreed truce, or what "both sides" pledge."""
    made = agreement_at(scene, agreements, deed.sentence, deed.word) or _signed_with(scene, agreements, deed)
    made = made or _in_point_of(scene, agreements, deed)
    joint = any(is_both_sides(deed.sentence, a) for a in deed.agents) or _from_signing(deed)
    if made:
        return made
    if not (joint or deed.sentence.words[deed.cue].lemma == "undertake"):
        return _spoken_of_beside(scene, agreements, deed)
    here = deed.sentence.words[deed.word].start
    places = [(q.start, a.key) for a in agreements for q in a.quotes if q.start < here]
    return max(places)[1] if places else None


def _kept_of(scene: Scene, agreements: tuple[AgreementMention, ...], deed: Deed) -> str | None:
    """Give the agreement told last that a deed done when due fulfils: one of whoever did it."""
    sides = {principal(scene, k) for a in deed.agents for k in meant(scene, deed.sentence, a)}
    here = deed.sentence.words[deed.word].start
    of = [a for a in agreements if a.status not in ("proposed", "under_negotiation")]
    places = [
        (q.start, a.key) for a in of for q in a.quotes if q.start < here and (not sides or sides & set(a.parties))
    ]
    return max(places)[1] if places else None


def _spoken_of_beside(scene: Scene, agreements: tuple[AgreementMention, ...], deed: Deed) -> str | None:
    """Give the signed agreement told just before what one of its parties agreed or committed to do."""
    if deed.sentence.words[deed.cue].lemma not in ("agree", "commit", "accept", "commitment", "oblige", "bind"):
        return None
    sides = {principal(scene, k) for a in deed.agents for k in meant(scene, deed.sentence, a)}
    here = deed.sentence.words[deed.word].start
    near = [s for s in scene.text.sentences if 0 <= deed.sentence.index - s.index <= 2]
    since = min((s.start for s in near if s.paragraph == deed.sentence.paragraph), default=here)
    places = [
        (q.start, a.key)
        for a in agreements
        for q in a.quotes
        if since <= q.start < here and a.status in ("signed", "in_force") and sides & set(a.parties)
    ]
    signed = [a for a in agreements if a.status in ("signed", "in_force")]
    only = signed[0] if len(agreements) == len(signed) == 1 else None
    if not places and only and sides & set(only.parties) and only.quotes[0].start < here:
        return only.key
    return max(places)[1] if places else None


def _from_signing(deed: Deed) -> bool:
    """Tell whether a deed is due so many days after the signing, of which it then is a term."""
    return any(deed.sentence.words[k].lemma.lower() in SIGNING for k in deed.sentence.subtree(deed.word))


def _in_point_of(scene: Scene, agreements: tuple[AgreementMention, ...], deed: Deed) -> str | None:
    """Read "in the accord the government promised to ..."."""
    for k in deed.sentence.children(deed.cue, "obl"):
        if case_of(deed.sentence, k) in ("in", "under", "by", "with"):
            for w in deed.sentence.subtree(k):
                if key := agreement_at(scene, agreements, deed.sentence, w):
                    return key
    return None


def _signed_with(scene: Scene, agreements: tuple[AgreementMention, ...], deed: Deed) -> str | None:
    """Read "signed an accord, vowing to end the war": the promise belongs to the accord."""
    cue = deed.sentence.words[deed.cue]
    if cue.relation != "advcl" or cue.head < 0 or deed.sentence.words[cue.head].lemma not in DEALERS:
        return None
    objects = deed.sentence.children(cue.head, "obj", "obl")
    return next((k for o in objects if (k := agreement_at(scene, agreements, deed.sentence, o))), None)


def _is_commitment(scene: Scene, term: Term) -> bool:
    """Tell whether a deed is worth keeping: somebody is bound, or an agreement lays it down."""
    deed = term.deed
    word = deed.sentence.words[deed.word]
    if deed.told_by == "kept":
        return True
    if (word.lemma.lower() in ("be", "have", "say") and deed.told_by != "promise") or word.upos not in (
        "VERB",
        "NOUN",
        "ADJ",
        "PROPN",
    ):
        return False
    if deed.told_by == "term" and term.agreement is None and not deed.agents:
        return False
    acting = any(meant(scene, deed.sentence, a) for a in deed.agents)
    joint = any(is_both_sides(deed.sentence, a) for a in deed.agents)
    given = deed.told_by == "promise" and (deed.addressee is not None or is_of_keeping(deed.sentence, deed.cue))
    laid = deed.told_by == "promise" and deed.sentence.words[deed.cue].lemma in LAID  # "as the accord requires of him"
    return acting or joint or given or laid or deed.told_by == "term" or about_a_deed(deed.sentence, deed.word)


def _commitment(
    scene: Scene, part: Part, others: tuple[Deed, ...], agreed: _Agreed, told: list[Told]
) -> CommitmentMention:
    term, amount, deed = part.term, part.amount, part.term.deed
    sentence: Sentence = deed.sentence
    agreement = agreed.agreements.get(term.agreement or "")
    bound = _bound(scene, part, agreement)
    span = part.span or span_of(deed, others)
    if part.cut is not None:
        span = trimmed(sentence, span[0], part.cut - 1)
    hangs_on = condition_of(scene, deed)
    promise = _promise(scene, deed, agreement, agreed)
    due = deadline_of(scene, deed, span, promise, hangs_on[0] if hangs_on else None)
    due = None if is_told_done(deed) or (deed.told_by == "kept" and not deed.due) else due
    if due and hangs_on and due[0] == hangs_on[0] and due[1].count is not None:
        hangs_on = None  # "sixty days after the withdrawal begins" tells when, not whether
    apart = tuple(x[0] for x in (due, hangs_on) if x)
    apart += ((part.cut, len(sentence.words)),) if part.cut is not None else ()
    deadline, class_ = due[1] if due else None, class_of_deed(deed)
    if deed.told_by == "clause":
        class_ = class_in_text(deed, span, deadline)
        deadline = due_in_text(scene, deed, deadline, promise, hangs_on[1] if hangs_on else None)
    counted = amount.amount if amount else amount_of(scene, deed, span)
    told_of = progress_of(scene, deed, told, affiliation(scene, term, amount) if amount else ())
    if deadline and agreement and deadline.rule in DATED and deadline.days.latest:
        agreed.previous[agreement.key] = deadline.days
    return CommitmentMention(
        key="",
        agreement=agreement.key if agreement else None,
        obligors=bound.obligors,
        obligor_basis=bound.basis,
        beneficiaries=bound.beneficiaries,
        action=action_told(part, bound, others, apart),
        amount=counted,
        deadline=deadline,
        condition=hangs_on[1] if hangs_on else None,
        class_=class_,
        progress=(*became_of(scene, deed), *told_of, *done_after(scene, deed, bound.obligors, counted)),
        credit=OWN_VOICE
        if agreement and deed.told_by in ("term", "clause")
        else scene.voices.at(sentence.index, deed.word),
        quotes=(scene.text.quote(sentence.index, *span),),
        from_text=deed.told_by == "clause",
    )


def _bound(scene: Scene, part: Part, agreement: AgreementMention | None) -> Bound:
    if agreement and part.term.deed.told_by == "clause":
        return bound_in_text(scene, part.term.deed, agreement)
    bound = bound_by(scene, part.term.deed, agreement)
    if part.obligors is None or agreement is None:
        return bound
    return Bound(part.obligors, "implied", tuple(p for p in agreement.parties if p not in part.obligors))


def _promise(scene: Scene, deed: Deed, agreement: AgreementMention | None, agreed: _Agreed) -> Promise:
    """Give what the deadlines of a promise count from: its agreement, else the report."""
    told_past = deed.told_by == "promise" and deed.sentence.words[deed.cue].xpos in ("VBD", "VBN")
    tense = "open" if is_told_as_past(deed.sentence, deed.word) else "recent" if told_past else "future"
    tense = "past" if deed.told_by == "kept" else tense
    if tense == "future" and deed.told_by in ("term", "noun") and tense_at(deed.sentence, deed.word) != "future":
        tense = "due"
    if agreement is None:
        return Promise(published(scene), published(scene), start_words="announcement", tense=tense)
    start = agreement.when.days if agreement.when else UNKNOWN_DAYS
    signing = agreement.signing.days if agreement.signing else UNKNOWN_DAYS
    previous = agreed.previous.get(agreement.key, UNKNOWN_DAYS)
    truce = TRUCE.search(agreement.name) is not None
    return Promise(published(scene), start, previous, "agreement", signing, tense, truce)
