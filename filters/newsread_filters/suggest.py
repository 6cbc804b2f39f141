"""Rules that a line suggests, from the narrowest to the broadest: what "remove lines like this" may mean."""

import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from newsread_filters.model import Block
from newsread_filters.rules import Rule

_LABEL = re.compile(r"^(?:[^\s:]+\s){0,3}[^\s:]+:(?=\s)")
_TAG = re.compile(r"[\[(][^\[\]()]{2,30}[\])]$")
_NUMBERS = re.compile(r"\d+(?:[.,:/]\d+)*")
_NAME = re.compile(r"[^\W\d_a-z][\w’'-]*(?: [^\W\d_a-z][\w’'-]*)*")
_ANY_NUMBER, _ANY_NAME = r"\d[\d.,:/]*", r"[^\W\d_a-z][\w’'-]*(?: [^\W\d_a-z][\w’'-]*)*"


class Suggestion(Struct, frozen=True):
    """A rule, and what it would do in words."""

    title: str
    rule: Rule


def suggestions(block: Block, site: str | None) -> list[Suggestion]:
    """The rules that `block` suggests on `site`, the narrowest first, each different from the others."""
    here = f"on {site}" if site else "everywhere"
    tests = list(_tests(block))
    found = [Suggestion(f"{title}, {here}", _at(rule, site)) for title, rule in tests]
    if site:
        found += [Suggestion(f"{title}, on every site", rule) for title, rule in tests]
    ends = [each for each in tests if not each[1].in_links and (each[1].equals or each[1].starts_with)]
    found += [
        Suggestion(f"the article ends at {title}, {here}", _at(replace(rule, action="end"), site))
        for title, rule in ends
    ]
    return found


def keeping(block: Block, site: str | None) -> list[Suggestion]:
    """The rules by which no filter removes a line like `block` any more."""
    return [
        Suggestion(each.title.replace("lines that", "keep lines that").replace("this exact", "keep this exact"), rule)
        for each in suggestions(block, site)
        if each.rule.action == "remove"
        for rule in [replace(each.rule, action="keep")]
    ]


def quoted(text: str) -> str:
    """`text` in quotation marks, other ones than it has itself."""
    return f"‘{text}’" if "“" in text or "”" in text else f"“{text}”"


def _tests(block: Block) -> Iterator[tuple[str, Rule]]:
    text = block.source_text
    yield "this exact line", Rule(equals=text)
    if label := _LABEL.match(text):
        yield f"lines that start with {quoted(label[0])}", Rule(starts_with=label[0])
    if (tag := _TAG.search(text)) and tag.start():
        yield f"lines that end with {quoted(tag[0])}", Rule(ends_with=tag[0])
    words = text.split()
    if not label and len(words) > 4:
        start = " ".join(words[:3])
        yield f"lines that start with {quoted(start + ' …')}", Rule(starts_with=start + " ")
    general = Rule(pattern=f"^{_general(text)}$")
    if general.pattern != f"^{re.escape(text)}$" and len(words) <= 12 and general.matches(block):
        yield "lines like this with other numbers and names", general
    for link in (text[span.start : span.end] for span in block.spans if span.kind == "link"):
        yield f"lines with the words {quoted(link)} in a link", Rule(equals=link, in_links=True)
        break


def _general(text: str) -> str:
    """`text` as a pattern in which numbers and names are any; the first word is a name only when others follow it."""
    parts = []
    position = 0
    for found in sorted([*_NUMBERS.finditer(text), *_NAME.finditer(text)], key=re.Match.start):
        opens = found.start() == 0 and found[0].isalpha()  # a capital letter, but no name
        if found.start() < position or opens:
            continue
        parts += [re.escape(text[position : found.start()]), _ANY_NUMBER if found[0][0].isdigit() else _ANY_NAME]
        position = found.end()
    return "".join(parts) + re.escape(text[position:])


def _at(rule: Rule, site: str | None) -> Rule:
    return replace(rule, sites=(site,)) if site else rule
