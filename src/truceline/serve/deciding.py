"""Decisions taken on the pages: one form, one address; a stale one is refused kindly and nothing is lost."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qs, urlsplit

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from truceline.domain.decisions import Decision
from truceline.errors import BadArgument, TrucelineError
from truceline.reconcile.rulings import in_force
from truceline.record.decisions import Ruling
from truceline.serve.answers import page
from truceline.serve.workbench import Workbench

UNDONE = ("undo", "redo")
LARGEST_FORM = 200_000


async def form_of(request: Request) -> dict[str, str]:
    """Read an ordinary form; only the first value of a field counts."""
    body = await request.body()
    if len(body) > LARGEST_FORM:
        raise BadArgument("This form is too large.")
    return {k: v[0] for k, v in parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True).items()}


def take(bench: Workbench, form: dict[str, str]) -> Decision:
    """Take the decision of a form; raise BadArgument or StaleDecision with one sentence if it cannot be taken."""
    action, kind, target = (form.get(k, "") for k in ("action", "kind", "target"))
    log = bench.log()
    if action in UNDONE:
        target = target or _last(log, action)
        kind = "decision"
    ruling = Ruling(action, kind, target, _after(action, form), reason=form.get("reason") or None)
    expected = form.get("seen")
    with bench.record() as opened:
        now = datetime.now(UTC).isoformat(timespec="seconds")
        return opened.decide(ruling, by=bench.by, at=now, seen=int(expected) if expected else None)


def _last(log: tuple[Decision, ...], action: str) -> str:
    """The decision that undo takes back, or that redo takes again."""
    standing = in_force(log)
    if action == "undo" and standing:
        return standing[-1].id
    undone = [d.target for d in log if d.action == "undo"]
    still = {d.id for d in standing}
    gone = [t for t in undone if t not in still]
    if action == "redo" and gone:
        return gone[-1]
    raise BadArgument(f"There is nothing to {action}.")


def _after(action: str, form: dict[str, str]) -> Any:
    if action == "merge":
        return [i for i in form.get("after", "").split() if i]
    if action in ("edit", "set_status"):
        fields = {k[6:]: v for k, v in form.items() if k.startswith("field-")}
        if fields:
            return {k: (v or None) for k, v in fields.items()}
        try:
            return json.loads(form.get("after") or "{}")
        except ValueError as error:
            raise BadArgument("The new values are not JSON.") from error
    return form.get("note") or None


def back(request: Request, form: dict[str, str], decision: Decision) -> RedirectResponse:
    """Go back to the page that asked, which shows how to undo; never to another site."""
    where = urlsplit(form.get("back") or "/")
    path = where.path if where.path.startswith("/") and not where.path.startswith("//") else "/"
    query = "&".join(p for p in where.query.split("&") if p and not p.startswith("done="))
    return RedirectResponse(f"{path}?{query}{'&' if query else ''}done={decision.id}", 303)


async def decide(request: Request) -> Response:
    """Take a decision and go back."""
    bench: Workbench = request.app.state.bench
    try:
        form = await form_of(request)
        return back(request, form, take(bench, form))
    except TrucelineError as error:
        return page(request, "sorry.html", 409, sentence=str(error), title="Not decided")
