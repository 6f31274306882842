"""Decisions taken on the pages: one form, one address; a stale one is refused kindly and nothing is lost."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from truceline.domain.decisions import Decision
from truceline.domain.document import Quote
from truceline.errors import BadArgument, StaleDecision, TrucelineError
from truceline.reconcile.attached import attached_id
from truceline.reconcile.rulings import in_force
from truceline.record.decisions import Ruling
from truceline.serve.answers import page
from truceline.serve.workbench import Workbench
from truceline.views.correcting import SAYS, corrected
from truceline.views.deciding import resting_on
from truceline.views.queue import KINDS, says_of

UNDONE = ("undo", "redo")
LARGEST_FORM = 200_000
Form = Mapping[str, str]


async def form_of(request: Request) -> dict[str, str]:
    """Read an ordinary form; of a field given several times all values are kept, one a line."""
    body = await request.body()
    if len(body) > LARGEST_FORM:
        raise BadArgument("This form is too large.")
    found: dict[str, str] = {}
    for name, value in parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True):
        found[name] = f"{found[name]}\n{value}" if name in found else value
    return found


def take(bench: Workbench, form: Form) -> Decision:
    """Take the decision of a form; raise BadArgument or StaleDecision with one sentence if it cannot be taken."""
    action, kind, target = (form.get(k, "") for k in ("action", "kind", "target"))
    after: Any = _AFTER[action](form) if action in _AFTER else None
    if action in UNDONE:
        target, kind = target or _last(bench.log(), action), "decision"
    if action == "merge":
        target, after = _merged(target, after)
    if action == "redact" and not target:
        kind, target = "words", " ".join(form.get("exact", "").split())
    if action == "attach":
        target = attached_id(kind, Quote(after["report"], after["start"], after["end"], after["exact"]))
    if action in UNDONE and form.get("with") == "later":
        for later in reversed(resting_on(bench.log(), target)):
            bench.decide(Ruling("undo", "decision", later.id))
    before: dict[str, Any] | None = None
    if action == "edit":
        after, before = _corrected(bench, kind, target, form, after)
    seen = form.get("seen")
    ruling = Ruling(action, kind, target, after, before, form.get("reason") or None)
    return bench.decide(ruling, int(seen) if seen and seen.isdigit() else None)


def _corrected(
    bench: Workbench, kind: str, id: str, form: Form, after: dict[str, Any]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """The values of an edit from what was typed, and both as a person writes them."""
    item = bench.item(kind, id)
    typed = _typed(form)
    if item is None or not typed:
        return after, {}
    shown = {name: [form.get(f"was-{name}", ""), text] for name, text in typed.items()}
    return corrected(bench.catalog(), item, typed), {"shown": shown}


def _typed(form: Form) -> dict[str, str]:
    return {k[6:]: v for k, v in form.items() if k.startswith("field-") and v != form.get(f"was-{k[6:]}")}


def _last(log: tuple[Decision, ...], action: str) -> str:
    """The decision that undo takes back, or that redo takes again."""
    standing = in_force(log)
    if action == "undo" and standing:
        return standing[-1].id
    still = {d.id for d in standing}
    gone = [d.target for d in log if d.action == "undo" and d.target not in still]
    if action == "redo" and gone:
        return gone[-1]
    raise BadArgument(f"There is nothing to {action}.")


def _merged(target: str, ids: list[str]) -> tuple[str, list[str]]:
    """The item to keep, and the others: the first that was ticked is kept where none was named."""
    target = target or (ids[0] if ids else "")
    others = [i for i in ids if i != target]
    if not others:
        raise BadArgument("Tick at least two rows to merge.")
    return target, others


def _ids(form: Form) -> list[str]:
    return form.get("after", "").split()


def _parts(form: Form) -> list[Any]:
    """What leaves an item: a report, the words of an account as report:start:end, or a report and a name in it."""
    found: list[Any] = []
    for line in form.get("after", "").splitlines():
        report, space, name = line.partition(" ")
        words = line.rsplit(":", 2)
        if space:
            found.append({"text": name} if report == "*" else {"report": report, "text": name})
        elif len(words) == 3 and words[1].isdigit() and words[2].isdigit():
            found.append({"report": words[0], "start": int(words[1]), "end": int(words[2])})
        elif line:
            found.append(line)
    return found


def _fields(form: Form) -> dict[str, Any]:
    """The fields of an edit: those whose value was changed on the page, or all of them as JSON."""
    if typed := _typed(form):
        return {name: text or None for name, text in typed.items()}
    if not form.get("after"):
        raise BadArgument("No field was changed.")
    try:
        found = json.loads(form["after"])
    except ValueError as error:
        raise BadArgument("The new values are not JSON.") from error
    if not isinstance(found, dict):
        raise BadArgument("The new values are not fields with values.")
    return found


def _attached(form: Form) -> dict[str, Any]:
    try:
        start, end = int(form.get("start", "")), int(form.get("end", ""))
    except ValueError as error:
        raise BadArgument("Mark some words of the report first.") from error
    words = {"report": form.get("report", ""), "start": start, "end": end, "exact": _as_kept(form.get("exact", ""))}
    return {**words, "type": form.get("type") or None, "note": form.get("note") or None}


def _as_kept(text: str) -> str:
    """A browser sends the line ends of a form as CR LF; a report's text has LF only."""
    return text.replace("\r\n", "\n")


