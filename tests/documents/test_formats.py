from __future__ import annotations

import contextlib
import hashlib
import json
import socket
import zipfile
from io import BytesIO
from itertools import count

import docx
import pytest

from truceline.documents import FORMATS, make_document
from truceline.domain.dates import Days
from truceline.domain.document import Document, Report
from truceline.errors import (
    EmptyReport,
    NotEnglish,
    ProtectedReport,
    SkipReport,
    TooLarge,
    UnknownFormat,
    UnreadableText,
)

LEAD = "Rebels and soldiers met at the bridge of Orlin on Monday and agreed to let the aid convoys pass."
SECOND = "The agreement was signed by two commanders, who said that they would meet again in the spring."
STORY = f"Convoys may pass at Orlin\n\nBy Jana Okello\n\n{LEAD}\n\n{SECOND}\n"


def made(content: bytes | str, source: str = "report.txt", media_type: str | None = None, **given: str) -> Document:
    content = content.encode() if isinstance(content, str) else content
    return make_document(Report(source, content, media_type, tuple(given.items())))


def roles(document: Document) -> list[tuple[str, str]]:
    return [(part.role, document.text[part.start : part.end]) for part in document.parts]


def words(document: Document, role: str) -> list[str]:
    return [text for found, text in roles(document) if found == role]


# ---------------------------------------------------------------- plain text and its characters


def test_plain_text_is_kept_as_it_is() -> None:
    document = made(STORY)
    assert document.text == STORY
    assert document.title == "Convoys may pass at Orlin"
    assert document.authors == ("Jana Okello",)
    assert document.language == "en"
    assert document.id == Report("report.txt", STORY.encode()).id


def test_line_ends_become_lf_and_marks_go() -> None:
    raw = b"\xef\xbb\xbf" + STORY.replace("\n", "\r\n").encode()
    assert made(raw).text == STORY
    assert made(STORY.replace("\n", "\r").encode()).text == STORY


SPECIAL = STORY.replace("agreed", "“agreed” – in José’s café –")
ENCODED = [
    ("utf-8", SPECIAL.encode("utf-8")),
    ("utf-8 with mark", SPECIAL.encode("utf-8-sig")),
    ("utf-16 with mark", SPECIAL.encode("utf-16")),
    ("utf-16 little without mark", SPECIAL.encode("utf-16-le")),
    ("utf-16 big without mark", SPECIAL.encode("utf-16-be")),
    ("utf-32 with mark", SPECIAL.encode("utf-32")),
    ("windows-1252", SPECIAL.encode("cp1252")),
]


@pytest.mark.parametrize(("name", "raw"), ENCODED)
def test_every_usual_encoding_gives_the_same_text(name: str, raw: bytes) -> None:
    assert made(raw).text == SPECIAL


def test_latin_1_gives_its_accents() -> None:
    text = STORY.replace("Orlin", "Bogotá").replace("Okello", "Muñoz")
    assert made(text.encode("latin-1")).text == text


def test_a_declared_encoding_is_used() -> None:
    text = STORY.replace("Orlin", "Łódź").replace("Okello", "Żeromska")
    assert made(text.encode("iso8859-2"), media_type="text/plain; charset=iso-8859-2").text == text


def test_no_normalisation_is_done() -> None:
    composed, decomposed = STORY.replace("Orlin", "Bogotá"), STORY.replace("Orlin", "Bogota\u0301")
    assert made(composed).text == composed
    assert made(decomposed).text == decomposed


