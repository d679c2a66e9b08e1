"""BOI011 recurring-line: a line at the edge of many articles of one publisher."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Settings of BOI011."""

    documents: int = 4
    """Articles on different matters that must share the line."""


@dataclass(frozen=True, slots=True)
class _Line:
    document: Document
    span: Span
    key: str


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
    groups: dict[tuple[str, str], list[Document]] = defaultdict(list)
    for document in documents:
        if _is_prose(document.text):
            groups[document.publisher or "", document.lang].append(document)
    for group in groups.values():
        if len(group) >= options.documents:
            yield from _recurring(group, options.documents)


def _is_prose(text: str) -> bool:
    """Whether a text is mainly sentences; the lines of advertisements and lists recur by nature."""
    lines = [line.strip() for line in text.splitlines()]
    return 2 * sum(len(line) for line in lines if line.endswith(_STOPS)) > sum(map(len, lines))


def _recurring(documents: Sequence[Document], fewest: int) -> Iterator[Hit]:
    pages = [_lines(document) for document in documents]
    homes: dict[str, list[_Line]] = defaultdict(list)
    for page in pages:
        for key, line in {line.key: line for line in reversed(page)}.items():
            homes[key].append(line)
    common = {
        key: lines
        for key, lines in homes.items()
        if key and len(lines) >= fewest and _stories(lines, fewest) >= fewest
    }
    for page in pages:
        edges = _edges(page, common)
        known = {line.span for line in residue(page[0].document.text)} if edges else set()
        for line in edges:
            if line.span not in known:
                yield _hit(line, common[line.key])


def _lines(document: Document) -> list[_Line]:
    """The lines of a document that are not blank."""
    found = []
    at = 0
    for raw in document.text.splitlines(keepends=True):
        line = raw.strip()
        if line:
            start = at + raw.index(line)
            found.append(
                _Line(document, Span(start, start + len(line)), " ".join(line.casefold().split()))
            )
        at += len(raw)
    return found


def _edges(page: list[_Line], common: dict[str, list[_Line]]) -> list[_Line]:
    """The lines from the top and from the bottom up to the first that is the article's own."""
    top = 0
    while top < len(page) and page[top].key in common:
        top += 1
    bottom = len(page)
    while bottom > top and page[bottom - 1].key in common:
        bottom -= 1
    return page[:top] + page[bottom:]


def _stories(lines: Sequence[_Line], fewest: int) -> int:
    """How many documents on different matters hold a line; counting stops at `fewest`."""
    found: list[frozenset[str]] = []
    for line in lines[:_TRIED]:
        own = _vocabulary(line)
        if all(len(own & other) <= _ALIKE * min(len(own), len(other)) for other in found):
            found.append(own)
        if len(found) >= fewest:
            break
    return len(found)


def _vocabulary(line: _Line) -> frozenset[str]:
    """The long words of the document without the line itself."""
    whole, own = _long_words(line.document.text), _counted(line.document.cut(line.span))
    return frozenset(word for word, count in whole.items() if count > own[word])


@lru_cache(1024)
def _long_words(text: str) -> Counter[str]:
    """How often each long word stands in an article, of which many lines may recur."""
    return _counted(text)


def _counted(text: str) -> Counter[str]:
    return Counter(word.casefold() for word in word_texts(text) if len(word) >= _LONG)


def _hit(line: _Line, others: Sequence[_Line]) -> Hit:
    text = line.document.cut(line.span)
    elsewhere = next(one for one in others if one.document.id != line.document.id)
    return Hit(
        document=line.document.id,
        at=line.span,
        values=(("line", text), ("count", str(len(others)))),
        related=(
            Related(elsewhere.document.id, elsewhere.span, elsewhere.document.cut(elsewhere.span)),
        ),
        fixes=(Fix("", Applicability.UNSAFE, "the line belongs to the site"),),
        confidence=0.9,
    )
