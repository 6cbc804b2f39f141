"""The table of contents of an article with headings."""

from functools import partial

from newsread.layout.column import Place
from newsread.layout.index import Index
from newsread.screens.moving import Moving


class Contents(Moving):
    """Lists the headings, and goes to one."""

    def do_contents(self) -> None:
        """List the headings of the text that is shown, the current one under the cursor."""
        index = self.index
        headings = [] if index is None else _shown(index, cuts=self.article.cuts)
        if index is None or not headings:
            self.say("No headings in this article")
            return
        from newsread.screens.listing import ListScreen
        from newsread.widgets.choices import Choice

        top = min(index.blocks[number].level or 2 for number in headings)
        choices = [
            Choice(_title(index, number, top), partial(self._go_to, number), note=f"{_percent(index, number)}%")
            for number in headings
        ]
        at = max(0, sum(1 for number in headings if number <= self.article.cursor) - 1)
        self.lay_over(ListScreen("Contents", "finds a heading", choices, self.keymap, at))

    def _go_to(self, block: int) -> None:
        self.do_article_pane()
        self.article.go_to(Place(block))
        self.tell()


def _shown(index: Index, *, cuts: bool) -> list[int]:
    """The headings that are shown."""
    return [number for number in index.headings if cuts or not index.blocks[number].removed]


def _title(index: Index, number: int, top: int) -> str:
    """The words of a heading, set in for each level below the `top` one."""
    block = index.blocks[number]
    return "  " * ((block.level or 2) - top) + (block.text or block.source_text)


def _percent(index: Index, number: int) -> int:
    return index.percent(number, 0, len(index.blocks) - 1)
