"""Which date belongs to which word: the date of a predicate, of an event noun, or none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from truceline.domain.counts import read_count
from truceline.domain.date_words import Anchor, reckon
from truceline.domain.dates import Days, When
from truceline.domain.sentences import Sentence
from truceline.reading.dates.date_bounds import bounded, narrowest
from truceline.reading.dates.date_openings import head_of, only_its_end, opening
from truceline.reading.dates.date_quotes import teller_of
from truceline.reading.scene import DateMention

_CARRIERS = """
carry conduct launch stage hold make take occur begin start end happen come follow commit perpetrate mount sign reach
conclude deliver open resume win suffer wage fight give issue impose
"""
CARRIERS = frozenset(_CARRIERS.split())
"""Verbs that only say that an event took place: their date is the date of the noun."""
PHASES = frozenset(["begin", "start", "cease", "stop", "finish", "resume", "fail", "refuse", "manage", "let", "make"])
"""Verbs that happen when what they take up happens."""
AT_ONCE = frozenset({"when", "while", "as"})
LASTING = frozenset({"since", "until", "till"})
BESIDE = frozenset(
    ["amid", "amidst", "despite", "after", "before", "following", "since", "over", "about", "against", "without"]
)
MANY = frozenset(
    ["string", "series", "number", "wave", "spate", "round", "handful", "pair", "dozen", "hundred", "score"]
)
"""Nouns that only count the events named after them."""
_NTH = re.compile(r"\d{1,2}(?:st|nd|rd|th)")
NAMES_A_DAY = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december jan feb mar apr jun jul aug sep sept oct nov dec yesterday today tomorrow tonight
    earlier ago later
    """.split()
)
"""Words of a date, as against those of a mere length of time."""
MATTERS = frozenset(["over", "for", "about", "against", "into", "with", "despite"])
"""Prepositions before what a deed is about: the date of that is not the date of the deed."""
DAY_WORDS = frozenset(["date", "day", "deadline", "month", "year", "week", "time"])
DATING = ("obl", "nmod", "advmod", "nummod", "appos", "compound", "amod", "dep")
CLAUSES = ("conj", "acl", "advcl", "ccomp", "xcomp", "csubj", "parataxis", "nsubj", "obj", "iobj")


def date_of(sentence: Sentence, dates: Iterable[DateMention], word: int) -> When | None:
    """Give the date that belongs to a word of a sentence; None where the sentence gives it none.

    Its own time arguments come first, then time phrases below it, then what is counted from another word's date
    ("two days after the deal was signed"), then the date of a verb that only carries it.
    """
    here = [d for d in dates if d.sentence == sentence.index]
    if not here:
        return None
    tellers = {d: teller_of(sentence, d.first, d.last) for d in here}
    if behind := next((d.when for d in here if tellers[d] == word and d.when.days.known), None):
        return behind
    here = [d for d in here if tellers[d] is None]
    known = [d for d in here if d.when.days.known and told_clause(sentence, d) != word]
    known = [d for d in known if not only_its_end(sentence, d)]
    own = _own(sentence, known, word)
    if own and own.days.width is not None:
        return own
    if own and _not_until(sentence, word, own):
        return replace(own, days=Days(own.days.latest, own.days.latest))
    found = _counted(sentence, here, known, word) or own or _of_what_goes_on(sentence, known, word)
    return found or _lent(sentence, known, word) or opening(sentence, known, word)


def _not_until(sentence: Sentence, word: int, when: When) -> bool:
    """Tell whether something happened on the day until which it did not: "did not lay down its arms until 30 June"."""
    denied = any(sentence.words[k].text.lower() in ("not", "n't", "n’t") for k in sentence.children(word, "advmod"))
    until = (when.text or "").lower().startswith(("until ", "till "))
    return denied and until and when.days.latest is not None and bool(re.search(r"\d", when.text or ""))


