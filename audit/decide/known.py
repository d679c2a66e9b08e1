"""Reads what a `report.json` holds, to tell decisions on it from decisions on something else."""

import json

from audit.decide.effects import Known
from audit.decide.json_reader import JsonObject
from audit.errors import ConfigError

REPORT_SCHEMA = "mtaudit/report/1"
"""The form of report.json that is understood."""


def read_known(content: bytes, name: str) -> Known:
    """The fingerprints and entity ids of a report. Raises `ConfigError` for anything else."""
    report = _report(content, name)
    return Known(
        frozenset(one.text("fingerprint") for one in report.objects("findings", "finding")),
        frozenset(one.text("id") for one in report.objects("entities", "entity")),
    )


def read_paths(content: bytes, name: str) -> tuple[str, ...]:
    """The paths of the inputs of a report, each once, in its order."""
    documents = _report(content, name).objects("documents", "document")
    return tuple(dict.fromkeys(one.text("path") for one in documents))


def is_report(head: bytes) -> bool:
    """Whether a file that begins with `head` is a report.json."""
    return REPORT_SCHEMA.encode() in head[:200]


def _report(content: bytes, name: str) -> JsonObject:
    try:
        report = JsonObject.of(json.loads(content), name)
    except (ValueError, RecursionError) as fault:
        raise ConfigError(f"{name}: not usable JSON: {fault or 'nested too deeply'}") from None
    if report.values.get("schema") != REPORT_SCHEMA:
        raise report.error(f"no {REPORT_SCHEMA} file")
    return report
