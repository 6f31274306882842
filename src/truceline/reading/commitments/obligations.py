"""Who has to do something by a day: must, had to, was to, should have, the date on which talks are to begin."""

from __future__ import annotations

from collections.abc import Iterator

from truceline.domain.sentences import Sentence
from truceline.reading.clauses import subjects
from truceline.reading.commitments.deeds import Deed, by_none, topic_words, topics
from truceline.reading.figures.surroundings import is_to
from truceline.reading.passives import passive

STATES = frozenset(("out", "go", "gone", "ready", "home", "closed", "open", "complete", "free", "away", "empty"))
"""What somebody or something has to be by a day."""
IDLE = frozenset((
    "be", "have", "see", "know", "win", "need", "like", "think", "find", "get", "want", "hope", "lose", "face",
    "remember", "learn", "feel", "believe", "say", "tell", "understand", "expect", "fear", "miss", "become", "visit",
    "travel", "fly", "speak", "arrive", "attend", "address", "chair", "play", "appear", "inform", "wait", "wonder",
    "decide", "admit", "concede", "choose", "ask", "answer", "explain", "die", "last", "happen", "come", "remain",
    "recall", "note", "stress", "emphasise", "emphasize", "brief", "announce", "regret", "welcome", "mention",
))  # fmt: skip
"""What is no deed of an agreement, however somebody has to do it."""


def day_of(sentence: Sentence, verb: int) -> int | None:
    """Give the word "day" or "date" that a clause tells of: "the date on which talks are set to begin"."""
    for at in (verb, sentence.words[verb].head):
        if at >= 0 and sentence.words[at].relation.startswith("acl") and sentence.words[at].head >= 0:
            noun = sentence.words[at].head
            return noun if sentence.words[noun].lemma in ("day", "date", "deadline") else None
    return None


def should(sentence: Sentence, verb: int) -> bool:
    """Tell whether a verb stands after should, shall or will."""
    return any(sentence.words[k].lemma in ("should", "shall", "will") for k in sentence.children(verb, "aux"))


def about_a_deed(sentence: Sentence, verb: int) -> bool:
    """Tell whether a verb, its object or its subject names something that can be promised."""
    return bool(starters(sentence, verb)) or verb in topic_words(sentence, verb)


def starters(sentence: Sentence, verb: int) -> tuple[int, ...]:
    """Give the deed that is to begin: "negotiations are set to begin"."""
    governor = sentence.words[verb].head
    near = [*sentence.children(verb, "nsubj"), *(sentence.children(governor, "nsubj") if governor >= 0 else ())]
    return tuple(k for k in near if sentence.words[k].lemma.lower() in topics())[:1]


def is_bound(sentence: Sentence, verb: int) -> bool:
    """Tell whether a verb stands after "had to", "must", "should have", "was to" or the like."""
    auxiliaries = [sentence.words[k].lemma.lower() for k in sentence.children(verb, "aux")]
    if "must" in auxiliaries or "shall" in auxiliaries or ("should" in auxiliaries and "have" in auxiliaries):
        return True
    head = sentence.words[verb].head
    infinitive = any(sentence.words[k].lemma == "to" for k in sentence.children(verb, "mark"))
    had = head >= 0 and sentence.words[head].lemma == "have" and sentence.words[verb].relation == "xcomp"
    had = had and not any(sentence.words[k].lemma == "yet" for k in sentence.children(head))
    return is_to(sentence, verb) or (infinitive and had)


def is_binding(sentence: Sentence, verb: int) -> bool:
    """Tell whether a verb is worded as what somebody has to do or may not do: is to, must, has to, is due to."""
    word = sentence.words[verb]
    if may_not(sentence, verb) or (due_to(sentence, verb) and not sentence.children(verb, "obj", "det")):
        return True
    auxiliaries = {sentence.words[k].lemma.lower() for k in sentence.children(verb, "aux")}
    if is_state(sentence, verb):
        return is_bound(sentence, verb)
    if not (word.upos == "VERB" or sentence.children(verb, "aux:pass")) or {"have", "should"} & auxiliaries:
        return False  # "must have left" is a guess
    return is_bound(sentence, verb)


