"""REP003 repeated-sentence: the same sentence twice in one document."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from audit.detect.base import Bad, Good, document_rule
from audit.model.finding import Applicability, FindingClass, Fix, Hit, Related, Severity
from audit.model.mqm import MQM
from audit.model.place import Span
from audit.model.text import BlockKind, Document, Segment

_LETTERS = re.compile(r"\w+")
_FIRST_WORDS = re.compile(r"\W*(\w+)(?:\W+(\w+))?(?:\W+(\w+))?")
_IDEOGRAPHS = re.compile("[\u3041-\u30ff\u3400-\u9fff\u0e00-\u0e7f]")
_IDEOGRAPHS_A_WORD = 2
"""Characters of Chinese, Japanese and Thai that make about one word."""

_STOPS = (".", "!", "?", "。", "！", "？", "؟")

_LEAD = 3
"""Segments at the head of an article among which a headline may return as caption or lead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Settings of REP003."""

    words: int = 6
    """Shorter sentences recur by nature: "He was not hurt." """

    apart: bool = False
    """Report repetitions further apart, too, as worth knowing. Human translators repeat sentences
    at a distance as often as machines do, because the source does (docs/rules-measured.md)."""


@document_rule(
    id="REP003",
    since="0.1",
    mqm=MQM.ADDITION,
    severity=Severity.MINOR,
    finding_class=FindingClass.ERROR,
    says="“{start}” stands {count} in this document",
    why="A repeated sentence is a slip of the translation or of the page; once is enough.",
    options=Options,
    examples=(
        Bad(
            "The bridge will open in May this year.\n⟦The bridge will open in May this year.⟧",
        ),
        Bad(
            "Two ships passed below the bridge at noon. "
            "⟦Two ships passed below the bridge at noon.⟧ Nobody came."
        ),
        Bad("该桥将于今年五月正式开放通车。\n⟦该桥将于今年五月正式开放通车。⟧", lang="zh"),
        Good(
            "The bridge will open in May this year.\nIt rained.\nNobody came that day.\n"
            "The bridge will open in May this year."
        ),
        Good("Two ships passed below the bridge today\nTwo ships passed below the bridge today"),
        Good("Two ships passed below the bridge.\n> Two ships passed below the bridge."),
        Good("He was not hurt.\nHe was not hurt."),
        Good("The bridge will open in May this year.\nThe bridge will open in June this year."),
        Good("Call 555 100 200 300 400 500\nCall 555 100 200 300 400 501"),
    ),
)
def repeated_sentence(document: Document, options: Options) -> Iterator[Hit]:
    """Report sentences that stand twice in a row, and if asked those that return later."""
    first: dict[str, int] = {}
    segments = document.segments
    begin = [_beginning(segment) for segment in segments]
    times = Counter(begin)
    for index, segment in enumerate(segments):
        key = _key(segment, options.words) if times[begin[index]] > 1 else None
        if key is None:
            continue
        before = first.setdefault(key, index)
        if before == index:
            continue
        verdict = _class(segments, before, index)
        if options.apart or verdict is FindingClass.ERROR:
            yield _hit(document, segments[before], segment, verdict)


def _beginning(segment: Segment) -> tuple[str | None, ...]:
    """The first words of a sentence, which all its printings share."""
    found = _FIRST_WORDS.match(segment.text.casefold())
    return found.groups() if found else ()


def _key(segment: Segment, fewest: int) -> str | None:
    """What two printings of a sentence share; None where it is too short or repeats on purpose.

    Table cells recur, and so does what a line that begins with ">" quotes from a message.
    """
    if segment.kind is BlockKind.CELL or segment.text.startswith(">"):
        return None
    words = _LETTERS.findall(segment.text.casefold())
    ideographs = len(_IDEOGRAPHS.findall(segment.text))
    length = ideographs // _IDEOGRAPHS_A_WORD if ideographs else len(words)
    return " ".join(words) if length >= fewest else None


def _class(segments: tuple[Segment, ...], before: int, now: int) -> FindingClass:
    """How sure a repetition is: a headline returns by custom, a neighbour only by mistake."""
    kinds = {segments[before].kind, segments[now].kind}
    if kinds & {BlockKind.HEADING, BlockKind.CAPTION} or _is_headline(
        segments[before], before, now
    ):
        return FindingClass.INFO
    return FindingClass.ERROR if now == before + 1 else FindingClass.INFO


def _is_headline(first: Segment, before: int, now: int) -> bool:
    """Whether the first of two is the headline: on top, and without a full stop."""
    return before == 0 and now < _LEAD and not first.text.endswith(_STOPS)


def _hit(document: Document, before: Segment, now: Segment, verdict: FindingClass) -> Hit:
    words = now.text.split()
    start = " ".join(words[:6])[:60]
    where = "twice in a row" if verdict is FindingClass.ERROR else "a second time"
    fixes = (Fix("", Applicability.UNSAFE, "the sentence stands once already"),)
    return Hit(
        document=document.id,
        at=Span(now.span.start, now.span.end),
        values=(("start", f"{start} …"), ("count", where)),
        related=(Related(document.id, before.span, before.text),),
        fixes=fixes if verdict is FindingClass.ERROR else (),
        confidence=0.9 if verdict is FindingClass.ERROR else 0.6,
        finding_class=verdict,
    )
