"""By when a promised deed is due, and what it hangs on: its time expressions and its conditions."""

from __future__ import annotations

import re
from dataclasses import replace

from truceline.domain.dates import Days
from truceline.domain.deadline_words import Promise, parse_deadline
from truceline.domain.mention import Deadline
from truceline.domain.sentences import Sentence
from truceline.reading.commitments.deed_words import begin
from truceline.reading.commitments.deeds import Deed
from truceline.reading.figures.surroundings import trimmed
from truceline.reading.scene import Scene

CONDITIONS = frozenset(("until", "unless", "once", "if", "provided", "when", "after", "till"))
AS_LONG_AS = (
    ("as", "long", "as"),
    ("so", "long", "as"),
    ("on", "condition", "that"),
    ("on", "the", "condition"),
    ("provided", "that"),
    ("on", "condition"),
)
_SAME_DAY = re.compile(r"\b(?:the|that) same (?:day|date)\b", re.IGNORECASE)
AS_SOON_AS = ("as", "soon", "as")
LONGEST_START = 12
"""Words of the longest phrase that a count starts at."""
LEADING = frozenset((
    "within", "by", "before", "until", "till", "in", "over", "after", "on", "from", "at", "for", "during", "the",
    "later", "than", "no", "not", "a", "of", "period", "duration", "term",
))  # fmt: skip
UNITS = frozenset(("hour", "day", "week", "month", "year"))


def condition_of(scene: Scene, deed: Deed) -> tuple[tuple[int, int], str] | None:
    """Find the clause or phrase that a deed hangs on: until, unless, once, if, subject to."""
    sentence = deed.sentence
    phrases = (*AS_LONG_AS, AS_SOON_AS) if deed.told_by == "clause" else AS_LONG_AS
    if (found := _as_long_as(sentence, deed.word, phrases)) is not None:
        return found, scene.text.quote(sentence.index, *found).exact
    for holder in dict.fromkeys((deed.word, *_governors(sentence, deed))):
        for k in sentence.children(holder, "advcl", "obl", "nmod"):
            marks = [sentence.words[m].lemma.lower() for m in sentence.children(k, "mark", "case", "advmod")]
            clause = sentence.words[k].relation.startswith("advcl")
            strict = set(marks) & {"until", "unless", "once", "if", "provided", "till"}
            leading = k < deed.word and deed.told_by == "clause" and sentence.words[k].xpos != "VBD"
            if strict or (clause and set(marks) & CONDITIONS and (k > deed.word or leading)):
                below = sentence.subtree(k)
                if any(
                    d.first in below and d.when.days.known for d in scene.dates if d.sentence == sentence.index
                ) and (not clause):
                    continue
                first, last = trimmed(sentence, below[0], _before_agents(deed, below))
                return (first, last), scene.text.quote(sentence.index, first, last).exact
    return None


def _before_agents(deed: Deed, below: tuple[int, ...]) -> int:
    """Give the last word of a leading clause, its main clause's subject left out where the tree took it in."""
    own = [w for a in deed.agents if deed.told_by == "clause" and a in below for w in deed.sentence.subtree(a)]
    return max([below[0], min(own) - 1]) if own else below[-1]


def _as_long_as(sentence: Sentence, word: int, phrases: tuple[tuple[str, ...], ...]) -> tuple[int, int] | None:
    """Find "as long as ..." behind a deed, up to the next comma."""
    words = [w.text.lower() for w in sentence.words]
    for i in range(word + 1, len(words) - 2):
        if any(tuple(words[i : i + len(phrase)]) == phrase for phrase in phrases):
            end = next((j for j in range(i + 3, len(words)) if words[j] in (",", ";", ".", "”", '"')), len(words))
            return trimmed(sentence, i, end - 1)
    return None


def _governors(sentence: Sentence, deed: Deed) -> tuple[int, ...]:
    return (deed.cue, *[*sentence.ancestors(deed.word)][:1])


def deadline_of(
    scene: Scene, deed: Deed, span: tuple[int, int], promise: Promise, apart: tuple[int, int] | None = None
) -> tuple[tuple[int, int], Deadline] | None:
    """Read the deadline in the clause of a deed, the most exact words first; not in its condition, words `apart`."""
    sentence = deed.sentence
    if apart is not None:
        found = parse_deadline(scene.text.quote(sentence.index, *apart).exact, promise)
        if found is not None and found.count is not None and found.rule != "continuing":
            return apart, found
    given = [deed.due] if deed.due else []
    for first, last in [*given, *(_times(scene, deed, span) if deed.told_by != "kept" else ())]:
        if apart and apart[0] <= first <= apart[1] and (first, last) != apart:
            continue
        words = scene.text.quote(sentence.index, first, last).exact
        found = parse_deadline(words, _after_the_day_before(scene, sentence, words, (first, last), promise))
        if found is not None and found.rule != "none":
            return (first, last), found
    return None


def _after_the_day_before(
    scene: Scene, sentence: Sentence, words: str, span: tuple[int, int], promise: Promise
) -> Promise:
    """Let "by the same day" mean the day that the report told before, though it be no deadline."""
    if promise.previous.known or not _SAME_DAY.search(words):
        return promise
    near = (d for d in scene.dates if d.sentence == sentence.index and d.first <= span[1] and span[0] <= d.last)
    told = next((day for d in near if (day := d.when.days.latest)), None)
    return replace(promise, previous=Days(told, told)) if told else promise