def demands(sentence: Sentence, verb: int) -> bool:
    """Tell whether a verb stands after must or has to, with which a report may also say what it wants itself."""
    head = sentence.words[verb].head
    has = head >= 0 and sentence.words[head].lemma == "have" and sentence.words[head].xpos in ("VBZ", "VBP")
    return has or any(sentence.words[k].lemma == "must" for k in sentence.children(verb, "aux"))


def has_time(sentence: Sentence, verb: int) -> Iterator[Deed]:
    """Read "they have 14 days to leave" and "were given until May to leave": the deed with its time."""
    word = sentence.words[verb]
    given = word.lemma in ("give", "allow", "grant") and passive(sentence, verb)
    if not given and (word.lemma != "have" or word.xpos not in ("VBZ", "VBP", "VBD")):
        return
    for span in sentence.children(verb, "obj", "obl"):
        timed = next(((a, b) for a, b in sentence.times if a <= span <= b), None)
        for k in (*sentence.children(span, "acl", "nmod"), *sentence.children(verb, "xcomp", "advcl")):
            if (
                timed
                and k > span
                and any(sentence.words[m].lemma == "to" for m in sentence.children(k, "mark", "case"))
            ):
                due = (timed[0], span) if k <= timed[1] else timed  # "14 days to finish", taken for one time
                yield Deed(sentence, k, subjects(sentence, verb), "term", verb, due=due)
                return


def is_state(sentence: Sentence, word: int) -> bool:
    """Read "have to be out of the town" and "were to have been gone": where somebody has to be by a day."""
    cases = {sentence.words[k].lemma.lower() for k in sentence.children(word, "case")}
    there = sentence.words[word].lemma.lower() in STATES or bool(cases & {"out", "off"})
    there = there or (sentence.words[word].lemma == "place" and "in" in cases)  # "will be in place by October"
    return there and bool(sentence.children(word, "cop", "aux:pass"))


def due_to(sentence: Sentence, word: int) -> bool:
    """Read "are due to disarm" by its words, whatever the tree makes of the verb."""
    before = [w.lemma.lower() for w in sentence.words[max(0, word - 4) : word]]
    return before[-2:] in (["due", "to"], ["slate", "to"], ["suppose", "to"]) and "be" in before[:-2]


def may_not(sentence: Sentence, verb: int) -> bool:
    """Read "may not attack" and "neither party may attack": a prohibition."""
    auxiliaries = {sentence.words[k].text.lower() for k in sentence.children(verb, "aux")}
    denied = any(sentence.words[k].lemma in ("not", "n't", "never") for k in sentence.children(verb, "advmod"))
    return bool({"may", "can"} & auxiliaries) and (denied or by_none(sentence, verb))


def ends(deed: Deed) -> bool:
    """Read "firing is to cease": what is to end stands as the subject."""
    return deed.sentence.words[deed.word].lemma in ("cease", "stop", "end", "halt")


def is_told_as_past(sentence: Sentence, verb: int) -> bool:
    """Tell whether an obligation is told as one of the past: had to, was to, should have, had promised to."""
    auxiliaries = [sentence.words[k] for k in sentence.children(verb, "aux", "cop")]
    if any(w.lemma == "should" for w in auxiliaries) and any(w.lemma == "have" for w in auxiliaries):
        return True
    if is_to(sentence, verb) and any(w.text.lower() in ("was", "were") for w in auxiliaries):
        return True
    for up in [*sentence.ancestors(verb)][:2]:
        word = sentence.words[up]
        perfect = any(sentence.words[k].text.lower() == "had" for k in sentence.children(up, "aux"))
        if perfect or (word.lemma == "have" and word.xpos == "VBD"):
            return True
        was = word.lemma in ("be", "due", "set", "oblige", "require", "bind", "suppose", "schedule")
        beside = [word, *(sentence.words[k] for k in sentence.children(up, "cop", "aux", "aux:pass"))]
        if was and any(w.text.lower() in ("was", "were") for w in beside):
            return True
    return False
