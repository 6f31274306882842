"""A promised deed in words: its clause, its action in short, its deadline, condition and class."""

from __future__ import annotations

from itertools import pairwise

from truceline.domain.amounts import Amount
from truceline.domain.deadline_words import Promise, parse_deadline
from truceline.domain.mention import Deadline
from truceline.domain.sentences import Sentence
from truceline.reading.clauses import case_of, is_noun, passive
from truceline.reading.counted import class_of
from truceline.reading.deeds import Deed, topics
from truceline.reading.scene import Scene
from truceline.reading.surroundings import trimmed
from truceline.vocabulary import rows

CONDITIONS = frozenset(("until", "unless", "once", "if", "provided", "when", "after", "till"))
AS_LONG_AS = (("as", "long", "as"), ("so", "long", "as"), ("on", "condition", "that"), ("on", "the", "condition"))
LEFT_OUT = frozenset(("nsubj", "aux", "mark", "cc", "punct", "parataxis", "discourse", "expl", "csubj", "nsubj:pass"))
MARKS = frozenset("“”\"‘’'()[]–—-")
LONGEST_ACTION = 22
LONGEST_START = 12
UNITS = frozenset(("hour", "day", "week", "month", "year"))


def span_of(deed: Deed, others: tuple[Deed, ...]) -> tuple[int, int]:
    """Give the first and last word of the clause of a deed, without the deeds beside it."""
    sentence = deed.sentence
    inside = _own_words(sentence, deed.word, others)
    ends = [b - 1 for b in (_begin(o) for o in others) if b > deed.word]
    first, last = min(inside), min([max(inside), *ends])
    if deed.frame is not None:
        first = min(first, min(sentence.subtree(deed.frame)))
        return trimmed(sentence, first, max(last, max(sentence.subtree(deed.frame))))
    if is_noun(sentence, deed.word):
        return trimmed(sentence, first, last)
    agents = [w for a in deed.agents if a < deed.word and deed.word - a < 25 for w in (a,)]
    near = [a for a in agents if not any(a < o.word < deed.word for o in others)]
    held = {*sentence.subtree(deed.word), *sentence.subtree(deed.cue)}
    starts = [w for a in near if a in held for w in sentence.subtree(a) if w <= a]
    if agents and not any(a in held for a in agents) and deed.cue < deed.word:
        starts = [deed.cue]
    first = min(starts) if starts and deed.told_by not in ("term", "clause") else min([first, *starts])
    while deed.told_by == "clause" and first < deed.word and _numbers(sentence, first):
        first += 1
    while (
        first < deed.word and sentence.words[first].text.lower() == "that" and sentence.words[first].relation == "mark"
    ):
        first += 1
    return trimmed(sentence, first, last)


def _numbers(sentence: Sentence, word: int) -> bool:
    """Tell whether a word is part of the number of a clause: "3." """
    one = sentence.words[word]
    return one.relation in ("discourse", "punct") or (one.head >= 0 and sentence.words[one.head].relation == "discourse")


def _begin(deed: Deed) -> int:
    """Give the first word of a deed with its subject and auxiliaries."""
    sentence = deed.sentence
    marks = [k for k in sentence.children(deed.word, "aux", "mark", "case", "det", "cc") if k < deed.word]
    below = sentence.subtree(deed.word)
    agents = [w for a in deed.agents if a in below and 0 < deed.word - a < 12 for w in sentence.subtree(a)]
    return min([deed.word, *marks, *agents])


def _own_words(sentence: Sentence, word: int, others: tuple[Deed, ...]) -> list[int]:
    """Give the words below a deed, up to where another deed or a new clause begins."""
    found, stack = [], [word]
    while stack:
        found.append(i := stack.pop())
        for k in sentence.children(i):
            leads = i == word and (sentence.words[k].relation == "case" or _tells_on(sentence, word, k))
            if (
                any(k == o.word for o in others)
                or leads
                or _holds(sentence, k, others)
                or (i == word and sentence.words[k].relation in ("parataxis", "appos") and k > word + 12)
            ):
                continue
            if i == word and sentence.words[k].relation == "conj" and sentence.children(k, "nsubj", "aux"):
                continue
            stack.append(k)
    return found


def _tells_on(sentence: Sentence, word: int, child: int) -> bool:
    """Tell whether a relative clause only tells on about a noun: "a truce that began at noon"."""
    return sentence.words[child].relation == "acl:relcl" and is_noun(sentence, word)


