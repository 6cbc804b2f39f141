import json

import pytest

from newsread_filters.extract import extract
from newsread_filters.model import Page

STORY = [
    f"The council met on {day} and decided, after a long debate, to paint the {what} again, which pleased the mayor."
    for day in ("Monday", "Tuesday", "Friday")
    for what in ("bridge", "tower", "gate")
]
OTHER = [
    f"In {town} the fair was opened by a duke, who said that he had never seen so many goats in one place before."
    for town in ("Wend", "Holm", "Snaring", "Lauter", "Dunlin")
]
HEADLINE = "Council to paint everything again"
HEAD = f"<head><title>{HEADLINE} - The Echo</title><meta property=og:title content='{HEADLINE}'></head>"
MENU = "<nav><ul><li><a href=/a>News</a></li><li><a href=/b>Sport</a></li></ul></nav>"


def paragraphs(texts: list[str]) -> str:
    """`texts` as paragraphs."""
    return "".join(f"<p>{text}</p>" for text in texts)


def texts(body: str, head: str = HEAD) -> list[str]:
    """The texts of the blocks of the page with that `body`."""
    page = f"<!DOCTYPE html><html>{head}<body>{body}</body></html>"
    return [block.source_text for block in extract(Page(source="page", data=page.encode())).blocks]


def test_the_column_is_the_story_and_nothing_around_it() -> None:
    """Menus, rails, comments and the footer are not read."""
    body = (
        f"<header>{MENU}</header><div id=page><div id=main><div class=story>{paragraphs(STORY)}</div></div>"
        f"<div id=rail><h3>Most read</h3>{paragraphs(OTHER[:2])}</div></div>"
        f"<div class=comments>{paragraphs(OTHER)}</div><footer><p>{OTHER[0]}</p></footer>"
    )
    assert texts(body) == STORY


def test_the_headline_and_what_is_text_below_it_come_along() -> None:
    """The line over it, the standfirst, key points and a long summary do; menus, dates, captions and buttons do not."""
    body = (
        f"{MENU}<div id=top><div><h2>Bridges</h2><h1>{HEADLINE}</h1></div>"
        f"<p>Short but sweet.</p><div class=dek>It is so.</div>"
        f"<div><span>12 May</span></div>{MENU}<figure><img src=x><figcaption>The gate</figcaption></figure>"
        f"<ul><li>Bridge first</li><li>Tower next</li></ul></div><button>Share</button>"
        f"<div id=body><div>{paragraphs(STORY)}</div></div>"
    )
    above = ["Bridges", HEADLINE, "Short but sweet.", "It is so.", "Bridge first", "Tower next"]
    assert texts(body) == [*above, *STORY]


def test_a_correction_below_the_column_comes_along() -> None:
    """Notes that the page calls so, and bare paragraphs right below, are the article's; bios and promos are not."""
    body = (
        f"<article><h1>{HEADLINE}</h1><div>{paragraphs(STORY)}</div>"
        f"<div class=foot><div class=correction>An earlier version named the wrong duke.</div>"
        f"<div class=bio>Ann Lee writes about bridges.</div></div></article>"
    )
    assert texts(body) == [HEADLINE, *STORY, "An earlier version named the wrong duke."]


def test_an_article_in_several_containers_is_read_whole() -> None:
    """A body that advertisements cut into parts is one article."""
    parts = "".join(f"<section class=chunk>{paragraphs(STORY[at : at + 3])}</section><div>Ad</div>" for at in (0, 3, 6))
    found = texts(f"<main><div class=chunks>{parts}</div></main><aside>{paragraphs(OTHER)}</aside>")
    assert [text for text in found if text != "Ad"] == STORY


def test_paragraphs_beside_a_box_with_the_rest_belong_to_it() -> None:
    """The story goes on inside a "read more" box: both are read."""
    body = f"<div id=story>{paragraphs(STORY[:3])}<div id=more>{paragraphs(STORY[3:])}</div></div>"
    assert texts(f"{MENU}<div><div>{body}</div></div>") == STORY


def test_all_posts_of_a_live_blog_are_read() -> None:
    """Each post is an article of its own by its element; together they are the page's."""
    posts = "".join(f"<article class=post><h3>Post {at}</h3><p>{text}</p></article>" for at, text in enumerate(STORY))
    found = texts(f"{MENU}<main><h1>{HEADLINE}</h1><div class=posts>{posts}</div></main>")
    assert [text for text in found if text in STORY] == STORY


