"""The clause that is said: below its cue, around it, before it, or where only the roles give it."""

from __future__ import annotations

from truceline.domain.sentences import Sentence
from truceline.reading.statements.cue_rows import CueRow, is_cue, speaks, tells, word_class
from truceline.reading.statements.cues import EMPTY_OBJECTS, has_to, is_passive, is_said, own_clause
from truceline.reading.statements.spans import RELATIVE, below, segment
from truceline.reading.statements.utterance import Content

INTRODUCED = frozenset({":", "“", '"', "‘", "—", "–", "-"})
ASKED = frozenset({"ask", "press", "question", "quiz"})
ELSEWHERE = frozenset({"otherwise", "differently", "likewise"})
"""Adverbs that stand for what is said elsewhere: "the army says otherwise"."""
CIRCUMSTANCE = frozenset({"after", "before", "since", "while", "until", "although", "though", "because", "whereas"})
"""What begins a clause that tells when or why something was said, behind the words themselves."""


def clause_content(sentence: Sentence, verb: int, row: CueRow) -> Content | None:
    """Find a clause: below the cue, or around it where the cue is put in between or behind."""
    for k in sentence.children(verb, "ccomp", "xcomp", "parataxis", "acl"):
        relation = sentence.words[k].relation
        if relation == "xcomp" and not any(n > verb for n in sentence.children(k, "nsubj", "expl")):
            continue  # "officers whom the commission judged unfit"
        if relation == "acl:relcl" or (relation == "acl" and not sentence.children(k, "nsubj")):
            continue
        if relation == "parataxis" and (k < verb or is_cue(sentence, k) or _nearer_cue(sentence, verb, k)):
            continue
        if relation == "parataxis" and not (_is_clause(sentence, k) and _is_introduced(sentence, verb, k)):
            continue
        if relation == "ccomp" and _tells_when(sentence, verb, k):
            continue
        if relation == "ccomp" and has_to(sentence, k) and not sentence.children(k, "nsubj", "cop", "expl"):
            continue
        return Content(k, below(sentence, k) | _further_clauses(sentence, verb, k))
    for clear in sentence.children(verb, "xcomp"):
        if sentence.words[clear].lemma in ("clear", "known", "plain"):  # "made it clear that"
            for k in sentence.children(clear, "ccomp", "csubj"):
                return Content(k, below(sentence, k))
    ways = (_in_document, _put_in, _from_roles, _before, _noun_for_clause)
    return next((content for way in ways if (content := way(sentence, verb))), None)


def _tells_when(sentence: Sentence, verb: int, clause: int) -> bool:
    """Tell whether a clause behind a cue put behind what is said only dates it: "…, he said, a year after …"."""
    if clause < verb or sentence.words[verb].relation != "parataxis" or sentence.words[verb].head > verb:
        return False
    return any(sentence.words[m].lemma.lower() in CIRCUMSTANCE for m in sentence.children(clause, "mark"))


def _noun_for_clause(sentence: Sentence, verb: int) -> Content | None:
    """Take a noun with a participle that is a clause: "says forty men living there cast votes"."""
    if sentence.words[verb].lemma != "say":  # other verbs take nouns with participles as such
        return None
    for k in sentence.children(verb, "obj"):
        participles = [c for c in sentence.children(k, "acl") if sentence.words[c].relation == "acl"]
        if k > verb and any(sentence.words[c].xpos in ("VBN", "VBD") for c in participles):
            return Content(k, below(sentence, k))
    return None


def _in_document(sentence: Sentence, verb: int) -> Content | None:
    """Find the clause that the tree hangs on the document: "says in a statement that …"."""
    for document in sentence.children(verb, "obl"):
        if sentence.words[document].lemma.lower() in word_class("documents"):
            for k in sentence.children(document, "acl", "ccomp"):
                if any(sentence.words[m].lemma == "that" for m in sentence.children(k, "mark")):
                    return Content(k, below(sentence, k))
    return None


