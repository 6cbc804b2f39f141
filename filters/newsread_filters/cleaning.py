"""How articles are cleaned: the filters and rules in force, and what differs from site to site."""

from collections.abc import Iterator, Mapping

from msgspec import Struct, field

from newsread_filters.filter import Filter
from newsread_filters.registry import defaults
from newsread_filters.rules import Rule
from newsread_filters.sites import best


class Cleaning(Struct, frozen=True, kw_only=True):
    """The filters that are on, in the order they run, and the user's rules."""

    filters: tuple[Filter, ...] = field(default_factory=defaults)
    rules: tuple[Rule, ...] = ()
    sites: Mapping[str, tuple[Filter, ...]] = field(default_factory=dict)
    """The filters that are on for articles of a host and its subdomains, where they differ."""

    def at(self, host: str | None) -> "Cleaning":
        """What holds for articles of `host`; of several sites the most exact one."""
        site = best(host, self.sites)
        return Cleaning(
            filters=self.filters if site is None else self.sites[site],
            rules=tuple(rule for rule in self.rules if rule.holds_at(host)),
        )

    def every(self) -> Iterator[Filter]:
        """Every filter that is on somewhere."""
        yield from self.filters
        for filters in self.sites.values():
            yield from filters

    def without(self, names: frozenset[str]) -> "Cleaning":
        """The same without the filters of these `names`."""
        if not names:
            return self

        def left(filters: tuple[Filter, ...]) -> tuple[Filter, ...]:
            return tuple(each for each in filters if each.name not in names)

        return Cleaning(
            filters=left(self.filters),
            rules=self.rules,
            sites={host: left(filters) for host, filters in self.sites.items()},
        )
