"""Puts what a page holds where a browser would show it.

React sends the frame of a page first, with empty places in it, and what belongs there at the end of the page, hidden,
each with a line of script that moves it: a story may come in several such parts. And a component may bring the tree
that is shown in its place as a template, which nobody sees elsewhere.
"""

import re
from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement

_MOVE = re.compile(r"\$R([CS])\(\"([^\"]{1,40})\",\"([^\"]{1,40})\"")
"""Complete a boundary: place, part. Fill in a segment: part, place."""
_MOST = 500
"""Parts; a page has some dozens."""


def settle(root: HtmlElement) -> None:
    """Move the late parts of the page `root` to their places, and make elements of its components' trees."""
    for template in root.iter("template"):
        if "shadowrootmode" in template.attrib:
            template.tag = "div"
    moves = list(islice(_moves(root), _MOST))
    named = {element.get("id"): element for element in root.iter("template", "div")} if moves else {}
    for place, part in ((named.get(place), named.get(part)) for place, part in moves):
        if place is None or part is None or "hidden" not in part.attrib or part in place.iterancestors():
            continue
        del part.attrib["hidden"]
        place.addprevious(part)


def _moves(root: HtmlElement) -> Iterator[tuple[str, str]]:
    """What the scripts say: the name of a place, and of the part that belongs there."""
    for script in root.iter("script"):
        for how, one, other in _MOVE.findall(script.text or ""):
            yield (one, other) if how == "C" else (other, one)
