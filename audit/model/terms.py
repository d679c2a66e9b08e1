"""Terminology: what a glossary says of a term, and where its terms stand in a text."""

from dataclasses import dataclass
from enum import StrEnum

from audit.model.finding import SourcePassage
from audit.model.place import Span

EVERY_LANGUAGE = "mul"
"""The language of a term that is the same in all: “multiple languages” in ISO 639-2."""


class TermStatus(StrEnum):
    """How far a term may be used; the four values of `administrativeStatus` in ISO 30042 (TBX)."""

    PREFERRED = "preferred"
    """The one to use; a language of a concept has at most one."""
    ADMITTED = "admitted"
    """As good as the preferred one in the same text."""
    SUPERSEDED = "superseded"
    """No longer the one to use."""
    FORBIDDEN = "forbidden"
    """Wrong wherever it stands for this concept."""

    @property
    def accepted(self) -> bool:
        """Whether a text may use the term."""
        return self in (TermStatus.PREFERRED, TermStatus.ADMITTED)


class TermType(StrEnum):
    """What kind of form a term is, where that matters."""

    SHORT = "short"
    """May stand for the full form on second mention."""
    VARIANT = "variant"
    """Another spelling of the preferred term."""


@dataclass(frozen=True, slots=True)
class Term:
    """One term of a concept in the language `lang` (BCP 47, or `EVERY_LANGUAGE`)."""

    text: str
    lang: str
    status: TermStatus = TermStatus.PREFERRED
    type: TermType | None = None


@dataclass(frozen=True, slots=True)
class Concept:
    """One entry of a glossary: a thing, and its terms in all languages.

    Terms stand in order of language and, in a language, of rank; the preferred one comes first.
    `case_sensitive` makes letter case a part of every term; `translate` is False for what a
    translation takes over as it is. `part_of_speech` is one of `PARTS_OF_SPEECH`. `since` and
    `until` are ISO dates between which the entry is in force, both included. `layer` names the
    file it came from.
    """

    id: str
    terms: tuple[Term, ...]
    case_sensitive: bool = False
    translate: bool = True
    part_of_speech: str | None = None
    domain: str | None = None
    definition: str | None = None
    since: str | None = None
    until: str | None = None
    note: str | None = None
    reference: str | None = None
    layer: str = "glossary"

    @property
    def case_matters(self) -> bool:
        """Whether letter case is a part of the terms; it is of what is not to be translated."""
        return self.case_sensitive or not self.translate

    def in_force(self, date: str | None) -> bool:
        """Whether the entry holds for a text of the ISO date `date`; always where none is given."""
        if not date:
            return True
        return (self.since or "") <= date[:10] <= (self.until or "9999")


PARTS_OF_SPEECH = ("noun", "proper-noun", "verb", "adjective", "adverb", "other")
"""The values of `partOfSpeech` in TBX-Basic, as they are written here."""


@dataclass(frozen=True, slots=True)
class Glossary:
    """The concepts in force, strongest file first; `digest` identifies the content."""

    concepts: tuple[Concept, ...] = ()
    digest: str = "none"

    def __hash__(self) -> int:
        """Hash by content digest, so that what is built from a glossary can be kept by it."""
        return hash(self.digest)


class Spelling(StrEnum):
    """How a term in a text differs from the glossary, beside its inflection."""

    SAME = "same"
    CASE = "case"
    """In letter case, where the glossary says that case matters."""
    JOINED = "joined"
    """In a blank or hyphen: cyber security, cyber-security, cybersecurity."""


@dataclass(frozen=True, slots=True)
class TermUse:
    """A term of the glossary seen in the target text.

    `term` is as the glossary lists it; `preferred` the term to use in this language, None where the
    glossary names none. `confidence` 0..1 says how sure it is that the concept is meant.
    """

    concept: Concept
    term: Term
    at: Span
    preferred: str | None
    spelling: Spelling = Spelling.SAME
    confidence: float = 1.0


class TermFate(StrEnum):
    """What became of a term of the source."""

    USED = "used"
    """The passage has an accepted term, or takes over what is not to be translated."""
    NEAR = "near"
    """An accepted term stands in the passage before or behind."""
    SHORTENED = "shortened"
    """A part of an accepted term stands here, and the whole term stands before."""
    REORDERED = "reordered"
    """The words of an accepted term stand here, otherwise put together."""
    REPLACED = "replaced"
    """A term that is not accepted stands here."""
    MISSING = "missing"
    """Nothing here is of an accepted term."""


@dataclass(frozen=True, slots=True)
class TermRendering:
    """A term of the glossary seen in the source of a pair, and what became of it.

    `at` is where an editor should look: the rendering where one is recognised, otherwise the whole
    passage. `expected` is the term to use; `rendered` the listed term that stands at `at`, if any.
    """

    concept: Concept
    term: Term
    source: SourcePassage
    fate: TermFate
    at: Span
    expected: str
    rendered: str | None = None
    confidence: float = 1.0
