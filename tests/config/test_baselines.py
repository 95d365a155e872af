"""Baselines: there and back, what is struck off, what is stale, and what is no baseline."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.config.baselines import Known, Ledger, document, draft_key, known, load_baseline, merged
from quotecheck.model.errors import ConfigError

ONE = Known(draft="a.md", code="QC402", fingerprint="1" * 32, words="We will", speaker="Ada Brook")
TWO = Known(draft="b.md", code="QC301", fingerprint="2" * 32, words="Ask me")


@pytest.fixture
def room(tmp_path: Path) -> Path:
    """A directory in which both drafts are."""
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text("x\n", encoding="utf-8")
    return tmp_path


entries = st.lists(
    st.builds(known, st.text(), st.text(), st.text(), st.text(max_size=200), st.none() | st.text()), max_size=5
)


@given(entries)
def test_there_and_back(tmp_path_factory: pytest.TempPathFactory, entries: list[Known]) -> None:
    path = tmp_path_factory.mktemp("baseline") / "known.json"
    path.write_text(document(entries), encoding="utf-8", newline="")
    assert load_baseline(str(path)) == tuple(sorted(entries, key=lambda one: one.draft))


def test_one_entry_a_line() -> None:
    """So that a diff shows which finding came and which went."""
    rows = document([TWO, ONE]).split("\n")
    assert [row for row in rows if "fingerprint" in row] == [
        '    {"draft": "a.md", "code": "QC402", "fingerprint": "' + "1" * 32 + '", "words": "We will", '
        '"speaker": "Ada Brook"},',
        '    {"draft": "b.md", "code": "QC301", "fingerprint": "' + "2" * 32 + '", "words": "Ask me", "speaker": null}',
    ]


def test_words_are_for_a_person() -> None:
    """Long ones are cut, and nothing in them starts a line or moves a cursor."""
    one = known("a.md", "QC402", "1" * 32, "long\n" * 100, None)
    assert len(one.words) == 120 and one.words.endswith("…") and "\n" not in one.words
    assert "\x1b" not in document([known("a.md", "QC402", "1" * 32, "\x1b[31m\u202e", None)])


def test_known_findings_are_struck_off_once(room: Path) -> None:
    ledger = Ledger([ONE], str(room))
    assert [ledger.strike("a.md", "1" * 32) for _ in range(2)] == [True, False]
    assert ledger.struck == 1


@pytest.mark.parametrize(
    ("draft", "fingerprint"), [("b.md", "1" * 32), ("a.md", "2" * 32)], ids=["another draft", "another finding"]
)
def test_what_is_new(room: Path, draft: str, fingerprint: str) -> None:
    """The same false quotation copied into another draft is a new one."""
    assert not Ledger([ONE, TWO], str(room)).strike(draft, fingerprint)


def test_a_renamed_draft_takes_its_entries_along(room: Path) -> None:
    """Its old name is gone, so nothing else can be meant."""
    (room / "a.md").rename(room / "renamed.md")
    ledger = Ledger([ONE], str(room))
    assert ledger.strike("renamed.md", "1" * 32) and not ledger.strike("b.md", "1" * 32)


def test_stale(room: Path) -> None:
    """Of the drafts that were checked, and of those that are gone; not of those nobody looked at."""
    gone = Known(draft="gone.md", code="QC402", fingerprint="3" * 32)
    ledger = Ledger([ONE, TWO, gone], str(room))
    assert ledger.stale({"a.md"}) == [ONE, gone]
    ledger.strike("a.md", "1" * 32)
    assert ledger.stale({"a.md"}) == [gone]
    ledger.strike("a.md", "3" * 32)
    assert ledger.stale({"a.md", "b.md"}) == [TWO]


def test_a_run_over_one_draft_keeps_what_is_known_of_the_others(room: Path) -> None:
    new = Known(draft="a.md", code="QC403", fingerprint="4" * 32)
    gone = Known(draft="gone.md", code="QC402", fingerprint="3" * 32)
    assert merged([ONE, TWO, gone], [new], {"a.md"}, str(room)) == [TWO, new]


def test_drafts_are_named_from_the_baseline(room: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever it is run from."""
    baseline = str(room / "ci" / "known.json")
    monkeypatch.chdir(room)
    assert draft_key("a.md", baseline) == draft_key(str(room / "a.md"), baseline) == "../a.md"
    assert draft_key("<stdin>", baseline) == "<stdin>"


NO_BASELINE = {
    "no JSON": ("{", "not a baseline: "),
    "too deep": ("[" * 100_000, "not a baseline: "),
    "not UTF-8": (b"\xff\xfe{", "not a baseline: "),
    "a report": ('{"schema": "quotecheck/1", "results": []}', '"schema" must be "quotecheck-baseline/1"'),
    "a list": ("[]", '"schema" must be'),
    "no findings": ('{"schema": "quotecheck-baseline/1"}', '"findings" must be a list'),
    "half an entry": (
        '{"schema": "quotecheck-baseline/1", "findings": [{"draft": "a.md", "code": "QC402"}]}',
        "finding 1 of the baseline needs strings for draft, code, fingerprint",
    ),
}


@pytest.mark.parametrize("case", NO_BASELINE, ids=str)
def test_what_is_no_baseline(case: str, tmp_path: Path) -> None:
    text, message = NO_BASELINE[case]
    path = tmp_path / "known.json"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(ConfigError) as caught:
        load_baseline(str(path))
    assert message in str(caught.value) and str(path) in str(caught.value)


def test_none_there(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="no such baseline; write it with --write-baseline"):
        load_baseline(str(tmp_path / "known.json"))
