"""Inflection of proper names: whether two forms can be cases of one name.

The paradigms are data (`[[declension]]` in `audit/lang/data/`). A form belongs to a paradigm if it
is a permitted stem with one of its endings; two forms can be cases of one name if some paradigm
gives both the same nominative. The answer is about what is possible, not what is meant: Russian
Иванова is the genitive of Иванов as well as another person's surname.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files

from audit.lang.language import Declension, data, declensions
from audit.tables import read_table

_SHORTEST_STEM = 2
"""Letters a stem must have ("Ким", "Ян"), the letters of a longer nominative ending included."""

_PARTS = re.compile(r"[-\u2010\u2011\s]+")
_APOSTROPHES = str.maketrans({"\u2019": "'", "\u02bc": "'", "\u2018": "'"})
_ROMANIZED = "slavic-romanized"


_CACHE_SIZE = 1 << 16
"""Distinct name forms of a large feed; a form costs some 10 microseconds to analyse."""


def inflects_to(a: str, b: str, lang: str) -> bool:
    """Whether `a` and `b` can be two cases of one name in the language `lang`.

    Equal forms are; letter case makes no difference. Hyphenated names are compared part by part.
    Where nothing is known of the language, only equal forms are.
    """
    primary = _primary(lang)
    left, right = _folded_parts(a, primary), _folded_parts(b, primary)
    return len(left) == len(right) and all(
        x == y or not _lemmas(x, primary).isdisjoint(_lemmas(y, primary))
        for x, y in zip(left, right, strict=True)
    )


def lemma_keys(form: str, lang: str) -> frozenset[str]:
    """The possible nominatives of a single-word name form, the form itself among them, folded.

    Two forms that `inflects_to` accepts share at least one key, so the keys serve for blocking.
    The last part of a hyphenated form is what varies most; its earlier parts are analysed too.
    """
    primary = _primary(lang)
    keys = {""}
    for part in _folded_parts(form, primary):
        lemmas = {part, *(lemma for _, lemma in _lemmas(part, primary))}
        keys = {f"{key}-{lemma}" if key else lemma for key in keys for lemma in lemmas}
    return frozenset(keys)


def left_over_inflection(form: str, base: str) -> bool:
    """Whether romanized `form` is an oblique case of the Slavic name whose nominative is `base`.

    "Soloveya" is of "Solovey", "Zelenskogo" of "Zelensky", "Buche" of "Bucha"; the direction
    counts. Feminine surnames look like genitives: "Abutalimova" is accepted for "Abutalimov".
    Every part of a hyphenated name must agree or inflect.
    """
    left, right = _folded_parts(form, _ROMANIZED), _folded_parts(base, _ROMANIZED)
    if left == right or len(left) != len(right):
        return False
    return all(
        x == y or (x[:1] == y[:1] and any(lemma == y for _, lemma in _lemmas(x, _ROMANIZED)))
        for x, y in zip(left, right, strict=True)
    )


def analyses(word: str, lang: str) -> frozenset[tuple[int, str]]:
    """The nominatives, folded, that one word can be a case of, each with its paradigm's number."""
    primary = _primary(lang)
    return _lemmas(_fold(word, primary), primary)


def paradigm_nominative(number: int, lang: str) -> str:
    """The ending of the nominative in the paradigm of that number, folded."""
    primary = _primary(lang)
    return _fold(_paradigms(primary)[number].nominative, primary)


@cache
def _primary(lang: str) -> str:
    return re.split(r"[-_]", lang, maxsplit=1)[0].lower()


def _fold(form: str, primary: str) -> str:
    """Bring a form to the spelling the paradigms are compared in."""
    folded = form.lower().translate(_APOSTROPHES)
    return folded.replace("ё", "е") if primary == "ru" else folded


@lru_cache(_CACHE_SIZE)
def _folded_parts(form: str, primary: str) -> tuple[str, ...]:
    """The folded words of a form, at blanks and hyphens."""
    return tuple(_PARTS.split(_fold(form, primary)))


@cache
def _paradigms(source: str) -> tuple[Declension, ...]:
    """The declensions of a language or of the romanized table."""
    if source != _ROMANIZED:
        return data(source).declensions
    file = files(__package__).joinpath("data", f"{_ROMANIZED}.toml")
    return declensions(read_table(file)["declension"])


@cache
def _index(source: str) -> dict[str, tuple[tuple[str, int, Declension], ...]]:
    """All endings of a language by their last letter, folded."""
    found: dict[str, list[tuple[str, int, Declension]]] = defaultdict(list)
    for number, paradigm in enumerate(_paradigms(source)):
        endings = dict.fromkeys(
            _fold(ending, source) for ending in (paradigm.nominative, *paradigm.endings)
        )
        for ending in endings:
            found[ending[-1:]].append((ending, number, paradigm))
    return {letter: tuple(rows) for letter, rows in found.items()}


@lru_cache(_CACHE_SIZE)
def _lemmas(form: str, source: str) -> frozenset[tuple[int, str]]:
    """The nominatives `form` can be a case of, each with the number of its paradigm."""
    return frozenset(_analyses(form, source))


def _analyses(form: str, source: str) -> Iterator[tuple[int, str]]:
    """Strip each fitting ending and put the nominative in its place."""
    index = _index(source)
    for ending, number, paradigm in (*index.get(form[-1:], ()), *index.get("", ())):
        if not form.endswith(ending):
            continue
        stem = form[: len(form) - len(ending)]
        nominative = _fold(paradigm.nominative, source)
        long_enough = len(stem) >= _SHORTEST_STEM or len(nominative) >= _SHORTEST_STEM
        if long_enough and (not paradigm.after or stem.endswith(paradigm.after)):
            yield number, stem + nominative
