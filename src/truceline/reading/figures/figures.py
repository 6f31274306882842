"""Figures of a report: what was counted, whose, where, as of when, who says so."""

from __future__ import annotations

import re
from dataclasses import replace

from truceline.domain.amounts import Amount
from truceline.domain.dates import When
from truceline.domain.mention import CommitmentMention, Credit, EventMention, FigureMention
from truceline.domain.sentences import Sentence
from truceline.reading.clauses import subjects
from truceline.reading.commitments.contenders import COLLECTIVES
from truceline.reading.figures.antecedents import changes_of, owner_left_out, takes_up, them_of, with_antecedents
from truceline.reading.figures.counted import class_of
from truceline.reading.figures.figure_screens import tells_a_figure
from truceline.reading.figures.measure_cues import is_announced
from truceline.reading.figures.measures import Measure, measure_of, stock_of
from truceline.reading.figures.surroundings import (
    actors_within,
    as_of_publication,
    clause_quote,
    date_near,
    dates_of,
    lies_ahead,
    only_date,
    over,
    place_within,
    published,
)
from truceline.reading.scene import AmountMention, Scene

_DUE = re.compile(r"(?:by|before|within|no later than|not later than|until|ahead of)\b", re.IGNORECASE)
"""How a date begins by which something is to be reached."""
UNARMED = frozenset(("civilian", "people", "child", "woman", "villager", "refugee", "resident", "farmer", "national"))
WIDE, YEAR = 10_000, 366
"""Days of what has an open side."""
COUNTERS = frozenset((
    "count", "record", "register", "document", "verify", "report", "estimate", "tally", "list", "log", "put",
))  # fmt: skip
"""Verbs whose subject stands for a figure."""


def read_figures(scene: Scene) -> tuple[FigureMention, ...]:
    """Find the figures of a report."""
    figures: list[FigureMention] = []
    changes = changes_of(scene)
    last: dict[str | None, Measure] = {}
    for mention in with_antecedents(scene):
        sentence = scene.text.sentences[mention.sentence]
        place = (mention.amount.start, mention.amount.end)
        levels = place in changes or any((a.start, a.end) == place for a in changes.values())
        stock = stock_of(sentence, mention) if levels else None
        measure = stock if stock and stock.known else measure_of(sentence, mention)
        if not measure.cued and takes_up(scene, mention):
            before_it = last.get(mention.amount.unit, measure)
            measure = before_it if before_it.cued or not measure.known else measure
        them = None if measure.cued or mention.amount.unit == "percent" else them_of(scene, mention)
        if them is not None:
            measure = measure_of(scene.text.sentences[them.sentence], them)
        if tells_a_figure(sentence, mention, measure):
            if measure.cued:
                last |= {mention.amount.unit: measure, measure.unit: measure}
            elif mention.noun is not None:
                last.setdefault(mention.amount.unit, measure)
            before = changes.get(place)
            if levels and before is None:
                measure = replace(measure, ahead=False)
            first = levels and before is None
            figures.append(_figure(scene, sentence, mention, measure, before, len(figures), first=first))
    return tuple(figures)


SUFFERED = frozenset({"killed", "wounded", "abducted", "arrested", "captured"})
"""What happens to people on the day that its sentence names."""


def _figure(
    scene: Scene,
    sentence: Sentence,
    mention: AmountMention,
    measure: Measure,
    before: Amount | None,
    number: int,
    *,
    first: bool,
) -> FigureMention:
    word = mention.first if mention.noun is None else mention.noun
    ahead = measure.ahead if before is None else _ahead(sentence, mention)
    as_of, by = _dated(scene, sentence, mention, ahead=ahead)
    if first and by is not None:  # "from 13,000 to 8,600 by July"
        as_of, by = as_of_publication(scene), None
    if measure.name in SUFFERED and by is None and as_of is not None and as_of.text is None:
        as_of = only_date(scene, sentence) or as_of
    name = (measure.planned or measure.name) if ahead else measure.name
    side = None if measure.known or mention.noun is None else _force(scene, sentence, mention.noun)
    name, unit = side or (name, measure.unit or mention.amount.unit)
    amount = replace(mention.amount, unit=unit)
    return FigureMention(
        key=f"figure{number}",
        measure=name,
        of=_whose(scene, sentence, mention),
        where=_where(scene, sentence, mention),
        stock_or_flow=measure.stock_or_flow,
        amount=amount,
        as_of=as_of,
        by=by,
        change_from=before,
        credit=_credit(scene, sentence, mention),
        quotes=(clause_quote(scene, sentence, word, mention.first, mention.last),),
    )


