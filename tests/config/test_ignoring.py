"""An ignore put at the end of a configuration: it is read again as it was meant, or not offered."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.config import load_config
from quotecheck.config.ignoring import appended, ignore_entry
from quotecheck.model import Code
from quotecheck.model.errors import ConfigError

FILES = {
    "empty": ("quotecheck.toml", ""),
    "settings": ("quotecheck.toml", 'sources = ["a"]\n'),
    "no end of the last line": ("quotecheck.toml", 'sources = ["a"]'),
    "an ignore before": ("quotecheck.toml", '[[ignore]]\ncode = "QC201"\nreason = "agreed"\n'),
    "a project": ("pyproject.toml", '[tool.quotecheck]\nsources = ["a"]\n\n[tool.other]\none = 1\n'),
}


@pytest.mark.parametrize(("name", "content"), FILES.values(), ids=FILES)
def test_an_ignore_is_read_as_it_was_meant(tmp_path: Path, name: str, content: str) -> None:
    entry = ignore_entry(
        Code.POLARITY, "“We\nseek 'war'\"", ["/draft.md"], reason="a play on words", project="project" in name
    )
    more = appended(content, entry)
    assert more is not None
    (tmp_path / name).write_text(content + more, "utf-8")
    last = load_config(tmp_path / name).ignores[-1]
    assert (last.code, last.text, last.paths, last.reason) == (
        Code.POLARITY,
        "“We seek 'war'\"",
        ("/draft.md",),
        "a play on words",
    )


def test_without_a_reason_it_is_refused(tmp_path: Path) -> None:
    more = appended("", ignore_entry(Code.POLARITY, "We seek war"))
    assert more is not None
    (tmp_path / "quotecheck.toml").write_text(more, "utf-8")
    with pytest.raises(ConfigError, match="why it may stand"):
        load_config(tmp_path / "quotecheck.toml")


@pytest.mark.parametrize("content", ["ignore = []\n", "not = toml = at all", 'sources = ["a"\n'])
def test_a_file_that_cannot_take_it_is_left(content: str) -> None:
    assert appended(content, ignore_entry(Code.POLARITY, "We seek war")) is None


@given(st.text(), st.text())
def test_no_words_break_the_file(words: str, path: str) -> None:
    entry = ignore_entry(Code.POLARITY, words, [path], reason="agreed")
    assert appended("", entry) in (None, entry)
    if not any("\ud800" <= sign <= "\udfff" for sign in words + path):
        assert appended("", entry) == entry