def test_a_longer_article_further_down_does_not_win() -> None:
    """The article under the headline that the page names is the one that was asked for."""
    first = f"<article><h1>{HEADLINE}</h1>{paragraphs(STORY[:4])}</article>"
    second = f"<article><h1>Goats everywhere</h1>{paragraphs(OTHER * 2)}</article>"
    assert texts(f"<main>{first}<div class=next>{second}</div></main>") == [HEADLINE, *STORY[:4]]


def test_articles_that_follow_in_their_own_right_do_not_win() -> None:
    """Where a reader scrolls on into other stories, each longer and built alike, only the first is read."""
    stories = "".join(
        f"<article class=story><h1>{headline}</h1><div>{paragraphs(told)}</div></article>"
        for headline, told in ((HEADLINE, STORY[:6]), ("Goats everywhere", OTHER * 2), ("More goats", OTHER * 3))
    )
    assert texts(f"<main>{MENU}{stories}</main>") == [HEADLINE, *STORY[:6]]


def test_the_headline_is_not_the_last_link_of_a_menu() -> None:
    """Of a way down the sections that ends in the title, nothing is read: the headline stands over the story."""
    way = f"<nav><ul><li><a href=/>Home</a></li><li><h1>{HEADLINE}</h1></li></ul><p>All about the town.</p></nav>"
    body = f"{way}<div class=top><p>What is on this week in the town, and where to find it in the paper.</p></div>"
    story = f"<article><header><h2>{HEADLINE} - at last</h2></header><div>{paragraphs(STORY)}</div></article>"
    assert texts(body + story) == [f"{HEADLINE} - at last", *STORY]


def test_a_question_about_cookies_does_not_win() -> None:
    """A list of partners may be longer than the story, and is the article only where nothing else is."""
    asked = f"<div id=cookie-consent>{paragraphs(OTHER * 4)}</div>"
    assert texts(f"<div><div>{paragraphs(STORY[:4])}</div></div>{asked}") == STORY[:4]
    assert set(texts(asked)) == set(OTHER)


def test_comments_do_not_win_over_a_short_story() -> None:
    """A thread of many words below a few lines of news is not the article."""
    body = f"<div class=story>{paragraphs(STORY[:3])}</div><section id=kommentare>{paragraphs(OTHER * 4)}</section>"
    assert set(STORY[:3]) <= set(texts(f"<div id=all>{body}</div>"))
    assert not set(OTHER) & set(texts(f"<div id=all><div class=story>{paragraphs(STORY)}</div>{body}</div>"))


def test_json_ld_bears_witness() -> None:
    """Of two columns the one whose text JSON-LD holds is the article; nothing is taken from JSON-LD itself."""
    told = json.dumps({"@type": "NewsArticle", "articleBody": " ".join([*STORY, "Only here."])})
    head = f"<head><script type='application/ld+json'>{told}</script></head>"
    body = f"<div class=a>{paragraphs(OTHER * 3)}</div><div class=b>{paragraphs(STORY)}</div>"
    assert texts(f"<div>{body}</div>", head) == STORY


@pytest.mark.parametrize("name", ["content-sidebar", "layout--right-rail", "has-related", "newsletter-page"])
def test_a_marked_story_is_the_column_whatever_its_box_is_called(name: str) -> None:
    """A box may be called after the layout around it: what is marked as the article's text in it says what it holds."""
    body = (
        f"<div>{paragraphs(OTHER * 3)}</div><div class='{name}'><div class=article-body>{paragraphs(STORY)}</div></div>"
    )
    assert texts(f"<div>{body}</div>", "<head><title>The Echo</title></head>") == STORY


def test_what_json_ld_tells_is_no_margin() -> None:
    """The story stands in an aside below longer texts, and JSON-LD knows it."""
    told = json.dumps({"@type": "NewsArticle", "articleBody": " ".join(STORY)})
    head = f"<head><script type='application/ld+json'>{told}</script></head>"
    assert texts(f"<div>{paragraphs(OTHER * 3)}</div><aside>{paragraphs(STORY)}</aside>", head) == STORY


