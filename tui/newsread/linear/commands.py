"""Every command of the linear mode, declared once: what is typed, its help and the man page are made from this list.

Where the full reader has a key for the same thing, the command is that key.
"""

from typing import NamedTuple


class Command(NamedTuple):
    """Something that can be typed at the prompt; the session carries it out in its method of the same name."""

    name: str
    words: tuple[str, ...]
    """What is typed; an empty one is Enter alone."""
    title: str
    argument: str = ""
    """What follows it; empty when nothing does."""


COMMANDS: tuple[Command, ...] = (
    Command("down", ("", "j"), "read the next paragraph"),
    Command("up", ("p", "k"), "read the previous paragraph"),
    Command("again", (".",), "read this paragraph again"),
    Command("rest", ("all",), "read everything from here to the end"),
    Command("go", ("go",), "read that paragraph (the number alone does, too)", "NUMBER"),
    Command("top", ("gg", "top"), "read the first paragraph"),
    Command("bottom", ("G", "end"), "read the last paragraph"),
    Command("headings", ("headings",), "list the headings with their numbers"),
    Command("where", ("=", "where"), "say where you are"),
    Command("next_quote", ("]",), "read the next quote, with who said it"),
    Command("previous_quote", ("[",), "read the previous quote"),
    Command("quotes", ("quotes", "l"), "list all quotes"),
    Command("quote", ("quote",), "read that quote, and go to its paragraph", "NUMBER"),
    Command("toggle_cuts", ("c",), "also read what was removed, with the reasons; again: leave it out"),
    Command("search", ("/",), "read the next paragraph with these words", "WORDS"),
    Command("next_hit", ("n",), "read the next hit"),
    Command("previous_hit", ("N",), "read the previous hit"),
    Command("links", ("links", "L"), "list the links with their addresses"),
    Command("link", ("link",), "open that link in the browser", "NUMBER"),
    Command("browser", ("o",), "open the article in the browser"),
    Command("help", ("?", "help"), "list these commands"),
    Command("quit", ("q",), "leave"),
)

_BY_WORD = {word: command for command in COMMANDS for word in command.words}


def understood(line: str) -> tuple[Command, str] | None:
    """The command that `line` asks for and what follows it; None when there is no such command."""
    line = line.strip()
    if line.startswith("/"):
        return _BY_WORD["/"], line[1:].strip()
    if line.isdecimal():
        return _BY_WORD["go"], line
    word, _, argument = line.partition(" ")
    command = _BY_WORD.get(word)
    return (command, argument.strip()) if command and bool(argument) <= bool(command.argument) else None


def typed(command: Command) -> str:
    """What is typed for `command`, in words: "Enter or j", "/WORDS"."""
    words = " or ".join(word or "Enter" for word in command.words)
    between = "" if command.words == ("/",) else " "
    return f"{words}{between}{command.argument}" if command.argument else words
