"""What a deed becomes that is promised, threatened, wished for or ended: types and modes as PLOVER has them."""

from __future__ import annotations

HOSTILE = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "PROTEST", "THREATEN", "ACCUSE"})

AS_PROMISED = {
    "CONSULT": "AGREE", "SUPPORT": "AGREE", "COOPERATE": "AGREE", "AID": "AGREE", "AGREE": "AGREE",
    "RETREAT": "CONCEDE", "CONCEDE": "CONCEDE", "REQUEST": "REQUEST", "REJECT": "REJECT", "ACCUSE": "THREATEN",
    "THREATEN": "THREATEN", "PROTEST": "THREATEN", "SANCTION": "THREATEN", "MOBILIZE": "THREATEN",
    "COERCE": "THREATEN", "ASSAULT": "THREATEN",
}  # fmt: skip
"""What PLOVER calls the announcement of one's own deed (manual: future CONSULT is AGREE, future RETREAT CONCEDE)."""

MODE_OF_THREAT = {
    "ASSAULT": "violence", "MOBILIZE": "violence", "PROTEST": "restrict", "SANCTION": "relations", "COERCE": "restrict",
}  # fmt: skip
MODE_OF_WISH = {
    "CONSULT": "meet", "AGREE": "meet", "AID": "assist", "COOPERATE": "assist", "SUPPORT": "assist",
    "CONCEDE": "yield", "RETREAT": "yield", "OTHER": "change", "SANCTION": "change", "COERCE": "change",
}  # fmt: skip
"""Mode of a demand or refusal by the type of what is demanded or refused."""
STOPPED = {
    "CONSULT": ("SANCTION", "discontinue"), "AID": ("SANCTION", "discontinue"),
    "COOPERATE": ("SANCTION", "discontinue"),
    "SUPPORT": ("REJECT", None), "AGREE": ("REJECT", None), "ASSAULT": ("RETREAT", "ceasefire"),
    "MOBILIZE": ("RETREAT", "withdraw"), "PROTEST": ("CONCEDE", None), "COERCE": ("CONCEDE", None),
    "SANCTION": ("CONCEDE", None), "THREATEN": ("CONCEDE", None), "RETREAT": ("REJECT", "yield"),
    "CONCEDE": ("REJECT", "yield"), "REQUEST": ("CONCEDE", None), "ACCUSE": ("CONCEDE", None),
}  # fmt: skip
"""What it is to end a deed of a type."""


def mode_of_wish(type_: str, *, negated: bool = False) -> str | None:
    """Give the mode of a demand for a deed: to end violence or arrests is to yield."""
    if type_ in HOSTILE and (negated or type_ in ("ASSAULT", "MOBILIZE", "COERCE")):
        return "yield" if type_ != "SANCTION" else "change"
    return MODE_OF_WISH.get(type_)