def test_names_count_against_what_is_surely_no_margin() -> None:
    """Comments and the footer, longer than the story, do not make a margin of the box that the story stands in."""
    body = (
        f"<div class=with-sidebar><div>{paragraphs(STORY)}</div></div>"
        f"<div class=comments>{paragraphs(OTHER * 3)}</div><footer>{paragraphs(OTHER * 2)}</footer>"
    )
    assert texts(body, "<head><title>The Echo</title></head>") == STORY


def test_titles_of_boxes_beside_the_headline_are_not_read() -> None:
    """Of a box between headline and story no heading comes along; a standfirst in a heading does."""
    box = "<div class=aside-inner><section><h2>Podcast</h2><ul><li><a href=/a>Goats</a></li></ul></section></div>"
    standfirst = "<div class=sub><h2>Mayor pleased</h2></div>"
    body = f"<main><h1>{HEADLINE}</h1>{standfirst}{box}<div><div>{paragraphs(STORY)}</div></div></main>"
    assert texts(body) == [HEADLINE, "Mayor pleased", *STORY]


def test_a_page_of_old_whose_layout_is_a_table_is_read() -> None:
    """The story in one cell, parted by breaks alone, is the column."""
    cell = "<br><br>".join(STORY)
    menu = "<td><a href=/a>News</a><br><a href=/b>Sport</a></td>"
    assert texts(f"<table><tr>{menu}<td><font size=2>{cell}</font></td></tr></table>") == STORY


def test_a_story_hidden_until_a_script_runs_is_read() -> None:
    """The whole body hidden by style, as consent scripts leave it, is still the article."""
    assert texts(f"<div style='visibility:hidden'><article>{paragraphs(STORY)}</article></div>") == STORY


def test_parts_that_are_sent_late_stand_in_their_places() -> None:
    """A page may come as a frame with empty places, and fill them from hidden parts at its end, in any order."""
    frame = (
        f"<main><h1>{HEADLINE}</h1><article>{paragraphs(STORY[:2])}<template id='B:0'></template>"
        f"{paragraphs(STORY[4:6])}<template id='P:2'></template></article></main>"
    )
    late = (
        f'<div hidden id=\'S:2\'>{paragraphs(STORY[6:])}</div><script>$RS("S:2","P:2")</script>'
        f'<div hidden id=\'S:0\'>{paragraphs(STORY[2:4])}</div><script>$RC=f;$RC("B:0","S:0")</script>'
        f'<div hidden id=\'S:9\'>{paragraphs(OTHER[:2])}</div><script>$RC("B:9","S:9")</script>'
    )
    assert texts(frame + late) == [HEADLINE, *STORY]


def test_the_tree_that_a_component_shows_is_read() -> None:
    """A template that stands for what its component shows is part of the story; any other is not."""
    shown = f"<story-text><template shadowrootmode=open>{paragraphs(STORY[3:])}</template></story-text>"
    body = (
        f"<article><h1>{HEADLINE}</h1>{paragraphs(STORY[:3])}<template>{paragraphs(OTHER)}</template>{shown}</article>"
    )
    assert texts(body) == [HEADLINE, *STORY]


def test_a_story_in_two_boxes_of_different_names_is_read_whole() -> None:
    """The rest of it, running text below the larger part, comes along; a rail of stories with linked heads does not."""
    rail = "".join(f"<h3><a href=/x>{text[:20]}</a></h3><p>{text}</p>" for text in OTHER[:3])
    parts = f"<div class=free>{paragraphs(STORY[:6])}</div><div class=paid>{paragraphs(STORY[6:])}</div>"
    assert texts(f"<main><h1>{HEADLINE}</h1>{parts}<div class=rail>{rail}</div></main>") == [HEADLINE, *STORY]


def test_the_posts_of_a_live_blog_are_read_with_what_stands_over_them() -> None:
    """A long summary under the headline is not all: entries follow, each with a heading, or told by JSON-LD."""
    lead = f"<main><div class=lead><h1>{HEADLINE}</h1>{paragraphs(OTHER)}</div>"
    posts = "".join(f"<div class=post><h2>Post {at}</h2><p>{text}</p></div>" for at, text in enumerate(STORY))
    assert set(STORY) <= set(texts(f"{lead}<div class=posts>{posts}</div></main>"))
    bare = "".join(f"<div class=post><time>1{at}:00</time><p>{text}</p></div>" for at, text in enumerate(STORY))
    told = json.dumps({"@type": "LiveBlogPosting", "liveBlogUpdate": [{"articleBody": text} for text in STORY]})
    head = f"{HEAD}<script type='application/ld+json'>{told}</script>"
    assert set(STORY) <= set(texts(f"{lead}<div class=posts>{bare}</div></main>", head))


