"""How the text is set, by key: the length of lines, what parts paragraphs, and nothing but the text."""

from typing import get_args

from newsread.layout.column import Spacing
from newsread.screens.base import Part

_SHORTEST, _LONGEST, _STEP = 20, 200, 4
_SPACINGS: tuple[Spacing, ...] = get_args(Spacing)
_TOLD: dict[Spacing, str] = {
    "close": "Paragraphs set in, as in a book",
    "normal": "A blank row between paragraphs",
    "wide": "Two blank rows between paragraphs",
}


class Comfort(Part):
    """The commands for it. They hold for the session; what shall stay is a setting, and is said."""

    spacing: Spacing = "normal"
    in_focus = False
    """Whether nothing but the text is shown."""

    @property
    def wide(self) -> bool:
        """Whether both panes are visible."""
        return super().wide and not self.in_focus

    def do_wider(self) -> None:
        """Set the text in longer lines."""
        self._measure_by(_STEP)

    def do_narrower(self) -> None:
        """Set the text in shorter lines."""
        self._measure_by(-_STEP)

    def do_spacing(self) -> None:
        """Go to the next spacing."""
        number = (_SPACINGS.index(self.article.spacing) + 1) % len(_SPACINGS)
        self.article.set_in(self.article.measure, _SPACINGS[number])
        self.say(f"{_TOLD[_SPACINGS[number]]} (reader.spacing = “{_SPACINGS[number]}”)")

    def do_focus_mode(self) -> None:
        """Show nothing but the text; or all of it again."""
        self.in_focus = not self.in_focus
        self.status.quiet(on=self.in_focus)
        self.arrange_panes()
        if self.in_focus:
            self.set_focus(self.article)
            self.say(f"Nothing but the text; for the rest, {self.keymap.way('focus_mode')}")

    def leave_focus_mode(self) -> bool:
        """From the text, show everything again; whether anything was left out."""
        if self.in_focus and self.pane is self.article:
            self.do_focus_mode()
            return True
        return False

    def _measure_by(self, step: int) -> None:
        now = min(self.article.measure, self.article.room)
        measure = min(max(now + step, _SHORTEST), _LONGEST, max(self.article.room, _SHORTEST))
        if measure == now:
            self.say("There is no room for longer lines" if step > 0 else "Lines are as short as can be")
            return
        self.article.set_in(measure, self.article.spacing)
        self.say(f"Lines of at most {measure} columns (reader.measure = {measure})")
