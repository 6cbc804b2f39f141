"""What is copied: text that has passed the gate, a quote with its speaker and where it was read."""

from newsread_filters.gate import clean
from newsread_filters.model import Article, Quote


def paragraph(text: str) -> str:
    """One paragraph as it is shown."""
    return clean(text)


def quote(words: Quote, article: Article) -> str:
    """The words in quotation marks, their speaker, and below them the article's title and address."""
    who = words.speaker or words.mention
    said = f"“{words.text}”" + (f" — {who}" if who else "")
    return clean("\n".join(line for line in (said, article.title, article.url) if line))
