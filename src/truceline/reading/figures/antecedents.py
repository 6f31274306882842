"""What a bare number counts: what was counted last, or the people named just before; and which numbers are a change."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from truceline.domain.amounts import Amount
from truceline.domain.sentences import Sentence
from truceline.reading.figures.counted import class_of, is_money, unit_of
from truceline.reading.scene import AmountMention, Scene

_REFERS_BACK = re.compile(r"\b(?:from|to|of|number\w*|total\w*|than|compared with|against|versus|including)$")
"""Before a bare number: it counts what was counted last."""
COUNTABLE = ("people", "territory", "things", "acts", "space")
_TALLIES = frozenset(("figure", "number", "toll", "total", "count", "tally", "estimate"))
"""Nouns that take up what was counted before."""
_PAYING = frozenset(("pay", "spend", "transfer", "disburse", "donate", "receive", "repay", "collect", "wire"))
_OF_THEM = frozenset(("them", "these", "those", "whom", "which"))


def with_antecedents(scene: Scene) -> list[AmountMention]:
    """Give a bare number ("fewer than 200 have left", "from 900 to 400") the unit of what was counted last."""
    out: list[AmountMention] = []
    changes = changes_of(scene)
    levels = {*changes, *((a.start, a.end) for a in changes.values())}
    for m in scene.amounts:
        them = them_of(scene, m) if m.amount.unit is None else None
        if them is not None:
            m = replace(m, amount=them.amount)
        elif m.amount.unit is None and m.noun is None and out:
            last = _paid_before(scene, out[-1], m) or _counted_last(out, m)
            gap = m.sentence - last.sentence if last else 9
            refers = bool(_REFERS_BACK.search(_before(scene, m))) or _is_argument(scene.text.sentences[m.sentence], m)
            refers = refers or owner_left_out(scene.text.sentences[m.sentence], m.first) is not None
            near = gap <= (6 if (m.amount.start, m.amount.end) in levels else 2)
            if last and near and refers and not _adjacent(out[-1], m):
                m = replace(m, amount=replace(m.amount, unit=last.amount.unit))
        out.append(m)
    return out


def _counted_last(before: list[AmountMention], mention: AmountMention) -> AmountMention | None:
    """Give what was counted last: people, places or things shortly before, else anything in the sentence before."""
    for one in reversed(before):
        gap = mention.sentence - one.sentence
        if class_of(one.amount.unit) in COUNTABLE and gap <= 6:
            return one
        if gap <= 1 and _is_thing(one):
            return one
    return None


def _paid_before(scene: Scene, before: AmountMention, mention: AmountMention) -> AmountMention | None:
    """Give the money just named where a bare number is paid: "of the 900 dollars promised it has paid 300"."""
    sentence = scene.text.sentences[mention.sentence]
    paid = any(sentence.words[up].lemma.lower() in _PAYING for up in [*sentence.ancestors(mention.last)][:1])
    return before if paid and before.sentence == mention.sentence and is_money(before.amount.unit) else None


def _is_thing(mention: AmountMention) -> bool:
    """Tell whether a number counts things that counted.toml does not know."""
    unit = mention.amount.unit
    named = mention.noun is not None and unit not in (None, "percent")
    return named and class_of(unit) is None and not is_money(unit)


def _is_argument(sentence: Sentence, mention: AmountMention) -> bool:
    """Tell whether a number stands for a noun: as subject or object of a verb."""
    roles = ("obj", "nsubj", "nsubj:pass", "root", "conj")
    inside = range(mention.first, mention.last + 1)
    if any(sentence.words[i].relation in roles and sentence.words[i].head not in inside for i in inside):
        return True
    if any(sentence.words[i].relation == "nummod" and 0 <= sentence.words[i].head < mention.first for i in inside):
        return True
    return any(a.head in inside and a.role in ("ARG0", "ARG1") for p in sentence.predicates for a in p.arguments)


def _adjacent(before: AmountMention, mention: AmountMention) -> bool:
    closed = before.noun is not None and before.noun == before.last
    return before.sentence == mention.sentence and mention.first - before.last <= 1 and not closed


def _before(scene: Scene, mention: AmountMention) -> str:
    return scene.text.document.text[max(0, mention.amount.start - 24) : mention.amount.start].rstrip().lower()


def changes_of(scene: Scene) -> dict[tuple[int, int], Amount]:
    """Pair the result of every change with the amount before it: "from 900 to 400", "to 400 from 900"."""
    found: dict[tuple[int, int], Amount] = {}
    text = scene.text.document.text
    for a, b in pairwise(scene.amounts):
        if a.sentence != b.sentence or a.amount.end > b.amount.start:
            continue
        between, lead = text[a.amount.end : b.amount.start], _before(scene, a)
        if len(between) > 40:
            continue
        if re.search(r"\bfrom$", lead) and re.search(r"\bto\s*$", between):
            found[b.amount.start, b.amount.end] = a.amount
        elif re.search(r"\bto$", lead) and re.search(r"\bfrom\s*$", between):
            found[a.amount.start, a.amount.end] = b.amount
    return found


def takes_up(scene: Scene, mention: AmountMention) -> bool:
    """Tell whether a bare number tells the same as a number before it: "the ministry's figure is 34,000"."""
    sentence = scene.text.sentences[mention.sentence]
    if mention.noun is not None:
        return False
    ups = (mention.last, *sentence.ancestors(mention.last))[:4]
    near = [k for up in ups for k in (up, *sentence.children(up, "nsubj", "obj", "nsubj:pass"))]
    tally = any(sentence.words[k].lemma.lower() in _TALLIES and k < mention.first for k in near)
    return tally or owner_left_out(sentence, mention.first) is not None


def owner_left_out(sentence: Sentence, number: int) -> int | None:
    """Find whose a number is that leaves out what it counts: the rebels in "and that of the rebels 7,000"."""
    words = sentence.words
    for at in range(max(0, number - 6), number - 2):
        if words[at].lemma.lower() in ("that", "those") and words[at + 1].lemma == "of":
            return next((i for i in range(number - 1, at + 1, -1) if words[i].upos in ("NOUN", "PROPN")), None)
    return None


def _of_them(sentence: Sentence, last: int) -> bool:
    """Tell whether "of them" or the like follows a number."""
    following = [w.text.lower() for w in sentence.words[last + 1 : last + 3]]
    return following[:1] == ["of"] and bool(set(following[1:]) & _OF_THEM)


def them_of(scene: Scene, mention: AmountMention) -> AmountMention | None:
    """Give the people that "51 of them" means as if the number stood before their noun."""
    sentence = scene.text.sentences[mention.sentence]
    before = _people_before(scene, mention) if _of_them(sentence, mention.last) else None
    if mention.noun is not None or before is None:
        return None
    index, noun = before
    unit = unit_of(scene.text.sentences[index], noun, noun)
    return AmountMention(index, noun, noun, noun, replace(mention.amount, unit=unit))


def _people_before(scene: Scene, mention: AmountMention) -> tuple[int, int] | None:
    """Find the people named last before a number, in its sentence or the two before: sentence and noun."""
    for index in range(mention.sentence, max(-1, mention.sentence - 3), -1):
        sentence = scene.text.sentences[index]
        end = mention.first if index == mention.sentence else len(sentence.words)
        for at in range(end - 1, -1, -1):
            if sentence.words[at].xpos == "NNS" and class_of(unit_of(sentence, at, at)) == "people":
                return index, at
    return None
