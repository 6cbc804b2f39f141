"""A reading as text, Markdown and JSON."""

import json
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from newsread.output import jsonl, markdown, plain
from newsread_filters import Article, Block, Cut, Notice, Page, Quote, QuoteSpan, Reading, Span
from newsread_filters.gate import clean_line

COMMONMARK = MarkdownIt("commonmark").enable(["table", "strikethrough"])
LINES = st.text(st.sampled_from("ab 12.)*_#`[](){}<>!&;|~\\+-=:/\"'“”é")).map(clean_line).filter(bool)


def reading(*blocks: Block, title: str | None = None, quotes: tuple[Quote, ...] = ()) -> Reading:
    """A reading of these blocks."""
    return Reading(page=Page(source="page", data=b""), article=Article(title=title, blocks=blocks), quotes=quotes)


def removed(text: str) -> Block:
    """A block that a filter removed whole."""
    return Block(source_text=text, cuts=(Cut(0, len(text), "captions", "a caption"),))


STORY = reading(
    removed("Harbour opens"),
    Block(source_text="READ MORE: gulls. The harbour of Lowmere opened.", cuts=(Cut(0, 18, "read_more", "a pointer"),)),
    Block(kind="heading", level=3, source_text="What came in"),
    Block(kind="list_item", source_text="eleven people"),
    Block(kind="list_item", source_text="a piano"),
    Block(kind="blockquote", source_text="We missed the noise."),
    Block(kind="code", source_text="tide = 1\n\nwait(tide)"),
    Block(kind="table_row", source_text="Day | Boats"),
    Block(kind="table_row", source_text="Monday | 3 | late"),
    Block(kind="caption", source_text="The harbour in 1953."),
    Block(
        source_text="Leave one lamp. Count the stairs.",
        spans=(Span(0, 5, "link", "https://lamp.example/a"), Span(15, 16, "break")),
    ),
    title="Harbour opens",
)


def test_text_has_the_title_once_and_keeps_together_what_belongs_together() -> None:
    """Blank lines between paragraphs; lists, rows and verse line under line; what was cut is gone."""
    assert plain.article(STORY) == (
        "Harbour opens\n\nThe harbour of Lowmere opened.\n\nWhat came in\n\n- eleven people\n- a piano\n\n"
        "We missed the noise.\n\ntide = 1\n\nwait(tide)\n\nDay | Boats\nMonday | 3 | late\n\nThe harbour in 1953.\n\n"
        "Leave one lamp.\nCount the stairs.\n"
    )


def test_markdown_keeps_kinds_links_and_line_breaks() -> None:
    """The headline is the only heading of the first level; code is fenced, rows are a table."""
    assert markdown.article(STORY) == (
        "# Harbour opens\n\nThe harbour of Lowmere opened.\n\n### What came in\n\n- eleven people\n- a piano\n\n"
        "> We missed the noise.\n\n```\ntide = 1\n\nwait(tide)\n```\n\n"
        "| Day | Boats |  |\n| --- | --- | --- |\n| Monday | 3 | late |\n\nThe harbour in 1953.\n\n"
        "[Leave](https://lamp.example/a) one lamp.\\\nCount the stairs.\n"
    )


@pytest.mark.parametrize("write", [plain.article, markdown.article])
def test_a_headline_that_stays_in_the_text_is_not_printed_again(write: Any) -> None:
    """With every filter off the title is there once all the same."""
    story = reading(Block(source_text="Harbour opens"), Block(source_text="It rained."), title="Harbour opens")
    assert write(story).count("Harbour opens") == 1


@pytest.mark.parametrize("write", [plain.article, markdown.article])
def test_an_article_without_a_title_begins_with_its_text(write: Any) -> None:
    """No empty line stands where the title would."""
    assert write(reading(Block(source_text="It rained."))) == "It rained.\n"


def inline(tokens: list[Token]) -> list[Token]:
    """The tokens within the lines."""
    return [child for token in tokens for child in token.children or ()]


