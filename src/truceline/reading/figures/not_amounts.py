"""Numbers that count nothing: years, dates, clock times, articles, ages, parts of names, list numbers."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from truceline.domain.amount_words import Found
from truceline.domain.number_words import ONES, SCALES
from truceline.domain.sentences import Sentence
from truceline.reading.figures.pieces import Piece
from truceline.vocabulary import rows

MONTHS = frozenset((
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
))  # fmt: skip
NUMBERED = frozenset((
    "article", "resolution", "section", "part", "chapter", "no", "number", "nos", "paragraph", "clause",
    "annex", "protocol", "page", "phase", "stage", "step", "track", "level", "brigade", "division", "battalion",
    "regiment", "corps", "route", "highway", "road", "zone", "room", "flight", "channel", "type", "model",
    "version", "volume", "appendix", "figure", "table", "item", "point", "principle", "title", "rule", "act",
    "decree", "law", "bill", "order", "circular", "option", "tier", "category", "grade", "schedule", "unit",
    "company", "camp", "block", "day", "briefing", "bulletin", "communique", "communiqué", "edition", "session",
    "sector", "ward", "gate",
))  # fmt: skip
"""A number after one of these names it."""
CLOCK = frozenset((
    "am", "pm", "gmt", "utc", "est", "edt", "cet", "local", "oclock", "hrs",
))  # fmt: skip
ORDINALS = frozenset(("st", "nd", "rd", "th"))
NTHS = frozenset(("third", "fifth", "sixth", "eighth", "tenth"))
GIVEN_ON = frozenset(("pass", "hand", "move", "go", "turn", "leave"))
PRONOUN_ONE = frozenset(("of", "another", "day", "side", "more", "thing", "hand", "time", "by", "who", "that", "can"))
_YEAR = re.compile(r"1[4-9]\d\d|20\d\d")
_PLAIN_DIGITS = re.compile(r"\d+(?:\.\d+)?")


def is_label(sentence: Sentence, pieces: tuple[Piece, ...], found: Found) -> bool:
    """Tell whether a number names, dates or numbers something instead of counting it."""
    return any(test(sentence, pieces, found) for test in TESTS)


def _text(pieces: tuple[Piece, ...], at: int) -> str:
    return pieces[at].text if 0 <= at < len(pieces) else ""


def _bare(found: Found) -> bool:
    return found.first == found.number and found.unit is None


def is_year(sentence: Sentence, pieces: tuple[Piece, ...], found: Found) -> bool:
    """A number of four digits without comma is a year, unless people, troops or arms follow it."""
    if not _bare(found) and _text(pieces, found.first) not in ("between", "about", "around"):
        return False
    if not _YEAR.fullmatch(_text(pieces, found.number)):
        return False
    if found.after < len(pieces) and _text(pieces, found.number - 1) not in ("the", "in", "of", "since", "its"):
        word = sentence.words[pieces[found.after].word]
        return not (word.xpos == "NNS" and word.lemma in _many())
    return True


@cache
def _many() -> frozenset[str]:
    kinds = ("people", "things", "territory")
    return frozenset(n for row in rows("counted").values() if row["class"] in kinds for n in row["nouns"])


def is_date(sentence: Sentence, pieces: tuple[Piece, ...], found: Found) -> bool:
    """A number beside the name of a month, or an ordinal, is a date."""
    before, after = _text(pieces, found.number - 1), _text(pieces, found.after)
    if before == "of" and _text(pieces, found.number - 2) in MONTHS and _bare(found):
        return True
    at = found.number - 1
    if before == "." and _text(pieces, found.number - 2) in MONTHS:
        before, at = _text(pieces, found.number - 2), found.number - 2
    near_month = before in MONTHS and pieces[at].capital and found.best is not None
    return (
        (near_month and (found.best or 0) <= 31 and _text(pieces, found.number).isdigit())
        or (near_month and found.relation == "range")
        or (after in MONTHS and found.after < len(pieces) and pieces[found.after].capital and found.unit is None)
        or (found.relation == "range" and before in MONTHS and pieces[found.number - 1].capital)
        or after in ORDINALS
    )


def is_clock(sentence: Sentence, pieces: tuple[Piece, ...], found: Found) -> bool:
    """A number with a colon, a zone or a.m. beside it is a time of day."""
    after = "".join(_text(pieces, found.after + k) for k in range(3)).replace(".", "")
    digits = _text(pieces, found.number).isdigit()
    colon = ":" in (_text(pieces, found.number - 1), _text(pieces, found.after)) and digits
    joined = colon and (
        (_text(pieces, found.after) == ":" and _text(pieces, found.after + 1).isdigit())
        or (_text(pieces, found.number - 1) == ":" and _text(pieces, found.number - 2).isdigit())
    )
    halves = after.startswith(("am", "pm")) and _text(pieces, found.after) in "ap"
    zone = _text(pieces, found.after) in CLOCK or halves
    radio = _text(pieces, found.after) in ("fm", "mhz")
    return radio or (digits and bool(joined or zone)) or after.startswith(("o’clock", "o'clock"))


def is_numbered(sentence: Sentence, pieces: tuple[Piece, ...], found: Found) -> bool:
    """A number right after "Article", "Resolution" or the like names it."""
    if not _bare(found) or found.relation not in ("exact", "range") or found.number == 0:
        return False
    if _of_theirs(pieces, found.number):
        return False
    before = pieces[found.number - 1]
    if before.text == "." and found.number > 1:
        before = pieces[found.number - 2]
    word = sentence.words[before.word]
    if before.text in NUMBERED and (before.capital or word.xpos == "NN") and not _counts_on(sentence, pieces, found):
        return True
    number = sentence.words[pieces[found.number].word]
    singular = word.upos == "PROPN" and before.capital and number.head == before.word
    return singular and number.relation in ("nummod", "nmod:unmarked", "flat", "compound", "dep", "appos")


def _of_theirs(pieces: tuple[Piece, ...], at: int) -> bool:
    """Tell whether a number is what "that of the army" leaves out: "... and those of the rebels 7,000"."""
    texts = [p.text for p in pieces[max(0, at - 6) : at]]
    return any(pair in (("that", "of"), ("those", "of")) for pair in pairwise(texts))


def _counts_on(sentence: Sentence, pieces: tuple[Piece, ...], found: Found) -> bool:
    """Tell whether a plural follows, as in "in one day 40 people died"."""
    words = [sentence.words[p.word] for p in pieces[found.after : found.after + 3]]
    return any(w.xpos in ("NNS", "NNPS") for w in words)


def is_in_name(sentence: Sentence, pieces: tuple[Piece, ...], found: Found) -> bool:
    """A number inside a proper name, or joined to letters or a slash, is part of that name."""
    at = pieces[found.number]
    before, after = found.number - 1, found.after
    if before >= 0 and pieces[before].touches(at):
        if pieces[before].text.isalpha() and at.text[0].isdigit() and found.unit is None:
            return True
        if pieces[before].text in ("/", "#", ".", "@", "+") or _hyphenated(pieces, before):
            return True
    joined = after < len(pieces) and pieces[after - 1].touches(pieces[after])
    letters = joined and pieces[after].text.isalpha() and at.text[0].isdigit() and found.unit is None
    if letters or (joined and pieces[after].text == "/"):
        return True
    if at.capital and at.word > 0 and sentence.part != "headline" and not _after_stop(pieces, found.first):
        return found.unit is None and pieces[found.first].capital and not _headline_like(sentence)
    name = sentence.name_at(at.word)
    small = "," not in at.text and _bare(found) and at.text not in ONES and at.text not in SCALES
    return name is not None and small and name.first < at.word


def _hyphenated(pieces: tuple[Piece, ...], hyphen: int) -> bool:
    """Tell whether letters and a hyphen lead up to digits, as in "AK-47" or "mid-2019"."""
    if pieces[hyphen].text not in ("-", "–") or hyphen == 0:
        return False
    return pieces[hyphen - 1].touches(pieces[hyphen]) and pieces[hyphen - 1].text.isalpha()


def _after_stop(pieces: tuple[Piece, ...], at: int) -> bool:
    return at > 0 and pieces[at - 1].text in (".", ":", "“", '"', "—", ";", "‘", "•", "*", "?", "!")


def _headline_like(sentence: Sentence) -> bool:
    """Tell whether most words begin with a capital."""
    words = [w.text for w in sentence.words if w.text.isalpha() and len(w.text) > 3]
    return sum(w[0].isupper() for w in words) > 0.6 * len(words)


def is_age(sentence: Sentence, pieces: tuple[Piece, ...], found: Found) -> bool:
    """A number between commas after a person's name, after "aged", or before "year-old" of a person is an age."""
    if _text(pieces, found.number - 1) == "aged" or (_text(pieces, found.first - 1) == "aged"):
        return True
    after = [_text(pieces, found.after + k) for k in range(6)]
    plain = [t for t in after if t != "-"]
    if plain[:1] in (["year"], ["years"]) and plain[1:2] in (["old"], ["olds"]):
        return not _old_process(sentence, pieces, found.after)
    before = pieces[found.first - 1] if found.first else None
    if not _bare(found) or before is None or before.text != "," or found.first < 2 or after[0] not in (",", ".", ")"):
        return False
    name = sentence.name_at(pieces[found.first - 2].word)
    return name is not None and name.type == "person" and 0 < (found.best or 0) < OLDEST


