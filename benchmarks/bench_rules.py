"""Times the rules against a naive loop over their patterns: `make bench`.

    python benchmarks/bench_rules.py [FILE ...] [--rounds 3]

All rules that are on by default look at the documents of the sample corpora (or of the files
named), which have been read, segmented, annotated and linked before; only the rules are timed, in
CPU seconds of one process, all lists loaded. Then the same rules look at the same documents with
what they share switched off:

* every turn of phrase is searched for by its own pattern, where an automaton tells in one pass
  which of them a text can hold at all (each is still searched for once a document, not by each of
  the rules that ask);
* every line of page furniture is its own pattern, where a line is looked up by its folded form;
* an expanded acronym is searched for everywhere, not only where a bracket holds an acronym;
* what several rules ask of one document (quotations, prose, page furniture, paragraphs) is worked
  out by each of them anew.

Everything else is the same code, so the ratio is what these four are worth, no more; word lists
are sets on both sides. Both must find the same, hit for hit, or the script fails. Printed are the
microseconds a document by family of rules, where the first rule to ask pays for what it shares.
"""

import argparse
import re
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from unittest import mock

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from audit import annotate, link, read, segment
from audit.authority import load as load_authority
from audit.config.rules import family
from audit.config.schema import Config
from audit.detect import prose, quoted
from audit.detect.apply import RuleHit, hits_in_document, hits_in_entities, hits_in_feed
from audit.detect.names import expansions
from audit.detect.phrasebook import Match, Phrasebook
from audit.detect.residue import lexicon, lines
from audit.detect.scripts import plain_words
from audit.model.names import Entity
from audit.model.rule import Rule
from audit.model.text import Document
from audit.run.select import rules_in_force

CORPORA = Path(__file__).resolve().parent.parent / "corpora"
ROUNDS = 3
"""Passes over all documents, of which the fastest counts."""

SHARED = (
    *(lines.residue, plain_words.prose_only, quoted.quotations),
    *(prose.body, prose.ends_its_sentences, prose.is_written_small),
)
"""What is worked out once a document for all rules."""

Spent = dict[str, float]
"""CPU seconds by family of rules."""


def main() -> int:
    """Time both, compare what they find, print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("files", nargs="*", help="articles to use in place of the corpora")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    asked = parser.parse_args()
    files = asked.files or [str(path) for path in sorted(CORPORA.glob("*/feed.jsonl"))]
    documents, entities = prepared(files)
    rules = rules_in_force(Config())
    hits, shared = fastest(asked.rounds, lambda: apply(rules, documents, entities))
    with apart():
        others, alone = fastest(
            asked.rounds, lambda: apply(rules, documents, entities, before_each=forget)
        )
    if hits != others:
        print("the two do not find the same", file=sys.stderr)
        return 1
    size = sum(len(document.text) for document in documents)
    print(f"{len(documents)} documents, {size:,} characters, {len(rules)} rules, {len(hits)} hits")
    print("family  together us  one by one us  ratio")
    for name in sorted(shared):
        line(name, shared[name], alone[name], len(documents))
    line("all", sum(shared.values()), sum(alone.values()), len(documents))
    return 0


def line(name: str, together: float, apart: float, documents: int) -> None:
    """Print what one family costs a document, in microseconds."""
    one, other = (seconds / documents * 1e6 for seconds in (together, apart))
    print(f"{name:6}  {one:11.0f}  {other:13.0f}  {other / one:5.1f}")


def prepared(files: Sequence[str]) -> tuple[tuple[Document, ...], Sequence[Entity]]:
    """The documents of some files, ready for rules, and their entities."""
    authority = load_authority()
    documents = tuple(
        annotate.annotate(segment.segment(item), authority)
        for item in read.read(files)
        if isinstance(item, Document)
    )
    return documents, link.link(documents, authority)


def fastest(
    rounds: int, run: Callable[[], tuple[list[RuleHit], Spent]]
) -> tuple[list[RuleHit], Spent]:
    """What is found, and the times of the fastest of some rounds behind a first one."""
    run()
    return min((run() for _ in range(rounds)), key=lambda one: sum(one[1].values()))


def apply(
    rules: Mapping[str, Rule],
    documents: Sequence[Document],
    entities: Sequence[Entity],
    before_each: Callable[[], None] = lambda: None,
) -> tuple[list[RuleHit], Spent]:
    """What all rules find, and what each family of them took."""
    hits: list[RuleHit] = []
    spent: Spent = defaultdict(float)
    tasks: list[Callable[[Rule], tuple[list[RuleHit], object]]] = [
        *((lambda rule, one=one: hits_in_document(one, [rule], {})) for one in documents),
        lambda rule: (list(hits_in_entities(entities, [rule], {}, [])), None),
        lambda rule: hits_in_feed(documents, [rule], {}),
    ]
    for task in tasks:
        for id_, rule in rules.items():
            before_each()
            start = time.process_time()
            found, _ = task(rule)
            spent[family(id_)] += time.process_time() - start
            hits += found
    return hits, dict(spent)


def forget() -> None:
    """Make the next rule work out for itself what the rules share."""
    for shared in SHARED:
        shared.cache_clear()


@contextmanager
def apart() -> Iterator[None]:
    """Every pattern by itself."""
    always = re.compile("")
    with (
        mock.patch.object(Phrasebook, "matches", one_by_one),
        mock.patch.object(lexicon.Lexicon, "entry", first_that_fits),
        mock.patch.object(expansions, "_IN_BRACKETS", always),
    ):
        yield


def one_by_one(book: Phrasebook, text: str) -> Iterator[Match]:
    """As `Phrasebook.matches`, each pattern tried."""
    for number, phrase in enumerate(book._phrases):  # noqa: SLF001
        for found in phrase.pattern.finditer(text):
            yield Match(number, found.span(), found.span(phrase.marked))


def first_that_fits(_: lexicon.Lexicon, key: str) -> lexicon.Entry | None:
    """As `Lexicon.entry`, each pattern tried."""
    return next((entry for pattern, entry in furniture() if pattern.fullmatch(key)), None)


@cache
def furniture() -> tuple[tuple[re.Pattern[str], lexicon.Entry], ...]:
    """Each line of page furniture as a pattern; those with words left open are behind the rest."""
    known = lexicon.lexicon()
    fixed = [(re.compile(re.escape(line)), entry) for line, entry in known.lines.items()]
    open_ = [(re.compile(one), entry) for rows in known.patterns.values() for one, entry in rows]
    return (*fixed, *open_)


if __name__ == "__main__":
    sys.exit(main())
