"""TRM006 quoted-title-drift: one title that the source quotes comes out as two."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from audit.detect.base import Bad, Good, NoOptions, feed_rule
from audit.detect.quoted import quotations
from audit.lang import data
from audit.lang.lemmas import fold, lemmas
from audit.model.finding import FindingClass, Hit, Related, Severity, SourcePassage
from audit.model.mqm import MQM
from audit.model.place import Span
from audit.model.text import Aligned, Document
from audit.text.words import words

Words = tuple[frozenset[str], ...]
"""What each word of a title may be a form of."""

SHORTEST, LONGEST = 2, 5
"""Words of a title. One alone is a name, and names are seen to elsewhere; what is longer is mostly
speech, which translators may put in other words."""

KEY = 2
"""Letters in which two forms of one title begin alike."""

QUOTE_MARKS = "“”„«»\"‘’'「」『』"
_ENDS = ".,!?…;:。，！？"


@dataclass(frozen=True, slots=True)
class _Title:
    document: Document
    at: Span
    source: SourcePassage
    source_words: Words
    words: Words


@feed_rule(
    id="TRM006",
    since="0.1",
    mqm=MQM.INCONSISTENT_TERM,
    severity=Severity.MINOR,
    finding_class=FindingClass.QUERY,
    says="“{source}” is “{here}” here and “{usual}” elsewhere",
    why="A title in two wordings is two things to the reader: two parties, two operations.",
    examples=(
        Bad(
            "The party “United Homeland” won.\nThe leader of “⟦Single Homeland⟧” spoke.",
            source=("Победила партия «Единая Родина».\nВыступил лидер «Единой Родины».", "ru"),
        ),
        Bad(
            "The “North Wind” centre opened.\nAt “⟦Nordic Wind⟧” they wait.\n"
            "The “North Wind” is full.",
            source=(
                "Це «Північний вітер».\nУ «Північному вітрі» чекають.\n«Північний вітер» повен.",
                "uk",
            ),
        ),
        Good(
            "The party “United Homeland” won.\nThe leader of “the United Homeland” spoke.",
            source=("Победила партия «Единая Родина».\nВыступил лидер «Единой Родины».", "ru"),
        ),
        Good(
            "He said “no”.\nShe said “not at all”.",
            source=("Он сказал «нет».\nОна сказала «нет».", "ru"),
        ),
    ),
)
def quoted_title_drift(documents: Sequence[Document], options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report the renderings of a quoted title that depart from the most frequent, or first, one.

    Titles are paired where both sides of a passage quote the same number of short stretches.
    """
    for titles in _grouped(documents):
        usual = _usual(titles)
        for title in titles:
            if not _same(title.words, usual.words):
                yield _hit(title, usual)


def _hit(title: _Title, usual: _Title) -> Hit:
    at, there = title.at, usual.at
    return Hit(
        document=title.document.id,
        at=at,
        values=(
            ("source", title.source.text),
            ("here", title.document.cut(at)),
            ("usual", usual.document.cut(there)),
        ),
        related=(Related(usual.document.id, there, usual.document.cut(there)),),
        confidence=0.7,
        source=title.source,
    )


def _grouped(documents: Sequence[Document]) -> list[list[_Title]]:
    """The titles of the feed, those of one title of the source together."""
    groups: dict[tuple[str, ...], list[list[_Title]]] = defaultdict(list)
    for document in documents:
        for pair in document.aligned():
            for title in _titles(document, pair):
                first = fold(title.source.text, pair.source_lang)[:KEY]
                group = groups[pair.source_lang, pair.lang, first]
                like = (one for one in group if _same(one[0].source_words, title.source_words))
                found = next(like, None)
                if found is None:
                    group.append([title])
                else:
                    found.append(title)
    return [titles for _, every in sorted(groups.items()) for titles in every]


def _usual(titles: Sequence[_Title]) -> _Title:
    """The first of the rendering that stands most often; of two, of the one that comes first."""
    counts = [sum(_same(one.words, other.words) for other in titles) for one in titles]
    return titles[counts.index(max(counts))]


def _titles(document: Document, pair: Aligned) -> Iterator[_Title]:
    theirs, ours = _quoted(pair.source), _quoted(pair.text)
    if len(theirs) != len(ours):
        return
    for there, here in zip(theirs, ours, strict=True):
        source, target = pair.source[slice(*there)], pair.text[slice(*here)]
        if _is_title(source) and _is_title(target):
            yield _Title(
                document,
                pair.at(*here),
                pair.passage(*there),
                _words(source, pair.source_lang),
                _words(target, pair.lang),
            )


def _quoted(text: str) -> list[tuple[int, int]]:
    """What stands between quotation marks, without the marks and the point before the last."""
    found = []
    for start, end in quotations(text):
        inner = text[start:end].strip(QUOTE_MARKS)
        at = start + text[start:end].index(inner) if inner else start
        found.append((at, at + len(inner.rstrip(_ENDS))))
    return found


def _is_title(text: str) -> bool:
    """Whether a quoted stretch is a title: a few words with a capital, and no sentence mark."""
    parts = [text[start:end] for start, end in words(text)]
    return (
        SHORTEST <= len(parts) <= LONGEST
        and any(part[:1].isupper() for part in parts[:2])
        and not any(mark in text for mark in _ENDS)
    )


def _words(text: str, lang: str) -> Words:
    """What each word of a title may be a form of, words without a meaning of their own left out."""
    every = [text[start:end] for start, end in words(text)]
    telling = [word for word in every if word.casefold() not in data(lang).function_words]
    return tuple(lemmas(word, lang) for word in telling or every)


def _same(a: Words, b: Words) -> bool:
    """Whether two titles have the same words, each in any form."""
    return len(a) == len(b) and not any(x.isdisjoint(y) for x, y in zip(a, b, strict=True))
