"""Pages that mean harm: each ends in a text or a clear error, in bounded time."""

from __future__ import annotations

import sys
import time

import pytest

from quotecheck.model.errors import ReadingError
from quotecheck.reading import read_bytes

N = 6_000
SECONDS = 15.0
"""Far above what they take here (under one), far below what a square of the length would."""

HOSTILE = {
    "elements in elements": b"<div>" * 100_000 + b"words" + b"</div>" * 100_000,
    "italics in italics": b"<p>" + b"<i>" * 100_000 + b"words",
    "quotations in quotations": b"<p>" + b"<q>" * 100_000 + b"words",
    "articles in articles": b"<article>" * 100_000 + b"words",
    "tables in tables": b"<table><tr><td>" * N + b"words",
    "tags that overlap": b"<b><p>" * N + b"words</b>" * N,
    "end tags of nothing": b"<div><b>" * 200 + b"words</i></td></p></u>" * N,
    "parts in parts": b"<nav><aside><form>" * N + b"<p>words</p>" * N,
    "entities": b"<p>" + b"&amp;" * 10 * N,
    "an entity without end": b"<p>words &" + b"a" * 1_000_000,
    "a code without end": b"<p>words &#" + b"9" * 1_000_000,
    "open tags": b"words " + b"<a " * 10 * N,
    "open double quotes": b'words <a href="x ' * 10 * N,
    "open single quotes": b"words <a href='x> " * 10 * N,
    "open comments": b"words " + b"<!--" * 10 * N,
    "open comments with dashes": b"words " + b"<!-- - -- ->" * 10 * N,
    "open declarations": b"words " + b"<!" * 10 * N,
    "open end tags": b"words " + b"</" * 10 * N,
    "open scripts": b"words " + b"<script>" * 10 * N,
    "open styles of many names": b"words " + b"<style></script>" * 10 * N,
    "a long attribute": b'<p class="' + b"a " * 1_000_000 + b'">words',
    "a long style": b'<p style="' + b"display:" * 300_000 + b'">words',
    "many attributes": b"<p " + b"a=b " * 1_000_000 + b">words",
    "a long name": b"<" + b"a" * 2_000_000 + b">words",
    "spaces": b"<p>words" + b" " * 3_000_000 + b"end",
    "signs": b"words " + b"<" * 5 * N,
    "line breaks": b"<p>words" + b"<br>x" * N,
    "raised figures": b"<p>" + b"x<sup>2</sup>" * N,
    "links": b"<ul>" + b"<li><a href=x>words</a>" * N,
    "deep data": b"<script type='application/ld+json'>" + b"[" * 200_000 + b"</script><p>words",
    "wide data": b"<script type='application/ld+json'>[" + b"{}," * 200_000 + b"{}]</script><p>words",
    "one line of a wall": b"<p>" + b"subscribe to " * 100_000,
    "zeros": b"<p>words\0" * N,
    "a mark and no more": b"\xff\xfe<\0",
}


@pytest.mark.parametrize("case", HOSTILE, ids=str)
def test_ends_in_bounded_time(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing but a reading error comes out, and what is read keeps its way back."""
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    started = time.process_time()
    try:
        text = read_bytes(HOSTILE[case], "page.html")
    except ReadingError as error:
        assert error.code in ("no-text", "not-text")
    else:
        assert text.content
        assert text.origin.runs is not None and len(text.origin.runs) < 700_000
    assert time.process_time() - started < SECONDS


@pytest.mark.parametrize("case", ["elements in elements", "tags that overlap", "links"])
def test_the_extra_is_not_asked_about_them(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its parser walks deep trees by recursion, and takes seconds for many tags."""

    class Extractor:
        @staticmethod
        def extract(source: str, **options: object) -> None:
            raise AssertionError("asked")

    monkeypatch.setitem(sys.modules, "trafilatura", Extractor)
    assert read_bytes(HOSTILE[case], "page.html").content


def test_time_grows_with_the_length() -> None:
    """Twice the page takes about twice the time: measured on what a careless parser takes the square for."""
    for piece in (b"<p><b>x</i>", b"<a x='", b"&lt;", b"<td><table>"):
        times = []
        for count in (N // 2, 2 * N):
            started = time.process_time()
            read_bytes(b"<html>words" + piece * count, "page.html")
            times.append(time.process_time() - started)
        assert times[1] < 12 * times[0] + 0.5
