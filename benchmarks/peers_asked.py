"""Asks one tool about many quotations, the way its own pages say it is to be asked. Judges nothing.

Run as a script by a Python that has the tool: ``peers_asked.py TOOL TEXT QUOTATIONS``. The text is a file, the
quotations are a file of JSON lines with ``words`` in each. What comes out is JSON lines too:

- ``tool`` (its name and version) and ``peak``, once it has been asked about a text of one line, so that what it loads
  once is loaded;
- ``cpu`` of reading the text in, and ``peak``;
- for each quotation ``start``, ``verdict``, ``score`` and ``cpu``;
- ``peak`` and ``stopped``: None, or how many quotations it had answered when its time was over.

``cpu`` is processor time of this process with all its threads, in seconds; ``peak`` is the most memory that the process
ever held, in bytes. What a tool does not tell is null.

``verdict`` is what the tool says about the words, in three grades: ``exact`` (they stand there), ``paraphrased``
(something like them does), ``absent``. A tool that gives a number only has a ``score`` instead.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib.metadata
import json
import resource
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple, TextIO

EXACT, NEAR, ABSENT = "exact", "paraphrased", "absent"


class Said(NamedTuple):
    """What a tool says of one quotation; ``start`` is a code point of the text, None where no place is told."""

    start: int | None
    verdict: str | None = None
    score: float | None = None


Ask = Callable[[str], Said]
"""Words to what is said of them."""


def quotecheck(path: Path) -> Ask:
    """A whole check by quotecheck, evidence and all; near is also what it calls turned round or joined."""
    from quotecheck import Checker, Source

    checker = Checker([Source.from_text(path.read_text("utf-8"), id="text")])

    def ask(words: str) -> Said:
        result = checker.check(words)
        found = result.evidence.passages[0].start if result.evidence else None
        verdict = result.verdict.value if result.verdict else ABSENT
        unlike = all(one.code.value == "QC401" for one in result.findings if one.code.value.startswith("QC4"))
        near = verdict == ABSENT and found is not None and not unlike
        return Said(found, NEAR if near else verdict if verdict in (EXACT, NEAR) else ABSENT)

    return ask


def rapidfuzz(path: Path) -> Ask:
    """``fuzz.partial_ratio_alignment`` after its ``default_process``, which the text goes through once."""
    from rapidfuzz import fuzz, utils

    text = utils.default_process("x" + path.read_text("utf-8"))  # the letter keeps what comes first from being cut off

    def ask(words: str) -> Said:
        found = fuzz.partial_ratio_alignment(utils.default_process(words), text)
        return Said(found.dest_start - 1, score=found.score / 100) if found else Said(None, score=0.0)

    return ask


def edlib(path: Path) -> Ask:
    """``align`` in the mode ``HW``, over UTF-8 since it takes 256 different values; the score is what is kept."""
    import edlib as library

    data = path.read_bytes()

    def ask(words: str) -> Said:
        asked = words.encode()
        found = library.align(asked, data, mode="HW", task="locations")
        start = found["locations"][0][0]
        return Said(
            len(data[:start].decode(errors="ignore")) if start is not None else None,
            score=1 - found["editDistance"] / len(asked),
        )

    return ask


def difflib(path: Path) -> Ask:
    """``SequenceMatcher`` over words for the place, its ``ratio`` over letters there for the score."""
    import re
    from difflib import SequenceMatcher

    text = path.read_text("utf-8")
    places = [match.span() for match in re.finditer(r"\S+", text)]
    matcher = SequenceMatcher(None, autojunk=False)
    matcher.set_seq2([text[start:end].casefold() for start, end in places])

    def ask(words: str) -> Said:
        quoted = words.casefold().split()
        matcher.set_seq1(quoted)
        mine, theirs, size = matcher.find_longest_match()
        if not size:
            return Said(None, score=0.0)
        first = max(0, theirs - mine)
        start, end = places[first][0], places[min(first + len(quoted), len(places)) - 1][1]
        score = SequenceMatcher(None, words.casefold(), text[start:end].casefold(), autojunk=False).ratio()
        return Said(start, score=score)

    return ask


def gtrex(path: Path) -> Ask:
    """``Repairer`` with its default policy: grounded is exact; a span as like as its threshold asks is near."""
    from gtrex import Policy
    from gtrex.repair import Repairer

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that its default threshold was never calibrated
        repairer = Repairer(path.read_bytes().decode(), Policy())
    threshold = repairer.threshold or 0.0

    def ask(words: str) -> Said:
        found = repairer.repair(words)
        if found.before.start is not None:
            return Said(found.before.start, EXACT if found.before.grounded else NEAR)
        near = found.alignment
        if near is None or near.score < threshold:
            return Said(None, ABSENT)
        return Said(near.start, NEAR)

    return ask


def citations(path: Path) -> Ask:
    """``check_one``: found, in one place or in several, is exact; words with something left out are near."""
    from citations import OMISSION, check_one

    def ask(words: str) -> Said:
        found = check_one(words, path)
        if found.state not in ("found", "ambiguous", "not found"):
            raise RuntimeError(f"citations did not check it: {found.state}, {found.detail}")
        near = NEAR if found.reason == OMISSION else ABSENT
        return Said(None, near if found.state == "not found" else EXACT)

    return ask


KROKAI_EXACT: Final = frozenset(
    ["VERIFIED", "ASSEMBLED", "PUNCTUATION", "TYPESETTING", "WRONG_SPEAKER", "TRUNCATED_CONDITION", "TRUNCATED_OPENING"]
)
"""What it calls clean, and its two warnings about words that it says are exact."""


KROKAI_WHOLE, KROKAI_PART = 10_000_000, 1_000_000
"""Code points up to which it gets a text in one file, and of the files it gets else.

