"""The quotes as they are laid out in their pane: in the order of the text or by speaker, everybody's or some's."""

from collections.abc import Iterable, Sequence

from newsread.layout.finding import Named, found
from newsread.layout.said import UNNAMED
from newsread_filters.model import Quote


class Cards:
    """An order of an article's quotes; a position is where a quote stands in it, a number where in the text."""

    def __init__(self, quotes: Sequence[Quote], *, grouped: bool = False, words: str = "") -> None:
        """Arrange once those `quotes` whose speaker is meant by `words`; all of them when there are none."""
        self.quotes = quotes
        self.grouped = grouped
        self.words = words.strip()
        self.roles = {each.speaker: each.role for each in reversed(quotes) if each.speaker and each.role}
        """The first role that is told of each speaker."""
        self._ordinals: list[int] = []
        groups = self._groups()
        self.counts = {speaker: len(numbers) for speaker, numbers in groups.items()}
        """How many quotes each speaker has; None stands for those whose speaker is not known."""
        shown = groups.values() if not self.words else self._meant(groups)
        self.numbers: Sequence[int] = [number for group in shown for number in group]
        """The quotes shown, by position."""
        self.in_text: Sequence[int] = sorted(self.numbers)
        """The quotes shown, in the order of the text."""
        if not grouped:
            self.numbers = self.in_text
        self._positions = {number: position for position, number in enumerate(self.numbers)}

    def position(self, number: int) -> int | None:
        """Where quote `number` stands; None when it is not shown."""
        return self._positions.get(number)

    def at(self, position: int) -> Quote:
        """The quote that stands at `position`."""
        return self.quotes[self.numbers[position]]

    def ordinal(self, position: int) -> int:
        """The how many-th of its speaker's quotes stands at `position`, from 1."""
        return self._ordinals[self.numbers[position]]

    def leads(self, position: int) -> bool:
        """Whether a group begins at `position`."""
        return self.grouped and (position == 0 or self.at(position - 1).speaker != self.at(position).speaker)

    def _groups(self) -> dict[str | None, list[int]]:
        """The numbers by speaker, in the order in which they first speak; the unknown ones last."""
        groups: dict[str | None, list[int]] = {}
        for number, quote in enumerate(self.quotes):
            group = groups.setdefault(quote.speaker, [])
            group.append(number)
            self._ordinals.append(len(group))
        unknown = groups.pop(None, None)
        return groups | {None: unknown} if unknown else groups

    def _meant(self, groups: dict[str | None, list[int]]) -> Iterable[list[int]]:
        """The groups whose speaker is meant by the words; of the unknown speakers, those whose mention is."""
        named = [speaker for speaker in groups if speaker is not None]
        meant = found(self.words, [Named(name, self.roles.get(name) or "") for name in named])
        yield from (groups[named[number]] for number in sorted(meant))
        unknown = groups.get(None, [])
        mentions = [Named(self.quotes[number].mention or UNNAMED, UNNAMED) for number in unknown]
        yield [unknown[each] for each in sorted(found(self.words, mentions))]
