"""Infinitives that the network takes for adjectives: "agreed to free 90 men"."""

from __future__ import annotations

from collections.abc import Sequence

from truceline.reading.network.decoding import Decoded

TAKEN_FOR_ADJECTIVES = frozenset(("free",))


def with_infinitives(decoded: Decoded, words: Sequence[str]) -> Decoded:
    """Turn "to free NOUN" behind a verb into an infinitive with its object, in place; any other tree stays as it is."""
    for i in range(1, len(words)):
        if words[i].lower() in TAKEN_FOR_ADJECTIVES and _is_misread(decoded, words, i):
            noun = decoded.heads[i]
            verb = decoded.heads[noun]
            decoded.upos[i], decoded.xpos[i], decoded.heads[i], decoded.relations[i] = "VERB", "VB", verb, "xcomp"
            decoded.upos[i - 1], decoded.xpos[i - 1] = "PART", "TO"
            decoded.heads[i - 1], decoded.relations[i - 1] = i, "mark"
            decoded.heads[noun], decoded.relations[noun] = i, "obj"
    return decoded


def _is_misread(decoded: Decoded, words: Sequence[str], at: int) -> bool:
    noun = decoded.heads[at]
    if words[at - 1].lower() != "to" or noun <= at or decoded.relations[at] != "amod":
        return False
    verb = decoded.heads[noun]
    behind_verb = 0 <= verb < at - 1 and decoded.upos[verb] in ("VERB", "NOUN", "ADJ")
    return behind_verb and decoded.heads[at - 1] == noun and decoded.relations[noun].startswith(("obl", "nmod"))
