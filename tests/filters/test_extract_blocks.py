import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsread_filters.extract import extract
from newsread_filters.gate import clean_line
from newsread_filters.model import Block, Page

SENTENCE = "The council met on Monday and decided, after a long debate, to paint the bridge again. "
PROSE = f"<p>{SENTENCE * 2}</p>"


def blocks(html: str, url: str | None = None) -> list[Block]:
    """The blocks of an article that holds `html` between two paragraphs."""
    page = f"<html><body><article>{PROSE}{html}{PROSE}</article></body></html>"
    return list(extract(Page(source="page", data=page.encode(), url=url)).blocks[1:-1])


def texts(html: str) -> list[str]:
    """The texts of those blocks."""
    return [block.source_text for block in blocks(html)]


def spans(block: Block, kind: str) -> list[str]:
    """The pieces of the text that stand in spans of `kind`."""
    return [block.source_text[span.start : span.end] for span in block.spans if span.kind == kind]


@pytest.mark.parametrize(
    ("html", "kind", "level"),
    [
        ("<h3>Paint</h3>", "heading", 3),
        ("<h2><div>Paint</div></h2>", "heading", 2),
        ("<h2><button>Paint</button></h2>", "heading", 2),
        ("<ul><li>Paint</li></ul>", "list_item", None),
        ("<ol><li><p>Paint</p></li></ol>", "list_item", None),
        ("<dl><dt>Paint</dt></dl>", "list_item", None),
        ("<blockquote><p>Paint</p></blockquote>", "blockquote", None),
        ("<blockquote><h4>Paint</h4></blockquote>", "heading", 4),
        ("<figure><img src=x><figcaption>Paint</figcaption></figure>", "caption", None),
        ("<pre><code>Paint</code></pre>", "code", None),
        ("<div>Paint</div>", "paragraph", None),
        ("<p>Paint</p>", "paragraph", None),
        ("<x-card>Paint</x-card>", "paragraph", None),
    ],
)
def test_elements_keep_their_kind(html: str, kind: str, level: int | None) -> None:
    """Headings, lists, quotes, captions and code are told from paragraphs."""
    (block,) = blocks(html)
    assert (block.source_text, block.kind, block.level) == ("Paint", kind, level)


def test_text_outside_any_paragraph_is_not_lost() -> None:
    """Bare text before, between and after block elements becomes blocks of its own."""
    assert texts("<div>One <b>bold</b><p>Two</p>three<ul><li>Four</li></ul>five</div>six") == [
        "One bold",
        "Two",
        "three",
        "Four",
        "five",
        "six",
    ]


def test_white_space_collapses_and_pieces_join_as_a_browser_joins_them() -> None:
    """Inline elements do not part words; newlines, tabs and hard spaces are spaces."""
    assert texts("<p> A\n<b>bri</b>dge\t&nbsp; over <i> the </i> river </p>") == ["A bridge over the river"]


def test_elements_that_style_sets_apart_do_not_grow_together() -> None:
    """A name and a time in two elements are two words; a drop cap, a formula and a letter are not cut off."""
    assert texts("<div><span>Ann Lee</span><time>10:05</time></div>") == ["Ann Lee 10:05"]
    assert texts("<div><a>Politics</a><a>Bridges</a></div>") == ["Politics Bridges"]
    assert texts("<p><span>T</span>he H<sub>2</sub>O of 1<sup>st</sup></p>") == ["The H2O of 1st"]
    assert texts("<p><span>T</span><span>he</span></p>") == ["The"]


def test_spans_point_at_what_stands_in_them() -> None:
    """Links carry their absolute address, emphasis and code their place."""
    (block,) = blocks(
        "<p>See <a href='/b?x=1'>the <em>old</em> bridge</a> or <strong>do <code>x</code></strong></p>",
        "http://a.org/p/q",
    )
    assert spans(block, "link") == ["the old bridge"]
    assert block.spans[0].href == "http://a.org/b?x=1"
    assert spans(block, "emphasis") == ["old"]
    assert spans(block, "strong") == ["do x"]
    assert spans(block, "code") == ["x"]


