"""Pages that mean harm, each a shape that grows: a function of about how many bytes it shall have.

`bounds.py` reads each at some sizes; the tests read some of them at two sizes and compare the work.
"""

from collections.abc import Callable

Shape = Callable[[int], bytes]

PROSE = (
    "The council of the town met on Monday to speak about the bridge, which has been closed since the flood of last "
    "spring. “We will open it again before the winter,” said Anna Smith, who leads the council. "
)
_HEAD = "<html><head><title>A bridge opens</title></head><body><article><h1>A bridge opens</h1>"
_STORY = "".join(f"<p>{PROSE}</p>" for _ in range(5))


def _filled(piece: str, size: int) -> str:
    return piece * max(1, size // len(piece.encode()))


def _page(middle: str) -> bytes:
    return f"{_HEAD}{_STORY}{middle}</article></body></html>".encode()


def _repeated(piece: str) -> Shape:
    """A page with `piece` in it again and again."""
    return lambda size: _page(_filled(piece, size))


def _bare(piece: str) -> Shape:
    """Nothing but `piece`, again and again: no article around it."""
    return lambda size: _filled(piece, size).encode()


def _between(begin: str, piece: str, end: str) -> Shape:
    """A page with `piece` again and again between `begin` and `end`."""
    return lambda size: _page(f"{begin}{_filled(piece, size)}{end}")


def _in_paragraph(piece: str) -> Shape:
    """A page with one paragraph of `piece`, again and again."""
    return _between("<p>", piece, "</p>")


def _numbered(piece: str) -> Shape:
    """A page with `piece` in it, `@` a number that is never the same."""

    def shape(size: int) -> bytes:
        return _page("".join(piece.replace("@", f"{number:06}") for number in range(size // (len(piece) + 5))))

    return shape


def _titled(begin: str, piece: str, end: str) -> Shape:
    """A page that says of itself `piece` again and again between `begin` and `end`."""
    return lambda size: f"<html><head>{begin}{_filled(piece, size)}{end}</head><body>{_STORY}".encode()


def _nested(opening: str, closing: str = "") -> Shape:
    def shape(size: int) -> bytes:
        depth = size // len(opening + closing)
        return _page(f"{opening * depth}{PROSE}{closing * depth}")

    return shape


def _script(begin: str, piece: str, end: str) -> Shape:
    """A page with one JSON-LD script."""
    return lambda size: _page(f'<script type="application/ld+json">{begin}{_filled(piece, size)}{end}</script>')


def _scripts(script: str) -> Shape:
    return _repeated(f'<script type="application/ld+json">{script}</script>')


HTML: dict[str, Shape] = {
    "prose": _repeated(f"<p>{PROSE}</p>"),
    "tiny blocks": _repeated("<p>a</p>"),
    "tiny blocks unclosed": _repeated("<p>a"),
    "tiny divs": _repeated("<div>a</div>"),
    "empty elements": _repeated("<div></div>"),
    "empty inline": _repeated("<b></b>"),
    "bare tags": _bare("<b>"),
    "bare angle": _bare("<"),
    "bare angle bang": _bare("<!"),
    "bare comment openings": _bare("<!--"),
    "bare doctypes": _bare("<!doctype html>"),
    "bare processing": _bare("<?a>"),
    "bare comments": _bare("<!---->"),
    "bare ampersands": _bare("&a"),
    "nested divs": _nested("<div>", "</div>"),
    "nested divs unclosed": _nested("<div>"),
    "nested inline": _nested("<b>", "</b>"),
    "nested inline unclosed": _nested("<b>"),
    "nested links": _nested("<a href=x>"),
    "nested spans text": _nested("<span>a "),
    "nested prose": _nested(f"<div><p>{PROSE}</p>", "</div>"),
    "nested classed": _nested('<div class="a b c related">a', "</div>"),
    "nested lists": _nested("<ul><li>a", "</li></ul>"),
    "nested quotes": _nested("<blockquote>a", "</blockquote>"),
    "nested tables": _nested("<table><tr><td>a", "</td></tr></table>"),
    "nested pre": _nested("<pre>a", "</pre>"),
    "nested hidden": _nested("<div hidden>a", "</div>"),
    "nested hidden prose": _nested(f"<div hidden><p>{PROSE}</p>", "</div>"),
    "nested screen reader": _nested('<div class="sr-only">a', "</div>"),
    "nested articles": _nested(f"<article><p>{PROSE}</p>", "</article>"),
    "nested figures": _nested("<figure>a<figcaption>b", "</figcaption></figure>"),
    "nested sections": _nested("<section><h2>a</h2><p>b</p>", "</section>"),
    "nested definitions": _nested("<dl><dt>a<dd>b", "</dd></dl>"),
    "nested quotes prose": _nested(f"<blockquote><p>{PROSE}</p>", "</blockquote>"),
    "nested lists prose": _nested(f"<ul><li>{PROSE}", "</li></ul>"),
    "nested mixture": _nested(
        "<ul><li>a<blockquote>b<table><tr><td>c<section>d<dl><dd>e",
        "</dd></dl></section></td></tr></table></blockquote></li></ul>",
    ),
    "misnested": _repeated("<b><p>a</b></p><i>b<div>c</i></div>"),
    "formatting adoption": _repeated("<a href=x><p>"),
    "table rows": _between("<table>", "<tr><td>a</td><td>b</td></tr>", "</table>"),
    "table wide": _between("<table><tr>", "<td>a</td>", "</tr></table>"),
    "table text": _between("<table>", "<tr><td>" + PROSE + "</td></tr>", "</table>"),
    "tables": _repeated("<table><tr><td>a</td><td>b</td></tr></table>"),
    "one paragraph": _in_paragraph(PROSE),
    "one word": _in_paragraph("a"),
    "one word of capitals": _in_paragraph("A"),
    "capitals": _in_paragraph("Anna Smith "),
    "one word of digits": _in_paragraph("1"),
    "spaces": _in_paragraph(" "),
    "hard spaces": _in_paragraph("&nbsp;"),
    "soft hyphens": _in_paragraph("&shy;"),
    "commas": _in_paragraph(","),
    "full stops": _in_paragraph("."),
    "stops and spaces": _in_paragraph(". "),
    "dashes": _in_paragraph("-"),
    "dashed words": _in_paragraph("a-"),
    "apostrophes": _in_paragraph("a'"),
    "brackets": _in_paragraph("["),
    "bracket pairs": _in_paragraph("[A] "),
    "parentheses": _in_paragraph("("),
    "tagged": _in_paragraph("Goose steals ring [REPORT] "),
    "bars": _in_paragraph("a | "),
    "slashes": _in_paragraph("a/"),
    "at signs": _in_paragraph("a@"),
    "addresses": _in_paragraph("a.a@a."),
    "urls": _in_paragraph("http://a.b/"),
    "times": _in_paragraph("1:11"),
    "combining marks": _in_paragraph("e" + "\u0301" * 50),
    "combining marks only": _in_paragraph("\u0301"),
    "emoji": _in_paragraph("👩‍👩‍👧‍👦"),
    "joiners": _in_paragraph("\u200d"),
    "wide": _in_paragraph("漢"),
    "arabic": _in_paragraph("سلام "),
    "opening quotes": _in_paragraph("“"),
    "opening quotes and words": _in_paragraph("“a "),
    "quotes": _in_paragraph("“a” "),
    "straight quotes": _in_paragraph('"'),
    "straight quotes and words": _in_paragraph('"a" '),
    "single quotes": _in_paragraph("' 'a "),
    "guillemets": _in_paragraph("«a "),
    "low quotes": _in_paragraph("„a “"),
    "backticks": _in_paragraph("``a "),
    "quotes and clauses": _in_paragraph("“a,” he said, “b,” "),
    "clauses": _in_paragraph("he said that "),
    "according": _in_paragraph("according to him, “a” "),
    "nested clauses": _in_paragraph("who said that “a” "),
    "commas and verbs": _in_paragraph("said he, “a” and, "),
    "unclosed paragraphs": _repeated("<p>“We will go to the river and stay there"),
    "quote paragraphs": _repeated("<p>“We will go,” he said.</p>"),
    "names": _numbered("<p>Anna S@ said it. He went.</p>"),
    "same surname": _numbered("<p>A@ Smith said “we will go to the river now”.</p>"),
    "pronouns": _repeated("<p>“We will go to the river now,” he said.</p>"),
    "roles": _repeated("<p>“We will go to the river now,” the minister said.</p>"),
    "breaks": _in_paragraph("a<br>"),
    "double breaks": _in_paragraph("a<br><br>"),
    "breaks only": _in_paragraph("<br>"),
    "breaks and links": _in_paragraph("<a href=x>a</a><br>"),
    "links": _in_paragraph("<a href=x>a</a> "),
    "link paragraphs": _numbered("<p><a href=/@>Goose @ steals a wedding ring</a></p>"),
    "list of links": _between("<ul>", "<li><a href=/x>Goose steals ring</a></li>", "</ul>"),
    "headings": _repeated("<h2>Goose steals ring</h2>"),
    "h1s": _numbered("<h1>A bridge @ opens</h1>"),
    "figures": _repeated("<figure><img src=x><figcaption>Anna Smith (Image: Getty)</figcaption></figure>"),
    "buttons": _repeated("<button>a</button>"),
    "forms": _repeated("<form><input><p>a</p></form>"),
    "hidden": _repeated(f"<div hidden><p>{PROSE}</p></div>"),
    "screen reader": _repeated('<span class="sr-only">a</span>'),
    "repeated line": _repeated("<p>The council of the town met on Monday to speak about it</p>"),
    "repeated beginning": _numbered("<p>The council of the town met on Monday to speak about @</p>"),
    "repeated ending": _numbered("<p>@ the council of the town met on Monday to speak about it</p>"),
    "longer and longer": lambda size: _page(
        "".join(f"<p>{'the council met ' * number}</p>" for number in range(1, int((size / 8) ** 0.5)))
    ),
    "different words": _numbered("<p>w@ x@ y@ z@ v@ u@ t@ s@ r@.</p>"),
    "attributes": lambda size: _page("<p " + "".join(f"a{number}=b " for number in range(size // 8)) + ">a</p>"),
    "attribute": lambda size: _page(f'<p class="{_filled("a ", size)}">a</p>'),
    "one class": lambda size: _page(f'<div class="{_filled("article-", size)}"><p>{PROSE}</p></div>'),
    "classes": _numbered('<div class="story@ related-@ a b c d e f g h"><p>a b c d e</p></div>'),
    "ids": _numbered('<p id="x@">a</p>'),
    "style": lambda size: _page(f'<p style="{_filled("display ", size)}">a</p>'),
    "styles": _repeated('<p style="color:red;display:block">a</p>'),
    "data image": lambda size: _page(f'<img src="data:image/png;base64,{_filled("AAAA", size)}"><p>{PROSE}</p>'),
    "data links": _repeated("data:," * 160 + " "),
    "data links apart": _repeated("data:, "),
    "data link": lambda size: _page(f'<a href="data:text/html,{_filled("AAAA", size)}">a</a>'),
    "long link": lambda size: _page(f'<a href="http://a.b/{_filled("../", size)}">a</a>'),
    "long links": _repeated(f'<a href="/{"../" * 200}">a</a>'),
    "script": _between("<script>", "var a = 1;", "</script>"),
    "scripts": _repeated("<script>var a = 1;</script>"),
    "comment": _between("<!--", "a-", "-->"),
    "entities": _in_paragraph("&amp;amp;#27;"),
    "endless entity": _between("<p>&#", "1", "</p>"),
    "entity errors": _in_paragraph("&#x110000;&#xD800;&#0;&bogus;"),
    "sequences": _in_paragraph("\x1b[31m"),
    "unfinished strings": _in_paragraph("\x1b]0;"),
    "c1 strings": _in_paragraph("\x9d"),
    "c1 strings text": _in_paragraph("\x90a"),
    "unfinished csi": _in_paragraph("\x9b1;"),
    "controls": _in_paragraph("\x00\x07\x1f"),
    "bidi": _in_paragraph("\u202ea"),
    "metas": _numbered('<meta name="m@" content="a">'),
    "title": _titled("<title>", "a | ", "</title>"),
    "title dashes": _titled("<title>", "a - ", "</title>"),
    "title word": _titled("<title>", "a", "</title>"),
    "og title": _titled('<meta property="og:title" content="', "a – b", '">'),
    "og date": _titled('<meta property="article:published_time" content="', "1", '">'),
    "og date spaces": _titled('<meta property="article:published_time" content="x', "+ ", 'x">'),
    "author": _titled('<meta name="author" content="', "by ", '">'),
    "description": _titled('<meta name="description" content="', PROSE, '">'),
    "long h1": lambda size: f"<html><body><h1>{_filled('a | b ', size)}</h1>{_STORY}".encode(),
    "authors": _repeated(f'<p class="author-name">{"a" * 200}</p>'),
    "nested authors": _nested('<div class="author-name">a', "</div>"),
    "noscript": _repeated(f"<noscript><p>{PROSE}</p></noscript>"),
    "template": _repeated(f"<template><p>{PROSE}</p></template>"),
    "svg": _repeated("<svg><path d='M0 0'/><text>a</text></svg>"),
    "pre": _between("<pre>", "a b c d e\n", "</pre>"),
    "pre lines": _between("<pre>", "\n", "</pre>"),
    "pre prose": _between("<pre>", PROSE[:70] + "\n", "</pre>"),
    "pre spaces": _between("<pre>", " ", "</pre>"),
    "custom elements": _repeated("<x-a>a</x-a>"),
    "colon elements": _repeated("<a:b>a</a:b>"),
    "base": _repeated("<base href=x>"),
    "canonical": _repeated("<link rel=canonical href=x>"),
    "times elements": _repeated("<time>a</time>"),
    "json-ld lists": _script("", "[", ""),
    "json-ld objects": _script("", '{"@graph":', ""),
    "json-ld deep": lambda size: _page(
        f'<script type="application/ld+json">{"[" * (size // 2)}{"]" * (size // 2)}</script>'
    ),
    "json-ld quotes": _script("{", '"', ""),
    "json-ld escapes": _script('{"a": "', "\\", ""),
    "json-ld comments": _script("{", "/*", ""),
    "json-ld commas": _script("{", ", ", ""),
    "json-ld comma spaces": _script("{,", " ", "x"),
    "json-ld slashes": _script("{", "/", ""),
    "json-ld body": lambda size: (
        _script('{"@type": "NewsArticle", "articleBody": "', PROSE, '"}')(size)
        + f"<p>{PROSE}</p>".encode() * (size // len(PROSE))
    ),
    "json-ld tags": _script('{"@type": "NewsArticle", "headline": "', "<", '"}'),
    "json-ld authors": _script('{"@type": "NewsArticle", "author": ["a"', ", {}", "]}"),
    "json-ld names": _script('{"@type": "NewsArticle", "author": ["a"', ', "Anna Smith"', "]}"),
    "json-ld number": _script('{"@type": "NewsArticle", "a": ', "1", "}"),
    "json-ld entity": _script('{"@type": "NewsArticle", "headline": "&#', "1", '"}'),
    "json-ld scripts": _scripts('{"@type": "NewsArticle"}'),
    "json-ld broken scripts": _scripts('{"@type": "NewsArticle",,}'),
    "carried quotes": lambda size: b"<script>" + b'"' * size + b"</script>",
    "carried paragraphs": lambda size: f'<script>x = ["{_filled("<p>a", size)}"]</script>'.encode(),
    "carried strings": lambda size: b'<script>x = ["<p><p><p>",' + b'"<p>a", ' * (size // 8) + b"]</script>",
    "carried rows": lambda size: f'<script>self.__next_f.push([1,"{_filled("1:T1,a", size)}"])</script>'.encode(),
    "carried pushes": lambda size: _filled('<script>self.__next_f.push([1,"<p>a"])</script>', size).encode(),
}
"""What HTML can be made of, by name."""

TEXT: dict[str, Shape] = {
    "lines": _bare("a\n"),
    "blank lines": lambda size: b"a" + b"\n" * size + b"b",
    "paragraphs": _bare(f"{PROSE}\n\n"),
    "one line": _bare(PROSE),
    "one word": _bare("a"),
    "hard wrapped": _bare(f"{PROSE[:70]}\n"),
    "stairs": lambda size: "".join(f"{' ' * number}a\n" for number in range(int((2 * size) ** 0.5))).encode(),
    "bullets": _bare("- a\n"),
    "spaces": lambda size: b"a" + b" " * size + b"b",
    "form feeds": _bare("a\x0c"),
    "carriage returns": _bare("a\r"),
    "nul": lambda size: b"a b\n" + b"\0" * (size // 30) + _filled(PROSE, size).encode(),
    "quotes": _bare("“a” he said\n"),
    "repeated line": _bare("The council of the town met on Monday to speak about it\n\n"),
    "tight headlines": _bare("Goose steals wedding ring in front of the vicar\n"),
    "tagged lines": _bare("Goose steals wedding ring in front of the vicar [REPORT]\n"),
    "angles": _bare("a < b "),
    "tags in text": _bare("a <b c\n"),
    "html mentioned": lambda size: b"See this: " + b"<html " * (size // 6),
    "c1 strings": lambda size: b"a " + "\x9d".encode() * (size // 2),
}
"""What plain text can be made of, by name."""

BYTES: dict[str, Shape] = {
    "latin": lambda size: b"<html><body>" + b"<p>caf\xe9 \xe8\xe0 and some more words here.</p>" * (size // 44),
    "every byte": lambda size: b"<html><body><p>" + bytes(range(32, 256)) * (size // 224),
    "high bytes": lambda size: b"<html><body><p>" + b"\xff\xfe\xfd" * (size // 3),
    "cut multibyte": lambda size: b"<html><body><p>" + b"\xe2\x80" * (size // 2),
    "utf-16 unmarked": lambda size: ("<html><body><p>" + _filled(PROSE, size // 2)).encode("utf-16-le"),
    "utf-16 marked": lambda size: ("<html><body><p>" + _filled(PROSE, size // 2)).encode("utf-16"),
    "utf-16 surrogates": lambda size: b"\xff\xfe" + b"<\0p\0>\0" + b"\x00\xd8" * (size // 2),
    "utf-32": lambda size: ("<html><body><p>" + _filled(PROSE, size // 4)).encode("utf-32"),
    "iso-2022": lambda size: (
        b'<html><head><meta charset="iso-2022-jp"></head><body><p>' + b"\x1b$B0!\x1b(B" * (size // 9)
    ),
    "utf-7": lambda size: b'<html><head><meta charset="utf-7"></head><body><p>' + b"+ADw-script+AD4-" * (size // 16),
    "binary": lambda size: b"<html>" + bytes((each * 7 + each // 256) % 256 for each in range(size)),
}
"""What bytes can be, by name."""

SHAPES: dict[str, Shape] = {
    **{f"html: {name}": shape for name, shape in HTML.items()},
    **{f"text: {name}": shape for name, shape in TEXT.items()},
    **{f"bytes: {name}": shape for name, shape in BYTES.items()},
}
