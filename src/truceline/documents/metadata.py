"""What is stated beside a text: days in the usual spellings, authors and publishers in lists and addresses."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from urllib.parse import urlsplit

from truceline.domain.dates import UNKNOWN_DAYS, Days
from truceline.domain.document import Published
from truceline.domain.rows import SEPARATOR

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME = r"(?P<name>[A-Za-z]{3,9})\.?"
_SHAPES = tuple(
    re.compile(shape)
    for shape in (
        r"^(?P<year>\d{4})[-/.]?(?P<month>\d{2})[-/.]?(?P<day>\d{2})(?:[T\s].*)?$",
        r"^(?P<year>\d{4})-(?P<month>\d{2})$",
        r"^(?P<year>\d{4})$",
        rf"^(?:[A-Za-z]+,?\s+)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+{_NAME},?\s+(?P<year>\d{{4}})\b.*$",
        rf"^(?:[A-Za-z]+,?\s+)?{_NAME}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})\b.*$",
        rf"^{_NAME},?\s+(?P<year>\d{{4}})$",
    )
)
_NOBODY = re.compile(
    r"https?:|@|\d|^(?:staff|admin(?:istrator)?|editors?|web\s?master|root|user|author|unknown|anonymous|guest|none|n/a)$",
    re.IGNORECASE,
)
"""What programs write where an author is asked for."""
_SOCIAL = ("facebook", "twitter", "x", "instagram", "youtube", "t", "telegram", "patreon", "paypal", "linkedin",
           "whatsapp", "wa", "bit", "google", "apple", "tiktok", "donorbox", "gofundme", "archive", "doi")  # fmt: skip


def stated_days(text: str) -> Days:
    """Give the days that a stated date allows: a day, a month or a year; unknown where it cannot be read.

    Dates of digits whose day and month might be exchanged (3/5/2020) are not read.
    """
    for shape in _SHAPES:
        found = shape.match(text.strip())
        if found and (days := _days(found.groupdict())) is not None:
            return days
    return UNKNOWN_DAYS


def _days(values: dict[str, str | None]) -> Days | None:
    year = int(values["year"] or 0)
    name = (values.get("name") or "")[:3].lower()
    if name and name not in _MONTHS:
        return None
    month = _MONTHS.index(name) + 1 if name else int(values.get("month") or 0)
    day = int(values.get("day") or 0)
    try:
        if day:
            return Days.on(date(year, month, day))
        if month:
            return Days(date(year, month, 1), date(year, month, monthrange(year, month)[1]))
        return Days(date(year, 1, 1), date(year, 12, 31))
    except ValueError:
        return None


def published_on(text: str | None) -> Published:
    """Give the publication that a stated date tells of."""
    days = stated_days(text) if text else UNKNOWN_DAYS
    return Published(days, "stated") if days.known else Published()


def listed_authors(text: str | None) -> tuple[str, ...]:
    """Give the names in a list of authors as metadata print it; "By" and what is no name are left out."""
    names = [re.sub(r"^by\s+", "", name.strip(), flags=re.IGNORECASE) for name in (text or "").split(SEPARATOR.strip())]
    if len(names) == 1:
        names = re.split(r"\s*(?:,|&|\band\b)\s*", names[0])
    kept = (name.strip() for name in names)
    return tuple(dict.fromkeys(name for name in kept if name and not _NOBODY.search(name)))


def site_of(address: str) -> str | None:
    """Give the site of an address as a publisher's name; None for networks on which anybody publishes."""
    try:
        host = urlsplit(address if "//" in address else "//" + address).hostname or ""
    except ValueError:
        return None
    host = host.removeprefix("www.")
    if "." not in host or host.split(".")[-2] in _SOCIAL or host.split(".")[0] in _SOCIAL[:8] or _is_number(host):
        return None
    return host


def _is_number(host: str) -> bool:
    return host.replace(".", "").isdigit()
