"""Parallel files: the source of a text in a file of its own, line by line where both are plain.

The user names the source file, or a folder that holds a file of the same name for each input.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath

from audit.model.place import Span, Syntax, line_starts
from audit.model.report import Note, NoteLevel
from audit.model.text import UNKNOWN_LANGUAGE, Block, Document, Pair
from audit.read.lines import blocks_of
from audit.read.sources import Source, display

ReadFile = Callable[[Source], Iterator[Document | Note]]
"""Reads one file by itself."""


class Beside:
    """The source files of a run; `given` is the file or folder that the user named."""

    def __init__(self, given: str, read_file: ReadFile) -> None:
        self._given = Path(given)
        self._read_file = read_file
        self._used_for: str | None = None

    def put(self, document: Document) -> Iterator[Document | Note]:
        """The document with its source, unless it brings one of its own; what is odd is told."""
        if document.pairs or document.source:
            yield document
            return
        path = self._path_for(document.path)
        if isinstance(path, Note):
            yield path
            yield document
            return
        found = list(self._read_file(Source(path, display(path, None), named=True)))
        yield from (item for item in found if isinstance(item, Note))
        sources = [item for item in found if isinstance(item, Document)]
        if len(sources) == 1:
            yield from _joined(document, sources[0])
            return
        if sources:
            message = f"holds {len(sources)} documents; expected one, the source of {document.path}"
            yield Note(NoteLevel.ERROR, "bad-source", message, display(path, None))
        yield document

    def _path_for(self, name: str) -> Path | Note:
        """The source file of the input `name`, or what to say where there is none."""
        if self._given.is_dir():
            parts = PurePosixPath(name).parts
            tried = (self._given.joinpath(*parts[skip:]) for skip in range(len(parts)))
            found = next((path for path in tried if path.is_file()), None)
            if found is not None:
                return found
            where = display(self._given, None)
            message = f"no source: the folder {where} has no file of this name"
            return Note(NoteLevel.WARNING, "no-source", message, name)
        if self._used_for not in (None, name):
            message = (
                f"{display(self._given, None)} is the source of {self._used_for} already; for "
                "several inputs name a folder that has a file of the same name for each"
            )
            return Note(NoteLevel.ERROR, "bad-source", message, name)
        self._used_for = name
        return self._given


def _joined(document: Document, source: Document) -> Iterator[Document | Note]:
    """The two in one: paired line by line if they have as many lines, otherwise as they are."""
    known = None if source.lang == UNKNOWN_LANGUAGE else source.lang
    beside = replace(document, source=source.text, source_lang=document.source_lang or known)
    if {document.origin.syntax, source.origin.syntax} != {Syntax.PLAIN}:
        yield beside
        return
    ours, theirs = _lines(document.text), _lines(source.text)
    if len(ours) != len(theirs):
        message = (
            f"not compared line by line with its source {source.path}: expected as many lines, "
            f"found {len(ours)} here and {len(theirs)} there"
        )
        yield Note(NoteLevel.WARNING, "lines-differ", message, document.path)
        yield beside
        return
    pairs = tuple(
        Pair(at, source.cut(their), id=str(number))
        for number, (at, their) in enumerate(zip(ours, theirs, strict=True), start=1)
        if document.cut(at).strip() or source.cut(their).strip()
    )
    blocks = tuple(
        Block(block.span.shift(at.start), block.kind)
        for at in ours
        for block in blocks_of(document.cut(at), heading=False)
    )
    headings = {block.span: block for block in document.blocks[:1]}
    blocks = tuple(headings.get(block.span, block) for block in blocks)
    yield replace(beside, source=None, pairs=pairs, blocks=blocks)


def _lines(text: str) -> list[Span]:
    """All lines of `text` without their ends; what ends in a line end has no line behind it."""
    starts = line_starts(text)
    spans = []
    for start, end in zip(starts, (*starts[1:], len(text)), strict=True):
        spans.append(Span(start, start + len(text[start:end].rstrip("\r\n"))))
    return spans[:-1] if len(spans) > 1 and not len(spans[-1]) else spans
