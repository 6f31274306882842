"""Dates of other calendars that agreements and reports print beside ours."""

from __future__ import annotations

from datetime import date, timedelta

from truceline.domain.dates import Days

SOLAR_HIJRI = {
    name: month
    for month, names in enumerate(
        (
            ("hamal", "farvardin"), ("sawr", "saur", "sowr", "ordibehesht"), ("jawza", "jauza", "khordad"),
            ("saratan", "tir"), ("asad", "mordad"), ("sonbola", "sunbula", "sonbolah", "shahrivar"),
            ("mizan", "mehr"), ("aqrab", "aban"), ("qaws", "qaus", "azar"), ("jadi", "jaddi", "dey"),
            ("dalw", "dalwa", "bahman"), ("hoot", "hut", "esfand"),
        ),
        start=1,
    )
    for name in names
}  # fmt: skip
LUNAR_HIJRI = {
    name: month
    for month, names in enumerate(
        (
            ("muharram",), ("safar",), ("rabi al-awwal", "rabi i"), ("rabi al-thani", "rabi al-akhir", "rabi ii"),
            ("jumada al-awwal", "jumada al-ula", "jumada i"),
            ("jumada al-thani", "jumada al-akhira", "jumada al-akhirah", "jumada ii"),
            ("rajab",), ("shaban", "sha'ban", "shaaban"), ("ramadan", "ramazan", "ramadhan"), ("shawwal",),
            ("dhu al-qadah", "dhu al-qa'dah", "dhul qadah", "dhul-qadah", "zul-qaida"),
            ("dhu al-hijjah", "dhul hijjah", "dhul-hijjah", "zul-hijja"),
        ),
        start=1,
    )
    for name in names
}  # fmt: skip
ETHIOPIAN = {
    name: month
    for month, names in enumerate(
        (
            ("meskerem",), ("tikimt", "tekemt"), ("hidar", "hedar"), ("tahsas", "tahisas"), ("tir", "ter"),
            ("yekatit",), ("megabit",), ("miyazya", "miazia"), ("ginbot", "genbot"), ("sene",), ("hamle",),
            ("nehase", "nehasse"), ("pagume", "pagumen"),
        ),
        start=1,
    )
    for name in names
}  # fmt: skip

_SOLAR_EPOCH = date(622, 3, 21).toordinal()
_LUNAR_EPOCH = date(622, 7, 19).toordinal()
_ETHIOPIAN_EPOCH = date(8, 8, 27).toordinal()
_SIGHTING = timedelta(days=1)
"""The lunar month begins when the moon is seen, up to a day from the tables."""


def _solar_new_year(year: int) -> int:
    """Give the day number of the first of Hamal, by the arithmetic of 33 years (right from 1780 to 2250)."""
    return _SOLAR_EPOCH + 365 * (year - 1) + (8 * year + 21) // 33


def solar_hijri(year: int, month: int, day: int) -> date:
    """Turn a day of the Solar Hijri calendar (Afghanistan, Iran) into ours."""
    before = 31 * (month - 1) if month <= 7 else 186 + 30 * (month - 7)
    number = _solar_new_year(year) + before + day - 1
    if not (1 <= month <= 12 and 1 <= day <= (31 if month < 7 else 30) and number < _solar_new_year(year + 1)):
        raise ValueError(f"no such day in the Solar Hijri calendar: {year}-{month}-{day}")
    return date.fromordinal(number)


def lunar_hijri(year: int, month: int, day: int) -> date:
    """Turn a day of the tabular Islamic calendar into ours; the moon may differ by a day."""
    if not (1 <= month <= 12 and 1 <= day <= 30):
        raise ValueError(f"no such day in the Islamic calendar: {year}-{month}-{day}")
    months = -(-59 * (month - 1) // 2)
    return date.fromordinal(_LUNAR_EPOCH + (year - 1) * 354 + (3 + 11 * year) // 30 + months + day - 1)


def ethiopian(year: int, month: int, day: int) -> date:
    """Turn a day of the Ethiopian calendar into ours."""
    if not (1 <= month <= 13 and 1 <= day <= (30 if month < 13 else 6)):
        raise ValueError(f"no such day in the Ethiopian calendar: {year}-{month}-{day}")
    return date.fromordinal(_ETHIOPIAN_EPOCH + 365 * (year - 1) + year // 4 + 30 * (month - 1) + day - 1)


def other_day(day: int, month: str, year: int) -> Days | None:
    """Give the days that a day of another calendar allows, or None if it is of none we know."""
    try:
        if month in SOLAR_HIJRI and 1300 <= year <= 1500:
            return Days.on(solar_hijri(year, SOLAR_HIJRI[month], day))
        if month in LUNAR_HIJRI and 1300 <= year <= 1600:
            found = lunar_hijri(year, LUNAR_HIJRI[month], day)
            return Days(found - _SIGHTING, found + _SIGHTING)
        if month in ETHIOPIAN and 1900 <= year <= 2100:
            return Days.on(ethiopian(year, ETHIOPIAN[month], day))
    except ValueError:
        return None
    return None
