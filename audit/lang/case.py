"""Names put into the case of the place where they are to stand.

A departing form stands in some case, and what replaces it must stand in the same: Гарріса is to
become Харріса where Харріс is the form to use. What case that is need not be known: one paradigm
that both names go by gives one form with the same ending.
"""

import re
from collections.abc import Iterable, Iterator

from rapidfuzz.distance import Levenshtein, Postfix

from audit.lang.inflection import analyses, inflects_to, lemma_keys, paradigm_nominative

SAME_ENDING = 2
"""Last letters that two spellings must share to be in one case, whatever the case is."""

_SEPARATORS = re.compile(r"([-\u2010\u2011\s]+)")


def in_case_of(name: str, met: str, lang: str, *, nominative: bool) -> str | None:
    """`name` in the case that `met`, another spelling of it, stands in; None where that is unsure.

    `nominative` says that `name` is known to be in the nominative. Without that only spellings with
    the same end are told: whatever case they are in, it is the same one. Names are taken word by
    word. Of the paradigms that both words can go by those count that make the two most alike; an
    answer is given only where they agree.
    """
    own, other = _SEPARATORS.split(name), _SEPARATORS.split(met)
    if len(own) != len(other):
        return None
    words = [
        _word(one, two, lang, nominative=nominative) if number % 2 == 0 else one
        for number, (one, two) in enumerate(zip(own, other, strict=True))
    ]
    told = [word for word in words if word is not None]
    return "".join(told) if len(told) == len(words) else None


def surely_nominative(name: str, forms: Iterable[str], lang: str) -> bool:
    """Whether the case forms met of `name` leave no other nominative for each of its words.

    Forms that are no case of `name` are passed over; without another case form nothing is sure.
    """
    words = name.split()
    cases = [form.split() for form in forms if form != name and inflects_to(form, name, lang)]
    cases = [case for case in cases if len(case) == len(words)]
    return bool(cases) and all(
        frozenset.intersection(
            lemma_keys(word, lang), *(lemma_keys(case[number], lang) for case in cases)
        )
        == lemma_keys(word, lang) & {word.casefold()}
        for number, word in enumerate(words)
    )


def _word(name: str, met: str, lang: str, *, nominative: bool) -> str | None:
    """One word of a name in the case of one word met."""
    if name.casefold() == met.casefold():
        return name
    if Postfix.similarity(name.casefold(), met.casefold()) >= SAME_ENDING:
        return name
    found = sorted(_by_paradigm(name, met, lang)) if nominative else []
    near = {form for apart, _, form in found if apart == found[0][0]}
    every = {form for *_, form in found}
    if any(fleeting for _, fleeting, _ in found) and len(every) > 1:
        return None
    return near.pop() if len(near) == 1 else None


def _by_paradigm(name: str, met: str, lang: str) -> Iterator[tuple[int, bool, str]]:
    """What the paradigms that both words can go by make of the nominative `name`.

    Each with the letters by which the nominative of `met` is then apart from `name`, and with
    whether a vowel falls out, as it does in Орел, Орла and never in most foreign names.
    """
    own = {number for number, lemma in analyses(name, lang) if lemma == name.casefold()}
    for number, lemma in analyses(met, lang):
        if number in own:
            nominative = paradigm_nominative(number, lang)
            stem = len(lemma) - len(nominative)
            ending = met[stem:]
            fleeting = nominative[:1] in _VOWELS and ending[:1] not in _VOWELS
            apart = Levenshtein.distance(lemma, name.casefold())
            yield (
                apart,
                fleeting and ending != nominative,
                name[: len(name) - len(nominative)] + ending,
            )


_VOWELS = tuple("аеєёиіїоуыэюяaeiouyáéěíóúůýąę")
"""Vowel letters of the languages that have declensions here."""
