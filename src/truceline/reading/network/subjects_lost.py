"""Subjects that the network hangs elsewhere: the first of a list, "neither" before a verb, a bare number."""

from __future__ import annotations

from collections.abc import Sequence

from truceline.reading.network.decoding import Decoded

SUBJECTS = ("nsubj", "csubj", "expl")
LOOSE = ("obl:unmarked", "dislocated", "vocative", "discourse", "nsubj:outer")
"""What the first of a list is taken for: "The United States, its allies and the Coalition will leave"."""
STANDING = frozenset(("neither", "both"))
"""Words that stand for both sides where nothing but a verb follows."""


def with_subjects(decoded: Decoded, words: Sequence[str]) -> Decoded:
    """Give verbs the subjects that were hung elsewhere, in place; any other tree stays as it is."""
    for i in range(len(words)):
        if (second := _listed_with(decoded, words, i)) is not None:
            _join(decoded, i, second)
        elif (verb := _verb_below(decoded, i)) is not None:
            decoded.heads[verb], decoded.relations[verb] = decoded.heads[i], decoded.relations[i]
            decoded.heads[i] = verb
            _make_subject(decoded, i)
        elif _stands_alone(decoded, words, i) or _is_bare_number(decoded, i):
            _make_subject(decoded, i)
    return decoded


def _listed_with(decoded: Decoded, words: Sequence[str], at: int) -> int | None:
    """Give the subject that goes on the list which a name before it opens: "A, B and C will"."""
    heads, relations, verb = decoded.heads, decoded.relations, decoded.heads[at]
    if decoded.upos[at] != "PROPN" or relations[at] not in LOOSE or verb <= at:
        return None
    if any(first <= at <= last for first, last in decoded.times):
        return None
    second = next((i for i in range(at + 1, verb) if heads[i] == verb and relations[i] == "nsubj"), None)
    if second is None or words[at + 1] != ",":
        return None
    begins = all(heads[i] in (at, second) for i in range(at + 1, second))
    goes_on = any(heads[i] == second and relations[i] == "conj" and i < verb for i in range(second + 1, verb))
    cased = any(heads[i] == at and relations[i] in ("case", "mark") for i in range(at))
    return second if begins and goes_on and not cased else None


def _join(decoded: Decoded, first: int, second: int) -> None:
    """Make one coordinated subject of a name and the list behind it."""
    verb = decoded.heads[second]
    decoded.relations[first] = "nsubj"
    for i, head in enumerate(decoded.heads):
        if head == second and decoded.relations[i] == "conj" and i < verb:
            decoded.heads[i] = first
    decoded.heads[second], decoded.relations[second] = first, "conj"
    if verb in decoded.roles:
        pairs = decoded.roles[verb][0]
        kept = [(role, first if head == second else head) for role, head in pairs if head != first]
        pairs[:] = sorted(kept, key=lambda pair: pair[1])


def _stands_alone(decoded: Decoded, words: Sequence[str], at: int) -> bool:
    """Tell whether "neither" or "both" is itself who does it: "Neither may bring in arms"."""
    if words[at].lower() not in STANDING or decoded.upos[at] == "PRON" or not _before_auxiliary(decoded, at):
        return False
    return decoded.heads[at] > at and _has_no_subject(decoded, decoded.heads[at])


def _is_bare_number(decoded: Decoded, at: int) -> bool:
    """Tell whether a number without a noun is the subject: "Up to 5,000 and up to 1,000 are to go free"."""
    verb = decoded.heads[at]
    if decoded.upos[at] != "NUM" or not decoded.relations[at].startswith("obl") or verb <= at:
        return False
    cased = any(head == at and decoded.relations[i] == "case" for i, head in enumerate(decoded.heads))
    return not cased and _is_told_of(decoded, at, verb)


def _verb_below(decoded: Decoded, at: int) -> int | None:
    """Give the verb that was hung on a number for which it is told: the tree took the number for the root."""
    if decoded.upos[at] != "NUM" or decoded.relations[at] != "root":
        return None
    verbs = (i for i, head in enumerate(decoded.heads) if head == at < i and decoded.upos[i] == "VERB")
    return next((verb for verb in verbs if _is_told_of(decoded, at, verb)), None)


def _is_told_of(decoded: Decoded, at: int, verb: int) -> bool:
    """Tell whether a verb without a subject is told of a number and those listed with it, and of no day."""
    dated = any(first <= at <= last for first, last in decoded.times)
    listed = [i for i, head in enumerate(decoded.heads) if head == at and decoded.relations[i] == "conj" and i < verb]
    return not dated and _before_auxiliary(decoded, max(listed, default=at), verb) and _has_no_subject(decoded, verb)


def _before_auxiliary(decoded: Decoded, at: int, verb: int | None = None) -> bool:
    """Tell whether an auxiliary of the verb follows at once."""
    verb = decoded.heads[at] if verb is None else verb
    after = at + 1
    in_range = after < len(decoded.heads) and decoded.heads[after] == verb
    return in_range and decoded.relations[after].startswith(("aux", "cop"))


def _has_no_subject(decoded: Decoded, verb: int) -> bool:
    own = [i for i, head in enumerate(decoded.heads) if head == verb]
    return not any(decoded.relations[i].startswith(SUBJECTS) for i in own)


def _make_subject(decoded: Decoded, at: int) -> None:
    verb = decoded.heads[at]
    passive = any(head == verb and decoded.relations[i] == "aux:pass" for i, head in enumerate(decoded.heads))
    decoded.relations[at] = "nsubj:pass" if passive else "nsubj"
    if decoded.upos[at] != "NUM":
        decoded.upos[at], decoded.xpos[at] = "PRON", "DT"
