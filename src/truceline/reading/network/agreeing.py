"""Tags and relations of one word that contradict each other, brought into line: a noun by its fine tag is no verb."""

from __future__ import annotations

import re
from collections.abc import Sequence

from truceline.reading.network.decoding import Decoded

NOUNS = ("NN", "NNS")
PLAIN = ("VB", "VBP", "VBZ")
FINITE = ("VBP", "VBZ")
OF_SING = frozenset(
    ("bring", "sing", "ring", "spring", "swing", "cling", "fling", "sling", "sting", "string", "wring", "wing")
)
"""Plain verbs that end like a participle."""
YEAR = re.compile(r"(?:1[89]|20)\d\d")
NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM"))
PLACES_OF_NOUNS = ("nsubj", "obj", "iobj", "obl", "nmod", "appos")
OUTCOMES = frozenset(("free", "unpunished", "hungry", "bankrupt", "missing"))
"""What those are who go so: "they are to go free"."""
COUNTED = ("obl", "obj", "nmod")
OF_VERBS = ("nsubj", "obj", "obl", "aux", "xcomp", "ccomp", "advcl")
"""What hangs on a verb, and on no number of people: "of 32 killed"."""
QUANTITIES = frozenset(("many", "most", "some", "several", "few", "all", "half", "both", "each", "none", "any", "one"))
"""Words before "of" that stand for those they count, whatever they are tagged."""


def with_agreement(decoded: Decoded, words: Sequence[str]) -> Decoded:
    """Mend what contradicts itself, in place; any other tree stays as it is."""
    for i in range(len(words)):
        _agree(decoded, words, i)
        _join(decoded, words, i)
    modal = {head for head, tag in zip(decoded.heads, decoded.xpos, strict=True) if tag == "MD" and head >= 3}
    for verb in sorted(modal):
        if (subject := _subject_lost(decoded, words, verb)) is not None:
            decoded.heads[subject], decoded.relations[subject] = verb, "nsubj"
            _role_of_all(decoded, verb, subject)
    for i in range(1, len(words) - 2):
        if decoded.relations[i] in ("conj", "appos") and (subject := _subject_behind(decoded, words, i)) is not None:
            decoded.heads[i], decoded.relations[i] = decoded.heads[subject], decoded.relations[subject]
            decoded.heads[subject], decoded.relations[subject] = i, "conj"
            _role_of_all(decoded, decoded.heads[i], i)
        elif decoded.relations[i] == "conj" and (subject := _subject_around(decoded, words, i)) is not None:
            decoded.heads[i] = subject
    for i, (relation, head) in enumerate(zip(decoded.relations, decoded.heads, strict=True)):
        if _is_bare_object(decoded, i):
            decoded.relations[i] = "obj"
        elif relation == "obl" and 0 <= head < i and _is_nominal(decoded, words, head):
            decoded.relations[i] = "nmod"
    return decoded


def _mend_participle(decoded: Decoded, words: Sequence[str], at: int) -> None:
    """Read "shall be disarmed" as a participle, and "speaks of 32 killed" as people who are counted."""
    own = [decoded.relations[i] for i, head in enumerate(decoded.heads) if head == at]
    if decoded.xpos[at] == "VB" and "aux:pass" in own:
        decoded.xpos[at] = "VBN"
    if at < 2 or decoded.upos[at - 1] != "NUM" or decoded.upos[at - 2] != "ADP":
        return
    before = words[at - 2].lower() == "as" or decoded.heads[at - 2] == at
    counted = decoded.relations[at] in COUNTED or (decoded.relations[at] == "advcl" and before)
    if counted and not any(relation.startswith(OF_VERBS) for relation in own):
        _hang_on_number(decoded, at)


def _hang_on_number(decoded: Decoded, at: int) -> None:
    """Make the number stand for the people: "of 32" with "killed" said of them, by nobody who is named."""
    number, relation = at - 1, decoded.relations[at]
    decoded.heads[number], decoded.relations[number] = decoded.heads[at], "obl" if relation == "advcl" else relation
    for i, head in enumerate(decoded.heads):
        if head == at and i != number:
            decoded.heads[i] = number
            decoded.relations[i] = "case" if decoded.relations[i] == "mark" else decoded.relations[i]
    decoded.heads[at], decoded.relations[at], decoded.xpos[at] = number, "acl", "VBN"
    for told, (pairs, *_) in decoded.roles.items():
        pairs[:] = [("ARG1", number)] if told == at else [(role, number if i == at else i) for role, i in pairs]


