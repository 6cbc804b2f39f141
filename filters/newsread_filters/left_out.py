"""Notices when an article looks short against its page, so that a reader hears of text that the column may lack."""

import re

from newsread_filters.extract import extract_whole
from newsread_filters.model import Article, Notice, Page

_TIMES, _MORE = 1.8, 700
"""A page looks to have more when its running text is so many times as long as the article's, and so much longer."""
_RUNNING = 80
"""Characters from which a paragraph that ends like a sentence is running text, and no teaser."""
_LOOKED_AT = 4_000_000
_TAG = re.compile(rb"<[^<>]*>")
_BARE = re.compile(rb">([^<>{}]{80,}+)<")
"""Text of such a length between any two tags, where a page has no paragraphs; a script's is full of braces."""
_LAST = {b".", b"!", b"?", b'"', *(bytes([byte]) for byte in range(0x80, 0xC0))}
"""The last byte of a sentence, or of a character that is not ASCII."""
_ENDS = tuple(".!?…。！？") + tuple("”\"'»」）)")


def left_out(page: Page, article: Article) -> tuple[Notice, ...]:
    """A notice when `page` has much more running text than the `article` that was made of it; at most one.

    Reading the whole page takes half as long as finding the article in it; so the text between tags is measured first.
    """
    kept = sum(end - start for block in article.blocks for start, end in block.kept)
    if not _is_much(_in_paragraphs(page.data[:_LOOKED_AT]), kept):
        return ()
    whole = sum(len(block.source_text) for block in extract_whole(page).blocks if _is_running(block.source_text))
    if not _is_much(whole, kept):
        return ()
    told = f"This page has {whole / max(kept, 1):.0f} times as much text as the article that was found in it."
    return (Notice("left-out", told),)


def _is_much(characters: int, kept: int) -> bool:
    return characters >= _TIMES * kept and characters - kept >= _MORE


def _in_paragraphs(data: bytes) -> int:
    """About how many characters stand in paragraphs, or else in any tags, that are long enough to be running text."""
    lengths = (len(_TAG.sub(b"", part.partition(b"</p")[0].partition(b">")[2])) for part in data.split(b"<p")[1:])
    bare = (len(text) for text in _BARE.findall(data) if text.rstrip()[-1:] in _LAST)
    return max(sum(length for length in lengths if length >= _RUNNING), sum(bare))


def _is_running(text: str) -> bool:
    return len(text) >= _RUNNING and text.rstrip().endswith(_ENDS)