def _holds(sentence: Sentence, word: int, others: tuple[Deed, ...]) -> bool:
    """Tell whether a word only frames another deed: "to be followed by a pullout"."""
    return sentence.words[word].lemma == "follow" and any(o.word in sentence.children(word, "obl") for o in others)


def verb_of(deed: Deed) -> str:
    """Give the verb of a deed in its plain form, with its particle."""
    particle = [deed.sentence.words[k].text for k in deed.sentence.children(deed.word, "compound:prt")]
    word = deed.sentence.words[deed.word]
    return " ".join([word.text.lower() if word.xpos == "VB" else word.lemma, *particle])


def action_of(deed: Deed, others: tuple[Deed, ...], apart: tuple[tuple[int, int], ...]) -> str:
    """Tell a deed in short neutral words: the verb in its plain form and what it acts on."""
    sentence = deed.sentence
    noun = is_noun(sentence, deed.word)
    dropped = {i for a, b in apart for i in range(a, b + 1)}
    for k in sentence.children(deed.word):
        word = sentence.words[k]
        if not noun and (
            word.relation in LEFT_OUT
            or (k in deed.agents and k > deed.word)
            or word.lemma in ("not", "n't", "n’t", "never", "only", "also", "then")
        ):
            dropped |= set(sentence.subtree(k))
    words = [i for i in sorted(_own_words(sentence, deed.word, others)) if i not in dropped]
    if noun:
        grammar = ("mark", "aux", "cop", "case")
        words = [
            i for i in words if not (sentence.words[i].head == deed.word and sentence.words[i].relation in grammar)
        ]
        while words and sentence.words[words[0]].upos in ("DET", "CCONJ", "PUNCT"):
            words = words[1:]
    else:
        words = [i for i in words if i >= deed.word]
        words += _undergoing(sentence, deed)
        begun = [a for a in deed.agents if sentence.words[a].lemma.lower() in topics()]
        words += [i for a in begun for i in sentence.subtree(a) if i < deed.word]
    told = [_plain(sentence, i, deed.word, noun) for i in words if sentence.words[i].text not in MARKS]
    text = " ".join(told[:LONGEST_ACTION]).replace(" ,", ",").replace(" ’s", "’s").replace(" 's", "'s").strip(" ,;:.")
    return f"not to {text}" if deed.negated and not noun else f"no {text}" if deed.negated else text


def _undergoing(sentence: Sentence, deed: Deed) -> list[int]:
    """Give the subject of a passive deed, which is what is acted on: "a mission will be set up"."""
    if not (passive(sentence, deed.word) and sentence.children(deed.word, "aux:pass", "nsubj:pass")):
        return []
    return [i for k in sentence.children(deed.word, "nsubj:pass", "nsubj") for i in sentence.subtree(k)]


def _plain(sentence: Sentence, at: int, head: int, noun: bool) -> str:
    word = sentence.words[at]
    return (word.text.lower() if word.xpos == "VB" else word.lemma) if at == head and not noun else word.text


def class_of_deed(deed: Deed) -> str:
    """Say whether a deed is a duty, prohibition, goal, process or aspiration."""
    lemma = deed.sentence.words[deed.word].lemma.lower()
    if deed.negated or deed.sentence.words[deed.cue].lemma in ("ban", "prohibit", "bar", "forbid"):
        return "prohibition"
    topic = topics().get(lemma)
    if topic == "hold_back":
        return "prohibition" if lemma in ("deny", "prevent") else "duty"
    if lemma in ("begin", "start", "resume", "continue", "open"):
        near = deed.sentence.children(deed.word, "obj", "xcomp", "obl", "nsubj:pass")
        topic = next((t for k in near if (t := topics().get(deed.sentence.words[k].lemma.lower()))), topic)
    return str(rows("commitments")[topic]["class"]) if topic else "duty"


def condition_of(scene: Scene, deed: Deed) -> tuple[tuple[int, int], str] | None:
    """Find the clause or phrase that a deed hangs on: until, unless, once, if, subject to."""
    sentence = deed.sentence
    if (found := _as_long_as(sentence, deed.word)) is not None:
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


