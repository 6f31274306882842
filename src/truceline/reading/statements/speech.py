"""Utterances of a sentence: a cue of speech, who speaks, to whom, and which words are the content."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from truceline.domain.sentences import Sentence
from truceline.reading.clauses import subjects
from truceline.reading.denial import done_by_nobody
from truceline.reading.statements.content_clauses import CIRCUMSTANCE
from truceline.reading.statements.contents import content_of
from truceline.reading.statements.cue_rows import CueRow, phrase_row, verb_rows, word_class
from truceline.reading.statements.cues import (
    cue_words,
    has_to,
    is_passive,
    is_said,
    own_clause,
    relay_of,
    speaker_of,
    spoken_to,
)
from truceline.reading.statements.interposed import interposed
from truceline.reading.statements.spans import Run, below, opposite_branches, runs_of
from truceline.reading.statements.speech_nouns import of_account, of_noun, of_phrase
from truceline.reading.statements.utterance import Content, Utterance

WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
CLAUSAL = frozenset({"clause", "quote"})
"""Frames that show by themselves that something was said."""


def utterances(sentence: Sentence) -> list[Utterance]:
    """Find the utterances of a sentence in the order of their cues."""
    found: list[Utterance] = []
    for word, token in enumerate(sentence.words):
        one = None
        if token.upos in ("VERB", "AUX") or token.xpos.startswith("VB"):
            one = _of_verb(sentence, word)
        elif token.upos == "NOUN":
            one = of_noun(sentence, word) or of_account(sentence, word)
        if one is None and (phrase := phrase_row(sentence, word)):
            one = of_phrase(sentence, word, *phrase)
        if one:
            found.append(one)
    return [_with_shared_speaker(sentence, one, found) for one in found]


def _of_verb(sentence: Sentence, verb: int) -> Utterance | None:
    rows = verb_rows(sentence, verb)
    if _is_in_name(sentence, verb):
        return None
    if _cites_for_medium(sentence, verb):
        return None
    if not rows or not is_said(sentence, verb) or done_by_nobody(sentence, verb):
        return None
    speaker = speaker_of(sentence, verb)
    fallback = None
    agentless = is_passive(sentence, verb) and speaker is None
    purpose = has_to(sentence, verb)
    relayed = _cited_by_medium(sentence, verb, speaker)
    for second, row in rows:
        if agentless and "object" in row.addressee:
            continue  # "staff were informed that": nobody is said to have said it
        if row.speakers and not _is_one_of(sentence, (speaker, *subjects(sentence, verb)), row.speakers):
            continue
        if not second and (found := interposed(sentence, verb, row)):
            return found
        for frame in row.frames:
            if frame not in CLAUSAL and (agentless or purpose):
                continue
            content = content_of(sentence, verb, frame, second, row)
            if content and agentless and not _is_impersonal(sentence, verb):
                continue
            if content:
                one = _utterance(sentence, verb, row, frame, content, speaker, second)
                return replace(one, speaker=relayed, relay=speaker) if relayed is not None else one
        if fallback is None and "quote" in row.frames:
            fallback = Utterance(
                sentence.index,
                row,
                verb,
                cue_words(sentence, verb, second),
                speaker,
                spoken_to(sentence, verb, row),
                clause=own_clause(sentence, verb, frozenset()),
            )
    return fallback


def _is_in_name(sentence: Sentence, verb: int) -> bool:
    """Tell whether a word that could be a cue is part of a name: "Hasan Said Ali"."""
    words = sentence.words
    if verb == 0 or not words[verb].text[:1].isupper() or words[verb].text.isupper() or sentence.part == "headline":
        return False
    name = sentence.name_at(verb)
    return (name is not None and name.first < verb) or words[verb - 1].upos == "PROPN"


def _cited_by_medium(sentence: Sentence, verb: int, speaker: int | None) -> int | None:
    """Find who is cited where a medium reports: "the agency, citing a police source, said that"."""
    if speaker is None:
        return None
    name = sentence.words[speaker]
    if not {name.lemma.lower(), name.text.lower()} & word_class("media"):
        return None
    for governor in (speaker, verb):
        for k in sentence.children(governor, "acl", "advcl"):
            if sentence.words[k].lemma.lower() in ("cite", "quote") and sentence.words[k].xpos == "VBG":
                return next(iter(sentence.children(k, "obj")), None)
    return None


def _cites_for_medium(sentence: Sentence, verb: int) -> bool:
    """Tell whether a participle only names the source of a medium that reports."""
    above = sentence.words[verb].head
    if above < 0 or sentence.words[verb].xpos != "VBG" or sentence.words[verb].lemma.lower() not in ("cite", "quote"):
        return False
    return {sentence.words[above].lemma.lower(), sentence.words[above].text.lower()} & word_class("media") != set() or (
        any(_cited_by_medium(sentence, above, k) is not None for k in sentence.children(above, "nsubj"))
    )


def _is_one_of(sentence: Sentence, words: Iterable[int | None], nouns: frozenset[str]) -> bool:
    """Tell whether who speaks, or what is the subject, is one of the nouns that a row asks for."""
    return any(word is not None and sentence.words[word].lemma.lower() in nouns for word in words)


def _is_impersonal(sentence: Sentence, verb: int) -> bool:
    """Tell whether a passive without agent still tells of saying: "it was reported that"."""
    return bool(sentence.children(verb, "expl")) or any(
        sentence.words[k].text.lower() == "it" for k in sentence.children(verb, "nsubj", "nsubj:pass")
    )


def _utterance(
    sentence: Sentence, verb: int, row: CueRow, frame: str, content: Content, speaker: int | None, second: str
) -> Utterance:
    clause = own_clause(sentence, verb, content.words)
    apart = opposite_branches(sentence, verb, content.head, content.words)
    if speaker is not None and speaker not in clause:
        clause |= _misplaced(sentence, verb, speaker, content.words)
    fronted = _fronted(sentence, verb, content)
    clause -= fronted
    words = (_from_that(sentence, verb, content) | fronted) - clause - apart
    return Utterance(
        sentence.index,
        row,
        verb,
        cue_words(sentence, verb, second),
        speaker,
        content.addressees or spoken_to(sentence, verb, row),
        _set_off(sentence, verb, content, runs_of(sentence, words, clause)),
        content.head,
        frame,
        clause,
        relay_of(sentence, verb),
        apart,
    )


def _set_off(sentence: Sentence, verb: int, content: Content, runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Leave out what follows a cue behind its content without a mark: "…, he told us on Friday before he left"."""
    if content.head > verb or len(runs) < 2:
        return runs
    words = sentence.words
    joint = tuple(first - 2 if words[first - 1].upos == "CCONJ" else first - 1 for first, _ in runs)
    marked = (run for run, place in zip(runs, joint, strict=True) if run[0] < verb or words[place].upos == "PUNCT")
    return tuple(run for run in marked if not _goes_on_with_day(sentence, verb, run[0]))


