"""Lists in partitions: the bytes that ``batch`` writes for each, whoever did it, and nothing done twice."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("distributed")

import attrs
from distributed import Client

from quotecheck.cli import main
from quotecheck.cluster import places
from quotecheck.cluster.checking import Asked, Done, check_lists, check_partition, note_of
from quotecheck.cluster.ground import Ground, opened
from quotecheck.config import Config
from quotecheck.model import Claims, Text
from quotecheck.model.errors import UsageError
from quotecheck.verdicts.policies import policy_named

RUN = "import sys; from quotecheck.cli import main; sys.exit(main())"
TALK = "“We will rebuild the bridge before winter,” Ada Brook said.\n"
WORDS = ("We will rebuild the bridge", "We will never rebuild the bridge", "before winter", "The mill is closed")


def lists(directory: Path, parts: int, lines: int) -> list[str]:
    """Lists of candidates, the last line of each one that cannot be read."""
    (directory / "talk.txt").write_text(TALK, encoding="utf-8")
    names = []
    for part in range(parts):
        made = [
            json.dumps({"id": f"{part}-{at}", "text": WORDS[at % 4], "speaker": "Ada Brook"}) for at in range(lines)
        ]
        name = f"part-{part}.jsonl"
        (directory / name).write_text("\n".join([*made, '{"id": "bad"}']), encoding="utf-8")
        names.append(name)
    return names


def ground(*, words: str = TALK, **values: Any) -> Ground:
    import datetime

    text = Text(content=words, id="talk.txt")
    return Ground(texts=(text,), problems=(), config=Config(), today=datetime.date(2024, 3, 17),
                  claims=Claims.ATTRIBUTED, **values)  # fmt: skip


def asked(directory: Path, name: str, into: str = "out", ending: str = ".jsonl") -> Asked:
    out = str(directory / into / (Path(name).stem + ending))
    return Asked(name=name, place=str(directory / name), policy=policy_named("news"), out=out)


def expected(name: str, capfd: pytest.CaptureFixture[str]) -> tuple[int, bytes, str]:
    """What ``batch`` does with one list on one machine."""
    capfd.readouterr()
    code = main(["batch", name, "--source", "talk.txt", "--format", "jsonl"])
    out, err = capfd.readouterr()
    return code, out.encode("utf-8"), err


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "out").mkdir()
    return tmp_path


def test_a_task_is_done_once_and_again_without_harm(room: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """The same bytes as ``batch``; a second time nothing is opened; after any loss it is made again."""
    (name,) = lists(room, 1, 8)
    one, on = asked(room, name), ground()
    done = check_partition(one, ground=on, ground_key=on.key())
    assert Path(one.out).read_bytes() == expected(name, capfd)[1]
    assert done.outcomes["fail"] == 4 and done.unreadable and len(done.told) == 1
    before = Path(one.out).stat().st_mtime_ns
    assert check_partition(one, ground=on, ground_key=on.key()) == done
    assert Path(one.out).stat().st_mtime_ns == before
    for lost in (one.out, note_of(one.out)):
        Path(lost).unlink()
        assert check_partition(one, ground=on, ground_key=on.key()) == done
    Path(one.out).write_bytes(b"cut")
    assert check_partition(one, ground=on, ground_key=on.key()) == done
    assert sorted(path.name for path in (room / "out").iterdir()) == ["_part-0.jsonl.done", "part-0.jsonl"]


@pytest.mark.parametrize("change", ["list", "source", "policy", "archive"])
def test_what_changes_a_result_is_checked_anew(room: Path, change: str) -> None:
    """A list, a source, a policy or an archive that is not what it was; the day alone changes nothing."""
    (name,) = lists(room, 1, 4)
    one, on = asked(room, name), ground()
    done = check_partition(one, ground=on, ground_key=on.key())
    if change == "list":
        (room / name).write_text('{"text": "before winter"}\n', encoding="utf-8")
    elif change == "source":
        on = ground(words="The mill is closed.\n")
    elif change == "policy":
        one = attrs.evolve(one, policy=policy_named("legal"))
    else:
        assert ground(archive_state="other").key() != on.key()
        assert attrs.evolve(on, today=on.today.replace(year=2030)).key() == on.key()
        return
    again = check_partition(one, ground=on, ground_key=on.key())
    assert again.key != done.key
    assert check_partition(one, ground=on, ground_key=on.key()) == again


def test_the_ground_is_opened_once_a_process(room: Path) -> None:
    """For all lists under it."""
    on = ground()
    assert opened(on, on.key()) is opened(on, on.key())
    first, second = (opened(on, on.key()).batch(policy_named("news"), str(room / name)) for name in "ab")
    assert first._shared_made is not None and second._shared_made is not None
    assert first._shared_made.checker is second._shared_made.checker


def test_a_worker_of_another_version_is_refused(room: Path) -> None:
    """Its results could be others."""
    (name,) = lists(room, 1, 1)
    on = ground(version="0.0.0")
    with pytest.raises(UsageError, match="a worker runs quotecheck"):
        check_partition(asked(room, name), ground=on, ground_key=on.key())


@pytest.fixture
def client() -> Iterator[Client]:
    with Client(processes=False, n_workers=1, threads_per_worker=2, dashboard_address=None) as client:
        yield client


def test_several_lists_and_one_that_is_not_there(room: Path, client: Client, capfd: pytest.CaptureFixture[str]) -> None:
    """Each has its bytes, threads or not; the one that is missing is a problem of its own."""
    names = lists(room, 5, 10)
    wanted = [expected(name, capfd)[1] for name in names]
    tasks = [asked(room, name) for name in (*names, "missing.jsonl")]
    found = list(check_lists(ground(), tasks, client))
    assert [one.name for one, _ in found] == [*names, "missing.jsonl"]
    assert [Path(one.out).read_bytes() for one in tasks[:-1]] == wanted
    assert all(isinstance(what, Done) for _, what in found[:-1])
    assert str(found[-1][1]) == "missing.jsonl: no such file"


def test_lists_and_results_in_a_store(room: Path, client: Client, capfd: pytest.CaptureFixture[str]) -> None:
    """The same bytes; passed over the second time."""
    fsspec = pytest.importorskip("fsspec")
    store = fsspec.filesystem("memory")
    (name,) = lists(room, 1, 6)
    store.pipe("/lists/part-0.jsonl", (room / name).read_bytes())
    one = Asked(name=name, place="memory://lists/part-0.jsonl", policy=policy_named("news"),
                out="memory://results/part-0.jsonl")  # fmt: skip
    ((_, done),) = check_lists(ground(), [one], client)
    assert store.cat("/results/part-0.jsonl") == expected(name, capfd)[1]
    assert places.names_in("memory://results") == ["_part-0.jsonl.done", "part-0.jsonl"]
    before = store.info("/results/part-0.jsonl")["created"]
    assert list(check_lists(ground(), [one], client)) == [(one, done)]
    assert store.info("/results/part-0.jsonl")["created"] == before
    gone = attrs.evolve(one, place="memory://lists/none.jsonl", name="memory://lists/none.jsonl")
    assert str(next(check_lists(ground(), [gone], client))[1]) == "memory://lists/none.jsonl: no such object"


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("https://example.org/list.jsonl", "nothing is fetched from the web"),
        ("http://example.org/list.jsonl", "nothing is fetched from the web"),
        ("HTTPS://example.org/list.jsonl", "nothing is fetched from the web"),
        ("simplecache::https://example.org/list.jsonl", "no such kind of store"),
        ("s3://a::http://b", "no such kind of store"),
        ("ssh://host/list.jsonl", "no such kind of store"),
        ("github://a:b@/list.jsonl", "no such kind of store"),
        ("list.jsonl", None), ("C:\\lists\\a.jsonl", None), ("s3://bucket/list.jsonl", None), ("a:b.jsonl", None),
    ],
)  # fmt: skip
def test_only_stores_have_addresses(place: str, said: str | None) -> None:
    """No address of the web is opened, whatever it is wrapped in."""
    if said is None:
        places.look_at(place)
        return
    with pytest.raises(UsageError, match=said):
        places.look_at(place)


def test_a_file_by_its_address_is_a_file(room: Path) -> None:
    """``file://`` needs no library."""
    assert places.local_path(f"file://{room}/a.jsonl") == str(room / "a.jsonl")
    with places.delivered(f"file://{room}/a.jsonl") as file:
        file.write(b"x")
    assert (room / "a.jsonl").read_bytes() == b"x" and places.size_of(f"file://{room}/a.jsonl") == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("part-0.jsonl", "part-1.jsonl"), "need --into DIR"),
        (("part-0.jsonl", "--scheduler", "local"), "need --into DIR"),
        (("part-0.jsonl", "--into", "out", "--out", "x"), "give one of them"),
        (("part-0.jsonl", "--into", "out", "--format", "csv"), "writes jsonl or parquet, not csv"),
        (("-", "--into", "out"), "standard input"),
        (("part-0.jsonl", "sub/part-0.jsonl", "--into", "out"), "would have the name of those of part-0.jsonl"),
        (("part-0.jsonl", "--into", "."), "would take the place of a list"),
        (("part-0.jsonl", "--into", "http://example.org/"), "nothing is fetched from the web"),
        (("https://example.org/a.jsonl", "--into", "out"), "nothing is fetched from the web"),
        (("part-0.jsonl", "--into", "out", "--jobs", "2", "--scheduler", "tcp://h:1"), "--jobs is for this machine"),
    ],
)
def test_what_does_not_go_together(
    room: Path, capfd: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str
) -> None:
    """Usage errors; nothing is written."""
    lists(room, 2, 1)
    assert main(["batch", *arguments, "--source", "talk.txt"]) == 2
    assert said in capfd.readouterr().err
    assert list((room / "out").iterdir()) == []


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-c", RUN, "batch", *arguments, "--source", "talk.txt", "--into", "out"]


