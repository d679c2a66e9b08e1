"""Names in scripts without capitals: found by what stands beside them, then wherever they recur.

A language's own file says what proves a name there: a title, an honorific, a middle dot, a gloss in
Latin letters. What nothing proves is left alone.
"""

from collections.abc import Callable, Iterator, Mapping

from audit.annotate.uncased.arabic import arabic_names
from audit.annotate.uncased.chinese import chinese_names
from audit.annotate.uncased.japanese import japanese_names
from audit.annotate.uncased.korean import korean_names
from audit.annotate.uncased.latin import latin_names
from audit.annotate.uncased.recurring import Proven, recurring
from audit.model.names import Mention
from audit.model.text import Document

_BY_LANGUAGE: Mapping[str, Callable[[Document], Proven]] = {
    "ar": arabic_names,
    "ja": japanese_names,
    "ko": korean_names,
    "zh": chinese_names,
}


def knows(lang: str) -> bool:
    """Whether names can be found in `lang`, a language without capitals."""
    return lang.partition("-")[0] in _BY_LANGUAGE


def mentions(document: Document) -> Iterator[Mention]:
    """The names in `document` in order of place, those in Latin letters included."""
    primary = document.lang.partition("-")[0]
    proven = _BY_LANGUAGE[primary](document)
    found = [*recurring(document, proven), *latin_names(document)]
    yield from sorted(found, key=lambda one: one.span.start)
