"""Finding things by typed words."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from newsread.layout.finding import Named, found, stretches

THINGS = [Named("Next quote", "Quotes ]"), Named("Quit", "Program q"), Named("To the quotes", "Quotes"), Named("Copy")]
words = st.text("abqQuotesİßéñ ", max_size=8)


def names(sought: str) -> list[str]:
    """The titles that are found."""
    return [THINGS[number].title for number in found(sought, THINGS)]


def test_every_word_must_be_found() -> None:
    """In the title or in what is said of the thing; upper and lower case are alike."""
    assert names("QUOTE next") == ["Next quote"]
    assert names("quote nothing") == []


def test_the_nearest_comes_first() -> None:
    """A title that begins with the word, one that has it later, one that is only said to have to do with it."""
    assert names("qu") == ["Quit", "Next quote", "To the quotes"]
    assert names("program") == ["Quit"]


def test_nothing_typed_finds_everything_in_its_order() -> None:
    """The list is as it was."""
    assert names(" ") == [thing.title for thing in THINGS]


def test_words_that_overlap_are_marked_once() -> None:
    """The first of them is; the letters that it has are no part of another mark."""
    assert stretches("quot quote", "Next quote") == [(5, 9)]
    assert stretches("ext next", "Next quote") == [(0, 4)]


@given(words, st.lists(words, max_size=4))
def test_what_is_marked_is_what_was_typed(sought: str, titles: list[str]) -> None:
    """Every mark covers one of the words, marks are in order, and what is not found has none missing."""
    typed = sought.casefold().split()
    for title in titles:
        marks = stretches(sought, title)
        assert all(title[start:end].casefold() in typed for start, end in marks)
        assert all(one[1] <= other[0] for one, other in itertools.pairwise(marks))
    for number in found(sought, [Named(title) for title in titles]):
        assert all(word in titles[number].casefold() for word in typed)
