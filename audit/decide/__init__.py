"""Decisions: what an editor decided on a report, carried into names file and suppressions.

`read_decisions` reads a `decisions.json`, `plan` works out what it does to the publisher's files,
and the plan's `write` does it.
"""

from audit.decide.decisions_file import read_decisions, schema_text
from audit.decide.effects import Known, Stale, corrections
from audit.decide.plan import Change, Contents, Files, Plan, contents, plan

__all__ = [
    "Change",
    "Contents",
    "Files",
    "Known",
    "Plan",
    "Stale",
    "contents",
    "corrections",
    "plan",
    "read_decisions",
    "schema_text",
]
