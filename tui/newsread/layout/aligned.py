"""Finds a paragraph of one text of a page in another one: another text of it, or the page as it is later."""

from collections.abc import Iterator, Sequence
from zlib import crc32

from newsread_filters.model import Block

_REACH = 400
"""How many blocks around one are looked at for the nearest that is in both texts."""


class Aligned:
    """Two texts of a page side by side; made once, so that no key looks at all of either."""

    def __init__(self, one: Sequence[Block], other: Sequence[Block]) -> None:
        """Look at both; linear in their lengths."""
        self._sides = (one, other)
        self._numbers = (_first_numbers(one), _first_numbers(other))

    def to_other(self, number: int) -> int:
        """Where block `number` of the first text stands in the other one; if it does not, the nearest that does."""
        return self._over(number, 0)

    def to_one(self, number: int) -> int:
        """The same from the other text to the first one."""
        return self._over(number, 1)

    def _over(self, number: int, side: int) -> int:
        blocks, there = self._sides[side], self._numbers[1 - side]
        if number < 0:
            return number
        near = (blocks[each].source_text for each in _around(number, blocks))
        return next((there[text] for text in near if text in there), 0)


def checksum(block: Block) -> int:
    """What tells a paragraph from others, without keeping its words."""
    return crc32(block.source_text.encode("utf8", "surrogatepass"))


def found_again(blocks: Sequence[Block], number: int, line: int | None) -> int:
    """Where the block stands whose number was `number` and whose checksum is `line`; `number` when it is not near."""
    if line is None:
        return number
    return next((each for each in _around(number, blocks) if checksum(blocks[each]) == line), number)


def _around(number: int, blocks: Sequence[Block]) -> Iterator[int]:
    """The numbers of `blocks`, ever farther from `number`."""
    for distance in range(_REACH):
        yield from (each for each in (number - distance, number + distance) if 0 <= each < len(blocks))


def _first_numbers(blocks: Sequence[Block]) -> dict[str, int]:
    numbers: dict[str, int] = {}
    for number, block in enumerate(blocks):
        numbers.setdefault(block.source_text, number)
    return numbers
