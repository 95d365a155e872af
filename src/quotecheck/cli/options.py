"""Options that several commands share, and what they come to together with the configuration."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from quotecheck.cli import output
from quotecheck.cli.exits import FAIL_ON, STRICT

if TYPE_CHECKING:
    from quotecheck.config import Config
    from quotecheck.model import Policy, Problem, Text

STDIN = "<stdin>"
"""What standard input is called in messages and results."""


class Settings(NamedTuple):
    """What is in force for a run.

    Attributes:
        policy: The policy, with the configuration's severities.
        config: The configuration; empty if there is none.
        fail_on: What fails the run beside errors.
    """

    policy: Policy
    config: Config
    fail_on: frozenset[str]


def add_sources(parser: argparse.ArgumentParser) -> None:
    """``--source``."""
    parser.add_argument(
        "-s",
        "--source",
        metavar="PATH",
        action="append",
        default=[],
        help="a text to check against, or a directory: every readable file under it; may be given again; "
        "- is standard input",
    )


def add_policy(parser: argparse.ArgumentParser) -> None:
    """``--policy`` and ``--config``."""
    parser.add_argument("-p", "--policy", metavar="NAME", help="whose rules are in force (default: news)")
    parser.add_argument(
        "--config",
        metavar="FILE",
        help="a configuration file; without it the nearest quotecheck.toml, or pyproject.toml with [tool.quotecheck], "
        "in the input's directory or above it",
    )


def add_fail_on(parser: argparse.ArgumentParser) -> None:
    """``--fail-on``."""
    parser.add_argument(
        "--fail-on",
        metavar="WHAT",
        action="append",
        default=[],
        type=fail_on,
        help=f"fail (exit 1) on more than errors: {', '.join(FAIL_ON)}; several with commas between them",
    )


def fail_on(value: str) -> frozenset[str]:
    """The parts of one ``--fail-on``."""
    names = frozenset(name.strip() for name in value.split(",") if name.strip())
    for name in sorted(names - set(FAIL_ON)):
        raise argparse.ArgumentTypeError(f"{name!r} is not one of {', '.join(FAIL_ON)}")
    return names


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
    from quotecheck.verdicts.policies import policy_from, policy_named

    path = args.config or find_config(start)
    config = load_config(path) if path else Config()
    policy = policy_named(args.policy or config.policy or "news")
    if config.severities:
        own = {code.value: severity.value for code, severity in config.severities}
        policy = policy_from(policy, own, name=f"{policy.name}+own", doc=f"{policy.name}, changed in {config.path}")
    more = frozenset[str]().union(*getattr(args, "fail_on", []))
    strict = policy.name in STRICT or policy.base in STRICT
    return Settings(policy, config, more | {"unchecked"} if strict else more)


def sources(args: argparse.Namespace, config: Config, but: Sequence[str]) -> tuple[list[Text], list[Problem]]:
    """The texts of ``--source``, or else of the configuration, and what could not be read of them.

    Args:
        args: With ``source``.
        config: The configuration.
        but: What is being checked: never a source of itself by way of its directory.
    """
    from quotecheck.reading import read_sources

    named = args.source or [_from_here(path) for path in config.sources]
    texts, problems = read_sources([path for path in named if path != "-"], but=but)
    if "-" in named:
        more, more_problems = read_stdin()
        texts, problems = [*texts, *more], [*problems, *more_problems]
    return texts, problems


def _from_here(path: str) -> str:
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


def stdin() -> BinaryIO:
    """Standard input as bytes."""
    import sys

    return sys.stdin.buffer


def directory_of(path: str) -> str:
    """The directory of an input file; the working directory for standard input."""
    return os.getcwd() if path == "-" else os.path.dirname(os.path.abspath(path))


def one_stdin(*paths: str) -> None:
    """Refuse standard input for two things at once.

    Raises:
        UsageError: if more than one of ``paths`` is ``-``.
    """
    if paths.count("-") > 1:
        from quotecheck.model.errors import UsageError

        raise UsageError("standard input (-) can be given for one thing only")
