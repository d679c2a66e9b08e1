"""Finds schemes by name, language and what they write."""

import re
import unicodedata
from functools import cache, lru_cache

from audit.lang.romanization import hangul, kana
from audit.lang.romanization.scheme import Scheme, alphabetic, languages
from audit.text.fold import CACHE

_MODIFIERS = re.compile("['’‘ʼʹʺ”`·]")


@cache
def _schemes() -> dict[str, Scheme]:
    letters = (scheme for lang in languages() for scheme in alphabetic(lang))
    return {scheme.id: scheme for scheme in (*letters, *hangul.SCHEMES, *kana.SCHEMES)}


def scheme(id_: str) -> Scheme:
    """The scheme with this id; `KeyError` where there is none."""
    return _schemes()[id_]


@cache
def schemes_for(lang: str) -> tuple[Scheme, ...]:
    """The schemes for names of a language by its BCP 47 tag; none where nothing is known."""
    primary = lang.partition("-")[0]
    return tuple(scheme for scheme in _schemes().values() if scheme.lang == primary)


@lru_cache(CACHE)
def romanize(text: str, scheme_id: str) -> str:
    """`text` by a scheme; what is no letter of the scheme's language stays as it is.

    Raises `KeyError` where there is no such scheme.
    """
    return scheme(scheme_id).write(text)


def schemes_writing(native: str, latin: str, lang: str) -> tuple[Scheme, ...]:
    """The schemes for `lang` that make `latin` of `native`.

    Letter case does not count, nor do the apostrophes that stand for soft signs and the like, which
    the press leaves out.
    """
    wanted = _folded(latin)
    return tuple(
        scheme for scheme in schemes_for(lang) if _folded(romanize(native, scheme.id)) == wanted
    )


def _folded(latin: str) -> str:
    return _MODIFIERS.sub("", unicodedata.normalize("NFC", latin.casefold()))
