from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truceline.documents import make_document
from truceline.documents.bylines import authors_of, glued_dateline, is_date_line
from truceline.documents.cues import cue_of, part_cues
from truceline.documents.parts import find_parts
from truceline.domain.document import Document, Report
from truceline.errors import EmptyReport
from truceline.vocabulary import rows

LETTERS = {"H": "headline", "W": "byline", "D": "dateline", "B": "body", "C": "caption", "X": "boilerplate"}

ONE = (
    "B:Government troops and rebels exchanged fire near the Saroya dam on Tuesday, a day after both had signed a truce."
)
TWO = "B:The army said that two soldiers had been wounded. A rebel spokesman denied that his men had opened fire first."
THREE = "B:“We will keep our word as long as the other side keeps its own,” he said by telephone from the hills."
FOUR = "B:Monitors of the regional bloc are due to arrive on Friday. They will report to the committee that both sides chair."

LAYOUTS: dict[str, list[str]] = {
    "headline and story": ["H:Fighting resumes at Saroya dam", ONE, TWO],
    "kicker before the headline": ["H:MINDANAO: Fighting Resumes a Day After the Truce", ONE, TWO],
    "kicker on a line of its own": ["H:SRI LANKA", "H:Fighting resumes at the dam", ONE, TWO],
    "headline that ends with a question mark": ["H:Who broke the truce at Saroya?", ONE, TWO],
    "byline and date": ["H:Fighting resumes at dam", "W:By Nimal Perera and Chathura de Silva", "D:5 March 2031", ONE, TWO],
    "date before byline": ["H:Fighting resumes at dam", "D:March 5, 2031", "W:By NIMAL PERERA", ONE, TWO],
    "bare name beside a date": ["H:Fighting resumes at dam", "W:Nimal Perera", "D:Thursday 5 March 2031", ONE, TWO],
    "bare name before the story": ["H:Fighting resumes at dam", "W:Nimal Perera", ONE, TWO],
    "date with hour and update": ["H:Fighting resumes", "D:Published: 5 March 2031 10:00 GMT | Updated: 6 March 2031", ONE, TWO],
    "deck below the headline": ["H:Fighting resumes at dam", "H:Both sides accuse each other of opening fire", "W:By N. Perera", ONE],
    "deck that is a sentence": ["H:Fighting resumes at dam", "B:Both sides accuse each other of opening fire on Tuesday.", ONE],
    "glued dateline of an agency": ["H:Fighting resumes", "D:COLOMBO, March 5 (Agency) —|" + ONE, TWO],
    "glued dateline without a date": ["H:Fighting resumes", "D:COLOMBO —|" + ONE, TWO],
    "glued dateline with country": ["H:Fighting resumes", "D:Juba, South Sudan –|" + ONE, TWO],
    "glued dateline with colon": ["H:Fighting resumes", "D:KATHMANDU, March 5:|" + ONE, TWO],
    "photo line under the headline": ["H:Fighting resumes", "C:Photo: Soldiers of the 5th brigade rest near the dam.", "W:By N. Perera", ONE],
    "photo credit": ["H:Fighting resumes", ONE, "C:Soldiers rest near the dam on Tuesday (AP Photo/Nimal Perera)", TWO],
    "sides of a picture": ["H:Fighting resumes", ONE, "C:Minister Rosa Quintero (left) and commander Iván Torres (right)", TWO],
    "graphic": ["H:Fighting resumes", ONE, "C:Map showing who holds the valley", TWO],
    "office of a pictured person": ["H:Fighting resumes", ONE, "C:Col. Samuel Deng Akol, commander of the northern sector", TWO],
    "present tense of a pictured person": [
        "H:Fighting resumes", ONE,
        "C:President Rosa Quintero announces that the army will not leave the valley before the monitors arrive", TWO,
    ],
    "file name and caption": ["H:Fighting resumes", ONE, "C:saroya dam", "C:Ruins of the pump house near Saroya", TWO],
    "file name with ending": ["H:Fighting resumes", ONE, "C:IMG_2041.jpg", TWO],
    "sub-heading in title case": ["H:Fighting resumes", ONE, TWO, "H:The Road to Talks", THREE, FOUR],
    "sub-heading as a question": ["H:Fighting resumes", ONE, TWO, "H:What does the truce say", THREE, FOUR],
    "paragraph broken by a page": [
        "H:Fighting resumes", ONE, "B:The rebels, who hold both banks of the river and most of the",
        "B:villages in the upper valley, said that they would stay.", TWO,
    ],
    "broken before a capital and a comma": ["H:Fighting resumes", ONE, "B:The list, he said, names the prisoners held in the north,",
                                            "B:among them forty who are ill.", TWO],
    "list after a colon": ["H:Fighting resumes", ONE, "B:The text has three points:", "B:- the dam is left by both",
                           "B:- prisoners are freed within a month", "B:- monitors report each week", TWO],
    "list without bullets": ["H:Fighting resumes", ONE, "B:The parties agreed on the following:", "B:Release of all prisoners",
                             "B:Withdrawal from the dam", "B:Weekly reports of the monitors", TWO],
    "comments and share bar": ["H:Fighting resumes", ONE, TWO, "X:Share this article", "X:Facebook | Twitter | WhatsApp",
                               "X:Comments are closed."],
    "readers' comments below the story": ["H:Fighting resumes", ONE, TWO, THREE, FOUR, "X:Leave a comment",
                                          "X:they never wanted peace anyway", "X:Sad day for the valley"],
    "donation and contact": ["H:Fighting resumes", ONE, TWO, "X:We rely on readers like you. Please donate today.",
                             "X:To contact the editors, write to:", "X:editors@courier.example.org", "X:<https://www.courier.example>"],
    "read more within the story": ["H:Fighting resumes", ONE, "X:Read more: Who holds the dams of the valley?", TWO],
    "advertisement within the story": ["H:Fighting resumes", ONE, "X:Advertisement", TWO, "X:ADVERTISEMENT", THREE],
    "newsletter": ["H:Fighting resumes", ONE, "X:Sign up for our weekly newsletter.", TWO],
    "copyright": ["H:Fighting resumes", ONE, TWO, "X:© 2031 Valley Herald. All rights reserved."],
    "credits of an agency": ["H:Fighting resumes", ONE, TWO, "X:(Reporting by Nimal Perera; Editing by Rosa Quintero)"],
    "note on the author": ["H:Fighting resumes", ONE, TWO, THREE, "X:Nimal Perera is a freelance journalist in Colombo."],
    "end mark": ["H:Fighting resumes", ONE, TWO, "X:- ENDS -"],
    "separators": ["H:Fighting resumes", ONE, "X:* * *", TWO],
    "tags": ["H:Fighting resumes", ONE, TWO, "X:Tags: dam, truce, monitors"],
    "related headlines at the end": ["H:Fighting resumes", ONE, TWO, THREE, "X:Related stories", "X:Who Broke the Truce", "X:Dam Talks Fail"],
    "no headline": [ONE, TWO, THREE],
    "no headline but a dateline": ["D:JUBA, May 3 (Agency) -|" + ONE, TWO],
    "short paragraphs of speech": ["H:Fighting resumes", ONE, "B:He did not say when.", "B:“Never,” she said.", TWO],
    "headline in title case with a stop": ["H:Rebels and Army Exchange Fire Near Dam.", ONE, TWO],
    "quotation mark at the start": ["H:‘We were betrayed’: Families of Saroya wait for news", ONE, TWO],
    "subject in small letters after a full paragraph": ["H:Fighting resumes", ONE, "B:in the “joint” committee that both chair, he said.", TWO],
    "sections above the headline": ["X:News | Africa", "H:Fighting resumes at the dam", ONE, TWO],
    "centre of a picture": ["H:Fighting resumes", ONE, "C:Envoy Ana Duarte (C) looks on as both sides sign", TWO],
    "a sentence without its stop": ["H:Fighting resumes", ONE, "B:The talks were held in March and nobody came", TWO],
    "notes after the stop": ["H:Fighting resumes", ONE, "B:Both sides signed it in the spring.[12]", TWO],
    "agency after the stop": ["H:Fighting resumes", ONE, "B:Both sides had signed it in the spring. (AFP)"],
    "many rebels in a picture": ["H:Fighting resumes", ONE, "C:Rebels parade in the main street of Saroya, 4 March 2031", TWO],
    "interview": ["H:Fighting resumes", ONE, "B:Q: Who fired first?", "B:A: Nobody knows, and nobody will ever know.", TWO],
    "agency in square brackets": ["H:Fighting resumes", ONE, "C:Soldiers on the dam road near Saroya [File: Nimal Perera/Reuters]", TWO],
    "sentence of a picture with its agency": ["H:Fighting resumes", ONE, "C:Soldiers walk past a burnt bus near the dam. (AFP)", TWO],
    "old caption of a broadcaster": ["H:Fighting resumes", ONE, "C:Image caption The dam was taken in the spring", TWO],
    "embedded post": ["H:Fighting resumes", ONE, "X:— Jana Okello (@jokello) March 2, 2031", TWO],
    "developing story": ["H:Fighting resumes", ONE, TWO, "X:This is a breaking news story. More details to follow."],
    "glued dateline with plain hyphen": ["H:Fighting resumes", "D:Colombo, Sri Lanka -|" + ONE, TWO],
    "a long sentence that ends with an abbreviation": [
        "H:Fighting resumes", ONE, "B:In the weeks since the truce, the envoy has held talks with both sides in three towns, "
        "among them the capital, and with the council of elders in the hills above Saroya, N.W.", TWO,
    ],
    "a quotation that stands alone": ["H:Fighting resumes", ONE, "B:“We never wanted this war in our valley” – a farmer of Saroya", TWO],
    "page of an agency": [
        "X:#Energy", "D:January 7, 2031 / 8:26 AM / 4 years ago", "H:Rebels and government begin talks", "W:Agency Staff",
        "X:1 Min Read", "D:COLOMBO, Jan 7 (Agency) -|" + ONE, TWO,
    ],
    "date before the place": ["H:Fighting resumes", "D:January 23, 2031 (COLOMBO) –|" + ONE, TWO, "X:(ST)."],
    "paper and its address": ["X:Valley Torch", "X:www.valleytorch.example.org", "H:Fighting resumes at dam", ONE, TWO],
    "paper with the page below": ["X:The Valley Torch", "D:Tuesday, 5 March 2031    Page A1", "H:Fighting resumes at dam", ONE, TWO],
    "agency of several words": ["X:VALLEY NEWS SERVICE", "H:FIGHTING RESUMES AT THE DAM", "W:By Ana Ruiz", ONE, TWO],
    "paper with its motto": ["X:Valley Beacon — Voice of the Nation", "H:Fighting resumes", ONE, TWO],
    "report by two": ["H:Fighting resumes", "W:Prepared by Ana Ruiz and Nimal Perera", ONE, TWO],
    "posted by somebody": ["H:Fighting resumes", "D:Posted by admin on March 5, 2031 | 3 comments | Filed under News", ONE, TWO],
    "letter": [
        "X:From: press@mission.example", "D:Sent: Thursday, March 5, 2031 9:01 AM", "H:Subject: Press release 12/2031", ONE, TWO,
        "X:This e-mail and any attachments are confidential. If you are not the intended recipient, please delete it.",
    ],
    "points of an agreement": [
        "H:What was agreed", ONE, "B:(c) release all prisoners of the other side within ten days of the signature.",
        "B:4. The parties undertake to (a) lift the siege; (b) open the road; and (c) let the convoys pass.",
    ],
    "one side of a picture": ["H:Fighting resumes", ONE, "C:Minister Rosa Quintero (C) with two envoys after the talks"],
    "number of a page": ["H:Fighting resumes", ONE, "X:- 2 -", TWO],
    "what else the paper has": ["H:Fighting resumes", ONE, TWO, "X:Also in this issue: Letters, p. 6", "X:WEATHER: Heavy rain, 31 C."],
    "document of an organisation": ["X:S/2031/119", "X:Distr.: General", "H:Fighting resumes", ONE, TWO],
    "signed letters": ["H:Fighting resumes", ONE, TWO, "D:5 March 2031"],
}  # fmt: skip


