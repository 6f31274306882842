"""What keeps a local page local: which hosts may ask, who may write, and what a page may load.

A page on the web can make a browser talk to this machine. The host allow-list stops DNS rebinding, on every method and
file; writing needs the cookie that the launch address gave and a request that this very page sent.
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE = "truceline"
SAFE_METHODS = frozenset({"GET", "HEAD"})
HEADERS = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-src 'self'; frame-ancestors 'none'; "
        "require-trusted-types-for 'script'"
    ),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), clipboard-read=()",
    "cache-control": "no-store",
}
ORIGINAL_CSP = (
    "sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; "
    "frame-ancestors 'self'"
)
"""For a report's own page, shown in a sandboxed frame."""


@dataclass(frozen=True, slots=True)
class Gate:
    """Lets in what this machine's own page asks, and refuses the rest."""

    app: ASGIApp
    port: int
    secret: str

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Check a request before the app sees it, and add the headers to what it answers."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        refusal = self._refusal(scope)
        app = refusal if refusal is not None else self.app
        await app(scope, receive, _with_headers(send))

    def _refusal(self, scope: Scope) -> ASGIApp | None:
        headers, method = Headers(scope=scope), scope["method"]
        if headers.get("host") not in self.hosts():
            return PlainTextResponse("This address is not served here.", 421)
        request = Request(scope)
        token = request.query_params.get("token")
        if method == "GET" and token is not None and hmac.compare_digest(token.encode(), self.secret.encode()):
            return self._entered(request)
        if not hmac.compare_digest(request.cookies.get(COOKIE, "").encode(), self.secret.encode()):
            return PlainTextResponse("Open the address that `truceline serve` printed; it holds the key.", 403)
        if method not in SAFE_METHODS and not self._same_site(headers):
            return PlainTextResponse("Only this workbench's own pages may write.", 403)
        return None

    def hosts(self) -> frozenset[str]:
        """Give the only Host headers that are served."""
        return frozenset(f"{name}:{self.port}" for name in ("localhost", "127.0.0.1", "[::1]"))

    def _same_site(self, headers: Headers) -> bool:
        site = headers.get("sec-fetch-site")
        if site is not None:
            return site in ("same-origin", "none")
        return headers.get("origin") == f"http://{headers.get('host')}"

    def _entered(self, request: Request) -> ASGIApp:
        """Turn the one-time token of the launch address into a cookie that scripts cannot read."""
        response = RedirectResponse(request.url.path, 303)
        response.set_cookie(COOKIE, self.secret, httponly=True, samesite="strict", path="/")
        return response


def _with_headers(send: Send) -> Send:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return sent
