"""Saved web pages: the article's words with the way back into the file. Nothing is fetched, no script is run."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import attrs

from quotecheck.model.errors import ReadingError
from quotecheck.model.problems import Problem
from quotecheck.model.spans import Origin
from quotecheck.model.texts import Text
from quotecheck.reading.encodings import Decoded, decode, not_text
from quotecheck.reading.html.about import about
from quotecheck.reading.html.article import article_of
from quotecheck.reading.html.blocks import Block, Page, read_page
from quotecheck.reading.html.charset import declared_encoding
from quotecheck.reading.html.laid_out import lay_out
from quotecheck.reading.html.oracle import chosen_by_oracle
from quotecheck.reading.html.walls import walls
from quotecheck.reading.transcripts.podcast_page import looks_like_podcast
from quotecheck.reading.transcripts.podcast_page import read as read_podcast


def read(data: bytes, name: str) -> Text:
    """The text of a page.

    Args:
        data: The file's bytes.
        name: Its name, for messages; also the text's id.

    Returns:
        A text whose content is the article as it stands to be read: paragraphs with an empty line between them, each
        table row one, its cells with tabs between. Offsets into the file count its decoded characters.

    Raises:
        ReadingError: if the bytes are no text (code "not-text") or the page shows none (code "no-text").
    """
    decoded = decode(data, declared=declared_encoding(data))
    if decoded is None:
        raise not_text(name)
    if looks_like_podcast(decoded.text) and (talk := read_podcast(data, decoded, name)) is not None:
        return talk
    page = read_page(decoded.text)
    if not page.blocks and data.strip():
        message = "the page holds no words: scripts put it together; save it as the browser shows it"
        raise ReadingError(message, path=name, code="no-text")
    own = article_of(page)
    kept = chosen_by_oracle(decoded.text, page, own) or own
    plain = Origin.of_plain(decoded.text)
    known = about(page)
    return attrs.evolve(
        _laid_out(kept, plain, name),
        path=name,
        sha256=hashlib.sha256(data).hexdigest(),
        title=known.title or next((block.text for block in kept if block.heading == 1), None),
        author=known.author,
        date=known.date,
        language=known.language,
        problems=tuple(_problems(decoded, page, kept, plain, name)),
    )


def read_fragment(markup: str, name: str) -> Text:
    """The text of a piece of HTML that is all of one work: every block of it is kept.

    Args:
        markup: What an editor keeps of a draft, or of one paragraph of it.
        name: The text's id.
    """
    return _laid_out(read_page(markup).blocks, Origin.of_plain(markup), name)


def _laid_out(kept: Sequence[Block], plain: Origin, name: str) -> Text:
    laid = lay_out(kept)
    return Text(
        content=laid.content,
        id=name,
        origin=Origin(
            line_starts=plain.line_starts,
            runs=laid.runs,
            paragraphs=tuple((start, number) for number, start in enumerate(laid.starts, 1)),
        ),
        blocks=laid.quotations,
        emphases=laid.stressed,
        zones=laid.zones,
        annotations=laid.links,
    )


def _problems(decoded: Decoded, page: Page, kept: tuple[Block, ...], plain: Origin, name: str) -> list[Problem]:
    found = []
    if decoded.guess is not None:
        found.append(_problem(decoded.guess, "encoding-guessed", name, plain, decoded.fault))
    if page.cut is not None:
        message = "the page breaks off in a tag, a comment or a script: nothing after it is read"
        found.append(_problem(message, "incomplete", name, plain, page.cut))
    found.extend(_problem(message, "incomplete", name, plain, None) for message in walls(page, kept, about(page)))
    return found


def _problem(message: str, code: str, name: str, plain: Origin, at: int | None) -> Problem:
    if at is None:
        return Problem(message=message, code=code, path=name)
    place = plain.place(at)
    return Problem(message=message, code=code, path=name, line=place.line, column=place.column)
