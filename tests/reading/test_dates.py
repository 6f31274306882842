"""Time expressions are found in sentences, dated, and given to the words that they date."""

from __future__ import annotations

import hashlib
from functools import lru_cache

import pytest

from truceline.domain.dates import Days, When
from truceline.domain.document import Document, Part, Published
from truceline.reading.dates.dates import date_of, read_dates
from truceline.reading.language_model import load
from truceline.reading.scene import DateMention, Text

pytestmark = pytest.mark.network

PUBLISHED = Days.on("2023-03-16")  # a Thursday


@lru_cache(maxsize=256)
def read(text: str, published: Days = PUBLISHED) -> tuple[Text, tuple[DateMention, ...]]:
    sha = hashlib.sha256(text.encode()).hexdigest()
    document = Document(
        "report-" + sha[:12], "report.txt", sha, "text/plain", None, None, (), Published(published, "stated"), "en", text,
        (Part("body", 0, len(text)),),
    )  # fmt: skip
    whole = Text(document, load().read(document))
    return whole, read_dates(whole)


FOUND = [
    ("Rebels attacked a convoy on Monday.", ["Monday"]),
    ("The deal was signed on 2 November 2022 in Pretoria.", ["2 November 2022"]),
    ("He was released three days later, in early May.", ["three days later", "early May"]),
    ("The army will leave by the end of July.", ["by the end of July"]),
    ("Fighting has gone on since January.", ["since January"]),
    ("Between May and July 2019, militias killed 120 villagers.", ["May and July 2019"]),
    ("The talks begin on March 21—next Tuesday.", ["March 21—next Tuesday"]),
    ("The second round is to be held within 135 days.", ["135 days"]),
    ("Voters chose him in the 2018 elections.", ["2018"]),
    ("Troops march on the capital and may fall back.", []),
    ("In the late 1990s the front split, and in September of last year it split again.",
     ["late 1990s", "September of last year"]),
    ("Ten soldiers were killed overnight.", ["overnight"]),
    ("The pact was signed on 29 Feb 2020 (10 Hoot 1398).", ["29 Feb 2020 (10 Hoot 1398)"]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "words"), FOUND, ids=[f[0] for f in FOUND])
def test_expressions_are_found_with_their_bounds(sentence: str, words: list[str]) -> None:
    _, dates = read(sentence)
    assert [d.when.text.removeprefix("the ") for d in dates if d.when.text] == words


DATED = [  # a text, the word, and the days that date it
    ("Rebels attacked a convoy on Monday.", "attacked", "2023-03-13", "2023-03-13"),
    ("The bombing took place last week in the north.", "bombing", "2023-03-06", "2023-03-12"),
    ("An attack carried out on Friday killed nine people.", "attack", "2023-03-10", "2023-03-10"),
    ("Gunmen launched an attack on Saturday.", "attack", "2023-03-11", "2023-03-11"),
    ("The general said on Tuesday that troops would withdraw by the end of July.", "said", "2023-03-14", "2023-03-14"),
    ("The general said on Tuesday that troops would withdraw by the end of July.", "withdraw", None, "2023-07-31"),
    ("The ministry said Wednesday the soldiers had died overnight.", "died", "2023-03-15", "2023-03-16"),
    ("The president, elected in 2018, met rebel leaders on 4 March.", "elected", "2018-01-01", "2018-12-31"),
    ("The president, elected in 2018, met rebel leaders on 4 March.", "met", "2023-03-04", "2023-03-04"),
    ("Talks collapsed in 2013 but resumed in February of the following year.", "resumed", "2014-02-01", "2014-02-28"),
    ("They promised to disarm by 1 June.", "disarm", None, "2023-06-01"),
    ("Negotiators will meet again next month in Geneva.", "meet", "2023-04-01", "2023-04-30"),
    ("A second round is planned for 12 April.", "planned", "2023-04-12", "2023-04-12"),
    ("In October 2015, the party won the vote. In November it formed a government.", "formed", "2015-11-01", "2015-11-30"),
    ("More than 300 people have been killed since January.", "killed", "2023-01-01", "2023-03-16"),
    ("The two sides have observed a truce since the 2016 accord.", "observed", "2016-01-01", None),
    ("Rebels attacked a convoy on March 3, a day after the army shelled their base.", "shelled", "2023-03-02", "2023-03-02"),
    ("Rebels freed him two days after the raid on March 3.", "freed", "2023-03-05", "2023-03-05"),
    ("Soldiers launched a raid on Friday. The raid came two days after rebels held a rally.", "held", "2023-03-08", "2023-03-08"),
    ("Soldiers launched a raid on Friday. The raid came two days after rebels held a rally.", "came", "2023-03-10", "2023-03-10"),
    ("The pact calls for talks to begin on March 21—next Tuesday.", "talks", "2023-03-21", "2023-03-21"),
    ("It frees the men by April 10, the date on which talks are set to begin.", "begin", "2023-04-10", "2023-04-10"),
    ("The rebels won a string of victories in 2018 and 2019.", "victories", "2018-01-01", "2019-12-31"),
    ("Violence fell sharply in the first quarter of this year.", "fell", "2023-01-01", "2023-03-31"),
    ("The army launched an offensive on 3 May 2019. It took the town two days later.", "took", "2019-05-05", "2019-05-05"),
    ("The 2015 invasion was short.", "invasion", "2015-01-01", "2015-12-31"),
]  # fmt: skip

