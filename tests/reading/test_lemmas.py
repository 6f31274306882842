from __future__ import annotations

import pytest

from truceline import vocabulary
from truceline.reading.network.lemmas import Lemmas

WORDS = """
sign release attack stop agree accuse withdraw deploy bury hope hop ally army envoy note strategy visit occur commit use
deny promise free seize shell escape force church house
"""
KNOWN = frozenset(WORDS.split())
LEMMAS = Lemmas(KNOWN)


@pytest.mark.parametrize(
    ("word", "upos", "xpos", "lemma"),
    [
        ("signed", "VERB", "VBD", "sign"),
        ("releasing", "VERB", "VBG", "release"),
        ("accused", "VERB", "VBN", "accuse"),
        ("denies", "VERB", "VBZ", "deny"),
        ("buried", "VERB", "VBN", "bury"),
        ("hoped", "VERB", "VBD", "hope"),
        ("committed", "VERB", "VBD", "commit"),
        ("withdrew", "VERB", "VBD", "withdraw"),
        ("sought", "VERB", "VBD", "seek"),
        ("shelled", "VERB", "VBD", "shell"),
        ("seizing", "VERB", "VBG", "seize"),
        ("fled", "VERB", "VBD", "flee"),
        ("is", "AUX", "VBZ", "be"),
        ("’ve", "AUX", "VBP", "have"),
        ("n’t", "PART", "RB", "not"),
        ("militiamen", "NOUN", "NNS", "militiaman"),
        ("allies", "NOUN", "NNS", "ally"),
        ("crises", "NOUN", "NNS", "crisis"),
        ("forces", "NOUN", "NNS", "force"),
        ("churches", "NOUN", "NNS", "church"),
        ("troops", "NOUN", "NNS", "troop"),
        ("1990s", "NOUN", "NNS", "1990s"),
        ("Houthis", "PROPN", "NNPS", "Houthis"),
        ("deadliest", "ADJ", "JJS", "deadly"),
        ("Them", "PRON", "PRP", "they"),
        ("Talks", "NOUN", "NNS", "talk"),
    ],
)
def test_lemma(word: str, upos: str, xpos: str, lemma: str) -> None:
    assert LEMMAS.of(word, upos, xpos) == lemma


def test_every_irregular_form_is_one_word() -> None:
    for table in vocabulary.rows("lemmas").values():
        assert all(form and lemma for lemma, forms in table.items() for form in forms.split())
