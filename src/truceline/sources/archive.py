"""A zip archive of reports, read member by member as a stream and never unpacked to disk."""

from __future__ import annotations

import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from truceline.domain.document import Report
from truceline.errors import ProtectedReport, SkipReport, TooLarge, UnknownFormat, UnreadableText
from truceline.sources.collection import SUFFIXES as COLLECTION_SUFFIXES
from truceline.sources.collection import rows
from truceline.sources.file import media_type, printable
from truceline.sources.limits import LIMITS, Limits, read_at_most

ARCHIVE_SUFFIXES = (".zip", ".7z", ".rar", ".tar", ".gz", ".tgz", ".bz2", ".xz")
_PACKED = b"PK\x03\x04"
_OFFICE_SUFFIXES = (".docx", ".odt", ".xlsx", ".pptx", ".epub")
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, struct.error, ValueError, NotImplementedError)
_END_MARK = b"PK\x05\x06"


def is_archive(path: Path) -> bool:
    """Tell by the ending whether a file is a zip archive of reports."""
    return path.name.lower().endswith(".zip") and path.is_file()


@dataclass(frozen=True, slots=True)
class Archive:
    """A zip archive; its members are named archive!member."""

    path: Path
    name: str
    limits: Limits = LIMITS

    def reports(self) -> Iterator[Report | SkipReport]:
        """Yield the members in the order of their names; an archive that breaks a limit ends there."""
        name = printable(self.name)
        try:
            with zipfile.ZipFile(self._checked(name)) as archive:
                yield from self._members(archive, name)
        except SkipReport as skip:
            yield skip
        except _DAMAGE:
            yield UnreadableText(f"{name} is no readable zip archive.", source=name)

    def _checked(self, name: str) -> Path:
        """Refuse by the count at the end of the file, before the list of members is read."""
        with self.path.open("rb") as stream:
            stream.seek(max(0, self.path.stat().st_size - (1 << 16) - 22))
            tail = stream.read()
        at = tail.rfind(_END_MARK)
        if at >= 0 and len(tail) >= at + 12:
            self._count_fits(struct.unpack_from("<H", tail, at + 10)[0], name)
        return self.path

    def _count_fits(self, count: int, name: str) -> None:
        if count > self.limits.entries:
            raise TooLarge(f"{name} has more than {self.limits.entries:,} entries.", source=name)

    def _members(self, archive: zipfile.ZipFile, name: str) -> Iterator[Report | SkipReport]:
        members = [m for m in archive.infolist() if not m.is_dir()]
        self._count_fits(len(archive.infolist()), name)
        left = self.limits.total
        for member in sorted(members, key=lambda m: (m.filename, m.header_offset)):
            if _hidden(member.filename):
                continue
            source = f"{name}!{printable(member.filename)}"
            if left <= 0:
                raise TooLarge(f"{name} holds more than {self.limits.total:,} bytes.", source=name)
            try:
                content = self._content(archive, member, source, left)
            except SkipReport as skip:
                if isinstance(skip, TooLarge) and skip.source == name:
                    raise
                yield skip
                # What was read before the refusal is not known here: the most that it can be is counted.
                left -= min(self.limits.one, member.compress_size * self.limits.ratio)
                continue
            left -= len(content)
            yield from _reports(content, source, self.limits)

    def _content(self, archive: zipfile.ZipFile, member: zipfile.ZipInfo, source: str, left: int) -> bytes:
        """Read one member within all limits."""
        _refuse_slips(member, source)
        packed = max(1, member.compress_size)
        bounds = (
            (self.limits.one, f"{source} is larger than {self.limits.one:,} bytes.", source),
            (packed * self.limits.ratio, f"{source} unpacks to over {self.limits.ratio} times its size.", source),
            (left, f"{self.name} holds more than {self.limits.total:,} bytes.", self.name),
        )
        most, told, named = min(bounds, key=lambda bound: bound[0])
        try:
            with archive.open(member) as stream:
                return read_at_most(stream, most, told, named)
        except RuntimeError as error:
            raise ProtectedReport(f"{source} is locked with a password.", source=source) from error
        except _DAMAGE as error:
            raise UnreadableText(f"{source} is damaged or packed in an unknown way.", source=source) from error


def _hidden(name: str) -> bool:
    """Tell whether a member is hidden, or what a Mac adds; a step upwards is not hidden but refused."""
    steps = name.replace("\\", "/").split("/")
    return any((step.startswith(".") and step not in (".", "..")) or step == "__MACOSX" for step in steps)


def _refuse_slips(member: zipfile.ZipInfo, source: str) -> None:
    """Refuse names that lead out of the archive, links, locked members and archives inside the archive."""
    written = member.orig_filename
    steps = written.replace("\\", "/").split("/")
    if ".." in steps or steps[0] == "" or ":" in steps[0] or "\\" in written or "\0" in written:
        raise UnreadableText(f"{source} has a name that leads out of its archive.", source=source)
    if stat.S_ISLNK(member.external_attr >> 16):
        raise UnreadableText(f"{source} is a link, not a file.", source=source)
    if member.flag_bits & 0x1:
        raise ProtectedReport(f"{source} is locked with a password.", source=source)
    if written.lower().endswith(ARCHIVE_SUFFIXES):
        raise UnknownFormat(f"{source} is an archive inside an archive, which is not opened.", source=source)


def _reports(content: bytes, source: str, limits: Limits) -> Iterator[Report | SkipReport]:
    """Yield what the bytes of one member hold."""
    if content.startswith(_PACKED) and not source.lower().endswith(_OFFICE_SUFFIXES):
        yield UnknownFormat(f"{source} is an archive inside an archive, which is not opened.", source=source)
    elif source.lower().endswith(COLLECTION_SUFFIXES):
        yield from rows(BytesIO(content), source, limits)
    else:
        yield Report(source, content, media_type(source))
