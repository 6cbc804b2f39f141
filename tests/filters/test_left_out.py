"""An article that looks short against its page is noticed."""

import pytest
import sample_pages

from newsread_filters import Page
from newsread_filters.left_out import left_out
from newsread_filters.model import Article, Block, Unreadable
from newsread_filters.reading import read, read_whole

PARAGRAPH = (
    "The ferry to Little Skell is back after nine days of repairs, number {}, to the relief of all who live there."
)
TEASER = (
    "Vicar's runaway scooter clocked at 31mph in number {}, and nobody knows how it got to the top of that hill at all"
)


def page(*paragraphs: str) -> Page:
    """A page of `paragraphs`."""
    return Page(source="page.html", data=f"<body>{''.join(f'<p>{each}</p>' for each in paragraphs)}</body>".encode())


def article(paragraphs: int) -> Article:
    """What was found: the first `paragraphs` of them."""
    return Article(blocks=tuple(Block(source_text=PARAGRAPH.format(number)) for number in range(paragraphs)))


def test_an_article_that_is_a_part_of_its_page_is_noticed() -> None:
    """The notice says how much more there is."""
    whole = page(*(PARAGRAPH.format(number) for number in range(20)))
    (notice,) = left_out(whole, article(5))
    assert notice.kind == "left-out"
    assert "4 times as much text" in notice.message


@pytest.mark.parametrize("tag", ["div", "li", "span"])
def test_text_that_stands_in_no_paragraphs_is_noticed_too(tag: str) -> None:
    """Many a page is made of boxes alone."""
    lines = "".join(f"<{tag} class='x'>{PARAGRAPH.format(number)}</{tag}>" for number in range(20))
    (notice,) = left_out(Page(source="page.html", data=f"<body>{lines}</body>".encode()), article(5))
    assert "4 times as much text" in notice.message


def test_an_article_that_is_nearly_all_of_its_page_is_not() -> None:
    """A few paragraphs more are none of its business, nor are teasers, which end without a full stop."""
    paragraphs = [PARAGRAPH.format(number) for number in range(20)]
    assert left_out(page(*paragraphs), article(15)) == ()
    assert left_out(page(*paragraphs[:5], *(TEASER.format(number) for number in range(40))), article(5)) == ()


def test_a_short_page_is_not() -> None:
    """Twice of hardly anything is hardly anything."""
    assert left_out(page(*(PARAGRAPH.format(number) for number in range(4))), article(1)) == ()


@pytest.mark.parametrize("sample", sample_pages.load(), ids=lambda sample: str(sample.name))
def test_no_page_of_ours_looks_short(sample: sample_pages.Sample) -> None:
    """Whatever stands beside an article that is there in full, there is no false alarm."""
    try:
        notices = read(sample.page).notices
    except Unreadable:  # some are no articles, which others test
        return
    assert "left-out" not in {notice.kind for notice in notices}


def test_the_whole_page_has_everything_and_no_cuts() -> None:
    """What no article has is there too."""
    menu = "<nav><a href='/'>Home</a></nav>"
    paragraphs = "".join(f"<p>{PARAGRAPH.format(number)}</p>" for number in range(8))
    made = read_whole(Page(source="page.html", data=f"<body>{menu}<article>{paragraphs}</article></body>".encode()))
    texts = [block.source_text for block in made.article.blocks]
    assert "Home" in texts
    assert [text for text in texts if text.startswith("The ferry")] == [PARAGRAPH.format(each) for each in range(8)]
    assert not any(block.cuts for block in made.article.blocks)
