"""The stage itself: edits of the documents of one file become its new bytes.

Every edit is written as the syntax of the file wants it; then the new bytes are read again, and
must give the very documents that the edits were to make. What does not stand that test is refused,
so that no file is ever left with anything but what was asked for.
"""

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from audit.model.edit import Edit, Refusal, Rewritten
from audit.model.place import Span, Syntax
from audit.model.text import Document
from audit.rewrite.cells import write_csv, write_tsv
from audit.rewrite.markup import (
    write_html,
    write_json_html,
    write_markdown,
    write_xml,
    write_xml_flow,
    write_xml_html,
)
from audit.rewrite.spot import CROSSES_MARKUP, Patch, RefusedError, Spot, Writer
from audit.rewrite.strings import write_json, write_plain, write_po
from audit.text.decode import byte_order_mark

Reread = Callable[[bytes], Sequence[Document]]
"""Reads the bytes of the file as they were read before; gives nothing where they are no text."""

_WRITERS: Mapping[Syntax, Writer] = {
    Syntax.PLAIN: write_plain,
    Syntax.MARKDOWN: write_markdown,
    Syntax.HTML: write_html,
    Syntax.XML: write_xml,
    Syntax.XML_FLOW: write_xml_flow,
    Syntax.XML_HTML: write_xml_html,
    Syntax.JSON: write_json,
    Syntax.JSON_HTML: write_json_html,
    Syntax.PO: write_po,
    Syntax.CSV: write_csv,
    Syntax.CSV_SEMICOLON: write_csv,
    Syntax.TSV: write_tsv,
}
_FLOWING = frozenset(
    {Syntax.HTML, Syntax.MARKDOWN, Syntax.XML_FLOW, Syntax.XML_HTML, Syntax.JSON_HTML}
)
"""Syntaxes that collapse white space, and in which a line feed of the text is markup."""
_MARKED = _FLOWING | {Syntax.XML}
"""Syntaxes in which tags may stand within a text."""
_BLANKS = re.compile(r"[ \t\n\f\r]+")


def rewrite(
    data: bytes, documents: Sequence[Document], edits: Sequence[Edit], reread: Reread
) -> Rewritten:
    """Make `edits` in the file `data`, of which `documents` are all that were read.

    Of two edits that overlap the one that comes first in `edits` is made.
    """
    file = _File.of(data, documents)
    if file is None:
        because = "the file cannot be written back byte for byte in its encoding"
        return Rewritten(data, (), tuple(Refusal(edit, because) for edit in edits))
    kept: list[_Change] = []
    refused: list[Refusal] = []
    homes = {document.id: document for document in documents}
    taken: dict[str, _Taken] = {id_: _Taken() for id_ in homes}
    in_file = _Taken()
    for edit in edits:
        try:
            change = _change(edit, homes[edit.document], file)
            if taken[edit.document].meets(edit.span) or any(
                in_file.meets(patch.at, patch.text) for patch in change.patches
            ):
                raise RefusedError("another change is made in the same place")
        except RefusedError as reason:
            refused.append(Refusal(edit, str(reason)))
        else:
            kept.append(change)
            taken[edit.document].add(edit.span)
            for patch in change.patches:
                in_file.add(patch.at, patch.text)
    proven = _Proof(file, documents, reread).hold(kept)
    because = "the file would not read as meant afterwards"
    done = set(proven)
    refused += [Refusal(one.edit, because) for one in kept if one not in done]
    order = {document.id: number for number, document in enumerate(documents)}
    made = sorted((one.edit for one in proven), key=lambda one: (order[one.document], one.span))
    return Rewritten(file.patched(proven), tuple(made), tuple(refused))


@dataclass(frozen=True, slots=True)
class _Change:
    """An edit with the patches that make it."""

    edit: Edit
    patches: tuple[Patch, ...]


class _Taken:
    """Ranges that are to be changed, none of which meets another."""

    def __init__(self) -> None:
        self._spans: list[Span] = []
        self._texts: dict[Span, str] = {}

    def meets(self, span: Span, text: str | None = None) -> bool:
        """Whether `span` shares a character with one of them, or is a point within one.

        The same range with the same `text` is no rival.
        """
        if text is not None and self._texts.get(span) == text:
            return False
        at = bisect_left(self._spans, span)
        near = self._spans[max(0, at - 1) : at + 1]
        return any(one.overlaps(span) or one == span for one in near)

    def add(self, span: Span, text: str = "") -> None:
        """Take a range."""
        if span not in self._texts:
            insort(self._spans, span)
            self._texts[span] = text


