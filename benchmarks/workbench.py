"""How fast the workbench answers on a large record: every page, and every sort of decision. Prints a table.

python -m benchmarks.many_reports 10000 reports.jsonl
truceline read reports.jsonl --record big.truceline --workers 1
python -m benchmarks.workbench big.truceline [--rounds 25] [--json]

It works on a copy of the record. A server of its own answers over the loopback address, and another process takes the
time from asking to the last byte. Each page is asked for when nothing has changed, and again right after a decision
that changes items, when what the page rests on has to be made anew. Beside the time from asking to the last byte stands
the time that the server's threads ran on a processor, which holds also where the machine has other work.
"""

from __future__ import annotations

import argparse
import contextlib
import http.client
import json
import random
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

PAGES = (
    "/", "/review", "/review?kind=event", "/timeline", "/timeline?page=40", "/timeline?actor=front",
    "/timeline?type=ASSAULT&from=2027-01-01&to=2027-06-30", "/map", "/map?whole=1", "/figures",
    "/figures?measure=killed",
    "/commitments", "/commitments?as_of=2027-07-14", "/disputes", "/disputes?type=copy", "/statements",
    "/statements?speaker=voss", "/wording", "/wording?voice=quoted", "/actors", "/actors?name=front", "/places",
    "/reports", "/reports?page=50", "/search?q=prisoners+released", "/ratings", "/decisions", "/import", "/export",
    "/verify", "/timeline?as=json", "/timeline?as=csv",
)  # fmt: skip
INSIDE = ("/reports", "/figures", "/commitments", "/actors")
"""Lists whose first links lead to pages of their own."""
PAGE_LIMIT, DECISION_LIMIT = 300.0, 150.0
"""Milliseconds that 95 of 100 requests must keep to."""


Took = tuple[float, float]
"""Milliseconds from asking to the last byte, and those that the server worked: the same where nothing else runs."""


class Visitor:
    """Somebody with the key, who keeps one connection."""

    def __init__(self, address: str, server: int) -> None:
        self.server = server
        self.parts = urlsplit(address)
        self.cookie = ""
        self.connection = http.client.HTTPConnection(self.parts.netloc, timeout=600)
        answer = self.ask("GET", f"/?{self.parts.query}")[0]
        self.cookie = str(answer.getheader("set-cookie")).partition(";")[0]

    def ask(self, method: str, path: str, form: dict[str, str] | None = None) -> tuple[Any, bytes, Took]:
        """Give the answer, its bytes and the milliseconds that it took."""
        headers = {"cookie": self.cookie, "sec-fetch-site": "same-origin"}
        if form is not None:
            headers["content-type"] = "application/x-www-form-urlencoded"
        begin, worked = time.perf_counter(), self.worked()
        self.connection.request(method, path, urlencode(form) if form is not None else None, headers)
        answer = self.connection.getresponse()
        body = answer.read()
        return answer, body, (1000 * (time.perf_counter() - begin), self.worked() - worked)

    def worked(self) -> float:
        """Give the milliseconds that the server's threads have run on a processor; 0 where the system does not tell."""
        told = 0
        for thread in Path(f"/proc/{self.server}/task").glob("*/schedstat"):
            with contextlib.suppress(OSError):
                told += int(thread.read_text().split()[0])
        return told / 1e6

    def get(self, path: str) -> tuple[bytes, Took]:
        """Open a page that has to be there."""
        answer, body, took = self.ask("GET", path)
        if answer.status != 200:
            raise SystemExit(f"{path}: {answer.status} {body[:300]!r}")
        return body, took

    def decide(self, **form: str) -> Took:
        """Take a decision that has to be taken."""
        answer, body, took = self.ask("POST", "/decide", {"back": "/", **form})
        if answer.status != 303:
            raise SystemExit(f"{form}: {answer.status} {re.sub('<[^>]+>', ' ', body.decode())[-400:]}")
        return took


