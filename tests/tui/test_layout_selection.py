"""Selections: what stands under a cell, and what stays selected when the layout changes."""

from collections.abc import Sequence

from columns import ARTICLES, MEASURES, column
from hypothesis import given, settings
from hypothesis import strategies as st
from onscreen import reading

from newsread.layout.articletext import ArticleText
from newsread.layout.card import CardRow, card
from newsread.layout.cards import Cards
from newsread.layout.cells import clusters, width
from newsread.layout.column import Column
from newsread.layout.flow import Anchor, Flow
from newsread.layout.head import HeadLine
from newsread.layout.index import HEAD, Index
from newsread.layout.quotetext import QuoteText
from newsread.layout.selection import Character, Selectable, Selection, character_at
from newsread_filters.model import Block, Cut, Quote, QuoteSpan

LETTERS = st.text(st.sampled_from("ab c漢é\u0301"), min_size=1, max_size=60).map(lambda text: f"a{text}".strip())
QUOTES = st.lists(
    st.builds(
        Quote,
        text=st.lists(LETTERS, min_size=1, max_size=3).map("\n\n".join),
        speaker=st.one_of(st.none(), st.sampled_from(["Dorothea Pell", "漢字", "a a a"])),
        role=st.one_of(st.none(), LETTERS),
        cue=st.one_of(st.none(), LETTERS),
        rule=st.just("test"),
        certainty=st.sampled_from([0.3, 1.0]),
        spans=st.just((QuoteSpan(0, 0, 1),)),
        mention=st.one_of(st.none(), LETTERS),
    ),
    min_size=1,
    max_size=4,
)


def quote_text(quotes: Sequence[Quote], measure: int, *, grouped: bool) -> QuoteText:
    """The text of cards that are set in `measure`."""
    cards = Cards(quotes, grouped=grouped)

    def rows(position: int) -> list[CardRow]:
        return card(cards, position, measure)

    flow = Flow(range(HEAD, len(quotes)), lambda item: 2 if item == HEAD else len(rows(item)))
    return QuoteText(cards, flow, rows)


def every_row(made: Selectable) -> list[Anchor]:
    """All rows of a text."""
    return [Anchor(item, row) for item in made.flow.items for row in range(made.flow.height(item))]


@given(ARTICLES, MEASURES, st.booleans())
def test_a_cell_is_the_character_that_is_drawn_there(content: list[Block], measure: int, cuts: bool) -> None:
    """Both cells of a wide character are that character; the cells beside a line are its ends."""
    made = ArticleText(column(content, measure, cuts=cuts))
    for item, row in every_row(made):
        line = made.line(item, row)
        if line is None:
            continue
        visible, cell = made.shown(item), line.left
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
    made, anew = (ArticleText(column(content, each, cuts=cuts)) for each in (measure, other))
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
    made = ArticleText(column(content, measure, cuts=False))
    last = made.flow.last
    whole = Selection.between(character_at(made, HEAD, 0, 0), character_at(made, last.item, last.row + 1, 0))
    shown = " ".join(made.shown(item).text for item in made.flow.items if item != HEAD)
    assert whole.text(made).split() == shown.split()


def test_what_was_cut_beside_the_last_character_is_not_in_it() -> None:
    """Showing the cuts does not widen a selection that ends where something was cut."""
    text = "The bridge (advertisement) is too low."
    block = Block(source_text=text, cuts=(Cut(10, 26, "ads", "an advertisement"),))
    hidden, in_place = (ArticleText(column([block], 80, cuts=cuts)) for cuts in (False, True))
    words = Selection.between(character_at(hidden, 0, 0, 4), character_at(hidden, 0, 0, 9))
    assert words.text(hidden) == "bridge"
    assert words.text(in_place) == "bridge"


def test_a_title_of_two_rows_is_one_line_elsewhere() -> None:
    """What was wrapped for the screen is copied as one line; byline and title are parted."""
    head = [HeadLine("blank"), HeadLine("title", "A bridge"), HeadLine("title", "too low"), HeadLine("byline", "By M.")]
    made = ArticleText(Column(Index(reading("Text.")), head, 40, cuts=False))
    words = Selection.between(character_at(made, HEAD, 1, 2), character_at(made, HEAD, 3, 30))
    assert words.text(made) == "bridge too low\nBy M."


@settings(max_examples=20)
@given(QUOTES, st.integers(8, 66), st.booleans())
def test_a_cell_of_a_card_is_the_character_that_is_drawn_there(
    quotes: list[Quote], measure: int, grouped: bool
) -> None:
    """Also where a name or a role goes on in the next row; what is cropped ends where it is drawn to."""
    made = quote_text(quotes, measure, grouped=grouped)
    cards = Cards(quotes, grouped=grouped)
    for item, row in every_row(made):
        line = made.line(item, row)
        drawn = card(cards, item, measure)[row].told.removesuffix("…").rstrip() if item != HEAD else ""
        assert (line is not None) == bool(drawn)
        cell = 0
        for start, end, cells in clusters(drawn):
            found = character_at(made, item, row, cell + cells - 1)
            assert Selection.between(found, found).text(made) == drawn[start:end]
            cell += cells
        beyond = character_at(made, item, row, width(drawn) + 40)
        assert beyond.start == beyond.end


@given(QUOTES, st.integers(8, 66), st.integers(8, 66), st.booleans(), st.data())
def test_a_selection_among_quotes_stays_on_its_words(
    quotes: list[Quote], measure: int, other: int, grouped: bool, data: st.DataObject
) -> None:
    """From one card to another, it reads the same in cards of another width."""
    made, anew = (quote_text(quotes, each, grouped=grouped) for each in (measure, other))
    rows = every_row(made)
    one, two = (
        character_at(made, *data.draw(st.sampled_from(rows)), data.draw(st.integers(0, measure))) for _ in range(2)
    )
    assert Selection.between(one, two).text(made) == Selection.between(two, one).text(anew)


@given(QUOTES, st.integers(8, 66), st.booleans())
def test_all_quotes_can_be_selected(quotes: list[Quote], measure: int, grouped: bool) -> None:
    """From the first row to below the last: all words, a blank line between the cards."""
    made = quote_text(quotes, measure, grouped=grouped)
    last = made.flow.last
    whole = Selection.between(character_at(made, HEAD, 0, 0), character_at(made, last.item, last.row + 1, 0))
    cards = Cards(quotes, grouped=grouped)
    for position, told in enumerate(whole.text(made).split("\n\n")):
        assert "".join(cards.at(position).text.split()) in "".join(told.replace("“", "").split())
