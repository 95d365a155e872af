"""What a client can do and asks for: its capabilities, and its options."""

from __future__ import annotations

from collections.abc import Mapping

import attrs
from lsprotocol import types as lsp
from pygls.capabilities import get_capability

from quotecheck.model import Claims
from quotecheck.model.errors import UsageError, nearest
from quotecheck.servers.lsp.positions import Unit
from quotecheck.verdicts.policies import claims_named, policy_named


@attrs.frozen(kw_only=True)
class Client:
    """What a client can do.

    Attributes:
        unit: What its columns count.
        markdown: It shows Markdown.
        related: It shows other places with a diagnostic.
        versions: It takes edits for a version of a document.
        creates: It can create a file.
        shows: It can be asked to show a place of a file.
        watches: It can be asked to tell of changed files.
    """

    unit: Unit = Unit.UTF16
    markdown: bool = False
    related: bool = False
    versions: bool = False
    creates: bool = False
    shows: bool = False
    watches: bool = False

    @classmethod
    def of(cls, can: lsp.ClientCapabilities, unit: Unit) -> Client:
        """A client as it says of itself.

        Args:
            can: Its capabilities.
            unit: What was agreed on.
        """
        kinds = get_capability(can, "text_document.hover.content_format") or ()
        creates = get_capability(can, "workspace.workspace_edit.resource_operations") or ()
        return cls(
            unit=unit,
            markdown=lsp.MarkupKind.Markdown in kinds,
            related=bool(get_capability(can, "text_document.publish_diagnostics.related_information")),
            versions=bool(get_capability(can, "workspace.workspace_edit.document_changes")),
            creates=lsp.ResourceOperationKind.Create in creates,
            shows=bool(get_capability(can, "window.show_document.support")),
            watches=bool(get_capability(can, "workspace.did_change_watched_files.dynamic_registration")),
        )


@attrs.frozen(kw_only=True)
class Options:
    """What a client asks for; what it leaves open is the configuration's.

    Attributes:
        sources: Files and directories; relative ones count from the folder of the draft.
        manifest: File that says what is known of the sources.
        policy: Name of the policy.
        config: The configuration file.
        claims: Which statements are checked.
        delay: Milliseconds after the last change until a draft is checked.
    """

    sources: tuple[str, ...] = ()
    manifest: str | None = None
    policy: str | None = None
    config: str | None = None
    claims: Claims | None = None
    delay: int = 400


def options_from(value: object) -> Options:
    """Options as JSON has them; those that are null count as not given.

    Args:
        value: ``initializationOptions``, or settings; None for none.

    Raises:
        UsageError: if there is an unknown key or a wrong value.
    """
    if value is None:
        return Options()
    if not isinstance(value, Mapping):
        raise UsageError("the options must be an object")
    given = {str(key): one for key, one in value.items() if one is not None}
    known = [field.name for field in attrs.fields(Options)]
    for key in given:
        if key not in known:
            near = nearest(key, known)
            raise UsageError(f"no such option: {key!r}" + (f"; did you mean {near!r}?" if near else ""))
    for key in ("manifest", "policy", "config", "claims"):
        if key in given and not isinstance(given[key], str):
            raise UsageError(f"the option {key!r} must be a string")
    sources = given.get("sources", [])
    if not isinstance(sources, list | tuple) or not all(isinstance(one, str) and one for one in sources):
        raise UsageError("the option 'sources' must be an array of paths")
    delay = given.get("delay", Options().delay)
    if not isinstance(delay, int | float) or not 0 <= delay <= 60_000:
        raise UsageError("the option 'delay' must be a number of milliseconds")
    if "policy" in given:
        policy_named(given["policy"])
    return Options(
        sources=tuple(sources),
        manifest=given.get("manifest") or None,
        policy=given.get("policy") or None,
        config=given.get("config") or None,
        claims=claims_named(given["claims"]) if given.get("claims") else None,
        delay=int(delay),
    )
