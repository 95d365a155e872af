"""QC401 to QC411: what is not there, or says something else."""

from __future__ import annotations

from typing import Final

from quotecheck.model import Code, Severity, Verdict
from quotecheck.verdicts.rules.rule import Example, Rule

NOT_FOUND: Final = Rule(
    code=Code.NOT_FOUND,
    verdict=Verdict.ABSENT,
    severity=Severity.ERROR,
    summary="Nothing like it is in the sources.",
    doc=(
        "The whole of every source was looked through, and neither these words nor others that say the same are there. "
        "Check that the right source was given, then where the words came from. It "
        "stays silent for a source that could not be read, which is a problem, and for words that are there with a "
        "change that turns their meaning: QC402 to QC406."
    ),
    template="Nothing like this is in the sources.",
    since="0.1",
    fires=Example(
        statement="Every child deserves a garden of her own",
        speaker="Ada Brook",
        source="“The tunnel will be late,” Ada Brook said. The council meets again on Monday.",
    ),
    silent=Example(
        statement="The tunnel will be late",
        speaker="Ada Brook",
        source="“The tunnel will be late,” Ada Brook said. The council meets again on Monday.",
    ),
)

POLARITY: Final = Rule(
    code=Code.POLARITY,
    verdict=Verdict.ABSENT,
    severity=Severity.ERROR,
    summary="A negation was added, dropped or moved, or a word put for its opposite.",
    doc=(
        "One small word turns a sentence round, however much of the rest agrees; directions count too (rose and fell, "
        "won and lost, accepted and rejected). Put the source's words back. It stays silent where two forms say the "
        "same: don't and do not, not unless and only if."
    ),
    template="This turns the meaning round: the source says “{source}”, the statement “{statement}”.",
    template_added="This turns the meaning round: the source does not have “{statement}”.",
    template_left_out="This turns the meaning round: the source's “{source}” is left out.",
    template_moved="This turns the meaning round: “{statement}” stands at another place in the source.",
    since="0.1",
    fires=Example(
        statement="We will sell the forest",
        speaker="Ada Brook",
        source="“We will not sell the forest,” Ada Brook said.",
    ),
    silent=Example(
        statement="We’ll not sell the forest",
        speaker="Ada Brook",
        source="“We'll not sell the forest,” Ada Brook said.",
    ),
)

FIGURE: Final = Rule(
    code=Code.FIGURE,
    verdict=Verdict.ABSENT,
    severity=Severity.ERROR,
    summary="A number, date, amount, unit or ordinal has another value.",
    doc=(
        "Figures are compared by value and by unit: $10.0 million is not $100 million, 2027 not 2028, 5 % not 6 %, 1½ "
        "not 11/2, miles not kilometres. Put the source's figure. It stays silent where the value is the same and "
        "only its writing differs: 10,000 and 10 000, a space before the per-cent sign."
    ),
    template="The source has the figure “{source}”; the statement has “{statement}”.",
    template_added="The source does not have the figure “{statement}”.",
    template_left_out="The source's figure “{source}” is left out.",
    since="0.1",
    fires=Example(
        statement="The dam will cost $100 million",
        speaker="Ada Brook",
        source="“The dam will cost $10.0 million,” Ada Brook said.",
    ),
    silent=Example(
        statement="The dam will cost $10.0\u00a0million",
        speaker="Ada Brook",
        source="“The dam will cost $10.0 million,” Ada Brook said.",
    ),
)

