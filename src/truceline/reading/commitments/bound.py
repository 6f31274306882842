"""Who is bound by a promise and whom it serves."""

from __future__ import annotations

from dataclasses import dataclass, replace

from truceline.domain.mention import AgreementMention
from truceline.domain.sentences import Sentence
from truceline.reading.cases import case_of
from truceline.reading.clauses import holders, is_noun
from truceline.reading.commitments.contenders import FOREIGN, named_rebels, opponents
from truceline.reading.commitments.deeds import GETS, Deed, goes_free, topics
from truceline.reading.commitments.described_sides import sides_bound
from truceline.reading.commitments.obligations import is_state
from truceline.reading.commitments.principals import meant, principal, principals
from truceline.reading.commitments.table_sides import is_both_sides
from truceline.reading.events.issuer import issuer
from truceline.reading.scene import Scene

REBELS = frozenset((
    "rebel", "insurgent", "guerrilla", "guerilla", "fighter", "combatant", "militant", "ex-combatant",
    "separatist",
))  # fmt: skip
FIRST_PERSON = frozenset(("we", "i", "our", "us"))
HELD = frozenset(("hold", "detain", "imprison", "jail", "keep", "capture"))


@dataclass(frozen=True)
class Bound:
    """Who has to act, on what basis, and for whom."""

    obligors: tuple[str, ...]
    basis: str
    beneficiaries: tuple[str, ...]


def bound_by(scene: Scene, deed: Deed, agreement: AgreementMention | None) -> Bound:
    """Say who is bound by a deed: who the text says, who follows from it, or nobody where it is left open."""
    hired = any(deed.sentence.words[a].lemma.lower() in ("mercenary", "gunman") for a in deed.agents)
    obligors = () if hired else named_sides(scene, deed.sentence, deed.agents)
    basis = "explicit"
    speaker = scene.voices.at(deed.sentence.index, deed.word).attributed_to
    if not obligors and any(deed.sentence.words[a].text.lower() in FIRST_PERSON for a in deed.agents):
        obligors = (_side(scene, speaker),) if speaker else tuple(_side(scene, k) for k in issuer(scene))
    both = any(is_both_sides(deed.sentence, a) or _people_of_both(deed.sentence, a) for a in deed.agents)
    both = both or _both_before(scene, deed)
    if agreement and (both or (set(obligors) <= set(agreement.parties) and _are_they(deed))):
        obligors = _both(scene, deed, agreement.parties)
    elif both and agreement is None:
        fighting = tuple(k for k in opponents(scene) if k)
        obligors = fighting if len(fighting) == 2 else ()
    else:
        parties = agreement.parties if agreement else ()
        obligors = sides_bound(scene, deed.sentence, deed.agents, obligors, parties)
    if not obligors and deed.agents and deed.sentence.words[deed.agents[0]].lemma.lower() in topics():
        deed = replace(deed, word=deed.agents[0])
    if not obligors and is_noun(deed.sentence, deed.word) and not is_state(deed.sentence, deed.word):
        obligors, basis = _of_noun(scene, deed, agreement)
    elif deed.passive or (obligors and goes_free(deed.sentence, deed.word)):
        obligors, basis = _of_passive(scene, deed, agreement)
    if _only_gets(deed):
        return _giver(scene, deed, obligors, agreement)
    if agreement and not deed.passive and not _has_name(scene, obligors):
        meant_by = _by_role(scene, deed, agreement.parties)
        obligors, basis = (meant_by, "implied") if meant_by else (obligors, basis)
    if not obligors:
        return Bound((), "unstated", ())
    return Bound(obligors, basis, _beneficiaries(scene, deed, obligors, agreement))


def _both(scene: Scene, deed: Deed, parties: tuple[str, ...]) -> tuple[str, ...]:
    """Give whom "both sides" means: the parties, those who fight each other where more than two are at the table."""
    two = any(
        deed.sentence.words[k].lemma.lower() in ("both", "neither", "two", "either")
        for a in deed.agents
        for k in (a, *deed.sentence.children(a, "det", "nummod", "det:predet", "cc:preconj"))
    )
    if not two or len(parties) <= 2:
        return parties
    fighting = tuple(k for k in opponents(scene, lone=2) if k)
    return fighting if len(fighting) == 2 else ()


def _only_gets(deed: Deed) -> bool:
    """Tell whether the subject of a term is served by it: "every fighter will receive a wage"."""
    word = deed.sentence.words[deed.word]
    return word.lemma in GETS and word.upos == "VERB" and not deed.passive and deed.told_by == "term"


