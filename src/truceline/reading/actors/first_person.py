"""Whom "we" and "I" mean in quoted speech: the one who speaks."""

from __future__ import annotations

from truceline.domain.sentences import Sentence
from truceline.reading.actors.actor_cast import Actor
from truceline.reading.actors.actor_reading import ActorReading
from truceline.reading.actors.known_names import word_set

FIRST = word_set("i me my mine myself we us our ours ourselves")
SPEAKING = word_set(
    "say tell add declare state announce tweet write insist warn claim argue note ask reply answer vow pledge promise "
    "stress explain assert repeat conclude post comment remark urge respond shout admit acknowledge"
)
REACH = 2
"""Sentences that a quotation may run on after its speaker was named."""


def speaker_of(reading: ActorReading, sentence: Sentence) -> Actor | None:
    """Give the actor who speaks in a sentence, None where nobody is said to."""
    for i, word in enumerate(sentence.words):
        if word.lemma in SPEAKING and word.upos == "VERB":
            for subject in sentence.children(i, "nsubj"):
                actor = reading.cast.at(sentence.index, subject)
                if actor is not None and sentence.words[subject].text.casefold() not in FIRST:
                    return actor
    return None


def read_first_person(reading: ActorReading) -> None:
    """Set the speaker at every "we" and "I", from the same sentence or the ones around it."""
    speakers = {s.index: speaker_of(reading, s) for s in reading.text.sentences if _has_speech(s)}
    for sentence in reading.text.sentences:
        places = [i for i, w in enumerate(sentence.words) if w.upos == "PRON" and w.text.casefold() in FIRST]
        if not places:
            continue
        around = (sentence.index, *(sentence.index - k for k in range(1, REACH + 1)), sentence.index + 1)
        speaker = next((a for k in around if (a := speakers.get(k)) is not None), None)
        for i in places if speaker is not None else ():
            reading.cast.spots[sentence.index, i] = (speaker,) if speaker is not None else ()


def _has_speech(sentence: Sentence) -> bool:
    return any(w.lemma in SPEAKING for w in sentence.words)