def test_a_link_around_several_blocks_is_in_each() -> None:
    """A card that is one link has a link in its headline and in its text."""
    assert [spans(block, "link") for block in blocks("<a href='/x'><h3>Head</h3><p>Text</p></a>")] == [
        ["Head"],
        ["Text"],
    ]


def test_addresses_that_run_or_hold_data_are_dropped() -> None:
    """The text of such a link stays, and so does an address that is relative in a saved page."""
    links = (
        "<a href='javascript:x()'>a</a> <a href='data:text/html,x'>b</a> <a href='http://[bad'>c</a> <a href='d'>d</a>"
    )
    (block,) = blocks(f"<p>{links}</p>")
    assert [span.href for span in block.spans] == [None, None, None, "d"]


def test_the_base_of_a_page_resolves_its_links() -> None:
    """<base> counts, also when it is itself relative."""
    page = f"<base href='/deep/er/'><article>{PROSE}<p><a href='x'>go</a></p>{PROSE}</article>"
    article = extract(Page(source="p", data=page.encode(), url="https://a.org/"))
    assert article.blocks[1].spans[0].href == "https://a.org/deep/er/x"


def test_an_empty_line_parts_what_one_element_holds() -> None:
    """Two breaks are the end of a paragraph; the pieces know that they belong together."""
    found = blocks(f"<p>{SENTENCE}<br><br>Second.<br>&nbsp;<br/>Third.</p>")
    assert [block.source_text for block in found] == [SENTENCE.strip(), "Second.", "Third."]
    assert len({block.hints.part for block in found}) == 1
    assert found[0].hints.part


def test_a_break_parts_things_that_stand_alone() -> None:
    """Promos, a label over its paragraph, sentences that end, a caption glued to its credit are lines of their own."""
    assert texts("<p><a href=a>One story</a><br><a href=b>Another story</a></p>") == ["One story", "Another story"]
    assert texts(f"<p><b>Background</b><br>{SENTENCE}</p>") == ["Background", SENTENCE.strip()]
    assert texts(f"<p>{SENTENCE}<br>{SENTENCE}</p>") == [SENTENCE.strip()] * 2
    assert texts(f"<p>{SENTENCE}<br>Getty Images</p>") == [SENTENCE.strip(), "Getty Images"]


def test_verse_and_addresses_stay_one_block() -> None:
    """Their breaks are kept as spans, one space wide."""
    (block,) = blocks("<p>The curfew tolls the knell,<br>The lowing herd winds slow,<br/>And leaves the world.</p>")
    assert block.source_text == "The curfew tolls the knell, The lowing herd winds slow, And leaves the world."
    assert spans(block, "break") == [" ", " "]


@given(
    st.lists(
        st.sampled_from(["a", " b ", "<br>", "<b>", "</b>", "<a href=x>", "</a>", "\u202e", "&#27;[1m", "<i>c</i>"])
    )
)
def test_spans_always_lie_within_clean_text(pieces: list[str]) -> None:
    """Whatever the mark-up, a block's text is clean and its spans are within it, none empty."""
    for block in blocks(f"<p>{''.join(pieces)}</p>"):
        assert block.source_text == clean_line(block.source_text) != ""
        assert all(0 <= span.start < span.end <= len(block.source_text) for span in block.spans)


def test_a_table_of_data_is_read_row_by_row() -> None:
    """A row is one block, its cells parted, whatever they hold."""
    rows = "<tr><th>County</th><th>Cost</th></tr><tr><td><p>Upper <a href=x>Wend</a></p></td><td>£0.9m</td></tr>"
    first, second = blocks(f"<table><caption>Costs</caption>{rows}</table>")[1:]
    assert (first.kind, first.source_text) == ("table_row", "County | Cost")
    assert (second.kind, second.source_text) == ("table_row", "Upper Wend | £0.9m")
    assert spans(second, "link") == ["Wend"]