def written(layout: list[str]) -> tuple[str, list[tuple[str, str]]]:
    """Give the text of a layout, and its parts; X:dateline|B:body stand on one line."""
    expected: list[tuple[str, str]] = []
    lines = []
    for line in layout:
        pieces = [line] if "|B:" not in line else [line.split("|B:")[0], "B:" + line.split("|B:")[1]]
        expected += [(LETTERS[piece[0]], piece[2:]) for piece in pieces]
        lines.append(" ".join(piece[2:] for piece in pieces))
    return "\n\n".join(lines) + "\n", expected


def found(text: str) -> list[tuple[str, str]]:
    return [(part.role, text[part.start : part.end]) for part in find_parts(text)]


@pytest.mark.parametrize("name", LAYOUTS)
def test_lines_have_the_role_that_their_shape_tells(name: str) -> None:
    text, expected = written(LAYOUTS[name])
    assert found(text) == expected


@pytest.mark.parametrize("name", [name for name in LAYOUTS if "broken" not in name])
def test_the_same_without_empty_lines(name: str) -> None:
    text, expected = written(LAYOUTS[name])
    assert found(text.replace("\n\n", "\n")) == expected


def test_credits_behind_the_last_sentence_are_cut_off() -> None:
    text = "Fighting resumes\n\n" + ONE[2:] + " (Reporting by Nimal Perera; Editing by Rosa Quintero)\n"
    assert found(text)[1:] == [
        ("body", ONE[2:]), ("boilerplate", "(Reporting by Nimal Perera; Editing by Rosa Quintero)"),
    ]  # fmt: skip