OLDEST = 110
OF_AN_AGE = frozenset((
    "girl", "boy", "daughter", "son", "man", "woman", "child", "sister", "brother", "youth", "wife", "husband",
    "mother", "father", "widow", "baby", "nephew", "niece",
))  # fmt: skip


def is_age_of(sentence: Sentence, pieces: tuple[Piece, ...], found: Found) -> bool:
    """The number of "a girl of 12" is her age, if no noun follows that it counts."""
    if not _bare(found) or found.first < 2 or _text(pieces, found.first - 1) != "of":
        return False
    who, after = sentence.words[pieces[found.first - 2].word], pieces[found.after : found.after + 1]
    counts = any(sentence.words[p.word].upos in ("NOUN", "PROPN", "ADJ") for p in after)
    return who.text.lower() in OF_AN_AGE and not counts and 0 < (found.best or 0) < OLDEST


PROCESSES = frozenset((
    "war", "conflict", "insurgency", "rebellion", "uprising", "dispute", "blockade", "siege", "occupation",
    "truce", "ceasefire", "campaign", "struggle", "crisis", "agreement", "accord", "deal", "regime", "mission",
    "embargo", "peace", "process", "standoff", "feud", "government", "state", "republic", "movement", "group",
    "organisation", "organization", "law", "treaty", "pact", "fight", "rule", "presence", "dictatorship",
))  # fmt: skip


