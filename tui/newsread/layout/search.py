"""Finds words in the shown text, outward from a place and not through the whole article at every key."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple
from unicodedata import normalize

_SPACE = re.compile(r"\s+")
_KINDS = {"'’‘": "['’‘]", '"“”': '["“”„«»]', "-–—": "[-–—]", " ": r"\s+"}
_ALIKE = {character: alike for characters, alike in _KINDS.items() for character in characters}


class Hit(NamedTuple):
    """Where the words stand, in offsets of a block's shown text; hits compare in reading order."""

    block: int
    start: int
    end: int


class Search:
    """A search for `words` in the blocks `items`; capitals matter when there are any, curly quotation marks do not."""

    AHEAD = 400
    """Blocks looked at for one key; what lies further must wait for `hits`."""

    def __init__(self, words: str, items: Sequence[int], text: Callable[[int], str]) -> None:
        """Search through the texts that `text` gives for the block numbers in `items`."""
        self.words = words
        self.items = items
        self._text = text
        flags = 0 if any(character.isupper() for character in words) else re.IGNORECASE
        self._pattern = re.compile("".join(map(_alike, _composed(" ".join(_SPACE.split(words))))), flags)
        self.hits: list[Hit] | None = None
        """Every hit, once all `slices` are found (in a thread, for a long article)."""
        self.concealed = 0
        """How many more there are in what was cut and is not shown; told along with `hits`."""

    def in_text(self, text: str) -> Iterator[tuple[int, int]]:
        """The ranges of `text` that match."""
        return (match.span() for match in self._pattern.finditer(text) if match.end() > match.start())

    def slices(self) -> Iterator[list[Hit]]:
        """Every hit in reading order, in slices of about the same work; linear in the length of the article."""
        for start in range(0, len(self.items), self.AHEAD):
            yield [hit for item in self.items[start : start + self.AHEAD] for hit in self._in_block(item)]

    def find_all(self) -> None:
        """Find every hit now, where nobody waits for a key or the article is short."""
        self.hits = [hit for found in self.slices() for hit in found]

    def following(self, block: int, offset: int) -> Hit | None:
        """The first hit behind a place, going on at the top; None when there is none or it is too far to tell yet."""
        if self.hits is not None:
            after = bisect_right(self.hits, (block, offset), key=lambda hit: hit[:2])
            return self.hits[after % len(self.hits)] if self.hits else None
        for item in self._from(block, 1):
            for hit in self._in_block(item):
                if hit[:2] > (block, offset) or item != block:
                    return hit
        return None

    def preceding(self, block: int, offset: int) -> Hit | None:
        """The last hit before a place, going on at the end; None as above."""
        if self.hits is not None:
            before = bisect_left(self.hits, (block, offset), key=lambda hit: hit[:2])
            return self.hits[before - 1] if self.hits else None
        for item in self._from(block, -1):
            for hit in reversed(list(self._in_block(item))):
                if hit[:2] < (block, offset) or item != block:
                    return hit
        return None

    def number(self, hit: Hit) -> int:
        """Which of the hits this is, from 1; only once they are all known."""
        return bisect_right(self.hits or (), hit)

    def _from(self, block: int, step: int) -> Iterator[int]:
        """The blocks to look at, from `block` on, wrapping round, up to AHEAD of them."""
        count = len(self.items)
        first = bisect_left(self.items, block) if step > 0 else bisect_right(self.items, block) - 1
        return (self.items[(first + step * number) % count] for number in range(min(count, self.AHEAD)))

    def _in_block(self, item: int) -> Iterator[Hit]:
        if item < 0:
            return iter(())
        return (Hit(item, start, end) for start, end in self.in_text(self._text(item)))


def _alike(character: str) -> str:
    """The pattern of `character` and of what is written for it: other marks, or an accent behind its letter."""
    if character in _ALIKE or character.isascii():
        return _ALIKE.get(character) or re.escape(character)
    parted = normalize("NFD", character)
    return re.escape(character) if parted == character else f"(?:{re.escape(character)}|{re.escape(parted)})"


def _composed(words: str) -> str:
    """`words` with each letter and its accents as one character, where there is one."""
    return words if words.isascii() else normalize("NFC", words)
