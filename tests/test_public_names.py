"""The public names change only on purpose, and each of them is there."""

from __future__ import annotations

import quotecheck

PUBLIC_NAMES = [
    "Checker", "Code", "Edit", "Evidence", "Finding", "Kind", "Outcome", "Passage", "Policy", "Problem",
    "QuotecheckError", "Report", "Result", "Severity", "Source", "Span", "Statement", "Text", "Verdict", "explain",
    "extract", "from_dict", "policy_named", "to_dict",
]  # fmt: skip


def test_public_names_change_only_on_purpose() -> None:
    assert quotecheck.__all__ == PUBLIC_NAMES == sorted(PUBLIC_NAMES)
    assert len(PUBLIC_NAMES) <= 25


def test_every_public_name_is_there_and_documented() -> None:
    for name in PUBLIC_NAMES:
        assert getattr(quotecheck, name).__doc__, name


def test_a_name_that_is_not_public_is_an_attribute_error() -> None:
    assert not hasattr(quotecheck, "Checkers")
    assert dir(quotecheck) == PUBLIC_NAMES
