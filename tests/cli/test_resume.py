"""``batch --jobs`` and ``batch --resume``: the same bytes whoever does it, and after whatever end."""

from __future__ import annotations

import json
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.test_batch import write

RUN = "import sys; from quotecheck.cli import main; sys.exit(main())"
LIST = [{"id": str(at), "text": text} for at, text in enumerate(["rebuild", "destroy", "late", "the harbour"] * 20)]


def filed(run: Run, *more: str) -> bytes:
    """What a run leaves in the file."""
    run("batch", "list.jsonl", "--source", "speech.txt", "--resume", "out.jsonl", *more)
    return Path("out.jsonl").read_bytes()


@pytest.mark.parametrize("cut", [0, 1, 700, 5000, 20000, -1, -2])
def test_a_run_goes_on_where_it_was_cut(run: Run, cut: int) -> None:
    """At any byte: what is there after a second run is what one run would have written."""
    write("list.jsonl", *LIST)
    whole = filed(run)
    assert whole.decode() == run("batch", "list.jsonl", "--source", "speech.txt", "--format", "jsonl").out
    Path("out.jsonl").write_bytes(whole[:cut])
    assert filed(run) == whole


def test_claims_of_one_answer_are_written_together(tmp_path: Path) -> None:
    """An answer of which not all claims are there is checked again."""
    list_, out = _real(tmp_path, 1), tmp_path / "out.jsonl"
    answer = "The bridge will be rebuilt. The mill is closed. Ada Brook spoke of winter."
    list_.write_text("".join(json.dumps({"id": id, "text": answer}) + "\n" for id in "ab"), encoding="utf-8")
    command = [*_command(list_), "--claims", "all", "--resume", str(out)]
    subprocess.run(command, capture_output=True)
    whole = out.read_bytes()
    assert whole.count(b"\n") == 6
    out.write_bytes(b"".join(whole.splitlines(keepends=True)[:4]))
    subprocess.run(command, capture_output=True)
    assert out.read_bytes() == whole


def test_the_exit_code_and_the_sums_are_those_of_the_whole(run: Run) -> None:
    """Although the second run has nothing to do."""
    write("list.jsonl", *LIST)
    first = run("batch", "list.jsonl", "--source", "speech.txt", "--resume", "out.jsonl")
    again = run("batch", "list.jsonl", "--source", "speech.txt", "--resume", "out.jsonl")
    assert (again.code, again.err) == (first.code, first.err)


def test_results_of_another_list_are_left_alone(run: Run) -> None:
    """A usage error, and no byte is changed."""
    write("list.jsonl", *LIST)
    whole = filed(run)
    write("list.jsonl", *LIST[1:])
    ran = run("batch", "list.jsonl", "--source", "speech.txt", "--resume", "out.jsonl")
    assert ran.code == 2 and "another list" in ran.err
    assert Path("out.jsonl").read_bytes() == whole


def test_only_lines_can_be_resumed(run: Run) -> None:
    """A report comes at the end."""
    write("list.jsonl", *LIST)
    assert run("batch", "list.jsonl", "--source", "speech.txt", "--resume", "o", "--format", "sarif").code == 2


@pytest.mark.parametrize("jobs", ["0", "2", "3"])
def test_the_output_does_not_depend_on_the_number_of_processes(tmp_path: Path, jobs: str) -> None:
    """Byte for byte, and the exit code too."""
    list_ = _real(tmp_path, 60)
    alone, several = (
        subprocess.run([*_command(list_), "--jobs", number], capture_output=True, cwd=tmp_path)
        for number in ("1", jobs)
    )
    assert alone.stdout.count(b"\n") == 60
    assert (several.stdout, several.stderr, several.returncode) == (alone.stdout, alone.stderr, alone.returncode)


@pytest.mark.slow
def test_two_processes_are_worth_1_7(tmp_path: Path) -> None:
    """By processor seconds, which a busy machine does not change much: what two cores would need for all that is done,
    and for what the process that reads and writes does alone, against what one needs."""
    list_ = _real(tmp_path, 3000)
    measured = """
import resource, sys
from quotecheck.cli import main
main()
own, below = (resource.getrusage(one) for one in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
print(own.ru_utime + own.ru_stime, below.ru_utime + below.ru_stime, file=sys.stderr)
"""
    command = [sys.executable, "-c", measured, *_command(list_)[3:], "--jobs"]
    ratios = []
    for _ in range(3):
        one, two = (
            subprocess.run([*command, jobs], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
            for jobs in ("1", "2")
        )
        (alone, _), (parent, children) = (map(float, ran.stderr.splitlines()[-1].split()) for ran in (one, two))
        assert children > parent
        ratios.append(alone / max((parent + children) / 2, parent))
    assert max(ratios) > 1.7, ratios


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="a process cannot be killed so")
def test_a_run_that_is_killed_goes_on(tmp_path: Path) -> None:
    """Killed several times at whatever moment, it loses nothing and writes nothing twice."""
    list_ = _real(tmp_path, 600)
    whole = subprocess.run(_command(list_), capture_output=True, cwd=tmp_path).stdout
    out = tmp_path / "out.jsonl"
    for least in (1, 40_000, 120_000):
        running = subprocess.Popen([*_command(list_), "--jobs", "2", "--resume", str(out)], stderr=subprocess.DEVNULL)
        while running.poll() is None and (not out.exists() or out.stat().st_size < least):
            time.sleep(0.01)
        running.send_signal(signal.SIGKILL)
        running.wait()
    subprocess.run([*_command(list_), "--jobs", "2", "--resume", str(out)], stderr=subprocess.DEVNULL, cwd=tmp_path)
    assert out.read_bytes() == whole


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="a process cannot be killed so")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_killed_at_random_moments(tmp_path: Path, jobs: str) -> None:
    """Nothing twice, nothing lost, whatever was being read, checked, sent or written; the exit code is the whole's."""
    list_ = _real(tmp_path, 400)
    alone = subprocess.run(_command(list_), capture_output=True, cwd=tmp_path)
    out, moments = tmp_path / "out.jsonl", random.Random(11)
    command = [*_command(list_), "--jobs", jobs, "--resume", str(out)]
    kills = 0
    while kills < 12:
        size = out.stat().st_size if out.exists() else -1
        running = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        while running.poll() is None and (not out.exists() or out.stat().st_size == size):
            time.sleep(0.001)
        time.sleep(moments.random() * 0.05)
        running.send_signal(signal.SIGKILL)
        if running.wait() != -signal.SIGKILL:
            break
        kills += 1
        written = out.read_bytes()
        assert alone.stdout.startswith(written[: written.rfind(b"\n") + 1])
    assert kills >= 3
    last = subprocess.run(command, capture_output=True, cwd=tmp_path)
    assert (out.read_bytes(), last.returncode) == (alone.stdout, alone.returncode)
    assert f"{400} statements".encode() in last.stderr


def _real(directory: Path, size: int) -> Path:
    (directory / "talk.txt").write_text(
        "“We will rebuild the bridge before winter,” Ada Brook said.\n", encoding="utf-8"
    )
    words = ("We will rebuild the bridge", "We will never rebuild the bridge", "before winter", "The mill is closed")
    lines = [json.dumps({"id": str(at), "text": words[at % 4], "speaker": "Ada Brook"}) for at in range(size)]
    list_ = directory / "list.jsonl"
    list_.write_text("\n".join(lines), encoding="utf-8")
    return list_


def _command(list_: Path) -> list[str]:
    source = str(list_.parent / "talk.txt")
    return [sys.executable, "-c", RUN, "batch", str(list_), "--source", source, "--format", "jsonl"]
