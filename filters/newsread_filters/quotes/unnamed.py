"""People without a name: the phrase that introduced "the official"."""

import re

from newsread_filters.quotes.people import People

_BACK = 3000
"""How many characters of a paragraph are searched."""
_NEAR = 8
"""How many paragraphs back a phrase still reaches."""


def phrases(people: People, head: str, block: int, at: int) -> list[str]:
    """The phrases of the nearest block that introduced somebody: "a senior official" for "the official"."""
    determiners = "|".join(sorted(people.lexicon.groups["introducing"]))
    phrase = re.compile(rf"\b(?:{determiners}) (?:\w[\w’'-]* ){{0,5}}?{re.escape(head)}\b", re.IGNORECASE)
    for number in range(block, max(-1, block - _NEAR - 1), -1):
        text = people.plain(number)
        stop = at if number == block else len(text)
        matches = (match.group() for match in phrase.finditer(text, max(0, stop - _BACK), stop))
        found = [each for each in matches if _is_phrase(each, people)]
        if found:
            return list(dict.fromkeys(found))
    return []


def _is_phrase(text: str, people: People) -> bool:
    """Whether words are one noun phrase: "a senior official", but not "a proposal that her skipper"."""
    tags = people.lexicon.tags
    return not any(tags.get(word.lower(), "n") in "hwPskVXpo&" for word in text.split()[1:])
