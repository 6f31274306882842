"""Whether words that a row names are loaded where they stand: part of speech, neighbours, what they speak of."""

from __future__ import annotations

from functools import cache

from truceline.domain.sentences import Sentence, Word
from truceline.reading.clauses import subjects
from truceline.reading.scene import Scene
from truceline.reading.wording.wording_rows import Found
from truceline.vocabulary import rows

_POS = {
    "noun": ("NOUN", "PROPN"),
    "verb": ("VERB",),
    "adverb": ("ADV", "ADJ"),
}
_INSIDE = ("amod", "compound", "flat", "det", "appos")
_POWER_TYPES = ("state", "government", "armed_group", "security_force", "organisation", "alliance")
_PEOPLE = frozenset(
    {"crowd", "soldier", "officer", "prisoner", "student", "activist", "supporter", "follower", "friend"}
)
_NEAR = 2
_CALLING = ("epithet", "insult")


def is_loaded(scene: Scene, found: Found) -> bool:
    """Tell whether every condition of a row holds."""
    row = found.row
    return (
        _right_part_of_speech(found)
        and not _plain_term(found)
        and not _part_of_name(found)
        and (not row.owned or _owned(scene, found))
        and (not row.active or not _suffered(found))
        and (not row.specific or _specific(scene, found))
        and (not row.of or _modifies(scene, found))
        and (not row.subject_actor or _has_actor(scene, found))
        and (not row.objects or _has_object(scene, found))
    )


def _right_part_of_speech(found: Found) -> bool:
    if found.row.pos is None:
        return True
    words = found.sentence.words
    if found.row.pos == "verb":
        return words[found.first].upos in _POS["verb"] and not _is_noun_use(found.sentence, found.first)
    word = words[found.anchor]
    if found.row.pos == "adjective":
        if word.upos == "ADJ":
            return not _stands_for_people(found.sentence, found.anchor)
        return word.relation.partition(":")[0] in ("amod", "compound")
    if found.row.pos == "noun" and found.first == found.last:
        adjective = word.relation == "amod" and word.text.lower() == word.lemma.lower()  # "the terrorist brigades"
        return word.upos in _POS["noun"] or (word.upos == "ADJ" and (adjective or word.xpos in ("NN", "NNS")))
    return found.first != found.last or word.upos in _POS[found.row.pos]


def _is_noun_use(sentence: Sentence, word: int) -> bool:
    return sentence.words[word].xpos in ("NN", "NNS", "NNP") and bool(sentence.children(word, "det", "case"))


def _stands_for_people(sentence: Sentence, word: int) -> bool:
    """Tell whether an adjective with an article stands as a noun: "the sick", "the poor"."""
    relation = sentence.words[word].relation.partition(":")[0]
    return relation in ("nsubj", "obj", "obl", "nmod", "conj") and bool(sentence.children(word, "det"))


def _plain_term(found: Found) -> bool:
    """Tell whether a neighbour makes a plain term of it, as in "sanctions regime"."""
    if not found.row.not_with:
        return False
    words = found.sentence.words
    head = phrase_head(found)
    near = {*range(max(0, found.first - _NEAR), min(len(words), found.last + _NEAR + 1))}
    near |= {k for k in found.sentence.children(head) if _inside(found.sentence, k, head)}
    near |= {head}
    near |= {k for k in found.sentence.children(head, "nmod") if words[k].upos == "PROPN"}
    near -= {*range(found.first, found.last + 1)}
    forms = {form for i in near for form in (words[i].lemma.lower(), words[i].text.lower())}
    return not forms.isdisjoint(found.row.not_with)


def _inside(sentence: Sentence, word: int, head: int) -> bool:
    """Tell whether a word stands in the phrase of a noun, not in an aside behind a comma."""
    relation = sentence.words[word].relation.partition(":")[0]
    aside = relation == "appos" and any(w.text == "," for w in sentence.words[min(word, head) : max(word, head)])
    return relation in _INSIDE and not aside


def _part_of_name(found: Found) -> bool:
    """Tell whether the words are part of a proper name: of a movement, a square, a book."""
    name = found.sentence.name_at(found.anchor)
    if name is None or found.sentence.part == "headline":
        return False
    if found.first <= name.first and name.last <= found.last:
        return False
    words = found.sentence.words
    capitals = all(words[i].text[:1].isupper() for i in range(found.first, found.last + 1))
    person = found.last < name.last and words[found.first].upos == "PROPN"  # "Hun Sen signed"
    return capitals and name.last > name.first and (person or not _starts(found.sentence, found.first))


def _starts(sentence: Sentence, word: int) -> bool:
    return all(w.upos == "PUNCT" for w in sentence.words[:word])


