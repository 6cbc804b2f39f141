import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsread_filters.extract.charset import decode

FRENCH = "Le café près de la forêt était fermé à Noël, « hélas », dit-il. " * 5
RUSSIAN = "Правительство объявило о новых мерах поддержки, сообщает агентство. " * 5
JAPANESE = "政府は新しい支援策を発表した。詳細は後日明らかにされる。" * 5


@given(st.binary(max_size=200), st.text(max_size=30) | st.none())
def test_any_bytes_become_text(data: bytes, content_type: str | None) -> None:
    """Decoding never fails, whatever the bytes and whatever the header says."""
    assert isinstance(decode(data, content_type), str)


@pytest.mark.parametrize(
    ("mark", "name"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
    ],
)
def test_a_mark_at_the_beginning_beats_the_header(mark: bytes, name: str) -> None:
    """A byte order mark says more than any declaration, and is no part of the text."""
    assert decode(mark + FRENCH.encode(name), "text/html; charset=koi8-r") == FRENCH


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_its_mark_is_seen(name: str) -> None:
    """Bytes of which every other one is zero are UTF-16."""
    assert decode(FRENCH.encode(name)) == FRENCH


def test_the_header_names_the_charset() -> None:
    """What the server says holds, with or without quotation marks."""
    assert decode(RUSSIAN.encode("koi8-r"), "text/html; charset=KOI8-R") == RUSSIAN
    assert decode(JAPANESE.encode("euc-jp"), 'text/html;charset="euc-jp"') == JAPANESE


@pytest.mark.parametrize(
    "head", ['<meta charset="{}">', '<meta http-equiv=Content-Type content="text/html; charset={}">']
)
def test_the_page_names_the_charset(head: str) -> None:
    """Both forms of a meta tag are read."""
    page = head.format("windows-1251") + RUSSIAN
    assert decode(page.encode("cp1251")) == page


def test_utf_8_is_known_whatever_is_declared() -> None:
    """Bytes that are valid UTF-8 are UTF-8: declarations lie, running text does not do so by chance."""
    assert decode(FRENCH.encode(), "text/html; charset=iso-8859-1") == FRENCH


def test_a_charset_that_does_not_fit_is_not_believed() -> None:
    """A page that is called UTF-8 and is not, is read as what it looks like."""
    assert decode(FRENCH.encode("cp1252"), "text/html; charset=utf-8") == FRENCH


def test_latin_1_means_what_browsers_make_of_it() -> None:
    """Curly quotation marks and the euro, which Latin-1 does not have, are read from its name."""
    assert decode(b"\x93Hello\x94 for 5 \x80, h\xe9las", "text/html; charset=iso-8859-1") == "“Hello” for 5 €, hélas"


def test_a_little_damage_does_not_change_the_charset() -> None:
    """One bad byte in a long page costs one character, not all accents."""
    assert decode(FRENCH.encode() + b"\xff" + FRENCH.encode()) == FRENCH + "\ufffd" + FRENCH


def test_an_unknown_charset_is_no_reason_to_fail() -> None:
    """Names that nobody knows, and names that are no charsets of text, are passed over."""
    for name in ("klingon", "base64", "utf-16", "rot13", ""):
        assert decode(FRENCH.encode(), f"text/html; charset={name}") == FRENCH


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (FRENCH, "cp1252"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (JAPANESE, "cp932"),
        ("Burmistrz powiedział, że most będzie znów malowany, a mieszkańcy się cieszą. " * 5, "cp1250"),
        ("Belediye başkanı köprünün yeniden boyanacağını söyledi, halk çok sevindi. " * 5, "cp1254"),
    ],
)
def test_without_any_declaration_the_bytes_are_guessed(text: str, name: str) -> None:
    """Text in the charsets that pages were written in comes out as it went in."""
    assert decode(text.encode(name)) == text


def test_a_charset_that_shifts_with_escapes_is_read_though_it_is_ascii() -> None:
    """ISO-2022-JP, plain ASCII by its bytes, is decoded when declared."""
    assert decode(JAPANESE.encode("iso2022_jp"), "text/html; charset=iso-2022-jp") == JAPANESE
