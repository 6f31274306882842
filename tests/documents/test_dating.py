"""Publication is stated, or derived from the report's own words, or unknown; never guessed."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truceline.documents.dating import derive_published
from truceline.documents.parts import find_parts
from truceline.domain.dates import Days
from truceline.domain.document import Document, Published


def document(text: str, published: Published | None = None) -> Document:
    sha = hashlib.sha256(text.encode()).hexdigest()
    return Document(
        "report-" + sha[:12], "report.txt", sha, "text/plain", None, None, (), published or Published(), "en", text,
        find_parts(text),
    )  # fmt: skip


STATED = {
    "a dateline with the day in figures": (
        "Rebels lay down arms\n\nBouaké, 23-03-2007 (VNA) – The rebels handed over their first rifles on Friday.",
        "2007-03-23", "2007-03-23",
    ),
    "figures that may be read two ways": (
        "Rebels lay down arms\n\nBouaké, 4-03-2007 (VNA) – The rebels handed over their first rifles.",
        "2007-03-04", "2007-04-03",
    ),
    "a day in the line of the paper and its authors": (
        "A truce, one year on\n\nThe Valley Review, 10 February 2023 · by Ana Ruiz and Piet Mokoena\n\n"
        "The guns were to be silent at once, and in most of the valley they are silent still.",
        "2023-02-10", "2023-02-10",
    ),
    "a line under the headline": (
        "Rebels free forty soldiers\n\n12 May 2018\n\nThe rebels freed forty soldiers on Friday, the army said in a statement.",
        "2018-05-12", "2018-05-12",
    ),
    "a byline with a date": (
        "Truce holds in the valley\n\nBy Ana Ruiz, March 4, 2011\n\nThe truce between the army and the rebels held for a third day.",
        "2011-03-04", "2011-03-04",
    ),
    "the day of a note under its publisher": (
        "Mission in the Hills\nWeekly note, 20 August 2034\n\nOn 13 August armed men attacked the camp of Orlin and killed nine.",
        "2034-08-20", "2034-08-20",
    ),
    "a month below publisher and headline": (
        "Concern for the Coast\nThe Hills: A Fragile Peace\nNovember 2033\n\nThe agreement of 18 August gave the hills a council.",
        "2033-11-01", "2033-11-30",
    ),
    "a day that ends a line of the masthead": (
        "Stara Reka\nWeekly magazine, Orlin, 12 December 2037\n\nTwo years on: a balance\n\n"
        "Two years ago the guns fell silent, and the diplomats packed for Harrow.",
        "2037-12-12", "2037-12-12",
    ),
    "a month behind the number of an issue": (
        "HILL LETTER\nNewsletter of the committees in the north. No. 31, July 2033\nThe general goes home\n\n"
        "On the last day of June the general handed over the ministry.",
        "2033-07-01", "2033-07-31",
    ),
    "a line of agency, day and hour that ends with a stop": (
        "Foes sign peace in castle\n\nBy Ana Ruiz\nHILL PRESS | Thursday, January 17, 2030 | 9:40 p.m.\n\n"
        "ORLIN - Nobody had expected a handshake when the last signature had dried in the castle.",
        "2030-01-17", "2030-01-17",
    ),
    "an ISO date line": (
        "Talks resume\n\n2022-11-03\n\nNegotiators returned to the table after a break of two weeks, diplomats said.",
        "2022-11-03", "2022-11-03",
    ),
    "a dateline with its year": (
        "Shelling kills nine\n\nJUBA, 9 July 2016 (Wire) - Shelling killed nine people in the capital, hospital workers said.",
        "2016-07-09", "2016-07-09",
    ),
    "a dateline with a short year": (
        "PORT ALBA, 23 OCT 89 (WIRE) -- The group said today that it is prepared to declare a truce if the parliament agrees.",
        "1989-10-23", "1989-10-23",
    ),
    "published on, below the story": (
        "Ceasefire signed\n\nThe parties signed a ceasefire after months of talks in the neighbouring capital.\n\n"
        "The president welcomed it, and so did the opposition, which had asked for it for years.\n\n"
        "First published on 21 June 2010",
        "2010-06-21", "2010-06-21",
    ),
    "weekday, month, day and year": (
        "Camp attacked\n\nTuesday, 6 October 2015\n\nGunmen attacked a camp for displaced people in the east of the country.",
        "2015-10-06", "2015-10-06",
    ),
    "a day in brackets before the place": (
        "Rebels free forty soldiers\n\n[May 12, 2018]  BEIRUT (Wire) - The rebels freed forty soldiers on Friday, the army said in a statement.",
        "2018-05-12", "2018-05-12",
    ),
    "place and day in brackets": (
        "Rebels free forty soldiers\n\n(Geneva, 12 May 2018) The rebels freed forty soldiers on Friday, the army said in a statement.",
        "2018-05-12", "2018-05-12",
    ),
    "agency and day in brackets": (
        "Rebels free forty soldiers\n\nTRIPOLI (Desert Herald, 12 May 2018): The rebels freed forty soldiers on Friday, the army said in a statement.",
        "2018-05-12", "2018-05-12",
    ),
    "the day between two dashes": (
        "Rebels free forty soldiers\n\nMogadishu (VNA) – Saturday May 12, 2018 – The rebels freed forty soldiers on Friday, the army said in a statement.",
        "2018-05-12", "2018-05-12",
    ),
    "place, day and agency with stops": (
        "Rebels free forty soldiers\n\nKyiv. 12 May 2018. VALLEY-NEWS - The rebels freed forty soldiers on Friday, the army said in a statement.",
        "2018-05-12", "2018-05-12",
    ),
    "no blank before the year": (
        "Rebels free forty soldiers\n\nBy Wire Service - May 12,2018 - Last updated at May 12,2018\n\nThe rebels freed forty soldiers on Friday, the army said in a statement.",
        "2018-05-12", "2018-05-12",
    ),
    "an ISO day with its hour": (
        "Rebels free forty soldiers\n\n2018-05-12T10:22:00Z\n\nThe rebels freed forty soldiers on Friday, the army said in a statement.",
        "2018-05-12", "2018-05-12",
    ),
    "the year first, with strokes": (
        "Rebels free forty soldiers\n\n2018/05/12\n\nThe rebels freed forty soldiers on Friday, the army said in a statement.",
        "2018-05-12", "2018-05-12",
    ),
    "hyphens around the month": (
        "Rebels free forty soldiers\n\n12-May-2018\n\nThe rebels freed forty soldiers on Friday, the army said in a statement.",
        "2018-05-12", "2018-05-12",
    ),
    "figures with stops and a short year": (
        "Rebels free forty soldiers\n\nNews - 12.05.18\n\nThe rebels freed forty soldiers on Friday, the army said in a statement.",
        "2018-05-12", "2018-05-12",
    ),
    "for immediate release": (
        "Rebels free forty soldiers\n\nFor immediate release: May 12, 2018\n\nThe rebels freed forty soldiers on Friday, the army said in a statement.",
        "2018-05-12", "2018-05-12",
    ),
    "date of publication": (
        "Rebels free forty soldiers\n\nDate of publication: 12 May 2018\n\nThe rebels freed forty soldiers on Friday, the army said in a statement.",
        "2018-05-12", "2018-05-12",
    ),
    "the day the page was read, above the headline": (
        "Monday, January 6, 2025\n\nRebels accuse the army\n\nMay 12, 2018 (JUBA) – The rebels freed forty soldiers on Friday.",
        "2018-05-12", "2018-05-12",
    ),
    "posted by somebody under a heading": (
        "Rebels free forty soldiers\n\nPosted: May 12, 2018 by Valley Media in Highland News, Press Release\n\n"
        "The rebels freed forty soldiers on Friday, the army said in a statement.",
        "2018-05-12", "2018-05-12",
    ),
    "a stop behind the day of the dateline": (
        "Rebels free forty soldiers\n\nMINSK, 12 May 2018. The rebels freed forty soldiers on Friday, the army said in a statement.",
        "2018-05-12", "2018-05-12",
    ),
    "the day behind the agency": (
        "Rebels free forty soldiers\n\nKABUL (Wire) 12 May 2018 - The rebels freed forty soldiers on Friday, the army said.",
        "2018-05-12", "2018-05-12",
    ),
    "only a month": (
        "Rebels free forty soldiers\n\nMay 2018\n\nThe rebels freed forty soldiers on Friday, the army said in a statement.",
        "2018-05-01", "2018-05-31",
    ),
    "a season of an issue": (
        "Rebels free forty soldiers\n\nSpring 2018\n\nThe rebels freed forty soldiers on Friday, the army said in a statement.",
        "2018-03-01", "2018-06-20",
    ),
    "two months of an issue": (
        "Rebels free forty soldiers\n\nMay-June 2018\n\nThe rebels freed forty soldiers on Friday, the army said in a statement.",
        "2018-05-01", "2018-06-30",
    ),
    "figures of two readings, decided by those of the story": (
        "Rebels lay down arms\n\nBouaké, 4-03-2007 (VNA) – The rebels handed over their first rifles. "
        "The deadline had been set for 28-02-2007 by both sides.",
        "2007-03-04", "2007-03-04",
    ),
    "figures of two readings, decided by a weekday": (
        "Rebels lay down arms\n\nTuesday, 4-03-2008\n\nThe rebels handed over their first rifles, the mission said on radio.",
        "2008-03-04", "2008-03-04",
    ),
    "figures of two readings, decided by what is told as past": (
        "Rebels lay down arms\n\nBouaké, 4-05-2007 (VNA) – The rebels handed over their first rifles. "
        "The accord was signed on 24 April 2007 after weeks of talks.",
        "2007-05-04", "2007-05-04",
    ),
    "figures of two readings, decided by what is to come": (
        "Rebels lay down arms\n\nBouaké, 7-04-2007 (VNA) – The rebels handed over their first rifles. "
        "Elections will be held on 20 May 2007 across the country.",
        "2007-04-07", "2007-04-07",
    ),
    "the days of an issue": (
        "Rebels free forty soldiers\n\nIssue 23, 12-19 May 2018\n\nThe rebels freed forty soldiers on Friday, the army said in a statement.",
        "2018-05-12", "2018-05-19",
    ),
}  # fmt: skip

DERIVED = {
    "the report of a whole year": (
        "Hill Rights Documentation\nYearly report for 2034\n\nSoldiers set about twenty houses on fire in Orlin and killed a priest.",
        "2034-12-01", "2035-12-31",
    ),
    "the report of some months": (
        "Southern Peace Watch\nQuarterly report, July to September 2034\n\n1. Overview\nThe quarter saw 31 incidents, "
        "down from 44 in the previous quarter. Rebels freed two hostages in Orlin.",
        "2034-09-16", "2034-12-31",
    ),
    "a situation report as of a day": (
        "Valley crisis: Situation Report No. 50 (as of 21 August 2014)\n\nRebels shelled the camp on 19 August, and "
        "some 4,000 people fled to the hills. The next report will be issued on or around 28 August.",
        "2014-08-21", "2014-08-27",
    ),
    "the period that a bulletin covers": (
        "Valley crisis: weekly bulletin\n\nReporting period: 14 - 20 August 2014\n\nRebels shelled the camp on Tuesday, "
        "and some 4,000 people fled to the hills.",
        "2014-08-20", "2014-09-03",
    ),
    "the year of a copyright line and a dateline without its year": (
        "Rebels free forty soldiers\n\nTRIPOLI, 12 May (Wire) - The rebels freed forty soldiers on Saturday.\n\n"
        "The army had asked for their release for months, and so had their families.\n\n© 2018 Desert Herald",
        "2018-05-12", "2018-05-12",
    ),
    "a copyright line by the moon": (
        "Rebels free forty soldiers\n\nTRIPOLI, 12 May (Wire) - The rebels freed forty soldiers on Saturday.\n\n"
        "The army had asked for their release for months, and so had their families.\n\n© Desert Herald 1439 AH",
        "2018-05-12", "2018-05-12",
    ),
    "a span of years, which ends when the page was fetched": (
        "Rebels free forty soldiers\n\nThe rebels freed forty soldiers on Saturday, the army said in a statement.\n\n"
        "The truce was signed on 12 May 2009 after months of talks.\n\n© 2003-2018 Desert Herald",
        "2009-05-12", "2018-12-31",
    ),
    "a copyright years after what is told": (
        "Rebels free forty soldiers\n\nThe rebels freed forty soldiers on Saturday, the army said in a statement.\n\n"
        "The truce was signed on 12 May 2009 after months of talks.\n\n© 2018 Desert Herald",
        "2009-05-12", "2018-12-31",
    ),
    "last Saturday with its day": (
        "The rebels freed forty soldiers last Saturday, 12 May 2018, and the army thanked them for it.",
        "2018-05-13", "2018-05-19",
    ),
    "what has happened on a printed day": (
        "The guerrillas have also killed hundreds of soldiers, including 27 during an attack on the base on March 4, 2022. "
        "The army denied it.",
        "2022-03-04", None,
    ),
    "what has happened since a printed month": (
        "The army has killed at least 107 villagers in the valley since December 2021, the monitors said today.",
        "2021-12-01", None,
    ),
    "a weekday fixes the year soon after the newest one": (
        "Shells hit the market on Friday morning, 4 February, and killed nine. "
        "The siege, which began in May 1993, goes on. Talks are to resume on 16 February.",
        "1994-02-04", "1994-02-15",
    ),
    "a weekday of no near year fixes nothing": (
        "Shells hit the market on Friday morning, 3 February, and killed nine. The siege began in May 2003.",
        "2003-05-01", None,
    ),
    "a full past date bounds it below": (
        "The accord was signed on 24 November 2016. The guerrillas moved to camps, and the army left the valley to them.",
        "2016-11-24", None,
    ),
    "the latest past date counts": (
        "The war began in March 2004. A truce was signed on 9 January 2005. Fighting flared on 30 July 2005 in the capital.",
        "2005-07-30", None,
    ),
    "a bare past year is over": (
        "In 2013, the two sides fought over the border town. The president dismissed his deputy and the army split.",
        "2014-01-01", None,
    ),
    "a year to come bounds it above": (
        "In 2013, the army mutinied. Elections will be held in 2015, the opposition says.",
        "2014-01-01", "2015-12-31",
    ),
    "an election that people look to": (
        "In 2013, the army mutinied. The president is eager to improve his chances in the 2015 presidential elections.",
        "2014-01-01", "2015-12-31",
    ),
    "a past day without its year": (
        "In 2013, the army mutinied. Elections will be held in 2014. "
        "On June 9, the two leaders met in the capital and promised to form a government.",
        "2014-06-09", "2014-12-31",
    ),
    "a day still to come": (
        "In 2013, the army mutinied. Elections are to be held in 2014. The talks will resume on August 4, "
        "mediators said.",
        "2014-01-01", "2014-08-03",
    ),
    "past and coming days together": (
        "In 2017, the province voted. On September 25, its people marched. The ministers are to meet by October 10. "
        "A census will be held in 2018.",
        "2018-09-25", "2018-10-09",
    ),
    "years since a printed beginning": (
        "The uprising began in 1996. Ten years after, nobody had won. The rebels signed nothing. The 12-year-old uprising "
        "has cost thousands of lives.",
        "2008-01-01", "2009-12-31",
    ),
    "nearly so many years": (
        "The war has lasted for nearly a generation. The country was invaded in 2003, and nearly nine years of war have left "
        "it in ruins.",
        "2011-01-01", "2012-12-31",
    ),
    "yesterday with its date": (
        "The rebels shelled the port yesterday, 14 August 2020, and killed three dockers, the governor said.",
        "2020-08-15", "2020-08-15",
    ),
    "a weekday fixes the year": (
        "In 2014, the rebels took the town. The two armies will pull back in 2018. On Wednesday, March 7, "
        "shells fell on the market.",
        "2018-03-07", "2018-12-31",
    ),
    "a month after its year": (
        "In 2009, the army won the war, until the rebels came back in August and took the port.",
        "2010-01-01", None,
    ),
    "a month of a year told inside its sentence": (
        "There was some progress in 2009, but talks were broken off in August after a raid on the port.",
        "2009-08-01", None,
    ),
    "years ago": (
        "Soldiers seized power in the coup of 1991. Twenty-one years ago the coup ended democracy; today its leaders stand trial.",
        "2012-01-01", "2013-12-31",
    ),
    "a deadline ahead and a past month": (
        "The pact was signed in February 2019. All armed groups must leave the cities by 1 June 2019.",
        "2019-02-01", "2019-06-01",
    ),
    "a dateline's year follows from the rest": (
        "PORT ALBA, March 4 (Wire) - The pact was signed on 20 February 2019. All armed groups must leave the cities by "
        "1 June 2019, it says.",
        "2019-03-04", "2019-03-04",
    ),
    "told dates need no order": (
        "A second massacre followed on 5 May 1999. The first was reported on 2 April 1999 from the hills.",
        "1999-05-05", None,
    ),
}  # fmt: skip

UNKNOWN = {
    "weekdays alone": "Rebels attacked a convoy on Monday and killed six soldiers. The army struck back on Tuesday, officials said.",
    "yesterday alone": "The president met the rebel leader yesterday. Both said that they would meet again next month.",
    "no dates": "The two sides agreed to stop fighting. Observers doubt that the truce will hold in the hills of the north.",
    "a number that is no year": "More than 2015 people were counted in the camp, and the 1998 tents were full.",
    "a unit's number": "The 1947 Battalion crossed the river and the rebels fled to the hills on the other bank.",
    "last month": "The ceasefire of last month has held, and the observers of the union counted only four breaches.",
    "a day without any year": "Gunmen attacked the village on March 3, killing twelve people, and burned the school.",
}

OPEN = "The pact was signed on 24 August 2016. "
BOUND_NOTHING = {
    "what would happen": "The commander said the vote would be held on October 2.",
    "a running year": "Two thirds of the money raised by the parties in 2017 came from abroad.",
    "a year after a noun": "The governor, who stands for election in 2018, said that the truce holds.",
    "an offer": "The rebels offered to meet the minister on November 4.",
    "a condition": "If the army attacked on December 5, the pact would be void.",
    "a perfect": "In 2017, the army has lost forty soldiers.",
    "a bare month": "A convoy was attacked in July and two drivers were killed.",
    "the year of an election": "The minister did well in the 2018 elections, say his friends.",
    "the year of something else": "The minister will speak of the 1998 crisis in parliament.",
    "an old deadline": "The army had to leave the province by 3 March 2015.",
}


@pytest.mark.parametrize("text", BOUND_NOTHING.values(), ids=BOUND_NOTHING.keys())
def test_what_may_be_past_or_future_bounds_nothing(text: str) -> None:
    assert derive_published(document(OPEN + text)).days == Days.between("2016-08-24", None)


@pytest.mark.parametrize(("text", "earliest", "latest"), STATED.values(), ids=STATED.keys())
def test_a_date_line_states_publication(text: str, earliest: str, latest: str) -> None:
    found = derive_published(document(text))
    assert found.basis == "stated"
    assert found.days == Days.between(earliest, latest)
    assert all(document(text).carries(quote) for quote in found.quotes)
    assert found.quotes


@pytest.mark.parametrize(("text", "earliest", "latest"), DERIVED.values(), ids=DERIVED.keys())
def test_the_words_of_a_report_bound_publication(text: str, earliest: str, latest: str | None) -> None:
    found = derive_published(document(text))
    assert found.days == Days.between(earliest, latest)
    assert found.basis == "derived"
    assert found.quotes


@pytest.mark.parametrize("text", UNKNOWN.values(), ids=UNKNOWN.keys())
def test_nothing_is_guessed(text: str) -> None:
    assert derive_published(document(text)) == Published()


def test_a_page_without_stops_is_read_in_time() -> None:
    found = derive_published(document("On 3 March 2015 they met and in 2016 they " * 4_000))
    assert found.days.earliest == Days.on("2015-03-03").earliest or found.days.known


def test_metadata_is_kept() -> None:
    stated = Published(Days.on("2001-02-03"), "stated")
    text = "Truce signed\n\n4 March 2005\n\nThe parties signed a truce after a long night of talks in the capital."
    assert derive_published(document(text, stated)) == stated


WORDS = (
    "In 2018, on March 3 they will met . \n\n by June 2019 the war of 2001 18 years ago yesterday (5 May 2020) Wednesday, until "
    "Published: 4 July 2016 —"
)
PIECES = st.sampled_from(WORDS.split(" "))


@given(st.lists(PIECES, min_size=1, max_size=40))
def test_no_text_breaks_dating_and_quotes_are_its_own(words: list[str]) -> None:
    made = document(" ".join(words))
    found = derive_published(made)
    assert (found.basis == "unknown") is not found.days.known
    assert all(made.carries(quote) for quote in found.quotes)
    assert bool(found.quotes) is found.days.known


def test_a_release_promised_in_the_last_paragraph_is_no_day_of_publication() -> None:
    text = (
        "The truce held for a week and the road was open.\n\n"
        "The remaining prisoners of the front will be released by 3 March 2021, the minister promised."
    )
    assert derive_published(document(text)).basis == "derived"
