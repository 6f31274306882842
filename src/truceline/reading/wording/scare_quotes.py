"""Scare quotes: words between quotation marks that report nobody's speech and hold a term at arm's length."""

from __future__ import annotations

from collections.abc import Iterator

from truceline.domain.sentences import Sentence
from truceline.reading.scene import Scene
from truceline.reading.statements.quotation import Quotation, quotations

MOST_WORDS = 4
"""Of a term in single marks where double ones mark speech, or of a purpose ("to 'restore order'")."""
MOST_WORDS_ELSE = 3
"""More words than these are more often a piece of somebody's speech than a term."""
MOST_WORDS_BEFORE = 5
"""Of a saying that stands as a label before a noun ("this 'one step at a time' policy")."""
NAMING = frozenset(
    "call name dub title entitle codename nickname label term brand know mean word phrase slogan expression book film "
    "song article magazine newspaper essay operation letter translate translated alias aka poem novel documentary "
    "series column chapter motto hashtag banner placard headline".split()
)
"""Words after which a term or a title stands between marks as such."""
PRETENDING = frozenset({"please", "pleased", "like", "love", "dare", "pretend", "insist"})
"""Words by which a writer shows that he would not name it so."""
SAYING = frozenset(
    "say tell state declare announce describe refer mention contain include stipulate pledge promise vow warn "
    "accuse demand quote cite write claim insist argue add denounce condemn criticise criticize hail praise urge "
    "note ask characterise characterize depict portray deem regard blame speak express report acknowledge admit "
    "offer type read recognise recognize attack blast slam dismiss".split()
)
"""Words whose complement between marks is what somebody said."""
NO_SPEECH_AS_NOUN = frozenset({"state", "type", "attack", "blast", "slam", "address", "read", "contain"})
"""Of these, those that mean something else as nouns ("the sorry state of their 'peace process'")."""
POINTING = frozenset({"this", "these", "that", "those", "such"})


def scare_quotes(scene: Scene) -> Iterator[tuple[Sentence, int, int]]:
    """Yield the words in scare quotes, marks included: sentence, first and last word."""
    all_marks = quotations(scene.text)
    double_for_speech = any(not quotation.single and quotation.words > MOST_WORDS for quotation in all_marks)
    for quotation in all_marks:
        if quotation.closed is None or quotation.opened[0] != quotation.closed[0]:
            continue
        sentence = scene.text.sentences[quotation.opened[0]]
        first, last = quotation.opened[1], quotation.closed[1]
        if _holds_off(scene, sentence, quotation, (first, last), _most(sentence, quotation, double_for_speech)):
            yield sentence, first, last


def _most(sentence: Sentence, quotation: Quotation, double_for_speech: bool) -> int:
    """Give how many words may stand between marks that are no speech."""
    first, last = quotation.opened[1], quotation.pieces[-1].last + 1
    if _is_label(sentence, first, last):
        return MOST_WORDS_BEFORE
    terms = (quotation.single and double_for_speech) or _is_purpose(sentence, first)
    return MOST_WORDS if terms else MOST_WORDS_ELSE


def _is_label(sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether the marks stand between an article or pointing word and the noun that they label."""
    words = sentence.words
    if not (first > 0 and last + 1 < len(words) and words[last + 1].upos == "NOUN"):
        return False
    before = words[first - 1]
    return before.xpos in ("DT", "PDT", "PRP$", "JJ") and before.head > last


def _is_purpose(sentence: Sentence, first: int) -> bool:
    """Tell whether an infinitive stands between the marks: what somebody says that a deed is for."""
    return (
        0 < first < len(sentence.words) - 1
        and sentence.words[first - 1].upos == "PART"
        and sentence.words[first + 1].xpos == "VB"
    )


def _holds_off(scene: Scene, sentence: Sentence, quotation: Quotation, marks: tuple[int, int], most: int) -> bool:
    first, last = marks
    inside = [i for i in range(first + 1, last) if sentence.words[i].upos != "PUNCT"]
    if not inside or last - first > 2 * most + 4 or (quotation.finite and not _only_verb(sentence, inside)):
        return False
    text = scene.text.document.text[sentence.words[inside[0]].start : sentence.words[inside[-1]].end]
    if not 1 <= len(text.split()) <= most or not any(sentence.words[i].text.isalpha() for i in inside):
        return False
    if any((sentence.index, i) in scene.voices.quoted for i in inside):
        return False
    return not (_is_title(sentence, inside) or _is_named(sentence, first) or _is_said(scene, sentence, inside))


def _only_verb(sentence: Sentence, inside: list[int]) -> bool:
    """Tell whether the marks hold nothing but the verb of the clause around them."""
    return len(inside) == 1 and _tells(sentence, inside[0])


def _is_title(sentence: Sentence, inside: list[int]) -> bool:
    """Tell whether the words are a proper name: capitals outside a headline."""
    weighty = [i for i in inside if sentence.words[i].upos in ("NOUN", "PROPN", "ADJ", "VERB")]
    capitals = all(sentence.words[i].text[:1].isupper() for i in weighty)
    return bool(weighty) and capitals and sentence.part != "headline"


def _is_named(sentence: Sentence, first: int) -> bool:
    """Tell whether a word before says that a term or a title follows."""
    before = [word.lemma.lower() for word in sentence.words[max(0, first - 3) : first]]
    if before[-1:] and before[-1] in POINTING and sentence.words[first - 1].relation == "det":
        return False  # "we know how this “national guard” pays"
    if not PRETENDING.isdisjoint(word.lemma.lower() for word in sentence.words[max(0, first - 6) : first]):
        return False  # "what they are pleased to call an “election”"
    return not NAMING.isdisjoint(before) or before[-2:] == ["-", "call"] or before[-1:] == ["("]


def _names(sentence: Sentence, word: int) -> bool:
    """Tell whether a word belongs to a noun phrase that names something, not to what is said of it."""
    relation = sentence.words[word].relation.partition(":")[0]
    return relation in ("amod", "compound") or (
        relation in ("nsubj", "obj", "nmod", "obl") and not _labels(sentence, word)
    )


def _labels(sentence: Sentence, word: int) -> bool:
    return any(sentence.words[k].lemma.lower() in ("as", "of", "like") for k in sentence.children(word, "case"))


def _is_said(scene: Scene, sentence: Sentence, inside: list[int]) -> bool:
    """Tell whether the words are a piece of what somebody is reported to have said."""
    if len(inside) == 1 and _names(sentence, inside[0]):
        return False  # The writer marks one word of a name, even where he reports speech.
    if (
        sentence.words[inside[0] - 2].lemma.lower() in ("as", "like")
        or sentence.words[inside[0] - 3].lemma.lower() == "as"
    ):
        return True
    if any(scene.voices.at(sentence.index, i).attributed_to for i in inside):
        return True
    at = inside[-1]
    if _tells(sentence, at):
        return False
    for _ in range(4):
        at = sentence.words[at].head
        if at < 0:
            return False
        word = sentence.words[at]
        if word.lemma.lower() in SAYING and not (word.upos == "NOUN" and word.lemma.lower() in NO_SPEECH_AS_NOUN):
            return True
        if word.upos == "VERB":
            return False
    return False


def _tells(sentence: Sentence, word: int) -> bool:
    """Tell whether a marked word is the verb of a clause that hangs on no other ("and they “found” a rifle")."""
    relation = sentence.words[word].relation.partition(":")[0]
    return (
        sentence.words[word].upos == "VERB"
        and relation in ("root", "conj", "parataxis")
        and bool(sentence.children(word, "nsubj", "nsubj:pass"))
    )
