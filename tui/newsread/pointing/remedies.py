"""What can be done about the line that somebody points at, from the narrowest to the broadest."""

from collections.abc import Container, Iterable, Iterator
from typing import Literal, NamedTuple

from newsread.layout.cells import cropped
from newsread_filters.model import Block
from newsread_filters.rules import Rule
from newsread_filters.suggest import Suggestion, keeping, quoted, suggestions

_KNOWN_BY = 30
"""Cells of a line in the name of what was done about it."""

Fate = Literal["goes", "returns"]
"""What becomes of a line: it is removed, or comes back."""


class AddRule(NamedTuple):
    """A rule of the user's is to be added."""

    rule: Rule


class DropRule(NamedTuple):
    """A rule of the user's is to be taken out."""

    name: str


class SwitchOff(NamedTuple):
    """A filter is to be turned off, on one site or everywhere."""

    filter: str
    site: str | None


class PutBack(NamedTuple):
    """A line is to stand in this article, whatever filters and rules say; or no longer."""

    line: str
    stands: bool = True


Deed = AddRule | DropRule | SwitchOff | PutBack


class Remedy(NamedTuple):
    """One thing that can be done."""

    section: str
    """The heading that it stands under, together with its neighbours."""
    title: str
    deed: Deed

    @property
    def fate(self) -> Fate:
        """What becomes of the lines that it touches."""
        deed = self.deed
        taken = (isinstance(deed, AddRule) and deed.rule.action != "keep") or (
            isinstance(deed, PutBack) and not deed.stands
        )
        return "goes" if taken else "returns"

    def touches(self, block: Block) -> bool:
        """Whether something becomes of `block`; raises NotApplied when the pattern of a rule takes too long."""
        match self.deed:
            case AddRule(rule):
                there = bool(block.cuts) if rule.action == "keep" else not block.removed
                return there and rule.matches(block)
            case PutBack(line, stands):
                return block.source_text == line and (bool(block.cuts) or not stands)
            case DropRule(name) | SwitchOff(name):
                return any(cut.filter == name for cut in block.cuts)

    def named(self, line: str) -> str:
        """The rule that it adds, by what it does and where: what is told when it is taken back, maybe elsewhere."""
        title = self.title.replace("this exact line", shortened(line))
        if not isinstance(self.deed, AddRule):
            return title
        does = {"remove": "rule for", "keep": "rule that keeps", "end": "rule for the end"}[self.deed.rule.action]
        return f"{does} {title}" + "".join(f" on {site}" for site in self.deed.rule.sites)

    @property
    def ends(self) -> bool:
        """Whether everything behind the first line that it touches goes too."""
        return isinstance(self.deed, AddRule) and self.deed.rule.action == "end"


class Pointed(NamedTuple):
    """A line that is pointed at, and what can be done about it."""

    number: int
    """Its block's number."""
    line: str
    whole: bool
    """Whether all of it was removed."""
    evidence: tuple[tuple[str, str], ...]
    """For a line that something was removed from: by which filters or rules, and why."""
    remedies: tuple[Remedy, ...]


def shortened(line: str) -> str:
    """A line in quotation marks, of which enough is told to know it by."""
    return quoted(cropped(line, _KNOWN_BY))


def pointed(
    number: int, block: Block, site: str | None, rules: Iterable[str] = (), put_back: Container[str] = ()
) -> Pointed:
    """What can be done about `block`; `rules` are the names of the user's rules, `put_back` the lines put back here."""
    by = dict.fromkeys((cut.filter, cut.reason) for cut in block.cuts)
    found = [*_restoring(block, site, frozenset(rules))] if block.cuts else []
    if not block.removed:
        found += _removing(block, site, put_back)
    return Pointed(number, block.source_text, block.removed, tuple(by), tuple(found))


def _restoring(block: Block, site: str | None, rules: frozenset[str]) -> Iterator[Remedy]:
    """The remedies for what was removed, all of a line or a part."""
    yield Remedy("Put back", "this line, here", PutBack(block.source_text))
    for each in keeping(block, site):
        if site is None or each.rule.sites:
            yield Remedy(f"Never remove {_on(site)}", _short(each, site).replace("keep ", ""), AddRule(each.rule))
    for name in dict.fromkeys(cut.filter for cut in block.cuts):
        if name in rules:
            yield Remedy("Your own rule", f"take {name} out", DropRule(name))
            continue
        section = f"The filter {name}"
        if site:
            yield Remedy(section, f"off on {site}", SwitchOff(name, site))
        yield Remedy(section, "off everywhere", SwitchOff(name, None))


def _removing(block: Block, site: str | None, put_back: Container[str]) -> Iterator[Remedy]:
    """The remedies for what stands."""
    if block.source_text in put_back:
        yield Remedy("Put back by you", "leave it to the filters", PutBack(block.source_text, stands=False))
    for each in suggestions(block, site):
        where = site if each.rule.sites else None
        if each.rule.action == "end":
            title = _short(each, where).removeprefix("the article ends ")
            yield Remedy(f"The article ends {_on(where)}", title, AddRule(each.rule))
        else:
            yield Remedy(f"Remove {_on(where)}", _short(each, where), AddRule(each.rule))


def _on(site: str | None) -> str:
    return f"on {site}" if site else "everywhere"


def _short(suggestion: Suggestion, site: str | None) -> str:
    """The title of a suggestion without the place, which the section's heading tells."""
    return suggestion.title.removesuffix(f", on {site}").removesuffix(", on every site").removesuffix(", everywhere")
