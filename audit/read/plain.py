"""Plain text files: the whole file is the text."""

from collections.abc import Iterator
from typing import BinaryIO

from audit.model.place import Origin, line_starts
from audit.model.report import Note
from audit.model.text import Document
from audit.read.lines import blocks_of
from audit.read.whole import load
from audit.text.decode import decode


def read_plain(stream: BinaryIO, path: str) -> Iterator[Document | Note]:
    """Read one plain text file; its lines and wrapped paragraphs are its blocks."""
    decoded = decode(load(stream, path), path, guess=True)
    yield from decoded.notes
    text = decoded.text
    origin = Origin(line_starts=line_starts(text), encoding=decoded.encoding)
    yield Document(id=path, path=path, text=text, origin=origin, blocks=blocks_of(text))
