"""What dictionary words a word of a text may be a form of."""

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files

from audit.lang.inflection import lemma_keys
from audit.lang.language import data, entries
from audit.lang.lexicon import lemmatizer

CACHE = 1 << 16
"""Distinct words remembered per process."""

LISTED = frozenset(
    {
        *(
            "ar",
            "ast",
            "bg",
            "ca",
            "cs",
            "cy",
            "da",
            "de",
            "el",
            "en",
            "es",
            "et",
            "fa",
            "fi",
            "fr",
        ),
        *("ga", "gl", "he", "hi", "hu", "hy", "id", "is", "it", "ka", "lb", "lt", "lv", "mk", "ms"),
        *("nb", "nl", "nn", "pl", "pt", "ro", "ru", "sk", "sl", "sq", "sv", "sw", "tl", "tr"),
        *("uk",),
    }
)
"""Languages that `simplemma` has a list for, by primary subtag."""

_ALIASES = {"no": "nb", "bs": "hbs", "hr": "hbs", "sr": "hbs", "fil": "tl"}
"""Under what tag simplemma keeps languages that it has under another."""

SHORTEST_STEM = 2
"""Letters that must be left of a word when a clitic is taken off."""

_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ`´", "'"))
_VOWEL_POINTS = re.compile("[\u0591-\u05c7\u064b-\u0652\u0670\u0640]")
"""Hebrew points and accents, Arabic vowel marks and the stroke that stretches words: optional."""


@lru_cache(CACHE)
def lemmas(word: str, lang: str) -> frozenset[str]:
    """All words, folded, that `word` may be a form of in the language `lang`; itself is one.

    Two words may be forms of one if their sets share a member. The lemmas are those of `simplemma`
    (MIT), which knows one a form ("банке" is of "банка", a jar) and some rules for words not in its
    lists; where declensions are known, the possible nominatives join them ("банк").
    """
    primary = lang.partition("-")[0].lower()
    return frozenset(_lemmas(word, primary))


def fold(word: str, lang: str) -> str:
    """`word` in the spelling in which words are compared: no case, one apostrophe, е for ё."""
    folded = unicodedata.normalize("NFC", word).casefold().translate(_APOSTROPHES)
    if lang.startswith("ru"):
        return folded.replace("ё", "е")
    return folded if folded.isascii() else _VOWEL_POINTS.sub("", folded)


def _lemmas(word: str, primary: str) -> Iterator[str]:
    folded = fold(word, primary)
    yield folded
    before, mark, _ = folded.partition("'")
    if mark and before and primary in ("en", "tr"):
        yield before  # the ministry's, NATO'nun
    if primary == "en" and word.endswith("s") and len(word) > 2 and word[:-1].isupper():
        yield folded[:-1]  # UAVs
    tag = _ALIASES.get(primary, primary)
    if tag in LISTED or tag == "hbs":
        lemma = fold(lemmatizer().lemmatize(word, tag), primary)
        yield lemma
        if word[:1].isupper():
            lemma = fold(lemmatizer().lemmatize(word.lower(), tag), primary)
            yield lemma
    if data(primary).declensions:
        yield from lemma_keys(folded, primary)
    for clitic in _clitics("joined").get(primary, ()):
        if folded.startswith(clitic) and len(folded) - len(clitic) >= SHORTEST_STEM:
            yield folded.removeprefix(clitic)


def elided(lang: str) -> tuple[str, ...]:
    """The words of a language that end at an apostrophe, in lower case: l'Union, dell'Unione."""
    return _clitics("elided").get(lang.partition("-")[0], ())


@cache
def _clitics(kind: str) -> Mapping[str, tuple[str, ...]]:
    """What is written together with the word behind it, by language."""
    file = files(__package__) / "clitics.toml"
    table = tomllib.loads(file.read_text(encoding="utf-8"))[kind]
    return {lang: entries(words) for lang, words in table.items()}