def words_of_date(sentence: Sentence, dates: Iterable[DateMention], word: int) -> When | None:
    """Give the words that date a word though nobody knows the day: "last Tuesday" in a report without a date."""
    here = [d for d in dates if d.sentence == sentence.index and not d.when.days.known]
    named = [d for d in here if _names_a_day((d.when.text or "").lower().replace(".", "").split())]
    plain = [d for d in named if told_clause(sentence, d) is None]
    return _own(sentence, plain, word) or _of_what_goes_on(sentence, plain, word)


def _names_a_day(words: Sequence[str]) -> bool:
    counted = not {"last", "next"}.isdisjoint(words) and not {"week", "month", "year", "night", "weekend"}.isdisjoint(
        words
    )
    return counted or not NAMES_A_DAY.isdisjoint(words) or any(_NTH.fullmatch(word) for word in words)


def _own(sentence: Sentence, here: Sequence[DateMention], word: int) -> When | None:
    predicate = sentence.predicate_at(word)
    times = [a for a in predicate.arguments if a.role == "ARGM-TMP"] if predicate else []
    found = [
        bounded(sentence, d, a.head)
        for a in times
        for d in here
        if a.first <= d.last and d.first <= a.last and _near(sentence, d, a.head, word)
    ]
    if not found:
        found = [d.when for d in here if _teller_before(sentence, head_of(sentence, d)) == word]
    if not found:
        found = [
            bounded(sentence, d, k) for k in sentence.children(word, *DATING) for d in here if _covers(sentence, d, k)
        ]
    if not found:
        lasting = _standing(sentence, word)
        found = [bounded(sentence, d, k) for k in lasting for d in here if k in _at_or_above(sentence, d)]
    return narrowest(found)


def _at_or_above(sentence: Sentence, date: DateMention) -> tuple[int, int]:
    head = head_of(sentence, date)
    return head, sentence.words[head].head


def _standing(sentence: Sentence, verb: int) -> list[int]:
    """Give what the tree hangs on an object but tells how long the verb lasts: "observed a truce since the accord"."""
    phrases = [k for obj in sentence.children(verb, "obj") for k in sentence.children(obj, "nmod") if k > verb]
    return [k for k in phrases if any(sentence.words[c].text.lower() in LASTING for c in sentence.children(k, "case"))]


def told_clause(sentence: Sentence, date: DateMention) -> int | None:
    """Give the word that a count is told from, "signed" in "two days after the deal was signed"; None without one."""
    link = date.last + 1
    if link >= len(sentence.words) or sentence.words[link].text.lower() not in ("after", "before"):
        return None
    told = sentence.words[link].head
    return told if told > link and read_count(_plain(date)) is not None else None


def _counted(sentence: Sentence, here: Sequence[DateMention], known: Sequence[DateMention], word: int) -> When | None:
    """Count two days back from the date of the main clause, or on from the date of the clause that follows."""
    for date in here:
        told = told_clause(sentence, date)
        if told is None:
            continue
        link = sentence.words[date.last + 1].text.lower()
        above, others = list(sentence.ancestors(told)), [d for d in known if d != date]
        if word == told:
            main = date.when if date.when.days.known else None
            base = main or next((w for a in above if (w := _own(sentence, others, a))), None)
            way = "before" if link == "after" else "after"
        elif word in above[:1] and date.when.days.known:
            return date.when
        elif word in above[:1]:
            base, way = _own(sentence, others, told), link
        else:
            continue
        found = reckon(f"{date.when.text} {way}", Anchor(told=base.days)) if base else None
        if found and found.days.known:
            return When(f"{date.when.text} {link}", found.days, "derived")
    return None


def _plain(date: DateMention) -> str:
    return re.sub(
        r"^(?:(?:just|only|less than|more than|about|nearly|almost|some|over|under) )+",
        "",
        (date.when.text or "").lower(),
    )


