"""Scores what ships: the int8 graph, on the test parts, words given and from running text."""

from __future__ import annotations

import json
from pathlib import Path

from training.decode import Decoder
from training.running_text import running_scores
from training.scores import (
    Pairs,
    event_scores,
    factuality_scores,
    name_scores,
    predicate_scores,
    role_scores,
    time_scores,
    tree_scores,
    word_scores,
)
from training.sentence import Sentence, read_sentences

LONGEST = 300
"""Sentences of more words are left out: the encoder sees 512 pieces."""


def evaluate(work: Path, weights: Path, target: Path | None, part: str = "test") -> dict[str, object]:
    """Score every head on one part, print the scores and write them to the target."""
    decoder = Decoder(weights)
    ewt = _decoded(decoder, read_sentences(work / f"ewt-{part}.jsonl"))
    gum = _decoded(decoder, read_sentences(work / f"gum-{part}.jsonl"))
    found: dict[str, object] = {
        "treebank words, EWT": tree_scores(ewt),
        "treebank words, GUM": tree_scores(gum),
        "treebank words, GUM news": tree_scores([pair for pair in gum if "_news_" in pair[0].identifier]),
        "names, UNER-EWT": name_scores([pair for pair in ewt if pair[0].names], ("PER", "ORG", "LOC")),
        "names, GUM": name_scores(gum, ("PER", "ORG", "LOC", "MISC")),
        "predicates, PropBank EWT": predicate_scores(ewt),
        "roles end to end, PropBank EWT": role_scores(ewt, true_predicates=False),
        "roles of given predicates, PropBank EWT": role_scores(ewt, true_predicates=True),
        "times, GUM": time_scores(gum),
        "happened, UDS-IH2": factuality_scores(ewt, "happened"),
        "sure, MEANTIME": factuality_scores(_decoded(decoder, read_sentences(work / f"meantime-{part}.jsonl")), "sure"),
    }
    if part == "test":
        politics = _decoded(decoder, read_sentences(work / "politics-test.jsonl"))
        found["names, CrossNER politics"] = name_scores(politics, ("PER", "ORG", "LOC", "MISC"))
        own = _decoded(decoder, read_sentences(work / "own-test.jsonl"))
        found["names, own sentences on conflicts"] = name_scores(own, ("PER", "ORG", "LOC", "MISC"))
        deeds = _decoded(decoder, read_sentences(work / "own-roles-test.jsonl"))
        found["roles of given predicates, own sentences on conflicts"] = role_scores(deeds, true_predicates=True)
        told = _decoded(decoder, read_sentences(work / "own-events-test.jsonl"))
        found["words that tell events, own sentences on conflicts"] = event_scores(told)
        for field in ("owed", "loaded"):
            told = _decoded(decoder, read_sentences(work / f"own-{field}-test.jsonl"))
            found[f"words that are {field}, own sentences on conflicts"] = word_scores(told, field)
        texts = read_sentences(work / "gum-test.jsonl")
        found["running text, GUM"] = running_scores(weights, texts)
        news = [one for one in texts + read_sentences(work / "gum-dev.jsonl") if "_news_" in one.identifier]
        found["running text, GUM news (test and dev)"] = running_scores(weights, news)
        found["times, WikiWars 15-16"] = time_scores(_decoded(decoder, read_sentences(work / "wikiwars-test.jsonl")))
    text = json.dumps(found, indent=1) + "\n"
    print(text, flush=True)
    if target:
        target.write_text(text, encoding="utf-8")
    return found


def _decoded(decoder: Decoder, sentences: list[Sentence]) -> Pairs:
    kept = [sentence for sentence in sentences if len(sentence.words) <= LONGEST]
    given = [[predicate.word for predicate in sentence.predicates or ()] for sentence in kept]
    return list(zip(kept, decoder.decode([sentence.words for sentence in kept], given), strict=True))