def _force(scene: Scene, sentence: Sentence, noun: int) -> tuple[str, str] | None:
    """Tell whether the number counts the men of an armed group or army: "some 7,000 Maoists"."""
    types = {a.key: a.type for a in scene.actors.mentions}
    kinds = [types[k] for k in scene.actors.at(sentence.index, noun)]
    forces = {"armed_group": ("fighters_present", "fighter"), "security_force": ("troops_present", "troop")}
    return next((forces[k] for k in kinds if k in forces), None)


def _credit(scene: Scene, sentence: Sentence, mention: AmountMention) -> Credit:
    """Give who tells the figure: whose words it stands in, else who counted it ("the office recorded 93 killings")."""
    told = scene.voices.at(sentence.index, mention.first)
    if told.attributed_to is not None:
        return told
    for up in [*sentence.ancestors(mention.last)][:3]:
        if sentence.words[up].lemma in COUNTERS:
            keys = [k for s in subjects(sentence, up) for k in scene.actors.at(sentence.index, s)]
            return Credit(keys[0]) if keys else told
    return told


def _ahead(sentence: Sentence, mention: AmountMention) -> bool:
    words = [p.word for p in [*over(sentence, mention.last)][:2]]
    return any(lies_ahead(sentence, w) or is_announced(sentence, w) or _has_to(sentence, w) for w in words)


def _has_to(sentence: Sentence, verb: int) -> bool:
    """Tell whether somebody has to, or had to, do what a verb tells."""
    marked = any(sentence.words[k].lemma == "to" for k in sentence.children(verb, "mark"))
    return (
        marked
        and sentence.words[verb].relation == "xcomp"
        and sentence.words[sentence.words[verb].head].lemma == "have"
    )


def _dated(scene: Scene, sentence: Sentence, mention: AmountMention, *, ahead: bool) -> tuple[When | None, When | None]:
    """Give the day a figure holds for, or the day by which it is to be reached."""
    date = date_near(scene, sentence, mention.last)
    if (ahead or date is None) and not (date and date.text and _DUE.match(date.text)):
        date = _only_due(scene, sentence) or date
    if class_of(mention.amount.unit) == "time":
        return (date if date and date.days.latest else as_of_publication(scene)), None
    latest = published(scene).latest
    future = bool(date and latest and date.days.earliest and date.days.earliest > latest)
    due = bool(date and date.text and _DUE.match(date.text))
    due = due and (_ahead(sentence, mention) or not _is_done(sentence, mention))
    to_come = ahead or bool(date and _ahead(sentence, mention))
    over = bool(date and latest and date.days.latest and date.days.latest < (published(scene).earliest or latest))
    named = bool(date and date.text and _DUE.match(date.text))
    if over and not (named and to_come):
        return date, None  # "last week it agreed to send 60 men", "by March the army was down to 30,000"
    if to_come or future or due:
        return None, date
    return (date or as_of_publication(scene)), None


def _only_due(scene: Scene, sentence: Sentence) -> When | None:
    """Give the one day by which a sentence says that something is to be reached."""
    due = [d.when for d in dates_of(scene, sentence) if d.when.text and _DUE.match(d.when.text)]
    return due[0] if len(due) == 1 and due[0].days.latest else None


def _is_done(sentence: Sentence, mention: AmountMention) -> bool:
    """Tell whether what is counted had been done by then: "had freed 300 by Friday"."""
    first = next(iter(over(sentence, mention.last)), None)
    return first is not None and first.happened > 0


def due_as_promised(
    figures: tuple[FigureMention, ...], commitments: tuple[CommitmentMention, ...]
) -> tuple[FigureMention, ...]:
    """Date figures that somebody promised by the deadline of the promise, where it can be counted."""
    due = {
        (c.amount.start, c.amount.end): When(c.deadline.text, c.deadline.days, "derived")
        for c in commitments
        if c.amount and c.deadline and c.deadline.days.latest and c.deadline.rule != "continuing"
    }
    return tuple(_due(f, due.get((f.amount.start, f.amount.end))) for f in figures)


