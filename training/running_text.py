"""Scores from running text: the package's own division into sentences and words, tags and trees, against a treebank."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

from training.sentence import Sentence
from truceline.domain.document import Document, Part, Published
from truceline.reading.language_model import NetworkModel

Spot = tuple[int, int]


def running_scores(weights: Path, sentences: list[Sentence]) -> dict[str, float]:
    """Score whole documents: F1 of sentences and words by their characters, and of tags and heads upon those."""
    model = NetworkModel(weights, threads=2)
    counts = dict.fromkeys(("sentences", "words", "upos", "uas", "las"), 0)
    true_words = said_words = true_sentences = said_sentences = 0
    for _, group in groupby(sentences, key=lambda one: one.identifier.rsplit("-", 1)[0]):
        document = list(group)
        text, spots = _text_of(document)
        true = _true_words(document, spots)
        read = model.read(_document(text))
        said: dict[Spot, tuple[str, Spot | None, str]] = {}
        for sentence in read:
            for word in sentence.words:
                head = sentence.words[word.head] if word.head >= 0 else None
                said[word.start, word.end] = (word.upos, (head.start, head.end) if head else None, word.relation)
        for spot in true.keys() & said.keys():
            counts["words"] += 1
            counts["upos"] += true[spot][0] == said[spot][0]
            if true[spot][1] == said[spot][1]:
                counts["uas"] += 1
                counts["las"] += true[spot][2].split(":")[0] == said[spot][2].split(":")[0]
        true_ends = {(row[0][0], row[-1][1]) for row in spots}
        said_ends = {(sentence.start, sentence.end) for sentence in read}
        counts["sentences"] += len(true_ends & said_ends)
        true_sentences, said_sentences = true_sentences + len(true_ends), said_sentences + len(said_ends)
        true_words, said_words = true_words + len(true), said_words + len(said)
    totals = dict.fromkeys(counts, true_words + said_words) | {"sentences": true_sentences + said_sentences}
    return {key: round(200 * count / max(1, totals[key]), 2) for key, count in counts.items()}


def _text_of(sentences: list[Sentence]) -> tuple[str, list[list[Spot]]]:
    """Put a document together again, a blank line between its paragraphs."""
    text, spots = "", []
    for sentence in sentences:
        if sentence.new_paragraph and text:
            text = text.rstrip() + "\n\n"
        row = []
        for word, space in zip(sentence.words, sentence.spaces or (), strict=True):
            row.append((len(text), len(text) + len(word)))
            text += word + " " * space
        spots.append(row)
    return text, spots


def _true_words(sentences: list[Sentence], spots: list[list[Spot]]) -> dict[Spot, tuple[str, Spot | None, str]]:
    true = {}
    for sentence, row in zip(sentences, spots, strict=True):
        for index, spot in enumerate(row):
            head = (sentence.heads or ())[index]
            relation = (sentence.relations or ())[index]
            true[spot] = ((sentence.upos or ())[index], row[head - 1] if head else None, relation)
    return true


def _document(text: str) -> Document:
    parts = (Part("body", 0, len(text)),)
    return Document("treebank", "treebank", "", "text/plain", None, None, (), Published(), "en", text, parts)
