"""Files of a form, taken out of a multipart body within limits; names are only ever names."""

from __future__ import annotations

import re
from dataclasses import dataclass

from starlette.requests import Request

from truceline.errors import BadArgument

LARGEST_BODY = 300_000_000
MOST_FILES = 500
LONGEST_NAME = 120
_RESERVED = re.compile(r"(?i)^(con|prn|aux|nul|com\d|lpt\d)(\.|$)")


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that a person chose."""

    name: str
    content: bytes


async def uploads(request: Request, largest: int = LARGEST_BODY) -> tuple[Upload, ...]:
    """Read the files of a multipart form; raise BadArgument for a body that is too large or no such form."""
    kind = request.headers.get("content-type", "")
    found = re.match(r'multipart/form-data;.*boundary="?([^";]{1,200})"?', kind)
    if not found:
        raise BadArgument("Choose files first.")
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > largest:
            raise BadArgument(f"Together these files are larger than {largest // 1_000_000} MB; import fewer at once.")
    return parsed(bytes(body), found[1].encode())


def parsed(body: bytes, boundary: bytes) -> tuple[Upload, ...]:
    """Split a body at its boundary; parts without a file name are left out."""
    pieces = (b"\r\n" + body).split(b"\r\n--" + boundary)
    if len(pieces) < 2 or not pieces[-1].startswith(b"--"):
        raise BadArgument("The form did not arrive whole; try again.")
    if len(pieces) - 2 > MOST_FILES:
        raise BadArgument(f"These are more than {MOST_FILES} files; put them into a zip archive.")
    found = []
    for piece in pieces[1:-1]:
        head, mark, content = piece.partition(b"\r\n\r\n")
        name = re.search(rb'filename="([^"]*)"', head)
        if mark and name and name[1]:
            found.append(Upload(safe_name(name[1].decode("utf-8", "replace")), content))
    return tuple(found)


def safe_name(name: str) -> str:
    """Keep the last step of a name, without anything that a file system would take for more than a name."""
    last = re.split(r"[/\\]", name)[-1]
    kept = "".join(c if c.isprintable() and c not in ':*?"<>|' else "_" for c in last).strip(" .")
    kept = "_" + kept if _RESERVED.match(kept) or not kept else kept
    stem, dot, ending = kept.rpartition(".")
    if len(kept) > LONGEST_NAME and dot:
        return stem[: LONGEST_NAME - len(ending) - 1] + "." + ending[:20]
    return kept[:LONGEST_NAME]
