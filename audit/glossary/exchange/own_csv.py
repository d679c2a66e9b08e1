"""Our own table: one row a term, everything a glossary holds, nothing lost."""

import csv
import datetime
import io
from collections.abc import Iterable, Mapping, Sequence

from audit.authority.fields import Where
from audit.errors import ConfigError
from audit.glossary.concepts import Lists, Role, lists_of, terms_of
from audit.glossary.exchange.base import FIELDS, KEYS, Exported, Imported, Languages, cleaned
from audit.lang.tags import tag_of
from audit.model.terms import EVERY_LANGUAGE, PARTS_OF_SPEECH, Concept

COLUMNS = ("concept", "lang", "term", "role", *(KEYS.get(name, name) for name in FIELDS))
"""The heading. Fields of a concept stand in the row of its first term only."""

_FLAGS = ("case_sensitive", "translate")
_WORDS = {"true": True, "false": False}


def write(concepts: Iterable[Concept], languages: Languages) -> Exported:  # noqa: ARG001
    """The table of `concepts`."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(COLUMNS)
    for concept in concepts:
        values = [_shown(getattr(concept, name)) for name in FIELDS]
        for (role, lang), texts in sorted(lists_of(concept.terms).items(), key=_in_order):
            for text in texts:
                rows.writerow([concept.id, lang, text, role.value, *values])
                values = [""] * len(FIELDS)
    return Exported({"": out.getvalue()}, {})


def _in_order(item: tuple[tuple[Role, str], object]) -> tuple[str, int]:
    (role, lang), _ = item
    return lang, list(Role).index(role)


def _shown(value: str | bool | None) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return value or ""


def is_own(heading: Sequence[str]) -> bool:
    """Whether a heading is that of our own table; columns may be missing or in another order."""
    return {"concept", "lang", "term"} <= set(heading)


def read(rows: Sequence[tuple[int, list[str]]], name: str) -> Imported:
    """The concepts of a table; `rows` are numbered lines, the heading first."""
    heading = rows[0][1]
    unknown = [column for column in heading if column and column not in COLUMNS]
    if unknown:
        raise ConfigError(
            f'{name}: column "{unknown[0]}" is not known; known are {", ".join(COLUMNS)}'
        )
    lists: dict[str, Lists] = {}
    fields: dict[str, dict[str, object]] = {}
    for line, row in rows[1:]:
        where = Where(name, f"line {line}")
        cells = dict(zip(heading, row, strict=False))
        identity = cleaned(cells.get("concept", ""), "concept", where).replace(" ", "-")
        key = _role(cells, where), _lang(cells, where)
        mine = lists.setdefault(identity, {})
        text = cleaned(cells.get("term", ""), "term", where)
        if text not in mine.get(key, ()):
            mine[key] = (*mine.get(key, ()), text)
        own = fields.setdefault(identity, {})
        for column, value in _fields(cells, where):
            if own.setdefault(column, value) != value:
                raise where.error(f'"{column}" of concept "{identity}" has two values')
    made = tuple(Concept(key, terms_of(lists[key]), **fields[key]) for key in lists)  # type: ignore[arg-type]
    return Imported(made, {})


def _role(cells: Mapping[str, str], where: Where) -> Role:
    word = cells.get("role", "").strip() or Role.TERMS.value
    if word not in list(Role):
        raise where.error(f'"role" must be one of {", ".join(Role)}, not "{word}"')
    return Role(word)


def _lang(cells: Mapping[str, str], where: Where) -> str:
    word = cells.get("lang", "")
    tag = word if word == EVERY_LANGUAGE else tag_of(word)
    if tag is None:
        raise where.error(f'"lang" must be a language tag such as "en", not "{word}"')
    return tag


def _fields(cells: Mapping[str, str], where: Where) -> Iterable[tuple[str, object]]:
    """The fields that a row fills, as a concept has them."""
    for name in FIELDS:
        key = KEYS.get(name, name)
        word = cells.get(key, "").strip()
        if not word:
            continue
        if name in _FLAGS:
            if word.lower() not in _WORDS:
                raise where.error(f'"{key}" must be true or false, not "{word}"')
            yield name, _WORDS[word.lower()]
            continue
        if name in ("since", "until") and not _is_date(word):
            raise where.error(f'"{key}" must be a date such as 2024-01-31, not "{word}"')
        if name == "part_of_speech" and word not in PARTS_OF_SPEECH:
            raise where.error(f'"{key}" must be one of {", ".join(PARTS_OF_SPEECH)}')
        yield name, cleaned(word, key, where)


def _is_date(word: str) -> bool:
    try:
        return datetime.date.fromisoformat(word).isoformat() == word
    except ValueError:
        return False