_AFTER: dict[str, Callable[[Form], Any]] = {
    "merge": _ids,
    "unmerge": _ids,
    "split": _parts,
    "edit": _fields,
    "set_status": _fields,
    "attach": _attached,
    "resolve": lambda form: {"state": form.get("state"), "side": form.get("side") or None},
    "link": lambda form: {"to": form.get("to"), "as": form.get("as")},
    "unlink": lambda form: {"to": form.get("to")},
    "relabel": _fields,
    "set_rating": lambda form: {k: v for k in ("reliability", "credibility", "topic") if (v := form.get(k))},
    "note": lambda form: form.get("note") or None,
    "redact": lambda form: {"flag": form.get("flag") or None},
}
"""What each action takes from its form."""


def back(form: Form, decision: Decision, undone: Decision | None = None) -> RedirectResponse:
    """Go back to the page that asked, which shows how to undo; never to another site.

    In the queue, what was `undone` leads to its item, which waits there again.
    """
    where = urlsplit(form.get("back") or "/")
    path = where.path if where.path.startswith("/") and not where.path.startswith("//") else "/"
    query = [(k, v) for k, v in parse_qsl(where.query) if k != "done"]
    if undone and path == "/review" and undone.target_kind in KINDS:
        query = [*((k, v) for k, v in query if k not in ("at", "after", "line")), ("at", undone.target), ("line", "1")]
    anchor = f"#{where.fragment}" if where.fragment.replace("-", "").isalnum() else ""
    return RedirectResponse(f"{path}?{urlencode([*query, ('done', decision.id)])}{anchor}", 303)


async def decide(request: Request) -> Response:
    """Take a decision and go back; where later ones rest on what is to be undone, ask first."""
    bench: Workbench = request.app.state.bench
    form: Form = {}
    shown: dict[str, Any]
    try:
        form = await form_of(request)
        later, here = _resting(bench, form), form.get("back") or "/"
        if later:
            items = {d.target: bench.item(d.target_kind, d.target) for d in later}
            says = {id: says_of(bench.catalog(), item) for id, item in items.items() if item is not None}
            shown = {"later": later, "form": form, "says": says, "here": here}
            return page(request, "resting.html", 409, title="Others rest on it", **shown)
        decision = await run_in_threadpool(take, bench, form)
        undone = bench.taken_back(decision.id)
        return back(form, decision, next((d for d in bench.log() if d.id == undone), None))
    except TrucelineError as error:
        typed = () if isinstance(error, StaleDecision) else typed_in(form)
        shown = {"form": form, "kinds": KINDS, "typed": typed, "here": form.get("back") or "/"}
        return page(request, "refused.html", 409, sentence=str(error), title="Not decided", **shown)


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that was typed into a form that was refused."""

    name: str
    says: str
    value: str
    changed: bool


TYPED = {"reason": "because", "note": "in words", "topic": "on what topic"}
"""Fields of forms that are typed, beside those of an edit."""


def typed_in(form: Form) -> tuple[Field, ...]:
    """Give what was typed into a form, to be mended and sent again; nothing where nobody typed."""
    typed = _typed(form)
    found = [Field(k, SAYS.get(n, n), form[k], n in typed) for k in form if (n := k.removeprefix("field-")) != k]
    found += [Field(k, says, form[k], changed=True) for k, says in TYPED.items() if k in form]
    return tuple(found) if any(f.changed and f.value for f in found) or typed else ()


def _resting(bench: Workbench, form: Form) -> tuple[Decision, ...]:
    """The later decisions that a person has to be asked about before an undo."""
    if form.get("action") != "undo" or form.get("with") or not form.get("target"):
        return ()
    return resting_on(bench.log(), form["target"])
