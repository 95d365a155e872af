"""``quotecheck config``: what is in force for a draft, and which line of which file says so. Nothing is checked."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from quotecheck.cli import exits, options, output

if TYPE_CHECKING:
    from quotecheck.config import Config, Ignore, Override
    from quotecheck.config.scopes import Scoped
    from quotecheck.config.settings import Where
    from quotecheck.model import Code
    from quotecheck.model.people import Office

NAME = "config"
HELP = "what is in force for a draft, and which line of which file says so"
DESCRIPTION = """\
Show the configuration in force for a draft or a directory (default: the working directory): policy, severities,
sources, manifest, people, overrides and ignores, each with the file and line that says so."""
EPILOG = """\
examples:
  quotecheck config
  quotecheck config opinion/column.md
  quotecheck config drafts/ --format json"""


class Setting(NamedTuple):
    """One thing that is in force.

    Attributes:
        name: What it is: "policy", "severity", "source".
        value: What it says, on one line.
        file: Who says so; None for what holds by default.
        line: Line of that file, from 1; None if unknown.
    """

    name: str
    value: str
    file: str | None = None
    line: int | None = None

    @property
    def origin(self) -> str:
        """File and line, or "default"."""
        place = ":".join(str(part) for part in (self.file, self.line) if part is not None)
        return place or "default"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("path", metavar="PATH", nargs="?", default=".", help="a draft or a directory (default: here)")
    options.add_policy(parser)
    options.add_format(parser)


def run(args: argparse.Namespace) -> int:
    """Show what is in force; the exit code.

    Raises:
        ConfigError: if the configuration is wrong.
    """
    start = args.path if os.path.isdir(args.path) else options.directory_of(args.path)
    config = options.settings(args, start).config
    found = list(_settings(config, None if os.path.isdir(args.path) else args.path, args.policy))
    if args.format == "json":
        import json

        output.write_line(json.dumps([one._asdict() for one in found], ensure_ascii=False, indent=2))
        return exits.OK
    from quotecheck.model.errors import shown

    wide = max(len(one.name) for one in found)
    for one in found:
        output.write_line(f"{one.name:{wide}}  {shown(one.value)}  [{shown(one.origin)}]")
    return exits.OK


def _settings(config: Config, path: str | None, named: str | None) -> Iterator[Setting]:
    from quotecheck.config.scopes import scoped

    file = options.from_here(config.path) if config.path else None
    yield Setting("configuration", file or "none", file)
    now = scoped(config, path, named)
    yield _policy(config, file, now, named)
    yield Setting("fingerprint", now.policy.fingerprint, file if now.policy.name.endswith("+own") else None)
    if config.foldings is not None:
        yield Setting("foldings", ", ".join(config.foldings) or "none", file, config.lines.get(("foldings",)))
    if config.claims is not None:
        yield Setting("claims", config.claims.value, file, config.lines.get(("claims",)))
    plugged = {"confidence": config.calibration and "fitted anew", "nli": config.nli, "vectors": config.vectors}
    for name, value in {**plugged, "syntax": config.syntax}.items():
        if value:
            shown = options.from_here(value) if name in ("nli", "vectors") else value
            yield Setting(name, shown, file, config.lines.get((name,)))
    yield from _severities(config, file, now)
    for source in config.sources:
        yield Setting("source", options.from_here(source), file, config.lines.get(("sources",)))
    yield from _manifests(config, file)
    for name, forms in config.people:
        yield Setting("person", ": ".join([name, *_listed(forms)]), file, config.lines.get(("people", name)))
    for override in config.overrides:
        yield _override(override, now, path, file)
    for ignore in config.ignores:
        yield _ignore(ignore, file)


def _policy(config: Config, file: str | None, now: Scoped, named: str | None) -> Setting:
    if named:
        return Setting("policy", now.policy.name, "--policy")
    if now.override is not None and now.override.policy:
        at = config.overrides.index(now.override)
        return Setting("policy", now.policy.name, file, config.lines.get(("override", at, "policy")))
    return Setting("policy", now.policy.name, file if config.policy else None, config.lines.get(("policy",)))


def _severities(config: Config, file: str | None, now: Scoped) -> Iterator[Setting]:
    """Every severity that is not the policy's own."""
    where: dict[Code, Where] = {code: ("severities", code.value) for code, _ in config.severities}
    if now.override is not None:
        at = config.overrides.index(now.override)
        where |= {code: ("override", at, "severities", code.value) for code, _ in now.override.severities}
    for code, keys in sorted(where.items(), key=lambda pair: pair[0].value):
        value = f"{code.value} {code.slug}: {now.policy.severity(code).value}"
        yield Setting("severity", value, file, config.lines.get(keys))


def _manifests(config: Config, file: str | None) -> Iterator[Setting]:
    """The one that is named, or those that go with the sources."""
    from quotecheck.reading.manifest import find_manifest

    if config.manifest:
        yield Setting("manifest", options.from_here(config.manifest), file, config.lines.get(("manifest",)))
        return
    for path in dict.fromkeys(find_manifest(source) for source in config.sources):
        if path:
            yield Setting("manifest", options.from_here(path))


def _listed(forms: tuple[str | Office, ...]) -> list[str]:
    return [", ".join(one if isinstance(one, str) else _office(one) for one in forms)] if forms else []


def _office(office: Office) -> str:
    days = f"{office.since or ''}..{office.until or ''}"
    return office.title if days == ".." else f"{office.title} ({days})"


def _override(override: Override, now: Scoped, path: str | None, file: str | None) -> Setting:
    parts = [f"policy {override.policy}"] if override.policy else []
    parts += [f"{code.value} {severity.value}" for code, severity in override.severities]
    used = " (in force here)" if override is now.override else ""
    return Setting("override", f"{', '.join(override.paths)}: {', '.join(parts)}{used}", file, override.line)


def _ignore(ignore: Ignore, file: str | None) -> Setting:
    where = f" in {', '.join(ignore.paths)}" if ignore.paths else ""
    words = f" with “{ignore.text}”" if ignore.text else ""
    end = ""
    if ignore.until is not None:
        end = f", until {ignore.until}" + (" (expired)" if ignore.until < options.today() else "")
    return Setting("ignore", f"{ignore.code.value}{where}{words}: {ignore.reason}{end}", file, ignore.line)
