"""Finds a paragraph of one text of a page in another text of the same page: by its words."""

from collections.abc import Sequence

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
        for distance in range(_REACH):
            for near in (number - distance, number + distance):
                if 0 <= near < len(blocks) and blocks[near].source_text in there:
                    return there[blocks[near].source_text]
        return 0


def _first_numbers(blocks: Sequence[Block]) -> dict[str, int]:
    numbers: dict[str, int] = {}
    for number, block in enumerate(blocks):
        numbers.setdefault(block.source_text, number)
    return numbers
