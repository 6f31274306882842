"""Who is who among the names: persons by surname, organisations by spelling and short form, titles beside persons."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from truceline.domain.sentences import Sentence
from truceline.reading.actors.actor_cast import Identity
from truceline.reading.actors.known_names import row_of
from truceline.reading.actors.name_bounds import title_end, title_nouns
from truceline.reading.actors.name_phrase import NamePhrase
from truceline.vocabulary import rows

Place = tuple[int, int]
"""Sentence and first word of a name phrase."""


def persons(names: tuple[NamePhrase, ...]) -> dict[Place, Identity]:
    """Tell which names of persons mean the same one: a part of a name means the person last named in full with it."""
    full: list[tuple[str, ...]] = []
    for tokens in sorted({_tokens(n.text) for n in names}, key=lambda t: (-len(t), t)):
        if len(tokens) > 1 and not any(_is_part(tokens, longer) for longer in full):
            full.append(tokens)
    found: dict[Place, Identity] = {}
    latest: dict[tuple[str, ...], int] = {}
    for i, name in enumerate(names):
        tokens = _tokens(name.text)
        fitting = [longer for longer in full if _is_part(tokens, longer)]
        best = max(fitting, key=lambda f: (f[-1] == tokens[-1], latest.get(f, -1), -full.index(f)), default=tokens)
        latest[best] = i
        found[name.sentence, name.first] = ("person", *best)
    return found


@lru_cache(maxsize=4096)
def _tokens(text: str) -> tuple[str, ...]:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold() or text.casefold()
    words = plain.replace("'", "").replace(".", " ").replace("-", " ").split()
    return tuple(w for w in words if w not in ("jr", "sr")) or (text.casefold(),)


def _is_part(tokens: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    """Tell whether a name can mean a longer one: its words in order, initials allowed, or first name and surname."""
    rest = iter(longer)
    if all(any(t == word or (len(t) == 1 and word.startswith(t)) for word in rest) for t in tokens):
        return True
    return len(tokens) > 1 and len(longer) > 1 and tokens[-1] == longer[-1] and tokens[0] == longer[0]


def organisation(name: NamePhrase, short_forms: dict[str, Identity]) -> Identity:
    """Give the identity of an organisation's name: its row, what its short form was introduced for, or its spelling."""
    if name.text in short_forms:
        return short_forms[name.text]
    return ("row", name.row) if name.known else ("organisation", spelling(name.text))


def spelling(text: str) -> str:
    """Give the letters of a name without case, marks and article."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold() or text.casefold()
    return "".join(c for c in plain.removeprefix("the ") if c.isalnum())


def short_forms(sentences: tuple[Sentence, ...], names: tuple[NamePhrase, ...]) -> dict[str, Identity]:
    """Find the short forms that a report introduces, in brackets or as initials of a longer name."""
    found: dict[str, Identity] = {}
    for long, short in pairwise(names):
        if long.sentence == short.sentence and short.first == long.last + 2 and _is_short(short.text):
            words = sentences[long.sentence].words
            if words[long.last + 1].text in "([" and long.type != "person" and _is_organisation(long):
                found[short.text] = organisation(long, {})
    found |= _shortened([n for n in names if not n.known and n.type == "organisation"])
    initials: dict[str, Identity] = {}
    for name in names:
        if not name.known and name.type == "organisation" and (letters := _initials(name.text)):
            initials.setdefault(letters, organisation(name, {}))
    for name in names:
        if not name.known and name.text not in found and _is_short(name.text):
            letters = name.text.replace(".", "")
            if letters in initials:
                found[name.text] = initials[letters]
    return found


def _is_organisation(name: NamePhrase) -> bool:
    return not name.known or row_of(name.known[0]).get("row") == "named"


def _shortened(names: list[NamePhrase]) -> dict[str, Identity]:
    """Find names that are the beginning or end of just one longer name: "Farmers Union" of "Orlin Farmers Union"."""
    texts = sorted({n.text for n in names if " " in n.text})
    found: dict[str, Identity] = {}
    for short in texts:
        longer = [t for t in texts if t != short and (t.endswith(f" {short}") or t.startswith(f"{short} "))]
        if len(longer) == 1:
            found[short] = ("organisation", spelling(longer[0]))
    return found


def _is_short(text: str) -> bool:
    return " " not in text and 2 <= len(text) <= 9 and sum(c.isupper() for c in text) >= 2


def _initials(text: str) -> str | None:
    letters = "".join(w[0] for w in text.replace("-", " ").split() if w[0].isupper())
    return letters if len(letters) > 1 and " " in text else None


@lru_cache(maxsize=1)
def _name_words() -> dict[str, str]:
    return {w: r["type"] for r in rows("actors").values() if r["row"] == "name_word" for w in r["words"].split()}


def organisation_type(text: str) -> str:
    """Tell what an unknown organisation is by the words of its name."""
    types = [_name_words()[w] for w in text.replace("-", " ").split() if w in _name_words()]
    return next((t for t in ("armed_group", "security_force", "government", "alliance") if t in types), "organisation")


@dataclass(frozen=True, slots=True)
class Titled:
    """The words before a person's name in its phrase: where they begin, and the title among them."""

    first: int
    title: str


def titled(sentence: Sentence, name: NamePhrase) -> Titled | None:
    """Give the title before a person's name: "Swiss special envoy", "Gen.", "rebel leader Comrade"."""
    first = _title_start(sentence, name)
    while first < name.first and sentence.words[first].upos in ("DET", "PUNCT", "ADP", "CCONJ", "NUM", "SCONJ", "VERB"):
        first += 1
    if first >= name.first:
        return None
    text = sentence.words[first : name.first]
    return Titled(first, _joined(text[0].start, [(w.start, w.text) for w in text]))


def _joined(start: int, words: list[tuple[int, str]]) -> str:
    text, end = "", start
    for at, word in words:
        text += (" " if at > end and text else "") + word
        end = at + len(word)
    return text


def _title_start(sentence: Sentence, name: NamePhrase) -> int:
    """Walk left over the words that belong to the name's phrase, or to a title that the tree hangs elsewhere."""
    first, words = name.first, sentence.words
    below = set(sentence.subtree(name.head))
    while first > 0:
        before = words[first - 1]
        if start := _title_ending_at(sentence, first - 1):
            first = start - 1
            kids = [i for k in range(first, name.first) for i in sentence.children(k, *PREMODIFIERS)]
            below.update(i for kid in kids for i in sentence.subtree(kid))
        elif before.upos == "ADP" and before.head == name.head:
            return first
        elif first - 1 in below and before.text not in (",", "—", "–", ":", ";", "(", ")", "”", "“"):
            first -= 1
        else:
            return first
    return first


PREMODIFIERS = ("amod", "compound", "nmod", "nmod:poss", "nmod:desc", "case")


def _title_ending_at(sentence: Sentence, last: int) -> int | None:
    """Give one more than the first word of a title that ends at a word, so that 0 can be told from none."""
    for start in range(max(0, last - 4), last + 1):
        if title_end(sentence, start) == last:
            return start + 1
    word = sentence.words[last]
    return last + 1 if word.upos in ("NOUN", "PROPN") and word.lemma.casefold() in title_nouns() else None


def country_of(name: NamePhrase) -> str | None:
    """Give the country of a known name."""
    return row_of(name.known[0]).get("country") if name.known else None
