"""What a code means, as a type: the rule, its examples, its message. No rule is defined here and nothing is judged."""

from __future__ import annotations

import string
from typing import Final

import attrs

from quotecheck.model import Code, Kind, Severity, Verdict

LONGEST_SHOWN: Final = 120
"""Code points of quoted words that a message shows; longer ones lose their middle."""

GAPS: Final = {
    "statement": "the statement's words that the finding speaks of",
    "source": "the source's words that the finding speaks of",
    "speaker": "the one the draft gives the words to",
    "said_by": "the one the source gives the words to",
    "relayed_by": "the one in whose speech the source quotes them",
    "cited": "the source or the place that the draft cites",
    "found": "the source or the place where the words stand",
    "why": "the reason, as half a sentence",
    "second": "what a second reading of the file has",
}
"""The gaps that a message may have, and what fills each."""


@attrs.frozen(kw_only=True)
class Example:
    """One check whose result a code promises. It is shown to users and run as a test.

    Attributes:
        statement: The words to check, without outer quotation marks.
        source: The text of the source, whose id is "source".
        kind: How the statement gives its words.
        speaker: Who is said to have said them; None if nobody is.
        source_speaker: The one whose words the whole source is; None if there is no such one.
        source_fidelity: How closely it keeps to what was said ("machine"); None for verbatim.
        source_emphasis: Words of it in italics or bold, in order; None if its format does not carry them.
        source_problem: Code of what its reader says of the source ("incomplete"); None if it was read whole.
        other_source: The text of a second source, whose id is "other"; None if there is none.
        other_version_of: Id of the source that the second one is another state of; None if of none.
        cites: Id of the source cited, perhaps with a place in it ("source, line 2"); None if none is.
        policy: Name of the policy in force.
        zone: What part of the draft the statement stands in.
        added_to: Words of the same speaker to which its cue says it was added; None if to none.
        answers: Another's words that its cue says it answers; None if it answers none.
        declares: What the draft says behind it, in brackets; None if nothing.
        emphasis: Words of the statement in italics or bold, in order.
        unclosed: True if the statement's quotation mark is never closed.
        term: True if it is marks round words that nobody is said to have said.
    """

    statement: str
    source: str
    kind: Kind = Kind.DIRECT
    speaker: str | None = None
    source_speaker: str | None = None
    source_fidelity: str | None = None
    source_emphasis: tuple[str, ...] | None = None
    source_problem: str | None = None
    other_source: str | None = None
    other_version_of: str | None = None
    cites: str | None = None
    policy: str = "news"
    zone: str = "body"
    added_to: str | None = None
    answers: str | None = None
    declares: str | None = None
    emphasis: tuple[str, ...] = ()
    unclosed: bool = False
    term: bool = False


@attrs.frozen(kw_only=True)
class Rule:
    """What a code means. An occurrence of it is a ``Finding``.

    Attributes:
        code: Which.
        verdict: The verdict that the finding comes with; None if it comes with no verdict, or with any.
        as_found: True if it comes with any verdict: the words and the speaker decide that elsewhere.
        severity: What an occurrence weighs under the ``news`` policy.
        summary: One sentence for the user.
        doc: A paragraph: what it says, why it matters, what to do, what stays silent.
        template: The message, with the gaps of ``GAPS``.
        template_added: The message where the words stand in the statement only; None if ``template`` serves.
        template_left_out: The message where the words stand in the source only; None if ``template`` serves.
        template_moved: The message where both sides show the same words; None if the summary serves.
        since: First version that judges it; None if it is reserved.
        fires: A check in which it is found; None if it is reserved, or cannot be shown with two short texts.
        silent: A near neighbour in which it is not found; None as above.
    """

    code: Code
    verdict: Verdict | None = None
    as_found: bool = attrs.field(default=False)
    severity: Severity
    summary: str
    doc: str
    template: str
    template_added: str | None = None
    template_left_out: str | None = None
    template_moved: str | None = None
    since: str | None = None
    fires: Example | None = None
    silent: Example | None = None

    @as_found.validator
    def _one_or_the_other(self, _: object, as_found: bool) -> None:
        if as_found and self.verdict is not None:
            raise ValueError(f"{self.code.value} comes with {self.verdict.value}, so not with any verdict")

    @property
    def name(self) -> str:
        """The code's name in the contract: "polarity"."""
        return self.code.slug

    @property
    def bearing(self) -> str:
        """The verdict it comes with, in words: "absent", "as found" or "none"."""
        if self.verdict is not None:
            return self.verdict.value
        return "as found" if self.as_found else "none"

    @property
    def gaps(self) -> frozenset[str]:
        """Names of the gaps in any of its messages."""
        templates = (
            self.template, self.template_added or "", self.template_left_out or "", self.template_moved or "",
        )  # fmt: skip
        return frozenset(name for one in templates for _, name, _, _ in string.Formatter().parse(one) if name)

    def message(self, **gaps: str) -> str:
        """The sentence that an occurrence says.

        Args:
            **gaps: What fills the gaps, by the names of ``GAPS``; more than the message needs may be given. Where
                ``statement`` or ``source`` is empty, the message for added or left-out words is used, if there is one.

        Returns:
            The message; the summary where a gap of it would stay empty, or where both sides would show the same and no
            message is for that.

        Raises:
            ValueError: if a gap of the message is not given.
        """
        template = self._template(gaps)
        needed = {name for _, name, _, _ in string.Formatter().parse(template) if name}
        if missing := sorted(needed - gaps.keys()):
            raise ValueError(f"the message of {self.code.value} needs {', '.join(missing)}")
        filled = {name: shortened(gaps[name]) for name in needed}
        if not all(filled.values()):
            return self.summary
        alike = {"statement", "source"} <= needed and filled["statement"] == filled["source"]
        return ((self.template_moved or self.summary) if alike else template).format(**filled)

    def _template(self, gaps: dict[str, str]) -> str:
        statement, source = gaps.get("statement", "").strip(), gaps.get("source", "").strip()
        if self.template_added and statement and not source:
            return self.template_added
        if self.template_left_out and source and not statement:
            return self.template_left_out
        return self.template


def shortened(words: str) -> str:
    """``words`` on one line, without outer quotation marks, for the message has its own; one that pairs stays.

    Longer ones than ``LONGEST_SHOWN`` code points lose their middle.
    """
    if len(words) > 4 * LONGEST_SHOWN:  # so that a page of words costs no more than a line
        words = f"{words[: 2 * LONGEST_SHOWN]} {words[-2 * LONGEST_SHOWN :]}"
    whole = " ".join(words.split())
    line = whole.strip('“”„«»" ')
    if whole.endswith("”") and line.count("“") > line.count("”"):  # "nothing bears out “1989”"
        line += "”"
    if len(line) <= LONGEST_SHOWN:
        return line
    half = LONGEST_SHOWN // 2 - 2
    return f"{line[:half].rstrip()} … {line[-half:].lstrip()}"