@dataclass(frozen=True, slots=True)
class _File:
    """The decoded file; a byte that is no UTF-8 is kept as half a surrogate pair."""

    mark: bytes
    text: str
    encoding: str
    errors: str

    @staticmethod
    def of(data: bytes, documents: Sequence[Document]) -> "_File | None":
        """The file, or None where encoding its text anew would not give the same bytes."""
        encoding = documents[0].origin.encoding
        errors = "surrogateescape" if encoding == "utf-8" else "strict"
        found = byte_order_mark(data)
        mark = found[0] if found else b""
        try:
            text = data[len(mark) :].decode(encoding, errors)
            same = text.encode(encoding, errors) == data[len(mark) :]
        except UnicodeError:
            return None
        return _File(mark, text, encoding, errors) if same else None

    def patched(self, changes: Sequence[_Change]) -> bytes:
        """The bytes of the file with all changes made; patches that recur are made once."""
        patches = dict.fromkeys(patch for change in changes for patch in change.patches)
        parts: list[str] = []
        at = 0
        for patch in sorted(patches, key=lambda one: one.at):
            parts += (self.text[at : patch.at.start], patch.text)
            at = patch.at.end
        text = "".join((*parts, self.text[at:]))
        return self.mark + text.encode(self.encoding, self.errors)


def _change(edit: Edit, document: Document, file: _File) -> _Change:
    """The patches for one edit, for the part of it that differs; raises `RefusedError`."""
    span, text = _core(document.cut(edit.span), edit)
    origin = document.origin
    if origin.syntax in _FLOWING and "\n" in document.cut(span):
        raise RefusedError(CROSSES_MARKUP)
    if origin.syntax in _MARKED and not origin.content.unbroken(span):
        raise RefusedError(CROSSES_MARKUP)
    unit = _unit(document, span)
    spot = Spot(
        file.text,
        origin.absolute(span),
        text,
        origin.syntax,
        origin.encoding,
        origin.absolute(unit) if unit else None,
    )
    patches = tuple(_WRITERS[origin.syntax](spot))
    for patch in patches:
        spot.check(patch.text)
    return _Change(edit, patches)


def _unit(document: Document, span: Span) -> Span | None:
    """The stretch with a source that holds `span`, if one does."""
    index = bisect_right(document.pairs, span.start, key=lambda pair: pair.span.start) - 1
    if index < 0 or not document.pairs[index].span.holds(span):
        return None
    return document.pairs[index].span


def _core(found: str, edit: Edit) -> tuple[Span, str]:
    """The part of an edit that changes anything: what both ends have in common is left alone."""
    text, most = edit.replacement, min(len(found), len(edit.replacement))
    left = next((at for at in range(most) if found[at] != text[at]), most)
    rest = range(most - left)
    right = next((at for at in rest if found[-1 - at] != text[-1 - at]), len(rest))
    span = Span(edit.span.start + left, edit.span.end - right)
    return span, text[left : len(text) - right]


class _Proof:
    """Reads what a file would become, and compares it with what it is to become."""

    def __init__(self, file: _File, documents: Sequence[Document], reread: Reread) -> None:
        self._file = file
        self._documents = documents
        self._reread = reread

    def hold(self, changes: Sequence[_Change]) -> list[_Change]:
        """Those of `changes` that hold together; halves are tried where the whole does not."""
        if not changes or self._holds(changes):
            return list(changes)
        if len(changes) == 1:
            return []
        middle = len(changes) // 2
        left, right = self.hold(changes[:middle]), self.hold(changes[middle:])
        both = [*left, *right]
        return both if not (left and right) or self._holds(both) else left

    def _holds(self, changes: Sequence[_Change]) -> bool:
        edits: dict[str, list[Edit]] = {}
        for change in changes:
            edits.setdefault(change.edit.document, []).append(change.edit)
        found = self._reread(self._file.patched(changes))
        return len(found) == len(self._documents) and all(
            _is_as_meant(old, new, edits.get(old.id, ()))
            for old, new in zip(self._documents, found, strict=True)
        )


def _is_as_meant(old: Document, new: Document, edits: Sequence[Edit]) -> bool:
    """Whether `new` is `old` with the edits made, and nothing else of it has changed."""
    parts: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda one: one.span):
        parts += (old.text[at : edit.span.start], edit.replacement)
        at = edit.span.end
    meant, text = "".join((*parts, old.text[at:])), new.text
    if old.origin.syntax in _FLOWING:
        meant, text = (_BLANKS.sub(" ", one).strip() for one in (meant, text))
    same_tags = [tag.text for tag in old.markup] == [tag.text for tag in new.markup]
    return text == meant and same_tags and _sources(new) in (_sources(old), [])


def _sources(document: Document) -> list[str]:
    return [pair.source for pair in document.pairs]
