"""Wrapping: whatever the text, nothing is lost, doubled or too wide."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len, get_character_cell_size

from newsread.layout import cells
from newsread.layout.wrap import PARTED, lines, parts, wrap
from newsread_filters.gate import clean

ALPHABETS = (
    st.sampled_from("ab  c-—/’“. "),
    st.characters(codec="utf8"),
    st.sampled_from("漢字かなカナ、。「」（）a b！ー"),
    st.sampled_from("e\u0301a\u0308\u200d👩👨🇬🇧✈\ufe0f नमस्ते "),
)
TEXTS = st.one_of([st.text(alphabet, max_size=300) for alphabet in ALPHABETS]).map(clean)
MEASURES = st.integers(2, 90)


@given(TEXTS, MEASURES, st.lists(st.integers(0, 300), max_size=3))
def test_every_character_stands_on_exactly_one_line(text: str, measure: int, forced: list[int]) -> None:
    """The lines follow each other without gap or overlap from the beginning to the end of the text."""
    starts = wrap(text, measure, tuple(forced))
    assert starts[0] == 0
    assert starts == sorted(set(starts))
    assert starts[-1] <= len(text)
    assert {offset for offset in forced if 0 < offset < len(text)} <= set(starts)


@given(TEXTS.map(lambda text: text.replace("\t", " ")), MEASURES)
def test_no_line_is_wider_than_the_measure(text: str, measure: int) -> None:
    """As Rich counts the cells, and it is Rich that Textual draws with."""
    for line in lines(text, measure):
        assert cell_len(line.rstrip("\n")) <= measure


@given(TEXTS, MEASURES)
def test_lines_lose_only_white_space_at_their_ends(text: str, measure: int) -> None:
    """What is drawn is the text, but for the space that a line was broken at."""
    assert re.sub(r"\s", "", "".join(lines(text, measure))) == re.sub(r"\s", "", text)


@given(st.text(st.sampled_from("abc "), max_size=200), st.integers(5, 40))
def test_words_that_fit_are_not_broken(text: str, measure: int) -> None:
    """A word goes to the next line whole when it fits there."""
    words = text.split()
    if all(len(word) <= measure for word in words):
        assert " ".join(lines(" ".join(words), measure)).split() == words


@pytest.mark.parametrize("character", ["🇩🇪", "👩‍👩‍👧", "e\u0301", "👍🏽", "각"])
def test_what_is_one_character_to_a_reader_is_one_here(character: str) -> None:
    """Flags of two letters, joined emoji, and letters with marks; a second one beside it is another."""
    spans = [(start, end) for start, end, _ in cells.clusters(character * 2)]
    assert spans == [(0, len(character)), (len(character), 2 * len(character))]


@given(TEXTS)
def test_a_visible_character_is_never_parted(text: str) -> None:
    """Combining marks, joined emoji and flags stay with what they belong to, even in the narrowest column."""
    starts = set(wrap(text.replace("\n", " "), 2))
    for start, end, _ in cells.clusters(text.replace("\n", " ")):
        assert not starts.intersection(range(start + 1, end))


@pytest.mark.parametrize(
    ("text", "measure", "expected"),
    [
        ("one two three", 7, ["one two", "three"]),
        ("a well-known fact", 8, ["a well-", "known", "fact"]),
        ("minus -5 degrees", 8, ["minus -5", "degrees"]),
        ("https://gannet.example/news/coast", 24, ["https://gannet.example/", "news/coast"]),
        ("Donaudampfschifffahrt", 10, ["Donaudampf", "schifffahr", "t"]),
        ("今日は、雨です。", 6, ["今日", "は、雨", "です。"]),
        ("「橋」は低い", 6, ["「橋」", "は低い"]),
        ("한국 사람", 5, ["한국", "사람"]),
        ("다리가 너무 낮다", 8, ["다리가", "너무", "낮다"]),
        ("橋は（とても）低い", 6, ["橋は", "（とて", "も）低", "い"]),
        ("全長40メートル", 6, ["全長40", "メート", "ル"]),
        ("橋、橋。「橋」橋", 8, ["橋、橋。", "「橋」橋"]),
        ("漢字 https://gannet.example/news", 24, ["漢字", "https://gannet.example/", "news"]),
        ("a well-known 🙂 fact", 8, ["a well-", "known 🙂", "fact"]),
        ("Quel pont ! dit-il", 10, ["Quel", "pont !", "dit-il"]),
        ("Elle dit « non » et", 9, ["Elle dit", "« non »", "et"]),
        ("Il fait 40\u202f% de", 10, ["Il fait", "40\u202f% de"]),
        ("👨‍👩‍👧‍👦🇬🇧🇫🇷", 4, ["👨‍👩‍👧‍👦🇬🇧", "🇫🇷"]),
        ("שלום עולם", 5, ["שלום", "עולם"]),
        ("no\u00a0break here", 8, ["no\u00a0break", "here"]),
        ("", 10, []),
    ],
)
def test_lines_break_where_a_reader_expects_it(text: str, measure: int, expected: list[str]) -> None:
    """At spaces and hyphens; in addresses behind their joints; East Asian text by its own rules."""
    assert lines(text, measure) == expected


@given(st.text(st.sampled_from("橋漢字かな、。「」ー"), max_size=120), st.integers(12, 40))
def test_no_line_begins_or_ends_with_the_wrong_mark(text: str, measure: int) -> None:
    """East Asian lines begin with no closing mark and end with no opening one, unless more of them meet than fit."""
    if re.search("[、。「」ー]{4}", text):
        return
    made = lines(text, measure)
    assert not any(line[0] in "、。」ー" for line in made[1:])
    assert not any(line[-1] == "「" for line in made[:-1])


@given(TEXTS, MEASURES, st.integers(0, 4))
def test_a_first_line_that_is_set_in_is_shorter(text: str, measure: int, indent: int) -> None:
    """By so many cells; the others are as long as they can be."""
    text = " ".join(text.split())
    starts = wrap(text, measure + indent, indent=indent)
    drawn = [text[one:other].rstrip() for one, other in pairwise([*starts, len(text)])]
    assert cell_len(drawn[0]) <= max(measure, 2)
    assert all(cell_len(line) <= measure + indent for line in drawn)


def test_newlines_break_lines() -> None:
    """Code keeps its lines, and its indentation."""
    assert lines("if x:\n    y\n\nz", 20) == ["if x:", "    y", "", "z"]


def test_the_common_characters_are_one_cell_wide() -> None:
    """Whatever is called common is as wide as Rich says it is."""
    for code in range(0x3000):
        if cells.is_common(chr(code)):
            assert get_character_cell_size(chr(code)) == 1, hex(code)


def test_the_wide_characters_are_what_rich_says() -> None:
    """What is told by a table is told as it would be one by one, alone and beside others."""
    for code in range(0x2000, 0xFFFF):
        character = chr(code)
        if not 0xD800 <= code < 0xE000:
            spans = cells.clusters(f"漢{character}a")
            assert sum(each for _, _, each in spans) == cell_len(f"漢{character}a"), hex(code)


@given(TEXTS, st.integers(0, 40))
def test_cropping_keeps_to_its_width(text: str, room: int) -> None:
    """A cropped text fits; one that fits is not touched."""
    text = " ".join(text.split())
    short = cells.cropped(text, room)
    assert cells.width(short) <= room
    assert short == text or cells.width(text) > room


@given(st.lists(st.text(st.sampled_from("abc "), min_size=1, max_size=12), min_size=1, max_size=6), st.integers(1, 40))
def test_parts_are_not_broken(words: list[str], measure: int) -> None:
    """A row of keys is broken between two keys only."""
    assert PARTED.join(parts(PARTED.join(words), measure)) == PARTED.join(words)


def test_a_line_of_a_million_characters_is_wrapped() -> None:
    """Length alone is no trouble, nor are ten thousand marks on one letter."""
    assert len(wrap("word " * 200_000, 70)) == 14286
    assert wrap("a" + "\u0301" * 10_000 + " b", 2) == [0, 10_002]