WRAPPED = """    Fighting resumes at Saroya dam

By Nimal Perera
5 March 2031

Government troops and rebels exchanged fire near the Saroya dam on
Tuesday, a day after both had signed a truce that was to hold until the
monitors of the regional bloc arrive.
The army said that two soldiers had been wounded. A rebel spokesman
denied that his men had opened fire first.

    Monitors are due to arrive on Friday. They will report to the
committee that both sides chair, and to the guarantors.
    The river was quiet on Wednesday.
"""


def test_lines_broken_by_the_width_of_a_page_are_one_paragraph() -> None:
    assert [(role, text.split()[0], text.count("\n")) for role, text in found(WRAPPED)] == [
        ("headline", "Fighting", 0), ("byline", "By", 0), ("dateline", "5", 0), ("body", "Government", 2),
        ("body", "The", 1), ("body", "Monitors", 1), ("body", "The", 0),
    ]  # fmt: skip


def test_parts_cover_everything_but_white_space() -> None:
    for layout in [*map(written, LAYOUTS.values()), (WRAPPED, [])]:
        text = layout[0]
        parts = find_parts(text)
        assert all(one.end <= other.start for one, other in pairwise(parts))
        covered = {i for part in parts for i in range(part.start, part.end)}
        assert not [text[i] for i in range(len(text)) if i not in covered and not text[i].isspace()]


