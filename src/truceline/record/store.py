"""The one door to the record: a SQLite file with reports, readings, items and decisions."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Any

import apsw

from truceline.domain.coding import decode, encode
from truceline.domain.decisions import Decision
from truceline.domain.document import Report
from truceline.domain.items import Items
from truceline.domain.mention import Reading, SkippedReport
from truceline.errors import BadArgument, StopRun, UnusableRecord
from truceline.record.migrations import APPLICATION_ID, FORMAT, STEPS

BUSY_MILLISECONDS = 10_000
Key = tuple[str, str]
"""Kind and id of an item."""
Row = tuple[str, str, str | None, str | None, str]
"""An item as its table keeps it: kind, id, the days between which it lies, and its body."""


class Store:
    """An open record file. Close it, or use it in a `with` statement."""

    def __init__(self, path: Path, *, create: bool = False) -> None:
        """Open a record; raise UnusableRecord if the file is none, BadArgument if it is not there."""
        self.path = path
        if not create and not path.exists():
            raise BadArgument(f"There is no record at {path}.")
        if path.is_dir():
            raise BadArgument(f"{path} is a folder; a record is a single file.")
        self._connection = _opened(path, create)

    def __enter__(self) -> Store:
        """Hold the record open for a block."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the record."""
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Keep everything written inside, or nothing; nobody else writes meanwhile."""
        try:
            if self._connection.in_transaction:
                with self._connection:
                    yield
            else:
                yield from self._alone()
        except apsw.FullError as error:
            raise StopRun(f"The disk is full; {self.path} keeps what was finished before.") from error
        except apsw.BusyError as error:
            raise StopRun(f"Another program is writing to {self.path}; try again when it has finished.") from error

    def _alone(self) -> Iterator[None]:
        """Take the right to write at once: to ask for it after reading fails where somebody wrote in between."""
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise
        self._connection.execute("COMMIT")

    def rows(self, sql: str, values: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
        """Run a query of the record package."""
        yield from self._connection.execute(sql, values)

    def write(self, sql: str, values: tuple[Any, ...] = ()) -> None:
        """Run a change of the record package."""
        self._connection.execute(sql, values)

    def write_all(self, sql: str, values: Iterable[tuple[Any, ...]]) -> None:
        """Run a change of the record package once for each row of values."""
        self._connection.executemany(sql, values)

    # ---- reports and readings

    def known_hashes(self) -> frozenset[str]:
        """Give the hashes of the bytes of every report that is kept."""
        return frozenset(sha for (sha,) in self.rows("SELECT sha256 FROM reports"))

    def keep(self, report: Report, reading: Reading, made_by: str) -> None:
        """Keep a report with its reading; a newer reading takes the place of the older one."""
        document = reading.document
        self.write(
            "INSERT INTO reports VALUES (?,?,?,?,?) ON CONFLICT (id) DO NOTHING",
            (report.id, report.sha256, document.source, document.media_type, report.content),
        )
        body = json.dumps(encode(reading), ensure_ascii=False, separators=(",", ":"))
        self.write(
            "INSERT OR REPLACE INTO readings VALUES (?,?,?,?,?)",
            (report.id, document.text, _sha256(document.text), made_by, body),
        )
        self.write("DELETE FROM words WHERE report = ?", (report.id,))
        self.write("INSERT INTO words VALUES (?,?,?)", (report.id, document.title or "", document.text))
        self.write("DELETE FROM set_aside WHERE sha256 = ?", (report.sha256,))

    def set_aside(self, skipped: SkippedReport) -> None:
        """Remember a report that could not be read, and why."""
        self.write(
            "INSERT OR REPLACE INTO set_aside VALUES (?,?,?,?)",
            (skipped.sha256, skipped.source, skipped.kind, skipped.reason),
        )

    def readings(self) -> Iterator[Reading]:
        """Yield every reading, by report id."""
        for (body,) in self.rows("SELECT body FROM readings ORDER BY report"):
            yield decode(Reading, json.loads(body))

    def skipped(self) -> tuple[SkippedReport, ...]:
        """Give the reports that were set aside, by source."""
        found = self.rows("SELECT sha256, source, kind, reason FROM set_aside ORDER BY source, sha256")
        return tuple(
            SkippedReport("report-" + sha[:12], source, sha, reason, kind) for sha, source, kind, reason in found
        )

    # ---- what a person brought along

    def bring(self, name: str, text: str) -> None:
        """Keep a text that a person brought along, such as the registry of actors, in place of an older one."""
        self.write("INSERT OR REPLACE INTO brought VALUES (?,?)", (name, text))

    def brought(self, name: str) -> str | None:
        """Give a text that a person brought along."""
        return next((text for (text,) in self.rows("SELECT text FROM brought WHERE name = ?", (name,))), None)

    # ---- items

    def replace_items(self, items: Items) -> None:
        """Keep what reconciling made, in place of what it made before."""
        self.write("DELETE FROM items")
        self.write("DELETE FROM taking_part")
        self.write("UPDATE made SET times = times + 1")
        self._keep_rows(_row(kind, item) for kind, item in _all_items(items))
        self._enter((actor, kind, item.id) for kind, item in _all_items(items) for actor in sorted(_actors_of(item)))

    def change_items(
        self, changes: Mapping[Key, tuple[Any, Any]], bodies: Mapping[Key, str | None] = MappingProxyType({})
    ) -> None:
        """Keep what some items are now; None takes one out. `bodies`: those that were encoded before."""
        gone, parts = [], []
        for (kind, id), (was, now) in changes.items():
            before, after = (_actors_of(i) if i is not None else frozenset() for i in (was, now))
            gone += [(actor, kind, id) for actor in sorted(before - after)]
            parts += [(actor, kind, id) for actor in sorted(after - before)]
        ended = [key for key, (_, now) in changes.items() if now is None]
        self.write_all("DELETE FROM items WHERE kind = ? AND id = ?", ended)
        self.write_all("DELETE FROM taking_part WHERE actor = ? AND kind = ? AND item = ?", gone)
        rows = (_row(key[0], now, bodies.get(key)) for key, (_, now) in changes.items() if now is not None)
        self._keep_rows(rows)
        self._enter(parts)

    def _keep_rows(self, rows: Iterable[Row]) -> None:
        self.write_all("INSERT OR REPLACE INTO items VALUES (?,?,?,?,?)", rows)

    def _enter(self, parts: Iterable[tuple[str, str, str]]) -> None:
        self.write_all("INSERT INTO taking_part VALUES (?,?,?)", parts)

    # ---- decisions

    def decisions(self) -> tuple[Decision, ...]:
        """Give the log of decisions in order."""
        found = self.rows(
            "SELECT id, sequence, at, by, action, target_kind, target, before, after, reason, previous_hash, hash "
            "FROM decisions ORDER BY sequence"
        )
        return tuple(_decision(row) for row in found)

    def append(self, decision: Decision) -> None:
        """Add a decision to the log; the file refuses one that does not follow the last."""
        d = decision
        values = (json.dumps(d.before, ensure_ascii=False), json.dumps(d.after, ensure_ascii=False))
        self.write(
            "INSERT INTO decisions VALUES (?,?,?,?,?,?,?,?,?,?,?,?)",
            (
                d.sequence,
                d.id,
                d.at,
                d.by,
                d.action,
                d.target_kind,
                d.target,
                *values,
                d.reason,
                d.previous_hash,
                d.hash,
            ),
        )


def _decision(row: tuple[Any, ...]) -> Decision:
    id, sequence, at, by, action, kind, target, before, after, reason, previous, digest = row
    values = (json.loads(before), json.loads(after))
    return Decision(id, sequence, at, by, action, kind, target, *values, reason, previous, digest)


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _all_items(items: Items) -> Iterable[tuple[str, Any]]:
    groups: tuple[tuple[Any, ...], ...] = (
        items.reports, items.actors, items.places, items.events, items.figures, items.statements, items.agreements,
        items.commitments, items.wording, items.findings,
    )  # fmt: skip
    return ((item.KIND, item) for group in groups for item in group)


def _row(kind: str, item: Any, body: str | None = None) -> Row:
    when = getattr(item, "date", None) or getattr(item, "as_of", None) or getattr(item, "published", None)
    first, last = (when.days.earliest, when.days.latest) if when else (None, None)
    body = body or json.dumps(encode(item), ensure_ascii=False, separators=(",", ":"))
    return kind, item.id, first.isoformat() if first else None, last.isoformat() if last else None, body


def _actors_of(item: Any) -> set[str]:
    keys = ("actors", "recipients", "speakers", "parties", "signatories", "witnesses", "obligors", "beneficiaries")
    many = {a for key in keys for a in getattr(item, key, None) or ()}
    return many | {a for key in ("of", "voice") if (a := getattr(item, key, None))}


def _opened(path: Path, create: bool) -> apsw.Connection:
    flags = apsw.SQLITE_OPEN_READWRITE | (apsw.SQLITE_OPEN_CREATE if create else 0)
    try:
        connection = apsw.Connection(str(path), flags=flags)
    except apsw.CantOpenError as error:
        raise BadArgument(f"{path} cannot be opened or made; is its folder there, and may you write to it?") from error
    try:
        _prepare(connection, path)
    except (apsw.NotADBError, apsw.CorruptError) as error:
        connection.close()
        raise UnusableRecord(f"{path} is not a Truceline record, or it is damaged.") from error
    except BaseException:
        connection.close()
        raise
    return connection


def _prepare(connection: apsw.Connection, path: Path) -> None:
    connection.set_busy_timeout(BUSY_MILLISECONDS)
    settings = ("trusted_schema=OFF", "cell_size_check=ON", "foreign_keys=ON", "synchronous=FULL")
    for setting in settings:
        connection.execute(f"PRAGMA {setting}")
    version = connection.pragma("user_version")
    tables = next(connection.execute("SELECT count(*) FROM sqlite_schema"))[0]
    if tables and connection.pragma("application_id") != APPLICATION_ID:
        raise UnusableRecord(f"{path} is a database, but not a Truceline record.")
    if version > FORMAT:
        raise UnusableRecord(f"{path} was made by a newer Truceline; please update.")
    connection.execute("PRAGMA journal_mode=WAL")
    if version < FORMAT:
        with connection:
            for step in STEPS[version:]:
                connection.execute(step)
            connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version={FORMAT}")
        if not tables:
            path.chmod(0o600)
