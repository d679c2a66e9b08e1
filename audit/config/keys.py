"""The table of configuration keys: the one place that says which there are and what they take.

The loader, the commented file that `mtaudit init` writes and the JSON Schema all read this table.
"""

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from audit.config.schema import FailOn, FinderRequest, LinkScope, ReportRequest
from audit.model.mqm import MQM, Dimension
from audit.model.score import GateKind


@dataclass(frozen=True, slots=True)
class Key:
    """One key of the configuration file.

    `name` is the key as written in the file and, but for `authority`, as the option of `check`;
    `field` is the field of `Config` it fills. `parse` makes the field's value of the TOML value
    and raises `ValueError` saying what was expected. `example` is a TOML value for the commented
    file, `schema` the JSON Schema of the value. `paths` marks values that are paths relative to
    the configuration file.
    """

    name: str
    field: str
    says: str
    example: str
    schema: Mapping[str, object]
    parse: Callable[[object], object]
    paths: bool = False


_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
"""The shape of the BCP 47 tags in use for languages; whether one is registered is not asked."""

_TEXTS_SCHEMA: Mapping[str, object] = {
    "type": "array",
    "items": {"type": "string", "minLength": 1},
    "default": [],
}


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError("a text in quotes")
    return value


def _language(value: object) -> str:
    if not isinstance(value, str) or not _LANGUAGE_TAG.fullmatch(value):
        raise ValueError('a language tag such as "en", "uk" or "pt-BR"')
    return value


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list | tuple):
        raise ValueError('a list of texts such as ["…", "…"]')
    if not all(isinstance(item, str) and item.strip() for item in value):
        raise ValueError('a list of texts such as ["…", "…"], none of them empty')
    return tuple(value)


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError("true or false")
    return value


def _choice(kind: type[StrEnum]) -> Callable[[object], StrEnum]:
    def parse(value: object) -> StrEnum:
        if value not in [member.value for member in kind]:
            raise ValueError("one of " + ", ".join(f'"{member}"' for member in kind))
        return kind(value)

    return parse


