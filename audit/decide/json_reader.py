"""Reads typed values out of parsed JSON, and says where in it something is wrong."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from audit.errors import ConfigError

E = TypeVar("E", bound=StrEnum)

LONGEST_TEXT = 2000
"""Code points of one text; a name, a passage or a note is shorter."""

REPLACEMENT = "\ufffd"
"""Stands for a lone surrogate, which a JSON escape can carry and UTF-8 cannot."""

_SURROGATES = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class JsonObject:
    """One JSON object and its place, which opens every message: `decisions.json: decision 2`."""

    values: Mapping[str, object]
    where: str

    @classmethod
    def of(cls, value: object, where: str) -> "JsonObject":
        """`value` as an object. Raises `ConfigError` where it is none."""
        if not isinstance(value, Mapping):
            raise ConfigError(f"{where}: must be an object")
        return cls(value, where)

    def error(self, message: str) -> ConfigError:
        """The error that `message` is here."""
        return ConfigError(f"{self.where}: {message}")

    def only(self, *known: str) -> "JsonObject":
        """The object itself, once it is sure that it has no other keys."""
        for key in self.values:
            if key not in known:
                raise self.error(f"“{key}” is not known; known are {', '.join(known)}")
        return self

    def text(self, key: str, *, empty: bool = False) -> str:
        """A text that must be there."""
        value = self.maybe_text(key, empty=empty)
        if value is None:
            raise self.error(f"“{key}” is missing")
        return value

    def maybe_text(self, key: str, *, empty: bool = False) -> str | None:
        """A text that may be missing or null."""
        value = self.values.get(key)
        if value is None:
            return None
        if not isinstance(value, str):
            raise self.error(f"“{key}” must be a text")
        if not value.strip() and not (empty and not value):
            raise self.error(f"“{key}” is empty")
        if len(value) > LONGEST_TEXT:
            raise self.error(f"“{key}” is longer than {LONGEST_TEXT} characters")
        return _SURROGATES.sub(REPLACEMENT, value)

    def passage(self, key: str) -> str:
        """A text of any content and length."""
        value = self.values.get(key)
        if not isinstance(value, str):
            raise self.error(f"“{key}” must be a text")
        return _SURROGATES.sub(REPLACEMENT, value)

    def one_of(self, key: str, kind: type[E]) -> E:
        """A member of an enumeration that must be there."""
        value = self.maybe_one_of(key, kind)
        if value is None:
            raise self.error(f"“{key}” is missing")
        return value

    def maybe_one_of(self, key: str, kind: type[E]) -> E | None:
        """A member of an enumeration that may be missing or null."""
        value = self.values.get(key)
        if value is None:
            return None
        if value not in [member.value for member in kind]:
            raise self.error(f"“{key}” must be one of {', '.join(kind)}, not {value!r:.60}")
        return kind(value)

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; missing is empty, repetitions count once."""
        found: dict[str, None] = {}
        for value in self._list(key):
            found[JsonObject({key: value}, self.where).text(key)] = None
        return tuple(found)

    def inner(self, key: str) -> "JsonObject":
        """An object that must be there."""
        if key not in self.values:
            raise self.error(f"“{key}” is missing")
        return JsonObject.of(self.values[key], f"{self.where}: {key}")

    def maybe_inner(self, key: str) -> "JsonObject | None":
        """An object that may be missing or null."""
        return None if self.values.get(key) is None else self.inner(key)

    def objects(self, key: str, noun: str) -> Iterator["JsonObject"]:
        """A list of objects, each called `noun` and its number in messages; missing is empty."""
        for number, value in enumerate(self._list(key), 1):
            yield JsonObject.of(value, f"{self.where}: {noun} {number}")

    def _list(self, key: str) -> list[object]:
        value = self.values.get(key, [])
        if not isinstance(value, list):
            raise self.error(f"“{key}” must be a list")
        return value
