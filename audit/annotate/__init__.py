"""Annotation: finds the names in a segmented document."""

from collections.abc import Iterable
from dataclasses import replace

from audit.annotate.capitals import NameFinder
from audit.annotate.gazetteer import gazetteer
from audit.lang import data
from audit.model.authority import Authority
from audit.model.names import Mention
from audit.model.text import Document

__all__ = ["annotate", "knows"]


def knows(lang: str) -> bool:
    """Whether unlisted names can be found in `lang`: it has capitals, and there is data on it."""
    language = data(lang)
    return language.has_case and bool(language.function_words)


def annotate(document: Document, authority: Authority) -> Document:
    """`document` with its names; only listed ones where nothing is known of its language."""
    listed = gazetteer(authority, document.lang.partition("-")[0])
    found = list(NameFinder(document).mentions()) if knows(document.lang) else []
    found += listed.mentions(document) if listed else ()
    return replace(document, mentions=tuple(_longest(found)))


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
