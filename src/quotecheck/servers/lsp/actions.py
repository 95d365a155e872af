"""What can be done about a fault: offered as code actions, and never done unasked."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import attrs
from lsprotocol import types as lsp

from quotecheck.config.ignoring import appended, ignore_entry
from quotecheck.model import Finding, Result, Severity
from quotecheck.model.errors import shown
from quotecheck.reports.offers import Offer, OfferKind, offers
from quotecheck.reports.text import clipped
from quotecheck.servers.follower import Found
from quotecheck.servers.lsp.buffers import Draft
from quotecheck.servers.lsp.client import Client
from quotecheck.servers.lsp.hover import results_at
from quotecheck.servers.lsp.places import Places, lsp_range
from quotecheck.servers.lsp.positions import Lines, Position

OPEN = "quotecheck.open"
"""The command that shows a place of a file."""

_TITLE_SHOWN = 60  # code points of words in a title
_MOST = 3  # statements that one stretch may touch


@attrs.frozen(kw_only=True)
class Target:
    """The configuration file that an ignore is put into.

    Attributes:
        path: Where it stands, or is to stand.
        content: What stands in it; None if there is no such file.
        version: As the editor counts it, if it is open.
    """

    path: str
    content: str | None
    version: int | None = None


class Actions:
    """The code actions for one draft."""

    def __init__(
        self, found: Found, draft: Draft, places: Places, client: Client, uri: str, version: int, target: Target | None
    ) -> None:
        """Actions.

        Args:
            found: What was found.
            draft: As it is open.
            places: Of the sources.
            client: What the client can do.
            uri: The draft's address.
            version: Its version.
            target: Where ignores go; None if there is no place for them.
        """
        self._found = found
        self._draft = draft
        self._places = places
        self._client = client
        self._uri = uri
        self._version = version
        self._target = target

    def at(self, start: Position, end: Position, told: Sequence[lsp.Diagnostic] = ()) -> list[lsp.CodeAction]:
        """What can be done about the statements that a stretch of the buffer touches.

        Args:
            start: Where it begins.
            end: Where it ends.
            told: Diagnostics there, for the actions to name those they mend.
        """
        touched = results_at(self._found.report.results, self._draft, start, end)[:_MOST]
        return [action for result in touched for action in self._for(result, told)]

    def _for(self, result: Result, told: Sequence[lsp.Diagnostic]) -> Iterator[lsp.CodeAction]:
        codes = {one.code.value for one in result.findings}
        mended = [one for one in told if one.code in codes] or None
        for offer in offers(result, self._found.draft, self._found.check):
            yield lsp.CodeAction(
                title=_title(offer),
                kind=lsp.CodeActionKind.QuickFix,
                diagnostics=mended,
                is_preferred=offer.kind is OfferKind.WORDS or None,
                edit=self._edit(offer),
            )
        yield from self._openings(result)
        for finding in result.findings:
            if finding.severity.rank >= Severity.WARNING.rank and finding.waived is None:
                action = self._ignore(result, finding)
                if action is not None:
                    action.diagnostics = [one for one in told if one.code == finding.code.value] or None
                    yield action

    def _edit(self, offer: Offer) -> lsp.WorkspaceEdit:
        edits = [lsp.TextEdit(lsp_range(self._draft.range(span)), new) for span, new in offer.repair.changes]
        return self._workspace_edit(self._uri, self._version, edits)

    def _workspace_edit(self, uri: str, version: int | None, edits: Sequence[lsp.TextEdit]) -> lsp.WorkspaceEdit:
        if not self._client.versions:
            return lsp.WorkspaceEdit(changes={uri: list(edits)})
        document = lsp.OptionalVersionedTextDocumentIdentifier(uri=uri, version=version)
        return lsp.WorkspaceEdit(document_changes=[lsp.TextDocumentEdit(document, list(edits))])

    def _openings(self, result: Result) -> Iterator[lsp.CodeAction]:
        """The source at the place, for clients that can be asked to show it."""
        if not self._client.shows or result.evidence is None:
            return
        for passage in result.evidence.passages:
            location = self._places.location(passage)
            uri = location.uri if location else self._places.uri(passage)
            if uri is None:
                continue
            place = ":".join(str(one) for one in (passage.source, passage.place.line) if one is not None)
            yield self._opening(f"Open the source: {shown(clipped(place, _TITLE_SHOWN))}", uri, location)

    def _opening(self, title: str, uri: str, location: lsp.Location | None) -> lsp.CodeAction:
        return lsp.CodeAction(title=title, command=opening(title, uri, location.range if location else None))

    def _ignore(self, result: Result, finding: Finding) -> lsp.CodeAction | None:
        """An ignore without a reason, which is refused until somebody writes one."""
        target = self._target
        if target is None or (target.content is None and not (self._client.versions and self._client.creates)):
            return None
        project = os.path.basename(target.path) == "pyproject.toml"
        words = result.statement.text
        entry = ignore_entry(finding.code, words, _patterns(target.path, self._found.draft.path), project=project)
        content = target.content or ""
        new = appended(content, entry)
        if new is None:
            return None
        uri = Path(target.path).as_uri()
        end = Lines(content, self._client.unit).position(len(content))
        edit = self._workspace_edit(uri, target.version, [lsp.TextEdit(lsp_range((end, end)), new)])
        if target.content is None and edit.document_changes is not None:
            create = lsp.CreateFile(uri=uri, options=lsp.CreateFileOptions(ignore_if_exists=True))
            edit = lsp.WorkspaceEdit(document_changes=[create, *edit.document_changes])
        title = f"Ignore {finding.code.value} here: write the reason in {os.path.basename(target.path)}"
        action = lsp.CodeAction(title=title, kind=lsp.CodeActionKind.QuickFix, edit=edit)
        if self._client.shows:
            reason = Lines(content + new, self._client.unit).position(len(content + new) - len('"\n'))
            action.command = opening(title, uri, lsp_range((reason, reason)))
        return action


def opening(title: str, uri: str, place: lsp.Range | None) -> lsp.Command:
    """A command that shows a place of a file."""
    at = place and [place.start.line, place.start.character, place.end.line, place.end.character]
    return lsp.Command(title=title, command=OPEN, arguments=[uri, at])


def _title(offer: Offer) -> str:
    if offer.kind is OfferKind.SPEAKER:
        return f"Name the one who said it: {shown(clipped(offer.name, _TITLE_SHOWN))}"
    if offer.kind is OfferKind.ELLIPSIS:
        return "Put an ellipsis where words are left out"
    new = " … ".join(one for _, words in offer.repair.changes if (one := words.strip()))
    return (
        f"Put the source's words in: {shown(clipped(new, _TITLE_SHOWN))}" if new else "Take out what the source lacks"
    )


def _patterns(config: str, draft: str | None) -> Iterable[str]:
    """The draft, as a configuration names it; nothing for one that is no file below it."""
    if draft is None or draft.startswith("<"):
        return
    below = os.path.relpath(os.path.realpath(draft), os.path.dirname(os.path.realpath(config))).replace(os.sep, "/")
    if not below.startswith("../") and not set(below) & set("*?"):
        yield f"/{below}" if "/" not in below else below
