"""Reports of this program among its inputs: whoever audits a folder often writes the report there.

Read as texts they would bring every finding back a second time, and fail the next run.
"""

import re

_JSON = re.compile(rb'\s*\{\s*"schema"\s*:\s*"mtaudit/(?:report|decisions)/')
_HTML = re.compile(rb'(?s)\s*<!doctype html>.{0,200}<meta name="generator" content="mtaudit">')
"""The page says so in the first lines of its head."""


def is_own_report(head: bytes) -> bool:
    """Whether a file that begins with `head` is a report in JSON or HTML, or decisions on one."""
    return bool(_JSON.match(head) or _HTML.match(head))
