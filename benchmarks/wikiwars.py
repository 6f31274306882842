"""Score time expressions in war histories: python benchmarks/wikiwars.py --data DIR (folders keyinline and in)."""

from __future__ import annotations

import argparse
import hashlib
import html
import re
import sys
from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from truceline.domain.calendars import month_of, week_of, years
from truceline.domain.counts import read_count
from truceline.domain.dates import Days
from truceline.domain.document import Document, Part, Published
from truceline.reading.dates.dates import Dated, dated_spans
from truceline.reading.language_model import load
from truceline.reading.scene import Text

TAG = re.compile(r"<(/?)TIMEX2([^>]*)>")
WORDS_BEFORE = re.compile(
    r"^(?:just|the|next|past|last|about|around|over|nearly|almost|first|following|previous|more than|less than|some"
    r"|another"
    r"|only|up to|at least|for|within|these|those|first|full|whole|entire|exactly|approximately|roughly|further) "
)


@dataclass(frozen=True)
class Gold:
    """An annotated expression: its characters, value and modifier."""

    start: int
    end: int
    value: str
    modifier: str


def parse(marked: str) -> tuple[str, list[Gold], str]:
    """Give the text of a document without tags, its outermost expressions, and its date of writing."""
    written = re.search(r"<DATETIME>.*?(\d{4}-\d\d-\d\d)", marked, re.DOTALL)
    body = marked[marked.index("<TEXT>") + 6 : marked.index("</TEXT>")]
    text, found, open_tags, place = [], [], [], 0
    length = 0
    for tag in TAG.finditer(body):
        piece = html.unescape(body[place : tag.start()])
        text.append(piece)
        length += len(piece)
        place = tag.end()
        if not tag[1]:
            open_tags.append((length, tag[2]))
        else:
            start, attributes = open_tags.pop()
            if not open_tags:
                found.append(Gold(start, length, _attribute(attributes, "val"), _attribute(attributes, "mod")))
    text.append(html.unescape(body[place:]))
    return "".join(text), found, written[1] if written else ""


def _attribute(attributes: str, name: str) -> str:
    match = re.search(rf'\b{name}="([^"]*)"', attributes, re.IGNORECASE)
    return match[1] if match else ""


def days_of_value(value: str) -> Days | None:
    """Turn a calendar value into days; None for durations, references, sets and dates before the year 1."""
    value = value.partition("T")[0]
    try:
        if match := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", value):
            return Days.on(date(*map(int, match.groups())))
        if match := re.fullmatch(r"(\d{4})-(\d\d)", value):
            return month_of(int(match[1]), int(match[2]))
        if re.fullmatch(r"\d{4}", value):
            return years(int(value))
        if re.fullmatch(r"\d{3}", value):
            return years(10 * int(value), 10 * int(value) + 9)
        if re.fullmatch(r"\d\d", value):
            return years(100 * int(value), 100 * int(value) + 99)
        if match := re.fullmatch(r"(\d{4})-W(\d\d)", value):
            return week_of(date.fromisocalendar(int(match[1]), int(match[2]), 1))
    except ValueError:
        return None
    return None


def value_right(gold: Gold, dated: Dated, words: str) -> bool:
    """Tell whether an expression was understood: same days, same season, same length, or rightly vague."""
    bare = dated.bare
    if gold.value.startswith("P") and "REF" not in gold.value:
        return _length(words) == gold.value and (
            bare is None or bare.grain in ("duration", "span", "day", "month", "year")
        )
    if gold.value in ("PAST_REF", "FUTURE_REF", "PRESENT_REF"):
        return bare is not None and bare.grain in ("vague", "now")
    if bare is None:
        return False
    if match := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", gold.value):
        return bare.grain == "season" and bare.days.earliest is not None and bare.days.earliest.year == int(match[1])
    if match := re.fullmatch(r"(\d{4})-([QH])(\d)", gold.value):
        return bare.grain in ("quarter", "half") and str(bare.days.earliest).startswith(match[1])
    want = days_of_value(gold.value)
    if want is None or not bare.days.known:
        return False
    if want == bare.days:
        return True
    inside = want.both(bare.days) == bare.days
    if bare.grain == "century" or gold.modifier in ("APPROX", "MORE_THAN", "LESS_THAN"):
        return want.meets(bare.days)
    return inside and (gold.modifier != "" or bare.grain in ("span", "half", "week"))


def is_an_end(gold: Gold, dated: Dated) -> bool:
    """Tell whether an expression is the beginning or the end of a range that was read as one."""
    want, bare = days_of_value(gold.value), dated.bare
    if want is None or bare is None or bare.grain != "span" or want == bare.days:
        return False
    return want.earliest == bare.days.earliest or want.latest == bare.days.latest