# ---------------------------------------------------------------- the vocabulary is its own test


@pytest.mark.parametrize("name", rows("parts"))
def test_every_cue_fits_its_example_and_not_its_near_miss(name: str) -> None:
    row = rows("parts")[name]
    for line, fits in ((row["example"], True), (row["not_this"], False)):
        unfinished = not line.endswith(".")
        cue = cue_of(line, late=True, unfinished=unfinished)
        assert (cue is not None) == fits, line
        if cue is not None:
            assert cue.role == row["role"]


def test_every_cue_has_a_role_that_is_known() -> None:
    assert {cue.role for cue in part_cues()} <= set(LETTERS.values())


# ---------------------------------------------------------------- bylines, dates, datelines

BYLINES = [
    ("By A. B. Kumar and C. D. Rao", ("A. B. Kumar", "C. D. Rao")),
    ("By JANE DOE", ("JANE DOE",)),
    ("by Jana Okello, Staff Writer", ("Jana Okello",)),
    ("By Jana Okello in Juba", ("Jana Okello",)),
    ("From Jana Okello in Nairobi", ("Jana Okello",)),
    ("Written by: Jana Okello | 5 March 2031", ("Jana Okello",)),
    ("By Abdul-Rahman al-Masri and María José de la Cruz", ("Abdul-Rahman al-Masri", "María José de la Cruz")),
    ("By Jana Okello, Piet Mokoena & Ana Duarte for the Courier", ("Jana Okello", "Piet Mokoena", "Ana Duarte")),
    ("By Jana Okello, Lake Victoria Herald", ("Jana Okello",)),
    ("A commentary by Jana Okello, Voice of the Valley", ("Jana Okello",)),
    ("The Juba Review, 5 March 2031 · by Jana Okello and Piet Mokoena", ("Jana Okello", "Piet Mokoena")),
    ("JUBA COURIER | Politics | By Jana Okello", ("Jana Okello",)),
    ("Orlin, Upper Valley. By Jana Okello", ("Jana Okello",)),
    ("The army left. By Tuesday Morning it was back", None),
    ("By Jana Okello and Mary Sun", ("Jana Okello", "Mary Sun")),
    ("By Reuters Staff", ()),
    ("By Our Correspondent", ()),
    ("By agreeing to talks the army won time", None),
    ("By Tuesday evening", None),
    ("From the hills above the town", None),
    ("The story by Jana Okello", None),
]


