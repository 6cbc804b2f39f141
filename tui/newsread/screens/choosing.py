"""Lays a list over the reader: words that are typed narrow it, Enter chooses. Imported when it is first asked for."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets._input import Input

from newsread.layout.wrap import PARTED
from newsread.messages import Chosen
from newsread.widgets.choices import Choice, ChoiceList
from newsread.widgets.panel import PanelFoot, PanelHead

_WIDTH, _HEIGHT, _LOWEST = 78, 30, 16
_BESIDES = 8
"""Rows of a panel that are no part of the list, besides that for a sentence."""
_AROUND = ((16, 3), (9, 1), (0, 0))
"""From how many rows on the head and the foot get how many of them: the list is what one looks at."""
_AIRY = 3
"""Of how many rows a foot gets one more for its sentence."""


class ChoosingScreen(ModalScreen[None]):
    """A list with a line to type into above it, and what is said of the current choice below."""

    SCOPED_CSS = False  # else Textual looks for a ChoosingScreen within each screen that is made from it
    CSS = """
    ChoosingScreen { align: center top; background: $background 60%; }
    ChoosingScreen #panel { background: $surface; }
    ChoosingScreen #panel Input { height: 1; padding: 0 3; background: $surface; color: $foreground; }
    ChoosingScreen #panel Input:focus { background-tint: $surface 0%; }
    ChoosingScreen #panel Input > .input--placeholder { color: $foreground 70%; }
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
        self._choices = choices
        self._full = full
        self.is_laid_out = False
        # Kept here, not looked for on the screen: what is recalled for a list may come when it is left already.
        self.head = PanelHead(title)
        self.line = self.make_line(hint)
        self.list = ChoiceList(full=full)
        self.foot = PanelFoot()
        self._listed = 0
        """The most rows that the list has needed."""
        self._heeded = ""
        """The words that the list is about."""

    def compose(self) -> ComposeResult:
        """Lay out the panel."""
        with Vertical(id="panel"):
            yield self.head
            yield self.line
            yield self.list
            yield self.foot

    def make_line(self, hint: str) -> Input:
        """The line to type into; `hint` stands in it while it is empty."""
        return Input(placeholder=hint, compact=True)

    def on_mount(self) -> None:
        """Take the keys."""
        self.is_laid_out = True
        self.list.offer(self._choices)
        self._arrange()
        self.begin()
        self.tell()

    def begin(self) -> None:
        """Type what to find, wherever is clicked."""
        self.list.can_focus = False
        self.set_focus(self.line)

    def add(self, choices: Sequence[Choice]) -> None:
        """Offer more, also while words are typed already."""
        self._choices = [*self._choices, *choices]
        if self.is_laid_out:
            self.list.add(choices)
            self._arrange()
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
        for each in (self.head, self.foot):
            each.display, each.styles.height = around > 0, around
        self.foot.styles.height = around + (self._sentence if around == _AIRY else 0)
        self.line.styles.margin = (0, 0, 1 if around > 1 else 0, 0)

    def place(self) -> tuple[int, int, int]:
        """The columns and rows of the panel, and the rows above it.

        In the upper middle, with some of the reader around it; as high as the most that it listed so far needs.
        """
        columns, rows = self.app.size
        columns, most = _WIDTH if columns >= _WIDTH + 6 else columns, _HEIGHT if rows >= _HEIGHT + 6 else rows
        self._listed = max(self._listed, self.list.rows_wanted(columns, most))
        return columns, min(most, max(_LOWEST, self._listed + _BESIDES + self._sentence)), (rows - most) // 3

    @property
    def _sentence(self) -> int:
        """How many rows the foot has for what is said of the current choice: a full list says it itself."""
        return 0 if self._full else 1

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Until there is a list, it can only be left."""
        return self.is_laid_out or action == "leave"

    def action_leave(self) -> None:
        """Forget the words; without any, leave."""
        if self.line.value:
            self.line.value = ""
        else:
            self.dismiss()

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Leave once: a second click that comes right behind the first one would take the reader away too."""
        return super().dismiss(result) if self.is_active else AwaitComplete()

    def action_move(self, step: int) -> None:
        """Go to the next choice of what fits all words typed."""
        self._heed()
        self.list.steer(lambda window: window.move(step))
        self.tell()

    def action_page(self, step: int) -> None:
        """Turn a page."""
        self.list.steer(lambda window: window.page(step))
        self.tell()

    def action_choose(self) -> None:
        """Do what is under the cursor of what fits all words typed."""
        self._heed()
        choice = self.list.current
        if choice is not None and self.is_active:
            self.dismiss()
            self.app.call_later(choice.do)

    @on(Chosen)
    def _clicked(self) -> None:
        self.choose_clicked()

    def choose_clicked(self) -> None:
        """Do what was clicked, which the cursor is on."""
        self.action_choose()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._heed()

    def _heed(self) -> None:
        """Narrow the list to the words that are typed now, if that has not been done."""
        typed = self.line.value
        if typed != self._heeded:
            self._heeded = typed
            self.narrow(typed)
            self._arrange()
            self.tell()

    def narrow(self, typed: str) -> None:
        """List what fits what was `typed`."""
        self.list.find(typed)

    def tell(self) -> None:
        """Say how many there are, and of the current one what the list does not say."""
        choice = self.list.current
        all_keys = PARTED.join(("Enter chooses", f"Esc {'clears' if self.line.value else 'closes'}"))
        count, all_of_them = self.list.count, len(self._choices)
        self.head.say(str(count) if count == all_of_them else f"{count} of {all_of_them}")
        if choice is None:
            self.foot.say("Nothing is called that", "Esc forgets the words")
        else:
            self.foot.say("" if self._full else choice.about, all_keys)
