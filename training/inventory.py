"""What the network can say: the closed lists of labels, in the order of its outputs."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from truceline.reading.network.taught import EVENT_TYPES, LOADED_CLASSES, OWED_STAGES

UPOS = ("ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X").split()

NAMES = ["O"] + [edge + kind for kind in ("PER", "ORG", "LOC", "MISC") for edge in ("B-", "I-")]

NAME_UNKNOWN = "?"
"""A word whose corpus does not say whether it is a name."""
NAME_OR_MISC = "~"
"""A word that is outside the annotated kinds: no name, or one of the kind MISC."""

ROLES = (
    "_ ARG1 ARG0 ARG2 ARGM-TMP ARGM-ADV ARGM-MOD ARGM-NEG ARGM-ADJ ARGM-LOC ARGM-MNR ARGM-DIS ARGM-EXT ARGM-PRP "
    "R-ARG1 ARG3 R-ARG0 ARGM-CAU ARGM-PRR ARGM-LVB ARGM-DIR ARGM-PRD C-ARG1 ARG4 ARGM-GOL C-V R-ARGM C-ARG2 "
    "ARGM-CXN ARGM-COM R-ARG2 ARGM-REC ARG5"
).split()
"""PropBank's roles; the first stands for "no argument"."""

TIMES = ["O", "B", "I"]

EVENT_NONE = "_"
"""A word that tells no event."""
EVENT_UNKNOWN = "?"
"""A word of which nobody says whether it tells one."""
EVENTS = [EVENT_NONE, *EVENT_TYPES]
OWED = [EVENT_NONE, *OWED_STAGES]
LOADED = [EVENT_NONE, *LOADED_CLASSES]


@dataclass(frozen=True)
class Inventory:
    """The labels of one network; relations and fine tags are those its treebanks use."""

    relations: tuple[str, ...]
    xpos: tuple[str, ...]

    def save(self, path: Path, name: str, version: str) -> None:
        """Write the labels as the package reads them."""
        kept = {
            "name": name,
            "version": version,
            "upos": UPOS,
            "xpos": list(self.xpos),
            "rels": list(self.relations),
            "ner": NAMES,
            "srl": ROLES,
            "time": TIMES,
            "event": EVENTS,
            "owed": OWED,
            "loaded": LOADED,
            "fact": ["happened", "sure"],
        }
        path.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")

    @staticmethod
    def load(path: Path) -> Inventory:
        """Read labels written by `save`."""
        kept = json.loads(path.read_text(encoding="utf-8"))
        return Inventory(tuple(kept["rels"]), tuple(kept["xpos"]))
