"""A reading session without a screen: a state and a line that was typed give the next state and what to print.

Nothing here prints, reads or waits, so that every word of the linear mode can be tested as a value.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable

from msgspec.structs import replace

from newsread.layout.index import Index
from newsread.layout.links import Link, all_links
from newsread.layout.search import Search
from newsread.linear import spoken
from newsread.linear.commands import understood
from newsread.linear.state import Answer, State
from newsread_filters.gate import clean_line
from newsread_filters.reading import Reading

_NO_LINKS = "There are no links in this article."


class Session:
    """The commands on one reading. It holds no state of its own."""

    def __init__(self, reading: Reading) -> None:
        self.index = Index(reading)

    @property
    def address(self) -> str | None:
        """The address of what is read."""
        return self.index.reading.article.url or self.index.reading.page.url

    def opening(self) -> tuple[str, ...]:
        """What is printed first."""
        return tuple(spoken.opening(self.index))

    def answer(self, state: State, line: str) -> Answer:
        """Carry out what was typed."""
        found = understood(line)
        if found is None:
            return Answer(state, (f"There is no command “{clean_line(line)}”. ? and Enter lists the commands.",))
        command, argument = found
        carry_out: Callable[[State, str], Answer] = getattr(self, f"do_{command.name}")
        return carry_out(state, argument)

    # Paragraphs

    def do_down(self, state: State, _: str) -> Answer:
        """Read the next paragraph."""
        items = self._items(state)
        after = bisect_right(items, state.block)
        if after < len(items):
            return self._read(state, items[after])
        return Answer(state, ("This is the end of the article.",))

    def do_up(self, state: State, _: str) -> Answer:
        """Read the previous paragraph."""
        items = self._items(state)
        before = bisect_left(items, state.block) - 1
        if before >= 0:
            return self._read(state, items[before])
        return Answer(state, ("This is the beginning of the article.",))

    def do_again(self, state: State, _: str) -> Answer:
        """Read the paragraph or quote that was read last."""
        if state.quote is not None:
            return self._read_quote(state, state.quote)
        return self._read(state, state.block) if state.block >= 0 else Answer(state, self.opening())

    def do_rest(self, state: State, _: str) -> Answer:
        """Read on to the end."""
        items = self._items(state)
        rest = items[bisect_right(items, state.block) :]
        if not rest:
            return self.do_down(state, "")
        lines = [line for number in rest for line in self._paragraph(state, number)]
        return Answer(self._at(state, rest[-1]), (*lines, "This is the end of the article."))

    def do_go(self, state: State, argument: str) -> Answer:
        """Read the paragraph of a number, from 1."""
        items = self._items(state)
        if argument.isdecimal() and 1 <= int(argument) <= len(items):
            return self._read(state, items[int(argument) - 1])
        return Answer(state, (f"Name a paragraph by its number, 1 to {len(items)}.",))

    def do_top(self, state: State, _: str) -> Answer:
        """Read the first paragraph."""
        return self.do_go(state, "1")

    def do_bottom(self, state: State, _: str) -> Answer:
        """Read the last paragraph."""
        return self.do_go(state, str(len(self._items(state))))

    def do_headings(self, state: State, _: str) -> Answer:
        """List the headings."""
        numbered = [(number, self.index.blocks[at]) for number, at in enumerate(self._items(state), 1)]
        headings = [(number, block.text) for number, block in numbered if block.kind == "heading" and not block.removed]
        lines = [f"{number}: {text}" for number, text in headings]
        return Answer(state, tuple(lines) or ("There are no headings in this article.",))

    def do_where(self, state: State, _: str) -> Answer:
        """Say which paragraph was read last."""
        items = self._items(state)
        number = bisect_right(items, state.block)
        told = f"Paragraph {number} of {len(items)}." if number else f"Before the first of {len(items)} paragraphs."
        return Answer(state, (told,))

    def do_toggle_cuts(self, state: State, _: str) -> Answer:
        """Read what was removed, or leave it out."""
        if not self.index.touched:
            return Answer(state, ("Nothing was removed from this article.",))
        told = "Removed lines are left out." if state.cuts else "Removed lines are read in their places."
        return Answer(replace(state, cuts=not state.cuts), (f"{told} {spoken.removed(self.index)}",))

    # Quotes

    def do_next_quote(self, state: State, _: str) -> Answer:
        """Read the quote after the last one, or after the last paragraph."""
        number = state.quote + 1 if state.quote is not None else self.index.quote_after(state.block, -1)
        return self._read_quote(state, number, "There is no quote further down.")

    def do_previous_quote(self, state: State, _: str) -> Answer:
        """Read the quote before."""
        number = state.quote if state.quote is not None else self.index.quote_after(state.block, -1)
        return self._read_quote(state, number - 1, "There is no quote further up.")

    def do_quote(self, state: State, argument: str) -> Answer:
        """Read the quote of a number, from 1."""
        told = f"Name a quote by its number, 1 to {len(self.index.quote_places)}."
        return self._read_quote(state, int(argument) - 1 if argument.isdecimal() else -1, told)

    def do_quotes(self, state: State, _: str) -> Answer:
        """List the quotes."""
        return Answer(state, tuple(spoken.quotes(self.index)) or ("There are no quotes in this article.",))

    # Searching

    def do_search(self, state: State, argument: str) -> Answer:
        """Search for words."""
        if not argument:
            return Answer(state, ("Type the words to search for behind the slash.",))
        return self._hit(replace(state, words=argument), 1)

    def do_next_hit(self, state: State, _: str) -> Answer:
        """Read the next hit."""
        return self._hit(state, 1)

    def do_previous_hit(self, state: State, _: str) -> Answer:
        """Read the hit before."""
        return self._hit(state, -1)

    # Links

    def do_links(self, state: State, _: str) -> Answer:
        """List the links."""
        return Answer(state, tuple(spoken.links(self._links(state), self.index)) or (_NO_LINKS,))

    def do_link(self, state: State, argument: str) -> Answer:
        """Open the link of a number, from 1."""
        links = self._links(state)
        if argument.isdecimal() and 1 <= int(argument) <= len(links):
            return Answer(state, (), "browse", links[int(argument) - 1].url)
        return Answer(state, (f"Name a link by its number, 1 to {len(links)}." if links else _NO_LINKS,))

    def _links(self, state: State) -> list[Link]:
        return list(all_links(self.index.reading.article, self.index.linking, cuts=state.cuts))

    # The rest

    def do_browser(self, state: State, _: str) -> Answer:
        """Open the article's own page."""
        if self.address is None:
            return Answer(state, ("This article has no address to open.",))
        return Answer(state, (), "browse", self.address)

    def do_help(self, state: State, _: str) -> Answer:
        """List the commands."""
        return Answer(state, tuple(spoken.commands()))

    def do_quit(self, state: State, _: str) -> Answer:
        """Leave."""
        return Answer(state, (), "quit")

    def _items(self, state: State) -> list[int]:
        """The numbers of the blocks that are read; the head was said at the opening."""
        return list(self.index.items(cuts=state.cuts)[1:])

    def _paragraph(self, state: State, number: int) -> Iterable[str]:
        return spoken.paragraph(self.index.blocks[number], cuts=state.cuts)

    def _at(self, state: State, number: int, offset: int = -1) -> State:
        return replace(state, block=number, offset=offset, quote=None)

    def _read(self, state: State, number: int) -> Answer:
        return Answer(self._at(state, number), tuple(self._paragraph(state, number)))

    def _read_quote(self, state: State, number: int, otherwise: str = "") -> Answer:
        if not self.index.quote_places:
            return Answer(state, ("There are no quotes in this article.",))
        if not 0 <= number < len(self.index.quote_places):
            return Answer(state, (otherwise,))
        block = self.index.quote_places[number][0]
        return Answer(replace(self._at(state, block), quote=number), tuple(spoken.quote(number, self.index)))

    def _hit(self, state: State, step: int) -> Answer:
        """Read the paragraph of the next or previous hit, going round at the ends."""
        if not state.words:
            return Answer(state, ("Nothing was searched for: type a slash and the words.",))
        search = self._search(state)
        hit = (search.following if step > 0 else search.preceding)(state.block, state.offset)
        if hit is None:
            return Answer(state, (self._not_found(state),))
        told = f"Hit {search.number(hit)} of {len(search.hits or ())}."
        lines = (told, *self._paragraph(state, hit.block))
        return Answer(self._at(state, hit.block, hit.start), lines)

    def _not_found(self, state: State) -> str:
        told = f"“{clean_line(state.words)}” is not in the text."
        if not state.cuts and self._search(replace(state, cuts=True)).hits:
            return f"{told} It is in what was removed: c and Enter reads that too."
        return told

    def _search(self, state: State) -> Search:
        """The search with all its hits found: nobody waits for a key here."""
        blocks = self.index.blocks

        def text(number: int) -> str:
            return blocks[number].source_text if state.cuts else blocks[number].text

        search = Search(state.words, self._items(state), text)
        search.find_all()
        return search