def _old_process(sentence: Sentence, pieces: tuple[Piece, ...], at: int) -> bool:
    words = {sentence.words[p.word].lemma.lower() for p in pieces[at + 2 : at + 8]}
    return bool(words & PROCESSES)


def is_list_number(sentence: Sentence, pieces: tuple[Piece, ...], found: Found) -> bool:
    """A number that opens a line before a full stop or bracket, or stands alone in brackets, numbers a list."""
    after = _text(pieces, found.after)
    if not _bare(found) or not _text(pieces, found.number).isdigit():
        return False
    if found.number == 0 and after in (".", ")", "]") and "," not in _text(pieces, 0):
        return True
    before = _text(pieces, found.number - 1)
    small = (found.best or 0) < 100
    return (before == "[" and after == "]") or (small and before == "(" and after == ")")


def is_one(sentence: Sentence, pieces: tuple[Piece, ...], found: Found) -> bool:
    """Skip "one" where it counts nothing: one of them, no one, one day, one another."""
    if _text(pieces, found.number) != "one" or found.after - found.number != 1 or found.relation != "exact":
        return False
    before, after = _text(pieces, found.number - 1), _text(pieces, found.after)
    return after in PRONOUN_ONE or before in (
        "no",
        "not",
        "any",
        "every",
        "the",
        "this",
        "that",
        "which",
        "each",
        "another",
    )


def is_half_of_time(sentence: Sentence, pieces: tuple[Piece, ...], found: Found) -> bool:
    """The half of "the first half" is no share."""
    before = _text(pieces, found.number - 1)
    return _text(pieces, found.number) == "half" and before in ("first", "second", "latter", "last", "other", "next")


def is_next_in_line(sentence: Sentence, pieces: tuple[Piece, ...], found: Found) -> bool:
    """The fifth of "passed it on to a fifth" is the one after the fourth, no share."""
    if _text(pieces, found.after) == "of":
        return False
    word = sentence.words[pieces[found.after - 1].word]
    given = word.head >= 0 and sentence.words[word.head].lemma in GIVEN_ON
    return given and word.lemma in NTHS and word.relation in ("obl", "nmod")


def is_code(sentence: Sentence, pieces: tuple[Piece, ...], found: Found) -> bool:
    """Digits that begin with a nought are a time or a code: 0630, 007."""
    inside = pieces[found.first : found.after]
    return any(len(p.text) > 1 and p.text[0] == "0" and p.text.isdigit() for p in inside)


def is_phone(sentence: Sentence, pieces: tuple[Piece, ...], found: Found) -> bool:
    """Digits after a plus sign, or several long groups of digits in a row, are a telephone number."""
    before = _text(pieces, found.number - 1)
    if before == "+" and _text(pieces, found.number).isdigit():
        return True
    groups = 0
    for i in range(max(0, found.number - 3), min(len(pieces), found.number + 4)):
        groups += bool(_PLAIN_DIGITS.fullmatch(pieces[i].text)) and len(pieces[i].text) >= 2
    return groups >= 3 and found.unit is None and found.first == found.number


def is_denied(sentence: Sentence, pieces: tuple[Piece, ...], found: Found) -> bool:
    """A number after "not" is what somebody says is wrong: "100, not 200"."""
    return _text(pieces, found.first - 1) == "not"


TESTS = (
    is_denied,
    is_year,
    is_date,
    is_clock,
    is_numbered,
    is_in_name,
    is_age,
    is_age_of,
    is_list_number,
    is_one,
    is_phone,
    is_code,
    is_half_of_time,
    is_next_in_line,
)
