from __future__ import annotations

import json
import os
import struct
import zipfile
from pathlib import Path

import pytest

from truceline.domain.document import Report
from truceline.errors import (
    BadArgument,
    EmptyReport,
    ProtectedReport,
    SkipReport,
    TooLarge,
    UnknownFormat,
    UnreadableText,
)
from truceline.sources import SOURCES, open_source, reports
from truceline.sources.archive import Archive
from truceline.sources.limits import Limits

STORY = b"Rebels and soldiers met at the bridge of Orlin on Monday and agreed to let the aid convoys pass."


def told(paths: list[Path]) -> list[str]:
    return [x.source if isinstance(x, Report) else f"{type(x).__name__}: {x.source}" for x in reports(paths)]


def zipped(path: Path, *members: tuple[str | zipfile.ZipInfo, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return path


def test_a_file_is_named_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_bytes(STORY)
    (report,) = reports([path])
    assert isinstance(report, Report)
    assert (report.source, report.content, report.media_type) == ("one.txt", STORY, "text/plain")


def test_a_folder_is_read_in_order_with_all_folders_in_it(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/c.html", ".hidden", ".git/x.txt", "a/.swp"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(STORY)
    zipped(tmp_path / "c.zip", ("in.txt", STORY))
    (tmp_path / "d.jsonl").write_text(json.dumps({"text": "One."}) + "\n")
    assert told([tmp_path]) == ["a/c.html", "a/z.txt", "b.txt", "c.zip!in.txt", "d.jsonl!1"]


def test_links_that_lead_out_of_a_folder_are_refused(tmp_path: Path) -> None:
    outside, inside = tmp_path / "outside", tmp_path / "inside"
    (outside / "sub").mkdir(parents=True)
    inside.mkdir()
    (outside / "secret.txt").write_bytes(STORY)
    (inside / "own.txt").write_bytes(STORY)
    os.symlink(outside / "secret.txt", inside / "file.txt")
    os.symlink(outside / "sub", inside / "folder")
    os.symlink(inside, inside / "round")
    os.symlink(inside / "own.txt", inside / "same.txt")
    os.symlink(outside / "gone", inside / "broken")
    assert told([inside]) == [
        "UnreadableText: broken", "UnreadableText: file.txt", "UnreadableText: folder", "own.txt", "same.txt",
    ]  # fmt: skip


def test_nothing_is_read_if_one_path_does_not_exist(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_bytes(STORY)
    with pytest.raises(BadArgument, match="There is no file or folder"):
        list(reports([tmp_path / "one.txt", tmp_path / "two.txt"]))


def test_a_device_is_no_report() -> None:
    with pytest.raises(BadArgument):
        open_source(Path("/dev/null"))


def test_a_report_larger_than_the_limit_is_set_aside(tmp_path: Path) -> None:
    from truceline.sources.file import File

    (tmp_path / "big.txt").write_bytes(b"x" * 1001)
    (skip,) = File(tmp_path / "big.txt", "big.txt", Limits(one=1000)).reports()
    assert isinstance(skip, TooLarge)
    assert str(skip) == "big.txt is larger than 1,000 bytes."


def test_a_file_without_leave_to_read_is_set_aside(tmp_path: Path) -> None:
    path = tmp_path / "locked.txt"
    path.write_bytes(STORY)
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read everything")
    assert told([path]) == ["UnreadableText: locked.txt"]


def test_members_of_an_archive_are_named_by_both(tmp_path: Path) -> None:
    path = zipped(
        tmp_path / "outer.zip", ("z.txt", STORY), ("a/inner.txt", STORY), ("__MACOSX/._z.txt", b"x"), ("a/.DS", b"x"),
        ("rows.jsonl", b'{"text": "One."}\n{"text": "Two."}\n'),
    )  # fmt: skip
    assert told([path]) == [
        "outer.zip!a/inner.txt", "outer.zip!rows.jsonl!1", "outer.zip!rows.jsonl!2", "outer.zip!z.txt",
    ]  # fmt: skip


SLIPS = ("../up.txt", "a/../../up.txt", "/etc/up.txt", "C:/up.txt", "..\\up.txt", "\\\\host\\up.txt", "a:b.txt")


@pytest.mark.parametrize("name", SLIPS)
def test_a_name_that_leads_out_of_its_archive_is_refused(tmp_path: Path, name: str) -> None:
    path = zipped(tmp_path / "slip.zip", (name, STORY), ("good.txt", STORY))
    found = list(reports([path]))
    assert [x.source for x in found if isinstance(x, Report)] == ["slip.zip!good.txt"]
    assert [type(x) for x in found if isinstance(x, SkipReport)] == [UnreadableText]


def test_a_link_in_an_archive_is_refused(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = 0o120777 << 16
    assert told([zipped(tmp_path / "l.zip", (link, b"/etc/passwd"))]) == ["UnreadableText: l.zip!link.txt"]


def test_an_archive_inside_an_archive_is_not_opened(tmp_path: Path) -> None:
    inner = zipped(tmp_path / "inner.zip", ("x.txt", STORY)).read_bytes()
    path = zipped(tmp_path / "outer.zip", ("inner.zip", inner), ("disguised.txt", inner), ("b.tar.gz", b"x"))
    assert [type(x) for x in reports([path])] == [UnknownFormat] * 3


def test_a_locked_member_is_told_as_locked(tmp_path: Path) -> None:
    path = zipped(tmp_path / "locked.zip", ("x.txt", STORY))
    content = bytearray(path.read_bytes())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.index(mark) + offset
        content[at : at + 2] = struct.pack("<H", 1)
    path.write_bytes(content)
    (skip,) = reports([path])
    assert isinstance(skip, ProtectedReport)


def test_a_bomb_is_refused_by_what_it_unpacks_to(tmp_path: Path) -> None:
    path = zipped(tmp_path / "bomb.zip", ("bomb.txt", b"\0" * 5_000_000), ("good.txt", STORY))
    assert told([path]) == ["TooLarge: bomb.zip!bomb.txt", "bomb.zip!good.txt"]


def test_declared_sizes_are_not_believed(tmp_path: Path) -> None:
    path = zipped(tmp_path / "liar.zip", ("bomb.txt", b"a" * 5_000_000))
    content = bytearray(path.read_bytes())
    at = content.index(b"PK\x01\x02") + 24
    content[at : at + 4] = struct.pack("<I", 1000)
    path.write_bytes(content)
    (skip,) = reports([path])
    assert isinstance(skip, SkipReport)


NOISE = bytes(range(256)) * 8


@pytest.mark.parametrize(
    ("limits", "expected"),
    [
        (Limits(entries=2), ["TooLarge: m.zip"]),
        (Limits(one=1000), ["TooLarge: m.zip!a.txt", "TooLarge: m.zip!b.txt", "TooLarge: m.zip!c.txt"]),
        (Limits(total=3000), ["m.zip!a.txt", "TooLarge: m.zip"]),
        (Limits(total=4096), ["m.zip!a.txt", "m.zip!b.txt", "TooLarge: m.zip"]),
        (Limits(ratio=1), ["TooLarge: m.zip!a.txt", "TooLarge: m.zip!b.txt", "TooLarge: m.zip!c.txt"]),
        (Limits(), ["m.zip!a.txt", "m.zip!b.txt", "m.zip!c.txt"]),
    ],
)
def test_every_limit_of_an_archive_holds(tmp_path: Path, limits: Limits, expected: list[str]) -> None:
    path = zipped(tmp_path / "m.zip", *((f"{name}.txt", NOISE) for name in "abc"))
    found = Archive(path, path.name, limits).reports()
    assert [x.source if isinstance(x, Report) else f"TooLarge: {x.source}" for x in found] == expected


def test_an_archive_of_too_many_entries_is_refused_before_it_is_listed(tmp_path: Path) -> None:
    path = tmp_path / "many.zip"
    path.write_bytes(b"PK\x05\x06" + struct.pack("<4H2IH", 0, 0, 60_000, 60_000, 2**31, 0, 0))
    assert told([path]) == ["TooLarge: many.zip"]


@pytest.mark.parametrize(
    "content", [b"", b"PK", b"no archive", b"PK\x03\x04" + b"\xff" * 60, b"PK\x05\x06" + b"\xff" * 18]
)
def test_a_damaged_archive_is_set_aside(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "bad.zip"
    path.write_bytes(content)
    (skip,) = reports([path])
    assert isinstance(skip, UnreadableText | TooLarge)


def test_a_damaged_member_does_not_end_the_archive(tmp_path: Path) -> None:
    path = zipped(tmp_path / "half.zip", ("a.txt", NOISE), ("b.txt", STORY))
    content = bytearray(path.read_bytes())
    content[60:80] = b"\xff" * 20
    path.write_bytes(content)
    assert told([path]) == ["UnreadableText: half.zip!a.txt", "half.zip!b.txt"]


def test_overlapping_members_do_not_multiply(tmp_path: Path) -> None:
    path = zipped(tmp_path / "over.zip", ("a.txt", NOISE * 2), ("b.txt", NOISE))
    content = bytearray(path.read_bytes())
    second = content.index(b"PK\x01\x02", content.index(b"PK\x01\x02") + 4)
    content[second + 42 : second + 46] = struct.pack("<I", 0)
    path.write_bytes(content)
    assert sum(isinstance(x, Report) for x in reports([path])) <= 1


ROWS = [
    ('{"text": "One."}', (), "report"),
    ("", None, None),
    ('{"title": "Only a title"}', EmptyReport, "Row 3 of news.jsonl has no text."),
    ("not json", UnreadableText, "Row 4 of news.jsonl is not JSON."),
    ("[1, 2]", UnknownFormat, "Row 5 of news.jsonl is no JSON object."),
    ('{"text": null, "html": "<p>Two</p>"}', (), "report"),
    ('{"body": "Three", "Headline": "H", "byline": ["A B", "C D"], "outlet": {"name": "Courier"}, "date": "2031-05-04"}',
     (("title", "H"), ("publisher", "Courier"), ("authors", "A B; C D"), ("published", "2031-05-04")), "report"),
    ("[" * 100_000, UnreadableText, "Row 8 of news.jsonl is not JSON."),
    ('{"text": "Four", "lang": "en", "link": "https://example.org/4"}',
     (("language", "en"), ("url", "https://example.org/4")), "report"),
]  # fmt: skip


def test_rows_are_reports_or_told_by_their_number(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + "\r\n".join(row for row, _, _ in ROWS).encode() + b'\n{"text": "\xff"}')
    found = list(reports([path]))
    expected = [(given, told) for _, given, told in ROWS if told is not None]
    for one, (given, told_as) in zip(found[:-1], expected, strict=True):
        if isinstance(one, Report):
            assert (one.given, told_as) == (given, "report")
        else:
            assert (type(one), str(one)) == (given, told_as)
    assert isinstance(found[-1], UnreadableText)
    assert found[-1].source == "news.jsonl!10"


def test_equal_texts_of_two_publishers_stay_two_reports(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_text("\n".join(json.dumps({"text": "Same words.", "publisher": name}) for name in ("Courier", "Herald")))
    one, other = reports([path])
    assert isinstance(one, Report)
    assert isinstance(other, Report)
    assert one.id != other.id


def test_a_row_without_end_is_set_aside(tmp_path: Path) -> None:
    from truceline.sources.collection import Collection

    path = tmp_path / "long.jsonl"
    path.write_bytes(b'{"text": "' + b"x" * 5000 + b'"}\n{"text": "One."}\n')
    first, second = Collection(path, path.name, Limits(one=1000)).reports()
    assert isinstance(first, TooLarge)
    assert second.source == "long.jsonl!2"


def test_every_kind_of_source_has_a_name_and_finds_itself(tmp_path: Path) -> None:
    (tmp_path / "f.txt").write_bytes(STORY)
    (tmp_path / "c.jsonl").write_bytes(b"{}")
    zipped(tmp_path / "a.zip", ("x.txt", STORY))
    paths = {
        "folder": tmp_path,
        "archive": tmp_path / "a.zip",
        "collection": tmp_path / "c.jsonl",
        "file": tmp_path / "f.txt",
    }
    assert [next(kind.name for kind in SOURCES if kind.fits(paths[name])) for name in paths] == list(paths)


def test_the_same_folder_gives_the_same_reports_twice(tmp_path: Path) -> None:
    for name in ("é.txt", "B.txt", "a.txt", "10.txt", "9.txt"):
        (tmp_path / name).write_bytes(STORY)
    assert told([tmp_path]) == told([tmp_path]) == ["10.txt", "9.txt", "B.txt", "a.txt", "é.txt"]
