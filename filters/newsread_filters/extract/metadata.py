"""What a page says of its article: headline, authors, site, date, language, address."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from lxml.html import HtmlElement
from msgspec import Struct

from newsread_filters.extract.dates import iso_date
from newsread_filters.extract.headline import best_headline
from newsread_filters.extract.jsonld import Node, find_article, plain, told_text
from newsread_filters.extract.links import Links
from newsread_filters.gate import clean_line
from newsread_filters.sites import host_of

_BY = re.compile(
    r"^(?:by|from|von|par|por|di|door|av|af|od|przez|text|words|written by|autor|author)\b:?\s+", re.IGNORECASE
)
_NAMED = re.compile(r"(?:[^\W\d_][\w.'’-]*\s+){1,3}[^\W\d_][\w'’-]*")
"""Two to four words, as a name has them."""
_PUBLISHED = (
    "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "sailthru.date",
    "pubdate", "publishdate", "publish-date", "dc.date.issued", "dc.date", "dcterms.created", "dcterms.date", "date",
    "cxenseparse:recs:publishtime",
)  # fmt: skip
_AUTHOR = (
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "og:article:author",
)

_LONGEST = 2000
"""Characters of a description; what is longer is cut."""
_MOST_AUTHORS = 30


class Metadata(Struct, frozen=True):
    """What stands about the article outside its text; every field None when the page does not say."""

    url: str | None = None
    title: str | None = None
    headline: HtmlElement | None = None
    """The element that shows the title."""
    byline: str | None = None
    site: str | None = None
    published: str | None = None
    language: str | None = None
    description: str | None = None
    body: str | None = None
    """The text of the article as JSON-LD has it: a witness, not a source."""


def read_metadata(root: HtmlElement, page_url: str | None, links: Links) -> Metadata:
    """Return what the page `root` says of its article."""
    node, meta = find_article(root), _meta_tags(root)
    url = _address(root, meta, page_url, links)
    site = _first(meta.get("og:site_name"), plain(node.get("publisher")), meta.get("application-name"), host_of(url))
    byline = _byline(root, node, meta)
    title, headline = best_headline(
        root, [meta.get("og:title"), plain(node.get("headline")), meta.get("twitter:title")], site
    )
    return Metadata(
        url=url,
        title=title,
        headline=headline,
        byline=byline if byline != site else None,
        site=site.removeprefix("www.") if site else None,
        published=_published(root, node, meta),
        language=_language(root, node, meta),
        description=_first(meta.get("og:description"), meta.get("description"), plain(node.get("description"))),
        body=told_text(node),
    )


def _meta_tags(root: HtmlElement) -> dict[str, str]:
    """The first content of each meta tag, by its name, property or itemprop in lower case."""
    found: dict[str, str] = {}
    for tag in root.iter("meta"):
        for key in ("property", "name", "itemprop", "http-equiv"):
            if (name := tag.get(key)) and (content := clean_line(tag.get("content", ""))):
                found.setdefault(name.lower(), content)
    return found


def _address(root: HtmlElement, meta: dict[str, str], page_url: str | None, links: Links) -> str | None:
    canonical = (link.get("href") for link in root.iter("link") if "canonical" in link.get("rel", "").lower().split())
    named = (links.absolute(href) for href in (*canonical, meta.get("og:url")))
    absolute = [url for url in (*named, page_url) if url and url.startswith(("http://", "https://"))]
    # Some sites name their front page as the canonical address of every article.
    return next((url for url in absolute if url.rstrip("/").count("/") > 2), absolute[0] if absolute else page_url)


def _byline(root: HtmlElement, node: Node, meta: dict[str, str]) -> str | None:
    """The authors' names, parted by commas: from JSON-LD, meta tags, or what the page marks as its author."""
    authors = node.get("author")
    told = [plain(author) for author in (authors if isinstance(authors, list) else [authors])]
    if names := _names(told):
        return ", ".join(names[:_MOST_AUTHORS])
    shown = _names(_shown_authors(root)) or _names(_shown_bylines(root))
    return next(iter(_names(meta.get(key) for key in _AUTHOR) or shown), None)


def _shown_authors(root: HtmlElement) -> Iterator[str]:
    found = root.xpath("//*[@rel='author' or contains(@itemprop, 'author') or contains(@class, 'author-name')]")
    return (str(element.text_content()) for element in islice(found, 5))


def _shown_bylines(root: HtmlElement) -> Iterator[str]:
    """What is marked as a byline and is one: a word such as "by", a name, nothing else."""
    for element in islice(root.xpath("//*[contains(@class, 'byline')]"), 5):
        text = clean_line(str(element.text_content()))
        begun = _BY.match(text)
        if (
            begun
            and _NAMED.fullmatch(text, begun.end())
            and all(each[0].isupper() for each in text[begun.end() :].split())
        ):
            yield text


def _names(texts: Iterable[str | None]) -> list[str]:
    return list(dict.fromkeys(name for text in texts if (name := _name(text))))


def _name(text: str | None) -> str | None:
    """`text` when it can be a name: no address, no sentence."""
    name = _BY.sub("", clean_line(text or "")).strip(" ,|·-")
    short = 2 <= len(name) <= 100 and len(name.split()) <= 12
    return name if short and not name.isdigit() and "/" not in name and "@" not in name else None


def _published(root: HtmlElement, node: Node, meta: dict[str, str]) -> str | None:
    told = (plain(node.get("datePublished")), *(meta.get(key) for key in _PUBLISHED))
    return next((found for text in told if (found := iso_date(text))), None) or _shown_date(root)


def _shown_date(root: HtmlElement) -> str | None:
    marked = (*root.xpath("//*[@itemprop='datePublished']")[:3], *islice(root.iter("time"), 3))
    return next((found for each in marked if (found := iso_date(each.get("datetime") or each.get("content")))), None)


def _language(root: HtmlElement, node: Node, meta: dict[str, str]) -> str | None:
    told = (root.get("lang"), root.get("{http://www.w3.org/XML/1998/namespace}lang"), root.get("xml:lang"))
    for tag in (*told, meta.get("og:locale"), meta.get("content-language"), plain(node.get("inLanguage"))):
        primary = re.split(r"[-_,;]", (tag or "").strip().lower())[0]
        if len(primary) in (2, 3) and primary.isascii() and primary.isalpha() and primary != "utf":
            return primary
    return None


def _first(*texts: str | None) -> str | None:
    return next((line[:_LONGEST] for text in texts if text and (line := clean_line(text))), None)
