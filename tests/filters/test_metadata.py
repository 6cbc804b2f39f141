import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsread_filters.extract import extract
from newsread_filters.extract.dates import iso_date
from newsread_filters.model import Article, Page

BODY = "<p>The council met on Monday and decided, after a long debate, to paint the bridge again, and soon.</p>" * 3


def read(head: str = "", body: str = "", url: str | None = None, root: str = "<html>") -> Article:
    """The article of a page with that `head`, and `body` above its text."""
    page = f"<!DOCTYPE html>{root}<head>{head}</head><body><article>{body}{BODY}</article></body></html>"
    return extract(Page(source="page", data=page.encode(), url=url))


def meta(**content: str) -> str:
    """Meta tags; `og_title` names the property og:title."""
    return "".join(
        f'<meta property="{name.replace("_", ":", 1)}" content="{value}">' for name, value in content.items()
    )


def json_ld(value: object) -> str:
    """A script with `value` as JSON-LD."""
    return f'<script type="application/ld+json">{value if isinstance(value, str) else json.dumps(value)}</script>'


NODE = {
    "@type": "NewsArticle",
    "headline": "Bridge &amp; tower",
    "author": [{"@type": "Person", "name": "Ann Lee"}, {"@type": "Person", "name": "Bo Ray"}],
    "publisher": {"name": "The Echo"},
    "datePublished": "2024-05-03T10:00:00Z",
    "description": "All about it",
}


def test_json_ld_tells_all() -> None:
    """Headline, authors, site, date and description are read from it when the page shows none itself."""
    article = read(json_ld(NODE))
    assert (article.title, article.byline, article.site) == ("Bridge & tower", "Ann Lee, Bo Ray", "The Echo")
    assert (article.published, article.description) == ("2024-05-03T10:00:00+00:00", "All about it")


@pytest.mark.parametrize(
    "script",
    [
        json.dumps({"@graph": [{"@type": "WebSite", "name": "x"}, NODE]}),
        json.dumps([[NODE]]),
        json.dumps({"@type": "WebPage", "mainEntity": NODE}),
        json.dumps(NODE | {"@type": ["Thing", "ReportageNewsArticle"]}),
        "<!-- " + json.dumps(NODE) + " -->",
        "//<![CDATA[\n" + json.dumps(NODE) + "\n//]]>",
        json.dumps(NODE).replace("}]", "},]") + ";",
        json.dumps(NODE).replace("{", "{ /* it is {so} */ ", 1).replace("All about", "All\n\tabout"),
        json.dumps({"@type": "NewsArticle", "headline": "Another one"}) + "</script>" + json_ld(NODE)[:-9],
    ],
)
def test_broken_or_nested_json_ld_is_read_all_the_same(script: str) -> None:
    """Lists, graphs, comments, stray commas and raw newlines are what pages have; the fullest article counts."""
    assert read(json_ld(script)).byline == "Ann Lee, Bo Ray"


NAMES = st.sampled_from("@type @graph author name headline publisher datePublished articleBody".split())
VALUES = st.recursive(
    st.none() | st.booleans() | st.text(max_size=5),
    lambda inner: st.lists(inner) | st.dictionaries(NAMES, inner),
    max_leaves=12,
)


@given(VALUES)
def test_json_ld_of_any_shape_is_survived(value: object) -> None:
    """Values of the wrong kind are no names and no dates."""
    assert len(read(json_ld([value, {"@type": "Article", "author": value, "headline": value}])).blocks) == 3


def test_json_ld_that_is_no_json_is_passed_over() -> None:
    """Nonsense, emptiness and a hundred thousand brackets end in no metadata, not in an error."""
    for script in ("", "{{", "undefined", "[" * 100_000, '{"@type": "Article", '):
        assert read(json_ld(script)).byline is None


def test_the_title_is_the_headline_that_a_reader_sees() -> None:
    """The heading that says what the meta tags say, rather than the site's name or another heading."""
    body = "<h1>The Echo</h1><h1>Bridge will be painted, <em>again</em></h1><h2>Related</h2>"
    assert read(meta(og_title="Bridge to be painted again"), body).title == "Bridge will be painted, again"


def test_without_a_heading_the_title_comes_from_meta_tags() -> None:
    """og:title first, then the document's title without the site's name at either end."""
    assert read(meta(og_title="Bridge to be painted", og_site_name="The Echo")).title == "Bridge to be painted"
    for title in (
        "Bridge: a story - The Echo",
        "Bridge: a story | Echo",
        "The Echo » Bridge: a story",
        "Bridge: a story | Local news",
    ):
        assert read(f"<title>{title}</title>" + meta(og_site_name="The Echo")).title == "Bridge: a story"


def test_a_dash_in_a_headline_is_not_the_sites() -> None:
    """Only what names the site, or is short behind a bar, is cut off."""
    assert read("<title>War and peace - the sequel</title>").title == "War and peace - the sequel"


