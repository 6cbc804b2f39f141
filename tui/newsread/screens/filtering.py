"""The filters, turned on and off and set beside the text that they clean."""

from threading import Thread
from typing import TYPE_CHECKING, Any

from newsread.layout.index import Index
from newsread.messages import FiltersDescribed
from newsread.screens.configuring import Configuring
from newsread.worker import JobFailed

if TYPE_CHECKING:
    from newsread.filternotes import FilterNote, OptionNote
    from newsread.widgets.filters import FiltersPane


class Filtering(Configuring):
    """Opens the panel of the filters; what is changed in it is written, and holds, at once."""

    _ahead_of_list: list[str]
    """The commands that were given before the filters were there."""

    def do_filters(self) -> None:
        """Open the panel of the filters; close it when it is open."""
        if self._filters is not None:
            self.close_panel()
        elif self.index is None or self.configuration is None:
            self.say("There is nothing to filter yet")
        else:
            from newsread.widgets.filters import FiltersPane

            self._ahead_of_list = []
            self.open_panel(FiltersPane(self.site, self.index.cut_by))
            self._describe()

    def action_command(self, name: str) -> None:
        """Carry out a command; what is for the filters waits until they are there."""
        panel = self._filters
        if panel is not None and not panel.count and name in panel.FOR_THE_LIST:
            self._ahead_of_list.append(name)
        else:
            super().action_command(name)

    def do_article_pane(self) -> None:
        """Fold what is unfolded; else go to the text."""
        if self._filters is not None and self.pane is self._filters:
            self._filters.fold(unfolded=False)
        else:
            super().do_article_pane()

    def do_quotes_pane(self) -> None:
        """Unfold a filter; else go to the quotes."""
        if self._filters is not None and self.pane is self._filters:
            self._filters.fold(unfolded=True)
        else:
            super().do_quotes_pane()

    def do_other_pane(self) -> None:
        """From this site to everywhere, or back; else to the other pane."""
        if self._filters is not None and self.pane is self._filters:
            self._filters.change_scope()
        else:
            super().do_other_pane()

    def press_panel(self) -> None:
        """Turn the filter under the cursor on or off, or change the option."""
        panel = self._filters
        if panel is None:
            super().press_panel()
        elif item := panel.item:
            if item.option is not None:
                self._change(item.filter, item.option, panel.value(item.option))
            elif not item.told:
                self._set(item.filter, "enabled", not panel.is_on(item.filter))

    @property
    def _filters(self) -> "FiltersPane | None":
        """The panel, when it is the one of the filters."""
        panel = self.panel
        return panel if panel is not None and hasattr(panel, "change_scope") else None  # type: ignore[return-value]

    def _change(self, each: "FilterNote", option: "OptionNote", now: object) -> None:
        """Change an option: the other value or the next one at once, any other as it is typed."""
        if option.kind == "bool":
            self._set(each, option.name, not now)
        elif option.choices:
            number = option.choices.index(str(now)) + 1 if str(now) in option.choices else 0
            self._set(each, option.name, option.choices[number % len(option.choices)])
        else:
            from newsread.optionvalues import WrongValue, expected, parsed

            def typed(text: str) -> None:
                try:
                    self._set(each, option.name, parsed(option, text))
                except WrongValue as error:
                    self.say(str(error))

            self.prompt(f"{option.name} = ", expected(option), typed)

    def _set(self, each: "FilterNote", option: str, value: Any) -> None:
        from newsread.config import edit

        panel = self._filters
        if panel is None:
            return
        where = f"on {panel.site}" if panel.here else "everywhere"
        what = ("on" if value else "off") if option == "enabled" else f"{option} = {value}"
        told = f"{each.name} {what} {where}"
        change = edit.set_option(each.name, option, value, self.site_to_write if panel.here else None)
        if self.configure(told, change, lambda: self._say_set(told)):
            panel.set_to(each, option, value)

    def _say_set(self, told: str) -> None:
        self.say(f"{told}; {self.keymap.row(undo='takes that back')}")

    def _show_again(self, index: Index) -> None:
        super()._show_again(index)
        if self._filters is not None:
            self._filters.recount(index.cut_by)
            self._filters.focus()
            self._describe()

    # What is known of the filters

    def _describe(self) -> None:
        """Ask what the filters are and how they are set."""
        panel, configuration = self._filters, self.configuration
        if panel is None or configuration is None:
            return

        def ask() -> None:
            try:
                described = configuration.filters(panel.site)
            except JobFailed as error:
                self.post_message(FiltersDescribed(panel, (), f"The filters cannot be shown: {error}"))
            else:
                self.post_message(FiltersDescribed(panel, described))

        Thread(target=ask, name="filters", daemon=True).start()

    def _on_filters_described(self, message: FiltersDescribed) -> None:
        panel = self._filters
        if panel is None or panel is not message.panel:
            return
        if message.failed:
            self.say(message.failed)
        else:
            panel.offer(message.filters)
            ahead, self._ahead_of_list = self._ahead_of_list, []
            for name in ahead:
                self.action_command(name)
        self.tell()
