"""The annotated copy as a Word document: the original, with one comment a finding at the exact words."""

from quotecheck.reports.commented.document import commented

__all__ = ["commented"]
