"""Writes any number of invented reports of one long conflict, the same ones each time, as JSON Lines.

python -m benchmarks.many_reports 10000 reports.jsonl

Places, parties and days stay the same while the number grows, which is the harder case: everything lies closer
together. Two reports in five are copies of another one: verbatim, cut, or under another headline.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

SEED = 20310501
FIRST_DAY, DAYS = date(2026, 1, 1), 1900
COPIED = 0.4
SHORTEST = 30
"""Words that a cut copy keeps at least."""
PUBLISHERS = tuple(
    f"{place} {sort}"
    for place in ("Tesk", "Orlin", "Velde", "Amara", "Iriel", "Karrow", "Southern", "Highland")
    for sort in ("Courier", "Herald", "News Agency", "Monitor", "Voice")
)
PLACES = tuple(
    first + last
    for first in ("Or", "Tes", "Vel", "Kar", "Am", "Ir", "Bel", "Don", "Lur", "Mar", "Nas", "Pel")
    for last in ("lin", "ka", "dova", "row", "ara", "iel", "mir", "sk", "tan", "ovar")
)
FIRST_NAMES = ("Mara", "Idris", "Pavel", "Luz", "Hanna", "Omar", "Sofia", "Daud", "Nadia", "Viktor", "Amina", "Josef")
LAST_NAMES = (
    "Teshen", "Okunda", "Sorin", "Arrieta", "Voss", "Karimov", "Belan", "Hadar", "Ndiaye", "Lazar", "Marek", "Osei",
    "Petrak", "Quist", "Ramos", "Sall", "Tarik", "Urban", "Weld", "Zadeh",
)  # fmt: skip
PARTIES = ("the government", "the Northern Front", "the Highland Army", "the Southern Council", "the River Movement")
EVENTS = (
    "{party} attacked a checkpoint near {place} on {day}, killing {n} soldiers and wounding {m}.",
    "{party} shelled the town of {place} on {day}, and {n} civilians were killed.",
    "Fighters of {party} captured the bridge at {place} on {day}.",
    "{party} and {other} met in {place} on {day} for talks on a ceasefire.",
    "{party} released {n} prisoners in {place} on {day}.",
    "Troops of {party} withdrew from {place} on {day}.",
    "Thousands protested in {place} on {day} against {party}.",
    "{party} arrested {n} people in {place} on {day}.",
    "Gunmen ambushed a convoy of {party} outside {place} on {day}; {n} people were killed.",
    "{party} delivered food to {m} families in {place} on {day}.",
)
FIGURES = (
    "At least {m} people have fled {place} since the fighting began.",
    "{party} still has {m} troops in {place}.",
    "About {m} prisoners are held in {place}, according to the monitors.",
    "More than {n} violations of the truce were counted in {place} in the past week.",
)
STATEMENTS = (
    "“We will not lay down our arms before the prisoners are free,” said {person}, a spokesman for {party}.",
    "{person}, who speaks for {party}, denied that its forces had fired on {place}.",
    "{person} accused {party} of breaking the truce near {place}.",
    "“There is no military solution,” {person} told reporters in {place}.",
    "{party} called the charge “baseless and absurd.”",
)
PROMISES = (
    "Under the agreement, {party} must withdraw its heavy weapons from {place} within {n} days.",
    "{party} promised to release {n} prisoners by {later}.",
    "{party} pledged to open the road to {place} before {later}.",
)
LOADED = (
    "The so-called liberators of {party} left ruins behind.",
    "The puppet administration in {place} kept silent.",
    "Terrorists and their masters rejoiced.",
    "The heroic defenders of {place} held out.",
)


def reports(count: int, seed: int = SEED) -> Iterator[dict[str, str]]:
    """Yield so many reports; the first ones of a longer list are those of a shorter one."""
    chance = random.Random(seed)
    told: list[dict[str, str]] = []
    while len(told) < count:
        one = (
            _copied(chance, told[-60:]) if len(told) > 20 and chance.random() < COPIED else _written(chance, len(told))
        )
        told.append(one)
        yield one


def _written(chance: random.Random, number: int) -> dict[str, str]:
    published = FIRST_DAY + timedelta(days=(number * 7 + chance.randrange(5)) % DAYS)
    sorts = [EVENTS] * chance.randint(1, 3) + [FIGURES, STATEMENTS]
    sorts += [PROMISES] if chance.random() < 0.25 else []
    sorts += [LOADED] if chance.random() < 0.3 else []
    lines = [_sentence(chance, chance.choice(sort), published) for sort in sorts]
    title = lines[0].split(" on ")[0].rstrip(".,")
    body = "\n\n".join(" ".join(lines[at : at + 3]) for at in range(0, len(lines), 3))
    return {"title": title, "publisher": chance.choice(PUBLISHERS), "published": published.isoformat(), "text": body}


def _sentence(chance: random.Random, pattern: str, published: date) -> str:
    happened = published - timedelta(days=chance.randint(0, 3))
    later = published + timedelta(days=chance.randint(20, 200))
    party, other = chance.sample(PARTIES, 2)
    words = pattern.format(
        party=party, other=other, place=chance.choice(PLACES), n=chance.randint(2, 40), m=50 * chance.randint(1, 200),
        day=f"{happened.day} {happened:%B %Y}", later=f"{later.day} {later:%B %Y}",
        person=f"{chance.choice(FIRST_NAMES)} {chance.choice(LAST_NAMES)}",
    )  # fmt: skip
    return words[0].upper() + words[1:]


def _copied(chance: random.Random, before: list[dict[str, str]]) -> dict[str, str]:
    first = chance.choice(before)
    day = date.fromisoformat(first["published"]) + timedelta(days=chance.randint(0, 1))
    copy = first | {"publisher": chance.choice(PUBLISHERS), "published": day.isoformat()}
    how = chance.choice(("verbatim", "cut", "re-headlined"))
    shorter = first["text"].rpartition(". ")[0]
    if how == "cut" and len(shorter.split()) > SHORTEST:
        copy["text"] = shorter + "."
    if how == "re-headlined":
        copy["title"] = "Report: " + first["title"]
    return copy


def write(count: int, path: Path) -> None:
    """Write so many reports, one a line."""
    with path.open("w", encoding="utf-8", newline="\n") as out:
        out.writelines(json.dumps(one, ensure_ascii=False) + "\n" for one in reports(count))


def main() -> None:
    """Write the reports that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int)
    parser.add_argument("path", type=Path)
    given = parser.parse_args()
    write(given.count, given.path)


if __name__ == "__main__":
    main()
