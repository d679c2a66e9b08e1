"""How a rule is written: five decorators, one for each thing a rule may look at.

A rule is one file that ends in one decorated function; the function's name, in kebab-case, is the
rule's name and names the fault. The decorator returns a frozen `Rule` and registers nothing:
`audit.detect.load` finds it. Copy any rule next to this file to begin a new one.

    @segment_rule(
        id="REP001",
        since="0.1",
        mqm=MQM.GRAMMAR,
        severity=Severity.MINOR,
        finding_class=FindingClass.ERROR,
        says="“{word}” stands twice in a row",
        why="A doubled word is a slip of the decoder; readers stumble over it.",
        examples=(Bad("It was ⟦the the⟧ end."), Good("He had had enough.")),
    )
    def doubled_word(document: Document, segment: Segment, options: NoOptions) -> Iterator[Hit]:
        ...
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Protocol, TypedDict, TypeVar, Unpack

from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.names import Entity
from audit.model.rule import Bad, Good, NoOptions, Rule, Scope
from audit.model.text import Aligned, Document, Segment

__all__ = [
    "Bad",
    "Good",
    "NoOptions",
    "document_rule",
    "entity_rule",
    "feed_rule",
    "pair_rule",
    "segment_rule",
]

O_contra = TypeVar("O_contra", contravariant=True)


class SegmentCheck(Protocol[O_contra]):
    """Looks at one segment of one document."""

    __name__: str

    def __call__(self, document: Document, segment: Segment, options: O_contra) -> Iterator[Hit]:
        """Yield the hits in `segment`."""


class PairCheck(Protocol[O_contra]):
    """Looks at one stretch of one document beside its source."""

    __name__: str

    def __call__(self, document: Document, pair: Aligned, options: O_contra) -> Iterator[Hit]:
        """Yield the hits in `pair`, whose target text may be empty."""


class DocumentCheck(Protocol[O_contra]):
    """Looks at one document as a whole."""

    __name__: str

    def __call__(self, document: Document, options: O_contra) -> Iterator[Hit]:
        """Yield the hits in `document`."""


class EntityCheck(Protocol[O_contra]):
    """Looks at one entity over all inputs that were linked."""

    __name__: str

    def __call__(self, entity: Entity, options: O_contra) -> Iterator[Hit]:
        """Yield the hits among the mentions of `entity`."""


class FeedCheck(Protocol[O_contra]):
    """Looks at all documents that are audited together."""

    __name__: str

    def __call__(self, documents: Sequence[Document], options: O_contra) -> Iterator[Hit]:
        """Yield the hits in `documents`, which come in the order of the inputs."""


class Facts(TypedDict, total=False):
    """What every rule says of itself; see `audit.model.rule.Rule` for the meaning of each."""

    id: str
    since: str
    mqm: MQM
    severity: Severity
    finding_class: FindingClass
    says: str
    why: str
    examples: tuple[Bad | Good, ...]
    languages: frozenset[str] | None
    source_languages: frozenset[str] | None
    default_on: bool
    profiles: frozenset[str]
    references: tuple[str, ...]
    of_articles: bool
    of_words: bool
    of_variants: bool


def segment_rule(
    options: type[O_contra] = NoOptions,  # type: ignore[assignment]
    **facts: Unpack[Facts],
) -> Callable[[SegmentCheck[O_contra]], Rule]:
    """Make a rule of a function that looks at one segment."""

    def make(check: SegmentCheck[O_contra]) -> Rule:
        return _rule(Scope.SEGMENT, check, options, facts)

    return make


def pair_rule(
    options: type[O_contra] = NoOptions,  # type: ignore[assignment]
    **facts: Unpack[Facts],
) -> Callable[[PairCheck[O_contra]], Rule]:
    """Make a rule of a function that compares one stretch of text with its source.

    It must not look at names: where only such rules run, none are found.
    """

    def make(check: PairCheck[O_contra]) -> Rule:
        return _rule(Scope.PAIR, check, options, facts)

    return make


def document_rule(
    options: type[O_contra] = NoOptions,  # type: ignore[assignment]
    **facts: Unpack[Facts],
) -> Callable[[DocumentCheck[O_contra]], Rule]:
    """Make a rule of a function that looks at one document."""

    def make(check: DocumentCheck[O_contra]) -> Rule:
        return _rule(Scope.DOCUMENT, check, options, facts)

    return make


def entity_rule(
    options: type[O_contra] = NoOptions,  # type: ignore[assignment]
    **facts: Unpack[Facts],
) -> Callable[[EntityCheck[O_contra]], Rule]:
    """Make a rule of a function that looks at one entity."""

    def make(check: EntityCheck[O_contra]) -> Rule:
        return _rule(Scope.ENTITY, check, options, facts)

    return make


def feed_rule(
    options: type[O_contra] = NoOptions,  # type: ignore[assignment]
    **facts: Unpack[Facts],
) -> Callable[[FeedCheck[O_contra]], Rule]:
    """Make a rule of a function that looks at all documents together.

    It sees documents in any language; what it knows nothing of it must leave alone.
    """

    def make(check: FeedCheck[O_contra]) -> Rule:
        return _rule(Scope.FEED, check, options, facts)

    return make


def _rule(scope: Scope, check: Callable[..., Iterator[Hit]], options: type, facts: Facts) -> Rule:
    """Build the `Rule`, refusing an id that is not three letters and three digits."""
    if not re.fullmatch(r"[A-Z]{2,3}[0-9]{3}", facts["id"]):
        raise ValueError(f"rule id {facts['id']!r} is not a family and three digits")
    name = check.__name__.replace("_", "-")
    return Rule(name=name, scope=scope, check=check, options=options, **facts)
