"""What is done with text that the mouse picked out: it is copied, or let go of."""

from newsread import clipboard
from newsread.screens.quoting import Quoting


class Selecting(Quoting):
    """Copies the selection in place of the paragraph, while there is one."""

    def do_copy(self) -> None:
        """Copy what is selected; else the quote or the paragraph under the cursor."""
        if self.pane is self.quotes or not self.copy_selection():
            super().do_copy()

    def copy_selection(self) -> bool:
        """Copy what is selected, and keep it so; whether anything is."""
        words = clipboard.paragraph(self.article.selected_text)
        if words:
            self.app.copy_to_clipboard(words)
            self.say("Copied what is selected")
        return bool(words)

    def end_selection(self) -> bool:
        """Let go of what is selected; whether anything was."""
        return self.article.select(None)

    def _on_selected(self) -> None:
        self.say(f"Selected: {self.keymap.row(copy='copies', cancel='lets go')}" if self.article.selection else "")
        self.tell()
