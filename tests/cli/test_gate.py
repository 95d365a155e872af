"""The gate: what fails a run, what is known, what changed, what is mended; real checker, real repository."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from quotecheck.cli import main
from tests.cli.conftest import Ran

TALK = (
    "“We don’t seek war, conflict with Russia,” Ada Brook said. “The plan costs $10.0 million.”\n\n"
    "“Ask me again in the winter,” Ben Cole said. Dora Lind said: “The mill is ours and it stays where it is.”\n"
)
WAR = "“We seek war, conflict with Russia,” Ada Brook said.\n"
COST = "“The plan costs $100 million,” Brook said.\n"
WINTER = "“Ask me again in the winter,” Ada Brook said.\n"
MILL = "“The mill is ours and it stays where it is,” Dora Lind said.\n"
Run = Callable[..., Ran]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """Runs ``check`` against the talk, in a directory of its own."""
    monkeypatch.chdir(tmp_path)
    for name in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "talk.txt").write_text(TALK, encoding="utf-8")

    def run_it(*argv: str) -> Ran:
        code = main(["check", *argv, "-s", "talk.txt"])
        return Ran(code, *capfd.readouterr())

    return run_it


def write(path: str, *paragraphs: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text("\n".join(paragraphs), encoding="utf-8", newline="")


def codes(ran: Ran) -> list[str]:
    """The lines' places and codes, of ``--format line``."""
    return [" ".join(line.split(" ")[i] for i in (0, 2)) for line in ran.out.splitlines()]


# Formats and reports to files


def test_reports_are_written_beside_what_is_printed(run: Run) -> None:
    write("draft.md", WAR, MILL)
    ran = run("draft.md", "-f", "line", "--report", "sarif=out.sarif", "--report", "junit=out.xml")
    assert ran.code == 1 and codes(ran) == ["draft.md:1:5: QC402"]
    assert "2 statements: 1 exact, 1 absent; outcome: 1 fail, 1 pass" in ran.err
    assert json.loads(Path("out.sarif").read_text("utf-8"))["version"] == "2.1.0"
    assert Path("out.xml").read_text("utf-8").startswith("<?xml")


@pytest.mark.parametrize("format", ["text", "json", "jsonl", "markdown"])
def test_formats_that_count_for_themselves(run: Run, format: str) -> None:
    write("draft.md", WAR)
    assert run("draft.md", "-f", format).err == ""


@pytest.mark.parametrize("value", ["sarif", "=x", "xml=x", "sarif="])
def test_a_report_needs_a_format_and_a_file(run: Run, value: str) -> None:
    write("draft.md", WAR)
    ran = run("draft.md", "--report", value)
    assert ran.code == 2 and "is not FORMAT=FILE" in ran.err


def test_a_report_that_cannot_be_written(run: Run) -> None:
    write("draft.md", MILL)
    ran = run("draft.md", "--report", "csv=no/such/place.csv")
    assert ran.code == 2 and "no/such/place.csv: cannot be written: No such file or directory" in ran.err


