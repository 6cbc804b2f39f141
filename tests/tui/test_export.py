"""The article as a file of its own."""

import json
import unicodedata
from pathlib import Path
from typing import get_args

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml.html import HtmlElement
from msgspec.structs import replace

from newsread.output import jsonl
from newsread.output.export import EXTENSIONS, Format, exported, safe_name, write
from newsread.output.reduced import kept_only
from newsread.sources import sample
from newsread_filters import Article, Block, Cut, Page, Quote, QuoteSpan, Reading, Span, read
from newsread_filters.model import BlockKind, SpanKind

ANY = st.text(st.characters(), max_size=40)
NASTY = ANY | st.sampled_from(
    [
        '"><script>alert(1)</script>',
        "</del></p><img src=x onerror=y>",
        "' onmouseover='z",
        "<!--",
        "]]>",
        "&lt;",
        "\x1b]",
    ]
)
KINDS: tuple[BlockKind, ...] = get_args(BlockKind)
SPANS: tuple[SpanKind, ...] = get_args(SpanKind)
TAGS = set(
    "html head meta title style body article header h1 h2 h3 h4 h5 h6 p a span del strong em code pre br ul li table "
    "tbody tr td blockquote section figure figcaption".split()
)
ATTRIBUTES = set("lang charset http-equiv content name dir href class id title aria-labelledby".split())


@pytest.fixture(scope="module")
def reading() -> Reading:
    """The sample, read."""
    return read(sample())


@st.composite
def blocks(draw: st.DrawFn, texts: st.SearchStrategy[str] = NASTY) -> Block:
    """A block of any kind with any spans and cuts."""
    text = draw(texts)
    places = st.integers(0, len(text))
    edges = sorted(draw(st.lists(places, max_size=6, unique=True)))
    cuts = [Cut(start, end, draw(texts), draw(texts)) for start, end in zip(edges[::2], edges[1::2], strict=False)]
    spans = []
    for _ in range(draw(st.integers(0, 4))):
        start, end = sorted((draw(places), draw(places)))
        spans.append(Span(start, end, draw(st.sampled_from(SPANS)), draw(st.none() | texts)))
    return Block(
        kind=draw(st.sampled_from(KINDS)),
        source_text=text,
        spans=tuple(spans),
        cuts=tuple(cuts),
        level=draw(st.none() | st.integers(1, 6)),
    )


@st.composite
def readings(draw: st.DrawFn, texts: st.SearchStrategy[str] = NASTY) -> Reading:
    """A reading in which everything that comes from outside is any text at all."""
    maybe = st.none() | texts
    article = Article(
        url=draw(maybe), title=draw(maybe), byline=draw(maybe), site=draw(maybe), published=draw(maybe),
        language=draw(maybe), description=draw(maybe), blocks=tuple(draw(st.lists(blocks(texts), max_size=5))),
    )  # fmt: skip
    quotes = [
        Quote(
            text=draw(texts), speaker=draw(maybe), role=draw(maybe), mention=draw(maybe), cue=draw(maybe), rule="said",
            certainty=0.5, spans=(QuoteSpan(number, 0, len(block.source_text)),),
        )
        for number, block in enumerate(article.blocks)
    ]  # fmt: skip
    return Reading(page=Page(source="page.html", data=b""), article=article, quotes=tuple(quotes))


@given(readings(), st.booleans())
def test_no_text_becomes_markup(any_reading: Reading, removed: bool) -> None:
    """Whatever an article says, its page has only our own elements and attributes, and goes to web addresses only."""
    root = lxml.html.document_fromstring(exported(any_reading, "html", removed=removed))
    for element in root.iter():
        assert isinstance(element, HtmlElement), "not a comment, not a processing instruction"
        assert element.tag in TAGS
        assert set(element.attrib) <= ATTRIBUTES
        assert element.get("href", "#").lower().startswith(("#", "http://", "https://"))


@given(blocks(st.text("ab<&>\"'", min_size=1)))
def test_the_page_says_what_a_block_says(block: Block) -> None:
    """Every character is there, in order, whatever tags stand between them."""
    whole = replace(block, spans=tuple(span for span in block.spans if span.kind != "break"))
    reading = Reading(page=Page(source="x", data=b""), article=Article(blocks=(whole,)))
    root = lxml.html.document_fromstring(exported(reading, "html", removed=True))
    assert "".join(root.xpath("string(//article)").split()) == block.source_text


def test_the_page_holds_the_article_and_its_quotes(reading: Reading) -> None:
    """Headline, paragraphs, links, and each quote with its speaker and the way to its place in the text."""
    root = lxml.html.document_fromstring(exported(reading, "html"))
    assert root.get("lang") == "en"
    assert [each.text_content() for each in root.iter("h1")] == [reading.article.title]
    kept = [block.text for block in reading.article.blocks if not block.removed]
    shown = [each.text_content() for each in root.xpath("//article/*[not(self::header or self::ul)] | //article/ul/li")]
    assert shown == kept
    places = {each.get("id") for each in root.iter("span")}
    pointers = [each.get("href") for each in root.xpath("//section//a")]
    assert len(pointers) == len(reading.quotes)
    assert {str(each)[1:] for each in pointers} <= places
    assert "Hamish Orde, Professor" in root.xpath("string(//section)")


