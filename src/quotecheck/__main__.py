"""``python -m quotecheck``: the command line, where its script is not on the path. Nothing else is here."""

from __future__ import annotations

import sys

from quotecheck.cli import main

if __name__ == "__main__":
    sys.exit(main())
