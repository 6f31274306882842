"""What a report tells of how promises were kept: begun, met, missed, broken, refused, disputed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from truceline.domain.mention import Progress
from truceline.domain.sentences import Sentence
from truceline.reading.commitments.deeds import Deed, is_untold, topics
from truceline.reading.commitments.principals import principal
from truceline.reading.figures.surroundings import as_of_publication, clause_quote, date_near, lies_ahead
from truceline.reading.scene import Scene
from truceline.vocabulary import rows

NEGATIVE = frozenset(("no", "not", "n't", "n’t", "never"))
ALIKE = 0.5
"""Share of words that a deed and what is told of some promise must have in common, where neither names its sort."""
_PROMISED = frozenset(("promise", "pledge", "agree", "commit", "vow", "commitment", "undertake", "agreement"))


@dataclass(frozen=True)
class Told:
    """Something told of the keeping of a promise: its sort, the deed's topic and the words that name it."""

    sentence: Sentence
    word: int
    implementation: str
    topic: str | None
    words: frozenset[str]
    promise: int | None = None
    """The word that names the promise, where it says itself what was promised: "its vow to leave"."""


@cache
def _tells() -> dict[str, str]:
    return {cue: row["tells"] for row in rows("commitments").values() if "tells" in row for cue in row["cues"]}


def told_in(sentence: Sentence) -> list[Told]:
    """Find what a sentence tells of the keeping of promises."""
    found = []
    for i, word in enumerate(sentence.words):
        lemma = word.lemma.lower()
        if word.upos == "VERB" and lemma in _tells() and not is_untold(sentence, i):
            found += _by_verb(sentence, i, _tells()[lemma])
        elif lemma in _PROMISED and _denied(sentence, i):
            found += _about(sentence, i, "disputed")
        elif word.upos == "VERB" and lemma in topics() and _refusal(sentence, i):
            found += _about(sentence, i, "refused")
    return found


def progress_of(scene: Scene, deed: Deed, told: list[Told], whose: tuple[str, ...]) -> tuple[Progress, ...]:
    """Give what the report tells of the fulfilment of one deed, in the order of the text.

    `whose`: whose people are to be freed; their own side does not refuse that.
    """
    topic, words = topic_of(deed.sentence, deed.word), content(deed.sentence, deed.word)
    out: list[Progress] = []
    if _should_have(deed):
        out.append(_progress(scene, Told(deed.sentence, deed.word, "missed", topic, words)))
    for t in told:
        if (t.sentence.index, t.word) == (deed.sentence.index, deed.word) or deed.word == t.word == deed.cue:
            continue
        if topic is not None and t.topic is not None and t.topic != topic:
            continue
        if t.promise is not None and (t.sentence.index, t.promise) != (deed.sentence.index, deed.cue):
            continue
        speaker = scene.voices.at(t.sentence.index, t.word).attributed_to
        if t.implementation in ("refused", "disputed") and speaker and principal(scene, speaker) in whose:
            continue
        same_topic = topic is not None and t.topic == topic
        about = len(words & t.words)
        close = about >= 2 and (t.topic is not None or about >= ALIKE * min(len(words), len(t.words)))
        near = 0 <= t.sentence.index - deed.sentence.index <= 2 and t.topic is None
        if (same_topic and about) or close or (near and t.words & {"promise", "vow", "pledge", "such"}):
            out.append(_progress(scene, t))
    return tuple(out)


def _should_have(deed: Deed) -> bool:
    """Tell whether the report says that a deed should have been done: it has not been."""
    auxiliaries = {deed.sentence.words[k].lemma for k in deed.sentence.children(deed.word, "aux")}
    return {"should", "have"} <= auxiliaries


def _progress(scene: Scene, told: Told) -> Progress:
    sentence = told.sentence
    date = date_near(scene, sentence, told.word)
    when = date if date and told.implementation not in ("refused", "disputed") else as_of_publication(scene)
    quote = clause_quote(scene, sentence, told.word, told.word, told.word)
    return Progress(told.implementation, when, scene.voices.at(sentence.index, told.word), (quote,))


def _by_verb(sentence: Sentence, verb: int, implementation: str) -> list[Told]:
    """Read "broke its promise", "began to withdraw", "failed to disarm", "refused to talk"."""
    if lies_ahead(sentence, verb):
        return []
    objects = sentence.children(verb, "obj", "xcomp", "obl", "ccomp", "advcl")
    for k in objects:
        lemma = sentence.words[k].lemma.lower()
        promise = lemma in _PROMISED or lemma in ("vow", "obligation", "deadline", "undertaking", "word")
        if lemma in topics() or promise:
            own = k if promise and sentence.children(k, "acl") else None
            return [Told(sentence, verb, implementation, topic_of(sentence, k), content(sentence, k) | {lemma}, own)]
    return []


def _denied(sentence: Sentence, word: int) -> bool:
    """Tell whether a promise is denied: "no commitment to", "has not agreed to", "promised no such thing"."""
    below = sentence.subtree(word)[:8]
    near = [sentence.words[k].lemma.lower() for k in sentence.children(word, "advmod", "det")]
    objects = [
        sentence.words[d].lemma.lower() for k in sentence.children(word, "obj") for d in sentence.children(k, "det")
    ]
    return bool(set(near) & NEGATIVE) or ("no" in objects and bool(below))


def _refusal(sentence: Sentence, verb: int) -> bool:
    """Tell whether "will not" stands before a deed."""
    auxiliaries = {sentence.words[k].text.lower() for k in sentence.children(verb, "aux")}
    negated = any(sentence.words[k].lemma.lower() in NEGATIVE for k in sentence.children(verb, "advmod"))
    until = any(
        sentence.words[m].lemma in ("until", "unless")
        for k in sentence.children(verb, "advcl", "obl", "nmod")
        for m in sentence.children(k, "mark", "case")
    )
    return negated and bool(auxiliaries & {"will", "would"}) and until


def _about(sentence: Sentence, word: int, implementation: str) -> list[Told]:
    below = [k for k in sentence.subtree(word) if k != word]
    topic = next((t for k in below if (t := topics().get(sentence.words[k].lemma.lower()))), None)
    topic = topic or topics().get(sentence.words[word].lemma.lower())
    return [Told(sentence, word, implementation, topic, content(sentence, word))]


def topic_of(sentence: Sentence, word: int) -> str | None:
    """Give the sort of a deed, looking below verbs such as begin and take part."""
    lemma = sentence.words[word].lemma.lower()
    if lemma in topics() and lemma not in ("hold", "resume", "set", "open", "use", "return", "allow", "end", "stop"):
        return topics()[lemma]
    below = sentence.children(word, "obj", "obl", "xcomp", "nmod", "nsubj:pass", "nsubj")
    return next((t for k in below if (t := topics().get(sentence.words[k].lemma.lower()))), topics().get(lemma))


def content(sentence: Sentence, word: int) -> frozenset[str]:
    """Give the content words of a deed, in their plain form."""
    kept = ("NOUN", "PROPN", "VERB", "NUM")
    lemmas = {sentence.words[i].lemma.lower() for i in sentence.subtree(word)[:30] if sentence.words[i].upos in kept}
    such = {"such"} if any(sentence.words[i].lemma == "such" for i in sentence.subtree(word)) else set()
    return frozenset(lemmas | such) - {"be", "have", "do", "say"}
