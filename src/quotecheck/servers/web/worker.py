"""A process that does the work of requests: one at a time, ended from outside if it takes too long.

A check is one long calculation that no thread can be stopped in. In a process of its own it can be, it leaves the
server free to answer others, and what goes wrong in it stays there. Only JSON passes between the two.
"""

from __future__ import annotations

import json
import os
import secrets
import signal
import time
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from quotecheck.model.errors import QuotecheckError
from quotecheck.servers.asked import Refused
from quotecheck.servers.setup import Setup

READY = b"ready"


def work(connection: Connection, setup: Setup) -> None:
    """Answers what comes over the connection until its other end is gone.

    Args:
        connection: Takes a question's name, then its body; gives a status, then the answer's body.
        setup: What the server was started with.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the terminal sends it to all; the server says when to end
    try:
        desk = setup.desk()
    except QuotecheckError as error:
        connection.send_bytes(str(error).encode("utf-8", "backslashreplace"))
        return
    connection.send_bytes(READY)
    while True:
        try:
            name, body = connection.recv_bytes().decode(), connection.recv_bytes()
        except (EOFError, OSError):
            return
        status, values = _answer(desk, name, body, setup.keep)
        written = json.dumps(values, ensure_ascii=False).encode("utf-8", "backslashreplace")
        connection.send_bytes(str(status).encode())
        connection.send_bytes(written)


def _answer(desk: Any, name: str, body: bytes, keep: str | None) -> tuple[int, dict[str, Any]]:
    try:
        asked = _loaded(body)
        values = desk.answer(name, asked)
        if keep is not None and name in ("check", "elements"):
            _kept(Path(keep), body, values)
    except Refused as refused:
        return refused.status, refusal(refused.code, refused.message)
    except RecursionError:
        return 422, refusal("too-deep", "the request is nested too deep")
    except MemoryError:
        return 413, refusal("too-large", "the request needs more memory than there is")
    except Exception as error:  # the server goes on; what is wrong is ours, and no word of the request is in the answer
        return 500, refusal("fault", f"quotecheck failed: {type(error).__name__}")
    return 200, values


def refusal(code: str, message: str) -> dict[str, Any]:
    """The body of an answer that is none."""
    return {"error": {"code": code, "message": message}}


def _loaded(body: bytes) -> Any:
    def never(name: str) -> Any:
        raise ValueError(f"{name} is no JSON")

    try:
        return json.loads(body.decode(), parse_constant=never)
    except (UnicodeDecodeError, ValueError) as error:
        raise Refused(400, "json", f"the body is not JSON: {error}") from error


def _kept(directory: Path, body: bytes, values: dict[str, Any]) -> None:
    """Keep what was asked and answered, in a new directory that only its owner may read."""
    own = directory / f"{time.strftime('%Y-%m-%dT%H%M%S')}-{secrets.token_hex(4)}"
    own.mkdir(mode=0o700, parents=True)
    _write(own / "request.json", body)
    report = json.dumps(values.get("report"), ensure_ascii=False, indent=2)
    _write(own / "report.json", report.encode("utf-8", "backslashreplace"))
    if isinstance(values.get("page"), str):
        _write(own / "copy.html", values["page"].encode("utf-8", "backslashreplace"))


def _write(path: Path, data: bytes) -> None:
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(data)
