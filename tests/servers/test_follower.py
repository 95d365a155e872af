"""Drafts checked again and again: what is done again, and what is not. Work is counted, no clock is read."""

from __future__ import annotations

import datetime
import os
from pathlib import Path

import attrs
import pytest

from quotecheck.checking.checker import Checker
from quotecheck.checking.remembered import PLACE, RememberingChecker, Stopped, without_place
from quotecheck.model import Statement, Text
from quotecheck.model.errors import ConfigError, UsageError
from quotecheck.servers.follower import Follower, Wanted
from quotecheck.speech.statements import extract

WORDS = """mill harbour bridge library orchard station market school garden tower river valley road wall gate
field forest island ferry lantern""".split()
VERBS = "opened closed moved grew shrank waited stood fell shone burned".split()


def sentence(number: int) -> str:
    one, two = WORDS[number % len(WORDS)], WORDS[(number * 7 + 3) % len(WORDS)]
    return f"The {one} number {number} {VERBS[number % len(VERBS)]} beside the {two} in the winter of {1800 + number}"


def said(number: int) -> str:
    return f"“{sentence(number)},” {('Ada Brook', 'Ben Cole')[number % 2]} said.\n\n"


def filler(number: int) -> str:
    return f"It rained on the {WORDS[number % len(WORDS)]} that day, and nobody went out before noon. " * 4 + "\n\n"


def long_draft(quotations: int) -> str:
    return "".join(said(number) + filler(number) for number in range(quotations))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "talks").mkdir()
    (tmp_path / "talks" / "talk.txt").write_text("".join(said(number) for number in range(40)), "utf-8")
    (tmp_path / "quotecheck.toml").write_text('sources = ["talks"]\n', "utf-8")
    return tmp_path


def text(project: Path, content: str) -> Text:
    path = str(project / "draft.md")
    return Text(content=content, id=path, path=path)


def follower(project: Path) -> Follower:
    return Follower(Wanted(base=str(project)), lambda: datetime.date(2026, 1, 1))


def touch(path: Path, content: str) -> None:
    """Write a file so that its time is another, whatever the clock."""
    path.write_text(content, "utf-8")
    status = path.stat()
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns + 1_000_000))


def test_a_change_of_one_statement_checks_one_statement(project: Path) -> None:
    one = follower(project)
    draft = long_draft(20)
    one.report(text(project, draft))
    assert (one.checked, one.readings) == (20, 1)
    changed = draft.replace("number 7 fell", "number 7 grew").replace("number 7 ", "number 9 ", 1)
    found = one.report(text(project, "A new first line.\n\n" + changed))
    assert (one.checked, one.readings) == (21, 1)
    assert len(found.report.results) == 20


def test_what_is_remembered_is_what_a_checker_says(project: Path) -> None:
    one = follower(project)
    draft = long_draft(8)
    one.report(text(project, draft))
    moved = text(project, "Some words before.\n\n" + draft.replace("number 3 ", "number 4 "))
    sources = [Text(content=(project / "talks" / "talk.txt").read_text("utf-8"), id="talks/talk.txt")]
    plain = Checker(sources).check_draft(moved)
    again = one.report(moved).report
    assert [attrs.evolve(one, problems=()) for one in again.results] == list(plain.results)


def test_a_source_that_changed_is_read_again_and_all_is_checked_again(project: Path) -> None:
    one = follower(project)
    draft = text(project, said(1))
    assert one.report(draft).report.by_outcome == {"pass": 1}
    touch(project / "talks" / "talk.txt", said(1).replace("closed", "opened"))
    assert one.report(draft).report.by_outcome == {"fail": 1}
    assert one.readings == 2


def test_a_source_that_is_new_is_read(project: Path) -> None:
    one = follower(project)
    draft = text(project, "“Nobody keeps bees here any more,” Cleo Dane said.")
    assert one.report(draft).report.by_outcome == {"fail": 1}
    (project / "talks" / "new.txt").write_text("“Nobody keeps bees here any more,” Cleo Dane said.", "utf-8")
    assert one.report(draft).report.by_outcome == {"pass": 1}


def test_an_ignore_is_heeded_and_no_source_is_read_again(project: Path) -> None:
    one = follower(project)
    draft = text(project, said(1).replace("closed", "opened"))
    codes = [found.code.value for found in one.report(draft).report.results[0].findings if found.severity.rank >= 2]
    more = "".join(f'[[ignore]]\ncode = "{code}"\nreason = "a play on words"\n' for code in codes)
    touch(project / "quotecheck.toml", 'sources = ["talks"]\n' + more)
    assert one.report(draft).report.by_outcome == {"skipped": 1}
    assert (one.readings, one.checked) == (1, 1)


