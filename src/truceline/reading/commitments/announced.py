"""What somebody announces or says that he will do himself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from truceline.domain.sentences import Sentence
from truceline.reading.clauses import is_noun, subjects
from truceline.reading.commitments.deeds import (
    FUTURE,
    Deed,
    complement,
    doers,
    each,
    is_modal,
    is_untold,
    topic_words,
    topics,
    with_own,
)
from truceline.reading.commitments.obligations import starters
from truceline.reading.commitments.principals import meant, principal
from truceline.reading.commitments.term_forms import until
from truceline.reading.events.issuer import issuer
from truceline.reading.figures.surroundings import is_to
from truceline.reading.passives import passive
from truceline.reading.scene import Scene

STATES_OF_MIND = frozenset((
    "be", "have", "see", "know", "win", "need", "like", "think", "find", "get", "want", "hope", "lose",
    "remember", "learn", "feel", "believe", "say", "tell", "understand", "expect", "fear", "miss", "become",
))  # fmt: skip
"""What nobody promises by saying that it will."""
RESOLVE = frozenset(("give", "fight", "stand", "live", "die", "prevail"))
"""What speakers say of their spirit, where nothing is acted on: "we will not give up"."""
ENDING = frozenset(("finish", "complete", "conclude", "end"))
OFFICERS = frozenset((
    "general", "gen.", "gen", "colonel", "col.", "commander", "marshal", "admiral", "minister", "spokesman",
    "spokeswoman", "spokesperson", "chief", "president",
))  # fmt: skip
"""Titles of those who speak for an army."""


def announced_by(scene: Scene, sentence: Sentence, verb: int) -> Iterator[Deed]:
    """Read "announced that it would withdraw": what the speaker says that it will do itself."""
    clause = complement(sentence, verb)
    if clause is None or is_noun(sentence, clause) or is_untold(sentence, verb):
        return
    if not is_modal(sentence, clause) or clause not in topic_words(sentence, clause):
        return
    speakers, agents = subjects(sentence, verb), subjects(sentence, clause)
    tangible = topics().get(sentence.words[clause].lemma.lower()) in (
        "withdraw",
        "release",
        "cease",
        "disarm",
        "deploy",
    )
    if (
        passive(sentence, clause)
        and tangible
        and any(_may_act(scene, k) for s in speakers for k in meant(scene, sentence, s))
    ):
        yield replace(
            with_own(sentence, Deed(sentence, clause, (), "announcement", verb)), agents=speakers, passive=False
        )
        return
    if agents and speakers and _same_side(scene, sentence, speakers[0], agents[0]):
        yield from each(sentence, Deed(sentence, clause, agents, "announcement", verb))


def is_own_future(scene: Scene, sentence: Sentence, verb: int) -> bool:
    """Tell whether somebody says what it will do itself: "the group would not attack", "we shall keep our word"."""
    auxiliaries = {sentence.words[k].text.lower() for k in sentence.children(verb, "aux")}
    agents = doers(sentence, verb)
    if agents and not auxiliaries & FUTURE and _is_to_do(sentence, verb):
        return _stated_plainly(scene, sentence, verb, {"will"})
    if agents and _has_time(scene, sentence, verb, auxiliaries):
        return _stated_plainly(scene, sentence, verb, {"will"})
    if not auxiliaries & FUTURE or not agents or _if_only(sentence, verb):
        return False
    quoted = (sentence.index, verb) in scene.voices.quoted
    first_person = sentence.words[agents[0]].text.lower() in ("we", "i")
    if quoted and (not first_person or not auxiliaries & {"will", "shall", "'ll", "’ll", "wo", "must"}):
        return False
    credit = scene.voices.at(sentence.index, verb).attributed_to
    if credit is not None and first_person:
        idle = sentence.words[verb].lemma in RESOLVE and not sentence.children(verb, "obj", "xcomp", "ccomp")
        return sentence.words[verb].lemma not in STATES_OF_MIND and not idle
    if credit is None and auxiliaries & {"will", "shall"} and _is_issuers(scene, sentence, verb, agents[0]):
        return True
    if auxiliaries & FUTURE <= {"must"} and not first_person:
        return False  # what somebody says that another must do is a demand
    keys = {principal(scene, k) for d in agents for k in meant(scene, sentence, d)}
    same = credit is not None and (principal(scene, credit) in keys or _own_group(sentence, agents[0]))
    same = same or (credit is not None and _speaks_for_forces(scene, credit, sentence, agents))
    own = same and bool(topic_words(sentence, verb))
    return own or _stated_plainly(scene, sentence, verb, auxiliaries)


def _is_issuers(scene: Scene, sentence: Sentence, verb: int, agent: int) -> bool:
    """Tell whether a communiqué says what its own issuer will do: "we shall disarm", "the Front will not return"."""
    if sentence.words[verb].lemma in STATES_OF_MIND or sentence.words[verb].relation in ("advcl", "acl:relcl"):
        return False
    first = sentence.words[agent].text.lower() == "we"
    if not first and not topic_words(sentence, verb):
        return False
    own = issuer(scene)
    return bool(own) and (first or bool(set(own) & set(meant(scene, sentence, agent))))


def is_due_by_nobody(scene: Scene, sentence: Sentence, verb: int) -> bool:
    """Read "the district will be returned by 1 December", whoever has to do it."""
    credit = scene.voices.at(sentence.index, verb).attributed_to
    modal = {"will", "shall", "would"} if credit is not None else {"will", "shall"}
    will = any(sentence.words[k].text.lower() in modal for k in sentence.children(verb, "aux"))
    if not will or not passive(sentence, verb) or sentence.words[verb].relation not in ("root", "conj", "ccomp"):
        return False
    if (sentence.index, verb) in scene.voices.quoted or _if_only(sentence, verb):
        return False
    named = (verb, *(starters(sentence, verb) if sentence.words[verb].lemma in ENDING else ()))
    sorts = {topics().get(sentence.words[k].lemma.lower()) for k in named}
    tangible = bool(sorts & {"withdraw", "release", "disarm", "deploy"})
    below = sentence.subtree(verb)
    dates = [d for d in scene.dates if d.sentence == sentence.index and d.first in below and d.first > verb]
    return tangible and any(until(sentence, d.first) for d in dates)


def _may_act(scene: Scene, key: str) -> bool:
    """Tell whether an actor is a side, or somebody who speaks for one."""
    side = principal(scene, key)
    return any(a.key == side and a.type in ("state", "government", "armed_group") for a in scene.actors.mentions)


def _has_time(scene: Scene, sentence: Sentence, verb: int, auxiliaries: set[str]) -> bool:
    """Read "must pull back within 24 hours" and "has to free them within a week", told by the report itself."""
    head = sentence.words[verb].head
    has_to = head >= 0 and sentence.words[head].lemma == "have" and sentence.words[head].xpos in ("VBZ", "VBP")
    has_to = has_to and sentence.words[verb].relation == "xcomp"
    has_to = has_to and not any(sentence.words[k].lemma == "yet" for k in sentence.children(head))
    if not has_to and "must" not in auxiliaries:
        return False
    if scene.voices.at(sentence.index, verb).attributed_to is not None:
        return False
    return any(sentence.words[i].text.lower() == "within" for i in sentence.subtree(head if has_to else verb))


def _is_to_do(sentence: Sentence, verb: int) -> bool:
    """Read "the army is to shrink to 5,000 men": told for certain, as of now."""
    now = any(sentence.words[k].text.lower() in ("is", "are") for k in sentence.children(verb, "cop", "aux"))
    return now and is_to(sentence, verb)


def _speaks_for_forces(scene: Scene, credit: str, sentence: Sentence, agents: tuple[int, ...]) -> bool:
    """Read "the general said that the army would comply": an officer speaks for the forces of his country."""
    speaker = next((a for a in scene.actors.mentions if a.key == credit and a.type == "person"), None)
    titles = {w for t in speaker.titles for w in t.title.casefold().split()} if speaker else set()
    if not titles & OFFICERS:
        return False
    doing = {k for d in agents for k in meant(scene, sentence, d)}
    forces = [a for a in scene.actors.mentions if a.key in doing and a.type in ("security_force", "armed_group")]
    home = speaker.country if speaker else None
    return bool(forces) and all(None in (a.country, home) or a.country == home for a in forces)


def _own_group(sentence: Sentence, doer: int) -> bool:
    """Tell whether somebody speaks of "the group" or "it": the side that he speaks for."""
    word = sentence.words[doer]
    if word.text.lower() in ("it", "they"):
        return True
    bare = not sentence.children(doer, "compound", "nmod", "amod", "flat")
    definite = any(
        sentence.words[k].lemma.lower() in ("the", "its", "his", "their") for k in sentence.children(doer, "det")
    )
    return bare and definite and word.lemma in ("group", "movement", "party", "organisation", "organization", "militia")


def _if_only(sentence: Sentence, verb: int) -> bool:
    """Tell whether a future is only imagined: "if we had to, we would win"."""
    marks = {sentence.words[m].lemma for k in sentence.children(verb, "advcl") for m in sentence.children(k, "mark")}
    would = any(sentence.words[k].text.lower() in ("would", "'d", "’d") for k in sentence.children(verb, "aux"))
    return "if" in marks and would


def _stated_plainly(scene: Scene, sentence: Sentence, verb: int, auxiliaries: set[str]) -> bool:
    """Tell whether the report itself states what a side will do, with a number or a day: "will free 90 men by May"."""
    if not auxiliaries & {"will", "shall"} or sentence.words[verb].relation in ("advcl", "acl:relcl"):
        return False
    if topics().get(sentence.words[verb].lemma.lower()) not in ("withdraw", "release", "cease", "disarm", "deploy"):
        return False
    if not any(meant(scene, sentence, d) for d in subjects(sentence, verb)):
        return False
    below = sentence.subtree(verb)
    counted = any(m.sentence == sentence.index and m.first in below for m in scene.amounts)
    return counted or any(d.sentence == sentence.index and d.first in below for d in scene.dates)


def _same_side(scene: Scene, sentence: Sentence, speaker: int, doer: int) -> bool:
    if sentence.words[doer].text.lower() in ("it", "they", "he", "she", "we", "i"):
        return True
    said = set(meant(scene, sentence, speaker))
    done = set(meant(scene, sentence, doer))
    members = {m for a in scene.actors.mentions if a.key in said for m in a.member_of}
    if done & (said | members):
        return True
    types = {a.key: a.type for a in scene.actors.mentions}
    unplaced = all(types.get(k) == "person" and principal(scene, k) == k for k in said)
    return bool(said) and unplaced and any(types.get(k) in ("state", "government", "armed_group") for k in done)
