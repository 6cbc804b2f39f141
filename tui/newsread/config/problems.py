"""What is wrong with a configuration, said so that it can be mended at once."""

from collections.abc import Iterable
from typing import NamedTuple


class Problem(NamedTuple):
    """One thing that is wrong: where, and what to do."""

    file: str
    line: int | None
    key: str
    message: str

    def __str__(self) -> str:
        """One line, as compilers write it."""
        where = f"{self.file}:{self.line}" if self.line else self.file
        return f"{where}: {self.key}: {self.message}" if self.key else f"{where}: {self.message}"


def nearest(name: str, valid: Iterable[str]) -> str:
    """“ Did you mean …?” when one of `valid` is near, else what is valid."""
    from difflib import get_close_matches

    valid = list(valid)
    near = get_close_matches(name, valid, 1)
    return f" Did you mean {near[0]}?" if near else f" There are: {', '.join(valid)}."
