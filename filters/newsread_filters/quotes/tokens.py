"""Where a word begins and ends, and the tags that no neighbour changes."""

import re
from functools import cache

from newsread_filters.quotes.lexicon import load
from newsread_filters.quotes.marks import Quoted

_PUNCTUATION = {
    ".": ".", "!": ".", "?": ".", "…": "-", ",": ",", ":": ":", ";": ";", "—": "-", "–": "-", "-": "-", "―": "-",
    "(": "(", ")": ")", "[": "(", "]": ")", "。": ".", "，": ",", "：": ":",
}  # fmt: skip
OPEN_CLASSES = frozenset("nvVGbc")
"""Tags that a capital in mid-sentence turns into a name."""


@cache
def fixed(language: str) -> dict[str, tuple[str, str]]:
    """Small words and marks as they are written, whose tags no word around changes -> lower case, and the tag.

    What `Words` reads by its neighbours must not be among them.
    """
    lexicon = load(language)
    by_place = lexicon.groups["names in capitals"] | lexicon.groups["name-like"] | lexicon.groups["numbers"]
    found = {mark: (mark, tag) for mark, tag in _PUNCTUATION.items() if mark not in ".-"}
    for word, tag in lexicon.tags.items():
        if word[0].isalnum() and word not in by_place and tag not in OPEN_CLASSES | {"i", "k"}:
            found[word] = found[word.capitalize()] = (word, tag)
    return found


@cache
def token(language: str) -> re.Pattern[str]:
    """The pattern of a word or mark; French parts "l'ancien" and "a-t-il"."""
    groups = load(language).groups
    elided = "|".join(sorted(groups["elisions"]))
    inverted = "|".join(sorted(groups["inverted pronouns"], key=len, reverse=True))
    before = rf"\b(?:{elided})['’](?=\w)|" if elided else ""
    unless = rf"(?!-(?:t-)?(?:{inverted})\b)" if inverted else ""
    hyphen = rf"-(?:t-)?(?=(?:{inverted})\b)|" if inverted else ""
    joined = r"(?<=[-&/])|(?<=['’])(?!s\b)|(?<=\d[.,])(?=\d)|(?<=\b[^\W\d]\.)(?=[^\W\d]\b)"
    word = rf"\w+(?:{unless}[-’'&/.,](?:{joined})\w+)*"
    return re.compile(rf"{before}{hyphen}{word}|[$€£#@]{word}|['’]s\b|--+|\.{{2,}}|[^\w\s]")


def quote_tag(text: str, each: Quoted) -> str:
    """How a quoted stretch ends: Q without a mark, C with a comma or dash, U with a question mark, F with a stop."""
    last = text[each.end - 1]
    if last in "'’”\"" and each.end - each.start > 1:
        last = text[each.end - 2]
    if last == ".":
        return "F"
    return "U" if last in "?!…" else "C" if last in ",-–—，、" else "Q"
