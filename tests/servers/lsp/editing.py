"""A real server process and a real client; a small project for it to work on."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any

from lsprotocol import types as lsp
from pygls.protocol import default_converter
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities
from pytest_lsp.client import DEFAULT_CLIENT_FEATURES, register_lsp_features

LONGEST = 60  # seconds, for a machine that has much to do


def run(test: Coroutine[Any, Any, None]) -> None:
    """Run a test that waits for a server."""

    async def timed() -> None:
        async with asyncio.timeout(LONGEST):
            await test

    asyncio.run(timed())


SERVER = [sys.executable, "-c", "import sys; from quotecheck.cli import main; sys.exit(main(['lsp']))"]

TALK = """\
“We don’t seek war, conflict with Russia,” Ada Brook said. “The plan costs $10.0 million and will be ready by spring.
It stands, after two long winters, for all of us in the north.”

“The 😀 harbour and the old mill stay open all winter long,” Ben Cole said.
"""
CONFIG = 'sources = ["interviews"]\n'
DRAFT = "“We seek war, conflict with Russia,” Ada Brook said.\n"


def make_project(tmp_path: Path) -> Path:
    """A draft with a fault, a source, and a configuration."""
    (tmp_path / "interviews").mkdir()
    (tmp_path / "interviews" / "talk.txt").write_text(TALK, "utf-8")
    (tmp_path / "quotecheck.toml").write_text(CONFIG, "utf-8")
    (tmp_path / "draft.md").write_text(DRAFT, "utf-8")
    return tmp_path


def capabilities(*encodings: str) -> lsp.ClientCapabilities:
    """Those of an editor of today, with the units of columns that it offers."""
    can = client_capabilities("visual-studio-code")
    assert can.general is not None and can.window is not None
    can.general.position_encodings = [lsp.PositionEncodingKind(one) for one in encodings] or None
    can.window.show_document = lsp.ShowDocumentClientCapabilities(support=True)
    return can


class Editor:
    """What an editor does, on one line each."""

    def __init__(self, client: LanguageClient) -> None:
        self.client = client

    async def open(self, uri: str, text: str) -> list[lsp.Diagnostic]:
        item = lsp.TextDocumentItem(uri=uri, language_id="markdown", version=1, text=text)
        self.client.text_document_did_open(lsp.DidOpenTextDocumentParams(item))
        return await self.told(uri)

    async def told(self, uri: str, version: int | None = 1) -> list[lsp.Diagnostic]:
        """The diagnostics for a version of a document."""
        while True:
            await self.client.wait_for_notification(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
            found = self.client.diagnostics.get(uri)
            if found is not None and self.versions.get(uri) == version:
                return list(found)

    @property
    def versions(self) -> dict[str, int | None]:
        return self.client.versions  # type: ignore[attr-defined, no-any-return]

    def change(self, uri: str, version: int, text: str, place: lsp.Range | None = None) -> None:
        change: Any = (
            lsp.TextDocumentContentChangePartial(range=place, text=text)
            if place
            else lsp.TextDocumentContentChangeWholeDocument(text=text)
        )
        document = lsp.VersionedTextDocumentIdentifier(uri=uri, version=version)
        self.client.text_document_did_change(lsp.DidChangeTextDocumentParams(document, [change]))

    async def hover(self, uri: str, line: int, column: int) -> str:
        where = lsp.HoverParams(lsp.TextDocumentIdentifier(uri), lsp.Position(line, column))
        found = await self.client.text_document_hover_async(where)
        if found is None:
            return ""
        assert isinstance(found.contents, lsp.MarkupContent)
        return found.contents.value

    async def actions(self, uri: str, told: lsp.Diagnostic) -> dict[str, lsp.CodeAction]:
        params = lsp.CodeActionParams(
            lsp.TextDocumentIdentifier(uri), told.range, lsp.CodeActionContext(diagnostics=[told])
        )
        found = await self.client.text_document_code_action_async(params)
        return {one.title: one for one in found or () if isinstance(one, lsp.CodeAction)}


Start = Callable[..., AbstractAsyncContextManager[Editor]]


def make_client() -> LanguageClient:
    """A client that keeps the version of diagnostics, and takes an action with a command for an action."""

    def converter() -> Any:
        made = default_converter()
        made.register_structure_hook(
            lsp.Command | lsp.CodeAction,
            lambda one, _: made.structure(one, lsp.Command if isinstance(one.get("command"), str) else lsp.CodeAction),
        )
        return made

    client = LanguageClient(converter_factory=converter)
    versions: dict[str, int | None] = {}
    client.versions = versions  # type: ignore[attr-defined]
    client.registered = []  # type: ignore[attr-defined]
    features = {**DEFAULT_CLIENT_FEATURES}

    def published(client: LanguageClient, params: lsp.PublishDiagnosticsParams) -> None:
        client.diagnostics[params.uri] = params.diagnostics
        versions[params.uri] = params.version

    def registered(client: LanguageClient, params: lsp.RegistrationParams) -> None:
        client.registered += params.registrations  # type: ignore[attr-defined]

    features[lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS] = published
    features[lsp.CLIENT_REGISTER_CAPABILITY] = registered
    register_lsp_features(client, features)
    return client


@asynccontextmanager
async def started(
    project: Path,
    *encodings: str,
    options: object = None,
    folders: tuple[Path, ...] | None = None,
    can: lsp.ClientCapabilities | None = None,
) -> AsyncIterator[Editor]:
    """An editor with a server of its own."""
    client = await ClientServerConfig(server_command=SERVER, client_factory=make_client).start()
    assert isinstance(client, LanguageClient)
    given = folders if folders is not None else (project,)
    params = lsp.InitializeParams(
        capabilities=can or capabilities(*encodings),
        workspace_folders=[lsp.WorkspaceFolder(one.as_uri(), one.name) for one in given],
        initialization_options=options,
    )
    await client.initialize_session(params)
    try:
        yield Editor(client)
    finally:
        await client.shutdown_session()