def _near(sentence: Sentence, date: DateMention, head: int, word: int) -> bool:
    """Tell whether a date is the time argument itself, not a date inside a clause that is one."""
    at = head_of(sentence, date)
    if _of_the_teller(sentence, at, word) or _only_beside(sentence, at, word) or _of_a_relative(sentence, at, word):
        return False
    for above in (at, *sentence.ancestors(at)):
        if above in (head, word):
            return not (above == head != at and _is_clause(sentence, head))
        if _is_clause(sentence, above):
            return False
    return False


def _of_a_relative(sentence: Sentence, at: int, word: int) -> bool:
    """Tell whether a date belongs to a relative clause below: "freed two men who were kidnapped last week"."""
    above = list(sentence.ancestors(at))
    below = above[: above.index(word)] if word in above else []
    return any(sentence.words[k].relation == "acl:relcl" for k in below)


def _only_beside(sentence: Sentence, at: int, word: int) -> bool:
    """Tell whether a date is the main clause's, and the noun only goes with it: "met on Monday amid clashes"."""
    if at in sentence.subtree(word) or sentence.words[word].upos == "VERB":
        return False
    return any(sentence.words[k].text.lower() in BESIDE for k in sentence.children(word, "case"))


def _teller_before(sentence: Sentence, at: int) -> int | None:
    """Give the verb right in front of a bare weekday if its clause follows: "said Wednesday the men had died"."""
    before = at - 1
    if before < 0 or sentence.words[before].upos != "VERB" or sentence.children(at, "case"):
        return None
    return before if any(k > at for k in sentence.children(before, "ccomp", "parataxis")) else None


def _of_the_teller(sentence: Sentence, at: int, word: int) -> bool:
    """Tell whether a date hangs on the verb that reports the word's clause: "said on Tuesday that troops left"."""
    governor = _teller_before(sentence, at) or sentence.words[at].head
    if governor == word or sentence.words[word].upos != "VERB":
        return False
    below = word
    for above in sentence.ancestors(word):
        if above == governor:
            return sentence.words[below].relation.partition(":")[0] in ("ccomp", "parataxis", "advcl", "acl")
        below = above
    return False


def _is_clause(sentence: Sentence, word: int) -> bool:
    return sentence.words[word].relation.partition(":")[0] in ("advcl", "acl", "ccomp", "xcomp", "parataxis")


def _covers(sentence: Sentence, date: DateMention, child: int) -> bool:
    """Tell whether a date is a phrase below a word, with nothing but its own words in between."""
    if date.first <= child <= date.last:
        return True
    head = head_of(sentence, date)
    cases = {sentence.words[k].text.lower() for k in sentence.children(child, "case")}
    if cases & MATTERS and not (cases == {"with"} and sentence.predicate_at(child) and _of_a_day(sentence, date)):
        return False  # "sentenced over the 2009 massacre"; but "overthrew them with the invasion of October 2001"
    return sentence.words[head].head == child and sentence.words[child].relation.startswith(("obl", "nmod:unmarked"))


def _of_a_day(sentence: Sentence, date: DateMention) -> bool:
    """Tell whether a date stands behind its noun: "the invasion of October 2001", not "the 2001 invasion"."""
    return date.first > 0 and sentence.words[date.first - 1].text.lower() in ("of", "in", "on")


def _of_what_goes_on(sentence: Sentence, here: Sequence[DateMention], word: int) -> When | None:
    """Give the date of "ceased to exist on Tuesday" to the verb that only tells that it began or ended."""
    if sentence.words[word].lemma not in PHASES:
        return None
    below = sentence.children(word, "xcomp", "ccomp") if sentence.words[word].lemma == "let" else ()
    return next((w for k in (*sentence.children(word, "xcomp"), *below) if (w := _own(sentence, here, k))), None)