def _times(scene: Scene, deed: Deed, span: tuple[int, int]) -> list[tuple[int, int]]:
    """List the time expressions of a clause with their prepositions, the widest reading of each first."""
    sentence, word = deed.sentence, deed.word
    after = begin(deed) if deed.told_by == "promise" and deed.cue < word else 0
    found: list[tuple[int, int]] = []
    times = [(d.first, d.last) for d in scene.dates if d.sentence == sentence.index]
    times += [t for t in sentence.times if not any(a <= t[0] <= b for a, b in times)]
    times = _joined(sentence, times)
    for first, last in sorted(times, key=lambda t: abs(t[0] - word)):
        if not span[0] <= first <= span[1] + 3 or first <= word <= last:
            continue  # "promised a year of pay"
        if sentence.words[last].relation in ("nummod", "compound", "amod") and last != word:
            continue
        if any(sentence.words[i].relation == "nmod:poss" for i in range(first, last + 1)):
            continue  # "under February's agreement"
        if not after <= first or _of_another(sentence, last, word) or _tells_how_late(sentence, first, last):
            continue
        if _is_rate(sentence, first, last) or sentence.words[first - 1].lemma.lower() == "since":
            continue
        start = _with_prepositions(sentence, first, span[0])
        single = sentence.words[first].text.lower() in ("a", "an", "one", "another")
        extent = sentence.words[start].text.lower() == "by" and (
            single or any(m.sentence == sentence.index and m.first <= last and first <= m.last for m in scene.amounts)
        )
        if not extent:
            ends = dict.fromkeys((_counted_from(sentence, last), last))
            found += [(low, end) for end in ends for low in dict.fromkeys((start, first))]
    return found


def _with_prepositions(sentence: Sentence, first: int, limit: int) -> int:
    """Walk back over what leads in a time: "no later than", "for a period of"."""
    start = first
    while start > limit and sentence.words[start - 1].text.lower() in LEADING:
        if sentence.words[start - 1].relation == "compound:prt":
            break
        start -= 1
    return start


def _joined(sentence: Sentence, times: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Put together a time whose number is told twice: "seventy-two (72) hours"."""
    found: list[tuple[int, int]] = []
    for first, last in sorted(times):
        between = sentence.words[found[-1][1] + 1 : first] if found else []
        brackets = any(w.text in "()" for w in sentence.words[found[-1][0] : last + 1]) if found else False
        if found and brackets and all(w.text in "()" for w in between):
            found[-1] = (found[-1][0], last)
        else:
            found.append((first, last))
    return found


def _is_rate(sentence: Sentence, first: int, last: int) -> bool:
    """Read "3,000 rupees a month": how often, not by when."""
    single = sentence.words[first].text.lower() in ("a", "an", "per", "every", "each")
    before = sentence.words[first - 1] if first else None
    behind = sentence.words[last + 1].lemma.lower() if last + 1 < len(sentence.words) else ""
    counted = before is not None and before.upos in ("NOUN", "NUM", "PROPN", "SYM", "VERB", "ADJ", "ADV")
    return single and counted and behind not in ("after", "from", "of", "following", "later", "before", "ago", "to")


def _tells_how_late(sentence: Sentence, first: int, last: int) -> bool:
    """Read "agreed to stop, two years to the day after it began": how long it took, not how long there is."""
    behind = sentence.words[last + 1].lemma.lower() if last + 1 < len(sentence.words) else ""
    return first > 0 and sentence.words[first - 1].text == "," and behind in ("to", "after", "since")


def _counted_from(sentence: Sentence, last: int) -> int:
    """Walk on over what a count starts at: "within ten days of the end of the talks"."""
    unit = last - 1 if sentence.words[last].relation == "case" and last else last  # "ten days after", "the signing"
    case = sentence.words[unit + 1] if unit + 2 < len(sentence.words) else None
    counts = case is not None and case.lemma in ("of", "after", "from", "following") and case.relation == "case"
    if case is None or not counts or sentence.words[unit].lemma not in UNITS:
        return last
    below = sentence.subtree(case.head)
    end = unit + 1
    while end + 1 in below and sentence.words[end + 1].upos != "PUNCT" and end - unit < LONGEST_START:
        end += 1
    return max(last, end)


def _of_another(sentence: Sentence, time: int, word: int) -> bool:
    """Tell whether a time belongs to another verb than the deed's: "the accord, signed on 3 May, lets ..."."""
    for up in sentence.ancestors(time):
        if up == word:
            return False
        relation = sentence.words[up].relation.partition(":")[0]
        if relation in ("parataxis", "conj") and up > word and sentence.children(up, "nsubj", "nsubj:pass"):
            return sentence.words[word].upos == "VERB"  # "the truce was to begin; within 72 hours the rebels ..."
        behind = up > word and relation == "acl" and sentence.words[up].xpos in ("VBN", "VBD")
        if behind and not any(sentence.words[k].lemma == "to" for k in sentence.children(up, "mark")):
            return True  # "will free the men detained since May"
        if sentence.words[up].upos == "VERB" and relation in ("acl", "advcl", "ccomp", "parataxis"):
            return up < word and word not in sentence.subtree(up)
    return False
