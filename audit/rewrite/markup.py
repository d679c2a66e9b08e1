"""Writing text into HTML, XML and Markdown."""

import re
from dataclasses import replace

from audit.rewrite.spot import CROSSES_MARKUP, LEAVES_UNIT, Patch, RefusedError, Spot
from audit.rewrite.strings import write_json

_CDATA, _CDATA_END = "<![CDATA[", "]]>"
_NAMED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"}
_NARROW = {"cp1252": "latin-1"}
"""What XML means by names that pages stretch: a declared ISO 8859-1 is no windows-1252."""
_SPECIAL = re.compile(r"[\\`*\[\]<|~]|(?<!\w)_|_(?!\w)|&(?=#|\w+;)|!(?=\[)")
"""Characters that mark something wherever they stand; `_` only at the edge of a word."""
_LEADING = re.compile(r"[#>+=-]|(?<!\d)\d++(?=[.)])")
"""What marks something at the beginning of a line: a heading, a quotation, a list."""
_LINE_MARKS = re.compile(r"(?:^|[\r\n])[ \t>]*\Z")


def write_html(spot: Spot) -> list[Patch]:
    """Text with references for `&`, `<`, `>` and what the encoding lacks."""
    if "<" in spot.raw:
        raise RefusedError(CROSSES_MARKUP)
    return [Patch(spot.at, "".join(_reference(char, spot) for char in spot.text))]


def write_xml(spot: Spot) -> list[Patch]:
    """The same in a unit of XML; in a CDATA section text stands as it is."""
    if spot.unit is None:
        raise RefusedError(LEAVES_UNIT)
    if _in_cdata(spot.file, spot.unit.start - len(_CDATA), spot.at.start):
        return _write_cdata(spot, spot.text)
    return write_html(spot)


def write_xml_flow(spot: Spot) -> list[Patch]:
    """Running text in XML elements: that of the file begins anywhere before the place."""
    if _in_cdata(spot.file, 0, spot.at.start):
        return _write_cdata(spot, spot.text)
    return write_html(spot)


def write_xml_html(spot: Spot) -> list[Patch]:
    """HTML in XML: written as HTML first, and that as the text of an element."""
    if _in_cdata(spot.file, 0, spot.at.start):
        return _write_cdata(spot, "".join(_reference(char, spot) for char in spot.text))
    inner = "".join(_NAMED.get(char, char) for char in spot.text)
    return write_html(replace(spot, text=inner))


def write_json_html(spot: Spot) -> list[Patch]:
    """HTML in a JSON string."""
    return write_json(replace(spot, text="".join(_NAMED.get(char, char) for char in spot.text)))


def _in_cdata(file: str, start: int, at: int) -> bool:
    """Whether the place `at` stands in a CDATA section that begins at `start` or later."""
    start = max(0, start)
    return file.rfind(_CDATA, start, at) > file.rfind(_CDATA_END, start, at)


def _write_cdata(spot: Spot, text: str) -> list[Patch]:
    """Text as it is, unless a section cannot hold it."""
    if _CDATA_END in spot.raw or _CDATA in spot.raw:
        raise RefusedError(CROSSES_MARKUP)
    around = spot.file[spot.at.start - 2 : spot.at.start] + text
    if _CDATA_END in around or "\r" in text:
        raise RefusedError("a CDATA section cannot hold it")
    return replace(spot, text=text).checked(text)


def write_markdown(spot: Spot) -> list[Patch]:
    """Text with a backslash before what would be taken for a mark."""
    if "\n" in spot.text or "\r" in spot.text:
        raise RefusedError("Markdown would not keep its line ends")
    text = _SPECIAL.sub(lambda mark: f"\\{mark[0]}", spot.text)
    if _LINE_MARKS.search(spot.file[max(0, spot.at.start - 40) : spot.at.start]):
        text = _LEADING.sub(_escaped_lead, text, count=1) if _LEADING.match(text) else text
    return spot.checked(text)


def _escaped_lead(mark: re.Match[str]) -> str:
    """A mark that opens a line, escaped: a number by the sign behind it."""
    return f"{mark[0]}\\" if mark[0].isdigit() else f"\\{mark[0]}"


def _reference(char: str, spot: Spot) -> str:
    if char in _NAMED:
        return _NAMED[char]
    if char.isascii():
        return char
    try:
        char.encode(_NARROW.get(spot.encoding, spot.encoding))
    except UnicodeEncodeError:
        return f"&#{ord(char)};"
    return char
