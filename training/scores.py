"""Scores of decoded sentences against the corpora, in per cent."""

from __future__ import annotations

import numpy as np

from training.decode import Decoded
from training.inventory import EVENT_NONE
from training.sentence import Sentence, name_spans
from truceline.reading.network.decoding import DROPPED

Pairs = list[tuple[Sentence, Decoded]]


def f_score(right: int, said: int, true: int) -> float:
    """F1 from counts."""
    return round(200 * right / max(1, said + true), 2)


def tree_scores(pairs: Pairs) -> dict[str, float]:
    """Score tags and trees; relations without their subtypes, punctuation counted."""
    words = upos = xpos = heads = both = 0
    for sentence, decoded in pairs:
        for index in range(len(sentence.words)):
            words += 1
            upos += decoded.upos[index] == sentence.upos[index]  # type: ignore[index]
            xpos += decoded.xpos[index] == sentence.xpos[index]  # type: ignore[index]
            hit = decoded.heads[index] + 1 == sentence.heads[index]  # type: ignore[index]
            same = _plain(decoded.relations[index]) == _plain(sentence.relations[index])  # type: ignore[index]
            heads += hit
            both += hit and same
    counts = {"upos": upos, "xpos": xpos, "uas": heads, "las": both}
    return {key: round(100 * count / max(1, words), 2) for key, count in counts.items()}


def _plain(relation: str) -> str:
    return relation.split(":")[0]


def name_scores(pairs: Pairs, kinds: tuple[str, ...]) -> dict[str, float]:
    """Score names by exact span and kind, together and kind by kind."""
    counts = {kind: [0, 0, 0] for kind in kinds}
    for sentence, decoded in pairs:
        true = {span for span in name_spans(sentence.names or ()) if span[2] in kinds}
        said = {span for span in decoded.names if span[2] in kinds}
        for kind in kinds:
            of_kind = [{span for span in spans if span[2] == kind} for spans in (true & said, said, true)]
            counts[kind] = [old + len(new) for old, new in zip(counts[kind], of_kind, strict=True)]
    total = [sum(count[place] for count in counts.values()) for place in range(3)]
    return {"all": f_score(*total), **{kind: f_score(*count) for kind, count in counts.items()}}


def _sort_of(tag: str) -> str:
    return {"V": "verbs", "M": "verbs", "N": "nouns", "J": "adjectives"}.get(tag[:1], "others")


def predicate_scores(pairs: Pairs) -> dict[str, float]:
    """Score which words are predicates, by the true part of speech."""
    counts: dict[str, list[int]] = {}
    for sentence, decoded in pairs:
        if sentence.predicates is None:
            continue
        true, said = {one.word for one in sentence.predicates}, set(decoded.roles)
        for word in true | said:
            for sort in ("all", _sort_of(sentence.xpos[word])):  # type: ignore[index]
                count = counts.setdefault(sort, [0, 0, 0])
                count[0] += word in true and word in said
                count[1] += word in said
                count[2] += word in true
    return {sort: f_score(*counts[sort]) for sort in ("all", "verbs", "nouns", "adjectives")}


def role_scores(pairs: Pairs, *, true_predicates: bool) -> dict[str, float]:
    """Score predicate, role and head word of arguments; end to end, or with the predicates given.

    Roles that the package never tells are left out on both sides.
    """
    counts: dict[str, list[int]] = {}
    for sentence, decoded in pairs:
        if sentence.predicates is None:
            continue
        roles = decoded.given_roles if true_predicates else decoded.roles
        true = {(one.word, arg.role, arg.head) for one in sentence.predicates for arg in one.arguments}
        true = {argument for argument in true if argument[1] not in DROPPED}
        said = {(word, role, head) for word, found in roles.items() for role, head in found}
        for argument in true | said:
            tag = sentence.xpos[argument[0]] if sentence.xpos else ""
            for group in ("all", _sort_of(tag), argument[1]):
                count = counts.setdefault(group, [0, 0, 0])
                count[0] += argument in true and argument in said
                count[1] += argument in said
                count[2] += argument in true
    groups = ["all", "verbs", "nouns", "ARG0", "ARG1", "ARG2", "ARGM-TMP", "ARGM-LOC", "ARGM-NEG", "ARGM-MOD"]
    return {group: f_score(*counts[group]) for group in groups if group in counts}


def time_scores(pairs: Pairs) -> dict[str, float]:
    """Score time expressions: exact, and by any overlap."""
    right = said_count = true_count = met = covered = 0
    for sentence, decoded in pairs:
        true, said = set(_time_spans(sentence.times or ())), decoded.times
        right += len(true & said)
        said_count += len(said)
        true_count += len(true)
        met += sum(any(a <= d and c <= b for c, d in true) for a, b in said)
        covered += sum(any(a <= d and c <= b for c, d in said) for a, b in true)
    precision, recall = met / max(1, said_count), covered / max(1, true_count)
    relaxed = 200 * precision * recall / max(1e-9, precision + recall)
    return {"exact": f_score(right, said_count, true_count), "overlap": round(relaxed, 2)}


def _time_spans(tags: tuple[int, ...]) -> list[tuple[int, int]]:
    return [(first, last) for first, last, _ in name_spans(["O" if tag <= 0 else "BI"[tag - 1] + "-T" for tag in tags])]


def event_scores(pairs: Pairs, least: float = 0.5) -> dict[str, float]:
    """Score words that tell events: whether they do, and with the type too; a word counts from `least` on."""
    told = said = met = right = 0
    for sentence, decoded in pairs:
        true = {word: type_ for word, type_ in enumerate(sentence.events or ()) if type_ != EVENT_NONE}
        found = {word: type_ for word, (type_, likely) in decoded.events.items() if likely >= least}
        told, said = told + len(true), said + len(found)
        met += len(true.keys() & found.keys())
        right += sum(true.get(word) == type_ for word, type_ in found.items())
    return {"told": f_score(met, said, told), "told, with type": f_score(right, said, told)}


def word_scores(pairs: Pairs, field: str) -> dict[str, float]:
    """Score words marked in a field, "owed" or "loaded": whether they are, and with the label too."""
    told = said = met = right = 0
    for sentence, decoded in pairs:
        true = {word: label for word, label in enumerate(getattr(sentence, field) or ()) if label != EVENT_NONE}
        found: dict[int, str] = getattr(decoded, field)
        told, said = told + len(true), said + len(found)
        met += len(true.keys() & found.keys())
        right += sum(true.get(word) == label for word, label in found.items())
    return {"told": f_score(met, said, told), "told, with label": f_score(right, said, told)}


def factuality_scores(pairs: Pairs, field: str) -> dict[str, float]:
    """Score a judgement: Pearson's r, and F1 of the three verdicts (above 1, below -1, between)."""
    true, said = [], []
    for sentence, decoded in pairs:
        for word, value in getattr(sentence, field):
            true.append(value)
            said.append(getattr(decoded, field)[word])
    one, other = np.array(true), np.array(said)
    found = {"pearson": round(float(np.corrcoef(one, other)[0, 1]), 3), "judged": len(true)}
    for name, low, high in (("yes", 1.0, 9.0), ("no", -9.0, -1.0)):
        real, claimed = (one >= low) & (one <= high), (other >= low) & (other <= high)
        found[name] = f_score(int((real & claimed).sum()), int(claimed.sum()), int(real.sum()))
    return found
