"""Asking for a line of text, in place of the status line."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

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

        before: Widget | None = self.focused

        def done(text: str | None) -> None:
            if self._prompt is not prompt:  # a second Enter, right behind the first one
                return
            self._prompt = None
            prompt.remove()
            self.status.display = True
            if before is not None:
                self.set_focus(before)
            if text is not None:
                answer(text)
            elif left is not None:
                left()
            self.tell()

        prompt = self._prompt = Prompt(sign, hint, done, typed, earlier)
        self.give_keys(self.mount(prompt, before=self.status), prompt.line)
        self.status.display = False