def _put_in(sentence: Sentence, verb: int) -> Content | None:
    """Find the clause that a cue is put into: "the truce, he said, had held"; "as he said, the truce had held"."""
    word = sentence.words[verb]
    if word.head < 0 or _takes_pronoun(sentence, verb):
        return None
    if _between_commas(sentence, verb):
        return _around(sentence, verb, _main_clause(sentence, verb))
    as_said = word.relation == "advcl" and any(sentence.words[k].lemma == "as" for k in sentence.children(verb, "mark"))
    if word.relation != "parataxis" and not as_said:
        return None
    by = [k for k in sentence.children(verb, "obl") if sentence.words[k].relation == "obl:agent"]
    if by if is_passive(sentence, verb) else sentence.children(verb, "nsubj"):
        return _around(sentence, verb, word.head)
    return None


def _between_commas(sentence: Sentence, verb: int) -> bool:
    """Tell whether a cue with its subject is put between commas, whatever the tree hangs it on: "…, it says, …"."""
    words = sentence.words
    subject = next(iter(sentence.children(verb, "nsubj")), None)
    if subject is None or subject > verb or words[subject].xpos in RELATIVE or words[verb].relation in ("root", "conj"):
        return False
    own = own_clause(sentence, verb, frozenset())
    first, last = min(own), max(i for i in own if words[i].upos != "PUNCT")
    while words[first].upos == "PUNCT":
        first += 1
    if any(words[i].xpos == "WP$" for i in range(first, verb)):
        return False  # "the council, whose cabinet the House had endorsed, resigned"
    closed = last + 1 < len(words) and words[last + 1].text == ","
    return closed and first > 1 and words[first - 1].text == "," and set(range(first, last + 1)) <= own


def _main_clause(sentence: Sentence, verb: int) -> int:
    """Climb from a cue put into a clause to the verb or predicate of the clause."""
    return next((i for i in sentence.ancestors(verb) if _is_clause(sentence, i)), sentence.words[verb].head)


def _before(sentence: Sentence, verb: int) -> Content | None:
    """Take all before a cue at the end of a sentence, where the tree went wrong: "…, the paper reported."."""
    words = sentence.words
    last = max((i for i, word in enumerate(words) if word.upos != "PUNCT"), default=-1)
    subject = next(iter(sentence.children(verb, "nsubj")), None)
    if subject is None or words[verb].xpos == "VBG" or sentence.children(verb, "obj", "mark"):
        return None
    own = own_clause(sentence, verb, frozenset())
    first = min(own)
    if any(words[i].xpos in RELATIVE for i in own if i < verb):
        return None  # "a clause on which the rebels have insisted": what is meant is the noun
    if last not in own or first < 4 or words[first - 1].text not in (",", "”", '"', "’"):
        return None
    inside = frozenset(range(first))
    return Content(_top(sentence, inside), inside) if _has_verb(sentence, inside) else None


def _top(sentence: Sentence, words: frozenset[int]) -> int:
    """Give the verb or other word of a stretch that stands highest in the tree."""
    tops = [i for i in sorted(words) if sentence.words[i].head not in words]
    return next((i for i in tops if sentence.words[i].upos in ("VERB", "AUX")), tops[0])


def _takes_pronoun(sentence: Sentence, verb: int) -> bool:
    """Tell whether a pronoun stands for what is said: "Moscow denies it"."""
    adverbs = {sentence.words[k].lemma.lower() for k in sentence.children(verb, "advmod")}
    if sentence.words[verb].lemma == "put":
        return False
    objects = {sentence.words[k].lemma.lower() for k in sentence.children(verb, "obj")}
    return bool(objects & EMPTY_OBJECTS or adverbs & ELSEWHERE)


def _is_introduced(sentence: Sentence, verb: int, content: int) -> bool:
    """Tell whether a loosely joined clause is what is said: right behind the cue, a colon or a quotation mark."""
    words, begin = sentence.words, min(below(sentence, content))
    behind = max(own_clause(sentence, verb, below(sentence, content)))
    if begin <= behind + 1 or begin == verb + 1:
        return True
    return words[begin].text in INTRODUCED or words[begin - 1].text in INTRODUCED


def _is_clause(sentence: Sentence, head: int) -> bool:
    return sentence.words[head].upos in ("VERB", "AUX") or bool(sentence.children(head, "cop", "nsubj"))


def _nearer_cue(sentence: Sentence, verb: int, content: int) -> bool:
    """Tell whether another cue stands closer to a loosely joined clause: "he repeated …, declaring: …"."""
    begin = min(below(sentence, content))
    return any(is_cue(sentence, i) and is_said(sentence, i) for i in range(verb + 1, begin))


