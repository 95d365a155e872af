"""The annotated copy as one page: the draft with every statement marked, and beside it what decides about it."""

from quotecheck.reports.annotated.page import page

__all__ = ["page"]
