"""Style rules by country: how the parts of a person's name are written together."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from audit.authority.renaming import rename
from audit.model.authority import NameRecord
from audit.model.names import Kind


class PatternForm(StrEnum):
    """How a family name and two given syllables are written."""

    THREE_WORDS = "three-words"
    """Kim Jong Un."""
    HYPHEN_LOWER = "hyphen-lower"
    """Kim Jong-un."""
    HYPHEN_UPPER = "hyphen-upper"
    """Kim Jong-Un."""


SHAPES: Mapping[PatternForm, Callable[[str, str, str], str]] = {
    PatternForm.THREE_WORDS: lambda a, b, c: f"{a} {b} {c.capitalize()}",
    PatternForm.HYPHEN_LOWER: lambda a, b, c: f"{a} {b}-{c.lower()}",
    PatternForm.HYPHEN_UPPER: lambda a, b, c: f"{a} {b}-{c.capitalize()}",
}

NAME_OF_THREE = re.compile(r"(\w+) (\w+)[ -](\w+)")
"""A family name and two syllables; other names ("Syngman Rhee") are left as they are."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """Writes the names of the persons of one country in one form."""

    id: str
    country: str
    form: PatternForm
    lang: str = "en"
    note: str | None = None
    reference: str | None = None

    def governs(self, record: NameRecord) -> bool:
        """Whether `record` is a person of this country, in this language, with such a name."""
        return (
            record.kind is Kind.PERSON
            and record.country == self.country
            and record.lang == self.lang
            and NAME_OF_THREE.fullmatch(record.canonical) is not None
        )

    def apply(self, record: NameRecord, layer: str) -> NameRecord:
        """`record` as this pattern wants it, with `layer` as its layer."""
        found = NAME_OF_THREE.fullmatch(record.canonical)
        if found is None:
            return record
        canonical = SHAPES[self.form](*found.groups())
        return replace(
            rename(record, canonical),
            note=self.note or record.note,
            reference=self.reference or record.reference,
            layer=layer,
        )
