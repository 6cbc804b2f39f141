"""Writing the article and its quotes to a file of their own."""

from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from newsread.messages import Saved
from newsread.screens.asking import Asking, Question
from newsread_filters.gate import clean_line
from newsread_filters.model import Reading

if TYPE_CHECKING:
    from newsread.output.export import Format


class Exporting(Asking):
    """The command that writes the article; the file is never one that is there already."""

    def do_write(self) -> None:
        """Ask for the format, and write the article to the folder that newsread was started in."""
        if self.index is not None:
            self.ask(self._which_format(removed=False))

    def _which_format(self, *, removed: bool) -> Question:
        formats: dict[str, Format] = {"t": "text", "m": "markdown", "j": "json", "h": "html"}
        keys: tuple[tuple[str, str], ...] = (("t", "text"), ("m", "Markdown"), ("j", "JSON"), ("h", "HTML"))
        if self.index is not None and self.index.touched:
            keys += (("r", "kept only" if removed else "removed too"),)

        def answer(key: str) -> Question | None:
            if key in formats:
                self._write(formats[key], removed=removed)
            elif key == "r":
                return self._which_format(removed=not removed)
            else:
                self.say("Not written: press w, then the letter of a format")
            return None

        return Question("Write all as" if removed else "Write as", keys, answer)

    def _write(self, form: "Format", *, removed: bool) -> None:
        """Write in a thread of its own: a long article takes a while. Leaving the program waits for it."""
        if self.index is not None:
            self.say("Writing …")
            Thread(target=self._written, args=(self.index.reading, form), kwargs={"removed": removed}).start()

    def _written(self, reading: Reading, form: "Format", *, removed: bool) -> None:
        from newsread.output.export import write

        folder = None
        try:
            folder = Path.cwd()
            path = write(reading, folder, form, removed=removed)
        except OSError as error:
            where = f"to {clean_line(str(folder))}" if folder else "to the folder that newsread was started in"
            self.post_message(Saved(f"Not written {where}: {error.strerror or error}"))
        else:
            self.post_message(Saved(f"Written to {clean_line(str(path))}"))

    def _on_saved(self, message: Saved) -> None:
        self.say(message.told)
        self.tell()
