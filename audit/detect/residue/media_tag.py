"""BOI007 media-tag: “(video)” or “PHOTO” at the end of a headline."""

import re
from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.detect.residue.lexicon import tags
from audit.model.finding import Applicability, FindingClass, Fix, Hit, Severity
from audit.model.mqm import MQM
from audit.model.text import BlockKind, Document, Segment

_BRACKETS = re.compile(r"\s*[(\[（【]\s*([^()\[\]（）【】]{3,30})\s*[)\]）】]\s*$")
_BARE = re.compile(r"(?:[.!?:]|\s[-–—|+]|\s)\s*([^\W\d_]{4,14}(?:\s*[,+и&/]\s*[^\W\d_]{4,14})?)$")
_SPLIT = re.compile(r"[\s,+&/]+")
_LONGEST_HEADLINE = 200


@document_rule(
    id="BOI007",
    since="0.1",
    mqm=MQM.PAGE_RESIDUE,
    severity=Severity.NEUTRAL,
    finding_class=FindingClass.CHROME,
    of_articles=True,
    says="“{tag}” marks what the page shows beside the article",
    why="The picture or the film that the tag announces stayed on its page.",
    examples=(
        Bad(
            "The bridge opens in May⟦ (video)⟧\nThe work took a year.",
            fixed="The bridge opens in May\nThe work took a year.",
        ),
        Bad("The bridge opens in May. ⟦PHOTOS⟧\nThe work took a year."),
        Bad("The bridge opens in May⟦ (photo, video)⟧\nThe work took a year."),
        Bad("Міст відкриють у травні⟦ (ФОТО)⟧\nРобота тривала рік.", lang="uk"),
        Bad("The bridge opens in May⟦ (updated)⟧\nThe work took a year."),
        Good("The museum shows its first video\nThe work took a year."),
        Good("He sold the photo\nIt hung in the hall (video on the right)."),
        Good("The bridge opens in May (Kyiv)\nIt is a VIDEO."),
    ),
)
def media_tag(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report tags of pictures, films and updates on headlines."""
    for number, segment in enumerate(document.segments):
        if not _is_headline(document, segment, number):
            continue
        found = _tag(segment.text)
        if found:
            start, end = found
            at = segment.at(start, end)
            yield Hit(
                document=document.id,
                at=at,
                values=(("tag", document.cut(at).strip()),),
                fixes=(Fix("", Applicability.UNSAFE, "the tag belongs to the page"),),
                confidence=0.93,
            )


def _is_headline(document: Document, segment: Segment, number: int) -> bool:
    """Whether a segment is a heading, or ends the first line of plain text."""
    if len(segment.text) > _LONGEST_HEADLINE:
        return False
    if segment.kind is BlockKind.HEADING:
        return True
    first = document.text[: segment.span.end].strip()
    return number < 2 and "\n" not in first and document.text[segment.span.end :][:1] == "\n"


def _tag(text: str) -> tuple[int, int] | None:
    """Where a headline ends in a tag: in brackets in any case, bare in capitals."""
    known = tags("headlines")
    found = _BRACKETS.search(text)
    if found and found.start() and _is_tag(found[1], known):
        return found.start(), len(text.rstrip())
    whole = text.strip()
    if _is_tag(whole, known) and whole.isupper():
        return text.index(whole), text.index(whole) + len(whole)
    found = _BARE.search(text)
    if found and found[1].isupper() and not text[: found.start(1)].isupper():
        return found.span(1) if _is_tag(found[1], known) else None
    return None


def _is_tag(text: str, known: frozenset[str]) -> bool:
    return all(part.casefold() in known for part in _SPLIT.split(text.strip()) if part)
