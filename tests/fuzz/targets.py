"""What is fuzzed: each target takes any bytes, and fails where a promise is broken.

The promises: no fault but those of `audit.errors`, each told with its file; every offset leads to
what stands there; what is written back reads as meant; every report is whole in its format.
"""

import csv
import io
import json
import tempfile
import unicodedata
import zlib
from collections.abc import Callable, Mapping
from contextlib import nullcontext
from dataclasses import replace
from functools import cache, partial
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET

from audit import link, read
from audit.authority import load as load_authority
from audit.authority.names_file import parse as parse_names
from audit.config.baseline import read as read_baseline
from audit.config.schema import Config
from audit.config.suppressions import read as read_suppressions
from audit.decide.decisions_file import read_decisions
from audit.decide.plan import Files, plan
from audit.decide.toml_text import TomlText
from audit.errors import AuditError
from audit.fetch.address import target as fetch_target
from audit.fetch.body import read_body
from audit.fetch.settings import Limits
from audit.glossary.exchange import format_of
from audit.glossary.exchange import read as read_glossary
from audit.glossary.glossary_file import parse as parse_glossary
from audit.model.authority import Authority
from audit.model.edit import Edit
from audit.model.place import Origin, Span
from audit.model.report import Note, NoteLevel, Report
from audit.model.text import Document
from audit.read.sources import Source
from audit.report.base import FilesReporter, FolderReporter, formats, reporter
from audit.report.escape import printable
from audit.rewrite import rewrite
from audit.run.examine import Bench, bench
from audit.run.pipeline import audit_documents
from audit.score import score
from audit.text.decode import byte_order_mark
from tests import builders as make
from tests.fuzz.seeds import FILES, NAMES_FILE

Target = Callable[[bytes], None]

_SAMPLES = 200
"""Places looked at in one document."""
_LANGUAGES = ("und", "en", "uk", "ru", "zh", "ja", "ko", "ar", "he", "de", "fr", "pl", "el", "fi")
_REPLACEMENTS = (
    "",
    "x",
    "Kim & <b>\"'",
    "é\u4e2d\U0001f600",
    "a\\b\t",
    "]]>{%|}",
    "-->",
    "\u0085\u2028",
)
_NO_PLACE = ("a.warc", "a.parquet")
"""Files whose documents are no passages of the file itself."""


class BrokenPromiseError(AssertionError):
    """Something that must hold whatever the bytes are does not."""


def read_file(name: str, data: bytes) -> None:
    """Read `data` as the file `name`, check all places, and put something into its text."""
    found = list(read.read(["-"], stdin=BytesIO(data), stdin_filename=name))
    _hold(bool(found), "neither read nor told")
    documents = [one for one in found if isinstance(one, Document)]
    for note in (one for one in found if isinstance(one, Note)):
        _hold(note.path is not None, f"a note names no file: {note}")
        _hold(note.code != "reading-failed", note.message)
    for document in documents[:20]:
        _check_parts(document)
        if name not in _NO_PLACE:
            _check_places(document, data)
    if documents and name not in _NO_PLACE:
        _check_writing(name, data)


def _hold(promise: bool, broken: str) -> None:
    if not promise:
        raise BrokenPromiseError(broken)


def _check_parts(document: Document) -> None:
    text = document.text
    _hold(bool(text) or bool(document.pairs), "a document without text or pairs")
    text.encode()  # no lone surrogates
    last = 0
    for block in document.blocks:
        _hold(last <= block.span.start <= block.span.end <= len(text), f"block {block}")
        last = block.span.end
    last = 0
    for pair in document.pairs:
        _hold(last <= pair.span.start <= pair.span.end <= len(text), f"pair {pair}")
        last = pair.span.end
    for tag in document.markup:
        _hold(0 <= tag.at <= len(text), f"markup {tag}")


def _file_text(data: bytes, origin: Origin) -> str:
    found = byte_order_mark(data)
    mark = found[0] if found else b""
    errors = "surrogateescape" if origin.encoding == "utf-8" else "strict"
    return data[len(mark) :].decode(origin.encoding, errors)


