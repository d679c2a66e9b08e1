"""Reads what a family of rules knows of a language from `data/<lang>.toml` in the family's folder.

>>> language_table("audit.detect.truncation", "tlh")
{}
"""

from dataclasses import fields
from importlib.resources import files
from typing import TYPE_CHECKING, Any, TypeVar

from audit.tables import read_table

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    Lists = TypeVar("Lists", bound=DataclassInstance)


def language_table(package: str, lang: str) -> dict[str, Any]:
    """The file of a package for a BCP 47 tag, of which the region does not count.

    Empty where there is no file.
    """
    primary = lang.partition("-")[0]
    file = files(package) / "data" / f"{primary}.toml"
    if not primary.isalpha() or not file.is_file():
        return {}
    return read_table(file)


def word_lists(kind: "type[Lists]", package: str, lang: str) -> "Lists":
    """The same file as a dataclass of sets of words; a list that is not in it is empty.

    Raises `ValueError` for a list that `kind` does not have.
    """
    table = language_table(package, lang)
    if unknown := set(table) - {each.name for each in fields(kind)}:
        raise ValueError(f"{package}, {lang}: unknown keys {sorted(unknown)}")
    return kind(**{name: frozenset(words.split()) for name, words in table.items()})
