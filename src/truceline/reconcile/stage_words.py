"""Words that tell whether something is still to come, done, or not done."""

from __future__ import annotations

import re
from collections.abc import Iterator

from truceline.domain.document import Quote

STILL_AHEAD = re.compile(
    r"\b(?:will|shall|must|would|should|(?-i:may)|might|can|could"
    r"|(?:is|are|was|were) (?:due |expected |supposed |meant )?to|ought to|plans? to|hopes? to|wants? to|agreed to"
    r"|(?<!as )promis\w+|pledg\w+|vow\w*|obliged|oblig\w+|undert[ao]\w+|call(?:s|ed)? (?:for|on)|urg\w+|demand\w*"
    r"|reaffirm\w*|provid\w+ for)\b",
    re.I,
)
"""Words of what is promised, wished or asked: the sentence tells nothing of its having been done."""
TO_COME = re.compile(
    r"\b(?:will|shall|must|(?<!intention )(?<!aim )(?<!goal )(?<!purpose )(?<!plan )"
    r"(?:is|are) (?:due |expected |supposed |set |scheduled |obliged |bound )?to|(?:has|have) to"
    r"|promised|pledged|vowed|agreed to)\b",
    re.I,
)
"""Words that foresee a deed."""
FORESEEN = re.compile(
    rf"{TO_COME.pattern}|\b(?:planned|scheduled|(?:set|due) (?:to|for)|agreed|confirmed|undert[ao]\w+|bound themselves"
    r"|commit\w*|on the agenda|(?:is|are|was|were) (?:expected|supposed|meant) to|would|provid\w+ for|calls? for"
    r"|(?:is|are) (?:told|asked|allowed) to|(?:has|have) [\w-]+ (?:days|weeks|months|years) to|opening the way"
    r"|under (?:the|this|that|its|their|a) (?:\w+ )?(?:deal|accord|agreement|pact|treaty|text|terms|plan)"
    r"|(?:opens?|resumes?|begins?|starts?|meets?) (?:[\w’'-]+ ){0,6}?(?:on|next) "
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|next (?:week|month))\b",
    re.I,
)
"""Words that foresee a deed, or that agree on it."""
_YET_TO_BE = "".join(rf"(?<!\b{word} )" for word in "will would may might must shall should could can".split())
_UNDONE = (
    r"(?:\w+ly )?(?:to be\b|clos\w+|shut|block\w+|un\w+|absent|empty|elusive|pending"
    r"|in (?:prison|jail|office|place)|a )"
)
NOT_DONE = re.compile(
    rf"\b{_YET_TO_BE}(?:still|no \w+ (?:at all |so far |yet )?(?:has|have|had|was|were|is|are)|not (?:one|a single"
    rf"|yet|even)|(?:has|have|had) (?:not|never|yet)|never|nobody|none|no longer"
    rf"|hardly|barely|scarcely|(?:fewer|less) than|(?:do|does|did) not|(?:is|are|was|were) not|on paper|in vain|instead"
    rf"|remains? {_UNDONE}"
    rf"|impossible|so far|to this day)\b|{_YET_TO_BE}(?<!\bwo)(?<!\bwould)(?<!\bshould)(?<!\bmust)(?<!\bcould)n[’']t\b",
    re.I,
)
"""Words of a deed that has not been done, or not in full."""
NOTHING_CAME = re.compile(
    r"\W*(?:but |and |yet |so far |to this day |until today |now "
    r"|[\w-]+ (?:days|weeks|months|years) (?:later|on),? )*"
    r"(?:not (?:one|a single|yet)|no(?:ne|body|thing)?\b(?: of [\w ]{1,24}| [\w-]+)? (?:has|have|had|was|were|came"
    r"|happened)\b"
    r"|never (?:has|have|had|was|were|came|happened)|there (?:is|are|were|was) (?:still|none\b|nothing\b|as yet)"
    r"|still (?:no|not|wait|shut|closed)"
    r"|(?:it|they|this|that) (?:has|have|had|was|were)(?: not|n[’']t| never)\b)",
    re.I,
)
"""The beginning of a sentence that tells that nothing came of what stands before it."""
_SAYS = "".join(
    rf"(?<!\b{word} )"
    for word in "say says said claim claims claimed announce announces announced add adds added admit admits admitted "
    "argue argues argued state states stated insist insists insisted warn warns warned reply replies replied".split()
)
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_ASIDE = re.compile(
    rf"{_IN_BRACKETS.pattern}|\b(?:(?:on|to|in|by|for|under|of|at) )?(?:which|whom|who)\b[^,;.]*|{_SAYS}\bthat\b[^,;.]*"
)
_ONLY_IF = re.compile(r"\b(?:unless|if|whether)\b", re.I)
_JOINT = re.compile(
    r"\s*[;:]\s+|,? (?:and|but|while) (?=(?:the|a|an|both|all|its|their|each|every)\b)|, (?:and|but|while) "
)


def tells_a_state(said: str) -> bool:
    """Tell whether a sentence says what has become of something, not again what is to be."""
    main = _ASIDE.sub("", said)
    asks = said.rstrip('"”’)').endswith("?")
    return not asks and not _ONLY_IF.search(main) and (not STILL_AHEAD.search(main) or not_done(said))


def not_done(said: str) -> bool:
    """Tell whether a sentence says that something has not been done, or not in full."""
    return bool(NOT_DONE.search(_IN_BRACKETS.sub("", said)))


def clauses(quote: Quote) -> Iterator[Quote]:
    """Cut a sentence where another subject or deed follows."""
    at = 0
    for match in _JOINT.finditer(quote.exact):
        yield Quote(quote.report, quote.start + at, quote.start + match.start(), quote.exact[at : match.start()])
        at = match.end()
    yield Quote(quote.report, quote.start + at, quote.end, quote.exact[at:])
