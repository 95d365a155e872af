"""QC301 to QC307: who said it, and where."""

from __future__ import annotations

from typing import Final

from quotecheck.model import Code, Severity, Verdict
from quotecheck.verdicts.rules.rule import Example, Rule

WRONG_SPEAKER: Final = Rule(
    code=Code.WRONG_SPEAKER,
    verdict=Verdict.MISATTRIBUTED,
    severity=Severity.ERROR,
    summary="The words are in the source, but another speaker said them.",
    doc=(
        "The message names the one whom the source gives the words to. Put that name, or look for the passage you "
        "meant: the alternatives list others. Two mentions are one speaker if the source ties them (full and last "
        "name, role, initials, accents, an organisation and its acronym), and that stays silent; two people who share "
        "a last name are two. If the source does not say who spoke, it is QC304."
    ),
    template="{said_by} said this, not {speaker}.",
    since="0.1",
    fires=Example(
        statement="The tunnel will be late",
        speaker="Ben Cole",
        source="“The tunnel will be late,” Ada Brook said. “The bridge will not,” Ben Cole answered.",
    ),
    silent=Example(
        statement="The tunnel will be late",
        speaker="Mayor Brook",
        source="“The tunnel will be late,” Mayor Ada Brook said. “The bridge will not,” Ben Cole answered.",
    ),
)

WRONG_SOURCE: Final = Rule(
    code=Code.WRONG_SOURCE,
    verdict=Verdict.MISATTRIBUTED,
    severity=Severity.ERROR,
    summary="The words are in another source than the one cited.",
    doc=(
        "The draft cites one source and the words stand in another, which the message names. Correct the citation. It "
        "stays silent where the cited source has the words too, wherever else they stand, and where nothing is cited."
    ),
    template="This stands in {found}, not in {cited}.",
    since="0.1",
    fires=Example(
        statement="The lake has risen by a metre",
        source="The board met on Monday and spoke of boats.",
        other_source="“The lake has risen by a metre,” Ada Brook said.",
        speaker="Ada Brook",
        cites="source",
    ),
    silent=Example(
        statement="The lake has risen by a metre",
        source="The board met on Monday and spoke of boats.",
        other_source="“The lake has risen by a metre,” Ada Brook said.",
        speaker="Ada Brook",
        cites="other",
    ),
)

NARRATION: Final = Rule(
    code=Code.NARRATION,
    verdict=Verdict.MISATTRIBUTED,
    severity=Severity.ERROR,
    summary="These are the source's own words, given to a speaker.",
    doc=(
        "The reporter wrote this sentence; nobody is quoted as saying it. Take the marks and the name away, or give it "
        "to the paper. It stays silent where the whole text is one person's (a speech, a letter, an essay): then its "
        "words are that person's. Words that the source reports somebody to have said are QC203."
    ),
    template="This is the source's own narration; {speaker} is not quoted there.",
    since="0.1",
    fires=Example(
        statement="The factory has stood empty for eleven years",
        speaker="Ada Brook",
        source="The factory has stood empty for eleven years. “We will find a buyer,” Ada Brook said.",
    ),
    silent=Example(
        statement="The factory has stood empty for eleven years",
        speaker="Ada Brook",
        source="The factory has stood empty for eleven years. We will find a buyer.",
        source_speaker="Ada Brook",
    ),
)

SPEAKER_UNCONFIRMED: Final = Rule(
    code=Code.SPEAKER_UNCONFIRMED,
    as_found=True,
    severity=Severity.WARNING,
    summary="The source has the words and does not say who spoke them.",
    doc=(
        "Nothing in the sources gives these words to anyone else, and nothing confirms the name. Find a source that "
        "names the speaker, or say how you know. It stays silent where the draft names nobody (QC502) and where the "
        "source does name one."
    ),
    template="The source does not say that {speaker} said this.",
    since="0.1",
    fires=Example(
        statement="Keep the lights on until dawn",
        speaker="Ada Brook",
        source="A note was pinned to the door. “Keep the lights on until dawn.”",
    ),
    silent=Example(
        statement="Keep the lights on until dawn",
        speaker="Ada Brook",
        source="Ada Brook pinned up a note. “Keep the lights on until dawn,” she said.",
    ),
)

RELAYED: Final = Rule(
    code=Code.RELAYED,
    verdict=Verdict.EXACT,
    severity=Severity.WARNING,
    summary="The source quotes these words as someone's within another's speech.",
    doc=(
        "She quotes him. The words are rightly his, for she gives them as his, and rightly hers, for she spoke them; "
        "but they reached us through her, and a reader should know. Name both. It stays silent for words that are "
        "quoted at first hand; where she only reports him, in her own words, quoting him is QC203."
    ),
    template="In the source {relayed_by} quotes {said_by} here; name both.",
    since="0.1",
    fires=Example(
        statement="the mill is finished",
        speaker="Ben Cole",
        source="“My partner Ben Cole told me, ‘the mill is finished,’ and I believed him,” Ada Brook said.",
    ),
    silent=Example(
        statement="I believed him",
        speaker="Ada Brook",
        source="“My partner Ben Cole told me, ‘the mill is finished,’ and I believed him,” Ada Brook said.",
    ),
)

WRONG_PLACE: Final = Rule(
    code=Code.WRONG_PLACE,
    as_found=True,
    severity=Severity.WARNING,
    summary="The right words, but at another page, paragraph, line or time than the one cited.",
    doc=(
        "A reader who opens the cited place will not find them; the message says where they are. Correct the place. "
        "It stays silent where the words stand at the cited place too."
    ),
    template="This stands at {found}, not at {cited}.",
    since="0.1",
    fires=Example(
        statement="The mill closes next year",
        speaker="Ada Brook",
        source="It rained.\n“The mill closes next year,” Ada Brook said.",
        cites="source, line 1",
    ),
    silent=Example(
        statement="The mill closes next year",
        speaker="Ada Brook",
        source="It rained.\n“The mill closes next year,” Ada Brook said.",
        cites="source, line 2",
    ),
)

OTHER_VERSION: Final = Rule(
    code=Code.OTHER_VERSION,
    as_found=True,
    severity=Severity.NOTE,
    summary="It stands in an earlier or later state of the source.",
    doc=(
        "The page changed after it was quoted, or before. The manifest says which sources are states of one another "
        "(version_of), and the message names the state that has the words. Say which state you quote. It stays silent "
        "where the current state has the words too, and where the draft cites the state that has them."
    ),
    template="This stands in another state of the source: {found}.",
    since="0.1",
    fires=Example(
        statement="The school will open in May",
        speaker="Ada Brook",
        source="“The school will open in June,” Ada Brook said.",
        other_source="“The school will open in May,” Ada Brook said.",
        other_version_of="source",
    ),
    silent=Example(
        statement="The school will open in June",
        speaker="Ada Brook",
        source="“The school will open in June,” Ada Brook said.",
        other_source="“The school will open in June,” Ada Brook said. It rained.",
        other_version_of="source",
    ),
)

SPEAKERS: Final = (
    WRONG_SPEAKER,
    WRONG_SOURCE,
    NARRATION,
    SPEAKER_UNCONFIRMED,
    RELAYED,
    WRONG_PLACE,
    OTHER_VERSION,
)
