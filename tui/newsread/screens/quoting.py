"""What is done with the quotes: their order, whose are shown, copying them, and correcting who said one."""

from functools import partial

from msgspec.structs import replace
from textual.events import DescendantFocus

from newsread.changes import Inverse
from newsread.layout.card import counted
from newsread.layout.said import who
from newsread.screens.rereading import Rereading
from newsread.widgets.keybar import KeyBar
from newsread_filters.model import Quote


class Quoting(Rereading):
    """The commands of the quotes pane."""

    keybar: KeyBar
    quote_style = "lines"
    """How a copied quote is written: one of `newsread.citing.STYLES`."""

    def tell(self) -> None:
        """Mark the quote that is being read, and bring the status line up to date."""
        among_quotes = self.pane is self.quotes
        if not among_quotes:
            self.quotes.follow(self._read_quote())
        super().tell()
        self.status.go_on(below=self.keybar.display)
        self.keybar.tell(among_quotes=among_quotes, panel=self.panel_keys, over=self.status.over)

    def _on_descendant_focus(self, event: DescendantFocus) -> None:
        """The keys go to another pane, which is known only now."""
        if event.widget in {self.article, self.quotes} or self.panel_keys is not None:
            self.tell()

    def _read_quote(self) -> int | None:
        """The quote in the paragraph under the text's cursor: the current one, else the first; None when none is."""
        marks = self.index.marks.get(self.article.cursor) if self.index is not None else None
        if not marks:
            return None
        return self.quote if any(mark.number == self.quote for mark in marks) else marks[0].number

    @property
    def _meant(self) -> int | None:
        """The quote that a command means: under the cursor of the pane, or in the paragraph that is being read."""
        return self.quotes.number if self.pane is self.quotes else self._read_quote()

    # Order and choice

    def do_toggle_order(self) -> None:
        """Group the quotes by speaker, or show them in the order of the text."""
        if self.has_quotes:
            self.quotes.present(grouped=not self.quotes.cards.grouped)
            self.say("Quotes by speaker" if self.quotes.cards.grouped else "Quotes in the order of the text")
        else:
            self.say("No quotes in this article")

    def do_search(self) -> None:
        """Among the quotes, ask whose to show; in the text, for the words to find."""
        if self.pane is self.quotes:
            self.do_speakers()
        else:
            super().do_search()

    def do_speakers(self) -> None:
        """Ask whose quotes to show; they are shown while the name is typed."""
        self.do_quotes_pane()
        if self.has_quotes:
            show = partial(self._show_speakers, self.quotes.cards.words)
            self.prompt(
                "Speaker ",
                "a part of a name or a role; Esc shows all",
                show,
                typed=self._choose_speakers,
                left=self.end_speakers,
            )

    def end_speakers(self) -> bool:
        """Show all speakers' quotes again; whether some were hidden."""
        chosen = bool(self.quotes.cards.words)
        if chosen:
            self._choose_speakers("")
        return chosen

    def _choose_speakers(self, words: str) -> None:
        self.quotes.present(words=words)

    def _show_speakers(self, before: str, words: str) -> None:
        self._choose_speakers(words)
        cards = self.quotes.cards
        if not cards.numbers:
            self.say(f"Nobody who is quoted here is called “{words.strip()}”")
            self._choose_speakers(before)
        elif cards.words:
            self.say(f"{counted(len(cards.numbers))} of {len(cards.quotes)}; Esc shows all")

    # Copying

    def do_copy(self) -> None:
        """Copy the quote under the cursor of the pane, or the paragraph."""
        quote = self.quotes.current if self.pane is self.quotes else None
        if quote is None:
            super().do_copy()
        else:
            self._copy([quote])
            self.say("Copied the quote")

    def do_copy_quotes(self) -> None:
        """Copy all quotes that are shown in the pane, in their order there."""
        cards = self.quotes.cards
        if cards.numbers:
            self._copy([cards.at(position) for position in range(len(cards.numbers))])
            self.say(f"Copied {counted(len(cards.numbers))}")
        else:
            self.say("No quotes to copy")

    def _copy(self, quotes: list[Quote]) -> None:
        from newsread import citing

        if self.index is not None:
            self.app.copy_to_clipboard(citing.cited(quotes, self.index.reading.article, self.quote_style))

    # Correcting

    def do_correct_speaker(self) -> None:
        """Offer the people of the article as the speaker of the quote that is meant."""
        number = self._meant
        if self.index is None or number is None:
            self.say(f"No quote here; for the next, {self.keymap.way('next_quote')}")
            return
        from newsread.screens.speakers import SpeakerScreen

        self.lay_over(SpeakerScreen(self.index, number, self.correct))

    def correct(self, quote: Quote, name: str | None) -> None:
        """Say who said a quote: `name`, nobody when it is empty, whom newsread found when it is None."""
        from newsread_filters.quotes import key_of

        speakers = dict(self.overrides.speakers)
        key = key_of(quote, self.quotes.quotes)
        if name is None:
            speakers.pop(key, None)
        else:
            speakers[key] = name
        if speakers != self.overrides.speakers:
            inverse = self.override(replace(self.overrides, speakers=speakers))
            self._corrected(quote, name, inverse)

    def _corrected(self, quote: Quote, name: str | None, inverse: Inverse) -> None:
        told = "speaker as newsread found it" if name is None else f"speaker corrected to {name or 'nobody'}"
        self.changed(f"{told} (was {who(quote)})", inverse)
        self.say_undoable(told)
        self.tell()
