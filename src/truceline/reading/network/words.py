"""Division of a sentence into words, as the treebanks have it; romanised names and prefixes stay whole."""

from __future__ import annotations

import re
from collections.abc import Iterable


def _list(text: str) -> list[str]:
    return text.split()


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


ARTICLES = _list("al el ul ad ash as at az ar an ur ud us abd abu ibn bin ben bint")
"""Parts of romanised names that a hyphen binds to the next part."""

PREFIXES = _list(
    "pro anti re e non mid pre post co ex pan semi multi sub counter mini trans neo vice ultra inter intra"
)
"""Prefixes that are no words of their own. The rest of hyphenated words is divided, as the treebanks do."""

LINKS = [*ARTICLES, "e", "i", "o", "au", "de", "du", "la", "le", "sur"]
"""The same in the middle: Port-au-Prince."""

FORENAMES = _list("jean marie anne pierre abdul abdel abdoul guinea nagorno timor")

SUFFIXES = _set(
    "led era born based wide held made style like run free only war site fire off up down out in on by to of the and "
    "old year week day month long term line less ward rich poor hit torn held"
)
"""English words that may follow a hyphen, so that the word before it is no romanised name."""


def _cased(words: list[str]) -> str:
    """Allow capitals at the beginning, and throughout where that makes no other word ("US-led")."""
    return "|".join([*words, *(word.title() for word in words), "AL", "EL", "ANTI", "PRO", "EX", "NON"])


_STARTS, _LINKS, _FORENAMES = _cased([*PREFIXES, *ARTICLES]), _cased(LINKS), _cased(FORENAMES)


WORD = re.compile(
    rf"""
 (?:https?://|www\.)[^\s<>"”’]*[^\s<>"”’.,;:!?)\]]             # address
|[\w.+-]+@[\w-]+(?:\.[\w-]+)+                                 # e-mail
|US\$(?=\d)|[@\#]\w+                                                     # handle
|\[(?:\.\s?\.\s?\.|…|sic)\]                                   # omission
|(?:[A-Za-z]\.){{2,}}(?![A-Za-z])                             # U.S.
|(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col|Lt|Capt|Sgt|Maj|Adm|Brig|Cpl|Cmdr|Rev|Hon|Jr|Sr|St|Inc|Corp|Co|Ltd|Jan|Feb
   |Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Bros|Dept|etc|vs|ca|approx|No|Ft|Mt|Ph\.D|Pres|Amb)\.(?=\s|$|[,;:’'\u2014-])
|(?<![^\W\d_])[A-Z]\.(?=\s+[A-Z]|[A-Z]\.)                     # initial
|\d+(?:st|nd|rd|th|s)\b
|\d{{1,2}}:\d{{2}}(?::\d{{2}})?
|\d{{1,4}}/\d{{1,2}}(?:/\d{{2,4}})?
|\d+(?:[.,]\d+)*                                              # number
|[^\W\d_]+\d\w*                                               # MH17
|(?:(?:{_STARTS})|[^\W\d_]+-(?:{_LINKS}))-\w+(?:-[^\W\d_]+)*(?:['’][^\W\d_]+)*
|(?:{_FORENAMES})-[A-Z][^\W\d_]+(?:['’][^\W\d_]+)*
|[A-Z][a-z]{{1,5}}-[a-z]{{2,5}}(?=\W|$)(?:['’][^\W\d_]+)*         # Jong-un
|(?i:cease-fires?)\b                                         # a noun of its own
|[^\W\d_]+(?:['’][^\W\d_]+)*(?:\.(?:com|org|net))?            # word
|\.{{2,}}|…|--+|–|—|`{{2}}|'{{2}}|!+\??|\?+!?|[$£€]
|\S
""",
    re.VERBOSE,
)
CLITIC = re.compile(r"(?i)(.+?)(n['’]t|['’](?:s|re|ve|ll|d|m))")
DIVIDED = {"cannot": 3, "gonna": 3, "gotta": 3, "wanna": 3}
LONE_CLITICS = frozenset(["s", "re", "ve", "ll", "d", "m", "t"])


def divide_words(text: str, base: int = 0) -> list[tuple[int, int]]:
    """Divide one sentence into words, given as characters counted from a base."""
    found: list[tuple[int, int]] = []
    for match in WORD.finditer(text):
        named = bool(found) and text[found[-1][0]].isupper() and text[found[-1][0] : found[-1][1]].lower() != "the"
        for start, end in _parts(match.group(), match.start(), named):
            if found and _is_lone_clitic(text, found, start, end):
                found[-1] = (found[-1][0], end)
            elif end > start:  # nothing stands behind the hyphen of a broken word
                found.append((start, end))
    return [(start + base, end + base) for start, end in found]


def _parts(word: str, start: int, named: bool) -> Iterable[tuple[int, int]]:
    end = start + len(word)
    low = word.lower()
    if low in DIVIDED:
        return (start, start + DIVIDED[low]), (start + DIVIDED[low], end)
    if "-" in word and word[0].isalpha():
        return _hyphenated(word, start, named)
    if ("'" in word or "’" in word) and (clitic := CLITIC.fullmatch(word)):
        cut = start + clitic.end(1)
        return (start, cut), (cut, end)
    return ((start, end),)


def _hyphenated(word: str, start: int, named: bool) -> Iterable[tuple[int, int]]:
    """Keep a hyphenated word whole, cut off its clitic; divide it where it is neither prefixed nor a name."""
    clitic = CLITIC.fullmatch(word)
    stem = clitic.group(1) if clitic else word
    first, _, rest = stem.partition("-")
    found: list[tuple[int, int]] = []
    whole = (
        first.lower() == "cease"
        or first.lower() in PREFIXES
        or first.lower() in ARTICLES
        or rest[:1].isupper()
        or "-" in rest
    )
    if whole or (named and rest not in SUFFIXES):
        found.append((start, start + len(stem)))
    else:
        place = start + len(first)
        found += [(start, place), (place, place + 1), (place + 1, start + len(stem))]
    if clitic:
        found.append((start + len(stem), start + len(word)))
    return found


def _is_lone_clitic(text: str, found: list[tuple[int, int]], start: int, end: int) -> bool:
    """Tell whether "s" follows an apostrophe that was divided off: U.S.'s, 1990's."""
    before, last = found[-1]
    if last != start or text[before:last] not in ("'", "’") or text[start:end].lower() not in LONE_CLITICS:
        return False
    return len(found) > 1 and found[-2][1] == before
