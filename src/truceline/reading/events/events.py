"""Events of a report: who did what to whom, where, when, and whether it happened."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from truceline.domain.dates import Days, When
from truceline.domain.document import Quote
from truceline.domain.mention import EventMention
from truceline.domain.sentences import Sentence
from truceline.reading.dates.date_openings import head_of
from truceline.reading.dates.date_owners import date_of, words_of_date
from truceline.reading.dates.story_days import entry_of, hour_of_story, story_day, told_of_old
from truceline.reading.dates.undated import follows_on, of_what_was_to_come, told_lately, told_on
from truceline.reading.events.casualties import Casualties, casualties_of
from truceline.reading.events.event_deeds import Deed, Deeds
from truceline.reading.events.event_extents import extent
from truceline.reading.events.event_place import place_of
from truceline.reading.events.event_screens import must_be, tells_event
from truceline.reading.events.found import Found
from truceline.reading.events.issuer import issuer
from truceline.reading.events.joined_deeds import Told
from truceline.reading.events.meant import FIRST_PERSON, meant
from truceline.reading.events.participants import cast
from truceline.reading.events.same_event import WEEKDAYS, told_events
from truceline.reading.events.status import BRINGING_ABOUT, status_of
from truceline.reading.events.telling import Telling, fullest, merged, parties_of_talks, sharper
from truceline.reading.events.tellings import told_in
from truceline.reading.events.turned_types import HOSTILE, mode_of_wish
from truceline.reading.scene import DateMention, Scene

NOT_ASKED = frozenset({"OTHER", "ASSAULT"})
AHEAD = frozenset({"planned", "conditional", "hypothetical"})
HAPPENED = frozenset({"occurred", "ongoing"})
ANNOUNCING = frozenset({"announce", "declare", "vow", "threaten", "warn", "promise"})
MUTUAL = frozenset({"bilateral", "mutual"})
SIDES = frozenset({"side", "party", "army", "camp"})
BOTH = frozenset({"both", "two"})
CONTENT_TAGS = frozenset({"NOUN", "VERB", "PROPN", "NUM", "ADJ"})
SPOKEN = frozenset({"ACCUSE", "REQUEST", "DEMAND", "THREATEN", "REJECT", "SUPPORT"})
"""Types that mostly are words, not deeds."""
MAIN_CLAUSES = frozenset({"root", "ccomp", "conj", "parataxis", "acl"})


def read_events(scene: Scene) -> tuple[EventMention, ...]:
    """Find the events of a report, each once however often it is told."""
    tellings: list[Telling] = []
    dates = _by_sentence(scene)
    types = {actor.key: actor.type for actor in scene.actors.mentions}
    named = {quote.exact: actor.key for actor in scene.actors.mentions for quote in actor.quotes}
    by_whom = issuer(scene)
    for sentence in scene.text.sentences:
        deeds, found = told_in(scene, sentence, types, named, by_whom)
        here = dates.get(sentence.index, [])
        tellings += [t for told in found if (t := _telling(scene, deeds, told, here)) is not None]
    groups = [g for g in told_events(scene, tellings) if any(not t.headline or t.actors for t in g)]
    groups.sort(key=lambda g: min((t.sentence, t.word) for t in g))
    parties = parties_of_talks(groups, frozenset(key for key, type_ in types.items() if type_ == "person"))
    return tuple(_mention(scene, i + 1, group, parties.get(i, ())) for i, group in enumerate(groups))


def _by_sentence(scene: Scene) -> dict[int, list[DateMention]]:
    table: dict[int, list[DateMention]] = {}
    for told in scene.dates:
        table.setdefault(told.sentence, []).append(told)
    return table


def _telling(scene: Scene, deeds: Deeds, told: Told, dates: list[DateMention]) -> Telling | None:
    found = _found(scene, deeds, told, dates)
    if not tells_event(found) or (deeds.issuer and must_be(found)):
        asked = _asked(scene, found)
        if asked is not None:
            return _told(scene, deeds, asked)
    if not tells_event(found):
        inner = _ended(deeds, told.deed)
        return _telling(scene, deeds, Told(inner), dates) if inner is not None else None
    return _told(scene, deeds, found)


def _asked(scene: Scene, found: Found) -> Found | None:
    """Give the demand that lies in a duty which somebody's own words lay on another: "They must leave the town." """
    s, deed = found.deeds.sentence, found.deed
    own = next(iter(found.deeds.issuer), None)  # a communiqué's own "must" is its issuer's demand
    voice = scene.voices.at(s.index, deed.word).attributed_to or own
    if voice is None or voice in found.actors or not must_be(found) or deed.type in NOT_ASKED:
        return None
    if any(s.words[k].lemma.lower() in FIRST_PERSON for k in found.deeds.clause(deed.word).agents):
        return None
    mode = mode_of_wish(deed.type, negated=deed.negated)
    asking = Deed("REQUEST", mode, deed.word, deed.row, deed.content, verbal=True)
    return replace(found, told=Told(asking), actors=(voice,), recipients=found.actors, status="occurred")