@pytest.mark.parametrize(("line", "authors"), BYLINES)
def test_a_byline_names_its_authors(line: str, authors: tuple[str, ...] | None) -> None:
    assert authors_of(line) == authors


@pytest.mark.parametrize(
    ("line", "is_date"),
    [
        ("5 March 2031", True),
        ("March 5th, 2031", True),
        ("2031-03-05", True),
        ("05/03/2031", True),
        ("Thursday 5 March 2031 14.05 EST", True),
        ("Sept. 3, 2031 | 10:30 am", True),
        ("Last modified on Thu 5 Mar 2031", True),
        ("Orlin, 3 May 2031", True),
        ("March 2031", True),
        ("5 March 2031 was the day on which the truce began", False),
        ("Talks on 5 March 2031 fail", False),
        ("March to the capital", False),
        ("May Day", False),
        ("40 soldiers", False),
        ("5 March 2031 · World, page 7", True),
        ("Talks fail · Shelling goes on", False),
    ],
)
def test_a_line_of_dates_is_known(line: str, is_date: bool) -> None:
    assert is_date_line(line) == is_date


@pytest.mark.parametrize(
    ("line", "dateline"),
    [
        ("KABUL, March 4 (Agency) — The", "KABUL, March 4 (Agency) — "),
        ("MANILA, Philippines (AP) — Rebels", "MANILA, Philippines (AP) — "),
        ("COLOMBO, Sri Lanka, Aug. 5 (Xinhua) -- Two", "COLOMBO, Sri Lanka, Aug. 5 (Xinhua) -- "),
        ("JUBA/ADDIS ABABA, May 5 (Sudan Tribune) - South", "JUBA/ADDIS ABABA, May 5 (Sudan Tribune) - "),
        ("GENEVA (3 March 2031) – Experts", "GENEVA (3 March 2031) – "),
        ("BOGOTA, 10 MAR 31 (RADIO CADENA 1) -- [REPORT] THE ARMY", "BOGOTA, 10 MAR 31 (RADIO CADENA 1) -- [REPORT] "),
        ("ROME (ITALY), 11 JAN 31 -- THE", "ROME (ITALY), 11 JAN 31 -- "),
        ("Port-au-Prince, Haiti — Gangs", "Port-au-Prince, Haiti — "),
        ("BELFAST — The", "BELFAST — "),
        ("PORT ALBA (Upper Valley Times) Rebels", "PORT ALBA (Upper Valley Times) "),
        ("JUBA (Reuters) Rebels", "JUBA (Reuters) "),
        ("NATO (North Atlantic Treaty Organization) Secretary", None),
        ("FARC (Revolutionary Armed Forces) Commander", None),
        ("NATO: The", None),
        ("President Rosa Quintero - elected in 2030 - said", None),
        ("The truce — signed in May — held", None),
        ("U.S.-backed forces — about 300 men — left", None),
    ],
)
def test_a_dateline_glued_to_a_paragraph_is_found(line: str, dateline: str | None) -> None:
    match = glued_dateline(line + " and more words that make it a paragraph of the story.")
    assert (match["line"] if match else None) == dateline


