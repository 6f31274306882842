"""Events of a report: who did what to whom, where, when, and whether it happened."""

from __future__ import annotations

from dataclasses import replace

from truceline.domain.dates import Days, When
from truceline.domain.mention import EventMention
from truceline.domain.sentences import Sentence
from truceline.reading.casualties import Casualties, casualties_of
from truceline.reading.clauses import is_noun, passive
from truceline.reading.date_owners import date_of
from truceline.reading.deeds import Deed, Deeds
from truceline.reading.event_rows import abstract, people
from truceline.reading.participants import cast, place_of
from truceline.reading.same_event import Telling, fullest, merged, parties_of_talks, told_events
from truceline.reading.scene import DateMention, Scene
from truceline.reading.status import status_of
from truceline.reading.tellings import Told, extent, told_in

AHEAD = frozenset({"planned", "conditional", "hypothetical"})
CONTENT_TAGS = frozenset({"NOUN", "VERB", "PROPN", "NUM", "ADJ"})
PERSONAL = frozenset({"he", "she", "they", "we", "i"})
BY_SOMEBODY = frozenset({"CONCEDE", "AGREE", "SUPPORT", "THREATEN", "CONSULT"})
"""Types of saying: an active verb without anybody tells no event."""
POINTING = frozenset({"the", "this", "these", "that", "those", "its", "their", "his", "her", "such"})


def read_events(scene: Scene) -> tuple[EventMention, ...]:
    """Find the events of a report, each once however often it is told."""
    tellings: list[Telling] = []
    dates = _by_sentence(scene)
    types = {actor.key: actor.type for actor in scene.actors.mentions}
    for sentence in scene.text.sentences:
        deeds, found = told_in(scene, sentence, types)
        tellings += [t for told in found if (t := _telling(scene, deeds, told, dates)) is not None]
    groups = [g for g in told_events(scene, tellings) if any(not t.headline or t.actors for t in g)]
    groups.sort(key=lambda g: min((t.sentence, t.word) for t in g))
    parties = parties_of_talks(groups, frozenset(key for key, type_ in types.items() if type_ == "person"))
    return tuple(_mention(scene, i + 1, group, parties.get(i, ())) for i, group in enumerate(groups))


def _by_sentence(scene: Scene) -> dict[int, list[DateMention]]:
    table: dict[int, list[DateMention]] = {}
    for date in scene.dates:
        table.setdefault(date.sentence, []).append(date)
    return table


def _telling(scene: Scene, deeds: Deeds, told: Told, dates: dict[int, list[DateMention]]) -> Telling | None:
    s, deed = deeds.sentence, told.deed
    who, place, when, hurt = cast(scene, deeds, deed), place_of(scene, deeds, deed), None, Casualties()
    actors, recipients = who.actors, who.recipients
    for part in (deed, *told.parts):
        when = when or _when(deeds, part.word, dates.get(s.index, []))
        hurt = hurt.filled_by(casualties_of(scene, s, part.word, deeds.clause(part.word).patients))
        if part is not deed:
            more = cast(scene, deeds, part)
            actors = actors or more.actors
            recipients = recipients or tuple(k for k in more.recipients if k not in actors)
            place = place or place_of(scene, deeds, part)
    if _abstract(deeds, deed) or (not actors and deed.type in BY_SOMEBODY and not _somebody_named(deeds, deed)):
        return None
    noun, carrier = is_noun(s, deed.word), deeds.carrier(deed.word)
    named = (deed.word,) if noun else deeds.clause(deed.word).patients
    definite = any(s.words[k].lemma.lower() in POINTING for w in named for k in s.children(w, "det", "nmod:poss"))
    status = status_of(deeds, deed)
    if not actors and _needs_actor(deed, status) and not _unnamed(deeds, deed, doer=True):
        return None
    nobody = not actors and not recipients and when is None and place is None
    somebody = bool(actors or recipients) or _unnamed(deeds, deed)
    if not noun and not (somebody or place or definite or hurt.fatalities):
        return None
    bare = (
        nobody
        and noun
        and not _unnamed(deeds, deed)
        and deed.content is None
        and (carrier is None or definite)
        and not told.parts
    )
    signing = deed.type in ("SUPPORT", "AGREE") and deed.row is not None and deed.row.symmetric
    bare = bare or (not noun and definite and signing and not actors and not recipients)
    if bare and not definite and s.part != "headline":
        return None
    weak = noun and deed.row is not None and deed.row.weak
    if weak and not (actors or when or carrier is not None or told.parts):
        return None
    first, last = extent(deeds, told)
    return Telling(
        s.index, deed.word, s.words[deed.word].lemma.lower(), deed, actors, recipients, place, when,
        status, hurt, scene.voices.at(s.index, deed.word), scene.text.quote(s.index, first, last),
        scene.text.quote(s.index, deed.word, deed.word), _content(s, first, last), noun, definite,
        noun and definite and not (actors or recipients or place), bare,
        s.part == "headline", carrier is not None and s.words[carrier].head < 0,
    )  # fmt: skip


