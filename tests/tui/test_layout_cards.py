"""The order of the quotes in their pane, whose are shown, and how one is set."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsread.layout.card import card
from newsread.layout.cards import Cards
from newsread.layout.cells import width
from newsread.layout.said import how, remarks, who
from newsread_filters.model import Quote, QuoteSpan

NAMES = ("Dorothea Pell", "Billie Crake", "Ruben Oyelade", None)


def made(speaker: str | None = "Dorothea Pell", text: str = "The bridge opens on Monday", **more: object) -> Quote:
    """A quote; what is not said of it is the same for all."""
    told: dict[str, object] = {"rule": "test", "certainty": 0.9, "spans": (QuoteSpan(0, 0, 1),), "cue": "said"}
    return Quote(text=text, speaker=speaker, **(told | more))  # type: ignore[arg-type]


QUOTES = st.lists(
    st.builds(made, st.sampled_from(NAMES), mention=st.sampled_from(["he", "Ms Pell", None])), max_size=30
)


@given(QUOTES, st.booleans(), st.sampled_from(["", "pell", "e", "billie", "he", "nobody"]))
def test_every_quote_meant_stands_once(quotes: list[Quote], grouped: bool, words: str) -> None:
    """Position and number are each other's inverse; the order of the text names the same quotes."""
    cards = Cards(quotes, grouped=grouped, words=words)
    assert sorted(cards.numbers) == list(cards.in_text)
    assert [cards.position(number) for number in cards.numbers] == list(range(len(cards.numbers)))
    hidden = set(range(len(quotes))).difference(cards.numbers)
    assert not any(cards.position(number) is not None for number in hidden)
    if not words:
        assert not hidden


@given(QUOTES)
def test_a_quote_is_in_one_speakers_group(quotes: list[Quote]) -> None:
    """By speaker, each one's quotes stand together in the order of the text, the unknown ones' last."""
    cards = Cards(quotes, grouped=True)
    leads = [position for position in range(len(quotes)) if cards.leads(position)]
    speakers = [cards.at(position).speaker for position in leads]
    assert len(speakers) == len(set(speakers))
    assert None not in speakers[:-1]
    for start, end in zip(leads, [*leads[1:], len(quotes)], strict=False):
        group = cards.numbers[start:end]
        assert list(group) == sorted(group)
        assert [cards.ordinal(position) for position in range(start, end)] == list(range(1, end - start + 1))
        assert cards.count(cards.at(start).speaker) == end - start


@given(QUOTES, st.booleans(), st.integers(8, 80))
def test_a_card_keeps_its_measure(quotes: list[Quote], grouped: bool, measure: int) -> None:
    """No row is wider; every word of the quote is on the card."""
    cards = Cards(quotes, grouped=grouped)
    for position in range(len(quotes)):
        rows = ["".join(text for text, _ in row.parts) for row in card(cards, position, measure)]
        assert max(map(width, rows)) <= max(measure, 8)
        assert "".join(cards.at(position).text.split()) in "".join("".join(rows).split())


@pytest.mark.parametrize(
    ("words", "speakers"),
    [("pell", ["Dorothea Pell"]), ("CRAKE b", ["Billie Crake"]), ("mayor", ["Billie Crake"]), ("not named", [None])],
)
def test_some_speakers_are_meant_by_a_part_of_a_name_or_a_role(words: str, speakers: list[str | None]) -> None:
    """Each word counts, in any order and case; who is not named can be asked for as well."""
    quotes = [made(), made("Billie Crake", role="mayor"), made(None), made("Ruben Oyelade")]
    cards = Cards(quotes, words=words)
    assert [cards.at(position).speaker for position in range(len(cards.numbers))] == speakers


def test_the_role_is_told_wherever_the_name_stands() -> None:
    """The article gives it once; a corrected quote has none of its own."""
    quotes = [made(role="council leader"), made(rule="corrected")]
    for position in range(2):
        text = "".join(text for row in card(Cards(quotes), position, 60) for text, _ in row.parts)
        assert "Dorothea Pell, council leader" in text


def test_what_to_keep_in_mind_is_said_in_words() -> None:
    """A fragment, a speaker that is a guess, one that nobody could resolve, and one that the user named."""
    assert remarks(made()) == []
    assert remarks(made(text="“Nonsense”")) == ["fragment"]
    assert remarks(made(certainty=0.4)) == ["speaker uncertain"]
    assert remarks(made(None, mention="he")) == ["speaker unresolved"]
    assert remarks(made(None)) == []
    assert remarks(made(rule="corrected")) == ["speaker corrected"]
    assert remarks(made(text="橋は月曜に開く")) == []


def test_who_and_how_do_not_say_the_name_twice() -> None:
    """The mention stands with the cue only where it says what the name does not."""
    assert how(made(mention="Ms Pell")) == "Ms Pell said"
    assert how(made(mention="council leader Dorothea Pell")) == "said"
    assert (who(made(None, mention="he")), how(made(None, mention="he"))) == ("he", "said · speaker unresolved")
    assert who(made(None)) == "speaker not named"
