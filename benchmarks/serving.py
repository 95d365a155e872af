"""``python -m benchmarks.serving``: `serve --archive` under load, asked by wrk over many connections at once.

wrk (https://github.com/wg/wrk) is the load: it must be installed. A request that is put off (503, the line is full) is
counted apart: that is how the server keeps answering.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import re
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import attrs

from benchmarks.archiving import documents, questions
from benchmarks.pages import OWN_COMMAND, write
from benchmarks.tables import markdown
from quotecheck.archive import Writer, create

NAME: Final = "serving"
PORT: Final = 18463
SCRIPT: Final = """
local bodies, n = {}, 0
for line in io.lines("%s") do bodies[#bodies + 1] = line end
request = function()
  n = n + 1
  return wrk.format("POST", "%s", {["content-type"] = "application/json"}, bodies[n %% #bodies + 1])
end
done = function(summary, latency, requests)
  io.write(string.format("QC %%d %%d %%d %%d %%d %%d\\n", summary.requests, summary.errors.status,
    summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout,
    summary.duration, latency:percentile(50), latency:percentile(99)))
end
"""


_MARKS: Final = re.compile(r"[“”\"]")


@attrs.frozen
class Answered:
    """What wrk counted.

    Attributes:
        requests: Answers in all.
        refused: Answers that put the request off.
        broken: Connections that failed, and answers that did not come.
        seconds: How long it went on.
        median: Seconds of the middle answer.
        slow: Seconds that 99 of 100 answers take at most.
    """

    requests: int
    refused: int
    broken: int
    seconds: float
    median: float
    slow: float


@contextlib.contextmanager
def served(command: Sequence[str], archive: Path, options: Sequence[str]) -> Iterator[str]:
    """A server with an archive; its address, when it answers."""
    words = [*command, "serve", "--archive", str(archive), "--port", str(PORT), *options]
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{PORT}"
    try:
        for _ in range(600):
            with contextlib.suppress(OSError):
                urllib.request.urlopen(f"{address}/api/1", timeout=5).close()
                break
            time.sleep(0.1)
        yield address
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(30)


def asked(address: str, path: str, bodies: Path, connections: int, seconds: int) -> Answered:
    """Asks for some seconds, over many connections, one request after the other on each."""
    script = bodies.with_suffix(".lua")
    script.write_text(SCRIPT % (bodies, path), encoding="utf-8")
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "60s", "-s", str(script), address]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    found = re.search(r"^QC (\d+) (\d+) (\d+) (\d+) (\d+) (\d+)$", printed, re.MULTILINE)
    if found is None:
        raise RuntimeError(f"wrk said something else:\n{printed}")
    numbers = [int(each) for each in found.groups()]
    return Answered(numbers[0], numbers[1], numbers[2], *(each / 1e6 for each in numbers[3:]))


def measure(command: Sequence[str], texts: Sequence[str], count: int, connections: int, seconds: int) -> str:
    """The table, as Markdown."""
    rows = []
    with tempfile.TemporaryDirectory() as work:
        archive = Path(work) / "archive"
        create(archive, voices=True)
        with Writer(archive) as writer:
            writer.add(documents(texts, count, 1))
        statements = [statement.text for _, statement in questions(texts, count, 1)]
        find, check = Path(work) / "find", Path(work) / "check"
        find.write_text("".join(json.dumps({"words": each}) + "\n" for each in statements), encoding="utf-8")
        drafts = ({"draft": {"text": f"“{_MARKS.sub('', each)},” Ada Brook said."}} for each in statements)
        check.write_text("".join(json.dumps(each) + "\n" for each in drafts), encoding="utf-8")
        for path, bodies in (("/api/1/find", find), ("/api/1/check", check)):
            for waiting in (8, connections):
                with served(command, archive, ["--waiting", str(waiting)]) as address:
                    one = asked(address, path, bodies, connections, seconds)
                rows.append([path, str(waiting), *_shown(one)])
    head = ["asked", "may wait", "answered a second", "put off a second", "p50", "p99", "broken"]
    return f"{count:,} documents, {connections} connections, {seconds} s each.\n\n" + markdown(head, rows)


def _shown(one: Answered) -> list[str]:
    good = (one.requests - one.refused) / one.seconds
    times = [f"{each * 1e3:.0f} ms" for each in (one.median, one.slow)]
    return [f"{good:.0f}", f"{one.refused / one.seconds:.0f}", *times, str(one.broken)]


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the table and, with ``--out``, puts it into a page between its markers."""
    parser = argparse.ArgumentParser(prog=f"python -m benchmarks.{NAME}", description=__doc__)
    parser.add_argument("--texts", type=Path, required=True, help="folder of texts (*.txt) to cut documents from")
    parser.add_argument("--documents", type=int, default=3000, help="default: %(default)s")
    parser.add_argument("--connections", type=int, default=50, help="default: %(default)s")
    parser.add_argument("--seconds", type=int, default=20, help="default: %(default)s")
    parser.add_argument("--command", default=OWN_COMMAND, help="how quotecheck is started (default: this Python's)")
    parser.add_argument("--out", type=Path, help="page to write the table into, between its markers")
    given = parser.parse_args(arguments)
    if shutil.which("wrk") is None:
        print("wrk is not installed", file=sys.stderr)
        return 1
    texts = [path.read_text("utf-8") for path in sorted(given.texts.glob("**/*.txt"))]
    table = measure(shlex.split(given.command), texts, given.documents, given.connections, given.seconds)
    write(NAME, table, given.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
