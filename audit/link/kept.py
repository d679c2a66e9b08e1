"""Answers that linking gave before, each by all that it depends on.

Linking looks at a feed as a whole, so that one changed article asks every question anew; but nearly
all are the questions of the last run. An answer is kept by its question, which holds everything
that bears on it beside the program, the authority and the settings: whoever keeps answers from run
to run keeps them for these. So an answer from before is the one that would be found again.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Generic, NamedTuple, TypeVar

from audit.link.assemble import Settled
from audit.link.forms import Pair
from audit.link.told import PairRecall, Told


class Alike(NamedTuple):
    """A look-alike; `mention` and `other` are the numbers of the mentions in their document."""

    mention: int
    part: str
    other: int
    other_part: str
    expected: str
    because: str
    confidence: float


class Sounds(NamedTuple):
    """The keys under which a form meets others wherever they stand, packed.

    `whole` are those of the name as a whole, `parts` those of its parts; `single` says that it has
    one part only.
    """

    single: bool
    whole: bytes
    parts: bytes


@dataclass(frozen=True, slots=True)
class Answers:
    """What linking found out, by question.

    `near` are the pairs that are worth comparing within one document, `related` and `apart` how two
    forms relate where they may stand together and where they do not, `alike` the look-alikes of one
    document, `settled` what is settled of a name that is written in several ways or known,
    `sounds` the keys of a form, and `crossed` those under which it meets others it stands apart of.
    """

    near: dict[bytes, tuple[Pair, ...]] = field(default_factory=dict)
    related: Told = field(default_factory=Told)
    apart: Told = field(default_factory=Told)
    alike: dict[bytes, tuple[Alike, ...]] = field(default_factory=dict)
    settled: dict[bytes, Settled] = field(default_factory=dict)
    sounds: dict[str, Sounds] = field(default_factory=dict)
    crossed: dict[str, bytes] = field(default_factory=dict)


_Question = TypeVar("_Question")
_Answer = TypeVar("_Answer")


class Recall(Generic[_Question, _Answer]):
    """Answers of one kind: those from before, and those given in this run."""

    def __init__(
        self, before: Mapping[_Question, _Answer], given: dict[_Question, _Answer] | None
    ) -> None:
        """`given` is filled with every answer that this run needs, wherever it is from.

        Without it nothing is kept: the questions of a feed take more room than its names.
        """
        self._before = before
        self._given = given

    def answer(self, question: _Question, find: Callable[[], _Answer]) -> _Answer:
        """The answer from before, or what `find` finds out."""
        if self._given is None:
            return find()
        if question in self._given:
            return self._given[question]
        known = question in self._before
        self._given[question] = found = self._before[question] if known else find()
        return found


class Memory:
    """What is known from before, and the answers that this run needs."""

    def __init__(self, before: Answers | None = None, *, keeps: bool = True) -> None:
        """`keeps` says whether there is a use for `given`, which stays empty otherwise."""
        before = before or Answers()
        self.keeps = keeps
        self._given = Answers()
        self.near = Recall(before.near, self._given.near if keeps else None)
        self.related = PairRecall(before.related, keeps=keeps)
        self.apart = PairRecall(before.apart, keeps=keeps)
        self.alike = Recall(before.alike, self._given.alike if keeps else None)
        self.settled = Recall(before.settled, self._given.settled if keeps else None)
        self.sounds = Recall(before.sounds, self._given.sounds if keeps else None)
        self.crossed = Recall(before.crossed, self._given.crossed if keeps else None)

    @property
    def given(self) -> Answers:
        """The answers that this run needed."""
        return replace(self._given, related=self.related.told(), apart=self.apart.told())


def forgetful() -> Memory:
    """A memory that knows nothing and keeps nothing."""
    return Memory(keeps=False)
