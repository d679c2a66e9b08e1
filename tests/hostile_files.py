"""Files that attack whoever reads them: bombs, depth, broken encodings, endless lines.

Each is made when asked for, in the size asked for: small ones for the tests, large ones for the
table of `python -m tests.hardening.measure`.
"""

import gzip
import io
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Attack:
    """A file: its name, its bytes by a size (roughly their number), and what has to be said of it.

    `told` is the code of the note of level error, None where the file can be read.
    """

    name: str
    make: Callable[[int], bytes]
    told: str | None


def _repeated(unit: str, before: str = "", behind: str = "") -> Callable[[int], bytes]:
    """A file of one unit over and over."""

    def made(size: int) -> bytes:
        return f"{before}{unit * (size // len(unit.encode()))}{behind}".encode()

    return made


def _always(text: str | bytes) -> Callable[[int], bytes]:
    """A file of one size."""
    data = text if isinstance(text, bytes) else text.encode()
    return lambda size: data


def _entities(root: str, declared: str, used: str) -> Callable[[int], bytes]:
    return _always(f"<!DOCTYPE {root} [{declared}]><{root}>{used}</{root}>")


_LAUGHS = '<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9))


def _quadratic(size: int) -> bytes:
    entity, uses = "x" * (size // 2), "&a;" * (size // 6)
    return f'<!DOCTYPE rss [<!ENTITY a "{entity}">]><rss><item>{uses}</item></rss>'.encode()


def _response(body: bytes, fields: str = "") -> bytes:
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{fields}\r\n".encode() + body
    head = f"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: {len(answer)}\r\n\r\n"
    return head.encode() + answer + b"\r\n\r\n"


def _packed_zeros(size: int) -> bytes:
    """About a thousandth of `size`, which unpacks to it."""
    out = io.BytesIO()
    with gzip.GzipFile(fileobj=out, mode="wb", compresslevel=9, mtime=0) as packed:
        for _ in range(max(1, size // MIB)):
            packed.write(b"<p>a" * (MIB // 4))
    return out.getvalue()


def _packed_feed(size: int) -> bytes:
    """A feed that unpacks to hundreds of times its size."""
    out = io.BytesIO()
    with gzip.GzipFile(fileobj=out, mode="wb", compresslevel=9, mtime=0) as packed:
        packed.write(b"<rss version='2.0'><channel><title>A</title>")
        for _ in range(max(8, 100 * size // MIB)):
            packed.write(b"<item><description>aaaa</description></item>" * (MIB // 40))
    return out.getvalue()


def _bomb_in_warc(size: int) -> bytes:
    return _response(_packed_zeros(max(size * 100, 8 * MIB)), "Content-Encoding: gzip\r\n")


def _packed_warc(size: int) -> bytes:
    """A record of an archive that is packed and says the length that it has."""
    length = max(size * 100, 60 * MIB)
    out = io.BytesIO()
    with gzip.GzipFile(fileobj=out, mode="wb", mtime=0) as packed:
        packed.write(b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: %d\r\n\r\n" % length)
        for _ in range(length // MIB + 1):
            packed.write(bytes(MIB))
    return out.getvalue()


def _empty_members(size: int) -> bytes:
    return gzip.compress(b"WARC/1.0\r\n", mtime=0) + gzip.compress(b"", mtime=0) * (size // 20)


def _zip(size: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(zipfile.ZipInfo("../../escape.txt"), bytes(size * 10))
    return out.getvalue()


def _many_keys(size: int) -> bytes:
    keys = ",".join(f'"k{n}":{n}' for n in range(size // 12))
    return f'{{"id":"1","text":"One.",{keys}}}'.encode()


def _many_lines(size: int) -> bytes:
    return b"\n".join([b"{"] * (size // 2))


def _dictionary_bomb(size: int) -> bytes:
    """Rows that all hold the same long text, which Parquet writes once."""
    import pyarrow
    import pyarrow.parquet

    out = io.BytesIO()
    text = "Word word. " * 9_000
    column = pyarrow.DictionaryArray.from_arrays([0] * size, [text])
    pyarrow.parquet.write_table(pyarrow.table({"text": column}), out)
    return out.getvalue()


def _deep(opening: str, before: str = "", behind: str = "") -> Callable[[int], bytes]:
    return _repeated(opening, before, behind)


ATTACKS: Mapping[str, Attack] = {
    # Entities of XML.
    "a file as an entity, RSS": Attack(
        "xxe.rss",
        _entities("rss", '<!ENTITY e SYSTEM "file:///etc/passwd">', "&e;"),
        "entity-declared",
    ),
    "a file as an entity, XLIFF": Attack(
        "xxe.xlf",
        _entities("xliff", '<!ENTITY e SYSTEM "file:///etc/passwd">', "&e;"),
        "entity-declared",
    ),
    "a parameter entity": Attack(
        "xxe.tmx",
        _entities("tmx", '<!ENTITY % p SYSTEM "http://192.0.2.1/"> %p;', ""),
        "entity-declared",
    ),
    "a billion laughs": Attack(
        "laughs.atom", _entities("feed", _LAUGHS, "&a9;"), "entity-declared"
    ),
    "a billion laughs, broken XML": Attack(
        "laughs-broken.rss", _entities("rss", _LAUGHS, "&a9; & "), "entity-declared"
    ),
    "quadratic entities": Attack("quadratic.rss", _quadratic, "entity-declared"),
    # Archives.
    "a page that unpacks to a hundred times its size": Attack(
        "page.warc", _bomb_in_warc, "too-large"
    ),
    "a packed archive with one vast record": Attack("vast.warc", _packed_warc, "too-large"),
    "an archive of empty members": Attack("empty.warc", _empty_members, "bad-record"),
    "a ZIP archive that is called a feed": Attack("zip.rss", _zip, "binary"),
    "a ZIP archive that is called a text": Attack("zip.txt", _zip, "binary"),
    "a packed feed": Attack("packed.xml", _packed_feed, "too-large"),
    "a Parquet file of one text without end": Attack("same.parquet", _dictionary_bomb, "too-large"),
    # Depth.
    "deep JSON": Attack("deep.json", _deep("["), "invalid-json"),
    "deep JSON, closed": Attack(
        "closed.json", lambda size: b"[" * (size // 2) + b"]" * (size // 2), "invalid-json"
    ),
    "deep JSON in a line": Attack(
        "deep.jsonl", _deep("[", '{"id":1,"text":"a","x":'), "invalid-json"
    ),
    "deep JSON-LD in a page": Attack(
        "ld.html", _deep("[", '<p>Text.</p><script type="application/ld+json">', "</script>"), None
    ),
    "deep XML": Attack("deep.rss", _deep("<a>", "<rss><item>"), "too-deep"),
    "deep XLIFF": Attack("deep.xlf", _deep("<g>", "<xliff>"), "too-deep"),
    "deep HTML": Attack("deep.html", _deep("<div>", "<p>Text.</p>"), None),
    "deep lists of HTML": Attack("lists.html", _deep("<ul><li>a"), None),
    "deep quotations of Markdown": Attack("quotes.md", _deep("> ", behind="text"), "empty"),
    "deep lists of Markdown": Attack("lists.md", _deep("- ", behind="text"), "empty"),
    "deep brackets of Markdown": Attack("brackets.md", _deep("[", behind="text"), None),
    "deep emphasis of Markdown": Attack("emphasis.md", _deep("*a_", behind="text"), None),
    "deep links of Markdown": Attack("links.md", _deep("[a](", behind="text"), None),
    # Encodings.
    "NUL": Attack("nul.txt", _always("Text with \0 in it.\n" + "It goes on. " * 20), None),
    "half a surrogate pair in JSON": Attack(
        "half.jsonl", _always('{"id":"1","text":"a\\ud800b"}\n'), "lone-surrogate"
    ),
    "half a surrogate pair in UTF-8": Attack(
        "half.txt", _always(b"Text \xed\xa0\x80.\n"), "not-utf-8"
    ),
    "overlong UTF-8": Attack("overlong.txt", _always(b"Text \xc0\xaf.\n"), "not-utf-8"),
    "a character cut in two": Attack("cut.txt", _always("Тext é".encode()[:-1]), "truncated"),
    "half a character of UTF-16": Attack(
        "odd.txt", _always("Text.".encode("utf-16")[:-1]), "not-decodable"
    ),
    "two encodings in one file": Attack(
        "mixed.txt", _always("Київ\n".encode() + "Київ\n".encode("cp1251")), "not-utf-8"
    ),
    "an encoding that is none": Attack(
        "codec.xml",
        _always('<?xml version="1.0" encoding="rot13"?><rss><item><title>A</title></item></rss>'),
        None,
    ),
    "bidirectional overrides": Attack(
        "bidi.txt", _always("Text \u202egpj.exe\u202c \u2066is\u2069 it.\n"), None
    ),
    # Size.
    "one line without end, text": Attack("line.txt", _repeated("word "), None),
    "one word without end": Attack("word.txt", _repeated("a"), None),
    "one number without end": Attack("number.txt", _repeated("1"), None),
    "blanks without end": Attack("blanks.txt", _repeated(" ", "Text.", "Text."), None),
    "line ends without end": Attack("lines.txt", _repeated("\r\n", "Text.", "Text."), None),
    "hyphens and letters without end": Attack("hyphens.txt", _repeated("a-", "Text "), None),
    "initials without end": Attack("initials.txt", _repeated("A. "), None),
    "capitals without end": Attack("capitals.txt", _repeated("Aa Bb "), None),
    "brackets without end": Attack("brackets.txt", _repeated("("), None),
    "quotation marks without end": Attack("quotes.txt", _repeated("“a ”"), None),
    "combining marks without end": Attack("marks.txt", _repeated("\u0301", "e"), None),
    "ideographs without end": Attack("han.txt", _repeated("漢"), None),
    "one line without end, JSON Lines": Attack(
        "line.jsonl", _repeated("word ", '{"id":"1","text":"', '"}\n'), None
    ),
    "one line without end, Markdown": Attack("line.md", _repeated("*a* "), None),
    "one tag without end": Attack("tag.html", _repeated("a=b ", "<p>Text.<p "), None),
    "opening signs without end": Attack("signs.html", _repeated("<", "<p>Text."), None),
    "comments that never close": Attack(
        "comments.rss", _repeated("<!--", "<rss><item><title>A</title></item>"), "lost-bytes"
    ),
    "references without end": Attack("references.html", _repeated("&a", "<p>Text."), None),
    "keys without end": Attack("keys.jsonl", _many_keys, None),
    "bad lines without end": Attack("bad.jsonl", _many_lines, "more-errors"),
    "a cell that never closes": Attack(
        "cell.csv", _repeated("a\n", 'source,target\na,"'), "open-quotation"
    ),
    "columns without end": Attack("columns.csv", _repeated("a,", "source,target\n"), "bad-row"),
    "entries without end": Attack("entries.po", _repeated('msgid "a"\nmsgstr "b"\n\n'), None),
    "a number that is too large": Attack(
        "exponent.jsonl", _always('{"id":1e999999,"text":"a"}\n'), "invalid-json"
    ),
    "an id without end": Attack(
        "id.jsonl", _repeated("9", '{"id":', ',"text":"One."}\n'), "invalid-json"
    ),
}
"""All attacks by what they are."""