def dated_by_events(figures: tuple[FigureMention, ...], events: tuple[EventMention, ...]) -> tuple[FigureMention, ...]:
    """Date what happened to people by the event that tells it, where no words of its own date it."""
    return tuple(_as_the_event(f, events) for f in figures)


def _as_the_event(figure: FigureMention, events: tuple[EventMention, ...]) -> FigureMention:
    if figure.stock_or_flow != "flow" or figure.as_of is None or figure.as_of.text is not None:
        return figure
    at = figure.amount.start
    told = [e for e in events if e.status == "occurred" and any(q.start <= at < q.end for q in e.quotes)]
    days = min((e.when.days for e in told if e.when.days.width), key=lambda d: d.width or WIDE, default=None)
    narrow = days is not None and (days.width or WIDE) <= YEAR
    return replace(figure, as_of=When(None, days, "derived")) if narrow and days is not None else figure


def _due(figure: FigureMention, by: When | None) -> FigureMention:
    stated = figure.as_of is not None and figure.as_of.text is not None
    if by is None or (stated and figure.as_of is not None and figure.as_of.days != by.days):
        return figure
    wide = figure.by is None or (figure.by.days.width or WIDE) >= (by.days.width or WIDE)
    return replace(figure, as_of=None, by=by if wide else figure.by)


def _whose(scene: Scene, sentence: Sentence, mention: AmountMention) -> str | None:
    """Give the actor whose people, bases or losses are counted; a crowd without a name is nobody."""
    if mention.noun is None:
        owner = owner_left_out(sentence, mention.first)
        return next(iter(actors_within(scene, sentence, (owner,))), None) if owner is not None else None
    near = sentence.children(mention.noun, "nmod:poss", "compound", "amod")
    if sentence.words[mention.noun].lemma in UNARMED:  # "Afghan civilians" are not the government's
        near = tuple(k for k in near if sentence.words[k].upos != "ADJ" and sentence.words[k].relation != "amod")
    keys = actors_within(scene, sentence, (*near, mention.noun))
    if not keys:
        of = tuple(k for k in sentence.children(mention.noun, "nmod") if k > mention.noun)
        keys = actors_within(scene, sentence, of)
    named = {a.key for a in scene.actors.mentions if any(c.isupper() for c in a.name)}
    first = next((k for k in keys if k in named), None)
    return (_owner(scene, sentence, near, named) or first) if first in _crowds(scene) else first


def _crowds(scene: Scene) -> frozenset[str]:
    """Give the actors that a report names only by their number: "450 Karen fighters"."""
    longest = {a.key: max((q.exact for q in a.quotes), key=len) for a in scene.actors.mentions if not a.named}
    return frozenset(key for key, words in longest.items() if words.strip("~")[:1].isdigit())


def _owner(scene: Scene, sentence: Sentence, near: tuple[int, ...], named: set[str]) -> str | None:
    """Give the collective whose name has a modifier of the crowd in it: Karen National Union for "Karen fighters"."""
    words = [sentence.words[k].text.lower() for k in near if sentence.words[k].text[:1].isupper()]
    owners = [a for a in scene.actors.mentions if a.type in COLLECTIVES and a.key in named - _crowds(scene)]
    fitting = (a.key for w in words for a in owners if {w, f"{w}s"} & set(a.name.lower().split()))
    return next(fitting, None)


def _where(scene: Scene, sentence: Sentence, mention: AmountMention) -> str | None:
    """Give the place where the figure holds: beside the noun, else beside a predicate over it."""
    word = mention.last if mention.noun is None else mention.noun
    beside = tuple(w for k in sentence.children(word, "nmod") for w in sentence.subtree(k))
    place = place_within(scene, sentence, beside)
    for predicate in [*over(sentence, word)][:3]:
        if place:
            break
        spans = [range(a.first, a.last + 1) for a in predicate.arguments if a.role in ("ARGM-LOC", "ARGM-DIR", "ARG2")]
        place = place_within(scene, sentence, tuple(w for span in spans for w in span))
    return place
