"""Score events as incident templates of MUC-3 and MUC-4, beside the systems of 1992.

    python -m benchmarks.incidents --data DIR [--parts dev tst1 tst2] [--limit 100] [--words FILE]

The texts are all capitals and get sentence case first (muc_case.py). Simplified against the guidelines of 1992: nobody
judges doubtful fillers, so that words count by muc_matching.py alone; every incident counts as accomplished; a template
is mapped where its type and a perpetrator or human target fit at least partly, or, where it has none of these, its date
and place; instruments, physical targets, confidence, nations, effects and totals are not read and count as missing in
"all slots". The figures of 1992 are for TST3 and TST4, which are not read here.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.muc_case import read_words
from benchmarks.muc_keys import SLOTS, Filler, Template, read_keys
from benchmarks.muc_matching import counted_fit, date_fit, location_fit, set_fit, string_fit, type_fit
from benchmarks.muc_templates import COUNTRIES, Incident, incidents
from benchmarks.muc_texts import PARTS, Source, report_of, sources

from truceline.documents import make_document
from truceline.domain.mention import Reading
from truceline.gazetteer import places_named
from truceline.reading import read_document
from truceline.reading.language_model import load

WORDS = Path("/usr/share/dict/words")
READ = (
    "date", "location", "type", "stage", "category", "perpetrators", "organisations", "human target names",
    "human target descriptions", "human target numbers",
)  # fmt: skip
CONTENT = READ[READ.index("perpetrators") : READ.index("human target numbers")]
"""Slots of which one has to fit, beside the type, before a template is mapped; or date and place where it has none."""
FITS = {
    "date": date_fit, "location": location_fit, "type": type_fit, "stage": set_fit, "category": set_fit,
    "perpetrators": string_fit, "organisations": string_fit, "human target names": string_fit,
    "human target descriptions": string_fit,
}  # fmt: skip
SYSTEMS_OF_1992 = {
    "all templates, best of 17 sites, F": {"TST3": 55.93, "TST4": 57.15},
    "all templates, median of 17 sites, F": {"TST3": 29.3, "TST4": 32.9},
    "human target numbers, best": {"TST3": 60.6, "TST4": 52.7},
}


@dataclass
class Tally:
    """What a slot asked for, what it got, and how much of that was right."""

    asked: float = 0
    given: float = 0
    right: float = 0

    def add(self, asked: float, given: float, right: float) -> None:
        self.asked, self.given, self.right = self.asked + asked, self.given + given, self.right + right

    def scores(self) -> dict[str, float]:
        """Give recall, precision and F in percent, as in 1992."""
        recall = 100 * self.right / self.asked if self.asked else 0.0
        precision = 100 * self.right / self.given if self.given else 0.0
        total = recall + precision
        f = 2 * recall * precision / total if total else 0.0
        numbers = {"recall": recall, "precision": precision, "f1": f, "asked": self.asked, "given": self.given}
        return {name: round(value, 1) for name, value in numbers.items()}


@dataclass
class Board:
    """The tallies of all slots, and of texts with and without incidents."""

    slots: dict[str, Tally] = field(default_factory=lambda: {slot: Tally() for slot in SLOTS.values()})
    mapped_only: Tally = field(default_factory=Tally)
    counts: Counter[str] = field(default_factory=Counter)

    def take(self, slot: str, asked: float, given: float, right: float, mapped: bool) -> None:
        self.slots[slot].add(asked, given, right)
        if mapped and slot in READ:
            self.mapped_only.add(asked, given, right)

    def whole(self, slots: tuple[str, ...]) -> dict[str, float]:
        total = Tally()
        for slot in slots:
            total.add(self.slots[slot].asked, self.slots[slot].given, self.slots[slot].right)
        return total.scores()


def responses(incident: Incident) -> dict[str, list[tuple[str, str]]]:
    """Give the fillers of one of our incidents by slot, each with whom it is said of."""
    single = {
        "date": incident.told_date, "location": incident.location, "type": incident.type, "stage": "ACCOMPLISHED",
        "category": incident.category,
    }  # fmt: skip
    targets = incident.targets
    found = {slot: [(value, "")] for slot, value in single.items() if value}
    found["perpetrators"] = [(name, "") for name in incident.perpetrators]
    found["organisations"] = [(name, "") for name in incident.organisations]
    found["human target names"] = [(t.words, "") for t in targets if t.named]
    described = [(t.title or t.words, "") for t in targets if t.title or not t.named]
    found["human target descriptions"] = described
    found["human target numbers"] = [(t.number, t.words) for t in targets]
    return found


def slot_right(slot: str, ours: list[tuple[str, str]], keys: list[Filler]) -> tuple[float, float]:
    """Pair the fillers of a slot, best first; give what was asked for and how much was right."""
    fits = sorted(
        ((_fit(slot, response, key), -i, -j) for i, response in enumerate(ours) for j, key in enumerate(keys)),
        reverse=True,
    )
    used: set[tuple[str, int]] = set()
    right = 0.0
    for fit, i, j in fits:
        if fit > 0 and ("r", i) not in used and ("k", j) not in used:
            used |= {("r", i), ("k", j)}
            right += fit
    asked = sum(not key.optional or ("k", -j) in used for j, key in enumerate(keys))
    return asked, right


def _fit(slot: str, response: tuple[str, str], key: Filler) -> float:
    if slot == "human target numbers":
        return counted_fit(*response, key)
    return FITS[slot](response[0], key)


def similarity(incident: Incident, template: Template) -> float:
    """Weigh how well one of ours fits a template: nothing where the type does not, or nothing but it does."""
    ours = responses(incident)
    rights = {slot: slot_right(slot, ours.get(slot, []), template.slots.get(slot, []))[1] for slot in READ}
    content = sum(rights[slot] for slot in CONTENT)
    around = rights["date"] + rights["location"]
    bare = not any(template.slots.get(slot) for slot in CONTENT)
    fits = content or (bare and rights["date"] and rights["location"])
    return content + around + rights["type"] if rights["type"] and fits else 0.0


def score_document(ours: list[Incident], keys: list[Template], board: Board) -> None:
    """Map our incidents to templates, best first, and count every slot; spurious and missing ones count in full."""
    pairs = sorted(
        ((similarity(o, k), -i, -j) for i, o in enumerate(ours) for j, k in enumerate(keys)), reverse=True
    )  # fmt: skip
    mapping: dict[int, int] = {}
    for weight, i, j in pairs:
        if weight > 0 and -i not in mapping and -j not in mapping.values():
            mapping[-i] = -j
    for i, incident in enumerate(ours):
        template = keys[mapping[i]] if i in mapping else Template()
        for slot, fillers in responses(incident).items():
            asked, right = slot_right(slot, fillers, template.slots.get(slot, []))
            board.take(slot, asked, len(fillers), right, i in mapping)
        for slot in set(SLOTS.values()) - set(READ):
            board.take(slot, sum(not key.optional for key in template.slots.get(slot, [])), 0, 0, i in mapping)
    for j, template in enumerate(keys):
        if j not in mapping.values() and not template.optional:
            for slot, wanted in template.slots.items():
                board.take(slot, sum(not key.optional for key in wanted), 0, 0, mapped=False)
    board.counts.update(
        documents=1, templates=sum(not key.optional for key in keys), incidents=len(ours), mapped=len(mapping),
        with_incidents=bool(keys), found_with=bool(keys) and bool(ours), found_without=bool(ours) and not keys,
    )  # fmt: skip


def country_of(source: Source, reading: Reading) -> str | None:
    """Give the country of the dateline, else the one of the task that the text names most."""
    city = re.sub(r"\s*\(.*", "", source.place)
    if city and not source.place.endswith(")"):
        home = next((place.country for place in places_named(city) if place.country in COUNTRIES), None)
        if home:
            return home
    named = Counter(place.country for place in reading.places for _ in place.quotes if place.country)
    return next((code for code, _ in named.most_common() if code in COUNTRIES), None)


def show(source: Source, ours: list[Incident], keys: list[Template]) -> None:
    """Print one document's templates beside the key's."""
    print("=====", source.id)
    for incident in ours:
        print(
            "  ours", {slot: [value for value, _ in values] for slot, values in responses(incident).items() if values}
        )
    for key in keys:
        slots = {slot: [filler.options for filler in key.slots[slot]] for slot in READ if slot in key.slots}
        print("  key ", "optional" if key.optional else "", slots)


def main() -> None:
    """Score as the arguments say."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--parts", nargs="+", choices=list(PARTS), default=list(PARTS))
    parser.add_argument("--limit", type=int, default=100, help="documents of each part, the first ones")
    parser.add_argument("--words", type=Path, default=WORDS, help="an English word list with its capitals")
    parser.add_argument("--verbose", action="store_true")
    args = parser.parse_args()
    if not all(any(args.data.glob(file)) for part in args.parts for file in PARTS[part]):
        print(json.dumps({"muc34": "not available"}))
        return
    words, language_model = read_words(args.words), load()
    result: dict[str, Any] = {
        "language_model": f"{language_model.name} {language_model.version}",
        "word list": args.words.name if args.words.is_file() else "not available: words of the vocabularies instead",
    }
    for part in args.parts:
        board, keys = Board(), read_keys(args.data, part)
        for source in sources(args.data, part, args.limit):
            reading = read_document(make_document(report_of(source, words)), language_model)
            ours = incidents(reading, source.sent, country_of(source, reading))
            score_document(ours, keys.get(source.id, []), board)
            if args.verbose:
                show(source, ours, keys.get(source.id, []))
        result[part] = summary(board)
    result["systems of 1992, on other documents"] = SYSTEMS_OF_1992
    print(json.dumps(result, indent=2))


def summary(board: Board) -> dict[str, Any]:
    """Give all figures of one part."""
    return {
        **board.counts,
        "all templates, slots read": board.whole(READ),
        "all templates, all slots": board.whole(tuple(SLOTS.values())),
        "matched templates only, slots read": board.mapped_only.scores(),
        **{slot: board.slots[slot].scores() for slot in READ},
    }


if __name__ == "__main__":
    main()
