"""The panel beside a line that is pointed at: what can be done about it, one of it under the cursor."""

from collections.abc import Sequence

from newsread.layout.cells import cropped, width
from newsread.layout.index import HEAD
from newsread.layout.wrap import lines
from newsread.pointing.remedies import Pointed, Remedy
from newsread.pointing.tally import Tally
from newsread.widgets.panes import Row, SidePane
from newsread_filters.suggest import quoted

_LINE_ROWS = 3
"""Rows that the line itself may take in the panel's head; the text shows all of it."""
_GAP = 2


class RemediesPane(SidePane):
    """Shows what can be done about a line, and what each of it would do."""

    COMMANDS = SidePane.COMMANDS | {"point"}

    def __init__(self, pointed: Pointed) -> None:
        """Show what can be done about the line that is `pointed` at."""
        super().__init__()
        self.pointed = pointed
        self._tallies: Sequence[Tally] = ()
        self._counted = False

    def tell(self, tallies: Sequence[Tally], *, counted: bool) -> None:
        """Show what the remedies would do; `counted` when that is all."""
        self._tallies, self._counted = tallies, counted
        if self.size.height:
            self.set()

    @property
    def count(self) -> int:
        """How many remedies there are."""
        return len(self.pointed.remedies)

    @property
    def keys_told(self) -> dict[str, str]:
        """What the keys do here."""
        return {"choose": "does it", "cancel": "changes nothing"}

    @property
    def remedy(self) -> Remedy:
        """The remedy under the cursor."""
        return self.pointed.remedies[max(0, self.cursor)]

    @property
    def tally(self) -> Tally | None:
        """What it would do, as far as that is known."""
        return self._tallies[max(0, self.cursor)] if self._tallies else None

    @property
    def counted(self) -> bool:
        """Whether it is known of the whole article."""
        return self._counted

    def rows_of(self, item: int) -> list[Row]:
        """The rows of a remedy, or of the head."""
        return self._head() if item == HEAD else self._remedy(item)

    def _head(self) -> list[Row]:
        """The line, and for a removed one, who removed it and why."""
        pointed, measure = self.pointed, self.measure
        air, most = ([Row()], _LINE_ROWS) if self.airy else ([], 1)  # below the text, the line stands just above
        said = lines(quoted(pointed.line), measure)
        if len(said) > most:
            said = [*said[: most - 1], cropped(f"{said[most - 1]} …", measure)]
        title = "REMOVED" if pointed.whole else "PARTLY REMOVED" if pointed.evidence else "THIS LINE"
        rows = [*air, Row(title, "side_accent_strong", right=f"{len(pointed.remedies)} choices")]
        rows += [Row(line, "side_muted") for line in said]
        for by, why in pointed.evidence:
            rows += [*air, *(Row(line, "side") for line in lines(f"{by}: {why}", measure))]
        return rows

    def _remedy(self, item: int) -> list[Row]:
        remedy, measure = self.pointed.remedies[item], self.measure
        rows = []
        if item == 0 or self.pointed.remedies[item - 1].section != remedy.section:
            rows = [Row(marked=False)] if self.airy or item == 0 else []
            rows += [Row(line, "side_accent", marked=False) for line in lines(remedy.section, measure)]
        titles = lines(remedy.title, measure)
        rows += [Row(title) for title in titles]
        told, refused = self._told(item)
        if refused:
            rows += [Row(line, "side_problem") for line in lines(told, measure)]
        elif width(titles[-1]) + _GAP + width(told) <= measure:
            rows[-1] = Row(titles[-1], right=told)
        else:
            rows += [Row(line, "side_muted") for line in lines(told, measure)]
        return rows

    def _told(self, item: int) -> tuple[str, bool]:
        """What a remedy would do, in words, and whether that is why it cannot be done."""
        if not self._tallies:
            return "…", False
        tally = self._tallies[item]
        if tally.refused:
            return tally.refused, True
        told = f"{tally.lines:,} {'line' if tally.lines == 1 else 'lines'}"
        if self.pointed.remedies[item].fate == "returns":
            told += " back"
        if tally.articles:
            told += f", {tally.elsewhere:,} in {tally.articles} {'other' if tally.articles == 1 else 'others'}"
        return told if self._counted else f"{told} …", False
