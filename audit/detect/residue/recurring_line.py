"""BOI011 recurring-line: a line at the edge of many articles of one publisher."""

from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple, TypeVar

import numpy as np

from audit.detect.base import Bad, Good, feed_rule
from audit.detect.residue.lines import residue
from audit.model.finding import Applicability, FindingClass, Fix, Hit, Related, Severity
from audit.model.mqm import MQM
from audit.model.place import Span
from audit.model.text import Document
from audit.text.words import word_texts

_ALIKE = 0.3
"""Share of long words from which on two texts tell one story: a story sent twice is no residue."""

_STOPS = (".", "!", "?", "…", "。", "！", "？", "”", "»", '"')
_LONG = 6
_TRIED = 40
"""Documents looked at for stories that differ; enough, and it bounds the cost."""
_DIGEST = (1 << 32) - 1
"""What is kept of the hash of a line. Of ten million lines a few thousand share theirs with some
other line; four of one digest look as if they recurred until they are counted one by one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Settings of BOI011."""

    documents: int = 4
    """Articles on different matters that must share the line."""


_Part = TypeVar("_Part")


class _Line(NamedTuple):
    start: int
    text: str

    @property
    def span(self) -> Span:
        return Span(self.start, self.start + len(self.text))

    @property
    def key(self) -> str:
        """The line without regard to letter case and the width of blanks."""
        return _folded(self.text)


_key = attrgetter("key")


@feed_rule(
    id="BOI011",
    since="0.1",
    mqm=MQM.PAGE_RESIDUE,
    severity=Severity.NEUTRAL,
    finding_class=FindingClass.CHROME,
    of_articles=True,
    says="“{line}” begins or ends {count} articles of this publisher",
    why="What stands under every article of a site belongs to the site, not to the article.",
    options=Options,
    examples=(
        Bad(
            "The bridge opens again in spring.\n⟦Our weather desk never sleeps⟧",
            "Farmers expected little rainfall.\n⟦Our weather desk never sleeps⟧",
            "Twenty children learned swimming.\n⟦Our weather desk never sleeps⟧",
            "Library visitors borrowed records.\n⟦Our weather desk never sleeps⟧",
        ),
        Bad(
            "⟦Morning edition of the Courier⟧\nThe bridge opens again in spring.",
            "⟦Morning edition of the Courier⟧\nFarmers expected little rainfall.",
            "⟦Morning edition of the Courier⟧\nTwenty children learned swimming.",
            "⟦Morning edition of the Courier⟧\nLibrary visitors borrowed records.",
        ),
        Good(
            "The bridge opens again in spring.\nAnd so on.",
            "Farmers expected little rainfall.\nAnd so on.",
        ),
        Good(
            "The harbour bridge reopens tomorrow.\nThe mayor declined to answer.",
            "Harbour bridge: reopening tomorrow.\nThe mayor declined to answer.",
            "Tomorrow the harbour bridge reopens.\nThe mayor declined to answer.",
            "The bridge reopens in the harbour.\nThe mayor declined to answer.",
        ),
        Good(
            "The bridge opens.\nBackground\nIt was closed again in spring.",
            "Farmers wait.\nBackground\nThey expected little rainfall.",
            "Lessons end.\nBackground\nTwenty children learned swimming.",
            "Readers queue.\nBackground\nVisitors borrowed many records.",
        ),
    ),
)
def recurring_line(documents: Sequence[Document], options: Options) -> Iterator[Hit]:
    """Report lines that, from the top or the bottom, recur over articles on different matters."""
    groups: dict[tuple[str, str], _Group] = defaultdict(_Group)
    for number, document in enumerate(documents):
        page = [line for raw in document.text.splitlines() if (line := raw.strip())]
        if _is_prose(page):
            name = document.publisher or "", document.lang
            lines = _folded_lines(document.text)
            groups[name].add(number, (hash((name, line)) & _DIGEST for line in lines))
    for group in groups.values():
        if len(group.numbers) >= options.documents:
            yield from _recurring(documents, group, options.documents)


@dataclass(slots=True)
class _Group:
    """The articles of one publisher in one language, and the digests of their lines in order."""

    numbers: "array[int]" = field(default_factory=lambda: array("Q"))
    lines: "array[int]" = field(default_factory=lambda: array("I"))
    ends: "array[int]" = field(default_factory=lambda: array("Q"))

    def add(self, number: int, lines: Iterable[int]) -> None:
        self.numbers.append(number)
        self.lines.extend(lines)
        self.ends.append(len(self.lines))

    def pages(self) -> "Iterator[tuple[int, array[int]]]":
        """The number of each article with the digests of its lines."""
        start = 0
        for number, end in zip(self.numbers, self.ends, strict=True):
            yield number, self.lines[start:end]
            start = end

    def met(self, times: int) -> frozenset[int]:
        """The digests that lines have at least so many times."""
        times = max(1, times)
        ordered = np.sort(np.frombuffer(self.lines, np.uint32))
        first, last = ordered[: max(0, len(ordered) - times + 1)], ordered[times - 1 :]
        return frozenset(np.unique(first[first == last]).tolist())


def _is_prose(page: Sequence[str]) -> bool:
    """Whether a text is mainly sentences; the lines of advertisements and lists recur by nature."""
    ended = sum(len(line) for line in page if line.endswith(_STOPS))
    return 2 * ended > sum(map(len, page))


