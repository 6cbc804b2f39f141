"""Credits of pictures: who took one for whom, as a line of their own, in brackets, or behind a sentence."""

import re
from collections.abc import Iterator

from newsread_filters.lexicon import Table
from newsread_filters.view import BlockView, words

_BRACKET = re.compile(r"\s*[(\[]([^()\[\]]{2,90})[)\]]")
_BY = re.compile(r"[:/©]|\b(?:by|via|courtesy)\b", re.IGNORECASE)
_CLOSING = re.compile(
    r"(?<=[.!?”“»\"’'\w]) ?\b[^\W\d_][\w ]{3,20}: ?[A-Z][\w.'’-]+(?:[ /&,]+(?:[A-Z][\w.'’-]*|via|and|und|et|y)){0,6}$"
)
_SLASHED = re.compile(
    r"(?:(?<=[.!?”\"’'] )|(?<=[.!?”\"’']))(?:[A-Z][\w.'’-]*,? ){0,4}[A-Z][\w.'’-]*"
    r"(?: ?/ ?[A-Z][\w.'’-]*(?:(?: - | )(?:[A-Z][\w.'’-]*|via|for|file|de))*)+$"
)
"""Behind a sentence, to the end of the line: "Alan Medlar/The Morning Bugle", "REUTERS/Alan Medlar"."""
_SIGNED = re.compile(r"^(?:[A-Z][\w.'’-]* ?){2,4}/ ?[A-Z]")
_LONGEST_CREDIT = 100
_PARTED = re.compile(r"/|—")
_MARK = re.compile(r"\W*[\w ]{2,24}(?::|\bby\b|©|\|)", re.IGNORECASE)


def credits_in(text: str, table: Table) -> Iterator[re.Match[str]]:
    """Each credit within `text`: in brackets anywhere, without them at its end."""
    if "(" in text or "[" in text:
        yield from (each for each in _BRACKET.finditer(text) if _is_bracketed_credit(each[1], table))
    closing = _CLOSING.search(text, max(0, len(text) - _LONGEST_CREDIT))
    if closing and table.prefix(words(closing[0])):
        yield closing
    elif "/" in text[-_LONGEST_CREDIT:] and (slashed := _SLASHED.search(text, max(0, len(text) - _LONGEST_CREDIT))):
        yield slashed


def is_credit(block: BlockView, table: Table) -> bool:
    """Whether the block is a credit as a whole: "Photo: A. Medlar", "Sakib Ali/Hindustan Times/Getty Images"."""
    text, said = block.text, block.words
    if not 0 < len(said) <= 14 or text.endswith(("?", "!", ":")) or (text.endswith(".") and len(said) > 6):
        return False
    if table.is_made_of(said):
        return True
    named = sum(word[:1].isupper() or not word[:1].isalpha() for word in text.split()) >= 0.6 * len(text.split())
    if not named:
        return False
    marked = text.startswith("©") or _MARK.match(text)
    filed = len(said) > 2 and table.prefix(said[-2:]) == 2
    return (
        bool(table.prefix(said) and marked)
        or filed
        or (bool(_PARTED.search(text)) and not table.strong.isdisjoint(said))
    )


def _is_bracketed_credit(text: str, table: Table) -> bool:
    """Whether what stands in brackets credits a picture; an agency's bare name is a dateline's or a source's."""
    said = words(text)
    if any(table.prefix(said[at:]) for at in range(3)) and _BY.search(text):
        return True
    if _SIGNED.match(text) and table.vocabulary.issuperset(words(text.rpartition("/")[2])):
        return True
    return (
        len(said) > 1 and not table.strong.isdisjoint(said) and ("/" in text or table.is_made_of(said) or "via" in said)
    )
