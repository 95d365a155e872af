"""The page in a real browser: paste, drop, check, read, save; hostile words; pages of others; the picture for the docs.

The browser is the system's Chromium; where there is none, these tests are skipped and say so.
"""

from __future__ import annotations

import http.server
import os
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.reports.test_annotated_browser import ATTACKS
from tests.servers.running import ROOT, Running

pytestmark = pytest.mark.slow

TALK = "“We don’t seek war,” Ada Brook told the town hall on Monday.\n\n“The mill is ours,” Dora Lind said.\n"
DRAFT = "The town will keep its mill.\n\n“We seek war,” Ada Brook said.\n\n“The mill is ours,” said Dora Lind.\n"


@pytest.fixture(scope="module")
def server() -> Iterator[Running]:
    pytest.importorskip("starlette")
    pytest.importorskip("uvicorn")
    with Running("--workers", "1") as running:
        yield running


class Visit:
    """A visit to the page, with all that was asked for and all that went wrong."""

    def __init__(self, browser: Any, url: str) -> None:
        self.page = browser.new_context(viewport={"width": 1280, "height": 1000}, accept_downloads=True).new_page()
        self.asked: list[str] = []
        self.faults: list[str] = []
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("console", lambda message: self.faults.append(message.text))
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("dialog", lambda dialog: (self.faults.append("dialog"), dialog.dismiss()))
        self.page.goto(url)

    def check(self, draft: str = DRAFT, source: str = TALK) -> None:
        """Paste both, and wait for what is said."""
        if draft:
            self.page.fill("#draft", draft)
        if source:
            self.page.fill("#source", source)
        self.page.click("#check")
        self.page.locator("#check:enabled").wait_for(timeout=60_000)  # a string to run would break the page's policy

    def told(self) -> str:
        """What the page says."""
        return str(self.page.inner_text("#told"))

    def copy(self) -> Any:
        """The annotated copy's frame."""
        return self.page.frame_locator("#copy")


def test_paste_check_read_and_save(browser: Any, server: Running, tmp_path: Path) -> None:
    it = Visit(browser, server.url)
    it.check()
    assert it.told() == "1 fail, 1 pass"
    assert it.copy().locator("h1").inner_text() == "draft.md"
    card = it.copy().locator("details.card.fail")
    assert card.count() == 1 and "QC402" in card.inner_text()
    it.copy().locator("#show-fail").uncheck()
    assert not card.is_visible()
    it.copy().locator("#show-fail").check()
    it.copy().locator("#next").click()  # the copy's own script runs
    with it.page.expect_download() as download:
        it.page.click("#save")
    download.value.save_as(tmp_path / "copy.html")
    assert "We seek war" in (tmp_path / "copy.html").read_text("utf-8")
    assert it.faults == [] and all(one.startswith((server.url, "about:", "blob:")) for one in it.asked)
    if os.environ.get("QUOTECHECK_PICTURES"):  # makes the picture of the docs anew
        it.page.screenshot(path=ROOT / "docs" / "pictures" / "serve.png", full_page=True)


def test_files_are_chosen_removed_and_dropped(browser: Any, server: Running, tmp_path: Path) -> None:
    (tmp_path / "draft.html").write_text(f"<!doctype html><p>{DRAFT}</p>", "utf-8")
    (tmp_path / "talk.txt").write_text(TALK, "utf-8")
    it = Visit(browser, server.url)
    it.page.set_input_files("#draft-file", tmp_path / "draft.html")
    it.page.set_input_files("#source-files", [tmp_path / "talk.txt", ROOT / "fixtures" / "docx" / "hearing.docx"])
    assert it.page.locator("#source-names li").count() == 2
    it.page.click("#source-names li:nth-child(2) button")
    assert it.page.locator("#source-names li").count() == 1
    drop = """text => { const data = new DataTransfer(); data.items.add(new File([text], "more.txt"));
      document.getElementById("sources-side").dispatchEvent(new DragEvent("drop", {dataTransfer: data, bubbles: true,
      cancelable: true})); }"""
    it.page.evaluate(drop, "“Nothing else,” Bo Fox said.")
    it.check(draft="", source="")
    assert it.told() == "1 fail, 1 pass"
    assert it.copy().locator("h1").inner_text() == "draft.html"
    assert "more.txt" in it.copy().locator(".record").inner_text() and it.faults == []


def test_what_is_wrong_is_said(browser: Any, server: Running) -> None:
    it = Visit(browser, server.url)
    it.check(draft="", source=TALK)
    assert it.told() == "Give a draft first."
    it.check(source="")
    it.page.fill("#source", "")
    it.page.click("#check")
    it.page.get_by_text("Not checked").wait_for()
    assert "no source" in it.told()


@pytest.mark.parametrize("words", ATTACKS[:-1], ids=range(len(ATTACKS) - 1))
def test_hostile_words_run_nothing_and_load_nothing(browser: Any, server: Running, words: str) -> None:
    it = Visit(browser, server.url)
    words = words.replace("\x00", "")  # a field takes none
    it.check(draft=f"“{words}” Ada Brook said.\n\n{DRAFT}", source=f"“{words}” Ada Brook said.\n\n{TALK}")
    it.page.wait_for_timeout(100)
    assert it.page.title() == "quotecheck" and "evil.example" not in " ".join(it.asked)
    assert it.copy().locator("h1").inner_text() == "draft.md"
    assert len(it.page.frames) == 2 and it.faults == []


def test_the_copy_cannot_reach_page_or_server(browser: Any, server: Running) -> None:
    it = Visit(browser, server.url)
    it.check()
    frame = it.page.frames[1]
    tries = """async url => { const found = [];
      try { found.push(parent.document.title) } catch { found.push("no") }
      try { await fetch(url); found.push("fetched") } catch { found.push("no") } return found }"""
    assert frame.evaluate(tries, f"{server.url}api/1") == ["no", "no"]


def test_pages_of_others_get_nothing(browser: Any, server: Running) -> None:
    class Other(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("content-type", "text/html")
            self.end_headers()
            self.wfile.write(b"<title>other</title>")

        def log_message(self, *_: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Other) as other:
        threading.Thread(target=other.serve_forever, daemon=True).start()
        page = browser.new_context().new_page()
        page.goto(f"http://localhost:{other.server_address[1]}/")
        tries = """async url => { const found = [];
          for (const [path, options] of [["api/1", {}], ["api/1/check", {method: "POST", body: "{}"}],
            ["api/1/check", {method: "POST", body: "{}", headers: {"content-type": "application/json"}}],
            ["page.js", {}]]) {
            try { found.push(await (await fetch(url + path, options)).text()) } catch { found.push("no") } }
          return found }"""
        assert page.evaluate(tries, server.url) == ["no"] * 4
        framed = """url => new Promise(done => { const frame = document.createElement("iframe"); frame.src = url;
          frame.addEventListener("load", () => done(frame.contentDocument === null)); document.body.append(frame); })"""
        page.evaluate(framed, server.url)
        page.wait_for_timeout(200)
        assert "Did they really say" not in "".join(one.content() for one in page.frames)
        other.shutdown()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_stands_in_anybodys_way(browser: Any, server: Running, scheme: str) -> None:
    """axe-core finds no fault: names, contrast, order, roles."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    page = browser.new_context(color_scheme=scheme, bypass_csp=True).new_page()
    page.goto(server.url)
    found = axe.Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
