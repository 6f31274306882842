"""A cue put into a sentence with its speaker behind it: "The truce, says one envoy, is holding after all"."""

from __future__ import annotations

from truceline.domain.sentences import Sentence
from truceline.reading.statements.cue_rows import CueRow
from truceline.reading.statements.spans import opposite_branches, runs_of, segment
from truceline.reading.statements.utterance import Utterance

NAMING = frozenset({"NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM", "ADP", "PART", "CCONJ"})
"""Parts of speech of a phrase that names somebody."""
NAMES = frozenset({"NOUN", "PROPN", "PRON"})


def interposed(sentence: Sentence, verb: int, row: CueRow) -> Utterance | None:
    """Find a cue between commas, followed by its speaker, within what is said."""
    words = sentence.words
    if "quote" not in row.frames or words[verb].xpos not in ("VBZ", "VBD", "VBP"):
        return None
    if verb < 2 or words[verb - 1].text != ",":
        return None
    end = _end_of_name(sentence, verb)
    if end is None:
        return None
    named = range(verb + 1, end)
    speaker = next((i for i in named if words[i].upos in NAMES and words[i].head not in named), None)
    if speaker is None or words[verb + 1].upos == "ADP" or any(a <= speaker <= b for a, b in sentence.times):
        return None  # "A truce, declared in March, held"
    clause = frozenset(range(verb, end))
    said = segment(sentence, verb, frozenset(range(len(words))) - clause)
    verbs = [i for i in sorted(said) if words[i].upos in ("VERB", "AUX")]
    if not verbs:
        return None
    head = next((i for i in verbs if words[i].head not in said), verbs[0])
    apart = opposite_branches(sentence, verb, head, said)
    content = runs_of(sentence, said - apart, clause | apart)
    return Utterance(sentence.index, row, verb, (verb, verb), speaker, (), content, head, "clause", clause, apart=apart)


def _end_of_name(sentence: Sentence, verb: int) -> int | None:
    """Give the comma behind the speaker and what stands beside the name, if the sentence goes on with a verb."""
    words = sentence.words
    end = None
    first = verb + 1
    for comma in (i for i in range(first, len(words)) if words[i].text == ","):
        inside = words[first:comma]
        if not inside or any(word.upos not in NAMING for word in inside):
            break
        if not any(word.upos in NAMES for word in inside):
            break
        end, first = comma, comma + 1
    if end is None or not any(word.upos in ("VERB", "AUX") for word in words[end:]):
        return None
    return end
