"""The pytest fixture ``quotecheck``, for those who keep quotations in tests. What it does stands in ``testing``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from quotecheck.testing import Quotations


@pytest.fixture(scope="session")
def quotecheck(pytestconfig: pytest.Config) -> Quotations:
    """Checks quotations against sources: ``quotecheck.check(…)`` and ``quotecheck.assert_quoted(…)``.

    Relative paths count from pytest's root directory; the configuration is the nearest ``quotecheck.toml`` there or
    above it.
    """
    from quotecheck.testing import Quotations  # only for suites that use it

    return Quotations(pytestconfig.rootpath)