def _as_long_as(sentence: Sentence, word: int) -> tuple[int, int] | None:
    """Find "as long as ..." behind a deed, up to the next comma."""
    words = [w.text.lower() for w in sentence.words]
    for i in range(word + 1, len(words) - 2):
        if tuple(words[i : i + 3]) in AS_LONG_AS:
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
    given = [deed.due] if deed.due else []
    for first, last in [*given, *_times(scene, deed, span)]:
        if apart and apart[0] <= first <= apart[1] and (first, last) != apart:
            continue
        words = scene.text.quote(sentence.index, first, last).exact
        found = parse_deadline(words, promise)
        if found is not None and found.rule != "none":
            return (first, last), found
    return None


def _times(scene: Scene, deed: Deed, span: tuple[int, int]) -> list[tuple[int, int]]:
    """List the time expressions of a clause with their prepositions, the widest reading of each first."""
    cases = ("within", "by", "before", "until", "till", "in", "over", "after", "on", "from", "at", "for", "during")
    sentence, word = deed.sentence, deed.word
    after = _begin(deed) if deed.told_by == "promise" and deed.cue < word else 0
    found: list[tuple[int, int]] = []
    times = [(d.first, d.last) for d in scene.dates if d.sentence == sentence.index]
    times += [t for t in sentence.times if not any(a <= t[0] <= b for a, b in times)]
    for first, last in sorted(times, key=lambda t: abs(t[0] - word)):
        if not span[0] <= first <= span[1] + 3:
            continue
        if sentence.words[last].relation in ("nummod", "compound", "amod") and last != word:
            continue
        if not after <= first or _of_another(sentence, last, word):
            continue
        start = first
        while (
            start > span[0]
            and sentence.words[start - 1].relation != "compound:prt"
            and sentence.words[start - 1].text.lower()
            in (
                *cases,
                "the",
                "later",
                "than",
                "no",
                "not",
            )
        ):
            start -= 1
        single = sentence.words[first].text.lower() in ("a", "an", "one", "another")
        extent = sentence.words[start].text.lower() == "by" and (
            single or any(m.sentence == sentence.index and m.first <= last and first <= m.last for m in scene.amounts)
        )
        if not extent:
            ends = dict.fromkeys((_counted_from(sentence, last), last))
            found += [(low, end) for end in ends for low in dict.fromkeys((start, first))]
    return found


def _counted_from(sentence: Sentence, last: int) -> int:
    """Walk on over what a count starts at: "within ten days of the end of the talks"."""
    case = sentence.words[last + 1] if last + 2 < len(sentence.words) else None
    if case is None or case.lemma not in ("of", "after", "from", "following") or case.relation != "case":
        return last
    if sentence.words[last].lemma not in UNITS:
        return last
    below = sentence.subtree(case.head)
    end = last + 1
    while end + 1 in below and sentence.words[end + 1].upos != "PUNCT" and end - last < LONGEST_START:
        end += 1
    return end


def _of_another(sentence: Sentence, time: int, word: int) -> bool:
    """Tell whether a time belongs to another verb than the deed's: "the accord, signed on 3 May, lets ..."."""
    for up in sentence.ancestors(time):
        if up == word:
            return False
        relation = sentence.words[up].relation.partition(":")[0]
        if sentence.words[up].upos == "VERB" and relation in ("acl", "advcl", "ccomp", "parataxis"):
            return up < word and word not in sentence.subtree(up)
    return False


def amount_of(scene: Scene, deed: Deed, span: tuple[int, int]) -> Amount | None:
    """Give the amount of a deed: people, things or money before time; of a change its result."""
    sentence = deed.sentence
    start = span[0] if deed.passive or is_noun(sentence, deed.word) else max(span[0], deed.word)
    span = (start, span[1])
    inside = [m for m in scene.amounts if m.sentence == sentence.index and span[0] <= m.first <= span[1]]
    counts = [m for m in inside if class_of(m.amount.unit) not in ("time", "times", "groups")]
    counts = [m for m in counts if m.noun is None or case_of(sentence, m.noun) != "as"]
    if not counts:
        return None
    text = scene.text.document.text
    for a, b in pairwise(counts):
        lead = text[max(0, a.amount.start - 6) : a.amount.start].strip().lower()
        if lead.endswith("from") and text[a.amount.end : b.amount.start].strip() == "to":
            return b.amount
    return counts[0].amount


__all__ = ["action_of", "amount_of", "case_of", "class_of_deed", "condition_of", "deadline_of", "span_of", "verb_of"]
