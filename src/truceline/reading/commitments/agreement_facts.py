"""What a report tells of an agreement: its status, its signing, who signed, when and where."""

from __future__ import annotations

from functools import cache

from truceline.domain.dates import When
from truceline.domain.sentences import Predicate, Sentence
from truceline.reading.cases import case_of
from truceline.reading.commitments.agreement_parties import puts_name_to
from truceline.reading.commitments.spoken import Spoken
from truceline.reading.dates.date_owners import date_of
from truceline.reading.figures.surroundings import dates_of, lies_ahead, over, place_within
from truceline.reading.scene import DateMention, Scene
from truceline.vocabulary import rows

SIGNING = frozenset(("sign", "ink", "initial", "signing", "signature"))


@cache
def status_cues() -> dict[str, str]:
    """Give the status that a word beside an agreement tells, by lemma."""
    return {cue: row["status"] for row in rows("agreements").values() if "status" in row for cue in row["cues"]}


def told_of(spoken: Spoken) -> tuple[list[str], bool]:
    """Say what the words around a mention tell of its status, and whether the deal still lies ahead."""
    sentence, found, ahead = spoken.sentence, [], False
    if case_of(sentence, spoken.head) in ("toward", "towards"):
        return ["under_negotiation"], True
    near = [p.word for p in [*over(sentence, spoken.head)][:3] if _direct(sentence, p, spoken.head)]
    near += [w for h in spoken.heads() for w in sentence.children(h, "acl", "amod", "acl:relcl")]
    near = _up_to_talks(sentence, near + [u for u in [*sentence.ancestors(spoken.head)][:2] if u not in near])
    taken_as_made = spoken.under and spoken.kind != "document"
    for word in near:
        status = status_cues().get(sentence.words[word].lemma.lower())
        status = "signed" if puts_name_to(sentence, word) else status
        if status is None:
            continue
        predicate = sentence.predicate_at(word)
        negated = any(sentence.words[k].lemma in ("not", "never", "n't") for k in sentence.children(word, "advmod"))
        below = sentence.words[word].head in spoken.heads()
        modal = any(
            sentence.words[k].upos == "AUX" and sentence.words[k].xpos == "MD" for k in sentence.children(word, "aux")
        )
        within = case_of(sentence, spoken.head) in ("in", "under", "by", "through")
        given = below and (spoken.definite or within or not lies_ahead(sentence, spoken.head))
        ahead_of = modal if given else lies_ahead(sentence, word) or below
        unreal = ahead_of or (predicate is not None and predicate.happened < 0 and not below) or negated
        if not unreal:
            found.append(status)
        elif status in ("signed", "under_negotiation", "proposed") and not taken_as_made and not _never(sentence, word):
            ahead = True
            found.append("under_negotiation")
    return found, ahead


def _never(sentence: Sentence, word: int) -> bool:
    """Tell whether somebody never did it, which tells nothing of those who did."""
    return any(sentence.words[k].lemma == "never" for k in sentence.children(word, "advmod"))


def _direct(sentence: Sentence, predicate: Predicate, head: int) -> bool:
    """Tell whether a predicate governs the agreement itself, not something about it."""
    return sentence.words[head].head == predicate.word or any(a.head == head for a in predicate.arguments)


def _near(spoken: Spoken) -> list[int]:
    """List the words that may tell of the making of an agreement."""
    near = [p.word for p in over(spoken.sentence, spoken.head)][:3]
    near += [w for h in spoken.heads() for w in spoken.sentence.children(h, "acl", "acl:relcl", "compound")]
    return near + [*spoken.sentence.ancestors(spoken.head)][:1]


def _up_to_talks(sentence: Sentence, near: list[int]) -> list[int]:
    """Leave out what stands over a word of talking: "agreed to discuss a truce" tells of no truce agreed."""
    for i, word in enumerate(near):
        status = status_cues().get(sentence.words[word].lemma.lower())
        if status in ("under_negotiation", "proposed") and sentence.words[word].upos == "VERB":
            above = set(sentence.ancestors(word))
            return [*near[: i + 1], *(w for w in near[i + 1 :] if w not in above)]
    return near


def _deals(mentions: list[Spoken]) -> list[tuple[Sentence, int]]:
    """List the words that tell of the signing or reaching of an agreement."""
    out: list[tuple[Sentence, int]] = []
    for m in mentions:
        near = _up_to_talks(m.sentence, _near(m))
        deals = [w for w in near if status_cues().get(m.sentence.words[w].lemma.lower()) == "signed"]
        deals += [w for w in near if puts_name_to(m.sentence, w)]
        out += [(m.sentence, w) for w in deals if not _undone(m.sentence, w)]
    return out


def _undone(sentence: Sentence, word: int) -> bool:
    """Tell whether a signing is denied or still ahead."""
    signed = sentence.words[word].relation == "acl" and sentence.words[word].xpos in ("VBN", "VBD")
    return _denied(sentence, word) or (lies_ahead(sentence, word) and not signed)


def _denied(sentence: Sentence, word: int) -> bool:
    return any(sentence.words[k].lemma in ("not", "never", "n't") for k in sentence.children(word, "advmod"))


