"""Tells which records know a form: what `names explain` prints."""

import unicodedata

from audit.model.authority import Authority, NameRecord


def explain(form: str, authority: Authority) -> tuple[NameRecord, ...]:
    """The records that hold `form` in any role, strongest first; letter case does not matter."""
    wanted = _key(form)
    return tuple(record for record in authority.records if wanted in map(_key, _all_forms(record)))


def _all_forms(record: NameRecord) -> tuple[str, ...]:
    """Every form of a record, those of its source languages included."""
    return (
        record.canonical,
        *record.short,
        *record.allowed,
        *record.other,
        *record.former,
        *record.forbidden,
        *(form for _, form in record.source_forms),
    )


def _key(form: str) -> str:
    """`form` without differences of letter case and Unicode composition."""
    return unicodedata.normalize("NFC", form).casefold()
