"""Walks the article column and turns what it holds into blocks, each with its spans and what stood around it."""

import re
from collections.abc import Callable, Collection
from enum import Enum, auto

from lxml import etree
from lxml.html import HtmlElement

from newsread_filters.extract import breaks
from newsread_filters.extract.boxes import Box, class_tokens
from newsread_filters.extract.elements import BLOCKS, CONTROLS, PICTURES, SPANS, UNREAD
from newsread_filters.extract.finds import Finds, Found
from newsread_filters.extract.hidden import is_hidden
from newsread_filters.extract.line import LineBuilder
from newsread_filters.extract.links import Links
from newsread_filters.extract.tables import stands_for_table
from newsread_filters.model import Block

_ORNAMENT = re.compile(r"[\s|/\\·•,;:<>‹›«»→←↓↑-]*")
"""A line of nothing but marks that part the pieces of a page."""
_FIGURES = frozenset(("figcaption", "figure"))
_QUOTATION_MARKS = tuple("\"'“”„‟«»‹›‘’‚‛「『")
_GOES_ON = tuple(",.;:!?)’'")


def line_of(element: HtmlElement) -> str:
    """The text of `element` on one line, as a block of it would be."""
    walk = Walk(element, Links(None))
    walk.read(element)
    return " ".join(block.source_text for block in walk.blocks())


class _Open(Enum):
    """What an element that is open is to the line being built."""

    BOX = auto()
    INSIDE = auto()
    """A block element within a table's row or preformatted text: it parts pieces of the line, no more."""
    INLINE = auto()
    QUOTE = auto()
    """An inline element around which a browser shows quotation marks."""
    BREAK = auto()


class Walk:
    """One pass over the column and what is read beside it, without recursion: pages nest as deep as they like."""

    def __init__(self, body: HtmlElement, links: Links, left_out: Collection[HtmlElement] = ()) -> None:
        """Begin to read the column `body`, whose links `links` resolves, without the elements `left_out`."""
        self._links = links
        self._left_out = left_out
        self._line = LineBuilder()
        self._open: list[_Open] = []
        self._column = Box(body, str(body.tag), None, 0)
        self._box: Box | None = None
        self._boxes = 0
        self._parts = 0
        self._finds = Finds()

    def read_beside(self, element: HtmlElement, is_wanted: Callable[[Block], bool]) -> None:
        """Read what of `element`, which stands outside the column, `is_wanted`."""
        self._box = self._column
        if not self._is_unread(element):
            with self._finds.only(is_wanted):
                self.read(element)
        self._box = None

    def read(self, element: HtmlElement) -> None:
        """Read all of `element` but its tail."""
        walk = etree.iterwalk(element, events=("start", "end"))
        skipped: HtmlElement | None = None
        for event, each in walk:
            if event == "start":
                if each is element:
                    self._open_box(each, str(each.tag))
                elif self._is_unread(each):
                    skipped = each
                    walk.skip_subtree()
                else:
                    self._start(each, str(each.tag))
                continue
            if each is skipped:
                skipped = None
            else:
                self._end()
            if each is not element:
                self._text(each.tail)

    def blocks(self) -> tuple[Block, ...]:
        """The blocks that were read."""
        return self._finds.blocks()

    def _is_unread(self, element: HtmlElement) -> bool:
        if element.tag in CONTROLS and self._box:
            if self._is_word(element):
                return False
            self._finds.controls.append(self._box)
            return element.tag != "button" or self._box.kind != "heading"
        if element.tag in PICTURES and self._box:
            self._finds.add_picture(element, self._box)
        return element.tag in UNREAD or element in self._left_out or is_hidden(element)

    def _is_word(self, element: HtmlElement) -> bool:
        """Whether `element` is a button that explains a word of the sentence it stands in."""
        after = (element.tail or "").lstrip()
        goes_on = after[:1].islower() or after.startswith(_GOES_ON)
        return element.tag == "button" and goes_on and self._line.is_in_sentence

    def _start(self, element: HtmlElement, tag: str) -> None:
        if tag == "br":
            self._open.append(_Open.BREAK)
            self._break()
        elif tag not in BLOCKS and "-" not in tag:
            is_quote = tag == "q" and not (element.text or "").lstrip().startswith(_QUOTATION_MARKS)
            self._open.append(_Open.QUOTE if is_quote else _Open.INLINE)
            self._line.add("“" if is_quote else "")
            href = self._links.absolute(element.get("href")) if tag == "a" else None
            self._line.open(SPANS.get(tag), href, class_tokens(element))
        elif self._box and self._box.is_one_block:
            self._open.append(_Open.INSIDE)
            self._inside(tag)
        else:
            self._open_box(element, tag)
            return
        self._text(element.text)

    def _open_box(self, element: HtmlElement, tag: str) -> None:
        self._flush()
        self._open.append(_Open.BOX)
        self._boxes += 1
        if tag in _FIGURES and stands_for_table(element):
            tag = "div"
        self._box = Box(element, tag, self._box, self._boxes)
        self._text(element.text)

    def _end(self) -> None:
        match self._open.pop():
            case _Open.INLINE:
                self._line.close()
            case _Open.QUOTE:
                self._line.close()
                self._line.add("”")
            case _Open.INSIDE:
                self._inside("")
            case _Open.BOX if self._box:
                self._flush()
                self._box = self._box.parent

    def _text(self, text: str | None) -> None:
        if self._box and self._box.tag == "pre":
            self._line.add_verbatim(text)
        else:
            self._line.add(text)

    def _break(self) -> None:
        if self._box and self._box.tag == "pre":
            self._line.add_verbatim("\n")
        else:
            self._line.break_line()

    def _inside(self, tag: str) -> None:
        if tag in ("td", "th"):
            self._line.next_cell()
        elif self._box and self._box.tag == "pre":
            self._line.add_verbatim("\n")
        else:
            self._line.space()

    def _flush(self) -> None:
        line = self._line.take()
        if self._box is None or _ORNAMENT.fullmatch(line.text):
            return
        lines = [line] if self._box.is_one_block or self._box.kind == "heading" else breaks.part(line)
        self._parts += len(lines) > 1
        self._finds.lines += (Found(self._box, each, self._parts if len(lines) > 1 else 0) for each in lines)
