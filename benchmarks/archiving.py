"""``python -m benchmarks.archiving``: what an archive of many words costs to build, to keep and to ask.

Real texts are never as many as one wants. So documents are cut up from those there are: short stretches of their words,
in another order each time, so that the words are real and most runs of three words are new.
"""

from __future__ import annotations

import argparse
import random
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

import attrs

from benchmarks.pages import write
from benchmarks.tables import markdown
from quotecheck import Source, Statement
from quotecheck.archive import Archive, Writer, create
from quotecheck.matching.query import read_query
from quotecheck.model import Text

NAME: Final = "archiving"
STRETCH: Final = (3, 8)  # words that stay together
SENTENCE: Final = (8, 30)  # words
WORDS: Final = 400  # of a document
QUESTIONS: Final = 200
_PARAGRAPH: Final = 5  # sentences


@attrs.frozen(kw_only=True)
class Measured:
    """An archive, measured. Times are seconds; those of building are of the processor, the others by the clock too.

    Attributes:
        documents: How many it holds.
        tokens: Words, figures and signs in it.
        characters: Code points.
        build: Code points a processor second.
        build_voices: The same with who says what stored, of a smaller archive.
        text: Bytes of the documents, compressed.
        index: Bytes of everything else.
        first: Clock time of opening and the first question.
        later: Median clock time of a later question.
        later_processor: Median processor time of it.
        found: Share of the questions whose document is among the answers.
    """

    documents: int
    tokens: int
    characters: int
    build: float
    build_voices: float
    text: int
    index: int
    first: float
    later: float
    later_processor: float
    found: float


def documents(texts: Sequence[str], count: int, seed: int) -> Iterator[Text]:
    """Documents cut up from texts.

    Args:
        texts: Real ones.
        count: How many documents.
        seed: The same seed gives the same documents.
    """
    chance = random.Random(seed)
    words = [word for text in texts for word in re.findall(r"\S+", text)]
    for number in range(count):
        yield Source.from_text("\n\n".join(_paragraphs(words, chance)), id=f"{seed}/{number}")


def _paragraphs(words: Sequence[str], chance: random.Random) -> Iterator[str]:
    written = 0
    while written < WORDS:
        sentences = [_sentence(words, chance) for _ in range(_PARAGRAPH)]
        written += sum(map(len, sentences))
        yield " ".join(" ".join(sentence) for sentence in sentences)


def _sentence(words: Sequence[str], chance: random.Random) -> list[str]:
    wanted, sentence = chance.randint(*SENTENCE), list[str]()
    while len(sentence) < wanted:
        size = chance.randint(*STRETCH)
        first = chance.randrange(len(words) - size)
        sentence.extend(words[first : first + size])
    return [
        sentence[0].capitalize(),
        *(word.rstrip(".!?") for word in sentence[1:-1]),
        sentence[-1].rstrip(".!?") + ".",
    ]


def questions(texts: Sequence[str], count: int, seed: int) -> list[tuple[str, Statement]]:
    """Quotations of ten words with one changed, each with the id of the document that it comes from."""
    chance = random.Random(f"questions {seed}")
    wanted = set(chance.sample(range(count), min(QUESTIONS, count)))
    asked = []
    for number, text in enumerate(documents(texts, count, seed)):
        if number in wanted:
            words = text.content.split()
            first = chance.randrange(len(words) - 10)
            quoted = [*words[first : first + 4], "gladly", *words[first + 5 : first + 10]]
            asked.append((text.id, Statement(" ".join(quoted))))
    return asked


def measure(texts: Sequence[str], count: int, spoken: int) -> Measured:
    """Builds archives and asks them.

    Args:
        texts: Real texts, of which documents are made.
        count: Documents of the archive.
        spoken: Documents of the archive with who says what.
    """
    with tempfile.TemporaryDirectory() as work:
        plain, voiced = Path(work) / "plain", Path(work) / "voiced"
        seconds = _built(plain, documents(texts, count, 1), voices=False)
        seconds_voices = _built(voiced, documents(texts, spoken, 1), voices=True)
        asked = questions(texts, count, 1)
        began = time.perf_counter()
        with Archive(plain) as archive, Archive(voiced) as small:
            answers = [archive.likely(asked[0][1], read_query(asked[0][1].text))]
            first = time.perf_counter() - began
            clock, processor = [], []
            for _, statement in asked[1:]:
                before, before_processor = time.perf_counter(), time.process_time()
                answers.append(archive.likely(statement, read_query(statement.text)))
                clock.append(time.perf_counter() - before)
                processor.append(time.process_time() - before_processor)
            stats = archive.stats()
            return Measured(
                documents=len(archive),
                tokens=stats.tokens,
                characters=stats.characters,
                build=stats.characters / seconds,
                build_voices=small.stats().characters / seconds_voices,
                text=stats.text_bytes,
                index=stats.index_bytes,
                first=first,
                later=statistics.median(clock),
                later_processor=statistics.median(processor),
                found=statistics.mean(
                    id in {archive.stored(place).text.id for place in answer}
                    for (id, _), answer in zip(asked, answers, strict=True)
                ),
            )


def _built(directory: Path, texts: Iterator[Text], *, voices: bool) -> float:
    """Processor seconds of building an archive, without those of making up the texts."""
    create(directory, voices=voices)
    spent = 0.0

    def counted() -> Iterator[Text]:
        nonlocal spent
        while True:
            before = time.process_time()
            text = next(texts, None)
            spent += time.process_time() - before
            if text is None:
                return
            yield text

    def build() -> None:
        with Writer(directory) as writer:
            writer.add(counted())

    building = _seconds(build) - spent
    with Writer(directory) as writer:
        writer.merge()
    return building


def _seconds(work: Callable[[], None]) -> float:
    before = time.process_time()
    work()
    return time.process_time() - before


def report(one: Measured) -> str:
    """The table, as Markdown."""
    rows = [
        ("built, without voices", f"{one.build / 1e6:.2f} MB a processor second", "3 MB/s"),
        ("built, with voices", f"{one.build_voices / 1e6:.2f} MB a processor second", "0.8 MB/s"),
        ("index besides the text", f"{one.index / one.tokens:.2f} bytes a token", "6 bytes"),
        ("text, compressed", f"{one.text / one.characters:.2f} bytes a character", ""),
        ("opened and asked once", f"{one.first * 1e3:.0f} ms", "100 ms"),
        (
            "asked again, the middle one",
            f"{one.later * 1e3:.1f} ms ({one.later_processor * 1e3:.1f} ms of the processor)",
            "20 ms",
        ),
        ("one word of ten changed: its document among the answers", f"{one.found:.1%}", ""),
    ]
    head = f"{one.documents:,} documents, {one.tokens / 1e6:,.1f} million tokens, one process."
    return "\n".join([head, "", markdown(["an archive", "measured", "wanted"], rows)])


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the table and, with ``--out``, puts it into a page between its markers."""
    parser = argparse.ArgumentParser(prog=f"python -m benchmarks.{NAME}", description=__doc__)
    parser.add_argument("--texts", type=Path, required=True, help="folder of texts (*.txt) to cut documents from")
    parser.add_argument("--documents", type=int, default=20_000, help="default: %(default)s")
    parser.add_argument("--spoken", type=int, default=1_000, help="of them with voices; default: %(default)s")
    parser.add_argument("--out", type=Path, help="page to write the table into, between its markers")
    asked = parser.parse_args(arguments)
    texts = [path.read_text("utf-8") for path in sorted(asked.texts.glob("**/*.txt"))]
    write(NAME, report(measure(texts, asked.documents, asked.spoken)), asked.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
