"""A model at work beside the light finder, and which of two overlapping mentions stands."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import merge

from audit.annotate.base import MentionFinder
from audit.annotate.light import LIGHT_FINDER, LightFinder
from audit.model.names import Mention
from audit.model.text import Document


def beside_light(finder: MentionFinder) -> MentionFinder:
    """`finder` with the light finder beside it; the light finder as it is."""
    return finder if isinstance(finder, LightFinder) else Beside(finder)


@dataclass(frozen=True, slots=True)
class Beside:
    """What a model finds and what the light finder finds, united.

    The light finder's mentions stand as they are, since it cuts names the way they are compared;
    the model adds those that meet none of them. Its word on the kind of the others is not taken: a
    misspelled name is often given another kind than the right one beside it, and two kinds are two
    things (measured in docs/mentions.md).
    """

    model: MentionFinder

    @property
    def id(self) -> str:
        """The model's: the light finder is part of this package's version."""
        return self.model.id

    def knows(self, lang: str) -> bool:
        """Whether either knows the language."""
        return LIGHT_FINDER.knows(lang) or self.model.knows(lang)

    def mentions(self, document: Document) -> Iterator[Mention]:
        """The names of both, in order of place."""
        light = list(LIGHT_FINDER.mentions(document))
        if not self.model.knows(document.lang):
            yield from light
            return
        yield from united(light, sorted(self.model.mentions(document), key=_place))


def united(light: Iterable[Mention], model: Iterable[Mention]) -> Iterator[Mention]:
    """`light` with what `model` adds to it; both in order of place, each free of overlaps."""
    light = list(light)
    starts = [one.span.start for one in light]
    added = (one for one in model if not _meets(one, light, starts))
    yield from merge(light, added, key=_place)


def _place(mention: Mention) -> tuple[int, int]:
    return mention.span.start, -mention.span.end


def _meets(mention: Mention, others: Sequence[Mention], starts: Sequence[int]) -> bool:
    """Whether `mention` overlaps one of `others`, which begin at `starts`, in order and apart."""
    before = bisect_left(starts, mention.span.end) - 1
    return before >= 0 and mention.span.overlaps(others[before].span)
