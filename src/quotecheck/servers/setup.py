"""What a server is started with, as plain values that pass to another process, and the desk that they come to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import attrs

from quotecheck.servers.asked import Limits

if TYPE_CHECKING:
    from quotecheck.checking.shelf import Collection
    from quotecheck.model import Report, Text
    from quotecheck.servers.desk import Desk


@attrs.frozen(kw_only=True)
class Setup:
    """What a server is started with.

    Attributes:
        version: Of quotecheck.
        sources: Files and directories.
        manifest: The file that says what is known of them; None for the one beside them, if there is one.
        archive: An archive's directory; None for none.
        config: The house's configuration; None for none.
        policy: Name of the policy; None for the configuration's.
        limits: How much a request may ask for.
        keep: Directory in which requests and answers are kept; None to keep nothing.
    """

    version: str = ""
    sources: tuple[str, ...] = ()
    manifest: str | None = None
    archive: str | None = None
    config: str | None = None
    policy: str | None = None
    limits: Limits = attrs.field(factory=Limits)
    keep: str | None = None

    def desk(self) -> Desk:
        """The desk: its sources are read now.

        Raises:
            ConfigError: if the configuration or the manifest is wrong.
            UsageError: if there is no such policy, or what an archive needs is not installed.
            ArchiveError: if the archive cannot be read.
        """
        from quotecheck.config import Config, load_config
        from quotecheck.reading import read_sources
        from quotecheck.reading.manifest import read_manifest
        from quotecheck.servers.desk import Desk

        config = load_config(self.config) if self.config else Config()
        manifest = read_manifest(self.manifest) if self.manifest else None
        texts, problems = read_sources(self.sources, manifest=manifest)
        return Desk(
            texts,
            problems=problems,
            config=config,
            policy=self.policy,
            archive=self._opened(),
            limits=self.limits,
            version=self.version,
            page=self._page,
        )

    def _opened(self) -> Collection | None:
        if self.archive is None:
            return None
        try:
            from quotecheck.archive import Archive
        except ImportError as error:
            from quotecheck.model.errors import UsageError

            raise UsageError(f"an archive needs {error.name}: pip install 'quotecheck-editorial[archive]'") from error
        return Archive(self.archive)

    def _page(self, report: Report, texts: Mapping[str, Text]) -> str:
        from quotecheck.reports.annotated import page

        return page(report, texts, self.version)
