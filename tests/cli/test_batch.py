"""``quotecheck batch``: one result a line in order, whatever the lines are."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from quotecheck.reports.schemas import schema
from tests.cli.conftest import SPEECH, Run, StubChecker

RESULT = Draft202012Validator(schema("result"))


def write(name: str, *lines: object) -> str:
    """A list of candidates in the working directory; strings stay as they are."""
    text = "".join((line if isinstance(line, str) else json.dumps(line)) + "\n" for line in lines)
    Path(name).write_text(text, encoding="utf-8", newline="")
    return name


def results(out: str) -> list[dict[str, Any]]:
    """The lines of the output, each of which fits the schema."""
    read = [json.loads(line) for line in out.splitlines()]
    for one in read:
        RESULT.validate(one)
    return read


def test_results_come_in_order(run: Run) -> None:
    """With their ids and own keys; a failure is exit code 1."""
    write("list.jsonl", {"id": "a", "text": "rebuild"}, {"id": "b", "text": "destroy", "desk": 4}, {"text": "late"})
    ran = run("batch", "list.jsonl", "--source", "speech.txt")
    read = results(ran.out)
    assert [(one["id"], one["verdict"], one["outcome"]) for one in read] == [
        ("a", "exact", "pass"), ("b", "absent", "fail"), (None, "exact", "pass"),
    ]  # fmt: skip
    assert read[1]["extra"] == {"desk": 4}
    assert (ran.code, ran.err) == (1, "")


def test_all_passed_is_zero(run: Run) -> None:
    """Nothing failed, nothing is said."""
    write("list.jsonl", {"text": "rebuild"})
    ran = run("batch", "list.jsonl", "-s", "speech.txt")
    assert (ran.code, ran.err) == (0, "")


def test_a_bad_line_keeps_its_place(run: Run) -> None:
    """A result without a verdict; the others are checked; code 3 outranks 1."""
    write("list.jsonl", {"text": "destroy"}, '{"id": "b", "text": "x", "kind": "quoted"}', "nope", {"text": "late"})
    ran = run("batch", "list.jsonl", "--source", "speech.txt")
    read = results(ran.out)
    assert [one["verdict"] for one in read] == ["absent", None, None, "exact"]
    assert [one["outcome"] for one in read] == ["fail", "unchecked", "unchecked", "pass"]
    assert (read[1]["id"], read[1]["statement"]["text"]) == ("b", "x")
    assert read[2]["problems"] == [
        {"message": NO_LIST, "code": "bad-line", "path": "list.jsonl", "line": 3, "column": 1,
         "fatal": True},
    ]  # fmt: skip
    assert 'quotecheck: list.jsonl:2:34: "kind" must be "direct" or "indirect", not "quoted"\n' in ran.err
    assert ran.code == 3


def test_a_line_s_own_sources(run: Run, room: Path) -> None:
    """Paths count from the list's directory, whatever the working directory."""
    (room / "lists").mkdir()
    (room / "lists/near.txt").write_text("near words", encoding="utf-8")
    write("lists/list.jsonl", {"text": "near", "sources": ["near.txt"]}, {"text": "words", "source_text": "my words"},
          {"text": "late", "sources": ["../speech.txt", {"path": "near.txt", "id": "n"}]})  # fmt: skip
    ran = run("batch", "lists/list.jsonl")
    read = results(ran.out)
    assert [one["evidence"]["passages"][0]["source"] for one in read] == ["near.txt", "source_text", "../speech.txt"]
    assert ran.code == 0


def test_a_source_named_by_many_lines_is_indexed_once(run: Run) -> None:
    """The same file with other knowledge of it is another source."""
    known = {"path": "speech.txt", "speaker": "Ada Brook"}
    lines = [{"text": "late", "sources": ["speech.txt"]}, {"text": "late", "sources": [known]}, {"text": "late"}] * 20
    write("list.jsonl", *lines, {"text": "late", "sources": ["./speech.txt"]})
    assert run("batch", "list.jsonl", "--source", "speech.txt").code == 0
    assert len(StubChecker.made) == 4


