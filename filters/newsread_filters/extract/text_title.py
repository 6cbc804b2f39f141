"""The headline of a plain text: its first line, or the one above the byline where a page was copied."""

from collections.abc import Sequence

from newsread_filters.lexicon import Lexicon, lexicon
from newsread_filters.model import Block
from newsread_filters.view import words

_HEAD = 8
"""Lines among which the headline stands: a copied page has its menu and its section above it."""
_LONGEST, _MOST_WORDS = 150, 25
_FEWEST_WORDS = 4
"""Words that a headline has which is not the first line."""
_SENTENCE, _ENDS = 12, (".", ".”", '."', ".“", ".»")
"""Words of a line that is running text, and how it ends."""
_LABELS = ("furniture", "section", "share", "newsletter", "ad", "paywall")


def title_of(blocks: Sequence[Block], language: str | None) -> str | None:
    """The headline of the text of `blocks`, if it has one and more text follows."""
    known = lexicon(language)
    longest = sorted((len(block.source_text) for block in blocks), reverse=True)[:2]
    above_labels = True
    for at, block in enumerate(blocks[:_HEAD]):
        text = block.source_text
        if _is_label(text, known) and at + 1 < len(blocks):
            continue
        if _is_short(text, longest) and _is_headline(blocks, at, known, first=above_labels):
            return text
        above_labels = False
    if len(blocks) < 2 or not _is_short(blocks[0].source_text, longest):
        return None
    return blocks[0].source_text if blocks[1].hints.blank_before > 0 or _has_subtitle(blocks) else None


def _is_short(text: str, longest: list[int]) -> bool:
    """Whether a line can be a headline: short, and not the longest of the text."""
    others = longest[1:] if longest[0] == len(text) else longest
    return len(text) <= _LONGEST and len(text.split()) <= _MOST_WORDS and bool(others) and len(text) < others[0]


def _is_headline(blocks: Sequence[Block], at: int, known: Lexicon, *, first: bool) -> bool:
    """Whether it stands above a byline or a date, or is the `first` line that is no label and stands alone."""
    if at + 1 == len(blocks) or (at and len(blocks[at].source_text.split()) < _FEWEST_WORDS):
        return False
    below = blocks[at + 1]
    return (first and below.hints.blank_before > 0) or _is_byline(below.source_text, known)


def _has_subtitle(blocks: Sequence[Block]) -> bool:
    """Whether the first line stands over one short line, and these two over running text."""
    first, head, body = blocks[0].source_text, blocks[:2], blocks[2:4]
    if len(first.split()) < _FEWEST_WORDS or first.endswith((".", ",", ":", "?", "!")):
        return False
    parted = bool(body) and body[0].hints.blank_before > 0 and all(len(each.source_text) <= _LONGEST for each in head)
    return parted and any(
        len(each.source_text.split()) >= _SENTENCE and each.source_text.endswith(_ENDS) for each in body
    )


def _is_label(text: str, known: Lexicon) -> bool:
    said = words(text)
    return any(said in known[kind].phrases or said in known[kind].labels for kind in _LABELS)


def _is_byline(text: str, known: Lexicon) -> bool:
    said = words(text)
    if len(said) > 2 * _FEWEST_WORDS or text.endswith("."):
        return False
    begun = known["byline"].prefix(said)
    named = begun and text.split()[begun : begun + 1] and text.split()[begun][:1].isupper()
    dated = known["timestamp"].is_made_of(said) and any(word[0].isdigit() for word in said)
    return bool(named or dated)