GERMAN = (
    "Die Rebellen und die Soldaten haben sich am Montag an der Brücke getroffen und eine Waffenruhe vereinbart, die für "
    "den Konvoi gilt."
)
SPANISH = (
    "Los rebeldes y los soldados se reunieron el lunes en el puente de la ciudad y acordaron que los convoyes de ayuda "
    "pueden pasar."
)
RUSSIAN = (
    "Повстанцы и солдаты встретились в понедельник на мосту и договорились пропустить колонны с помощью для жителей "
    "города."
)
SWAHILI = (
    "Waasi na wanajeshi walikutana kwenye daraja la mji siku ya Jumatatu na kukubaliana kuwa misafara ya misaada ipite kwa "
    "amani."
)
REFUSED: list[tuple[str, bytes | str | None, type[SkipReport], str]] = [
    ("empty", b"", EmptyReport, "is empty"),
    ("white space", b" \n\t ", EmptyReport, "is empty"),
    ("only signs", b"*** --- 1234 ***", EmptyReport, "holds no text"),
    ("three words", b"Talks go on.", EmptyReport, "holds only 3 words"),
    ("nul", STORY.encode().replace(b"Monday", b"Mon\0day"), UnreadableText, "NUL"),
    ("png", b"\x89PNG\r\n\x1a\n" + bytes(200), UnknownFormat, "an image"),
    ("jpeg", b"\xff\xd8\xff\xe0" + bytes(200), UnknownFormat, "an image"),
    ("elf", b"\x7fELF" + bytes(200), UnknownFormat, "a program"),
    ("gzip", b"\x1f\x8b" + bytes(200), UnknownFormat, "a packed file"),
    ("rtf", b"{\\rtf1 " + STORY.encode() + b"}", UnknownFormat, "Rich Text"),
    ("old office", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), UnknownFormat, "old office"),
    ("locked office", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), ProtectedReport,
     "password"),
    ("controls", bytes(range(1, 32)) * 20, UnknownFormat, "binary"),
    ("wrong mark", b"\xff\xfeabc", UnreadableText, "marked as"),
    ("a zip of no word file", None, UnknownFormat, "an archive, not a Word file"),
    ("german", GERMAN, NotEnglish, "not in English"),
    ("spanish", SPANISH, NotEnglish, "not in English"),
    ("russian", RUSSIAN, NotEnglish, "not in English"),
    ("swahili", SWAHILI, NotEnglish, "not in English"),
    ("too long", ("The rebels and the soldiers met again at the bridge. " * 40_000).encode(), TooLarge, "2,000,000"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "raw", "error", "reason"), REFUSED, ids=[row[0] for row in REFUSED])
def test_what_is_no_report_is_set_aside_with_a_reason(
    name: str, raw: bytes | str | None, error: type[SkipReport], reason: str
) -> None:
    if raw is None:
        raw = zipped(("x.txt", STORY.encode()))
    with pytest.raises(error, match=reason) as caught:
        made(raw)
    assert type(caught.value) is error
    assert str(caught.value).startswith("report.txt")
    assert str(caught.value).endswith(".")


@pytest.mark.parametrize("source", ["table.csv", "feed.xml", "a/b.PY", "in.zip!x.yaml"])
def test_files_that_only_look_like_text_are_set_aside(source: str) -> None:
    with pytest.raises(UnknownFormat, match=source.replace("!", ".")):
        made(STORY, source)


def test_an_english_report_with_foreign_names_is_english() -> None:
    assert made(
        "El Tiempo said that the Ejército de Liberación Nacional and the Frente Quintín Lame were not in La Habana "
        "when the text of the accord was read to the press."
    ).language == "en"  # fmt: skip


def test_capitals_are_english_too() -> None:
    assert made(STORY.upper()).language == "en"


def test_every_format_has_a_name_and_a_suffix() -> None:
    assert len({format_.name for format_ in FORMATS}) == len(FORMATS)
    assert all(suffix.startswith(".") for format_ in FORMATS for suffix in format_.suffixes)


# ---------------------------------------------------------------- Markdown


def test_markdown_gives_headings_captions_and_plain_words() -> None:
    document = made(
        "---\ntitle: Convoys may pass\nauthor: Jana Okello\ndate: 2031-05-05\npublisher: Orlin Courier\n---\n"
        "# Convoys may pass\n\n![The bridge at dawn](bridge.jpg)\n\n"
        f"**{LEAD}** See [the text](https://example.org/text).\n\n## The next round\n\n> {SECOND}\n\n***\n",
        "report.md",
    )
    assert document.media_type == "text/markdown"
    assert words(document, "headline") == ["Convoys may pass", "The next round"]
    assert words(document, "caption") == ["The bridge at dawn"]
    assert words(document, "body") == [f"{LEAD} See the text.", SECOND]
    assert document.authors == ("Jana Okello",)
    assert document.publisher == "Orlin Courier"
    assert (document.published.days, document.published.basis) == (Days.on("2031-05-05"), "stated")


def test_stars_and_dollars_in_prose_stay() -> None:
    document = made(f"# Convoys may pass\n\n{LEAD} It cost 5 * 3 = 15 million and \\$2 more.\n\n{SECOND}", "r.md")
    assert "It cost 5 * 3 = 15 million and $2 more." in document.text


# ---------------------------------------------------------------- web pages