def test_answers_that_open_at_a_press_belong_to_the_story() -> None:
    """Each is a box of its own beside the text."""
    answers = "".join(f"<details><summary>Why?</summary><p>{text}</p></details>" for text in STORY[5:])
    found = texts(f"<article><h1>{HEADLINE}</h1><div>{paragraphs(STORY[:5])}</div>{answers}</article>")
    assert [text for text in found if text != "Why?"] == [HEADLINE, *STORY]


def test_json_ld_that_breaks_off_is_no_witness() -> None:
    """Where it holds only the beginning, what it does not hold is not left behind."""
    told = json.dumps({"@type": "NewsArticle", "articleBody": " ".join(STORY[:5])[:-30] + " ..."})
    head = f"{HEAD}<script type='application/ld+json'>{told}</script>"
    parts = f"<div class=a>{paragraphs(STORY[:5])}</div><div class=b>{paragraphs(STORY[5:])}</div>"
    assert texts(f"<main><h1>{HEADLINE}</h1>{parts}</main>", head) == [HEADLINE, *STORY]


def test_footnotes_below_the_column_come_along() -> None:
    """A list that the page calls so is the article's."""
    notes = "<ol class=footnotes><li>From the archive of the town.</li></ol><ol class=tags><li>Bridges</li></ol>"
    body = f"<article><h1>{HEADLINE}</h1><div>{paragraphs(STORY)}</div>{notes}</article>"
    assert texts(body) == [HEADLINE, *STORY, "From the archive of the town."]


@pytest.mark.parametrize("count", [1, 2])
def test_a_short_item_is_read(count: int) -> None:
    """News in brief has a paragraph or two."""
    found = texts(
        f"{MENU}<div id=x><h1>{HEADLINE}</h1><div>{paragraphs(STORY[:count])}</div></div><footer>Imprint</footer>"
    )
    assert found == [HEADLINE, *STORY[:count]]


def test_paragraphs_right_in_the_body_are_an_article() -> None:
    """A page without any container is read as it stands."""
    assert texts(paragraphs(STORY)) == STORY


def test_a_page_without_sentences_still_shows_its_words() -> None:
    """Where nothing reads as prose, the page is shown rather than refused."""
    assert "Tower" in texts("<div><div>Bridge</div><div>Tower</div></div>")


def test_east_asian_prose_counts_as_prose() -> None:
    """Scripts that say a sentence in twenty characters are weighed by what they say."""
    story = [f"市議会は{day}、橋を塗り直すことを長い議論の末に決めた。市長は喜んだという。" for day in "月火水木金"]
    rail = "<div class=rail><p>The fair was opened by a duke who had never seen so many goats in one place.</p></div>"
    assert texts(f"<div>{rail}<div class=text>{paragraphs(story)}</div></div>") == story


def test_where_the_structure_settles_nothing_readability_is_asked() -> None:
    """Among boxes of like weight the one that is marked as an article and scores best is the column."""
    boxes = [f"<div class=box{at}>{paragraphs(OTHER[at : at + 3])}</div>" for at in range(3)]
    body = f"{boxes[0]}{boxes[1]}<div class='article-text'>{paragraphs(STORY[:5])}</div>{boxes[2]}"
    assert texts(body, "") == STORY[:5]


def test_lines_too_short_to_be_prose_are_read_too() -> None:
    """A page of short lines is read with all of them."""
    found = texts(
        f"{MENU}<div class=article><h1>{HEADLINE}</h1><div><p>He came.</p><p>He saw the bridge.</p></div></div>"
    )
    assert found[-2:] == ["He came.", "He saw the bridge."]


@pytest.mark.parametrize("names", ["has-comments", "comments-open", "story comments", "post no-comments"])
def test_a_story_whose_box_speaks_of_comments_is_no_thread(names: str) -> None:
    """An article may be told to be open to comments, with prose of the page below it, and is no thread for that."""
    body = f"<h1>{HEADLINE}</h1><div class='{names}'><div>{paragraphs(STORY)}</div></div><div>{paragraphs(OTHER)}</div>"
    assert texts(body)[: len(STORY) + 1] == [HEADLINE, *STORY]
