"""Objects and phrases hung elsewhere: an object behind a day, the deed in which people died, the end of an aside."""

from __future__ import annotations

from collections.abc import Sequence

from truceline.reading.network.decoding import Decoded

GIVEN = frozenset((
    "given", "granted", "awarded", "offered", "handed", "sent", "shown", "paid", "told", "taught", "asked", "denied",
    "refused", "promised", "allowed", "named", "elected", "appointed", "declared", "called", "considered", "made",
))  # fmt: skip
"""Participles that keep an object in the passive: "Envoy denied the visa"."""
DEAD = frozenset(("dead", "killed", "wounded", "injured", "hurt", "missing"))
REPORTED = frozenset((
    "report", "reports", "reported", "confirm", "confirms", "confirmed", "count", "counts", "counted", "record",
    "records", "recorded", "announce", "announces", "announced", "register", "registered", "admit", "admits",
    "admitted",
))  # fmt: skip
"""What those do who tell how many died."""
CLAUSAL = frozenset(("case", "mark", "nsubj", "nsubj:pass", "obj", "cop", "aux", "aux:pass"))
LOOSE = ("obl", "ccomp", "obj", "advcl")
"""What the tree takes an object for that does not follow its verb at once."""


def with_objects(decoded: Decoded, words: Sequence[str]) -> Decoded:
    """Give verbs the objects behind a day, the dead the deed they died in, and asides their last phrase, in place."""
    for i in range(1, len(words)):
        if decoded.upos[i] == "NOUN" and (verb := _verb_of(decoded, words, i)) is not None:
            decoded.relations[i] = "obj"
            _let_do(decoded, verb)
        elif (dead := _dead_in(decoded, words, i)) is not None:
            decoded.heads[i], decoded.relations[i] = dead, "nmod"
        elif (aside := _aside_around(decoded, words, i)) is not None:
            decoded.heads[i] = aside
    return decoded


def _verb_of(decoded: Decoded, words: Sequence[str], noun: int) -> int | None:
    """Give the verb of an object with an article right behind a day: "condemned on Sunday the killing"."""
    verb = decoded.heads[noun]
    if not 0 <= verb < noun or decoded.relations[noun] not in LOOSE or decoded.upos[verb] != "VERB":
        return None
    own = [i for i, head in enumerate(decoded.heads) if head == noun]
    if not any(decoded.relations[i] == "det" for i in own) or any(decoded.relations[i] in CLAUSAL for i in own):
        return None
    begin = min(i for i in own if decoded.relations[i] == "det")
    dated = any(verb < first and last == begin - 1 for first, last in decoded.times)
    return verb if dated and words[verb].lower() not in GIVEN and not _helped(decoded, verb) else None


def _helped(decoded: Decoded, verb: int) -> bool:
    """Tell whether a verb has an auxiliary."""
    own = (decoded.relations[i] for i, head in enumerate(decoded.heads) if head == verb)
    return any(relation.startswith("aux") for relation in own)


def _let_do(decoded: Decoded, verb: int) -> None:
    """Make a verb with an object one that its subject does, whatever it was taken for."""
    if decoded.xpos[verb] == "VBN":
        decoded.xpos[verb] = "VBD"
    for i, head in enumerate(decoded.heads):
        if head == verb and decoded.relations[i] == "nsubj:pass":
            decoded.relations[i] = "nsubj"
            if verb in decoded.roles and all(role != "ARG0" for role, _ in decoded.roles[verb][0]):
                pairs = decoded.roles[verb][0]
                pairs[:] = [("ARG0" if at == i else role, at) for role, at in pairs]


def _dead_in(decoded: Decoded, words: Sequence[str], noun: int) -> int | None:
    """Give the dead that a deed right behind them belongs to: "reported seven dead in the shelling"."""
    verb = decoded.heads[noun]
    if decoded.relations[noun] != "obl" or not 0 <= verb < noun or words[verb].lower() not in REPORTED:
        return None
    own = [i for i, head in enumerate(decoded.heads) if head == noun]
    begin = next((i for i in own if decoded.relations[i] == "case" and words[i].lower() == "in"), 0)
    dead = begin - 1
    counted = dead > verb and words[dead].lower() in DEAD and decoded.xpos[dead - 1] == "CD"
    return dead if counted and decoded.heads[dead] == verb and decoded.relations[dead] == "obj" else None


def _aside_around(decoded: Decoded, words: Sequence[str], at: int) -> int | None:
    """Give the verb between commas that a phrase belongs to: "The talks, begun in May with a truce, failed"."""
    heads, relations, verb = decoded.heads, decoded.relations, decoded.heads[at]
    if relations[at] != "obl" or verb <= at:
        return None
    for subject in (i for i, head in enumerate(heads) if head == verb and relations[i].startswith("nsubj") and i < at):
        for aside in (i for i in range(subject + 2, at) if heads[i] == subject and relations[i].startswith("acl")):
            opened = words[aside - 1] == "," or (words[aside - 2] == "," and heads[aside - 1] == aside)
            if opened and "," not in words[aside:at] and "," in words[at:verb]:
                return aside
    return None