NAME_OR_ROLE: Final = Rule(
    code=Code.NAME_OR_ROLE,
    verdict=Verdict.ABSENT,
    severity=Severity.ERROR,
    summary="A name differs, or who did what to whom is turned round.",
    doc=(
        "A person, place, organisation or nationality in the statement is another than in the source, or the one who "
        "acted and the one acted upon have changed places. Put it right; a wrong name is where libel begins. It stays "
        "silent for two spellings or two forms of one name (QC108), and for the passive voice that keeps the roles."
    ),
    template="The source says “{source}”; the statement says “{statement}”.",
    template_added="The source does not name “{statement}” here.",
    template_left_out="The source names “{source}” here; the statement leaves it out.",
    template_moved="“{statement}” stands at another place in the source: who did what to whom is turned round.",
    since="0.1",
    fires=Example(
        statement="We bought the vaccines from Norway",
        speaker="Ada Brook",
        source="“We bought the vaccines from Sweden,” Ada Brook said.",
    ),
    silent=Example(
        statement="We bought the medicines from Sweden",
        speaker="Ada Brook",
        source="“We bought the vaccines from Sweden,” Ada Brook said.",
    ),
)

STRENGTH: Final = Rule(
    code=Code.STRENGTH,
    verdict=Verdict.ABSENT,
    severity=Severity.ERROR,
    summary="It claims more or less than the source: may and will, some and all, only, before and after.",
    doc=(
        "The proposition is the source's and its strength is not: a possibility became a certainty, some became all, a "
        "plan a deed, an allegation a fact; or “only”, “always”, “first”, “more than”, “before” came or went. Put the "
        "source's word. It stays silent where two words claim the same (can and is able to)."
    ),
    template="The source says “{source}”; the statement says “{statement}”.",
    template_added="The source does not say “{statement}”: that claims more, or less.",
    template_left_out="The source's “{source}” is left out: that claims more, or less.",
    template_moved="“{statement}” stands at another place in the source: that claims more, or less.",
    since="0.1",
    fires=Example(
        statement="The mine will close next year",
        speaker="Ada Brook",
        source="“The mine may close next year,” Ada Brook said.",
    ),
    silent=Example(
        statement="The mine will close next year",
        speaker="Ada Brook",
        source="“I think the mine will close next year,” Ada Brook said.",
    ),
)

SPLICED: Final = Rule(
    code=Code.SPLICED,
    verdict=Verdict.ABSENT,
    severity=Severity.ERROR,
    summary="Parts of different speakers, or of separate statements, are joined as one quotation.",
    doc=(
        "Each piece is in the source; nobody said the whole. An ellipsis may stand for words of the same speaker's "
        "same utterance only. Quote the pieces apart, each with its speaker. It stays silent where the source merely "
        "interrupts one utterance with an attribution (QC105)."
    ),
    template="“{statement}” joins what different people said, or what was said apart.",
    since="0.1",
    fires=Example(
        statement="The tunnel will be late … we shall need ferries",
        speaker="Ada Brook",
        source="“The tunnel will be late,” Ada Brook said. “Then we shall need ferries,” Ben Cole answered.",
    ),
    silent=Example(
        statement="The tunnel will be late … we shall need ferries",
        speaker="Ada Brook",
        source="“The tunnel will be late,” Ada Brook said. “Then we shall need ferries.”",
    ),
)

CUT_SHORT: Final = Rule(
    code=Code.CUT_SHORT,
    verdict=Verdict.EXACT,
    severity=Severity.ERROR,
    summary="Word for word, but cut off from what limits or negates it.",
    doc=(
        "The quotation stops before an “if”, “unless”, “except” or “without” that belongs to its clause, or begins "
        "after the negation that governs it, or leaves the phrase that a universal bears on. Quote the whole clause. "
        "It stays silent for "
        "a clause that stands on its own, whatever its neighbours, and for statements without quotation marks."
    ),
    template="The quotation leaves out “{source}”, which limits or negates it.",
    since="0.1",
    fires=Example(
        statement="We will sell the forest",
        speaker="Ada Brook",
        source="“We will sell the forest if the court allows it,” Ada Brook said.",
    ),
    silent=Example(
        statement="We will sell the forest",
        speaker="Ada Brook",
        source="“We will sell the forest, and the court allows it,” Ada Brook said.",
    ),
)