def alone(names: list[str]) -> tuple[int, list[bytes], str]:
    """What ``batch`` does with each list, one after the other."""
    ran = [
        subprocess.run([sys.executable, "-c", RUN, "batch", name, "--source", "talk.txt", "--format", "jsonl"],
                       capture_output=True)
        for name in names
    ]  # fmt: skip
    told = "".join(one.stderr.decode() for one in ran)
    return max(one.returncode for one in ran), [one.stdout for one in ran], told


def results(names: list[str]) -> list[bytes]:
    return [(Path("out") / Path(name).name).read_bytes() for name in names]


@pytest.mark.slow
def test_the_results_are_those_of_one_machine(room: Path) -> None:
    """Bytes, exit code, sums and what is told; in Parquet the same rows; a second run has nothing to do."""
    names = lists(room, 4, 40)
    code, wanted, told = alone(names)
    ran = subprocess.run(command(*names, "--jobs", "2"), capture_output=True, text=True)
    assert (ran.returncode, ran.stdout, results(names)) == (code, "", wanted)
    assert set(told.splitlines()) >= set(line for line in ran.stderr.splitlines() if "part-" in line)
    assert "164 statements" in ran.stderr and "4 without a verdict" in ran.stderr
    stamps = [path.stat().st_mtime_ns for path in sorted(Path("out").iterdir())]
    again = subprocess.run(command(*names, "--jobs", "2"), capture_output=True, text=True)
    assert (again.returncode, again.stderr) == (ran.returncode, ran.stderr)
    assert [path.stat().st_mtime_ns for path in sorted(Path("out").iterdir())] == stamps
    fewer = subprocess.run(command(*names[:2], "--jobs", "1"), capture_output=True, text=True)
    assert "out also holds results of lists that are not in this run: part-2.jsonl, part-3.jsonl" in fewer.stderr