def _follows_verb(decoded: Decoded, at: int) -> bool:
    return decoded.upos[at] == "ADJ" and 0 <= decoded.heads[at] == at - 1 and decoded.upos[at - 1] == "VERB"


def _agree(decoded: Decoded, words: Sequence[str], i: int) -> None:
    """Bring the two tags of a word into line with each other and with what hangs on it."""
    coarse, fine, relation = decoded.upos[i], decoded.xpos[i], decoded.relations[i]
    in_place = relation.startswith(PLACES_OF_NOUNS)
    if coarse == "VERB" and fine in NOUNS and in_place:
        decoded.upos[i] = "NOUN"
    elif coarse == "VERB" and fine in NOUNS and relation == "advcl" and _has_article(decoded, i):
        decoded.upos[i], decoded.relations[i] = "NOUN", "obl"
    elif fine in FINITE and in_place and _has_article(decoded, i):
        decoded.upos[i], decoded.xpos[i] = "NOUN", "NNS" if fine == "VBZ" else "NN"
    elif coarse == "VERB" and fine in PLAIN and words[i].lower().endswith("ing") and words[i].lower() not in OF_SING:
        decoded.xpos[i] = "VBG"
    elif coarse == "NOUN" and fine == "JJ":
        decoded.xpos[i] = "NN"
    elif coarse == "VERB" and words[i].lower().endswith("ed"):
        _mend_participle(decoded, words, i)
    if decoded.xpos[i] == "VBN" and _has_subject_alone(decoded, i):
        decoded.xpos[i] = "VBD"


def _join(decoded: Decoded, words: Sequence[str], i: int) -> None:
    """Bring a relation into line with the words that it joins."""
    relation = decoded.relations[i]
    if relation == "aux:pass" and _is_quality(decoded, words, decoded.heads[i]):
        decoded.relations[i] = "cop"
    elif relation == "advmod" and words[i].lower() in OUTCOMES and _follows_verb(decoded, i):
        decoded.relations[i] = "xcomp"
    elif relation == "conj" and _names_beside(decoded, words, i):
        decoded.relations[i] = "appos"
    elif relation == "cc" and words[i].lower() == "nor" and _opens_inverted(decoded, i):
        decoded.relations[i] = "advmod"
    elif relation == "mark" and _before_noun(decoded, i):
        decoded.relations[i] = "case"
    elif YEAR.fullmatch(words[i]) and _is_year_of(decoded, i):
        _join_year(decoded, i)
    elif decoded.xpos[i] == "CD" and _counts_next(decoded, i):
        decoded.upos[i + 1], decoded.xpos[i + 1] = "NOUN", "NNS"
        decoded.heads[i], decoded.relations[i] = i + 1, "nummod"


def _opens_inverted(decoded: Decoded, at: int) -> bool:
    """Tell whether "nor" denies its verb itself: "Nor has the army left"."""
    behind = at + 1
    return (
        behind < len(decoded.heads)
        and decoded.relations[behind] in ("aux", "aux:pass", "cop")
        and (decoded.heads[behind] == decoded.heads[at])
    )


def _is_year_of(decoded: Decoded, year: int) -> bool:
    """Tell whether a year was hung beside the month that it belongs to: "In October 2015"."""
    month = year - 1
    if month < 1 or decoded.upos[month] != "PROPN" or not decoded.relations[month].startswith("obl"):
        return False
    before = decoded.relations[month - 1] == "case" and decoded.heads[month - 1] in (month, year)
    return before and decoded.heads[year] == decoded.heads[month] and decoded.relations[year].startswith("obl")


def _join_year(decoded: Decoded, year: int) -> None:
    """Hang a year on its month, with which it is one time."""
    decoded.heads[year], decoded.relations[year] = year - 1, "nmod:unmarked"
    decoded.heads[year - 2] = year - 1
    for pairs, *_ in decoded.roles.values():
        if ("ARGM-TMP", year - 1) in pairs and ("ARGM-TMP", year) in pairs:
            pairs.remove(("ARGM-TMP", year))


