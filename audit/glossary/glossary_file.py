"""Parses one glossary file (TOML) into drafts of concepts, or says what is wrong with it.

A draft holds only what the file itself sets: a concept of a stronger file may leave out what it
takes over from a weaker one (see `audit.glossary.layers`).
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias, TypedDict, cast

from audit.authority import fields
from audit.authority.fields import Table, Where
from audit.glossary.concepts import Lists, Role, lists_of
from audit.model.terms import EVERY_LANGUAGE, PARTS_OF_SPEECH, Concept

ID = re.compile(r"[^\s\"'/]+")
"""Ids are shown in reports and typed on the command line: no blanks, quotes or slashes."""


class Fields(TypedDict, total=False):
    """The fields of a `Concept`, beside its terms, that a file sets."""

    case_sensitive: bool
    translate: bool
    part_of_speech: str
    domain: str
    definition: str
    since: str
    until: str
    note: str
    reference: str


@dataclass(frozen=True, slots=True)
class Draft:
    """One [[concept]] of a file: its id, its terms and the fields it sets."""

    id: str
    lists: Lists
    fields: Fields
    where: Where


def _part_of_speech(value: object, key: str, where: Where) -> str:
    word = fields.text(value, key, where)
    if word not in PARTS_OF_SPEECH:
        known = ", ".join(PARTS_OF_SPEECH)
        raise where.error(f'field "{key}" must be one of {known}, not "{word}"')
    return word


Reader: TypeAlias = Callable[[object, str, Where], object]

READERS: Mapping[str, tuple[str, Reader]] = {
    "case_sensitive": ("case_sensitive", fields.flag),
    "part_of_speech": ("part_of_speech", _part_of_speech),
    "domain": ("domain", fields.text),
    "definition": ("definition", fields.text),
    "from": ("since", fields.date),
    "until": ("until", fields.date),
    "note": ("note", fields.text),
    "reference": ("reference", fields.text),
}
"""Key of the file: field of the concept, and how its value is read."""

ROLES = (Role.TERMS, Role.SHORT, Role.SUPERSEDED, Role.FORBIDDEN)
"""The lists of terms that a glossary file may have."""

KEEP = "keep"
"""The key of what is not to be translated."""

CONCEPT_KEYS = frozenset(("id", KEEP, *ROLES, *READERS))
DEFAULT_KEYS = frozenset(("case_sensitive", "domain", "reference"))
TABLES = frozenset(("defaults", "concept"))


def parse(content: bytes, file: str) -> tuple[Draft, ...]:
    """Parse and check the content of one glossary file; `file` names it in errors.

    Raises `ConfigError`, which names file, concept and key.
    """
    where = Where(file)
    table = fields.parsed(content, where)
    fields.check_keys(table, TABLES, where, "table")
    defaults = cast(
        "Fields", fields.defaults(table.get("defaults", {}), DEFAULT_KEYS, READERS, where)
    )
    drafts = tuple(
        _draft(entry, number, defaults, where)
        for number, entry in enumerate(fields.entries(table, "concept", where), start=1)
    )
    check(drafts)
    return drafts


def draft_of(concept: Concept, file: str) -> Draft:
    """A concept read from another format, as if a glossary file had it."""
    values: dict[str, Any] = {"case_sensitive": concept.case_sensitive}
    if not concept.translate:
        values["translate"] = False
    for name, _ in READERS.values():
        if name != "case_sensitive" and getattr(concept, name) is not None:
            values[name] = getattr(concept, name)
    place = Where(file, f'concept "{concept.id}"')
    return Draft(concept.id, lists_of(concept.terms), cast("Fields", values), place)


def _read(table: Table, where: Where) -> Fields:
    return cast("Fields", fields.read(table, READERS, where))


def _draft(table: Table, number: int, defaults: Fields, where: Where) -> Draft:
    """Read one [[concept]]."""
    place = Where(where.file, f"concept number {number}")
    if "id" not in table:
        raise place.error('field "id" is missing')
    name = fields.text(table["id"], "id", place)
    if not ID.fullmatch(name):
        raise place.error(f'field "id" must be without blanks, quotes and slashes, not "{name}"')
    place = Where(where.file, f'concept "{name}"')
    fields.check_keys(table, CONCEPT_KEYS, place)
    lists: Lists = {}
    for role in ROLES:
        lists |= _by_language(table.get(role, {}), role, place)
    values: Fields = {**defaults, **_read(table, place)}
    if KEEP in table:
        if lists:
            raise place.error('field "keep" stands alone: what is kept has no terms of its own')
        lists[Role.TERMS, EVERY_LANGUAGE] = fields.texts(table[KEEP], KEEP, place)
        values["translate"] = False
    return Draft(name, lists, values, place)


def _by_language(value: object, role: Role, where: Where) -> Lists:
    """A table of language tags, each with one term or a list: `{ en = "drone", ru = ["БПЛА"] }`."""
    if not isinstance(value, Mapping):
        raise where.wrong(role, 'a table of languages such as { en = ["drone"] }', value)
    lists: Lists = {}
    for tag, terms in value.items():
        fields.language(tag, role, where)
        listed = [terms] if isinstance(terms, str) else terms
        lists[role, str(tag)] = fields.texts(listed, f"{role}.{tag}", where)
    return lists


def check(drafts: tuple[Draft, ...]) -> None:
    """Raise `ConfigError` for the first contradiction among the drafts of one file."""
    seen: set[str] = set()
    for draft in drafts:
        if draft.id in seen:
            raise draft.where.error("this id stands twice in the file")
        seen.add(draft.id)
        roles: dict[tuple[str, str], Role] = {}
        for (role, lang), texts in sorted(draft.lists.items()):
            for text in texts:
                other = roles.setdefault((lang, text), role)
                if other is not role:
                    raise draft.where.error(f'"{text}" stands both in "{other}" and in "{role}"')
        since, until = draft.fields.get("since"), draft.fields.get("until")
        if since and until and until < since:
            raise draft.where.error('field "until" is a day before "from"')
