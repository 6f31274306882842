"""Those at the table taken together: both sides, the two countries, the warring parties, and whom they mean."""

from __future__ import annotations

import re

from truceline.domain.mention import ActorMention
from truceline.domain.sentences import Sentence
from truceline.reading.commitments.contenders import COLLECTIVES
from truceline.reading.commitments.principals import meant, principals
from truceline.reading.scene import Scene

BOTH_SIDES = frozenset((
    "side", "party", "signatory", "faction", "belligerent", "country", "nation", "neighbour", "neighbor", "foe",
    "rival", "government", "leader", "enemy", "capital", "army", "president", "state", "delegation", "minister",
))  # fmt: skip
FOES = frozenset(("foe", "rival", "belligerent", "adversary"))
GATHERING = re.compile(r"\b(?:sides|parties|foes|rivals|enemies|belligerents|adversaries|signatories)\b", re.IGNORECASE)

AT_TABLE = re.compile(
    r"^(?:(?:the|both|two|three|four|five|six|eight|ten|rival|warring|\d+) )*"
    r"(?:leaders|negotiators|envoys|delegates|delegations|representatives|mediators|officials|commanders|presidents"
    r"|ministers|generals|teams|statesmen|diplomats|officers|men|signatories)$",
    re.IGNORECASE,
)
"""Those who sat at a table, told without a word of whose they are."""


def is_both_sides(sentence: Sentence, word: int) -> bool:
    """Tell whether a phrase means the parties of the agreement: both sides, the two countries, they all."""
    if sentence.words[word].text.lower() in ("both", "each", "neither"):
        return True
    lemma = sentence.words[word].lemma.lower()
    if lemma not in BOTH_SIDES:
        return False
    before = {sentence.words[k].lemma.lower() for k in sentence.children(word, "det", "nummod", "amod", "det:predet")}
    if lemma in FOES and sentence.words[word].xpos == "NNS" and sentence.words[word].relation != "obj":
        return True
    if lemma in ("side", "party", "signatory"):
        if sentence.words[word].xpos == "NN" and not before & {"each", "either", "neither", "no", "both", "every"}:
            return False
        return bool(before & {"both", "two", "the", "all", "each", "either", "warring", "neither", "no", "three"})
    return bool(before & {"both", "two", "three"}) and sentence.words[word].xpos in ("NNS", "NNPS")


def gathers_sides(actor: ActorMention) -> bool:
    """Tell whether an actor is only those at the table taken together: "Libya's warring sides"."""
    return not actor.named and bool(GATHERING.search(actor.name) or AT_TABLE.search(actor.name))


def sides_before(scene: Scene, sentence: Sentence) -> tuple[str, ...]:
    """Give the two sides that a sentence shortly before names together, for "the two countries"."""
    for back in range(sentence.index, max(-1, sentence.index - 3), -1):
        earlier = scene.text.sentences[back]
        for i, _ in enumerate(earlier.words):
            if len(earlier.conjuncts(i)) > 1 and not is_both_sides(earlier, i):
                types = {a.key: a.type for a in scene.actors.mentions}
                sides = tuple(k for k in principals(scene, meant(scene, earlier, i)) if types.get(k) in COLLECTIVES)
                if len(sides) > 1:
                    return sides
    return ()
