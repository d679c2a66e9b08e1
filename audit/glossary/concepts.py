"""Makes a concept of lists of terms, and lists of a concept, always in one order."""

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum

from audit.model.terms import EVERY_LANGUAGE, Concept, Term, TermStatus, TermType


class Role(StrEnum):
    """A list of terms in a glossary file, by the key it has there."""

    TERMS = "terms"
    """Accepted terms; the first of a language is the preferred one."""
    SHORT = "short"
    """What may stand for them on second mention."""
    VARIANT = "variant"
    """Other spellings of the preferred term; only files of names have them."""
    SUPERSEDED = "superseded"
    FORBIDDEN = "forbidden"


Lists = dict[tuple[Role, str], tuple[str, ...]]
"""Terms by role and language tag."""


def terms_of(lists: Mapping[tuple[Role, str], Iterable[str]]) -> tuple[Term, ...]:
    """All terms of `lists`, by language and, in a language, in the order of the roles."""
    langs = sorted({lang for _, lang in lists})
    return tuple(
        _term(role, lang, text, first=place == 0)
        for lang in langs
        for role in Role
        for place, text in enumerate(lists.get((role, lang), ()))
    )


def lists_of(terms: Iterable[Term]) -> Lists:
    """The lists that `terms_of` makes these terms of; of two preferred ones the first is."""
    found: dict[tuple[Role, str], list[str]] = {}
    preferred = [term for term in terms if term.status is TermStatus.PREFERRED]
    rest = [term for term in terms if term.status is not TermStatus.PREFERRED]
    for term in (*preferred, *rest):
        found.setdefault((_role(term), term.lang), []).append(term.text)
    return {key: tuple(dict.fromkeys(texts)) for key, texts in found.items()}


def _term(role: Role, lang: str, text: str, *, first: bool) -> Term:
    match role:
        case Role.TERMS:
            return Term(text, lang, TermStatus.PREFERRED if first else TermStatus.ADMITTED)
        case Role.SHORT:
            return Term(text, lang, TermStatus.ADMITTED, TermType.SHORT)
        case Role.VARIANT:
            return Term(text, lang, TermStatus.FORBIDDEN, TermType.VARIANT)
        case Role.SUPERSEDED:
            return Term(text, lang, TermStatus.SUPERSEDED)
    return Term(text, lang, TermStatus.FORBIDDEN)


def _role(term: Term) -> Role:
    if term.status is TermStatus.FORBIDDEN:
        return Role.VARIANT if term.type is TermType.VARIANT else Role.FORBIDDEN
    if term.status is TermStatus.SUPERSEDED:
        return Role.SUPERSEDED
    return Role.SHORT if term.type is TermType.SHORT else Role.TERMS


def preferred(concept: Concept, lang: str) -> str | None:
    """The term to use in a language; what is the same in all languages is it everywhere."""
    return next(
        (
            term.text
            for term in concept.terms
            if term.lang in (lang, EVERY_LANGUAGE) and term.status is TermStatus.PREFERRED
        ),
        None,
    )


def slug(text: str, taken: Iterable[str]) -> str:
    """An id made of a term, as no other concept has it: “Security Council”, security-council."""
    bare = re.sub(r"[\s\"'/]+", "-", text.casefold()).strip("-") or "concept"
    used, name, number = set(taken), bare, 2
    while name in used:
        name, number = f"{bare}-{number}", number + 1
    return name
