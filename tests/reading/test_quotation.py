from __future__ import annotations

import pytest

from truceline.domain.document import Document, Part, Published
from truceline.domain.sentences import Sentence, Word
from truceline.reading.network.sentences import divide
from truceline.reading.scene import Text
from truceline.reading.statements.quotation import quotations


def a_text(text: str) -> Text:
    """Make sentences with words and no tree: marks need none."""
    part = Part("body", 0, len(text))
    document = Document("report-1", "a", "0", "text/plain", None, None, (), Published(), "en", text, (part,))
    sentences = tuple(
        Sentence(
            number,
            stretch.part,
            stretch.paragraph,
            tuple(
                Word(text[a:b], a, b, text[a:b], "X" if text[a].isalnum() else "PUNCT", _tag(text[a:b]), -1, "dep")
                for a, b in stretch.words
            ),
        )
        for number, stretch in enumerate(divide(document))
    )
    return Text(document, sentences)


def _tag(word: str) -> str:
    return "VBD" if word in ("went", "was", "left") else "NNS" if word.endswith("s") else "NN"


def inside(text: str) -> list[str]:
    read = a_text(text)
    return [
        " ".join(
            " ".join(w.text for w in read.sentences[p.sentence].words[p.first : p.last + 1]) for p in quotation.pieces
        )
        for quotation in quotations(read)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “all went well” and left.", ["all went well"]),
        ("”All went well.” He left.", ["All went well ."]),
        ("The people‘s war went on. The front left.", []),
        ("“He left what he called “hell” for good.”", ["He left what he called “ hell ” for good .", "hell"]),
        ('He said "all went well" and left.', ["all went well"]),
        ("He said ''all went well'' and left.", ["all went well"]),
        ("“One went. Two went,” he said.", ["One went . Two went ,"]),
        ("“One went,” he said. “Two went.”", ["One went ,", "Two went ."]),
        ("“One went.\n\n“Two went,” he said.", ["One went . Two went ,"]),
        ("“One went.\n\nTwo left.", ["One went ."]),
        ("the ‘free’ town", ["free"]),
        ("the soldiers’ wives and Kim’s men", []),
        ("“He called it ‘a lie’ again,” she said.", ["He called it ‘ a lie ’ again ,", "a lie"]),
        ("«One went» he said", ["One went"]),
    ],
)
def test_quotations(text: str, expected: list[str]) -> None:
    assert inside(text) == expected


@pytest.mark.parametrize(
    ("text", "is_term"),
    [
        ("their “peace” talks", True),
        ("the “Accord for Lasting Peace” was", True),
        ("a “defensive strike against men nearby” in", False),
        ("“They left.”", False),
    ],
)
def test_terms_and_titles_are_told_from_speech(text: str, is_term: bool) -> None:
    (quotation,) = quotations(a_text(text))
    assert quotation.is_term is is_term
