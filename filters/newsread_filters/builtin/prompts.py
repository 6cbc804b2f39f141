"""What the filters for prompts have in common: how much speaks for a line being addressed to the page's visitor."""

import re

from newsread_filters.lexicon import Table, lexicon
from newsread_filters.view import ArticleView, BlockView, words

_NEEDED = 3
_LONG = 40
"""Words; hardly a prompt is longer, and it takes more to call such a paragraph one."""
_QUOTES = re.compile(r"[“”„«»\"]|(?:^|\s)['‘]")
_SENTENCES = re.compile(r"(?<=[.!?:])\s+")


def told(article: ArticleView, block: BlockView, table: Table, names: tuple[str, ...]) -> str | None:
    """The words of `table` that make `block` a prompt; None when too little speaks for it.

    A cue counts two; a request that opens a sentence and what it offers one each; the page's own names for the block
    two; one each, that it speaks of "you" or "us", its place above or below the text, and a link or form control.
    Quotation marks, as in a story about prompts, cost two. It takes three, four of running text, five of a long
    paragraph; and running text must speak to somebody, or stand in a box named for it, and be set apart somehow.
    """
    said = block.words
    cue, thing = table.cue(said), table.thing(said)
    ask = table.ask(said) if cue else _request(block, table)
    if not (cue or (ask and thing)):
        return None
    named = article.named(block, *names) is not None
    addressed = not lexicon(article.language)["address"].strong.isdisjoint(said)
    if block.is_prose and not (addressed or named):
        return None
    points = 2 * bool(cue) + bool(ask) + bool(thing) + 2 * named + addressed
    linked = bool(block.links) or block.hints.controls
    placed = article.is_before_story(block) or article.is_near_end(block)
    if block.is_prose and not (linked or placed or named):
        return None
    points += linked + placed
    points -= 2 * bool(_QUOTES.search(block.text))
    needed = _NEEDED + block.is_prose + (block.is_prose and len(said) > _LONG)
    return (cue or f"{ask} … {thing}") if points >= needed else None


def _request(block: BlockView, table: Table) -> str | None:
    """The request that opens a sentence of the block."""
    if not table.ask(block.words):
        return None
    openings = (table.ask(words(sentence)[:4]) for sentence in _SENTENCES.split(block.text))
    return next(filter(None, openings), None)
