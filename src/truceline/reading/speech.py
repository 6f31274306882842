"""Utterances of a sentence: a cue of speech, who speaks, to whom, and which words are the content."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from truceline.domain.sentences import Sentence
from truceline.reading.clauses import holders, passive, subjects
from truceline.reading.cue_rows import CueRow, noun_row, phrase_row, verb_rows, word_class
from truceline.reading.spans import Run, below, opposite_branches, runs_of

NEGATIONS = frozenset({"not", "never", "hardly", "neither", "nor"})
UNSAID = frozenset({"may", "might", "could", "should", "would", "must", "can", "will", "shall"})
"""Auxiliaries under which nothing has been said (yet)."""
UNREAL = frozenset({"without", "if", "unless", "of", "from", "against"})
"""Governors of "to say" that do not take it back: "went on to say"."""
INTRODUCED = frozenset({":", "“", '"', "‘", "—", "–", "-"})
CLAUSAL = frozenset({"clause", "quote"})
"""Frames that show by themselves that something was said."""
EMPTY_OBJECTS = frozenset(
    {"this", "that", "so", "it", "thing", "nothing", "which", "what", "word", "anonymity", "himself", "themselves"}
)


@dataclass(frozen=True, slots=True)
class Utterance:
    """One cue with its speaker and content; all numbers are words of the sentence."""

    sentence: int
    row: CueRow
    word: int
    cue: tuple[int, int]
    speaker: int | None
    addressees: tuple[int, ...] = ()
    content: tuple[Run, ...] = ()
    head: int | None = None
    """The word that heads the content."""
    frame: str = "quote"
    clause: frozenset[int] = frozenset()
    """The words around the cue that are no content."""
    apart: frozenset[int] = frozenset()
    """Words that the tree hangs below the content, but which are a statement of their own."""

    def covers(self, word: int) -> bool:
        """Tell whether a word stands in the content."""
        return any(first <= word <= last for first, last in self.content)


@dataclass(frozen=True, slots=True)
class Content:
    """What a frame found: words of the content, the word that heads it, and who is spoken to."""

    head: int
    words: frozenset[int]
    addressees: tuple[int, ...] = ()


def utterances(sentence: Sentence) -> list[Utterance]:
    """Find the utterances of a sentence in the order of their cues."""
    found: list[Utterance] = []
    for word, token in enumerate(sentence.words):
        one = None
        if token.upos in ("VERB", "AUX") or token.xpos.startswith("VB"):
            one = _of_verb(sentence, word)
        elif token.upos == "NOUN":
            one = _of_noun(sentence, word)
        if one is None and (phrase := phrase_row(sentence, word)):
            one = _of_phrase(sentence, word, *phrase)
        if one:
            found.append(one)
    return [_with_shared_speaker(sentence, one, found) for one in found]


def _of_verb(sentence: Sentence, verb: int) -> Utterance | None:
    rows = verb_rows(sentence, verb)
    if not rows or not _is_said(sentence, verb):
        return None
    speaker = _speaker(sentence, verb)
    fallback = None
    agentless = passive(sentence, verb) and speaker is None
    purpose = _has_to(sentence, verb)
    for second, row in rows:
        if row.speakers and (speaker is None or sentence.words[speaker].lemma.lower() not in row.speakers):
            continue
        for frame in row.frames:
            if frame not in CLAUSAL and (agentless or purpose):
                continue
            content = _content(sentence, verb, frame, second, row)
            if content:
                return _utterance(sentence, verb, row, frame, content, speaker, second)
        if fallback is None and "quote" in row.frames:
            fallback = Utterance(
                sentence.index,
                row,
                verb,
                _cue_words(sentence, verb, second),
                speaker,
                _spoken_to(sentence, verb, row),
                clause=_own_clause(sentence, verb, frozenset()),
            )
    return fallback


def _utterance(
    sentence: Sentence, verb: int, row: CueRow, frame: str, content: Content, speaker: int | None, second: str
) -> Utterance:
    clause = _own_clause(sentence, verb, content.words)
    apart = opposite_branches(sentence, content.head, content.words)
    words = (_from_that(sentence, verb, content) | _fronted(sentence, verb, content)) - clause - apart
    return Utterance(
        sentence.index,
        row,
        verb,
        _cue_words(sentence, verb, second),
        speaker,
        content.addressees or _spoken_to(sentence, verb, row),
        runs_of(sentence, words, clause),
        content.head,
        frame,
        clause,
        apart,
    )


def _from_that(sentence: Sentence, verb: int, content: Content) -> frozenset[int]:
    """Leave out what stands between a cue and "that": the tree may hang "on Monday" on the wrong verb."""
    marks = [k for k in sentence.children(content.head, "mark") if k > verb and sentence.words[k].lemma == "that"]
    return frozenset(i for i in content.words if not marks or i < verb or i >= marks[0])


def _fronted(sentence: Sentence, verb: int, content: Content) -> frozenset[int]:
    """Give a condition before a cue put in between: "Until they leave, he said, the siege goes on"."""
    words = sentence.words
    if min(content.words) < verb or verb + 1 >= len(words) or words[verb + 1].text != ",":
        return frozenset()
    for k in sentence.children(verb, "advcl", "obl"):
        branch = below(sentence, k)
        end = max((i for i in branch if words[i].upos != "PUNCT"), default=k)
        if min(branch) <= 1 and end + 1 < verb and words[end + 1].text == ",":
            return branch
    return frozenset()


def _own_clause(sentence: Sentence, verb: int, content: frozenset[int]) -> frozenset[int]:
    """Give the words that hang on the cue and are no content: subject, auxiliaries, time, addressee."""
    found = {verb}
    for k in sentence.children(verb):
        if sentence.words[k].relation in ("conj", "advcl", "parataxis", "ccomp") or k in content:
            continue
        branch = below(sentence, k)
        if not branch & content:
            found |= branch
    return frozenset(found - content)


def _is_said(sentence: Sentence, verb: int) -> bool:
    """Tell whether something was said at all: not under a negation, a mere possibility or a refusal."""
    word = sentence.words[verb]
    if word.relation in ("amod", "compound"):
        return False
    if any(sentence.words[k].lemma.lower() in NEGATIONS for k in sentence.children(verb, "advmod", "cc:preconj")):
        return False
    if any(sentence.words[k].lemma.lower() in UNSAID for k in sentence.children(verb, "aux")):
        return False
    if any(sentence.words[k].text.lower() in UNREAL for k in sentence.children(verb, "mark", "case")):
        return False
    if sentence.children(verb, "nmod:poss") or (word.xpos == "VBG" and sentence.children(verb, "det")):
        return False
    to = any(sentence.words[k].lemma == "to" for k in sentence.children(verb, "mark"))
    if to and word.relation in ("xcomp", "ccomp", "acl", "csubj", "root"):
        return word.head >= 0 and sentence.words[word.head].lemma.lower() in word_class("carry_on")
    if to and word.head >= 0:
        above = {sentence.words[k].lemma.lower() for k in sentence.children(word.head, "aux", "advmod")}
        if above & (UNSAID | NEGATIONS):
            return False
    return word.xpos != "VB" or to or any(sentence.words[k].lemma == "do" for k in sentence.children(verb, "aux"))


def _speaker(sentence: Sentence, verb: int) -> int | None:
    """Find who speaks: the subject, the agent of a passive, or whom another word gives."""
    if passive(sentence, verb):
        by = [k for k in sentence.children(verb, "obl") if sentence.words[k].relation == "obl:agent"]
        return by[0] if by else None
    quoted = _quoted_as(sentence, verb)
    if quoted is not None:
        return quoted
    found = subjects(sentence, verb)
    if found and sentence.words[found[0]].relation != "expl":
        return maker(sentence, found[0])
    predicate = sentence.predicate_at(verb)
    agent = predicate.argument("ARG0") if predicate else None
    return agent.head if agent and agent.head != verb else None


def _quoted_as(sentence: Sentence, verb: int) -> int | None:
    """Find who is quoted in "the agency quoted the minister as saying"."""
    word = sentence.words[verb]
    if word.head < 0 or sentence.words[word.head].lemma not in ("quote", "cite", "report"):
        return None
    if not any(sentence.words[k].text.lower() == "as" for k in sentence.children(verb, "mark", "case")):
        return None
    return next(iter(sentence.children(word.head, "obj", "nsubj:pass")), None)


def maker(sentence: Sentence, noun: int) -> int:
    """Give who made a document that "says" something, where the sentence tells; else the noun itself."""
    if sentence.words[noun].lemma.lower() not in word_class("documents"):
        return noun
    for k in sentence.children(noun, "nmod"):
        cases = {sentence.words[c].lemma for c in sentence.children(k, "case")}
        if sentence.words[k].relation == "nmod:poss" or cases & {"by", "from"}:
            return k
    above = sentence.words[noun].head
    if above >= 0 and sentence.words[noun].relation == "obj":
        found = subjects(sentence, above)
        if found:
            return found[0]
    return noun


def _cue_words(sentence: Sentence, verb: int, second: str) -> tuple[int, int]:
    """Give the verb with auxiliaries before it and its second word after it."""
    mine = {k for k in sentence.children(verb, "aux", "advmod") if k < verb}
    first = verb
    while first - 1 in mine:
        first -= 1
    last = verb
    if second:
        last = next((i for i in range(verb + 1, min(verb + 4, len(sentence.words)))
                     if sentence.words[i].lemma.lower() == second), verb)  # fmt: skip
    return first, last


def _spoken_to(sentence: Sentence, verb: int, row: CueRow) -> tuple[int, ...]:
    """Give the head words of those spoken to."""
    found: list[int] = []
    for k in sentence.children(verb, "obj", "iobj", "obl"):
        relation = sentence.words[k].relation
        if relation in ("obj", "iobj"):
            if "object" in row.addressee:
                found.append(k)
        elif {sentence.words[c].lemma.lower() for c in sentence.children(k, "case")} & set(row.addressee):
            found.append(k)
    return tuple(found[:1])


# ---------------------------------------------------------------- where the content stands


def _content(sentence: Sentence, verb: int, frame: str, second: str, row: CueRow) -> Content | None:
    if frame in FRAMES:
        return FRAMES[frame](sentence, verb, row)
    if frame == "quote":
        return None
    return _phrase_content(sentence, verb, frame, second)


def _has_to(sentence: Sentence, verb: int) -> bool:
    return any(
        sentence.words[k].lemma == "to" and sentence.words[k].relation == "mark" for k in sentence.children(verb)
    )


def _clause(sentence: Sentence, verb: int, row: CueRow) -> Content | None:
    """Find a clause: below the cue, or around it where the cue is put in between or behind."""
    for k in sentence.children(verb, "ccomp", "xcomp", "parataxis", "acl"):
        relation = sentence.words[k].relation
        if relation == "xcomp" and not sentence.children(k, "nsubj", "expl"):
            continue
        if relation == "acl" and not sentence.children(k, "nsubj"):
            continue
        if relation == "parataxis" and (k < verb or verb_rows(sentence, k) or _nearer_cue(sentence, verb, k)):
            continue
        if relation == "parataxis" and not (_is_clause(sentence, k) and _is_introduced(sentence, verb, k)):
            continue
        if relation == "ccomp" and _has_to(sentence, k):
            continue
        return Content(k, below(sentence, k) | _further_clauses(sentence, verb, k))
    word = sentence.words[verb]
    if (
        word.relation == "parataxis"
        and word.head >= 0
        and (sentence.children(verb, "nsubj") or passive(sentence, verb))
    ):
        return _around(sentence, verb, word.head)
    return _from_roles(sentence, verb)


def _is_introduced(sentence: Sentence, verb: int, content: int) -> bool:
    """Tell whether a loosely joined clause is what is said: right behind the cue, a colon or a quotation mark."""
    words, begin = sentence.words, min(below(sentence, content))
    behind = max(_own_clause(sentence, verb, below(sentence, content)))
    if begin <= behind + 1 or begin == verb + 1:
        return True
    return words[begin].text in INTRODUCED or words[begin - 1].text in INTRODUCED


def _is_clause(sentence: Sentence, head: int) -> bool:
    return sentence.words[head].upos in ("VERB", "AUX") or bool(sentence.children(head, "cop", "nsubj"))


def _nearer_cue(sentence: Sentence, verb: int, content: int) -> bool:
    """Tell whether another cue stands closer to a loosely joined clause: "he repeated …, declaring: …"."""
    begin = min(below(sentence, content))
    return any(verb_rows(sentence, i) and _is_said(sentence, i) for i in range(verb + 1, begin))


def _further_clauses(sentence: Sentence, verb: int, content: int) -> frozenset[int]:
    """Find "and that …" and parts of the content, which the tree sometimes hangs on the cue itself."""
    found: frozenset[int] = frozenset()
    for k in sentence.children(verb, "conj", "ccomp"):
        marks = [m for m in sentence.children(k, "mark") if sentence.words[m].lemma == "that"]
        beside = sentence.words[k].relation == "ccomp" and (k > verb) == (content > verb)
        if (marks and not verb_rows(sentence, k)) or beside:
            found |= below(sentence, k)
    return found


def _around(sentence: Sentence, verb: int, head: int) -> Content | None:
    """Take the clause that a cue was put into: "the truce, he said, had held"."""
    words = below(sentence, head) - below(sentence, verb)
    others = [k for k in sentence.children(head, "parataxis") if k != verb and verb_rows(sentence, k)]
    for k in others:
        words -= below(sentence, k)
    told = any(sentence.words[i].upos in ("VERB", "AUX") for i in words)
    return Content(head, frozenset(words)) if told else None


def _from_roles(sentence: Sentence, verb: int) -> Content | None:
    """Take a clause that only the roles give."""
    predicate = sentence.predicate_at(verb)
    argument = predicate.argument("ARG1") if predicate else None
    if argument is None or argument.head == verb or argument.last - argument.first < 2:
        return None
    clausal = sentence.children(argument.head, "nsubj", "cop", "expl") and sentence.words[
        argument.head
    ].relation not in (
        "nsubj",
        "obj",
    )
    if not clausal or argument.first <= verb <= argument.last or _has_to(sentence, argument.head):
        return None
    return Content(argument.head, frozenset(range(argument.first, argument.last + 1)))


def _infinitive(sentence: Sentence, verb: int, row: CueRow) -> Content | None:
    k = next((k for k in sentence.children(verb, "xcomp", "ccomp") if k > verb and _has_to(sentence, k)), None)
    if k is None or sentence.words[k].lemma in ("name", "identify", "quote", "withhold"):  # "asked not to be named"
        return None
    return Content(k, below(sentence, k))


def _gerund(sentence: Sentence, verb: int, row: CueRow) -> Content | None:
    for k in sentence.children(verb, "xcomp", "ccomp", "obj", "advcl"):
        if k > verb and sentence.words[k].xpos == "VBG" and not sentence.children(k, "nsubj"):
            if sentence.words[k].relation == "advcl" and k - verb > 2:
                continue
            return Content(k, below(sentence, k))
    return None


def _object(sentence: Sentence, verb: int, row: CueRow) -> Content | None:
    relation = "nsubj:pass" if passive(sentence, verb) else "obj"
    k = next(iter(sentence.children(verb, relation)), None)
    if k is None or sentence.words[k].lemma.lower() in EMPTY_OBJECTS or "object" in row.addressee:
        return None
    if row.objects and sentence.words[k].lemma.lower() not in row.objects:
        return None
    if any(sentence.words[d].lemma.lower() == "no" for d in sentence.children(k, "det")):
        return None
    if sentence.words[k].xpos in ("PRP", "WP", "WDT") and not sentence.children(verb, "obl", "advcl"):
        return None
    words = set(below(sentence, k))
    for other in sentence.children(verb, "obl", "advcl"):
        cases = {sentence.words[c].lemma.lower() for c in sentence.children(other, "case", "mark")}
        if other > k and cases & (set(row.frames) | {"as"}):
            words |= below(sentence, other)
    return Content(k, frozenset(words))


def _asked_to(sentence: Sentence, verb: int, row: CueRow) -> Content | None:
    """Find who is asked and what for: "urged the rebels to stop", "called on them to stop"."""
    asked = _spoken_to(sentence, verb, row)
    if passive(sentence, verb):
        asked = sentence.children(verb, "nsubj:pass")[:1]
    if not asked:
        return None
    for governor in (verb, asked[0]):
        for k in sentence.children(governor, "xcomp", "ccomp", "acl", "advcl"):
            if k > verb and _has_to(sentence, k):
                return Content(k, below(sentence, k), asked)
    return None


def _named(sentence: Sentence, verb: int, row: CueRow) -> Content | None:
    """Find what is called something, and what it is called."""
    relation = "nsubj:pass" if passive(sentence, verb) else "obj"
    k = next(iter(sentence.children(verb, relation)), None)
    if k is None or sentence.words[k].lemma.lower() in ("himself", "themselves", "itself", "herself"):
        return None
    complement = next((c for c in sentence.children(verb, "xcomp", "iobj") if c > k), None)
    if complement is None:
        for c in (*sentence.children(verb, "obl", "advcl", "ccomp"), *sentence.children(k, "nmod", "acl")):
            cases = {sentence.words[m].lemma.lower() for m in sentence.children(c, "case", "mark", "advmod")}
            likened = {"to"} if sentence.words[verb].lemma in ("liken", "compare", "refer") else frozenset[str]()
            if c > k and cases & ({"as", "like"} | likened):
                complement = c
                break
    if complement is None or _has_to(sentence, complement):
        return None
    return Content(complement, below(sentence, k) | below(sentence, complement))


def _phrase_content(sentence: Sentence, verb: int, case: str, second: str) -> Content | None:
    """Find a phrase with a preposition, and the object before it: "accused the army of murder"."""
    target = next(iter(sentence.children(verb, "obj")), None)
    if passive(sentence, verb):
        target = next(iter(sentence.children(verb, "nsubj:pass")), None)
    for k in sentence.children(verb, "obl", "advcl", "nmod"):
        if k < verb or sentence.words[k].relation in ("obl:agent", "obl:unmarked"):
            continue
        marks = [c for c in sentence.children(k, "case", "mark") if sentence.words[c].lemma.lower() == case]
        if not marks or any(first <= k <= last for first, last in sentence.times):
            continue
        words = set(below(sentence, k))
        if second:
            words -= set(marks)
        elif target is not None:
            words |= below(sentence, target)
        else:
            words -= set(marks)
        return Content(k, frozenset(words))
    return None


FRAMES: dict[str, Callable[[Sentence, int, CueRow], Content | None]] = {
    "clause": _clause,
    "infinitive": _infinitive,
    "gerund": _gerund,
    "object": _object,
    "object_infinitive": _asked_to,
    "named": _named,
}


# ---------------------------------------------------------------- nouns and phrases


def _of_noun(sentence: Sentence, noun: int) -> Utterance | None:
    """Find what a noun of speech holds: "his vow to leave", "the claim that they lied"."""
    row = noun_row(sentence, noun)
    if row is None or sentence.words[noun].relation == "compound":
        return None
    if any(sentence.words[k].lemma.lower() == "no" for k in sentence.children(noun, "det")):
        return None
    content = _noun_content(sentence, noun, row)
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


def _tells_itself(sentence: Sentence, verb: int) -> bool:
    return bool(verb_rows(sentence, verb)) and _is_said(sentence, verb)


def _noun_content(sentence: Sentence, noun: int, row: CueRow) -> Content | None:
    for k in sentence.children(noun, "acl", "ccomp", "xcomp"):
        marks = {sentence.words[c].lemma.lower() for c in sentence.children(k, "mark")}
        if ("to" in marks and "infinitive" in row.frames) or ("that" in marks and "clause" in row.frames):
            return Content(k, below(sentence, k))
    governor = sentence.words[noun].head
    for k in sentence.children(governor, "advcl", "xcomp") if governor >= 0 and "infinitive" in row.frames else ():
        if min(below(sentence, k)) == noun + 1 and _has_to(sentence, k):
            return Content(k, below(sentence, k))
    for k in sentence.children(noun, "nmod"):
        cases = {sentence.words[c].lemma.lower() for c in sentence.children(k, "case")}
        if cases & (set(row.frames) | {"of"} if "object" in row.frames else set(row.frames)):
            return Content(k, below(sentence, k) - frozenset(sentence.children(k, "case")))
    return None


def _of_phrase(sentence: Sentence, word: int, row: CueRow, last: int) -> Utterance | None:
    """Find what stands beside "according to X"."""
    head = sentence.words[word].head
    if head <= last:
        head = next(
            (i for i in range(last + 1, len(sentence.words)) if sentence.words[i].upos in ("NOUN", "PROPN", "PRON")), -1
        )
    if head < 0:
        return None
    if _is_bare(sentence, head):
        return None
    source = below(sentence, head)
    top = _clause_above(sentence, head)
    words = (below(sentence, top) if top != head else frozenset(range(len(sentence.words)))) - source
    words = frozenset(w for w in words if not word <= w <= last)
    if not any(sentence.words[w].upos in ("VERB", "AUX", "NOUN") for w in words):
        return None
    clause = source | frozenset(range(word, last + 1))
    return Utterance(
        sentence.index, row, word, (word, last), maker(sentence, head), (), runs_of(sentence, words, clause), top,
        "phrase", clause,
    )  # fmt: skip


def _is_bare(sentence: Sentence, noun: int) -> bool:
    """Tell whether a noun stands alone and names no source: "according to need"."""
    if sentence.words[noun].xpos != "NN":
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


def _with_shared_speaker(sentence: Sentence, one: Utterance, all_: list[Utterance]) -> Utterance:
    """Give an "adding that" which hangs inside another's content the speaker of that other."""
    for other in all_:
        shared = other is not one and one.word in other.apart and one.frame != "noun"
        if shared and not sentence.children(one.word, "nsubj"):
            return replace(one, speaker=other.speaker)
    return one