def test_a_line_with_a_missing_source_is_never_absent(run: Run) -> None:
    """What is not in the rest may stand in the one that could not be read."""
    write(
        "list.jsonl",
        {"text": "destroy", "sources": ["speech.txt", "gone.txt"]},
        {"text": "late", "sources": ["speech.txt", "gone.txt"]},
        {"text": "late", "sources": ["gone.txt"]},
        {"text": "late", "sources": ["speech.txt"]},
    )
    ran = run("batch", "list.jsonl")
    read = results(ran.out)
    assert [(one["verdict"], one["outcome"]) for one in read] == [
        (None, "unchecked"), ("exact", "pass"), (None, "unchecked"), ("exact", "pass"),
    ]  # fmt: skip
    assert [[problem["code"] for problem in one["problems"]] for one in read] == [["missing"]] * 3 + [[]]
    assert read[0]["findings"] == [] and ran.code == 3


def test_the_list_is_no_source_of_itself(run: Run) -> None:
    """Nor is a list in a text's clothes, nor the results of the last run."""
    for name in ("list.jsonl", "list.txt"):
        write(name, {"text": "destroy"})
        write("results.jsonl", {"text": "destroy"})
        for line in ({"text": "destroy"}, {"text": "destroy", "sources": ["."]}):
            write(name, line)
            assert [one["verdict"] for one in results(run("batch", name, "-s", ".").out)] == ["absent"]
        Path(name).unlink()


def test_no_source_at_all(run: Run) -> None:
    """A line that names none, and no ``--source``: it could not be checked."""
    write("list.jsonl", {"text": "late"})
    ran = run("batch", "list.jsonl")
    (read,) = results(ran.out)
    assert read["problems"][0]["message"] == "no source is named: give --source, or sources in the line"
    assert (read["verdict"], ran.code) == (None, 3)


def test_an_empty_list(run: Run) -> None:
    """It is told, and fails only if that is asked for."""
    write("list.jsonl")
    ran = run("batch", "list.jsonl", "-s", "speech.txt")
    assert (ran.code, ran.out) == (0, "") and "the list is empty" in ran.err
    assert run("batch", "list.jsonl", "-s", "speech.txt", "--fail-on", "empty").code == 1


FAIL_ON = {
    "a warning passes": (["maybe"], [], 0),
    "unless asked": (["maybe"], ["--fail-on", "warn"], 1),
    "by its other name": (["maybe"], ["--fail-on", "warning"], 1),
    "several": (["maybe"], ["--fail-on", "empty,warn"], 1),
    "given again": (["maybe"], ["--fail-on", "empty", "--fail-on", "warn"], 1),
    "nothing at all": (["destroy it"], ["--fail-on", "never"], 0),
    "other than asked": (["maybe"], ["--fail-on", "empty"], 0),
    "the policy's severities": (["maybe"], ["--policy", "ap"], 0),
}


@pytest.mark.parametrize("case", FAIL_ON, ids=str)
def test_fail_on(run: Run, case: str) -> None:
    """What fails a run beside errors."""
    texts, options, code = FAIL_ON[case]
    write("list.jsonl", *({"text": text} for text in texts))
    assert run("batch", "list.jsonl", "-s", "speech.txt", *options).code == code


BAD_SOURCES = {
    "missing": ("gone.txt", "quotecheck: gone.txt: no such file\n", "missing"),
    "url": ("https://example.org/a", "nothing is fetched: save the page and give its file\n", "url"),
    "empty": ("empty.txt", "quotecheck: empty.txt: the file is empty: nothing to check against\n", "empty"),
    "no files": ("void", "void: no readable file under this directory: nothing to check against\n", "empty-directory"),
    "no text": ("zeros.bin", "zeros.bin: not text", "not-text"),
    "an old office file": (
        "a.doc",
        "a.doc: not text: it is an old office file: save it as .docx or as plain text first\n",
        "no-reader",
    ),
}


