"""The filter captions."""

import re
from collections.abc import Iterator
from typing import Annotated, ClassVar

from msgspec import Meta

from newsread_filters.filter import Clutter, Example, Filter
from newsread_filters.lexicon import Table, lexicon
from newsread_filters.view import ArticleView, BlockView, words

_NAMES = ("caption", "credit", "copyright", "photographer", "wp-caption", "legend")
_PICTURES = ("image", "img", "photo", "picture", "media", "figure", "wp-caption", "gallery", "attachment")
_EMBEDS = frozenset({"blockquote", "table", "pre"})
_BRACKET = re.compile(r"\s*[(\[]([^()\[\]]{2,90})[)\]]")
_CLOSING = re.compile(r"(?<=[.!?”“»\"’'\w]) ?\b[^\W\d_][\w ]{3,20}: ?[A-Z][\w.'’-]+(?:[ /&,]+(?:[A-Z][\w.'’-]*|via|and|und|et|y)){0,6}$")
_COUNTED = re.compile(r"^\[\d{1,2}/\d{1,2}\] ?\w")
_INNER = re.compile(r"[a-z]{3,}[.!?]\s+\S")
_MARK = re.compile(r"\W*[\w ]{2,24}(?::|\bby\b|©|\|)", re.IGNORECASE)
_SENTENCE = re.compile(r"[.!?…。！？][\"”’»')]*\s*$")


class Captions(Filter, frozen=True):
    """Captions of pictures that are not shown, and the credits of their photographers and agencies.

    A line goes when it stands in a figure or the page calls it a caption, when it is made of agencies' names alone,
    and when it closes with a credit and has no full stop before it. Behind a sentence, or within one, only the
    credit is cut out: "(Image: Getty)".

    Tables, posts and quotations that a page wraps in a figure stay. So does a paragraph that a caption repeats, and
    a sentence that ends in an agency's name. Switch the filter off to keep captions.
    """

    name = "captions"
    covers: ClassVar[tuple[str, ...]] = ("caption", "photo_credit")
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            "Heron returns\n\nThe heron on the roof of St Anne's (Image: Getty)\n\n"
            "The heron is back on the church roof. (Photo: Alan Medlar)\n\nGetty Images\n\nThe vicar is glad.",
            "The heron is back on the church roof.\nThe vicar is glad.",
            "a caption, a credit within a paragraph, and a credit alone",
        ),
        Example(
            "Heron returns\n\nThe heron is back on the church roof.\n\nThe vicar (who took a photo) is glad.\n\n"
            "The first picture was sold to Reuters\n\nThe picture was taken by Reuters.",
            "The heron is back on the church roof.\nThe vicar (who took a photo) is glad.\n"
            "The first picture was sold to Reuters\nThe picture was taken by Reuters.",
            "sentences about pictures and agencies stay",
        ),
    )

    longest: Annotated[int, Meta(ge=5, le=200, description="Words that a caption outside a figure may have.")] = 60

    def find(self, article: ArticleView) -> Iterator[Clutter]:
        """Yield captions, and credits within lines."""
        table = lexicon(article.language)["caption"]
        credits = {block.number for block in article.blocks if _is_credit(block, table)}
        captions = {block.number: reason for block in article.blocks if (reason := _why_caption(article, block))}
        if _are_the_text(article, captions):
            prose = {block.number for block in article.blocks if block.is_prose}
            captions = {number: reason for number, reason in captions.items() if number not in prose}
        for block in article.blocks:
            if reason := captions.get(block.number) or _why_credited(block, credits, article):
                yield Clutter(block.number, reason)
            else:
                yield from self._credited(block, table)

    def _credited(self, block: BlockView, table: Table) -> Iterator[Clutter]:
        """The line, when it closes with a credit and is no sentence; else each credit in it."""
        for credit in _credits(block.text, table):
            before, behind = block.text[: credit.start()], block.text[credit.end() :]
            closes = not words(behind) and len(block.words) <= self.longest
            if closes and not _INNER.search(before) and (not _SENTENCE.search(before) or _is_short(before, credit[0])):
                yield Clutter(block.number, f"a caption: it closes with the credit {credit[0].strip()}")
            else:
                yield Clutter(block.number, "the credit of a picture", credit.start(), credit.end())


def _credits(text: str, table: Table) -> Iterator[re.Match[str]]:
    if "(" in text or "[" in text:
        yield from (each for each in _BRACKET.finditer(text) if _is_bracketed_credit(each[1], table))
    closing = _CLOSING.search(text)
    if closing and table.prefix(words(closing[0])):
        yield closing


def _is_short(before: str, credit: str) -> bool:
    """Whether a credit without brackets stands behind a short sentence: nobody closes a paragraph with one."""
    return credit.strip()[0] not in "([" and len(words(before)) <= 30


def _are_the_text(article: ArticleView, captions: dict[int, str]) -> bool:
    """Whether an article tells its story in captions: then they hold more than half of its running text."""
    prose = [(block.number, len(block.words)) for block in article.blocks if block.is_prose]
    return 2 * sum(size for number, size in prose if number in captions) > sum(size for _, size in prose)


def _why_caption(article: ArticleView, block: BlockView) -> str | None:
    if block.kind in ("table_row", "code", "blockquote"):
        return None
    if block.kind == "caption" or block.hints.tag == "figcaption" or "figcaption" in block.hints.ancestors:
        return "the caption of a picture"
    if _COUNTED.match(block.text):
        return "a caption: it is numbered as one of several pictures"
    if block.in_figure and len(block.words) <= 80 and _EMBEDS.isdisjoint(block.hints.ancestors):
        return "stands in a figure, with a picture"
    named = any(name in token for token in block.hints.classes for name in _NAMES)
    if named and len(block.words) <= 80 and (not block.is_prose or article.named(block, *_PICTURES)):
        return "the page calls it a caption or a credit"
    return None


def _why_credited(block: BlockView, credits: set[int], article: ArticleView) -> str | None:
    if block.number in credits:
        return "only the credit of a picture"
    below = article.block(block.number + 1) if block.number + 1 in credits else None
    if below and below.hints.group and below.hints.group == block.hints.group and block.kind == "paragraph":
        return "the caption of a picture: its credit stands below it, in the same box"
    return None


def _is_credit(block: BlockView, table: Table) -> bool:
    """Whether the block is a credit as a whole: "Photo: A. Medlar", "Sakib Ali/Hindustan Times/Getty Images"."""
    text, said = block.text, block.words
    if not 0 < len(said) <= 14 or (text.endswith((".", "?", "!")) and len(said) > 6):
        return False
    if table.is_made_of(said):
        return True
    named = sum(word[:1].isupper() or not word[:1].isalpha() for word in text.split()) >= 0.6 * len(text.split())
    if not named:
        return False
    marked = text.startswith("©") or _MARK.match(text)
    return bool(table.prefix(said) and marked) or ("/" in text and not table.strong.isdisjoint(said))


def _is_bracketed_credit(text: str, table: Table) -> bool:
    said = words(text)
    begun = any(table.prefix(said[at:]) for at in range(3))
    marked = ":" in text or "/" in text or "©" in text or re.search(r"\b(?:by|via|courtesy)\b", text, re.IGNORECASE)
    return bool(begun and marked) or table.is_made_of(said) or ("/" in text and not table.strong.isdisjoint(said))
