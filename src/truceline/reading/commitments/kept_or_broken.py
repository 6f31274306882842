"""What a report tells of how promises were kept: begun, met, missed, broken, refused, disputed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from truceline.domain.mention import Progress
from truceline.domain.sentences import Sentence
from truceline.reading.clauses import subjects
from truceline.reading.commitments.deeds import Deed, is_untold, lemmas_of, topics, with_own, yet_to_come
from truceline.reading.commitments.principals import meant, principal
from truceline.reading.figures.surroundings import as_of_publication, clause_quote, date_near, lies_ahead
from truceline.reading.passives import passive
from truceline.reading.scene import Scene
from truceline.vocabulary import rows

NEGATIVE = frozenset(("no", "not", "n't", "n’t", "never", "nor"))
LEAVING_UNDONE = frozenset(("fail", "neglect", "refuse", "decline"))
"""Verbs that only say that the deed behind them was left undone."""
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
        promising = lemma in lemmas_of("promises") or lemma in ("require", "stipulate", "provide", "envisage")
        if word.upos == "VERB" and promising and (beside := _beside_promise(sentence, i)):
            found.append(beside)
        if word.upos == "VERB" and lemma in _tells() and not is_untold(sentence, i):
            found += _by_verb(sentence, i, _tells()[lemma])
        elif word.upos == "VERB" and _tells().get(lemma) == "met" and (unkept := undone(sentence, i)):
            found += _by_verb(sentence, i, unkept)
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
        own = t.promise is not None and (t.sentence.index, t.promise) == (deed.sentence.index, deed.cue)
        if (t.sentence.index, t.word) == (deed.sentence.index, deed.word) and not own:
            continue
        if own:
            out.append(_progress(scene, t))
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
        near = 0 <= t.sentence.index - deed.sentence.index <= 2 and t.topic is None and _same_doer(scene, deed, t)
        if (same_topic and about) or close or (near and t.words & {"promise", "vow", "pledge", "such"}):
            out.append(_progress(scene, t))
    return _each_once(out)


def _each_once(told: list[Progress]) -> tuple[Progress, ...]:
    """Leave out what the same words say again."""
    kept: list[Progress] = []
    for one in told:
        same = [p.quotes[0] for p in kept if p.implementation == one.implementation]
        if not any(q.start <= one.quotes[0].end and one.quotes[0].start <= q.end for q in same):
            kept.append(one)
    return tuple(kept)


def _same_doer(scene: Scene, deed: Deed, told: Told) -> bool:
    """Tell whether who keeps or breaks may be who promised: nobody is named twice, or the same side."""
    keeping = {principal(scene, k) for s in subjects(told.sentence, told.word) for k in meant(scene, told.sentence, s)}
    bound = {principal(scene, k) for a in deed.agents for k in meant(scene, deed.sentence, a)}
    return not keeping or not bound or bool(keeping & bound)


def is_of_keeping(sentence: Sentence, noun: int) -> bool:
    """Tell whether a promise is told by what becomes of it: "has not honoured its pledge", "its broken promise"."""
    head = sentence.words[noun].head
    if head < 0 or sentence.words[noun].relation not in ("obj", "obl", "nsubj:pass", "nsubj"):
        return False
    return sentence.words[head].lemma.lower() in _tells() and sentence.words[head].upos == "VERB"


def undone(sentence: Sentence, verb: int) -> str | None:
    """Say how a deed is told as left undone: not done, failed or refused to, yet to come; None where it is not."""
    if any(sentence.words[k].lemma.lower() in NEGATIVE for k in sentence.children(verb, "advmod")):
        return None if lies_ahead(sentence, verb) else "missed"
    if yet_to_come(sentence, verb):
        return "pending"
    head = sentence.words[verb].head
    above = sentence.words[head] if head >= 0 else None
    if above is None or sentence.words[verb].relation not in ("xcomp", "advcl", "ccomp"):
        return None
    return {"fail": "missed", "neglect": "missed", "refuse": "refused", "decline": "refused"}.get(above.lemma)


def as_promised(sentence: Sentence, promise: int) -> Deed | None:
    """Read "withdrew as it had promised" and "failed to withdraw as agreed": the deed beside is the one promised."""
    word = sentence.words[promise]
    marks = {sentence.words[k].lemma.lower() for k in sentence.children(promise, "mark", "advmod", "case")}
    head = word.head
    if head < 0 or word.relation.partition(":")[0] != "advcl" or "as" not in marks:
        return None
    head = next(iter(sentence.children(head, "xcomp")), head) if sentence.words[head].lemma in LEAVING_UNDONE else head
    named = [k for k in sentence.children(promise, "xcomp", "ccomp", "obj") if sentence.words[k].lemma != "do"]
    if named or sentence.words[head].upos != "VERB" or sentence.words[head].lemma in ("be", "have", "say", "tell"):
        return None
    agents = subjects(sentence, promise) if sentence.children(promise, "nsubj") else subjects(sentence, head)
    return Deed(sentence, head, agents, "promise", promise)


def as_it_should(sentence: Sentence, deed: Deed) -> Deed:
    """Give what was to be done where it was left undone: "has not freed them as the accord requires"."""
    own = with_own(sentence, deed)
    return replace(own, negated=False) if undone(sentence, deed.word) else own


def is_told_done(deed: Deed) -> bool:
    """Tell whether a deed is told as done "as promised": its day is then that of the doing, no deadline."""
    beside = deed.cue in deed.sentence.children(deed.word, "advcl")
    return beside and undone(deed.sentence, deed.word) is None and not lies_ahead(deed.sentence, deed.word)


def object_of_relative(sentence: Sentence, promise: int, clause: int) -> int | None:
    """Give the noun that "it promised to free" tells of, where the deed has no object of its own."""
    word = sentence.words[promise]
    if word.relation != "acl:relcl" or word.head < 0 or sentence.children(clause, "obj", "xcomp"):
        return None
    return word.head if sentence.words[word.head].upos in ("NOUN", "PROPN") else None


def _beside_promise(sentence: Sentence, promise: int) -> Told | None:
    """Find what is told done or undone of a promise in the same breath: "has yet to free the men it promised to"."""
    word, deed = sentence.words[promise], as_promised(sentence, promise)
    doing = deed.word if deed else None
    if doing is None and word.relation == "acl:relcl" and sentence.words[word.head].relation == "obj":
        doing = sentence.words[word.head].head
    if doing is None or sentence.words[doing].upos != "VERB" or (deed is None and not topic_of(sentence, doing)):
        return None
    predicate = sentence.predicate_at(doing)
    done = predicate is not None and predicate.happened > 0.5 and not lies_ahead(sentence, doing)
    state = undone(sentence, doing) or ("met" if done else None)
    return Told(sentence, doing, state, topic_of(sentence, doing), content(sentence, doing), promise) if state else None


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
    if passive(sentence, verb):  # "their pledge to leave was never honoured"
        objects = (*sentence.children(verb, "nsubj:pass", "nsubj"), *objects)
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