def _jobs(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise ValueError("a whole number of processes, or 0 for all cores")
    return value or _cores()


def _cores() -> int:
    """The number of cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _reports(value: object) -> tuple[ReportRequest, ...]:
    return tuple(_report(item) for item in _texts(value))


def _report(text: str) -> ReportRequest:
    """Parse `FORMAT`, `FORMAT:-` (both standard output) or `FORMAT:PATH`."""
    name, colon, path = text.partition(":")
    if not name or (colon and not path):
        raise ValueError('FORMAT or FORMAT:PATH, such as "html:report.html"')
    return ReportRequest(name, None if path in ("", "-") else path)


def _finder(value: object) -> FinderRequest:
    """Parse `FINDER` or `FINDER:MODEL`."""
    name, colon, argument = _text(value).strip().partition(":")
    if not name or (colon and not argument):
        raise ValueError('FINDER or FINDER:MODEL, such as "light" or "spacy:fr_core_news_sm"')
    return FinderRequest(name, argument or None)


def _quality(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 100:
        raise ValueError("a score from 0 to 100")
    return float(value)


ANY_GATE = "any"
"""Stands for every gate, those of later versions too."""


def _gates(value: object) -> tuple[GateKind, ...]:
    words = _texts(value)
    known = [ANY_GATE, *GateKind]
    if not set(words) <= set(known):
        raise ValueError("a list of " + ", ".join(f'"{word}"' for word in known))
    return tuple(kind for kind in GateKind if kind in words or ANY_GATE in words)


HEAVIEST_WEIGHT = 100
"""Largest factor on penalty points: enough to make a minor error weigh as much as four critical."""

WEIGHED = (*(one.value for one in Dimension), *(one.value for one in MQM))
"""What a factor may be set for: MQM dimensions and types."""


def _weights(value: object) -> Mapping[str, float]:
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


def _schema_of(kind: type[StrEnum], default: str) -> Mapping[str, object]:
    return {"enum": [member.value for member in kind], "default": default}


KEYS = (
    Key(
        "lang",
        "lang",
        "Language of the texts (BCP 47) where an input does not say; without it, it is told from "
        "the text.",
        '"en"',
        {"type": "string", "pattern": f"^{_LANGUAGE_TAG.pattern}$"},
        _language,
    ),
    Key(
        "profile",
        "profile",
        "House style to follow for names; without it, each name need only be spelled one way.",
        '"ap"',
        {"type": "string", "minLength": 1},
        _text,
    ),
    Key(
        "authority",
        "authority",
        "Your own names files, strongest first; they come before the profile and the built-in "
        "names.",
        '["names.toml"]',
        _TEXTS_SCHEMA,
        _texts,
        paths=True,
    ),
    Key(
        "builtin-authority",
        "builtin_authority",
        "Whether the names that ship with mtaudit are used.",
        "true",
        {"type": "boolean", "default": True},
        _flag,
    ),
    Key(
        "glossary",
        "glossary",
        "Your glossaries, strongest first: TOML, TBX, or CSV with a heading.",
        '["glossary.toml"]',
        _TEXTS_SCHEMA,
        _texts,
        paths=True,
    ),
    Key(
        "scope",
        "scope",
        'Over what one name must be spelled one way: "feed" (all inputs together) or "document".',
        '"feed"',
        _schema_of(LinkScope, "feed"),
        _choice(LinkScope),
    ),
    Key(
        "mentions",
        "mentions",
        'Who finds the names: "light" (capitals, word lists, the names files), or a model beside '
        'it: "spacy", "spacy:PIPELINE,PIPELINE", "natasha", "transformers:FOLDER".',
        '"light"',
        {"type": "string", "minLength": 1, "default": "light"},
        _finder,
        paths=True,
    ),
    Key(
        "fail-on",
        "fail_on",
        'The lightest finding that makes `check` exit 1: "critical" or "major" (errors of that '
        'severity at least), "error", "query" (and errors), "chrome" (and page residue), "info" '
        '(everything) or "never".',
        '"error"',
        _schema_of(FailOn, "error"),
        _choice(FailOn),
    ),
    Key(
        "fail-under",
        "fail_under",
        "The lowest quality score, over all inputs together, with which `check` exits 0; inputs of "
        "under 500 words in all have no score and do not fail by it.",
        "97.5",
        {"type": "number", "minimum": 0, "maximum": 100},
        _quality,
    ),
    Key(
        "fail-on-gate",
        "fail_on_gate",
        "Gates that make `check` exit 1 when a new finding closes them: "
        + ", ".join(f'"{kind}"' for kind in GateKind)
        + f', or "{ANY_GATE}".',
        '["critical", "foreign-script"]',
        {
            "type": "array",
            "items": {"enum": [ANY_GATE, *(kind.value for kind in GateKind)]},
            "default": [],
        },
        _gates,
    ),
    Key(
        "score-weights",
        "score_weights",
        "Factors on the penalty points of MQM types or dimensions, 1 where nothing is said; a type "
        "comes before its dimension.",
        '{ style = 0.5, "locale-conventions/date-format" = 2 }',
        {
            "type": "object",
            "propertyNames": {"enum": list(WEIGHED)},
            "additionalProperties": {"type": "number", "minimum": 0, "maximum": HEAVIEST_WEIGHT},
            "default": {},
        },
        _weights,
    ),
    Key(
        "select",
        "select",
        "Rules to run: ids, names or families; empty means all that are on by default.",
        '["NAM", "NUM"]',
        _TEXTS_SCHEMA,
        _texts,
    ),
    Key(
        "ignore",
        "ignore",
        "Rules not to run: ids, names or families.",
        '["STY"]',
        _TEXTS_SCHEMA,
        _texts,
    ),
    Key(
        "exclude",
        "exclude",
        "Input files to leave out, as glob patterns.",
        '["drafts/*"]',
        _TEXTS_SCHEMA,
        _texts,
    ),
    Key(
        "jobs",
        "jobs",
        "Number of processes; 0 means all cores. The report is the same for any number.",
        "0",
        {"type": "integer", "minimum": 0, "default": 1},
        _jobs,
    ),
    Key(
        "report",
        "reports",
        "Reports to write, each FORMAT:PATH, or FORMAT alone for standard output.",
        '["html:report.html"]',
        _TEXTS_SCHEMA,
        _reports,
        paths=True,
    ),
)
"""Every key outside the `[rules]` table, in the order in which they are shown."""
