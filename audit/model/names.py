"""Names: one mention, one entity, its forms, and how two forms differ."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from audit.model.place import Span


class Kind(StrEnum):
    """What a name names."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"
    NAME = "name"
    """A name whose kind the evidence does not tell."""


class Basis(StrEnum):
    """On what ground a canonical form is proposed, strongest first."""

    STYLE = "style"
    """The publisher's own names file or the chosen style profile."""
    AUTHORITY = "authority"
    """The curated data that ships with the project."""
    SOURCE = "source"
    """The spelling in the source text."""
    EVIDENCE = "evidence"
    """What the text shows beside numbers: marks, letters and scripts of its other names."""
    MAJORITY = "majority"
    """The form met most often; says what is usual here, not what is right."""
    UNDECIDED = "undecided"
    """Nothing speaks for this form rather than for another: an editor must decide."""


class VariantKind(StrEnum):
    """How a departing form differs from the form it is compared with."""

    HYPHENATION = "hyphenation"
    """Hyphen, space or letter case only: Kim Jong-un / Kim Jong Un."""
    ROMANIZATION = "romanization"
    """Letters that another romanization scheme writes otherwise: Hasan / Khasan."""
    SPELLING = "spelling"
    """Another spelling of what the context shows to be one name."""
    DIACRITICS = "diacritics"
    """Marks on letters only: Cezanne / Cézanne."""
    NAME_ORDER = "name-order"
    """The same parts in another order: Abe Shinzo / Shinzo Abe."""
    INFLECTION = "inflection"
    """A case ending of the source language left on the name: Soloveya / Solovey."""
    MIXED_SCRIPT = "mixed-script"
    """One form in another script than the text: Omicron / Омікрон."""
    EXONYM = "exonym"
    """Another established name of the same thing: Kiev / Kyiv."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One name seen once.

    `text` is the name as written, without a possessive ending and without what merely stands
    around it (titles, quotation marks); `document.text[span]` equals `text`.
    """

    document: str
    span: Span
    text: str
    kind: Kind = Kind.NAME
    lang: str = "und"
    sentence_start: bool = False
    """Stands first in its segment, where a capital proves nothing."""
    quoted: bool = False
    """Stands inside quotation marks: the words are somebody else's."""

    def __hash__(self) -> int:
        """Hash by place: mentions are looked up by the million, and few share a place."""
        return hash((self.document, self.span.start))


@dataclass(frozen=True, slots=True)
class Form:
    """One spelling of an entity: how often it was met, and in how many documents."""

    text: str
    count: int
    documents: int


@dataclass(frozen=True, slots=True)
class Variant:
    """A spelling that departs from the one expected in its place.

    `expected` is what should stand there instead: the canonical form, or that part of it which the
    departing form stands for ("Havrylytsia" for "Gavrilita", when the canonical form is "Natalia
    Havrylytsia"). `because` is a full explanation of the difference; `confidence` is 0..1.
    """

    form: str
    expected: str
    kind: VariantKind
    because: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Canonical:
    """The form proposed for an entity and the ground for it.

    `rivals` are spellings, of the name or of a part of it, that have as much for them as the one in
    `text`; there are some exactly where the basis is `UNDECIDED`.
    """

    text: str
    basis: Basis
    because: str
    confidence: float
    rivals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lookalike:
    """A mention that may name the same as another name of its document, without proof either way.

    `part` of the mention looks like `other_part` of the mention `other`, which belongs to another
    entity; `expected` is how that one is to be written. `confidence` is the probability, 0..1, that
    the two parts are one name.
    """

    mention: Mention
    part: str
    other: Mention
    other_part: str
    expected: str
    because: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, place or organisation with all its mentions over the inputs that were linked.

    `mentions` are in order of document and place. `forms` count every spelling, short forms
    included, most frequent first. `variants` hold only the forms that depart: a short form
    ("Kim" for "Kim Jong Un") is no variant. `lookalikes` are mentions of this entity that may be
    of another one.
    """

    id: str
    kind: Kind
    canonical: Canonical
    forms: tuple[Form, ...]
    mentions: Sequence[Mention]
    variants: tuple[Variant, ...] = ()
    record: str | None = None
    """Id of the authority record that was matched, if any."""
    lookalikes: tuple[Lookalike, ...] = ()

    def variant(self, form: str) -> Variant | None:
        """The departure that `form` is, or None where it is in order."""
        return next((v for v in self.variants if v.form == form), None)
