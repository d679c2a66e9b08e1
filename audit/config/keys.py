"""The table of configuration keys: the one place that says which there are and what they take.

The loader, the commented file that `mtaudit init` writes and the JSON Schema all read this table.
"""

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from audit.config.baseline import FILE_NAME as BASELINE_FILE
from audit.config.schema import FailOn, FinderRequest, LinkScope, ReportRequest
from audit.config.suppressions import FILE_NAME
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


def _day(value: object) -> str:
    """A day in ISO form, as text or as TOML writes dates."""
    day = value.isoformat() if isinstance(value, date) else value
    try:
        if isinstance(day, str) and date.fromisoformat(day).isoformat() == day:
            return day
    except ValueError:
        pass
    raise ValueError('a day such as "2026-01-31"')


def _jobs(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise ValueError("a whole number of processes, or 0 for all cores")
    return value or _cores()


def _cores() -> int:
    """The number of cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _most(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise ValueError("a whole number of findings, at least 1")
    return value


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


COLUMNS = ("target", "source", "reference", "id", "lang", "source_lang", "document")
"""What a column of a table can hold, as `audit.read.table` has it."""


def _columns(value: object) -> Mapping[str, str | int]:
    expected = 'a table such as { target = "English", source = "Ukrainian" }, or of numbers from 1'
    if not isinstance(value, Mapping) or not set(value) <= set(COLUMNS) or "target" not in value:
        raise ValueError(f"{expected}; it needs target and may have {', '.join(COLUMNS[1:])}")
    if all(isinstance(one, str) and one.strip() for one in value.values()):
        return dict(value)
    if all(type(one) is int and one >= 1 for one in value.values()):
        return dict(value)
    raise ValueError(f"{expected}; all by name or all by number")


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
        "source-lang",
        "source_lang",
        "Language of the source texts (BCP 47) where an input does not say.",
        '"uk"',
        {"type": "string", "pattern": f"^{_LANGUAGE_TAG.pattern}$"},
        _language,
    ),
    Key(
        "source",
        "source",
        "The source of the text in a file of its own, line by line where both are plain text; or a "
        "folder that has a file of the same name for each input.",
        '"originals"',
        {"type": "string", "minLength": 1},
        _text,
        paths=True,
    ),
    Key(
        "columns",
        "columns",
        "Which columns of CSV and TSV files hold what: names in the header, or numbers from 1 "
        "where there is no header. Without it, the header says target, source, reference, id, "
        "lang, source_lang and document.",
        '{ target = "English", source = "Ukrainian" }',
        {
            "type": "object",
            "required": ["target"],
            "propertyNames": {"enum": list(COLUMNS)},
            "additionalProperties": {
                "anyOf": [{"type": "string", "minLength": 1}, {"type": "integer", "minimum": 1}]
            },
            "default": {},
        },
        _columns,
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
        "suppressions",
        "suppressions",
        f"The file of findings to let stand, which `mtaudit apply` writes; without this key, "
        f"{FILE_NAME} beside this file, where there is one.",
        f'"{FILE_NAME}"',
        {"type": "string", "minLength": 1},
        _text,
        paths=True,
    ),
    Key(
        "baseline",
        "baseline",
        f"The file of findings that are known and do not count, which `mtaudit baseline` writes; "
        f"without this key, {BASELINE_FILE} beside this file, where there is one.",
        f'"{BASELINE_FILE}"',
        {"type": "string", "minLength": 1},
        _text,
        paths=True,
    ),
    Key(
        "cache",
        "cache",
        "A folder in which to keep what was found of single documents, so that the next run looks "
        "only at those that changed; the report is the same.",
        '".mtaudit-cache"',
        {"type": "string", "minLength": 1},
        _text,
        paths=True,
    ),
    Key(
        "diff-base",
        "diff_base",
        "A commit, branch or tag: findings on lines that have not changed since are known and do "
        "not count. Names are still compared over all inputs.",
        '"origin/main"',
        {"type": "string", "minLength": 1},
        _text,
    ),
    Key(
        "as-of",
        "as_of",
        "The day on which suppressions with a last day are judged; without it they hold. The "
        "command line is the place for it: `--as-of` with today’s date.",
        '"2026-01-31"',
        {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"},
        _day,
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
    Key(
        "report-lang",
        "report_lang",
        'The language an HTML report speaks: "en" or "uk". What rules say stays English.',
        '"uk"',
        {"type": "string", "pattern": f"^{_LANGUAGE_TAG.pattern}$", "default": "en"},
        _language,
    ),
    Key(
        "max-report-findings",
        "max_report_findings",
        "How many findings an HTML report may hold; the worst are kept and the report says how "
        "many are left out. Without it, all.",
        "20000",
        {"type": "integer", "minimum": 1},
        _most,
    ),
)
"""Every key outside the `[rules]` table, in the order in which they are shown."""