def _goes_on_with_day(sentence: Sentence, verb: int, first: int) -> bool:
    """Tell whether words go on with the day on which it was said: "…, he said on Friday, before the cabinet met"."""
    dated = any(verb < begin and last == first - 2 for begin, last in sentence.times)
    return dated and sentence.words[first - 1].text == "," and sentence.words[first].lemma.lower() in CIRCUMSTANCE


def _from_that(sentence: Sentence, verb: int, content: Content) -> frozenset[int]:
    """Leave out what stands between a cue and "that": the tree may hang "on Monday" on the wrong verb."""
    marks = [k for k in sentence.children(content.head, "mark") if k > verb and sentence.words[k].lemma == "that"]
    told = next((last for first, last in sentence.times if first == verb + 1), verb)  # "said last month the war …"
    begin = marks[0] if marks else told + 1
    end = _day_of_saying(sentence, verb, content)
    return frozenset(i for i in content.words if i < verb or begin <= i < end)


def _day_of_saying(sentence: Sentence, verb: int, content: Content) -> int:
    """Give where a demand or promise ends before the day on which it was made: "urged both to stop on Monday"."""
    none = len(sentence.words)
    if not has_to(sentence, content.head) or content.head < verb:
        return none
    for day in range(content.head + 2, none):
        closed = day + 1 >= none or sentence.words[day + 1].upos == "PUNCT"
        weekday = sentence.words[day].text.lower() in WEEKDAYS
        if weekday and closed and sentence.words[day - 1].text.lower() == "on":
            return day - 1
    return none


def _misplaced(sentence: Sentence, verb: int, speaker: int, content: frozenset[int]) -> frozenset[int]:
    """Give the words of a speaker right before the cue that the tree hangs on the content."""
    words = below(sentence, speaker)
    return words if words <= content and words and max(words) < verb <= max(words) + 2 else frozenset()


def _fronted(sentence: Sentence, verb: int, content: Content) -> frozenset[int]:
    """Give what stands before what is said though the tree hangs it on the cue: "In Jos, shells fell, she said"."""
    words = sentence.words
    behind = max(content.words) < verb
    put_in = min(content.words) > verb and verb + 1 < len(words) and words[verb + 1].text == ","
    if not behind and not put_in:
        return frozenset()
    for k in sentence.children(verb, "advcl", "obl"):
        branch = below(sentence, k)
        end = max((i for i in branch if words[i].upos != "PUNCT"), default=k)
        if words[k].lemma.lower() in word_class("documents") | word_class("occasions") or min(branch) > 1:
            continue  # "In a statement, the army said, …" tells where it was said
        before = min(content.words) if behind else verb
        if end + 1 < before and words[end + 1].text == "," and (put_in or before <= end + 2):
            return branch
    return frozenset()


def _with_shared_speaker(sentence: Sentence, one: Utterance, all_: list[Utterance]) -> Utterance:
    """Give an "adding that" which hangs inside another's content the speaker of that other."""
    for other in all_:
        shared = other is not one and one.word in other.apart and one.frame != "noun"
        if shared and not sentence.children(one.word, "nsubj"):
            return replace(one, speaker=other.speaker)
    return one
