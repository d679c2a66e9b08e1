"""XML reports: text that XML 1.0 can hold, and one way to write a tree."""

import re
from typing import TextIO
from xml.etree import ElementTree as ET

# XML 1.0, production 2 "Char": everything else has no place in a document, escaped or not.
_NO_CHAR = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
REPLACEMENT = "\ufffd"
"""Stands for a character that XML cannot hold."""


def xml_text(text: str) -> str:
    """`text` with every character that XML 1.0 cannot hold replaced."""
    return _NO_CHAR.sub(REPLACEMENT, text)


def write_xml(root: ET.Element, out: TextIO) -> None:
    """Write a whole document, indented; `out` is in UTF-8."""
    ET.indent(root)
    out.write('<?xml version="1.0" encoding="UTF-8"?>\n')
    out.write(ET.tostring(root, encoding="unicode"))
    out.write("\n")
