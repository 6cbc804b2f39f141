"""Asking for one key or a few, on the status line: the letter of a link, the name of a mark, a format."""

from collections.abc import Callable
from typing import NamedTuple

from textual.events import Key

from newsread.screens.prompting import Prompting
from newsread.widgets.status import Status


class Question(NamedTuple):
    """What is asked, and what becomes of the answer."""

    text: str
    keys: tuple[tuple[str, str], ...]
    """The keys to name on the status line, with what they do."""
    answer: Callable[[str], "Question | None"]
    """Takes what was typed, and gives the next question, None when there is none."""
    leave: Callable[[], None] = lambda: None
    """Called when the question is gone, answered or not."""


class Asking(Prompting):
    """Hands the keys to a question while there is one; Esc, the mouse and any command end it."""

    _question: Question | None = None

    @property
    def prompting(self) -> bool:
        """Whether keys are answers now."""
        return self._question is not None or super().prompting

    def ask(self, question: Question) -> None:
        """Put `question` on the status line."""
        self._question = question

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While something is asked, keys are answers, but for the one that leaves the program at once."""
        if self._question is not None and action == "press":
            return self.keymap.command(str(parameters[0])) == "interrupt"
        return super().check_action(action, parameters)

    def action_command(self, name: str) -> None:
        """Carry out a command that came by mouse or palette; nothing is asked any more."""
        self._stop_asking()
        super().action_command(name)

    def tell(self) -> None:
        """Show the question in place of the status."""
        if self._question is not None:
            self.status.say(Status(self._question.text, keys=(*self._question.keys, ("Esc", "leaves"))))
        else:
            super().tell()

    def on_key(self, event: Key) -> None:
        """Take the answer."""
        question = self._question
        if question is None:
            return
        event.stop()
        event.prevent_default()
        self._stop_asking()
        if event.key != "escape":
            self._question = question.answer(event.character or event.key)
        self.tell()

    def _on_moved(self) -> None:
        self._stop_asking()

    def _stop_asking(self) -> None:
        question, self._question = self._question, None
        if question is not None:
            question.leave()
