"""Cues that are no verbs: "his vow to leave", "the claim that they lied", "according to the monitors"."""

from __future__ import annotations

from truceline.domain.sentences import Sentence
from truceline.reading.cases import case_of
from truceline.reading.clauses import holders
from truceline.reading.statements.cue_rows import CueRow, according_row, noun_row, verb_rows, word_class
from truceline.reading.statements.cues import has_to, is_said, maker
from truceline.reading.statements.spans import below, runs_of, segment
from truceline.reading.statements.utterance import Content, Utterance

OF_CONTENT = frozenset({"accuse", "threaten", "promise", "predict", "deny"})
"""Stances whose nouns take what is said after "of"; after the others stands the speaker."""

MAIN_CLAUSES = frozenset({"root", "conj", "parataxis"})


def of_noun(sentence: Sentence, noun: int) -> Utterance | None:
    """Find what a noun of speech holds: "his vow to leave", "the claim that they lied"."""
    row = noun_row(sentence, noun)
    if row is None or sentence.words[noun].relation == "compound":
        return None
    if any(sentence.words[k].lemma.lower() == "no" for k in sentence.children(noun, "det")):
        return None
    content = None if _is_in_phrase(sentence, noun) else _noun_content(sentence, noun, row)
    if content is None:
        return None
    held = holders(sentence, noun)
    speaker = held[0] if held and held[0] not in content.words else None
    governor = sentence.words[noun].head
    if governor >= 0 and _tells_itself(sentence, governor) and not sentence.children(noun, "nmod:poss"):
        return None  # "made a statement saying", "rejected the claim that": the verb tells it better
    if speaker is None and sentence.words[content.head].upos not in ("VERB", "AUX", "ADJ"):
        return None
    clause = frozenset({noun}) | ((below(sentence, speaker) - content.words) if speaker is not None else frozenset())
    return Utterance(
        sentence.index, row, noun, (noun, noun), speaker, (), runs_of(sentence, content.words, clause), content.head,
        "noun", clause,
    )  # fmt: skip


def _is_in_phrase(sentence: Sentence, noun: int) -> bool:
    """Tell whether the noun is part of a set phrase: "in charge of", "under threat of", "on request"."""
    cases = {sentence.words[k].lemma.lower() for k in sentence.children(noun, "case")}
    return bool(cases & {"in", "on", "under", "upon", "at"}) and not sentence.children(noun, "det", "nmod:poss", "amod")


def _tells_itself(sentence: Sentence, verb: int) -> bool:
    return bool(verb_rows(sentence, verb)) and is_said(sentence, verb)


def _noun_content(sentence: Sentence, noun: int, row: CueRow) -> Content | None:
    for k in sentence.children(noun, "acl", "ccomp", "xcomp"):
        marks = {sentence.words[c].lemma.lower() for c in sentence.children(k, "mark")}
        if ("to" in marks and "infinitive" in row.frames) or ("that" in marks and "clause" in row.frames):
            return Content(k, below(sentence, k))
    governor = sentence.words[noun].head
    for k in sentence.children(governor, "advcl", "xcomp") if governor >= 0 and "infinitive" in row.frames else ():
        if min(below(sentence, k)) == noun + 1 and has_to(sentence, k):
            return Content(k, below(sentence, k))
    for k in sentence.children(noun, "nmod"):
        cases = {sentence.words[c].lemma.lower() for c in sentence.children(k, "case")}
        of = {"of"} if row.stance in OF_CONTENT else set[str]()
        if cases & (set(row.frames) - {"of"} | of):
            if sentence.words[k].lemma.lower() in ("comment", "interview"):
                return None
            return Content(k, below(sentence, k) - frozenset(sentence.children(k, "case")))
    return None


def of_phrase(sentence: Sentence, word: int, row: CueRow, last: int) -> Utterance | None:
    """Find what stands beside "according to X"."""
    head = sentence.words[word].head
    if head <= last:
        head = next(
            (i for i in range(last + 1, len(sentence.words)) if sentence.words[i].upos in ("NOUN", "PROPN", "PRON")), -1
        )
        while head >= 0 and sentence.words[head].relation in ("compound", "flat", "amod", "nmod:desc"):
            head = sentence.words[head].head
    if head < 0:
        return None
    if _is_bare(sentence, head):
        return None
    source = below(sentence, head) | _to_comma(sentence, word, last)
    top = _clause_above(sentence, head)
    words = (below(sentence, top) if top != head else frozenset(range(len(sentence.words)))) - source
    words = segment(sentence, word, frozenset(w for w in words if not word <= w <= last))
    if not any(sentence.words[w].upos in ("VERB", "AUX", "NOUN") for w in words):
        return None
    clause = source | frozenset(range(word, last + 1))
    return Utterance(
        sentence.index, row, word, (word, last), maker(sentence, head), (), runs_of(sentence, words, clause), top,
        "phrase", clause,
    )  # fmt: skip


def of_account(sentence: Sentence, noun: int) -> Utterance | None:
    """Find what stands beside "by the army's own account", "by their tally"."""
    if sentence.words[noun].lemma.lower() not in word_class("accounts"):
        return None
    by = next((k for k in sentence.children(noun, "case") if sentence.words[k].lemma.lower() in ("by", "in")), None)
    of = (k for k in sentence.children(noun, "nmod") if case_of(sentence, k) == "of")
    owner = next(iter(sentence.children(noun, "nmod:poss")), None) or next(of, None)
    if by is None or owner is None or sentence.words[owner].text.lower() in ("my", "our", "your"):
        return None
    if noun + 1 < len(sentence.words) and sentence.words[noun + 1].upos == "NUM":
        return None  # "the army, by its own count 63,000 strong, is to be cut"
    top = sentence.words[noun].head
    set_off = by == 0 or sentence.words[by - 1].text == ","
    agent = sentence.words[noun].relation == "obl:agent" and not set_off
    if top < 0 or agent or sentence.words[top].relation not in MAIN_CLAUSES:
        return None  # within what somebody says it is that speaker's word
    source = frozenset(range(by, noun + 1)) | below(sentence, noun)
    words = segment(sentence, noun, below(sentence, top) - source)
    if not any(sentence.words[w].upos in ("VERB", "AUX") for w in words):
        return None
    return Utterance(
        sentence.index, according_row(), noun, (noun, noun), owner, (), runs_of(sentence, words, source), top, "phrase",
        source,
    )  # fmt: skip


def _to_comma(sentence: Sentence, word: int, last: int) -> frozenset[int]:
    """Take a source at the beginning of a sentence up to the comma, where no verb stands in between."""
    if word:
        return frozenset()
    comma = next((i for i in range(last + 1, len(sentence.words)) if sentence.words[i].text == ","), last + 1)
    between = range(last + 1, comma)
    if any(sentence.words[i].upos in ("VERB", "AUX") for i in between):
        return frozenset()
    return frozenset(between)


def _is_bare(sentence: Sentence, noun: int) -> bool:
    """Tell whether a noun stands alone and names no source: "according to need"."""
    if sentence.words[noun].lemma.lower() in word_class("no_source"):
        return True
    if sentence.words[noun].xpos != "NN" or sentence.words[noun].text[:1].isupper():
        return False
    return all(sentence.words[k].relation in ("case", "punct") for k in sentence.children(noun))


def _clause_above(sentence: Sentence, word: int) -> int:
    """Climb to the main clause; a coordinated clause with a subject of its own is one."""
    top = word
    for above in sentence.ancestors(word):
        top = above
        if sentence.words[above].relation == "conj" and sentence.children(above, "nsubj"):
            break
    return top
