"""Pointing at a line of the text: what can be done about it, shown in its place before it is done."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from threading import Thread
from time import sleep
from typing import TYPE_CHECKING, Any, Literal

from msgspec.structs import replace

from newsread.layout.cells import cropped
from newsread.layout.index import Index
from newsread.messages import Counted
from newsread.screens.configuring import Configuring
from newsread.screens.whole import WholePage

if TYPE_CHECKING:
    from newsread.pointing.remedies import Pointed, Remedy
    from newsread.pointing.tally import Opened, Tally
    from newsread.widgets.remedies import RemediesPane

_BREATH = 0.001
"""Seconds between two slices of a count through a long article."""
_OTHERS = 10
_LONGEST = 5000
"""How many articles that were opened before are counted in, and how many lines one may have."""
_COMMENT = 120
"""Characters of a line that are written beside the rule that it led to."""


class Pointing(Configuring, WholePage):
    """Opens the panel beside a line, and does what is chosen there."""

    _early: "Remedy | None" = None
    """What was chosen before it was known what it would do."""
    _previewed: "Remedy | None" = None
    _last_source: str | None = None
    """Where the article on the screen came from, when the next one is shown."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        """Begin with nothing opened before."""
        super().__init__(*arguments, **options)
        self._others: dict[str | None, Opened] = {}

    def do_point(self) -> None:
        """Open the panel beside the line under the cursor; close it when it is open."""
        if self.whole:
            self.say(f"Nothing is removed from the whole page; for the article, {self.keymap.way('whole_page')}")
        elif not self.close_panel():
            if self.pane is self.quotes:
                self.do_choose()  # the line that is meant is the one that the quote stands in
            self._point()

    def _point(self) -> None:
        number = self.article.cursor
        if self.index is None or not 0 <= number < len(self.index.blocks):
            return
        from newsread.pointing.remedies import pointed
        from newsread.widgets.remedies import RemediesPane

        block = self.index.blocks[number]
        panel = RemediesPane(pointed(number, block, self.site, self.own.rules, self.overrides.put_back))
        self._early = self._previewed = None
        self.open_panel(panel)
        self._count(panel, self.index)
        self.follow_panel()

    # What it would do

    def _count(self, panel: "RemediesPane", index: Index) -> None:
        """Count what the remedies would do: the first lines here, the others in a thread."""
        from newsread.pointing.tally import SLICE, tallies

        others = [each for source, each in self._others.items() if source != self._shown_source]
        counts = tallies(panel.pointed.remedies, index.blocks, others)
        panel.tell(next(counts), counted=False)
        if len(index.blocks) <= SLICE and not others:
            panel.tell(next(counts), counted=True)
        Thread(target=self._count_on, args=(panel, counts), daemon=True).start()

    def _count_on(self, panel: "RemediesPane", counts: "Iterator[Sequence[Tally]]") -> None:
        """In a thread: count a slice at a time, so that keys never wait long for the interpreter."""
        sleep(_BREATH)  # the panel is to be seen first
        tallies: Sequence[Tally] = ()
        for counted in counts:
            if panel is not self.panel:
                return
            tallies = counted
            sleep(_BREATH)
        if tallies:
            self.post_message(Counted(panel, tallies))
        import newsread.config.apply
        import newsread.config.edit  # noqa: F401 - before something is to be written

    def _on_counted(self, message: Counted) -> None:
        panel = self._remedies
        if panel is None or panel is not message.panel:
            return
        panel.tell(message.tallies, counted=True)
        self._previewed = None
        self.follow_panel()
        if self._early is panel.remedy:
            self.press_panel()
        self.tell()

    def follow_panel(self) -> None:
        """Show in the text what the remedy under the cursor would do."""
        panel = self._remedies
        if panel is None:
            super().follow_panel()
        elif panel.remedy is not self._previewed:
            self._previewed = panel.remedy
            self.article.preview(self._fates(panel.remedy, panel.tally, panel.pointed))

    def _fates(self, remedy: "Remedy", tally: "Tally | None", pointed: "Pointed") -> Any:
        from newsread_filters.rules import NotApplied

        blocks = self.index.blocks if self.index else ()
        first = pointed.number if tally is None or tally.first is None else tally.first

        def fate(number: int) -> Literal["goes", "returns", ""]:
            block = blocks[number]
            if remedy.ends:
                return "goes" if number >= first and not block.removed else ""
            try:
                return remedy.fate if remedy.touches(block) else ""
            except NotApplied:
                return ""

        return None if tally and tally.refused else fate

    @property
    def _remedies(self) -> "RemediesPane | None":
        """The panel, when it is the one beside a line."""
        panel = self.panel
        return panel if panel is not None and hasattr(panel, "pointed") else None  # type: ignore[return-value]

    def _on_moved(self) -> None:
        """Point at another line that was clicked; else show what the remedy that was clicked would do."""
        panel = self._remedies
        if panel is not None and self.article.cursor != panel.pointed.number:
            self._point()
        elif panel is not None:
            self.follow_panel()

    def _on_panel_pressed(self) -> None:
        self.press_panel()
        self.tell()

    # Doing it

    def press_panel(self) -> None:
        """Do what the remedy under the cursor says, unless it would take too much."""
        panel = self._remedies
        if panel is None:
            super().press_panel()
            return
        remedy, tally = panel.remedy, panel.tally
        if tally is None or not panel.counted:
            self._early = remedy
            self.say("Counting what that would do …")
        elif tally.refused:
            self.say(f"Not done: {tally.refused}")
        else:
            self.close_panel()
            self._do(remedy, panel.pointed, tally)

    def _do(self, remedy: "Remedy", pointed: "Pointed", tally: "Tally") -> None:
        from newsread.config import edit
        from newsread.pointing.remedies import AddRule, DropRule, PutBack, SwitchOff, shortened

        match remedy.deed:
            case AddRule(rule):
                today = datetime.now().astimezone().date().isoformat()
                comment = f"{today}, from the line “{cropped(pointed.line, _COMMENT)}”"
                self.configure(
                    remedy.named(pointed.line),
                    edit.add_rule(rule, comment),
                    lambda: self._say_done(remedy, pointed, tally),
                )
            case DropRule(name):
                if self.configure(f"{name} taken out", edit.drop_rule(name)):
                    self.say_undoable(f"Took {name} out of your configuration")
            case SwitchOff(name, site):
                where = f"on {site}" if site else "everywhere"
                change = edit.set_option(name, "enabled", value=False, site=self.site_to_write if site else None)
                if self.configure(f"{name} off {where}", change):
                    self.say_undoable(f"Turned {name} off {where}")
            case PutBack(line, stands):
                lines = self.overrides.put_back | {line} if stands else self.overrides.put_back - {line}
                told = f"line {'put back' if stands else 'left to the filters'}: {shortened(line)}"
                self.changed(told, self.override(replace(self.overrides, put_back=lines)))
                self.say_undoable(told)

    def _say_done(self, remedy: "Remedy", pointed: "Pointed", tally: "Tally") -> None:
        """Say what came of a rule; it can be that something stands against it."""
        if self.index is None or pointed.number >= len(self.index.blocks):
            return
        block = self.index.blocks[pointed.number]
        refused = [each.message for each in self.index.reading.notices if each.kind == "rule-not-applied"]
        lines = f"{tally.lines:,} {'line' if tally.lines == 1 else 'lines'}"
        if block.removed == (remedy.fate == "goes"):
            self.say_undoable(f"Removed {lines}" if block.removed else f"{lines} back")
        elif refused:
            self.say(refused[0])
        elif block.source_text in self.overrides.put_back:
            self.say("The rule is written; this line stands because you put it back")
        else:
            self.say("The rule is written; another rule of yours decides over this line")

    def _show(self, index: Index) -> None:
        before = self.index
        if before is not None and not self.whole and len(before.blocks) <= _LONGEST:
            from newsread.pointing.tally import Opened

            self._others[self._last_source] = Opened(before.reading.article.url, before.blocks)
            for oldest in list(self._others)[:-_OTHERS]:
                del self._others[oldest]
        super()._show(index)
        self._last_source = self._shown_source
