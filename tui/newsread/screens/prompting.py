"""Asking for a line of text, in place of the status line."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual.events import DescendantFocus
from textual.widget import Widget

from newsread.screens.base import Part

if TYPE_CHECKING:
    from newsread.widgets.prompt import Prompt


class Prompting(Part):
    """Opens and closes the prompt."""

    _prompt: "Prompt | None" = None

    @property
    def prompting(self) -> bool:
        """Whether a prompt is open."""
        return self._prompt is not None

    def prompt(
        self,
        sign: str,
        hint: str,
        answer: Callable[[str], None],
        *,
        typed: Callable[[str], object] | None = None,
        left: Callable[[], object] | None = None,
        earlier: Sequence[str] = (),
    ) -> None:
        """Ask for a line; `answer` gets it, or `left` is called when the prompt is left with Esc.

        `typed` gets what there is so far, at each key; what was typed `earlier` can be had again.
        """
        from newsread.widgets.prompt import Prompt

        self._leave_prompt()
        before: Widget | None = self.focused

        def done(text: str | None) -> None:
            if self._prompt is not prompt:  # a second Enter, right behind the first one
                return
            self._prompt = None
            prompt.line.release_mouse()
            prompt.remove()
            self.status.display = True
            self.set_focus(before if before is not None and before.is_attached else self.article)
            if text is not None:
                answer(text)
            elif left is not None:
                left()
            self.tell()

        prompt = self._prompt = Prompt(sign, hint, done, typed, earlier)
        self.give_keys(self.mount(prompt, before=self.status), prompt.line)
        self.status.display = False

    def action_command(self, name: str) -> None:
        """Carry out a command, which the mouse may give while something is asked: nothing is any more."""
        self._leave_prompt()
        super().action_command(name)

    def _leave_prompt(self) -> None:
        if self._prompt is not None:
            self._prompt.action_leave()

    def _on_descendant_focus(self, event: DescendantFocus) -> None:
        """While a line is typed, the keys stay with it, whatever is clicked or shown meanwhile."""
        if self._prompt is not None and event.widget is not self._prompt.line:
            self.set_focus(self._prompt.line)
