"""Searching the text that is shown."""

from collections.abc import Iterable
from itertools import zip_longest
from threading import Thread
from time import sleep

from newsread.layout.concealed import concealed
from newsread.layout.search import Hit, Search
from newsread.messages import Searched
from newsread.screens.moving import Moving
from newsread.screens.prompting import Prompting

_MOST_EARLIER = 100
"""How many searches are remembered while the program runs."""
_BREATH = 0.001
"""Seconds between two slices of a search through a long article."""


class Searching(Prompting, Moving):
    """The commands of a search. In a long article the first hit is sought near the cursor, all others in a thread."""

    search: Search | None = None
    _hit: Hit | None = None
    _awaited: int = 0
    """The direction of a step that waits for the thread; 0 when none does."""
    _round: str = ""
    """Where the last step went on, when it went past an end."""
    _earlier: tuple[str, ...] = ()
    """What was searched for so far, the last at the end."""
    _told_of: Search | None = None
    """The search of which it was said that it finds something in the cuts only."""

    def do_search(self) -> None:
        """Ask for the words to find."""
        if self.index is not None:
            self.do_article_pane()
            self.prompt(
                "/",
                f"Search the text; Enter alone for {self._earlier[-1]} again" if self._earlier else "Search the text",
                self._search_for,
                typed=self._show_typed,
                left=self._show_search,
                earlier=self._earlier,
            )

    def do_next_hit(self) -> None:
        """Go to the next hit."""
        self._step_hit(1)

    def do_previous_hit(self) -> None:
        """Go to the previous hit."""
        self._step_hit(-1)

    def end_search(self) -> bool:
        """Forget the search; whether there was one."""
        ended = self.search is not None
        self.search = self._hit = None
        self.article.mark_hits(None)
        return ended

    def _show_typed(self, words: str) -> None:
        """Mark what is in view of the words so far; nothing is gone to before they are all there."""
        column = self.article.column
        if column is not None:
            self.article.mark_hits(Search(words, column.flow.items, column.text) if words.strip() else None)

    def _show_search(self) -> None:
        """Mark again what was searched for before, if anything was."""
        self.article.mark_hits(self.search)

    def _search_for(self, words: str) -> None:
        """Go to the first of `words`; without any, go on with those that were searched for last."""
        if words.strip():
            self._earlier = (*(each for each in self._earlier if each != words), words)[-_MOST_EARLIER:]
            self._begin_search(words, 1)
        elif self._earlier:
            self._show_search()
            self._step_hit(1)

    def _begin_search(self, words: str, step: int) -> None:
        column = self.article.column
        if column is not None:
            self.search, self._hit = Search(words, column.flow.items, column.text), None
            self._look_for_all(self.search)
            self.article.mark_hits(self.search)
            self._step_hit(step)

    def search_again(self) -> None:
        """Search what is shown now for the same words; the text shown has changed."""
        column = self.article.column
        if self.search is not None and column is not None:
            self.search, self._hit = Search(self.search.words, column.flow.items, column.text), None
            self._look_for_all(self.search)
            self.article.mark_hits(self.search)

    def _look_for_all(self, search: Search) -> None:
        cuts = [] if self.index is None or self.article.cuts else concealed(search, self.index)
        if self.index is None or len(self.index.blocks) <= Search.AHEAD:
            search.find_all()
            search.concealed = sum(cuts)
        else:
            Thread(target=self._find_all, args=(search, cuts), daemon=True).start()

    def _find_all(self, search: Search, cuts: Iterable[int]) -> None:
        """In a thread: find everything a slice at a time, so that keys never wait long for the interpreter."""
        hits: list[Hit] = []
        count = 0
        for found, more in zip_longest(search.slices(), cuts):
            hits += found or ()
            count += more or 0
            if search is not self.search:
                return
            sleep(_BREATH)
        self.post_message(Searched(search, hits, count))

    def _on_searched(self, message: Searched) -> None:
        message.search.hits, message.search.concealed = message.hits, message.concealed
        if message.search is self.search:
            if self._awaited:
                self._step_hit(self._awaited)
            elif self._hit is not None:
                self._say_hit()
            self.tell()

    def _step_hit(self, step: int) -> None:
        search = self.search
        if search is None and self._earlier:
            self._begin_search(self._earlier[-1], step)
            return
        if search is None:
            self.say(f"Nothing to search for yet: {self.keymap.way('search')}")
            return
        if search.hits == [] and search.concealed and not self.article.cuts:
            self._reveal(step)
            return
        block, offset = (
            self._hit[:2] if self._hit and self._hit.block == self.article.cursor else (self.article.cursor, -1)
        )
        hit = search.following(block, offset) if step > 0 else search.preceding(block, max(offset, 0))
        self._awaited = step if hit is None and search.hits is None else 0
        if hit is not None:
            self._round = _told_round(step, hit, (block, offset))
            self._hit = hit
            self.article.mark_hits(search, hit)
        self._say_hit()

    def _reveal(self, step: int) -> None:
        """Show the cuts, and go to what is found there; the first time, only say that this is possible."""
        if self._told_of is self.search:
            self.do_toggle_cuts()
            self._step_hit(step)
        else:
            self._told_of = self.search
            self._say_hit()

    def _say_hit(self) -> None:
        search, hit = self.search, self._hit
        if search is None:
            return
        more = f"{search.concealed} in removed lines"
        if search.hits is None:
            self.say(f"/{search.words}" + ("  searching …" if self._awaited else ""))
        elif not search.hits and search.concealed:
            self.say(f"/{search.words}  only {more}: {self.keymap.sign('next_hit')} shows them")
        elif not search.hits:
            self.say(f"/{search.words}  not found in the text shown")
        elif hit is not None:
            self.say(
                f"/{search.words}  {search.number(hit)} of {len(search.hits)}{self._round}"
                + (f", {more}" if search.concealed else "")
            )


def _told_round(step: int, hit: Hit, before: tuple[int, int]) -> str:
    """What is said of a step from the place `before` that went round to `hit`; nothing when it stayed at a lone one."""
    if hit[:2] == before:
        return ""
    if step > 0:
        return ", from the top" if hit[:2] < before else ""
    return ", from the end" if hit[:2] > before else ""
