"""How long scoring takes, and how often its interval holds the truth.

    python -m benchmarks.bench_score

Times 10,000 findings in 1,000 articles in one process; then draws texts whose errors fall
independently at a known rate and counts how often the interval holds that rate. Seeded.
"""

import time
from random import Random

from audit.model.finding import Finding, FindingClass
from audit.model.text import Document
from audit.score import score
from audit.score.resample import interval, resample
from audit.text.words import count_words
from tests import builders as make

ARTICLES = 1_000
SENTENCES = 30
FINDINGS = 10

SENTENCE = "The mayor of the town said on Tuesday that word{n} would open again by the autumn."


def article(number: int) -> tuple[Document, list[Finding]]:
    """One article of 480 words with ten findings, two errors to a query."""
    text = "\n".join(SENTENCE.format(n=f"{number}x{i}x") for i in range(SENTENCES))
    doc = make.document(text, id=f"d{number}")
    classes = (FindingClass.ERROR, FindingClass.ERROR, FindingClass.QUERY)
    found = [
        make.finding(
            doc, make.find(doc, f"word{number}x{i}x"), finding_class=classes[i % len(classes)]
        )
        for i in range(FINDINGS)
    ]
    return doc, found


def coverage(segments: int, rate: float, draws: int = 400) -> float:
    """How often the interval holds the true penalty; a share `rate` of segments has an error."""
    random = Random(segments)
    truth = rate * (0.6 * 5 + 0.4 * 1) / 20 * 1000
    ends = []
    for draw in range(draws):
        sample = [
            (
                random.randint(8, 32),
                random.choices([0, 1000, 5000], [1 - rate, 0.4 * rate, 0.6 * rate])[0],
            )
            for _ in range(segments)
        ]
        found = interval(resample(f"{segments} {draw}", sample))
        if found:
            ends.append(found)
    held = sum(low <= truth <= high for low, high in ends)
    return held / len(ends)


def main() -> None:
    """Time one run of the stage."""
    made = [article(number) for number in range(ARTICLES)]
    documents = [doc for doc, _ in made]
    findings = [one for _, found in made for one in found]
    words = {doc.id: count_words(doc.text, doc.lang) for doc in documents}
    start = time.process_time()
    count_all = sum(count_words(s.text, s.lang) for doc in documents for s in doc.segments)
    counting = time.process_time() - start
    start = time.process_time()
    scores = score(documents, findings, words, {})
    took = time.process_time() - start
    print(f"{len(documents):,} articles, {count_all:,} words, {len(findings):,} findings")
    print(f"scored in {took:.2f} processor seconds, {counting:.2f} of them to count words")
    print(f"feed: {scores.feed.quality} of 100, {scores.feed.quality_interval}")
    for segments in (30, 60, 150, 1000):
        print(f"{segments:>5} segments: interval holds the truth in {coverage(segments, 0.1):.1%}")


if __name__ == "__main__":
    main()
