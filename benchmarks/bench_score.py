"""How long scoring takes: 10,000 findings in 1,000 articles, in plain Python, in one process."""

import time

from audit.model.finding import Finding, FindingClass
from audit.model.text import Document
from audit.score import score
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


if __name__ == "__main__":
    main()
