"""Whether a copy still holds, as HTTP has it (RFC 9110, RFC 9111)."""

import re
from collections.abc import Mapping

_DIRECTIVE = re.compile(r'([\w-]+)(?:\s*=\s*(?:"([^"]*)"|([^\s,]*)))?')


def seconds_fresh(headers: Mapping[str, str], longest: float) -> float:
    """For how many seconds an answer need not be asked for again, `longest` at most.

    Only an explicit `max-age` counts; `no-cache` and `no-store` make it 0. `headers` are in lower
    case.
    """
    said = {
        name.lower(): quoted or plain
        for name, quoted, plain in _DIRECTIVE.findall(headers.get("cache-control", ""))
    }
    if said.keys() & {"no-cache", "no-store"}:
        return 0.0
    left = _whole(said.get("max-age", "")) - _whole(headers.get("age", ""))
    return float(min(max(0, left), longest))


def _whole(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 12 else 0


def same_weakly(tag: str, other: str) -> bool:
    """The weak comparison of two entity tags: `W/"1"` equals `"1"` (RFC 9110, 8.8.3.2)."""
    return tag.removeprefix("W/") == other.removeprefix("W/")
