"""How much of a line is said in words of its own: a prompt is made of what all prompts say, a story has other words."""

import re
from functools import cache

from newsread_filters.extract.language import function_words
from newsread_filters.lexicon import lexicon
from newsread_filters.view import ArticleView, BlockView

_PROMPTS = ("address", "newsletter", "follow", "app", "paywall", "comments", "contact", "ad", "furniture")
_IN_ADDRESS = re.compile(r"@|\w\.\w")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def own_share(article: ArticleView, block: BlockView, *kinds: str) -> float:
    """The share of the words of `block` that neither prompts (or lines of `kinds`) nor all texts of its language have.

    Names, numbers and addresses are no words of its own: any line may have them. Scripts without capitals have none.
    """
    known = _known(article.language, kinds or _PROMPTS)
    nouns = lexicon(article.language)["address"].capital_nouns
    said = _WORD.findall(" ".join(each for each in block.text.split() if not _IN_ADDRESS.search(each)))
    own = [word for at, word in enumerate(said) if word[0].islower() or (nouns and _is_noun(said, at))]
    return sum(not _is_known(word.lower().replace("’", "'"), known) for word in own) / max(1, len(block.words))


def _is_noun(said: list[str], at: int) -> bool:
    """Whether a word with a capital stands alone, where two in a row are a name, and is no abbreviation."""
    return said[at].istitle() and not any(word[0].isupper() for word in (*said[:at][-1:], *said[at + 1 : at + 2]))


def _is_known(word: str, known: frozenset[str]) -> bool:
    """Whether `word` is one of `known`, or made of such: "l'article", "newsletter's"."""
    return word in known or all(len(part) < 3 or part in known for part in word.split("'"))


@cache
def _known(language: str | None, kinds: tuple[str, ...]) -> frozenset[str]:
    tables, common = lexicon(language), function_words()
    of_texts = common["en"] | common.get(language or "en", frozenset())
    return of_texts.union(*(tables[kind].all_words for kind in kinds))