def test_a_table_that_lays_out_the_page_is_looked_through() -> None:
    """Paragraphs in its cells are paragraphs."""
    html = f"<table><tr><td>Menu</td><td><p>{SENTENCE}</p><p>{SENTENCE}</p></td></tr></table>"
    assert [block.kind for block in blocks(html)] == ["paragraph"] * 3


def test_code_keeps_its_lines() -> None:
    """Newlines and indentation in preformatted text stay, escape sequences do not."""
    (block,) = blocks("<pre>\ndef f():\n    return 1\x1b[31m\n</pre>")
    assert block.source_text == "def f():\n    return 1"


def test_preformatted_prose_is_no_code() -> None:
    """A letter that was posted as it was typed is read as paragraphs."""
    lines = (
        "the council met on monday and decided, after\na long debate, to paint the bridge again, and\nnobody knew why"
    )
    assert [block.kind for block in blocks(f"<pre>{lines}</pre>")] == ["paragraph"]


def test_what_nobody_reads_is_left_out() -> None:
    """Scripts, styles, templates, drawings, form controls and the alternatives for old browsers are no text."""
    html = (
        "<script>var a</script><style>p{}</style><template><p>t</p></template><svg><text>s</text></svg>"
        "<noscript><p>n</p></noscript><button>Share</button><select><option>o</option></select><textarea>x</textarea>"
        "<iframe>old</iframe><video>old</video><!-- comment --><img alt='Bridge'>"
    )
    assert texts(html) == []


def test_hidden_text_does_not_show() -> None:
    """Neither by attribute, by style, nor labels that only screen readers say, nor a closed dialogue."""
    html = (
        "<p hidden>a</p><div style='color:red; DISPLAY : none'>b</div><dialog><p>c</p></dialog>"
        "<p>See <a href=x>this<span class='sr-only'>, opens in a new tab</span></a></p>"
    )
    assert texts(html) == ["See this"]


def test_the_rest_of_a_story_that_a_script_would_show_is_kept() -> None:
    """Several hidden paragraphs of prose inside the article are the article."""
    assert texts(f"<div style='display:none'>{PROSE * 3}</div>") == [(SENTENCE * 2).strip()] * 3


def test_a_class_name_alone_removes_nothing() -> None:
    """Paragraphs called paywall, comment, ad or sr-only are kept when they are sentences."""
    for name in ("paywall", "comment", "advert", "sr-only", "related", "footer"):
        assert texts(f"<p class='{name}'>{SENTENCE}</p>") == [SENTENCE.strip()]


def test_words_of_tweets_stay() -> None:
    """An embedded post is a quotation with its signature."""
    html = "<blockquote class=tweet><p>a heron!</p>&mdash; Gus (@gus) <a href='https://t.co/1'>July 2</a></blockquote>"
    assert [(block.kind, block.source_text) for block in blocks(html)] == [
        ("blockquote", "a heron!"),
        ("blockquote", "— Gus (@gus) July 2"),
    ]


def test_marks_that_part_things_are_no_blocks() -> None:
    """A lone bar or dot is dropped; stars that part the scenes of a story stay."""
    assert texts("<div>|</div><div> · </div><p>* * *</p>") == ["* * *"]


def test_hints_tell_what_stood_around_a_block() -> None:
    """Its element, those around it, what the page calls them."""
    inner = '<div><p role="note"><span class="Label">Text</span></p></div>'
    (block,) = blocks(f'<aside id="More" class="Box" data-type="Related Items">{inner}</aside>')
    assert block.hints.tag == "p"
    assert block.hints.ancestors == ("div", "aside")
    assert block.hints.classes == ("note", "label")
    assert block.hints.outer_classes == ("more", "box", "related", "items", "data-type")


