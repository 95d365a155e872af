"""The language server, started as an editor starts it, and asked by a client of the protocol."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types as lsp
from markdown_it import MarkdownIt

from tests.servers.lsp.editing import DRAFT, TALK, Editor, Start, make_project, run, started


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path)


@pytest.fixture
def editor(project: Path) -> Start:
    return partial(started, project)


UNITS = ("utf-8", "utf-16", "utf-32")
BEFORE = "😀𝒳 é — "  # in every encoding another width


def uri_of(project: Path) -> str:
    return (project / "draft.md").as_uri()


def columns(unit: str, line: str, words: str) -> tuple[int, int]:
    """Where words begin and end in a line, counted by somebody else."""
    width = {"utf-8": 1, "utf-16": 2, "utf-32": 4}[unit]
    coding = "utf-8" if width == 1 else f"{unit}-le"
    at = line.index(words)
    start = len(line[:at].encode(coding)) // width
    return start, start + len(words.encode(coding)) // width


@pytest.mark.parametrize("unit", UNITS)
def test_faults_and_changes_stand_at_their_words_in_every_unit(editor: Start, project: Path, unit: str) -> None:
    draft = f"A line.\n{BEFORE}{DRAFT}"
    line = draft.split("\n")[1]

    async def test() -> None:
        async with editor(unit) as one:
            (told,) = await one.open(uri_of(project), draft)
            start, end = columns(unit, line, "We seek war, conflict with Russia,")
            assert told.range == lsp.Range(lsp.Position(1, start), lsp.Position(1, end))
            assert (told.code, told.source, told.severity) == ("QC402", "quotecheck", lsp.DiagnosticSeverity.Error)
            assert told.related_information is not None
            assert "Ada Brook: “We don’t seek war, conflict with Russia”" in told.related_information[0].message
            assert "[-don’t-]" in await one.hover(uri_of(project), 1, start + 3)
            assert await one.hover(uri_of(project), 0, 2) == ""
            at = lsp.Position(1, columns(unit, line, "seek")[0])
            one.change(uri_of(project), 2, "don’t ", lsp.Range(at, at))
            assert await one.told(uri_of(project), 2) == []
            assert "**exact**" in await one.hover(uri_of(project), 1, start + 3)

    run(test())


def test_the_source_opens_at_the_place_behind_an_astral_sign(editor: Start, project: Path) -> None:
    draft = "“The 😀 harbour and the new mill stay open all winter long,” Ben Cole said.\n"

    async def test() -> None:
        async with editor("utf-16") as one:
            (told,) = await one.open(uri_of(project), draft)
            where = lsp.DefinitionParams(lsp.TextDocumentIdentifier(uri_of(project)), lsp.Position(0, 9))
            (found,) = await one.client.text_document_definition_async(where)
            assert found.uri == (project / "interviews" / "talk.txt").as_uri()
            assert (found.range.start.line, found.range.start.character) == (3, 1)
            end = columns("utf-16", TALK.split("\n")[3], "winter long")[1]
            assert found.range.end.character in (end, end + 1)
            actions = await one.actions(uri_of(project), told)
            command = actions["Open the source: interviews/talk.txt:4"].command
            assert command is not None and command.arguments is not None
            await one.client.workspace_execute_command_async(
                lsp.ExecuteCommandParams(command=command.command, arguments=list(command.arguments))
            )
            (shown,) = one.client.shown_documents
            assert (shown.uri, shown.selection) == (found.uri, found.range)

    run(test())


MENDED = {
    "the source's words": (
        "“We seek war, conflict with Russia,” Ada Brook said.\n",
        "Put the source's words in: don’t",
        "“We don’t seek war, conflict with Russia,” Ada Brook said.\n",
    ),
    "an ellipsis": (
        "“It stands for all of us in the north,” Ada Brook said.\n",
        "Put an ellipsis where words are left out",
        "“It stands … for all of us in the north,” Ada Brook said.\n",
    ),
    "the right speaker": (
        "“We don’t seek war, conflict with Russia,” Ben Cole said.\n",
        "Name the one who said it: Ada Brook",
        "“We don’t seek war, conflict with Russia,” Ada Brook said.\n",
    ),
}


@pytest.mark.parametrize(("draft", "title", "mended"), MENDED.values(), ids=MENDED)
def test_a_fault_is_mended_by_an_action(editor: Start, project: Path, draft: str, title: str, mended: str) -> None:
    uri = uri_of(project)

    async def test() -> None:
        async with editor("utf-16") as one:
            told = await one.open(uri, draft)
            actions = await one.actions(uri, told[0])
            assert title in actions
            changes = actions[title].edit.document_changes
            assert changes[0].text_document.version == 1
            new = applied(draft, changes[0].edits)
            assert new == mended
            one.change(uri, 2, new)
            assert [one for one in await one.told(uri, 2) if one.severity == lsp.DiagnosticSeverity.Error] == []

    run(test())


def test_an_ignore_counts_when_its_reason_is_written(editor: Start, project: Path) -> None:
    uri, config = uri_of(project), project / "quotecheck.toml"

    async def test() -> None:
        async with editor("utf-16") as one:
            (told,) = await one.open(uri, DRAFT)
            action = (await one.actions(uri, told))["Ignore QC402 here: write the reason in quotecheck.toml"]
            new = applied(config.read_text("utf-8"), action.edit.document_changes[0].edits)
            saved(one, config, new)
            while not one.client.diagnostics.get(config.as_uri()):
                await one.client.wait_for_notification(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
            (wrong,) = one.client.diagnostics[config.as_uri()]
            assert "why it may stand" in wrong.message
            assert new.split("\n")[wrong.range.start.line].startswith("reason")
            assert len(one.client.diagnostics[uri]) == 1
            saved(one, config, new.replace('reason = ""', 'reason = "a play on words"'))
            while one.client.diagnostics[uri] or one.client.diagnostics[config.as_uri()]:
                await one.client.wait_for_notification(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)

    run(test())


def test_a_source_that_changes_is_read_again(editor: Start, project: Path) -> None:
    uri, talk = uri_of(project), project / "interviews" / "talk.txt"

    async def test() -> None:
        async with editor("utf-16") as one:
            assert len(await one.open(uri, DRAFT)) == 1
            assert [each.method for each in one.client.registered] == ["workspace/didChangeWatchedFiles"]
            saved(one, talk, TALK.replace("don’t ", ""))
            while one.client.diagnostics[uri]:
                await one.client.wait_for_notification(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)

    run(test())


def test_several_folders_have_their_own_sources(editor: Start, project: Path) -> None:
    other = project / "other"
    other.mkdir()
    (other / "talk.txt").write_text("“We seek war, conflict with Russia,” Ada Brook said.\n", "utf-8")
    (other / "quotecheck.toml").write_text('sources = ["talk.txt"]\n', "utf-8")

    async def test() -> None:
        async with editor("utf-16", folders=(project, other)) as one:
            assert len(await one.open(uri_of(project), DRAFT)) == 1
            assert await one.open((other / "draft.md").as_uri(), DRAFT) == []
            assert await one.open((other / "talk.txt").as_uri(), DRAFT) == []

    run(test())


def test_an_editor_may_name_the_sources_and_the_text_need_not_be_saved(editor: Start, project: Path) -> None:
    (project / "quotecheck.toml").unlink()

    async def test() -> None:
        async with editor("utf-16", options={"sources": ["interviews"], "policy": "ap"}) as one:
            assert [each.code for each in await one.open("untitled:Untitled-1", DRAFT)] == ["QC402"]

    run(test())


TELLING: dict[str, tuple[Any, str]] = {
    "no source": (None, "no source is named"),
    "an option that is none": ({"source": ["interviews"]}, "did you mean 'sources'"),
    "a source that is not there": ({"sources": ["nowhere"]}, "no such file"),
}


@pytest.mark.parametrize(("options", "message"), TELLING.values(), ids=TELLING)
def test_what_stands_in_the_way_is_told_once(editor: Start, project: Path, options: Any, message: str) -> None:
    (project / "quotecheck.toml").unlink()

    async def test() -> None:
        async with editor("utf-16", options=options) as one:
            await one.open(uri_of(project), DRAFT)
            one.change(uri_of(project), 2, DRAFT + "More.\n")
            await one.told(uri_of(project), 2)
            assert len([each for each in one.client.messages if message in each.message]) == 1

    run(test())


def test_words_cannot_forge_what_a_hover_shows(editor: Start, project: Path) -> None:
    words = "Nobody [here](https://evil.example/a) keeps <img src=x> the `` **old** bees ```sh any more"
    (project / "interviews" / "talk.txt").write_text(f"Ada [x](https://evil.example): {words}.\n", "utf-8")
    draft = f"“{words.replace('old', 'new')},” Ada said.\n"

    async def test() -> None:
        async with editor("utf-16") as one:
            await one.open(uri_of(project), draft)
            shown = await one.hover(uri_of(project), 0, 12)
            tokens = [token for each in MarkdownIt().parse(shown) for token in (each, *(each.children or ()))]
            kinds = {token.type for token in tokens}
            assert kinds & {"image", "html_inline", "html_block", "heading_open", "fence"} == set()
            links = [token.attrs["href"] for token in tokens if token.type == "link_open"]
            assert all(str(link).startswith("file://") for link in links)
            bold = [tokens[index + 1].content for index, token in enumerate(tokens) if token.type == "strong_open"]
            assert set(bold) <= {"absent", "paraphrased", "misattributed", "exact", "no verdict"}
            assert "evil.example" in shown  # shown, as words

    run(test())


def test_a_client_that_knows_little_gets_plain_text_and_plain_edits(editor: Start, project: Path) -> None:
    async def test() -> None:
        async with editor(can=lsp.ClientCapabilities()) as one:
            (told,) = await one.open(uri_of(project), DRAFT)
            assert told.related_information is None
            assert "**" not in await one.hover(uri_of(project), 0, 4)
            actions = await one.actions(uri_of(project), told)
            assert [each.split(":")[0] for each in actions] == [
                "Put the source's words in",
                "Ignore QC402 here",
            ]
            assert list(actions["Put the source's words in: don’t"].edit.changes) == [uri_of(project)]

    run(test())


def test_what_is_closed_is_cleared(editor: Start, project: Path) -> None:
    async def test() -> None:
        async with editor("utf-16") as one:
            uri = uri_of(project)
            assert len(await one.open(uri, DRAFT)) == 1
            one.client.text_document_did_close(lsp.DidCloseTextDocumentParams(lsp.TextDocumentIdentifier(uri)))
            while one.client.diagnostics[uri]:
                await one.client.wait_for_notification(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
            assert await one.hover(uri, 0, 4) == ""

    run(test())


def applied(text: str, edits: Any) -> str:
    """A text with edits in, for columns of UTF-16 and texts without astral signs."""
    lines = text.split("\n")

    def offset(place: lsp.Position) -> int:
        return sum(len(line) + 1 for line in lines[: place.line]) + place.character

    for edit in reversed(edits):
        text = text[: offset(edit.range.start)] + edit.new_text + text[offset(edit.range.end) :]
    return text


def saved(one: Editor, path: Path, content: str) -> None:
    """Save a file, and tell the server as an editor does."""
    path.write_text(content, "utf-8")
    status = path.stat()
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns + 1_000_000))
    event = lsp.FileEvent(uri=path.as_uri(), type=lsp.FileChangeType.Changed)
    one.client.workspace_did_change_watched_files(lsp.DidChangeWatchedFilesParams(changes=[event]))
