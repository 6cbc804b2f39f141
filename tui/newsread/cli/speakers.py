"""`newsread quotes --speaker NAME`: whose quotes are printed, and what is said when nobody is meant."""

from collections import Counter
from difflib import get_close_matches

from msgspec.structs import replace

from newsread.layout.cards import Cards
from newsread.layout.said import who
from newsread_filters.model import Reading

_MOST = 5
"""Names that are suggested."""


class Speakers:
    """Chooses quotes by their speaker, as the quotes pane of the reader does; remembers who else is quoted."""

    def __init__(self, name: str) -> None:
        """Choose the quotes of who is meant by `name`: a part of a name or a role."""
        self.name = name
        self._found = False
        self._others: Counter[str] = Counter()

    def chosen(self, reading: Reading) -> Reading:
        """The reading with their quotes alone."""
        quotes = tuple(reading.quotes[number] for number in Cards(reading.quotes, words=self.name).in_text)
        self._found |= bool(quotes)
        self._others.update(map(who, reading.quotes))
        return replace(reading, quotes=quotes)

    @property
    def complaint(self) -> str | None:
        """What to say when nobody was found in any source; None when somebody was."""
        if self._found:
            return None
        if not self._others:
            return f"nobody called “{self.name}” is quoted, nor is anybody else."
        near = self._nearest()
        if near:
            return f"nobody called “{self.name}” is quoted. Did you mean {' or '.join(near)}?"
        names = [name for name, _ in self._others.most_common(_MOST)]
        more = len(self._others) - len(names)
        return f"nobody called “{self.name}” is quoted, but {', '.join(names)}{f' and {more} more' if more else ''}."

    def _nearest(self) -> list[str]:
        """The names that are, or hold a word that is, written nearly like the one asked for; the best first."""
        owners: dict[str, str] = {}
        for name in self._others:
            for words in (name, *name.split()):
                owners.setdefault(words.casefold(), name)
        near = get_close_matches(self.name.casefold(), owners, _MOST, 0.7)
        return list(dict.fromkeys(owners[words] for words in near))
