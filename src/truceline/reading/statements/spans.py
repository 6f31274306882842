"""Stretches of a sentence that belong together in the tree: what hangs below a word, as runs of words."""

from __future__ import annotations

from truceline.domain.sentences import Sentence, Word
from truceline.reading.statements.cue_rows import is_cue, speaks, tells, verb_rows, word_class

Run = tuple[int, int]
"""First and last word."""

LEADING = frozenset({"that", "and", "but", "or", "because", "while"})
CONTRAST = frozenset({"while", "whereas", "although", "though", "but", "as"})
CLOSERS = {"“": "”", '"': '"', "‘": "’", "(": ")", "[": "]", "«": "»"}
NO = frozenset({"not", "no", "never", "n't", "n’t", "cannot", "impossible", "unable"})
STOPS = frozenset({";", "—", "–", "--"})
RELATIVE = frozenset({"WDT", "WP"})
QUOTE_MARKS = frozenset({"“", "”", '"'})
KEPT_LAST = frozenset({"?", "!", "%"})


def below(sentence: Sentence, word: int) -> frozenset[int]:
    """Give a word and all that hang on it."""
    return frozenset(sentence.subtree(word))


def segment(sentence: Sentence, word: int, words: frozenset[int]) -> frozenset[int]:
    """Keep of some words those between the same semicolons as a word."""
    stops = [i for i, token in enumerate(sentence.words) if token.text == ";"]
    first = max((i for i in stops if i < word), default=-1)
    last = min((i for i in stops if i > word), default=len(sentence.words))
    kept = frozenset(i for i in words if first < i < last)
    # A cue may stand alone behind a semicolon: then all before it is meant.
    return kept if any(sentence.words[i].upos in ("VERB", "AUX") for i in kept) else words


def _disclaims(sentence: Sentence, word: int) -> bool:
    """Tell whether a clause behind a semicolon or a dash is the writer's doubt: "; this could not be verified"."""
    if sentence.words[word].lemma.lower() not in word_class("verified"):
        return False
    return any(sentence.words[k].lemma.lower() in NO for k in sentence.children(word, "advmod")) or any(
        sentence.words[i].lemma.lower() in NO for i in range(max(0, word - 4), word)
    )


def opposite_branches(sentence: Sentence, cue: int, head: int, words: frozenset[int]) -> frozenset[int]:
    """Give the branches below a content that are statements of their own: "…, while the army stated that …"."""
    found: frozenset[int] = frozenset()
    for k in sorted(words):
        if k == head or k in found:
            continue
        if _is_beside(sentence, k) or _goes_back(sentence, cue, k) or is_denied_aside(sentence, k):
            found |= below(sentence, k)
            continue
        claim = sentence.words[k].head
        if _disclaims(sentence, k) and sentence.words[claim].relation == "appos" and claim in words:
            found |= below(sentence, claim)
            continue
        if _disclaims(sentence, k):
            branch = below(sentence, k) if k != head else frozenset(range(k, k + 1))
            before = max((i for i in range(k) if sentence.words[i].text in STOPS), default=-1)
            if before > head:
                found |= frozenset(i for i in words | branch if i > before)
            continue
        if not is_cue(sentence, k):
            continue
        if _names_source(sentence, cue, k):
            found |= below(sentence, k)
            continue
        relation = sentence.words[k].relation.partition(":")[0]
        marks = {sentence.words[m].lemma.lower() for m in sentence.children(k, "mark", "cc")}
        subject = next(iter(sentence.children(k, "nsubj")), None)
        if "that" in marks or (subject is not None and sentence.words[subject].xpos == "PRP"):
            continue
        own = subject is not None and sentence.children(k, "ccomp", "xcomp")
        contrast = (
            relation in ("advcl", "conj") and own and speaks(sentence, k) and (relation == "conj" or marks & CONTRAST)
        )
        contrast = contrast or (subject is not None and bool(marks & {"while", "whereas", "but"}))
        comma = any(sentence.words[i].text in (",", "—", "–") for i in range(max(0, k - 2), k))
        added = relation in ("advcl", "acl", "conj", "parataxis") and sentence.words[k].xpos == "VBG" and comma
        added = added and not marks and sentence.words[k].lemma.lower() in word_class("added")
        if contrast or added or _goes_with_cue(sentence, cue, k):
            found |= below(sentence, k)
    return found


def _is_beside(sentence: Sentence, verb: int) -> bool:
    """Tell whether a clause is the writer's: ", while Britain armed its merchant ships"."""
    if not sentence.words[verb].relation.startswith("advcl") or not sentence.children(verb, "nsubj"):
        return False
    marks = [k for k in sentence.children(verb, "mark") if sentence.words[k].lemma.lower() in ("while", "whereas")]
    return bool(marks) and marks[0] > 0 and sentence.words[marks[0] - 1].text in (",", "—", "–")


def _names_source(sentence: Sentence, cue: int, verb: int) -> bool:
    """Tell whether a cue at the end of a sentence hands on all before it: "She said it was over, the paper wrote"."""
    branch = below(sentence, verb)
    first = min(branch)
    if sentence.words[verb].relation != "parataxis" or not cue < first or not sentence.children(verb, "nsubj"):
        return False
    last = max(i for i, word in enumerate(sentence.words) if word.upos != "PUNCT")
    kinds = {sentence.words[k].relation.partition(":")[0] for k in sentence.children(verb)}
    plain = kinds <= {"nsubj", "aux", "advmod", "obl", "punct"}
    return plain and last in branch and sentence.words[first - 1].text == "," and tells(sentence, verb)


