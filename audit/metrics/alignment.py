"""Which word of the target renders a word of the source: IBM Model 1, learned from the feed itself.

Brown et al. 1993, “The Mathematics of Statistical Machine Translation”. A feed is a small corpus,
so a word counts only where both directions choose each other.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

ROUNDS = 5
"""Rounds of expectation and maximization; more change little for Model 1."""

CLEARLY = 0.05
"""Least probability of a rendering for it to count: below it stand words that met by chance."""

LONGEST = 120
"""Words of a segment; longer ones are lists and tables, in which everything aligns with all."""

Table = Mapping[str, Mapping[str, float]]
"""Probability of a target word by source word."""

Bitext = Sequence[tuple[Sequence[str], Sequence[str]]]
"""Pairs of segments as words in dictionary form."""


def renderings(pairs: Bitext) -> list[dict[str, str]]:
    """For each pair, the target word that renders each source word, where it is clear."""
    usable = [pair if max(map(len, pair)) <= LONGEST else ((), ()) for pair in pairs]
    forth = _learn(usable)
    back = _learn([(target, source) for source, target in usable])
    return [_aligned(source, target, forth, back) for source, target in usable]


def _learn(pairs: Bitext) -> Table:
    """Model 1 without the empty word, begun from co-occurrence."""
    table: dict[str, dict[str, float]] = defaultdict(dict)
    for source, target in pairs:
        for word in source:
            row = table[word]
            for other in target:
                row[other] = 1.0
    for _ in range(ROUNDS):
        counts: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        for source, target in pairs:
            for other in target:
                total = sum(table[word][other] for word in source)
                for word in source:
                    counts[word][other] += table[word][other] / total
        for word, row in counts.items():
            whole = sum(row.values())
            table[word] = {other: value / whole for other, value in row.items()}
    return table


def _aligned(
    source: Sequence[str], target: Sequence[str], forth: Table, back: Table
) -> dict[str, str]:
    """The pairs of words that each choose the other; a word that stands twice is left out."""
    counts = Counter(source)
    found = {}
    for word in source:
        if counts[word] > 1 or not target:
            continue
        best = max(target, key=lambda other: (forth[word].get(other, 0.0), other))
        if forth[word].get(best, 0.0) < CLEARLY:
            continue
        if max(source, key=lambda other: (back[best].get(other, 0.0), other)) == word:
            found[word] = best
    return found
