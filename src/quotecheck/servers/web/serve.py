"""The server: one socket, the guarded application on it, and an end that leaves nothing behind."""

from __future__ import annotations

import contextlib
import ipaddress
import socket
from collections.abc import Callable, Sequence

import attrs

from quotecheck.model.errors import UsageError
from quotecheck.servers.setup import Setup

PORT = 8463
"""The port if none is named."""
SHORTEST_TOKEN = 16
_AT_ONCE = 64  # connections
_GRACE = 5  # seconds that requests have to end


@attrs.frozen(kw_only=True)
class Door:
    """Where a server listens and who may call.

    Attributes:
        host: Address to bind to.
        port: Port; 0 for any that is free.
        names: Names beside the address and localhost by which it may be called, with the port if it is not the usual.
        token: What the API asks for; None for nothing.
    """

    host: str = "127.0.0.1"
    port: int = PORT
    names: Sequence[str] = ()
    token: str | None = attrs.field(default=None, repr=False)


def serve(setup: Setup, door: Door, tell: Callable[[str], None]) -> None:
    """Serve until somebody ends it (SIGINT, SIGTERM).

    Args:
        setup: What to check against, and limits.
        door: Where to listen.
        tell: Takes the address once it listens.

    Raises:
        UsageError: if a library is not installed, the address cannot be bound, or it is open to others without a token.
    """
    try:
        import uvicorn

        from quotecheck.servers.web.app import application
        from quotecheck.servers.web.guard import Guard
    except ImportError as error:
        raise UsageError(f"the web page needs {error.name}: pip install 'quotecheck-editorial[serve]'") from error
    check_door(door)
    listening = _bound(door)
    with listening:
        port = int(listening.getsockname()[1])
        listening.listen()
        address = f"http://{_written(door.host)}:{port}/"
        reasons: list[str] = []

        def ready(reason: str | None) -> None:
            if reason is None:
                tell(address)
            else:
                reasons.append(reason)

        inner = application(setup, token=door.token is not None, ready=ready)
        app = Guard(inner, _hosts(door, port), door.token)
        config = uvicorn.Config(
            app,
            log_level="critical",
            access_log=False,
            server_header=False,
            proxy_headers=False,
            limit_concurrency=_AT_ONCE,
            timeout_keep_alive=5,
            timeout_graceful_shutdown=_GRACE,
            ws="none",
            lifespan="on",
        )
        server = uvicorn.Server(config)
        with contextlib.suppress(SystemExit):  # its way to say that it did not start
            server.run(sockets=[listening])
        if not server.started:
            raise UsageError(f"the server did not start: {reasons[0] if reasons else 'no reason is known'}")


def check_door(door: Door) -> None:
    """Refuse a door that is open to others without a token, and a token that can be guessed.

    Raises:
        UsageError: as said.
    """
    if door.token is not None and len(door.token) < SHORTEST_TOKEN:
        raise UsageError(f"QUOTECHECK_TOKEN is shorter than {SHORTEST_TOKEN} characters")
    if door.token is None and not _is_loopback(door.host):
        raise UsageError(
            f"{door.host} can be reached by others: set QUOTECHECK_TOKEN to a secret that callers send as "
            "Authorization: Bearer …, or stay on 127.0.0.1"
        )


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _bound(door: Door) -> socket.socket:
    family = socket.AF_INET6 if ":" in door.host else socket.AF_INET
    listening = socket.socket(family)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((door.host, door.port))
    except OSError as error:
        listening.close()
        raise UsageError(f"{door.host}:{door.port} cannot be listened on: {error.strerror or error}") from error
    return listening


def _hosts(door: Door, port: int) -> list[str]:
    """The hosts that a browser may name."""
    loopback = ["localhost", "127.0.0.1", "[::1]"] if _is_loopback(door.host) else []
    own = [f"{name}:{port}" for name in dict.fromkeys([_written(door.host), *loopback])]
    return [*own, *door.names, *(f"{name}:{port}" for name in door.names)]


def _written(host: str) -> str:
    return f"[{host}]" if ":" in host else host