@given(LINES, st.sampled_from(["paragraph", "heading", "list_item", "blockquote", "caption"]))
@example("Written in C #", "heading")
@example("#", "heading")
@example("_a_ b_c d__e &amp; f & g", "paragraph")
def test_no_text_becomes_markup(text: str, kind: Any) -> None:
    """Whatever a line holds, a Markdown reader shows just that line, in its kind."""
    block = Block(kind=kind, source_text=text, level=2 if kind == "heading" else None)
    tokens = COMMONMARK.parse(markdown.article(reading(block)))
    assert "".join(token.content for token in inline(tokens)) == text
    assert {token.type for token in inline(tokens)} <= {"text", "text_special"}
    assert sum(token.type == "inline" for token in tokens) == 1
    wrapped = {"list_item": "bullet_list_open", "blockquote": "blockquote_open", "heading": "heading_open"}
    assert tokens[0].type == wrapped.get(kind, "paragraph_open")


@given(st.lists(LINES.filter(lambda text: " | " not in text), min_size=2, max_size=4))
def test_lines_of_verse_stay_lines(texts: list[str]) -> None:
    """No line of a poem becomes a heading, a list item or an underline of the one before."""
    text, spans = texts[0], []
    for line in texts[1:]:
        spans.append(Span(len(text), len(text) + 1, "break"))
        text += f" {line}"
    tokens = COMMONMARK.parse(markdown.article(reading(Block(source_text=text, spans=tuple(spans)))))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    shown = "".join("\n" if token.type == "hardbreak" else token.content for token in inline(tokens))
    assert shown == "\n".join(texts)


@given(st.text(st.sampled_from("`~a \n")))
def test_no_code_leaves_its_fence(code: str) -> None:
    """However many backticks are in it."""
    tokens = COMMONMARK.parse(markdown.article(reading(Block(kind="code", source_text=code))))
    assert [token.type for token in tokens] == ["fence"]
    assert tokens[0].content == f"{code}\n"


def test_markdown_is_easy_to_read() -> None:
    """What means nothing to Markdown is not escaped: an underscore inside a word, an ampersand, an address."""
    words = "Marks & Spencer on https://a.example/some_page_here: snake_case."
    assert markdown.article(reading(Block(source_text=words))) == f"{words}\n"


@pytest.mark.parametrize("href", ["javascript:alert(1)", "https://a.example/x)y", "https://a.example/ b", "", None])
def test_only_plain_web_links_are_kept(href: str | None) -> None:
    """The words of another link stay, the link goes."""
    block = Block(source_text="See here.", spans=(Span(4, 8, "link", href),))
    assert markdown.article(reading(block)) == "See here.\n"


def test_a_link_that_lost_its_words_is_gone() -> None:
    """What a filter cut out of a paragraph leaves no empty link behind."""
    block = Block(
        source_text="Read this: gulls. It rained.",
        spans=(Span(11, 16, "link", "https://a.example/"),),
        cuts=(Cut(0, 18, "read_more", "a pointer"),),
    )
    assert markdown.article(reading(block)) == "It rained.\n"


QUOTES = (
    Quote(
        text="We missed it … all nine years.\n\nAll of us.", speaker="Ida Brook", role="shopkeeper", mention="she",
        cue="said", rule="said_before", certainty=0.95, spans=(QuoteSpan(0, 1, 13), QuoteSpan(1, 0, 2)),
    ),
    Quote(text="No.", mention="He", rule="nearby", certainty=0.4, spans=(QuoteSpan(0, 1, 3),)),
    Quote(text="*Yes*", rule="bare", certainty=0.2, spans=(QuoteSpan(0, 1, 3),)),
)  # fmt: skip
QUOTED = reading(Block(source_text="“We missed it” é"), Block(source_text="all nine years"), quotes=QUOTES)


def test_quotes_as_text_name_who_said_them() -> None:
    """By name and role, by the words of the text when there is no name, and honestly when there is nobody.

    What there is to keep in mind of it stands with the cue.
    """
    assert plain.quotes(QUOTED) == (
        "“We missed it … all nine years.\n\nAll of us.”\n    — Ida Brook, shopkeeper (said)\n\n"
        "“No.”\n    — He (fragment, speaker unresolved)\n\n“*Yes*”\n    — speaker not named (fragment)\n"
    )


