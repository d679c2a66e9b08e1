"""What the source word behind a part of a name says of its spelling in the target language."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from audit.lang.romanization import romanize, schemes_for
from audit.lang.scripts import is_latin
from audit.link.spellings import Spelling


@dataclass(frozen=True, slots=True)
class Rendered:
    """The spellings that the source speaks for, and why."""

    spellings: tuple[Spelling, ...]
    because: str


def rendered_as(competing: Sequence[Spelling], source_lang: str, lang: str) -> Rendered | None:
    """Which of some spellings render their source word as texts in `lang` do; None where unknown.

    A source in Latin letters is kept as it stands. One in another script goes by the scheme of the
    press, where one nominative gives all the spellings by one scheme or another: a spelling that no
    scheme writes (Szymczak for Шимчак) shows a name that is not of the source language.
    """
    keys = frozenset().union(*(one.sources for one in competing))
    if not keys or not is_latin(lang):
        return None
    if is_latin(source_lang):
        kept = tuple(one for one in competing if one.text.casefold() in keys)
        return Rendered(kept, "spelled as in the source") if _tells(kept, competing) else None
    schemes = schemes_for(source_lang)
    usage = next((one for one in schemes if one.usage and one.target == lang), None)
    if usage is None:
        return None
    for key in sorted(keys):
        written = {one.id: _letters(romanize(key, one.id)) for one in schemes}
        if all(_letters(one.text) in written.values() for one in competing):
            fits = tuple(one for one in competing if _letters(one.text) == written[usage.id])
            if _tells(fits, competing):
                return Rendered(fits, f"the source has {key.capitalize()}, so by {usage.title}")
    return None


def _tells(some: Sequence[Spelling], competing: Sequence[Spelling]) -> bool:
    """Whether some but not all of the competing spellings are left."""
    return 0 < len(some) < len(competing)


def _letters(latin: str) -> str:
    """A name in lower case without the signs that stand for soft and hard signs."""
    return _SIGNS.sub("", latin.casefold())


_SIGNS = re.compile("['’‘ʼʹʺ”`·-]")