def test_a_configuration_that_is_wrong_is_told_of_and_the_one_before_holds(project: Path) -> None:
    one = follower(project)
    draft = text(project, said(1))
    one.report(draft)
    touch(project / "quotecheck.toml", 'sources = ["talks"]\n[[ignore]]\ncode = "QC402"\nreason = ""\n')
    found = one.report(draft)
    assert found.fault is not None and "why it may stand" in found.fault.message
    assert found.report.by_outcome == {"pass": 1}
    touch(project / "quotecheck.toml", 'sources = ["talks"]\n')
    assert one.report(draft).fault is None


def test_a_configuration_that_was_never_right_is_an_error(project: Path) -> None:
    touch(project / "quotecheck.toml", "sources = 3\n")
    with pytest.raises(ConfigError):
        follower(project).report(text(project, said(1)))


def test_no_source_is_an_error_that_says_so(project: Path) -> None:
    touch(project / "quotecheck.toml", 'policy = "ap"\n')
    with pytest.raises(UsageError, match="no source is named"):
        follower(project).report(text(project, said(1)))


def test_what_was_checked_before_a_stop_is_remembered(project: Path) -> None:
    one = follower(project)
    draft = text(project, long_draft(10))
    left = iter([False] * 4 + [True] * 99)
    with pytest.raises(Stopped):
        one.report(draft, lambda: next(left))
    assert one.checked == 4
    one.report(draft)
    assert one.checked == 10


def test_a_draft_beside_its_sources_is_no_source_of_itself(project: Path) -> None:
    touch(project / "quotecheck.toml", 'sources = ["."]\n')
    content = "“The moon is made of cheese,” Ada Brook said.\n"
    (project / "draft.md").write_text(content, "utf-8")
    one = follower(project)
    assert one.report(text(project, content)).report.by_outcome == {"fail": 1}
    assert not one.is_source(text(project, content))


def test_a_source_that_is_open_is_no_draft(project: Path) -> None:
    path = str(project / "talks" / "talk.txt")
    assert follower(project).is_source(Text(content="“One.”", id=path, path=path))
    assert not follower(project).is_source(text(project, "“One.”"))


def test_every_field_of_a_statement_is_asked_for_or_a_place() -> None:
    """A new field that could change a result must not be forgotten by what remembers results."""
    assert len(without_place(Statement("one"))) == len(attrs.fields(Statement)) - len(PLACE)


def test_the_same_words_elsewhere_are_the_same_statement() -> None:
    draft = "“It rained,” Ada Brook said. “And it snowed,” she added.\n"
    one, two = extract(Text(content=draft)), extract(Text(content="A first paragraph.\n\n" + draft))
    assert [without_place(each) for each in one] == [without_place(each) for each in two]
    other = extract(Text(content=draft.replace("Ada Brook", "Ben Cole")))
    assert without_place(one[0]) != without_place(other[0])


def test_the_oldest_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quotecheck.checking.remembered.MOST_REMEMBERED", 2)
    checker = RememberingChecker([Text(content=said(1))])
    for words in ("one two three", "four five six", "one two three", "seven eight nine", "one two three"):
        checker.check(words)
    assert checker.checked == 3
    checker.check("four five six")
    assert checker.checked == 4


def test_policies_do_not_share_what_is_remembered() -> None:
    from quotecheck.verdicts.policies import policy_named

    checker = RememberingChecker([Text(content="“We, um, went home at nine,” Ada Brook said.")])
    words = Statement("We went home at nine", speaker="Ada Brook")
    strict = checker.under(policy_named("ap")).check(words)
    lenient = checker.under(policy_named("transcript")).check(words)
    assert strict.outcome is not lenient.outcome


def test_a_long_draft_reacts_to_one_word_with_the_work_of_one_statement(project: Path) -> None:
    """Twenty thousand words: what a keystroke costs is one reading of the draft and one statement."""
    one = follower(project)
    draft = long_draft(300)
    assert len(draft.split()) > 20_000
    assert len(one.report(text(project, draft)).report.results) == 300
    before = one.checked
    for number in (3, 150, 299):
        draft = draft.replace(f"number {number} ", f"number {number + 1} ", 1)
        one.report(text(project, draft))
    assert one.checked - before == 3
    assert one.readings == 1