UNDATED = [
    ("The general said on Tuesday that the truce held.", "held"),
    ("The accord was to be implemented within six months.", "implemented"),
    ("The first raid in 11 days killed two men.", "killed"),
    ("Rebels attacked a convoy.", "attacked"),
    ("The ministers met on Monday amid rising clashes.", "clashes"),
    ("Talks are to begin on Monday amid rising clashes.", "clashes"),
    ("The commander led the group for 18 years.", "led"),
    ("The president, elected in 2018, met rebel leaders.", "met"),
]


def dated(text: str, word: str, published: Days = PUBLISHED) -> When | None:
    whole, dates = read(text, published)
    spots = [(s, i) for s in whole.sentences for i, w in enumerate(s.words) if w.text == word]
    assert spots, word
    sentence, index = spots[0]
    return date_of(sentence, dates, index)


@pytest.mark.parametrize(("text", "word", "earliest", "latest"), DATED, ids=[f"{d[1]}: {d[0]}" for d in DATED])
def test_a_date_belongs_to_its_word(text: str, word: str, earliest: str | None, latest: str | None) -> None:
    found = dated(text, word)
    assert found is not None
    assert found.days == Days.between(earliest, latest)


@pytest.mark.parametrize(("text", "word"), UNDATED, ids=[f"{u[1]}: {u[0]}" for u in UNDATED])
def test_a_word_without_a_date_gets_none(text: str, word: str) -> None:
    assert dated(text, word) is None


def test_without_publication_only_printed_dates_are_known() -> None:
    _, dates = read("On Monday, troops left. They had come in June 2014.", Days())
    assert [(d.when.basis, d.when.days.known) for d in dates] == [("unknown", False), ("stated", True)]


HISTORY = """The uprising began in March 1954. The army struck back in 1955 and again in 1956. In November 1957, the rebels took
the port. In January they lost it. The capital fell on 3 June 1958. Talks opened on 9 July and ended the following year."""


def test_in_a_history_bare_dates_belong_to_its_years() -> None:
    _, dates = read(HISTORY)
    found = {d.when.text: (str(d.when.days.earliest), str(d.when.days.latest)) for d in dates}
    assert found["January"] == ("1958-01-01", "1958-01-31")
    assert found["9 July"] == ("1958-07-09", "1958-07-09")
    assert found["the following year"] == ("1959-01-01", "1959-12-31")


def test_an_entry_of_a_list_without_a_year_is_of_the_year_of_the_entry_before() -> None:
    _, dates = read("7 August 2018: Rebels attack Orlin.\n\n10 August: Rebels leave Orlin.\n\n26 August: Talks begin.")
    assert [d.when.days for d in dates] == [Days.on("2018-08-07"), Days.on("2018-08-10"), Days.on("2018-08-26")]


def test_a_story_told_in_a_year_that_is_over_goes_on_in_it() -> None:
    _, dates = read("In early 2022 ten men came home. On 31 March the rebels let 120 captives go.")
    assert dates[-1].when.days == Days.on("2022-03-31")


def test_a_date_just_ahead_without_a_year_is_not_that_of_a_year_ago() -> None:
    _, dates = read("Talks open in Orlin on 11 April, with a date for elections on the agenda.")
    assert dates[-1].when.days == Days.on("2023-04-11")


@pytest.mark.parametrize(
    ("text", "word", "latest"),
    [
        ("The rebels had to hand over their arms by February 1.", "hand", "2023-02-01"),
        ("Under the accord 500 men were meant to be free by 10 January.", "free", "2023-01-10"),
        ("The text provides for the release of 500 men by 10 January.", "release", "2023-01-10"),
        ("The text provides for the release of 500 men by 10 September.", "release", "2023-09-10"),
        ("The army will leave the town by 10 January.", "leave", "2024-01-10"),
        ("The rebels had to hand over their arms by April 1.", "hand", "2023-04-01"),
    ],
)
def test_a_term_without_its_year_may_have_run_out(text: str, word: str, latest: str) -> None:
    found = dated(text, word)
    assert found is not None
    assert str(found.days.latest) == latest
