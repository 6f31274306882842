"""What saying does with the deed said: announcing one's own deed, refusing, demanding, blaming; else plain speech."""

from __future__ import annotations

from truceline.domain.sentences import Sentence
from truceline.reading.clauses import is_noun, subjects
from truceline.reading.events.event_deeds import Deed, Deeds
from truceline.reading.events.event_rows import Row, class_words
from truceline.reading.events.turned_types import AS_PROMISED, HOSTILE, MODE_OF_THREAT, MODE_OF_WISH, mode_of_wish

DUTY = frozenset({"must", "should", "ought", "need", "have", "shall"})
FUTURE = frozenset({"will", "would", "wo", "'d", "'ll", "’d", "’ll", "shall"})
PAST = frozenset({"did", "had", "has", "have", "do", "does"})
FIRST_PERSON = frozenset({"i", "we"})
PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "who"})
PLAIN = frozenset({
    "say", "tell", "add", "write", "note", "state", "indicate", "reveal", "repeat", "reiterate", "argue",
})  # fmt: skip
"""Verbs of plain saying: what is said to come is told itself, as planned."""
INSISTING = frozenset({"insist", "demand", "propose", "recommend", "suggest", "stipulate"})
CLAIMING = frozenset({"claim", "allege", "charge"})


def own_deed(deeds: Deeds, speaker: int, content: int) -> bool:
    """Tell whether the deed of a complement is the speaker's own."""
    s, scene = deeds.sentence, deeds.scene
    who, told = subjects(s, speaker), subjects(s, content)
    if not told or who == told:
        return True
    if s.words[told[0]].lemma.lower() in FIRST_PERSON:
        return True
    if s.words[told[0]].lemma in class_words("troops") and s.words[speaker].lemma in ("announce", "declare", "order"):
        return True  # "the president announced that the troops would leave"
    if is_noun(s, told[0]) and not s.children(told[0], "nmod:poss") and (deed := deeds.deed(told[0])) is not None:
        # "Announced that operations would resume", "said there would be no talks".
        return deed.type in HOSTILE or deeds.negated(content) or deed.negated
    holder = s.children(told[0], "nmod:poss")
    if holder and is_noun(s, told[0]):
        if s.words[holder[0]].lemma.lower() in ("its", "their", "his", "her", "our", "my"):
            return True
        told = (holder[0],)
    if s.words[told[0]].lemma.lower() in PRONOUNS:
        return True
    first = {k for w in who for k in scene.actors.group(s, w)}
    second = {k for w in told for k in scene.actors.group(s, w)}
    if first and second:
        return bool(first & second)
    return False


def auxiliaries(sentence: Sentence, word: int) -> frozenset[str]:
    """Give the auxiliaries of a verb, as printed and as lemmas."""
    return frozenset(sentence.words[k].text.lower() for k in sentence.children(word, "aux")) | frozenset(
        sentence.words[k].lemma.lower() for k in sentence.children(word, "aux")
    )


def lies_ahead(sentence: Sentence, word: int) -> bool:
    """Tell whether a clause lies ahead: will, would, "is to", "going to", an infinitive."""
    found = auxiliaries(sentence, word)
    if found & FUTURE:
        return True
    head = sentence.words[word].head
    if sentence.words[word].relation == "xcomp" and head >= 0 and sentence.words[head].lemma in ("go", "be"):
        return True
    if "have" in found:
        return False  # "claimed to have killed"
    return any(sentence.words[k].lemma == "to" for k in sentence.children(word, "mark"))


def announced(deeds: Deeds, word: int, row: Row) -> Deed | None:
    """Give what saying does by the clauses said, if it does anything."""
    s = deeds.sentence
    told = _told_to(deeds, word, row)
    if told is not None:
        return told
    for k in deeds.complements(word):
        clause = s.words[k].relation in ("ccomp", "xcomp", "parataxis", "acl") and not is_noun(s, k)
        if not (clause or s.children(k, "cop")):
            continue
        for one in s.conjuncts(k):
            told = _announced_clause(deeds, word, one, row)
            if told is not None:
                return told
    return None


def _told_to(deeds: Deeds, word: int, row: Row) -> Deed | None:
    """Telling somebody to do something is a demand: "told the rebels to go home"."""
    s = deeds.sentence
    if s.words[word].lemma != "tell" or not deeds.clause(word).patients or is_noun(s, word):
        return None
    for k in s.children(word, "xcomp"):
        if any(s.words[m].lemma == "to" for m in s.children(k, "mark")):
            deed = deeds.inner(k)
            mode = mode_of_wish(deed.type, negated=deed.negated) if deed else None
            return Deed("REQUEST", mode, word, row, k, verbal=True)
    return None


def _announced_clause(deeds: Deeds, word: int, content: int, row: Row) -> Deed | None:
    s = deeds.sentence
    deed = deeds.inner(content)
    aux = auxiliaries(s, content)
    own = own_deed(deeds, word, content)
    if s.words[content].lemma in class_words("negative") and s.children(content, "cop"):
        return Deed("ACCUSE", "disapprove", word, row, content, verbal=True)  # "said the plan was a mistake"
    if s.words[word].lemma in INSISTING and not own and _subjunctive(s, content):
        return Deed(
            "REQUEST", mode_of_wish(deed.type, negated=deed.negated) if deed else None, word, row, content, verbal=True
        )
    if deed is not None and not own and s.words[word].lemma in CLAIMING and deed.type in HOSTILE and not deed.negated:
        return Deed("ACCUSE", "allege", word, row, content, verbal=True)
    if aux & DUTY and not own and "have" not in aux - {"has"}:
        return Deed(
            "REQUEST", mode_of_wish(deed.type, negated=deed.negated) if deed else None, word, row, content, verbal=True
        )
    if deed is not None and own and deed.row is not None and deed.row.frame == "attend":
        return Deed("REJECT", "meet", word, row, content, verbal=True, recipients_from=(deed.word,))
    if deed is None or deed.verbal or not own:
        return None
    if not lies_ahead(s, content):
        disowned = deed.negated and deed.type in HOSTILE and aux & PAST  # "said that it did not fire on them"
        return Deed("REJECT", None, word, row, content, verbal=True) if disowned else None
    if s.words[word].lemma in CLAIMING and not aux & FUTURE:
        return None  # "claimed to be advancing"
    if deed.negated:
        if deed.type in HOSTILE:
            return Deed("AGREE", None, word, row, content, verbal=True, recipients_from=(deed.word,))
        return Deed(
            "REJECT", MODE_OF_WISH.get(deed.type), word, row, content, verbal=True, recipients_from=(deed.word,)
        )
    kind = AS_PROMISED.get(deed.type)
    if kind is None:
        return None
    if kind != "THREATEN" and s.words[word].lemma in PLAIN:
        return None  # only said: what is to come is told itself, as planned
    mode = MODE_OF_THREAT.get(deed.type) if kind == "THREATEN" else None
    return Deed(kind, mode, word, row, content, verbal=True, recipients_from=(deed.word,))


def _subjunctive(sentence: Sentence, content: int) -> bool:
    """Tell whether a clause stands in the subjunctive: "insisted that the prisoners be released"."""
    helpers = [sentence.words[k].text.lower() for k in sentence.children(content, "aux", "aux:pass", "cop")]
    if "be" in helpers[:1] or (not helpers and sentence.words[content].xpos == "VB"):
        return True
    above = sentence.words[sentence.words[content].head]  # "insisted that the sides leave": no past after a past
    return not helpers and sentence.words[content].xpos == "VBP" and above.xpos == "VBD"