OMISSION_CHANGES_MEANING: Final = Rule(
    code=Code.OMISSION_CHANGES_MEANING,
    verdict=Verdict.ABSENT,
    severity=Severity.ERROR,
    summary="The words under an ellipsis or bracket negate, limit or reverse what is left.",
    doc=(
        "The dots are marked as they should be, and what they hide changes the sense: a “not”, a condition, a change "
        "of subject, the end of one clause and the beginning of another. Put the words back. It stays silent where "
        "the omitted words only add (QC103)."
    ),
    template="What is left out here changes the sense: “{source}”.",
    since="0.1",
    fires=Example(
        statement="I support the tax … in every town",
        speaker="Ada Brook",
        source="“I support the tax only as a last resort, and never in every town,” Ada Brook said.",
    ),
    silent=Example(
        statement="I support the tax … in every town",
        speaker="Ada Brook",
        source="“I support the tax on empty houses, and I do so in every town,” Ada Brook said.",
    ),
)

LIMITED: Final = Rule(
    code=Code.LIMITED,
    as_found=True,
    severity=Severity.NOTE,
    summary="A hedge stood before it, or a sentence after it limits it.",
    doc=(
        "“I think” or “perhaps” came before, or “but we …” and “However” came after. The words are right; ask whether "
        "the reader should have the limit too. It stays silent for neighbours that only add, and for statements "
        "without quotation marks."
    ),
    template="The source limits this with “{source}”.",
    since="0.1",
    fires=Example(
        statement="the mine will close next year",
        speaker="Ada Brook",
        source="“I think the mine will close next year,” Ada Brook said.",
    ),
    silent=Example(
        statement="The mine will close next year",
        speaker="Ada Brook",
        source="“The mine will close next year, and the pub with it,” Ada Brook said.",
    ),
)

FORCE: Final = Rule(
    code=Code.FORCE,
    as_found=True,
    severity=Severity.WARNING,
    summary="A question, order or condition is quoted as a statement, or the reverse.",
    doc=(
        "Same words, other force: “They knew?” is not “They knew.” Put the source's mark or condition back. It stays "
        "silent where a comma or a full stop closes the quotation (QC102)."
    ),
    template=(
        "A question, an order or a condition stands against a plain statement: the source has “{source}”, the "
        "quotation “{statement}”."
    ),
    since="0.1",
    fires=Example(
        statement="They knew about the leak.",
        speaker="Ada Brook",
        source="“They knew about the leak?” Ada Brook asked.",
    ),
    silent=Example(
        statement="They knew about the leak.",
        speaker="Ada Brook",
        source="“They knew about the leak,” Ada Brook said.",
    ),
)

SEQUENCE: Final = Rule(
    code=Code.SEQUENCE,
    as_found=True,
    severity=Severity.WARNING,
    summary="“He added” or “in reply” against the source's order or question.",
    doc=(
        "The draft says that one thing followed or answered another (“she added”, “he replied”, “asked about the "
        "mill, she said”); in the source it came first, or answers another question. Tell them in order, or put "
        "“said”. It is looked for where both stand word for word, once each, in a record of speech or in one paragraph "
        "of a report, and stays silent elsewhere: a report has an order of its own."
    ),
    template="In the source it does not follow “{source}”: {why}.",
    since="0.1",
    fires=Example(
        statement="We will sell the mill in spring",
        speaker="Ada Brook",
        added_to="Nobody has to fear for his work",
        source="We will sell the mill in spring. I say it plainly. Nobody has to fear for his work.",
        source_speaker="Ada Brook",
    ),
    silent=Example(
        statement="Nobody has to fear for his work",
        speaker="Ada Brook",
        added_to="We will sell the mill in spring",
        source="We will sell the mill in spring. I say it plainly. Nobody has to fear for his work.",
        source_speaker="Ada Brook",
    ),
)

MEANING: Final = (
    NOT_FOUND,
    POLARITY,
    FIGURE,
    NAME_OR_ROLE,
    STRENGTH,
    SPLICED,
    CUT_SHORT,
    OMISSION_CHANGES_MEANING,
    LIMITED,
    FORCE,
    SEQUENCE,
)
