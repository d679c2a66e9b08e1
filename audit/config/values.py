"""What the values of configuration keys are made of: each function checks one kind and gives it.

All raise `ValueError` saying what was expected, in words that follow “expected”.
"""

import os
import re
from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum

from audit.config.schema import EngineRequest, FinderRequest, ReportRequest
from audit.model.mqm import MQM, Dimension
from audit.model.score import GateKind

LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
"""The shape of the BCP 47 tags in use for languages; whether one is registered is not asked."""

TEXTS_SCHEMA: Mapping[str, object] = {
    "type": "array",
    "items": {"type": "string", "minLength": 1},
    "default": [],
}


def text(value: object) -> str:
    """A text that is not blank."""
    if not isinstance(value, str) or not value.strip():
        raise ValueError("a text in quotes")
    return value


def language(value: object) -> str:
    """A BCP 47 tag of a language."""
    if not isinstance(value, str) or not LANGUAGE_TAG.fullmatch(value):
        raise ValueError('a language tag such as "en", "uk" or "pt-BR"')
    return value


def texts(value: object) -> tuple[str, ...]:
    """A list of texts, none of them blank."""
    if not isinstance(value, list | tuple):
        raise ValueError('a list of texts such as ["…", "…"]')
    if not all(isinstance(item, str) and item.strip() for item in value):
        raise ValueError('a list of texts such as ["…", "…"], none of them empty')
    return tuple(value)


def flag(value: object) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        raise ValueError("true or false")
    return value


def choice(kind: type[StrEnum]) -> Callable[[object], StrEnum]:
    """A function that takes the value of a member of `kind` and gives the member."""

    def parse(value: object) -> StrEnum:
        if value not in [member.value for member in kind]:
            raise ValueError("one of " + ", ".join(f'"{member}"' for member in kind))
        return kind(value)

    return parse


def day(value: object) -> str:
    """A day in ISO form, as text or as TOML writes dates."""
    day = value.isoformat() if isinstance(value, date) else value
    try:
        if isinstance(day, str) and date.fromisoformat(day).isoformat() == day:
            return day
    except ValueError:
        pass
    raise ValueError('a day such as "2026-01-31"')


def jobs(value: object) -> int:
    """A number of processes; 0 becomes the number of cores."""
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise ValueError("a whole number of processes, or 0 for all cores")
    return value or _cores()


def _cores() -> int:
    """The number of cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def most(value: object) -> int:
    """A count, at least 1."""
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise ValueError("a whole number of findings, at least 1")
    return value


def reports(value: object) -> tuple[ReportRequest, ...]:
    """Reports to write, each as `FORMAT:PATH`."""
    return tuple(_report(item) for item in texts(value))


def _report(text: str) -> ReportRequest:
    """Parse `FORMAT`, `FORMAT:-` (both standard output) or `FORMAT:PATH`."""
    name, colon, path = text.partition(":")
    if not name or (colon and not path):
        raise ValueError('FORMAT or FORMAT:PATH, such as "html:report.html"')
    return ReportRequest(name, None if path in ("", "-") else path)


def finder(value: object) -> FinderRequest:
    """Parse `FINDER` or `FINDER:MODEL`."""
    name, colon, argument = text(value).strip().partition(":")
    if not name or (colon and not argument):
        raise ValueError('FINDER or FINDER:MODEL, such as "light" or "spacy:fr_core_news_sm"')
    return FinderRequest(name, argument or None)


ENGINES = ("local", "ray")
"""What documents can be examined on."""


def engine(value: object) -> EngineRequest:
    """Parse `ENGINE` or `ENGINE:ADDRESS`."""
    name, colon, address = text(value).strip().partition(":")
    if name not in ENGINES or (colon and not address) or (address and name == ENGINES[0]):
        raise ValueError('"local", "ray" or "ray:ADDRESS"')
    return EngineRequest(name, address or None)


def quality(value: object) -> float:
    """A quality score, 0 to 100."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 100:
        raise ValueError("a score from 0 to 100")
    return float(value)


ANY_GATE = "any"
"""Stands for every gate, those of later versions too."""


def gates(value: object) -> tuple[GateKind, ...]:
    """Kinds of gates, `any` standing for all."""
    words = texts(value)
    known = [ANY_GATE, *GateKind]
    if not set(words) <= set(known):
        raise ValueError("a list of " + ", ".join(f'"{word}"' for word in known))
    return tuple(kind for kind in GateKind if kind in words or ANY_GATE in words)


HEAVIEST_WEIGHT = 100
"""Largest factor on penalty points: enough to make a minor error weigh as much as four critical."""

WEIGHED = (*(one.value for one in Dimension), *(one.value for one in MQM))
"""What a factor may be set for: MQM dimensions and types."""


def weights(value: object) -> Mapping[str, float]:
    """Factors by MQM type or dimension."""
    if not isinstance(value, Mapping) or not all(map(_is_weight, value.values())):
        raise ValueError(
            f"a table of MQM types or dimensions and numbers from 0 to {HEAVIEST_WEIGHT}, "
            "such as { style = 0.5 }"
        )
    return {name: float(factor) for name, factor in value.items()}


def _is_weight(value: object) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return 0 <= value <= HEAVIEST_WEIGHT


def schema_of(kind: type[StrEnum], default: str) -> Mapping[str, object]:
    """The JSON Schema of a choice among the members of `kind`."""
    return {"enum": [member.value for member in kind], "default": default}


COLUMNS = ("target", "source", "reference", "id", "lang", "source_lang", "document")
"""What a column of a table can hold, as `audit.read.table` has it."""


def columns(value: object) -> Mapping[str, str | int]:
    """Which columns of a table hold what, by name or number."""
    expected = 'a table such as { target = "English", source = "Ukrainian" }, or of numbers from 1'
    if not isinstance(value, Mapping) or not set(value) <= set(COLUMNS) or "target" not in value:
        raise ValueError(f"{expected}; it needs target and may have {', '.join(COLUMNS[1:])}")
    if all(isinstance(one, str) and one.strip() for one in value.values()):
        return dict(value)
    if all(type(one) is int and one >= 1 for one in value.values()):
        return dict(value)
    raise ValueError(f"{expected}; all by name or all by number")
