"""Every command, declared once: the bindings, the key bar, the help screen and the palette are made from this list."""

from typing import Literal, NamedTuple

Group = Literal[
    "Moving", "Quotes", "Removed lines", "Changes", "Searching", "Links", "Articles", "Looks", "Program"
]  # fmt: skip


class Command(NamedTuple):
    """Something the reader can be told to do. The screen carries it out in its method `action_<name>`."""

    name: str
    keys: tuple[str, ...]
    """Textual's names of keys; two keys in a row are parted by a space."""
    title: str
    group: Group
    bar: str = ""
    """What the key bar calls it; empty to leave it out."""
    help: str = ""
    among_quotes: str = ""
    """What the key bar calls it while the keys go to the quotes."""


COMMANDS: tuple[Command, ...] = (
    Command("down", ("j", "down"), "Next paragraph", "Moving", help="Among the quotes, the next quote."),
    Command("up", ("k", "up"), "Previous paragraph", "Moving"),
    Command("page_down", ("space", "pagedown"), "Next page", "Moving", "page"),
    Command("page_up", ("b", "pageup"), "Previous page", "Moving"),
    Command("half_down", ("ctrl+d",), "Half a page down", "Moving"),
    Command("half_up", ("ctrl+u",), "Half a page up", "Moving"),
    Command("top", ("g g", "home"), "To the beginning", "Moving"),
    Command("bottom", ("G", "end"), "To the end", "Moving"),
    Command("contents", ("T",), "Table of contents", "Moving", help="The headings of the article, to go to one."),
    Command("set_mark", ("m",), "Mark this line with a letter", "Moving", help="It is remembered with the article."),
    Command("go_to_mark", ("apostrophe",), "To a mark", "Moving", help="The key twice: where the last jump began."),
    Command(
        "next_quote",
        ("right_square_bracket",),
        "Next quote in the text",
        "Quotes",
        "quote",
        "It is lit in the text and among the quotes.",
    ),
    Command("previous_quote", ("left_square_bracket",), "Previous quote in the text", "Quotes"),
    Command("choose", ("enter",), "From a quote to its place in the text", "Quotes", among_quotes="in the text"),
    Command(
        "other_pane",
        ("tab", "shift+tab"),
        "To the other pane: text or quotes",
        "Quotes",
        "quotes",
        among_quotes="text",
    ),
    Command(
        "toggle_order",
        ("t",),
        "Quotes by speaker, or in the order of the text",
        "Quotes",
        help="By speaker, each name stands once, with a count, above all its quotes.",
        among_quotes="order",
    ),
    Command(
        "speakers",
        ("P",),
        "Show some speakers' quotes only",
        "Quotes",
        help="By a part of a name or a role; Esc shows all again. Among the quotes, the key of the search does it too.",
        among_quotes="speakers",
    ),
    Command(
        "correct_speaker",
        ("S",),
        "Correct who said the quote",
        "Quotes",
        help="One of the people of the article, or any name. It is remembered with the article.",
        among_quotes="correct",
    ),
    Command("copy_quotes", ("Y",), "Copy all quotes shown, with their source", "Quotes", among_quotes="copy all"),
    Command("article_pane", ("h", "left"), "To the text", "Quotes"),
    Command("quotes_pane", ("l", "right"), "To the quotes", "Quotes"),
    Command(
        "toggle_cuts",
        ("c",),
        "Show or hide what was removed",
        "Removed lines",
        "removed",
        "In its place, marked ×, with the filter that removed it. The status line says why.",
    ),
    Command(
        "point",
        ("x",),
        "Remove this line, or have it back",
        "Removed lines",
        "rule",
        "Rules that would take it, or who removed it and how to undo that. What each would do is shown in the text "
        "before it is done.",
    ),
    Command(
        "filters",
        ("F",),
        "The filters: on or off, options, examples",
        "Removed lines",
        help="For this site or everywhere. What is changed there is written to your configuration, and holds at once.",
    ),
    Command(
        "whole_page",
        ("v",),
        "All text of the page, or the article again",
        "Removed lines",
        help="With nothing chosen or removed. The place in the text stays.",
    ),
    Command("undo", ("u",), "Take back the last change", "Changes", help="As far back as the program was started."),
    Command("redo", ("ctrl+r",), "Make the change again", "Changes", help="What was taken back last."),
    Command("search", ("slash",), "Search the text shown", "Searching", "search", "Small letters find capitals too."),
    Command("next_hit", ("n",), "Next hit", "Searching"),
    Command("previous_hit", ("N",), "Previous hit", "Searching"),
    Command(
        "hint_links",
        ("f",),
        "Follow a link in view by its letters",
        "Links",
        help="The letters open it here; with Shift, in the browser.",
    ),
    Command(
        "list_links",
        ("L",),
        "List all links",
        "Links",
        help="With where they lead; to open one here or in the browser, or to copy it.",
    ),
    Command("back", ("H", "backspace", "alt+left"), "Back to the article before", "Articles"),
    Command("forward", ("greater_than_sign", "alt+right"), "Forward again", "Articles"),
    Command("next_article", ("J",), "Next article of several", "Articles"),
    Command("previous_article", ("K",), "Previous article of several", "Articles"),
    Command(
        "star", ("s",), "Star the article, or take the star off", "Articles", help="Starred articles are listed first."
    ),
    Command("write", ("w",), "Write the article to a file", "Articles", help="Text, Markdown, JSON or a web page."),
    Command(
        "copy",
        ("y",),
        "Copy the paragraph, or the quote",
        "Articles",
        "copy",
        "What was selected by dragging the mouse over text or quotes goes before.",
        among_quotes="copy",
    ),
    Command("browser", ("o",), "Open in the browser", "Articles"),
    Command("open", ("O",), "Open an address, a file, a pasted text, or what was read before", "Articles", "open"),
    Command("reload", ("r",), "Load the article again", "Articles", help="The place in the text stays."),
    Command("wider", ("plus",), "Longer lines", "Looks", help="The setting reader.measure makes them stay."),
    Command("narrower", ("minus",), "Shorter lines", "Looks"),
    Command(
        "spacing",
        ("equals_sign",),
        "Less or more between paragraphs",
        "Looks",
        help="The setting reader.spacing makes it stay.",
    ),
    Command(
        "focus_mode",
        ("z",),
        "Nothing but the text, or all of it again",
        "Looks",
        help="Without quotes, status line and key bar.",
    ),
    Command("cancel", ("escape",), "Cancel; leave a search; back to the text", "Program"),
    Command("help", ("question_mark",), "All keys", "Program", "keys", among_quotes="keys"),
    Command(
        "edit_configuration",
        ("e",),
        "Your configuration in your editor",
        "Program",
        help="$VISUAL or $EDITOR. What you save there, or in any other editor, holds at once.",
    ),
    Command("palette", ("colon", "ctrl+p"), "Find commands, filters, themes, articles by name", "Program"),
    Command(
        "suspend", ("ctrl+z",), "Back to the shell for a while", "Program", help="There, fg comes back to the text."
    ),
    Command("quit", ("q",), "Quit", "Program", "quit", among_quotes="quit"),
    Command(
        "interrupt", ("ctrl+c",), "Quit at once, with status 130", "Program", help="While text is selected, it copies."
    ),
)

BY_NAME = {command.name: command for command in COMMANDS}
