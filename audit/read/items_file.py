"""A file of items of news becomes documents: the one place that gives them ids and languages."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from audit.errors import InputError
from audit.model.place import Origin, Syntax, line_starts
from audit.model.report import Note, NoteLevel
from audit.model.text import UNKNOWN_LANGUAGE, Document
from audit.read.parts import Item, Part, joined, without_repeats
from audit.read.xml_file import language, left_out

_NO_TEXT = "item without text"


@dataclass(frozen=True, slots=True)
class ItemsFile:
    """The file that items are taken from: its name, its text, its encoding.

    `syntaxes` are how it writes text, and how it writes text in HTML. Where `text` is a part of the
    file, `first_line` is the number of its first line, and `base` the code point it begins at.
    """

    path: str
    text: str
    encoding: str
    syntaxes: tuple[Syntax, Syntax]
    first_line: int = 1
    base: int = 0

    def documents(self, items: Sequence[Item], facts: Item) -> Iterator[Document | Note]:
        """A document for each item with text; `facts` holds where an item says nothing itself.

        Raises `InputError` where no item has any text.
        """
        starts = line_starts(self.text)
        counts = Counter(facts.left_out)
        notes: list[Note] = []
        found: list[Document] = []
        for number, item in enumerate(items, start=1):
            counts.update(item.left_out)
            parts = without_repeats(item.parts, counts)
            notes += (self._unclosed(part, starts) for part in parts if part.unread)
            if parts:
                item.id = item.id or (self.path if len(items) == 1 else f"{self.path}#{number}")
                found.append(self._document(item, parts, facts, starts, notes))
            else:
                counts[_NO_TEXT] += 1
        yield from notes
        yield from left_out(+counts, self.path)
        if not found:
            message = "the file holds no text; expected items with a title or a text"
            raise InputError("empty", self.path, message)
        yield from found

    def _document(
        self,
        item: Item,
        parts: Sequence[Part],
        facts: Item,
        starts: tuple[int, ...],
        notes: list[Note],
    ) -> Document:
        whole = joined(parts)
        lang = language(item.lang or facts.lang, "language", self.path, notes)
        plain, html = self.syntaxes
        return Document(
            id=item.id or self.path,
            path=self.path,
            text=whole.text,
            origin=Origin(
                content=whole.offsets,
                line_starts=starts,
                first_line=self.first_line,
                base=self.base,
                syntax=html if any(part.markup for part in parts) else plain,
                encoding=self.encoding,
            ),
            lang=lang or UNKNOWN_LANGUAGE,
            title=facts.title or item.title,
            date=item.date or facts.date,
            publisher=item.publisher or facts.publisher,
            url=item.url or facts.url,
            blocks=whole.blocks,
        )

    def _unclosed(self, part: Part, starts: tuple[int, ...]) -> Note:
        """A warning where HTML within the file ends in a tag that is never closed."""
        assert part.unread is not None  # noqa: S101 - for the type checker: asked by the caller
        cut = self.text[part.unread.start : part.unread.end]
        count = len(cut.encode(self.encoding, "surrogateescape"))
        origin = Origin(line_starts=starts, first_line=self.first_line)
        line = origin.line(part.unread.start)
        message = f"HTML that ends within a tag or comment: {count} bytes were not read"
        return Note(NoteLevel.WARNING, "html-unclosed", message, self.path, line)
