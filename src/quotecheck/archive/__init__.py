"""Sources on disk that outgrow memory: segments with an index, found and read where a statement asks for them.

What a verdict is, is decided elsewhere: a document that is found goes to the same checker as any source.
"""

from quotecheck.archive.archive import Archive
from quotecheck.archive.errors import ArchiveError
from quotecheck.archive.writer import Writer, create

__all__ = ["Archive", "ArchiveError", "Writer", "create"]