@contextmanager
def served(record: Path) -> Iterator[tuple[str, int]]:
    """Serve a record in a process of its own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    code = "from truceline.cli import main; main()"
    command = [sys.executable, "-c", code, "serve", str(record), "--port", str(port), "--by", "benchmark"]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert server.stdout
        yield server.stdout.readline().split()[-1], server.pid
    finally:
        server.terminate()
        server.wait(20)


def memory(server: int) -> float:
    """Give the peak memory of the server in MB; 0 where the system does not tell."""
    try:
        found = re.search(r"VmHWM:\s+(\d+)", Path(f"/proc/{server}/status").read_text())
    except OSError:
        return 0.0
    return int(found[1]) / 1024 if found else 0.0


def measure(record: Path, rounds: int) -> dict[str, Any]:
    """Open every page and take every sort of decision so many times, in an order that chance gives."""
    chance = random.Random(5)
    with (
        tempfile.TemporaryDirectory(prefix="truceline-") as folder,
        served(_copy(record, Path(folder))) as (address, pid),
    ):
        begin = time.perf_counter()
        visitor = _patient(address, pid)
        first = 1000 * (time.perf_counter() - begin)
        pages = [*PAGES, *(page for list_ in INSIDE for page in _inside(visitor, list_))]
        times: dict[str, list[Took]] = defaultdict(list)
        sizes: dict[str, int] = {}
        begin_mb = memory(pid)
        for page in pages:
            visitor.get(page)
        for _ in range(rounds):
            for page in chance.sample(pages, len(pages)):
                body, took = visitor.get(page)
                times[page].append(took)
                sizes[page] = len(body)
        decisions, after = _decisions(visitor, chance, rounds, pages)
        loaded = memory(pid)
    return {
        "first_page_ms": round(first), "mb": round(begin_mb), "peak_mb": round(loaded), "rounds": rounds,
        "pages": {p: _told(times[p]) | {"kb": sizes[p] // 1000} for p in pages},
        "after_a_change": {p: _told(after[p]) for p in pages if after[p]},
        "decisions": {name: _told(found) for name, found in decisions.items()},
    }  # fmt: skip


def _copy(record: Path, folder: Path) -> Path:
    return Path(shutil.copy(record, folder / record.name))


def _patient(address: str, server: int) -> Visitor:
    for _ in range(600):
        try:
            visitor = Visitor(address, server)
            visitor.get("/")
            return visitor
        except ConnectionRefusedError:
            time.sleep(0.05)
    raise SystemExit("The server did not start.")


def _inside(visitor: Visitor, list_: str) -> list[str]:
    found = re.findall(rf'href="({list_}/[^"?#]+)', visitor.get(list_)[0].decode())
    return list(dict.fromkeys(found))[:2]


def _decisions(
    visitor: Visitor, chance: random.Random, rounds: int, pages: list[str]
) -> tuple[dict[str, list[Took]], dict[str, list[Took]]]:
    """Take decisions of every sort, undo some, and open pages right after each that changes items."""
    events = [e["event"] for e in json.loads(visitor.get("/timeline?as=json&page=7")[0])]
    figures = [p["figure"] for s in json.loads(visitor.get("/figures?as=json&page=9")[0]) for p in s["points"]]
    people = [a["actor"] for a in json.loads(visitor.get("/actors?as=json")[0])]
    took: dict[str, list[Took]] = defaultdict(list)
    after: dict[str, list[Took]] = defaultdict(list)

    def decide(name: str, **form: str) -> None:
        took[name].append(visitor.decide(**form))

    waiting = iter(chance.sample(pages, len(pages)) * 40)

    def look() -> None:
        for _ in range(3):
            page = next(waiting)
            after[page].append(visitor.get(page)[1])

    for n in range(rounds):
        event, other = events[n % len(events)], events[(n + 50) % len(events)]
        decide("accept", action="accept", kind="event", target=event)
        decide("edit", action="edit", kind="event", target=event, after=json.dumps({"status": "alleged"}))
        look()
        decide("reject", action="reject", kind="figure", target=figures[n % len(figures)])
        look()
        decide("undo", action="undo")
        look()
        decide("redo", action="redo")
        decide("merge events", action="merge", kind="event", target=event, after=other)
        look()
        decide("undo a merge", action="undo")
        keep, gone = people[12 + n % 40], people[60 + n % 30]
        decide("merge actors", action="merge", kind="actor", target=keep, after=gone)
        look()
        decide("unmerge actors", action="unmerge", kind="actor", target=keep, after=gone)
        look()
    return took, after


def _told(times: list[Took]) -> dict[str, float]:
    found: dict[str, float] = {"n": len(times)}
    for name, column in (("", 0), ("cpu_", 1)):
        ordered = sorted(took[column] for took in times)
        found |= {
            name + "p50": round(ordered[len(ordered) // 2], 1),
            name + "p95": round(ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))], 1),
        }
    return found


def _table(name: str, found: dict[str, dict[str, float]], limit: float) -> None:
    heads = ("p50", "p95", "cpu_p50", "cpu_p95")
    print(f"\n{name:54}" + "".join(f"{head.replace('_', ' '):>9}" for head in heads) + f"  ms (limit {limit:.0f})")
    for page, told in found.items():
        late = "  LATE" if min(told["p95"], told["cpu_p95"] or told["p95"]) > limit else ""
        size = f"  {told['kb']:>4.0f} kB" if "kb" in told else ""
        print(f"{page:54}" + "".join(f"{told[head]:9.0f}" for head in heads) + size + late)
    both = [max(told[p] for told in found.values()) for p in ("p95", "cpu_p95")]
    print(f"{'slowest p95':54}{both[0]:18.0f}{both[1]:18.0f}")


def main() -> None:
    """Measure the record that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("record", type=Path)
    parser.add_argument("--rounds", type=int, default=25)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    found = measure(given.record, given.rounds)
    if given.json:
        print(json.dumps(found))
        return
    print(f"first page after start {found['first_page_ms']} ms, memory {found['mb']} MB, at most {found['peak_mb']} MB")
    _table("pages, nothing changed", found["pages"], PAGE_LIMIT)
    _table("pages, right after a decision", found["after_a_change"], PAGE_LIMIT)
    _table("decisions", found["decisions"], DECISION_LIMIT)


if __name__ == "__main__":
    main()