# ---------------------------------------------------------------- title, publisher


def made(text: str) -> Document:
    return make_document(Report("r.txt", text.encode()))


def story(*lines: str) -> str:
    return "\n\n".join(["Fighting resumes at the dam", ONE[2:], TWO[2:], *lines])


PUBLISHERS = [
    ("a copyright line", story("© 2031 Valley Herald. All rights reserved."), "Valley Herald"),
    ("a copyright line with years", story("Copyright © 2029-2031 The Valley Herald"), "The Valley Herald"),
    ("an address to write to", story("To contact us visit:", "https://www.valleyherald.example.org/contact"), "valleyherald.example.org"),
    ("an agency in the dateline", "Fighting resumes\n\nCOLOMBO, March 5 (Lanka Wire) - " + ONE[2:] + "\n\n" + TWO[2:], "Lanka Wire"),
    ("nothing", story(), None),
    ("a byline with its paper", "Fighting resumes\n\nBy Jana Okello, Lanka Herald\n\n" + ONE[2:] + "\n\n" + TWO[2:], "Lanka Herald"),
    ("a byline with an office", "Fighting resumes\n\nBy Jana Okello, Foreign Editor\n\n" + ONE[2:] + "\n\n" + TWO[2:], None),
    ("a line of paper and day", "Fighting resumes\n\nLanka Herald, 5 March 2031\n\n" + ONE[2:] + "\n\n" + TWO[2:], "Lanka Herald"),
    ("a masthead above the headline", "LANKA HERALD\n5 March 2031\n\n" + story(), "LANKA HERALD"),
    ("a masthead with its letters", "Valley News Agency (VNA)\n\n" + story(), "Valley News Agency"),
    ("a masthead with the day far right", "THE LANKA OBSERVER            5 MARCH 2031\n\n" + story(), "THE LANKA OBSERVER"),
    ("a last line in brackets", story("(Lanka Herald)"), "Lanka Herald"),
    ("a last line with pictures", story("The Lanka Herald. Photos: the dam in March (file); right, soldiers."), "The Lanka Herald"),
    ("a line on behalf", story("Compiled for the Lanka Herald by our staff and agencies."), "Lanka Herald"),
    ("a late sub-heading", story("Free Press", TWO[2:]), None),
    ("a last sentence about a paper", story("The Lanka Herald wrote on Monday that the dam still stood."), None),
    ("two addresses", story("Read more: https://a.example.org", "Read more: https://b.example.net"), None),
    ("a network", story("Follow us on https://twitter.com/valley"), None),
    ("all rights of nobody", story("All rights reserved."), None),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "publisher"), PUBLISHERS, ids=[row[0] for row in PUBLISHERS])
