"""Asks who said a quote: the people of the article, or any other name. Imported when it is first asked for."""

from collections.abc import Callable, Iterator
from functools import partial

from newsread.layout.card import counted
from newsread.layout.cards import Cards
from newsread.layout.cells import cropped
from newsread.layout.index import Index
from newsread.screens.choosing import ChoosingScreen
from newsread.widgets.choices import Choice
from newsread_filters.gate import clean_line
from newsread_filters.model import Quote
from newsread_filters.quotes import people_near

_WORDS = 44
"""Cells for the words of the quote."""
_QUOTED, _NAMED, _ELSE = "Quoted in this article", "Named near the quote", "Otherwise"

Correct = Callable[[Quote, str | None], object]
"""Takes a quote and who said it: nobody when the name is empty, whom newsread found when it is None."""


class SpeakerScreen(ChoosingScreen):
    """A menu of names for one quote."""

    def __init__(self, index: Index, number: int, correct: Correct) -> None:
        """Offer `correct` the names for quote `number`."""
        self._quote = index.reading.quotes[number]
        self._correct = correct
        words = cropped(clean_line(self._quote.text), _WORDS)
        super().__init__(f"Who said “{words}”?", "a name: one of these, or another", list(self._people(index)))

    def narrow(self, typed: str) -> None:
        """Offer what was typed as a name of its own, last."""
        name = clean_line(typed).strip()
        known = any(choice.title.casefold() == name.casefold() for choice in self._choices)
        other = [] if not name or known else [self._choice(f"Somebody else: {name}", name, _ELSE, "")]
        self.list.offer([*self._choices, *other])
        super().narrow(typed)

    def _people(self, index: Index) -> Iterator[Choice]:
        quotes = index.reading.quotes
        cards = Cards(quotes)
        said = sorted(cards.speakers, key=lambda name: not name[:1].isupper())  # those with a name before "an officer"
        for speaker in said:
            now = "now" if speaker == self._quote.speaker else counted(cards.count(speaker))
            yield self._choice(speaker, speaker, _QUOTED, now, cards.role(speaker))
        for name in people_near(index.reading.article, self._quote.spans[0].block):
            if name not in said:
                yield self._choice(name, name, _NAMED, "")
        if self._quote.speaker is not None:
            yield self._choice("Nobody who is named", "", _ELSE, "")
        if self._quote.rule == "corrected":
            yield self._choice("Whom newsread found", None, _ELSE, "takes your correction away")

    def _choice(self, title: str, name: str | None, group: str, note: str, about: str = "") -> Choice:
        return Choice(
            clean_line(title), partial(self._correct, self._quote, name), group, note=note, about=clean_line(about)
        )