def phrase_head(found: Found) -> int:
    """Give the noun whose phrase the words stand in, or their own word."""
    sentence, at = found.sentence, found.anchor
    for _ in range(3):
        word = sentence.words[at]
        relation = word.relation.partition(":")[0]
        if word.head < 0 or relation not in ("amod", "compound", "flat", "conj", "nmod") or word.head < at - 12:
            break
        if relation == "nmod" or (
            relation == "conj" and sentence.words[word.head].relation not in ("amod", "compound")
        ):
            break
        if relation != "conj" and word.head < at:
            break
        at = word.head
    return at


def _modifies(scene: Scene, found: Found) -> bool:
    """Tell whether the words speak of a noun that the row asks for, before it or as its predicate."""
    sentence, head = found.sentence, phrase_head(found)
    nouns = [head] if head != found.anchor else [*subjects(sentence, head), head]
    if head != found.anchor:
        nouns += sentence.children(head, "conj")
    for noun in nouns:
        if not found.row.of.isdisjoint(singulars(sentence.words[noun])):
            return True
        if found.row.of_actor and noun != found.anchor and scene.actors.at(sentence.index, noun):
            return True
    return False


def singulars(word: Word) -> tuple[str, ...]:
    """Give the forms under which a noun may stand in a list: its lemma, and itself without the s of the plural."""
    return word.lemma.lower(), word.text.lower().removesuffix("s")


def _owned(scene: Scene, found: Found) -> bool:
    """Tell whether the name of an actor, country or people stands before the noun, or a word such as "their"."""
    sentence = found.sentence
    if found.first > 0 and sentence.words[found.first - 1].xpos == "PRP$":
        return True
    if found.first > 0 and sentence.words[found.first - 1].upos == "PROPN":
        return True
    for kid in sentence.children(found.anchor, "compound", "amod", "nmod:poss", "nmod"):
        word = sentence.words[kid]
        named = word.upos == "PROPN" or (word.text[:1].isupper() and not _starts(sentence, kid))
        if named or (kid < found.anchor and scene.actors.at(sentence.index, kid) and word.upos != "PRON"):
            return True
    return False


def _suffered(found: Found) -> bool:
    """Tell whether a verb stands in the passive or as a participle before a noun."""
    sentence = found.sentence
    word = sentence.words[found.first]
    return bool(sentence.children(found.first, "nsubj:pass", "aux:pass")) or (
        word.xpos == "VBN" and not sentence.children(found.first, "aux")
    )


def _specific(scene: Scene, found: Found) -> bool:
    """Tell whether a noun means somebody in particular, or somebody who does or suffers something."""
    sentence, head = found.sentence, phrase_head(found)
    pointed = {sentence.words[k].lemma.lower() for k in sentence.children(head, "det", "nummod")}
    if pointed - {"a", "an", "any", "no", "some", "every", "each", "what", "which"} or _owned(scene, found):
        return True
    word = sentence.words[head]
    governs = word.head >= 0 and sentence.words[word.head].upos == "VERB"
    return governs and word.relation.partition(":")[0] in ("obj", "nsubj")


def _has_actor(scene: Scene, found: Found) -> bool:
    """Tell whether an actor does it, or suffers it in the passive."""
    sentence = found.sentence
    doers = subjects(sentence, found.first)
    predicate = sentence.predicate_at(found.first)
    argument = predicate.argument("ARG0") if predicate else None
    heads = (*doers, *([argument.head] if argument else []))
    return any(
        _acts(scene, found, i) or not _powers(found.row.subject_power).isdisjoint(singulars(sentence.words[i]))
        for i in heads
    )


def _acts(scene: Scene, found: Found, word: int) -> bool:
    """Tell whether a word names an actor, of a sort that the row asks for."""
    keys = scene.actors.at(found.sentence.index, word)
    return any(not found.row.subject_power or scene.actors.named(key).type in _POWER_TYPES for key in keys)


@cache
def _powers(only: bool) -> frozenset[str]:
    """Give the nouns for those who act: powers, and whoever a row calls names."""
    table = rows("wording")
    if only:
        return frozenset(table["powers"]["nouns"]) - _PEOPLE
    labels = [row["words"] for row in table.values() if row.get("pos") == "noun" and row["class"] in _CALLING]
    return frozenset(word for words in (table["powers"]["nouns"], table["persons"]["nouns"], *labels) for word in words)


def _has_object(scene: Scene, found: Found) -> bool:
    """Tell whether it is done to somebody, by a noun of the row or an actor."""
    sentence = found.sentence
    done_to = list(sentence.children(found.first, "obj", "nsubj:pass"))
    if sentence.words[found.first].relation == "amod":
        done_to.append(sentence.words[found.first].head)
    for noun in done_to:
        if not found.row.objects.isdisjoint(singulars(sentence.words[noun])):
            return True
        if found.row.object_actor and scene.actors.at(sentence.index, noun):
            return True
    return False
