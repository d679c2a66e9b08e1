"""What a rule is: one frozen value that holds its id, its reasons, its examples and its check."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from audit.model.doubt import Doubt
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.terms import Concept


class Scope(StrEnum):
    """What a rule is shown at a time."""

    SEGMENT = "segment"
    PAIR = "pair"
    DOCUMENT = "document"
    ENTITY = "entity"
    FEED = "feed"


@dataclass(frozen=True, slots=True)
class Bad:
    """Text in which the rule must report exactly the passages between ⟦ and ⟧, and nothing else.

    `texts` are one document each; `lang` is their BCP 47 tag. `fixed`, where given, is what the
    first text becomes when the first fix of each hit is applied. `source` is the source of the
    first text and the tag of its language, for rules that compare the two; `glossary` what a rule
    about terms is to hold the text to; `doubts` what models say of the first text.
    """

    texts: tuple[str, ...]
    lang: str = "en"
    fixed: str | None = None
    source: tuple[str, str] | None = None
    glossary: tuple[Concept, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    def __init__(
        self,
        *texts: str,
        lang: str = "en",
        fixed: str | None = None,
        source: tuple[str, str] | None = None,
        glossary: tuple[Concept, ...] = (),
        doubts: tuple[Doubt, ...] = (),
    ) -> None:
        object.__setattr__(self, "texts", texts)
        object.__setattr__(self, "lang", lang)
        object.__setattr__(self, "fixed", fixed)
        object.__setattr__(self, "source", source)
        object.__setattr__(self, "glossary", glossary)
        object.__setattr__(self, "doubts", doubts)


@dataclass(frozen=True, slots=True)
class Good:
    """Text on which the rule must stay silent; a near miss, not filler.

    `source`, `glossary` and `doubts` as in `Bad`.
    """

    texts: tuple[str, ...]
    lang: str = "en"
    source: tuple[str, str] | None = None
    glossary: tuple[Concept, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    def __init__(
        self,
        *texts: str,
        lang: str = "en",
        source: tuple[str, str] | None = None,
        glossary: tuple[Concept, ...] = (),
        doubts: tuple[Doubt, ...] = (),
    ) -> None:
        object.__setattr__(self, "texts", texts)
        object.__setattr__(self, "lang", lang)
        object.__setattr__(self, "source", source)
        object.__setattr__(self, "glossary", glossary)
        object.__setattr__(self, "doubts", doubts)


@dataclass(frozen=True, slots=True)
class NoOptions:
    """Options of a rule that has none."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One detector, whole.

    `says` is the message, a format string over the values of a hit; `why` tells an editor the
    reason in one or two full sentences. `languages` are the primary subtags of the target
    languages the rule knows, None where it does not depend on language; `source_languages` are
    those of the source, for rules that compare the two. `profiles` are the style
    profiles under which a rule runs that is off by default, as their stylebooks ask for it.
    `of_articles` says that what it looks for is no fault of a string in a file of strings;
    `of_words` that it looks at no name, so that none need be found for it; `of_variants` that it
    says nothing of an entity without variants and look-alikes.
    `options` is the frozen dataclass of its settings. `check` takes the subject of
    its `scope` and the options. Rules hold functions and do not pickle: ids cross process
    borders, rules never.
    """

    id: str
    name: str
    since: str
    scope: Scope
    mqm: MQM
    severity: Severity
    finding_class: FindingClass
    says: str
    why: str
    examples: tuple[Bad | Good, ...]
    check: Callable[..., Iterator[Hit]]
    options: type[Any] = NoOptions
    languages: frozenset[str] | None = None
    source_languages: frozenset[str] | None = None
    default_on: bool = True
    profiles: frozenset[str] = frozenset()
    references: tuple[str, ...] = ()
    of_articles: bool = False
    of_words: bool = False
    of_variants: bool = False

    def knows(self, lang: str) -> bool:
        """Whether the rule has anything to say on text in `lang`."""
        return self.languages is None or lang.partition("-")[0] in self.languages

    def knows_source(self, lang: str) -> bool:
        """Whether the rule can compare a text with a source in `lang`."""
        return self.source_languages is None or lang.partition("-")[0] in self.source_languages

    @property
    def needs_names(self) -> bool:
        """Whether it may look at the names of a document; rules on pairs never do."""
        return self.scope is not Scope.PAIR and not self.of_words

    def is_usual(self, profile: str | None) -> bool:
        """Whether the rule runs under a style profile (or none) where nobody selects rules."""
        return self.default_on or profile in self.profiles
