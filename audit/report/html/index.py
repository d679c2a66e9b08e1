"""A report made ready for looking things up: documents by id, names to show, open findings."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from audit.model.finding import SEVERITIES, Finding, FindingClass, Reference, State
from audit.model.names import Entity
from audit.model.place import Span
from audit.model.report import Report
from audit.model.score import GateKind, Score
from audit.model.text import BlockKind, Document
from audit.report.html.passages import Surroundings
from audit.report.html.units import Units

Value = TypeVar("Value")

CLASSES = tuple(FindingClass)
"""Gravest first, as the enumeration lists them."""

AUTHORITY = "authority:"
"""Prefix of a reference that points into the names authority."""

LONGEST_TITLE = 160
"""Code points; a "heading" beyond two lines is a paragraph that was marked up as one."""


ACRONYMS = {"html": "HTML"}
"""Words of rule names that are written in capitals."""


def plain_name(name: str) -> str:
    """The name of a rule as a reader writes it: "split-name" is "Split name"."""
    return capital(" ".join(ACRONYMS.get(word, word) for word in name.split("-")))


def capital(text: str) -> str:
    """`text` as it begins a sentence; the letters in "y/yy: ..." are its subject and stay."""
    letters = text.partition(":")[0]
    return text if "/" in letters else text[:1].upper() + text[1:]


def gravity(finding: Finding) -> tuple[int, int, float]:
    """Sort key that puts the worst first: class, then severity, then confidence."""
    grade = SEVERITIES.index(finding.severity)
    return CLASSES.index(finding.finding_class), -grade, -finding.confidence


class ByNumber(dict[int, Value]):
    """What is made of a document when it is first asked for, and then kept."""

    def __init__(self, make: Callable[[int], Value]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, number: int) -> Value:
        made = self[number] = self._make(number)
        return made


@dataclass(frozen=True)
class Index:
    """Look-ups over one report; everything is counted once.

    `most` is how many findings the page may hold; the worst are kept.
    """

    report: Report
    most: int | None = None

    @cached_property
    def listed(self) -> tuple[Finding, ...]:
        """The findings that the page holds, in the report's order."""
        every = self.report.findings
        if self.most is None or len(every) <= self.most:
            return tuple(every)
        kept = {f.fingerprint for f in self.worst(every)[: self.most]}
        return tuple(f for f in every if f.fingerprint in kept)

    @property
    def left_out(self) -> int:
        """How many findings the page does not hold."""
        return len(self.report.findings) - len(self.listed)

    @cached_property
    def told(self) -> frozenset[str]:
        """The ids of the documents whose text the page holds: all, or those with a finding left."""
        if not self.left_out:
            return frozenset(self.number)
        return frozenset(finding.document for finding in self.listed)

    @cached_property
    def number(self) -> dict[str, int]:
        """The position of each document by its id."""
        return {document.id: i for i, document in enumerate(self.report.documents)}

    @cached_property
    def around(self) -> "ByNumber[Surroundings]":
        """What surrounds passages, by number of document."""
        return ByNumber(lambda number: Surroundings(self.report.documents[number]))

    @cached_property
    def units(self) -> "ByNumber[Units]":
        """UTF-16 offsets, by number of document."""
        return ByNumber(lambda number: Units(self.report.documents[number].text))

    @cached_property
    def open(self) -> tuple[Finding, ...]:
        """The findings that count: all that are not suppressed."""
        return tuple(f for f in self.report.findings if f.state is not State.SUPPRESSED)

    @cached_property
    def departing(self) -> tuple[Entity, ...]:
        """Entities with a form that departs from the proposed one, those to decide on first."""
        departing = (e for e in self.report.entities if e.variants)
        return tuple(sorted(departing, key=lambda e: e.id not in self.to_decide))

    @cached_property
    def to_decide(self) -> frozenset[str]:
        """The ids of entities with an error or a query among their findings."""
        return frozenset(f.entity for f in self.open if f.entity and f.finding_class.asks)

    @cached_property
    def shortened(self) -> tuple[Entity, ...]:
        """Entities with several forms, none of which departs."""
        return tuple(e for e in self.report.entities if len(e.forms) > 1 and not e.variants)

    @cached_property
    def gates(self) -> dict[str, tuple[GateKind, ...]]:
        """The gates that each finding closes, by fingerprint; most close none and are left out."""
        found: dict[str, tuple[GateKind, ...]] = {}
        for gate in self.report.scores.feed.gates if self.report.scores else ():
            for fingerprint in gate.findings:
                found[fingerprint] = (*found.get(fingerprint, ()), gate.kind)
        return found

    def score(self, id: str) -> Score | None:
        """The score of a document; None where there is none."""
        return self.report.scores.documents.get(id) if self.report.scores else None

    def document(self, finding: Finding) -> Document:
        """The document a finding stands in."""
        return self.report.documents[self.number[finding.document]]

    def title(self, document: Document) -> str:
        """What to call a document: its title, a heading that opens it, or its id."""
        if document.title:
            return document.title
        first = document.blocks[0] if document.blocks else None
        if first and first.kind is BlockKind.HEADING and len(first.span) <= LONGEST_TITLE:
            return document.cut(first.span).strip() or document.id
        return document.id

    def place(self, finding: Finding) -> str:
        """`path:line:column` of a finding."""
        place = finding.place
        return f"{self.document(finding).path}:{place.line}:{place.column}"

    def language(self, entity: Entity) -> str:
        """The language of an entity's first mention."""
        return next(iter(entity.mentions)).lang if entity.mentions else "und"

    def target(self, reference: Reference) -> tuple[int, Span | None] | None:
        """Document number and span of a reference; None where it points outside the inputs."""
        number = self.number.get(reference.document)
        if number is None:
            return None
        found = self.around[number].find(reference.start, reference.end, reference.text)
        return number, found

    def worst(self, findings: Iterable[Finding]) -> list[Finding]:
        """The findings with the worst first; those equally grave stay in the report's order."""
        return sorted(findings, key=gravity)
