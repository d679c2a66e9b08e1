"""Glossaries in the formats of other programs: what is read, what is written, what is lost."""

from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path

from audit.errors import ConfigError
from audit.glossary.exchange import own_csv, tables, tbx_in, tbx_out, toml_out, vale
from audit.glossary.exchange.base import Exported, Imported, Languages
from audit.model.terms import Concept

__all__ = ["Exported", "Format", "Imported", "Languages", "format_of", "read", "write"]


class Format(StrEnum):
    """A format, by the word that users write for it."""

    TOML = "toml"
    """Our own file."""
    CSV = "csv"
    """Our own table; one row a term."""
    TBX = "tbx"
    """TBX-Basic 3 in the style DCA; in any style and version where it is read."""
    TBX_DCT = "tbx-dct"
    """TBX-Basic 3 in the style DCT."""
    DEEPL = "deepl"
    GOOGLE = "google"
    """Two columns without a heading."""
    GOOGLE_SET = "google-set"
    """Equivalent term sets: a heading of languages."""
    WEBLATE = "weblate"
    VALE = "vale"
    """A vocabulary: accept.txt and reject.txt."""
    VALE_SWAP = "vale-swap"
    """A substitution rule; written only."""


NO_LANGUAGES = Languages()


def format_of(name: str, content: bytes) -> Format:
    """The format of a file, by its name and, for a table, its heading.

    Raises `ConfigError` where that is not plain.
    """
    suffix = Path(name).suffix.lower()
    if suffix == ".toml":
        return Format.TOML
    if suffix in (".tbx", ".xml", ".tbxm"):
        return Format.TBX
    if suffix == ".txt":
        return Format.VALE
    if suffix in (".csv", ".tsv", ".tab"):
        found = tables.rows(content, name)
        heading = [cell.strip() for cell in found[0][1]] if found else []
        if own_csv.is_own(heading):
            return Format.CSV
        if tables.is_weblate(heading):
            return Format.WEBLATE
        if tables.is_set(heading):
            return Format.GOOGLE_SET
        return Format.DEEPL
    known = ".toml, .tbx, .xml, .csv, .tsv or .txt"
    raise ConfigError(f"{name}: a glossary of an unknown kind; expected {known}")


def read(content: bytes, form: Format, name: str, languages: Languages = NO_LANGUAGES) -> Imported:
    """The concepts of a file; raises `ConfigError`, which names the file and the entry."""
    match form:
        case Format.TBX | Format.TBX_DCT:
            return tbx_in.read(content, name)
        case Format.VALE:
            return vale.read_vocabulary(content, name, languages)
        case Format.TOML | Format.VALE_SWAP:
            raise ConfigError(f"{name}: the format {form} is not one to import")
    table = tables.rows(content, name)
    if not table:
        return Imported((), {})
    match form:
        case Format.CSV:
            return own_csv.read(table, name)
        case Format.WEBLATE:
            return tables.read_weblate(table, name, languages)
        case Format.GOOGLE_SET:
            return tables.read_sets(table, name)
    return tables.read_pairs(table, name, languages)


def write(
    concepts: Iterable[Concept], form: Format, languages: Languages = NO_LANGUAGES
) -> Exported:
    """The files of `concepts`; raises `ConfigError` where languages are needed."""
    match form:
        case Format.TOML:
            return toml_out.write_glossary(concepts)
        case Format.CSV:
            return own_csv.write(concepts, languages)
        case Format.TBX:
            return tbx_out.write(concepts, tbx_out.Style.DCA)
        case Format.TBX_DCT:
            return tbx_out.write(concepts, tbx_out.Style.DCT)
        case Format.GOOGLE_SET:
            return tables.write_sets(concepts, languages)
        case Format.WEBLATE:
            return tables.write_weblate(concepts, languages)
        case Format.VALE:
            return vale.write_vocabulary(concepts, languages)
        case Format.VALE_SWAP:
            return vale.write_substitution(concepts, languages)
    return tables.write_pairs(concepts, languages, codes=form is Format.DEEPL)
