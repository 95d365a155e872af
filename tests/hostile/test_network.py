"""Nothing reaches for the network: every command and every reader runs with sockets forbidden."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from quotecheck.cli import main
from quotecheck.model.errors import ReadingError
from quotecheck.reading import read_file

FIXTURES = Path("fixtures").resolve()
NEWSROOM = Path("examples/newsroom").resolve()


class Reached(BaseException):
    """Somebody asked for the network. No ``Exception``: nobody is to catch it and go on."""


@pytest.fixture(autouse=True)
def forbidden(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    def refuse(*args: Any, **more: Any) -> Any:
        raise Reached(str(args))

    for name in ("connect", "connect_ex", "bind", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)
    for name in ("create_connection", "getaddrinfo", "gethostbyname"):
        monkeypatch.setattr(socket, name, refuse)
    yield


def test_it_would_be_seen() -> None:
    import urllib.request

    with pytest.raises(Reached):
        urllib.request.urlopen("http://127.0.0.1:9/")


COMMANDS = [
    ["check", "drafts", "--report", "html=copy.html", "--report", "record=record.json"],
    ["extract", "drafts/ferry.md"],
    ["config", "drafts/ferry.md"],
    ["selftest", "sources/harbour-day.txt"],
    ["explain", "QC402"],
    ["formats"],
    ["sources", "verify"],
]


@pytest.mark.parametrize("argv", COMMANDS, ids=lambda argv: argv[0])
def test_no_command_reaches_for_it(argv: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import shutil

    shutil.copytree(NEWSROOM, tmp_path / "room")
    monkeypatch.chdir(tmp_path / "room")
    monkeypatch.setenv("QUOTECHECK_TODAY", "2026-03-10")
    assert main(argv) in (0, 1)


def test_no_reader_does() -> None:
    """Every fixture, with what it names by address in it: styles, pictures, entities, schemas."""
    read = 0
    for path in sorted(FIXTURES.rglob("*")):
        if path.is_file():
            try:
                read_file(path)
            except ReadingError:
                continue
            read += 1
    assert read > 50


PAGES = {
    "a.html": (
        '<html><head><base href="http://example.com/"><link rel="stylesheet" href="//example.com/a.css">'
        '<meta http-equiv="refresh" content="0;url=http://example.com/"><script src="http://example.com/a.js"></script>'
        "</head><body><article><p>We keep the mill, Ada Brook said to the whole town on Monday.</p>"
        '<img src="http://example.com/a.png"><iframe src="http://example.com/"></iframe></article></body></html>'
    ),
    "a.ttml": (
        '<?xml version="1.0"?><!DOCTYPE tt SYSTEM "http://example.com/a.dtd">'
        '<tt xmlns="http://www.w3.org/ns/ttml"><body><div><p begin="0s" end="1s">The mill.</p></div></body></tt>'
    ),
    "a.fb2": (
        '<?xml version="1.0"?><!DOCTYPE FictionBook [<!ENTITY x SYSTEM "http://example.com/x">]>'
        '<FictionBook xmlns="http://www.gribuser.ru/xml/fictionbook/2.0"><body><section><p>Mill &x;</p>'
        "</section></body></FictionBook>"
    ),
    "a.tex": r"\documentclass{article}\input{http://example.com/a}\begin{document}We keep the mill.\end{document}",
    "a.rst": "We keep the mill.\n\n.. include:: http://example.com/a\n\n.. image:: http://example.com/a.png\n",
    "a.eml": "From: a@example.com\nMIME-Version: 1.0\nContent-Type: message/external-body; access-type=URL;\n"
    ' URL="http://example.com/"\n\nWe keep the mill.\n',
}


@pytest.mark.parametrize("name", PAGES)
def test_what_a_file_names_by_address_is_not_fetched(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(PAGES[name], "utf-8")
    try:
        read_file(tmp_path / name)
    except ReadingError as error:
        assert error.code != "reader-failed"


def test_an_address_as_a_source_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("draft.md").write_text("“We keep the mill,” Ada Brook said.\n", "utf-8")
    assert main(["check", "draft.md", "--source", "https://example.com/talk.txt"]) == 3
