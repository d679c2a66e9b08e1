"""The forms of names in one linking scope, with everything that comparing them needs."""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from audit.grouped import Grouped, Numbers
from audit.lang import data
from audit.link.known import Known
from audit.link.sentences import Sentences
from audit.link.source import Keys
from audit.listed import Listed
from audit.model.mentions import Mentions, MentionTable
from audit.model.names import Kind
from audit.text.fold import CACHE, parts

Pair = tuple[int, int]
"""Indices of two forms, the earlier first."""
AT_HAND = 5_000
"""Forms that are kept as objects: each is compared with a few others, most of them near it."""


@dataclass(frozen=True, slots=True)
class NameForm:
    """One spelling of a name, met at least once.

    `parts` are what is compared: split at spaces and hyphens, particles left out. `sources` are the
    source words behind the parts, empty sets where the source is absent or does not tell.
    """

    text: str
    lang: str
    parts: tuple[str, ...]
    mentions: Mentions
    kind: Kind
    known: Known | None = None
    sources: tuple[Keys, ...] = ()
    home: "Forms | None" = field(default=None, compare=False)
    """All forms, among which this one has the index `number`; none for a form made up."""
    number: int = -1

    @property
    def documents(self) -> frozenset[int]:
        """The numbers of the documents that it is mentioned in."""
        return frozenset(self.mentions.documents)

    @property
    def sentences(self) -> frozenset[int]:
        """The numbers of the sentences that it stands in.

        For a single word those of the fuller names that hold it, too: "Oleg Belkov, the founder of
        Belkoff" sets Belkoff apart from every Belkov of the text.
        """
        return self.home.sentences.of(self.number) if self.home else frozenset()


class Forms(Listed[NameForm]):
    """All forms in order of first mention, in columns; each becomes an object when asked for."""

    def __init__(
        self,
        table: MentionTable,
        langs: Sequence[str],
        known: Mapping[int, Known],
        sources: Mapping[int, tuple[Keys, ...]],
        source_langs: Sequence[str],
    ) -> None:
        """`table` has one text for each form, `langs` their languages.

        `known` are the records of the forms that have one, `sources` the source words of those that
        stand in documents with a source; `source_langs` are the languages of the sources of all
        documents of the table, empty where there is none.
        """
        self.table = table
        self.langs = langs
        self.source_langs = source_langs
        self._known = known
        self._sources = sources
        size = len(table.texts)
        self._bounds = np.searchsorted(table.text, np.arange(size + 1)).astype(np.uint32)
        self._kinds = _kinds(table, size)
        self._at_hand = lru_cache(AT_HAND)(self._form)

    def kind(self, at: int) -> Kind:
        """The kind of a form: its record's, or the one that most mentions show."""
        known = self._known.get(at)
        if known:
            return known.record.kind
        usual = self._kinds[at]
        return _EVIDENT[usual] if usual < len(_EVIDENT) else Kind.NAME

    def parts(self, at: int) -> tuple[str, ...]:
        """The parts of a form."""
        return compared_parts(self.table.texts[at], self.langs[at])

    def spelled(self, at: int) -> str:
        """The text and language of a form, and its record: what its parts and sounds hang on."""
        known = self._known.get(at)
        text = self.table.texts[at]
        return f"{len(text)} {self.langs[at]} {text} {known.record.id if known else ''}"

    def known(self, at: int) -> Known | None:
        """The record of a form, if it has one."""
        return self._known.get(at)

    def sources(self, at: int) -> tuple[Keys, ...]:
        """The source words behind the parts of a form; none where it has no source."""
        return self._sources.get(at, ())

    @cached_property
    def lengths(self) -> NDArray[np.uint16]:
        """How many parts each form has."""
        found = map(compared_parts, self.table.texts, self.langs)
        return np.fromiter(map(len, found), np.uint16, len(self))

    def rows(self, at: int) -> slice:
        """The rows of the mentions of a form."""
        return slice(int(self._bounds[at]), int(self._bounds[at + 1]))

    @cached_property
    def documents(self) -> Grouped:
        """The numbers of the documents of each form, in order."""
        return self._places(self.table.document)

    @cached_property
    def in_document(self) -> Grouped:
        """The forms in each document, in order."""
        found = self.documents
        return Grouped.under(found.values, found.owners(), len(self.table.ids))

    @cached_property
    def own_sentences(self) -> Grouped:
        """The numbers of the sentences of each form, in order, fuller names left out."""
        return self._places(self.table.sentence)

    @cached_property
    def sentences(self) -> Sentences:
        """The numbers of the sentences of each form, those of fuller names among them."""
        return Sentences(self.own_sentences, self._heads, self._holders)

    @cached_property
    def _heads(self) -> Numbers:
        """For each form the first one of its text and language."""
        heads = defaultdict[str, dict[str, int]](dict)
        found = (
            heads[lang].setdefault(text, at)
            for at, (text, lang) in enumerate(zip(self.table.texts, self.langs, strict=True))
        )
        return np.fromiter(found, np.uint32, len(self))

    @cached_property
    def _holders(self) -> Grouped:
        """For each first form of a single word all forms of its language that hold it."""
        heads = defaultdict[str, dict[str, int]](dict)
        for at, lang in enumerate(self.langs):
            if self.parts(at) == (self.table.texts[at],):
                heads[lang].setdefault(self.table.texts[at], at)
        held, holders = array("I"), array("I")
        for at, lang in enumerate(self.langs):
            for part in dict.fromkeys(self.parts(at)):
                if (head := heads[lang].get(part)) is not None:
                    held.append(head)
                    holders.append(at)
        return Grouped.under(
            np.frombuffer(held, np.uint32), np.frombuffer(holders, np.uint32), len(self)
        )

    def _places(self, column: Numbers) -> Grouped:
        """The different values in the rows of each form, where they are in order."""
        text = self.table.text
        new = np.ones(len(text), bool)
        new[1:] = (text[1:] != text[:-1]) | (column[1:] != column[:-1])
        counts = np.bincount(text[new], minlength=len(self))
        bounds = np.concatenate([[0], np.cumsum(counts)]).astype(np.uint32)
        return Grouped(column[new], bounds)

    def __len__(self) -> int:
        return len(self.langs)

    def at(self, number: int) -> NameForm:
        """The form of a number; those asked for last are kept."""
        return self._at_hand(number)

    def _form(self, at: int) -> NameForm:
        own = self.parts(at)
        return NameForm(
            self.table.texts[at],
            self.langs[at],
            own,
            Mentions(self.table, self.rows(at)),
            self.kind(at),
            self._known.get(at),
            self._sources.get(at) or (NOT_TOLD,) * len(own),
            self,
            at,
        )

    def __iter__(self) -> Iterator[NameForm]:
        return map(self.__getitem__, range(len(self)))