def test_a_headline_in_no_heading_is_found() -> None:
    """Old pages show it in bold; it is told by the document's title."""
    article = read(
        "<title>The Coastal Echo: Comet fills every room in town</title>", "<b>Comet fills every room in town</b>"
    )
    assert article.title == "Comet fills every room in town"


@pytest.mark.parametrize(
    ("head", "body", "byline"),
    [
        ('<meta name="author" content="By Ann Lee">', "", "Ann Lee"),
        ('<meta name="author" content="https://a.org/ann">', '<a rel="author">By Ann Lee</a>', "Ann Lee"),
        ('<meta name="author" content="105092">', "", None),
        ("", '<span itemprop="author">Von Ann Lee</span>', "Ann Lee"),
        ("", '<p class="article-byline">By Ann Marie O’Lee</p>', "Ann Marie O’Lee"),
        ("", '<p class="byline">By the river on Monday</p>', None),
        ("", '<p class="byline">Ann Lee</p><p>By Bo Ray</p>', None),
        (meta(og_site_name="The Echo") + '<meta name="author" content="The Echo">', "", None),
        ("", "", None),
    ],
)
def test_the_byline_is_names_only(head: str, body: str, byline: str | None) -> None:
    """Without "By", no addresses, no numbers, and not the site again."""
    assert read(head, body).byline == byline


def test_the_site_is_named_or_is_its_host() -> None:
    """og:site_name, else the host without www; none for a file."""
    assert read(meta(og_site_name="The Echo")).site == "The Echo"
    assert read(url="https://www.echo.org/a/b").site == "echo.org"
    assert read().site is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2024-05-03", "2024-05-03"),
        ("2024-05-03T10:00:00.123Z", "2024-05-03T10:00:00+00:00"),
        ("2024-05-03 10:00:00 +0200", "2024-05-03T10:00:00+02:00"),
        ("20240503T100000", "2024-05-03T10:00:00"),
        ("Fri, 03 May 2024 10:00:00 GMT", "2024-05-03T10:00:00+00:00"),
        ("yesterday", None),
        ("0001-01-01", None),
        ("2024-13-45", None),
        ("", None),
    ],
)
def test_dates_become_iso_8601(text: str, found: str | None) -> None:
    """What cannot be read is no date."""
    assert iso_date(text) == found


@given(st.text(st.characters() | st.sampled_from("0123456789-:T+Z., "), max_size=40))
def test_no_date_is_odd_enough_to_fail(text: str) -> None:
    """Whatever a page writes, it is a date or it is none."""
    assert iso_date(text) is None or iso_date(text)


def test_the_date_is_looked_for_where_pages_put_it() -> None:
    """Meta tags, then what is marked in the text."""
    assert read(meta(article_published_time="2024-05-03")).published == "2024-05-03"
    assert read(body='<time datetime="2024-05-03T10:00">May 3</time>').published == "2024-05-03T10:00:00"
    assert read(body='<time datetime="noon">noon</time>').published is None


def test_the_language_is_declared_or_told_by_the_words() -> None:
    """The page's declaration counts in its first part; a text that plainly is not in it is believed instead."""
    assert read(root="<html lang='en-GB'>").language == "en"
    assert read(meta(og_locale="xh_ZA")).language == "xh"
    assert read().language == "en"
    assert read(root="<html lang='utf-8'>").language == "en"
    assert read(root="<html lang='fi'>").language == "en"
    assert read(root="<html lang='xh'>").language == "xh"


def test_the_address_is_the_canonical_one() -> None:
    """Also when it is relative; not when it names the front page; else the address that was fetched, or none."""
    canonical = "<link rel=canonical href='{}'>"
    assert read(canonical.format("https://a.org/x"), url="https://a.org/x?utm=1").url == "https://a.org/x"
    assert read(canonical.format("/x"), url="https://a.org/y").url == "https://a.org/x"
    assert read(canonical.format("https://a.org/"), url="https://a.org/y").url == "https://a.org/y"
    assert read(canonical.format("javascript:x"), url="https://a.org/y").url == "https://a.org/y"
    assert read(canonical.format("x/y")).url is None
    assert read(meta(og_url="https://a.org/z")).url == "https://a.org/z"


def test_metadata_passes_the_gate() -> None:
    """Nothing in the header can drive a terminal either."""
    head = "<title>Bridge &#27;[31mpainted&#x202e;</title>" + meta(
        og_site_name="E&#27;]0;x&#7;cho", og_description="a&#27;[31mb"
    )
    article = read(head + json_ld({"@type": "Article", "author": "A\u001b[1mnn Lee"}))
    assert (article.title, article.site, article.byline, article.description) == (
        "Bridge painted",
        "Echo",
        "Ann Lee",
        "ab",
    )


def test_characters_that_are_none_do_no_harm() -> None:
    """U+FFFE and U+FFFF in a title are dropped."""
    assert read("<title>Bridge \ufffe to be \uffffpainted</title>").title == "Bridge to be painted"
