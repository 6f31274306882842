"""Names and time expressions out of GUM's entity and date annotation."""

from __future__ import annotations

import re

Row = tuple[str, ...]
Span = tuple[int, int, str]

KINDS = {"person": "PER", "place": "LOC", "organization": "ORG"}

TITLES = frozenset(
    "mr mrs ms dr president prime minister senator sen gen general col colonel secretary king queen prince sir "
    "professor prof judge justice chancellor captain capt lieutenant lt governor gov rep representative mayor "
    "ambassador pope saint st miss uncle aunt sheikh shaikh mullah maulvi imam ayatollah".split()
)
"""Words that stand before a person's name and are not part of it."""

INNER = frozenset("of and for the 's & de la al".split())
"""Small words that may stand inside a name that is no person's."""

TIME_ADVERBS = frozenset("now today tomorrow yesterday tonight currently recently nowadays".split())
CLAUSES = ("appos", "advcl", "parataxis", "conj", "csubj", "ccomp")
LONGEST_TIME = 8


def entities_of(sentences: list[tuple[Row, ...]]) -> list[list[Span]]:
    """Read the entity brackets of a document: per sentence (first, last, type). Those over a boundary are left out."""
    found: list[list[Span]] = [[] for _ in sentences]
    open_: dict[str, list[tuple[int, int, str]]] = {}
    for number, rows in enumerate(sentences):
        for index, row in enumerate(rows):
            match = re.search(r"(?:^|\|)Entity=([^|]*)", row[9])
            for bracket in re.findall(r"\([^()]*\)?|[^()]+\)", match.group(1)) if match else ():
                fields = bracket.strip("()").split("-")
                key = fields[0].split("[")[0]
                if not bracket.startswith("("):
                    if open_.get(key):
                        where, first, kind = open_[key].pop()
                        if where == number:
                            found[number].append((first, index, kind))
                elif bracket.endswith(")"):
                    found[number].append((index, index, fields[1]))
                else:
                    open_.setdefault(key, []).append((number, index, fields[1]))
    return found


def names_of(rows: tuple[Row, ...], entities: list[Span]) -> tuple[str, ...]:
    """Cut proper names out of entity mentions, longest first. Adjectives of place and nation are MISC."""
    tags = ["O"] * len(rows)
    cut = [span for entity in entities if entity[2] != "time" if (span := _name_in(rows, entity))]
    for first, last, kind in sorted(cut, key=lambda span: span[0] - span[1]):
        if all(tag == "O" for tag in tags[first : last + 1]):
            tags[first : last + 1] = ["B-" + kind] + ["I-" + kind] * (last - first)
    return tuple(tags)


def _name_in(rows: tuple[Row, ...], entity: Span) -> Span | None:
    first, last, kind = entity
    heads = [int(row[6]) - 1 for row in rows]
    head = next((index for index in range(first, last + 1) if not first <= heads[index] <= last), None)
    if head is None:
        return None
    if rows[head][3] == "ADJ" and first == last and rows[head][1][0].isupper() and kind in KINDS:
        return first, last, "MISC"
    if rows[head][3] != "PROPN":
        return None

    def belongs(index: int) -> bool:
        _, form, _, upos, *_ = rows[index]
        inside = first <= heads[index] <= last
        return upos == "PROPN" or (upos in ("NUM", "ADJ", "NOUN") and form[0].isupper() and inside)

    def joins(index: int) -> bool:
        return (
            kind != "person" and rows[index][3] in ("ADP", "CCONJ", "DET", "PART") and rows[index][1].lower() in INNER
        )

    start = end = head
    while start > first:
        if belongs(start - 1):
            start -= 1
        elif start - 2 >= first and joins(start - 1) and rows[start - 2][3] == "PROPN":
            start -= 2
        else:
            break
    while end < last:
        if belongs(end + 1):
            end += 1
        elif end + 2 <= last and joins(end + 1) and rows[end + 2][3] == "PROPN":
            end += 2
        else:
            break
    if kind == "person":
        while start < end and rows[start][1].lower().rstrip(".") in TITLES:
            start += 1
        if start == end and rows[start][1].lower().rstrip(".") in TITLES:
            return None
    return start, end, KINDS.get(kind, "MISC")


def times_of(rows: tuple[Row, ...], entities: list[Span]) -> tuple[int, ...]:
    """Find time expressions: marked dates, and time entities without their clauses."""
    spans = _marked_dates(rows)
    for first, last, kind in entities:
        if kind == "time":
            end = _before_clauses(rows, first, last)
            if end - first < LONGEST_TIME:
                spans.append((first, end))
    tags = [0] * len(rows)
    for first, last in sorted(set(spans), key=lambda span: span[0] - span[1]):
        while first <= last and rows[first][3] in ("PUNCT", "ADP"):
            if rows[first][1].lower() in ("about", "around", "over", "nearly"):
                break
            first += 1
        while last >= first and rows[last][3] == "PUNCT":
            last -= 1
        empty = first > last or all(row[3] == "PRON" for row in rows[first : last + 1])
        if not empty and not any(tags[first : last + 1]):
            tags[first : last + 1] = [1] + [2] * (last - first)
    for index, row in enumerate(rows):
        if row[1].lower() in TIME_ADVERBS and not tags[index]:
            tags[index] = 1
    return tuple(tags)


def _marked_dates(rows: tuple[Row, ...]) -> list[tuple[int, int]]:
    spans, open_ = [], []
    for index, row in enumerate(rows):
        match = re.search(r"(?:^|\|)XML=(.*)$", row[9])
        for tag in re.findall(r"</?[a-zA-Z]+[^>]*>", match.group(1)) if match else ():
            if tag.startswith("<date"):
                open_.append(index)
            elif tag == "</date>" and open_:
                spans.append((open_.pop(), index))
    return spans


def _before_clauses(rows: tuple[Row, ...], first: int, last: int) -> int:
    """Tell where a time entity ends if its relative clauses, appositions and conjuncts are cut off."""
    heads = [int(row[6]) - 1 for row in rows]
    end = last
    for index in range(first, last + 1):
        relation = rows[index][7]
        clause = relation.startswith("acl") or relation in CLAUSES
        if clause and first <= heads[index] < index:
            left = [word for word in range(first, last + 1) if _under(word, index, heads, first, last)]
            end = min(end, min(left) - 1)
    while end > first and rows[end][3] in ("PUNCT", "CCONJ", "ADP"):
        end -= 1
    return end


def _under(word: int, top: int, heads: list[int], first: int, last: int) -> bool:
    steps = 0
    while word != top and first <= heads[word] <= last and steps < len(heads):
        word, steps = heads[word], steps + 1
    return word == top
