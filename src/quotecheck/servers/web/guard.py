"""Who may ask at all: the right host, the same origin, a token where there is one. What is asked is not looked at.

A page of somebody else's in the same browser can reach a server on this machine: directly, or under a name of its own
that it lets point here (DNS rebinding). The first sends its origin, the second its host name; both are refused.
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Sequence
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from quotecheck.servers.web.worker import refusal

HEADERS: Final = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
    "cross-origin-resource-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "x-frame-options": "DENY",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
"""On every answer."""
CLOSED: Final = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
"""The policy of an answer that is no page."""


class Guard:
    """Lets through what may ask, and puts the headers on every answer."""

    def __init__(self, app: ASGIApp, hosts: Sequence[str], token: str | None = None) -> None:
        """A guard.

        Args:
            app: What is guarded.
            hosts: Names and ports by which the server may be called, as a browser sends them.
            token: What the API asks for; None for nothing.
        """
        self._app = app
        self._hosts = frozenset(host.lower() for host in hosts)
        self._origins = frozenset(f"{scheme}://{host}" for host in self._hosts for scheme in ("http", "https"))
        self._token = token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """An application of ASGI."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(raw=message.setdefault("headers", []))
                for name, value in HEADERS.items():
                    headers[name] = value
                headers.setdefault("content-security-policy", CLOSED)
            await send(message)

        refused = self._refused(scope)
        if refused is None:
            await self._app(scope, receive, sent)
            return
        status, code, words = refused
        body = json.dumps(refusal(code, words)).encode()
        headers = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
        if status == 401:
            headers.append((b"www-authenticate", b"Bearer"))
        await sent({"type": "http.response.start", "status": status, "headers": headers})
        await sent({"type": "http.response.body", "body": body})

    def _refused(self, scope: Scope) -> tuple[int, str, str] | None:
        headers = Headers(scope=scope)
        if headers.get("host", "").lower() not in self._hosts:
            return 421, "host", "this server is not called by that name (--host-name adds one)"
        origin = headers.get("origin")
        if origin is not None and origin.lower() not in self._origins:
            return 403, "origin", "pages of other origins may not ask"
        api = scope["path"].startswith("/api/")
        if api and headers.get("sec-fetch-site", "none") not in ("same-origin", "none"):
            return 403, "origin", "pages of other origins may not ask"
        if api and self._token is not None and not self._known(headers.get("authorization", "")):
            return 401, "token", "the API of this server wants its token"
        return None

    def _known(self, authorization: str) -> bool:
        scheme, _, given = authorization.partition(" ")
        same = hmac.compare_digest(given.strip().encode(), (self._token or "").encode())
        return scheme.lower() == "bearer" and same
