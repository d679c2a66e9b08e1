"""Compares the names of one passage with those of its source.

A name of the source is missing where nothing in the target could render it, and a name of the
target is a stray where nothing in the source could be behind it. A missing name beside a stray one
was replaced. How sure each verdict is, was set on human translations, which hardly ever lose a
country or a city but often add one for the reader's sake.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from audit.annotate.bilingual.concepts import Concept, Concepts, Known
from audit.annotate.bilingual.gaps import Gap, gap
from audit.annotate.bilingual.names import SureName, likely_names, sure_names
from audit.annotate.bilingual.side import Side, alike, easily_confused
from audit.lang import data
from audit.lang.lexicon import has_list
from audit.model.place import Span
from audit.model.renderings import Fate, Rendering
from audit.text.fold import bare
from audit.text.scripts import main_script

ANOTHER_KNOWN_NAME = 0.9
"""Of a known name for which another known one stands."""
ANOTHER_NAME = 0.75
"""Of a known name, or a person with a given name, for which something else stands."""
ANOTHER_COPY = 0.72
"""Of any name for which another stands, both in one script, where names are copied."""
FULL_NAME_PUT_IN = 0.72
"""Of two likely names in a row that nothing in the source could be behind."""
NAME_PUT_IN = 0.65
"""Of a sure name of English, that nothing in a source with capitals could be behind; translators
write PhD, Richter scale and the like where the source says it in words."""
KNOWN_GAP, SURE_GAP, LIKELY_GAP = 0.85, 0.8, 0.73
"""Of a known, a sure and a likely name that the target lacks, and a gap shows where."""
GAP_ALONE = 0.7
"""Of a strong gap where no name of the source is surely missing."""
KNOWN_MISSING = 0.72
"""Of a country, a city or a listed name that the target lacks, without a gap."""
SURE_MISSING = 0.65
"""Of a sure name that neither the target nor what stands beside it has: as often as not it was left
out on purpose, or rendered by a word."""
UNSURE = 0.6
"""Of all else: an unlisted name may have been translated, and translators add names."""
SHORT_WITHOUT_SPACES = 2
"""Characters of a name that may also be a part of two words, in a script without spaces."""
SHORTEST_LIKELY = 4
"""Letters of a likely name that counts by itself."""
SHORTEST_SENTENCE = 4
"""Words that a sentence with a gap has at least; “Log in” is none."""
GAPS_TELL = frozenset({"en"})
"""Languages in which a gap in a sentence is told from what is merely unusual there."""
_MARKS = frozenset("\"“”„«»'‘’")
BEFORE_A_NAME = frozenset(
    "在于从到由和与及、，。的是自向对致据为因把被给让当比同跟前往来去：；（《“”」）…0123456789 "
)
"""Characters of Chinese and Japanese after which a word begins."""


@dataclass(frozen=True, slots=True)
class Lost:
    """A name of the source that its target does not have."""

    text: str
    expected: tuple[str, ...]
    parts: tuple[str, ...]
    person: bool = False


@dataclass(frozen=True, slots=True)
class Stray:
    """A name of the target that its source does not have."""

    at: Span
    text: str
    known: bool
    full: bool = False
    """It has two names at least, as a person has."""


class Comparison:
    """One passage and its source, with the passages around them."""

    def __init__(
        self,
        source: Side,
        target: Side,
        sources_beside: Sequence[Side],
        targets_beside: Sequence[Side],
        known: Concepts,
    ) -> None:
        self._source, self._target = source, target
        self._sources = (source, *sources_beside)
        self._targets_beside = targets_beside
        self._concepts = known
        self._in_source = list(known.source.find(source))
        self._in_target = list(known.target.find(target))

    def renderings(self) -> Iterator[Rendering]:
        """What went wrong, with places in the passage."""
        if not self._target.text.strip():
            return
        confused = list(self._confused())
        yield from confused
        lost, strays = list(self._lost()), list(self._strays())
        hole = gap(self._target.text, self._target.lang)
        odd = [] if strays or hole else list(self._likely_strays())
        if lost and (strays or odd):
            yield from self._replaced(lost, strays or odd)
        elif lost:
            yield from self._left_out(lost, hole)
        elif strays:
            yield from self._in_place_of(self._likely(), strays)
        elif hole and not confused and len(self._target.text.split()) >= SHORTEST_SENTENCE:
            yield from self._in_gap(hole)
        elif odd:
            yield from self._odd(self._likely(), odd)

    def _confused(self) -> Iterator[Rendering]:
        """Known names for which the name of another, similar thing stands: Belgorod, Belgrade."""
        here = {one.id for found in self._in_source for one in found.concepts}
        there = {one.id for found in self._in_target for one in found.concepts}
        for found in self._in_target:
            text = self._target.text[found.start : found.end]
            if any(one.id in here for one in found.concepts) or self._elsewhere(found):
                continue
            for origin in self._in_source:
                if any(one.id in there or text in one.target for one in origin.concepts):
                    continue
                expected = origin.concepts[0].target
                if any(easily_confused(text, form) for form in expected):
                    name = self._source.text[origin.start : origin.end]
                    because = f"“{text}” is another place or person than “{expected[0]}”"
                    at = Span(found.start, found.end)
                    yield Rendering(Fate.REPLACED, at, name, expected, because, ANOTHER_KNOWN_NAME)
                    break

    def _elsewhere(self, found: Known) -> bool:
        """Whether the sources around have the thing that a name of the target names."""
        return any(
            any(one in other.concepts for one in found.concepts)
            for side in self._sources
            for other in self._concepts.source.find(side)
        )

    def _replaced(self, lost: Sequence[Lost], strays: Sequence[Stray]) -> Iterator[Rendering]:
        for one, stray in zip(lost, strays, strict=False):
            if any(alike(a, b) for a in one.text.split() for b in stray.text.split()):
                continue
            if bare(stray.text) in bare(one.text):
                continue
            because = (
                f"nothing renders “{one.text}”, and the source has nothing like “{stray.text}”"
            )
            sure = self._sureness(one, stray)
            yield Rendering(Fate.REPLACED, stray.at, one.text, one.expected, because, sure)

    def _sureness(self, lost: Lost, stray: Stray) -> float:
        if lost.expected and stray.known:
            return ANOTHER_KNOWN_NAME
        if lost.expected or lost.person or stray.full:
            return ANOTHER_NAME
        return ANOTHER_COPY if self._copies else UNSURE

    @property
    def _copies(self) -> bool:
        """Whether names are taken over as they are: both sides are in one script."""
        return main_script(self._source.text) == main_script(self._target.text)

    def _left_out(self, lost: Sequence[Lost], hole: Gap | None) -> Iterator[Rendering]:
        for one in lost:
            if any(self._rendered(one, side) for side in self._targets_beside):
                continue
            yield self._missing(one, hole, self._sureness_of_loss(one, hole))

    def _sureness_of_loss(self, lost: Lost, hole: Gap | None) -> float:
        if hole:
            return KNOWN_GAP if lost.expected else SURE_GAP
        if self._ambiguous(lost):
            return UNSURE
        if lost.expected:
            return KNOWN_MISSING
        told = self._target.cased and not _is_acronym(lost.text) and not self._quoted(lost.text)
        return SURE_MISSING if told else UNSURE

    def _quoted(self, name: str) -> bool:
        """Whether a name of the source stands in quotation marks: a title, which is translated."""
        before, name, behind = self._source.text.partition(name)
        return before[-1:] in _MARKS and behind[:1] in _MARKS

    def _ambiguous(self, lost: Lost) -> bool:
        """Whether a name may be made of the ends of two words: 重庆 in 隆重庆祝."""
        if self._source.cased or len(lost.text) > SHORT_WITHOUT_SPACES:
            return False
        at = self._source.text.find(lost.text)
        return at == 0 or self._source.text[at - 1] not in BEFORE_A_NAME

    def _missing(self, lost: Lost, hole: Gap | None, sure: float) -> Rendering:
        whole = Span(0, len(self._target.text))
        because = "nothing here could render it"
        if hole:
            because += ", and the sentence lacks a word at this place"
        at = hole.at if hole else whole
        return Rendering(Fate.LEFT_OUT, at, lost.text, lost.expected, because, sure)

    def _in_gap(self, hole: Gap) -> Iterator[Rendering]:
        """What may have fallen out where the sentence has a gap and no sure name is missing."""
        if likely := self._likely():
            yield self._missing(likely[0], hole, LIKELY_GAP)
            return
        if self._target.lang not in GAPS_TELL and (self._source.cased or not hole.strong):
            return
        because = "the sentence lacks a word at this place"
        yield Rendering(
            Fate.LEFT_OUT, hole.at, "", (), because, GAP_ALONE if hole.strong else UNSURE
        )

    def _in_place_of(self, likely: Sequence[Lost], strays: Sequence[Stray]) -> Iterator[Rendering]:
        """Stray names, in place of likely names that are missing or put in for the reader."""
        missing = [one for one in likely if _is_long_name(one.text)]
        yield from self._replaced(missing, strays)
        for one in strays[len(missing) :]:
            because = "nothing in the source or beside it could be behind it"
            told = not one.known and self._source.cased and self._target.lang in GAPS_TELL
            sure = NAME_PUT_IN if told else UNSURE
            yield Rendering(Fate.PUT_IN, one.at, "", (), because, sure)

    def _odd(self, likely: Sequence[Lost], odd: Sequence[Stray]) -> Iterator[Rendering]:
        """Likely names that nothing is behind, beside likely names that are missing."""
        missing = [one for one in likely if _is_long_name(one.text)]
        if missing:
            yield from self._replaced(missing[:1], odd[:1])
            return
        for one in odd:
            if one.full or self._target.lang in GAPS_TELL:
                because = "nothing in the source or beside it could be behind it"
                sure = FULL_NAME_PUT_IN if one.full else UNSURE
                yield Rendering(Fate.PUT_IN, one.at, "", (), because, sure)

    def _likely_strays(self) -> Iterator[Stray]:
        """Runs of likely names of the target that nothing in the sources is like."""
        if not has_list(self._target.lang):
            return
        run: list[SureName] = []
        for name in likely_names(self._target, opening=self._target.lang in GAPS_TELL):
            word = name.text.lower()
            if not _is_long_name(name.text):
                continue
            if _overlaps(name, self._in_target) or word in data(self._target.lang).titles_person:
                continue
            if any(side.has_like(name.text) for side in self._sources):
                continue
            if run and self._target.text[run[-1].end : name.start].strip(" -"):
                yield self._run(run)
                run = []
            run.append(name)
        if run:
            yield self._run(run)

    def _run(self, run: Sequence[SureName]) -> Stray:
        start, end = run[0].start, run[-1].end
        text = self._target.text[start:end]
        return Stray(Span(start, end), text, known=False, full=len(run) > 1)

    def _likely(self) -> list[Lost]:
        """Likely names of the source that no target passage renders."""
        found = (
            Lost(name.text, (), name.parts)
            for name in likely_names(self._source)
            if not _overlaps(name, self._in_source)
        )
        sides = (self._target, *self._targets_beside)
        return [one for one in found if not any(self._rendered(one, side) for side in sides)]

    def _lost(self) -> Iterator[Lost]:
        """The known and the sure names of the source that the target does not render."""
        for found in self._in_source:
            text = self._source.text[found.start : found.end]
            forms = found.concepts[0].target
            lost = Lost(text, forms, tuple(text.split()))
            if not self._known_rendered(found, text):
                yield lost
        for name in sure_names(self._source):
            if not _overlaps(name, self._in_source):
                lost = Lost(name.text, (), name.parts, name.person)
                if not self._rendered(lost, self._target) and not self._derived(name.text):
                    yield lost

    def _derived(self, name: str) -> bool:
        """Whether a name is made from one that stands in the target: Подмосковье, Moscow."""
        return any(
            Concepts.inside(one, name) for found in self._in_target for one in found.concepts
        )

    def _known_rendered(self, found: Known, text: str) -> bool:
        if any(Concepts.rendered(one, self._target) for one in found.concepts):
            return True
        # How characters read in Chinese says nothing of what a place is called elsewhere.
        return self._source.spaced and any(self._target.has_like(part) for part in text.split())

    @staticmethod
    def _rendered(lost: Lost, side: Side) -> bool:
        if lost.expected:
            return any(side.holds(form) for form in lost.expected)
        return side.holds(lost.text) or any(side.has_like(part) for part in lost.parts)

    def _strays(self) -> Iterator[Stray]:
        """The known and the sure names of the target that nothing in the source could be."""
        for found in self._in_target:
            text = self._target.text[found.start : found.end]
            if not any(self._supports(side, found.concepts, text) for side in self._sources):
                yield Stray(Span(found.start, found.end), text, known=True)
        for name in sure_names(self._target):
            if _overlaps(name, self._in_target):
                continue
            if not any(side.has_like(part) for side in self._sources for part in name.parts):
                yield Stray(Span(name.start, name.end), name.text, known=False)

    @staticmethod
    def _supports(side: Side, names: Sequence[Concept], text: str) -> bool:
        """Whether a text holds a known name, or something that sounds like it.

        A place is written one way in a script without capitals, so that sound proves nothing there.
        """
        if any(Concepts.supported(one, side) for one in names):
            return True
        by_sound = side.spaced or not any(one.place for one in names)
        return by_sound and any(side.has_like(part) for part in text.split())


def _is_acronym(name: str) -> bool:
    """Whether most letters of a name are capitals, as in acronyms and codes: MSWiA."""
    return 2 * sum(map(str.isupper, name)) > len(name)


def _is_long_name(name: str) -> bool:
    """Whether a likely name is neither an acronym nor as short as titles are."""
    return len(name) >= SHORTEST_LIKELY and not _is_acronym(name)


def _overlaps(name: SureName, known: Sequence[Known]) -> bool:
    return any(one.start < name.end and name.start < one.end for one in known)
