"""Terms of agreements: what an agreement calls for, what "under the deal" somebody will do, what comes in return."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from truceline.domain.mention import AgreementMention
from truceline.domain.sentences import Sentence
from truceline.reading.cases import case_of
from truceline.reading.clauses import antecedent, subjects
from truceline.reading.commitments.agreements import agreement_at
from truceline.reading.commitments.binding import binding
from truceline.reading.commitments.contenders import COLLECTIVES
from truceline.reading.commitments.deeds import (
    FUTURE,
    Deed,
    doers,
    each,
    lemmas_of,
    listed,
    topic_words,
    topics,
)
from truceline.reading.commitments.laid_down import laid_down
from truceline.reading.commitments.obligations import (
    IDLE,
    about_a_deed,
    day_of,
    is_bound,
    may_not,
    should,
    starters,
)
from truceline.reading.commitments.principals import meant, principal
from truceline.reading.commitments.table_sides import is_both_sides
from truceline.reading.commitments.term_forms import is_asked, is_expected, is_free, is_told_as_given, only_may, until
from truceline.reading.figures.surroundings import is_to
from truceline.reading.scene import Scene
from truceline.vocabulary import rows

UNDER = frozenset(("under", "per", "pursuant", "pursuant to", "according to", "in accordance", "in", "by", "as part"))


DEFINITE = frozenset(("under", "pursuant", "pursuant to", "in accordance", "per"))


@dataclass(frozen=True)
class Term:
    """A deed and the agreement that lays it down."""

    deed: Deed
    agreement: str | None


class TermReader:
    """Reads terms sentence by sentence; remembers which agreement the text before was about."""

    def __init__(self, scene: Scene, agreements: tuple[AgreementMention, ...]) -> None:
        self.scene, self.agreements = scene, agreements
        self.running: str | None = None
        self.last_sentence = -9
        self.paragraph = -1

    def read(self, sentence: Sentence) -> list[Term]:
        """Find the terms that a sentence tells."""
        found = [*self._laid_down(sentence)]
        under = self._under(sentence)
        if under is None:
            under = self._relative(sentence)
        if under is None and self._shall(sentence):
            under = self._latest(sentence, signed=True)
        if under is not None or self._goes_on(sentence):
            key = under if under is not None else self.running
            done = {t.deed.word for t in found}
            strict = not self._opens(sentence)
            futures = self._futures(sentence, reported=under is not None)
            found += [
                Term(d, key)
                for d in futures
                if d.word not in done and (under is not None or self._fits(d, strict=strict))
            ]
        done = {t.deed.word for t in found}
        signed = self._latest(sentence, signed=True)
        found += [Term(d, signed) for d in self._obligations(sentence) if d.word not in done]
        done = {t.deed.word for t in found}
        key = under or self._going_on(sentence) or signed
        bound = (*binding(self.scene, sentence, soon=self._going_on(sentence) is not None), *self._told_on(sentence))
        found += [Term(d, key) for d in bound if key and d.word not in done]
        self._begin_run(sentence)
        if found:
            self.running = found[-1].agreement or self.running
            self.last_sentence, self.paragraph = sentence.index, sentence.paragraph
        return found

    def go_on_from(self, sentence: Sentence, agreement: str) -> None:
        """Note that a sentence told a term of an agreement otherwise: what follows may go on with it."""
        self.running, self.last_sentence, self.paragraph = agreement, sentence.index, sentence.paragraph

    def in_return(self, sentence: Sentence) -> str | None:
        """Give the agreement that a sentence goes on about, if it opens like one that does."""
        return self.running if self._opens(sentence) else None

    def _opens(self, sentence: Sentence) -> bool:
        """Tell whether a sentence soon after a term opens with "In return" or the like."""
        if self.running is None or not 0 <= sentence.index - self.last_sentence <= 2:
            return False
        text = " ".join(w.text.lower() for w in sentence.words[:9])
        openers = [o for row in rows("commitments").values() for o in row.get("opens", ())]
        return any(text.startswith(o) or f" {o} " in text for o in openers)

    def _begin_run(self, sentence: Sentence) -> None:
        """Let a signed agreement that a sentence names begin a run of terms in its paragraph."""
        for agreement in self.agreements:
            named = any(sentence.start <= q.start < sentence.end for q in agreement.quotes)
            if named and agreement.status in ("signed", "in_force"):
                self.running, self.last_sentence, self.paragraph = agreement.key, sentence.index, sentence.paragraph

    def _going_on(self, sentence: Sentence) -> str | None:
        """Give the agreement that the sentences just before told terms of."""
        return self.running if 0 <= sentence.index - self.last_sentence <= 4 else None

    def _told_on(self, sentence: Sentence) -> Iterator[Deed]:
        """Give what a party of the agreement told just before will do, in the next paragraph."""
        agreement = next((a for a in self.agreements if a.key == self._going_on(sentence)), None)
        if agreement is None:
            return
        for deed in self._futures(sentence, reported=False):
            keys = {principal(self.scene, k) for a in deed.agents for k in meant(self.scene, sentence, a)}
            will = {sentence.words[k].text.lower() for k in sentence.children(deed.cue, "aux")} & {"will", "shall"}
            joint = any(is_both_sides(sentence, a) for a in deed.agents)
            if will and (joint or keys & set(agreement.parties)) and self._fits(deed, strict=True):
                yield deed

    def _goes_on(self, sentence: Sentence) -> bool:
        beside = sentence.paragraph == self.paragraph and sentence.index - self.last_sentence <= 3
        return self._opens(sentence) or (beside and self.running is not None)

    def _fits(self, deed: Deed, *, strict: bool) -> bool:
        """Tell whether a deed told in passing is one of the agreement: a party or nobody named does it."""
        if deed.word not in topic_words(deed.sentence, deed.word):
            return False
        if not strict:
            return True
        if self.scene.voices.at(deed.sentence.index, deed.word).attributed_to is not None:
            return False
        agreement = next((a for a in self.agreements if a.key == self.running), None)
        keys = [k for a in deed.agents for k in meant(self.scene, deed.sentence, a)]
        parties = agreement.parties if agreement else ()
        sides = {a.key for a in self.scene.actors.mentions if a.type in COLLECTIVES}
        if not parties and sides & set(keys):
            return True
        return deed.passive or any(k in parties or principal(self.scene, k) in parties for k in keys)

    def _named(self, sentence: Sentence, word: int) -> tuple[bool, str | None]:
        """Tell whether a word names an agreement or its terms, and which agreement."""
        word = antecedent(sentence, word)
        key = agreement_at(self.scene, self.agreements, sentence, word)
        if key:
            return True, key
        if sentence.words[word].lemma.lower() in lemmas_of("parts") | {"pledge", "commitment", "undertaking"}:
            keys = [agreement_at(self.scene, self.agreements, sentence, w) for w in sentence.subtree(word)]
            return True, next((k for k in keys if k), self._latest(sentence))
        if sentence.words[word].text.lower() in ("it", "which", "this"):
            subject = self._subject_before(sentence)
            if subject is not None:
                return True, subject
            return self.running is not None and self.last_sentence == sentence.index - 1, self.running
        return False, None

    def _subject_before(self, sentence: Sentence) -> str | None:
        """Give the agreement that is the subject of the sentence before."""
        if sentence.index == 0:
            return None
        before = self.scene.text.sentences[sentence.index - 1]
        subjects_ = [i for i, w in enumerate(before.words) if w.relation.startswith("nsubj")]
        keys = [agreement_at(self.scene, self.agreements, before, i) for i in subjects_[:1]]
        return next((k for k in keys if k), None)

    def _latest(self, sentence: Sentence, *, signed: bool = False) -> str | None:
        """Give the agreement that the text named last before a sentence ends."""
        of = [a for a in self.agreements if not signed or a.status not in ("proposed", "under_negotiation")]
        places = [(q.start, a.key) for a in of for q in a.quotes if q.start < sentence.end]
        return max(places)[1] if places else None

    def _under(self, sentence: Sentence) -> str | None:
        """Read "Under the terms of the deal, ..." as the agreement of the sentence."""
        for i, word in enumerate(sentence.words):
            if not word.relation.startswith(("obl", "nmod")):
                continue
            case = case_of(sentence, i)
            named, key = self._named(sentence, i) if case in UNDER else (False, None)
            if not named:
                continue
            part = word.lemma.lower() in lemmas_of("parts")
            if case in DEFINITE or (case in ("in", "by", "according to", "as part") and part):
                return key or ""
        return None

    def _futures(self, sentence: Sentence, *, reported: bool) -> Iterator[Deed]:
        """Give the deeds of a sentence told in the future or as an obligation; reported: also as somebody's words."""
        for i, word in enumerate(sentence.words):
            participle = word.upos == "ADJ" and bool(sentence.children(i, "aux:pass"))
            if not (word.upos == "VERB" or participle):
                continue
            if word.relation == "acl:relcl" and not self._under_which(sentence, i):
                continue
            if any(sentence.words[k].lemma in ("or", "otherwise") for k in sentence.children(i, "cc", "advmod")):
                continue
            auxiliaries = [sentence.words[k].text.lower() for k in sentence.children(i, "aux")]
            if not auxiliaries and is_free(sentence, i):
                continue
            if is_asked(sentence, i):
                continue
            expected = reported and (is_expected(sentence, i) or is_told_as_given(sentence, i))
            if is_to(sentence, i) or expected or may_not(sentence, i):
                auxiliaries.append("shall")
            conjunct = word.relation == "conj" and word.head >= 0 and sentence.words[word.head].upos == "VERB"
            if any(a in FUTURE for a in auxiliaries) and not (conjunct and not auxiliaries):
                if any(a in ("would", "'d") for a in auxiliaries) and word.relation == "ccomp" and not reported:
                    continue
                yield from each(sentence, Deed(sentence, i, doers(sentence, i), "term", i))

    def _relative(self, sentence: Sentence) -> str | None:
        for i, word in enumerate(sentence.words):
            if word.relation in ("acl", "acl:relcl") and word.head >= 0 and self._under_which(sentence, i):
                return agreement_at(self.scene, self.agreements, sentence, word.head)
        return None

    def _obligations(self, sentence: Sentence) -> Iterator[Deed]:
        """Give what somebody has to do by a day, once the report has told of a signed agreement."""
        if self._latest(sentence, signed=True) is None:
            return
        here = [d for d in self.scene.dates if d.sentence == sentence.index]
        for i, word in enumerate(sentence.words):
            if word.upos != "VERB":
                continue
            day = day_of(sentence, i)
            due = next((d for d in here if day is not None and 0 <= day - d.first <= 8), None)
            if due and (is_bound(sentence, i) or should(sentence, i)) and about_a_deed(sentence, i):
                yield Deed(sentence, i, starters(sentence, i), "term", i, due=(due.first, due.last))
            elif is_bound(sentence, i):
                dates = [d for d in here if d.first in sentence.subtree(i)]
                named = about_a_deed(sentence, i) and word.relation != "acl:relcl"
                if dates and (named or (word.lemma not in IDLE and any(until(sentence, d.first) for d in dates))):
                    yield from each(sentence, Deed(sentence, i, doers(sentence, i), "term", i))

    def _shall(self, sentence: Sentence) -> bool:
        """Tell whether a report gives a clause of an agreement in the words of its text: "the parties shall ..."."""
        return any(
            sentence.words[k].text.lower() == "shall" and (sentence.index, i) not in self.scene.voices.quoted
            for i, word in enumerate(sentence.words)
            if word.relation == "root"
            for k in sentence.children(i, "aux")
        )

    def _under_which(self, sentence: Sentence, verb: int) -> bool:
        """Tell whether a relative clause tells a term: "a truce under which the army will leave"."""
        for k in sentence.children(verb, "obl"):
            if sentence.words[k].lemma == "which" and case_of(sentence, k) in ("under", "by", "in"):
                return True
        return False

    def _laid_down(self, sentence: Sentence) -> Iterator[Term]:
        """Read "the accord calls for the release of ..., requires the army to leave, stipulates that ..."."""
        for i, word in enumerate(sentence.words):
            mistagged = word.text.lower() == "calls" and [w.text for w in sentence.words[i + 1 : i + 2]] == ["for"]
            if not (word.upos == "VERB" or mistagged) or word.lemma.lower() not in lemmas_of("terms"):
                continue
            if only_may(sentence, i):
                continue
            named, key = self._author(sentence, i)
            if named:
                key = key or self._latest(sentence)
                yield from (Term(d, key) for d in laid_down(sentence, i))
        yield from self._including(sentence)

    def _including(self, sentence: Sentence) -> Iterator[Term]:
        """Read "a ceasefire deal including the withdrawal of heavy weapons"."""
        if not any(word.text.lower() == "including" for word in sentence.words):
            return
        for i in range(len(sentence.words)):
            for k in sentence.children(i, "nmod", "acl"):
                if case_of(sentence, k) == "include" and (
                    key := agreement_at(self.scene, self.agreements, sentence, i)
                ):
                    deeds = [one for one in listed(sentence, k) if sentence.words[one].lemma.lower() in topics()]
                    yield from (Term(Deed(sentence, one, (), "term", i), key) for one in deeds)

    def _author(self, sentence: Sentence, verb: int) -> tuple[bool, str | None]:
        predicate = sentence.predicate_at(verb)
        agent = predicate.argument("ARG0") if predicate else None
        word = sentence.words[verb]
        ruled = (word.head,) if word.relation.startswith("acl") and word.head >= 0 else ()
        heads = dict.fromkeys((*subjects(sentence, verb), *((agent.head,) if agent else ()), *ruled))
        told = [self._named(sentence, h) for h in heads]
        if not heads or word.upos != "VERB":
            told += [self._named(sentence, i) for i in range(verb) if sentence.words[i].relation.startswith("nsubj")]
        return next((t for t in told if t[0]), (False, None))
