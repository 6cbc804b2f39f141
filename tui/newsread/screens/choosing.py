"""Lays a list over the reader: words that are typed narrow it, Enter chooses. Imported when it is first asked for."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets._input import Input

from newsread.layout.wrap import PARTED
from newsread.messages import Chosen
from newsread.widgets.choices import Choice, ChoiceList
from newsread.widgets.panel import PanelFoot, PanelHead

_WIDTH, _HEIGHT = 78, 30
_AROUND = ((16, 3), (9, 1), (0, 0))
"""From how many rows on the head and the foot get how many of them: the list is what one looks at."""


class ChoosingScreen(ModalScreen[None]):
    """A list with a line to type into above it, and what is said of the current choice below."""

    SCOPED_CSS = False  # else Textual looks for a ChoosingScreen within each screen that is made from it
    CSS = """
    ChoosingScreen { align: center top; background: $background 60%; }
    ChoosingScreen #panel { background: $surface; }
    ChoosingScreen #panel Input { height: 1; padding: 0 3; background: $surface; color: $foreground; }
    ChoosingScreen #panel Input:focus { background-tint: $surface 0%; }
    ChoosingScreen ChoiceList { height: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False, priority=True),
        Binding("enter", "choose", show=False, priority=True),
        Binding("down,ctrl+n,tab", "move(1)", show=False, priority=True),
        Binding("up,ctrl+p,shift+tab", "move(-1)", show=False, priority=True),
        Binding("pagedown", "page(1)", show=False, priority=True),
        Binding("pageup", "page(-1)", show=False, priority=True),
    ]

    def __init__(self, title: str, hint: str, choices: Sequence[Choice], *, full: bool = False) -> None:
        """Offer `choices` under `title`; `hint` stands in the empty line; a `full` list says more of each choice."""
        super().__init__()
        self._title = title
        self._hint = hint
        self._choices = choices
        self._full = full
        self.is_laid_out = False

    def compose(self) -> ComposeResult:
        """Lay out the panel."""
        with Vertical(id="panel"):
            yield PanelHead(self._title)
            yield self.line(self._hint)
            self.list = ChoiceList(full=self._full)
            yield self.list
            yield PanelFoot()

    def line(self, hint: str) -> Input:
        """The line to type into; `hint` stands in it while it is empty."""
        return Input(placeholder=hint, compact=True)

    def on_mount(self) -> None:
        """Take the keys."""
        if not self.query("#panel"):  # left again before it was there: keys may come faster than it is made
            return
        self.is_laid_out = True
        self._arrange()
        self.list.offer(self._choices)
        self.begin()
        self.tell()

    def begin(self) -> None:
        """Type what to find."""
        self.query_one(Input).focus()

    def add(self, choices: Sequence[Choice]) -> None:
        """Offer more, also while words are typed already."""
        self._choices = [*self._choices, *choices]
        if self.is_mounted:
            self.list.add(choices)
            self.tell()

    def on_resize(self) -> None:
        """Find a place for the panel."""
        self._arrange()

    def _arrange(self) -> None:
        """Find a place for the panel, and share its rows out."""
        columns, height, above = self.place()
        for panel in self.query("#panel"):
            panel.styles.width, panel.styles.height, panel.styles.margin = columns, height, (above, 0, 0, 0)
        around = next(around for least, around in _AROUND if height >= least)
        for each in self.query("PanelHead, PanelFoot"):
            each.display, each.styles.height = around > 0, around
        for line in self.query(Input):
            line.styles.margin = (0, 0, 1 if around > 1 else 0, 0)

    def place(self) -> tuple[int, int, int]:
        """The columns and rows of the panel, and the rows above it.

        In the upper middle, with some of the reader around it; on a small screen, all of it.
        """
        columns, rows = self.app.size
        height = _HEIGHT if rows >= _HEIGHT + 6 else rows
        return _WIDTH if columns >= _WIDTH + 6 else columns, height, (rows - height) // 3

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Until there is a list, it can only be left."""
        return self.is_laid_out or action == "leave"

    def action_leave(self) -> None:
        """Forget the words; without any, leave."""
        typed = [each for each in self.query(Input) if each.value]
        if not typed:
            self.dismiss()
        for each in typed:
            each.value = ""

    def action_move(self, step: int) -> None:
        """Go to the next choice."""
        self.list.steer(lambda window: window.move(step))
        self.tell()

    def action_page(self, step: int) -> None:
        """Turn a page."""
        self.list.steer(lambda window: window.page(step))
        self.tell()

    def action_choose(self) -> None:
        """Do what was chosen."""
        choice = self.list.current
        if choice is not None:
            self.dismiss()
            self.app.call_later(choice.do)

    @on(Chosen)
    def _clicked(self) -> None:
        self.action_choose()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.list.find(event.value)
        self.tell()

    def tell(self) -> None:
        """Say how many there are, and of the current one what the list does not say."""
        choice, all_keys = self.list.current, PARTED.join(("Enter chooses", "Esc closes"))
        count, all_of_them = self.list.count, len(self._choices)
        self.query_one(PanelHead).say(str(count) if count == all_of_them else f"{count} of {all_of_them}")
        foot = self.query_one(PanelFoot)
        if choice is None:
            foot.say("Nothing is called that", "Esc forgets the words")
        else:
            foot.say("" if self._full else choice.about, all_keys)
