"""What a line without a final stop between paragraphs is: a caption, a sub-heading, or a piece of the story."""

from __future__ import annotations

import re

_LEADING_NAME = re.compile(
    r"^(?:(?:An?|The|Two|Three|Four|Some|Many|Several)\s+)?(?:[\w'’\-]+\s+){0,3}?"
    r"(?:[A-ZÀ-Þ][\w.'’\-]*(?:,\s+[A-ZÀ-Þ][\w.'’\-]*)?\s+|(?:al-\w+|de|of|and|the|&|bin|van|von|del|for|in)\s+)*"
    r"(?P<next>[a-z][\w'’\-]*)"
)
_NOT_PRESENT_WORDS = (
    "was has his its this as us is does these those yes less towards besides always perhaps across politics troops "
    "forces talks rebels militants soldiers fighters clashes attacks prisoners reports officials leaders parties "
    "sides civilians protests negotiations elections news others victims weapons bases units groups"
)
_NOT_PRESENT = frozenset(_NOT_PRESENT_WORDS.split())
_STAND_WORDS = (
    "stand walk sit hold carry wait inspect patrol shake speak attend gather line watch march arrive leave pose wave "
    "burn queue protest celebrate mourn greet flee are parade train take ride drive look listen sign raise chant pray "
    "visit search guard load unload prepare sort watch sell buy fish plant rebuild return sleep pass cross"
)
_STAND = frozenset(_STAND_WORDS.split())
_LONGEST = 500
"""Characters of the longest line that may be a caption."""
_OFFICE = re.compile(
    r"^(?:[A-ZÀ-Þ][\w.'’\-]*\s+){1,6}?[A-ZÀ-Þ][\w.'’\-]*,\s+(?:the\s+|an?\s+|then\s+|former\s+)*"
    r"(?:[\w\-]+\s+){0,3}?(?:commander|leader|chief|head|president|minister|secretary|spokes\w+|envoy|ambassador|director"
    r"|chairman|chairwoman|chair|general|colonel|governor|mayor|negotiator|representative|member|founder|deputy|officer"
    r"|coordinator|mediator|adviser|advisor|bishop|imam|king|queen|prince|premier|senator|rapporteur|head)\b"
)
_TOLD = re.compile(
    r"\b(?:was|were|had|said|told|will|would|did|could|can|cannot|should|must|might)\b|n[’']t\b", re.IGNORECASE
)
"""Words of a full sentence: a line with one of them is told, though its stop is missing."""
_CREDIT = re.compile(
    r"[(\[](?:file|photo|[^()\[\]]{0,30}\b(?:AP|AFP|Reuters|EPA|Getty|Xinhua|TASS|dpa|EFE|UPI))[^()\[\]]{0,30}[)\]]\.?$",
    re.I,
)
_CIRCUMSTANCE_WORDS = (
    "in on at after before within under despite as for since during while when if although though with without by from "
    "until between among according earlier later meanwhile but and yet so because also this that these those it he she "
    "they we i you there here what who how why where last next"
)
_CIRCUMSTANCE = frozenset(_CIRCUMSTANCE_WORDS.split())
"""First words of sentences that tell, not show."""
_SMALL_WORDS = "a an the and or but of in on to for with at by from as into over nor vs per via"
_SMALL_IN_TITLES = frozenset(_SMALL_WORDS.split())
_BULLET = re.compile(r"^\s*(?:[-*•·‣▪–—]\s+|\(?\d{1,2}[.)]\s+|\(?[a-z][.)]\s+|[ivx]+[.)]\s+)")
_FILE_NAME = re.compile(
    r"^[\w-]+\.(?:jpe?g|png|gif|webp|svg|pdf|mp4)$|^(?:img|dsc|image|photo|screenshot)[-_ ]?\d+$", re.I
)


def role_of_fragment(text: str, *, in_head: bool) -> str:
    """Tell what a line is that ends no sentence and continues none: caption, headline (a sub-heading) or body."""
    words = text.split()
    if _BULLET.match(text) or len(words) > 45 or len(text) > _LONGEST or (text[0] in '“"' and len(words) > 5):
        return "body"
    if _FILE_NAME.match(text.strip()):
        return "caption"
    if in_title_case(text) and len(words) <= 12:
        return "headline"
    if _TOLD.search(text) and not tells_present(text) and len(words) >= 6:
        return "headline" if in_head else "body"
    if _OFFICE.match(text) or tells_present(text):
        return "headline" if in_head else "caption"
    if len(words) > 16:
        return "body"
    if in_head or len(words) <= 8 or words[0].lower() in ("what", "why", "how", "who", "where", "when"):
        return "headline"
    return "caption"


def tells_present(text: str) -> bool:
    """Tell whether a line says in the present tense what somebody pictured does ("President X announces that")."""
    found = _LEADING_NAME.match(text + " ")
    if text.split(" ", 1)[0].lower() in _CIRCUMSTANCE:
        return False
    if not found or found.start("next") == 0:
        return False
    verb = found["next"].lower()
    third_person = verb.endswith("s") and not verb.endswith("ss") and len(verb) > 3 and verb not in _NOT_PRESENT
    return third_person or verb in _STAND or (verb.endswith("ing") and len(verb) > 5)


def is_credited_picture(text: str) -> bool:
    """Tell whether a sentence in the present tense ends with the name of an agency in brackets."""
    return bool(_CREDIT.search(text[-60:])) and len(text.split()) <= 45 and tells_present(text)


def looks_like_file_label(text: str) -> bool:
    """Tell whether a line is like the name of a picture file made into words: few and all small."""
    words = text.split()
    return len(words) <= 4 and all(re.fullmatch(r"[a-z0-9][a-z0-9_\-]*", word) for word in words)


def in_title_case(text: str) -> bool:
    """Tell whether all weighty words of a line begin with a capital."""
    words = text.split()
    weighty = [word.strip("\"'“”‘’(),:;?!") for word in words if word.lower() not in _SMALL_IN_TITLES]
    letters = [word for word in weighty if word[:1].isalpha()]
    return bool(letters) and all(word[0].isupper() for word in letters) and words[0][:1].isupper()
