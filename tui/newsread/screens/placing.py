"""Places in the text: where each article was left, marks by letter, and the star on an article."""

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from newsread.changes import Inverse
from newsread.layout.cells import cropped
from newsread.layout.column import Place
from newsread.layout.index import Index
from newsread.layout.view import View
from newsread.screens.asking import Asking, Question
from newsread.screens.whole import WholePage
from newsread.widgets.status import Status

if TYPE_CHECKING:
    from newsread.state import State


_TITLE = 30
"""Cells of an article's title in the name of a change: it may be taken back when another one is on the screen."""


class _Kept(NamedTuple):
    """What is remembered of an article besides its changes."""

    place: tuple[int, int]
    starred: bool
    marks: dict[str, tuple[int, int]]
    lines: dict[int, int]
    """The checksums of the blocks that all these are in."""

    def places(self, index: Index) -> tuple[Place, dict[str, Place]]:
        """Where the place and the marks are in the text as it is now."""
        from newsread.layout.aligned import found_again

        def now(block: int, offset: int) -> Place:
            return Place(found_again(index.blocks, block, self.lines.get(block)), offset)

        return now(*self.place), {letter: now(*place) for letter, place in self.marks.items()}


class Placing(Asking, WholePage):
    """Keeps the place of each article and goes there when it is opened again; the commands of marks and stars."""

    starred = False
    """Whether the article on the screen is starred."""
    _starred_lately = False
    """Whether the star was put on or taken off since the article is shown: what is recalled late is older."""
    _marks: dict[str, Place] = {}  # noqa: RUF012 - replaced, never changed
    _before: Place | None = None
    """Where the last jump to a mark began."""

    # The place

    def on_unmount(self) -> None:
        """Keep the place of the article that is left with the program."""
        self._keep_place()

    def _show(self, index: Index) -> None:
        again = self._is_loaded_again
        if again:
            self.leave_whole_page()
        view, marks, starred, before = self.article.view, self._marks, self.starred, self.index
        self._keep_place()
        super()._show(index)
        self._marks, self._before, self.starred = (marks, None, starred) if again else ({}, None, False)
        self._starred_lately = False
        if again and before is not None:
            self._stay(view, before, index)
        if self.remembered_source is not None:
            restore = partial(self._restore, index, moved=again)
            self.call_after_refresh(lambda: self.recall(partial(_kept, index.reading.identity), restore))

    def _stay(self, view: View, before: Index, index: Index) -> None:
        """Look at the same paragraphs as before the page was loaded again, also when others came in between."""
        if all(one.source_text == other.source_text for one, other in zip(before.blocks, index.blocks, strict=False)):
            self.article.look(view)
            return
        from newsread.layout.aligned import Aligned

        moved = Aligned(before.blocks, index.blocks).to_other
        for letter, place in list(self._marks.items()):
            self._keep_mark(letter, Place(moved(place.block), place.offset))
        block = moved(view.place.block) if view.place.block > 0 else view.place.block
        self.article.look(View(Place(block, view.place.offset), moved(view.cursor), view.cuts))

    def _keep_place(self) -> None:
        """Remember the first row that is seen; the whole page has other rows."""
        if self.index is None or self.whole or self.remembered_source is None:
            return
        identity, place, percent = self.identity, self.article.place, self.article.percent
        kept = (place.block, place.offset, percent) if place.block > 0 else (0, 0, percent)
        line = self._line(self.index, kept[0]) if kept[0] else None
        self.note(lambda state: state.keep_place(identity, *kept, line))

    def _restore(self, index: Index, kept: _Kept, *, moved: bool) -> None:
        """Go where the article was left, unless it is no longer there or somebody has moved already."""
        if self.index is not index:
            return
        if not self._starred_lately:
            self.starred = kept.starred
        (block, offset), marks = kept.places(index)
        self._marks = marks | self._marks
        window = self.article.window
        if window is None or moved or window.top != window.flow.first or window.cursor != window.first_item:
            return
        if 0 < block < len(index.blocks) and self.article.is_far(Place(block, offset)):
            self.article.look(View(Place(block, offset), block))
            self.say(f"Where you left it; to the beginning: {self.keymap.sign('top')}")

    # Marks

    def do_set_mark(self) -> None:
        """Ask for a letter, and mark the line under the cursor with it."""
        if self.index is not None:
            self.ask(Question("Mark this line with", (("a letter", ""),), self._mark))

    def do_go_to_mark(self) -> None:
        """Ask for the letter of a mark, and go there."""
        if self.index is not None:
            known = " ".join(sorted(self._marks)) or "no marks yet"
            back = self.keymap.sign("go_to_mark")
            self.ask(Question("Go to", ((known, ""), (back, "where the last jump began")), self._go_to_mark))

    def _mark(self, key: str) -> None:
        if len(key) != 1 or not key.isalnum():
            self.say("A mark is a letter or a figure")
            return
        self._keep_mark(key, Place(max(self.article.cursor, 0)))
        self.say(f"Marked {key}; to come back: {self.keymap.sign('go_to_mark')}{key}")

    def _keep_mark(self, letter: str, place: Place) -> None:
        identity = self.identity
        self._marks = {**self._marks, letter: place}
        if self.index is not None and self.remembered_source is not None and not self.whole:
            line = self._line(self.index, place.block)
            self.note(lambda state: state.keep_mark(identity, letter, place.block, place.offset, line))

    def _line(self, index: Index, block: int) -> int | None:
        from newsread.layout.aligned import checksum

        return checksum(index.blocks[block]) if block < len(index.blocks) else None

    def _go_to_mark(self, key: str) -> None:
        place = self._before if key == "'" else self._marks.get(key)
        if place is None:
            self.say("Nothing to go back to" if key == "'" else f"No mark {key}")
            return
        self._before = Place(max(self.article.cursor, 0))
        self.do_article_pane()
        self.article.go_to(place)

    # Stars

    def do_star(self) -> None:
        """Star the article, or take the star off."""
        if self.remembered_source is None:
            self.say("Only what can be opened again is starred: an address or a file")
            return
        title = (self.index.reading.article.title if self.index is not None else None) or "an article without a title"
        name = f"{'star off' if self.starred else 'star on'} “{cropped(title, _TITLE)}”"
        self.changed(name, self._star(self.identity, on=not self.starred))
        self.say("Starred" if self.starred else "Star taken off")

    def _star(self, identity: str, *, on: bool) -> Inverse:
        self.note(lambda state: state.star(identity, on=on))
        if identity == self.identity:
            self.starred, self._starred_lately = on, True
        return lambda: self._star(identity, on=not on)

    def _status(self) -> Status:
        status = super()._status()
        return status._replace(details=(*status.details, "★")) if self.starred and status.details else status


def _kept(identity: str, state: "State") -> _Kept:
    return _Kept(state.place(identity), state.is_starred(identity), state.marks(identity), state.lines(identity))