def test_quotes_as_markdown_are_block_quotes() -> None:
    """Paragraphs of one quote stay in one."""
    assert markdown.quotes(QUOTED) == (
        "> We missed it … all nine years.\n>\n> All of us.\n>\n> — **Ida Brook, shopkeeper** (said)\n\n"
        "> No.\n>\n> — **He** (fragment, speaker unresolved)\n\n"
        "> \\*Yes\\*\n>\n> — **speaker not named** (fragment)\n"
    )


def test_json_of_an_article_is_as_promised() -> None:
    """One object on one line, with these keys in this order."""
    story = Reading(
        page=Page(source="page.html", data=b""),
        article=Article(
            url="https://a.example/", title="T", byline="B", site="S", published="2024-05-02", language="en",
            description="D",
            blocks=(
                Block(kind="heading", level=2, source_text="A"),
                Block(source_text="Ad. Text", cuts=(Cut(0, 4, "ads", "an ad"),)),
                removed("x"),
            ),
        ),
        quotes=QUOTES[:1],
        notices=(Notice("cut-off", "Only the beginning."),),
    )  # fmt: skip
    line = jsonl.article(story)
    assert line.endswith("}\n")
    assert line.count("\n") == 1
    assert json.loads(line, object_pairs_hook=list) == json.loads(
        """
        {"source": "page.html", "url": "https://a.example/", "title": "T", "byline": "B", "site": "S",
         "published": "2024-05-02", "language": "en", "description": "D",
         "blocks": [
          {"kind": "heading", "level": 2, "text": "A", "source_text": "A", "removed": false, "cuts": []},
          {"kind": "paragraph", "text": "Text", "source_text": "Ad. Text", "removed": false,
           "cuts": [{"start": 0, "end": 4, "filter": "ads", "reason": "an ad"}]},
          {"kind": "paragraph", "text": "", "source_text": "x", "removed": true,
           "cuts": [{"start": 0, "end": 1, "filter": "captions", "reason": "a caption"}]}],
         "quotes": [{"text": "We missed it … all nine years.\\n\\nAll of us.", "speaker": "Ida Brook",
                     "role": "shopkeeper", "mention": "she", "cue": "said", "rule": "said_before", "certainty": 0.95,
                     "remarks": [],
                     "spans": [{"block": 0, "start": 1, "end": 13}, {"block": 1, "start": 0, "end": 2}]}],
         "notices": [{"kind": "cut-off", "message": "Only the beginning."}]}
        """,
        object_pairs_hook=list,
    )


def test_json_of_quotes_has_the_words_of_each_span_instead_of_the_blocks() -> None:
    """The same object, without `blocks`; offsets count code points."""
    told = json.loads(jsonl.quotes(QUOTED))
    assert list(told) == [
        "source", "url", "title", "byline", "site", "published", "language", "description", "quotes", "notices",
    ]  # fmt: skip
    assert told["quotes"][0]["spans"] == [
        {"block": 0, "start": 1, "end": 13, "text": "We missed it"},
        {"block": 1, "start": 0, "end": 2, "text": "al"},
    ]
    assert told["quotes"][1]["speaker"] is None


@given(st.text(st.characters()), st.text(st.characters()))
def test_json_is_safe_to_print_and_reads_back(source: str, message: str) -> None:
    """A source may be called anything; only lone surrogates, which no JSON can hold, are replaced."""
    line = jsonl.error(source, "not-found", clean_line(message))
    assert line.endswith("\n")
    assert not any(ord(character) < 32 or 127 <= ord(character) < 160 for character in line[:-1])
    assert not {"\u202e", "\u2066", "\u200f"} & set(line)
    assert json.loads(line)["source"] == "".join("?" if "\ud800" <= each <= "\udfff" else each for each in source)
