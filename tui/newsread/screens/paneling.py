"""A panel beside the text, in the place of the quotes; in a narrow window below it, so that the text stays in sight."""

from textual.widget import Widget

from newsread.layout.index import Index
from newsread.screens.loading import Body
from newsread.screens.rereading import Rereading
from newsread.widgets.keybar import KeyBar
from newsread.widgets.lines import LinePane
from newsread.widgets.panes import SidePane

_SHARE = 2
"""What part of a narrow window's rows the panel may have."""
_RULED = 16
"""Rows from which there is one for a line between the text and the panel below it."""


class Paneling(Rereading):
    """Holds one panel at a time. A command that means nothing to the panel closes it, and is then carried out."""

    keybar: KeyBar
    panel: SidePane | None = None
    _rule: Widget | None = None

    @property
    def pane(self) -> LinePane:
        """The pane that keys move in."""
        return self.panel if self.panel is not None and self.focused is self.panel else super().pane

    def open_panel(self, panel: SidePane) -> None:
        """Open `panel` in the place of another one, and give it the keys."""
        self.close_panel()
        self.do_article_pane()
        from newsread.widgets.panel import PanelRule

        self.panel, self._rule = panel, PanelRule()
        self.give_keys(self.query_one(Body).mount(self._rule, panel), panel)
        self.arrange_panes()

    def close_panel(self) -> bool:
        """Close the panel; whether one was open."""
        panel, self.panel = self.panel, None
        if panel is None:
            return False
        self.article.preview(None)
        panel.remove()
        if self._rule is not None:
            self._rule.remove()
        self.query_one(Body).styles.layout = "horizontal"
        self.arrange_panes()
        self.set_focus(self.article)
        return True

    def arrange_panel(self, beside: Widget) -> None:
        """Give the panel its room: that of `beside` next to the text, or some rows below it."""
        panel = self.panel
        if panel is None:
            return
        self.query_one(Body).styles.layout = "horizontal" if self.wide else "vertical"
        beside.display = False
        if self._rule is not None:
            self._rule.display = not self.wide and self.app.size.height >= _RULED
        panel.styles.width = beside.styles.width if self.wide else "100%"
        panel.styles.height = "100%" if self.wide else min(panel.rows_wanted(self.app.size.width), self._rows)

    @property
    def _rows(self) -> int:
        return max(4, (self.app.size.height - 2) // _SHARE)

    def follow_panel(self) -> None:
        """Show in the text what the panel's cursor is on."""

    def press_panel(self) -> None:
        """Do what the panel's cursor is on."""

    def action_command(self, name: str) -> None:
        """Carry out a command, in the panel when it means something there."""
        if self.panel is not None and name not in self.panel.COMMANDS:
            self.close_panel()
        super().action_command(name)
        if self.panel is not None:
            self.follow_panel()

    def do_choose(self) -> None:
        """Do what the panel's cursor is on."""
        if self.panel is not None and self.pane is self.panel:
            self.press_panel()
        else:
            super().do_choose()

    @property
    def panel_keys(self) -> dict[str, str] | None:
        """What the keys do in the panel, while it has them."""
        return self.panel.keys_told if self.panel is not None and self.pane is self.panel else super().panel_keys

    def _reason(self) -> str:
        """Where there is no key bar: what the keys do in the panel."""
        keys = self.panel_keys
        return super()._reason() if keys is None or self.keybar.display else self.keymap.row(**keys)

    def _show(self, index: Index) -> None:
        self.close_panel()
        super()._show(index)

    def _show_again(self, index: Index) -> None:
        if self.panel is not None and not self.panel.STAYS:
            self.close_panel()
        super()._show_again(index)