def _further_clauses(sentence: Sentence, verb: int, content: int) -> frozenset[int]:
    """Find "and that …" and parts of the content, which the tree sometimes hangs on the cue itself."""
    found: frozenset[int] = frozenset()
    for k in sentence.children(verb, "conj", "ccomp"):
        marks = [m for m in sentence.children(k, "mark") if sentence.words[m].lemma == "that"]
        beside = sentence.words[k].relation == "ccomp" and (k > verb) == (content > verb)
        if (marks and not is_cue(sentence, k)) or beside or _by_pronoun(sentence, k, content):
            found |= below(sentence, k)
        elif content < verb < k and sentence.children(k, "nsubj", "expl") and not speaks(sentence, k):
            # Behind a cue put in between: "the bridge fell, he said, and two men drowned".
            found |= below(sentence, k)
        elif content < verb < k and _is_present(sentence, content) and _is_present(sentence, k):
            # By its tense: "India wants peace, he said, but is able to fight".
            found |= below(sentence, k)
    return found


def _is_present(sentence: Sentence, verb: int) -> bool:
    """Tell whether a clause stands in the present."""
    near = (verb, *sentence.children(verb, "aux", "cop"))
    return any(sentence.words[i].xpos in ("VBZ", "VBP") for i in near)


def _by_pronoun(sentence: Sentence, verb: int, content: int) -> bool:
    """Tell whether a coordinated clause goes on with what is said: "… is complex and he feels that …"."""
    subject = next(iter(sentence.children(verb, "nsubj")), None)
    joint = next(iter(sentence.children(verb, "cc")), None)
    if joint is None or joint == 0 or tells(sentence, verb):
        return False
    comma = sentence.words[joint - 1].text in (",", ";")
    if subject is None:
        return not comma and sentence.words[verb].upos in ("VERB", "AUX") and _has_pronoun(sentence, content)
    return sentence.words[subject].xpos == "PRP" and subject == joint + 1 and not comma


def _has_pronoun(sentence: Sentence, verb: int) -> bool:
    """Tell whether the subject of a clause is a pronoun, which mostly is the speaker."""
    return any(sentence.words[k].xpos == "PRP" for k in sentence.children(verb, "nsubj"))


def _around(sentence: Sentence, verb: int, head: int) -> Content | None:
    """Take the clause that a cue was put into: "the truce, he said, had held"."""
    words = segment(sentence, verb, below(sentence, head) - below(sentence, verb))
    while not _has_verb(sentence, words) and sentence.words[head].head >= 0:
        # The cue may hang on a word of the clause: "No one, he added, should go."
        head = sentence.words[head].head
        words = segment(sentence, verb, below(sentence, head) - below(sentence, verb))
    kept = words
    for k in sentence.children(head, "parataxis"):
        if k != verb and is_cue(sentence, k):
            kept -= below(sentence, k)
    words = kept if _has_verb(sentence, kept) else words
    return Content(head, words) if _has_verb(sentence, words) else None


def _has_verb(sentence: Sentence, words: frozenset[int]) -> bool:
    return any(sentence.words[i].upos in ("VERB", "AUX") for i in words)


def _from_roles(sentence: Sentence, verb: int) -> Content | None:
    """Take a clause that only the roles give."""
    predicate = sentence.predicate_at(verb)
    argument = predicate.argument("ARG1") if predicate else None
    if argument is None or argument.head == verb or argument.last - argument.first < 2:
        return None
    clausal = sentence.children(argument.head, "nsubj", "cop", "expl") and sentence.words[
        argument.head
    ].relation not in (
        "nsubj",
        "obj",
    )
    if any(sentence.words[i].lemma.lower() in ASKED for i in sentence.ancestors(argument.head) if i != verb):
        return None  # "Asked whether the road was open, he replied: …"
    if not clausal or argument.first <= verb <= argument.last or has_to(sentence, argument.head):
        return None
    return Content(argument.head, frozenset(range(argument.first, argument.last + 1)))


def that_content(sentence: Sentence, verb: int, row: CueRow) -> Content | None:
    """Find a clause with "that", for verbs that otherwise tell of a deed: "agreed that", not "agreed a truce"."""
    for k in sentence.children(verb, "ccomp"):
        if any(sentence.words[m].lemma == "that" for m in sentence.children(k, "mark")):
            return Content(k, below(sentence, k) | _further_clauses(sentence, verb, k))
    return None