def test_text_in_a_file_has_no_colour(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from quotecheck.cli import output

    monkeypatch.setattr(output, "on_terminal", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    write("draft.md", WAR)
    ran = run("draft.md", "--report", "text=out.txt")
    assert "\x1b[" in ran.out and "\x1b[" not in Path("out.txt").read_text("utf-8")


# What fails

FAIL_ON = {
    "an error": (WAR, [], 1),
    "nothing": (WAR, ["--fail-on", "never"], 0),
    "right": (MILL, [], 0),
    "no statement": ("Nothing.\n", ["--fail-on", "empty"], 1),
    "no statement, not asked": ("Nothing.\n", [], 0),
    "no draft, and never": (None, ["--fail-on", "never"], 3),
}


@pytest.mark.parametrize("case", FAIL_ON, ids=str)
def test_fail_on(run: Run, case: str) -> None:
    text, options, code = FAIL_ON[case]
    if text is not None:
        write("draft.md", text)
    assert run("draft.md", *options).code == code


# Directories


def test_a_directory_of_drafts(run: Run) -> None:
    """Every text under it; pictures, data and hidden files are passed over, and what is missing is not."""
    write("drafts/b/draft.md", WAR)
    write("drafts/a.md", MILL)
    write("drafts/a.json", "{}")
    write("drafts/.hidden.md", WAR)
    Path("drafts/p.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    ran = run("drafts", "-f", "line")
    assert codes(ran) == ["drafts/b/draft.md:1:5: QC402"] and "2 statements" in ran.err and ran.code == 1


def test_a_directory_without_drafts(run: Run) -> None:
    Path("void").mkdir()
    ran = run("void")
    assert ran.code == 3 and "void: no readable file under this directory: nothing to check" in ran.err


def test_drafts_in_a_directory_are_no_sources(run: Run, capfd: pytest.CaptureFixture[str]) -> None:
    """Beside its sources a draft would bear itself out."""
    write("desk/draft.md", WAR)
    write("desk/talk.txt", TALK)
    assert main(["check", "desk/draft.md", "-s", "desk"]) == 1
    write("desk/quotecheck.toml", 'sources = ["../talk.txt"]')
    capfd.readouterr()
    assert main(["check", "desk", "-f", "line"]) == 1
    assert "desk/draft.md:1:5: error QC402" in capfd.readouterr().out


# Baseline


def test_known_findings_do_not_fail_and_new_ones_do(run: Run) -> None:
    write("draft.md", WAR, WINTER)
    first = run("draft.md", "--write-baseline", "known.json")
    assert first.code == 0 and "2 findings written to known.json" in first.err
    assert "– skipped  absent" in first.out and "QC402 polarity, error, waived (in the baseline)" in first.out
    same = run("draft.md", "--baseline", "known.json", "-f", "line")
    assert (same.code, same.out) == (0, "") and "2 findings known from known.json, 0 stale" in same.err
    write("draft.md", "A line above.\n", WAR, COST, WINTER)
    more = run("draft.md", "--baseline", "known.json", "-f", "line")
    assert more.code == 1 and codes(more) == ["draft.md:5:17: QC403"]


def test_the_same_fault_again_is_new(run: Run) -> None:
    """Once is known; the copy is not."""
    write("draft.md", WAR)
    run("draft.md", "--write-baseline", "known.json")
    write("draft.md", WAR, WAR)
    assert run("draft.md", "--baseline", "known.json").code == 1


def test_a_fault_in_other_words_is_new(run: Run) -> None:
    write("draft.md", WAR)
    run("draft.md", "--write-baseline", "known.json")
    write("draft.md", WAR.replace("We seek", "We really seek"))
    assert run("draft.md", "--baseline", "known.json").code == 1


def test_stale_entries_are_told(run: Run) -> None:
    """They fail nothing; writing the baseline again drops them."""
    write("draft.md", WAR, WINTER)
    run("draft.md", "--write-baseline", "known.json")
    write("draft.md", MILL, WINTER)
    ran = run("draft.md", "--baseline", "known.json")
    assert ran.code == 0
    assert "known.json: stale: draft.md: QC402 “We seek war, conflict with Russia,”" in ran.err
    run("draft.md", "--baseline", "known.json", "--write-baseline", "known.json")
    assert [one["code"] for one in json.loads(Path("known.json").read_text("utf-8"))["findings"]] == ["QC301"]


def test_a_baseline_of_several_drafts(run: Run) -> None:
    """A run over one keeps what is known of the other."""
    write("a.md", WAR)
    write("b.md", WINTER)
    run("a.md", "b.md", "--write-baseline", "known.json")
    run("a.md", "--write-baseline", "known.json")
    assert run("a.md", "b.md", "--baseline", "known.json").code == 0


def test_known_findings_in_sarif(run: Run) -> None:
    write("draft.md", WAR)
    run("draft.md", "--write-baseline", "known.json")
    write("draft.md", WAR, COST)
    log = json.loads(run("draft.md", "--baseline", "known.json", "-f", "sarif").out)
    states = {one["ruleId"]: one["baselineState"] for one in log["runs"][0]["results"] if one["level"] == "error"}
    assert states == {"QC402": "unchanged", "QC403": "new"}


def test_what_cannot_be_checked_can_be_known(run: Run) -> None:
    write("draft.md", MILL, WAR)
    Path("empty.txt").write_text("", encoding="utf-8")

    def check(*options: str) -> int:
        return main(["check", "draft.md", "-s", "empty.txt", "--fail-on", "unchecked", *options])

    assert check() == 3  # nothing to check against outranks it
    entry = {"draft": "draft.md", "code": "unchecked", "fingerprint": "0" * 32}
    values = {"schema": "quotecheck-baseline/1", "findings": [entry]}
    Path("known.json").write_text(json.dumps(values), encoding="utf-8")
    assert run("draft.md", "--baseline", "known.json").code == 1


TOGETHER = {
    "a baseline of a part": (["--write-baseline", "x", "--changed-since", "HEAD"], "not with --changed-since"),
    "a baseline and mending": (["--write-baseline", "x", "--fix"], "not with --fix or --diff"),
    "changes of a stream": (["-", "--changed-since", "HEAD"], "--changed-since needs files"),
    "mending a stream": (["-", "--fix"], "--fix needs files"),
    "both ways of mending": (["--diff", "--fix"], "not allowed with argument"),
    "no baseline": (["--baseline", "gone.json"], "gone.json: no such baseline"),
}


@pytest.mark.parametrize("case", TOGETHER, ids=str)
def test_what_does_not_go_together(run: Run, case: str) -> None:
    write("draft.md", WAR)
    options, message = TOGETHER[case]
    ran = run("draft.md", *options)
    assert ran.code == 2 and message in ran.err and ran.out == ""


# Changed since


def git(*words: str) -> None:
    command = ["git", "-c", "user.name=t", "-c", "user.email=t@t.example", "-c", "init.defaultBranch=main", *words]
    subprocess.run(command, check=True, capture_output=True)


def committed(**drafts: str) -> None:
    """A repository with these drafts in it."""
    if not Path(".git").exists():
        git("init")
    for name, text in drafts.items():
        write(f"{name}.md", text)
    git("add", "-A")
    git("commit", "-m", "x")


def test_only_what_changed(run: Run) -> None:
    """A new fault beside an old one."""
    committed(draft=WAR + "\n" + MILL)
    assert run("draft.md", "--changed-since", "HEAD", "-f", "line").code == 0
    write("draft.md", WAR, MILL, COST)
    ran = run("draft.md", "--changed-since", "HEAD", "-f", "line")
    assert codes(ran) == ["draft.md:5:17: QC403"] and "2 of 3 statements did not change" in ran.err


def test_a_changed_word_in_the_middle(run: Run) -> None:
    """Of two quotations on a line both count: the line changed."""
    committed(draft=MILL + "\n" + WAR.replace("We seek", "We don’t seek"))
    write("draft.md", MILL, WAR)
    assert codes(run("draft.md", "--changed-since", "HEAD", "-f", "line")) == ["draft.md:3:5: QC402"]


def test_words_taken_out_of_a_quotation_over_lines(run: Run) -> None:
    committed(draft="“We\ndon’t\nseek war, conflict with Russia,” Ada Brook said.\n")
    write("draft.md", "“We\nseek war, conflict with Russia,” Ada Brook said.\n")
    assert len(codes(run("draft.md", "--changed-since", "HEAD", "-f", "line"))) == 1


def test_another_speaker_above(run: Run) -> None:
    """The line of the quotation is the same; who "she" is, is not."""
    before = "Dora Lind came in. She sat down.\n\n“The mill is ours and it stays where it is,” she said.\n"
    committed(draft=before)
    write("draft.md", before.replace("Dora Lind", "Ada Brook"))
    ran = run("draft.md", "--changed-since", "HEAD", "-f", "line")
    assert "0 of 1 statement did not change" in ran.err and ran.code == 1


def test_a_renamed_draft(run: Run) -> None:
    """What stood in it under its old name is not new."""
    committed(draft=WAR + "\n" + MILL * 5)
    git("mv", "draft.md", "re named.md")
    assert run("re named.md", "--changed-since", "HEAD", "-f", "line").code == 0
    write("re named.md", WAR, MILL * 5, COST)
    ran = run("re named.md", "--changed-since", "HEAD", "-f", "line")
    assert ran.out.count("error") == 1 and "QC403" in ran.out


def test_a_draft_that_git_does_not_know_is_new(run: Run) -> None:
    committed(draft=MILL)
    write("new.md", WAR)
    assert run("draft.md", "new.md", "--changed-since", "HEAD").code == 1


def test_two_revisions_back_and_where_a_branch_left(run: Run) -> None:
    committed(draft=WAR)
    committed(draft=WAR + "\n" + COST)
    assert len(codes(run("draft.md", "--changed-since", "HEAD~1", "-f", "line"))) == 1
    git("branch", "other")
    committed(draft=WAR + "\n" + COST + "\n" + WINTER)
    git("checkout", "-q", "other")
    write("draft.md", WAR, COST, MILL)
    assert run("draft.md", "--changed-since", "main...", "-f", "line").code == 0


def test_from_below_the_top_and_settings_of_the_user(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where it is run from and how git is set up changes nothing."""
    committed(**{"desk/draft": WAR})
    for key, value in {
        "diff.external": "false", "diff.noprefix": "true", "color.diff": "always", "diff.relative": "true",
        "diff.context": "9", "diff.interHunkContext": "99", "core.quotePath": "true",
    }.items():  # fmt: skip
        git("config", key, value)
    write("desk/draft.md", WAR, MILL, MILL, COST)
    (Path("desk") / "talk.txt").write_text(TALK, encoding="utf-8")
    monkeypatch.chdir("desk")
    assert codes(run("draft.md", "--changed-since", "HEAD", "-f", "line")) == ["draft.md:7:17: QC403"]


def test_an_unchanged_draft_is_not_empty(run: Run) -> None:
    committed(draft=MILL)
    assert run("draft.md", "--changed-since", "HEAD", "--fail-on", "empty").code == 0


NO_REVISION = {
    "unknown": ("nowhere", "git knows no revision 'nowhere'"),
    "an option": ("--output=pwned", "'--output=pwned' is no git revision"),
    "nothing": ("...", "is no git revision"),
    "a blob": ("HEAD:draft.md", "git knows no revision"),
    "a line end": ("HEAD\n--output=pwned", "git knows no revision"),
}


@pytest.mark.parametrize("case", NO_REVISION, ids=str)
def test_what_is_no_revision(run: Run, case: str) -> None:
    committed(draft=MILL)
    revision, message = NO_REVISION[case]
    ran = run("draft.md", f"--changed-since={revision}")
    assert ran.code == 2 and message in ran.err and len(ran.err.splitlines()) == 1
    assert not Path("pwned").exists()


def test_no_repository(run: Run) -> None:
    write("draft.md", MILL)
    ran = run("draft.md", "--changed-since", "HEAD")
    assert ran.code == 2 and "--changed-since: git says: fatal: not a git repository" in ran.err


def test_no_git(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    write("draft.md", MILL)
    monkeypatch.setenv("PATH", str(tmp_path))
    ran = run("draft.md", "--changed-since", "HEAD")
    assert ran.code == 2 and "--changed-since needs git, which is not installed" in ran.err


# Mending


def test_a_diff_writes_nothing(run: Run) -> None:
    write("draft.md", WAR, WINTER)
    before = Path("draft.md").read_bytes()
    ran = run("draft.md", "--diff")
    assert ran.code == 1 and Path("draft.md").read_bytes() == before
    assert "-“We seek war, conflict with Russia,” Ada Brook said.\n+“We don’t seek war" in ran.out
    assert "draft.md:1:2: would be mended (QC402)" in ran.err
    assert "draft.md:3:2: not mended (QC301): what to do is for a person to decide" in ran.err
    subprocess.run(["git", "apply", "-"], input=ran.out.encode(), check=True)
    assert Path("draft.md").read_text("utf-8").startswith("“We don’t seek war")


def test_fix_writes_and_reports_what_is_left(run: Run) -> None:
    write("draft.md", WAR, COST, WINTER)
    ran = run("draft.md", "--fix", "-f", "line")
    assert Path("draft.md").read_text("utf-8") == "\n".join(
        [WAR.replace("We seek", "We don’t seek"), COST.replace("$100", "$10.0"), WINTER]
    )
    assert codes(ran) == ["draft.md:5:2: QC301"] and ran.code == 1
    assert "draft.md:1:2: mended (QC402)" in ran.err and "draft.md:5:2: not mended (QC301)" in ran.err
    assert run("draft.md", "--fix").code == 1 and "mended (QC402)" not in run("draft.md", "--fix").err


def test_fix_of_all_that_was_wrong_passes(run: Run) -> None:
    write("draft.md", WAR)
    assert run("draft.md", "--fix").code == 0


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_bytes_that_are_not_mended_stay(run: Run, encoding: str, end: str) -> None:
    """Encoding, byte-order mark and line ends."""
    text = f"naïve{end}{end}{WAR.strip()}{end}"
    Path("draft.md").write_bytes(text.encode(encoding))
    run("draft.md", "--fix")
    assert Path("draft.md").read_bytes() == text.replace("We seek", "We don’t seek").encode(encoding)


def test_a_draft_that_is_not_clean_is_not_written(run: Run) -> None:
    """It could not be written back byte for byte."""
    data = f"caf\u00e9 caf\u00e9 caf\u00e9 {WAR}".encode() + b" \x92 \n"
    Path("draft.md").write_bytes(data)
    ran = run("draft.md", "--fix")
    assert ran.code == 2 and "it could not be written back as it is" in ran.err
    assert Path("draft.md").read_bytes() == data


def test_a_letter_that_the_encoding_lacks(run: Run) -> None:
    Path("talk.txt").write_text("“The café in Łódź is ours to keep,” Dora Lind said.\n", encoding="utf-8")
    data = "“The café in Paris is ours to keep,” Dora Lind said.\n".encode("cp1252")
    Path("draft.md").write_bytes(data)
    ran = run("draft.md", "--fix")
    assert ran.code == 2 and "cp1252 lacks a letter of the source's words" in ran.err
    assert Path("draft.md").read_bytes() == data


def test_links_and_permissions_stay(run: Run) -> None:
    write("real/draft.md", WAR)
    os.chmod("real/draft.md", 0o640)
    os.symlink("real/draft.md", "draft.md")
    run("draft.md", "--fix")
    assert Path("draft.md").is_symlink() and "don’t" in Path("real/draft.md").read_text("utf-8")
    assert stat.S_IMODE(os.stat("real/draft.md").st_mode) == 0o640
    assert sorted(os.listdir("real")) == ["draft.md"]


def test_only_what_counts_is_mended(run: Run) -> None:
    """Known and unchanged faults are left as they are."""
    committed(draft=WAR)
    run("draft.md", "--write-baseline", "known.json")
    write("draft.md", WAR, COST)
    run("draft.md", "--fix", "--changed-since", "HEAD")
    assert Path("draft.md").read_text("utf-8") == f"{WAR}\n{COST.replace('$100', '$10.0')}"
    write("draft.md", WAR, COST)
    run("draft.md", "--fix", "--baseline", "known.json")
    assert Path("draft.md").read_text("utf-8") == f"{WAR}\n{COST.replace('$100', '$10.0')}"


def test_a_diff_on_a_terminal_is_shown_and_not_obeyed(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from quotecheck.cli import output

    monkeypatch.setattr(output, "on_terminal", lambda: True)
    write("draft.md", "\x1b]0;pwned\x07", WAR)
    out = run("draft.md", "--diff").out
    assert "\x1b" not in out and "␛]0;pwned" in out


# Files


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from quotecheck.cli.writing import write_file
    from quotecheck.model.errors import BrokenOff

    path = tmp_path / "a.md"
    path.write_bytes(b"old")

    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(BrokenOff, match="cannot be written: No space left on device"):
        write_file(str(path), b"new")
    assert path.read_bytes() == b"old" and [one.name for one in tmp_path.iterdir()] == ["a.md"]


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are another thing there")
def test_a_new_file_has_the_usual_permissions(tmp_path: Path) -> None:
    from quotecheck.cli.writing import write_file

    (tmp_path / "other").write_bytes(b"")
    write_file(str(tmp_path / "new"), b"x")
    assert os.stat(tmp_path / "new").st_mode == os.stat(tmp_path / "other").st_mode
