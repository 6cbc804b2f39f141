"""Blocks that are longer than any paragraph come in pieces."""

from hypothesis import given
from hypothesis import strategies as st

from newsread_filters.extract import extract
from newsread_filters.extract.parting import LONGEST, parted
from newsread_filters.model import Article, Block, Page, Span

WORDS = st.lists(st.sampled_from(["bridge ", "a ", "tide\n", "x" * 3_000, "x" * 12_000]), max_size=30)
PLACES = st.lists(st.tuples(st.integers(0, 400_000), st.integers(1, 400_000)), max_size=8)


@given(WORDS, PLACES)
def test_no_letter_and_no_link_is_lost(words: list[str], places: list[tuple[int, int]]) -> None:
    """The pieces are short enough and make the text again; every span covers in them the letters that it covered."""
    text = "".join(words).strip()
    ends = [(start, min(start + length, len(text))) for start, length in places if start < len(text)]
    spans = tuple(Span(start, end, "link", str(number)) for number, (start, end) in enumerate(ends))
    pieces = parted(Article(blocks=(Block(source_text=text, spans=spans),))).blocks
    assert all(len(piece.source_text) <= LONGEST for piece in pieces)
    assert "".join("".join(piece.source_text for piece in pieces).split()) == "".join(text.split())
    for number, (start, end) in enumerate(ends):
        covered = "".join(
            piece.source_text[span.start : span.end]
            for piece in pieces
            for span in piece.spans
            if span.href == str(number)
        )
        assert "".join(covered.split()) == "".join(text[start:end].split())


def test_a_page_of_one_endless_paragraph_is_parted_between_words() -> None:
    """In HTML and in plain text."""
    endless = "The council of the town met on Monday. " * 5_000
    for data in (f"<html><body><article><p>{endless}</p></article>", endless):
        blocks = extract(Page(source="x", data=data.encode())).blocks
        assert len(blocks) > 15
        assert all(block.source_text.split()[0] in endless.split() for block in blocks)
        assert " ".join(block.source_text for block in blocks) == endless.strip()


def test_a_block_of_common_length_stays_as_it_is() -> None:
    """Nothing is made anew for it."""
    article = Article(blocks=(Block(source_text="a " * 4_999), Block(source_text="b")))
    assert parted(article) is article
