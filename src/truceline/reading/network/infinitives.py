"""Infinitives that the network takes for something else: "agreed to free", "are due to arrive", "14 days to finish"."""

from __future__ import annotations

from collections.abc import Sequence

from truceline.reading.network.decoding import Decoded

TAKEN_FOR_ADJECTIVES = frozenset(("free",))
BEFORE_INFINITIVES = frozenset(("due",))
"""Adjectives behind which "to" with a plain verb is no preposition."""


def with_infinitives(decoded: Decoded, words: Sequence[str]) -> Decoded:
    """Mend "to free NOUN" behind a verb, "due to VERB", "days to VERB", in place; any other tree stays as it is."""
    for i in range(1, len(words)):
        if words[i - 1].lower() != "to":
            continue
        if words[i].lower() in TAKEN_FOR_ADJECTIVES and (verb := _verb_above(decoded, i)) is not None:
            noun = decoded.heads[i - 1]
            decoded.upos[i], decoded.xpos[i] = "VERB", "VB"
            _hang(decoded, i, verb, "xcomp")
            _hang(decoded, noun, i, "obj")
            _mark(decoded, i)
        elif i > 1 and words[i - 2].lower() in BEFORE_INFINITIVES and _is_fixed_to(decoded, i):
            _hang(decoded, i, i - 2, "xcomp")
            _mark(decoded, i)
        elif _hangs_on_noun(decoded, i):
            decoded.upos[i], decoded.relations[i] = "VERB", "acl"
            _mark(decoded, i)
    return decoded


def _verb_above(decoded: Decoded, at: int) -> int | None:
    """Give the verb that an adjective after "to" is the infinitive of; None where it is an adjective indeed."""
    noun = decoded.heads[at - 1]
    if noun <= at or not decoded.relations[noun].startswith(("obl", "nmod")):
        return None
    if decoded.relations[at] == "amod" and decoded.heads[at] == noun:
        verb = decoded.heads[noun]
    elif decoded.relations[at] == "xcomp" and decoded.heads[at] == decoded.heads[noun]:
        verb = decoded.heads[at]
    else:
        return None
    behind_verb = 0 <= verb < at - 1 and decoded.upos[verb] in ("VERB", "NOUN", "ADJ")
    return verb if behind_verb else None


def _is_fixed_to(decoded: Decoded, at: int) -> bool:
    return decoded.xpos[at] == "VB" and decoded.heads[at] == at - 2 and decoded.heads[at - 1] == at - 2


def _hangs_on_noun(decoded: Decoded, at: int) -> bool:
    """Tell whether a plain verb after "to" was hung on a noun as if it were one."""
    noun = decoded.heads[at]
    plain = decoded.xpos[at] == "VB" and decoded.xpos[at - 1] == "TO" and decoded.heads[at - 1] == at
    return plain and decoded.relations[at] in ("nmod", "obl") and 0 <= noun < at and decoded.upos[noun] == "NOUN"


def _hang(decoded: Decoded, word: int, head: int, relation: str) -> None:
    decoded.heads[word], decoded.relations[word] = head, relation


def _mark(decoded: Decoded, verb: int) -> None:
    decoded.upos[verb - 1], decoded.xpos[verb - 1] = "PART", "TO"
    _hang(decoded, verb - 1, verb, "mark")