@pytest.mark.parametrize("case", BAD_SOURCES, ids=str)
def test_bad_sources(run: Run, room: Path, case: str) -> None:
    """Message, path and exit code 3; a result for every line all the same."""
    (room / "empty.txt").touch()
    (room / "void").mkdir()
    (room / "zeros.bin").write_bytes(bytes(99))
    (room / "a.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    path, message, code = BAD_SOURCES[case]
    write("list.jsonl", {"text": "destroy"}, {"text": "late"})
    alone = run("batch", "list.jsonl", "--source", path)
    assert message in alone.err and alone.code == 3
    assert [one["problems"][0]["code"] for one in results(alone.out)] == [code, code]
    beside = run("batch", "list.jsonl", "--source", path, "--source", "speech.txt")
    assert [one["verdict"] for one in results(beside.out)] == [None, "exact"] and beside.code == 3


NO_LIST = 'not JSON: each line of a list is an object, {"text": "…"}; a draft is for `quotecheck check`'

USAGE = {
    "no list": (["batch"], "the following arguments are required: CANDIDATES"),
    "an unknown option": (
        ["batch", "a.jsonl", "--sorce", "x"],
        "no option is called '--sorce'; the nearest is '--source'",
    ),
    "a format": (["batch", "list.jsonl", "-f", "xml"], "'xml' is not one of jsonl, text"),
    "a policy": (["batch", "list.jsonl", "--policy", "newz"], "no policy is called 'newz'; the nearest is 'news'"),
    "fail-on": (["batch", "list.jsonl", "--fail-on", "warn,all"], "'all' is not one of warning, unchecked, empty"),
    "standard input twice": (["batch", "-", "-s", "-"], "standard input (-) can be given for one thing only"),
    "a configuration": (
        ["batch", "list.jsonl", "--config", "gone.toml"],
        "gone.toml: the configuration cannot be read",
    ),
}


@pytest.mark.parametrize("case", USAGE, ids=str)
def test_usage_is_two(run: Run, case: str) -> None:
    """The message says what is wrong; nothing is on standard output."""
    write("list.jsonl", {"text": "late"})
    argv, message = USAGE[case]
    ran = run(*argv)
    assert (ran.code, ran.out) == (2, "") and message in ran.err


UNREADABLE = {
    "missing": ("gone.jsonl", "quotecheck: gone.jsonl: no such file\n"),
    "a directory": (".", "quotecheck: .: cannot be read"),
    "an array": ("array.jsonl", "array.jsonl:1:1: one JSON object a line is wanted (JSON Lines), not one array"),
    "a table without text": ("table.csv", 'table.csv:1:1: no column is named "text"'),
}


@pytest.mark.parametrize("case", UNREADABLE, ids=str)
def test_an_unreadable_list_is_three(run: Run, case: str) -> None:
    """Message and place."""
    Path("array.jsonl").write_text('[{"text": "x"}]', encoding="utf-8")
    Path("table.csv").write_text("id,words\n1,x\n", encoding="utf-8")
    path, message = UNREADABLE[case]
    ran = run("batch", path, "-s", "speech.txt")
    assert (ran.code, ran.out) == (3, "") and message in ran.err


def test_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """For the list; messages call it by name."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b'{"text": "late"}\n{"text": 3}\n')))
    ran = run("batch", "-", "-s", "speech.txt")
    assert [one["verdict"] for one in results(ran.out)] == ["exact", None]
    assert "<stdin>:2:10" in ran.err


def test_standard_input_as_a_source(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """For a source."""
    write("list.jsonl", {"text": "late"})
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(SPEECH.encode())))
    ran = run("batch", "list.jsonl", "-s", "-")
    assert results(ran.out)[0]["evidence"]["passages"][0]["source"] == "<stdin>"


def test_text_for_people(run: Run) -> None:
    """The readable form, with a summary."""
    write("list.jsonl", {"id": "a", "text": "rebuild"}, {"id": "b", "text": "destroy", "speaker": "Ada Brook"})
    ran = run("batch", "list.jsonl", "-s", "speech.txt", "-f", "text")
    assert ran.out == (
        "✓ pass  exact  a\n"
        "  “rebuild”\n"
        "  source: speech.txt:2:10 · speaker not named\n"
        "\n"
        "✗ fail  absent  b\n"
        "  “destroy” — Ada Brook\n"
        "  QC401 not-found, error: It is absent.\n"
        "  → Find the source of these words, or leave them out.\n"
        "\n"
        "2 statements: 1 exact, 1 absent\n"
        "outcome: 1 fail, 1 pass\n"
    )


def test_hostile_words(run: Run, room: Path) -> None:
    """Control characters of a source, a list or a path reach the terminal in no format."""
    evil = "late\x1b[2J\u202e\u2028\nx\x85"
    (room / "speech.txt").write_text(evil, encoding="utf-8", newline="")
    write("list.jsonl", {"text": evil, "id": evil}, {"text": "x", "kind": evil}, {"text": "x", "sources": [evil]})
    for form in ("text", "jsonl"):
        ran = run("batch", "list.jsonl", "-s", "speech.txt", "-f", form)
        assert all(line.isprintable() for line in (ran.out + ran.err).split("\n"))
    assert results(ran.out)[0]["statement"]["text"] == evil


PATHS = ["a\0b", "\ud800", "", "x" * 5000, "/dev/null", "https://example.org/a", "~", "..."]


def test_paths_that_no_file_has(run: Run) -> None:
    """Each is a problem of its line, or a bad line; none stops the run."""
    write("list.jsonl", *({"text": "destroy", "sources": ["speech.txt", path]} for path in PATHS))
    ran = run("batch", "list.jsonl")
    read = results(ran.out)
    assert [one["verdict"] for one in read] == [None] * len(PATHS) and ran.code == 3
    assert all(one["problems"][0]["fatal"] for one in read)
    assert read[0]["problems"][0]["message"] == "cannot be read: embedded null byte"


def test_the_same_twice(run: Run) -> None:
    """Byte for byte."""
    write("list.jsonl", *({"id": str(number), "text": word} for number, word in enumerate(SPEECH.split())))
    first, second = (run("batch", "list.jsonl", "-s", "speech.txt").out for _ in range(2))
    assert first == second


def test_an_interruption_keeps_what_was_done(run: Run) -> None:
    """Exit code 130, no traceback."""
    write("list.jsonl", {"text": "late"}, {"text": "stop"}, {"text": "late"})
    ran = run("batch", "list.jsonl", "-s", "speech.txt")
    assert ran.code == 130 and len(results(ran.out)) == 1 and "Traceback" not in ran.err


def test_the_configuration_is_found(run: Run, room: Path) -> None:
    """Sources, policy and severities out of a file above the list; options outrank it."""
    (room / "quotecheck.toml").write_text(
        'sources = ["speech.txt"]\npolicy = "transcript"\n[severities]\nnot-found = "warning"\n', encoding="utf-8"
    )
    (room / "lists").mkdir()
    write("lists/list.jsonl", {"text": "late"}, {"text": "destroy"})
    ran = run("batch", "lists/list.jsonl")
    read = results(ran.out)
    assert [one["outcome"] for one in read] == ["pass", "warn"] and ran.code == 0
    assert read[0]["evidence"]["passages"][0]["source"] == "speech.txt"
    (room / "other.txt").write_text("destroy", encoding="utf-8")
    assert run("batch", "lists/list.jsonl", "-s", "other.txt").out.count('"verdict": "exact"') == 1
    (room / "none.toml").write_text("", encoding="utf-8")
    assert run("batch", "lists/list.jsonl", "--config", "none.toml").code == 3


def test_a_wrong_configuration(run: Run, room: Path) -> None:
    """File, line, column and the nearest key; exit code 2 before anything is checked."""
    (room / "quotecheck.toml").write_text("polcy = 3\n", encoding="utf-8")
    write("list.jsonl", {"text": "late"})
    ran = run("batch", "list.jsonl", "-s", "speech.txt")
    assert (ran.code, ran.out) == (2, "")
    assert 'quotecheck.toml:1:1: unknown key "polcy"; did you mean "policy"?' in ran.err


def test_a_table(run: Run) -> None:
    """CSV goes the same way."""
    write("list.csv", "id,text,desk", "a,late,4", 'b,"destroy",')
    ran = run("batch", "list.csv", "-s", "speech.txt")
    assert [(one["id"], one["verdict"], one["extra"]) for one in results(ran.out)] == [
        ("a", "exact", {"desk": "4"}), ("b", "absent", {"desk": None}),
    ]  # fmt: skip


def test_lines_point_into_the_list(run: Run) -> None:
    """The list and the candidate's line; the sums on standard error."""
    write("list.jsonl", {"text": "We will rebuild"}, {"text": "destroy it"}, {"text": "maybe"})
    ran = run("batch", "list.jsonl", "-s", "speech.txt", "-f", "line")
    assert ran.out.splitlines() == [
        "list.jsonl:2: error QC401 It is absent.",
        "list.jsonl:3: warning QC510 It is absent.",
    ]
    assert "3 statements: 1 exact, 2 absent; outcome: 1 fail, 1 warn, 1 pass" in ran.err


def test_reports_at_the_end(run: Run) -> None:
    """JUnit and SARIF over the whole list; a line that could not be read is in them."""
    from xml.etree import ElementTree

    write("list.jsonl", {"text": "We will rebuild", "id": "q1"}, {"text": "destroy it"}, {"kind": "direct"})
    ran = run("batch", "list.jsonl", "-s", "speech.txt", "-f", "junit")
    root = ElementTree.fromstring(ran.out)
    assert [root.get(key) for key in ("tests", "failures", "skipped")] == ["3", "1", "1"] and ran.code == 3
    log = json.loads(run("batch", "list.jsonl", "-s", "speech.txt", "-f", "sarif").out)
    [result] = log["runs"][0]["results"]
    location = result["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == "list.jsonl" and location["region"]["startLine"] == 2


def test_a_table_of_results(run: Run) -> None:
    """CSV, one line a candidate, as they come."""
    write("list.jsonl", {"text": "We will rebuild", "id": "=q1"}, {"text": "destroy\nit"})
    rows = run("batch", "list.jsonl", "-s", "speech.txt", "-f", "csv").out.splitlines()
    assert rows[0].startswith("draft,line,column,id,") and len(rows) == 3
    assert rows[1].startswith("list.jsonl,1,,'=q1,direct,We will rebuild,,exact,pass,0.9")


def test_claims_of_an_answer_follow_each_other(newsroom: Run) -> None:
    """Each with the line's id and its number; a line that says it is direct stays one."""
    write(
        "list.jsonl",
        {"id": "a", "text": "Hello! Ada Brook sold the mine. The school closed.", "source_text": "The school closed."},
        {
            "id": "b",
            "text": "The school closed. It did.",
            "kind": "direct",
            "source_text": "The school closed. It did.",
        },
    )
    ran = newsroom("batch", "list.jsonl", "--claims", "all", "--format", "jsonl")
    read = results(ran.out)
    assert [(one["id"], one.get("claim")) for one in read] == [
        ("a", {"number": 1, "of": 3}), ("a", {"number": 2, "of": 3}), ("a", {"number": 3, "of": 3}), ("b", None),
    ]  # fmt: skip
    assert [one["outcome"] for one in read] == ["skipped", "warn", "pass", "pass"]
    assert read[0]["statement"]["no_claim"] == "greeting"