It takes a file for a failed download if two phrases of error pages occur anywhere in it, as they do in a large one.
"""


def krokai(path: Path) -> Ask:
    """``check`` against a ``Corpus`` of the folder that holds the text alone."""
    from krokai.corpus import Corpus
    from krokai.verify import check

    with tempfile.TemporaryDirectory() as folder:
        corpus = Corpus([str(in_files(path, Path(folder)))], quiet=True)
    if not corpus.paths or corpus.excluded_placeholder or corpus.unreadable:
        raise RuntimeError("krokai left the text out of its corpus")

    def ask(words: str) -> Said:
        verdict, _, _ = check(words, corpus)
        if verdict in KROKAI_EXACT:
            return Said(None, EXACT)
        return Said(None, ABSENT if verdict == "NOT_FOUND" else NEAR)

    return ask


def in_files(path: Path, folder: Path) -> Path:
    """The folder of a text; of a large one a folder that has it in parts, each ending with a line."""
    text = path.read_text("utf-8")
    if len(text) <= KROKAI_WHOLE:
        return path.parent
    start = number = 0
    while start < len(text):
        end = text.find("\n", start + KROKAI_PART) + 1 or len(text)
        (folder / f"{number:04}.txt").write_text(text[start:end], encoding="utf-8")
        start, number = end, number + 1
    return folder


def langextract(path: Path) -> Ask:
    """``WordAligner``, one extraction at a time: ``match_exact`` is exact, any other match is near."""
    from langextract import data
    from langextract.resolver import WordAligner

    text, aligner = path.read_text("utf-8"), WordAligner()

    def ask(words: str) -> Said:
        extraction = data.Extraction(extraction_class="quotation", extraction_text=words)
        ((found,),) = aligner.align_extractions([[extraction]], text)
        if found.alignment_status is None:
            return Said(None, ABSENT)
        exact = found.alignment_status is data.AlignmentStatus.MATCH_EXACT
        return Said(found.char_interval.start_pos, EXACT if exact else NEAR)

    return ask


PLACELESS: Final = ("citations", "krokai")
"""Tools that tell no place."""
TWO_GRADES: Final = ("citations",)
"""Tools that do not tell what is near from what is absent, but for words left out."""

TOOLS: Mapping[str, Callable[[Path], Ask]] = {
    one.__name__: one for one in (quotecheck, rapidfuzz, edlib, difflib, gtrex, citations, krokai, langextract)
}


def version(tool: str) -> str:
    """Name and version, as they are installed here."""
    if tool == "difflib":
        return "difflib " + ".".join(map(str, sys.version_info[:3]))
    if tool == "quotecheck":
        from quotecheck.cli.parser import version as own

        return f"quotecheck {own()}"
    return f"{tool} {importlib.metadata.version(tool)}"


def peak() -> int:
    """The most memory this process ever held, in bytes.

    Linux counts for ``getrusage`` what the process held that started it, so it is asked about this program alone.
    """
    with contextlib.suppress(OSError):
        for line in Path("/proc/self/status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


def warm(make: Callable[[Path], Ask]) -> None:
    """Asks once about a text of one line."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "line.txt")
        path.write_text(
            "The council of Larkmoor met on Monday, and nobody spoke against the new mill.\n", encoding="utf-8"
        )
        ask = make(path)
        for words in ("nobody spoke against the new mill", "nobody spoke against the old mill"):
            ask(words)


def answers(make: Callable[[Path], Ask], path: Path, asked: Sequence[str], limit: float) -> Iterator[dict[str, Any]]:
    """What a tool says, line by line; after ``limit`` seconds of answering it is asked no more."""
    began = time.process_time()
    ask = make(path)
    yield {"cpu": time.process_time() - began, "peak": peak()}
    spent = 0.0
    for number, words in enumerate(asked):
        if spent > limit:
            yield {"peak": peak(), "stopped": number}
            return
        began = time.process_time()
        said = ask(words)
        took = time.process_time() - began
        spent += took
        yield {**said._asdict(), "cpu": took}
    yield {"peak": peak(), "stopped": None}


def main(arguments: Sequence[str] | None = None, out: TextIO = sys.stdout) -> int:
    """Prints the lines; what the tool itself prints goes to standard error."""
    parser = argparse.ArgumentParser(prog="peers_asked.py", description=__doc__)
    parser.add_argument("tool", choices=TOOLS)
    parser.add_argument("text", type=Path)
    parser.add_argument("quotations", type=Path)
    parser.add_argument("--limit", type=float, default=30.0, help="seconds of answering (default: %(default)s)")
    parser.add_argument("--memory", type=int, help="bytes of address space that this process may take")
    given = parser.parse_args(arguments)
    if given.memory:  # no limit of processor time: with one, Linux counts that time in steps of 4 ms
        resource.setrlimit(resource.RLIMIT_AS, (given.memory, given.memory))
    asked = [json.loads(line)["words"] for line in given.quotations.read_text("utf-8").splitlines()]
    with contextlib.redirect_stdout(sys.stderr):
        make = TOOLS[given.tool]
        warm(make)
        print(json.dumps({"tool": version(given.tool), "peak": peak()}), file=out, flush=True)
        for line in answers(make, given.text, asked, given.limit):
            print(json.dumps(line), file=out, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
