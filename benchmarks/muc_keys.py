"""The answer keys of MUC-3 and MUC-4: incident templates and the fillers of their slots."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.muc_texts import PARTS

SLOTS = {
    2: "date", 3: "location", 4: "type", 5: "stage", 6: "instrument", 7: "instrument type", 8: "category",
    9: "perpetrators", 10: "organisations", 11: "confidence", 12: "physical target", 13: "physical target type",
    14: "physical target number", 15: "physical target nation", 16: "physical target effect",
    17: "physical target total", 18: "human target names", 19: "human target descriptions", 20: "human target type",
    21: "human target numbers", 22: "human target nation", 23: "human target effect", 24: "human target total",
}  # fmt: skip
LINE = re.compile(r"^(\d{1,2})\.\s+[A-Z ]+:\s+[A-Z ]+?\s{2,}(.*)$")


@dataclass(frozen=True)
class Filler:
    """One filler of a slot: what may stand there, what it is said of, and whether nothing would do as well."""

    options: tuple[str, ...]
    of: tuple[str, ...] = ()
    optional: bool = False


@dataclass
class Template:
    """One incident: fillers by slot."""

    slots: dict[str, list[Filler]] = field(default_factory=dict)
    optional: bool = False

    def first(self, slot: str) -> str:
        """Give the first option of the first filler, or nothing."""
        fillers = self.slots.get(slot)
        return fillers[0].options[0] if fillers else ""


def read_keys(data: Path, part: str) -> dict[str, list[Template]]:
    """Give the templates of every document that the keys name; none where a document tells no incident."""
    found: dict[str, list[Template]] = {}
    for file in sorted(data.glob(PARTS[part][1])):
        lines = file.read_text(encoding="latin-1").splitlines()
        slot, template = -1, Template()
        for line in lines:
            if line.startswith(";"):
                continue
            number, value = slot, line.strip()
            if match := LINE.match(line):
                number, value = int(match[1]), match[2].strip()
            elif not line.startswith(" "):
                continue
            if number == 0:
                name = value.split()[0]
                template = Template()
                found.setdefault(name, [])
            elif number == 1 and value[:1].isdigit():
                template.optional = "OPTIONAL" in value
                found[name].append(template)
            elif number in SLOTS and value and value not in ("*", "-"):
                template.slots.setdefault(SLOTS[number], []).append(filler_of(value))
            slot = number
    return found


def filler_of(value: str) -> Filler:
    """Read one line of a slot: options between slashes, each perhaps with what it is said of after a colon."""
    optional = value.startswith("?")
    value = value.lstrip("? ")
    if ': "' in value and not value.startswith('"'):
        kinds, _, of = value.partition(': "')
        return Filler(_options(kinds), _options('"' + of), optional)
    if value.startswith('"') and '": "' in value:
        kinds, _, of = value.rpartition('": "')
        return Filler(_options(kinds + '"'), _options('"' + of), optional)
    return Filler(_options(value), (), optional)


def _options(value: str) -> tuple[str, ...]:
    pieces = re.split(r"\s+/\s+", value)
    return tuple(piece.strip().lstrip("? ").replace('\\"', "'").strip('"').strip() for piece in pieces)
