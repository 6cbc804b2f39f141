"""What of an article stands outside its column: the standfirst and key points above it, corrections below it."""

import re

from newsread_filters.model import Block

_LEAD = re.compile(
    r"standfirst|\bdek\b|__dek|deck|summary|intro|lead|lede|sub-?(?:title|head)|abstract|key-?points|highlights|vorspann|chapo|sommario|ingress"
)
_NOTE = re.compile(r"correct|clarif|amend|editor.{0,2}note|foot-?note|end-?note|erratum|disclaimer|update")
_BOX = re.compile(r"(?<![a-z])(?:aside|side-?bar|rail|widget|promo|related|most-?read|newsletter)(?![a-z])")
"""Names of boxes whose headings are titles of what stands in them."""
_SHORT = 60
"""Bytes; a line as short as that may be a date, a name or a button."""


def reads_as_head(block: Block) -> bool:
    """Whether `block`, between the headline and the column, is text and not a date, a caption or a button."""
    if block.kind == "caption" or _linked(block) * 2 > len(block.source_text) or "nav" in block.hints.ancestors:
        return False
    if block.kind == "heading":
        return not _BOX.search(" ".join(block.hints.outer_classes))
    if block.hints.tag in ("p", "li", "blockquote"):
        return True
    return len(block.source_text.encode()) >= _SHORT or bool(_LEAD.search(_names(block)))


def reads_as_note(block: Block) -> bool:
    """Whether `block`, below the column, is a paragraph in no box of its own, or one that the page calls a note."""
    if block.kind not in ("paragraph", "list_item") or _linked(block) * 2 > len(block.source_text):
        return False
    bare = block.hints.tag == "p" and not block.hints.ancestors and len(block.source_text.encode()) >= _SHORT
    return bare or bool(_NOTE.search(_names(block)))


def _linked(block: Block) -> int:
    return sum(span.end - span.start for span in block.spans if span.kind == "link")


def _names(block: Block) -> str:
    return " ".join((*block.hints.classes, *block.hints.outer_classes))
