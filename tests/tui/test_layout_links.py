"""Which links an article has, and the letters that stand for them."""

from hypothesis import given
from hypothesis import strategies as st

from newsread.layout.hints import LETTERS, labels
from newsread.layout.index import Index
from newsread.layout.links import Link, all_links, links_of, web_address
from newsread_filters.model import Article, Block, Cut, Page, Span
from newsread_filters.reading import Reading

HOME = "https://www.gannet.example/a/story"


def linked(*hrefs: str) -> Block:
    """A paragraph of words that lead to `hrefs`, one word each."""
    words = [f"word{number}" for number in range(len(hrefs))]
    text = " ".join(words)
    starts = [text.index(word) for word in words]
    spans = tuple(Span(at, at + 5, "link", href) for at, href in zip(starts, hrefs, strict=True))
    return Block(source_text=text, spans=spans)


def urls(*blocks: Block) -> list[str]:
    """Where the links of an article of `blocks` lead."""
    article = Article(url=HOME, blocks=blocks)
    return [link.url for number in range(len(blocks)) for link in links_of(article, number)]


def test_links_lead_to_web_pages_only() -> None:
    """Scripts, files, mail and what is no address are no links, nor is the page; relative ones are made whole."""
    refused = ("javascript:alert(1)", "file:///etc/passwd", "mailto:a@b.example", "data:text/html,x", "http://", "#top")
    assert urls(linked("/b", "https://other.example/", *refused, HOME, "http://[bad")) == [
        "https://www.gannet.example/b",
        "https://other.example/",
    ]


def test_addresses_in_the_text_are_links_without_the_marks_around_them() -> None:
    """A full stop or a closing bracket behind an address is not a part of it; a bracket within is."""
    block = Block(source_text="See http://a.example/x, (https://b.example/y_(z)) and “http://c.example/?q=1”.")
    assert urls(block) == ["http://a.example/x", "https://b.example/y_(z)", "http://c.example/?q=1"]


def test_an_address_that_is_a_link_is_one_link() -> None:
    """An address whose page made it a link is not found twice."""
    text = "http://a.example/x"
    assert urls(Block(source_text=text, spans=(Span(0, len(text), "link", text),))) == [text]


def test_links_in_cuts_count_only_while_cuts_are_shown() -> None:
    """What is hidden cannot be followed."""
    block = linked("https://one.example", "https://two.example")
    cut = Block(source_text=block.source_text, spans=block.spans, cuts=(Cut(5, 11, "test", "test"),))
    reading = Reading(page=Page(source="-", data=b""), article=Article(blocks=(Block(source_text="None."), cut)))
    index = Index(reading)
    assert index.linking == [1]
    shown, everything = (list(all_links(reading.article, index.linking, cuts=cuts)) for cuts in (False, True))
    assert shown == [Link(1, 0, 5, "https://one.example")]
    assert everything == [*shown, Link(1, 6, 11, "https://two.example")]


@given(st.text())
def test_whatever_a_page_links_to_is_a_web_address_or_nothing(href: str) -> None:
    """No href makes anything else of itself, nor an error."""
    url = web_address(href, HOME)
    assert url is None or (url.startswith(("http://", "https://")) and not any(each.isspace() for each in url))


@given(st.integers(0, len(LETTERS) ** 2))
def test_labels_are_as_many_as_asked_for_and_none_begins_another(count: int) -> None:
    """So that a label is known as soon as its last letter is typed."""
    made = labels(count)
    assert len(made) == count
    assert len(set(made)) == count
    singles = {label for label in made if len(label) == 1}
    assert not any(label[0] in singles for label in made if len(label) == 2)
