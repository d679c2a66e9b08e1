"""Finds the terms of a glossary in a document, and what became of those of its source."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from audit.glossary.finder import Finder, Found, Sought, finder
from audit.lang import data
from audit.lang.lexicon import is_plain_word
from audit.model.place import Span
from audit.model.terms import (
    EVERY_LANGUAGE,
    Concept,
    Glossary,
    Spelling,
    TermFate,
    TermRendering,
    TermUse,
)
from audit.model.text import UNKNOWN_LANGUAGE, Aligned, Document
from audit.text.scripts import main_script

WITH_SOURCE = 0.95
"""Confidence of a term that is not accepted, where the source has its concept."""
WITHOUT_SOURCE = 0.85
"""The same where there is no source: the word may mean something else here."""
OTHER_MEANING = 0.55
"""The same where the source does not have the concept."""
REPLACED = 0.95
"""Confidence that a term went wrong where another listed term stands for it."""
MISSING = 0.75
"""The same where nothing of it stands in the passage: it may have been paraphrased."""
REORDERED = 0.5
"""The same where its words stand there, put together otherwise."""
CHANGED = 0.85
"""The same of a term that is to be left as it is."""


@dataclass(frozen=True, slots=True)
class TermsSeen:
    """The terms of a glossary in one document."""

    uses: tuple[TermUse, ...] = ()
    renderings: tuple[TermRendering, ...] = ()


def terms_seen(document: Document, glossary: Glossary) -> TermsSeen:
    """The terms of `glossary` in `document`: in the target, and from source to target."""
    if not glossary.concepts or document.lang == UNKNOWN_LANGUAGE:
        return TermsSeen()
    ours = finder(glossary, document.lang)
    if not ours:
        return TermsSeen()
    pairs = document.aligned()
    renderings: tuple[TermRendering, ...] = ()
    sources: tuple[tuple[Found, ...], ...] = ()
    if pairs and _languages_differ(pairs[0]):
        theirs = finder(glossary, pairs[0].source_lang)
        sources = tuple(theirs.find(pair.source) for pair in pairs)
        renderings = tuple(_Renderer(document, ours, pairs).renderings(sources))
    uses = _uses(document, ours)
    uses = _weighed(uses, pairs, sources) if sources else _alone(uses, ours)
    return TermsSeen(tuple(uses), renderings)


def _languages_differ(pair: Aligned) -> bool:
    known = UNKNOWN_LANGUAGE not in (pair.lang, pair.source_lang)
    return known and pair.lang.partition("-")[0] != pair.source_lang.partition("-")[0]


class _Renderer:
    """Follows the terms of the source into the target of one document."""

    def __init__(self, document: Document, ours: Finder, pairs: Sequence[Aligned]) -> None:
        self._document = document
        self._ours = ours
        self._pairs = pairs
        self._seen: set[str] = set()

    def renderings(self, sources: Sequence[tuple[Found, ...]]) -> Iterator[TermRendering]:
        """What became of each term of the source, once a passage."""
        for number, found in enumerate(sources):
            told: set[str] = set()
            for one in found:
                for sought in one.sought:
                    if sought.concept.id in told or not self._counts(
                        sought, one, self._pairs[number]
                    ):
                        continue
                    told.add(sought.concept.id)
                    rendering = self._rendering(sought, one, number)
                    if rendering:
                        yield rendering

    def _counts(self, sought: Sought, found: Found, pair: Aligned) -> bool:
        """Whether the source means this concept: one of several homonyms does not tell."""
        concept = sought.concept
        ids = {one.concept.id for one in found.sought}
        return (
            len(ids) == 1
            and concept.in_force(self._document.date)
            and not (concept.case_matters and found.spelling is Spelling.CASE)
            and not _in_name(sought, found, pair)
        )

    def _rendering(self, sought: Sought, found: Found, number: int) -> TermRendering | None:
        concept, pair = sought.concept, self._pairs[number]
        ours = self._ours.terms.get(concept.id, ())
        accepted = [one for one in ours if one.term.status.accepted]
        if not accepted or not pair.text.strip():
            return None
        base = TermRendering(
            concept=concept,
            term=sought.term,
            source=pair.passage(found.start, found.end),
            fate=TermFate.MISSING,
            at=_trimmed(pair),
            expected=accepted[0].term.text,
            confidence=MISSING,
        )
        if not concept.translate or sought.term.lang == EVERY_LANGUAGE:
            return self._kept(base, pair)
        return self._used(base, ours, pair) or self._elsewhere(base, accepted, number)

    def _used(
        self, base: TermRendering, ours: Sequence[Sought], pair: Aligned
    ) -> TermRendering | None:
        """`base` where one of the terms stands in the passage, accepted ones first."""
        ranked = sorted(ours, key=lambda one: not one.term.status.accepted)
        for one in ranked:
            if place := self._ours.place(one, pair.text):
                if one.term.status.accepted:
                    self._seen.add(one.concept.id)
                    found = replace(base, fate=TermFate.USED, confidence=1.0)
                else:
                    found = replace(base, fate=TermFate.REPLACED, confidence=REPLACED)
                return replace(found, at=pair.at(*place), rendered=one.term.text)
        for one in ranked:
            if one.term.status.accepted and (place := self._ours.together(one, pair.text)):
                found = replace(base, fate=TermFate.REORDERED, confidence=REORDERED)
                return replace(found, at=pair.at(*place), rendered=one.term.text)
        return None

    def _elsewhere(
        self, base: TermRendering, accepted: Sequence[Sought], number: int
    ) -> TermRendering:
        """`base` where no term stands in the passage as a whole."""
        if any(self._ours.place(one, text) for one in accepted for text in self._beside(number)):
            return replace(base, fate=TermFate.NEAR, confidence=1.0)
        pair = self._pairs[number]
        for one in accepted if base.concept.id in self._seen else ():
            if place := self._ours.part(one, pair.text):
                return replace(base, fate=TermFate.SHORTENED, at=pair.at(*place), confidence=1.0)
        return base

    def _kept(self, base: TermRendering, pair: Aligned) -> TermRendering:
        """What became of a term that is to be left as the source has it."""
        wanted = base.source.text
        at = pair.text.find(wanted)
        if at >= 0:
            there = pair.at(at, at + len(wanted))
            return replace(base, fate=TermFate.USED, at=there, rendered=wanted, confidence=1.0)
        lost = replace(base, expected=wanted, confidence=CHANGED)
        folded = pair.text.casefold()
        at = folded.find(wanted.casefold())
        if at < 0 or len(folded) != len(pair.text):
            return lost
        there, text = pair.at(at, at + len(wanted)), pair.text[at : at + len(wanted)]
        if text.isupper():  # a headline
            return replace(lost, fate=TermFate.USED, at=there, rendered=wanted, confidence=1.0)
        return replace(lost, fate=TermFate.REPLACED, at=there, rendered=text)

    def _beside(self, number: int) -> Iterator[str]:
        """The passages before and behind: sentences are not always cut alike."""
        for other in (number - 1, number + 1):
            if 0 <= other < len(self._pairs):
                yield self._pairs[other].text


def _in_name(sought: Sought, found: Found, pair: Aligned) -> bool:
    """Whether a term of one plain word is a part of a longer name here: Premier League.

    A title before a name is none: the word behind it is no plain word (Premier Novák).
    """
    term, lang = sought.term.text, pair.source_lang
    here = pair.source[found.start : found.end]
    if len(sought.words) > 1 or not term.islower() or not here[:1].isupper():
        return False
    if data(lang).capitalises_nouns or here.isupper():
        return False
    behind = _WORD_BEHIND.match(pair.source, found.end)
    return behind is not None and behind[1][:1].isupper() and is_plain_word(behind[1], lang)


_WORD_BEHIND = re.compile(r"[ \u00a0]([^\W\d_]+)")


def _trimmed(pair: Aligned) -> Span:
    """The passage without its blank ends."""
    start = len(pair.text) - len(pair.text.lstrip())
    return pair.at(start, len(pair.text.rstrip()))


def _uses(document: Document, ours: Finder) -> Iterator[TermUse]:
    """The terms in the target, segment by segment."""
    for segment in document.segments:
        if main_script(segment.text) == main_script(document.text):
            for found in ours.find(segment.text):
                for sought in found.sought:
                    if sought.concept.in_force(document.date):
                        at = segment.at(found.start, found.end)
                        yield _use(sought, found, at, ours)


def _use(sought: Sought, found: Found, at: Span, ours: Finder) -> TermUse:
    terms = ours.terms[sought.concept.id]
    preferred = next((one.term.text for one in terms if one.term.status.accepted), None)
    return TermUse(sought.concept, sought.term, at, preferred, found.spelling)


def _alone(uses: Iterator[TermUse], ours: Finder) -> Iterator[TermUse]:
    """The uses in a text without a source: what another concept accepts may be that concept."""
    right = {
        one.term.text.casefold()
        for terms in ours.terms.values()
        for one in terms
        if one.term.status.accepted
    }
    for use in uses:
        if use.term.status.accepted:
            yield use
        elif use.term.text.casefold() not in right:
            yield replace(use, confidence=WITHOUT_SOURCE)


def _weighed(
    uses: Iterator[TermUse], pairs: Sequence[Aligned], sources: Sequence[tuple[Found, ...]]
) -> Iterator[TermUse]:
    """The uses in a bilingual text: one not accepted counts where its concept is meant."""
    named = [{one.concept.id for found in row for one in found.sought} for row in sources]
    for use in uses:
        if use.term.status.accepted:
            yield use
            continue
        number = next((n for n, pair in enumerate(pairs) if _holds(pair, use.at)), None)
        around = named[max(0, number - 1) : number + 2] if number is not None else ()
        if any(use.concept.id in ids for ids in around):
            yield replace(use, confidence=WITH_SOURCE)
        elif _has_source_terms(use.concept, pairs[0].source_lang):
            yield replace(use, confidence=OTHER_MEANING)
        else:
            yield replace(use, confidence=WITHOUT_SOURCE)


def _holds(pair: Aligned, at: Span) -> bool:
    return pair.span.start <= at.start and at.end <= pair.span.end


def _has_source_terms(concept: Concept, lang: str) -> bool:
    primary = lang.partition("-")[0]
    return any(term.lang.partition("-")[0] == primary for term in concept.terms)
