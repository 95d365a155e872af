"""QC200 to QC208: the meaning is the source's, the words are not."""

from __future__ import annotations

from typing import Final

from quotecheck.model import Code, Kind, Severity, Verdict
from quotecheck.verdicts.rules.rule import Example, Rule

REPORTED: Final = Rule(
    code=Code.REPORTED,
    verdict=Verdict.PARAPHRASED,
    severity=Severity.NONE,
    summary="The source supports this indirect statement.",
    doc=(
        "Reported speech or a claim, without quotation marks, that says what the source says: same proposition, same "
        "polarity, same figures, same people in the same roles, same strength. There is nothing to do. "
        "For words in quotation marks the same is a fault: QC201."
    ),
    template="The source supports this: “{source}”.",
    since="0.1",
    fires=Example(
        statement="the library will be closed two days a week",
        kind=Kind.INDIRECT,
        speaker="Ada Brook",
        source="“We will close the library two days a week,” Ada Brook said.",
    ),
    silent=Example(
        statement="the library will be closed two days a week",
        kind=Kind.INDIRECT,
        speaker="Ada Brook",
        source="“We will not close the library two days a week,” Ada Brook said.",
    ),
)

ALTERED_QUOTATION: Final = Rule(
    code=Code.ALTERED_QUOTATION,
    verdict=Verdict.PARAPHRASED,
    severity=Severity.ERROR,
    summary="Words in quotation marks differ from the source's, with the meaning kept.",
    doc=(
        "Quotation marks promise the speaker's words, and these are not: a word was put for another, added or moved. "
        "Put the source's words back, take the changed ones out of the marks, or bracket them. It stays silent where "
        "the difference is a convention (QC101 to QC113) and where it turns the meaning: that is QC402 to QC406, "
        "which weigh more. Words left out, with nothing else changed, are QC202."
    ),
    template="The source says “{source}”; the quotation says “{statement}”.",
    template_added="The source does not have “{statement}”.",
    template_left_out="The quotation leaves out “{source}”.",
    since="0.1",
    fires=Example(
        statement="We must fix the roads quickly",
        speaker="Ada Brook",
        source="“We must mend the roads quickly,” Ada Brook said.",
    ),
    silent=Example(
        statement="We must [fix] the roads quickly",
        speaker="Ada Brook",
        source="“We must mend the roads quickly,” Ada Brook said.",
    ),
)

UNMARKED_OMISSION: Final = Rule(
    code=Code.UNMARKED_OMISSION,
    verdict=Verdict.PARAPHRASED,
    severity=Severity.ERROR,
    summary="Words are left out of the quotation and no ellipsis says so.",
    doc=(
        "All words of the quotation are the source's, in order, but others stood between them. Put an ellipsis, quote "
        "the two pieces apart, or put the words back. It stays silent at the two ends of a quotation, where no dots "
        "are needed, and for words that the policy lets go (QC106). If what is left out negates or limits the rest, "
        "it is QC402, QC405 or QC408."
    ),
    template="“{source}” is left out here and no ellipsis says so.",
    since="0.1",
    fires=Example(
        statement="The old school will be pulled down in June",
        speaker="Ada Brook",
        source="“The old school on the hill will be pulled down in June,” Ada Brook said.",
    ),
    silent=Example(
        statement="The old school … will be pulled down in June",
        speaker="Ada Brook",
        source="“The old school on the hill will be pulled down in June,” Ada Brook said.",
    ),
)

PROMOTED_PARAPHRASE: Final = Rule(
    code=Code.PROMOTED_PARAPHRASE,
    verdict=Verdict.PARAPHRASED,
    severity=Severity.ERROR,
    summary="In quotation marks here, but the source only reports it in its own words.",
    doc=(
        "The source says that she said something; its words are the reporter's, and nobody knows hers from it. Take "
        "the marks away, or find a source that quotes. It "
        "stays silent for the parts that the source itself sets in marks. "
        "Narration that the source gives to nobody is QC303."
    ),
    template="The source reports this in its own words and does not quote them: “{source}”.",
    since="0.1",
    fires=Example(
        statement="the library would close two days a week",
        speaker="Ada Brook",
        source="Ada Brook told the council that the library would close two days a week. Nobody objected.",
    ),
    silent=Example(
        statement="the library would close two days a week",
        speaker="Ada Brook",
        source="Ada Brook told the council that “the library would close two days a week”. Nobody objected.",
    ),
)

GRAMMAR_REPAIRED: Final = Rule(
    code=Code.GRAMMAR_REPAIRED,
    verdict=Verdict.PARAPHRASED,
    severity=Severity.WARNING,
    summary="Agreement, a slip of tense or an article was put right, and no content word.",
    doc=(
        "The source has “we was” and the quotation “we were”. Some houses repair silently, others print what was said "
        "or paraphrase. It stays silent where a tense says another time or an article "
        "another thing: those are no slips."
    ),
    template="The source says “{source}”; the quotation repairs it to “{statement}”.",
    since="0.1",
    fires=Example(
        statement="We were told that the mill burned",
        speaker="Ada Brook",
        source="“We was told that the mill burned,” Ada Brook said.",
    ),
    silent=Example(
        statement="We mended the roof of the mill",
        speaker="Ada Brook",
        source="“We mend the roof of the mill,” Ada Brook said.",
    ),
)

