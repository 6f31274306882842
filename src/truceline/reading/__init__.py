"""Reading is pure: a document in, mentions out. Nothing here knows other reports, the record or the clock."""

from __future__ import annotations

from truceline.contracts import LanguageModel
from truceline.domain.document import Document
from truceline.domain.mention import Reading
from truceline.domain.uncollected import uncollected
from truceline.reading.actors.actors import read_actors
from truceline.reading.commitments.agreements import read_agreements
from truceline.reading.commitments.commitments import read_commitments
from truceline.reading.commitments.told_deeds import read_told_deeds
from truceline.reading.dates.dates import read_dates
from truceline.reading.events.events import read_events
from truceline.reading.figures.amounts import read_amounts
from truceline.reading.figures.figures import dated_by_events, due_as_promised, read_figures
from truceline.reading.places.places import read_places
from truceline.reading.scene import Scene, Text
from truceline.reading.statements.statements import read_voices
from truceline.reading.wording.wording import read_wording


def read_scene(document: Document, language_model: LanguageModel) -> Scene:
    """Read who, where, when, how many and who speaks in a document: what every later reader asks for."""
    text = Text(document, language_model.read(document))
    dates = read_dates(text)
    amounts = read_amounts(text)
    places = read_places(text)
    actors = read_actors(text, places)
    return Scene(text, places, actors, dates, amounts, read_voices(text, actors, dates))


def read_document(document: Document, language_model: LanguageModel) -> Reading:
    """Read everything that one document says."""
    with uncollected():
        return _read(document, language_model)


def _read(document: Document, language_model: LanguageModel) -> Reading:
    scene = read_scene(document, language_model)
    events = read_events(scene)
    agreements = read_agreements(scene, events)
    commitments = read_commitments(scene, events, agreements)
    return Reading(
        document,
        actors=scene.actors.mentions,
        places=scene.places.mentions,
        events=events,
        figures=dated_by_events(due_as_promised(read_figures(scene), commitments), events),
        statements=scene.voices.mentions,
        agreements=agreements,
        commitments=commitments,
        wording=read_wording(scene, events, agreements),
        deeds=read_told_deeds(scene),
    )