def _check_places(document: Document, data: bytes) -> None:
    """Each character leads to itself, or to what was written for it."""
    file, text, origin = _file_text(data, document.origin), document.text, document.origin
    step = max(1, len(text) // _SAMPLES)
    for at in range(0, len(text), step):
        span = origin.absolute(Span(at, at + 1))
        _hold(span.end <= len(file), f"{span} is outside the file")
        place = document.place(Span(at, at + 1))
        _hold(place.line >= 1 and place.column >= 1, f"{place}")
        if text[at].isspace() or not len(span):
            continue
        written = file[span.start : span.end]
        if len(span) == 1 and not "\ud800" <= written <= "\udfff" and written != "\0":
            _hold(written == text[at], f"{text[at]!r} leads to {written!r} at {span}")
    whole = origin.absolute(Span(0, len(text)))
    _hold(whole.end <= len(file), f"the whole is {whole}")


def _check_writing(name: str, data: bytes) -> None:
    source = Source(None, name, named=True)

    def reread(new: bytes) -> list[Document]:
        return [one for one in read.read_again(source, new, {}) if isinstance(one, Document)]

    documents = reread(data)
    if not documents:
        return
    dice = zlib.crc32(data)
    document = documents[dice % len(documents)]
    start = (dice >> 4) % (len(document.text) + 1)
    end = min(len(document.text), start + (dice >> 12) % 9)
    text = _REPLACEMENTS[(dice >> 16) % len(_REPLACEMENTS)]
    if document.text[start:end] == text:
        return
    done = rewrite(data, documents, [Edit(document.id, Span(start, end), text)], reread)
    _hold(len(done.made) + len(done.refused) == 1, "an edit is neither made nor refused")
    if done.refused:
        _hold(done.data == data, "an edit was refused, but the file changed")


@cache
def _authority() -> Authority:
    return load_authority()


@cache
def _bench() -> Bench:
    return bench(Config(), _authority())


def _texts(data: bytes) -> list[Document]:
    """Documents made of bytes: the first says the languages, NUL parts texts and sources."""
    lead, _, rest = data.decode("utf-8", "replace").partition("|")
    kind = ord(lead[0]) if lead else 0
    lang = _LANGUAGES[kind % len(_LANGUAGES)]
    source_lang = _LANGUAGES[(kind // len(_LANGUAGES)) % len(_LANGUAGES)]
    texts = rest.split("\0")
    made = []
    for number, text in enumerate(texts[:4]):
        if text.strip():
            target, parted, source = text.partition("\x01")
            document = make.document(target, id=str(number), lang=lang)
            document = replace(document, segments=(), source=source if parted else None)
            made.append(replace(document, source_lang=source_lang if parted else None))
    return made


def examine_text(data: bytes) -> None:
    """Segment, find names and run every rule, as for any language."""
    documents = []
    for document in _texts(data):
        done = _bench().examine(document)
        _no_failure(done.notes)
        found = done.document
        for segment in found.segments:
            _hold(found.cut(segment.span) == segment.text, f"segment {segment}")
        for mention in found.mentions:
            _hold(found.cut(mention.span) == mention.text, f"mention {mention}")
        for _, hit in done.hits:
            _hold(0 <= hit.at.start <= hit.at.end <= len(found.text), f"hit {hit}")
        documents.append(found)
    link.link(tuple(documents), _authority())


def _no_failure(notes: tuple[Note, ...]) -> None:
    for note in notes:
        _hold(note.level is not NoteLevel.ERROR, f"{note.code}: {note.message}")


def audit_text(data: bytes) -> None:
    """Audit texts from end to end and write all reports."""
    documents = _texts(data)
    if documents:
        report = audit_documents(documents, Config())
        _no_failure(report.notes)
        check_reports(report)


def report_strings(data: bytes) -> None:
    """Write all reports of a report whose every text is a stranger's."""
    strings = [
        one or " "
        for one in data.decode("utf-8", "surrogatepass" if data[:1] == b"s" else "replace").split(
            "\0"
        )
    ] or [" "]
    some = (strings * 6)[:6]
    doc = make.document("\n".join(strings) or " ", id=some[0], path=some[1], title=some[2])
    doc = replace(doc, publisher=some[3], url=some[4], date=some[5])
    found = [make.finding(doc, Span(0, min(3, len(doc.text))), one) for one in strings[:5]]
    notes = tuple(Note(NoteLevel.WARNING, one[:9], one, one) for one in strings[:3])
    made = make.report(
        [doc], found, [make.entity(some[0], make.mentions([doc], some[0]))], notes=notes
    )
    check_reports(replace(made, scores=score(made.documents, made.findings, made.words, {})))


def check_reports(report: Report) -> None:
    """Write `report` in each format; each is whole, and no text of it acts."""
    for name in formats():
        made = reporter(name)
        if isinstance(made, FolderReporter):
            for text in made.files(report).values():
                text.encode("utf-8", "backslashreplace")
            continue
        if isinstance(made, FilesReporter):
            made.fill(report, lambda _: nullcontext(io.BytesIO()))
            continue
        out = io.StringIO()
        made.write(report, out)
        text = out.getvalue()
        text.encode("utf-8", "backslashreplace")
        if check := _WHOLE.get(name):
            check(text)


def _json(text: str) -> None:
    json.loads(text)


def _json_lines(text: str) -> None:
    for line in text.split("\n")[:-1]:
        json.loads(line)


def _xml(text: str) -> None:
    ET.fromstring(text.encode("utf-8", "backslashreplace"))


def _csv(text: str) -> None:
    rows = list(csv.reader(io.StringIO(text, newline="")))
    _hold(len({len(row) for row in rows}) == 1, "rows of several lengths")


def _console(text: str) -> None:
    odd = {c for c in text if unicodedata.category(c) in {"Cc", "Cs", "Cf"}} - set(
        "\n\u200c\u200d\xad"
    )
    _hold(not odd, f"a terminal would obey {odd!r}")


def _github(text: str) -> None:
    for line in text.splitlines():
        _hold(line.startswith(("::error ", "::warning ", "::notice ", "mtaudit: ")), f"{line!r}")
        _hold(printable(line) == line, f"{line!r}")


def _html(text: str) -> None:
    _hold(text.count("<script") == text.count("</script>"), "a script more")
    lower = text.lower()
    _hold("<script" not in lower.replace("<script>", "").replace("<script ", "", 1), "odd script")


_WHOLE: Mapping[str, Callable[[str], None]] = {
    "checkstyle": _xml,
    "console": _console,
    "csv": _csv,
    "github": _github,
    "gitlab": _json,
    "json": _json,
    "junit": _xml,
    "rdjsonl": _json_lines,
    "sarif": _json,
}


def decisions(data: bytes) -> None:
    """Read decisions and carry them out; behind a NUL comes the names file to write into."""
    said, _, names = data.partition(b"\0")
    with _told():
        found = read_decisions(said, "decisions.json")
        with tempfile.TemporaryDirectory() as folder:
            files = Files(Path(folder, "names.toml"), Path(folder, "suppressions.toml"))
            files.names.write_bytes(names or NAMES_FILE.encode())
            config = Config(builtin_authority=False, authority=(str(files.names),))
            made = plan(found, files, config)
            for change in made.changes:
                list(change.diff())
            made.write()
            again = plan(found, files, config)
            _hold(not again.changes, "applied twice is not applied once")


class _told:  # noqa: N801 - reads as a word
    """Faults that are told to the user end a target; others do not."""

    def __enter__(self) -> None:
        """Nothing to prepare."""

    def __exit__(self, _: object, fault: BaseException | None, __: object) -> bool:
        return isinstance(fault, AuditError)


def settings(data: bytes) -> None:
    """Read the files that a publisher keeps: names, glossary, suppressions, baseline."""
    for parse in (parse_names, parse_glossary, read_suppressions, read_baseline):
        with _told():
            parse(data, "settings")


def toml_text(data: bytes) -> None:
    """Change values of a TOML file as text; what is read back is what was wanted."""
    with _told():
        text = data.decode("utf-8", "replace")
        parse_names(text.encode(), "names.toml")
        toml = TomlText(text, "name", "names.toml")
        for number in range(min(len(toml), 3)):
            toml.set_text(number, "canonical", 'Q"\\\n')
            toml.set_texts(number, "other", ["A", "B"])
            _hold(toml.texts(number, "other") == ("A", "B"), "a list is not as it was set")
        toml.add([("id", "new"), ("canonical", "x")])


def glossary(data: bytes) -> None:
    """Read a glossary of another program; the first byte tells the name of the file."""
    names = ("a.tbx", "a.csv", "a.tsv", "accept.txt", "a.xml")
    name = names[data[0] % len(names)] if data else names[0]
    with _told():
        read_glossary(data[1:], format_of(name, data[1:]), name)


def fetched(data: bytes) -> None:
    """Take an address, and unpack a body; the first byte tells the encoding."""
    with _told():
        fetch_target(data.decode("utf-8", "replace"))
    with _told():
        encodings = ("gzip", "deflate", "identity", "br")
        encoding = encodings[data[0] % len(encodings)] if data else ""
        limits = Limits(body=1_000_000)
        _hold(len(read_body("http://a/", [data[1:5], data[5:]], encoding, limits)) <= 1_000_000, "")


TARGETS: Mapping[str, Target] = {
    **{f"read-{name.removeprefix('a.')}": partial(read_file, name) for name in FILES},
    "examine": examine_text,
    "audit": audit_text,
    "reports": report_strings,
    "decisions": decisions,
    "settings": settings,
    "toml": toml_text,
    "glossary": glossary,
    "fetched": fetched,
}
"""All targets by name."""
