"""What the filters for prompts have in common: how much speaks for a line being addressed to the page's visitor."""

import re
from collections.abc import Iterator

from newsread_filters.builtin.own_words import own_share
from newsread_filters.lexicon import Table, lexicon
from newsread_filters.view import ArticleView, BlockView, words

_NEEDED = 3
_LONG = 40
"""Words; hardly a prompt is longer, and it takes more to call such a paragraph one."""
_CUE, _SURE = 0.12, 0.3
"""The share of its own words that a prompt may have; more where much else speaks for one: its box, all of its parts."""
_CLOSING = {"“": "”", "„": "“”", "«": "»", "»": "«", '"': '"', "‘": "’", "「": "」"}
"""How each mark that opens a quotation is closed; "“" closes where "„" opened."""
_POSTED = re.compile(r"[—–-] ?[^—–]{2,60}\(@\w{1,15}\)")
"""How a post from elsewhere is signed: "— Alan Medlar (@medlar)"."""
_SENTENCES = re.compile(r"(?<=[.!?:])\s+")


def told(  # noqa: PLR0911 - the cheap questions first
    article: ArticleView, block: BlockView, table: Table, names: tuple[str, ...], *, to_somebody: bool = True
) -> str | None:
    """The words of `table` that make `block` a prompt; None when too little speaks for it.

    A cue counts two; a request that opens a sentence and what it offers one each, and one more when it opens the
    line; the page's own names for the block two; one each, that it speaks to "you" or of "us", or orders; its place
    above or below the text; and a link or form control. What stands between quotation marks is no prompt, and
    neither is a post or a quotation that stands apart. Words that are sure need nothing beside them. A sentence with
    many words of its own, which prompts do not have, belongs to the story in any case.

    It takes three; one more of running text, one more without a cue there, and one more of a long paragraph. Running
    text must hold a cue or stand in a box named for it, and without such a box it must be set apart somehow and speak
    to somebody (unless not `to_somebody`).
    """
    said = block.words
    if table.is_silent(said):
        return None
    if block.kind == "blockquote" or "blockquote" in block.hints.ancestors or _POSTED.search(block.text):
        return None
    named = article.named(block, *names) is not None
    if (sure := table.sure(said)) and not _is_quoted(block, table) and not _is_story(article, block, _SURE):
        return sure
    linked = bool(block.links) or block.hints.controls
    placed = article.is_before_story(block) or article.is_near_end(block)
    cue = table.cue(said)
    if block.is_prose and not (cue or named):
        return None
    thing, opens = table.thing(said), table.ask(said[:4])
    ask = opens or _request(block, table)
    if not (cue or (ask and (thing or named))) or (not to_somebody and block.is_prose and not cue):
        return None
    addressed = bool(cue and table.ask(said[:2])) or not lexicon(article.language)["address"].strong.isdisjoint(said)
    apart = linked or placed or (cue and ask and thing)
    if block.is_prose and not (named or (addressed and apart) or (not to_somebody and placed)):
        return None
    points = 2 * bool(cue) + bool(ask) + bool(opens) + bool(thing) + 2 * named + addressed + linked + placed
    needed = _NEEDED + block.is_prose * (1 + (not cue) + (len(said) > _LONG))
    most = _SURE if named or (cue and ask and thing) else _CUE
    if points < needed or _is_quoted(block, table) or _is_story(article, block, most):
        return None
    return cue or f"{ask} … {thing or ''}".strip(" …")


def _is_story(article: ArticleView, block: BlockView, most: float) -> bool:
    """Whether a sentence has more than the share `most` of words that prompts do not have."""
    return block.ends_sentence and own_share(article, block) > most


def _request(block: BlockView, table: Table) -> str | None:
    """The request that opens a sentence of the block."""
    if not table.ask(block.words):
        return None
    openings = (table.ask(words(sentence)[:4]) for sentence in _SENTENCES.split(block.text))
    return next(filter(None, openings), None)


def _is_quoted(block: BlockView, table: Table) -> bool:
    """Whether somebody is quoted with the words of a prompt, as in a story about prompts."""
    return any(
        table.cue(words(said)) or table.sure(words(said)) or table.ask(words(said)[:4])
        for said in _quotations(block.text)
    )


def _quotations(text: str) -> Iterator[str]:
    """What stands between quotation marks, the last to the end of the text when it is not closed."""
    start = closing = None
    for at, character in enumerate(text):
        if closing is None and character in _CLOSING:
            start, closing = at + 1, _CLOSING[character]
        elif closing and character in closing:
            yield text[start:at]
            closing = None
    if closing:
        yield text[start:]
