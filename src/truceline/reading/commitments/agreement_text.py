"""A report that is itself the text of an agreement, a declaration or a law: told by its shape, with its parties."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, partial

from truceline.domain.dates import UNKNOWN_DAYS, When
from truceline.domain.document import Quote
from truceline.domain.mention import OWN_VOICE, AgreementMention
from truceline.domain.sentences import Sentence
from truceline.reading.clauses import subjects
from truceline.reading.commitments.agreement_parties import between, named_within, parties_beside, signed_by
from truceline.reading.commitments.contenders import COLLECTIVES
from truceline.reading.commitments.principals import meant, principals
from truceline.reading.commitments.table_sides import is_both_sides
from truceline.reading.commitments.text_clauses import binds, clause_subject
from truceline.reading.figures.surroundings import place_within
from truceline.reading.scene import Scene
from truceline.vocabulary import rows

FEWEST = 4
"""Binding clauses that a text needs to be taken for one of an agreement."""
BINDING_SHARE = 0.5
TELLING_SHARE = 0.1
DIVISIONS = 3
LONGEST_LINE = 40
"""Words of a line that names the parties."""
TITLES = frozenset(("roadmap", "act", "law", "resolution", "decree", "modalities", "term", "arrangement"))
"""Heads of titles beside the kinds of vocabulary/agreements.toml."""
JOINT = frozenset(("joint", "trilateral", "bilateral", "common", "agree", "agreed"))
TELLING = frozenset(("say", "tell", "report", "add", "announce", "write", "warn", "accuse", "confirm", "note"))
_NUMBER = (
    r"(?:\d+(?:\.\d+)*|[IVXL]+|[A-Z]|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en)"
)
_DIVISION = re.compile(
    rf"^\s*(?:(?:Article|Part|Section|Chapter|Annex|Clause|Paragraph|Title|Schedule|Appendix) {_NUMBER}\b"
    r"|\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-zA-Z]|[ivxIVX]{1,4})[.)] |Preamble\b)",
    re.MULTILINE,
)


def is_agreement_text(scene: Scene) -> bool:
    """Tell whether a report is the text of an agreement: most clauses bind somebody, and it is built like one."""
    clauses = [s for s in scene.text.sentences if s.part in ("body", "caption") and _is_clause(s)]
    binding = [s for s in clauses if any(binds(s, i) for i, w in enumerate(s.words) if w.upos in ("VERB", "ADJ"))]
    if len(binding) < FEWEST or len(binding) < BINDING_SHARE * len(clauses):
        return False
    telling = [s for s in clauses if any(w.upos == "VERB" and w.lemma in TELLING for w in s.words)]
    if len(telling) > TELLING_SHARE * len(clauses):
        return False
    divisions = len(_DIVISION.findall(scene.text.document.text))
    return divisions >= DIVISIONS or _title(scene) is not None or _agreeing(scene) is not None


def _is_clause(sentence: Sentence) -> bool:
    return any(w.relation == "root" and w.upos in ("VERB", "ADJ", "NOUN", "AUX") for w in sentence.words) and any(
        w.relation.startswith("nsubj") for w in sentence.words
    )


@cache
def _kinds() -> frozenset[str]:
    named = (noun for row in rows("agreements").values() for noun in row.get("nouns", ()))
    return frozenset((*named, *TITLES))


def _title(scene: Scene) -> tuple[Sentence, int] | None:
    """Find the line that names the text: "Agreement between ...", "Protocol on ...", without a verb that tells."""
    for sentence in scene.text.sentences[:4]:
        root = next((i for i, w in enumerate(sentence.words) if w.relation == "root"), 0)
        kind = next((i for i in (root, 0, len(sentence.words) - 1) if _names_kind(sentence, i)), None)
        finite = any(w.xpos in ("VBD", "VBZ", "VBP", "MD") for w in sentence.words)
        if kind is not None and not finite and len(sentence.words) < 40:
            return sentence, kind
    return None


def _names_kind(sentence: Sentence, at: int) -> bool:
    lemmas = {w.lemma.lower() for w in sentence.words}
    if "statement" in lemmas and not lemmas & JOINT:
        return False  # what somebody says to the press
    return sentence.words[at].lemma.lower() in _kinds() and sentence.words[at].text[0].isupper()


def _agreeing(scene: Scene) -> tuple[Sentence, int] | None:
    """Find "X and Y ... have agreed as follows" or "the parties agree"."""
    for sentence in scene.text.sentences:
        for i, word in enumerate(sentence.words):
            if word.lemma == "agree" and word.upos == "VERB" and subjects(sentence, i):
                return sentence, i
    return None


def agreement_of_text(scene: Scene) -> AgreementMention:
    """Give the agreement whose text a report is."""
    title = _title(scene)
    quotes = list(_self_named(scene))
    if title:
        words = title[0].words
        last = len(words) - 2 if words[-1].text == "." and len(words) > 1 else len(words) - 1
        name = scene.text.quote(title[0].index, 0, last)
        quotes.insert(0, name)
    name_text = quotes[0].exact if quotes else "agreement"
    opening = scene.text.sentences[0]
    signed = _signed(scene)
    made = _when(scene, signed)
    drafted = re.search(r"\b(?:draft|proposed|proposal)\b", name_text.lower()) is not None
    return AgreementMention(
        key="agreement0",
        name=name_text,
        parties=_parties(scene, title),
        signatories=(),
        witnesses=(),
        when=made,
        place=_place(scene, signed),
        status="proposed" if drafted else "signed",
        credit=OWN_VOICE,
        quotes=tuple(quotes) or (scene.text.quote(opening.index, 0, len(opening.words) - 1),),
        signing=made,
    )


def _self_named(scene: Scene) -> list[Quote]:
    """Quote every place where the text speaks of itself: "this agreement"."""
    found = []
    for sentence in scene.text.sentences:
        for i, word in enumerate(sentence.words[1:], 1):
            if word.lemma.lower() in _kinds() and sentence.words[i - 1].text.lower() in ("this", "present"):
                found.append(scene.text.quote(sentence.index, i - 1, i))
    return found


def _signed(scene: Scene) -> Sentence | None:
    """Find the line that says where and when it was signed; the last one counts."""
    for sentence in reversed(scene.text.sentences):
        if any(w.lemma.lower() in ("sign", "do") and w.text[0].isupper() for w in sentence.words[:1]):
            return sentence
    return None


def _when(scene: Scene, signed: Sentence | None) -> When | None:
    if signed:
        for date in scene.dates:
            if date.sentence == signed.index and date.when.days.known:
                return date.when
    days = scene.text.document.published.days
    return When(None, days, "derived") if days != UNKNOWN_DAYS else None


def _place(scene: Scene, signed: Sentence | None) -> str | None:
    if signed is None:
        return None
    return place_within(scene, signed, tuple(range(len(signed.words))))


def _named(scene: Scene, sentence: Sentence, word: int) -> tuple[str, ...]:
    return () if is_both_sides(sentence, word) else meant(scene, sentence, word)


def _beside_title(scene: Scene, sentence: Sentence) -> tuple[str, ...]:
    """Read a line "Between X and Y" under the title, and "the protocol agreed by X and Y"."""
    if sentence.words[0].lemma.lower() == "between":
        return principals(scene, between(scene, sentence, -1))
    kinds = [i for i, w in enumerate(sentence.words) if w.lemma.lower() in _kinds()]
    return next((principals(scene, keys) for i in kinds if (keys := signed_by(scene, sentence, i))), ())


def _in_signatures(scene: Scene) -> tuple[str, ...]:
    """Read for whom the text was signed: lines "For the Government of X:", "On behalf of Y"."""
    types = {a.key: a.type for a in scene.actors.mentions}
    found: list[str] = []
    for sentence in scene.text.sentences[len(scene.text.sentences) // 2 :]:
        first = " ".join(w.text.lower() for w in sentence.words[:3])
        if first.startswith(("for the", "on behalf of", "for and on")) and not _is_clause(sentence):
            keys = principals(scene, tuple(k for i in range(10) for k in scene.actors.at(sentence.index, i)))
            found += [k for k in keys if types.get(k) in COLLECTIVES][:1]
    return tuple(dict.fromkeys(found))[:6]


def _hereinafter(scene: Scene) -> tuple[str, ...]:
    """Read "X and Y, hereinafter referred to as the Parties"."""
    for sentence in scene.text.sentences:
        for i, word in enumerate(sentence.words):
            behind = {w.lemma.lower() for w in sentence.words[i + 1 : i + 10]}
            if word.lemma.lower() in ("hereinafter", "hereafter", "henceforth") and behind & {"party", "side"}:
                named = principals(scene, named_within(scene, sentence, range(i)))
                return tuple(k for k in named if _is_collective(scene, k))
    return ()


def _on_line(scene: Scene, sentence: Sentence) -> tuple[str, ...]:
    """Read a line at the top that only names those who issue a text together: "Government of X - Front of Y"."""
    if _is_clause(sentence) or len(sentence.words) > LONGEST_LINE:
        return ()
    named = principals(scene, named_within(scene, sentence, range(len(sentence.words))))
    return tuple(k for k in named if _is_collective(scene, k))


def _is_collective(scene: Scene, key: str) -> bool:
    return any(a.key == key and a.type in COLLECTIVES and a.named for a in scene.actors.mentions)


def _parties(scene: Scene, title: tuple[Sentence, int] | None) -> tuple[str, ...]:
    """Give the parties: those in the title, those who agree in the preamble, else those bound most often."""
    types = {a.key: a.type for a in scene.actors.mentions}
    first = scene.text.sentences[:6]
    named = principals(scene, parties_beside(scene, title[0], 0, title[1])) if title else ()
    ways: list[Callable[[], tuple[str, ...]]] = [lambda: named, partial(_hereinafter, scene)]
    ways += [partial(_beside_title, scene, s) for s in first]
    ways += [partial(_in_signatures, scene), *(partial(_on_line, scene, s) for s in first)]
    for way in ways:
        if len(found := way()) > 1:
            return found
    agreeing = _agreeing(scene)
    if agreeing:
        sentence, verb = agreeing
        named = principals(scene, tuple(k for s in subjects(sentence, verb) for k in meant(scene, sentence, s)))
        if len(named) > 1 and not any(is_both_sides(sentence, s) for s in subjects(sentence, verb)):
            return named
    counts: dict[str, int] = {}
    for sentence in scene.text.sentences:
        for i in range(len(sentence.words)):
            if binds(sentence, i):
                for key in dict.fromkeys(k for s in clause_subject(sentence, i) for k in _named(scene, sentence, s)):
                    counts[key] = counts.get(key, 0) + 1
    known = [k for k in counts if types.get(k) in COLLECTIVES and counts[k] > 1]
    return tuple(sorted(known, key=lambda k: (-counts[k], k))[:2]) if len(known) > 1 else ()
