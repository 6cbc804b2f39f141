"""The filter captions."""

import re
from collections.abc import Iterator
from typing import Annotated, ClassVar

from msgspec import Meta

from newsread_filters.builtin.credits import credits_in, is_credit
from newsread_filters.filter import Clutter, Example, Filter
from newsread_filters.lexicon import Table, lexicon
from newsread_filters.view import ArticleView, BlockView, words

_NAMES = ("caption", "credit", "copyright", "photographer", "wp-caption", "legend")
_PICTURES = ("image", "img", "photo", "picture", "media", "figure", "wp-caption", "gallery", "attachment")
_AROUND = ("image-caption", "img-caption", "photo-caption", "picture-caption", "caption-text", "figcaption")
"""Names of boxes that hold captions and nothing else."""
_EMBEDS = frozenset({"blockquote", "table", "pre"})
_FILED = re.compile(r"^(?:FILE|File)(?: (?:PHOTO|Photo|photo|PICTURE|IMAGE))?(?:\s[-–—]|:|\s?/)\s?\S")
_BEHIND = re.compile(r"[.!?][”\"’']? \((?:[A-Z][\w.'’-]* ){1,3}[A-Z][\w.'’-]* ?/ ?[A-Z][\w.'’ -]{1,40}\)$")
"""A sentence, and in brackets its credit, of an outlet that nobody need know: "Away. (Alan Medlar/Morning Bugle)"."""
_DASHES = "-–—―~"
_SHORT = 30
"""Words of a sentence that may be a caption."""
_COUNTED = re.compile(r"^\[\d{1,2}/\d{1,2}\] ?\w")
_INNER = re.compile(r"[a-z]{3,}[.!?]\s+\S")
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
            """
            Heron returns to church roof after three years

            The heron on the roof of St Anne's (Image: Getty)

            The heron is back on the church roof after three long years away. (Photo: Alan Medlar)

            Getty Images

            It was first seen by the organist, who was late for Sunday's service.
            """,
            """
            Heron returns to church roof after three years
            The heron is back on the church roof after three long years away.
            It was first seen by the organist, who was late for Sunday's service.
            """,
            "a caption, a credit within a paragraph, and a credit alone",
        ),
        Example(
            """
            <html><body><article>
            <h1>Heron returns to church roof after three years</h1>
            <p>The heron is back on the church roof after three long years away.</p>
            <figure><img src="heron.jpg" alt=""><figcaption>The heron on Sunday</figcaption></figure>
            <p>It was first seen by the organist, who was late for Sunday's service.</p>
            <p>The vicar has asked the parish not to feed it before the holidays.</p>
            </article></body></html>
            """,
            """
            Heron returns to church roof after three years
            The heron is back on the church roof after three long years away.
            It was first seen by the organist, who was late for Sunday's service.
            The vicar has asked the parish not to feed it before the holidays.
            """,
            "a caption in a figure",
        ),
        Example(
            """
            Heron returns to church roof after three years

            ST ANNE (AP) — The heron is back on the church roof after three long years away.

            The vicar (who took a photo of it) is glad to have it back.

            The first picture of it was sold to Reuters.

            It was first seen by the organist, who was late for Sunday's service.
            """,
            """
            Heron returns to church roof after three years
            ST ANNE (AP) — The heron is back on the church roof after three long years away.
            The vicar (who took a photo of it) is glad to have it back.
            The first picture of it was sold to Reuters.
            It was first seen by the organist, who was late for Sunday's service.
            """,
            "a dateline, and sentences about pictures and agencies, stay",
        ),
    )

    longest: Annotated[int, Meta(ge=5, le=200, description="Words that a caption outside a figure may have.")] = 60

    def find(self, article: ArticleView) -> Iterator[Clutter]:
        """Yield captions, and credits within lines."""
        table = lexicon(article.language)["caption"]
        credited = {block.number for block in article.blocks if is_credit(block, table)}
        captions = {block.number: reason for block in article.blocks if (reason := _why_caption(article, block, table))}
        if _are_the_text(article, captions):
            prose = {block.number for block in article.blocks if block.is_prose}
            captions = {number: reason for number, reason in captions.items() if number not in prose}
        for block in article.blocks:
            if reason := captions.get(block.number) or _why_credited(article, block, credited):
                yield Clutter(block.number, reason)
            else:
                yield from self._credited(block, table)

    def _credited(self, block: BlockView, table: Table) -> Iterator[Clutter]:
        """The line, when it closes with a credit and is no sentence; else each credit in it."""
        if (
            len(block.words) <= _SHORT
            and _BEHIND.search(block.text)
            and not _INNER.search(block.text.rpartition("(")[0])
        ):
            yield Clutter(block.number, "a caption: a sentence, and who took the picture for whom")
            return
        for credit in credits_in(block.text, table):
            before, behind = block.text[: credit.start()], block.text[credit.end() :]
            closes = not words(behind) and len(block.words) <= self.longest
            filed = closes and _FILED.match(block.text)
            one = closes and not _INNER.search(before)
            if filed or (one and (not _SENTENCE.search(before) or _is_short(before, credit[0]))):
                yield Clutter(block.number, f"a caption: it closes with the credit {credit[0].strip()}")
            else:
                yield Clutter(block.number, "the credit of a picture", credit.start(), credit.end())


