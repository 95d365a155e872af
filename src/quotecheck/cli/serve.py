"""``quotecheck serve``: a page in the browser, and a JSON API for programs."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING

from quotecheck.cli import exits, options, output

if TYPE_CHECKING:
    from quotecheck.servers.asked import Limits
    from quotecheck.servers.setup import Setup

NAME = "serve"
HELP = "a page in the browser to check a draft on, and a JSON API"
DESCRIPTION = """\
Serve a page on which a draft and its sources are pasted or dropped and the annotated copy is shown, and the same as a
JSON API (described in /api/1/openapi.json). Only this machine can reach it, pages of other origins cannot, and
nothing is kept. A request that brings no sources is checked against those given here. Ctrl-C ends it.

To let others reach it, set QUOTECHECK_TOKEN to a secret of 16 characters or more; callers send it as
Authorization: Bearer …"""
EPILOG = """\
examples:
  quotecheck serve
  quotecheck serve --source interviews/ --policy ap
  quotecheck serve --archive press/ --port 9000
  QUOTECHECK_TOKEN=… quotecheck serve --bind 0.0.0.0 --host-name checks.example.org --source desk/"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    options.add_sources(parser, stdin=False)
    options.add_archive(parser)
    options.add_policy(parser)
    where = parser.add_argument_group("where it listens")
    where.add_argument("--bind", metavar="ADDRESS", default="127.0.0.1", help="default: 127.0.0.1, this machine only")
    where.add_argument("--port", metavar="N", type=_whole(0, 65535), default=8463, help="default: 8463; 0: any")
    where.add_argument(
        "--host-name",
        metavar="NAME",
        action="append",
        default=[],
        help="another name by which it is called; may be given again",
    )
    limits = parser.add_argument_group("limits")
    limits.add_argument("--seconds", metavar="N", type=_seconds, default=60.0, help="for one request (default: 60)")
    limits.add_argument("--megabytes", metavar="N", type=_whole(1, 1024), default=32, help="of a request (default: 32)")
    limits.add_argument(
        "--statements", metavar="N", type=_whole(1, 10**6), default=5000, help="of a request (default: 5000)"
    )
    limits.add_argument("--workers", metavar="N", type=_whole(1, 64), default=2, help="requests at a time (default: 2)")
    limits.add_argument(
        "--waiting", metavar="N", type=_whole(0, 1000), default=8, help="requests that may wait (default: 8)"
    )
    parser.add_argument("--keep", metavar="DIR", help="keep requests and reports here (default: nothing is kept)")


def _whole(least: int, most: int) -> Callable[[str], int]:
    def whole(value: str) -> int:
        if not value.isascii() or not value.isdigit() or not least <= int(value) <= most:
            raise argparse.ArgumentTypeError(f"{value!r} is no number from {least} to {most}")
        return int(value)

    return whole


def _seconds(value: str) -> float:
    try:
        seconds = float(value)
    except ValueError:
        seconds = 0.0
    if not 0.1 <= seconds <= 3600:
        raise argparse.ArgumentTypeError(f"{value!r} is no number of seconds from 0.1 to 3600")
    return seconds


def run(args: argparse.Namespace) -> int:
    """Serve until it is ended; the exit code."""
    import os

    from quotecheck.servers.asked import Limits
    from quotecheck.servers.web.serve import Door, serve

    limits = Limits(
        body=args.megabytes * 1024 * 1024,
        statements=args.statements,
        seconds=args.seconds,
        workers=args.workers,
        waiting=args.waiting,
    )
    door = Door(
        host=args.bind,
        port=args.port,
        names=tuple(args.host_name),
        token=os.environ.get("QUOTECHECK_TOKEN") or None,
    )
    serve(setup(args, limits), door, lambda address: output.tell(f"quotecheck: {address} (Ctrl-C ends it)"))
    return exits.OK


def setup(args: argparse.Namespace, limits: Limits | None = None) -> Setup:
    """What a server is started with, as options and the configuration say; errors in it come now.

    Args:
        args: With ``source``, ``sources``, ``archive``, ``policy``, ``config`` and perhaps ``keep``.
        limits: How much a request may ask for.

    Raises:
        ReadingError: if a source that is named is not there.
        ConfigError: if the configuration is wrong.
    """
    import os

    from quotecheck.cli.parser import version
    from quotecheck.model.errors import ReadingError
    from quotecheck.servers.asked import Limits
    from quotecheck.servers.setup import Setup

    settings = options.settings(args, options.start_of("."))
    config = settings.config
    if (opened := options.archive(args)) is not None:
        opened.close()
    named = args.source or ([] if args.archive else [*config.sources])
    for path in named:
        if not os.path.exists(path):
            raise ReadingError("no such file", path=path, code="missing")
    return Setup(
        version=version(),
        sources=tuple(named),
        manifest=args.sources or config.manifest,
        archive=args.archive,
        config=config.path,
        policy=args.policy,
        limits=limits or Limits(),
        keep=getattr(args, "keep", None),
    )
