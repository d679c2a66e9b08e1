"""Writing systems of languages: in which scripts a language may be written."""

LATIN = "Latin"
CYRILLIC = "Cyrillic"
GREEK = "Greek"

_LATIN = """
af az bs ca cs cy da de en es et eu fi fo fr ga gl hr hu id is it la lb lt lv ms mt
nb nl nn no pl pt ro sk sl sq sv sw tl tr vi
"""
_CYRILLIC = "be bg ky mk mn ru tg uk"
_LATIN_LANGUAGES = frozenset(_LATIN.split())
_CYRILLIC_LANGUAGES = frozenset(_CYRILLIC.split())
_OTHERS = {
    "zh": frozenset({"Han", "Bopomofo"}),
    "ja": frozenset({"Han", "Hiragana", "Katakana"}),
    "ko": frozenset({"Hangul", "Han"}),
    "ar": frozenset({"Arabic"}),
    "fa": frozenset({"Arabic"}),
    "ur": frozenset({"Arabic"}),
    "he": frozenset({"Hebrew"}),
    "el": frozenset({GREEK}),
    "hi": frozenset({"Devanagari"}),
    "th": frozenset({"Thai"}),
    "ka": frozenset({"Georgian"}),
    "hy": frozenset({"Armenian"}),
}
"""Languages in more than one script (Serbian, Kazakh, Uzbek) are left out: nothing is foreign."""


def is_latin(lang: str) -> bool:
    """Whether `lang`, a BCP 47 tag, is written in the Latin script."""
    return lang.partition("-")[0] in _LATIN_LANGUAGES


def is_cyrillic(lang: str) -> bool:
    """Whether `lang`, a BCP 47 tag, is written in the Cyrillic script."""
    return lang.partition("-")[0] in _CYRILLIC_LANGUAGES


def own_scripts(lang: str) -> frozenset[str]:
    """The scripts words may be in when `lang` is the target; empty where that is not known.

    Brand names stand in Latin letters all over the world, so Latin is never foreign.
    """
    primary = lang.partition("-")[0]
    if primary in _LATIN_LANGUAGES:
        return frozenset({LATIN})
    if primary in _CYRILLIC_LANGUAGES:
        return frozenset({CYRILLIC, LATIN})
    own = _OTHERS.get(primary, frozenset())
    return own | {LATIN} if own else own


def is_own_script(script: str, lang: str) -> bool:
    """Whether `script` is the one that `lang`, a Latin, Cyrillic or Greek one, writes names in."""
    if is_cyrillic(lang):
        return script == CYRILLIC
    return script == (GREEK if lang.partition("-")[0] == "el" else LATIN)
