"""One self-contained page that shows a record: no scripts, no network, opens from disk, prints."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from importlib import resources
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from truceline.domain.dates import Days
from truceline.domain.items import ReportItem
from truceline.errors import BadArgument
from truceline.version import __version__
from truceline.views import charts
from truceline.views.actors import actors, places
from truceline.views.catalog import Catalog, shown_days
from truceline.views.commitments import commitments
from truceline.views.disputes import disputes
from truceline.views.figures import series
from truceline.views.record import Record
from truceline.views.statements import statements
from truceline.views.timeline import TimelineRow, timeline
from truceline.views.wording import comparison, wording

STATUS_CLASS = {
    "occurred": "done",
    "ongoing": "done",
    "planned": "part",
    "conditional": "wait",
    "alleged": "wait",
    "denied": "late",
}
TIMELINESS_CLASS = {
    "overdue": "late", "breach_reported": "late", "breach_disputed": "disputed late", "condition_unmet": "wait",
    "due_soon": "wait", "done_on_time": "done", "done_late": "part", "continuing": "part", "not_due": "part",
}  # fmt: skip
BACKGROUND = timedelta(days=550)
"""Events older than this before the first report are background and stay out of the timeline's picture."""


@dataclass(frozen=True, slots=True)
class Glance:
    """One number at the top of the page."""

    section: str
    count: int
    what: str
    detail: str


class Dossier:
    """Writes the page."""

    name = "dossier"
    describes = "one self-contained HTML page with timeline, series, commitments, disputes, wording and every quote"
    suffix = ".html"

    def write(self, record: Record, path: Path, *, as_of: str | None = None) -> None:
        """Write the page; states are computed for the day asked for."""
        try:
            path.write_text(page(record, as_of=as_of), encoding="utf-8", newline="\n")
        except OSError as error:
            raise BadArgument(f"{path} cannot be written: {error.strerror}.") from error


def page(record: Record, *, as_of: str | None = None) -> str:
    """Make the page as text."""
    catalog = record.catalog(as_of)
    items, day = catalog.items, catalog.as_of
    rows, lines = tuple(timeline(catalog)), tuple(series(catalog))
    promises, found = tuple(commitments(catalog)), tuple(disputes(catalog))
    environment = Environment(
        loader=PackageLoader("truceline.exports"), autoescape=select_autoescape(), undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    return environment.get_template("dossier.html").render(
        title=_title(catalog), css=_css(), version=__version__, state=record.state(), as_of=day.isoformat(),
        as_of_words=shown_days(Days.on(day)), span=_span(items.reports),
        undated=sum(not (r.published.days.earliest and r.published.days.latest) for r in items.reports),
        reports=[_report(catalog, r) for r in items.reports],
        origins=len({r.origin for r in items.reports}), skipped=record.skipped(),
        glance=_glance(rows, lines, promises, found, len(items.statements)), timeline=rows,
        timeline_chart=charts.timeline_chart(rows, _window(items.reports, rows)), series=lines,
        charts={s.series: charts.series_chart(s) if len(s.points) > 1 else "" for s in lines},
        commitments=promises, disputes=found,
        others=disputes(catalog, types=("scope_difference", "update", "corroboration")),
        statements=statements(catalog), comparison=comparison(catalog), wording=wording(catalog),
        actors=actors(catalog), places=places(catalog), status_class=STATUS_CLASS, timeliness_class=TIMELINESS_CLASS,
    )  # fmt: skip


STYLES = ("views/look.css", "exports/templates/dossier.css")
"""The look that the workbench shares, and what the dossier adds."""


def _css() -> Markup:
    files = resources.files("truceline")
    return Markup("".join(files.joinpath(f).read_text(encoding="utf-8") for f in STYLES))


def _title(catalog: Catalog) -> str:
    """Name the record by the actors that most reports speak of; our own words stay neutral."""
    states = [a for a in actors(catalog) if a.type in ("state", "armed_group", "government", "alliance")]
    return " · ".join(a.name for a in states[:3]) or "Record"


def _bounds(reports: Sequence[ReportItem]) -> list[date]:
    """Give first and last days of publication; one that is open on a side may lie years off, and counts only alone."""
    published = [r.published.days for r in reports]
    closed = [d for d in published if d.earliest and d.latest]
    return [day for d in closed or published for day in (d.earliest, d.latest) if day]


def _span(reports: Sequence[ReportItem]) -> str:
    days = _bounds(reports)
    return shown_days(Days(min(days), max(days))) if days else "of unknown dates"


def _window(reports: Sequence[ReportItem], rows: Sequence[TimelineRow]) -> tuple[date, date] | None:
    days = _bounds(reports)
    if not days:
        return None
    latest = max([*days, *(r.latest for r in rows if r.latest)])
    return min(days) - BACKGROUND, latest


def _report(catalog: Catalog, r: ReportItem) -> dict[str, Any]:
    copy = catalog.label(r.copy_of) if r.copy_of else None
    return {
        "id": r.id, "title": r.title, "source": r.source, "publisher": r.publisher, "authors": r.authors,
        "published": r.published, "days": shown_days(r.published.days), "text": r.text, "copied_from": copy,
        "degree": (r.copy_degree or "").replace("_", " "),
    }  # fmt: skip


def _counted(values: Sequence[str]) -> str:
    counts = Counter(values)
    return ", ".join(f"{n} {v.replace('_', ' ')}" for v, n in sorted(counts.items(), key=lambda one: (-one[1], one[0])))


def _glance(rows: Any, lines: Any, promises: Any, found: Any, said: int) -> tuple[Glance, ...]:
    figures = sum(len(s.points) for s in lines)
    return (
        Glance("timeline", len(rows), "events", _counted([r.status for r in rows])),
        Glance("figures", figures, "figures", f"in {len(lines)} series"),
        Glance("commitments", len(promises), "commitments", _counted([c.timeliness for c in promises])),
        Glance("disputes", len(found), "disputes", _counted([d.about for d in found])),
        Glance("statements", said, "statements", ""),
    )
