"""The dictionary form of a word, by rules over its tag and a table of irregular forms."""

from __future__ import annotations

from collections.abc import Container
from functools import lru_cache

from truceline import vocabulary

VOWELS = frozenset("aeiouy")
CLITICS = {"n't": "not", "n’t": "not", "'ll": "will", "’ll": "will", "'re": "be", "’re": "be", "'ve": "have",
           "’ve": "have", "'m": "be", "’m": "be", "ca": "can", "wo": "will", "'d": "would", "’d": "would"}  # fmt: skip
VERBS = frozenset({"VB", "VBD", "VBN", "VBG", "VBZ", "VBP", "MD"})
SIBILANTS = ("ch", "sh", "x", "ss", "zz")
LOST_E = (
    "at it ut ar ir ur or iv ov av uc ac ic nc rc dg ng rg ag eg ev ib bl cl dl fl gl kl pl tl zl us as is os ys iz az "
    "uz yz ak ik ok uk ap ip op up am im om um id od ud ad in un ul al il ol uid rs ns ps lv rv u"
)
"""Endings of stems that mostly lost an e, for words that the network's vocabulary does not tell apart."""
E_STEMS = tuple(LOST_E.split())


@lru_cache(maxsize=1)
def _irregular() -> tuple[dict[str, str], dict[str, str], dict[str, str], dict[str, str]]:
    table = vocabulary.rows("lemmas")
    verbs = {form: lemma for lemma, forms in table["verbs"].items() for form in forms.split()}
    nouns = {form: lemma for lemma, form in table["nouns"].items()}
    grades = {form: lemma for lemma, forms in table["adjectives"].items() for form in forms.split()}
    pronouns = {form: lemma for lemma, forms in table["pronouns"].items() for form in forms.split()}
    return verbs, nouns, grades, pronouns


class Lemmas:
    """Lemmas of words, remembered; `known` tells which lower-case words exist as such."""

    def __init__(self, known: Container[str]) -> None:
        """Take the words that decide between two possible stems (hope, hop)."""
        self._known = known
        self._cache: dict[tuple[str, str, str], str] = {}

    def of(self, word: str, upos: str, xpos: str) -> str:
        """Give the lemma of a word: lower case, but proper nouns keep their form."""
        key = (word, upos, xpos)
        lemma = self._cache.get(key)
        if lemma is None:
            lemma = self._find(word, upos, xpos)
            if len(self._cache) < 200_000:
                self._cache[key] = lemma
        return lemma

    def _find(self, word: str, upos: str, xpos: str) -> str:
        if upos == "PROPN":
            return word
        low = word.lower()
        verbs, nouns, grades, pronouns = _irregular()
        if upos in ("PRON", "DET") and low in pronouns:
            return pronouns[low]
        if xpos == "POS":
            return "'s"
        if low in CLITICS:
            return CLITICS[low]
        if xpos in VERBS or upos in ("VERB", "AUX"):
            if low in ("'s", "’s"):
                return "be"
            return verbs.get(low) or self._verb(low, xpos)
        if xpos == "NNS":
            return nouns.get(low) or self._plural(low)
        if xpos in ("JJR", "JJS", "RBR", "RBS"):
            return grades.get(low) or self._grade(low)
        return low

    def _verb(self, word: str, xpos: str) -> str:
        if xpos in ("VB", "VBP", "MD"):
            return word
        if word.endswith("ing") and len(word) > 4:
            return self._stem(word[:-3])
        if word.endswith("ied") and len(word) > 4:
            return word[:-3] + "y"
        if word.endswith("ed") and len(word) > 3:
            return self._stem(word[:-2]) if not word.endswith("eed") or word[:-1] not in self._known else word[:-1]
        # no participle and no past form that is not listed ends so: the tag is wrong
        if word.endswith("s") and xpos in ("VBZ", "VBD", "VBG", "VERB", "AUX"):
            return self._plural(word)
        return word

    def _stem(self, stem: str) -> str:
        """Choose between the bare stem, the stem with e and the stem with its last letter once."""
        if len(stem) < 2 or not VOWELS & set(stem):
            return stem
        doubled = stem[-1] == stem[-2] and stem[-1] not in VOWELS
        if doubled:
            undoubled = stem[:-1]
            keeps = stem.endswith(("ss", "ll", "ff", "zz")) and (stem in self._known or undoubled not in self._known)
            return stem if keeps else undoubled
        bare, with_e = stem in self._known, stem + "e" in self._known
        if bare != with_e:
            return stem if bare else stem + "e"
        if bare:
            return stem + "e" if _would_double(stem) else stem
        digraph = len(stem) > 2 and stem[-2] in VOWELS and stem[-3] in VOWELS and stem[-1] not in "cgsvz"
        ends_in_e = stem.endswith(("iat", "uat")) or (stem.endswith(E_STEMS) and not digraph)
        return stem + "e" if ends_in_e else stem

    def _plural(self, word: str) -> str:
        if not word.endswith("s") or word.endswith(("ss", "us", "is")) or len(word) < 3 or word[0].isdigit():
            return word
        if word.endswith("ies"):
            keeps_e = len(word) <= 4 or (word[:-1] in self._known and word[:-3] + "y" not in self._known)
            return word[:-1] if keeps_e else word[:-3] + "y"
        if word.endswith("es"):
            stem = word[:-2]
            if stem.endswith(SIBILANTS):
                return stem if stem in self._known or stem + "e" not in self._known else stem + "e"
            if stem.endswith(("o", "us", "z")) and stem in self._known and stem + "e" not in self._known:
                return stem
        return word[:-1]

    def _grade(self, word: str) -> str:
        for ending in ("er", "est"):
            if word.endswith(ending) and len(word) > len(ending) + 2:
                stem = word.removesuffix(ending)
                if stem.endswith("i"):
                    return stem[:-1] + "y"
                return self._stem(stem)
        return word


def _would_double(stem: str) -> bool:
    """Tell whether a stem of one syllable would have doubled its last letter, had it no e (hop, hope)."""
    if len(stem) < 3 or stem[-1] in VOWELS or stem[-1] in "wx" or stem[-2] not in VOWELS:
        return False
    return not VOWELS & set(stem[:-2])
