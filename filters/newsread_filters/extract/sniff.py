"""What a page is, told by its content and not by its name: HTML, plain text, or something that is no article."""

import re

from newsread_filters.model import Unreadable

_MAGIC = (
    (b"%PDF-", "a PDF document"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"BM\x00\x00", "an image"),
    (b"II*\x00", "an image"),
    (b"MM\x00*", "an image"),
    (b"\x00\x00\x01\x00", "an image"),
    (b"8BPS", "an image"),
    (b"RIFF", "an image, a sound or a film"),
    (b"OggS", "a sound or a film"),
    (b"ID3", "a sound"),
    (b"fLaC", "a sound"),
    (b"\xff\xfb", "a sound"),
    (b"\x1a\x45\xdf\xa3", "a film"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "a compressed file"),
    (b"BZh", "a compressed file"),
    (b"\xfd7zXZ", "a compressed file"),
    (b"\x28\xb5\x2f\xfd", "a compressed file"),
    (b"7z\xbc\xaf", "an archive"),
    (b"Rar!", "an archive"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"{\\rtf", "an RTF document"),
    (b"SQLite format 3", "a database"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"\x00asm", "a program"),
)
_CONTROLS = bytes(byte for byte in range(32) if byte not in b"\t\n\x0b\x0c\r\x1b")
_UNICODE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")

_SKIPPED = re.compile(r"(?:\s|\ufeff|<!--.*?-->|<\?[^>]*+>)*+", re.DOTALL)  # "*+" remembers no way back
_OPENING = re.compile(
    r"<(?:!doctype\s+html|(?:html|head|body|title|meta|link|script|style|base|p|div|article|main|section|header|nav|h[1-6]"
    r"|table|ul|ol|span|a|b|i|em|strong|br|hr|img|center|font|blockquote|pre|figure|noscript|form|iframe)\b)",
    re.IGNORECASE,
)
_SKELETON = re.compile(r"<(?:html|head|body)\b[^<>]*>", re.IGNORECASE)
_FEED = re.compile(r"<(?:rss|feed|rdf:RDF)\b", re.IGNORECASE)
_DATA = re.compile(r"\{\s*[\"}]|\[\s*(?:[\[{\"\]]|-?\d+\s*[,\]])")
_DRAWING = re.compile(r"<svg\b", re.IGNORECASE)
_NEAR = 65536


def refuse_other_files(data: bytes) -> None:
    """Raise Unreadable for empty input and for files that hold no text, by their first bytes."""
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        raise Unreadable("nothing-readable", "The page is empty.")
    head = data[:4096]
    if what := next((what for magic, what in _MAGIC if head.startswith(magic)), None) or _film(head):
        raise not_an_article(what)
    if not head.startswith(_UNICODE_MARKS) and not _every_other_is_zero(head) and _controls(head) * 20 > len(head):
        raise not_an_article("a file that holds no text")


def is_html(text: str, content_type: str | None = None) -> bool:
    """Whether `text` is HTML; raises Unreadable for a feed or a drawing."""
    start = _skipped(text)
    if _FEED.match(text, start):
        raise Unreadable(
            "not-an-article", "This is a news feed, not an article. Open the address of one of its articles."
        )
    if _DRAWING.match(text, start):
        raise not_an_article("an image")
    if _OPENING.match(text, start):
        return True
    if _DATA.match(text, start) and text.rstrip()[-1:] in "}]":
        raise not_an_article("data for a program (JSON)")
    if "html" in (content_type or "").lower():
        return bool(_OPENING.search(text))
    return bool(_SKELETON.search(text, 0, _NEAR)) and "</" in text


def not_an_article(what: str) -> Unreadable:
    """The refusal of a file that is `what`, with what to do."""
    return Unreadable("not-an-article", f"This is {what}, not an article. Open it with the program made for it.")


def _skipped(text: str) -> int:
    found = _SKIPPED.match(text)
    return found.end() if found else 0


def _film(head: bytes) -> str | None:
    return "a film or an image" if head[4:8] == b"ftyp" else None


def _controls(head: bytes) -> int:
    return len(head) - len(head.translate(None, _CONTROLS))


def _every_other_is_zero(head: bytes) -> bool:
    zeros = head[0::2].count(0), head[1::2].count(0)
    return max(zeros) * 5 > len(head) and min(zeros) * 20 <= max(zeros)
