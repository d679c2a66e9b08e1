"""Bytes become text: byte order mark, then declaration, then strict UTF-8, then a careful guess.

Nothing is replaced or dropped on the way, apart from the byte order mark: an offset in the decoded
text is an offset in the user's file. Where the encoding is not certain the file is refused.
"""

import codecs
import re
from dataclasses import dataclass

from audit.errors import InputError
from audit.model.place import line_starts
from audit.model.report import Note, NoteLevel

MAX_DOCUMENT_BYTES = 50 * 1024 * 1024
"""The longest single document that is read: no news article comes near it."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive, such as a DOCX, ODT or EPUB file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"RIFF", "a RIFF file, such as a WebP image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Microsoft Office file"),
    (b"{\\rtf", "an RTF file"),
    (b"SQLite format 3\x00", "an SQLite database"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
"""C0 controls and DEL, without tab, line ends and form feed, which plain text files do hold."""
_SAMPLE = 8192
"""Bytes looked at to tell a binary file; binary headers show themselves much earlier."""
_BINARY_SHARE = 0.02
"""Control characters above this share make a binary file; stray ones in text are single."""
_WEB_LATIN = {"iso8859-1", "ascii"}
"""Declared so, pages are written in windows-1252 (WHATWG Encoding Standard, "Labels")."""
_NO_CHARSETS = {"idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape"}
"""Codecs of Python that no file is written in."""
_SURE_UTF8 = 4
"""Multi-byte UTF-8 sequences that outweigh a declaration: four hardly arise by chance."""
_GUESSABLE = (
    *("cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258"),
    *("koi8_r", "koi8_u", "cp866", "iso8859_2", "iso8859_5", "iso8859_7", "iso8859_9"),
    *("gb18030", "big5", "cp932", "euc_jp", "cp949", "cp874"),
)
"""Legacy encodings that the web still meets (WHATWG Encoding Standard), as Python names them."""
_GUESS_BYTES = 65536
"""Bytes shown to the guesser; more do not make it surer."""
_GUESS_MIN_HIGH = 24
"""Bytes above 0x7F that a guess needs: fewer fit many encodings."""
_GUESS_MAX_CHAOS = 0.05
"""Highest share of odd character pairs; right guesses measured 0.00 to 0.04."""
_GUESS_MIN_COHERENCE = 0.4
"""Lowest likeness to a known language; right guesses measured 0.46 to 0.70, wrong ones below."""
_RIVAL = 0.85
"""A second guess that is this near in coherence and reads otherwise makes the first unsure."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file without its byte order mark, its encoding, and what is odd about it."""

    text: str
    encoding: str
    notes: tuple[Note, ...] = ()


def decode(data: bytes, path: str, *, declared: str | None = None, guess: bool = False) -> Decoded:
    """Decode a whole file; `path` is its name for messages.

    `declared` is the encoding that the file claims for itself; `guess` allows a legacy encoding to
    be guessed. Raises `InputError` for empty, binary, truncated and undecodable files.
    """
    if not data:
        raise InputError("empty", path, "the file is empty; expected text")
    text, encoding, notes = _decoded(data, path, declared, guess)
    if not text or text.isspace():
        raise InputError("empty", path, "the file holds nothing but white space; expected text")
    if odd := control_note(text, path):
        notes = (*notes, odd)
    return Decoded(text, encoding, notes)


def byte_order_mark(data: bytes) -> tuple[bytes, str] | None:
    """The byte order mark that `data` begins with and the encoding it stands for."""
    return next(((mark, name) for mark, name in _BOMS if data.startswith(mark)), None)


def binary_kind(data: bytes) -> str | None:
    """What kind of binary file `data` (at least its first 8 KiB) seems to be; None for text."""
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return kind
    sample = data[:_SAMPLE]
    if byte_order_mark(sample) or b"\x00" not in sample:
        return None
    controls = sum(sample.count(byte) for byte in range(32) if byte not in b"\t\n\x0c\r")
    if controls <= _BINARY_SHARE * len(sample):
        return None
    zeros = sample.count(0)
    if 2 * max(sample[::2].count(0), sample[1::2].count(0)) > zeros and 5 * zeros > len(sample):
        return "a binary file or UTF-16 text without a byte order mark"
    return "a binary file"


def control_note(text: str, path: str, line: int | None = None) -> Note | None:
    """A warning where `text` holds control characters; `line` is where it stands in the file.

    Without `line` the text is the whole file.
    """
    found = _CONTROL.search(text)
    if not found:
        return None
    count = len(_CONTROL.findall(text))
    line = line or len(line_starts(text[: found.start()]))
    message = (
        f"the text holds {count} control character{'s' if count > 1 else ''}, first U+"
        f"{ord(found[0]):04X} in line {line}; kept as they are"
    )
    return Note(NoteLevel.WARNING, "control-characters", message, path, line)


