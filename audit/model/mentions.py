"""All mentions of a feed in columns: some thirty bytes each, and objects only when asked for.

A feed of a gigabyte has ten million mentions. As objects in tuples they are most of what linking
holds; here each is a row of numbers.
"""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import overload

import numpy as np

from audit.grouped import Numbers
from audit.model.names import Kind, Mention
from audit.model.place import Span

Place = tuple[int, int, int]
"""Number of the document, start, end."""
Look = tuple[Kind, str, bool, bool]
"""What few mentions differ in: kind, language, whether it starts a sentence, whether quoted."""


@dataclass(frozen=True, slots=True, eq=False)
class MentionTable:
    """The columns. Documents are numbered in the order of their ids, texts and looks as they come.

    Rows are in order of text, then document, then place. `ordinal` is the place of a mention among
    all mentions of the feed as they stand in its documents.
    """

    ids: Sequence[str]
    texts: Sequence[str]
    looks: Sequence[Look]
    text: Numbers
    document: Numbers
    start: Numbers
    end: Numbers
    sentence: Numbers
    """Numbered over the whole feed."""
    look: Numbers
    ordinal: Numbers
    every: int
    """How many the feed has, with those that are not in the table."""

    def mention(self, row: int) -> Mention:
        """The mention of a row."""
        kind, lang, sentence_start, quoted = self.looks[self.look[row]]
        return Mention(
            self.ids[self.document[row]],
            Span(int(self.start[row]), int(self.end[row])),
            self.texts[self.text[row]],
            kind,
            lang,
            sentence_start,
            quoted,
        )


class Mentions(Sequence[Mention]):
    """Some mentions of a table, in an order of their own."""

    __slots__ = ("at", "table")

    def __init__(self, table: MentionTable, at: slice | Numbers) -> None:
        """`at` are the rows: a stretch of them, its bounds given, or their numbers."""
        self.table = table
        self.at = at

    @staticmethod
    def of(mentions: Sequence[Mention]) -> "Mentions":
        """`mentions` as a table of their own."""
        ids = list(dict.fromkeys(one.document for one in mentions))
        texts = list(dict.fromkeys(one.text for one in mentions))
        rows = MentionRows(texts)
        for ordinal, one in enumerate(mentions):
            rows.add(one, texts.index(one.text), ids.index(one.document), 0, ordinal)
        table = rows.table(ids, [1] * len(ids), len(mentions))
        return Mentions(table, np.argsort(table.ordinal).astype(np.uint32))

    @property
    def rows(self) -> Numbers:
        """The numbers of the rows."""
        if isinstance(self.at, slice):
            return np.arange(self.at.start, self.at.stop, dtype=np.uint32)
        return self.at

    @property
    def texts(self) -> list[str]:
        """The text of each."""
        return list(map(self.table.texts.__getitem__, self.table.text[self.at].tolist()))

    @property
    def kinds(self) -> Iterator[Kind]:
        """The kind of each."""
        looks = self.table.looks
        return (looks[look][0] for look in self.table.look[self.at].tolist())

    @property
    def first_text(self) -> str:
        """The text of the first of them."""
        text: int = self.table.text[self._first]
        return self.table.texts[text]

    @property
    def first_lang(self) -> str:
        """The language of the first of them."""
        look: int = self.table.look[self._first]
        return self.table.looks[look][1]

    @property
    def _first(self) -> int:
        return int(self.at.start if isinstance(self.at, slice) else self.at[0])

    @property
    def documents(self) -> list[int]:
        """The number of the document of each."""
        return list(self.table.document[self.at].tolist())

    @property
    def homes(self) -> frozenset[str]:
        """The ids of the documents that they stand in."""
        return frozenset(map(self.table.ids.__getitem__, {*self.documents}))

    @property
    def places(self) -> list[Place]:
        """Where each stands; in the order of documents and places."""
        table, at = self.table, self.at
        columns = (table.document[at], table.start[at], table.end[at])
        return list(zip(*(column.tolist() for column in columns), strict=True))

    def in_order(self, *others: "Mentions") -> "Mentions":
        """These and `others`, of the same table, in order of document and place."""
        rows = np.concatenate([self.rows, *(one.rows for one in others)])
        table = self.table
        order = np.lexsort((table.end[rows], table.start[rows], table.document[rows]))
        return Mentions(table, rows[order])

    def __len__(self) -> int:
        return self.at.stop - self.at.start if isinstance(self.at, slice) else len(self.at)

    @overload
    def __getitem__(self, at: int) -> Mention: ...
    @overload
    def __getitem__(self, at: slice) -> "Mentions": ...
    def __getitem__(self, at: int | slice) -> "Mention | Mentions":
        if isinstance(at, slice):
            return Mentions(self.table, self.rows[at] if len(self) else self.at)
        if isinstance(self.at, slice):
            return self.table.mention(range(self.at.start, self.at.stop)[at])
        return self.table.mention(int(self.at[at]))

    def __iter__(self) -> Iterator[Mention]:
        looks = map(self.table.looks.__getitem__, self.table.look[self.at].tolist())
        for (document, start, end), text, look in zip(self.places, self.texts, looks, strict=True):
            kind, lang, first, quoted = look
            span = Span(start, end)
            yield Mention(self.table.ids[document], span, text, kind, lang, first, quoted)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence):
            return NotImplemented
        return len(self) == len(other) and all(map(Mention.__eq__, self, other))

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return f"Mentions.of({list(self)!r})"


