"""Names of persons, organisations, places and others, from four corpora brought to one guideline.

States, regions and cities are LOC; nationalities, peoples and their adjectives are MISC; titles are outside PER.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from training.gum_layers import TITLES
from training.inventory import NAME_OR_MISC
from training.sentence import Sentence, name_spans

CROSSNER_KINDS = {
    **dict.fromkeys("person politician writer musicalartist scientist researcher".split(), "PER"),
    **dict.fromkeys("organisation politicalparty band university".split(), "ORG"),
    **dict.fromkeys("location country".split(), "LOC"),
}
CROSSNER_TERMS = frozenset(
    "algorithm field metrics task discipline theory musicgenre musicalinstrument literarygenre chemicalcompound "
    "chemicalelement enzyme protein".split()
)
"""Kinds that are terms rather than names: their capitalised words are left open, the others are no names."""

CROSSNER_DOMAINS = ("politics", "science", "music", "literature", "ai")


def with_uner(sentences: list[Sentence], data: Path, part: str) -> list[Sentence]:
    """Add Universal NER's names to EWT sentences with the same words.

    The training part marks some other names (OTH), which become MISC; elsewhere a capitalised word outside its three
    kinds may be one too, so it is left open between "no name" and MISC.
    """
    file = "en_ewt-ud-train.first-version.iob2" if part == "train" else f"en_ewt-ud-{part}.iob2"
    tagged = dict(_read_uner(data / "uner_english_ewt" / file))
    result = []
    for sentence in sentences:
        words, tags = tagged.get(sentence.identifier, ((), ()))
        if words != sentence.words:
            result.append(sentence)
        elif part == "train":
            result.append(replace(sentence, names=_without_titles(words, _open_misc(sentence, tags))))
        else:
            result.append(
                replace(sentence, names=tuple(tag if tag[2:] in ("PER", "ORG", "LOC") else "O" for tag in tags))
            )
    return result


def _read_uner(path: Path) -> Iterator[tuple[str, tuple[tuple[str, ...], tuple[str, ...]]]]:
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = block.strip("\n").split("\n")
        identifier = next((line.split("=", 1)[1].strip() for line in lines if line.startswith("# sent_id")), "")
        rows = [line.split("\t") for line in lines if line and line[0] != "#"]
        yield identifier, (tuple(row[1] for row in rows), tuple(row[2] for row in rows))


def _open_misc(sentence: Sentence, tags: tuple[str, ...]) -> tuple[str, ...]:
    result = []
    for index, tag in enumerate(tags):
        kind = tag[2:]
        if kind in ("PER", "ORG", "LOC"):
            result.append(tag)
        elif kind == "OTH":
            result.append(tag[:2] + "MISC")
        else:
            name = sentence.words[index][0].isupper() and sentence.upos is not None
            name = name and sentence.upos[index] in ("PROPN", "ADJ", "NOUN")  # type: ignore[index]
            result.append(NAME_OR_MISC if name else "O")
    return tuple(result)


def _without_titles(words: tuple[str, ...], tags: tuple[str, ...]) -> tuple[str, ...]:
    result = list(tags)
    for first, last, kind in name_spans(tags):
        start = first
        while kind == "PER" and start < last and words[start].lower().rstrip(".") in TITLES:
            result[start] = "O"
            result[start + 1] = "B-PER"
            start += 1
    return tuple(result)


def read_crossner(data: Path, domain: str, part: str) -> list[Sentence]:
    """Read one part of one CrossNER domain, its kinds mapped to the four."""
    result = []
    for words, tags in _columns(data / "crossner" / "ner_data" / domain / f"{part}.txt"):
        mapped = tuple(_crossner_tag(word, tag) for word, tag in zip(words, tags, strict=True))
        result.append(Sentence(words=words, source="crossner-" + domain, names=mapped))
    return result


def _crossner_tag(word: str, tag: str) -> str:
    if tag == "O":
        return tag
    edge, kind = tag.split("-", 1)
    if kind in CROSSNER_TERMS:
        return NAME_OR_MISC if word[0].isupper() else "O"
    return f"{edge}-{CROSSNER_KINDS.get(kind, 'MISC')}"


def read_wikigold(data: Path) -> list[Sentence]:
    """Read WikiGold; its tags have no first-word mark, so neighbours of one kind become one name."""
    result = []
    for words, tags in _columns(data / "wikigold" / "wikigold.conll.txt"):
        before = ("O", *tags[:-1])
        mapped = tuple(
            tag if tag == "O" or tag == old else "B-" + tag[2:] for tag, old in zip(tags, before, strict=True)
        )
        result.append(Sentence(words=words, source="wikigold", names=_without_titles(words, mapped)))
    return result


def _columns(path: Path) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split() for line in block.split("\n") if line.strip()]
        if rows:
            yield tuple(row[0] for row in rows), tuple(row[-1] for row in rows)
