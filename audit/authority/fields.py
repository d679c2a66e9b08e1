"""Reads one typed field of a names file at a time, and says exactly what is wrong with it."""

import datetime
import difflib
import re
import tomllib
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from audit.errors import ConfigError

COUNTRY = re.compile(r"[A-Z]{2}")
"""An ISO 3166-1 code of two letters."""

LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
"""A BCP 47 tag: the language in lower case, then subtags."""

JOINERS = {0x200C: None, 0x200D: None}
"""Zero-width joiners are letters' work in Persian and Indic scripts, not stray characters."""

SUGGESTION_CUTOFF = 0.6
"""How alike a key must be to be suggested; the default of difflib, which takes "forbiden"."""

Table: TypeAlias = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Where:
    """A place in a names file: the file as it is named to the user, and the entry in it."""

    file: str
    entry: str = ""

    def error(self, message: str) -> ConfigError:
        """The error that `message` is at this place."""
        return ConfigError(": ".join(part for part in (self.file, self.entry, message) if part))

    def wrong(self, key: str, expected: str, found: object) -> ConfigError:
        """The error of a field that holds something else than was expected."""
        return self.error(f'field "{key}" must be {expected}, not {_noun(found)}')


def parsed(content: bytes, where: Where) -> dict[str, Any]:
    """The table of a TOML file. Raises `ConfigError` for what is no UTF-8 or no TOML."""
    try:
        return tomllib.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise where.error(f"not UTF-8 text: bad byte at position {error.start}") from None
    except (ValueError, RecursionError) as error:
        raise where.error(f"not valid TOML: {error or 'nested too deeply'}") from None


def check_keys(table: Table, known: frozenset[str], where: Where, noun: str = "field") -> None:
    """Refuse a key that is not among `known`, naming the nearest one."""
    for key in table:
        if key in known:
            continue
        near = difflib.get_close_matches(key, sorted(known), n=1, cutoff=SUGGESTION_CUTOFF)
        hint = f'did you mean "{near[0]}"?' if near else f"known are: {', '.join(sorted(known))}"
        raise where.error(f'{noun} "{key}" is not known; {hint}')


def entries(table: Table, key: str, where: Where) -> list[Table]:
    """The tables of `[[key]]`; raises `ConfigError` where something else stands there."""
    found = table.get(key, [])
    if not isinstance(found, list) or not all(isinstance(entry, dict) for entry in found):
        raise where.error(f"write [[{key}]] in double brackets before each {key}")
    return found


def read(
    table: Table,
    readers: Mapping[str, tuple[str, Callable[[object, str, Where], Any]]],
    where: Where,
) -> dict[str, Any]:
    """The fields of `table` that `readers` know, each under its name there."""
    values: dict[str, Any] = {}
    for key, value in table.items():
        if key in readers:
            name, reader = readers[key]
            values[name] = reader(value, key, where)
    return values


def defaults(
    table: object,
    keys: frozenset[str],
    readers: Mapping[str, tuple[str, Callable[[object, str, Where], Any]]],
    where: Where,
) -> dict[str, Any]:
    """The fields of `[defaults]`, which hold for every entry of the file that sets no other."""
    if not isinstance(table, Mapping):
        raise where.error("write [defaults] as a table")
    place = Where(where.file, "[defaults]")
    check_keys(table, keys, place)
    return read(table, readers, place)


def text(value: object, key: str, where: Where) -> str:
    """One string: not empty, without blanks at its ends or control characters; returned as NFC."""
    if not isinstance(value, str):
        raise where.wrong(key, "a string", value)
    return _clean(value, key, where)


def texts(value: object, key: str, where: Where) -> tuple[str, ...]:
    """A list of strings without repetition."""
    if not isinstance(value, list):
        raise where.wrong(key, "a list of strings", value)
    forms: dict[str, None] = {}
    for item in value:
        if not isinstance(item, str):
            raise where.wrong(key, "a list of strings", item)
        form = _clean(item, key, where)
        if form in forms:
            raise where.error(f'field "{key}" holds "{form}" twice')
        forms[form] = None
    return tuple(forms)


def flag(value: object, key: str, where: Where) -> bool:
    """A truth value."""
    if not isinstance(value, bool):
        raise where.wrong(key, "true or false", value)
    return value


def date(value: object, key: str, where: Where) -> str:
    """A TOML date (without a time of day), returned in ISO form."""
    if not isinstance(value, datetime.date) or isinstance(value, datetime.datetime):
        raise where.wrong(key, "a date written without quotes, such as 2019-08-14", value)
    return value.isoformat()


def country(value: object, key: str, where: Where) -> str:
    """An ISO 3166-1 code of two capital letters."""
    code = text(value, key, where)
    if not COUNTRY.fullmatch(code):
        raise where.error(f'field "{key}" must be a code of two capital letters, not "{code}"')
    return code


def language(value: object, key: str, where: Where) -> str:
    """A language tag such as "en" or "pt-BR"."""
    tag = text(value, key, where)
    if not LANGUAGE.fullmatch(tag):
        raise where.error(f'field "{key}" must be a language tag such as "en", not "{tag}"')
    return tag


def by_language(value: object, key: str, where: Where) -> tuple[tuple[str, str], ...]:
    """A table of language tags, each with a list of strings: `{ uk = ["Київ"] }`."""
    if not isinstance(value, Mapping):
        raise where.wrong(key, "a table of languages, each with a list of strings", value)
    pairs: list[tuple[str, str]] = []
    for tag, forms in value.items():
        language(tag, key, where)
        pairs.extend((str(tag), form) for form in texts(forms, f"{key}.{tag}", where))
    return tuple(pairs)


def _clean(value: str, key: str, where: Where) -> str:
    """Check one string and bring it to NFC."""
    bare = value.strip()
    if not bare:
        raise where.error(f'field "{key}" holds an empty string')
    if not value.isprintable() and not value.translate(JOINERS).isprintable():
        raise where.error(f'field "{key}" holds a control or invisible character: {value!a}')
    if bare != value:
        raise where.error(f'field "{key}" has a blank at the beginning or end of "{value}"')
    return value if value.isascii() else unicodedata.normalize("NFC", value)


def _noun(value: object) -> str:
    """What a TOML value is, in words."""
    match value:
        case bool():
            return "true or false"
        case str():
            return f'the string "{value}"'
        case int() | float():
            return f"the number {value}"
        case datetime.datetime():
            return f"the date and time {value.isoformat()}"
        case datetime.date():
            return f"the date {value.isoformat()}"
        case list():
            return "a list"
        case Mapping():
            return "a table"
    return "a time of day"