TYPO_CORRECTED: Final = Rule(
    code=Code.TYPO_CORRECTED,
    verdict=Verdict.EXACT,
    severity=Severity.NOTE,
    summary="An obvious slip of the source's spelling was put right.",
    doc="The source has “recieve” and the quotation “receive”. It stays silent where the source's form is a "
    "word of its own (form and farm): that is QC201.",
    template="The source's “{source}” was put right to “{statement}”.",
    since="0.1",
    fires=Example(
        statement="We will receive the keys of the mill",
        speaker="Ada Brook",
        source="“We will recieve the keys of the mill,” Ada Brook said.",
    ),
    silent=Example(
        statement="They signed the farm over to the guild in the end",
        speaker="Ada Brook",
        source="“They signed the form over to the guild in the end,” Ada Brook said.",
    ),
)

FALSE_SIC: Final = Rule(
    code=Code.FALSE_SIC,
    as_found=True,
    severity=Severity.ERROR,
    summary="[sic] stands on a slip that the source does not have.",
    doc=(
        "[sic] says that the fault is the source's. Here the source has the word otherwise, so the fault is the "
        "draft's, and the mark blames the wrong one. Put the source's word and take the mark away. It stays silent "
        "where the source has the very word before the mark."
    ),
    template="The source has “{source}”: the slip that [sic] marks is not its own.",
    since="0.1",
    fires=Example(
        statement="They was [sic] glad of the rain",
        speaker="Ada Brook",
        source="“They were glad of the rain,” Ada Brook said.",
    ),
    silent=Example(
        statement="They was [sic] glad of the rain",
        speaker="Ada Brook",
        source="“They was glad of the rain,” Ada Brook said.",
    ),
)

FALSE_DECLARATION: Final = Rule(
    code=Code.FALSE_DECLARATION,
    verdict=Verdict.PARAPHRASED,
    severity=Severity.ERROR,
    summary="A declaration stands there, yet other words changed too.",
    doc=(
        "(cleaned up), (citations omitted) and (emphasis added) each allow one kind of change. More was changed. "
        "Restore the words, or mark each change by itself. It stays silent where only what is declared differs "
        "(QC111), and where what changed turns the meaning: that weighs more (QC402 to QC408)."
    ),
    template="“{cited}” does not cover this: the source has “{source}” where the quotation has “{statement}”.",
    template_added="“{cited}” does not cover this: the source does not have “{statement}”.",
    template_left_out="“{cited}” does not cover this: “{source}” is left out.",
    since="0.1",
    fires=Example(
        statement="The duty is plain and it binds each guild",
        speaker="Ada Brook",
        source="The duty is plain, Brook v. Cole, 12 U.S. 3, 4 (1999), and it binds every guild.",
        source_speaker="Ada Brook",
        declares="(cleaned up)",
    ),
    silent=Example(
        statement="The duty is plain and it binds every guild",
        speaker="Ada Brook",
        source="The duty is plain, Brook v. Cole, 12 U.S. 3, 4 (1999), and it binds every guild.",
        source_speaker="Ada Brook",
        declares="(cleaned up)",
    ),
)

UNDECLARED_EMPHASIS: Final = Rule(
    code=Code.UNDECLARED_EMPHASIS,
    as_found=True,
    severity=Severity.NOTE,
    summary="Italics or bold that the source does not have.",
    doc=(
        "Say (emphasis added), or take it away. Only between formats that carry italics and bold: Markdown, web pages, "
        "Word documents, plain text with its marks. It stays silent where the source stresses the words too, where the "
        "whole quotation is set in italics, and for what is named and not stressed: a title, a ship."
    ),
    template="“{statement}” is stressed here and not in the source.",
    since="0.1",
    fires=Example(
        statement="We will not sell the harbour",
        speaker="Ada Brook",
        source="“We will not sell the harbour,” Ada Brook said.",
        source_emphasis=(),
        emphasis=("not",),
    ),
    silent=Example(
        statement="We will not sell the harbour",
        speaker="Ada Brook",
        source="“We will not sell the harbour,” Ada Brook said.",
        source_emphasis=("not",),
        emphasis=("not",),
    ),
)

ALTERED: Final = (
    REPORTED,
    ALTERED_QUOTATION,
    UNMARKED_OMISSION,
    PROMOTED_PARAPHRASE,
    GRAMMAR_REPAIRED,
    TYPO_CORRECTED,
    FALSE_SIC,
    FALSE_DECLARATION,
    UNDECLARED_EMPHASIS,
)