def test_blocks_of_one_box_share_a_group() -> None:
    """A list goes with its title; paragraphs of the column itself are in no group."""
    found = blocks("<aside><h3>More</h3><ul><li>a</li><li>b</li></ul></aside><p>Free.</p><ul><li>c</li></ul>")
    groups = [block.hints.group for block in found]
    assert groups[0] == groups[1] == groups[2] != 0
    assert groups[3] == 0
    assert groups[4] not in (0, groups[0])


def test_controls_and_pictures_are_told_of_their_box_only() -> None:
    """The block beside a button, and the line under a picture, know of it; the next paragraph does not."""
    button, line, free = blocks("<div><p>Your mail</p><input><p>Thanks</p></div><p>Free.</p>")
    assert (button.hints.controls, line.hints.controls, free.hints.controls) == (True, True, False)
    under, free = blocks("<div><img src=x><p>The bridge</p></div><p>Free.</p>")
    assert (under.hints.picture, free.hints.picture) == (True, False)


def test_hidden_boxes_are_told() -> None:
    """Blocks of a box whose name hides it share a number, unless another name shows it on some screens."""
    found = blocks(
        "<div class='menu d-none'><p>a</p><ul class=hide><li>b</li></ul></div><div class=hidden>c</div>"
        "<div class='hidden lg:flex'>d</div><div class='d-none d-md-block'>e</div><div class=overflow-hidden>f</div>"
    )
    numbers = [block.hints.hidden for block in found]
    assert numbers[0] == numbers[1] != numbers[2]
    assert numbers[2:] == [numbers[2], 0, 0, 0]
    assert all(numbers[:3])


def test_the_title_of_a_table_is_no_picture_caption() -> None:
    """The title of a table or a listing belongs to what is shown, in a figure too; that of a picture is a caption."""
    table, code = "<table><tr><td>Ayr</td><td>3</td></tr></table>", "<pre>x = 1</pre>"
    found = blocks(
        f"<table><caption>Goals</caption><tr><td>Ayr</td><td>3</td></tr></table>"
        f"<figure>{table}<figcaption>Points</figcaption></figure>"
        f"<figure>{code}<figcaption>Listing</figcaption></figure>"
        "<figure><img src=x><figcaption>The gate</figcaption></figure>"
    )
    kinds = [(block.kind, block.source_text) for block in found if block.kind not in ("table_row", "code")]
    assert kinds == [
        ("paragraph", "Goals"),
        ("paragraph", "Points"),
        ("paragraph", "Listing"),
        ("caption", "The gate"),
    ]
    assert [block.hints.ancestors for block in found if block.source_text == "Points"] == [("div",)]


def test_a_quotation_in_its_own_element_has_its_marks() -> None:
    """A browser shows marks around it; where the page writes them too, they are not doubled."""
    assert texts("<p>He said <q>never</q>, <q>“ever”</q>.</p>") == ["He said “never”, “ever”."]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("The <button>Fed</button>, which raised rates.", "The Fed, which raised rates."),
        ("It cut <button>quantitative easing</button> again.", "It cut quantitative easing again."),
        ("It cut rates. <button>Share</button> It may go on.", "It cut rates. It may go on."),
        ("It cut rates <button>Share</button>", "It cut rates"),
    ],
)
def test_a_button_that_explains_a_word_is_part_of_the_sentence(html: str, text: str) -> None:
    """Its word stays where the sentence goes on behind it; any other button is left out."""
    assert texts(f"<p>{html}</p>") == [text]


def test_a_line_that_says_what_a_picture_shows_is_told() -> None:
    """The alternative text of a picture is no text, but tells its caption, also when it was cut off."""
    shown = "The old bridge over the river Wend, painted for the last time in 1962"
    caption, free = blocks(
        f"<img alt='{shown[:50]}'><div><p>{shown}</p></div><p>Free text that says nothing of the kind at all.</p>"
    )
    assert (caption.hints.says_alt, free.hints.says_alt) == (True, False)
