"""The stage itself: edits of the documents of one file become its new bytes.

Every edit is written as the syntax of the file wants it; then the new bytes are read again, and
must give the very documents that the edits were to make. What does not stand that test is refused,
so that no file is ever left with anything but what was asked for.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from audit.model.edit import Edit, Refusal, Rewritten
from audit.model.place import Span, Syntax
from audit.model.text import Document
from audit.rewrite.cells import write_csv, write_tsv
from audit.rewrite.markup import write_html, write_markdown, write_xml
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
    Syntax.JSON: write_json,
    Syntax.PO: write_po,
    Syntax.CSV: write_csv,
    Syntax.CSV_SEMICOLON: write_csv,
    Syntax.TSV: write_tsv,
}
_FLOWING = frozenset({Syntax.HTML, Syntax.MARKDOWN})
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
    for edit in edits:
        try:
            change = _change(edit, homes[edit.document], file)
            rival = next((one for one in kept if one.meets(change)), None)
            if rival is not None:
                raise RefusedError("another change is made in the same place")
        except RefusedError as reason:
            refused.append(Refusal(edit, str(reason)))
        else:
            kept.append(change)
    proven = _Proof(file, documents, reread).hold(kept)
    because = "the file would not read as meant afterwards"
    refused += [Refusal(one.edit, because) for one in kept if one not in proven]
    order = {document.id: number for number, document in enumerate(documents)}
    made = sorted((one.edit for one in proven), key=lambda one: (order[one.document], one.span))
    return Rewritten(file.patched(proven), tuple(made), tuple(refused))


@dataclass(frozen=True, slots=True)
class _Change:
    """An edit with the patches that make it."""

    edit: Edit
    patches: tuple[Patch, ...]

    def meets(self, other: "_Change") -> bool:
        """Whether both would change the same place, of the document or of the file."""
        if self.edit.document == other.edit.document and _meet(self.edit.span, other.edit.span):
            return True
        return any(
            one != two and _meet(one.at, two.at) for one in self.patches for two in other.patches
        )


def _meet(one: Span, other: Span) -> bool:
    """Whether two ranges share a character, or one is a point within or at the same point."""
    return one.overlaps(other) or one.start == other.start or one.holds(other) or other.holds(one)


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
    unit = next((pair.span for pair in document.pairs if pair.span.holds(span)), None)
    spot = Spot(
        file.text,
        origin.absolute(span),
        text,
        origin.syntax,
        origin.encoding,
        origin.absolute(unit) if unit else None,
    )
    return _Change(edit, tuple(_WRITERS[origin.syntax](spot)))


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
    meant = old.text
    for edit in sorted(edits, key=lambda one: one.span, reverse=True):
        meant = meant[: edit.span.start] + edit.replacement + meant[edit.span.end :]
    text = new.text
    if old.origin.syntax in _FLOWING:
        meant, text = (_BLANKS.sub(" ", one).strip() for one in (meant, text))
    return text == meant and [tag.text for tag in old.markup] == [tag.text for tag in new.markup]
