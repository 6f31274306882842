"""Who speaks as "we" in a report's own voice: the issuer of a communiqué, the group behind a leaflet."""

from __future__ import annotations

from truceline.domain.sentences import Sentence
from truceline.reading.cases import case_of
from truceline.reading.events.meant import own_we
from truceline.reading.scene import Scene
from truceline.reading.statements.own_words import issuer_of

OFTEN = 4
"""So many times a report says "we" in its own voice that it speaks for a group."""
TOP_LINES, SHORT_LINE = 4, 16
GROUPS = frozenset({"armed_group", "organisation", "alliance"})
NOBODY = frozenset({"person", "population", "state"})
PAPERS = frozenset({
    "sheet", "organ", "voice", "paper", "newspaper", "bulletin", "journal", "mouthpiece", "statement", "communique",
    "declaration", "letter", "appeal", "message", "leaflet", "newsletter", "review",
})  # fmt: skip
"""What a group publishes: "sheet of the Liberation Front"."""
MEDIA = PAPERS | frozenset({"news", "times", "herald", "press", "agency", "tribune", "post", "chronicle", "radio"})
"""Words in the name of a publication, which is nobody's "we"."""


def issuer(scene: Scene) -> tuple[str, ...]:
    """Give who issues a report, none where it is nobody's but its publisher's."""
    return issuer_of(scene.text, scene.actors) or _at_the_top(scene)


def _at_the_top(scene: Scene) -> tuple[str, ...]:
    """Give the one group named in the short lines at the top of a report that says "we"."""
    if sum(1 for s in scene.text.sentences for k in range(len(s.words)) if own_we(scene, s, k)) < OFTEN:
        return ()
    top = [s for s in scene.text.sentences[:TOP_LINES] if len(s.words) <= SHORT_LINE]
    speaking = {a.key: a for a in scene.actors.mentions if a.type not in NOBODY and not _is_paper(a.name)}
    named = {(s.index, w): k for s in top for w in range(len(s.words)) for k in scene.actors.at(s.index, w)}
    for sentence in top:
        for word in range(len(sentence.words)):
            if _of_a_paper(sentence, word) and (key := named.get((sentence.index, word))) in speaking:
                return (str(key),)
    here = {k for k in named.values() if k in speaking and speaking[k].named and speaking[k].type in GROUPS}
    return tuple(here) if len(here) == 1 else ()


def _is_paper(name: str) -> bool:
    return not MEDIA.isdisjoint(name.casefold().split())


def _of_a_paper(sentence: Sentence, word: int) -> bool:
    """Tell whether a name stands behind "sheet of", "organ of", "statement by"."""
    own = sentence.words[word]
    paper = own.head >= 0 and sentence.words[own.head].lemma.casefold() in PAPERS
    return paper and own.relation == "nmod" and case_of(sentence, word) in ("of", "by", "from")
