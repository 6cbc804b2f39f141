"""Bytes to text: what the page says of its charset is believed as far as its bytes bear it out."""

import codecs
import re

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""<(?:meta|\?xml)[^>]{0,400}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_IN_HEADER = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")
_HEAD = 4096
_COMMONEST = "cp1252"
_NEAR = 0.07
"""Between guesses of nearly the same coherence the commonest charset wins: some accents fit several of them."""
_SAMPLE = 65536

# What pages without a declaration are written in; the rest of what there is only leads a guess astray.
_ON_THE_WEB = (
    "cp1252 cp1250 cp1251 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 cp874 koi8_r koi8_u iso8859_2 iso8859_5"
    " cp932 euc_jp gb18030 big5 cp949"
).split()

# What pages mean when they say the left name, as browsers read it: the wider set of the same family.
_MEANT = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}


def decode(data: bytes, content_type: str | None = None) -> str:
    """Return `data` as text; what cannot be decoded becomes U+FFFD, it never raises."""
    for mark, name in _BOMS:
        if data.startswith(mark):
            return data.decode(name, "replace")
    if wide := _wide_without_mark(data):
        return data.decode(wide, "replace")
    declared = [name for name in (_from_header(content_type), _from_page(data)) if name]
    if data.isascii():  # ASCII, but for the old mail charsets that shift with escape sequences
        shifting = next((name for name in declared if name.startswith(("iso2022", "hz"))), "ascii")
        return data.decode(shifting, "replace")
    try:
        # Bytes that are UTF-8 by chance do not happen in running text: UTF-8 beats any other declaration.
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_legacy(data, declared)


def _decode_legacy(data: bytes, declared: list[str]) -> str:
    """Decode what is not valid UTF-8: a little damage is borne with, a declaration that does not fit is not."""
    for name in ("utf-8", *declared):
        text = data.decode(name, "replace")
        if text.count("\ufffd") * 20 <= len(text) - len(text.encode("ascii", "ignore")):
            return text
    return data.decode(_guess(data), "replace")


def _guess(data: bytes) -> str:
    """Guess from a sample that begins where the bytes stop being ASCII; slow, so only for what names no charset."""
    from charset_normalizer import from_bytes

    first = _BEYOND_ASCII.search(data)
    start = first.start() if first else 0
    matches = from_bytes(data[max(0, start - 256) : start + _SAMPLE], cp_isolation=_ON_THE_WEB)
    best = matches.best()
    if best is None:
        return _COMMONEST
    ties = (each for each in matches if each.chaos <= best.chaos and best.coherence - each.coherence <= _NEAR)
    return _COMMONEST if any(_COMMONEST in each.could_be_from_charset for each in ties) else best.encoding


def _from_header(content_type: str | None) -> str | None:
    found = _IN_HEADER.search(content_type or "")
    return _known(found[1]) if found else None


def _from_page(data: bytes) -> str | None:
    found = _DECLARED.search(data, 0, _HEAD)
    return _known(found[1].decode("ascii", "replace")) if found else None


def _known(name: str) -> str | None:
    """Python's name for the charset that is meant; None for one that is unknown, or that a header cannot truly mean."""
    try:
        found = codecs.lookup(name)
    except (LookupError, ValueError):
        return None
    if not found._is_text_encoding or found.name.startswith(("utf-16", "utf-32", "utf-7", "idna", "punycode")):  # noqa: SLF001 - the only way to ask
        return None
    return _MEANT.get(found.name, found.name)


def _wide_without_mark(data: bytes) -> str | None:
    """UTF-16 that lacks its mark: in Western text every other byte is zero."""
    head = data[: _HEAD - _HEAD % 2]
    zeros = head[0::2].count(0), head[1::2].count(0)
    if len(head) < 4 or max(zeros) * 5 < len(head) or min(zeros) * 20 > max(zeros):
        return None
    return "utf-16-be" if zeros[0] > zeros[1] else "utf-16-le"
