"""The rules of a run as SARIF describes them, and MQM as the taxonomy they belong to."""

from collections.abc import Sequence

from audit.model.finding import FindingClass
from audit.model.mqm import MQM, Dimension
from audit.model.rule import Rule
from audit.report.ci.items import Level, level_of
from audit.report.rule_page import as_markdown, as_text

_PRECISION = {
    FindingClass.ERROR: "very-high",
    FindingClass.QUERY: "medium",
    FindingClass.CHROME: "high",
    FindingClass.INFO: "low",
}
"""GitHub's four steps; the measured precision of each rule is in the documentation."""
_PROBLEM = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "recommendation"}
_LONGEST = 1024
"""Characters that GitHub takes of a description."""


def rule_descriptors(rules: Sequence[Rule]) -> list[dict[str, object]]:
    """The `rules` of the driver, in the order given."""
    return [_descriptor(rule) for rule in rules]


def _descriptor(rule: Rule) -> dict[str, object]:
    level = level_of(rule.finding_class)
    return {
        "id": rule.id,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": f"{rule.name.replace('-', ' ').capitalize()}."},
        "fullDescription": {"text": rule.why[:_LONGEST]},
        "help": {"text": as_text(rule), "markdown": as_markdown(rule)},
        "defaultConfiguration": {"level": level.value, "enabled": rule.default_on},
        "relationships": [
            {
                "target": {"id": rule.mqm.value, "toolComponent": {"name": "MQM", "index": 0}},
                "kinds": ["superset"],
            }
        ],
        "properties": {
            "precision": _PRECISION[rule.finding_class],
            "problem.severity": _PROBLEM[level],
            "tags": [rule.mqm.dimension.value, rule.finding_class.value, rule.severity.value],
        },
    }


def taxonomy() -> dict[str, object]:
    """MQM, the Multidimensional Quality Metrics typology: its dimensions and types in use here."""
    return {
        "name": "MQM",
        "organization": "themqm.org",
        "shortDescription": {"text": "Multidimensional Quality Metrics, an error typology."},
        "isComprehensive": False,
        "taxa": [*(_taxon(one.value) for one in Dimension), *(_taxon(one.value) for one in MQM)],
    }


def _taxon(path: str) -> dict[str, object]:
    words = path.rpartition("/")[2].replace("-", " ").capitalize()
    return {"id": path, "name": path, "shortDescription": {"text": f"{words}."}}