def signers(scene: Scene, mentions: list[Spoken]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the persons who signed, and those who stood by as witnesses."""
    signers: list[str] = []
    witnesses: list[str] = []
    for sentence, word in _deals(mentions):
        if sentence.words[word].lemma not in ("sign", "ink", "initial"):
            continue
        predicate = sentence.predicate_at(word)
        agent = predicate.argument("ARG0") if predicate else None
        if agent:
            signers += [k for k in scene.actors.group(sentence, agent.head) if is_person(scene, k)]
        witnesses += _witnesses(scene, sentence)
    return tuple(dict.fromkeys(k for k in signers if k not in witnesses)), tuple(dict.fromkeys(witnesses))


def _witnesses(scene: Scene, sentence: Sentence) -> list[str]:
    """Read "with X as a witness" and "witnessed by X and Y"."""
    for i, word in enumerate(sentence.words):
        if word.lemma == "witness":
            before = [k for j in range(max(0, i - 9), i) for k in scene.actors.at(sentence.index, j)]
            with_at = next((j for j in range(i - 1, max(-1, i - 14), -1) if sentence.words[j].lemma == "with"), None)
            if word.upos == "NOUN" and [w.lemma for w in sentence.words[i + 1 : i + 2]] == ["from"]:
                return [k for j in range(i + 2, len(sentence.words)) for k in scene.actors.at(sentence.index, j)]
            if with_at is not None and word.upos == "NOUN":
                return [k for j in range(with_at, i) for k in scene.actors.at(sentence.index, j)][-1:]
            if word.upos == "VERB":
                after = range(i + 1, min(len(sentence.words), i + 12))
                return [k for j in after for k in scene.actors.at(sentence.index, j)] or before[-1:]
    return []


def signing_of(scene: Scene, mentions: list[Spoken]) -> When | None:
    """Give the day of the signing, also of a planned one; None where an agreement is only told as reached."""
    told = _deals(mentions)
    literal = [(s, w) for s, w in told if _is_signing(s, w) or s.words[w].lemma in ("conclude", "seal")]
    planned = [(m.sentence, w) for m in mentions for w in _near(m) if _is_signing(m.sentence, w)]
    planned += [(s, w) for s in {m.sentence.index: m.sentence for m in mentions}.values() for w in _signs_it(s)]
    planned = [(s, w) for s, w in planned if lies_ahead(s, w) and not _denied(s, w)]
    if literal or not told:
        found = _closest(_dates_of_deals(scene, literal)) or when_made(scene, mentions)
        return found or _closest(_dates_of_deals(scene, planned))
    return _closest(_dates_of_deals(scene, planned))


def _signs_it(sentence: Sentence) -> list[int]:
    """Read "reached a deal and will sign it on Friday" and "..., which will be signed on Friday"."""
    found = []
    for i, word in enumerate(sentence.words):
        if word.upos == "VERB" and word.lemma in SIGNING:
            near = sentence.children(i, "obj", "nsubj", "nsubj:pass")
            found += [i] if any(sentence.words[k].text.lower() in ("it", "which", "that") for k in near) else []
    return found


def _is_signing(sentence: Sentence, word: int) -> bool:
    return sentence.words[word].lemma.lower() in SIGNING or puts_name_to(sentence, word)


def when_made(scene: Scene, mentions: list[Spoken]) -> When | None:
    """Date the signing: the date of a word that tells of it, the closest interval first."""
    dates = _dates_of_deals(scene, _deals(mentions))
    for m in mentions:
        of = [w.text for w in m.sentence.words[m.last + 1 : m.last + 2]] == ["of"]
        reach = m.last + 2 if of else m.last
        next_to = [d for d in dates_of(scene, m.sentence) if m.first <= d.first <= reach and d.when.days.known]
        dates += [d.when for d in next_to]
    return _closest(dates)


def _dates_of_deals(scene: Scene, deals: list[tuple[Sentence, int]]) -> list[When]:
    """List the dates of words that tell of a signing."""
    dates: list[When] = []
    for sentence, word in deals:
        near = date_of(sentence, scene.dates, word)
        here = [d for d in dates_of(scene, sentence) if d.when.days.known and not _names_another(sentence, d, word)]
        here = [d for d in here if not _of_main_clause(sentence, d, word)]
        beside = here if len(here) == 1 else [d for d in here if abs(d.first - word) <= 6]
        dates += [near] if near and near.days.known else [d.when for d in beside]
    return dates


def _closest(dates: list[When]) -> When | None:
    """Give the closest interval; days from which or until which something holds are none."""
    dates = [d for d in dates if not (d.text or "").lower().startswith(("from ", "until ", "till "))]
    widths = [(w.days.width or 10**6, i) for i, w in enumerate(dates)]
    return dates[min(widths)[1]] if widths else None


def _of_main_clause(sentence: Sentence, date: DateMention, word: int) -> bool:
    """Tell whether a date stands before the noun of a participle: "said on Sunday that the pact signed in ..."."""
    noun = sentence.words[word]
    return noun.relation.startswith("acl") and 0 <= date.last < noun.head


def _names_another(sentence: Sentence, date: DateMention, word: int) -> bool:
    """Tell whether a date only names a thing: "a 2003 agreement"."""
    return sentence.words[date.last].relation in ("nummod", "compound", "amod") and date.last != word


def place_made(scene: Scene, mentions: list[Spoken]) -> str | None:
    """Find where it was signed: "signed ... in X", or the place in its name."""
    for sentence, word in _deals(mentions):
        predicate = sentence.predicate_at(word)
        spans = [range(a.first, a.last + 1) for a in predicate.arguments] if predicate else []
        for span in spans:
            found = _in_place(scene, sentence, span)
            if found:
                return found
    for m in mentions:
        found = place_within(scene, m.sentence, tuple(range(m.first, m.head))) if m.names else None
        if found:
            return found
    return None


def _in_place(scene: Scene, sentence: Sentence, span: range) -> str | None:
    words = [i for i in span if any(sentence.words[k].lemma in ("in", "at") for k in sentence.children(i, "case"))]
    return place_within(scene, sentence, tuple(words))


def is_person(scene: Scene, key: str) -> bool:
    """Tell whether an actor is a person."""
    return any(a.key == key and a.type == "person" for a in scene.actors.mentions)
