"""Asks other tools about quotations, each as its own pages say it is to be asked. Knows nothing of quotecheck.

It is run as a script by a Python that has them: a source and words come as JSON on standard input, and for each tool
that is there what it says comes out. A tool that is not installed is left out; one that fails, fails loudly.
"""

from __future__ import annotations

import contextlib
import importlib.metadata
import json
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

Answer = dict[str, Sequence[Any]]


def answer(tool: str, said: Sequence[Any], passes: Sequence[str] = ()) -> Answer:
    """What a tool says of each quotation, and which labels mean that the words stand there."""
    return {"tool": [tool], "said": said, "passes": passes}


def versioned(name: str) -> str:
    return f"{name} {importlib.metadata.version(name)}"


def substring(source: str, words: list[str]) -> Answer:
    """Python's ``in``, with case, kinds of quotation marks and white space folded."""

    def folded(text: str) -> str:
        return re.sub(r"\s+", " ", text.translate(str.maketrans("“”‘’", "\"\"''")).casefold()).strip()

    return answer("`in`, folded", ["found" if folded(one) in folded(source) else "–" for one in words], ["found"])


def sequence_matcher(source: str, words: list[str]) -> Answer:
    """difflib: the share of the quotation that stands in the source in matching blocks."""
    from difflib import SequenceMatcher

    def share(quoted: str) -> float:
        blocks = SequenceMatcher(None, source, quoted, autojunk=False).get_matching_blocks()
        return sum(block.size for block in blocks) / len(quoted)

    return answer("difflib, share in blocks", [share(one) for one in words])


def rapidfuzz(source: str, words: list[str]) -> Answer:
    """``fuzz.partial_ratio_alignment`` after its own default processing."""
    from rapidfuzz import fuzz, utils

    found = [fuzz.partial_ratio_alignment(one, source, processor=utils.default_process) for one in words]
    return answer(f"{versioned('rapidfuzz')}, partial_ratio", [one.score if one else 0.0 for one in found])


def langextract(source: str, words: list[str]) -> Answer:
    """The aligner by which LangExtract grounds what a model extracted."""
    from langextract import data
    from langextract.resolver import WordAligner

    said = []
    for one in words:
        extraction = data.Extraction(extraction_class="quotation", extraction_text=one)
        ((found,),) = WordAligner().align_extractions([[extraction]], source)
        status = found.alignment_status
        said.append(status.value if status else "–")
    return answer(f"{versioned('langextract')}, aligner", said, ["match_exact"])


def namesake(source: str, words: list[str]) -> Answer:
    """The package that is called quotecheck on the package index."""
    from quotecheck.find import check  # type: ignore[import-not-found, unused-ignore]

    return answer(versioned("quotecheck"), [check(one, source).status for one in words], ["found", "interleaved"])


def embeddings(source: str, words: list[str]) -> Answer:
    """WordLlama: the cosine of the nearest sentence."""
    import wordllama

    folder = Path(wordllama.__file__).parent  # where its wheel has the vectors; nothing is fetched
    model = wordllama.WordLlama.load(cache_dir=folder, disable_download=True)
    sentences = [one.strip() for one in re.split(r"(?<=[.,”])\s", source) if one.strip()]
    said = [max(float(model.similarity(one, sentence)) for sentence in sentences) for one in words]
    return answer(f"{versioned('wordllama')}, nearest sentence", said)


TOOLS: Sequence[Callable[[str, list[str]], Answer]] = (
    substring,
    sequence_matcher,
    rapidfuzz,
    langextract,
    namesake,
    embeddings,
)


def asked(source: str, words: list[str]) -> Iterator[Answer]:
    """The answers of the tools that are installed."""
    for tool in TOOLS:
        with contextlib.suppress(ModuleNotFoundError), contextlib.redirect_stdout(sys.stderr):
            yield tool(source, words)


if __name__ == "__main__":
    given = json.load(sys.stdin)
    print(json.dumps(list(asked(given["source"], given["words"]))))
