"""The annotated copy in a real browser: keys, filters, sign-offs, print, no script, hostile words, many statements.

The browser is the system's Chromium; where there is none, these tests are skipped and say so.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import attrs
import pytest

from quotecheck.cli import main
from quotecheck.config.signoffs import load_signed
from quotecheck.model import Outcome, Report, Span, Text
from quotecheck.reports.annotated import page
from tests.reports import made
from tests.reports.made import DRAFT

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
SCHEMES = ("light", "dark")


class Page:
    """A page in the browser, with all that it tried to load and all that went wrong in it."""

    def __init__(self, browser: Any, directory: Path, written: str, **options: Any) -> None:
        self.path = directory / "copy.html"
        self.path.write_text(written, encoding="utf-8", newline="")
        context = browser.new_context(viewport={"width": 1360, "height": 900}, **options)
        self.page = context.new_page()
        self.asked: list[str] = []
        self.faults: list[str] = []
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("console", lambda message: self.faults.append(message.text))
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("dialog", lambda dialog: self.faults.append(f"dialog: {dialog.message}"))
        self.page.goto(self.path.as_uri())

    def focused(self) -> str:
        """Number of the card that has the focus; "" for none."""
        return str(self.page.evaluate("document.activeElement.closest('details')?.dataset.number ?? ''"))

    def visible(self) -> list[str]:
        """Numbers of the cards that can be seen."""
        cards = "[...document.querySelectorAll('details.card')].filter(one => one.checkVisibility())"
        return list(self.page.evaluate(f"{cards}.map(one => one.dataset.number)"))

    def quiet(self) -> bool:
        """True if it asked for nothing but itself, and nothing went wrong."""
        return self.asked == [self.path.as_uri()] and self.faults == []


def copy(report: Report | None = None, **texts: Text) -> str:
    report = report or made.report()
    return page(report, texts or made.TEXTS, "1", standings=made.standings(report))


def test_keys_and_buttons_go_to_what_needs_a_look(browser: Any, tmp_path: Path) -> None:
    it = Page(browser, tmp_path, copy())
    seen = []
    for _ in range(4):
        it.page.keyboard.press("n")
        seen.append(it.focused())
    assert seen == ["1", "5", "6", "1"]
    it.page.keyboard.press("n")
    it.page.keyboard.press("p")
    assert it.focused() == "1"
    it.page.click("#next")
    assert it.focused() == "5" and it.quiet()


def test_keys_can_be_turned_off_and_do_not_take_letters_from_a_field(browser: Any, tmp_path: Path) -> None:
    it = Page(browser, tmp_path, copy())
    it.page.fill("#name", "")
    it.page.type("#name", "ncp")
    assert it.page.input_value("#name") == "ncp"
    it.page.uncheck("#keys")
    it.page.keyboard.press("n")
    assert it.focused() == ""


def test_filters(browser: Any, tmp_path: Path) -> None:
    it = Page(browser, tmp_path, copy())
    assert it.visible() == [*"123456"]
    it.page.uncheck("#show-skipped")
    assert it.visible() == [*"1256"]
    it.page.uncheck("#verdict-absent")
    assert it.visible() == [*"26"]
    it.page.keyboard.press("n")
    assert it.focused() == "6"


def test_a_mark_and_a_bar_lead_to_the_evidence_and_back(browser: Any, tmp_path: Path) -> None:
    it = Page(browser, tmp_path, copy())
    it.page.click("a.statement[href='#evidence-2']")
    assert it.focused() == "2" and it.page.is_visible("#evidence-2")
    it.page.click("#evidence-2 a.back")
    assert it.page.evaluate("location.hash") == "#statement-2"
    it.page.click("rect.bar[data-number='5']")
    assert it.focused() == "5"


def test_all_is_there_without_script(browser: Any, tmp_path: Path) -> None:
    it = Page(browser, tmp_path, copy(), java_script_enabled=False)
    assert it.page.is_visible("#evidence-1") and not it.page.is_visible("#next") and not it.page.is_visible("#save")
    it.page.click("details[data-number='2'] summary")
    assert it.page.is_visible("#evidence-2")
    it.page.uncheck("#show-fail")
    assert not it.page.is_visible("#evidence-1")


def test_signing_saves_what_check_reads(browser: Any, tmp_path: Path) -> None:
    it = Page(browser, tmp_path, copy())
    it.page.click("#save")
    assert "Give your name" in it.page.inner_text("#told") or it.page.evaluate("document.activeElement.id") == "save"
    it.page.check("details[data-number='1'] input[name=stands]")
    it.page.click("#save")
    assert it.page.inner_text("#told") == "Give your name first."
    it.page.fill("#name", "Bo “B.” Fox </script>")
    it.page.click("#save")
    assert it.page.inner_text("#told") == "Say why it may stand."
    it.page.fill("details[data-number='1'] input[name=reason]", "heard it myself")
    with it.page.expect_download() as download:
        it.page.click("#save")
    download.value.save_as(tmp_path / "signed.json")
    first, second = load_signed(str(tmp_path / "signed.json"))
    assert (first.by, first.reason, first.decision.value) == ("Bo “B.” Fox </script>", "heard it myself", "stands")
    assert (second.by, second.day, second.words) == ("Ann Poe", "2026-03-31", "It cost $10.0 million,")
    before = made.standings(made.report())
    names = [(one.statement, one.state) for one in before.values()]
    assert [(first.statement, first.state), (second.statement, second.state)] == names[:2] and it.quiet()


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", [1360, 420])
def test_nothing_stands_in_anybodys_way(browser: Any, tmp_path: Path, scheme: str, width: int) -> None:
    """axe-core finds no fault: names, contrast, order, roles."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    source = attrs.evolve(made.SOURCE, url="https://example.org/talk")
    written = copy(made.report(), **{DRAFT.id: DRAFT, source.id: source})
    it = Page(browser, tmp_path, written, color_scheme=scheme, bypass_csp=True)
    it.page.set_viewport_size({"width": width, "height": 900})
    it.page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    found = axe.Axe().run(it.page)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("scheme", SCHEMES)
