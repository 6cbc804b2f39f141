import subprocess
import sys
from textwrap import fill

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsread_filters.extract import extract
from newsread_filters.gate import clean_line
from newsread_filters.model import Article, Page

LONG = (
    "The council met on Monday evening and, after a debate of three hours in which nobody changed their mind, decided "
    "that the old bridge would be painted again. The colour will be chosen in spring. The mayor said that she was glad."
)


def read(text: str) -> Article:
    """The article of `text`."""
    return extract(Page(source="-", data=text.encode()))


def lines(article: Article) -> list[str]:
    """The texts of the blocks."""
    return [block.source_text for block in article.blocks]


@given(st.lists(st.text(st.characters(exclude_categories=["C"]), min_size=1), min_size=1))
def test_no_word_is_lost(texts: list[str]) -> None:
    """Whatever the lines, all words are in the blocks, in order."""
    text = "x\n" + "\n".join(texts)
    assert " ".join(lines(read(text))).split() == clean_line(text).split()


def test_a_line_is_a_block_with_the_blank_lines_before_it() -> None:
    """Each line stands for itself; filters see how it was set apart."""
    article = read("Bridge to be painted\n\n\nFirst things first.\nSecond things.\n\nThird things, which take longer.")
    assert lines(article)[1:3] == ["First things first.", "Second things."]
    assert [block.hints.blank_before for block in article.blocks] == [0, 2, 0, 1]


def test_hard_wrapped_paragraphs_are_joined() -> None:
    """Lines that a mail program broke become the paragraphs they were."""
    article = read(f"Bridge\n\n{fill(LONG, 72)}\n\n{fill(LONG[::-1].lower(), 72)}")
    assert lines(article) == ["Bridge", LONG, " ".join(LONG[::-1].lower().split())]


def test_wrapped_paragraphs_without_blank_lines_are_told_by_the_room_left() -> None:
    """A sentence that ends where the next word would have fitted ends a paragraph."""
    first = (
        "The bridge, which is old, was painted in the year in which the mayor was born and not once since. It shows."
    )
    assert lines(read(fill(first, 60) + "\n" + fill(LONG, 60))) == [first, LONG]


def test_headlines_under_one_another_are_not_joined() -> None:
    """Three promos of like length are three lines."""
    promos = [
        "UK and Japan set to rapidly accelerate ties with landmark agreement",
        "Japan upsets everyone with blueprint to cut ties after long dispute",
        "Japan horror: thousands evacuated from homes as flooding to come",
    ]
    assert lines(read("Title of the page\n\n" + "\n".join(promos))) == ["Title of the page", *promos]


def test_verse_and_lists_are_not_joined() -> None:
    """Lines that begin with capitals, and lines behind bullets, stay lines."""
    verse = ["The curfew tolls the knell of parting day,", "The lowing herd wind slowly o'er the lea,"]
    items = ["- flour, as much as the bowl will hold of it", "- eggs, two, or three if the hens are small"]
    assert lines(read("\n".join(verse))) == verse
    assert lines(read("\n".join(items))) == items


def test_a_wrapped_list_item_is_one_block() -> None:
    """The lines that go on under a bullet belong to it."""
    item = "- the bridge over the river, which was built long ago and which nobody has painted since the mayor was born"
    other = "- the tower"
    assert lines(read(fill(item, 60, subsequent_indent="  ") + "\n" + other)) == [item, other]


def test_the_first_line_is_the_title_when_it_is_short_and_alone() -> None:
    """It stays the first block too: a filter cuts it, as the headline is shown at the top."""
    article = read(f"Bridge to be painted\n\n{LONG}")
    assert article.title == "Bridge to be painted"
    assert lines(article)[0] == "Bridge to be painted"


@pytest.mark.parametrize(
    "head",
    [
        "Bridge to be painted\nBy Ann Lee",
        "Bridge to be painted\n4 March 2025, 9:12 am",
        "HOME\nNEWS\n\nBridge to be painted",
        "Bridge to be painted\nWindow on the river",
        "Skip to main content\nRiverside\nBridge to be painted\nBy Ann Lee\nShare",
        f"Bridge to be pain...\n{LONG[:120]} ...\nBridge to be painted\n\nPosted by Ann Lee",
    ],
)
def test_a_copied_page_has_its_headline_above_the_byline_or_below_the_menu(head: str) -> None:
    """What stands above it is the page's: its menu, its section, a teaser of itself."""
    assert read(f"{head}\n\n{LONG}\n\n{LONG}").title == "Bridge to be painted"


def test_a_headline_may_be_the_name_of_a_section() -> None:
    """Where no other line can be one, the first line that stands alone is the title, whatever it says."""
    assert read(f"Weather\n\n{LONG}").title == "Weather"


def test_otherwise_there_is_no_title() -> None:
    """A paragraph, a line with others right under it, and a line with nothing after it are no titles."""
    assert read(f"{LONG}\n\nShort line.").title is None
    assert read(f"Bridge to be painted\nBridge to be closed\nBridge to be sold\n\n{LONG}").title is None
    assert read(f"Dear friends,\nBridge to be closed\n\n{LONG}").title is None
    assert read("The bridge is old and red\nThe river is not fed\n\nBy rain, but by the sea\nAnd me").title is None
    assert read("Bridge to be painted").title is None


def test_the_language_is_told_by_function_words() -> None:
    """Eight languages and more; none when the text is too short or made of names."""
    said = {
        "en": "The council said that it would not be possible to open the bridge before the end of the year.",
        "de": "Der Rat teilte mit, dass die Brücke nicht vor dem Ende des Jahres für den Verkehr geöffnet wird.",
        "fr": "Le conseil a annoncé que le pont ne sera pas ouvert avant la fin de l'année, car il y a du retard.",
        "es": "El consejo dijo que el puente no se abrirá antes de que termine el año, porque las obras van lentas.",
        "it": "Il consiglio ha detto che il ponte non sarà aperto prima della fine dell'anno per i ritardi dei lavori.",
        "nl": "De gemeente zei dat de brug niet voor het einde van het jaar wordt geopend en dat het werk wacht.",
        "pt": "O conselho disse que a ponte não será aberta antes do fim do ano e que as obras estão com atraso.",
        "sv": "Rådet sade att bron inte kommer att öppnas före slutet av året och att arbetet är försenat av snö.",
        None: "Ackman Pershing Valeant",
    }
    assert {read(text).language for text in said.values()} == set(said)
    assert all(read(text).language == language for language, text in said.items())


def test_a_text_in_utf_16_is_read() -> None:
    """Text saved by an old editor of Windows, with its mark, is as good as any."""
    assert lines(extract(Page(source="-", data=LONG.encode("utf-16")))) == [LONG]


def test_plain_text_loads_no_library_of_html() -> None:
    """Neither lxml nor readability nor charset_normalizer is imported for a text in UTF-8."""
    code = (
        "import sys; from newsread_filters import Page; from newsread_filters.extract import extract;"
        "extract(Page(source='-', data='A line of text — no more.'.encode()));"
        "print(sorted({'lxml', 'readability', 'charset_normalizer'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_very_long_text_is_read() -> None:
    """200,000 lines are 200,000 blocks."""
    assert len(read("A line of text, and no more than that.\n" * 200_000).blocks) == 200_000
