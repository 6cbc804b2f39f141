"""Who said what, with which words, where: quotes of an article's kept text."""

from collections.abc import Mapping

from newsread_filters.model import Article, Quote, QuoteSpan
from newsread_filters.quotes.attribute import attribute
from newsread_filters.quotes.kinds import rejected
from newsread_filters.quotes.lexicon import load
from newsread_filters.quotes.people import People
from newsread_filters.quotes.resolve import Resolver, Speaker
from newsread_filters.quotes.marks import find_quoted


def find_quotes(article: Article, corrected: Mapping[str, str] | None = None) -> tuple[Quote, ...]:
    """Return the quotes of the kept text in order; `corrected` maps a quote's text to the speaker the user named."""
    blocks = [
        (number, block.text, [] if block.kind == "heading" or block.text == article.title else find_quoted(block.text))
        for number, block in enumerate(article.blocks)
        if block.text
    ]
    lexicon = load("en")
    attributed = attribute(blocks, lexicon)
    found = [each for each in attributed if not rejected(each, attributed)]
    resolver = Resolver(People(blocks, lexicon))
    quotes: list[Quote] = []
    for each in found:
        clause = each.clause
        mention = cue = None
        speaker = Speaker(None, None, 0.5)
        if clause:
            words = clause.words
            if clause.cue:
                cue = words.text[words.starts[clause.cue[0]] : words.ends[clause.cue[1] - 1]]
            if clause.mention:
                mention = words.text[words.starts[clause.mention[0]] : words.ends[clause.mention[1] - 1]]
            speaker = resolver.speaker(clause, each.block)
        span = QuoteSpan(each.block, each.quoted.start, each.quoted.end)
        text = article.blocks[each.block].text[each.quoted.start : each.quoted.end]
        quotes.append(
            Quote(text=text, speaker=speaker.name, role=speaker.role, mention=mention, cue=cue, rule=each.rule or "unattributed",
                  certainty=each.certainty, spans=(span,))
        )
    return tuple(quotes)
