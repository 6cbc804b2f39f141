"""All keys on one screen, from the list of commands. Imported when it is first asked for."""

from itertools import groupby
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets._static import Static

from newsread.commands import COMMANDS, Command, sign

_KEYS = 20


class HelpScreen(ModalScreen[None]):
    """The commands by group, with their keys in force."""

    DEFAULT_CSS = """
    HelpScreen { align: center middle; background: $background 60%; }
    HelpScreen VerticalScroll {
        width: 76; max-width: 100%; height: auto; max-height: 100%;
        background: $surface; padding: 1 3; scrollbar-size-vertical: 1;
        scrollbar-background: $surface; scrollbar-color: $panel;
    }
    HelpScreen Static { width: 1fr; height: auto; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,enter", "app.pop_screen", show=False),
        Binding("j,down", "scroll(1)", show=False),
        Binding("k,up", "scroll(-1)", show=False),
        Binding("space,pagedown", "scroll(10)", show=False),
        Binding("b,pageup", "scroll(-10)", show=False),
    ]

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        with VerticalScroll():
            yield Static(_listing())

    def action_scroll(self, rows: int) -> None:
        """Scroll the list by `rows`."""
        self.query_one(VerticalScroll).scroll_relative(y=rows, animate=False)


def _listing() -> Content:
    parts: list[Content] = []
    for group, commands in groupby(COMMANDS, key=lambda command: command.group):
        parts.append(Content.styled(group, "bold $primary"))
        parts.extend(_line(command) for command in commands)
        parts.append(Content(""))
    return Content("\n").join([*parts, Content.styled("Esc closes", "$text-muted")])


def _line(command: Command) -> Content:
    keys = " ".join(map(sign, command.keys))
    return Content.assemble(
        (f"  {keys:<{_KEYS}}", "bold"), command.title, (f"  {command.help}" if command.help else "", "$text-muted")
    )
