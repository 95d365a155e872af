"""What an aid is called in a policy's fingerprint."""

from __future__ import annotations


def name_of(aid: object) -> str:
    """An aid's own ``fingerprint`` (a string), else the name of its function or class.

    Give an aid of your own a ``fingerprint`` that changes when its answers do.
    """
    own = getattr(aid, "fingerprint", None)
    if isinstance(own, str):
        return own
    named = aid if hasattr(aid, "__qualname__") else type(aid)
    return f"{getattr(named, '__module__', '')}.{getattr(named, '__qualname__', '')}"
