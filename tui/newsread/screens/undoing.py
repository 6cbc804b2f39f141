"""Undo and redo of everything that changes anything."""

from newsread.changes import Changes, Inverse
from newsread.screens.base import Part


class Undoing(Part):
    """Keeps the changes of this session, whichever article they were made in.

    What only changes the view (removed lines shown, a search, the place) is no change: its own key takes it back, and
    `u` must not have to go through it to come to a rule.
    """

    def __init__(self) -> None:
        """Begin with nothing changed."""
        super().__init__()
        self._changes = Changes()

    def changed(self, name: str, inverse: Inverse) -> None:
        """Note a change that was just made: `name` in words, as in "speaker corrected", and what takes it back."""
        self._changes.push(name, inverse)

    def say_undoable(self, told: str) -> None:
        """Say what was just changed, as a sentence begins, and what takes it back."""
        self.say(f"{told[:1].upper()}{told[1:]}; {self.keymap.row(undo='takes that back')}")

    def do_undo(self) -> None:
        """Take back the last change."""
        change = self._changes.undo()
        if change is None:
            self.say("Nothing to undo since newsread was started")
        elif not self._said:  # what could not be taken back has said so
            self.say(f"Undone: {change.name}")

    def do_redo(self) -> None:
        """Make the change again that was taken back last."""
        change = self._changes.redo()
        if change is None:
            self.say("Nothing to redo")
        elif not self._said:
            self.say(f"Done again: {change.name}")
