"""One module a family of codes: what each means, with its default severity and examples. Nothing is judged here."""

from quotecheck.verdicts.rules.altered import ALTERED
from quotecheck.verdicts.rules.circumstances import CIRCUMSTANCES
from quotecheck.verdicts.rules.meaning import MEANING
from quotecheck.verdicts.rules.rule import GAPS, Example, Rule
from quotecheck.verdicts.rules.speakers import SPEAKERS
from quotecheck.verdicts.rules.words import WORDS

__all__ = ["ALTERED", "CIRCUMSTANCES", "GAPS", "MEANING", "SPEAKERS", "WORDS", "Example", "Rule"]
