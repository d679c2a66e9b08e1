"""Combines spellings of given and family names into spellings of the whole name."""

from audit.authority.fields import Where

MAX_COMBINATIONS = 400
"""Ceiling on the spellings of one record; the richest built-in record has about 180."""


def combine(
    canonical: str,
    short: tuple[str, ...],
    given: tuple[str, ...],
    family: tuple[str, ...],
    where: Where,
) -> tuple[str, ...]:
    """All spellings that `given` and `family` allow beside `canonical`, in a fixed order.

    The first `short` form is the family name as `canonical` has it; whether it begins the name
    (Kim Jong Un) or ends it (Muammar Gaddafi) tells the order. Each spelling of the family name
    also stands alone, as the short form does.
    """
    head, tail, family_first = _split(canonical, short, where)
    families = (tail, *family)
    givens = (head, *given)
    if len(families) * len(givens) > MAX_COMBINATIONS:
        raise where.error(f"the spellings combine to more than {MAX_COMBINATIONS} forms")
    forms = [f"{f} {g}" if family_first else f"{g} {f}" for f in families for g in givens]
    return tuple(dict.fromkeys(form for form in (*forms, *family) if form != canonical))


def _split(canonical: str, short: tuple[str, ...], where: Where) -> tuple[str, str, bool]:
    """Given name, family name, and whether the family name comes first."""
    family = short[0] if short else canonical.rsplit(" ", 1)[-1]
    if canonical.endswith(f" {family}"):
        return canonical.removesuffix(f" {family}"), family, False
    if canonical.startswith(f"{family} "):
        return canonical.removeprefix(f"{family} "), family, True
    raise where.error(
        'fields "given" and "family" need a "canonical" of given and family name, and the family '
        'name as the first of "short"'
    )
