"""The terminal: every command of Truceline."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from truceline import __version__
from truceline.errors import TrucelineError
from truceline.exports import EXPORTS, export_named
from truceline.record.store import Store
from truceline.run import Outcome, read_into
from truceline.settings import Settings
from truceline.views.record import Record

app = typer.Typer(
    name="truceline", no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False,
    help="Read reports about a conflict and keep the record: each item with the words that carry it.",
)  # fmt: skip
out = Console()
err = Console(stderr=True)

RecordFile = Annotated[Path, typer.Argument(metavar="RECORD", help="The record, one file.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")]


def main() -> None:
    """Run the terminal; every error of ours is one sentence and a status."""
    try:
        app()
    except TrucelineError as error:
        err.print(f"[red]{error}[/red]", highlight=False)
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
) -> None:
    """Read reports into a record. What is already there is not read again."""
    settings = Settings.of(published=published, engine=engine, workers=workers)
    with Store(record, create=True) as store:
        outcome = _read(store, paths, settings)
    for skipped in outcome.skipped:
        err.print(f"[yellow]Set aside:[/yellow] {skipped.reason}", highlight=False)
    there = f", {len(outcome.already_there)} already there" if outcome.already_there else ""
    err.print(f"{len(outcome.read)} reports read{there}, {len(outcome.skipped)} set aside. Record: {record}")
    if outcome.skipped:
        raise typer.Exit(1)


def _read(store: Store, paths: list[Path], settings: Settings) -> Outcome:
    columns = (TextColumn("Reading"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=err, transient=True) as bar:
        task = bar.add_task("", total=None)
        return read_into(store, paths, settings, lambda n, source: bar.update(task, completed=n, description=source))


@app.command()
def export(
    record: RecordFile,
    format: Annotated[str, typer.Option("--format", help=", ".join(f"{e.name}: {e.describes}" for e in EXPORTS))],
    output: Annotated[Path, typer.Option("--output", help="The file to write.")],
    as_of: Annotated[str | None, typer.Option(help="Day for which timeliness is computed, as 2020-07-14.")] = None,
) -> None:
    """Write the record as a file for other programs or for people."""
    chosen = export_named(format)
    with Record.open(record) as opened:
        chosen.write(opened, output, as_of=as_of)
    err.print(f"Written: {output}")


@app.command()
def check(record: RecordFile) -> None:
    """Check every invariant and every hash of a record."""
    with Record.open(record) as opened:
        found = opened.violations()
    for sentence in found:
        err.print(f"[red]{sentence}[/red]", highlight=False)
    out.print(f"{len(found)} violations." if found else "No violation found.")
    if found:
        raise typer.Exit(1)
