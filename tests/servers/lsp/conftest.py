"""Where the client for tests is not installed, the plain parts are tested all the same."""

from __future__ import annotations

from importlib.util import find_spec

collect_ignore = [] if find_spec("pytest_lsp") else ["test_server.py"]
if not find_spec("pygls"):
    collect_ignore += ["test_client.py", "test_reviewer.py", "test_reviewer_states.py"]
