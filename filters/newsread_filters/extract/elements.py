"""What HTML's elements are to a reader: lines of their own, pieces of a line, or nothing to read."""

from newsread_filters.model import BlockKind, SpanKind

BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure"
    " footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup p pre search section"
    " summary table tbody td tfoot th thead tr ul".split()
)
"""Elements that begin and end a line; all others but custom elements are pieces of one."""

UNREAD = frozenset(
    "annotation applet area audio base canvas col colgroup datalist embed frame frameset head iframe link map"
    " meta meter noembed noframes noscript object option param progress script select source style svg template"
    " textarea title track video".split()
)
"""Elements whose text nobody is meant to read in the article."""

CONTROLS = frozenset(("button", "input", "select", "textarea"))

PICTURES = frozenset(("amp-img", "img", "video"))

HEADINGS = {f"h{level}": level for level in range(1, 7)}

KINDS: dict[str, BlockKind] = {
    **dict.fromkeys(HEADINGS, "heading"),
    "blockquote": "blockquote",
    "dd": "list_item",
    "dt": "list_item",
    "figcaption": "caption",
    "li": "list_item",
    "pre": "code",
    "tr": "table_row",
}
"""The kind of block that an element's text is; all else is what the element around it is, a paragraph at the top."""

SPANS: dict[str, SpanKind] = {
    "a": "link",
    **dict.fromkeys(("cite", "dfn", "em", "i", "var"), "emphasis"),
    **dict.fromkeys(("b", "strong"), "strong"),
    **dict.fromkeys(("code", "kbd", "samp", "tt"), "code"),
}