def test_removed_lines_are_struck_out_on_request(reading: Reading) -> None:
    """With them, each stands in its place with its filter and reason; without, no word of them is in the file."""
    teaser = "Vicar's runaway mobility scooter"
    root = lxml.html.document_fromstring(exported(reading, "html", removed=True))
    (struck,) = [each for each in root.iter("del") if teaser in each.text_content()]
    assert str(struck.get("title")).startswith("inline_promo: ")
    assert "× Vicar's runaway" in exported(reading, "text", removed=True)
    assert "~~Vicar's runaway" in exported(reading, "markdown", removed=True)
    assert teaser in exported(reading, "json", removed=True)
    for form in EXTENSIONS:
        assert teaser not in exported(reading, form)


def test_text_and_markdown_hold_head_body_and_quotes(reading: Reading) -> None:
    """The head names author, date, site and address; the quotes come last."""
    text = exported(reading, "text").splitlines()
    assert text[:3] == [reading.article.title, "Marnie Osgood · 12 June 2025, 11:48", "Daily Gannet"]
    assert text[text.index("Quotes") + 2] == f"“{reading.quotes[0].text}”"
    markdown = exported(reading, "markdown")
    assert markdown.startswith(f"# {reading.article.title}\n\nMarnie Osgood")
    assert f"<{reading.article.url}>" in markdown
    assert "\n## Quotes\n\n> We measured it twice," in markdown


@given(readings(st.text("ab “”\n", min_size=1)))
def test_json_comes_back_as_it_was(any_reading: Reading) -> None:
    """A JSON export says what `newsread clean --format json` says, laid out for people."""
    written = exported(any_reading, "json", removed=True)
    assert json.loads(written) == json.loads(jsonl.article(any_reading))
    assert written.count("\n") > 10
    found = json.loads(written)
    assert [block["source_text"] for block in found["blocks"]] == [b.source_text for b in any_reading.article.blocks]


@given(readings(st.text("ab c", min_size=1)))
def test_the_clean_article_has_no_trace_of_the_rest(any_reading: Reading) -> None:
    """What is left is the kept text, its spans lie within it, and the same text stays kept."""
    clean = kept_only(any_reading).article
    assert [block.source_text for block in clean.blocks] == [
        block.text for block in any_reading.article.blocks if not block.removed
    ]
    assert not any(block.cuts for block in clean.blocks)
    for block in clean.blocks:
        assert all(0 <= span.start <= span.end <= len(block.source_text) for span in block.spans)


def test_quotes_of_the_clean_article_point_at_their_words(reading: Reading) -> None:
    """Leaving blocks out moves the numbers of the others; each quote moves along."""
    clean = kept_only(reading)

    def words(each: Reading) -> list[str]:
        where = [span for quote in each.quotes for span in quote.spans]
        return [each.article.blocks[span.block].source_text[span.start : span.end] for span in where]

    assert words(clean) == words(reading)
    assert len(clean.article.blocks) < len(reading.article.blocks)


@given(st.none() | ANY | st.text("./-~\\ \x00\x1bCON:é\u202e漢", max_size=300), st.sampled_from(["txt", "md", "json"]))
def test_a_name_is_always_good(title: str | None, extension: str) -> None:
    """One path part, not hidden, not an option, nothing that a terminal heeds, short enough, and never empty."""
    name = safe_name(title, extension)
    stem = name.removesuffix(f".{extension}")
    assert stem
    assert Path(name).name == name
    assert len(name.encode("utf8")) <= 180
    assert name[0] not in ".-~ "
    assert stem[-1] not in ". "
    assert not set(name) & set('/\\:*?"<>|')
    assert not any(unicodedata.category(each).startswith("C") for each in name)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Fury as bridge is too low", "Fury as bridge is too low.md"),
        ("../../etc/passwd", "etc passwd.md"),
        ("What now? “Nothing”: report", "What now “Nothing” report.md"),
        ("-rf *", "rf.md"),
        ("...", "article.md"),
        (None, "article.md"),
        ("word " * 60, "word " * 34 + "word.md"),
    ],
)
def test_names_stay_readable(title: str | None, name: str) -> None:
    """What is good in a title stays as it is."""
    assert safe_name(title, "md") == name


@pytest.mark.parametrize("form", EXTENSIONS)
def test_nothing_is_overwritten(form: Format, reading: Reading, tmp_path: Path) -> None:
    """The second file of the same article gets a number, and the first stays as it was."""
    first = write(reading, tmp_path / "exports", form)
    first.write_text("mine", "utf8")
    second = write(reading, tmp_path / "exports", form, removed=True)
    assert first.read_text("utf8") == "mine"
    assert second.read_text("utf8") == exported(reading, form, removed=True)
    assert (second.stem, second.suffix) == (f"{first.stem} 2", f".{EXTENSIONS[form]}")
