"""The server of the protocol, over standard input and output, with the official library."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from quotecheck.model.errors import UsageError
from quotecheck.servers.asked import Refused
from quotecheck.servers.assistant.tools import NOTICE, TOOLS, Room, Tool, call
from quotecheck.servers.fence import Fence
from quotecheck.servers.setup import Setup

if TYPE_CHECKING:
    from mcp_types import CallToolResult
    from mcp_types import Tool as ToolType

INSTRUCTIONS = (
    "Checks quotations against their sources. Verify a quotation before you write it; take the source's own words from "
    f"the answer. {NOTICE} Files are named by paths below the directories that the server was given."
)


def serve(setup: Setup, roots: Sequence[str]) -> None:
    """Serve until standard input ends.

    Args:
        setup: What to check against.
        roots: Directories from which an assistant may name files.

    Raises:
        UsageError: if the library is not installed, or a root is no directory.
    """
    try:
        import anyio
        from mcp.server.stdio import stdio_server
    except ImportError as error:
        raise UsageError(f"the MCP server needs {error.name}: pip install 'quotecheck-editorial[mcp]'") from error
    server = _server(Room(setup.desk(), Fence(roots)), setup.version)

    async def run() -> None:
        async with stdio_server() as (incoming, outgoing):
            await server.run(incoming, outgoing, server.create_initialization_options())

    anyio.run(run)


def _server(room: Room, version: str) -> Any:
    import anyio
    import mcp_types as types
    from mcp.server.lowlevel import Server

    tools = {tool.name: tool for tool in TOOLS}
    listed = types.ListToolsResult(tools=[_described(tool) for tool in TOOLS])

    async def list_tools(_: Any, __: Any) -> types.ListToolsResult:
        return listed

    async def call_tool(_: Any, params: types.CallToolRequestParams) -> types.CallToolResult:
        tool = tools.get(params.name)
        if tool is None:
            return _failed(f"there is no tool {params.name!r}; there are {', '.join(tools)}")
        try:
            answer = await anyio.to_thread.run_sync(call, tool, room, params.arguments, abandon_on_cancel=True)
        except Refused as refused:
            return _failed(refused.message)
        except Exception as error:  # the server goes on, and no word of a source is in the answer
            return _failed(f"quotecheck failed: {type(error).__name__}")
        content: Any = [types.TextContent(type="text", text=answer.text)]
        return types.CallToolResult(content=content, structured_content=answer.values)

    return Server(
        "quotecheck",
        version=version,
        instructions=INSTRUCTIONS,
        on_list_tools=list_tools,
        on_call_tool=call_tool,
    )


def _described(tool: Tool) -> ToolType:
    import mcp_types as types

    return types.Tool(
        name=tool.name,
        title=tool.title,
        description=tool.description,
        input_schema=tool.input_schema,
        output_schema=tool.output_schema,
        annotations=types.ToolAnnotations(
            title=tool.title, read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
        ),
    )


def _failed(message: str) -> CallToolResult:
    import mcp_types as types

    return types.CallToolResult(content=[types.TextContent(type="text", text=message)], is_error=True)
