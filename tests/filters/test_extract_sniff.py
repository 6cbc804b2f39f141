import pytest

from newsread_filters.extract import extract
from newsread_filters.model import Article, Page, Unreadable

STORY = "The council met on Monday and decided, after a long debate, to paint the bridge again."


def read(data: bytes, content_type: str | None = None) -> Article:
    """The article of `data`."""
    return extract(Page(source="page", data=data, content_type=content_type))


def tags(article: Article) -> list[str]:
    """The elements of the blocks; empty names in plain text."""
    return [block.hints.tag for block in article.blocks]


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF document"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "an image"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "an image"),
        (b"PK\x03\x04\x14\x00", "a ZIP archive"),
        (b"\x1f\x8b\x08\x00", "a compressed file"),
        (b"\x00\x00\x00\x18ftypmp42", "a film"),
        (b'<?xml version="1.0"?><svg xmlns="x"></svg>', "an image"),
        (b'{"articles": [1, 2]}', "data"),
        (bytes(range(32)) * 20, "no text"),
    ],
)
def test_files_that_are_no_article_are_refused_by_name(data: bytes, what: str) -> None:
    """The message says what the file is and what to do with it."""
    with pytest.raises(Unreadable) as refused:
        read(data)
    assert refused.value.kind == "not-an-article"
    assert what in refused.value.message


def test_a_feed_is_not_an_article() -> None:
    """A feed says that one of its articles can be opened."""
    with pytest.raises(Unreadable, match="news feed"):
        read(b'<?xml version="1.0"?>\n<rss version="2.0"><channel></channel></rss>')


@pytest.mark.parametrize(
    "data", [b"", b" \n\t\n", b"\xef\xbb\xbf", b"<html><body></body></html>", b"<html><body><img src=x></body></html>"]
)
def test_a_page_without_text_has_nothing_readable(data: bytes) -> None:
    """Emptiness is told from a broken program."""
    with pytest.raises(Unreadable) as refused:
        read(data)
    assert refused.value.kind == "nothing-readable"


def test_html_is_told_by_its_content() -> None:
    """HTML that the server calls text is read as HTML, with comments, declarations or a stray mark before it."""
    for start in (
        "<!DOCTYPE html><body>",
        "  <!-- saved -->\n<html><body>",
        '<?xml version="1.0"?><html>',
        "\ufeff<div>",
    ):
        assert "p" in tags(read(f"{start}<p>{STORY}</p><p>{STORY} Again.</p>".encode(), "text/plain"))


def test_text_that_speaks_of_tags_stays_text() -> None:
    """A plain text about HTML is not taken for a page, also when the server says so of text without tags."""
    assert tags(read(f"{STORY}\n\nUse a <div> for that.".encode())) == ["", ""]
    assert tags(read(STORY.encode(), "text/html")) == [""]


def test_a_page_saved_with_something_before_it_is_still_html() -> None:
    """Mail headers or a shell's greeting before the page do not make it plain text."""
    assert "p" in tags(read(f"Date: Monday\n\n<html><body><p>{STORY}</p></body></html>".encode()))


def test_nul_bytes_do_not_cut_a_page_off() -> None:
    """What comes after a NUL is read."""
    article = read(f"<html><body><p>{STORY}</p>\0<p>And the tower too, said the mayor of the town.</p>".encode())
    assert [block.source_text[:3] for block in article.blocks] == ["The", "And"]
