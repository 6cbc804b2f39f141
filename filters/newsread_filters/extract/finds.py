"""What the walk over a column found, made into blocks: each with what stood around it."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

from lxml.html import HtmlElement

from newsread_filters.extract import plaintext
from newsread_filters.extract.boxes import Box, Groups
from newsread_filters.extract.line import Line
from newsread_filters.model import Block, Hints

_NOT_WORD = re.compile(r"[\W_]+")
_ALIKE = 30
"""Letters and digits at the beginning of a caption and of an alternative text; the latter is often cut off."""
_FEW = 2
"""Blocks; a box with a picture and more than these is not about the picture."""


class Found(NamedTuple):
    """One line, the box it stands in, and which of the pieces of a parted line it is."""

    owner: Box
    line: Line
    part: int


class Finds:
    """Collects lines in the order of the page, and the boxes in which pictures and form controls stand."""

    def __init__(self) -> None:
        """Begin with nothing found."""
        self.lines: list[Found] = []
        self.controls: list[Box] = []
        self._pictures: list[Box] = []
        self._alternatives: set[str] = set()

    def add_picture(self, element: HtmlElement, owner: Box) -> None:
        """Note the picture `element`, which stands in `owner`, and what it is said to show."""
        self._pictures.append(owner)
        for name in ("alt", "title"):
            if len(text := _beginning(element.get(name, ""))) == _ALIKE:
                self._alternatives.add(text)

    @contextmanager
    def only(self, is_wanted: Callable[[Block], bool]) -> Iterator[None]:
        """Of the lines found within the context, keep those whose block `is_wanted`."""
        first = len(self.lines)
        yield
        self.lines[first:] = [each for each in self.lines[first:] if is_wanted(_block(each, _hints(each)))]

    def blocks(self) -> tuple[Block, ...]:
        """All that was found, as blocks."""
        groups = Groups(found.owner for found in self.lines)
        controls = groups.around(self.controls)
        beside = {box.number for box in self._pictures}
        pictured = groups.with_little_else(self._pictures, _FEW)
        blocks: list[Block] = []
        for found in self.lines:
            owner, group = found.owner, groups.of(found.owner)
            hints = _hints(
                found,
                group=group,
                controls=owner.number in controls or group in controls,
                picture=owner.number in beside or any(box.number in pictured for box in owner.chain()),
                says_alt=_beginning(found.line.text) in self._alternatives,
            )
            blocks += _unwrapped(found, hints) or [_block(found, hints)]
        return tuple(blocks)


def _hints(
    found: Found, *, group: int = 0, controls: bool = False, picture: bool = False, says_alt: bool = False
) -> Hints:
    owner = found.owner
    return Hints(
        tag=owner.tag,
        ancestors=owner.ancestors,
        classes=owner.classes + found.line.classes,
        outer_classes=owner.outer_classes,
        group=group,
        controls=controls,
        picture=picture,
        says_alt=says_alt,
        hidden=owner.hidden,
        part=found.part,
    )


def _block(found: Found, hints: Hints) -> Block:
    owner, line = found.owner, found.line
    return Block(kind=owner.kind, source_text=line.text, level=owner.level, spans=line.spans, hints=hints)


def _unwrapped(found: Found, hints: Hints) -> list[Block]:
    """The paragraphs of preformatted text that is no code but text that a program broke; none otherwise."""
    texts = plaintext.wrapped(found.line.text) if found.owner.kind == "code" else []
    return [Block(source_text=text, hints=hints) for text in texts]


def _beginning(text: str) -> str:
    return _NOT_WORD.sub("", text[: 2 * _ALIKE].lower())[:_ALIKE]
