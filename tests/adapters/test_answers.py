"""An answer marked: for promptfoo, for LangChain, for whoever asks."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from quotecheck.adapters.answers import mark
from quotecheck.adapters.given import sources_of
from quotecheck.adapters.langchain import QuotationCheck
from quotecheck.adapters.promptfoo import get_assert
from quotecheck.model import Text
from quotecheck.model.errors import UsageError

CONTEXT = "The mill lost $10.0 million in 2024. It will not close.\n\n“The mill is ours,” Ada Brook said."
GOOD = "The mill lost $10.0 million in 2024."
BAD = "The mill lost $100 million in 2024."


@pytest.mark.parametrize(
    ("answer", "passed", "score"),
    [
        (GOOD, True, 1.0),
        (BAD, False, 0.0),
        (f"{GOOD} {BAD}", False, 0.5),
        ("“The mill is ours,” Ada Brook said.", True, 1.0),
        ("“The mill is theirs,” Ada Brook said.", False, 0.0),
        ("Which mill do you mean?", True, 1.0),
    ],
)
def test_an_answer_is_marked(answer: str, passed: bool, score: float) -> None:
    found = mark(answer, [Text(content=CONTEXT)])
    assert (found.passed, found.score) == (passed, score), found.reason


def test_the_reason_shows_what_is_wrong() -> None:
    reason = mark(BAD, [Text(content=CONTEXT)]).reason
    assert reason.startswith("0 of 1") and "QC403" in reason and "$10.0" in reason


def test_a_share_can_be_enough() -> None:
    assert mark(f"{GOOD} {BAD}", [Text(content=CONTEXT)], least=0.5).passed


def context(**values: Any) -> dict[str, Any]:
    """As promptfoo passes it, with keys that we do not use."""
    return {"prompt": "…", "vars": {}, "test": {}, "logProbs": None, "config": {}, **values}


def test_promptfoo_with_its_variable() -> None:
    found = get_assert(GOOD, context(vars={"context": CONTEXT}))
    assert found["pass"] is True and found["score"] == 1.0 and isinstance(found["reason"], str)
    other = get_assert(BAD, context(vars={"docs": ["Nothing.", CONTEXT]}, config={"var": "docs"}))
    assert other["pass"] is False
    half = get_assert(f"{GOOD} {BAD}", context(vars={"context": CONTEXT}, config={"threshold": 0.5}))
    assert half["pass"] is True and half["score"] == 0.5


def test_promptfoo_with_files(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(CONTEXT, "utf-8")
    assert get_assert(GOOD, context(config={"sources": [str(tmp_path)]}))["pass"]
    with pytest.raises(ValueError):
        get_assert(GOOD, context(config={"sources": str(tmp_path / "none.txt")}))
    with pytest.raises(UsageError):
        get_assert(GOOD, context())


class Document:
    """What LangChain's document looks like from outside."""

    def __init__(self, page_content: str, **metadata: str) -> None:
        self.page_content = page_content
        self.metadata = metadata


@pytest.mark.parametrize(
    ("given", "names"),
    [
        ("words", ["text"]),
        (["a", "b"], ["source 1", "source 2"]),
        ([Document("a", source="a.txt"), Document("b", source="a.txt")], ["a.txt", "source 2"]),
        ([{"content": "a", "title": "A"}, {"factText": "b"}], ["A", "source 2"]),
        (Document("a"), ["text"]),
    ],
)
def test_sources_come_in_many_shapes(given: Any, names: list[str]) -> None:
    assert [text.id for text in sources_of(given)] == names


@pytest.mark.parametrize("given", [None, 3, [], [3], [{}]])
def test_what_is_no_source_is_refused(given: Any) -> None:
    with pytest.raises(UsageError):
        sources_of(given)


def test_a_callable() -> None:
    values = {"answer": BAD, "context": [Document(CONTEXT, source="a.txt")], "kept": 1}
    found = QuotationCheck()(values)
    assert found["kept"] == 1 and found["quotations"]["passed"] is False
    assert found["quotations"]["results"][0]["verdict"] == "absent"


@pytest.mark.slow
def test_the_real_langchain() -> None:
    documents = pytest.importorskip("langchain_core.documents")
    messages = pytest.importorskip("langchain_core.messages")
    runnables = pytest.importorskip("langchain_core.runnables")
    answering = runnables.RunnablePassthrough.assign(answer=lambda _: messages.AIMessage(GOOD))
    chain = answering | QuotationCheck().runnable()
    given = {"context": [documents.Document(CONTEXT, metadata={"source": "a.txt"})]}
    assert chain.invoke(given)["quotations"]["passed"] is True
    wrong = {**given, "answer": BAD}
    assert QuotationCheck().runnable().batch([wrong, wrong])[1]["quotations"]["score"] == 0.0


@pytest.mark.slow
def test_the_real_promptfoo(tmp_path: Path) -> None:
    promptfoo = shutil.which("promptfoo")
    if promptfoo is None:
        pytest.skip("no promptfoo on this machine (npm install --global promptfoo)")
    (tmp_path / "quotes.py").write_text("from quotecheck.adapters.promptfoo import get_assert\n", "utf-8")
    asserted = [{"type": "python", "value": "file://quotes.py", "config": {"var": "context"}}]
    rows = [{"vars": {"sum": one, "context": GOOD}, "assert": asserted} for one in ("$10.0", "$100")]
    values = {"prompts": ["The mill lost {{sum}} million in 2024."], "providers": ["echo"], "tests": rows}
    (tmp_path / "promptfooconfig.json").write_text(json.dumps(values), "utf-8")
    quiet = dict.fromkeys(("PROMPTFOO_DISABLE_TELEMETRY", "PROMPTFOO_DISABLE_UPDATE"), "1")
    own = {**quiet, "PROMPTFOO_PYTHON": sys.executable, "PROMPTFOO_CONFIG_DIR": str(tmp_path / "own")}
    command = [promptfoo, "eval", "-c", "promptfooconfig.json", "--no-cache", "-o", "out.json"]
    subprocess.run(command, cwd=tmp_path, env={**os.environ, **own}, capture_output=True, timeout=300)
    results = json.loads((tmp_path / "out.json").read_text("utf-8"))["results"]["results"]
    assert {one["vars"]["sum"]: one["success"] for one in results} == {"$10.0": True, "$100": False}
