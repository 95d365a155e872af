"""``quotecheck sources``: the sources of a manifest pinned by their hashes, and whether they are still the same."""

from __future__ import annotations

import argparse
import os
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from quotecheck.cli import exits, options, output

if TYPE_CHECKING:
    from quotecheck.config import Config
    from quotecheck.reading.pins import Pin

NAME = "sources"
HELP = "pin the sources of a manifest by their hashes (lock), or see whether they changed (verify)"
DESCRIPTION = """\
Sources change after somebody looked at them: a page is corrected, a file is replaced.

lock    writes the hash (sha256) of every source into the manifest; all else in it stays as it stands
verify  says which sources changed, are missing, have no hash yet or are not in the manifest (exit code 1 if any)

The manifest is FILE, or that of the configuration, or sources.toml beside the sources, or here."""
EPILOG = """\
examples:
  quotecheck sources verify
  quotecheck sources lock
  quotecheck sources lock interviews/sources.toml --add interviews/"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("action", choices=("lock", "verify"), help="what to do")
    parser.add_argument("manifest", metavar="FILE", nargs="?", help="the manifest")
    parser.add_argument(
        "--add",
        metavar="DIRECTORY",
        action="append",
        default=[],
        help="lock: give every file under it an entry where it has none; may be given again",
    )
    parser.add_argument("--config", metavar="FILE", help="a configuration file, as for check")


def run(args: argparse.Namespace) -> int:
    """Pin or verify; the exit code.

    Raises:
        ConfigError: if the manifest or the configuration is wrong.
        UsageError: if there is no manifest.
    """
    from quotecheck.config import Config, find_config, load_config
    from quotecheck.model.errors import UsageError

    for directory in args.add:
        if args.action == "verify" or not os.path.isdir(directory):
            why = "verify adds nothing" if args.action == "verify" else f"{directory!r} is no directory"
            raise UsageError(f"--add takes directories, with lock only: {why}")
    path = args.config or find_config(os.getcwd())
    config = load_config(options.from_here(str(path))) if path else Config()
    manifest = args.manifest or _found(config, args.add)
    return _lock(manifest, args.add) if args.action == "lock" else _verify(manifest, config)


def _found(config: Config, add: Sequence[str]) -> str:
    from quotecheck.model.errors import UsageError
    from quotecheck.reading.manifest import NAME, find_manifest

    if config.manifest:
        return options.from_here(config.manifest)
    for path in (*add, *config.sources, os.getcwd()):
        found = find_manifest(path)
        if found:
            return options.from_here(found)
    if add:
        return os.path.join(add[0], NAME)
    raise UsageError(f"there is no {NAME} here or beside the sources: name it, or make one with lock --add DIRECTORY")


def _verify(path: str, config: Config) -> int:
    from quotecheck.reading.manifest import read_manifest
    from quotecheck.reading.pins import State, pins

    directories = [source for source in config.sources if os.path.isdir(source)]
    found = pins(read_manifest(path), directories)
    for one in found:
        if one.state is not State.SAME:
            _write(one.state.value, one)
    _summary(found)
    return exits.OK if all(one.state is State.SAME for one in found) else exits.FAILED


def _lock(path: str, add: Sequence[str]) -> int:
    from quotecheck.reading.pins import State, lock

    found = lock(path, add=add)
    said = {State.CHANGED: "pinned anew", State.UNPINNED: "pinned", State.NEW: "added", State.MISSING: "missing"}
    for one in found:
        if one.state in said:
            _write(said[one.state], one)
    changed = sum(one.state in said and one.state is not State.MISSING for one in found)
    output.write_line(f"{options.from_here(path)}: {_count(len(found))}, {changed} written")
    return exits.UNREADABLE if any(one.state is State.MISSING for one in found) else exits.OK


def _write(what: str, one: Pin) -> None:
    from quotecheck.model.errors import shown

    output.write_line(f"{what}: {shown(one.path)}")


def _summary(found: Sequence[Pin]) -> None:
    states = Counter(one.state.value for one in found)
    told = ", ".join(f"{count} {state}" for state, count in states.items())
    output.write_line(f"{_count(len(found))}: {told}" if found else "no sources")


def _count(number: int) -> str:
    return "1 source" if number == 1 else f"{number} sources"
