"""What is told of a quote beside its words: who said it, and what to keep in mind of it."""

import re
from itertools import islice

from newsread_filters.model import Quote

UNNAMED = "speaker not named"
_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_EAST_ASIAN = "\u2e80"
"""From here on a character counts as a word: a test of one is cheaper than their class, which takes long to compile."""
_WHOLE = 5
"""Words from which a quote is more than a fragment."""
_SURE = 0.6
"""Certainty from which a speaker is named without a remark."""


def who(quote: Quote) -> str:
    """The speaker; else the words that name one in the text; else that there are none."""
    return quote.speaker or quote.mention or UNNAMED


def how(quote: Quote) -> str:
    """The words of the text that say who said it and how, as in "she told reporters", and the remarks."""
    mention = quote.mention or ""
    named = "" if quote.speaker is None or quote.speaker in mention else mention
    cue = " ".join(part for part in (named, quote.cue) if part)
    return " · ".join(part for part in (cue, *remarks(quote)) if part)


def remarks(quote: Quote) -> list[str]:
    """What must be said about a quote: that it is a fragment, that its speaker is not certain, or was corrected."""
    said = ["fragment"] if is_fragment(quote) else []
    if quote.rule == "corrected":
        said.append("speaker corrected")
    elif quote.speaker is None and quote.mention:
        said.append("speaker unresolved")
    elif not is_sure(quote):
        said.append("speaker uncertain")
    return said


def is_fragment(quote: Quote) -> bool:
    """Whether it is a few words only."""
    first = (word[0] for word in islice(_WORD.finditer(quote.text), _WHOLE))
    return sum(len(word) if word >= _EAST_ASIAN else 1 for word in first) < _WHOLE


def is_sure(quote: Quote) -> bool:
    """Whether the speaker, when there is one, is all but certain."""
    return quote.speaker is None or quote.certainty >= _SURE
