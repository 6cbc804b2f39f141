"""All that the engine can tell of one line, in words: what its filters go by when they take it or leave it."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from newsread_filters.builtin.own_words import own_share
from newsread_filters.filter import Filter
from newsread_filters.lexicon import Table, lexicon
from newsread_filters.model import Article, Block
from newsread_filters.view import ArticleView, BlockView


def evidence(article: Article, number: int, filters: Iterable[Filter]) -> Iterator[str]:
    """Tell of block `number` of the cleaned `article`, seen as if only the others were cut, and what `filters` did."""
    block = article.blocks[number]
    uncut = (*article.blocks[:number], replace(block, cuts=()), *article.blocks[number + 1 :])
    view = ArticleView(replace(article, blocks=uncut))
    line = view.block(number)
    if line is None:
        return
    yield f"reads as running text: {'yes' if line.is_prose else 'no'}"
    yield f"place: {_place(view, line)}"
    yield f"words in links: {line.linked_words} of {len(line.words)}, {line.link_density:.0%}"
    yield from _words(view, line)
    yield from _box(article, line)
    yield from _seen_by(block, line, filters)


def _place(view: ArticleView, line: BlockView) -> str:
    near = ", among its last five paragraphs" if view.is_near_end(line) else ""
    if view.is_before_story(line):
        return "before the story's first paragraph"
    if view.is_after_story(line):
        return "after the story's last paragraph"
    above = sum(block.is_prose for block in view.blocks if block.number < line.number)
    return f"within the story, {above} of its {view.story_size} paragraphs above it{near}"


def _words(view: ArticleView, line: BlockView) -> Iterator[str]:
    """How well the story knows the line's words, how few of them prompts have, and what clutter speaks like it."""
    own = int(line.is_prose)
    weighty = view.weighty(line)
    again = [word for word in weighty if view.story[word] > own]
    yield f"longer words that the story has elsewhere: {len(again)} of {len(weighty)}"
    yield f"words that neither prompts nor all texts have: {own_share(view, line):.0%}"
    for kind, table in lexicon(view.language).items():
        if told := ", ".join(_told(line, table)):
            yield f"speaks of {kind.replace('_', ' ')}: {told}"


def _told(line: BlockView, table: Table) -> Iterator[str]:
    if line.words in table.phrases:
        yield "the line is a phrase of such lines"
    elif line.words in table.labels:
        yield "the line is a label, where its place agrees"
    if begun := max(table.prefix(line.words), table.opening(line.words)):
        yield f"begins with “{line.split_after(begun)[0]}”"
    if cue := table.sure(line.words) or table.cue(line.words):
        yield f"says “{cue}”"
    if (ask := table.ask(line.words[:4])) and (thing := table.thing(line.words)):
        yield f"asks “{ask} … {thing}”"
    if cue and (other := table.other(line.words)):
        yield f"but also “{other}”"


def _box(article: Article, line: BlockView) -> Iterator[str]:
    """The nearest box around the line, and which lines share it."""
    hints = line.hints
    if names := hints.outer_classes:
        yield f"nearest box: {' in '.join(hints.ancestors[:1]) or 'box'} “{names[0]}”"
    box = [number for number, block in enumerate(article.blocks) if block.hints.group == hints.group != 0]
    others = [str(number) for number in box if number != line.number]
    if others:
        yield f"shares a box with: {', '.join(others)}"


def _seen_by(block: Block, line: BlockView, filters: Iterable[Filter]) -> Iterator[str]:
    """Which filters left the line, which it is too long for, which cut it, and which did not see it any more."""
    cut = {each.filter for each in block.cuts}
    left, too_long, unseen = list[str](), list[str](), list[str]()
    gone = block.removed and cut.isdisjoint(each.name for each in filters)
    for each in filters:
        longest = getattr(each, "longest", None)
        if each.name in cut:
            gone = block.removed
        elif gone:
            unseen.append(each.name)
        elif isinstance(longest, int) and len(line.words) > longest:
            too_long.append(f"{each.name} ({longest})")
        else:
            left.append(each.name)
    for told, names in (
        ("left by", left),
        ("longer than the option `longest` of", too_long),
        ("not seen any more by", unseen),
    ):
        if names:
            yield f"{told}: {', '.join(names)}"
