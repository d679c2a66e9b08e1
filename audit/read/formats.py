"""The formats that are read: one row a format, found by suffix or by a look at the first bytes.

A reader takes a byte stream and the name of the file (one of tables also what is said of its
columns), and yields documents and notes; it raises `InputError` where it cannot go on. To add a
format, write its module and add its row here.
"""

import re
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from pathlib import PurePath
from typing import BinaryIO, Protocol, cast

from audit.model.report import Note
from audit.model.text import Document
from audit.read.record import Lines
from audit.read.unpacked import MAGIC
from audit.text.decode import byte_order_mark


class Reader(Protocol):
    """Reads one file; `path` is its name for ids and messages."""

    def __call__(self, stream: BinaryIO, path: str) -> Iterator[Document | Note]:
        """Yield the documents of the file in order, and what is to be told of it."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its suffixes in lower case, its reader as "module:function", how to know it.

    `looks` is asked in order of the table, with the beginning of a file without a byte order mark.
    `table` says that its reader must be told which columns hold what, `by_line` that it may be
    told what lines came to that were read before.
    """

    name: str
    suffixes: tuple[str, ...]
    reader: str
    looks: Callable[[str], bool]
    table: bool = False
    by_line: bool = False


def _looks_like_lines(head: str) -> bool:
    """Whether each line is a JSON object of its own; one line proves nothing."""
    lines = head.lstrip().split("\n")
    return len(lines) > 1 and all(_OBJECT_LINE.fullmatch(line) for line in lines[:-1][:2])


def _table_delimiter(head: str) -> str | None:
    """The sign that parts the names of a header which has a `target`; None where there is none."""
    found = _TABLE.match(head)
    return found[1] if found else None


def _looks_like_warc(head: str) -> bool:
    """Whether a file is a WARC file, packed by gzip or not."""
    if not head.startswith("\x1f\x8b"):
        return head.startswith("WARC/")
    try:
        unpacked = zlib.decompressobj(31).decompress(head.encode("latin-1"), 8)
    except (UnicodeEncodeError, zlib.error):
        return False
    return unpacked.startswith(b"WARC/")


