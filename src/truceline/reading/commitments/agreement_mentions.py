"""Where a report speaks of an agreement: the phrase, its names, and how it is meant."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from truceline.domain.sentences import Sentence
from truceline.reading.cases import case_of
from truceline.reading.commitments.agreement_parties import is_headline, on_paper, parties_beside, puts_name_to
from truceline.reading.commitments.agreement_turns import agreed, agreed_at, ends_war, in_name, is_another
from truceline.reading.commitments.spoken import APART, DEFINITE, Spoken, is_definite
from truceline.reading.scene import Scene
from truceline.vocabulary import rows

LAYING_DOWN = frozenset(
    ("call", "provide", "require", "stipulate", "commit", "oblige", "bind", "include", "envisage", "give")
)
"""Verbs by which a text is told as one that stands."""


OF_TRADE = frozenset(
    ("plea", "business", "book", "film", "transfer", "loan", "merger", "record", "wage", "sponsorship")
)
"""Before the noun: a deal of the courts or of business."""


HALTS = frozenset(("ceasefire", "pause"))
GENERIC = frozenset(("any", "no", "every", "each", "such", "some", "all", "most"))


_JOINS = frozenset(("for", "on", "of", "to", "the", "and"))


MADE = frozenset(("sign", "ink", "initial", "reach", "conclude"))
"""What is done with a text that binds."""


OF_WHAT = [["of", "hostility"], ["of", "understanding"], ["of", "principle"], ["of", "intent"], ["of", "commitment"]]
"""What belongs to the noun: a cessation of hostilities, a memorandum of understanding, a declaration of principles."""
_QUOTES_CLOSED = {"“": "”", "‘": "’", '"': '"', "'": "'"}


@cache
def _kinds() -> dict[str, str]:
    return {noun: kind for kind, row in rows("agreements").items() for noun in row.get("nouns", ())}


def spoken_of(scene: Scene) -> list[Spoken]:
    """Find every mention of an agreement, in the order of the text."""
    found: list[Spoken] = []
    for sentence in scene.text.sentences:
        taken = -1
        for i, word in enumerate(sentence.words):
            kind = _kinds().get(word.lemma.lower())
            nominal = word.upos in ("NOUN", "PROPN") and not in_name(scene, sentence, i)
            if kind and i > taken and nominal and _is_meant(sentence, i, kind):
                mention = _mention(scene, sentence, i, kind)
                taken = mention.last
                if found and _is_what_about(found[-1], mention):
                    found[-1] = replace(found[-1], about=(*found[-1].about, kind))
                else:
                    found.append(mention)
            elif i > taken and found and is_another(sentence, i, found[-1]):
                found.append(_mention(scene, sentence, i, found[-1].kind))
            elif i > taken and (last := agreed_at(scene, sentence, i)):
                found.append(agreed(scene, sentence, i, last))
                taken = last
    return found


def _is_what_about(before: Spoken, mention: Spoken) -> bool:
    """Read "a declaration on the ceasefire" and "agreement was reached on a truce": one agreement, not two."""
    if before.sentence.index != mention.sentence.index or before.kind in HALTS or mention.kind not in HALTS:
        return False
    sentence, word = mention.sentence, mention.sentence.words[mention.head]
    if case_of(sentence, mention.head) not in ("on", "for", "about", "of"):
        return False
    beside = word.relation == "obl" and word.head == sentence.words[before.head].head
    return beside or (word.relation == "nmod" and before.first <= word.head <= before.last)


def _is_meant(sentence: Sentence, at: int, kind: str) -> bool:
    """Tell whether the noun means an agreement here: not "a great deal", not "ceasefire violations"."""
    word = sentence.words[at]
    before = [w.lemma.lower() for w in sentence.words[max(0, at - 4) : at]]
    needs = rows("agreements")[kind].get("needs")
    around = {*before, *[x.lower() for w in sentence.words[at + 1 : at + 4] for x in (w.lemma, w.text)]}
    signed = _is_signed(sentence, at)
    before_it = sentence.words[at - 1] if at else word
    named = at > 0 and before_it.upos == "PROPN" and before_it.text[0].isupper()
    titled = named and _titled(sentence, at) and kind in ("protocol", "declaration", "memorandum")
    told = signed or _is_under(sentence, at) or _lays_down(sentence, at)
    if needs and not around & set(needs) and not titled and not told and not ends_war(sentence, at):
        return False
    if rows("agreements")[kind].get("signed_only") and not told and "point" not in before[-2:]:
        return False
    if (
        set(before[-1:]) & OF_TRADE
        or before[-1:] in (["great"], ["good"])
        or (before[-1:] == ["in"] and kind == "agreement")
    ):
        return False
    if word.lemma.lower() == "cessation" and not any(
        w.lemma.lower().startswith("hostilit") for w in sentence.words[at : at + 3]
    ):
        return False
    inside = word.relation == "compound" and word.head > at and sentence.words[word.head].upos != "VERB"
    if not inside:
        return True
    above = sentence.words[word.head]  # "the deal text", not "the Treaty Room"
    return (
        kind == "agreement" and above.lemma not in _kinds() and not (above.upos == "PROPN" and word.text[0].isupper())
    )


def _negated(sentence: Sentence, first: int) -> bool:
    """Tell whether "not" stands before the phrase: "not a full ceasefire"."""
    return any(w.lemma in ("not", "no") for w in sentence.words[max(0, first - 2) : first])


def _is_signed(sentence: Sentence, at: int) -> bool:
    """Tell whether a noun is what somebody signs: "signed a declaration", "the document that they signed"."""
    word = sentence.words[at]
    near = [*sentence.children(at, "acl", "acl:relcl")]
    near += [word.head] if word.relation in ("obj", "nsubj", "nsubj:pass", "conj", "compound") else []
    named = word.relation == "obl" and word.lemma != "paper" and word.head >= 0 and puts_name_to(sentence, word.head)
    return named or any(w >= 0 and (sentence.words[w].lemma in MADE or on_paper(sentence, w)) for w in near)


def _is_under(sentence: Sentence, at: int) -> bool:
    """Tell whether a noun stands in "under the draft" or "according to that text"."""
    cases = {sentence.words[k].lemma.lower() for k in sentence.children(at, "case")}
    definite = any(sentence.words[k].lemma.lower() in DEFINITE for k in sentence.children(at, "det"))
    return definite and bool(cases & {"under", "accord", "according"})


def _lays_down(sentence: Sentence, at: int) -> bool:
    """Tell whether a text is told by what it binds to: "the agreement on the port calls for a truce"."""
    verb = sentence.words[at].head
    if sentence.words[at].relation != "nsubj" or verb < 0 or not is_definite(sentence, at):
        return False
    tensed = sentence.words[verb].xpos in ("VBZ", "VBD", "VBP") and not sentence.children(verb, "aux")
    return tensed and sentence.words[verb].lemma.lower() in LAYING_DOWN


def _mention(scene: Scene, sentence: Sentence, head: int, kind: str) -> Spoken:
    first = _first(sentence, head)
    last = _last(sentence, head)
    before = [w.lemma.lower() for w in sentence.words[max(0, first - 1) : head]]
    plural = sentence.words[head].xpos in ("NNS", "NNPS")
    if kind == "agreement":
        kind = next((k for w in before if (k := _kinds().get(w)) == "ceasefire"), kind)
    return Spoken(
        sentence,
        head,
        first,
        last,
        kind,
        _names(scene, sentence, first, last, head),
        _titled(sentence, head),
        parties_beside(scene, sentence, first, head),
        bool(before[:1]) and (before[0] in DEFINITE or "'s" in before or "’s" in before),
        (plural and not _names(scene, sentence, first, last, head) and not _is_one_set(sentence, head))
        or (bool(before[:1]) and before[0] in GENERIC)
        or _negated(sentence, first),
        bool(APART & set(before)),
        _is_under(sentence, head) or _lays_down(sentence, head),
    )


def _is_one_set(sentence: Sentence, head: int) -> bool:
    """Tell whether a plural means one agreement: "the peace accords signed in May", "the Arusha accords"."""
    told = sentence.children(head, "compound", "amod", "acl", "acl:relcl")
    if sentence.words[head].lemma.lower() == "point":
        return bool(sentence.children(head, "nummod"))
    return sentence.words[head].lemma.lower() == "accord" and is_definite(sentence, head) and bool(told)


def _first(sentence: Sentence, head: int) -> int:
    """Walk back over the modifiers of the noun, determiners left out."""
    first = head
    while first > 0:
        word = sentence.words[first - 1]
        inside = word.head >= first - 1 and word.head <= head
        quote = word.text in _QUOTES_CLOSED or word.text in ("”", "’", "-", "–")
        if word.text.isdigit() and len(word.text) == 4 and inside:
            first -= 1
            continue
        if word.text == "-" and first > 1 and sentence.words[first - 2].upos == "NUM":
            first -= 2
            continue
        modifier = word.upos in ("ADJ", "NOUN", "PROPN") and (inside or word.upos == "PROPN")
        before = sentence.words[first - 2].upos if first > 1 else ""
        if modifier or (quote and before in ("ADJ", "NOUN", "PROPN") and word.text in "-–’”"):
            first -= 1
        else:
            break
    return first


def _last(sentence: Sentence, head: int) -> int:
    """Walk on over a proper name ("Agreement on Peace in Orlin") or to the closing quotation mark."""
    words = sentence.words
    opened = next((i for i in range(head - 1, max(-1, head - 8), -1) if words[i].text in _QUOTES_CLOSED), None)
    if opened is not None and words[head].text[0].isupper():
        mark = _QUOTES_CLOSED[words[opened].text]
        closed = next((i for i in range(head + 1, min(len(words), head + 15)) if words[i].text == mark), None)
        if closed is not None and not any(words[i].text == mark for i in range(opened + 1, head)):
            return closed - 1
    last = head
    if [w.lemma.lower() for w in words[head + 1 : head + 3]] in OF_WHAT:
        return head + 2
    if words[head].text[0].isupper():
        at = head + 1
        while at < len(words) and _in_title(sentence, at):
            last = at if words[at].text[0].isupper() or words[at].text[0].isdigit() else last
            at += 1
        if any(words[i].text in ("with", "between") for i in range(head + 1, last)):
            last = head
    return last


def _in_title(sentence: Sentence, at: int) -> bool:
    """Tell whether a word may go on a title: a capital or a short joining word, but no date and no place of signing."""
    word = sentence.words[at]
    if word.text in _JOINS:
        following = sentence.words[at + 1] if at + 1 < len(sentence.words) else word
        if word.text in ("the", "to") and sentence.words[at - 1].text not in _JOINS:
            return False  # "in point 3 of the Agreement the State undertook"
        timed = any(a <= at + 1 <= b for a, b in sentence.times)
        return not timed and (following.text[0].isupper() or following.text in _JOINS)
    return (
        word.text[0].isupper()
        and word.upos in ("PROPN", "NOUN", "ADJ", "NUM")
        and not any(a <= at <= b for a, b in sentence.times)
    )


def _titled(sentence: Sentence, head: int) -> bool:
    """Tell whether the noun is written with a capital though the line is no headline."""
    return not is_headline(sentence) and sentence.words[head].text[0].isupper() and head > 0


def _names(scene: Scene, sentence: Sentence, first: int, last: int, head: int) -> frozenset[str]:
    """Give the words that tell this agreement from others; those who may be its parties do not, nor their countries."""
    acting = {a.country for a in scene.actors.mentions if a.type in ("state", "government", "armed_group")}
    countries = {p.key for p in scene.places.mentions if p.type == "country" and p.country in acting}
    sides = {a.key for a in scene.actors.mentions if a.type in ("state", "government", "armed_group", "alliance")}
    names: set[str] = set()
    for i in range(first, last + 1):
        word = sentence.words[i]
        plain = not word.text[0].isupper() or word.upos not in ("PROPN", "NOUN", "ADJ")
        plain = plain or (i == 0 and word.upos != "PROPN")
        if plain or scene.places.at(sentence.index, i) in countries or sides & set(scene.actors.at(sentence.index, i)):
            continue
        names.add(word.text.lower())
    years = [*sentence.words[first:head]]
    if [w.text for w in sentence.words[head + 1 : head + 2]] == ["of"]:
        years += sentence.words[head + 2 : head + 5]
    names |= {w.text for w in years if w.text.isdigit() and len(w.text) == 4}
    if _titled(sentence, head):
        return frozenset(names)
    return frozenset(names - {sentence.words[head].text.lower(), "peace", "final", "joint", "comprehensive"})