def _needs_actor(deed: Deed, status: str) -> bool:
    """Nobody demands, promises or may do something: that tells no event."""
    if status in ("hypothetical", "denied"):
        return True
    if deed.type == "REQUEST" or (
        deed.type == "CONSULT" and status != "ongoing" and deed.row is not None and deed.row.name == "consult_visit"
    ):
        return True
    return (
        deed.verbal and deed.row is not None and deed.row.frame in ("demand", "promise", "speech", "failure", "threat")
    )


def _unnamed(deeds: Deeds, deed: Deed, *, doer: bool = False) -> bool:
    """Tell whether people take part whom no reader knows as actors: "raiders torched forty houses"."""
    s, clause = deeds.sentence, deeds.clause(deed.word)
    heads = [*clause.agents, *(() if doer else (*clause.patients, *clause.after("of", "on", "against", "by", "from")))]
    return any(
        s.words[h].lemma.lower() in people() or (h in clause.agents and s.words[h].upos == "PROPN") for h in heads
    )


def _somebody_named(deeds: Deeds, deed: Deed) -> bool:
    """Nouns and passives may leave out who speaks; an active verb may not."""
    s = deeds.sentence
    if is_noun(s, deed.word) or passive(s, deed.word) or _unnamed(deeds, deed, doer=True):
        return True
    return any(s.words[head].lemma.lower() in PERSONAL for head in deeds.clause(deed.word).agents)


def _abstract(deeds: Deeds, deed: Deed) -> bool:
    """Tell whether the subject of an active verb can do nothing: "the fact has given fuel to", "his smile disarmed"."""
    s, clause = deeds.sentence, deeds.clause(deed.word)
    if clause.noun or not clause.agents:
        return False
    return all(_thing(deeds, head) for head in clause.agents)


def _thing(deeds: Deeds, head: int) -> bool:
    s, scene = deeds.sentence, deeds.scene
    word = s.words[head]
    if word.upos != "NOUN" or not abstract(word.lemma) or word.lemma in people() or deeds.fit(head).row:
        return False
    near = (head, *s.children(head, "compound", "nmod:poss", "amod", "nmod", "appos", "conj", "nummod"))
    return not any(scene.actors.at(s.index, k) or s.words[k].lemma.lower() in people() for k in near)


def _content(sentence: Sentence, first: int, last: int) -> frozenset[str]:
    words = sentence.words[first : last + 1]
    return frozenset(w.lemma.lower() for w in words if w.upos in CONTENT_TAGS)


def _when(deeds: Deeds, word: int, dates: list[DateMention]) -> When | None:
    """Give the date of a predicate or of the verb that carries it."""
    if not dates:
        return None
    carrier = deeds.carrier(word)
    own = date_of(deeds.sentence, dates, word)
    if carrier is None or (own is not None and own.days.known):
        return own
    return date_of(deeds.sentence, dates, carrier) or own


def _mention(scene: Scene, number: int, group: list[Telling], parties: tuple[str, ...]) -> EventMention:
    told = merged(group)
    head = fullest(group)
    quotes = tuple(t.quote for t in sorted(group, key=lambda t: t.quote.start))
    outer = tuple(
        q for q in quotes if not any(o is not q and o.start <= q.start and q.end <= o.end and o != q for o in quotes)
    )
    return EventMention(
        f"e{number}", told.deed.type, told.deed.mode, told.lemma, told.actors or parties, told.recipients, told.place,
        _bounded(scene, told.when, told.status), told.status, told.casualties.fatalities, told.casualties.injured,
        told.credit, tuple(dict.fromkeys(outer)), head.head, all(t.headline for t in group),
    )  # fmt: skip


def _bounded(scene: Scene, when: When | None, status: str) -> When:
    """Bound an open side by the days of publication: what happened lies before them, what is planned after."""
    published = scene.text.document.published.days
    limit = Days(published.earliest, None) if status in AHEAD else Days(None, published.latest)
    if when is None or not when.days.known:
        return When(when.text if when else None, limit, "derived" if limit.known else "unknown")
    narrowed = when.days.both(limit)
    return replace(when, days=narrowed) if narrowed is not None else when
