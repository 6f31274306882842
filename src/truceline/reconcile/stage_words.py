"""Words that tell whether something is still to come, done, or not done."""

from __future__ import annotations

import re
from collections.abc import Iterator

from truceline.domain.document import Quote

STILL_AHEAD = re.compile(
    r"\b(?:will|shall|must|would|should|may|might|can|could"
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
NOT_DONE = re.compile(
    r"\b(?:still|not (?:one|a single|yet|even)|(?:has|have|had) (?:not|never|yet)|never|nobody|none|no longer"
    r"|hardly any|(?:do|does|did) not|(?:is|are|was|were) not|on paper|in vain|instead|remains?|impossible|so far"
    r"|to this day)\b|n[’']t\b",
    re.I,
)
"""Words of a deed that has not been done, or not in full."""
NOTHING_CAME = re.compile(
    r"\W*(?:but |and |yet |so far |to this day |until today |now "
    r"|[\w-]+ (?:days|weeks|months|years) (?:later|on),? )*"
    r"(?:not (?:one|a single|yet)|no(?:ne|body|thing)?\b|never|there (?:is|are|were|was) (?:none|no|nothing)"
    r"|still (?:no|not|wait|shut|closed)"
    r"|(?:it|they|this|that|he|she) (?:has|have|had|did|does|do|was|were|is|are)(?: not|n[’']t| never)\b)",
    re.I,
)
"""The beginning of a sentence that tells that nothing came of what stands before it."""
_ASIDE = re.compile(r"\b(?:(?:on|to|in|by|for|under|of|at) )?(?:which|whom|who|that)\b[^,;.]*")
_JOINT = re.compile(
    r"\s*[;:]\s+|,? (?:and|but|while) (?=(?:the|a|an|both|all|its|their|each|every)\b)|, (?:and|but|while) "
)


def tells_a_state(said: str) -> bool:
    """Tell whether a sentence says what has become of something, not again what is to be."""
    main = _ASIDE.sub("", said)
    return not said.rstrip('"”’)').endswith("?") and (not STILL_AHEAD.search(main) or bool(NOT_DONE.search(main)))


def clauses(quote: Quote) -> Iterator[Quote]:
    """Cut a sentence where another subject or deed follows."""
    at = 0
    for match in _JOINT.finditer(quote.exact):
        yield Quote(quote.report, quote.start + at, quote.start + match.start(), quote.exact[at : match.start()])
        at = match.end()
    yield Quote(quote.report, quote.start + at, quote.end, quote.exact[at:])
