from __future__ import annotations

import pytest

from truceline.domain.document import Document, Part, Published
from truceline.reading.network.sentences import divide, paragraphs, split_sentences


def a_document(text: str, *parts: Part) -> Document:
    body = parts or (Part("body", 0, len(text)),)
    return Document("report-1", "a.txt", "0", "text/plain", None, None, (), Published(), "en", text, body)


def sentences(text: str) -> list[str]:
    return [text[a:b] for a, b in split_sentences(text)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Gen. Ruiz met Mr. Okello in Juba. They signed.", 2),
        ("The U.S. envoy left. The talks went on.", 2),
        ("He flew to the U.S. The talks went on.", 2),
        ("J. P. Koirala spoke first.", 1),
        ("Fighting began on Feb. 3 near Mekelle. It went on.", 2),
        ("“Stop!” he shouted. Nobody stopped.", 2),
        ("“Why now?” Mr Sirisena asked. “Ask them.”", 2),
        ("“We will not leave.” The crowd cheered.", 2),
        ("It cost $1.5 billion. No. 5 was closed.", 2),
        ("Rebels left Bangui.[12] The army came.", 2),
        ("Troops withdrew. al-Shabaab fighters came back.", 2),
        ("The rebels (about 40.) fled to Goma.", 1),
        ("He spoke at 5 p.m. and left.", 1),
        ("Prices rose... and fell again.", 1),
        ("Is it peace? It is not! We shall see.", 3),
    ],
)
def test_sentences_end_where_they_end(text: str, count: int) -> None:
    assert len(sentences(text)) == count


def test_a_sentence_goes_on_over_a_page_break() -> None:
    text = "Everything hangs on a pact reached\n\nin the “all-party” talks of May."
    found = divide(a_document(text))
    assert len(found) == 1
    assert [text[a:b] for a, b in found[0].words[-3:]] == ["of", "May", "."]


def test_page_furniture_between_two_halves_of_a_sentence_is_not_read() -> None:
    text = "The army held the bridge until\n\nPage 3 of 7\n\nrebels came down from the hills."
    start, end = text.index("Page"), text.index("\n\nrebels")
    parts = (Part("body", 0, start - 2), Part("boilerplate", start, end), Part("body", end + 2, len(text)))
    found = divide(a_document(text, *parts))
    assert [" ".join(text[a:b] for a, b in s.words) for s in found] == [
        "The army held the bridge until rebels came down from the hills ."
    ]


def test_lines_of_a_wrapped_block_are_one_paragraph() -> None:
    text = (
        "MANILA, May 3 - Government troops clashed with rebels in the hills above\n"
        "Marawi on Tuesday, leaving four dead, the army said. President Ramos\n"
        "Duarte called for calm. Talks go on.\n"
    )
    assert len(paragraphs(a_document(text))) == 1
    assert len(divide(a_document(text))) == 3


def test_a_heading_does_not_run_into_the_text_below() -> None:
    text = "Talks collapse in Khartoum\nThe army walked out on Monday.\nNobody was surprised."
    assert [s.paragraph for s in divide(a_document(text))] == [0, 1, 2]


def test_bylines_datelines_and_boilerplate_are_not_read() -> None:
    text = "Truce holds\nBy Ana Luz\nThe truce held.\nRead more"
    parts = (Part("headline", 0, 11), Part("byline", 12, 22), Part("body", 23, 38), Part("boilerplate", 39, 48))
    assert [s.part for s in divide(a_document(text, *parts))] == ["headline", "body"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (r"It cost \$1 trillion.", "It cost $ 1 trillion ."),
        ("He *never* agreed, the _Herald_ wrote.", "He never agreed , the Herald wrote ."),
        ("See [the text](https://example.org/a) of it.", "See the text of it ."),
        ("a * b and snake_case stay", "a * b and snake_case stay"),
    ],
)
def test_marks_of_markdown_are_no_words(text: str, words: str) -> None:
    found = divide(a_document(text))
    joined = " ".join(text[a:b] for s in found for a, b in s.words)
    assert joined.replace("snake _ case", "snake_case") == words


def test_places_are_those_of_the_document() -> None:
    text = "  First one.\n\nThen “another” one."
    for sentence in divide(a_document(text)):
        for start, end in sentence.words:
            assert text[start:end].strip() == text[start:end] != ""


def test_a_wrapped_text_is_joined_even_after_a_dateline_and_in_capitals() -> None:
    text = (
        "LIMA, 9 JAN (AGENCY) -- OFFICIALS HAVE SAID\n"
        "THAT FOUR SOLDIERS WERE KILLED WHEN GUERRILLAS ATTACKED A POST NEAR THE\n"
        "OLD BRIDGE ON THE ROAD THAT LEADS FROM THE HIGHLANDS TO THE SMALL MARKET\n"
        "TOWN OF HUANTA ON SUNDAY NIGHT, AND THAT TWO MORE ARE MISSING SINCE THEN.\n\n"
        "   THE MINISTER FLEW TO THE TOWN IN THE MORNING AND SPOKE TO THE SURVIVORS\n"
        "BEFORE NOON.\n"
    )
    start = text.index("OFFICIALS")
    parts = (Part("dateline", 0, start - 1), Part("body", start, len(text)))
    assert len(divide(a_document(text, *parts))) == 2