_OBJECT_LINE = re.compile(r"\{.*\}\s*|\s*", re.DOTALL)
_JSON = re.compile(r"\s*(?:\{\s*[\"}]|\[\s*[\[\]{])")
_PROLOG = r"\s*+(?:<\?xml[^>]*+>\s*+)*+(?:(?><!--.*?-->)\s*+)*+"
"""What may stand before the first tag; nothing is tried twice, whatever the file holds."""
_DOCTYPE = r"(?:<!doctype[^>\[]*+(?:\[[^\]]*+\]\s*+)?+>\s*+)?+"
_XML_ROOT = _PROLOG + _DOCTYPE + r"(?:(?><!--.*?-->)\s*+)*+<(?:\w++:)?"
_XLIFF = re.compile(_XML_ROOT + r"xliff[\s>]", re.IGNORECASE | re.DOTALL)
_TMX = re.compile(_XML_ROOT + r"tmx[\s>]", re.IGNORECASE | re.DOTALL)
_XML_NEWS = re.compile(
    _XML_ROOT + r"(?:rss|rdf|feed|urlset|sitemapindex|newsmessage|newsitem|packageitem|nitf)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_PO = re.compile(r"(?:[ \t\r]*+(?:#[^\n]*+)?\n)*+[ \t]*+(?:msgctxt|msgid)[ \t]++\"")
_TABLE = re.compile(
    r"(?=[^\r\n]*\btarget\b)(?:(?:\"\w+\"|\w+)(?:([,;\t])(?:\"\w+\"|\w+))(?:\1(?:\"\w+\"|\w+))*)"
    r"[\r\n]",
    re.IGNORECASE,
)
"""A first line of bare names, parted by one sign, of which one is `target`."""
_HTML = re.compile(
    _PROLOG + r"<(?:!doctype\s+html|html|head|body|article|main|div|p|h[1-6]|section|meta|title)"
    r"[\s>/]",
    re.IGNORECASE | re.DOTALL,
)

FORMATS = (
    Format(
        "jsonl",
        (".jsonl", ".ndjson"),
        "audit.read.jsonl:read_jsonl",
        _looks_like_lines,
        by_line=True,
    ),
    Format(
        "json",
        (".json",),
        "audit.read.json_file:read_json",
        lambda head: bool(_JSON.match(head)),
    ),
    Format(
        "xliff",
        (".xlf", ".xliff", ".mxliff", ".sdlxliff"),
        "audit.read.xliff:read_xliff",
        lambda head: bool(_XLIFF.match(head)),
    ),
    Format(
        "tmx",
        (".tmx",),
        "audit.read.tmx:read_tmx",
        lambda head: bool(_TMX.match(head)),
    ),
    Format(
        "xml-news",
        (".rss", ".atom", ".rdf", ".xml"),
        "audit.read.xml_news:read_xml_news",
        lambda head: bool(_XML_NEWS.match(head)),
    ),
    Format(
        "html",
        (".html", ".htm", ".xhtml"),
        "audit.read.html:read_html",
        lambda head: bool(_HTML.match(head)),
    ),
    Format(
        "warc",
        (".warc",),
        "audit.read.warc:read_warc",
        _looks_like_warc,
    ),
    Format(
        "parquet",
        (".parquet",),
        "audit.read.parquet:read_parquet",
        lambda head: head.startswith("PAR1"),
        table=True,
    ),
    Format(
        "po",
        (".po",),
        "audit.read.po:read_po",
        lambda head: bool(_PO.match(head)),
    ),
    Format(
        "tsv",
        (".tsv",),
        "audit.read.table:read_tsv",
        lambda head: _table_delimiter(head) == "\t",
        table=True,
    ),
    Format(
        "csv",
        (".csv",),
        "audit.read.table:read_csv",
        lambda head: _table_delimiter(head) in {",", ";"},
        table=True,
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


_NO_COLUMNS: Mapping[str, str | int] = {}


PACKED = ".gz"
"""Suffix behind that of its format of a file that is packed by gzip."""


def suffix_of(path: PurePath) -> str:
    """The suffix by which `path` names a format, in lower case, `PACKED` included; else empty."""
    packed = path.suffix.lower() == PACKED
    inner = PurePath(path.stem).suffix if packed else path.suffix
    suffix = inner.lower() + (PACKED if packed else "")
    return suffix if inner.lower() in _BY_SUFFIX else ""


def known_suffix(path: PurePath) -> bool:
    """Whether the suffix of `path` names a format."""
    return bool(suffix_of(path))


def is_packed(head: bytes) -> bool:
    """Whether a file that begins with `head` is packed by gzip, an archive of the web apart.

    Records of such archives are packed one by one; their reader does that itself.
    """
    return head.startswith(MAGIC) and not _looks_like_warc(head.decode("latin-1"))


def reader_for(
    name: str,
    head: bytes,
    columns: Mapping[str, str | int] = _NO_COLUMNS,
    lines: Lines | None = None,
) -> Reader:
    """The reader for a file: by its suffix, otherwise by `head`, its first bytes.

    `columns` is what is said of the columns of tables, as `audit.read.table` has it; `lines` is
    what is known of lines of JSON.
    """
    found = _BY_SUFFIX.get(suffix_of(PurePath(name)).removesuffix(PACKED)) or _sniffed(head)
    module, _, function = found.reader.partition(":")
    reader = getattr(import_module(module), function)
    if found.table:
        reader = partial(reader, columns=columns)
    elif found.by_line:
        reader = partial(reader, known=lines)
    return cast("Reader", reader)


def _sniffed(head: bytes) -> Format:
    mark = byte_order_mark(head)
    text = head[len(mark[0]) :].decode(mark[1], "replace") if mark else head.decode("latin-1")
    return next(each for each in FORMATS if each.looks(text))
