"""Tags and relations of one word that contradict each other, brought into line: a noun by its fine tag is no verb."""

from __future__ import annotations

from collections.abc import Sequence

from truceline.reading.network.decoding import Decoded

NOUNS = ("NN", "NNS")
PLAIN = ("VB", "VBP", "VBZ")
OF_SING = frozenset(
    ("bring", "sing", "ring", "spring", "swing", "cling", "fling", "sling", "sting", "string", "wring", "wing")
)
"""Plain verbs that end like a participle."""
NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM"))
PLACES_OF_NOUNS = ("nsubj", "obj", "iobj", "obl", "nmod", "appos")
QUANTITIES = frozenset(("many", "most", "some", "several", "few", "all", "half", "both", "each", "none", "any", "one"))
"""Words before "of" that stand for those they count, whatever they are tagged."""


def with_agreement(decoded: Decoded, words: Sequence[str]) -> Decoded:
    """Mend what contradicts itself, in place; any other tree stays as it is."""
    for i, (coarse, fine) in enumerate(zip(decoded.upos, decoded.xpos, strict=True)):
        if coarse == "VERB" and fine in NOUNS and decoded.relations[i].startswith(PLACES_OF_NOUNS):
            decoded.upos[i] = "NOUN"
        elif (
            coarse == "VERB" and fine in PLAIN and words[i].lower().endswith("ing") and words[i].lower() not in OF_SING
        ):
            decoded.xpos[i] = "VBG"
        elif coarse == "NOUN" and fine == "JJ":
            decoded.xpos[i] = "NN"
        if decoded.relations[i] == "aux:pass" and _is_quality(decoded, words, decoded.heads[i]):
            decoded.relations[i] = "cop"
        elif decoded.relations[i] == "conj" and _names_beside(decoded, words, i):
            decoded.relations[i] = "appos"
    for verb in range(3, len(words)):
        if (subject := _subject_lost(decoded, words, verb)) is not None:
            decoded.heads[subject], decoded.relations[subject] = verb, "nsubj"
            _role_of_all(decoded, verb, subject)
    for i in range(1, len(words) - 2):
        if decoded.relations[i] in ("conj", "appos") and (subject := _subject_behind(decoded, words, i)) is not None:
            decoded.heads[i], decoded.relations[i] = decoded.heads[subject], decoded.relations[subject]
            decoded.heads[subject], decoded.relations[subject] = i, "conj"
            _role_of_all(decoded, decoded.heads[i], i)
    for i, (relation, head) in enumerate(zip(decoded.relations, decoded.heads, strict=True)):
        if relation == "obl" and 0 <= head < i and _is_nominal(decoded, words, head):
            decoded.relations[i] = "nmod"
    return decoded


def _is_quality(decoded: Decoded, words: Sequence[str], at: int) -> bool:
    """Tell whether "to be" stands before a quality, not before what is done: "was due", "are gone"."""
    if words[at].lower() == "gone":
        decoded.upos[at], decoded.xpos[at] = "ADJ", "JJ"
    return decoded.upos[at] == "ADJ"


def _names_beside(decoded: Decoded, words: Sequence[str], at: int) -> bool:
    """Tell whether a name was coordinated with the one before it by nothing but a comma: "Kaya, Central Equatoria"."""
    head = decoded.heads[at]
    if not 0 <= head < at or decoded.upos[at] != "PROPN" or decoded.upos[head] != "PROPN":
        return False
    kin = [i for i in range(len(words)) if decoded.heads[i] in (head, at) and decoded.relations[i] in ("conj", "cc")]
    return kin == [at] and _after_comma(decoded.heads, words, at)


def _subject_lost(decoded: Decoded, words: Sequence[str], verb: int) -> int | None:
    """Give the subject that was hung whole to the clause before: "If X agrees to Y, Z, its allies and W will leave"."""
    heads, relations = decoded.heads, decoded.relations
    own = [i for i in range(len(words)) if heads[i] == verb]
    modal = next((i for i in own if i < verb and decoded.xpos[i] == "MD"), None)
    if modal is None or any(relations[i].startswith(("nsubj", "csubj", "expl")) for i in own):
        return None
    found, part = None, modal - 1
    while relations[part] in ("conj", "appos") and 0 <= heads[part] < part:
        if _is_set_off(decoded, words, part, verb):
            found = part
        part = heads[part]
    return found


def _is_set_off(decoded: Decoded, words: Sequence[str], at: int, verb: int) -> bool:
    """Tell whether a noun behind a comma hangs in a clause that stands before its verb."""
    heads, above = decoded.heads, decoded.heads[at]
    while 0 <= above < at and decoded.relations[above] != "advcl":
        above = heads[above]
    inside = 0 <= above < at and heads[above] == verb
    return inside and decoded.upos[at] in NOMINAL and _after_comma(heads, words, at)


def _role_of_all(decoded: Decoded, verb: int, subject: int) -> None:
    """Give the role of one part of a coordinated subject to the whole of it, and a doer to a verb that has none."""
    verbs = [
        i for i, head in enumerate(decoded.heads) if i == verb or (head == verb and decoded.relations[i] == "conj")
    ]
    for told in (i for i in verbs if i in decoded.roles):
        pairs = decoded.roles[told][0]
        for number, (role, head) in enumerate(pairs):
            if decoded.relations[head] == "conj" and decoded.heads[head] == subject:
                pairs[number] = (role, subject)
        passive = any(
            decoded.heads[i] == told and decoded.relations[i] == "aux:pass" for i in range(len(decoded.heads))
        )
        if not passive and all(role != "ARG0" for role, _ in pairs):
            pairs.append(("ARG0", subject))


def _after_comma(heads: Sequence[int], words: Sequence[str], at: int) -> bool:
    """Tell whether a comma stands before a word and its modifiers."""
    begin = at
    while begin > 0 and words[begin - 1] != "," and heads[begin - 1] == at:
        begin -= 1
    return begin > 0 and words[begin - 1] == ","


def _subject_behind(decoded: Decoded, words: Sequence[str], at: int) -> int | None:
    """Give the subject whose first part was hung to the clause before: "If X agrees to Y, Z, its allies and W will"."""
    heads, relations = decoded.heads, decoded.relations
    above = heads[at]
    steps = 0
    while 0 <= above < at and relations[above] != "advcl" and steps < len(words):
        above, steps = heads[above], steps + 1
    if not 0 <= above < at or relations[above] != "advcl":
        return None
    if not _after_comma(heads, words, at):
        return None
    subject = next((i for i in range(at + 1, len(words)) if relations[i] == "nsubj" and heads[i] == heads[above]), None)
    if subject is None or heads[above] < subject or "," not in words[at + 1 : subject]:
        return None
    between = range(at + 1, subject)
    return subject if all(words[i] in (",", "and") or heads[i] in (at, subject) for i in between) else None


def _is_nominal(decoded: Decoded, words: Sequence[str], at: int) -> bool:
    """Tell whether a word is the head of a noun phrase that is no predicate: what hangs on it belongs to the noun."""
    if not decoded.relations[at].startswith(PLACES_OF_NOUNS):
        return False
    return decoded.upos[at] in NOMINAL or words[at].lower() in QUANTITIES
