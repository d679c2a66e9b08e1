"""How far a translation renders one name, one term, one word in one way.

The lexical translation consistency ratio (LTCR) is that of Xinglin Lyu, Junhui Li, Zhengxian Gong
and Min Zhang, “Encouraging Lexical Translation Consistency for Document-Level Neural Machine
Translation” (EMNLP 2021): over all words that a source document repeats, the share of pairs of
their places whose renderings agree. They align words with a trained aligner; here the feed itself
is the corpus (see `audit.metrics.alignment`), so that values are comparable between systems over
one feed and not with those of the paper.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from audit.glossary.words import spaceless, words
from audit.lang import data
from audit.lang.lemmas import LISTED, fold
from audit.lang.lexicon import lemmatizer
from audit.metrics.alignment import renderings
from audit.model.comparison import Consistency, Share
from audit.model.names import Entity
from audit.model.terms import TermFate
from audit.model.text import Document

SHORTEST = 3
"""Letters of a word that may carry a meaning of its own; shorter ones are mostly particles."""

SHOWN = (TermFate.USED, TermFate.REPLACED)
"""Fates of a term of which it is known how it was rendered."""


def consistency(documents: Sequence[Document], entities: Iterable[Entity]) -> Consistency:
    """The consistency of one system's documents, whose entities were linked over the feed."""
    word_share, ltcr = _words(documents)
    return Consistency(_names(entities), _terms(documents), word_share, ltcr)


def _names(entities: Iterable[Entity]) -> Share:
    repeated = [one for one in entities if len(one.mentions) > 1]
    return Share(sum(not one.variants for one in repeated), len(repeated))


def _terms(documents: Iterable[Document]) -> Share:
    """Terms of the source with one rendering, of those that have at least two known ones."""
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    for document in documents:
        for one in document.term_renderings:
            if one.fate in SHOWN and one.rendered:
                groups[one.concept.id, one.term.text].append(one.rendered)
    repeated = [found for found in groups.values() if len(found) > 1]
    return Share(sum(len(set(found)) == 1 for found in repeated), len(repeated))


def _words(documents: Sequence[Document]) -> tuple[Share, Share]:
    """Repeated words of each source document: those with one rendering, and pairs that agree.

    Languages without blanks between words are left out: nothing here cuts them into words.
    """
    homes: list[str] = []
    bitext: list[tuple[list[str], list[str]]] = []
    for document in documents:
        for pair in document.aligned():
            if not spaceless(pair.lang) and not spaceless(pair.source_lang):
                homes.append(document.id)
                source = _content(pair.source, pair.source_lang)
                bitext.append((source, _content(pair.text, pair.lang)))
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    for home, found in zip(homes, renderings(bitext), strict=True):
        for word, rendered in found.items():
            groups[home, word].append(rendered)
    good = total = agree = pairs = 0
    for found_words in groups.values():
        size = len(found_words)
        if size < 2:
            continue
        counts = Counter(found_words)
        total += 1
        good += len(counts) == 1
        pairs += size * (size - 1) // 2
        agree += sum(count * (count - 1) // 2 for count in counts.values())
    return Share(good, total), Share(agree, pairs)


def _content(text: str, lang: str) -> list[str]:
    """The words of a text that carry a meaning, in dictionary form."""
    primary = lang.partition("-")[0]
    function_words = data(lang).function_words
    found = []
    for word in words(text, lang):
        folded = fold(word.text, primary)
        if len(folded) < SHORTEST or folded in function_words or not folded.isalpha():
            continue
        if primary in LISTED:
            folded = fold(lemmatizer().lemmatize(word.text, primary), primary)
        found.append(folded)
    return found
