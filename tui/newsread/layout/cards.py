"""The quotes as they are laid out in their pane: in the order of the text or by speaker, everybody's or some's."""

from collections.abc import Iterable, Sequence

from newsread.layout.finding import Named, found
from newsread.layout.said import UNNAMED, is_sure
from newsread_filters.model import Quote


class Groups:
    """An article's quotes by speaker, gathered once: no key looks at all of them."""

    def __init__(self, quotes: Sequence[Quote]) -> None:
        """Group `quotes` by speaker, in the order in which they first speak; those who are not known last."""
        self.quotes = quotes
        self.roles: dict[str, str] = {}
        """The first role that is told of each speaker."""
        self.ordinals: list[int] = []
        """Of each quote, the how many-th of its speaker's it is, from 1."""
        self.sure: set[str] = set()
        """The speakers of whom a quote is certain."""
        self.groups: dict[str | None, list[int]] = {}
        for number, quote in enumerate(quotes):
            group = self.groups.setdefault(quote.speaker, [])
            group.append(number)
            self.ordinals.append(len(group))
            if quote.speaker and quote.role:
                self.roles.setdefault(quote.speaker, quote.role)
            if quote.speaker and is_sure(quote):
                self.sure.add(quote.speaker)
        if None in self.groups:
            self.groups[None] = self.groups.pop(None)
        self.in_text = range(len(quotes))
        self.by_speaker = [number for group in self.groups.values() for number in group]
        self.positions = dict(zip(self.by_speaker, self.in_text, strict=True))

    def meant(self, words: str) -> Iterable[int]:
        """The quotes whose speaker is meant by `words`; of those not known, the ones whose mention is."""
        named = [speaker for speaker in self.groups if speaker is not None]
        meant = found(words, [Named(name, self.roles.get(name, "")) for name in named])
        for number in sorted(meant):
            yield from self.groups[named[number]]
        unknown = self.groups.get(None, [])
        mentions = [Named(self.quotes[number].mention or UNNAMED, UNNAMED) for number in unknown]
        yield from (unknown[each] for each in sorted(found(words, mentions)))


class Cards:
    """An order of an article's quotes; a position is where a quote stands in it, a number where in the text."""

    def __init__(
        self, quotes: Sequence[Quote], *, grouped: bool = False, words: str = "", groups: Groups | None = None
    ) -> None:
        """Arrange those `quotes` whose speaker is meant by `words`; all of them when there are none."""
        self.groups = groups or Groups(quotes)
        self.quotes = quotes
        self.grouped = grouped
        self.words = words.strip()
        self.numbers: Sequence[int]
        """The quotes shown, by position."""
        self.in_text: Sequence[int]
        """The quotes shown, in the order of the text."""
        if self.words:
            meant = list(self.groups.meant(self.words))
            self.in_text = sorted(meant)
            self.numbers = meant if grouped else self.in_text
            self._positions = {number: position for position, number in enumerate(self.numbers)}
        else:
            self.in_text = self.groups.in_text
            self.numbers = self.groups.by_speaker if grouped else self.in_text
            self._positions = self.groups.positions

    def arranged(self, *, grouped: bool, words: str) -> "Cards":
        """The same quotes in another order, or of other speakers."""
        return Cards(self.quotes, grouped=grouped, words=words, groups=self.groups)

    def position(self, number: int) -> int | None:
        """Where quote `number` stands; None when it is not shown."""
        if self.grouped or self.words:
            return self._positions.get(number)
        return number if 0 <= number < len(self.quotes) else None

    def at(self, position: int) -> Quote:
        """The quote that stands at `position`."""
        return self.quotes[self.numbers[position]]

    def ordinal(self, position: int) -> int:
        """The how many-th of its speaker's quotes stands at `position`, from 1."""
        return self.groups.ordinals[self.numbers[position]]

    def count(self, speaker: str | None) -> int:
        """How many quotes a speaker has; None stands for those whose speaker is not known."""
        return len(self.groups.groups[speaker])

    def role(self, speaker: str | None) -> str:
        """The role of a speaker; empty when none is told."""
        return self.groups.roles.get(speaker, "") if speaker else ""

    def is_sure(self, speaker: str | None) -> bool:
        """Whether any quote is certain to be by this speaker."""
        return speaker in self.groups.sure

    @property
    def speakers(self) -> list[str]:
        """Who is quoted, as far as they are known, in the order in which they first speak."""
        return [speaker for speaker in self.groups.groups if speaker is not None]

    def leads(self, position: int) -> bool:
        """Whether a group begins at `position`."""
        return self.grouped and (position == 0 or self.at(position - 1).speaker != self.at(position).speaker)
