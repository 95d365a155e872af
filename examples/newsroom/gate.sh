#!/bin/sh
# The gate before the page is made: the sources are those that were looked at, and every quotation stands in them.
# From anywhere: sh gate.sh [DRAFT...]; without drafts, all that are ready. Exit code 0: print it.
set -eu
cd "$(dirname "$0")"
[ $# -gt 0 ] || set -- drafts/*.md drafts/*.docx drafts/opinion/*.md
quotecheck sources verify
exec quotecheck check "$@" --quiet --fail-on unchecked