def _giver(scene: Scene, deed: Deed, served: tuple[str, ...], agreement: AgreementMention | None) -> Bound:
    """Give who has to give what the subject is to get: the other party, nobody where that is open."""
    sides = {principal(scene, k) for k in served}
    others = (
        tuple(p for p in agreement.parties if p not in sides) if agreement and sides & set(agreement.parties) else ()
    )
    return Bound(others, "implied", served) if len(others) == 1 else Bound((), "unstated", served)


def _both_before(scene: Scene, deed: Deed) -> bool:
    """Tell whether "they" are the two sides with whom the sentence before begins."""
    if not any(deed.sentence.words[a].text.lower() == "they" for a in deed.agents) or deed.sentence.index == 0:
        return False
    before = scene.text.sentences[deed.sentence.index - 1]
    root = next((i for i, w in enumerate(before.words) if w.relation == "root"), -1)
    subject = before.children(root, "nsubj") if root >= 0 else ()
    return before.paragraph == deed.sentence.paragraph and any(is_both_sides(before, k) for k in subject)


def _people_of_both(sentence: Sentence, agent: int) -> bool:
    """Read "troops on both sides" and "commanders of the parties"."""
    return any(is_both_sides(sentence, k) for k in sentence.children(agent, "nmod", "nmod:poss"))


def _are_they(deed: Deed) -> bool:
    """Tell whether a deed is that of "them" whom an agreement binds: "the accord obliges them to disarm"."""
    return bool(deed.agents) and all(deed.sentence.words[a].text.lower() == "them" for a in deed.agents)


def _has_name(scene: Scene, keys: tuple[str, ...]) -> bool:
    """Tell whether one of some actors is called by a name, not only "rebels"."""
    return any(a.key in keys and any(c.isupper() for c in a.name) for a in scene.actors.mentions)


def _by_role(scene: Scene, deed: Deed, parties: tuple[str, ...]) -> tuple[str, ...]:
    """Give the party that "the rebels" or "the government" means among the parties of an agreement."""
    foreign = any(FOREIGN.search(w) for a in deed.agents for w in _words_of(deed.sentence, a))
    lemmas = {deed.sentence.words[a].lemma.lower() for a in deed.agents} if not foreign else set()
    types = {a.key: a.type for a in scene.actors.mentions}
    wanted = (
        ("armed_group",) if lemmas & REBELS else ("state", "government") if lemmas & {"government", "state"} else ()
    )
    return tuple(p for p in parties if types.get(p) in wanted)


def _words_of(sentence: Sentence, agent: int) -> list[str]:
    return [sentence.words[k].text for one in sentence.conjuncts(agent) for k in sentence.children(one, "amod")]


def _of_passive(scene: Scene, deed: Deed, agreement: AgreementMention | None) -> tuple[tuple[str, ...], str]:
    """Say who does what the passive leaves open: who holds the prisoners, whose troops are to go; else nobody."""
    sentence = deed.sentence
    inside = tuple(w for k in sentence.children(deed.word, "nsubj") for w in sentence.subtree(k))
    topic = topics().get(sentence.words[deed.word].lemma.lower())
    if topic == "release" or goes_free(sentence, deed.word):
        return _who_holds(scene, sentence, inside, agreement.parties if agreement else ()), "implied"
    if topic in ("withdraw", "disarm"):
        owned = tuple(k for w in inside for k in _owners(scene, sentence, w))
        return _sides(scene, owned), "implied"
    return (), "unstated"


def named_sides(scene: Scene, sentence: Sentence, words: tuple[int, ...]) -> tuple[str, ...]:
    """Give the sides that some words name, or whose people they name."""
    found = tuple(k for w in words for k in meant(scene, sentence, w))
    found = found or tuple(k for w in words for k in _owner_of(scene, sentence, w))
    return tuple(dict.fromkeys(_side(scene, k) for k in found))


def _side(scene: Scene, key: str) -> str:
    """Give the side that an army or office acts for; persons stay themselves."""
    actor = next((a for a in scene.actors.mentions if a.key == key), None)
    return key if actor is None or actor.type == "person" else named_rebels(scene, principal(scene, key))


def _owner_of(scene: Scene, sentence: Sentence, word: int) -> tuple[str, ...]:
    """Give whose people a phrase names: "its troops", "US and allied forces"."""
    near = [*sentence.children(word, "nmod:poss"), *sentence.children(word, "compound", "amod")]
    near += [c for k in near for c in sentence.children(k, "conj", "compound")]
    return tuple(k for w in near for k in scene.actors.at(sentence.index, w))


