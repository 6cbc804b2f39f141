"""How a page marks what an element holds: the article, its margins, a thread of comments."""

import re
from itertools import islice

from lxml.html import HtmlElement

_ARTICLE = re.compile(
    r"(?:^|[\s_-])(?:article|story|post|entry)[\s_-]*(?:body|content|text|copy)(?:$|[\s_-])", re.IGNORECASE
)
_MARGIN_TAGS = frozenset(("aside", "dialog", "footer", "nav", "noscript", "template"))
_MARGIN_ROLES = frozenset(("complementary", "contentinfo", "dialog", "navigation", "search"))
_MARGIN_WORDS = re.compile(
    r"comment|komment|coment|disqus|cookie|consent|gdpr|privacy|footer|sidebar|right-?rail|related|recirc|read-?next"
    r"|modal|pop-?up|overlay|newsletter|most-?(?:read|popular)|trending|outbrain|taboola|regwall|more-news",
    re.IGNORECASE,
)
_THREAD = re.compile(
    # "has-comments" and "comments-open" say of the article around that it may be commented on.
    r"(?<!has[_-])(?<!no[_-])(?<!with[_-])(?<![a-z])(?:comments|disqus|kommentare|comentarios|commentaires|commenti|reacties)"
    r"(?:$|\s|[_-](?!open|close|enabled|disabled|on\b|off\b|allowed|active|count|true|false))",
    re.IGNORECASE,
)

_CONSENT = re.compile(
    r"cookie[_-]?(?:banner|bar|consent|dialog|law|layer|list|modal|notice|popup|wall)|consent|gdpr|onetrust|didomi|cookiebot",
    re.IGNORECASE,
)


def is_article(element: HtmlElement) -> bool:
    """Whether the publisher marks `element` as an article or as its text."""
    return element.tag == "article" or element.get("role") == "article" or is_article_text(element)


def is_article_text(element: HtmlElement) -> bool:
    """Whether the publisher marks `element` as the text of an article."""
    return "articleBody" in element.get("itemprop", "") or bool(_ARTICLE.search(_names(element)))


def heads_with_link(element: HtmlElement) -> bool | None:
    """Whether the heading over `element`'s text is a link to elsewhere; None when there is no heading."""
    heading = next(element.iter("h1", "h2", "h3", "h4", "h5", "h6", "summary"), None)
    if heading is None:
        return None
    links = [*heading.iter("a"), *islice(heading.iterancestors("a"), 1)]
    return any(not link.get("href", "#").startswith("#") for link in links)


def is_margin(element: HtmlElement) -> bool:
    """Whether `element` is a margin by what it is."""
    return element.tag in _MARGIN_TAGS or element.get("role", "") in _MARGIN_ROLES


def is_called_margin(element: HtmlElement) -> bool:
    """Whether `element` is a margin by its name, which may speak of the layout around it."""
    return bool(_MARGIN_WORDS.search(_names(element)))


def is_thread(element: HtmlElement) -> bool:
    """Whether `element` is called a thread of comments."""
    return bool(_THREAD.search(_names(element)))


def is_consent(element: HtmlElement) -> bool:
    """Whether `element` is called a question about cookies, which may be longer than many an article."""
    return bool(_CONSENT.search(_names(element)))


def _names(element: HtmlElement) -> str:
    return f"{element.get('class', '')} {element.get('id', '')}"
