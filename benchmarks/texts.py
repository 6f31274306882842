"""Texts to measure on: samples where there are any, else reports put together from sentences of our own."""

from __future__ import annotations

from itertools import cycle, islice
from pathlib import Path

from truceline.domain.document import Document, Part, Published

SAMPLES = Path(__file__).parent.parent / "samples"

SENTENCES = (
    "The ministry said on {day} that at least {n} soldiers had been killed when rebels attacked a post near {place}.",
    "“We will not lay down our arms before the prisoners are free,” said Colonel {person}, who leads the movement’s "
    "delegation.",
    "Under the agreement signed in {place} in March, both sides must withdraw heavy weapons {n} kilometres from the "
    "line within {n} days of its entry into force.",
    "According to the monitoring mission, shelling resumed shortly before dawn and went on for several hours, although "
    "neither party has admitted to having fired first.",
    "The president, {person}, denied that government aircraft had bombed the market in {place}.",
    "Aid agencies estimate that more than {n},000 people have fled their homes since the truce collapsed.",
    "A spokesman for the front accused the army of using the pause to move troops towards {place}, a charge that the "
    "defence ministry called “baseless and absurd.”",
    "Talks mediated by the regional bloc are to resume on {day}, provided that observers are let into {place}.",
    "It was not clear how many of the {n} detainees would be exchanged.",
    "“There is no military solution,” the envoy told reporters, adding that the timetable would be kept.",
)
DAYS = ("Monday", "Tuesday", "12 May", "Thursday", "the eve of the summit")
PLACES = ("Orlin", "Tesk", "Port Amara", "the Velde valley", "San Iriel")
PERSONS = ("Mara Teshen", "Idris Okunda", "Pavel Sorin", "Luz Arrieta")


def invented_texts(count: int, words: int) -> list[str]:
    """Put together texts of about so many words, all different."""
    texts = []
    fill = zip(cycle(range(3, 97, 7)), cycle(DAYS), cycle(PLACES), cycle(PERSONS), cycle(SENTENCES), strict=False)
    sentences = (
        sentence.format(n=number, day=day, place=place, person=person) for number, day, place, person, sentence in fill
    )
    for _ in range(count):
        lines: list[str] = []
        while sum(len(line.split()) for line in lines) < words:
            lines.append(" ".join(islice(sentences, 3)))
        texts.append("\n\n".join(lines))
    return texts


def texts(count: int, words: int = 700) -> list[str]:
    """Give texts of about so many words: the samples joined and cut, or invented ones where there are no samples."""
    joined = "\n\n".join(path.read_text(encoding="utf-8") for path in sorted(SAMPLES.rglob("*.txt")))
    paragraphs = [line for line in joined.split("\n") if len(line.split()) > 20]
    if sum(len(line.split()) for line in paragraphs) < 2 * words:
        return invented_texts(count, words)
    found, source = [], cycle(paragraphs)
    for _ in range(count):
        lines: list[str] = []
        while sum(len(line.split()) for line in lines) < words:
            lines.append(next(source))
        found.append("\n\n".join(lines))
    return found


def document_of(text: str) -> Document:
    """Make a document that is body throughout."""
    part = Part("body", 0, len(text))
    return Document("report-0", "text", "0", "text/plain", None, None, (), Published(), "en", text, (part,))
