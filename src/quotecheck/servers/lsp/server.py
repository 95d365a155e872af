"""The protocol: what a client says to the reviewer, and what is found back to the client."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from quotecheck.model.errors import ConfigError, UsageError, shown
from quotecheck.servers.lsp.actions import OPEN, Actions, Target
from quotecheck.servers.lsp.buffers import Buffer, Change
from quotecheck.servers.lsp.client import Client, options_from
from quotecheck.servers.lsp.diagnostics import diagnostics, of_config
from quotecheck.servers.lsp.hover import hover, results_at
from quotecheck.servers.lsp.places import Places
from quotecheck.servers.lsp.positions import Position, Unit
from quotecheck.servers.lsp.reviewer import Checked, Reviewer, config_fault

_WATCHED = "**/*.{txt,md,markdown,html,htm,xhtml,pdf,docx,srt,vtt,json,toml}"
_SYNC = lsp.TextDocumentSyncKind.Incremental


class Server(LanguageServer):
    """A language server and what it knows of its client."""

    def __init__(self) -> None:
        super().__init__("quotecheck", version("quotecheck-editorial"), text_document_sync_kind=_SYNC)
        self.client = Client()
        self.reviewer = Reviewer(self.publish, self.broken)
        self._told: set[str] = set()
        self._faulty: set[str] = set()

    def begin(self, params: lsp.InitializeParams) -> None:
        """Take what the client says of itself."""
        unit = Unit(_plain(self.workspace.position_encoding or Unit.UTF16.value))
        self.client = Client.of(params.capabilities, unit)
        folders = [to_fs_path(one.uri) for one in params.workspace_folders or ()]
        if not folders and params.root_uri:
            folders = [to_fs_path(params.root_uri)]
        self.reviewer.folders = [one for one in folders if one]
        self.take(params.initialization_options)

    def take(self, options: object) -> None:
        """Take options; wrong ones are told of and left."""
        try:
            self.reviewer.configure(options_from(options))
        except UsageError as error:
            self.tell(str(error), lsp.MessageType.Error)

    def tell(self, message: str, kind: lsp.MessageType) -> None:
        """Tell the person something, once."""
        if message not in self._told:
            self._told.add(message)
            self.window_show_message(lsp.ShowMessageParams(type=kind, message=f"quotecheck: {shown(message)}"))

    def broken(self, error: Exception) -> None:
        """Tell of a fault of ours."""
        self.tell(f"an internal fault, please report it: {error!r}", lsp.MessageType.Error)

    def places(self, checked: Checked) -> Places:
        """The places of a check's sources."""
        return Places(checked.found.texts if checked.found else {}, self.client.unit)

    def publish(self, checked: Checked) -> None:
        """Show what was found, and what stood in the way."""
        self._publish_fault(config_fault(checked))
        items: list[lsp.Diagnostic] = []
        if checked.draft is not None and checked.found is not None:
            items = diagnostics(checked.found, checked.draft, self.places(checked), related=self.client.related)
            for problem in checked.found.report.problems:
                if problem.fatal:
                    self.tell(str(problem), lsp.MessageType.Warning)
        elif checked.error is not None and not isinstance(checked.error, ConfigError):
            self.tell(str(checked.error), lsp.MessageType.Info)
        self._publish(checked.buffer.uri, items, checked.buffer.version)

    def _publish_fault(self, error: ConfigError | None) -> None:
        uri = Path(error.path).absolute().as_uri() if error is not None and error.path else None
        for gone in self._faulty - {uri}:
            self._publish(gone, [])
        self._faulty = {uri} if uri else set()
        if error is not None:
            self.tell(str(error).partition("\n")[0], lsp.MessageType.Error)
            if uri:
                self._publish(uri, [of_config(error)])

    def _publish(self, uri: str, items: list[lsp.Diagnostic], version: int | None = None) -> None:
        self.text_document_publish_diagnostics(
            lsp.PublishDiagnosticsParams(uri=uri, diagnostics=items, version=version)
        )

    def clear(self, uri: str) -> None:
        """Show nothing any more of what was closed."""
        self._publish(uri, [])

    def target(self, checked: Checked) -> Target | None:
        """Where an ignore goes: the configuration in force, or a new one in the draft's folder."""
        config = checked.found.config.path if checked.found else None
        path = str(Path(config or Path(self.reviewer.base_of(checked.buffer.path)) / "quotecheck.toml").absolute())
        for buffer in self.reviewer.buffers.values():
            if buffer.path == path:
                return Target(path=path, content=buffer.content, version=buffer.version)
        try:
            return Target(path=path, content=Path(path).read_text("utf-8"))
        except FileNotFoundError:
            return Target(path=path, content=None)
        except (OSError, ValueError):
            return None


def make_server() -> Server:
    """A server with all its features; ``start_io`` runs it."""
    server = Server()
    _register_lifecycle(server)
    _register_documents(server)
    _register_questions(server)
    return server


