"""Tell whether a text is English, by its small words and those of its neighbours."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

FUNCTION_WORDS = {
    "en": "the of and to a in is was that for on with as by at from it his be has have had are were this which or not "
    "but an they their said will would who been its after he she than more also over into we you i about when there",
    "fr": "le la les des du de et un une dans pour que qui sur au aux par est avec il elle ne pas ce cette ont sont",
    "es": "el la los las de del y en un una que por para con se su sus al es lo como más pero fue ha han no este esta",
    "pt": "o os as de do da dos das e em um uma que por para com se ao não na no nas nos mais foi é são seu sua",
    "it": "il lo la i gli le di del della dei e in un una che per con si non è sono ha nel alla al da come più",
    "de": "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus hat",
    "nl": "de het een en van in is dat op te zijn met voor niet aan er om ook als door naar bij uit wordt werd die",
    "sv": "och att det i en som på är av för med den till inte har de ett om var från vid så men sig",
    "id": "yang dan di dengan untuk dari ini itu pada dalam tidak akan oleh ke sebagai telah mereka ada",
    "tl": "ang ng mga sa na at ay si ni kay para hindi may nang ito siya sila kung",
    "sw": "na ya wa kwa ni la katika za kuwa hii huo baada wao huku lakini pia",
    "tr": "ve bir bu da de için ile olarak olan daha çok gibi kadar sonra ise ancak",
    "pl": "i w na z do się że nie jest to o za po przez od dla jak",
}
"""The commonest small words of English and of languages written in the same letters."""
_TABLES = {language: frozenset(words.split()) for language, words in FUNCTION_WORDS.items()}
_WORD = re.compile(r"[^\W\d_]+")
_SHARE = 0.15
FEWEST = 15
"""A text of fewer words is no report."""


def words_of(text: str) -> list[str]:
    """Give the words of a text, small letters, in order."""
    return [word.lower() for word in _WORD.findall(text)]


def is_english(words: list[str]) -> bool:
    """Tell whether words are English: enough small words of English, and more than of any neighbour."""
    latin = sum(_latin(word) for word in words[:5000])
    if latin < 0.6 * len(words[:5000]):
        return False
    counts = Counter(words)
    shares = {name: sum(counts[word] for word in table) / len(words) for name, table in _TABLES.items()}
    return shares["en"] >= _SHARE and shares["en"] == max(shares.values())


def _latin(word: str) -> bool:
    return word[0].isascii() or unicodedata.name(word[0], "").startswith("LATIN")
