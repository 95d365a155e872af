"""The closed sets that the contract fixes: verdicts, outcomes, severities, kinds, codes."""

from __future__ import annotations

import enum


class Verdict(enum.Enum):
    """What is true of a statement's words and speaker."""

    EXACT = "exact"
    PARAPHRASED = "paraphrased"
    MISATTRIBUTED = "misattributed"
    ABSENT = "absent"


class Outcome(enum.Enum):
    """What the policy makes of a result."""

    FAIL = "fail"
    WARN = "warn"
    PASS = "pass"
    UNCHECKED = "unchecked"
    SKIPPED = "skipped"


class Severity(enum.Enum):
    """How much a finding weighs under a policy; ``NONE`` is allowed silently."""

    NONE = "none"
    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        """0 for ``NONE`` up to 3 for ``ERROR``."""
        return list(Severity).index(self)

    @property
    def milder(self) -> Severity:
        """One step less; ``NONE`` stays."""
        return list(Severity)[max(0, self.rank - 1)]


class Kind(enum.Enum):
    """How a statement gives its content."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class CueKind(enum.Enum):
    """What the cue of a statement without marks says of its content: said, thought, or no proposition of its own."""

    SPEECH = "speech"
    """Somebody said so ("said that", "according to")."""
    THOUGHT = "thought"
    """Somebody thinks, knows or feels so ("believes that", "hopes")."""
    DENIAL = "denial"
    """Somebody said that it is not so ("denied that")."""
    UNSAID = "unsaid"
    """Somebody did not say so ("never said that")."""
    STANCE = "stance"
    """Somebody wants, praises, opposes or asks for it ("vowed to", "endorsed", "his support for")."""
    HEARSAY = "hearsay"
    """It looks so, or people nobody names hold it ("seems to", "is expected to", "reportedly")."""


class Tie(enum.Enum):
    """What a draft's cue says of the words that a quotation follows."""

    ADDED = "added"
    """The same speaker's words, to which he added these ("she added", "went on")."""
    ANSWERED = "answered"
    """Another's words, which these answer ("he replied", "in reply")."""
    ASKED = "asked"
    """What was asked ("asked about the mill, she said")."""


class Claims(enum.Enum):
    """Which statements of a draft are checked."""

    ATTRIBUTED = "attributed"
    """Those given to somebody, and those in marks."""
    ALL = "all"
    """Every sentence that claims something too."""


class NoClaim(enum.Enum):
    """Why a sentence claims nothing that could be checked; the value is half a sentence that says so."""

    HEADING = "a heading"
    QUESTION = "a question"
    GREETING = "words to the reader"
    INSTRUCTION = "an instruction"
    NO_ANSWER = "an answer that the sources do not tell"
    UNSAID = "words that are said not to have been said"


class Op(enum.Enum):
    """One aligned difference between statement and source."""

    EQUAL = "equal"
    INSERT = "insert"
    DELETE = "delete"
    REPLACE = "replace"
    MOVE = "move"


class Zone(enum.Enum):
    """What part of a draft a statement stands in."""

    HEADLINE = "headline"
    BODY = "body"
    CAPTION = "caption"
    BLOCK = "block"
    """A quotation set off from the text, without marks."""


class VoiceKind(enum.Enum):
    """Whose words a stretch of a text is, and how we know."""

    QUOTED = "quoted"
    REPORTED = "reported"
    TURN = "turn"
    AUTHOR = "author"
    NARRATION = "narration"


class Uttered(enum.Enum):
    """What a text says of words that it gives in marks beside a name."""

    SAID = "said"
    DENIED = "denied"
    """They were not said ("never said", "refused to say")."""
    IMAGINED = "imagined"
    """They are only wished, asked, foretold, alleged or taken up ("should have said", "if she says")."""
    ANOTHERS = "another's"
    """They were said to the one named, or by one he names ("was told", "heard him say")."""


class Code(enum.Enum):
    """The codes of findings. What each means, and its default severity, stands in the registry of ``verdicts``."""

    VERBATIM = "QC100"
    TYPOGRAPHY = "QC101"
    EDGE_CASE = "QC102"
    MARKED_OMISSION = "QC103"
    BRACKETED = "QC104"
    INTERRUPTED = "QC105"
    CLEANED_UP = "QC106"
    INNER_PUNCTUATION = "QC107"
    SPELLING = "QC108"
    INITIAL_CASE = "QC109"
    RENDERING = "QC110"
    DECLARED = "QC111"
    MASKED = "QC112"
    EXTRACTION_NOISE = "QC113"
    REPORTED = "QC200"
    ALTERED_QUOTATION = "QC201"
    UNMARKED_OMISSION = "QC202"
    PROMOTED_PARAPHRASE = "QC203"
    GRAMMAR_REPAIRED = "QC204"
    TYPO_CORRECTED = "QC205"
    FALSE_SIC = "QC206"
    FALSE_DECLARATION = "QC207"
    UNDECLARED_EMPHASIS = "QC208"
    WRONG_SPEAKER = "QC301"
    WRONG_SOURCE = "QC302"
    NARRATION = "QC303"
    SPEAKER_UNCONFIRMED = "QC304"
    RELAYED = "QC305"
    WRONG_PLACE = "QC306"
    OTHER_VERSION = "QC307"
    NOT_FOUND = "QC401"
    POLARITY = "QC402"
    FIGURE = "QC403"
    NAME_OR_ROLE = "QC404"
    STRENGTH = "QC405"
    SPLICED = "QC406"
    CUT_SHORT = "QC407"
    OMISSION_CHANGES_MEANING = "QC408"
    LIMITED = "QC409"
    FORCE = "QC410"
    SEQUENCE = "QC411"
    UNCLOSED_QUOTATION = "QC501"
    NO_SPEAKER = "QC502"
    TOO_COMMON = "QC503"
    DISGUISED_CHARACTERS = "QC504"
    SOURCE_INCOMPLETE = "QC505"
    TRANSLATED = "QC506"
    TERM = "QC507"
    RECORD = "QC508"
    HEADLINE_MARKS = "QC509"
    UNSURE = "QC510"
    READINGS_DIFFER = "QC511"

    @property
    def slug(self) -> str:
        """The code's name in the contract: ``Code.TYPO_CORRECTED.slug == "typo-corrected"``."""
        return self.name.lower().replace("_", "-")
