"""Which of the established forms of a thing this house uses, where nobody decided for it."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import combinations
from typing import TypeVar

from audit.authority.renaming import rename
from audit.link.forms import NameForm
from audit.link.known import Known, is_case_of
from audit.model.authority import NameRecord
from audit.model.mentions import Mentions
from audit.model.names import Basis, Canonical
from audit.text.fold import CACHE, parts, squeeze
from audit.text.skeleton import skeleton

CLEARLY = 2
"""How many times as often as any other a form must be used to be the house's own."""
LEAST = 3
"""Uses below which a form shows no habit."""


@dataclass(frozen=True, slots=True)
class House:
    """What the use of a built-in record's forms shows.

    `known` is the record in force: with the house's own form as its canonical one, where it has
    one; then `settled` is that form with the reason. `mixed` says that forms were met that no
    house uses side by side; `note` that none of them is the authority's, nor the house's.
    """

    known: Known | None
    settled: Canonical | None = None
    mixed: bool = False
    note: str = ""


def house_style(forms: Sequence[NameForm], shorts: Mentions, known: Known | None) -> House:
    """Whether the established forms met are mixed, and whether one of them is the house's own.

    Zelenskyy, Zelensky and Zelenskiy are each the style of some publisher. Where more than one of
    them is met and neither a names file nor a profile has spoken, the one that is clearly used most
    stands; where none is, the authority's. A short form counts for the longer forms it belongs to.
    Former and forbidden forms do not compete.
    """
    if known is None or known.record.layer != "built-in":
        return House(known)
    record = known.record
    uses = _uses(record, forms, shorts)
    if not any(not _agree(record, one, other) for one, other in combinations(uses, 2)):
        return House(known)
    own = _own_form(record, uses)
    total = uses.total()
    if own is None or own == record.canonical:
        unmet = uses.keys().isdisjoint(_accepted(record))
        listed = ", ".join(f"{form} {uses[form]}" for form in sorted(uses))
        note = f"no established form is clearly used most here ({listed})" if unmet else ""
        return House(known, mixed=True, note=note)
    named = rename(record, own)
    count = sum(uses[form] for form in (own, *named.short))
    said = (
        f"{own} is used {count} of {total} times here, as established a form as "
        f"{record.canonical}, which the built-in names authority has"
    )
    reasons = [said, *(one.rstrip(".") for one in (record.note, record.reference) if one)]
    share = round(count / total, 2)
    settled = Canonical(own, Basis.MAJORITY, "; ".join(reasons), share)
    return House(replace(known, record=named), settled, mixed=True)


def _uses(record: NameRecord, forms: Sequence[NameForm], shorts: Mentions) -> Counter[str]:
    """How often each established form was met, cases counted for their nominative.

    A case that several forms may have is taken for one of those met as they are, if it can be.
    Acronyms stand beside the long form in any house and do not compete; other rules look at them.
    """
    seen = Counter[str]({form.text: len(form.mentions) for form in forms})
    seen.update(shorts.texts)
    established = [*_accepted(record), *record.other]
    among = sorted(established, key=lambda form: form not in seen)
    barred = {*record.former, *record.forbidden}
    uses = Counter[str]()
    for text, count in seen.items():
        if text.isupper():
            continue
        if text in among:
            uses[text] += count
        elif text not in barred:
            cases = (form for form in among if is_case_of(text, form, record.lang))
            if nominative := next(cases, None):
                uses[nominative] += count
    return uses


@lru_cache(CACHE)
def _style(record: NameRecord, form: str) -> frozenset[str]:
    """What stands for a form on second mention, by which forms of one style are known.

    Zelensky for Volodymyr Zelensky, Vladimir Zelensky and Zelensky; a form without any is its own.
    """
    if form in _accepted(record):
        return frozenset(record.short or (record.canonical,))
    return frozenset(rename(record, form).short or (form,))


def _accepted(record: NameRecord) -> tuple[str, ...]:
    return (record.canonical, *record.short, *record.allowed)


def _agree(record: NameRecord, one: str, other: str) -> bool:
    """Whether one house may use both: one is short for the other, or the authority has both."""
    accepted = _accepted(record)
    return (
        one.casefold() == other.casefold()
        or (one in accepted and other in accepted)
        or one in _style(record, other)
        or other in _style(record, one)
    )


def _own_form(record: NameRecord, uses: Counter[str]) -> str | None:
    """The full form that is clearly used most, if one is.

    First the styles compete (all that say Zelensky against all that say Zelenskyy), then the full
    forms of the style that has won. Beside the authority's own form only another way of writing the
    same sounds is a style; three Kharkov beside a Kharkiv, or Peking beside Beijing, are not.
    """
    styles = defaultdict[frozenset[str], Counter[str]](Counter)
    for form, count in uses.items():
        full = record.canonical if form in record.allowed else form
        styles[_style(record, form)][full] += count
    style = _clear({style: used.total() for style, used in styles.items()})
    if style is None:
        return None
    full_forms = {form: count for form, count in styles[style].items() if form not in style}
    own = _clear(full_forms) or _nearest(record, style, full_forms)
    beside = any(form in uses for form in _accepted(record))
    return None if beside and _sounds(own) != _sounds(record.canonical) else own


def _sounds(form: str) -> str:
    """What is written, whatever the romanization scheme, hyphens, blanks and marks."""
    return skeleton(squeeze(form))


_Key = TypeVar("_Key")


def _clear(counts: Mapping[_Key, int]) -> _Key | None:
    """What was met clearly more often than all else, each by itself."""
    if not counts:
        return None
    first, *rest = sorted(counts, key=lambda key: -counts[key])
    enough = max(LEAST, CLEARLY * counts[rest[0]] if rest else 0)
    return first if counts[first] >= enough else None


def _nearest(record: NameRecord, style: frozenset[str], met: Mapping[str, int]) -> str:
    """The full form of a style that has most in common with the canonical one.

    Of those met; where the text has short forms only, of those that the record has.
    """
    pool = met or [
        form
        for form in (record.canonical, *record.other)
        if form not in style and _style(record, form) == style
    ]
    own = parts(record.canonical)
    return max(pool or style, key=lambda form: len({*own}.intersection(parts(form))))
