"""Work on a file that perhaps means harm, done by a process of its own whose memory and time are limited.

What is done there is the caller's: a function ``main`` of a module, which calls ``serve``.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from typing import Any, Final

MEMORY: Final = 2**30 + 2**29
"""Bytes that the process may take beside what it is given."""
SECONDS: Final = 60


def asked(module: str, request: Any) -> Any:
    """What the process of a module answers; None if it breaks, or takes too much memory or time.

    Args:
        module: Its full name; its function ``main`` calls ``serve``.
        request: Can be pickled.
    """
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    try:
        run = subprocess.run(
            [sys.executable, "-c", f"from {module} import main; main()"],
            input=pickle.dumps(request),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=SECONDS,
            env=environment,
        )
        return pickle.loads(run.stdout) if run.returncode == 0 else None
    except (subprocess.TimeoutExpired, OSError, EOFError, pickle.UnpicklingError):
        return None


def serve(work: Callable[[Any], Any]) -> None:
    """Do one piece of work: its request from standard input, its answer on standard output.

    Args:
        work: Takes the request; what it gives can be pickled.
    """
    request = sys.stdin.buffer.read()
    _limit(MEMORY + 3 * len(request))
    sys.stdout.buffer.write(pickle.dumps(work(pickle.loads(request))))


def _limit(size: int) -> None:
    try:
        import resource
    except ImportError:  # not on Windows: there only the time is limited
        return
    resource.setrlimit(resource.RLIMIT_AS, (size, resource.getrlimit(resource.RLIMIT_AS)[1]))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, resource.getrlimit(resource.RLIMIT_CPU)[1]))
