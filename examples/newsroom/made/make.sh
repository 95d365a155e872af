#!/bin/sh
# Makes the files that no hand writes: a Word document, a PDF, a draft in Word. From here: sh make.sh
# Needs pandoc and chromium. The page of the wire is the one that fixtures/html/page.py makes.
set -eu
cd "$(dirname "$0")"
pandoc -o ../sources/crews.docx crews.md
chromium --headless --no-sandbox --disable-gpu --no-pdf-header-footer --print-to-pdf=../sources/survey.pdf \
    "file://$PWD/report.html" 2>/dev/null
pandoc -o ../drafts/sky.docx sky.md
cp ../../../fixtures/html/news-site.html ../sources/no-fly-zone.html
