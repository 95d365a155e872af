"""The server as a program meets it: answers as described, who is sent away, limits, and an end that leaves nothing."""

from __future__ import annotations

import http.client
import json
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from quotecheck.cli import main
from tests.servers.running import ROOT, Running

pytest.importorskip("starlette")
pytest.importorskip("uvicorn")

TALK = "“We don’t seek war,” Ada Brook said.\n\n“The mill is ours,” Dora Lind said.\n"
SOURCE = {"name": "talk.txt", "text": TALK}
DRAFT = {"text": "“We seek war,” Ada Brook said.\n\n“The mill is ours,” Dora Lind said."}
GOOD = {
    "check": {"draft": DRAFT, "sources": [SOURCE], "page": True},
    "batch": {"candidates": [{"text": "We seek war", "mine": 1}, {"id": 7}], "sources": [SOURCE]},
    "extract": {"draft": DRAFT, "claims": "all"},
    "find": {"words": "The mill is ours", "sources": [SOURCE]},
    "elements": {"elements": [{"id": "p", "html": "<p>“We seek war,” Ada Brook said.</p>"}], "sources": [SOURCE]},
}


@pytest.fixture(scope="module")
def server() -> Iterator[Running]:
    with Running("--megabytes", "1", "--source", str(ROOT / "fixtures" / "transcripts" / "hearing.txt")) as running:
        yield running


@pytest.fixture(scope="module")
def described(server: Running) -> Any:
    return server.json("/api/1/openapi.json")


def valid(described: Any, name: str, values: Any) -> None:
    """Raises if values are not as a schema of the description says."""
    whole = {"$ref": f"#/components/schemas/{name}", "components": described["components"]}
    jsonschema.Draft202012Validator(whole).validate(values)


def test_every_schema_is_one(described: Any) -> None:
    for schema in described["components"]["schemas"].values():
        jsonschema.Draft202012Validator.check_schema(schema)
    names = set(described["components"]["schemas"])
    refs = set(_refs(described))
    assert described["openapi"].startswith("3.1") and {one.rpartition("/")[2] for one in refs} <= names


