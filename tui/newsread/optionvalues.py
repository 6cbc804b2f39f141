"""Values of filters' options as somebody types them."""

from newsread.filternotes import OptionNote

_KINDS = {"int": "a whole number", "float": "a number", "list": "words, parted by commas"}


class WrongValue(ValueError):  # noqa: N818 - it says what is wrong
    """What was typed is no value of the option; the message says what is one."""


def expected(option: OptionNote) -> str:
    """What is to be typed, in words."""
    told = _KINDS.get(option.kind, "text")
    if option.least is not None and option.most is not None:
        return f"{told} from {option.least:g} to {option.most:g}"
    if option.least is not None:
        return f"{told}, at least {option.least:g}"
    return told if option.most is None else f"{told}, at most {option.most:g}"


def parsed(option: OptionNote, text: str) -> int | float | str | list[str]:
    """The value that `text` says; raises WrongValue."""
    if option.kind == "list":
        return [word for each in text.split(",") if (word := each.strip())]
    if option.kind not in {"int", "float"}:
        return text
    try:
        value = int(text) if option.kind == "int" else float(text)
    except ValueError:
        raise WrongValue(_wrong(option, text)) from None
    low = option.least is not None and value < option.least
    high = option.most is not None and value > option.most
    if low or high or value != value:  # noqa: PLR0124 - not a number
        raise WrongValue(_wrong(option, text))
    return value


def _wrong(option: OptionNote, text: str) -> str:
    return f"{option.name} stays: it takes {expected(option)}, not “{text}”"
