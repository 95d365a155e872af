"""Did they really say that? Quotations and paraphrases checked against their sources."""

from quotecheck.checking.checker import Checker

__all__ = ["Checker"]
