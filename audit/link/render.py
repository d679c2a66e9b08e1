"""What the source word behind a part of a name says of its spelling in the target language."""

from collections.abc import Sequence
from dataclasses import dataclass

from audit.lang.romanization import Scheme, romanize, schemes_for
from audit.lang.scripts import is_latin
from audit.link.spellings import Spelling
from audit.text.fold import bare, squeeze


@dataclass(frozen=True, slots=True)
class Rendered:
    """The spellings that the source speaks for, and why."""

    spellings: tuple[Spelling, ...]
    because: str


def rendered_as(competing: Sequence[Spelling], source_lang: str, lang: str) -> Rendered | None:
    """Which of some spellings render their source word as texts in `lang` do; None where unknown.

    A source in Latin letters is kept as it stands. One in another script goes by the scheme of the
    press; that holds for names of the source language only, so where a spelling is none that a
    scheme for it writes (Krychowiak for Крыховяк), the source does not tell.
    """
    keys = frozenset().union(*(one.sources for one in competing))
    if not keys or not is_latin(lang):
        return None
    if is_latin(source_lang):
        kept = tuple(one for one in competing if one.text.casefold() in keys)
        return (
            Rendered(kept, "spelled as in the source") if 0 < len(kept) < len(competing) else None
        )
    schemes = schemes_for(source_lang)
    usage = next((one for one in schemes if one.usage and one.target == lang), None)
    if usage is None or not all(_by_any(one.text, keys, schemes) for one in competing):
        return None
    fits = tuple(one for one in competing if _by_any(one.text, keys, (usage,)))
    if not 0 < len(fits) < len(competing):
        return None
    return Rendered(fits, f"the source word by {usage.title}")


def _by_any(latin: str, keys: frozenset[str], schemes: Sequence[Scheme]) -> bool:
    """Whether a scheme writes `latin` for one of the source words, marks left out or not."""
    wanted = squeeze(latin)
    plain = bare(wanted)
    written = (squeeze(romanize(key, one.id)) for key in sorted(keys) for one in schemes)
    return any(one == wanted or bare(one) == plain for one in written)
