"""Annotation: finds the names, and the terms of a glossary, in a segmented document."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from audit.annotate.base import MentionFinder
from audit.annotate.bilingual import renderings
from audit.annotate.choose import finder, finders
from audit.annotate.divided import divided
from audit.annotate.echoes import completed
from audit.annotate.gazetteer import gazetteer
from audit.annotate.light import LIGHT_FINDER
from audit.annotate.terms import terms_seen
from audit.model.authority import Authority
from audit.model.names import Mention
from audit.model.terms import Glossary
from audit.model.text import Document
from audit.text.scripts import main_script

__all__ = ["MentionFinder", "annotate", "finder", "finders", "knows", "with_terms"]

NO_GLOSSARY = Glossary()
"""No terms."""


def knows(lang: str) -> bool:
    """Whether unlisted names can be found in `lang` without a model."""
    return LIGHT_FINDER.knows(lang)


def annotate(
    document: Document,
    authority: Authority,
    finder: MentionFinder = LIGHT_FINDER,
    glossary: Glossary = NO_GLOSSARY,
) -> Document:
    """`document` with the names of `finder` and those that the authority lists, and with terms.

    Where the document brings its source, also with what became of the names and terms of the
    source. Terms are those of `glossary`.
    """
    listed = gazetteer(authority, document.lang.partition("-")[0])
    found = list(finder.mentions(document)) if finder.knows(document.lang) else []
    found += listed.mentions(document) if listed else ()
    return replace(
        with_terms(document, glossary),
        mentions=tuple(_without_glosses(_longest(_completed(found, document)), document)),
        renderings=renderings(document, authority),
    )


def with_terms(document: Document, glossary: Glossary) -> Document:
    """`document` with the terms of `glossary` alone, for rules that look at no names."""
    terms = terms_seen(document, glossary)
    return replace(document, term_uses=terms.uses, term_renderings=terms.renderings)


def _completed(mentions: Iterable[Mention], document: Document) -> Iterator[Mention]:
    """The mentions, with what only the names found elsewhere in the text show to be names."""
    return divided(completed(mentions, document), document)


def _longest(mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions without those that overlap a longer one, in order of place."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda one: (one.span.start, -one.span.end)):
        if not kept or kept[-1].span.end <= mention.span.start:
            kept.append(mention)
        elif len(mention.span) > len(kept[-1].span):
            kept[-1] = mention
    return kept


_BRACKETS = ("(", "（")


def _without_glosses(mentions: Sequence[Mention], document: Document) -> Iterator[Mention]:
    """The mentions but for those that gloss the one before: Гуджарат (Gujarat)."""
    before: Mention | None = None
    for mention in mentions:
        between = document.text[before.span.end : mention.span.start] if before else ""
        if (
            before
            and between.strip() in _BRACKETS
            and main_script(before.text) != main_script(mention.text)
        ):
            continue
        yield mention
        before = mention
