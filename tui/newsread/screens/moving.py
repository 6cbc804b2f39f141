"""Moving through the text and the quotes, and what is done to what the cursor is on."""

from bisect import bisect_left, bisect_right

from newsread import browser, clipboard
from newsread.changes import Inverse
from newsread.layout.window import Window
from newsread.messages import CommandPressed, QuoteChosen, QuotePressed
from newsread.screens.base import Part


class Moving(Part):
    """The commands of the two panes."""

    def do_down(self) -> None:
        """Go to the next paragraph or quote."""
        self.pane.steer(lambda window: window.move(1))

    def do_up(self) -> None:
        """Go to the previous paragraph or quote."""
        self.pane.steer(lambda window: window.move(-1))

    def do_page_down(self) -> None:
        """Turn to the next page."""
        self.pane.steer(lambda window: window.page(1))

    def do_page_up(self) -> None:
        """Turn to the previous page."""
        self.pane.steer(lambda window: window.page(-1))

    def do_half_down(self) -> None:
        """Go half a page down."""
        self.pane.steer(lambda window: window.page(1, share=2))

    def do_half_up(self) -> None:
        """Go half a page up."""
        self.pane.steer(lambda window: window.page(-1, share=2))

    def do_top(self) -> None:
        """Go to the beginning."""
        self.pane.steer(Window.to_first)

    def do_bottom(self) -> None:
        """Go to the end."""
        self.pane.steer(Window.to_last)

    # Quotes

    def do_next_quote(self) -> None:
        """Go to the quote after the current one; without one, to the first after the cursor."""
        self._step_quote(1)

    def do_previous_quote(self) -> None:
        """Go to the quote before the current one."""
        self._step_quote(-1)

    def _step_quote(self, step: int) -> None:
        if self.index is None or not self.index.quote_places:
            self.say("No quotes in this article")
            return
        shown, here = self.quotes.cards.in_text, self.article.cursor
        if self.quote is not None and self.index.quote_places[self.quote][0] == here:
            nearest = bisect_right(shown, self.quote) if step > 0 else bisect_left(shown, self.quote) - 1
        else:
            nearest = bisect_left(shown, self.index.quote_after(here, -1)) - (1 if step < 0 else 0)
        if 0 <= nearest < len(shown):
            self.mark(shown[nearest])
        else:
            self.say("No quote further down" if step > 0 else "No quote further up")

    def mark(self, number: int) -> None:
        """Make a quote the current one: marked and shown in the text, under the cursor in the pane."""
        self.quote = number
        self.article.mark_quote(number)
        self.quotes.go(number)

    def do_choose(self) -> None:
        """Go to the text of the quote under the cursor."""
        if self.pane is self.quotes and self.quotes.number is not None:
            self._chosen(self.quotes.number)

    def _chosen(self, number: int) -> None:
        self.mark(number)
        if not self.wide:
            self.do_article_pane()

    # Panes

    def do_other_pane(self) -> None:
        """Change between the text and the quotes."""
        if self.pane is self.quotes:
            self.do_article_pane()
        else:
            self.do_quotes_pane()

    def do_article_pane(self) -> None:
        """Go to the text."""
        self.in_quotes = False
        self.arrange_panes()
        self.set_focus(self.article)

    def do_quotes_pane(self) -> None:
        """Go to the quotes."""
        if self.has_quotes:
            self.in_quotes = True
            self.arrange_panes()
            self.set_focus(self.quotes)
        else:
            self.say("No quotes in this article")

    # Cuts

    def do_toggle_cuts(self) -> Inverse | None:
        """Show what was removed, or hide it."""
        if self.index is None or not self.index.touched:
            self.say("Nothing was removed from this article")
            return None
        return self.show_cuts(shown=not self.article.cuts)

    def show_cuts(self, *, shown: bool) -> Inverse:
        """Show the cuts in their places, or hide them."""
        self.article.show_cuts(shown=shown)
        return lambda: self.show_cuts(shown=not shown)

    # What the cursor is on

    def do_copy(self) -> None:
        """Copy the paragraph under the cursor, through the terminal."""
        if self.index is not None:
            self.app.copy_to_clipboard(clipboard.paragraph(self.article.block_text))
            self.say("Copied the paragraph")

    def do_browser(self) -> None:
        """Open the article's own page in the browser."""
        url = self.address
        if not url:
            self.say("This article has no address to open")
        else:
            self.open_in_browser(url)

    def open_in_browser(self, url: str) -> None:
        """Open `url` in the browser, if it is a web address."""
        try:
            browser.open_url(url)
        except browser.NoBrowser as error:
            self.say(str(error))
        else:
            self.say("Opened in the browser")

    @property
    def address(self) -> str | None:
        """The address of what is shown."""
        if self.index is None:
            return None
        return self.index.reading.article.url or self.index.reading.page.url

    # The mouse

    def _on_moved(self) -> None:
        self.tell()

    def _on_quote_chosen(self, message: QuoteChosen) -> None:
        self._chosen(message.number)
        self.tell()

    def _on_quote_pressed(self, message: QuotePressed) -> None:
        self.mark(message.number)
        self.tell()

    def _on_command_pressed(self, message: CommandPressed) -> None:
        self.action_command(message.name)
