"""How copied quotes are written: the words, who said them in what role, and where they were read."""

from collections.abc import Callable, Sequence

from newsread.layout.head import date
from newsread.layout.said import who
from newsread.output import plain
from newsread_filters.gate import clean, clean_line
from newsread_filters.model import Article, Quote


def cited(quotes: Sequence[Quote], article: Article, style: str) -> str:
    """`quotes` of `article` in a style; an unknown one is the first."""
    return clean(STYLES.get(style, _lines)(quotes, article))


def _lines(quotes: Sequence[Quote], article: Article) -> str:
    """The words and the speaker; below all of them title, site and date, and the address."""
    said = [f"“{quote.text}” — {_speaker(quote)}" for quote in quotes]
    about = ", ".join(_about(article))
    return "\n\n".join(said) + "".join(f"\n{line}" for line in (about, article.url) if line)


def _sentence(quotes: Sequence[Quote], article: Article) -> str:
    """One line for each, the source behind it in brackets."""
    source = ", ".join([*_about(article), *filter(None, [article.url])])
    behind = f" ({source})" if source else ""
    return "\n".join(f"{_speaker(quote)}: “{_in_line(quote.text)}”{behind}" for quote in quotes)


def _markdown(quotes: Sequence[Quote], article: Article) -> str:
    """Block quotes; the title is a link."""
    from newsread.output.markdown import escaped

    title, *others = _about(article) or [""]
    link = f"[{escaped(title or article.url or '')}](<{article.url}>)" if article.url else escaped(title)
    source = ", ".join(filter(None, [link, *map(escaped, others)]))
    parts = []
    for quote in quotes:
        words = "\n>\n".join(f"> {escaped(part)}" for part in f"“{quote.text}”".split("\n\n"))
        parts.append(f"{words}\n>\n> — **{escaped(_speaker(quote))}**" + (f", {source}" if source else ""))
    return "\n\n".join(parts)


def _table(quotes: Sequence[Quote], article: Article) -> str:
    """One line for each, parted by tabs for a spreadsheet: speaker, role, words, title, site, date, address."""
    source = [article.title, article.site, _day(article), article.url]
    rows = ([who(quote), quote.role, _in_line(quote.text), *source] for quote in quotes)
    return "\n".join("\t".join(clean_line(cell or "").replace("\t", " ") for cell in row) for row in rows)


STYLES: dict[str, Callable[[Sequence[Quote], Article], str]] = {
    "lines": _lines, "sentence": _sentence, "markdown": _markdown, "table": _table,
}  # fmt: skip


def _speaker(quote: Quote) -> str:
    return clean_line(plain.speaker(quote))


def _about(article: Article) -> list[str]:
    """Title, site and date, as far as they are known."""
    return [clean_line(part) for part in (article.title, article.site, _day(article)) if part]


def _day(article: Article) -> str:
    return date((article.published or "").partition("T")[0])


def _in_line(text: str) -> str:
    return " ".join(text.split())
