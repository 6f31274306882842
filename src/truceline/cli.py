"""The terminal: every command of Truceline."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from truceline.domain.record_form import plain
from truceline.errors import BadArgument, TrucelineError
from truceline.exports import EXPORTS, export_named
from truceline.exports.jsonl import lines_of
from truceline.record.decisions import Ruling
from truceline.record.store import Store
from truceline.run import Outcome, read_into
from truceline.scoring import scorer
from truceline.settings import Settings
from truceline.showing import VIEWS, shown
from truceline.version import __version__
from truceline.views.catalog import Catalog, shown_days
from truceline.views.deciding import refuse_unknown
from truceline.views.record import Record
from truceline.views.redacted import RedactedRecord

app = typer.Typer(
    name="truceline", no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False,
    help="Read reports about a conflict and keep the record: each item with the words that carry it.",
)  # fmt: skip
out = Console()
err = Console(stderr=True)

REPORTS = "reports"
"""The list of the reports themselves, beside the views of what they say."""

RecordFile = Annotated[Path, typer.Argument(metavar="RECORD", help="The record, one file.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")]


def main() -> None:
    """Run the terminal; every error of ours is one sentence and a status."""
    try:
        app()
    except TrucelineError as error:
        err.print(str(error), style="red", markup=False, highlight=False)
        sys.exit(2)


@app.command()
def version() -> None:
    """Print the version."""
    out.print(__version__)


@app.command()
def read(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Files, folders, zip archives, JSON Lines.")],
    record: Annotated[Path, typer.Option("--record", help="The record to make or to add to.")],
    published: Annotated[str | None, typer.Option(help="Day on which reports without a date were published.")] = None,
    engine: Annotated[str | None, typer.Option(help="What reads: local.")] = None,
    workers: Annotated[int | None, typer.Option(help="Processes that read at the same time.", min=0)] = None,
    registry: Annotated[Path | None, typer.Option(help="File of your own actors; the record keeps it.")] = None,
) -> None:
    """Read reports into a record. What is already there is not read again."""
    settings = Settings.of(published=published, engine=engine, workers=workers, registry=registry)
    for missing in (path for path in paths if not path.exists()):
        raise BadArgument(f"There is no file or folder {missing}.")  # before a record is made for nothing
    try:
        with Store(record, create=True) as store:
            outcome = _read(store, paths, settings)
    except KeyboardInterrupt:
        err.print(f"Broken off. {record} holds every report that was finished; read again to go on.", markup=False)
        raise typer.Exit(130) from None
    for skipped in outcome.skipped:
        err.print(f"Set aside: {skipped.reason}", style="yellow", markup=False, highlight=False)
    there = f", {len(outcome.already_there)} already there" if outcome.already_there else ""
    err.print(f"{len(outcome.read)} reports read{there}, {len(outcome.skipped)} set aside. Record: {record}")
    if not (outcome.read or outcome.already_there or outcome.skipped):
        err.print(f"There is nothing to read in {', '.join(map(str, paths))}.", markup=False, highlight=False)
        raise typer.Exit(1)
    if outcome.skipped:
        raise typer.Exit(1)


def _read(store: Store, paths: list[Path], settings: Settings) -> Outcome:
    columns = (
        TextColumn("Reading"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.description}"),
    )
    with Progress(*columns, console=err, transient=True) as bar:
        task = bar.add_task("", total=None)
        return read_into(store, paths, settings, lambda n, source: bar.update(task, completed=n, description=source))


@app.command()
def export(
    record: RecordFile,
    format: Annotated[str, typer.Option("--format", help=", ".join(f"{e.name}: {e.describes}" for e in EXPORTS))],
    output: Annotated[Path, typer.Option("--output", help="The file to write.")],
    as_of: Annotated[str | None, typer.Option(help="Day for which timeliness is computed, as 2020-07-14.")] = None,
    redact: Annotated[bool, typer.Option("--redact", help="Leave out what was flagged, and hide its names.")] = False,
) -> None:
    """Write the record as a file for other programs or for people."""
    chosen = export_named(format)
    with Record.open(record) as opened:
        taken = RedactedRecord(opened) if redact else opened
        chosen.write(taken, output, as_of=as_of)
    if isinstance(taken, RedactedRecord):
        err.print(str(taken.hidden), markup=False, highlight=False)
    err.print(f"Written: {output}")


@app.command()
def show(
    view: Annotated[str, typer.Argument(help=f"{', '.join(VIEWS)}, {REPORTS}.")],
    record: RecordFile,
    as_json: AsJson = False,
    as_of: Annotated[str | None, typer.Option(help="Day for which timeliness is computed, as 2020-07-14.")] = None,
    limit: Annotated[int | None, typer.Option(help="Show so many rows at most.", min=1)] = None,
) -> None:
    """Show an answer: timeline, figures, commitments, disputes, statements, wording, actors, places or the reports."""
    view = next((name for name in (*VIEWS, REPORTS) if name.removesuffix("s") == view.removesuffix("s")), view)
    if view not in (*VIEWS, REPORTS):
        raise BadArgument(f"There is no view called {view}; there are: {', '.join([*VIEWS, REPORTS])}.")
    with Record.open(record) as opened:
        catalog = opened.catalog(as_of)
    if view == REPORTS:
        _show_reports(catalog, as_json)
    elif as_json:
        out.print_json(json.dumps([row.to_dict() for row in VIEWS[view].rows(catalog)], ensure_ascii=False))
    else:
        # Written to a file or another program, a line stays whole, so that it can be searched.
        out.print(shown(VIEWS[view], catalog, limit), soft_wrap=not out.is_terminal)


def _show_reports(catalog: Catalog, as_json: bool) -> None:
    if as_json:
        out.print_json(json.dumps([plain(r) for r in catalog.items.reports], ensure_ascii=False))
        return
    for r in catalog.items.reports:
        copy = f", {(r.copy_degree or '').replace('_', ' ')} copy of {r.copy_of}" if r.copy_of else ""
        days = shown_days(r.published.days)
        line = f"{r.id}  {r.source}: {r.title or 'no title'}, {r.publisher or 'publisher unknown'}, {days}{copy}"
        out.print(line, markup=False, soft_wrap=True)


@app.command()
def decide(
    record: RecordFile,
    action: Annotated[str, typer.Argument(help="accept, reject, edit, merge, set_status, note, undo, redo.")],
    target: Annotated[str, typer.Argument(help="Id of the item, or of the decision to undo or redo.")],
    by: Annotated[str, typer.Option(help="Who decides.")],
    reason: Annotated[str | None, typer.Option(help="Why.")] = None,
    after: Annotated[str | None, typer.Option(help="edit: JSON of the fields; merge: JSON list of ids.")] = None,
) -> None:
    """Take a decision about an item. It is logged, holds through every later run, and can be undone."""
    try:
        value = json.loads(after) if after else None
    except ValueError as error:
        raise BadArgument(f"--after is not JSON: {error}.") from error
    now = datetime.now(UTC).isoformat(timespec="seconds")
    with Record.open(record) as opened:
        refuse_unknown(opened.stored(), opened.decisions(), target)
        ruling = Ruling(action, target.partition("-")[0], target, value, reason=reason)
        decision = opened.decide(ruling, by=by, at=now)
    out.print(f"Decision {decision.sequence} taken: {action} {target}.")


@app.command()
def score(
    record: RecordFile,
    gold: Annotated[Path, typer.Option("--gold", help="Folder of annotations, one REPORT.json a report.")],
    reports: Annotated[Path | None, typer.Option(help="Folder of the annotated reports, else GOLD/reports.")] = None,
    only: Annotated[str, typer.Option(help="Beginnings of report names, separated by commas.")] = "",
    as_json: AsJson = False,
) -> None:
    """Measure a record against reports that you annotated by hand."""
    with Record.open(record) as opened:
        lines = [json.loads(text) for text in lines_of(opened)]
    wanted = [name for name in only.split(",") if name]
    boards, broken = scorer.score(*scorer.load(gold, reports or gold / "reports", wanted), lines)
    if as_json:
        out.print_json(json.dumps(scorer.as_json(boards, broken), ensure_ascii=False))
    else:
        out.print(scorer.show(boards, broken), markup=False, highlight=False, soft_wrap=True)


@app.command()
def demo(
    folder: Annotated[Path, typer.Option(help="Where records and dossiers are written.")] = Path("demo"),
) -> None:
    """Read the sample reports of two conflicts, print what they say, and write records and dossiers."""
    folder.mkdir(parents=True, exist_ok=True)
    pages = []
    for samples in sorted(p for p in _samples().iterdir() if p.is_dir()):
        record = folder / f"{samples.name}.truceline"
        for old in folder.glob(f"{record.name}*"):
            old.unlink()
        with Store(record, create=True) as store:
            outcome = _read(store, [samples], Settings.of(workers=2))
        pages.append(folder / f"{samples.name}.html")
        with Record.open(record) as opened:
            export_named("dossier").write(opened, pages[-1])
            export_named("jsonl").write(opened, folder / f"{samples.name}.jsonl")
            catalog = opened.catalog()
        out.rule(f"{samples.name}: {len(outcome.read)} reports")
        for name in ("timeline", "figures", "commitments", "disputes"):
            out.print(f"\n[bold underline]{name.capitalize()}[/bold underline]")
            out.print(shown(VIEWS[name], catalog, 6, best_told=True))
    out.print(f"Open in a browser, where each item opens its words: {', '.join(map(str, pages))}", soft_wrap=True)


@app.command()
def serve(
    record: RecordFile,
    port: Annotated[int, typer.Option(help="Port on this machine.", min=1, max=65535)] = 8765,
    by: Annotated[str, typer.Option(help="Who decides on the pages.")] = "reviewer",
) -> None:
    """Open a record in the browser, on this machine only."""
    from truceline.serve.app import serve as serve_record  # the web server is loaded where it is asked for

    def reads(paths: Sequence[Path], progress: Callable[[int, str], None]) -> Outcome:
        with Store(record) as store:
            return read_into(store, paths, Settings.of(workers=1), progress)

    def announce(address: str) -> None:
        out.print(f"Open {address}", soft_wrap=True)

    serve_record(record, port=port, by=by, announce=announce, reads=reads, exports=EXPORTS)


def _samples() -> Path:
    """The sample reports: in the package, or beside it in a checkout."""
    inside = Path(__file__).parent / "samples" / "reports"
    return inside if inside.is_dir() else Path(__file__).parents[2] / "samples" / "reports"


@app.command()
def check(record: RecordFile) -> None:
    """Check every invariant and every hash of a record."""
    with Record.open(record) as opened:
        found = opened.violations()
    for sentence in found:
        err.print(sentence, style="red", markup=False, highlight=False)
    out.print(f"{len(found)} violations." if found else "No violation found.")
    if found:
        raise typer.Exit(1)
