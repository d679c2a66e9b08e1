"""Parses one names file (TOML) into drafts of records and patterns, or says what is wrong.

A draft holds only what the file itself sets: a record of a stronger layer may leave out what it
takes over from a weaker one (see `audit.authority.layers`).
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias, TypedDict, cast

from audit.authority import fields
from audit.authority.fields import Table, Where
from audit.authority.pattern import Pattern, PatternForm
from audit.authority.spellings import combine
from audit.model.names import Kind

KINDS = (Kind.PERSON, Kind.PLACE, Kind.ORGANISATION)
"""The kinds a record may have: an authority knows what its names name."""

ID = re.compile(r"[^\s\"'/]+")
"""Ids are shown in reports and typed on the command line: no blanks, quotes or slashes."""


class Fields(TypedDict, total=False):
    """The fields of a `NameRecord` that a file sets."""

    kind: Kind
    canonical: str
    lang: str
    short: tuple[str, ...]
    allowed: tuple[str, ...]
    other: tuple[str, ...]
    former: tuple[str, ...]
    forbidden: tuple[str, ...]
    near_only: tuple[str, ...]
    near: tuple[str, ...]
    not_for: tuple[str, ...]
    except_phrases: tuple[str, ...]
    except_in_quotes: bool
    source_forms: tuple[tuple[str, str], ...]
    country: str
    since: str
    note: str
    reference: str


@dataclass(frozen=True, slots=True)
class Draft:
    """One [[name]] of a file: its id and the fields it sets."""

    id: str
    fields: Fields
    where: Where


@dataclass(frozen=True, slots=True)
class NamesFile:
    """What one file says: drafts of records and patterns, each in the order of the file."""

    drafts: tuple[Draft, ...]
    patterns: tuple[Pattern, ...]


def _kind(value: object, key: str, where: Where) -> Kind:
    """One of the kinds a record may have."""
    word = fields.text(value, key, where)
    if word not in KINDS:
        raise where.error(f'field "{key}" must be one of {", ".join(KINDS)}, not "{word}"')
    return Kind(word)


Reader: TypeAlias = Callable[[object, str, Where], object]

READERS: Mapping[str, tuple[str, Reader]] = {
    "kind": ("kind", _kind),
    "canonical": ("canonical", fields.text),
    "lang": ("lang", fields.language),
    "short": ("short", fields.texts),
    "allowed": ("allowed", fields.texts),
    "other": ("other", fields.texts),
    "former": ("former", fields.texts),
    "forbidden": ("forbidden", fields.texts),
    "near_only": ("near_only", fields.texts),
    "near": ("near", fields.texts),
    "not_for": ("not_for", fields.texts),
    "except_phrases": ("except_phrases", fields.texts),
    "except_in_quotes": ("except_in_quotes", fields.flag),
    "source": ("source_forms", fields.by_language),
    "country": ("country", fields.country),
    "from": ("since", fields.date),
    "note": ("note", fields.text),
    "reference": ("reference", fields.text),
}
"""Key of the file: field of the record, and how its value is read."""

SPELLING_KEYS = ("given", "family")
"""Further spellings of the parts of a person's name; combined into `other`."""

NAME_KEYS = frozenset(("id", *SPELLING_KEYS, *READERS))

DEFAULT_KEYS = frozenset(("kind", "lang", "country", "reference", "except_in_quotes"))
"""Keys that a file may set once for all its records in [defaults]."""

PATTERN_KEYS = frozenset(("id", "country", "form", "lang", "note", "reference"))

TABLES = frozenset(("defaults", "name", "pattern"))


def parse(content: bytes, file: str) -> NamesFile:
    """Parse and check the content of one names file; `file` names it in errors."""
    where = Where(file)
    table = fields.parsed(content, where)
    fields.check_keys(table, TABLES, where, "table")
    defaults = cast(
        "Fields", fields.defaults(table.get("defaults", {}), DEFAULT_KEYS, READERS, where)
    )
    drafts = tuple(
        _draft(entry, number, defaults, where)
        for number, entry in enumerate(fields.entries(table, "name", where), start=1)
    )
    patterns = tuple(
        _pattern(entry, number, where)
        for number, entry in enumerate(fields.entries(table, "pattern", where), start=1)
    )
    return NamesFile(drafts, patterns)


def _read(table: Table, where: Where) -> Fields:
    return cast("Fields", fields.read(table, READERS, where))


def _draft(table: Table, number: int, defaults: Fields, where: Where) -> Draft:
    """Read one [[name]]."""
    name = _id(table, number, "name", where)
    place = Where(where.file, f'name "{name}"')
    fields.check_keys(table, NAME_KEYS, place)
    values: Fields = {**defaults, **_read(table, place)}
    parts = {key: fields.texts(table[key], key, place) for key in SPELLING_KEYS if key in table}
    if parts:
        if "canonical" not in values:
            raise place.error('fields "given" and "family" need "canonical" beside them')
        made = combine(
            values["canonical"],
            values.get("short", ()),
            parts.get("given", ()),
            parts.get("family", ()),
            place,
        )
        listed = {
            values["canonical"],
            *values.get("short", ()),
            *values.get("allowed", ()),
            *values.get("other", ()),
            *values.get("former", ()),
            *values.get("forbidden", ()),
        }
        values["other"] = values.get("other", ()) + tuple(f for f in made if f not in listed)
    return Draft(name, values, place)


def _pattern(table: Table, number: int, where: Where) -> Pattern:
    """Read one [[pattern]]."""
    name = _id(table, number, "pattern", where)
    place = Where(where.file, f'pattern "{name}"')
    fields.check_keys(table, PATTERN_KEYS, place)
    for key in ("country", "form"):
        if key not in table:
            raise place.error(f'field "{key}" is missing')
    form = fields.text(table["form"], "form", place)
    if form not in list(PatternForm):
        names = ", ".join(PatternForm)
        raise place.error(f'field "form" must be one of {names}, not "{form}"')
    return Pattern(
        id=name,
        country=fields.country(table["country"], "country", place),
        form=PatternForm(form),
        lang=fields.language(table.get("lang", "en"), "lang", place),
        note=fields.text(table["note"], "note", place) if "note" in table else None,
        reference=(
            fields.text(table["reference"], "reference", place) if "reference" in table else None
        ),
    )


def _id(table: Table, number: int, noun: str, where: Where) -> str:
    """The id of an entry, which every entry must have."""
    place = Where(where.file, f"{noun} number {number}")
    if "id" not in table:
        raise place.error('field "id" is missing')
    value = fields.text(table["id"], "id", place)
    if not ID.fullmatch(value):
        raise place.error(f'field "id" must be without blanks, quotes and slashes, not "{value}"')
    return value