def _told(scene: Scene, deeds: Deeds, found: Found) -> Telling:
    """Put together what a sentence tells of one event."""
    told = found.told
    s, deed = deeds.sentence, told.deed
    first, last = extent(deeds, told)
    main = found.carrier is not None and s.words[found.carrier].relation.partition(":")[0] in MAIN_CLAUSES
    return Telling(
        s.index, deed.word, s.words[deed.word].lemma.lower(), deed, found.actors, found.recipients, found.place,
        found.when, found.status, found.casualties, scene.voices.at(s.index, deed.word),
        scene.text.quote(s.index, first, last), scene.text.quote(s.index, deed.word, deed.word),
        _content(s, first, last), found.noun, found.definite, found.points, found.bare, s.part == "headline",
        found.fresh, main, _mutual(deeds, deed.word), frozenset(d.row.name for d in (deed, *told.parts) if d.row),
    )  # fmt: skip


def _ended(deeds: Deeds, deed: Deed) -> Deed | None:
    """Give what came to its end where the end itself tells nothing: "the collection of the rifles ended early"."""
    s, noun = deeds.sentence, deed.content
    if noun is None or deed.row is None or deed.row.frame != "stop" or s.words[noun].relation != "nsubj":
        return None
    return deeds.deed(noun)


def _mutual(deeds: Deeds, word: int) -> bool:
    """Tell whether both sides do it: "both parties leave the ports", "a bilateral ceasefire"."""
    s, clause = deeds.sentence, deeds.clause(word)
    if clause.noun and any(s.words[k].lemma.lower() in MUTUAL for k in clause.modifiers):
        return True
    sides = [k for k in clause.agents if s.words[k].lemma.lower() in SIDES]
    return any(s.words[d].lemma.lower() in BOTH for k in sides for d in s.children(k, "det", "nummod", "cc:preconj"))


def _found(scene: Scene, deeds: Deeds, told: Told, dates: list[DateMention]) -> Found:
    """Put together what the parts of an event say: the leading one first, the others where it is silent."""
    who, place, when, hurt = cast(scene, deeds, told.deed), place_of(scene, deeds, told.deed), None, Casualties()
    actors, recipients = who.actors, who.recipients
    for part in (told.deed, *told.parts):
        when = sharper(when, _when(deeds, part.word, dates))
        hurt = hurt.filled_by(casualties_of(scene, deeds.sentence, part.word, deeds.clause(part.word).patients))
        if part is not told.deed:
            more = cast(scene, deeds, part)
            met = told.deed.type == "CONSULT" and told.deed.row is not None and told.deed.row.symmetric
            actors = tuple(dict.fromkeys((*actors, *more.actors))) if met else actors or more.actors
            recipients = recipients or tuple(k for k in more.recipients if k not in actors)
            place = place or place_of(scene, deeds, part)
    above = deeds.sentence.words[told.deed.word].head
    if above == told.deed.content and not told.deed.verbal:  # "the talks, hosted by Norway, resumed on Monday"
        when = when or _when(deeds, above, dates)
    failed = told.deed.row is not None and told.deed.row.frame == "failure"
    if failed and told.deed.content is not None:
        when = when or _when(deeds, told.deed.content, dates)  # "failed to turn up in April"
    status = status_of(deeds, told.deed)
    if status in HAPPENED and not told.deed.verbal and when is not None and _ahead(scene, when):
        status = "planned"  # "due to sit down on Friday", told on Thursday
    if not actors and status == "planned" and told.deed.type in HOSTILE:
        actors = tuple(k for k in _announcer(scene, deeds, told.deed.word) if k not in recipients)
    return Found(deeds, told, actors, recipients, place, when, hurt, status)


def _ahead(scene: Scene, when: When) -> bool:
    """Tell whether a day lies wholly after the report."""
    first, last = when.days.earliest, scene.text.document.published.days.latest
    return first is not None and last is not None and first > last


def _announcer(scene: Scene, deeds: Deeds, word: int) -> tuple[str, ...]:
    """Give who announces a blow that names nobody else: "announced that operations would resume"."""
    s, carrier = deeds.sentence, deeds.carrier(word)
    if carrier is None or not deeds.clause(word).noun or s.words[carrier].relation != "ccomp":
        return ()
    above = s.words[carrier].head
    return meant(scene, deeds, deeds.clause(above).agents) if s.words[above].lemma in ANNOUNCING else ()


def _content(sentence: Sentence, first: int, last: int) -> frozenset[str]:
    words = sentence.words[first : last + 1]
    return frozenset(w.lemma.lower() for w in words if w.upos in CONTENT_TAGS)


def _when(deeds: Deeds, word: int, dates: list[DateMention]) -> When | None:
    """Give the date of a predicate or of the verb that carries it, or at least the words that would date it."""
    if not dates:
        return None
    carrier = deeds.carrier(word)
    words = (word,) if carrier is None else (word, carrier)
    own = None
    for one in words:
        found = date_of(deeds.sentence, dates, one)
        if found is not None and found.days.known:
            return found
        own = own or found
    above = deeds.sentence.words[word]
    if above.relation in ("xcomp", "advcl") and deeds.sentence.words[above.head].lemma in BRINGING_ABOUT:
        own = own or date_of(deeds.sentence, dates, above.head)  # "tricked the guards into letting them go in May"
    return own or next((w for one in words if (w := words_of_date(deeds.sentence, dates, one))), None)


