"""What flows from stage to stage: a document, its blocks and its segments."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from enum import StrEnum

from audit.model.doubt import Doubt
from audit.model.finding import SourcePassage
from audit.model.names import Mention
from audit.model.place import IDENTITY, Origin, Place, Span, Syntax
from audit.model.renderings import Rendering
from audit.model.terms import TermRendering, TermUse

UNKNOWN_LANGUAGE = "und"
"""BCP 47 tag of text whose language was not given and could not be told."""


class BlockKind(StrEnum):
    """What a block of text is on its page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    CAPTION = "caption"
    QUOTATION = "quotation"
    CELL = "cell"


@dataclass(frozen=True, slots=True)
class Block:
    """One line or paragraph of a document, as its reader saw it; never holds another block."""

    span: Span
    kind: BlockKind = BlockKind.PARAGRAPH


@dataclass(frozen=True, slots=True)
class Segment:
    """One sentence (or heading, caption, list item) in one language.

    `text == document.text[span.start:span.end]`; blank ends are not part of it.
    """

    span: Span
    text: str
    lang: str
    kind: BlockKind = BlockKind.PARAGRAPH

    def at(self, start: int, end: int) -> Span:
        """The document span of `self.text[start:end]`."""
        return Span(self.span.start + start, self.span.start + end)


@dataclass(frozen=True, slots=True)
class Markup:
    """An inline tag of a bilingual file, which is no text: `text` is the tag as the file writes it.

    `at` is the code point before which it stands: in `Pair.source` for the tags of a source, in
    `Document.text` for those of the document. An element whose content is code rather than text
    (`<ph>`, `<bpt>`) is one tag, content included.
    """

    at: int
    text: str


@dataclass(frozen=True, slots=True)
class Pair:
    """What a bilingual document says of one stretch of its text: its source and reference.

    `id` is what the file calls it (the unit of an XLIFF file, the row of a table), if anything;
    `source_markup` are the inline tags of the source, in order.
    """

    span: Span
    source: str
    reference: str | None = None
    id: str | None = None
    source_markup: tuple[Markup, ...] = ()


@dataclass(frozen=True, slots=True)
class Aligned:
    """One stretch of a document beside its source: what rules that compare the two look at.

    `text == document.text[span.start:span.end]`, blank ends included; it is empty where nothing
    was translated. `source` is never blank. `lang` and `source_lang` are BCP 47 tags; `number` is
    the index of the pair in `Document.pairs`.
    """

    span: Span
    text: str
    lang: str
    source: str
    source_lang: str
    number: int

    def at(self, start: int, end: int) -> Span:
        """The document span of `self.text[start:end]`."""
        return Span(self.span.start + start, self.span.start + end)

    def passage(self, start: int, end: int) -> SourcePassage:
        """`self.source[start:end]`, as a hit names it."""
        return SourcePassage(self.number, start, end, self.source[start:end])


@dataclass(frozen=True, slots=True)
class Document:
    """One article: the text to audit, where it came from, and what the stages found in it.

    Readers fill everything down to `markup`; `segment` adds both languages, `segments`, and the
    `pairs` of a `source` that came as one text; `annotate` adds `mentions` and `renderings`,
    and where there is a glossary `term_uses` and `term_renderings`; `consult` adds the `doubts` of
    models, where there are any. Each stage returns a new document.
    """

    id: str
    path: str
    text: str
    origin: Origin = IDENTITY
    lang: str = UNKNOWN_LANGUAGE
    title: str | None = None
    source_lang: str | None = None
    source: str | None = None
    reference: str | None = None
    date: str | None = None
    publisher: str | None = None
    url: str | None = None
    blocks: tuple[Block, ...] = ()
    pairs: tuple[Pair, ...] = ()
    markup: tuple[Markup, ...] = ()
    segments: tuple[Segment, ...] = ()
    mentions: tuple[Mention, ...] = ()
    renderings: tuple[Rendering, ...] = ()
    term_uses: tuple[TermUse, ...] = ()
    term_renderings: tuple[TermRendering, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    def __hash__(self) -> int:
        """Hash by id and length, so that what is worked out for a document can be kept by it."""
        return hash((self.id, len(self.text)))

    def aligned(self) -> tuple[Aligned, ...]:
        """The stretches that have a source, beside it; empty for a text without one."""
        source_lang = self.source_lang or UNKNOWN_LANGUAGE
        return tuple(
            Aligned(pair.span, self.cut(pair.span), self.lang, pair.source, source_lang, number)
            for number, pair in enumerate(self.pairs)
            if pair.source.strip()
        )

    @property
    def is_of_strings(self) -> bool:
        """Whether this is a file of strings (XLIFF, TMX, PO), no article.

        What each string says is meant to be there, and its neighbours may be of other matters.
        """
        return bool(self.pairs) and self.origin.syntax in (Syntax.XML, Syntax.PO)

    def markup_of(self, pair: Pair) -> tuple[Markup, ...]:
        """The inline tags of the target of `pair`, those at its very end among them."""
        tags = self.markup
        first = bisect_left(tags, pair.span.start, key=lambda tag: tag.at)
        last = bisect_right(tags, pair.span.end, key=lambda tag: tag.at)
        return tags[first:last]

    def place(self, span: Span) -> Place:
        """Where `span` stands in the user's own file."""
        return self.origin.place(span)

    def cut(self, span: Span) -> str:
        """The text of `span`."""
        return self.text[span.start : span.end]
