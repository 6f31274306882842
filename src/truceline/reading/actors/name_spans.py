"""Where names stand in a sentence, marked or overlooked by the language model, and what was wrongly marked as one."""

from __future__ import annotations

from functools import lru_cache

from truceline.domain.sentences import Name, Sentence
from truceline.reading.actors.actor_types import kinds, plain_lemma
from truceline.reading.actors.known_names import pieces, spellings, word_set
from truceline.reading.actors.name_bounds import ALSO_NAMES, ORGANISATION, PERSON, UNKNOWN, grown, is_title, title_spans
from truceline.vocabulary import rows

NO_NAMES = word_set(
    "West East North South Western Eastern Northern Southern Central NGO NGOs MP MPs CEO GDP IED IEDs POW POWs ID TV "
    "DDR PM MoU MOU MoA MOA UAV UAVs HQ AK-47 Covid-19 COVID-19 GMT"
)
"""Short forms that name nobody."""
COMMON_BODIES = ("forces", "police", "government", "parliament", "courts")
"""Kinds of bodies whose noun in capitals names none in particular: "the Army", "the Government"."""
CALENDAR = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun "
    "ramadan eid christmas easter"
)


def name_spans(sentence: Sentence) -> list[Name]:
    """Give the names of a sentence with true bounds: what the language model marked, then what it overlooked."""
    titles = title_spans(sentence)
    spans = [n for m in _joined(sentence) if not _is_no_name(sentence, n := grown(sentence, m), titles)]
    taken = {i for n in spans for i in range(n.first, n.last + 1)}
    taken |= {i for first, last in titles for i in range(first, last + 1)}
    overlooked = (grown(sentence, m) for m in _unmarked(sentence, taken))
    return spans + [n for n in overlooked if not _is_no_name(sentence, n, titles)]


def _joined(sentence: Sentence) -> list[Name]:
    """Give the marked names, a person's name that was marked in two parts as one."""
    found: list[Name] = []
    for name in sentence.names:
        before = found[-1] if found else None
        if before is not None and before.last + 2 == name.first and _is_tight(sentence, before.last + 1):
            found[-1] = Name(before.first, name.last, before.type)
            continue
        if before is not None and before.last + 1 == name.first and PERSON in (before.type, name.type):
            hung = any(before.first <= w.head <= before.last for w in sentence.words[name.first : name.last + 1])
            if hung and before.type in (PERSON, ORGANISATION) and name.type in (PERSON, ORGANISATION):
                found[-1] = Name(before.first, name.last, PERSON)
                continue
        found.append(name)
    return found


def _is_tight(sentence: Sentence, hyphen: int) -> bool:
    """Tell whether a word is a hyphen without space around it, both sides in capitals: "Pont-Sondé"."""
    before, word, after = sentence.words[hyphen - 1 : hyphen + 2]
    tight = before.end == word.start and word.end == after.start
    return word.text == "-" and tight and after.text[0].isupper() and _is_free(before.text) and _is_free(after.text)


def _is_free(word: str) -> bool:
    """Tell whether a word by itself is no known name: "UN-Houthi talks" joins two."""
    parts = pieces(word)
    return not parts or parts[0].casefold() not in spellings()


def _is_no_name(sentence: Sentence, name: Name, titles: list[tuple[int, int]]) -> bool:
    """Tell whether a marked name is only a title, a common noun in capitals, or a creed before a noun."""
    if any(first <= name.first and name.last <= last for first, last in titles):
        return True
    word = sentence.words[name.first]
    if not any(c.isupper() for w in sentence.words[name.first : name.last + 1] for c in w.text):
        return True
    of_titles = {i for first, last in titles for i in range(first, last + 1)}
    if name.last in of_titles and sentence.words[name.last].text not in ALSO_NAMES:
        others = [i for i in range(name.first, name.last) if i not in of_titles]
        if all(not _is_free(sentence.words[i].text) for i in others):
            return True  # "Kenyan President", "the Foreign Secretary"
    if name.first != name.last:
        return False
    if len(word.text) == 1 or word.text in NO_NAMES or word.text.casefold() in CALENDAR:
        return True
    kind = next(iter(kinds().get(plain_lemma(word), ())), None)
    if kind is not None and not word.text.isupper():
        common = name.type == UNKNOWN or (name.type == ORGANISATION and kind.name in COMMON_BODIES)
        if name.first == 0 or common:
            return True  # "Rebels", "the Army"
    if name.first == 0 and not word.text.isupper() and word.text.casefold() in _deeds():
        return True  # "Shelling hits towns"
    if word.upos == "ADJ" and word.relation == "amod" and name.type != PERSON:
        return True
    return word.text.endswith("ist") and word.relation in ("amod", "compound")


@lru_cache(maxsize=1)
def _deeds() -> frozenset[str]:
    """Give the nouns that tell events: in capitals at the head of a sentence they are no names."""
    nouns = {noun for row in rows("events").values() for noun in row.get("nouns", ()) if " " not in noun}
    return frozenset(nouns | {f"{noun}s" for noun in nouns})


def _unmarked(sentence: Sentence, taken: set[int]) -> list[Name]:
    """Find runs of proper nouns that the language model marked as no name."""
    runs, i, words = [], 0, sentence.words
    times = {k for first, last in sentence.times for k in range(first, last + 1)}
    while i < len(words):
        if not _is_proper(sentence, i, taken, times):
            i += 1
            continue
        first = i
        while i + 1 < len(words) and _is_proper(sentence, i + 1, taken, times):
            i += 1
        runs.append(Name(first, i, UNKNOWN))
        i += 1
    return runs


def _is_proper(sentence: Sentence, i: int, taken: set[int], times: set[int]) -> bool:
    word = sentence.words[i]
    return (
        word.upos == "PROPN"
        and word.text[0].isupper()
        and i not in taken
        and i not in times
        and word.text.casefold().rstrip(".") not in CALENDAR
        and not is_title(word.text)
    )
