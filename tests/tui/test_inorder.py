"""Keys in the order in which they are typed."""

from asyncio import Event, sleep
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.events import Key
from textual.widget import Widget

from newsread.screens.inorder import InOrder


class Stuck(Widget, can_focus=True):
    """Heeds a key until it is let go."""

    def __init__(self) -> None:
        super().__init__()
        self.heeding, self.let_go = Event(), Event()

    async def on_key(self) -> None:
        """Never be done with it."""
        self.heeding.set()
        await self.let_go.wait()


class Program(InOrder, App[int]):
    """Counts the keys that are its own."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("x", "count", priority=True)]
    counted = 0

    def compose(self) -> ComposeResult:
        """Show nothing but what is stuck."""
        yield Stuck()

    def is_bound(self, key: str) -> bool:
        """Only the one."""
        return key == "x"

    def action_count(self) -> None:
        """Count."""
        self.counted += 1


async def test_a_key_that_never_ends_does_not_stop_those_behind_it_for_good() -> None:
    """What is typed within the patience waits; a key after that goes on with all that waits."""
    program = Program()
    async with program.run_test():
        stuck = program.query_one(Stuck)
        try:
            stuck.focus()
            program.post_message(Key("a", "a"))
            await stuck.heeding.wait()
            program.post_message(Key("x", "x"))
            for _ in range(20):
                await sleep(0)
            assert program.counted == 0
            program.PATIENCE = 0.0
            program.post_message(Key("x", "x"))
            for _ in range(20):
                await sleep(0)
            assert program.counted == 2
        finally:
            stuck.let_go.set()
