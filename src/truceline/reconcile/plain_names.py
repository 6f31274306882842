"""Names as they are compared: without case, accents, possessives and punctuation."""

from __future__ import annotations

import re
import unicodedata


def plain_name(name: str) -> str:
    """Give a name in plain form."""
    letters = unicodedata.normalize("NFKD", name.casefold().replace("’", "'").replace("'s", ""))
    return " ".join(re.findall(r"[^\W_]+", "".join(c for c in letters if not unicodedata.combining(c))))