def _is_short(before: str, credit: str) -> bool:
    """Whether a credit without brackets stands behind a short sentence: nobody closes a paragraph with one."""
    return credit.strip()[0] not in "([" and len(words(before)) <= _SHORT


def _are_the_text(article: ArticleView, captions: dict[int, str]) -> bool:
    """Whether an article tells its story in captions: then they hold more than half of its running text."""
    prose = [(block.number, len(block.words)) for block in article.blocks if block.is_prose]
    return 2 * sum(size for number, size in prose if number in captions) > sum(size for _, size in prose)


def _why_caption(  # noqa: PLR0911 - one for each reason
    article: ArticleView, block: BlockView, table: Table
) -> str | None:
    if block.kind in ("table_row", "code", "blockquote") or _names_speaker(article, block):
        return None
    if block.kind == "caption" or block.hints.tag == "figcaption" or "figcaption" in block.hints.ancestors:
        return "the caption of a picture"
    opening = table.opening(block.words)
    if opening and block.split_after(opening)[1].startswith((",", ":")):
        return f"a caption: it begins with “{block.split_after(opening)[0]}”"
    if _COUNTED.match(block.text):
        return "a caption: it is numbered as one of several pictures"
    if block.in_figure and len(block.words) <= 80 and _EMBEDS.isdisjoint(block.hints.ancestors):
        return "stands in a figure, with a picture"
    hints = block.hints
    if (hints.picture or hints.says_alt) and _is_beside_picture(block):
        return "says what a picture shows" if hints.says_alt else "stands in one box with a picture"
    named = any(name in token for token in block.hints.classes for name in _NAMES)
    if named and len(block.words) <= 80 and (not block.is_prose or article.named(block, *_PICTURES)):
        return "the page calls it a caption or a credit"
    if block.kind == "paragraph" and not block.is_prose and article.named(block, *_AROUND):
        return "stands in a box that the page calls a caption"
    return None


def _names_speaker(article: ArticleView, block: BlockView) -> bool:
    """Whether a caption stands below a quotation in the same figure, and says behind a dash who is quoted."""
    above = article.block(block.number - 1) if block.kind == "caption" else None
    return above is not None and above.kind == "blockquote" and above.in_figure and block.text[0] in _DASHES


def _is_beside_picture(block: BlockView) -> bool:
    """Whether a block that a picture or its alternative text goes with is a caption; a sentence needs both."""
    if block.kind not in ("paragraph", "list_item") or not 3 <= len(block.words) <= 80 or block.links:
        return False
    return not block.is_prose or (block.hints.picture and block.hints.says_alt)


def _why_credited(article: ArticleView, block: BlockView, credited: set[int]) -> str | None:
    if block.number in credited:
        return "only the credit of a picture"
    below = article.block(block.number + 1) if block.number + 1 in credited else None
    if below and below.hints.group and below.hints.group == block.hints.group and block.kind == "paragraph":
        above = article.block(block.number - 1)
        if block.is_prose and above and above.kind == "heading" and above.hints.group == block.hints.group:
            return None  # an entry of a gallery that tells its story below its pictures
        return "the caption of a picture: its credit stands below it, in the same box"
    return None