def utf8_error(
    error: UnicodeDecodeError, data: bytes, path: str, line: int = 1, offset: int = 0
) -> InputError:
    """Say in words what a failed strict UTF-8 decoding of `data` means.

    `line` and `offset` (in bytes) are where `data` begins in the file.
    """
    at_line = line + len(line_starts(data[: error.start].decode("latin-1"))) - 1
    at_byte = offset + error.start
    if error.reason == "unexpected end of data" and error.end == len(data):
        message = (
            f"the file ends in the middle of a UTF-8 character (byte {at_byte}, line "
            f"{at_line}): it seems to be truncated; fetch or copy it again"
        )
        return InputError("truncated", path, message, at_line)
    message = (
        f"byte {at_byte} (line {at_line}) is 0x{data[error.start]:02X}, which is not valid "
        "UTF-8; expected UTF-8 text. Convert the file first, for instance with "
        "`iconv -f ENCODING -t UTF-8`"
    )
    return InputError("not-utf-8", path, message, at_line)


def _decoded(
    data: bytes, path: str, declared: str | None, guess: bool
) -> tuple[str, str, tuple[Note, ...]]:
    if mark := byte_order_mark(data):
        return _with_mark(data, path, *mark), mark[1], ()
    if kind := binary_kind(data):
        message = f"the file seems to be {kind}; expected text"
        raise InputError("binary", path, message)
    notes: tuple[Note, ...] = ()
    if declared:
        text, encoding, notes = _as_declared(data, path, declared)
        if text is not None:
            return text, encoding, notes
    try:
        return data.decode("utf-8"), "utf-8", notes
    except UnicodeDecodeError as error:
        fault = utf8_error(error, data, path)
    guessed = _guessed(data) if guess and fault.code != "truncated" else None
    if guessed is None:
        raise fault
    text, encoding = guessed
    message = f"the file is not UTF-8 and names no encoding; read as {encoding}, which is a guess"
    return text, encoding, (*notes, Note(NoteLevel.WARNING, "guessed-encoding", message, path))


def _with_mark(data: bytes, path: str, mark: bytes, encoding: str) -> str:
    try:
        return data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        if encoding == "utf-8":
            raise utf8_error(error, data[len(mark) :], path) from None
        message = (
            f"the byte order mark says {encoding.upper()}, but byte {error.start + len(mark)} "
            "cannot be decoded so; the file may be truncated. Convert it to UTF-8"
        )
        raise InputError("not-decodable", path, message) from None


def _as_declared(data: bytes, path: str, declared: str) -> tuple[str | None, str, tuple[Note, ...]]:
    """Decode as the file says of itself; no text, and a note why, where that cannot be right."""
    try:
        name = codecs.lookup(declared).name
        "".encode(name)  # refuses codecs from bytes to bytes, such as base64
        if name in _NO_CHARSETS:
            raise LookupError(name)
    except (LookupError, ValueError, TypeError):
        message = f"the file declares the unknown encoding {declared!r}; trying UTF-8"
        return None, "", (Note(NoteLevel.WARNING, "unknown-encoding", message, path),)
    name = "cp1252" if name in _WEB_LATIN else name
    if name.startswith("utf"):
        return None, "", ()  # no byte order mark and an ASCII declaration: it can be UTF-8 only
    if _surely_utf8(data):
        message = f"the file declares {declared}, but it is UTF-8 and was read so"
        note = Note(NoteLevel.WARNING, "wrong-encoding-declared", message, path)
        return data.decode("utf-8"), "utf-8", (note,)
    try:
        return data.decode(name), name, ()
    except UnicodeDecodeError as error:
        message = f"the file declares {declared}, but byte {error.start} does not fit it"
        note = Note(NoteLevel.WARNING, "wrong-encoding-declared", message, path)
        return None, "", (note,)


def _surely_utf8(data: bytes) -> bool:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return len(data) > len(text) and sum(c > "\x7f" for c in text) >= _SURE_UTF8


def _guessed(data: bytes) -> tuple[str, str] | None:
    """The text and encoding that `data` most likely is, or None where that is not certain."""
    sample = data[:_GUESS_BYTES]
    if sum(byte > 0x7F for byte in sample) < _GUESS_MIN_HIGH:
        return None
    from charset_normalizer import from_bytes  # noqa: PLC0415 - slow to import, seldom needed

    matches = list(from_bytes(sample, cp_isolation=list(_GUESSABLE)))
    if not matches:
        return None
    best = matches[0]
    if best.chaos > _GUESS_MAX_CHAOS or best.coherence < _GUESS_MIN_COHERENCE:
        return None
    for rival in matches[1:]:
        near = rival.coherence >= _RIVAL * best.coherence and rival.chaos <= _GUESS_MAX_CHAOS
        if near and str(rival) != str(best):
            return None
    try:
        return data.decode(best.encoding), best.encoding
    except UnicodeDecodeError:
        return None
