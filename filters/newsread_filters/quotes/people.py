"""The people and organisations of an article, by the names it gives them."""

import re
from collections.abc import Iterable

_CAP = r"[A-ZÀ-ÖØ-Þ][\w’'-]*[a-zß-ÿ]\w*|[A-Z]{2,}|(?:[A-Z]\.)+"
_NAME = re.compile(rf"(?:{_CAP})(?: (?:(?:de|van|von|der|den|la|le|bin|al|el|di|da|dos|del) )?(?:{_CAP}))+")


class Register:
    """Full names by their last part, in order of appearance."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Read the names of `texts`."""
        self.by_last: dict[str, list[str]] = {}
        for text in texts:
            for match in _NAME.finditer(text):
                name = match.group()
                self.by_last.setdefault(name.rsplit(" ", 1)[1].removesuffix("'s").removesuffix("’s"), []).append(name)
