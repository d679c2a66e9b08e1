"""All scores of a report: of each document, of the feed, of each publisher and language."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from audit.model.finding import Finding
from audit.model.score import GroupScore, Score, Scores
from audit.model.text import Document
from audit.score.gates import gates
from audit.score.norm import normed
from audit.score.tally import Tally, tally


@dataclass(slots=True)
class _Pool:
    """Documents taken together, as they come."""

    documents: int = 0
    total: Tally = field(default_factory=Tally)
    findings: list[Finding] = field(default_factory=list)

    def add(self, one: Tally, findings: Iterable[Finding]) -> None:
        self.documents += 1
        self.total += one
        self.findings += findings

    def score(self) -> Score:
        return replace(normed(self.total), gates=gates(self.findings))


def score(
    documents: Sequence[Document],
    findings: Iterable[Finding],
    words: Mapping[str, int],
    weights: Mapping[str, float],
) -> Scores:
    """Score `documents` by their `findings`.

    `words` are the words of each document by id, `weights` factors by MQM type or dimension. A
    document with words and without segments could not be analysed: that nothing was found in it
    says nothing, and it gets no score.
    """
    found: dict[str, list[Finding]] = {}
    for one in findings:
        found.setdefault(one.document, []).append(one)
    feed = _Pool()
    publishers: dict[str, _Pool] = {}
    languages: dict[str, _Pool] = {}
    scores: dict[str, Score] = {}
    for document in documents:
        size, own = words.get(document.id, 0), found.get(document.id, [])
        if size and not document.segments:
            continue
        made, counted = tally(document, own, size, weights)
        scores[document.id] = replace(normed(made, counted), gates=gates(own))
        feed.add(made, own)
        languages.setdefault(document.lang, _Pool()).add(made, own)
        if document.publisher:
            publishers.setdefault(document.publisher, _Pool()).add(made, own)
    return Scores(feed.score(), scores, _by_name(publishers), _by_name(languages))


def _by_name(pools: Mapping[str, _Pool]) -> tuple[GroupScore, ...]:
    return tuple(
        GroupScore(name, pool.documents, pool.score()) for name, pool in sorted(pools.items())
    )