def test_the_publisher_is_what_the_report_says_or_nobody(name: str, text: str, publisher: str | None) -> None:
    assert made(text).publisher == publisher


def test_the_title_is_the_headline_and_not_the_kicker() -> None:
    assert made("SRI LANKA\n\n" + story()).title == "Fighting resumes at the dam"
    assert made(ONE[2:] + "\n\n" + TWO[2:]).title is None


def test_the_title_is_the_headline_and_not_the_masthead() -> None:
    document = made("THE LANKA HERALD\n5 March 2031\n\n" + story())
    assert document.title == "Fighting resumes at the dam"
    assert (
        made("Rebels write to the Herald\n5 March 2031\n\n" + ONE[2:] + "\n\n" + TWO[2:]).title
        == "Rebels write to the Herald"
    )


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("Valley Ledger\nAn independent monitor of agreements\n\nWhere the guns went", "Where the guns went"),
        ("Subject: Press release 12/2031 on the dam", "Press release 12/2031 on the dam"),
        ("VALLEY FRONT\nDepartment of Information\n\nCOMMUNIQUÉ No 014/2031", "COMMUNIQUÉ No 014/2031"),
        ("INTERVIEW\n\n“We trust, but we count”", "“We trust, but we count”"),
    ],
)
def test_the_title_of_other_heads(lines: str, title: str) -> None:
    assert made(f"{lines}\n\n{ONE[2:]}\n\n{TWO[2:]}").title == title


@pytest.mark.parametrize(
    "answer",
    [
        "404 Not Found\n\nThe page that you asked for does not exist any more. Please try the search or go to the first page of the site.",
        "Just a moment\n\nChecking your browser before you get to the site. This will take a few seconds and you need not do anything.",
        "Members only\n\nPlease log in to read this story and all others of this week, or take out a subscription for the year.",
    ],
)
def test_what_a_site_answers_instead_of_a_report_is_set_aside(answer: str) -> None:
    with pytest.raises(EmptyReport, match="no report"):
        made(answer)


@given(
    st.lists(st.sampled_from([line[2:] for lines in LAYOUTS.values() for line in lines] + ["", " ", "x", "...", "“"]))
)
def test_any_order_of_lines_gives_parts_that_cover_them(lines: list[str]) -> None:
    text = "\n".join(lines)
    parts = find_parts(text)
    assert all(one.end <= other.start for one, other in pairwise(parts))
    covered = {i for part in parts for i in range(part.start, part.end)}
    assert all(text[i].isspace() for i in range(len(text)) if i not in covered)


SIGNING = (
    "The two delegations signed the text in the palace on Saturday and shook hands before the cameras.\n\n"
    "Both sides said that the guns would fall silent within a day.\n"
)


def test_the_name_of_an_agency_above_a_headline_is_no_headline() -> None:
    text = f"Upper Valley News Agency (UVNA)\n\nThe delegations sign at last\n\n{SIGNING}"
    assert found(text)[:2] == [
        ("boilerplate", "Upper Valley News Agency (UVNA)"),
        ("headline", "The delegations sign at last"),
    ]


def test_a_motto_under_a_masthead_is_no_headline() -> None:
    text = f"RED BANNER NEWS\nVoice of the working people\n\nWhy we signed the text\n\n{SIGNING}"
    assert ("headline", "Why we signed the text") in found(text)
    assert ("headline", "Voice of the working people") not in found(text)


def test_a_headline_that_nothing_follows_but_the_story_stays_one() -> None:
    text = f"Valley News Agency\n\n{SIGNING}"
    assert found(text)[0][1] == "Valley News Agency"
    assert found(text)[0][0] == "headline"
