"""The formats that are read: one row a format, found by suffix or by a look at the first bytes.

A reader takes a byte stream and the name of the file, and yields documents and notes; it raises
`InputError` where it cannot go on. To add a format, write its module and add its row here.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePath
from typing import BinaryIO, Protocol, cast

from audit.model.report import Note
from audit.model.text import Document
from audit.text.decode import byte_order_mark


class Reader(Protocol):
    """Reads one file; `path` is its name for ids and messages."""

    def __call__(self, stream: BinaryIO, path: str) -> Iterator[Document | Note]:
        """Yield the documents of the file in order, and what is to be told of it."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its suffixes in lower case, its reader as "module:function", how to know it.

    `looks` is asked in order of the table, with the beginning of a file without a byte order mark.
    """

    name: str
    suffixes: tuple[str, ...]
    reader: str
    looks: Callable[[str], bool]


def _looks_like_lines(head: str) -> bool:
    """Whether each line is a JSON object of its own; one line proves nothing."""
    lines = head.lstrip().split("\n")
    return len(lines) > 1 and all(_OBJECT_LINE.fullmatch(line) for line in lines[:-1][:2])


_OBJECT_LINE = re.compile(r"\{.*\}\s*|\s*", re.DOTALL)
_JSON = re.compile(r"\s*(?:\{\s*[\"}]|\[\s*[\[\]{])")
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|main|div"
    r"|p|h[1-6]|section|meta|title)[\s>/]",
    re.IGNORECASE | re.DOTALL,
)

FORMATS = (
    Format(
        "jsonl",
        (".jsonl", ".ndjson"),
        "audit.read.jsonl:read_jsonl",
        _looks_like_lines,
    ),
    Format(
        "json",
        (".json",),
        "audit.read.json_file:read_json",
        lambda head: bool(_JSON.match(head)),
    ),
    Format(
        "html",
        (".html", ".htm", ".xhtml"),
        "audit.read.html:read_html",
        lambda head: bool(_HTML.match(head)),
    ),
    Format(
        "markdown",
        (".md", ".markdown"),
        "audit.read.markdown:read_markdown",
        lambda _: False,  # any text is Markdown; only its suffix says that it is meant so
    ),
    Format(
        "plain",
        (".txt", ".text"),
        "audit.read.plain:read_plain",
        lambda _: True,
    ),
)

SUFFIXES = tuple(suffix for each in FORMATS for suffix in each.suffixes)
_BY_SUFFIX = {suffix: each for each in FORMATS for suffix in each.suffixes}


def known_suffix(path: PurePath) -> bool:
    """Whether the suffix of `path` names a format."""
    return path.suffix.lower() in _BY_SUFFIX


def reader_for(name: str, head: bytes) -> Reader:
    """The reader for a file: by its suffix, otherwise by `head`, its first bytes."""
    found = _BY_SUFFIX.get(PurePath(name).suffix.lower()) or _sniffed(head)
    module, _, function = found.reader.partition(":")
    return cast("Reader", getattr(import_module(module), function))


def _sniffed(head: bytes) -> Format:
    mark = byte_order_mark(head)
    text = head[len(mark[0]) :].decode(mark[1], "replace") if mark else head.decode("latin-1")
    return next(each for each in FORMATS if each.looks(text))
