"""Which lines of drafts changed since a git revision. Git is asked; what is checked of them is decided elsewhere."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence

import attrs

from quotecheck.model.errors import UsageError, shown

_HUNK = re.compile(rb"^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@", re.MULTILINE)
_SECONDS = 120  # a question to git that takes longer is given up


@attrs.frozen(kw_only=True)
class Changes:
    """How a file differs from what it was.

    Attributes:
        everything: True if the file is new, or no text to git.
        lines: First and last line of each changed stretch in the file as it is, from 1, in order. Where lines were
            only taken out, those before and after the gap.
        before: The file's bytes at the revision; None if it was not there.
    """

    everything: bool = False
    lines: tuple[tuple[int, int], ...] = ()
    before: bytes | None = None

    def touch(self, first: int, last: int) -> bool:
        """True if a line from ``first`` to ``last`` changed."""
        after = bisect_right(self.lines, (last, sys.maxsize))  # stretches are in order: only the last one can reach
        return self.everything or (after > 0 and self.lines[after - 1][1] >= first)


UNCHANGED = Changes()


def changes_since(revision: str, paths: Iterable[str]) -> Mapping[str, Changes]:
    """How each file differs from a revision; renames are followed, files that git does not know are new.

    Args:
        revision: As git names it; with three dots at its end, the point at which HEAD left it.
        paths: Files in the working tree.

    Raises:
        UsageError: if there is no git, no repository, or no such revision.
    """
    found: dict[str, Changes] = {}
    repositories: dict[str, _Repository] = {}
    for path in paths:
        there = os.path.dirname(os.path.realpath(path))
        top = os.fsdecode(_git(there, "rev-parse", "--show-toplevel").rstrip(b"\n"))
        if top not in repositories:
            repositories[top] = _Repository(top, revision)
        found[path] = repositories[top].changes(os.path.realpath(path))
    return found


class _Repository:
    """A working tree and a revision to compare it with."""

    def __init__(self, top: str, revision: str) -> None:
        self._top = top
        self._commit = _commit(top, revision)
        self._before = self._names()

    def changes(self, path: str) -> Changes:
        name = os.path.relpath(path, os.path.realpath(self._top)).replace(os.sep, "/")
        if name not in self._before:
            tracked = _git(self._top, "ls-tree", "-z", "--full-tree", self._commit, "--", f":(literal){name}")
            return UNCHANGED if tracked else Changes(everything=True)
        old = self._before[name]
        if old is None:
            return Changes(everything=True)
        before = _git(self._top, "cat-file", "blob", f"{self._commit}:{old}")
        names = [f":(literal){one}" for one in dict.fromkeys((old, name))]
        patch = _git(self._top, "diff", "-U0", *_PLAIN, self._commit, "--", *names)
        hunks = [_stretch(match) for match in _HUNK.finditer(patch)]
        # A file that differs without a hunk is binary to git, or only its permissions changed.
        binary = not hunks and b"\nBinary files " in patch
        return Changes(everything=binary, lines=tuple(hunks), before=before)

    def _names(self) -> dict[str, str | None]:
        """The old name of each file that differs; None for one that was not there, or of which git is not sure."""
        fields = _git(self._top, "diff", "--name-status", "-z", *_PLAIN, self._commit).split(b"\0")
        names: dict[str, str | None] = {}
        at = 0
        while at + 1 < len(fields):
            status, first = fields[at][:1], _name(fields[at + 1])
            if status in (b"R", b"C"):
                names[_name(fields[at + 2])] = first
                at += 3
                continue
            names[first] = first if status in (b"M", b"T") else None
            at += 2
        return names


# What a user's own settings of git would make of the answers is taken back.
_PLAIN = (
    "--find-renames",
    "--no-color",
    "--no-ext-diff",
    "--no-relative",
    "--no-textconv",
    "--ignore-submodules",
    "--inter-hunk-context=0",
)


def _name(field: bytes) -> str:
    return os.fsdecode(field)


def _stretch(match: re.Match[bytes]) -> tuple[int, int]:
    start, count = int(match[1]), int(match[2]) if match[2] is not None else 1
    return (start, start + count - 1) if count else (max(start, 1), start + 1)


def _commit(top: str, revision: str) -> str:
    """The full name of a commit; nothing that a user writes reaches git as an option."""
    base = revision.removesuffix("...")
    if not base or base.startswith("-"):
        raise UsageError(f"{shown(revision)!r} is no git revision")
    found = _git(top, "rev-parse", "--verify", "--quiet", f"{base}^{{commit}}", ok=(0, 1, 128)).strip()
    if not found:
        raise UsageError(f"git knows no revision {shown(base)!r} here (in CI: was enough of the history fetched?)")
    commit = os.fsdecode(found)
    if base == revision:
        return commit
    return os.fsdecode(_git(top, "merge-base", commit, "HEAD").strip())


def _git(directory: str, *words: str, ok: Sequence[int] = (0,)) -> bytes:
    # The repository's own settings may name a program to watch files with: nothing of that is started for a question.
    command = ["git", "-C", directory or ".", "-c", "core.fsmonitor=false", *words]
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=_SECONDS, env=_plain())
    except FileNotFoundError as error:
        if not os.path.isdir(directory or "."):
            raise UsageError("--changed-since: no such directory", path=directory) from error
        raise UsageError("--changed-since needs git, which is not installed") from error
    except (OSError, ValueError, subprocess.TimeoutExpired) as error:
        raise UsageError(f"--changed-since: git could not be asked: {error}") from error
    if done.returncode not in ok:
        said = done.stderr.decode("utf-8", "replace").strip().split("\n")[0]
        raise UsageError(f"--changed-since: git says: {said or f'exit code {done.returncode}'}")
    return done.stdout


def _plain() -> dict[str, str]:
    """Git's answers in one language, without waiting for a lock or a password."""
    return {**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}