def _recurring(documents: Sequence[Document], group: _Group, fewest: int) -> Iterator[Hit]:
    """What recurs in the articles of a group."""
    shared = group.met(fewest)
    edged, sought = array("Q"), set[int]()
    for number, page in group.pages():
        if edge := _edges(page, shared, int):
            edged.append(number)
            sought.update(edge)
    homes: dict[str, _Home] = defaultdict(_Home)
    for number, page in group.pages():
        if sought.isdisjoint(page):
            continue
        lines = _lines(documents[number])
        found = [line for line, at in zip(lines, page, strict=True) if at in sought]
        for key, line in reversed({one.key: one for one in reversed(found)}.items()):
            homes[key].add(number, line)
    common = _Common(documents, homes, fewest)
    for number in edged:
        document = documents[number]
        edges = _edges(_lines(document), common, _key)
        known = {line.span for line in residue(document.text)} if edges else set()
        for line in edges:
            if line.span not in known:
                yield _hit(documents, number, line, homes[line.key])


@dataclass(slots=True)
class _Home:
    """The articles that hold a line: how many, and where it stands in the first ones."""

    count: int = 0
    places: "array[int]" = field(default_factory=lambda: array("Q"))
    """Number of the article, start, end; one after another."""

    def add(self, number: int, line: _Line) -> None:
        self.count += 1
        if self.count <= _TRIED:
            self.places.extend((number, line.start, line.start + len(line.text)))

    def first(self) -> Iterator[tuple[int, Span]]:
        """The first articles, with the place of the line in each."""
        at = iter(self.places)
        return ((number, Span(start, end)) for number, start, end in zip(at, at, at, strict=True))


class _Common(Container[object]):
    """The lines that recur over articles on different matters.

    What an article is about is found out of lines that stand at an edge alone, which are few.
    """

    def __init__(
        self, documents: Sequence[Document], homes: Mapping[str, _Home], fewest: int
    ) -> None:
        self._documents = documents
        self._homes = homes
        self._fewest = fewest
        self._known: dict[str, bool] = {}

    def __contains__(self, key: object) -> bool:
        if not isinstance(key, str) or key not in self._homes:
            return False
        if key not in self._known:
            home, fewest = self._homes[key], self._fewest
            enough = home.count >= fewest
            self._known[key] = enough and _stories(self._documents, home, fewest) >= fewest
        return self._known[key]


def _stories(documents: Sequence[Document], home: _Home, fewest: int) -> int:
    """How many articles on different matters hold a line; counting stops at `fewest`."""
    found: list[frozenset[str]] = []
    for number, at in home.first():
        own = _vocabulary(documents[number].text, at)
        if all(len(own & other) <= _ALIKE * min(len(own), len(other)) for other in found):
            found.append(own)
        if len(found) >= fewest:
            break
    return len(found)


def _lines(document: Document) -> list[_Line]:
    """The lines of a document that are not blank."""
    found = []
    at = 0
    for raw in document.text.splitlines(keepends=True):
        line = raw.strip()
        if line:
            start = at + raw.index(line)
            found.append(_Line(start, line))
        at += len(raw)
    return found


def _folded(line: str) -> str:
    """A line without regard to letter case and the width of blanks."""
    return " ".join(line.casefold().split())


def _folded_lines(text: str) -> list[str]:
    """The same for all lines that are not blank: letters are folded one by one, breaks never."""
    return [" ".join(words) for line in text.casefold().splitlines() if (words := line.split())]


def _edges(
    page: Sequence[_Part], common: Container[object], key: Callable[[_Part], object]
) -> list[_Part]:
    """What stands at the top and at the bottom up to the first thing that is the article's own."""
    top = 0
    while top < len(page) and key(page[top]) in common:
        top += 1
    bottom = len(page)
    while bottom > top and key(page[bottom - 1]) in common:
        bottom -= 1
    return [*page[:top], *page[bottom:]]


def _vocabulary(text: str, at: Span) -> frozenset[str]:
    """The long words of a document without the line `at`."""
    whole, every = _long_words(text)
    line = _counted(text[at.start : at.end])
    return every.difference([word for word, count in line.items() if whole[word] <= count])


@lru_cache(1024)
def _long_words(text: str) -> tuple[Counter[str], frozenset[str]]:
    """How often each long word stands in an article, of which many lines may recur."""
    counted = _counted(text)
    return counted, frozenset(counted)


def _counted(text: str) -> Counter[str]:
    # No word holds a blank: what stands between blanks and is short holds no long one.
    runs = " ".join([run for run in text.split() if len(run) >= _LONG])
    return Counter([word.casefold() for word in word_texts(runs) if len(word) >= _LONG])


def _hit(documents: Sequence[Document], number: int, line: _Line, home: _Home) -> Hit:
    document = documents[number]
    elsewhere, at = next(one for one in home.first() if one[0] != number)
    other = documents[elsewhere]
    return Hit(
        document=document.id,
        at=line.span,
        values=(("line", document.cut(line.span)), ("count", str(home.count))),
        related=(Related(other.id, at, other.cut(at)),),
        fixes=(Fix("", Applicability.UNSAFE, "the line belongs to the site"),),
        confidence=0.9,
    )
