import pickle
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsread_filters.extract import extract, extract_raw
from newsread_filters.model import Article, Page, Unreadable
from newsread_filters.reading import read_raw

PROSE = "<p>The council met on Monday and decided, after a long debate, to paint the bridge again, and soon.</p>"
MANY = 20_000
FEWER = 5_000


def read(text: str) -> Article:
    """The article of the page `text`."""
    return extract(Page(source="page", data=text.encode("utf-8", "replace")))


def outcome(text: str) -> str:
    """What comes of the page: "article" for one that is plain data with text in every block, else why it is none."""
    try:
        article = read(text)
    except Unreadable as refused:
        return refused.kind
    same = pickle.loads(pickle.dumps(article)) == article  # noqa: S301 - it was pickled on this line
    return "article" if same and all(block.source_text.strip() for block in article.blocks) else "broken"


def ends_with_prose(article: Article) -> bool:
    """Whether the last block is the prose that the page ends with."""
    return article.blocks[-1].source_text.startswith("The council met")


@pytest.mark.parametrize("tag", ["div", "b", "span", "blockquote", "table", "ul", "a", "x-y", "p", "form", "section"])
def test_nesting_without_end_costs_no_text(tag: str) -> None:
    """Twenty thousand elements, each within the last, closed or not, leave the text behind them readable."""
    for page in (f"<{tag}>" * MANY + PROSE, f"<{tag}>" * MANY + "x" + f"</{tag}>" * MANY + PROSE * 3):
        assert ends_with_prose(read(f"<html><body>{page}"))


@pytest.mark.parametrize(
    "page",
    [
        "<div><p>word <a href=x>" * FEWER,
        "<table><tr><td>" * FEWER,
        "<table><tr>" + "<td>cell</td>" * MANY + "</tr></table>",
        "<p>" + "<a href=x>A line of text here</a><br>" * FEWER + "</p>",
        "<p>" + "word " * 500_000 + "</p>",
        "<div hidden>" * 1_500 + PROSE * 1_000,
        "<div class='" + "a " * MANY + "'>" + PROSE,
        "<h1>Hello, world of bridges</h1>" * FEWER,
        "&#27;[31m&#x9b;2J&amp;#27;" * FEWER + "x",
        "<!-- " * FEWER + "x",
        "<" * MANY + "html><body>x",
        "<script>var x = '<p>no</p>'</script>" * FEWER + PROSE,
    ],
    ids=lambda page: page[:12],
)
def test_bombs_are_read_in_the_end(page: str) -> None:
    """Pages made to be slow, deep or wide are read like others: this test ends."""
    assert outcome(f"<html><body>{page}{PROSE}") in ("article", "nothing-readable")


PIECES = """
<p> </p> <div> </div> <table> <tr> <td> </table> <pre> </pre> <br> <h1> </h1> <li> <ul> </ul> <figure> <button>
<figcaption> <article> </article> <nav> <!-- --> <script> </script> &#0; &nbsp; <![CDATA[ ]]> <hr> <dialog>
<body> </html> <title> word
""".split()
LONGER = [
    "<a href='//x'>",
    "</a>",
    "<img alt=x>",
    "A sentence of some length. ",
    "\0",
    "\x1b[2J",
    "<base href='http://[x'>",
]


@given(st.lists(st.sampled_from([*PIECES, *LONGER]), max_size=40))
def test_any_soup_of_tags_is_an_article_or_refused(pieces: list[str]) -> None:
    """Whatever the tags, extraction returns plain data that pickles, or says that there is nothing to read."""
    assert outcome("<html>" + "".join(pieces)) in ("article", "nothing-readable", "not-an-article")


@pytest.mark.parametrize(
    "written", ["<style>p{}</style>", "<template></template>", "<!-- x", "a<b;c", "<STYLE></STYLE >"]
)
def test_a_script_ends_at_its_own_end_tag(written: str) -> None:
    """On a page so large that scripts are left out before parsing, what a script writes does not end it."""
    script = f"<script>var page = '{written}'; for (a=0;a<b;a++) {{ write('x') }} //{'x' * 1_100_000}</script>"
    story = "".join(
        f"<p>{number}. The council decided that the bridge would be painted green again.</p>" for number in range(9)
    )
    page = Page(source="x", data=f"<title>Bridge</title>{script}<article>{story}</article>".encode())
    assert [block.source_text.split(".")[0] for block in extract(page).blocks] == [str(n) for n in range(9)]
    article, _ = extract_raw(page)
    assert "write" not in " ".join(block.source_text for block in article.blocks)


def test_what_stands_before_a_page_is_remembered_nowhere() -> None:
    """Megabytes of it cost little more memory than the page has: no way back through them is kept."""
    code = (
        "import resource; from pathlib import Path; from newsread_filters import Page, Unreadable, read\n"
        "for piece in (b'<?a>', b'<!---->'):\n"
        "    try: read(Page(source='x', data=b'<p>x' * (piece == b'<!---->') + piece * 1_000_000 + b'<html><body>x'))\n"
        "    except Unreadable: pass\n"
        # On Linux, what getrusage says includes what the tests' own process had when this one was forked from it.
        "status = Path('/proc/self/status')\n"
        "if status.exists(): print(status.read_text().partition('VmHWM:')[2].split()[0])\n"
        "else: print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, encoding="utf8")
    assert int(done.stdout) < 150_000  # kilobytes


def test_of_an_enormous_page_the_beginning_is_shown() -> None:
    """Its notice says that there is more."""
    reading = read_raw(Page(source="x", data=b"<p>" + b"word " * 5_000_000), "it is too large")
    assert reading.article.blocks[0].source_text.startswith("word word")
    assert "only the beginning" in reading.notices[0].message
