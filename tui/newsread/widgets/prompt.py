"""A line to type into, where the status line was. Imported when the first prompt is opened."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets._input import Input
from textual.widgets._static import Static


class Prompt(Horizontal):
    """A sign, and a line to type into; tells what was typed, or None when it was left."""

    DEFAULT_CSS = """
    Prompt { height: 1; background: $panel; padding: 0 1; }
    Prompt Static { width: auto; color: $primary; text-style: bold; background: $panel; }
    Prompt Input { width: 1fr; background: $panel; background-tint: $panel 0%; }
    Prompt Input > .input--placeholder { color: $foreground 70%; }
    Prompt Input:focus { background-tint: $panel 0%; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False, priority=True),
        Binding("up,ctrl+p", "recall(-1)", show=False, priority=True),
        Binding("down,ctrl+n", "recall(1)", show=False, priority=True),
    ]

    def __init__(
        self,
        sign: str,
        hint: str,
        done: Callable[[str | None], None],
        typed: Callable[[str], object] | None = None,
        earlier: Sequence[str] = (),
    ) -> None:
        """Ask with `sign` in front and `hint` in the empty line; `done` gets what was typed, `typed` each step.

        The keys up and down put in what was typed `earlier`, the last first.
        """
        super().__init__()
        self._sign = sign
        self._done = done
        self._typed = typed
        self._lines = [*earlier, ""]
        self._at = len(earlier)
        """Which of the lines is there to be changed."""
        self.line = Input(placeholder=hint, compact=True, select_on_focus=False)
        """Where it is typed."""

    def compose(self) -> ComposeResult:
        """Lay out the sign and the line."""
        yield Static(Content(self._sign))
        yield self.line

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answer with what was typed."""
        event.stop()
        self._done(event.value)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell what there is so far."""
        event.stop()
        if self._typed is not None:
            self._typed(event.value)

    def action_leave(self) -> None:
        """Leave without an answer."""
        self._done(None)

    def action_recall(self, step: int) -> None:
        """Go to an earlier line, or back to the one that is typed."""
        self._lines[self._at] = self.line.value
        self._at = min(max(self._at + step, 0), len(self._lines) - 1)
        self.line.value = self._lines[self._at]
        self.line.cursor_position = len(self.line.value)
