"""Treebanks in CoNLL-U: UD English EWT and the openly licensed documents of GUM."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from training.gum_layers import entities_of, names_of, times_of
from training.sentence import Sentence

PARTS = ("train", "dev", "test")


@dataclass(frozen=True)
class ConlluSentence:
    """The lines of one sentence, without multi-word tokens and empty nodes."""

    identifier: str
    new_paragraph: bool
    rows: tuple[tuple[str, ...], ...]
    spaces: tuple[bool, ...]


def read_conllu(path: Path) -> Iterator[ConlluSentence]:
    """Read the sentences of a file."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = block.strip("\n").split("\n")
        rows = [tuple(line.split("\t")) for line in lines if line and line[0] != "#"]
        words = [row for row in rows if row[0].isdigit()]
        if not words:
            continue
        spaces = ["SpaceAfter=No" not in row[9] for row in words]
        for row in rows:
            if "-" in row[0]:
                first, last = (int(number) for number in row[0].split("-"))
                spaces[first - 1 : last] = [False] * (last - first) + ["SpaceAfter=No" not in row[9]]
        identifier = next((line.split("=", 1)[1].strip() for line in lines if line.startswith("# sent_id")), "")
        fresh = any(line.startswith(("# newdoc", "# newpar")) for line in lines)
        yield ConlluSentence(identifier, fresh, tuple(words), tuple(spaces))


def treebank_sentence(source: str, read: ConlluSentence) -> Sentence:
    """Take words, tags and tree from the lines of a sentence."""
    return Sentence(
        words=tuple(row[1] for row in read.rows),
        source=source,
        identifier=read.identifier,
        spaces=read.spaces,
        upos=tuple(row[3] for row in read.rows),
        xpos=tuple(row[4] for row in read.rows),
        heads=tuple(int(row[6]) for row in read.rows),
        relations=tuple(row[7] for row in read.rows),
        new_paragraph=read.new_paragraph,
    )


def read_ewt(data: Path, part: str) -> list[Sentence]:
    """Read one part of UD English EWT."""
    path = data / "ud_english_ewt" / f"en_ewt-ud-{part}.conllu"
    return [treebank_sentence("ewt", read) for read in read_conllu(path)]


def read_gum(data: Path, part: str) -> list[Sentence]:
    """Read one part of GUM with its names and time expressions."""
    with (data / "gum" / "splits.csv").open(encoding="utf-8") as file:
        documents = [row["document"] for row in csv.DictReader(file) if row["part"] == part]
    sentences = []
    for document in documents:
        read = list(read_conllu(data / "gum" / "dep" / f"{document}.conllu"))
        for one, entities in zip(read, entities_of([one.rows for one in read]), strict=True):
            named = names_of(one.rows, entities)
            timed = times_of(one.rows, entities)
            sentences.append(replace(treebank_sentence("gum", one), names=named, times=timed))
    return sentences
