"""What verbs do with the deed in their complement: promise, threaten, refuse, demand, deny, stop it."""

from __future__ import annotations

from truceline.reading.cases import case_of
from truceline.reading.clauses import is_noun, subjects
from truceline.reading.events.event_deeds import Deed, Deeds, Frame
from truceline.reading.events.event_rows import Row, abstract, class_words, event_rows, people
from truceline.reading.events.said_deeds import DUTY, FUTURE, announced, auxiliaries, lies_ahead, own_deed
from truceline.reading.events.turned_types import HOSTILE, MODE_OF_THREAT, MODE_OF_WISH, STOPPED, mode_of_wish
from truceline.reading.passives import passive

CONSENTING = frozenset({"agree", "accept", "consent", "commit", "commitment", "undertake"})
SILENCE = frozenset({
    "withhold", "quote", "remain", "comment", "say", "elaborate", "name", "identify", "answer", "disclose", "specify",
    "speculate",
})  # fmt: skip
AGREEING = frozenset({
    "agree", "offer", "propose", "accept", "consent", "commit", "guarantee", "commitment", "undertake",
})  # fmt: skip
OFFERING = frozenset({
    "offer", "propose", "accept", "guarantee", "undertake", "volunteer", "commit", "swear", "assure",
})  # fmt: skip
"""Verbs that promise something only if what they offer is known as a deed: "offered no details"."""
CRITICISED = frozenset({"policy", "move", "decision", "withdrawal", "pullout", "strategy"})
ASKING = frozenset({
    "order", "press", "push", "seek", "require", "encourage", "ask", "request", "invite", "pressure", "summon",
    "lobby",
})  # fmt: skip
"""Verbs that demand something only with an infinitive, "for", or a deed as object."""


def _promised(deeds: Deeds, word: int, row: Row) -> Deed | None:
    s = deeds.sentence
    found, lemma, noun = deeds.content(word), s.words[word].lemma, is_noun(s, word)
    # "Has not agreed" is a refusal; "promised no such thing" is a promise that was not made.
    refused = deeds.negated(word) and lemma in CONSENTING
    if found is None:
        ahead = any(auxiliaries(s, k) & FUTURE for k in s.children(word, "ccomp"))
        if (lemma in OFFERING and not s.children(word, "xcomp") and not ahead) or (
            lemma == "agree" and _opinion(deeds, word)
        ):
            return None
        said = s.children(word, "xcomp", "ccomp", "acl") or (not noun and s.children(word, "obj", "nsubj:pass"))
        if not said and not (noun and deeds.carrier(word) is not None):
            return None
        return Deed("REJECT" if refused else "AGREE", None, word, row, _first(deeds, word), verbal=True)
    deed = found[1]
    if refused or (deed.negated and lemma in ("vow", "swear") and deed.type not in (*HOSTILE, "REJECT", "CONCEDE")):
        return _spoken("REJECT", MODE_OF_WISH.get(deed.type), word, row, found)
    if deed.type in HOSTILE and not deed.negated and lemma not in AGREEING and deed.mode != "investigate":
        return _spoken("THREATEN", MODE_OF_THREAT.get(deed.type), word, row, found)
    return _spoken("AGREE", None, word, row, found)


def _spoken(kind: str, mode: str | None, word: int, row: Row, found: tuple[int, Deed]) -> Deed:
    """Make the verbal act on a deed of the complement."""
    content, deed = found
    return Deed(kind, mode, word, row, content, verbal=True, recipients_from=(deed.word,))


def _opinion(deeds: Deeds, word: int) -> bool:
    """Tell whether "agree" only shares a view: "agree that the winter was cold", "agreed with him"."""
    s = deeds.sentence
    clauses = s.children(word, "ccomp")
    return bool(clauses) and not any(auxiliaries(s, k) & (FUTURE | DUTY) or lies_ahead(s, k) for k in clauses)


def _first(deeds: Deeds, word: int) -> int | None:
    return next(iter(deeds.complements(word)), None)


def _threatened(deeds: Deeds, word: int, row: Row) -> Deed | None:
    found = deeds.content(word)
    lemma = deeds.sentence.words[word].lemma
    if lemma == "hesitate" and not (deeds.negated(word) and found):
        return None
    if found is None:
        if lemma in ("warn", "warning"):
            return _criticised(deeds, word, row)
        if is_noun(deeds.sentence, word) and deeds.carrier(word) is None:
            return None  # "the threat from the militia"
        return Deed("THREATEN", None, word, row, _first(deeds, word), verbal=True)
    content, deed = found
    if lemma in ("warn", "warning") and not (own_deed(deeds, word, content) and lies_ahead(deeds.sentence, content)):
        return _criticised(deeds, word, row)
    return Deed(
        "THREATEN", MODE_OF_THREAT.get(deed.type), word, row, content, verbal=True, recipients_from=(deed.word,)
    )


