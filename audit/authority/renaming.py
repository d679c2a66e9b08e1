"""Gives a record another canonical form and keeps its other forms in order."""

from dataclasses import replace

from audit.model.authority import NameRecord


def rename(record: NameRecord, canonical: str, short: tuple[str, ...] | None = None) -> NameRecord:
    """`record` with `canonical` as its canonical form; the forms given up become `other`.

    `short` are the new short forms; where they are None, each old short form that begins or ends
    the old canonical form gives way to the same words of the new one ("Zelenskyy" to "Zelenskiy",
    while "Kim" stays).
    """
    if short is None:
        mapped = (moved(form, record.canonical, canonical) for form in record.short)
        short = tuple(dict.fromkeys(form for form in mapped if form != canonical))
    current = {canonical, *short}
    given_up = [form for form in (record.canonical, *record.short) if form not in current]
    taken = {*current, *record.allowed, *record.former, *record.forbidden}
    other = [form for form in dict.fromkeys((*given_up, *record.other)) if form not in taken]
    return replace(
        record,
        canonical=canonical,
        short=short,
        allowed=tuple(form for form in record.allowed if form not in current),
        other=tuple(other),
        former=tuple(form for form in record.former if form not in current),
        forbidden=tuple(form for form in record.forbidden if form not in current),
        near_only=tuple(form for form in record.near_only if form not in current),
    )


def moved(form: str, old: str, new: str) -> str:
    """The words of `new` that stand where `form` begins or ends `old`; else `form`."""
    words, before, after = form.split(), old.split(), new.split()
    size = len(words)
    if before[:size] == words:
        return " ".join(after[:size])
    if before[-size:] == words:
        return " ".join(after[-size:])
    return form