NOT_TOLD: Keys = frozenset()
"""In place of a source word, where the source is absent or does not tell."""

_EVIDENT = sorted(set(Kind) - {Kind.NAME})
"""The kinds that there is evidence for, in order of their values; the later goes before."""


def _kinds(table: MentionTable, size: int) -> NDArray[np.uint8]:
    """For each text the place of its usual kind in `_EVIDENT`, or one beyond all for `NAME`."""
    many = len(_EVIDENT)
    codes = [_EVIDENT.index(look[0]) if look[0] in _EVIDENT else many for look in table.looks]
    code = np.asarray(codes, np.int64)[table.look]
    shown = code < many
    met = np.bincount(table.text[shown] * np.int64(many) + code[shown], minlength=size * many)
    counts = met.reshape(size, many)
    usual = many - 1 - counts[:, ::-1].argmax(1)
    return np.where(counts.any(1), usual, many).astype(np.uint8)


@lru_cache(CACHE)
def compared_parts(text: str, lang: str) -> tuple[str, ...]:
    """The parts of a name without its particles: Bashar al-Assad, Bashar Al-Assad -> Bashar, Assad.

    A particle tied by a hyphen is one whatever its capital; one that stands free is one in lower
    case only (Al Gore).
    """
    particles = data(lang).name_particles
    kept = list[str]()
    for word in text.split():
        first, *rest = parts(word) or (word,)
        if rest and first.casefold() in particles:
            kept += rest
        elif first not in particles:
            kept += (first, *rest)
    return tuple(kept) or parts(text)


def usual_kind(kinds: Iterable[Kind]) -> Kind:
    """The kind that most mentions with any evidence of kind show; `NAME` where none does."""
    counts = Counter(kind for kind in kinds if kind is not Kind.NAME)
    return max(counts, key=lambda kind: (counts[kind], kind.value)) if counts else Kind.NAME
