"""What all formats share: what is read or written, for which languages, and what was lost."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields

from audit.authority.fields import Where
from audit.authority.fields import text as clean_text
from audit.errors import ConfigError
from audit.model.terms import EVERY_LANGUAGE, Concept, Term

FIELDS = (
    *("case_sensitive", "translate", "part_of_speech", "domain", "definition"),
    *("since", "until", "note", "reference"),
)
"""The fields of a concept beside its terms."""

KEYS = {"since": "from"}
"""What a field is called for users, where that differs."""


@dataclass(frozen=True, slots=True)
class Languages:
    """The pair of languages that a format without languages of its own is about."""

    source: str | None = None
    target: str | None = None

    def both(self, what: str) -> tuple[str, str]:
        """Source and target; raises `ConfigError` where one is not given."""
        if not self.source or not self.target:
            raise ConfigError(f"{what} is for one pair of languages; give source and target")
        return self.source, self.target

    def one(self, what: str) -> str:
        """The target; raises `ConfigError` where it is not given."""
        if not self.target:
            raise ConfigError(f"{what} is for one language; give the target")
        return self.target


@dataclass(slots=True)
class Losses:
    """How often something could not be kept, by what it is called."""

    counts: Counter[str] = field(default_factory=Counter)

    def add(self, what: str, times: int = 1) -> None:
        """Count `times` more of `what`."""
        if times:
            self.counts[what] += times

    def fields(self, concept: Concept, kept: Iterable[str] = ()) -> None:
        """Count the fields that `concept` sets and the format does not keep."""
        held = set(kept)
        defaults = {one.name: one.default for one in fields(Concept)}
        for name in FIELDS:
            if name not in held and getattr(concept, name) != defaults[name]:
                self.add(KEYS.get(name, name))

    def terms(self, terms: Iterable[Term]) -> None:
        """Count terms that the format does not keep, by status."""
        for term in terms:
            self.add(f"{term.type or term.status} terms")

    def freeze(self) -> Mapping[str, int]:
        """The counts in order of name."""
        return dict(sorted(self.counts.items()))


@dataclass(frozen=True, slots=True)
class Imported:
    """What was read, and what of the file has no place here."""

    concepts: tuple[Concept, ...]
    lost: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Exported:
    """Files to write, by name (empty for a format of one file), and what they cannot hold."""

    files: Mapping[str, str]
    lost: Mapping[str, int]


def cleaned(value: str, key: str, where: Where) -> str:
    """A text of a foreign file: blanks in it made single, as NFC; raises `ConfigError`."""
    return clean_text(" ".join(value.translate(_BLANKS).split()), key, where)


_BLANKS = {0x00A0: " ", 0xFEFF: None}
"""No-break blanks, which spreadsheets put in, and marks of byte order."""


def accepted(concept: Concept, lang: str) -> list[Term]:
    """The accepted terms in exactly this language, the preferred one first."""
    found = [
        term
        for term in concept.terms
        if term.status.accepted and term.lang in (lang, EVERY_LANGUAGE)
    ]
    return sorted(found, key=lambda term: term.status != "preferred")
