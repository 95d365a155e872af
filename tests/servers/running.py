"""A real server in a process of its own, asked over HTTP. No test is in here."""

from __future__ import annotations

import http.client
import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Any

ROOT = Path(__file__).parents[2]


class Running:
    """`quotecheck serve` on a free port."""

    def __init__(self, *arguments: str, token: str | None = None) -> None:
        code = "import sys; from quotecheck.cli import main; sys.exit(main())"
        command = [sys.executable, "-c", code, "serve", "--port", "0", *arguments]
        environment = {key: value for key, value in os.environ.items() if key != "QUOTECHECK_TOKEN"}
        if token:
            environment["QUOTECHECK_TOKEN"] = token
        self.process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, encoding="utf-8", env=environment)
        assert self.process.stderr is not None
        self.said = self.process.stderr.readline()
        found = re.search(r"http://127\.0\.0\.1:(\d+)/", self.said)
        assert found, self.said + self.process.stderr.read()
        self.port = int(found[1])
        self.url = found[0]

    def __enter__(self) -> Running:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.end()

    def end(self, sent: int = signal.SIGTERM) -> int:
        """End it; the exit code."""
        if self.process.poll() is None:
            self.process.send_signal(sent)
        code = self.process.wait(30)
        assert self.process.stderr is not None
        self.process.stderr.close()
        return code

    def ask(
        self, path: str, values: Any = None, *, method: str | None = None, body: bytes | None = None, **headers: str
    ) -> tuple[int, dict[str, str], bytes]:
        """Status, headers and body of one request; a header's underscores stand for hyphens."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        if values is not None:
            body = json.dumps(values).encode()
        if body is not None:
            sent.setdefault("content-type", "application/json")
        connection.request(method or ("GET" if body is None else "POST"), path, body, sent)
        answer = connection.getresponse()
        found = answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
        connection.close()
        return found

    def json(self, path: str, values: Any = None) -> Any:
        """What a good request brings."""
        status, _, body = self.ask(path, values)
        assert status == 200, body
        return json.loads(body)