def _register_lifecycle(server: Server) -> None:
    @server.feature(lsp.INITIALIZE)
    def initialize(ls: Server, params: lsp.InitializeParams) -> None:
        ls.begin(params)

    @server.feature(lsp.INITIALIZED)
    async def initialized(ls: Server, params: lsp.InitializedParams) -> None:
        if ls.client.watches:
            watchers = [lsp.FileSystemWatcher(glob_pattern=_WATCHED)]
            options = lsp.DidChangeWatchedFilesRegistrationOptions(watchers=watchers)
            method = lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES
            registration = lsp.Registration(id="files", method=method, register_options=options)
            await ls.client_register_capability_async(lsp.RegistrationParams(registrations=[registration]))

    @server.feature(lsp.SHUTDOWN)
    def shutdown(ls: Server, params: None) -> None:
        ls.reviewer.end()

    @server.feature(lsp.WORKSPACE_DID_CHANGE_CONFIGURATION)
    def configured(ls: Server, params: lsp.DidChangeConfigurationParams) -> None:
        settings = params.settings
        if isinstance(settings, Mapping) and "quotecheck" in settings:
            ls.take(settings["quotecheck"])

    @server.feature(lsp.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)
    def folders(ls: Server, params: lsp.DidChangeWorkspaceFoldersParams) -> None:
        gone = {to_fs_path(one.uri) for one in params.event.removed}
        more = [path for one in params.event.added if (path := to_fs_path(one.uri))]
        ls.reviewer.folders = [one for one in ls.reviewer.folders if one not in gone] + more
        ls.reviewer.again()

    @server.feature(lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def watched(ls: Server, params: lsp.DidChangeWatchedFilesParams) -> None:
        ls.reviewer.again()


def _register_documents(server: Server) -> None:
    @server.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
    def opened(ls: Server, params: lsp.DidOpenTextDocumentParams) -> None:
        item = params.text_document
        path = to_fs_path(item.uri) if item.uri.startswith("file:") else None
        ls.reviewer.open(Buffer(uri=item.uri, version=item.version, content=item.text, unit=ls.client.unit, path=path))

    @server.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
    def changed(ls: Server, params: lsp.DidChangeTextDocumentParams) -> None:
        changes = [_change(one) for one in params.content_changes]
        ls.reviewer.change(params.text_document.uri, changes, params.text_document.version)

    @server.feature(lsp.TEXT_DOCUMENT_DID_SAVE)
    def saved(ls: Server, params: lsp.DidSaveTextDocumentParams) -> None:
        ls.reviewer.again()

    @server.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)
    def closed(ls: Server, params: lsp.DidCloseTextDocumentParams) -> None:
        ls.reviewer.close(params.text_document.uri)
        ls.clear(params.text_document.uri)


def _register_questions(server: Server) -> None:
    @server.feature(lsp.TEXT_DOCUMENT_HOVER)
    async def hovered(ls: Server, params: lsp.HoverParams) -> lsp.Hover | None:
        checked = await ls.reviewer.current(params.text_document.uri)
        if checked is None or checked.draft is None or checked.found is None:
            return None
        at = _position(params.position)
        there = results_at(checked.found.report.results, checked.draft, at, at)
        return hover(there[0], checked.draft, ls.places(checked), markdown=ls.client.markdown) if there else None

    @server.feature(lsp.TEXT_DOCUMENT_DEFINITION)
    async def defined(ls: Server, params: lsp.DefinitionParams) -> list[lsp.Location] | None:
        checked = await ls.reviewer.current(params.text_document.uri)
        if checked is None or checked.draft is None or checked.found is None:
            return None
        at = _position(params.position)
        places = ls.places(checked)
        for result in results_at(checked.found.report.results, checked.draft, at, at):
            passages = result.evidence.passages if result.evidence else ()
            found = [place for one in passages if (place := places.location(one)) is not None]
            if found:
                return found
        return None

    kinds = lsp.CodeActionOptions(code_action_kinds=[lsp.CodeActionKind.QuickFix])

    @server.feature(lsp.TEXT_DOCUMENT_CODE_ACTION, kinds)
    async def offered(ls: Server, params: lsp.CodeActionParams) -> list[lsp.CodeAction] | None:
        only = params.context.only
        if only and not any(lsp.CodeActionKind.QuickFix.value.startswith(_plain(one)) for one in only):
            return None
        checked = await ls.reviewer.current(params.text_document.uri)
        if checked is None or checked.draft is None or checked.found is None:
            return None
        uri, version = checked.buffer.uri, checked.buffer.version
        actions = Actions(checked.found, checked.draft, ls.places(checked), ls.client, uri, version, ls.target(checked))
        start, end, told = _position(params.range.start), _position(params.range.end), params.context.diagnostics
        return await ls.reviewer.alone(lambda: actions.at(start, end, told))

    @server.command(OPEN)
    async def show(ls: Server, uri: str, at: list[int] | None = None) -> None:
        selection = lsp.Range(lsp.Position(at[0], at[1]), lsp.Position(at[2], at[3])) if at else None
        await ls.window_show_document_async(
            lsp.ShowDocumentParams(uri=uri, external=None if at else True, take_focus=True, selection=selection)
        )


def _change(one: lsp.TextDocumentContentChangeEvent) -> Change:
    if isinstance(one, lsp.TextDocumentContentChangePartial):
        return (_position(one.range.start), _position(one.range.end)), one.text
    return None, one.text


def _position(one: lsp.Position) -> Position:
    return one.line, one.character


def _plain(value: object) -> str:
    return str(getattr(value, "value", value))
