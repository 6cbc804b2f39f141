"""The boxes that a page puts its text in, and which of them hold so little that a filter can judge them whole."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice, takewhile

from lxml.html import HtmlElement

from newsread_filters.extract.elements import HEADINGS, KINDS
from newsread_filters.extract.hidden import is_called_hidden
from newsread_filters.extract.tables import is_data
from newsread_filters.model import BlockKind

_MOST_TOKENS = 60
_MOST_ANCESTORS = 30
"""A page nested a thousand deep has no more to say about a block than its nearest boxes."""

_NAMES = frozenset(f"data-{name}" for name in "component component-name testid type module qa name".split())
_MEANINGFUL = frozenset("aside blockquote dl fieldset figure footer form header nav ol table ul".split())
_LISTS = frozenset(("dl", "nav", "ol", "ul"))
_PIECES = frozenset(("dd", "dt", "li", "td", "th", "tr"))
_ROWS = frozenset(("tbody", "thead", "tfoot"))
_MOST_BLOCKS = 12


class Box:
    """A block element that is open while its text is read, with those around it."""

    def __init__(self, element: HtmlElement, tag: str, parent: "Box | None", number: int) -> None:
        """Open `element` inside `parent`, as the `number`th box of the column."""
        self.tag = tag
        self.parent = parent
        self.number = number
        self.classes = class_tokens(element)
        self.is_row = tag == "tr" and bool(parent and parent.holds_rows)
        own_kind = KINDS.get(tag) if tag != "tr" or self.is_row else None
        self.kind: BlockKind = own_kind or (parent.kind if parent else "paragraph")
        self.level: int | None = HEADINGS.get(tag) or (parent.level if parent and self.kind == "heading" else None)
        self.holds_rows: bool = (
            is_data(element) if tag == "table" else bool(tag in _ROWS and parent and parent.holds_rows)
        )
        self.is_one_block = tag == "pre" or self.is_row
        self.hidden: int = 0
        self.ancestors: tuple[str, ...] = ()
        self.outer_classes: tuple[str, ...] = ()
        if parent:
            self.hidden = parent.hidden or (number if is_called_hidden(self.classes) else 0)
        if parent and parent.parent:
            self.ancestors = (parent.tag, *parent.ancestors)[:_MOST_ANCESTORS]
            self.outer_classes = (*parent.classes, *parent.outer_classes)[: 2 * _MOST_TOKENS]

    def chain(self) -> Iterator["Box"]:
        """The box and the nearest of those around it, without the column itself; nearest first."""
        box: Box | None = self
        for _ in range(_MOST_ANCESTORS):
            if not box or not box.parent:
                return
            yield box
            box = box.parent


def class_tokens(element: HtmlElement) -> tuple[str, ...]:
    """What the page calls `element`: class, id, role, itemprop, data-* names and some of their values, lower case."""
    tokens: list[str] = []
    for name, value in element.attrib.items():
        if name in ("class", "id", "role", "itemprop") or name in _NAMES:
            tokens += value.lower().split()
        if name.startswith("data-"):
            tokens.append(name)
    return tuple(islice(tokens, _MOST_TOKENS))


class Groups:
    """Which blocks stand together in a list, an aside, a figure or a small container."""

    def __init__(self, owners: Iterable[Box]) -> None:
        """Count what the boxes `owners`, one for each block, stand in."""
        self._sizes = Counter(box.number for owner in owners for box in owner.chain())
        self._found: dict[int, int] = {}

    def of(self, owner: Box) -> int:
        """The number of the group that the blocks of `owner` belong to; 0 for none."""
        if owner.number not in self._found:
            box = next((box for box in owner.chain() if self._is_group(box)), None)
            self._found[owner.number] = self._with_title(box).number if box else 0
        return self._found[owner.number]

    def around(self, boxes: Iterable[Box]) -> set[int]:
        """The numbers of `boxes` and of their groups."""
        return {number for box in boxes for number in (box.number, self.of(box)) if number}

    def with_little_else(self, boxes: Iterable[Box], most: int) -> set[int]:
        """The numbers of what stands around `boxes` and holds no more than `most` blocks."""
        chains = (takewhile(lambda box: self._sizes[box.number] <= most, box.chain()) for box in boxes)
        return {box.number for chain in chains for box in chain}

    def _is_group(self, box: Box) -> bool:
        return box.tag in _MEANINGFUL or (box.tag not in _PIECES and 2 <= self._sizes[box.number] <= _MOST_BLOCKS)

    def _with_title(self, box: Box) -> Box:
        """The box around a list, when it adds no more than a title and a "see all" to it."""
        if box.tag in _LISTS:
            for outer in islice(box.chain(), 1, None):
                added = self._sizes[outer.number] - self._sizes[box.number]
                if added:
                    return outer if added <= 2 else box
        return box
