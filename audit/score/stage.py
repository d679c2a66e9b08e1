"""All scores of a report: of each document, of the feed, of each publisher and language."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from audit.model.finding import Finding
from audit.model.score import Gate, GateKind, GroupScore, Score, Scores
from audit.model.text import Document
from audit.score.body import Words, words_of
from audit.score.gates import gates
from audit.score.norm import normed
from audit.score.tally import Tally, tally


@dataclass(slots=True)
class _Pool:
    """Documents taken together, as they come."""

    documents: int = 0
    total: Tally = field(default_factory=Tally)
    gates: dict[GateKind, tuple[list[str], list[int]]] = field(default_factory=dict)
    """The findings behind each gate, and how many of them are new, by document."""

    def add(self, one: Tally, closed: Iterable[Gate]) -> None:
        self.documents += 1
        self.total += one
        for gate in closed:
            findings, new = self.gates.setdefault(gate.kind, ([], []))
            findings += gate.findings
            new.append(gate.new)

    def score(self) -> Score:
        closed = (
            Gate(kind, tuple(self.gates[kind][0]), sum(self.gates[kind][1]))
            for kind in GateKind
            if kind in self.gates
        )
        return replace(normed(self.total), gates=tuple(closed))


class Scoring:
    """Scores documents one after another, and the feed that they are.

    `weights` are factors by MQM type or dimension.
    """

    def __init__(self, weights: Mapping[str, float]) -> None:
        self._weights = weights
        self._feed = _Pool()
        self._publishers: dict[str, _Pool] = {}
        self._languages: dict[str, _Pool] = {}

    def add(self, document: Document, findings: Sequence[Finding], words: Words) -> Score | None:
        """The score of one document of so many `words` by its findings.

        A document with words and without segments could not be analysed: that nothing was found in
        it says nothing, and it gets no score.
        """
        if words.all and not document.segments:
            return None
        made, counted = tally(document, findings, words, self._weights)
        closed = gates(findings)
        self._feed.add(made, closed)
        self._languages.setdefault(document.lang, _Pool()).add(made, closed)
        if document.publisher:
            self._publishers.setdefault(document.publisher, _Pool()).add(made, closed)
        return replace(normed(made, counted), gates=closed)

    def scores(self, documents: Mapping[str, Score]) -> Scores:
        """All scores, those of single `documents` by id among them."""
        return Scores(
            self._feed.score(), documents, _by_name(self._publishers), _by_name(self._languages)
        )


def score(
    documents: Sequence[Document],
    findings: Iterable[Finding],
    words: Mapping[str, int],
    weights: Mapping[str, float],
) -> Scores:
    """Score `documents` by their `findings`, as `Scoring` does.

    `words` are the words of each document by id.
    """
    found: dict[str, list[Finding]] = {}
    for one in findings:
        found.setdefault(one.document, []).append(one)
    scoring = Scoring(weights)
    made = {
        one.id: scoring.add(
            one, found.get(one.id, []), replace(words_of(one), all=words.get(one.id, 0))
        )
        for one in documents
    }
    return scoring.scores({id_: score for id_, score in made.items() if score is not None})


def _by_name(pools: Mapping[str, _Pool]) -> tuple[GroupScore, ...]:
    return tuple(
        GroupScore(name, pool.documents, pool.score()) for name, pool in sorted(pools.items())
    )
