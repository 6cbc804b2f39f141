"""The user's `[keys]`: which keys a command has, each checked against all others."""

from collections.abc import Mapping
from typing import Any

from newsread.commands import BY_NAME
from newsread.config.checks import Finding
from newsread.config.problems import nearest
from newsread.keymap import clashes
from newsread.keys import NAMED, NoSuchKey, keys, written

Keys = dict[str, tuple[str, ...]]
_NAMES = ", ".join(name for name, key in NAMED.items() if name == key and name[1:] not in map(str, range(2, 25)))


def check_keys(table: Mapping[str, Any]) -> tuple[Keys, list[Finding]]:
    """The keys that differ from the declared ones, and what is wrong with the others, which keep theirs."""
    found: list[Finding] = []
    chosen: Keys = {}
    for name, value in table.items():
        if name not in BY_NAME:
            found.append(((name,), f"there is no such command.{nearest(name, BY_NAME)}"))
            continue
        try:
            chosen[name] = _keys(value)
        except NoSuchKey as error:
            found.append(((name,), f"{error}{_near(error)}{_kept(name)}"))
    found += _without_clashes(chosen)
    return {name: own for name, own in chosen.items() if own != BY_NAME[name].keys}, found


def _keys(value: object) -> tuple[str, ...]:
    texts = [value] if isinstance(value, str) else value
    if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
        raise NoSuchKey('expected a list of keys, such as ["j", "ctrl+n", "g g"]')
    return tuple(dict.fromkeys(map(keys, texts)))


def _near(error: NoSuchKey) -> str:
    if not error.unknown:
        return "."
    from difflib import get_close_matches

    near = get_close_matches(error.unknown.lower(), NAMED, 1)
    return f". Did you mean {near[0]}?" if near else f". A key is a character, or one of: {_NAMES}."


def _without_clashes(chosen: Keys) -> list[Finding]:
    """Take out of `chosen` what clashes, until nothing does: the declared keys alone never do."""
    found: list[Finding] = []
    while bad := clashes(chosen):
        for key, *both in bad:
            for name, other in (both, reversed(both)):
                if name in chosen:
                    found.append(((name,), _clash(key, other, declared=other not in chosen) + _kept(name)))
        for _, *both in bad:
            for name in both:
                chosen.pop(name, None)
    return found


def _clash(key: str, other: str, *, declared: bool) -> str:
    way_out = f" Give {other} other keys here, or none: {other} = []." if declared else ""
    return f"the key {written(key)} would also be a key of {other}.{way_out}"


def _kept(name: str) -> str:
    own = ", ".join(map(written, BY_NAME[name].keys))
    return f" It keeps {own}." if own else " It has none."
