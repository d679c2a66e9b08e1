"""Reads the suppressions file: findings that somebody looked at and let stand, by fingerprint."""

import tomllib
from pathlib import Path

from audit.authority import fields
from audit.authority.fields import Table, Where
from audit.files import content as content_of
from audit.model.suppression import Reason, Suppression

FILE_NAME = "mtaudit.suppressions.toml"
"""The file that is read where it lies beside the configuration and no other is named."""

SCHEMA_ID = "mtaudit/suppressions/1"
"""Version of the form. 1: first form (0.2)."""

MAX_BYTES = 64 * 1024 * 1024
"""Ceiling on a suppressions file; one record takes some 200 bytes."""

KEYS = ("fingerprint", "rule", "document", "text", "reason", "note", "author", "until")
"""Keys of one record, in the order in which they are written."""


def load(path: Path) -> tuple[Suppression, ...]:
    """The suppressions in the file `path`, in its order. Raises `ConfigError` for a bad file."""
    return read(content_of(path, "suppressions", MAX_BYTES), str(path))


def read(content: bytes, name: str) -> tuple[Suppression, ...]:
    """The suppressions in `content`; `name` names the file in messages.

    Raises `ConfigError` for an unknown form, an unknown key, a wrong value or a fingerprint that
    stands twice.
    """
    where = Where(name)
    if len(content) > MAX_BYTES:
        raise where.error(f"larger than {MAX_BYTES} bytes")
    try:
        table = tomllib.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as fault:
        raise where.error(f"byte {fault.start} is not UTF-8, as TOML must be") from None
    except (ValueError, RecursionError) as fault:
        raise where.error(f"not valid TOML: {str(fault) or 'nested too deeply'}") from None
    if table.get("schema") != SCHEMA_ID:
        raise where.error(f'its first line must be: schema = "{SCHEMA_ID}"')
    fields.check_keys(table, frozenset(("schema", "finding")), where, "key")
    found: dict[str, Suppression] = {}
    for number, entry in enumerate(fields.entries(table, "finding", where), 1):
        one = _suppression(entry, Where(name, f"finding number {number}"))
        if found.setdefault(one.fingerprint, one) is not one:
            raise where.error(f"fingerprint {one.fingerprint} stands twice")
    return tuple(found.values())


def _suppression(table: Table, where: Where) -> Suppression:
    fields.check_keys(table, frozenset(KEYS), where)
    for key in ("fingerprint", "rule", "reason"):
        if key not in table:
            raise where.error(f'field "{key}" is missing')
    reason = fields.text(table["reason"], "reason", where)
    if reason not in [member.value for member in Reason]:
        raise where.error(f'field "reason" must be one of {", ".join(Reason)}, not "{reason}"')

    def maybe(key: str) -> str | None:
        return fields.text(table[key], key, where) if key in table else None

    return Suppression(
        fingerprint=fields.text(table["fingerprint"], "fingerprint", where),
        rule=fields.text(table["rule"], "rule", where),
        text=maybe("text") or "",
        reason=Reason(reason),
        document=maybe("document"),
        note=maybe("note"),
        author=maybe("author"),
        until=fields.date(table["until"], "until", where) if "until" in table else None,
    )