def _lent(sentence: Sentence, here: Sequence[DateMention], word: int) -> When | None:
    """Give the date of a verb that carries an event noun, that a participle goes with, or that shares its front."""
    this = sentence.words[word]
    if at_once := _beside_in_time(sentence, here, word):
        return at_once
    if this.head < 0:
        return _of_carrier_below(sentence, here, word)
    relation, above = this.relation.partition(":")[0], sentence.words[this.head]
    beside = any(sentence.words[k].text.lower() in BESIDE for k in sentence.children(word, "case"))
    if relation in ("nsubj", "obj", "obl") and above.lemma in CARRIERS and not beside:
        return _own(sentence, here, this.head) or _lent(sentence, here, this.head)
    if relation == "obl" and any(sentence.words[k].text.lower() == "with" for k in sentence.children(word, "case")):
        return _own(sentence, here, this.head)  # "collapsed in April with the sinking of two boats"
    if relation == "nmod" and above.lemma in MANY:
        return _own(sentence, here, this.head) or _lent(sentence, here, this.head)
    if relation == "advcl" and _at_once(sentence, word):
        return _own(sentence, here, this.head)
    if relation in ("advcl", "xcomp") and this.xpos in ("VBG", "VBN") and not sentence.children(word, "mark"):
        return _own(sentence, here, this.head)
    if relation == "conj":
        first = [d for d in here if d.last < this.head]
        shared = _own(sentence, first, this.head) or _beside_in_time(sentence, first, this.head)
        shared = shared or opening(sentence, first, this.head)
        return shared if first else _of_carrier_below(sentence, here, word)
    return (
        _of_carrier(sentence, here, word) or _of_carrier_below(sentence, here, word) or _named_day(sentence, here, word)
    )


def _beside_in_time(sentence: Sentence, here: Sequence[DateMention], word: int) -> When | None:
    """Give the date of what happened at the same time: "were killed when a bomb went off on Monday"."""
    for child in sentence.children(word, "advcl") if sentence.words[word].upos == "VERB" else ():
        if _at_once(sentence, child):
            found = _own(sentence, here, child) or _beside_in_time(sentence, here, child)
            if found:
                return found
    subjects = [k for subject in sentence.children(word, "nsubj") for k in sentence.conjuncts(subject)]
    named = [d for d in here if sentence.words[head_of(sentence, d)].head in subjects and d.last < word]
    on = [d for d in named if sentence.words[d.first - 1].text.lower() == "on"]  # "troops on 19 January burned"
    return on[-1].when if on else None


def _at_once(sentence: Sentence, clause: int) -> bool:
    """Tell whether a clause tells what happens at the same time: when, while, as."""
    return any(sentence.words[k].text.lower() in AT_ONCE for k in sentence.children(clause, "mark", "advmod"))


def _of_carrier(sentence: Sentence, here: Sequence[DateMention], word: int) -> When | None:
    """Calls for talks to begin on Monday: the talks are what begins, though another verb governs them."""
    if sentence.words[word].upos not in ("NOUN", "PROPN"):
        return None
    for predicate in sentence.predicates:
        core = [a.head for a in predicate.arguments if a.role in ("ARG0", "ARG1")]
        carries = sentence.words[predicate.word].lemma in CARRIERS and predicate.word > word
        if carries and word in core and (found := _own(sentence, here, predicate.word)):
            return found
    return None


def _named_day(sentence: Sentence, here: Sequence[DateMention], word: int) -> When | None:
    """By March 10, the date on which talks are set to begin: the clause tells what happens on that day."""
    below = word
    for above in sentence.ancestors(word):
        if sentence.words[below].relation.startswith("acl") and sentence.words[above].lemma in DAY_WORDS:
            named = [d for d in here if 0 < above - d.last <= 4]
            return _that_day(named[-1].when) if named else None
        below = above
    return None


def _that_day(when: When) -> When:
    """Give the day itself of "by March 10"."""
    last = when.days.latest
    bounded = when.days.earliest is None and last is not None and re.search(r"\b\d{1,2}\b", when.text or "")
    return When(when.text, Days(last, last), "derived") if bounded else when


def _of_carrier_below(sentence: Sentence, here: Sequence[DateMention], word: int) -> When | None:
    """An attack carried out on Monday: the participle's date is the noun's."""
    for child in sentence.children(word, "acl"):
        if sentence.words[child].xpos == "VBN" and (found := _own(sentence, here, child)):
            return found
    return None
