"""The panel of the filters: each on or off, what it removed here; unfolded, options, documentation and examples."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from newsread.filternotes import FilterNote, OptionNote
from newsread.layout.cells import cropped, width
from newsread.layout.index import HEAD
from newsread.layout.wrap import lines
from newsread.widgets.panes import Row, SidePane

_INDENT = "  "
_MANY = 1000


class Item(NamedTuple):
    """What the cursor can be on: a filter, one of its options, or what is said of it."""

    filter: FilterNote
    option: OptionNote | None = None
    told: bool = False


class FiltersPane(SidePane):
    """Shows the filters, as they are set on one site or everywhere."""

    FOR_THE_LIST = SidePane.COMMANDS - {"cancel", "help"} | {"article_pane", "quotes_pane", "other_pane"}
    COMMANDS = SidePane.COMMANDS | FOR_THE_LIST | {"filters", "undo", "redo"}
    STAYS = True

    def __init__(self, site: str | None, counts: Mapping[str, int]) -> None:
        """Wait for what is to be shown; `counts` says in how many lines each filter removed something."""
        super().__init__()
        self.site = site
        self.here = site is not None
        """Whether it is about the site, not about everywhere."""
        self._counts = counts
        self._filters: Sequence[FilterNote] = ()
        self._unfolded = ""
        self._items: list[Item] = []

    def offer(self, filters: Sequence[FilterNote]) -> None:
        """Show `filters` as they are set now."""
        self._filters = filters
        self._list()

    def set_to(self, each: FilterNote, option: str, value: object) -> None:
        """Show a value that was just set, before it is read back."""
        if option == "enabled":
            new = replace(each, here=value) if self.here else replace(each, everywhere=value)
        else:
            options = (
                (replace(one, here=value) if self.here else replace(one, everywhere=value))
                if one.name == option
                else one
                for one in each.options
            )
            new = replace(each, options=tuple(options))
        self.offer([new if one is each else one for one in self._filters])

    def recount(self, counts: Mapping[str, int]) -> None:
        """Show what the filters removed now."""
        self._counts = counts
        self._list()

    def change_scope(self) -> None:
        """From this site to everywhere, or back."""
        self.here = not self.here and self.site is not None
        self._list()

    def fold(self, *, unfolded: bool) -> None:
        """Unfold the filter under the cursor, or fold it."""
        if item := self.item:
            self._unfolded = item.filter.name if unfolded else ""
            self._list()
            at = next(number for number, each in enumerate(self._items) if each.filter is item.filter)
            self.steer(lambda window: window.go(at))

    @property
    def item(self) -> Item | None:
        """What the cursor is on."""
        return self._items[self.cursor] if 0 <= self.cursor < len(self._items) else None

    def is_on(self, each: FilterNote) -> bool:
        """Whether a filter is on where the panel is about."""
        return each.here if self.here else each.everywhere

    def value(self, option: OptionNote) -> object:
        """What an option is set to where the panel is about."""
        return option.here if self.here else option.everywhere

    @property
    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    @property
    def keys_told(self) -> dict[str, str]:
        """What the keys do here."""
        item = self.item
        does = "on or off" if item is None or item.option is None else "changes it"
        scope = {"other_pane": "everywhere" if self.here else "this site"} if self.site else {}
        unfolded = item is not None and item.filter.name == self._unfolded
        folds = {"article_pane": "folds"} if unfolded else {"quotes_pane": "more"}
        return {"choose": does, **folds, **scope, "cancel": "closes"}

    def rows_wanted(self, columns: int) -> int:
        """All that there are: a list that unfolds keeps its height."""
        return super().rows_wanted(columns) + _MANY

    def rows_of(self, item: int) -> list[Row]:
        """The rows of an item, or of the head."""
        if item == HEAD:
            return self._head()
        each = self._items[item]
        if each.told:
            return self._told(each.filter)
        return self._option(each.option) if each.option else self._filter(each.filter)

    def _list(self) -> None:
        self._items = []
        for each in self._filters:
            self._items.append(Item(each))
            if each.name == self._unfolded:
                self._items += [Item(each, option) for option in each.options]
                self._items.append(Item(each, told=True))
        if self.size.height:
            self.set()

    def _head(self) -> list[Row]:
        where = f"on {self.site}" if self.here else "everywhere"
        air = [Row()] if self.airy else []
        rows = [*air, Row("FILTERS", "side_accent_strong", right=cropped(where, self.measure - 9)), *air]
        return rows if self._filters else [*rows, Row("…", "side_muted")]

    def _filter(self, each: FilterNote) -> list[Row]:
        count = self._counts.get(each.name, 0)
        on, here = self.is_on(each), " here" if self.here and each.here != each.everywhere else ""
        right = f"{count:,} {'line' if count == 1 else 'lines'}" if count else f"on{here}"
        unfolded = each.name == self._unfolded
        rows = [Row(marked=False)] if unfolded and self.airy and each is not self._filters[0] else []
        rows.append(Row(each.name, "side" if on else "side_faint", right=right if on else f"off{here}"))
        if unfolded:
            rows += [Row(line, "side_muted") for line in lines(each.about, self.measure)]
        return rows

    def _option(self, option: OptionNote) -> list[Row]:
        """An option's name and value, and below what it means."""
        room = self.measure - len(_INDENT)
        said = _said(self.value(option))
        if self.here and option.here != option.everywhere:
            said += f" here, else {_said(option.everywhere)}"
        value = cropped(said, max(4, room - width(option.name) - 2))
        rows = [Row(f"{_INDENT}{option.name}", right=value)]
        return rows + [Row(_INDENT + line, "side_muted") for line in lines(option.about, room)]

    def _told(self, each: FilterNote) -> list[Row]:
        """The rest of the documentation, and the examples: × is what goes."""
        measure, room = self.measure, self.measure - len(_INDENT)
        rows = []
        for paragraph in (*each.more, *filter(None, [each.origin])):
            rows += [Row(marked=False), *(Row(line, "side_muted") for line in lines(paragraph, measure))]
        for example in each.examples:
            rows += [Row(marked=False), *(Row(line, "side_accent") for line in lines(example.note, measure))]
            for stays, text in example.lines:
                said = lines(text, room) or [""]
                style = "side" if stays else "side_muted"
                rows += [Row((_INDENT if stays or number else "× ") + line, style) for number, line in enumerate(said)]
        return [*rows, Row(marked=False)]


def _said(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(map(str, value)) or "none" if isinstance(value, list) else str(value)
