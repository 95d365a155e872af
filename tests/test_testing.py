"""Quotations in a test suite: the fixture in a suite of its own, and the same without pytest."""

from __future__ import annotations

from importlib.metadata import entry_points
from pathlib import Path

import pytest

from quotecheck import Source
from quotecheck.model import Outcome, Verdict
from quotecheck.model.errors import ConfigError, QuotecheckError, ReadingError, UsageError
from quotecheck.testing import Quotations

pytest_plugins = ["pytester"]

SPEECH = "“We will rebuild the bridge,” Ada Brook said. “It is late.”\n"


@pytest.fixture
def room(tmp_path: Path) -> Path:
    """A project with a source."""
    (tmp_path / "speech.txt").write_text(SPEECH, encoding="utf-8")
    (tmp_path / "quotecheck.toml").write_text('sources = ["speech.txt"]\n', encoding="utf-8")
    return tmp_path


def test_the_plugin_is_installed_with_the_package() -> None:
    found = [one.value for one in entry_points(group="pytest11") if one.name == "quotecheck"]
    assert found == ["quotecheck.pytest_plugin"], "install the package again"


def test_a_suite(pytester: pytest.Pytester) -> None:
    """One that holds passes; one that does not shows the source's words and points at the test."""
    pytester.makefile(".txt", speech=SPEECH)
    pytester.makefile(".toml", quotecheck='sources = ["speech.txt"]\n')
    pytester.makepyfile("""
        def test_right(quotecheck):
            quotecheck.assert_quoted("We will rebuild the bridge", speaker="Brook")

        def test_wrong(quotecheck):
            quotecheck.assert_quoted("We will not rebuild the bridge", speaker="Ada Brook", sources=["speech.txt"])

        def test_asked(quotecheck):
            assert quotecheck.check("It is late", speaker="Ben Cole").verdict.value == "misattributed"
    """)
    done = pytester.runpytest_subprocess("-p", "no:cacheprovider")
    done.assert_outcomes(passed=2, failed=1)
    done.stdout.fnmatch_lines([
        ">*quotecheck.assert_quoted(\"We will not rebuild the bridge\"*",
        "E*AssertionError: the sources do not bear this out",
        "E*✗ fail*absent*",
        "E*“We will not rebuild the bridge” — Ada Brook",
        "E*source: speech.txt:1:2 · Ada Brook",
        "E*We will {+not+}*rebuild the bridge",
        "E*QC402 polarity, error:*",
        "test_a_suite.py:5: AssertionError",
    ])  # fmt: skip
    assert "testing.py" not in done.stdout.str()


def test_a_suite_that_does_not_use_it_pays_little(pytester: pytest.Pytester) -> None:
    """The checker is loaded by the fixture alone."""
    pytester.makepyfile("""
        import sys

        def test_nothing_is_loaded():
            assert "quotecheck.pytest_plugin" in sys.modules
            assert "quotecheck.testing" not in sys.modules and "quotecheck.model" not in sys.modules
    """)
    pytester.runpytest_subprocess("-p", "no:cacheprovider").assert_outcomes(passed=1)


GOOD = [
    {"sources": None},
    {"sources": "speech.txt"},
    {"sources": ["speech.txt"]},
    {"sources": Path("speech.txt")},
    {"sources": {"path": "speech.txt", "id": "speech"}},
    {"sources": Source.from_text(SPEECH)},
    {"sources": ["speech.txt", Source.from_text("Nothing.")]},
    {"cites": "speech.txt"},
    {"policy": "ap"},
    {"kind": "indirect"},
]


@pytest.mark.parametrize("how", GOOD, ids=str)
def test_ways_to_name_what_is_asked(room: Path, how: dict[str, object]) -> None:
    """All end in the same answer."""
    result = Quotations(room).assert_quoted("We will rebuild the bridge", speaker="Ada Brook", **how)  # type: ignore[arg-type]
    assert result.outcome is Outcome.PASS


def test_what_a_source_is_known_by_decides(room: Path) -> None:
    whole = {"path": "speech.txt", "speaker": "Ben Cole"}
    assert Quotations(room).check("We will rebuild the bridge", speaker="Ada Brook").verdict is Verdict.EXACT
    (room / "bare.txt").write_text("We will rebuild the bridge. It is late.", encoding="utf-8")
    result = Quotations(room).check("It is late", speaker="Ada Brook", sources=whole | {"path": "bare.txt"})
    assert result.verdict is Verdict.MISATTRIBUTED


@pytest.mark.parametrize(
    ("how", "kind", "words"),
    [
        ({"sources": "gone.txt"}, ReadingError, "no such file"),
        ({"sources": ["gone.txt", "lost.txt"]}, ReadingError, "gone.txt: no such file; lost.txt: no such file"),
        ({"sources": []}, UsageError, "no source is named"),
        ({"sources": {"id": "x"}}, UsageError, 'a source needs a "path"'),
        ({"sources": {"path": "speech.txt", "speeker": "A"}}, QuotecheckError, 'did you mean "speaker"'),
        ({"policy": "newz"}, UsageError, "the nearest is 'news'"),
        ({"kind": "quoted"}, UsageError, "not 'quoted'"),
    ],
)
def test_what_is_wrong_is_an_error_and_not_a_failure(
    room: Path, how: dict[str, object], kind: type[Exception], words: str
) -> None:
    with pytest.raises(kind, match=words):
        Quotations(room).assert_quoted("We will rebuild the bridge", **how)  # type: ignore[arg-type]


def test_warnings_fail_where_they_are_to(room: Path) -> None:
    """The bare sentence names no speaker: QC304."""
    (room / "note.txt").write_text("A note was pinned up. “Keep the lights on until dawn.”", encoding="utf-8")
    quotations = Quotations(room)
    words = "Keep the lights on until dawn"
    assert quotations.assert_quoted(words, speaker="Ada Brook", sources="note.txt").outcome is Outcome.WARN
    with pytest.raises(AssertionError, match="QC304"):
        quotations.assert_quoted(words, speaker="Ada Brook", sources="note.txt", strict=True)


def test_what_could_not_be_checked_fails(room: Path) -> None:
    with pytest.raises(AssertionError, match="it has no words to look for"):
        Quotations(room).assert_quoted("…")


def test_the_configuration_is_in_force(room: Path) -> None:
    """Manifest, people, severities."""
    (room / "quotecheck.toml").write_text(
        'manifest = "sources.toml"\n[people]\n"Ada Brook" = ["the chair"]\n[severities]\nQC201 = "none"\n',
        encoding="utf-8",
    )
    (room / "sources.toml").write_text('[[source]]\npath = "speech.txt"\nid = "speech"\n', encoding="utf-8")
    quotations = Quotations(room)
    result = quotations.assert_quoted("We will rebuild the bridge", speaker="the chair")
    assert result.evidence is not None and result.evidence.passages[0].source == "speech"
    assert quotations.check("We will rebuild the old bridge", speaker="Ada Brook").outcome is not Outcome.FAIL
    (room / "quotecheck.toml").write_text("polcy = 1\n", encoding="utf-8")
    with pytest.raises(ConfigError):
        Quotations(room)


def test_sources_are_read_once(room: Path) -> None:
    quotations = Quotations(room)
    quotations.assert_quoted("It is late", sources=["speech.txt"])
    (room / "speech.txt").unlink()
    quotations.assert_quoted("We will rebuild the bridge", sources=["speech.txt"])
    text = Source.from_text("It is early.")
    quotations.assert_quoted("It is early", sources=[text])
    with pytest.raises(AssertionError):
        quotations.assert_quoted("It is early", sources=[Source.from_text("It is late.")])