@pytest.mark.slow
def test_parquet_in_and_out(room: Path) -> None:
    """The results of a list in Parquet, in Parquet."""
    pq = pytest.importorskip("pyarrow.parquet")
    pa = pytest.importorskip("pyarrow")
    (room / "talk.txt").write_text(TALK, encoding="utf-8")
    rows = [{"id": str(at), "text": WORDS[at % 4]} for at in range(50)]
    pq.write_table(pa.Table.from_pylist(rows), "rows.parquet")
    ran = subprocess.run(command("rows.parquet", "--format", "parquet", "--jobs", "1"), capture_output=True)
    subprocess.run([sys.executable, "-c", RUN, "batch", "rows.parquet", "-s", "talk.txt", "-o", "one.parquet"])
    assert ran.returncode == 1
    assert Path("out/rows.parquet").read_bytes() == Path("one.parquet").read_bytes()


def workers_of(process: int) -> list[int]:
    """The worker processes of a run: what their command lines say."""
    found = []
    for path in Path("/proc").iterdir():
        if path.name.isdigit():
            try:
                words = (path / "cmdline").read_bytes()
                group = os.getpgid(int(path.name))
            except OSError:
                continue
            if b"spawn_main" in words and group == process:
                found.append(int(path.name))
    return sorted(found)


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="the workers are looked for in /proc")
def test_a_worker_that_is_killed_in_the_middle_changes_nothing(room: Path) -> None:
    """Three workers, one killed as soon as there are results, and another one later."""
    names = lists(room, 8, 150)
    code, wanted, _ = alone(names)
    running = subprocess.Popen(command(*names, "--jobs", "3"), stderr=subprocess.PIPE, start_new_session=True)
    killed = 0
    for least in (1, 4):
        while running.poll() is None and len(list(Path("out").glob("*.jsonl"))) < least:
            time.sleep(0.01)
        for pid in workers_of(running.pid)[:1]:
            os.kill(pid, signal.SIGKILL)
            killed += 1
    _, err = running.communicate(timeout=300)
    assert killed == 2
    assert (running.returncode, results(names)) == (code, wanted)
    assert b"1208 statements" in err
    assert not [path for path in Path("out").iterdir() if path.name.startswith(".")]