def _counts_next(decoded: Decoded, number: int) -> bool:
    """Tell whether a number and what it counts are one phrase after a preposition: "of 12 dead"."""
    state = number + 1
    if state >= len(decoded.heads) or decoded.xpos[state] != "JJ" or decoded.relations[state] != "obl":
        return False
    beside = decoded.relations[number] == "obl" and decoded.heads[number] == decoded.heads[state]
    cases = [i for i, head in enumerate(decoded.heads) if head == state and decoded.relations[i] == "case"]
    return beside and cases == [number - 1]


def _has_article(decoded: Decoded, noun: int) -> bool:
    """Tell whether a word has an article and no subject, as nouns have: "condemned on Sunday the killing"."""
    own = {decoded.relations[i] for i, head in enumerate(decoded.heads) if head == noun}
    return "det" in own and own.isdisjoint(("nsubj", "nsubj:pass", "obj", "aux", "mark"))


def _has_subject_alone(decoded: Decoded, verb: int) -> bool:
    """Tell whether a participle with the subject of a doer has no auxiliary: "The ministry condemned the killing"."""
    if not decoded.relations[verb].startswith(("root", "ccomp", "parataxis")):
        return False
    own = {decoded.relations[i] for i, head in enumerate(decoded.heads) if head == verb}
    return "nsubj" in own and own.isdisjoint(("aux", "aux:pass", "cop", "nsubj:pass"))


def _before_noun(decoded: Decoded, mark: int) -> bool:
    """Tell whether the noun behind a conjunction is no clause: "collapsed in April with the sinking of two boats"."""
    noun = decoded.heads[mark]
    if noun <= mark or decoded.xpos[noun] not in NOUNS or not decoded.relations[noun].startswith(("obl", "nmod")):
        return False
    own = {decoded.relations[i].partition(":")[0] for i, head in enumerate(decoded.heads) if head == noun}
    return own.isdisjoint(("nsubj", "csubj", "cop", "expl", "aux"))


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


def _subject_around(decoded: Decoded, words: Sequence[str], at: int) -> int | None:
    """Give the subject in whose row a part stands that was hung to the clause before: "Y, Z, its allies and W"."""
    heads, relations = decoded.heads, decoded.relations
    if not _after_comma(heads, words, at) or heads[at] > at:
        return None
    rows = ((heads[i], i) for i in range(at + 1, len(words)) if relations[i] == "conj")
    return next((s for s, _ in rows if heads[at] < s < at and relations[s].startswith("nsubj")), None)


def _is_bare_object(decoded: Decoded, at: int) -> bool:
    """Tell whether a noun is the object of its verb: "began talks", "gave an undertaking that"."""
    verb, heads = decoded.heads[at], decoded.heads
    if not 0 <= verb < at or decoded.upos[verb] != "VERB" or decoded.xpos[at] not in NOUNS:
        return False
    beside = {decoded.relations[i] for i, head in enumerate(heads) if head == verb and i != at}
    if not beside.isdisjoint(("obj", "ccomp", "xcomp", "aux:pass", "iobj")):
        return False
    own = {decoded.relations[i] for i, head in enumerate(heads) if head == at}
    if decoded.relations[at] == "iobj":
        return "acl" in own
    pairs = decoded.roles[verb][0] if verb in decoded.roles else []
    between = (i for i in range(verb + 1, at) if decoded.relations[i] != "compound:prt")
    free = all(head != at or role == "ARG1" for role, head in pairs) and all(heads[i] == at for i in between)
    return decoded.relations[at] == "obl" and free and own.isdisjoint(("case", "mark"))


def _is_nominal(decoded: Decoded, words: Sequence[str], at: int) -> bool:
    """Tell whether a word is the head of a noun phrase that is no predicate: what hangs on it belongs to the noun."""
    if not decoded.relations[at].startswith(PLACES_OF_NOUNS):
        return False
    return decoded.upos[at] in NOMINAL or words[at].lower() in QUANTITIES
