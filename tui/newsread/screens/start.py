"""Opening anything: an address, a file whose path is completed, what is pasted, what was read before.

Imported when it is first asked for.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding, BindingType
from textual.events import Paste
from textual.widgets._input import Input

from newsread.layout.cells import cropped
from newsread.layout.wrap import PARTED
from newsread.screens.choosing import ChoosingScreen
from newsread.sources import shown
from newsread.sources.completing import common, completions, is_folder, meant
from newsread.when import today, told
from newsread.widgets.choices import Choice

if TYPE_CHECKING:
    from newsread.state import Remembered

Open = Callable[[str], object]
Show = Callable[[], object]
SAMPLE = "The sample article"
_MOST_PATHS = 500
"""How many of the paths that fit are listed."""
_SITE, _DAY, _READ = 19, len("yesterday"), len("100%")
"""Cells of what is told of an article that was opened before: its site, when that was, how much of it was read."""


class _Line(Input):
    """A line to type into; of what is pasted, it takes one line."""

    def __init__(self, read: Open, **options: Any) -> None:
        """Hand a text of several lines to `read`."""
        super().__init__(**options)
        self._read = read

    def _on_paste(self, event: Paste) -> None:
        if len(event.text.strip().splitlines()) > 1:
            event.stop()
            event.prevent_default()  # which is to type the first line
            self._read(event.text)


class OpenScreen(ChoosingScreen):
    """A line for an address or a path; below it what can be opened without typing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "complete", show=False, priority=True),
        Binding("down,ctrl+n", "move(1)", show=False, priority=True),
        Binding("up,ctrl+p,shift+tab", "move(-1)", show=False, priority=True),
    ]

    def __init__(self, open_source: Open, open_text: Open, show_sample: Show, typed: str = "") -> None:
        """Open what is chosen by `open_source`, a text that is pasted by `open_text`; begin with what is `typed`."""
        super().__init__("Open", "an address or a path; or paste one, or a whole text", ())
        self._open = open_source
        self._open_text = open_text
        self._typed_first = typed
        self._known: list[Choice] = [Choice(SAMPLE, show_sample, group="Sample", about="What newsread does")]
        self._moved = False

    def begin(self) -> None:
        """Type what to open."""
        self.line.value = self._typed_first
        super().begin()
        self.narrow(self._typed_first)

    def remember(self, starred: Sequence["Remembered"], recent: Sequence["Remembered"]) -> None:
        """Offer articles that were opened before, the starred ones first."""
        stars = {each.identity for each in starred}
        others = [each for each in recent if each.identity not in stars]
        self._known = [
            *(_choice(each, "Starred", self._open) for each in starred),
            *(_choice(each, "Recent", self._open) for each in others),
            *self._known,
        ]
        if self.is_laid_out:
            self.narrow(self._heeded)
            self._arrange()
            self.tell()

    # Keys

    def action_move(self, step: int) -> None:
        """Go to the next choice, first to the one that stands on top of what was typed; Enter is for it now."""
        self._heed()
        is_there, self._moved = not self._moved and bool(self.line.value.strip()), True
        if is_there:
            self.tell()
        else:
            super().action_move(step)

    def action_complete(self) -> None:
        """Complete the path as far as it is certain; where nothing is to be completed, go to the next choice."""
        line = self.line
        paths = completions(line.value) if line.value and "://" not in line.value else []
        longer = common(paths)
        if len(longer) > len(line.value):
            self._type(longer)
        else:
            self.action_move(1)

    def action_choose(self) -> None:
        """Open what was typed, or what the cursor was moved to; go on in a folder."""
        self._heed()
        choice, typed = self.list.current, meant(self.line.value.strip())
        if choice is not None and choice.group == "Folders" and self._moved:
            self._type(choice.title)
        elif choice is not None and (self._moved or not typed):
            super().action_choose()
        elif is_folder(typed):
            self._go_into(f"{typed.rstrip('/')}/")
        elif typed:
            self.dismiss()
            self.app.call_later(self._open, typed)

    def _go_into(self, folder: str) -> None:
        """List what is in a folder; when it is listed, go to the first of that."""
        if self.line.value == folder:
            self.action_move(1)
        else:
            self._type(folder)

    def _type(self, path: str) -> None:
        """Have `path` in the line."""
        self.line.value = path
        self.line.cursor_position = len(path)

    def make_line(self, hint: str) -> Input:
        """A line that hands a text of several lines on to be read."""
        return _Line(self._read, placeholder=hint, compact=True)

    def _read(self, text: str) -> None:
        self.dismiss()
        self.app.call_later(self._open_text, text)

    def choose_clicked(self) -> None:
        """What is clicked is meant, whatever is typed."""
        self._moved = True
        super().choose_clicked()

    def narrow(self, typed: str) -> None:
        """List what fits what was `typed`: paths, or what was opened before and is called like that."""
        self._moved = False
        paths = completions(typed)[:_MOST_PATHS] if typed else []
        if _is_path(typed):
            self._choices = [self._path(path) for path in paths]
            self.list.offer(self._choices)
        else:
            self._choices = [*self._known, *(self._path(path) for path in paths)]
            self.list.offer(self._choices)
            self.list.find(typed)

    def _path(self, path: str) -> Choice:
        group = "Folders" if path.endswith("/") else "Files"
        return Choice(path, partial(self._open, path), group=group, note=group[:-1].lower())

    def tell(self) -> None:
        """Say what Enter does."""
        typed, choice = self.line.value.strip(), self.list.current
        self.head.say("")
        as_typed = bool(typed) and not self._moved
        keys = PARTED.join(
            (
                "Tab completes",
                f"Enter opens {'what is typed' if as_typed else 'this'}",
                f"Esc {'clears' if typed else 'closes'}",
            )
        )
        self.foot.say(choice.about if choice is not None and not as_typed else "", keys)


def _choice(each: "Remembered", group: str, open_source: Open) -> Choice:
    name, site = each.title or each.source, cropped(each.site or "", _SITE)
    opened = told(today(each.opened), today())
    read = "" if each.read is None else "read" if each.read == 100 else f"{each.read}%"
    aside = (site, f"{opened:>{_DAY}}", f"{read:>{_READ}}")
    return Choice(name, partial(open_source, each.source), group=group, aside=aside, about=shown(each.source))


def _is_path(typed: str) -> bool:
    return typed.startswith(("/", "~", "./", "../")) or ("/" in typed and "://" not in typed)
