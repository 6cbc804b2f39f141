"""What a page says of its article in JSON-LD, as far as that can be read: it is often broken."""

import json
import re
from collections.abc import Iterator
from typing import Any

from lxml.html import HtmlElement

from newsread_filters.extract.entities import unescaped

Node = dict[str, Any]

_STRING_OR_FLAW = re.compile(r'("(?:[^"\\]++|\\.)*+")|//[^\n]*|/\*.*?(?:\*/|\Z)|,(?=\s*[}\]])', re.DOTALL)
_VALUE = re.compile(r"\{|(?<!CDATA)\[(?!CDATA)")
_DECODER = json.JSONDecoder(strict=False)
_TAG = re.compile(r"<[^<>]*>")
_NESTING = ("@graph", "mainEntity", "mainEntityOfPage", "liveBlogUpdate", "hasPart")
_MOST_NODES = 500


def find_article(root: HtmlElement) -> Node:
    """Return the JSON-LD node that describes the page's article; an empty one when there is none."""
    articles = [node for node in _nodes(root) if _is_article(node)]
    return max(articles, key=_fullness, default={})


def told_text(article: Node) -> str | None:
    """The text of `article`, with that of the updates of a live blog."""
    updates = article.get("liveBlogUpdate")
    nodes = [article, *(updates if isinstance(updates, list) else [updates])]
    texts = [plain(node.get("articleBody")) for node in nodes if isinstance(node, dict)]
    return "\n".join(text for text in texts if text) or None


def plain(value: object) -> str | None:
    """A JSON-LD value as text: the first of a list, the name of a thing, without tags and entities."""
    while isinstance(value, list | dict):
        value = (value[0] if value else None) if isinstance(value, list) else value.get("name") or value.get("@value")
    return unescaped(_TAG.sub(" ", value)).strip() or None if isinstance(value, str) else None


def _nodes(root: HtmlElement) -> Iterator[Node]:
    """Every node that the scripts of the page hold, those that stand inside others too."""
    waiting = [
        _loaded(script.text or "") for script in root.iter("script") if "ld+json" in script.get("type", "").lower()
    ]
    waiting.reverse()
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        value = waiting.pop()
        if isinstance(value, list):
            waiting.extend(reversed(value))
        elif isinstance(value, dict):
            yield value
            waiting.extend(value[key] for key in _NESTING if key in value)


def _loaded(script: str) -> object:
    """The first value in `script`, which may be wrapped in a comment or CDATA, or hold comments and stray commas."""
    start = _VALUE.search(script)
    if not start:
        return None
    try:
        return _DECODER.raw_decode(script, start.start())[0]
    except (ValueError, RecursionError):
        pass
    try:
        return _DECODER.raw_decode(_STRING_OR_FLAW.sub(lambda found: found[1] or "", script[start.start() :]))[0]
    except (ValueError, RecursionError):
        return None


def _is_article(node: Node) -> bool:
    kinds = node.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return any(
        isinstance(name, str) and name.endswith(("Article", "Posting", "Review", "Recipe", "Report")) for name in names
    )


def _fullness(node: Node) -> int:
    """A page may describe its neighbours too; of its own article it says the most."""
    return sum(
        bool(node.get(key)) for key in ("headline", "author", "datePublished", "publisher", "image", "description")
    )