def test_print_shows_draft_and_evidence_in_ink_on_paper(browser: Any, tmp_path: Path, scheme: str) -> None:
    it = Page(browser, tmp_path, copy(), color_scheme=scheme)
    it.page.emulate_media(media="print")
    assert not it.page.is_visible(".tools") and it.page.is_visible("#evidence-1") and it.page.is_visible(".strip")
    colours = it.page.evaluate(
        "(() => { const s = getComputedStyle(document.body); return [s.backgroundColor, s.color] })()"
    )
    assert colours == ["rgb(255, 255, 255)", "rgb(28, 26, 23)"]
    assert it.page.pdf(format="A4").startswith(b"%PDF")


ATTACKS = (
    made.HOSTILE,
    "<script>document.title='run'</script>",
    "<img src=x onerror=\"document.title='run'\"><svg onload=\"document.title='run'\"></svg>",
    "\"><script>document.title='run'</script>",
    "' onmouseover='document.title=1' x='",
    "</q></details></main></script></style><iframe srcdoc='<script>parent.document.title=1</script>'></iframe>",
    "<form action=https://evil.example><button id=save>x</button></form><a href=javascript:document.title=1>x</a>",
    "{{ 7 * 7 }}{% include 'page.html' %}{#",
    "<style>body{display:none}</style><link rel=stylesheet href=https://evil.example/x.css>",
    "<meta http-equiv=refresh content='0;url=https://evil.example'><base href=https://evil.example/>",
    "\u202e ssap ✓\u202c \u2066x\u2069 \u0000 \ufeff \U000e0041",
    "x" * 300_000,
)


@pytest.mark.parametrize("words", ATTACKS, ids=range(len(ATTACKS)))
def test_hostile_words_run_nothing_and_load_nothing(browser: Any, tmp_path: Path, words: str) -> None:
    draft = Text(content=f"Somebody said “{words}” there.", id=words[:80], path=words[:80])
    at = draft.content.index("“") + 1
    report = made.hostile(words)
    first = attrs.evolve(report.results[0].statement, draft=draft.id, parts=(Span(at, at + len(words)),))
    report = attrs.evolve(report, results=(attrs.evolve(report.results[0], statement=first), *report.results[1:]))
    it = Page(browser, tmp_path, page(report, {draft.id: draft}, "1", standings=made.standings(report)))
    title = it.page.title()
    it.page.mouse.move(400, 500)
    it.page.keyboard.press("n")
    it.page.wait_for_timeout(50)
    assert it.page.title() == title and title.startswith("Quotations in ")
    assert it.quiet() and len(it.page.frames) == 1
    scripts, outside = it.page.evaluate(
        "[document.scripts.length, [...document.links].filter(one => one.origin !== location.origin).length]"
    )
    assert (scripts, outside) == (1, 0)
    assert it.page.evaluate("document.querySelectorAll('form:not(.signing), iframe, img, link, base').length") == 0
    width = it.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert width <= 0  # a huge line pushes nothing out of the page


def test_two_thousand_statements(browser: Any, tmp_path: Path) -> None:
    sentence = "“The mill number {} stays,” Ada Brook said in the hall. "
    paragraphs = ["".join(sentence.format(5 * row + n) for n in range(5)) for row in range(400)]
    text = Text(content="\n\n".join(paragraphs), id=DRAFT.id, path=DRAFT.id)
    results, at = [], 0
    for number in range(2000):
        words = f"The mill number {number} stays,"
        at = text.content.index(words, at)
        statement = attrs.evolve(made.polarity().statement, text=words, parts=(Span(at, at + len(words)),), line=1)
        outcome = [Outcome.FAIL, Outcome.PASS, Outcome.PASS, Outcome.WARN][number % 4]
        results.append(attrs.evolve(made.polarity(), statement=statement, outcome=outcome))
    report = attrs.evolve(made.report(), results=tuple(results))
    written = page(report, {text.id: text, made.SOURCE.id: made.SOURCE}, "1")
    assert len(written) < 12_000_000
    it = Page(browser, tmp_path, written)
    assert it.page.evaluate("document.querySelectorAll('details.card').length") == 2000
    for _ in range(5):
        it.page.keyboard.press("n")
    assert it.focused() == "9" and it.quiet()


def test_the_record_in_the_page_runs_nothing(browser: Any, tmp_path: Path) -> None:
    values = json.dumps({"words": "</script><script>document.title='run'</script><!--"})
    it = Page(browser, tmp_path, page(made.report(), made.TEXTS, "1", record=values))
    assert it.page.title() == "Quotations in drafts/mill.md" and it.quiet()
    assert json.loads(it.page.inner_text("#record") or it.page.text_content("#record")) == json.loads(values)


def test_the_newsrooms_first_version_is_shown_whole(
    browser: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And is the picture of the docs, made anew with QUOTECHECK_PICTURES=1."""
    monkeypatch.chdir(ROOT)
    asked = ["check", "examples/newsroom/incoming/ferry.md", "--quiet", "--report", f"html={tmp_path / 'made.html'}"]
    assert main(asked) == 1
    it = Page(browser, tmp_path, (tmp_path / "made.html").read_text("utf-8"))
    assert len(it.visible()) == 8 and it.quiet()
    if os.environ.get("QUOTECHECK_PICTURES"):
        it.page.screenshot(path=ROOT / "docs" / "pictures" / "copy.png")
