"""In which tense a clause is told, and on which verb a date hangs."""

from __future__ import annotations

from truceline.domain.sentences import Sentence
from truceline.reading.dates.date_openings import head_of
from truceline.reading.dates.date_quotes import teller_of
from truceline.reading.scene import DateMention

TOLD = frozenset({"past", "perfect", "present"})
"""Tenses of what is told for itself, as against what came before it."""


def clause_tense(sentence: Sentence, at: int) -> str | None:
    """Tell the tense of a verb: past, perfect, present, or before for "had done"; None if it is not finite."""
    verb = sentence.words[at]
    aux = {sentence.words[k].text.lower() for k in sentence.children(at, "aux", "cop")}
    marks = {sentence.words[k].text.lower() for k in sentence.children(at, "mark")}
    if "to" in marks and aux & {"is", "are", "was", "were"}:
        return None  # "is to decide"
    if aux & {"had", "'d", "’d"}:
        return "before"
    if aux & {"has", "have", "'ve", "’ve"}:
        return "perfect"
    if aux & {"did", "was", "were"}:
        return "past"
    if aux & {"is", "are", "am", "'s", "’s", "does", "do"}:
        return "present"
    if aux:
        return None
    if verb.upos == "VERB" and verb.xpos in ("VBD", "VBZ", "VBP"):
        return "past" if verb.xpos == "VBD" else "present"
    if verb.relation.partition(":")[0] == "conj":
        return clause_tense(sentence, verb.head)
    return None


def dated_verb(sentence: Sentence, told: DateMention) -> int | None:
    """Give the verb that a date hangs on."""
    teller = teller_of(sentence, told.first, told.last)
    if teller is not None:
        return teller
    return next((a for a in sentence.ancestors(head_of(sentence, told)) if sentence.words[a].upos == "VERB"), None)