PAGE = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Convoys may pass | Orlin Courier</title>
<meta property="og:title" content="Convoys may pass at Orlin"><meta property="og:site_name" content="Orlin Courier">
<meta name="author" content="Jana Okello"><meta property="article:published_time" content="2031-05-05T10:00:00Z">
<link rel="canonical" href="https://www.example.org/2031/convoys"></head><body>
<nav><a href="/">Home</a><a href="/world">World</a></nav>
<article><h1>Convoys may pass at Orlin</h1>
<figure><img src="x.jpg"><figcaption>Two commanders (left) on the bridge of Orlin</figcaption></figure>
<p>{LEAD}</p><h2>The next round</h2><p>{SECOND} Nobody was hurt, and the bridge stayed open until the evening.</p>
<p>Mediators from three countries had worked for the meeting since the winter, they said in a statement.</p></article>
<footer>© 2031 Orlin Courier</footer><script>alert(1)</script></body></html>"""


def test_a_page_gives_its_text_captions_and_metadata() -> None:
    document = made(PAGE, "page.html")
    assert document.media_type == "text/html"
    assert document.title == "Convoys may pass at Orlin"
    assert document.publisher == "Orlin Courier"
    assert document.authors == ("Jana Okello",)
    assert document.published.days == Days.on("2031-05-05")
    assert words(document, "headline")[0] == "Convoys may pass at Orlin"
    assert words(document, "caption") == ["Two commanders (left) on the bridge of Orlin"]
    assert LEAD in words(document, "body")
    assert "alert" not in document.text
    assert "World" not in document.text


@pytest.mark.parametrize(
    ("body", "paragraphs"),
    [
        (f"<p>{LEAD}<br><br>{SECOND}</p>", [LEAD, SECOND]),
        (f"<font>{LEAD}<br><br>{SECOND}<br></font>", [LEAD, SECOND]),
        (f"<h2>Convoys may pass</h2>{LEAD}<p>{SECOND}", ["Convoys may pass", LEAD, SECOND]),
        (f"<table><tr><td><p>{LEAD}</p><p>{SECOND}</p></td></tr></table>", [LEAD, SECOND]),
        (f"<p>By Ana Ruiz<br>Posted: 3 May 2031</p><p>{LEAD}</p>", ["By Ana Ruiz", "Posted: 3 May 2031", LEAD]),
        (f"<p>{LEAD.replace(' ', '<br>', 1)}</p><p>{SECOND}</p>", [LEAD, SECOND]),
        (
            f"<p>{LEAD}</p><table><tr><td>Day</td><td>Dead</td></tr><tr><td>Friday</td><td>12</td></tr></table><p>{SECOND}</p>",
            [LEAD, "Day | Dead", "Friday | 12", SECOND],
        ),
        (f"<pre>{LEAD}\n\n{SECOND}</pre>", [LEAD, SECOND]),
        (f"<p>{LEAD}</p><blockquote><p>{SECOND}</p></blockquote>", [LEAD, SECOND]),
    ],
)
def test_the_paragraphs_of_a_page_are_where_its_tags_and_breaks_end_them(body: str, paragraphs: list[str]) -> None:
    document = made(f"<html><body>{body}</body></html>", "page.html")
    assert [p for p in document.text.split("\n\n") if p] == paragraphs


def test_a_page_is_known_by_its_first_tag() -> None:
    assert made(PAGE, "page").media_type == "text/html"


def test_a_page_in_a_declared_encoding_is_read() -> None:
    page = PAGE.replace("utf-8", "windows-1251").replace("Orlin", "Орлин").encode("cp1251")
    assert "Орлин" in made(page, "page.html").text


HOST = socket.gethostname()


@pytest.mark.parametrize(
    "hostile",
    [
        '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname">]><html><body><p>&x; ' + LEAD + "</p></body></html>",
        "<html><body>" + "<div>" * 20_000 + f"<p>{LEAD}</p>" + "</body></html>",
        "<html><body><figure><figcaption>" * 500 + f"<p>{LEAD}</p>",
        "<html><body><img src=x onerror=alert(1)></body></html>",
        "<html>",
    ],
)
def test_hostile_pages_end_in_a_document_or_a_reason(hostile: str) -> None:
    with contextlib.suppress(SkipReport):
        assert HOST not in made(hostile, "page.html").text


# ---------------------------------------------------------------- rows of a collection


def test_a_row_gives_its_text_and_what_it_states() -> None:
    row = {
        "text": STORY,
        "publisher": "Orlin Courier",
        "published": "5 May 2031",
        "author": "By Piet Mokoena and A. Duarte",
    }
    document = made(
        json.dumps(row), "news.jsonl!3", "application/json", **{k: v for k, v in row.items() if k != "text"}
    )
    assert document.text == STORY
    assert document.publisher == "Orlin Courier"
    assert document.published.days == Days.on("2031-05-05")
    assert document.media_type == "application/json"


def test_a_row_with_a_page_is_read_as_a_page() -> None:
    document = made(json.dumps({"html": PAGE, "url": "https://example.org/1"}), "news.jsonl!1", "application/json")
    assert document.title == "Convoys may pass at Orlin"


def test_the_site_is_the_publisher_where_nothing_else_is_stated() -> None:
    assert made(STORY, url="https://www.courier.example/2031/1").publisher == "courier.example"
    assert made(STORY, url="https://facebook.com/courier").publisher is None


@pytest.mark.parametrize(
    ("stated", "days"),
    [
        ("2031-05-04T23:10:00+02:00", Days.on("2031-05-04")),
        ("20310504", Days.on("2031-05-04")),
        ("May 4, 2031", Days.on("2031-05-04")),
        ("Sun, 04 May 2031 10:00:00 GMT", Days.on("2031-05-04")),
        ("4th May 2031", Days.on("2031-05-04")),
        ("2031-05", Days.between("2031-05-01", "2031-05-31")),
        ("May 2031", Days.between("2031-05-01", "2031-05-31")),
        ("2031", Days.between("2031-01-01", "2031-12-31")),
    ],
)
def test_a_stated_date_is_as_loose_as_it_is_printed(stated: str, days: Days) -> None:
    published = made(STORY, published=stated).published
    assert (published.days, published.basis) == (days, "stated")


@pytest.mark.parametrize("stated", ["3/5/2031", "yesterday", "31 February 2031", "May", "0000-00-00"])
def test_a_stated_date_that_cannot_be_read_states_nothing(stated: str) -> None:
    assert made(STORY, published=stated).published.basis != "stated"


# ---------------------------------------------------------------- Word files


def zipped(*members: tuple[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return out.getvalue()


def word_file() -> bytes:
    word = docx.Document()
    word.add_heading("Convoys may pass at Orlin", 0)
    word.add_paragraph("By Jana Okello")
    word.add_paragraph(LEAD)
    word.add_paragraph("The bridge at dawn", style="Caption")
    word.add_heading("The next round", 2)
    word.add_paragraph(SECOND)
    table = word.add_table(1, 2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Prisoners", "40"
    word.core_properties.author = "Piet Mokoena"
    out = BytesIO()
    word.save(out)
    return out.getvalue()


def test_a_word_file_gives_its_styles_as_roles() -> None:
    document = made(word_file(), "report.docx")
    assert words(document, "headline") == ["Convoys may pass at Orlin", "The next round"]
    assert words(document, "caption") == ["The bridge at dawn"]
    assert document.authors == ("Jana Okello",)
    assert "Prisoners | 40" in document.text


def test_the_day_a_word_file_was_made_is_not_its_publication() -> None:
    assert made(word_file(), "report.docx").published.basis != "stated"


def changed(content: bytes, name: str, new: bytes) -> bytes:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return zipped(*((m, new if m == name else archive.read(m)) for m in archive.namelist()))


HOSTILE = [
    (b"<!DOCTYPE x [<!ENTITY a 'b'>]><x/>", UnreadableText),
    (b"<w:document", UnreadableText),
    (b" " * 60_000_000, TooLarge),
]


@pytest.mark.parametrize(("xml", "error"), HOSTILE)
def test_a_hostile_word_file_is_set_aside(xml: bytes, error: type[SkipReport]) -> None:
    with pytest.raises(error):
        made(changed(word_file(), "word/document.xml", xml), "report.docx")


def test_a_cut_word_file_is_set_aside() -> None:
    with pytest.raises(UnreadableText):
        made(word_file()[:3000], "report.docx")


# ---------------------------------------------------------------- PDF files


def pdf_file(*pages: list[tuple[int, int, str]], password: bytes | None = None) -> bytes:
    """Write a PDF by hand: pages of (left, height, words)."""
    numbers = count(4)
    objects: dict[int, bytes] = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        3: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    }
    kids = []
    key = b"0123456789abcdef"
    for lines in pages:
        page, content = next(numbers), next(numbers)
        kids.append(f"{page} 0 R")
        shown = "\n".join(f"BT /F 10 Tf {x} {y} Td ({text}) Tj ET" for x, y, text in lines).encode("latin-1")
        objects[content] = b"<</Length %d>>stream\n%s\nendstream" % (len(shown), shown)
        objects[page] = (
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {content} 0 R/Resources<</Font<</F 3 0 R>>>>>>".encode()
        )
    objects[2] = f"<</Type/Pages/Count {len(pages)}/Kids[{' '.join(kids)}]>>".encode()
    locked = b""
    if password:
        number = next(numbers)
        owner = hashlib.sha256(password).digest()
        objects[number] = b"<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>" % (
            owner.hex().encode(),
            owner.hex().encode(),
        )
        locked = b"/Encrypt %d 0 R/ID[<%s><%s>]" % (number, key.hex().encode(), key.hex().encode())
    out, places = b"%PDF-1.4\n", {}
    for number in sorted(objects):
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, objects[number])
    table = b"".join(b"%010d 00000 n \n" % places[number] for number in sorted(objects))
    size = len(objects) + 1
    trailer = b"trailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF" % (size, locked, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table) + trailer


def paged(*paragraphs: list[str], top: int = 780, step: int = 12, gap: int = 24) -> list[tuple[int, int, str]]:
    lines, height = [], top
    for paragraph in paragraphs:
        for text in paragraph:
            lines.append((72, height, text))
            height -= step
        height -= gap - step
    return lines


LEAD_LINES = ["Rebels and soldiers met at the bridge of Orlin on Monday and agreed to let", "the aid convoys pass."]


def test_a_pdf_gives_paragraphs_as_printed() -> None:
    document = made(
        pdf_file(paged(["Convoys may pass at Orlin"], ["By Jana Okello"], LEAD_LINES, [SECOND])), "report.pdf"
    )
    assert document.media_type == "application/pdf"
    assert roles(document) == [
        ("headline", "Convoys may pass at Orlin"), ("byline", "By Jana Okello"), ("body", "\n".join(LEAD_LINES)),
        ("body", SECOND),
    ]  # fmt: skip


def test_what_repeats_on_the_pages_of_a_pdf_is_boilerplate() -> None:
    head, foot = (72, 820, "Orlin Courier - Special report"), (280, 30, "Page {}")
    pages = [
        [head, *paged([f"Part {n} of the story"], LEAD_LINES, [SECOND], top=760), (foot[0], foot[1], foot[2].format(n))]
        for n in (1, 2, 3)
    ]
    document = made(pdf_file(*pages), "report.pdf")
    assert words(document, "boilerplate") == [
        x for n in (1, 2, 3) for x in ("Orlin Courier - Special report", f"Page {n}")
    ]  # fmt: skip
    assert words(document, "body").count(SECOND) == 3


def test_a_paragraph_broken_by_a_page_stays_body_on_both_sides() -> None:
    first = paged(
        ["Convoys may pass at Orlin"], LEAD_LINES, ["The mediators, who had worked for the meeting since the"]
    )
    second = paged(["winter, said that nobody had been hurt and that the bridge"], [SECOND])
    document = made(pdf_file(first, second), "report.pdf")
    assert [role for role, _ in roles(document)] == ["headline", "body", "body", "body", "body"]


def test_a_broken_word_stays_broken() -> None:
    lines = [
        "Rebels and soldiers met at the bridge of Orlin on Monday and agreed to let the human-",
        "itarian convoys pass.",
    ]
    assert "human-\nitarian" in made(pdf_file(paged(["Convoys may pass at Orlin"], lines, [SECOND])), "report.pdf").text


def test_a_locked_pdf_is_told_as_locked() -> None:
    with pytest.raises(ProtectedReport, match="password"):
        made(pdf_file(paged(LEAD_LINES), password=b"secret"), "report.pdf")


def test_a_pdf_without_text_is_told_as_scanned() -> None:
    with pytest.raises(EmptyReport, match="scanned"):
        made(pdf_file([]), "report.pdf")


@pytest.mark.parametrize("raw", [b"%PDF-1.4\n", b"%PDF-1.7\n" + b"\xff" * 500, pdf_file(paged(LEAD_LINES))[:150]])
def test_a_damaged_pdf_is_set_aside(raw: bytes) -> None:
    with pytest.raises(SkipReport):
        made(raw, "report.pdf")


@pytest.mark.parametrize("control", ["\x01", "\x1f", "&#1;", "&#x0B;"])
def test_a_control_character_costs_no_page(control: str) -> None:
    page = PAGE.replace(LEAD, LEAD.replace(" ", f" {control}", 1))
    assert LEAD.split(".")[0].split(maxsplit=1)[1][:30] in made(page, "page.html").text