def _mention(scene: Scene, number: int, group: list[Telling], parties: tuple[str, ...]) -> EventMention:
    told = merged(group)
    when = _told_on(scene, group, told)
    head = fullest(group)
    quotes = tuple(t.quote for t in sorted(group, key=lambda t: t.quote.start))
    outer = tuple(
        q for q in quotes if not any(o is not q and o.start <= q.start and q.end <= o.end and o != q for o in quotes)
    )
    return EventMention(
        f"e{number}", told.deed.type, told.deed.mode, told.lemma, told.actors or parties, told.recipients, told.place,
        _bounded(scene, when, told.status), told.status, told.casualties.fatalities, told.casualties.injured,
        told.credit, tuple(dict.fromkeys(outer)), head.head, all(t.headline for t in group),
        *_undated(scene, group, told, when if when and when.text else None),
    )  # fmt: skip


def _undated(scene: Scene, group: list[Telling], told: Telling, when: When | None) -> tuple[bool, date | None]:
    """Tell of what has no date whether it is told as news, and the day that its story had reached."""
    if when is not None or told.status in AHEAD:
        return False, None
    text, first = scene.text, fullest(group)
    if _of_old(scene, first) is not None:
        return False, None
    published = text.document.published.days
    lately = any(
        told_lately(s, scene.dates, t.word, published, _words_of(s, t.quote))
        for t in group
        for s in [text.sentences[t.sentence]]
    )
    spoken = first.deed.verbal or first.deed.type in SPOKEN
    here = text.sentences[first.sentence]
    return lately, story_day(here, scene.dates, first.word, text.sentences, spoken=spoken) if lately else None


def _told_on(scene: Scene, group: list[Telling], told: Telling) -> When | None:
    """Date what is only told to have been told: a word given on that day, a deed by that day."""
    if told.when is not None or told.status in AHEAD:
        return told.when
    first = fullest(group)
    here = scene.text.sentences[first.sentence]
    if (means := _date_of_means(scene, first)) is not None:
        return means
    for same_day in (entry_of, hour_of_story):
        if (found := same_day(here, scene.dates, scene.text.sentences)) is not None:
            return found
    on = told_on(here, scene.dates, first.word)
    if on is not None and on.days.known and first.deed.verbal:
        return on
    past = of_what_was_to_come(here, scene.dates, first.word, scene.text.document.published.days)
    if past is not None and not first.noun:
        return past
    on = on or follows_on(here, scene.dates, first.word)
    if on is not None and on.days.known:
        return When(None, Days(None, on.days.latest), "derived")
    old = _of_old(scene, first)
    return When(None, old, "derived") if old is not None else None


def _of_old(scene: Scene, told: Telling) -> Days | None:
    """Give the days between which a story long past tells something."""
    here, published = scene.text.sentences[told.sentence], scene.text.document.published.days
    return told_of_old(here, scene.dates, told.word, scene.text.sentences, published)


def _date_of_means(scene: Scene, told: Telling) -> When | None:
    """Give the date of the event noun by which a deed is done: "toppled the king with the invasion of May 2001"."""
    s = scene.text.sentences[told.sentence]
    for dated in scene.dates if not told.noun else ():
        noun = s.words[head_of(s, dated)].head if dated.sentence == s.index else -1
        if noun <= told.word or noun not in _words_of(s, told.quote):
            continue
        cases = {s.words[k].text.lower() for k in s.children(noun, "case")}
        if cases == {"with"} and s.predicate_at(noun) is not None and dated.when.days.known:
            return dated.when
    return None


def _words_of(sentence: Sentence, quote: Quote) -> range:
    """Give the words of a sentence that a quote holds."""
    inside = [i for i, w in enumerate(sentence.words) if quote.start <= w.start and w.end <= quote.end]
    return range(inside[0], inside[-1] + 1) if inside else range(0)


def _week_on(when: When, status: str) -> Days:
    """Give the same weekday a week later for what lies ahead: "would meet again on Sunday"."""
    first, last = when.days.earliest, when.days.latest
    weekday = not WEEKDAYS.isdisjoint((when.text or "").lower().split())
    if status not in AHEAD or not weekday or first is None or last is None:
        return when.days
    return Days(first + timedelta(days=7), last + timedelta(days=7))


def _bounded(scene: Scene, when: When | None, status: str) -> When:
    """Bound an open side by the days of publication: what happened lies before them, what is planned after."""
    published = scene.text.document.published.days
    limit = Days(published.earliest, None) if status in AHEAD else Days(None, published.latest)
    if when is None or not when.days.known:
        return When(when.text if when else None, limit, "derived" if limit.known else "unknown")
    if status in AHEAD and (when.text or "").lower().startswith("since"):
        return when  # what has begun is not still to come: "in force since August, it would remain in force"
    narrowed = when.days.both(limit) or _week_on(when, status).both(limit)
    return replace(when, days=narrowed) if narrowed is not None else when
