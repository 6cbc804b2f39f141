"""Selections: what stands under a cell, and what stays selected when the layout changes."""

from columns import ARTICLES, MEASURES, column
from hypothesis import given
from hypothesis import strategies as st
from onscreen import reading

from newsread.layout.cells import clusters
from newsread.layout.column import Column
from newsread.layout.flow import Anchor
from newsread.layout.head import HeadLine
from newsread.layout.index import HEAD, Index
from newsread.layout.selection import Character, Selection, character_at, line_at, text_of
from newsread_filters.model import Block, Cut


def every_row(made: Column) -> list[Anchor]:
    """All rows of a column."""
    return [Anchor(item, row) for item in made.flow.items for row in range(made.flow.height(item))]


@given(ARTICLES, MEASURES, st.booleans())
def test_a_cell_is_the_character_that_is_drawn_there(content: list[Block], measure: int, cuts: bool) -> None:
    """Both cells of a wide character are that character; the cells beside a line are its ends."""
    made = column(content, measure, cuts=cuts)
    for item, row in every_row(made):
        line = line_at(made, item, row)
        if line is None:
            continue
        visible, cell = text_of(made, item), line.left
        drawn = visible.text[line.start : line.end]
        for start, end, cells in clusters(drawn):
            for here in range(cell, cell + cells):
                found = character_at(made, item, row, here)
                only = Selection.between(found, found)
                assert only.text(made) == drawn[start:end].strip("\n")
            cell += cells
        for beside in (line.left - 1, cell, cell + 40):
            found = character_at(made, item, row, beside)
            assert found.start == found.end


@given(ARTICLES, MEASURES, MEASURES, st.booleans(), st.data())
def test_a_selection_stays_on_its_words(
    content: list[Block], measure: int, other: int, cuts: bool, data: st.DataObject
) -> None:
    """It reads the same from either end, and in lines of another length."""
    made, anew = column(content, measure, cuts=cuts), column(content, other, cuts=cuts)
    rows = every_row(made)

    def character() -> Character:
        return character_at(made, *data.draw(st.sampled_from(rows)), data.draw(st.integers(0, measure)))

    one, two = character(), character()
    selection = Selection.between(one, two)
    assert selection == Selection.between(two, one)
    assert selection.text(made) == selection.text(anew)


@given(ARTICLES, MEASURES)
def test_all_of_an_article_can_be_selected(content: list[Block], measure: int) -> None:
    """From the first row to the last, every word that is shown is in it, and none that was removed."""
    made = column(content, measure, cuts=False)
    last = made.flow.last
    whole = Selection.between(character_at(made, HEAD, 0, 0), character_at(made, last.item, last.row + 1, 0))
    shown = " ".join(made.text(item) for item in made.flow.items if item != HEAD)
    assert whole.text(made).split() == shown.split()


def test_what_was_cut_beside_the_last_character_is_not_in_it() -> None:
    """Showing the cuts does not widen a selection that ends where something was cut."""
    text = "The bridge (advertisement) is too low."
    block = Block(source_text=text, cuts=(Cut(10, 26, "ads", "an advertisement"),))
    hidden, in_place = (column([block], 80, cuts=cuts) for cuts in (False, True))
    words = Selection.between(character_at(hidden, 0, 0, 4), character_at(hidden, 0, 0, 9))
    assert words.text(hidden) == "bridge"
    assert words.text(in_place) == "bridge"


def test_a_title_of_two_rows_is_one_line_elsewhere() -> None:
    """What was wrapped for the screen is copied as one line; byline and title are parted."""
    head = [HeadLine("blank"), HeadLine("title", "A bridge"), HeadLine("title", "too low"), HeadLine("byline", "By M.")]
    made = Column(Index(reading("Text.")), head, 40, cuts=False)
    words = Selection.between(character_at(made, HEAD, 1, 2), character_at(made, HEAD, 3, 30))
    assert words.text(made) == "bridge too low\nBy M."
