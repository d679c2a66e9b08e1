"""Annotation: finds the names in a segmented document."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from audit.annotate.bilingual import renderings
from audit.annotate.capitals import NameFinder
from audit.annotate.gazetteer import gazetteer
from audit.lang import data
from audit.model.authority import Authority
from audit.model.names import Mention
from audit.model.text import Document
from audit.text.scripts import main_script

__all__ = ["annotate", "knows"]


def knows(lang: str) -> bool:
    """Whether unlisted names can be found in `lang`: it has capitals, and there is data on it."""
    language = data(lang)
    return language.has_case and bool(language.function_words)


def annotate(document: Document, authority: Authority) -> Document:
    """`document` with its names, and with what became of those of its source.

    Only listed names are found where nothing is known of the language.
    """
    listed = gazetteer(authority, document.lang.partition("-")[0])
    found = list(NameFinder(document).mentions()) if knows(document.lang) else []
    found += listed.mentions(document) if listed else ()
    return replace(
        document,
        mentions=tuple(_without_glosses(_longest(found), document)),
        renderings=renderings(document, authority),
    )


def _longest(mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions without those that overlap a longer one, in order of place."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda one: (one.span.start, -one.span.end)):
        if kept and kept[-1].span.overlaps(mention.span):
            if len(mention.span) > len(kept[-1].span):
                kept[-1] = mention
        else:
            kept.append(mention)
    return kept


def _without_glosses(mentions: Sequence[Mention], document: Document) -> Iterator[Mention]:
    """The mentions but for those that gloss the one before: Гуджарат (Gujarat)."""
    before: Mention | None = None
    for mention in mentions:
        between = document.text[before.span.end : mention.span.start] if before else ""
        if before and between == " (" and main_script(before.text) != main_script(mention.text):
            continue
        yield mention
        before = mention
