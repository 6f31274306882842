"""What a passage is about, as a set of word stems, for telling whether two passages tell the same."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from truceline.domain.document import Quote

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
_EMPTY = frozenset({
    "the", "a", "an", "of", "to", "in", "on", "at", "by", "for", "with", "from", "as", "and", "or", "but", "that",
    "which", "who", "whom", "it", "its", "they", "them", "their", "he", "she", "his", "her", "is", "are", "was",
    "were", "be", "been", "being", "has", "have", "had", "will", "would", "shall", "should", "may", "might", "can",
    "could", "must", "not", "no", "nor", "than", "then", "there", "here", "into", "over", "after", "before",
    "under", "since", "until", "about", "up", "out", "so", "if", "this", "these", "those", "such", "said", "says",
    "say", "told", "also", "just", "only", "more", "most", "some", "any", "all", "both", "each", "other", "one",
    "two", "s", "t", "we", "our", "us", "i", "you", "what", "when", "where", "while", "during", "between", "among",
    "within", "without", "against", "per",
})  # fmt: skip
_ENDINGS = ("ations", "ation", "ments", "ment", "ings", "ing", "ions", "ion", "ies", "ed", "es", "als", "al", "s", "e")


SIGNS = frozenset({"sign", "signing", "signature", "conclude", "conclusion", "ink", "initial", "seal", "countersign"})
"""Words for the making of an agreement."""


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Cut a word's ending, roughly: withdrawal, withdrawing and withdraws give the same."""
    word = word.casefold()
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


_NUMBERS = (
    "about around some roughly nearly almost over least fewer less hundred hundreds thousand thousands million billion "
    "dozen dozens three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety several few many estimated"
)
NUMBER_STEMS = frozenset(stem(w) for w in _NUMBERS.split())
"""Words for numbers, as stems."""


_SAME = (
    "weapon arm gun firearm rifle weaponry artillery",
    "fighter combatant rebel guerrilla militant insurgent gunman gunmen",
    "soldier troop troops serviceman servicemen", "prisoner detainee captive convict inmate jail prison",
    "accord deal pact agreement treaty memorandum", "talks negotiation dialogue", "ceasefire truce armistice",
    "clash fighting battle firefight gunfight skirmish", "withdrawal withdraw pullout pullback pull-out",
    "dead death killed kill killing slain slay die died dies massacre massacred slaughter slaughtered murder murdered",
    "burn ablaze torch torched arson blaze", "abduct kidnap kidnapped kidnapping abduction hostage",
    "house home hut dwelling", "priest pastor bishop clergyman", "bombard shell shelling bombardment mortar",
    "parliament congress assembly legislature senate", "amnesty pardon", "convoy column",
    "refugee displaced", "leader chief chairman", "president head", "child children schoolchildren",
    "wounded wound injured injury hurt", "return returned hand handed handover", "freed free freeing release",
    "election elected elect", "bill law", "raid strike", "jet plane aircraft warplane", "bomb bombing blast explosion",
)  # fmt: skip
_IRREGULAR = (
    "burn burnt", "leave left", "drive drove driven", "flee fled", "shoot shot", "take took taken", "meet met",
    "fall fell fallen", "break broke broken", "hold held", "begin began begun", "give gave given", "send sent",
    "lose lost", "win won", "fight fought", "bring brought", "steal stole stolen", "sink sank sunk", "blow blew blown",
    "strike struck", "withdraw withdrew withdrawn", "go went gone", "build built", "find found", "choose chose chosen",
    "throw threw thrown", "lay laid", "swear swore sworn", "beat beaten", "speak spoke spoken", "rise rose risen",
)  # fmt: skip
"""Forms of one word that endings do not show."""
_MEANT = {stem(word): stem(words.split()[0]) for words in (*_SAME, *_IRREGULAR) for word in words.split()}
"""Words that reports choose among for one thing, by their stems."""


def meant(found: frozenset[str]) -> frozenset[str]:
    """Give stems with those that mean the same made one: rifles and guns, accord and deal."""
    return frozenset(_MEANT.get(s, s) for s in found)


@lru_cache(maxsize=65536)
def stems_of(text: str) -> frozenset[str]:
    """The stems of the content words and numbers of a text."""
    return frozenset(stem(w) for w in _WORD.findall(text) if w.casefold() not in _EMPTY)


def stems(quotes: Iterable[Quote]) -> frozenset[str]:
    """The stems of the content words and numbers of some quotes."""
    return frozenset().union(*(stems_of(q.exact) for q in quotes))


def akin(a: str, b: str) -> bool:
    """Tell whether two words are forms of one: sign and signing, invade and invasion, withdraw and withdrawal."""
    shared = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return a == b or (shared >= 4 and shared >= 0.6 * min(len(a), len(b))) or (shared == min(len(a), len(b)) >= 3)


@lru_cache(maxsize=65536)
def numbers(stems: frozenset[str]) -> frozenset[str]:
    """The numbers among some stems, years left out: two texts rarely share one by chance."""
    found = (s for s in stems if s[0].isdigit() and len(s) > 1)
    return frozenset(s for s in found if not (len(s) == 4 and s[:2] in ("19", "20")))


def overlap(a: frozenset[str], b: frozenset[str]) -> float:
    """What two sets share, as a share of the smaller; 0 if one is empty."""
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0
