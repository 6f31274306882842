"""All corpora to one form: reads the data folder, writes JSON Lines and the inventory of labels."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

from training.factuality import read_meantime, with_factuality
from training.inventory import Inventory
from training.names import CROSSNER_DOMAINS, read_crossner, read_wikigold, with_uner
from training.own_marks import read_own_events, read_own_events_by_rows, read_own_loaded, read_own_owed
from training.own_names import read_own_names
from training.own_roles import read_own_roles
from training.rejoin import divided, joined
from training.roles import with_roles
from training.sentence import Sentence, write_sentences
from training.times import read_wikiwars
from training.treebanks import PARTS, read_ewt, read_gum

SEED = 20


def prepare(data: Path, wikiwars: Path, work: Path) -> None:
    """Write every training and test set into the work folder."""
    work.mkdir(parents=True, exist_ok=True)
    chance = random.Random(SEED)
    sets: dict[str, list[Sentence]] = {}
    ewt = {part: with_uner(with_roles(read_ewt(data, part), data, part), data, part) for part in PARTS}
    ewt = with_factuality(ewt, data)
    gum = {part: read_gum(data, part) for part in PARTS}
    for name, parts in (("ewt", ewt), ("gum", gum)):
        sets[f"{name}-train"] = [joined(sentence, chance) for sentence in parts["train"]]
        sets[f"{name}-dev"], sets[f"{name}-test"] = parts["dev"], parts["test"]
    for domain in CROSSNER_DOMAINS:
        # Names are short of data and nothing is chosen on CrossNER's development parts, so they train as well.
        train = read_crossner(data, domain, "train") + read_crossner(data, domain, "dev")
        sets[f"{domain}-train"] = [divided(sentence) for sentence in train]
        if domain == "politics":
            sets["politics-undivided-train"] = train
            sets["politics-test"] = [divided(sentence) for sentence in read_crossner(data, domain, "test")]
    sets["wikigold-train"] = [divided(sentence) for sentence in read_wikigold(data)]
    sets["own-train"] = read_own_names(held_out=False, chance=random.Random(SEED))
    sets["own-test"] = read_own_names(held_out=True)
    sets["own-roles-train"] = read_own_roles(held_out=False)
    sets["own-roles-test"] = read_own_roles(held_out=True)
    sets["own-events-train"] = read_own_events(held_out=False)
    sets["own-events-test"] = read_own_events(held_out=True)
    for part, held_out in (("train", False), ("test", True)):
        sets[f"own-owed-{part}"] = read_own_owed(held_out=held_out)
        sets[f"own-loaded-{part}"] = read_own_loaded(held_out=held_out)
    sets["own-events-rows"] = read_own_events_by_rows()
    sets["wikiwars-train"] = read_wikiwars(wikiwars, held_out=False)
    sets["wikiwars-test"] = read_wikiwars(wikiwars, held_out=True)
    for part in PARTS:
        sets[f"meantime-{part}"] = read_meantime(data, part)
    for name, sentences in sets.items():
        write_sentences(work / f"{name}.jsonl", sentences)
        print(_described(name, sentences), flush=True)
    inventory_of(sets["ewt-train"] + sets["gum-train"]).save(work / "labels.json", "prepared", "0")


def inventory_of(sentences: list[Sentence]) -> Inventory:
    """Collect the relations and fine tags of the treebanks, most frequent first."""
    relations = Counter(relation for sentence in sentences for relation in sentence.relations or ())
    xpos = Counter(tag for sentence in sentences for tag in sentence.xpos or ())

    def ordered(counts: Counter[str]) -> tuple[str, ...]:
        return tuple(sorted(counts, key=lambda label: (-counts[label], label)))

    return Inventory(ordered(relations), ordered(xpos))


def _described(name: str, sentences: list[Sentence]) -> str:
    names = Counter(tag[2:] for sentence in sentences for tag in sentence.names or () if tag.startswith("B-"))
    words = sum(len(sentence.words) for sentence in sentences)
    predicates = sum(len(sentence.predicates or ()) for sentence in sentences)
    times = sum((sentence.times or ()).count(1) for sentence in sentences)
    judged = sum(len(sentence.happened) for sentence in sentences)
    sure = sum(len(sentence.sure) for sentence in sentences)
    return (
        f"{name}: {len(sentences)} sentences, {words} words, names {dict(names)}, {predicates} predicates, "
        f"{times} times, {judged} happened, {sure} sure"
    )
