"""The routes: which path asks which question, and the page. The work is done in other processes."""

from __future__ import annotations

import asyncio
import base64
import contextlib
import hashlib
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from importlib.resources import files
from typing import Any, Final

import attrs
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from quotecheck.servers.asked import Limits, Refused
from quotecheck.servers.setup import Setup
from quotecheck.servers.web.openapi import document
from quotecheck.servers.web.worker import refusal
from quotecheck.servers.web.workers import Workers
from quotecheck.verdicts.policies import POLICY_NAMES

POSTED: Final = ("check", "batch", "extract", "find", "elements")
"""Questions with a body."""
_SLOWEST: Final = 30.0  # seconds in which a body must have come
_RETRY: Final = "2"

Handler = Callable[[Request], Awaitable[Response]]


def application(
    setup: Setup, *, token: bool = False, ready: Callable[[str | None], None] = lambda _: None
) -> Starlette:
    """The application, without its guard.

    Args:
        setup: What the server was started with.
        token: True if the page must ask for a token.
        ready: Called once it can answer, with None; or with the reason why it never will.
    """
    workers = Workers(setup)

    @contextlib.asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        try:
            await workers.start()
        except Refused as refused:
            ready(refused.message)
            raise
        ready(None)
        try:
            yield
        finally:
            await workers.stop()

    described = document(setup.version)

    async def openapi(_: Request) -> Response:
        return JSONResponse(described)

    async def about(_: Request) -> Response:
        return JSONResponse(_about(setup))

    async def explained(request: Request) -> Response:
        asked = {"code": request.path_params.get("code"), "policy": request.query_params.get("policy")}
        return await _asked(workers, "explain", json.dumps(asked).encode())

    routes = [
        Route("/api/1", about),
        Route("/api/1/openapi.json", openapi),
        Route("/api/1/explain", explained),
        Route("/api/1/explain/{code}", explained),
        *(Route(f"/api/1/{name}", _posted(workers, name, setup.limits), methods=["POST"]) for name in POSTED),
        *_page_routes(token),
    ]
    handlers: Mapping[Any, Any] = {HTTPException: _http_fault, Refused: _refused, Exception: _fault}
    return Starlette(routes=routes, lifespan=lifespan, exception_handlers=handlers)


def _about(setup: Setup) -> dict[str, Any]:
    limits = attrs.asdict(setup.limits)
    return {
        "name": "quotecheck",
        "version": setup.version,
        "policies": list(POLICY_NAMES),
        "policy": setup.policy,
        "sources": bool(setup.sources),
        "archive": setup.archive is not None,
        "keeps": setup.keep is not None,
        "limits": {name: limits[name] for name in ("body", "files", "statements", "seconds")},
    }


def _posted(workers: Workers, name: str, limits: Limits) -> Handler:
    async def posted(request: Request) -> Response:
        kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind != "application/json":
            raise Refused(415, "content-type", "the body must be application/json")
        return await _asked(workers, name, await _body(request, limits.body))

    return posted


async def _body(request: Request, most: int) -> bytes:
    """The body, no more of it than may be, and not for ever."""
    too_large = Refused(413, "too-large", f"the request is over the limit of {most:,} bytes")
    length = request.headers.get("content-length", "0")
    if not length.isascii() or not length.isdigit() or int(length) > most:
        raise too_large
    chunks: list[bytes] = []
    size = 0
    try:
        async with asyncio.timeout(_SLOWEST):
            async for chunk in request.stream():
                size += len(chunk)
                if size > most:
                    raise too_large
                chunks.append(chunk)
    except TimeoutError:
        raise Refused(408, "too-slow", "the body did not come in time") from None
    except ClientDisconnect:
        raise Refused(400, "gone", "the body broke off") from None
    return b"".join(chunks)


async def _asked(workers: Workers, name: str, body: bytes) -> Response:
    answer = await workers.ask(name, body)
    return Response(answer.body, answer.status, media_type="application/json")


def _told(status: int, code: str, message: str, headers: Mapping[str, str] | None = None) -> Response:
    return JSONResponse(refusal(code, message), status, headers)


async def _refused(_: Request, error: Refused) -> Response:
    headers = {"retry-after": _RETRY} if error.status == 503 else None
    return _told(error.status, error.code, error.message, headers)


async def _http_fault(_: Request, error: HTTPException) -> Response:
    code = {404: "no-such-path", 405: "method"}.get(error.status_code, "request")
    return _told(error.status_code, code, error.detail, error.headers)


async def _fault(_: Request, error: Exception) -> Response:
    return _told(500, "fault", f"quotecheck failed: {type(error).__name__}")


def _page_routes(token: bool) -> list[Route]:
    """The page, its style and its script."""
    page = _file("page.html").replace("TOKEN", "" if token else " hidden")
    policy = _policy()

    def handler(content: str, kind: str, headers: Mapping[str, str] | None = None) -> Handler:
        async def served(_: Request) -> Response:
            return Response(content, media_type=kind, headers=headers)

        return served

    return [
        Route("/", handler(page, "text/html", {"content-security-policy": policy})),
        Route("/page.css", handler(_file("page.css"), "text/css")),
        Route("/page.js", handler(_file("page.js"), "text/javascript")),
    ]


def _policy() -> str:
    """What the page may do: its own files and API, and in the annotated copy that page's own style and script."""
    style, script = (_hash("quotecheck.reports.annotated", name) for name in ("page.css", "page.js"))
    return (
        f"default-src 'none'; style-src 'self' '{style}'; script-src 'self' '{script}'; connect-src 'self'; "
        "frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
    )


def _hash(package: str, name: str) -> str:
    content = _file(name, package)
    return f"sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}"


def _file(name: str, package: str = "quotecheck.servers.web") -> str:
    return files(package).joinpath(name).read_text(encoding="utf-8").replace("\r\n", "\n")
