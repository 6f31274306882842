"""What two voices of one report tell, one right after the other, in words that cannot both be true."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from truceline.domain.items import Finding
from truceline.reconcile.books import Books
from truceline.reconcile.finding_parts import Evidence, finding
from truceline.reconcile.lines import Line
from truceline.reconcile.passages import FIGURE, STATEMENT, Passage, all_claims, by_report, clause, teller, told_denials
from truceline.reconcile.retold import NEGATED, shared_words

REACH = 240
"""Characters between what is claimed and what is set against it."""


NEXT = 40
"""Characters between an accusation and the next word of the accused."""


@dataclass(frozen=True, slots=True)
class Opposite:
    """Words of a claim, and words right after it that leave no room for it."""

    claimed: re.Pattern[str]
    answered: re.Pattern[str]


def _row(claimed: str, answered: str) -> Opposite:
    return Opposite(re.compile(rf"\b(?:{claimed})\b", re.I), re.compile(rf"\b(?:{answered})\b", re.I))


OPPOSITES = (
    _row(
        r"taken|captured|seized|overr[au]n|fallen|control of|conquered|entered|retaken",
        r"still (?:held|holds?|controls?|controlled|in (?:government|rebel|army|our|its|their) hands|under)"
        r"|remain(?:s|ed)? (?:in|under) (?:\w+ ){1,3}(?:control|hands)|(?:had|has) not fallen|(?:beaten|driven"
        r"|thrown) back"
        r"|repell?ed|repulsed|never (?:fell|left)",
    ),
    _row(
        r"killed|dead|died|slain|executed|shot dead|death of",
        r"(?:is|was|are|were|still) (?:still )?alive|alive and|in good health|unharmed|safe and sound",
    ),
    _row(
        r"left|withdrawn|withdrew|pulled (?:out|back)|vacated|departed|gone|withdrawal (?:is|was) complete",
        r"(?:is|are|was|were) still (?:there|in|at|present|deployed|inside)|(?:still|yet) (?:hold|held|occup\w+"
        r"|patrol\w*|man)"
        r"|remain(?:s|ed)? (?:there|in|at|inside|behind|deployed|present)|(?:has|have|had) not (?:left|moved|gone)"
        r"|stayed behind|changed (?:their|its) uniforms?|new uniforms",
    ),
    _row(
        r"(?:cease-?fire|truce|lull|armistice)\b.{0,40}\b(?:holding|held|respected|observed|kept)",
        r"shell(?:s|ed|ing)|fired|firing|violat\w+|attack(?:s|ed)|bombard\w+|fighting (?:went|goes|continu\w+|raged)",
    ),
    _row(
        r"freed|released|set free|let go",
        r"still (?:being )?(?:held|in (?:prison|jail|custody|cells)|behind bars)|not one (?:of them )?(?:has been"
        r"|had been|was) freed",
    ),
    _row(
        r"shot down|downed|destroyed",
        r"lost no \w+|none of (?:its|their|our) \w+ (?:was|were|had been)|all (?:of )?(?:its|their|our) \w+ (?:had "
        r"|have )?returned",
    ),
    _row(
        r"fired (?:on|at|into)|opened fire|shot at|shooting",
        r"fired (?:only )?(?:in|into) the air|warning shots|(?:fired|used) (?:no|only) (?:\w+ )?(?:shots?|rounds?"
        r"|bullets|tear gas)",
    ),
    _row(
        r"no (?:civilian|one|body|child|villager|person)s?\b.{0,20}\b(?:killed|hurt|harmed|died|wounded|injured)"
        r"|(?:only|all) (?:\w+ )?(?:fighters|militants|terrorists|rebels|insurgents|gunmen)",
        r"(?:\w+ )?(?:civilians?|children|child|women|bodies|villagers|farmers)",
    ),
    _row(
        r"(?:all|every) (?:of )?(?:the |its |their )?(?:\w+ )?(?:weapons?|arms|rifles?|guns?|prisoners?|captives?"
        r"|hostages?|mines?)",
        r"(?:not one|none of|hidden|kept back|held back|still (?:has|have|had|hold|held|keep))",
    ),
    _row(
        r"attack\w*|opened fire|fired|shell\w+|broke|violat\w+|storm\w+",
        r"(?:opened fire|fired|shot|attacked|struck|shelled|broke \w+(?: \w+)?|started(?: it| \w+ing)?) first|provok\w+"
        r"|started it|fired back",
    ),
    _row(
        r"(?:civilians?|villagers?|farmers?|herders?|children|child|women|students|worshippers|passengers)",
        r"(?:they|the dead|all of them|those killed|the men|the victims|these) (?:were|are|had been) (?:all "
        r"|only )?(?:armed )?"
        r"(?:terrorists|fighters|rebels|gunmen|militants|insurgents|combatants|bandits)",
    ),
    _row(
        r"abduct\w+|kidnap\w+|missing|seized|never come home|hostages?|held by",
        r"(?:hold|holds|held|has|have) (?:nobody|no one|no (?:prisoners|captives|hostages|\w+ prisoners))"
        r"|kn[eo]ws? nothing",
    ),
    _row(
        r"loot\w*|plunder\w*|stole|stolen|robbed|ransack\w*|pillag\w*",
        r"nothing (?:was|were|is|has been|had been) (?:taken|stolen|touched|missing|looted)",
    ),
    _row(
        r"fled|lost|abandoned|fallen|fell|driven (?:out|from)|liberat\w+|captur\w+|taken",
        r"(?:is|are|remains?) (?:still )?(?:ours|in our hands)|drinking tea (?:there|in)",
    ),
    _row(
        r"wounded|killed|injured|dead|dying",
        r"without a scratch|unhurt|unscathed|in (?:good|the best of) health|appeared (?:on|in|before) [^.]{0,40}alive",
    ),
    _row(
        r"(?:was|were) the work of|carried out by|behind the|blam\w+ (?:the )?\w+ for",
        r"(?:puts?|laid|lays?) it down to|(?:ascrib|attribut)\w+ it to|point(?:s|ed)? (?:the finger )?(?:to|at)"
        r"|(?:raiders|attackers|gunmen|killers|bombers|culprits) (?:were|had been|came)",
    ),
    _row(
        r"because of|blam\w+|fault of|caused by|responsible",
        r"laid the blame|put the blame|it was (?:they|the (?:government|army|rebels|regime"
        r"|other side))(?: \w+)* (?:who|that|which)"
        r"|blamed (?:it|this|that) on",
    ),
)  # fmt: skip
"""Add a pair of opposites: what is claimed, and what another voice says right after that leaves no room for it."""
_ACCUSED_US = re.compile(
    r"\b(?:accus\w+|charg\w+|blam\w+|claim\w*|lays?|sa(?:y|ys|id)|told|tells?|report\w*|wr[io]t\w+|alleg\w+)\b"
    r"[^.]*\b(?:us|we|our|ours)\b",
    re.I,
)
_NOT_WE = re.compile(
    r"^\W*(?:But |Yet )?(?:We|Our (?:men|fighters|soldiers|forces|people|movement|party|army)"
    r"|Nobody of ours)\b[^.;]{0,30}"
    r"\b(?:never|not|no|nothing)\b"
    r"|^\W*(?:But |Yet )?It was (?:they|them)\b",
    re.I,
)
_OWNS_UP = re.compile(
    r"\b(?:inquir\w+|enquir\w+|investigat\w+|regret\w*|apolog\w+|admit\w*|acknowledg\w+|confirm\w*|mistake\w*"
    r"|condemn\w*"
    r"|conced\w+|condolence\w*|look(?:ing)? into|no comment|did not (?:comment|reply|respond|answer)|promis\w+|pledg\w+"
    r"|agree\w*|will|would|claimed responsibility|thank\w*)\b",
    re.I,
)
"""Words with which the accused do not deny anything."""
_GOES_ON = re.compile(r"\W*(?:it|they|he|she|its|their|his|her)\b", re.I)
"""The same voice goes on."""
_ELSEWHERE = re.compile(r"\W*(?:meanwhile|elsewhere|separately|earlier|also|in (?:a separate|another))\b", re.I)
"""Another piece of news begins."""
_IN_TRUTH = re.compile(
    r"^(?:But |Yet )?(?:In (?:truth|fact|reality|actual fact)|The truth is|Far from it"
    r"|Nothing could be further)\b",
    re.I,
)


def opposites(evidence: Evidence, books: Books) -> Iterator[Finding]:
    """Two voices of one report tell, one right after the other, what cannot both be true."""
    claims = by_report(c for c in all_claims(evidence) if c.rank != FIGURE)
    denied = by_report(told_denials(evidence, books))
    for report, lines in sorted(books.lines.by_report.items()):
        told = sorted(claims.get(report, ()), key=lambda c: (c.start, c.rank, c.end))
        spoken = [*told, *denied.get(report, ())]
        for line in lines:
            answer = _answer(line, spoken)
            before = [c for c in told if c.end <= answer.start <= c.end + REACH and not c.voices & answer.voices]
            claim = _opposed(answer, line, before, books)
            if claim is not None:
                reason = f"Told {teller(claim, books)}; told otherwise {teller(answer, books)}."
                yield finding("contradiction", "existence", "strict", reason, [claim.side("a"), answer.side("b")])


def _answer(line: Line, spoken: Sequence[Passage]) -> Passage:
    """A sentence in the voice of the statement that fills it."""
    over = [
        c
        for c in spoken
        if c.rank == STATEMENT and any(q.start < line.quote.end and line.quote.start < q.end for q in c.quotes)
    ]
    said = max(over, key=lambda c: (c.end - c.start, -c.start), default=None)
    whole = clause(line.quote, line.quote.start, line.quote.end - 1)
    if said is None:
        return Passage("report", line.report, line.report, (whole,), frozenset(), STATEMENT)
    return Passage(said.kind, said.id, line.report, (whole,), said.voices, STATEMENT)


def _accused_answers(claim: Passage, answer: Passage, line: Line, books: Books) -> bool:
    """Whether the accused have the next word, and own up to nothing in it."""
    if not (claim.accuses and claim.against and answer.voices) or answer.start - claim.end > NEXT:
        return False
    if _ELSEWHERE.match(line.said) or _OWNS_UP.search(line.said):
        return False
    accused = claim.against.union(*(books.actors.groups(one) for one in sorted(claim.against)))
    theirs = answer.voices.union(*(books.actors.groups(one) for one in sorted(answer.voices)))
    return bool(accused & theirs)


def _opposed(answer: Passage, line: Line, before: Sequence[Passage], books: Books) -> Passage | None:
    """The nearest claim right before a sentence that it leaves no room for."""
    told = [c for c in before if c.voices or answer.voices or c.kind == "statement"]
    if _IN_TRUTH.match(line.said) and NEGATED.search(line.said):
        alike = [c for c in told if shared_words(c.words, line.words)]
        return max(alike, key=lambda c: (len(shared_words(c.words, line.words)), c.end, -c.rank), default=None)
    for claim in sorted(told, key=lambda c: (answer.start - c.end, c.rank)):
        if _accused_answers(claim, answer, line, books):
            return claim
        if _NOT_WE.match(line.said) and _ACCUSED_US.search(f"{claim.cue} {claim.said}"):
            return claim
        if not _GOES_ON.match(line.said) and any(_rules_out(row, claim.said, line.said) for row in OPPOSITES):
            return claim
    return None


def _rules_out(row: Opposite, claimed: str, answered: str) -> bool:
    found = row.claimed.search(claimed)
    return (
        found is not None
        and not NEGATED.search(claimed[max(0, found.start() - 25) : found.start()])
        and bool(row.answered.search(answered))
        and not row.answered.search(claimed)
    )