def _refs(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, one in value.items():
            if key == "$ref":
                yield one
            else:
                yield from _refs(one)
    elif isinstance(value, list):
        for one in value:
            yield from _refs(one)


@pytest.mark.parametrize("name", GOOD)
def test_answers_are_as_described(server: Running, described: Any, name: str) -> None:
    asked = {**GOOD[name], "candidates": [{"text": "x"}]} if name == "batch" else GOOD[name]
    valid(described, f"{name}-request", asked)
    values = server.json(f"/api/1/{name}", GOOD[name])
    valid(described, f"{name}-answer", values)
    assert f"/api/1/{name}" in described["paths"]


def test_a_check_says_what_it_found(server: Running) -> None:
    values = server.json("/api/1/check", GOOD["check"])
    assert [one["outcome"] for one in values["report"]["results"]] == ["fail", "pass"]
    assert values["page"].lstrip().startswith("<!doctype html>")


def test_what_a_code_means_and_what_the_server_is(server: Running, described: Any) -> None:
    about = server.json("/api/1")
    valid(described, "about", about)
    assert about["sources"] and not about["keeps"] and about["limits"]["body"] == 1024 * 1024
    for path in ("/api/1/explain", "/api/1/explain/QC402", "/api/1/explain/polarity?policy=ap"):
        valid(described, "explain-answer", server.json(path))


def test_the_sources_of_the_server_are_its_own(server: Running) -> None:
    values = server.json("/api/1/check", {"draft": {"text": "“We love the sea,” Ada Brook said."}})
    assert values["report"]["sources"][0]["path"].endswith("hearing.txt")


REFUSED: list[tuple[str, dict[str, Any], dict[str, str], int, str]] = [
    ("a name that another lets point here", {}, {"host": "evil.example"}, 421, "host"),
    ("another port", {}, {"host": "127.0.0.1:1"}, 421, "host"),
    ("a page of another origin", {}, {"origin": "https://evil.example"}, 403, "origin"),
    ("a page without an origin", {}, {"origin": "null"}, 403, "origin"),
    ("a page of another port", {}, {"origin": "http://127.0.0.1:1"}, 403, "origin"),
    ("a browser that says so", {}, {"sec-fetch-site": "cross-site"}, 403, "origin"),
    ("a form", {}, {"content-type": "text/plain"}, 415, "content-type"),
    ("no JSON", {"body": b"{"}, {}, 400, "json"),
    ("not a number", {"body": b"NaN"}, {}, 400, "json"),
    ("deep", {"body": b"[" * 100_000}, {}, 422, "too-deep"),
    ("large", {"body": b" " * 1_100_000}, {}, 413, "too-large"),
    ("of another kind", {"body": b"[]"}, {}, 422, "request"),
    ("a method", {"method": "PUT", "body": b"{}"}, {}, 405, "method"),
    ("asks first", {"method": "OPTIONS"}, {"access-control-request-method": "POST"}, 405, "method"),
]
IDS = [one[0] for one in REFUSED]


@pytest.mark.parametrize(("asked", "headers", "status", "code"), [one[1:] for one in REFUSED], ids=IDS)
def test_what_is_sent_away(
    server: Running, described: Any, asked: dict[str, Any], headers: dict[str, str], status: int, code: str
) -> None:
    values = {"body": json.dumps(GOOD["check"]).encode(), **asked}
    got, sent, body = server.ask("/api/1/check", None, **values, **headers)
    found = json.loads(body)
    assert (got, found["error"]["code"]) == (status, code)
    valid(described, "refusal", found)
    assert not [name for name in sent if name.startswith("access-control")]


def test_a_body_that_does_not_say_its_length_is_counted(server: Running) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
    chunks = (b" " * 65536 for _ in range(40))
    try:
        connection.request("POST", "/api/1/check", chunks, {"content-type": "application/json"}, encode_chunked=True)
        assert connection.getresponse().status == 413
    except (BrokenPipeError, ConnectionResetError):
        pass  # it was closed before all was sent
    finally:
        connection.close()
    assert server.json("/api/1")


@pytest.mark.slow
def test_requests_made_from_the_description_bring_only_what_it_says(server: Running, tmp_path: Path) -> None:
    command = shutil.which("schemathesis", path=Path(sys.executable).parent)
    if command is None:
        pytest.skip("schemathesis is not installed")
    checks = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance"
    done = subprocess.run(
        [command, "run", f"{server.url}api/1/openapi.json", "--checks", checks, "--max-examples", "50", "--seed", "1"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=600,
        cwd=tmp_path,  # it keeps what it found in the working directory
    )
    assert done.returncode == 0, done.stdout[-4000:]


def test_the_page_and_every_answer_are_closed(server: Running) -> None:
    for path in ("/", "/page.js", "/api/1", "/nowhere"):
        _, headers, _ = server.ask(path)
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy and "unsafe" not in policy
        assert headers["x-content-type-options"] == "nosniff" and headers["cache-control"] == "no-store"
        assert "server" not in headers
    status, _, body = server.ask("/nowhere")
    assert status == 404 and json.loads(body)["error"]["code"] == "no-such-path"


def test_loopback_has_several_names(server: Running) -> None:
    for name in ("127.0.0.1", "localhost", "LOCALHOST"):
        assert server.ask("/api/1", host=f"{name}:{server.port}")[0] == 200
    own = f"http://127.0.0.1:{server.port}"
    assert server.ask("/api/1/extract", {"draft": {"text": "x"}}, origin=own, sec_fetch_site="same-origin")[0] == 200


def test_a_token() -> None:
    with Running("--workers", "1", token="a-secret-of-some-length") as running:
        assert running.ask("/")[0] == 200 and "hidden" not in running.ask("/")[2].decode().split('class="token"')[1][:8]
        status, headers, _ = running.ask("/api/1")
        assert (status, headers["www-authenticate"]) == (401, "Bearer")
        assert running.ask("/api/1", authorization="Bearer a-secret-of-some-lengtj")[0] == 401
        assert running.ask("/api/1", authorization="Bearer a-secret-of-some-length")[0] == 200


@pytest.fixture(scope="module")
def slow_source() -> dict[str, str]:
    """Sources that take a while."""
    words = "".join(f"“The mill number {n} is ours,” Ada Brook said.\n\n" for n in range(4000))
    return {"name": "long.txt", "text": words}


def test_too_long_too_many_and_the_next_is_answered(slow_source: dict[str, str]) -> None:
    draft = {"text": slow_source["text"].replace("ours", "theirs")}
    asked = {"draft": draft, "sources": [slow_source]}
    with Running("--seconds", "2", "--workers", "1", "--waiting", "1", "--statements", "100000") as running:
        found: list[tuple[int, dict[str, str], bytes]] = []
        threads = [threading.Thread(target=lambda: found.append(running.ask("/api/1/check", asked))) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        statuses = sorted(status for status, _, _ in found)
        assert statuses == [503, 503, 504, 504]
        assert all(headers["retry-after"] for status, headers, _ in found if status == 503)
        assert running.ask("/api/1")[0] == 200
        begun = time.monotonic()
        while running.ask("/api/1/explain/QC402")[0] != 200:  # a new process may need longer than two seconds to start
            assert time.monotonic() - begun < 60


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_and_leaves_no_process(sent: int) -> None:
    running = Running("--workers", "1")
    children = _children(running.process.pid)
    assert running.end(sent) in (0, -sent, 130)
    deadline = time.monotonic() + 10
    while any(_alive(child) for child in children):
        assert time.monotonic() < deadline
        time.sleep(0.05)
    with pytest.raises(OSError), socket.create_connection(("127.0.0.1", running.port), timeout=1):
        pass


def _children(process: int) -> list[int]:
    path = Path(f"/proc/{process}/task/{process}/children")
    return [int(one) for one in path.read_text().split()] if path.exists() else []


def _alive(process: int) -> bool:
    path = Path(f"/proc/{process}/stat")
    try:
        return path.read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_nothing_is_kept_unless_told(tmp_path: Path) -> None:
    with Running("--workers", "1", "--keep", str(tmp_path / "kept")) as running:
        running.json("/api/1/check", {**GOOD["check"], "draft": {**DRAFT, "name": "../../x"}})
        running.json("/api/1/extract", GOOD["extract"])
    (own,) = (tmp_path / "kept").iterdir()
    assert sorted(one.name for one in own.iterdir()) == ["copy.html", "report.json", "request.json"]
    assert own.stat().st_mode & 0o077 == 0 and (own / "request.json").stat().st_mode & 0o077 == 0
    assert json.loads((own / "report.json").read_text("utf-8"))["schema"] == "quotecheck/1"


def test_an_archive(tmp_path: Path) -> None:
    pytest.importorskip("numpy")
    (tmp_path / "talk.txt").write_text(TALK, "utf-8")
    archive = str(tmp_path / "press")
    assert main(["archive", "create", archive]) == 0
    assert main(["archive", "add", archive, str(tmp_path / "talk.txt")]) == 0
    with Running("--workers", "1", "--archive", archive) as running:
        assert running.json("/api/1")["archive"]
        (found,) = running.json("/api/1/find", {"words": "The mill is ours"})["found"]
        assert found["result"]["evidence"]["passages"][0]["speaker"] == "Dora Lind"
        report = running.json("/api/1/check", {"draft": DRAFT})["report"]
        assert [one["outcome"] for one in report["results"]] == ["fail", "pass"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--bind", "0.0.0.0"], "QUOTECHECK_TOKEN"),
        (["--source", "no/such"], "no such file"),
        (["--policy", "nws"], "news"),
        (["--archive", "no/such"], "no/such"),
        (["--sources", "README.md"], "README.md"),
        (["--port", "70000"], "70000"),
    ],
)
def test_a_wrong_start_says_so(arguments: list[str], said: str) -> None:
    code = "import sys; from quotecheck.cli import main; sys.exit(main())"
    done = subprocess.run(
        [sys.executable, "-c", code, "serve", *arguments], capture_output=True, text=True, encoding="utf-8", timeout=60
    )
    assert done.returncode in (2, 3) and said in done.stderr and "Traceback" not in done.stderr
