"""Whether one text copies another: by runs of words that both have (Broder 1997: shingles, containment)."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from truceline.domain.document import Document

SIZE = 5
"""Words of a shingle."""
FEWEST = 10
"""A text of fewer shingles is too short to be called a copy."""
SAME = 0.9
"""Share of each text that the other has, from which they are one text."""
CUT = 0.8
"""Share of the shorter text that the longer has, from which it was cut out of it."""
REWRITTEN = 0.3
"""Share of the shorter text's own words, quoted speech left out, from which it was rewritten from the other."""
FEWEST_REWRITTEN = 12
MOSTLY, FEWEST_MOSTLY = 0.5, 8
"""The same for short texts: a larger share of fewer words."""
PHRASE = 3
"""Words of a phrase; two of them at least are long, as "of the river" tells nothing and "river crossing at" does."""
LONG = 4
RETOLD = 0.14
"""Share of the shorter text's phrases from which it was told anew from the other; two own accounts share half of it."""
FEWEST_RETOLD = 9
SCATTERED = 4
"""Places where a retold text has the other's phrases: one passage of background in both is no copy."""
SAMPLE, SAMPLE_PHRASES = 4, 2
"""One shingle, and one phrase, of so many goes into the index that finds candidates."""
SHARED = 3
"""Sampled shingles and phrases in common from which two texts are compared."""
COMMON = 500
"""Texts that one shingle leads to at most: a turn of phrase stands in too many."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_QUOTED = re.compile(r"“[^“”]{0,2000}”|\"[^\"\n]{0,2000}\"|«[^«»]{0,2000}»")


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What is compared of a text: its headline, the shingles of its story, and what stands outside quoted speech."""

    headline: tuple[str, ...]
    story: frozenset[int]
    own: frozenset[int]
    phrases: tuple[int, ...] = ()
    """In the order of the text."""


def fingerprint(document: Document) -> Fingerprint:
    """Take the fingerprint of a document; captions and boilerplate do not count."""
    story = "\n".join(document.text[part.start : part.end] for part in document.parts if part.role == "body")
    return fingerprint_of(document.title or "", story)


def fingerprint_of(headline: str, story: str) -> Fingerprint:
    """Take the fingerprint of a headline and a story."""
    # Two who quote one speech at length do not copy each other: the quoted words are kept apart.
    pieces = _QUOTED.split(story)
    own = frozenset(one for piece in pieces for one in shingles(piece))
    return Fingerprint(
        tuple(_words(headline)), shingles(story), own, tuple(p for piece in pieces for p in phrases(piece))
    )


def shingles(text: str) -> frozenset[int]:
    """Give the runs of five words of a text as numbers that are the same on every machine."""
    words = _words(text)
    return frozenset(_number(" ".join(words[i : i + SIZE])) for i in range(len(words) - SIZE + 1))


def phrases(text: str) -> list[int]:
    """Give the runs of three telling words of a text as numbers, in order."""
    words = _words(text)
    runs = (words[i : i + PHRASE] for i in range(len(words) - PHRASE + 1))
    return [_number(" ".join(run)) for run in runs if sum(len(w) >= LONG or w.isdigit() for w in run) >= 2]


def _words(text: str) -> list[str]:
    return [word.lower().replace("’", "'") for word in _WORD.findall(text)]


def _number(words: str) -> int:
    return int.from_bytes(blake2b(words.encode(), digest_size=8).digest(), "big")


def containment(one: frozenset[int], other: frozenset[int]) -> float:
    """Give the share of one text's shingles that the other has."""
    return len(one & other) / len(one) if one else 0.0


def relation(one: Fingerprint, other: Fingerprint) -> str | None:
    """Tell how two texts are one: verbatim, re_headlined, cut or rewritten; None where they are two."""
    if min(len(one.story), len(other.story)) < FEWEST:
        return None
    shares = sorted((containment(one.story, other.story), containment(other.story, one.story)))
    if shares[0] >= SAME:
        return "verbatim" if one.headline == other.headline else "re_headlined"
    if shares[1] >= CUT:
        return "cut"
    own = max(containment(one.own, other.own), containment(other.own, one.own))
    shared = len(one.own & other.own)
    taken = (own >= REWRITTEN and shared >= FEWEST_REWRITTEN) or (own >= MOSTLY and shared >= FEWEST_MOSTLY)
    return "rewritten" if taken or _retold(one, other) else None


def _retold(one: Fingerprint, other: Fingerprint) -> bool:
    mine, theirs = frozenset(one.phrases), frozenset(other.phrases)
    shared = mine & theirs
    if len(shared) < max(FEWEST_RETOLD, RETOLD * min(len(mine), len(theirs))):
        return False
    return min(_places(one.phrases, shared), _places(other.phrases, shared)) >= SCATTERED


def _places(phrases: Sequence[int], shared: frozenset[int]) -> int:
    """Count the stretches of a text that are made of shared phrases."""
    inside = [phrase in shared for phrase in phrases]
    return sum(here and not before for before, here in zip([False, *inside], inside, strict=False))


def copies(texts: Sequence[Fingerprint]) -> Iterator[tuple[int, int, str]]:
    """Yield every two texts that are one, as places in the sequence with their relation, in order."""
    for first, second in _candidates(texts):
        if degree := relation(texts[first], texts[second]):
            yield first, second, degree


def _candidates(texts: Sequence[Fingerprint]) -> Iterator[tuple[int, int]]:
    """Yield the pairs that share enough of the sampled shingles to be worth a full comparison."""
    index: defaultdict[int, list[int]] = defaultdict(list)
    for place, text in enumerate(texts):
        shared: Counter[int] = Counter()
        sample = {one for one in text.story if one % SAMPLE == 0}
        sample.update(one for one in text.phrases if one % SAMPLE_PHRASES == 0)
        for one in sorted(sample):
            shared.update(index[one])
            if len(index[one]) < COMMON:
                index[one].append(place)
        for other in sorted(shared):
            if shared[other] >= SHARED:
                yield other, place