def _of_noun(scene: Scene, deed: Deed, agreement: AgreementMention | None) -> tuple[tuple[str, ...], str]:
    """Say who does a deed named by a noun: by its agent or owner, its side of the table, or the parties."""
    sentence, noun = deed.sentence, deed.word
    spots = (*holders(sentence, noun), *(k for k in sentence.children(noun, "nmod") if case_of(sentence, k) == "by"))
    if agreement and any(is_both_sides(sentence, k) for k in spots):
        return agreement.parties, "explicit"
    for found in (_agents(scene, deed), _side_of_table(scene, deed)):
        if found:
            return _sides(scene, found), "explicit"
    topic = topics().get(sentence.words[noun].lemma.lower())
    parties = agreement.parties if agreement else ()
    inside = tuple(w for k in sentence.children(noun, "nmod", "compound") for w in sentence.subtree(k))
    if topic == "release":
        freeing = _who_holds(scene, sentence, inside, parties)
        mutual = sentence.words[noun].lemma in ("exchange", "swap")
        return freeing or (parties if mutual else ()), "implied"
    if topic == "talk":
        return _sides(scene, _partners(scene, sentence, noun)) or _who_talks(scene, parties), "implied"
    owned = tuple(k for w in inside for k in _owners(scene, sentence, w))
    whose = sides_bound(scene, sentence, inside, _sides(scene, owned), parties, loose=True)
    if topic in ("withdraw", "disarm") and whose:
        return whose, "implied"
    return parties, "implied"


def _sides(scene: Scene, keys: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_side(scene, k) for k in keys))


def _agents(scene: Scene, deed: Deed) -> tuple[str, ...]:
    sentence, noun = deed.sentence, deed.word
    words = [h for h in holders(sentence, noun) if sentence.words[h].relation in ("nmod:poss", "nmod")]
    words += [k for k in sentence.children(noun, "compound", "amod") if scene.actors.at(sentence.index, k)]
    agents = tuple(k for w in words for k in scene.actors.group(sentence, w))
    return agents if topics().get(sentence.words[noun].lemma.lower()) != "release" else ()


def _owners(scene: Scene, sentence: Sentence, word: int) -> tuple[str, ...]:
    return _owner_of(scene, sentence, word) or scene.actors.at(sentence.index, word)


def _side_of_table(scene: Scene, deed: Deed) -> tuple[str, ...]:
    """Read "on the rebels' side" and "on the part of the army" in the clause of a deed."""
    sentence = deed.sentence
    clause = {deed.word, deed.cue, sentence.words[deed.word].head}
    for i, word in enumerate(sentence.words):
        if word.head not in clause:
            continue
        if word.lemma in ("side", "part") and case_of(sentence, i) in ("on", "for"):
            words = [*sentence.children(i, "nmod:poss"), *sentence.children(i, "nmod")]
            found = tuple(k for w in words for k in scene.actors.group(sentence, w))
            if found:
                return found
    return ()


def _who_holds(scene: Scene, sentence: Sentence, inside: tuple[int, ...], parties: tuple[str, ...]) -> tuple[str, ...]:
    """Say who frees prisoners: who holds them, else the party that is not theirs."""
    for w in inside:
        if sentence.words[w].lemma in HELD and sentence.words[w].upos == "VERB":
            by = [k for k in sentence.children(w, "obl") if case_of(sentence, k) == "by"]
            found = tuple(k for b in by for k in scene.actors.group(sentence, b))
            if found:
                return _sides(scene, found)
    theirs = {k for w in inside for k in principals(scene, scene.actors.at(sentence.index, w))}
    others = tuple(p for p in parties if p not in theirs)
    return others if len(others) < len(parties) else ()


def _partners(scene: Scene, sentence: Sentence, noun: int) -> tuple[str, ...]:
    """Give who talks with whom: "talks between the rebels and the government"."""
    spots = (noun, *[*sentence.ancestors(noun)][:2])
    for spot in spots:
        for k in sentence.children(spot, "nmod", "obl"):
            if case_of(sentence, k) == "between":
                return meant(scene, sentence, k)
    return ()


def _who_talks(scene: Scene, parties: tuple[str, ...]) -> tuple[str, ...]:
    """Say who has to hold talks that an agreement lays down: its parties, or the armed group if the other is abroad."""
    actors = {a.key: a for a in scene.actors.mentions}
    groups = tuple(p for p in parties if p in actors and actors[p].type == "armed_group")
    homes = {actors[p].country for p in groups}
    abroad = [p for p in parties if p in actors and actors[p].country and actors[p].country not in homes]
    return groups if groups and None not in homes and abroad else parties


def _beneficiaries(
    scene: Scene, deed: Deed, obligors: tuple[str, ...], agreement: AgreementMention | None
) -> tuple[str, ...]:
    """Give whom a promise serves: whom it was made to, else the other party of the agreement."""
    if deed.addressee is not None:
        found = scene.actors.group(deed.sentence, deed.addressee)
        return tuple(k for k in found if k not in obligors)
    parties = agreement.parties if agreement else ()
    bound = {principal(scene, k) for k in obligors}
    return tuple(p for p in parties if p not in bound) if bound & set(parties) else ()
