"""What is done with text that the mouse picked out: it is copied, or let go of."""

from typing import TYPE_CHECKING

from newsread import clipboard
from newsread.messages import Selected
from newsread.screens.quoting import Quoting

if TYPE_CHECKING:
    from newsread.widgets.article import ArticlePane
    from newsread.widgets.quotes import QuotesPane


class Selecting(Quoting):
    """Copies the selection in place of the paragraph, while there is one."""

    def do_copy(self) -> None:
        """Copy what is selected; else the quote or the paragraph under the cursor."""
        if self._picked is not self.pane or not self.copy_selection():
            super().do_copy()

    def copy_selection(self) -> bool:
        """Copy what is selected, and keep it so; whether anything is."""
        words = clipboard.paragraph(self._picked.selected_text) if self._picked else ""
        if words:
            self.app.copy_to_clipboard(words)
            self.say("Copied what is selected")
        return bool(words)

    def end_selection(self) -> bool:
        """Let go of what is selected; whether anything was."""
        pane = self._picked
        if pane is not None:
            pane.let_go()
        return pane is not None

    @property
    def _picked(self) -> "ArticlePane | QuotesPane | None":
        """The pane in which something is selected, as long as it is to be seen."""
        panes = (self.article, self.quotes)
        return next((pane for pane in panes if pane.selection is not None and pane.display), None)

    def _on_selected(self, message: Selected) -> None:
        """Say what can be done with it; what was selected in the other pane is let go."""
        for pane in (self.article, self.quotes):
            if pane is not message.pane:
                pane.select(None)
        self.say(f"Selected: {self.keymap.row(copy='copies', cancel='lets go')}" if self._picked else "")
        self.tell()
