"""BOI008 caption-credit: the credit of a picture behind its caption, “… / photo REUTERS”."""

import re
from collections.abc import Iterator
from functools import cache

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.detect.gate import Gate
from audit.detect.residue.lexicon import tags
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.text import Document

_CREDIT = re.compile(
    r"(?:\s*[/|]\s*|\s*[(\[]\s*|(?<=[.!?…])\s+)"
    r"(?P<word>[^\W\d_]+)\.?\s*(?P<mark>by\b|from\b|credit:|[:©])?\s*"
    r"(?P<who>[^\s/|()\[\].,:][^/|()\[\]\n]{1,39}?)\s*[)\]]?\s*$"
)

_LONGEST_CREDIT = 80
"""Code points at the end of a line in which a credit stands."""


@document_rule(
    id="BOI008",
    since="0.1",
    mqm=MQM.PAGE_RESIDUE,
    severity=Severity.NEUTRAL,
    finding_class=FindingClass.INFO,
    of_articles=True,
    says="“{credit}” credits a picture that may be missing here",
    why="The picture may have stayed on its page; if not, house style says how it is credited.",
    examples=(
        Bad("The bridge in May⟦ / photo REUTERS⟧\n\nThe work took a year."),
        Bad("The bridge in May.⟦ Photo: Olena Koval⟧\nThe work took a year."),
        Bad("Міст у травні⟦ / фото УНІАН⟧\nРобота тривала рік.", lang="uk"),
        Good("Photo: Reuters\nThe bridge in May"),
        Good("The museum bought a photo from 1911."),
        Good("He took a picture. Photo art is her trade, and the light was good."),
    ),
)
def caption_credit(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report credits of pictures at the end of a line that holds more than them."""
    if not _pictures().lets(document.text.casefold()):
        return
    for segment in document.segments:
        line_end = document.text[segment.span.end : segment.span.end + 1]
        if line_end not in ("", "\n", "\r"):
            continue
        start = document.text.rfind("\n", 0, segment.span.start) + 1
        line = document.text[start : segment.span.end]
        found = _CREDIT.search(line, max(0, len(line) - _LONGEST_CREDIT))
        if found and line[: found.start()].strip() and _is_credit(found):
            begin = start + found.start() - segment.span.start
            begin = max(begin, 0)
            yield Hit(
                document=document.id,
                at=segment.at(begin, len(segment.text)),
                values=(("credit", segment.text[begin:].strip()),),
                confidence=0.85,
            )


@cache
def _pictures() -> Gate:
    """The words for pictures, one of which every credit holds."""
    return Gate(*sorted(tags("credits")))


def _is_credit(found: re.Match[str]) -> bool:
    """Whether a word for a picture is followed by a mark or a name; anything else is a sentence."""
    if found["word"].casefold() not in tags("credits"):
        return False
    return bool(found["mark"]) or found["who"][0].isupper()
