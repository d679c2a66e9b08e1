"""Adds records to the text of a suppressions file, in order of fingerprint, comments kept."""

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from audit.config.suppressions import KEYS, SCHEMA_ID, read
from audit.errors import ConfigError
from audit.model.suppression import Suppression

LONGEST_PASSAGE = 120
"""Code points of a passage in the file, which is there for people to recognise it."""

HEAD = f"""\
# Findings that were looked at and stand as they are; `mtaudit apply` adds to this file.
# A record holds for its fingerprint alone. Take one out, and its finding counts again;
# until = 2026-01-31 (without quotes) makes it hold to that day.
schema = "{SCHEMA_ID}"
"""

_RECORD = re.compile(r"(?m)^(?=\[\[\s*finding\s*\]\])")
_COMMENTS = re.compile(r"(?m)(?:^#[^\n]*\n)+\Z")


@dataclass(frozen=True, slots=True)
class _Block:
    """One record as it stands in the file, with the comment above it."""

    fingerprint: str
    text: str


def with_suppressions(content: str, added: Iterable[Suppression], name: str) -> str:
    """The file `content` with the records `added`; an empty one gets a head.

    Raises `ConfigError` where the file is no suppressions file.
    """
    added = tuple(added)
    if not added:
        return content
    crlf = "\r\n" in content
    text = (content or HEAD).replace("\r\n", "\n")
    before = read(text.encode(), name)
    head, blocks = _cut(text, name)
    blocks += [_Block(one.fingerprint, _record(one)) for one in added]
    blocks.sort(key=lambda block: block.fingerprint)
    made = "\n\n".join([head.rstrip("\n"), *(block.text.strip("\n") for block in blocks)]) + "\n"
    wanted = sorted((*before, *added), key=lambda one: one.fingerprint)
    if read(made.encode(), name) != tuple(wanted):
        raise ConfigError(f"{name}: its records cannot be told apart; write one key in a line")
    return made.replace("\n", "\r\n") if crlf else made


def plain(text: str) -> str:
    """A text as the file has it: on one line, without invisible characters."""
    flat = unicodedata.normalize("NFC", " ".join(text.split()))
    return "".join(one if one.isprintable() else "\ufffd" for one in flat)


def shortened(passage: str) -> str:
    """A passage as the file has it: plain, and not longer than people need."""
    flat = plain(passage)
    if len(flat) <= LONGEST_PASSAGE:
        return flat
    return flat[: LONGEST_PASSAGE - 1].rstrip() + "…"


def _cut(text: str, name: str) -> tuple[str, list[_Block]]:
    """The head of the file, and its records each with the comment lines right above it."""
    head, *rest = _RECORD.split(text)
    blocks: list[_Block] = []
    above = _COMMENTS.search(head)
    lead = above.group() if above and rest and head[: above.start()].strip() else ""
    head = head[: len(head) - len(lead)]
    for number, part in enumerate(rest, 1):
        last = number == len(rest)
        below = None if last else _COMMENTS.search(part)
        own = part[: below.start()] if below else part
        found = re.search(r'(?m)^\s*fingerprint\s*=\s*["\']([^"\'\n]+)["\']', own)
        if found is None:
            raise ConfigError(f"{name}: finding number {number} has no fingerprint on one line")
        blocks.append(_Block(found.group(1), lead + own))
        lead = below.group() if below else ""
    return head, blocks


def _record(one: Suppression) -> str:
    return "\n".join(["[[finding]]", *_lines(one)])


def _lines(one: Suppression) -> Iterator[str]:
    for key in KEYS:
        value = getattr(one, key)
        if value:
            yield f"{key} = {value if key == 'until' else _quoted(str(value))}"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")
