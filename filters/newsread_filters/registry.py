"""The built-in filters, in the order they run: a plain list, so that a start scans nothing.

To add one: write its file in `builtin/`, and its line here.
"""

from newsread_filters.filter import Filter

BUILTIN: tuple[type[Filter], ...] = ()


def defaults() -> tuple[Filter, ...]:
    """Every built-in filter that is on by default, with its default options."""
    filters = (kind() for kind in BUILTIN)
    return tuple(each for each in filters if each.enabled)