def _goes_back(sentence: Sentence, cue: int, verb: int) -> bool:
    """Tell whether a verb without a subject goes on with the cue: "said the plan would fail but gave no reason"."""
    words = sentence.words
    if words[verb].relation != "conj" or words[verb].xpos != "VBD" or sentence.children(verb, "nsubj", "aux", "expl"):
        return False
    above = words[verb].head
    joint = {words[k].lemma.lower() for k in sentence.children(verb, "cc")}
    helped = [words[k] for k in sentence.children(above, "aux")]
    if cue < above < verb and words[cue].xpos == "VBD" and _closes_between(sentence, above, verb):
        return True  # "said its forces “do not target civilians” and called the report a lie"
    modal = any(word.xpos == "MD" for word in helped)
    perfect = "but" in joint and words[above].xpos == "VBN" and bool(helped)
    return cue < above < verb and words[cue].xpos == "VBD" and (modal or perfect) and bool(joint)


def _closes_between(sentence: Sentence, above: int, verb: int) -> bool:
    """Tell whether a quotation that holds one verb closes before another."""
    marks = [i for i, word in enumerate(sentence.words) if word.text in QUOTE_MARKS]
    inside = sum(i < above for i in marks) % 2 == 1
    return inside and sum(above < i < verb for i in marks) == 1


def is_denied_aside(sentence: Sentence, verb: int) -> bool:
    """Tell whether a relative clause tells that somebody denies what was said: ", which the ministry denied"."""
    word = sentence.words[verb]
    if word.relation != "acl:relcl" or not sentence.children(verb, "nsubj"):
        return False
    which = [k for k in sentence.children(verb, "obj") if sentence.words[k].text.lower() == "which"]
    comma = bool(which) and which[0] > 0 and sentence.words[which[0] - 1].text in (",", "—", "–")
    return comma and any(row.stance == "deny" and "clause" in row.frames for _, row in verb_rows(sentence, verb))


def _goes_with_cue(sentence: Sentence, cue: int, verb: int) -> bool:
    """Tell whether a coordinated cue goes with the first cue and not with its content: "denied … and said that"."""
    words = sentence.words
    if words[verb].relation != "conj" or sentence.children(verb, "nsubj", "aux") or words[verb].xpos != "VBD":
        return False
    if words[cue].xpos != "VBD" or verb < cue or not tells(sentence, verb):
        return False
    that = any(words[m].lemma == "that" for k in sentence.children(verb, "ccomp") for m in sentence.children(k, "mark"))
    above = words[verb].head
    perfect = words[above].xpos == "VBN" and bool(sentence.children(above, "aux"))
    return that or perfect


def runs_of(sentence: Sentence, words: frozenset[int], apart: frozenset[int]) -> tuple[Run, ...]:
    """Join words to runs; what lies between is filled in, unless words that stand apart lie there."""
    runs: list[Run] = []
    for word in sorted(words):
        if runs and not any(i in apart for i in range(runs[-1][1] + 1, word)):
            runs[-1] = (runs[-1][0], word)
        else:
            runs.append((word, word))
    trimmed = (trim(sentence, first, last) for first, last in runs)
    return tuple(run for run in trimmed if run)


def trim(sentence: Sentence, first: int, last: int) -> Run | None:
    """Cut punctuation and conjunctions from the ends of a run; None if nothing is left."""
    words = sentence.words
    while first <= last and (_is_loose(sentence, first, first, last) or _is_joint(words[first])):
        # A conjunction is kept where it is the whole run.
        if first == last:
            break
        first += 1
    while last >= first and _is_loose(sentence, last, first, last):
        last -= 1
    if first <= last:
        last = _to_closer(sentence, first, last)
    if first > last or all(words[i].upos == "PUNCT" or words[i].xpos in RELATIVE for i in range(first, last + 1)):
        return None
    return first, last


def _is_joint(word: Word) -> bool:
    """Tell whether a word only joins the content to what stands before."""
    return word.text.lower() in LEADING and word.relation.partition(":")[0] in ("mark", "cc", "advmod")


def _to_closer(sentence: Sentence, first: int, last: int) -> int:
    """Take in the mark that closes a quotation begun within a run, if it stands right behind."""
    texts = [word.text for word in sentence.words]
    for opener, closer in CLOSERS.items():
        inside = texts[first : last + 1]
        opened = inside.count(opener) % 2 if opener == closer else inside.count(opener) > inside.count(closer)
        if opened:
            for place in range(last + 1, min(last + 3, len(texts))):
                if texts[place] == closer:
                    return place
                if sentence.words[place].upos != "PUNCT":
                    break
    return last


def _is_loose(sentence: Sentence, word: int, first: int, last: int) -> bool:
    """Tell whether an outer mark may be cut: not one half of a pair within the run, no question mark."""
    token = sentence.words[word]
    if token.upos != "PUNCT" or token.text in KEPT_LAST:
        return False
    inside = [w.text for w in sentence.words[first : last + 1]]
    if token.text in CLOSERS:
        return CLOSERS[token.text] not in inside[word - first + 1 :]
    openers = [mark for mark, closer in CLOSERS.items() if closer == token.text]
    return not any(mark in inside[: word - first] for mark in openers)
