import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from newsread_filters.gate import clean, clean_line

DANGEROUS = "\x1b[];:PX^_m\\\x07\x9b\x9d\x9c\x90\x98ab01 \n\t\r\x00\x7f\u202e\u2066\u200b\ufeff\ud800"
hostile = st.text(st.sampled_from(DANGEROUS), max_size=60) | st.text(st.characters(), max_size=60)


def is_harmless(text: str) -> bool:
    """No control but newline and tab, no bidi override or isolate, no surrogate."""
    return not any(
        (unicodedata.category(each) in ("Cc", "Cs") and each not in "\n\t")
        or unicodedata.bidirectional(each) in ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
        for each in text
    )


@given(hostile)
def test_what_passes_cannot_drive_a_terminal(text: str) -> None:
    """Whatever comes in, no control character, escape or bidi override comes out."""
    assert is_harmless(clean(text))
    assert is_harmless(clean_line(text))


@given(hostile)
def test_the_gate_changes_nothing_the_second_time(text: str) -> None:
    """What has passed once passes unchanged, so that offsets stay true wherever text is cleaned again."""
    assert clean(clean(text)) == clean(text)
    assert clean_line(clean_line(text)) == clean_line(text)


@given(st.text(st.characters(exclude_categories=["C", "Z"]), max_size=80))
def test_printable_text_passes_untouched(text: str) -> None:
    """Letters, marks, signs and emoji of any script are kept as they are, without normalisation."""
    assert clean(text) == text


@given(st.text(st.characters(exclude_categories=["C"]) | st.sampled_from("\n\t"), max_size=80))
def test_a_line_is_one_line_with_single_spaces(text: str) -> None:
    """A cleaned line has no white space but single spaces, none at its ends, and all of the words."""
    line = clean_line(text)
    assert line == " ".join(line.split())
    assert line.split() == clean(text).split()


def test_escape_sequences_go_whole() -> None:
    """Colours, titles, links and clipboard writes vanish with all that belongs to them; the text around stays."""
    assert clean("a\x1b[1;31mred\x1b[0mb") == "aredb"
    assert clean("\x1b]0;owned\x07title") == "title"
    assert clean("\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\") == "link"
    assert clean("\x1b]52;c;aGk=\x07x\x9b31my\x90data\x9cz") == "xyz"
    assert clean("\x1b(0x\x1bcy") == "xy"


def test_a_sequence_that_never_ends_takes_no_text_along() -> None:
    """A forged beginning without an end loses only itself, also when an end stands lines below."""
    assert clean("\x1b]all of the story") == "all of the story"
    assert clean("\x1b]one\ntwo\x07three") == "one\ntwothree"
    assert clean("\x1b[") == ""


def test_joiners_stay() -> None:
    """Families of emoji and Indic letters are held together by joiners that must not go."""
    assert clean("👩‍👩‍👧 क्‍ष") == "👩‍👩‍👧 क्‍ष"


def test_line_ends_of_all_systems_become_newlines() -> None:
    """CR LF and a lone CR, which would overwrite the line, become a newline."""
    assert clean("a\r\nb\rc\nd") == "a\nb\nc\nd"


def test_hostile_input_is_read_but_once() -> None:
    """Megabytes of beginnings without an end take no longer than megabytes of text: this test ends."""
    for beginning in ("\x1b]", "\x9d", "\x90x", "\x1b[0", "\x9b;", "\x1b ", "\x1bP\x9d"):
        assert clean(beginning * 500_000 + "hello").endswith("llo")