def _length(words: str) -> str | None:
    words = words.lower().replace("-long", "").replace("-", " ")
    while (shorter := WORDS_BEFORE.sub("", words)) != words:
        words = shorter
    count = read_count(re.sub(r" (?:ago|later|earlier|before|after|long|straight)$", "", words))
    if count is None or not count.sharp:
        match = re.fullmatch(r"(?:several |many |few |a few )?(day|week|month|year|decade|centurie|hour)s?", words)
        units = {
            "day": "PXD",
            "week": "PXW",
            "month": "PXM",
            "year": "PXY",
            "decade": "PXE",
            "centurie": "PXC",
            "hour": "PTXH",
        }
        return units[match[1]] if match else None
    letter = {"day": "D", "week": "W", "month": "M", "year": "Y", "decade": "DE", "century": "CE", "hour": "H"}.get(
        count.unit
    )
    if letter is None:
        return None
    return f"P{'T' if letter == 'H' else ''}{count.least}{letter}"


def score(file: Path, counts: Counter[str], *, verbose: bool) -> None:
    text, gold, written = parse(file.read_text(encoding="utf-8"))
    sha = hashlib.sha256(text.encode()).hexdigest()
    document = Document("report-" + sha[:12], file.name, sha, "text/plain", None, None, (),
                        Published(Days.on(written), "stated"), "en", text, (Part("body", 0, len(text)),))  # fmt: skip
    reading = Text(document, load().read(document))
    found = []
    for dated in dated_spans(reading):
        words = reading.sentences[dated.mention.sentence].words
        found.append((words[dated.mention.first].start, words[dated.mention.last].end, dated))
    counts["gold"] += len(gold)
    counts["found"] += len(found)
    free = list(found)
    for one in gold:
        hits = [f for f in found if f[0] < one.end and one.start < f[1]]
        if not hits:
            counts["missed"] += 1
            if verbose:
                print(f"  {file.name[:2]} missed {text[one.start : one.end]!r} {one.value}")
            continue
        hit = max(hits, key=lambda f: min(f[1], one.end) - max(f[0], one.start))
        if hit in free:
            free.remove(hit)
        elif hit[2].bare is None or hit[2].bare.grain != "span":  # a range counts for both of its ends
            counts["missed"] += 1
            continue
        else:
            counts["ranges"] += 1
        counts["relaxed"] += 1
        exact = (hit[0], hit[1]) == (one.start, one.end)
        counts["strict"] += exact
        if verbose and not exact:
            print(f"  {file.name[:2]} bounds {text[one.start : one.end]!r}: {text[hit[0] : hit[1]]!r}")
        if one.value and "BC" not in one.value:
            counts["valued"] += 1
            right = value_right(one, hit[2], text[hit[0] : hit[1]]) or is_an_end(one, hit[2])
            counts["right"] += right
            if verbose and not right:
                bare = hit[2].bare
                shown = (bare.grain, str(bare.days.earliest), str(bare.days.latest)) if bare else None
                print(
                    f"  {file.name[:2]} value {text[one.start : one.end]!r} {one.value} {one.modifier}:"
                    f" {text[hit[0] : hit[1]]!r} {shown}"
                )
        elif one.value:
            counts["before Christ"] += 1
    if verbose:
        for start, end, _ in free:
            print(f"  {file.name[:2]} extra {text[start:end]!r}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--only", default="")
    parser.add_argument("--verbose", action="store_true")
    arguments = parser.parse_args()
    files = sorted((arguments.data / "keyinline").glob("*.xml"))
    if not files:
        print(f"not available: {arguments.data / 'keyinline'}")
        return 0
    counts: Counter[str] = Counter()
    for file in files:
        if not arguments.only or file.name[:2] in arguments.only.split(","):
            score(file, counts, verbose=arguments.verbose)
    for kind in ("strict", "relaxed"):
        precision = counts[kind] / (counts["found"] + (counts["ranges"] if kind == "relaxed" else 0))
        recall = counts[kind] / counts["gold"]
        print(f"{kind}: P {precision:.1%} R {recall:.1%} F {2 * precision * recall / (precision + recall):.1%}")
    valued = counts["valued"]
    print(f"value right: {counts['right']} of {valued} found with a value = {counts['right'] / valued:.1%};"
          f" of all expressions {counts['right'] / (counts['gold'] - counts['before Christ']):.1%}"
          f" ({counts['before Christ']} before Christ left out)")  # fmt: skip
    return 0


if __name__ == "__main__":
    sys.exit(main())