def _criticised(deeds: Deeds, word: int, row: Row) -> Deed | None:
    """A warning against what somebody else does: "warned that the accord would weaken the army"."""
    s, known = deeds.sentence, class_words("agreement") | class_words("law")
    for k in deeds.complements(word):
        if s.words[k].lemma in class_words("consequences"):
            return Deed("THREATEN", None, word, row, k, verbal=True)
        about = (k,) if case_of(s, k) == "against" else subjects(s, k) if not is_noun(s, k) else ()
        bad = any(s.words[w].lemma in class_words("negative") for w in s.subtree(k)) and case_of(s, k) != "of"
        if bad or any(s.words[a].lemma.lower() in known or s.words[a].lemma in CRITICISED for a in about):
            return Deed("ACCUSE", "disapprove", word, row, k, verbal=True)
    return None


def _refused(deeds: Deeds, word: int, row: Row) -> Deed | None:
    found = deeds.content(word)
    if deeds.negated(word) or _keeps_silent(deeds, word):
        return None
    if found is None:
        first = _first(deeds, word)
        return (
            Deed("REJECT", None, word, row, first, verbal=True)
            if first is not None or deeds.clause(word).noun
            else None
        )
    content, deed = found
    return Deed("REJECT", MODE_OF_WISH.get(deed.type), word, row, content, verbal=True, recipients_from=(deed.word,))


def _keeps_silent(deeds: Deeds, word: int) -> bool:
    """Tell whether somebody only "declined to comment"."""
    return any(deeds.sentence.words[k].lemma in SILENCE for k in deeds.sentence.children(word, "xcomp"))


def _failed(deeds: Deeds, word: int, row: Row) -> Deed | None:
    for k in deeds.sentence.children(word, "xcomp"):
        frame = deeds.fit(k).frame
        if frame is not None and frame.frame == "keep":
            return Deed("REJECT", None, word, row, k, verbal=True)
    found = deeds.content(word)
    if found is None or found[1].type in HOSTILE:
        return None
    return Deed(
        "REJECT", MODE_OF_WISH.get(found[1].type), word, row, found[0], verbal=True, recipients_from=(found[1].word,)
    )


def _demanded(deeds: Deeds, word: int, row: Row) -> Deed | None:
    s = deeds.sentence
    if s.words[word].lemma in ASKING and not _asks_for(deeds, word):
        return None
    if s.words[word].lemma == "seek" and s.children(word, "xcomp"):
        return None  # "sought to defend the port": a try of one's own
    if _keeps_silent(deeds, word):
        return None  # "asked not to be named"
    if s.words[word].lemma == "order" and any(
        is_noun(s, k) and deeds.fit(k).row for k in s.children(word, "obj", "nsubj:pass")
    ):
        return None  # "ordered the withdrawal": told by the noun
    if _own_forces(deeds, word):
        return None  # "ordered its fighters to lay down their arms": told by the deed
    found = deeds.content(word)
    if s.words[word].lemma == "want" and not (found and _wants_of_others(deeds, word)):
        return None
    if found is not None and not _somebody(deeds, word):
        return None  # "losses that pressured the state to sue for peace": the deed itself is told
    if found is None:
        first = _first(deeds, word)
        return Deed("REQUEST", None, word, row, first, verbal=True) if first is not None else None
    content, deed = found
    if s.words[word].lemma in ("seek", "push", "press") and deed.type in HOSTILE:
        return None
    return Deed("REQUEST", mode_of_wish(deed.type, negated=deed.negated), word, row, content, verbal=True)


def _wants_of_others(deeds: Deeds, word: int) -> bool:
    """Tell whether somebody else is to do what is wanted: "wants the rebels to free them", not "wants to talk"."""
    s = deeds.sentence
    if s.children(word, "obj") and s.children(word, "xcomp"):
        return True
    return any(s.children(k, "nsubj", "nsubj:pass") for k in s.children(word, "ccomp", "xcomp"))


def _asks_for(deeds: Deeds, word: int) -> bool:
    """Tell whether a verb asks for a deed, and not only puts a question or presses an advantage."""
    s = deeds.sentence
    if any(s.words[m].lemma == "to" for k in s.children(word, "xcomp", "advcl") for m in s.children(k, "mark")):
        return True
    if any(case_of(s, k) == "for" for k in s.children(word, "obl")):
        return True
    if s.words[word].lemma == "ask":
        return False
    wanted = [deeds.inner(k) for k in s.children(word, "obj", "nsubj:pass", "ccomp")]
    return any(deed is not None and deed.type != "OTHER" for deed in wanted)


