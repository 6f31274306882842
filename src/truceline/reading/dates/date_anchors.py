"""What a time expression counts from: the tense of its verb, and the date told before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from truceline.domain.date_standing import Reckoned
from truceline.domain.dates import Days
from truceline.domain.sentences import Sentence

AHEAD = frozenset(
    [
        "plan",
        "schedule",
        "set",
        "due",
        "expect",
        "hope",
        "agree",
        "call",
        "promise",
        "pledge",
        "vow",
        "intend",
        "aim",
        "want",
        "ask",
        "order",
        "demand",
        "propose",
        "commit",
        "decide",
        "prepare",
        "threaten",
        "urge",
        "require",
        "need",
        "arrange",
        "slate",
    ]
)
"""Words whose infinitive is still to come: "talks are set to begin on March 10"."""
TIMETABLED = frozenset(["expire", "begin", "start", "open", "take", "end", "resume", "reopen", "enter", "run", "lapse"])
"""Verbs whose present tells of a day still to come: "the truce expires on Friday"."""
LEAD, FRESH = 2, 7
"""Sentences after the first dated one that still tell the news, and days up to which news are fresh."""
STORY = 3
"""Sentences of a paragraph after which a date without its year still goes on with the story told before."""
YEARS_BACK = 2
"""Years before publication from which on a bare year is that of the story told next."""
FINE = 45
"""Days that a date may allow if something is to be counted from it in days."""
MANY_YEARS, SHARE, PER_DEIXIS = 4, 0.5, 5
"""From so many printed years on, so large a share of them long past, and so many to each "on Monday" or "last week",
a text is told as a history."""


@dataclass(frozen=True, slots=True)
class Told:
    """A date as a text told it: where, and what it allows."""

    sentence: int
    paragraph: int
    first: int
    bare: Reckoned
    adverbial: bool
    """It dates a clause that is told for itself: "in 2018", not "the 2018 elections" or "elected in 2018"."""
    fixed: bool = False
    """Its year is printed, or that of a date told before whose year is."""
    entry: bool = False
    """It heads an entry of a list: "5 May 2031: gunmen burned the mill"."""


def tense_at(sentence: Sentence, word: int) -> str:
    """Tell whether the clause of a word tells of the past or the future; open if neither is sure."""
    for at in (word, *sentence.ancestors(word)):
        tense = _tense_of(sentence, at)
        if tense:
            return tense
    return "past"


def _tense_of(sentence: Sentence, at: int) -> str | None:
    verb = sentence.words[at]
    aux = {sentence.words[k].text.lower() for k in sentence.children(at, "aux", "cop")}
    if aux & {"will", "shall", "'ll", "’ll", "won't", "wo"} or (aux & {"is", "are", "'s"} and _going(sentence, at)):
        return "future"
    marks = {sentence.words[k].text.lower() for k in sentence.children(at, "mark")}
    if aux & {"is", "are", "am"} and (marks & {"to", "due"} or verb.xpos == "VBG"):
        return "future"
    if "have" in aux and aux & {"would", "should", "could", "might", "must"}:
        return "past"  # "should have been gone by 1 March"
    if aux & {"would", "may", "might", "could", "should", "can", "must"}:
        return "open"
    if aux & {"had", "has", "have", "did", "was", "were", "'ve"} or verb.xpos == "VBD":
        return "past"
    if verb.upos != "VERB" and not aux:
        return None
    apart = verb.relation.partition(":")[0] in ("acl", "advcl") and not marks
    if verb.xpos == "VBN" and not aux and apart and verb.lemma not in AHEAD:
        return "past"  # "the accord signed on 13 December"
    if "to" in marks:
        return "future" if verb.head >= 0 and sentence.words[verb.head].lemma.lower() in AHEAD else "open"
    if verb.xpos in ("VBZ", "VBP") and verb.lemma in TIMETABLED:
        return "future"
    if verb.xpos in ("VBZ", "VBP") or aux & {"is", "are", "am", "be"}:
        return "open"
    return None


def _going(sentence: Sentence, at: int) -> bool:
    return sentence.words[at].lemma in AHEAD or sentence.words[at].text.lower() == "going"


def is_history(printed: Sequence[Reckoned], deictic: int, published: Days) -> bool:
    """Tell whether a text is the history of years long past, where a bare "in June" is one of theirs.

    News counts from its day of writing ("on Monday", "last month"); a history prints years instead.
    """
    last = published.latest or published.earliest
    years = [r.days.earliest.year for r in printed if r.days.earliest]
    old = [y for y in years if last is None or y < last.year - 1]
    return len(old) >= MANY_YEARS and len(old) >= SHARE * len(years) and deictic * PER_DEIXIS <= len(years)


def told_before(
    told: Sequence[Told], sentence: Sentence, latest: date | None, *, fine: bool, history: bool
) -> Days | None:
    """Give the date that "two days later" or "that year" counts from: the last one told not too far above.

    What has happened is not counted from a date after the latest day, that of publication: a deadline, say.
    """
    reach = 12 if history else 2
    for one in reversed(told):
        if sentence.index - one.sentence > reach:
            return None
        width = one.bare.days.width
        if width is None or one.bare.grain in _NO_CLOCK or (fine and width > FINE):
            continue
        if latest and one.bare.days.earliest and one.bare.days.earliest > latest:
            continue
        return one.bare.days
    return None


def lead_day(told: Sequence[Told], published: Days) -> Days | None:
    """Give the day of the news, as the first sentences of a report name it; None where it is not just before it."""
    last = published.latest
    for one in told:
        if one.sentence > told[0].sentence + LEAD or last is None or published.width is None:
            return None
        days = one.bare.days
        if days.width == 1 and days.earliest and 0 <= (last - days.earliest).days <= FRESH + published.width:
            return days
    return None


def year_from(
    told: Sequence[Told], sentence: Sentence, published: Days, *, history: bool, reach: int = STORY
) -> Days | None:
    """Give the date whose year a date without one shares: in histories the last told, else only one of its paragraph.

    In news a bare "March 3" is of the running year, unless its paragraph tells of a year that is over.
    """
    for one in reversed(told):
        if one.bare.days.width is None or not one.bare.days.earliest or one.bare.grain in _NO_CLOCK:
            continue
        if history:
            if one.bare.grain == "year" and not one.adverbial:
                continue
            return _clock(told, one)
        if one.paragraph != sentence.paragraph or sentence.index - one.sentence > reach:
            return None
        if one.fixed and one.adverbial:
            return _of_story(one, sentence, published)
        if one.adverbial or one.sentence == sentence.index:
            return None  # "On Monday he flew in. In March": of the running year
    return None


def _of_story(one: Told, sentence: Sentence, published: Days) -> Days | None:
    """Give the days of a story that is over: "In early 2019 he fled. On 31 March he came back" goes on in its year."""
    last, year = published.latest, one.bare.days.earliest
    over = last is None or year is None or year.year < last.year
    if one.sentence == sentence.index:
        return one.bare.days
    if one.bare.grain == "year" and (last is None or year is None or last.year - year.year < YEARS_BACK):
        return None  # "In 2012, he won. In October he resigned": of which year is not told
    return one.bare.days if over else None


def entry_before(told: Sequence[Told], sentence: Sentence) -> Days | None:
    """Give the date that heads the entry before in a list of dates: an entry without a year shares its year."""
    last = next((one for one in reversed(told) if one.entry and one.sentence < sentence.index), None)
    return last.bare.days if last and last.bare.days.width is not None else None


_NO_CLOCK = ("decade", "century", "vague", "now", "since", "until")


def _clock(told: Sequence[Told], one: Told) -> Days:
    """Give the day that a story has reached: a bare year does not set it back to January."""
    if one.bare.grain != "year":
        return one.bare.days
    year = one.bare.days
    fine = (t.bare.days for t in reversed(told) if t.bare.days.width and t.bare.days.width < FINE)
    last = next(fine, year)
    return last if last.meets(year) else year
