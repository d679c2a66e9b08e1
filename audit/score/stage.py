"""All scores of a report: of each document, of the feed, of each publisher and language."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from audit.model.finding import Finding
from audit.model.score import Gate, GateKind, GroupScore, Score, Scores
from audit.model.text import Document
from audit.score.body import Words, words_of
from audit.score.gates import gates
from audit.score.kept import Memory, question_of, scored
from audit.score.norm import normed
from audit.score.tally import Tally, TallySum, tally


@dataclass(slots=True)
class _Sum:
    """Documents taken together, as they come."""

    documents: int = 0
    tallies: TallySum = field(default_factory=TallySum)

    def add(self, documents: int, tally: Tally) -> None:
        self.documents += documents
        self.tallies.add(tally)


class _Gates:
    """The findings behind each gate, and how many of them are new, by document."""

    def __init__(self) -> None:
        self._closed: dict[GateKind, tuple[list[str], list[int]]] = {}

    def add(self, closed: Iterable[Gate]) -> None:
        for gate in closed:
            findings, new = self._closed.setdefault(gate.kind, ([], []))
            findings += gate.findings
            new.append(gate.new)

    def score(self, total: Tally) -> Score:
        """The score of documents with these gates and that total."""
        closed = ((kind, self._closed[kind]) for kind in GateKind if kind in self._closed)
        gates = (Gate(kind, tuple(findings), sum(new)) for kind, (findings, new) in closed)
        return normed(total, gates=tuple(gates))


class Scoring:
    """Scores documents one after another, and the feed that they are.

    `weights` are factors by MQM type or dimension. `memory` spares the scores that it has, and
    changes none.
    """

    def __init__(self, weights: Mapping[str, float], memory: Memory | None = None) -> None:
        self._weights = weights
        self._memory = memory
        self._sums: dict[tuple[str, str], _Sum] = {}
        """By publisher, empty where none is told, and language: tallies are added up once."""
        self._feed = _Gates()
        self._publishers: dict[str, _Gates] = {}
        self._languages: dict[str, _Gates] = {}

    def add(self, document: Document, findings: Sequence[Finding], words: Words) -> Score | None:
        """The score of one document of so many `words` by its findings.

        A document with words and without segments could not be analysed: that nothing was found in
        it says nothing, and it gets no score.
        """
        if words.all and not document.segments:
            return None
        score, made = self._scored(document, findings, words)
        closed = score.gates
        publisher, lang = document.publisher or "", document.lang
        self._sums.setdefault((publisher, lang), _Sum()).add(1, made)
        self._feed.add(closed)
        self._languages.setdefault(lang, _Gates()).add(closed)
        if publisher:
            self._publishers.setdefault(publisher, _Gates()).add(closed)
        return score

    def _scored(
        self, document: Document, findings: Sequence[Finding], words: Words
    ) -> tuple[Score, Tally]:
        """The score of one document and its tally, from memory where that is less work."""
        if self._memory is None or not findings:
            return self._found(document, findings, words)
        question = question_of(words, findings, self._weights)
        if known := self._memory.get(question):
            return known.score, known.tally(words)
        score, made = self._found(document, findings, words)
        self._memory.put(question, scored(score, made, words))
        return score, made

    def _found(
        self, document: Document, findings: Sequence[Finding], words: Words
    ) -> tuple[Score, Tally]:
        made, counted = tally(document, findings, words, self._weights)
        if not findings:
            return _clean(made.words), made
        return normed(made, counted, gates(findings)), made

    def scores(self, documents: Mapping[str, Score]) -> Scores:
        """All scores, those of single `documents` by id among them."""
        feed = _Sum()
        publishers: dict[str, _Sum] = {}
        languages: dict[str, _Sum] = {}
        for (publisher, lang), one in self._sums.items():
            total = one.tallies.total
            feed.add(one.documents, total)
            publishers.setdefault(publisher, _Sum()).add(one.documents, total)
            languages.setdefault(lang, _Sum()).add(one.documents, total)
        return Scores(
            self._feed.score(feed.tallies.total),
            documents,
            _by_name(publishers, self._publishers),
            _by_name(languages, self._languages),
        )


@cache
def _clean(words: int) -> Score:
    """The score of so many words in which nothing was found."""
    return normed(Tally(words))


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


def _by_name(sums: Mapping[str, _Sum], gates: Mapping[str, _Gates]) -> tuple[GroupScore, ...]:
    return tuple(
        GroupScore(name, sums[name].documents, gates[name].score(sums[name].tallies.total))
        for name in sorted(gates)
    )