class MentionRows:
    """A table that is being made, mention by mention."""

    def __init__(self, texts: Sequence[str]) -> None:
        """`texts` may grow meanwhile: rows say the number of theirs."""
        self._texts = texts
        self._looks: dict[Look, int] = {}
        self._columns = {name: array("I") for name in _COLUMNS}
        self._put = tuple(column.append for column in self._columns.values())

    def add(self, mention: Mention, text: int, document: int, sentence: int, ordinal: int) -> None:
        """Put a mention at the end; `sentence` is numbered within the `document`."""
        look = mention.kind, mention.lang, mention.sentence_start, mention.quoted
        number = self._looks.setdefault(look, len(self._looks))
        put = self._put
        put[0](text)
        put[1](document)
        put[2](mention.span.start)
        put[3](mention.span.end)
        put[4](sentence)
        put[5](number)
        put[6](ordinal)

    def table(self, ids: Sequence[str], sentences: Sequence[int], every: int) -> MentionTable:
        """All rows in order; this is empty then.

        `ids` are those of the documents as they were numbered so far, `sentences` how many each of
        them has; the feed has `every` so many mentions.
        """
        order = sorted(range(len(ids)), key=ids.__getitem__)
        document = _ranks(order)[self._taken("document")]
        counts = np.asarray(sentences, np.int64)[order]
        before = (np.cumsum(counts) - counts).astype(np.uint32)
        sentence = self._taken("sentence") + before[document]
        text, start, end = self._taken("text"), self._taken("start"), self._taken("end")
        rows = np.lexsort((end, start, document, text)).astype(np.uint32)
        return MentionTable(
            [ids[number] for number in order],
            self._texts,
            tuple(self._looks),
            text[rows],
            document[rows],
            start[rows],
            end[rows],
            sentence[rows],
            self._taken("look")[rows],
            self._taken("ordinal")[rows],
            every,
        )

    def _taken(self, name: str) -> Numbers:
        """A column as numbers, held by nobody else any more."""
        return np.frombuffer(self._columns.pop(name), np.uint32)


_COLUMNS = ("text", "document", "start", "end", "sentence", "look", "ordinal")


def _ranks(order: Sequence[int]) -> Numbers:
    """The place of each number in an order of all."""
    ranks = np.empty(len(order), np.uint32)
    ranks[order] = np.arange(len(order), dtype=np.uint32)
    return ranks