def heeding() -> None:
    """Ctrl-C is heeded again: whoever runs the tests in the background has them and their children ignore it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "killpg"), reason="no process groups")
def test_an_interruption_keeps_what_is_done(room: Path) -> None:
    """Ctrl-C, as a terminal sends it to all processes: exit code 130; the same command does the rest and no more."""
    names = lists(room, 8, 150)
    code, wanted, _ = alone(names)
    running = subprocess.Popen(
        command(*names, "--jobs", "2"), stderr=subprocess.PIPE, start_new_session=True, preexec_fn=heeding
    )
    while running.poll() is None and len(list(Path("out").glob("*.done"))) < 2:
        time.sleep(0.01)
    os.killpg(running.pid, signal.SIGINT)
    _, err = running.communicate(timeout=120)
    assert running.returncode == 130 and b"the same command goes on with the rest" in err
    assert b"Traceback" not in err
    done = {path.name: path.stat().st_mtime_ns for path in Path("out").glob("*.done")}
    assert 2 <= len(done) < 8
    ran = subprocess.run(command(*names, "--jobs", "2"), capture_output=True)
    assert (ran.returncode, results(names)) == (code, wanted)
    assert {name: (Path("out") / name).stat().st_mtime_ns for name in done} == done


@pytest.mark.slow
def test_a_scheduler_that_is_not_there(room: Path) -> None:
    """A clear sentence."""
    names = lists(room, 1, 1)
    environment = {**os.environ, "DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT": "1s"}
    ran = subprocess.run(
        command(*names, "--scheduler", "tcp://127.0.0.1:9"), capture_output=True, text=True, env=environment
    )
    assert ran.returncode == 2 and "no scheduler answers at tcp://127.0.0.1:9" in ran.stderr