def _own_forces(deeds: Deeds, word: int) -> bool:
    """Tell whether the order goes to the speaker's own forces."""
    s = deeds.sentence
    for k in s.children(word, "obj", "iobj"):
        holder = [s.words[h].lemma.lower() for h in s.children(k, "nmod:poss")]
        if {"its", "his", "their", "it", "he", "they", "she", "her"} & set(holder) and s.words[k].lemma in class_words(
            "troops"
        ):
            return True
    return False


def _somebody(deeds: Deeds, word: int) -> bool:
    """Tell whether the subject of a verb may be somebody: an actor, a pronoun, or nobody named."""
    s, scene = deeds.sentence, deeds.scene
    for head in deeds.clause(word).agents:
        near = (head, *s.children(head, "compound", "nmod:poss", "amod", "nmod", "appos"))
        if s.words[head].upos in ("PROPN", "PRON") or any(scene.actors.at(s.index, k) for k in near):
            return True
        if s.words[head].lemma.lower() in people():
            return True
        if event_rows().at(s.words[head].lemma) or abstract(s.words[head].lemma):
            return False
    return True


def _accused(deeds: Deeds, word: int, row: Row) -> Deed | None:
    lemma = deeds.sentence.words[word].lemma
    if lemma in ("charge", "try", "allege") and not is_noun(deeds.sentence, word) and deeds.content(word) is None:
        of_what = passive(deeds.sentence, word) or any(
            case_of(deeds.sentence, k) in ("with", "over")
            for head in (word, *deeds.clause(word).patients)
            for k in deeds.sentence.children(head, "obl", "nmod")
        )
        charged = of_what and any(_human(deeds, k) for k in deeds.clause(word).patients)
        return Deed("ACCUSE", "allege", word, row, None, verbal=True) if charged and lemma == "charge" else None
    if lemma == "charge" and case_of(deeds.sentence, word) == "in":
        return None  # "in charge of"
    found = deeds.content(word)
    return Deed("ACCUSE", "allege", word, row, found[0] if found else _first(deeds, word), verbal=True)


def _human(deeds: Deeds, head: int) -> bool:
    s = deeds.sentence
    return bool(deeds.scene.actors.at(s.index, head)) or s.words[head].lemma in people()


def _denied(deeds: Deeds, word: int, row: Row) -> Deed | None:
    """Denying a deed or a blame is a rejection; what was denied is told apart, as denied."""
    if deeds.negated(word) or not deeds.clause(word).agents or passive(deeds.sentence, word):
        return None
    return Deed("REJECT", None, word, row, _first(deeds, word), verbal=True)


def _stopped(deeds: Deeds, word: int, row: Row) -> Deed | None:
    s = deeds.sentence
    for k in (
        *s.children(word, "obj", "nsubj:pass", "xcomp", "nmod"),
        *(() if s.children(word, "obj") else s.children(word, "nsubj")),
    ):
        if s.words[k].relation == "nmod" and case_of(s, k) not in ("of", "to", "in"):
            continue
        deed = deeds.deed(k)
        if deed is not None and deed.type in STOPPED and not (deed.row and deed.row.name.startswith("other")):
            kind, mode = STOPPED[deed.type]
            return Deed(kind, mode, word, row, k, recipients_from=(deed.word,), negated=deeds.negated(word))
    return None


def _kept(deeds: Deeds, word: int, row: Row) -> Deed | None:
    """Not keeping a promise is a refusal; keeping it tells no event of its own."""
    broken = deeds.negated(word) or any(deeds.sentence.words[k].lemma == "none" for k in deeds.clause(word).patients)
    return Deed("REJECT", None, word, row, _first(deeds, word), verbal=True) if broken else None


def _attended(deeds: Deeds, word: int, row: Row) -> Deed | None:
    """Staying away from a meeting is a refusal; coming is told by the meeting."""
    if not deeds.negated(word):
        return None
    met = [(k, deed) for k in deeds.complements(word) if (deed := deeds.inner(k)) is not None]
    if any(deed.type != "CONSULT" for _, deed in met):
        return None
    return Deed("REJECT", "meet", word, row, met[0][0] if met else _first(deeds, word), verbal=True)


FRAMES: dict[str, Frame] = {
    "promise": _promised,
    "threat": _threatened,
    "refusal": _refused,
    "failure": _failed,
    "demand": _demanded,
    "speech": announced,
    "attend": _attended,
    "keep": _kept,
    "accuse": _accused,
    "deny": _denied,
    "stop": _stopped,
}
