"""Names of keys: as a user writes them ("]", "ctrl+d", "g g"), as Textual calls them, and as the screen shows them."""

from collections.abc import Iterator
from itertools import product

NAMED = {
    "enter": "enter", "escape": "escape", "esc": "escape", "tab": "tab", "space": "space", "backspace": "backspace",
    "insert": "insert", "delete": "delete", "home": "home", "end": "end", "pageup": "pageup", "pgup": "pageup",
    "pagedown": "pagedown", "pgdn": "pagedown", "up": "up", "down": "down", "left": "left", "right": "right",
    **{f"f{number}": f"f{number}" for number in range(1, 25)},
}  # fmt: skip
"""What is no character, with Textual's name for it."""

_PUNCTUATION = {
    "!": "exclamation_mark", '"': "quotation_mark", "#": "number_sign", "$": "dollar_sign", "%": "percent_sign",
    "&": "ampersand", "'": "apostrophe", "(": "left_parenthesis", ")": "right_parenthesis", "*": "asterisk",
    "+": "plus", ",": "comma", "-": "minus", ".": "full_stop", "/": "slash", ":": "colon", ";": "semicolon",
    "<": "less_than_sign", "=": "equals_sign", ">": "greater_than_sign", "?": "question_mark", "@": "at",
    "[": "left_square_bracket", "\\": "backslash", "]": "right_square_bracket", "^": "circumflex_accent",
    "_": "underscore", "`": "grave_accent", "{": "left_curly_bracket", "|": "vertical_line",
    "}": "right_curly_bracket", "~": "tilde", " ": "space",
}  # fmt: skip
_CHARACTERS = {name: character for character, name in _PUNCTUATION.items() if character != " "}
_MODIFIERS = ("alt", "ctrl", "shift")
_SAME = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+h": "backspace", "ctrl+[": "escape"}
"""What a terminal sends for both."""
_WITH_CTRL = frozenset("abcdefghijklmnopqrstuvwxyz\\]^_")
_SIGNS = {"pagedown": "PgDn", "pageup": "PgUp", "escape": "Esc", "delete": "Del", "insert": "Ins"}
_ARROWS = {"down": "↓", "up": "↑", "left": "←", "right": "→"}


class NoSuchKey(ValueError):  # noqa: N818 - it says what is wrong
    """A text names no key; the message says why."""

    def __init__(self, message: str, unknown: str = "") -> None:
        """Say why; `unknown` is the name that may be misspelled."""
        super().__init__(message)
        self.unknown = unknown


def keys(text: str) -> str:
    """Textual's name of the key that `text` names; of a sequence of two, both with a space between."""
    words = text.split()
    if len(words) <= 1 and len(text) == 2 and text not in NAMED:
        words = list(text)  # "gg"
    if len(words) > 2:
        raise NoSuchKey(f"{text} is more than two keys in a row")
    return " ".join(map(_key, words)) if words else _key(text)


def written(name: str) -> str:
    """Textual's `name` as a user writes it; `keys` reads it back."""
    return " ".join(_with_modifiers(each, _CHARACTERS) for each in name.split())


def sign(name: str, *, only_ascii: bool = False) -> str:
    """Textual's `name` as it is shown on the screen."""
    signs = _CHARACTERS | _SIGNS | ({} if only_ascii else _ARROWS)
    return "".join(_with_modifiers(each, signs, title=True) for each in name.split())


def _key(word: str) -> str:
    if not word:
        raise NoSuchKey("an empty text is no key")
    *modifiers, base = _parts(word)
    pressed = sorted({each.lower() for each in modifiers})
    for each in pressed:
        if each not in _MODIFIERS:
            raise NoSuchKey(f"{each} is no key to hold down; alt, ctrl and shift are")
    if len(base) == 1:
        return _character(base, pressed)
    if base.lower() not in NAMED:
        raise NoSuchKey(f"there is no key {word}", base)
    return "+".join([*pressed, NAMED[base.lower()]])


def _character(base: str, pressed: list[str]) -> str:
    """A key that writes a character, with what is held down."""
    if not base.isprintable():
        raise NoSuchKey("a control character is no key; write its name, such as tab")
    if "ctrl" in pressed:
        base = base.lower()
        if other := _SAME.get(f"ctrl+{base}"):
            raise NoSuchKey(f"a terminal sends the same for ctrl+{base} and {other}: write {other}")
        if base not in _WITH_CTRL or "shift" in pressed:
            raise NoSuchKey(f"a terminal has no key {'+'.join([*pressed, base])}")
    elif "shift" in pressed and not (base.isascii() and base.isalpha()):
        raise NoSuchKey(f"write the character itself instead of shift+{base}")
    elif "shift" in pressed or (pressed and base != base.lower()):
        return f"alt+shift+{base.lower()}" if "alt" in pressed else base.upper()
    return "+".join([*pressed, _name(base)])


def _name(character: str) -> str:
    """Textual's name of a character's key."""
    if character in _PUNCTUATION:
        return _PUNCTUATION[character]
    if character.isalnum():
        return character
    import unicodedata

    return unicodedata.name(character, character).lower().replace("-", "_").replace(" ", "_")


def _parts(word: str) -> list[str]:
    """Part modifiers and key, at each + that is not the key itself."""
    head, _, base = word[:-1].rpartition("+")
    return [*filter(None, head.split("+")), base + word[-1:]]


def _with_modifiers(name: str, names: dict[str, str], *, title: bool = False) -> str:
    def parts() -> Iterator[str]:
        *modifiers, base = name.split("+")
        yield from (each.title() if title else each for each in modifiers)
        base = names.get(base) or (base if len(base) == 1 or base in NAMED else _unnamed(base))
        yield base.title() if title and base in NAMED else base

    return "+".join(parts())


def _unnamed(name: str) -> str:
    """The character that Textual calls by its Unicode `name`, in which it made spaces and hyphens alike."""
    import unicodedata

    first, *others = name.upper().split("_")
    for joints in product(" -", repeat=len(others)):
        try:
            return unicodedata.lookup(first + "".join(map("".join, zip(joints, others, strict=True))))
        except KeyError:
            continue
    return name
