"""BOI010 site-name-tail: a headline with the name of the site behind it."""

import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from audit.detect.base import Bad, Good, NoOptions, feed_rule
from audit.detect.residue.lexicon import key_of
from audit.model.finding import Applicability, FindingClass, Fix, Hit, Severity
from audit.model.mqm import MQM
from audit.model.place import Span
from audit.model.text import Document, Segment

_TAIL = re.compile(r"(?P<gap>\s*[|•·‹»]\s*|\s+(?:[-–—]|::|//)\s+)(?P<name>[^|•·‹»]{2,40})$")
_NEWS_SITE = re.compile(
    r".*(?:\b(?:News|Nachrichten|Noticias|Actualités|Новости|Новини)|\.(?:com|net|org|ru|ua|info))"
)
"""Names that say of themselves that they are sites; a person's or an outlet's name does not."""

_LONGEST_HEADLINE = 300
"""Code points; a longer first line is a paragraph."""

_RECURS = 3
"""Headlines of one publisher that must end alike; fewer may be a coincidence."""


@feed_rule(
    id="BOI010",
    since="0.1",
    mqm=MQM.PAGE_RESIDUE,
    severity=Severity.NEUTRAL,
    finding_class=FindingClass.CHROME,
    of_articles=True,
    says="“{tail}” is the name of the site, not part of the headline",
    why="The title of a web page ends with the name of its site; the headline does not.",
    examples=(
        Bad(
            "The bridge opens in May⟦ - Yahoo! News⟧\nThe work took a year.",
            fixed="The bridge opens in May\nThe work took a year.",
        ),
        Bad(
            "The bridge opens in May⟦ | Northern Courier⟧\nThe work took a year.",
            "Ice stops the ferries⟦ | Northern Courier⟧\nNobody was hurt.",
            "A baker retires⟦ | Northern Courier⟧\nHe is seventy.",
        ),
        Good("The bridge opens in May - Reuters\nThe work took a year."),
        Good(
            "The bridge opens in May - mayor\nThe work took a year.",
            "Ice stops the ferries - mayor\nNobody was hurt.",
        ),
        Good("The bridge is safe - good news\nThe work took a year."),
    ),
)
def site_name_tail(documents: Sequence[Document], options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report names of sites behind headlines: the publisher's, and what recurs or says “News”."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    with_tail = array("Q")
    for number, document in enumerate(documents):
        head = _head(document)
        if head and (tail := _tail(head)):
            counts[document.publisher or ""][tail["name"]] += 1
            with_tail.append(number)
    for document in (documents[number] for number in with_tail):
        head = _head(document)
        tail = _tail(head) if head else None
        if head is None or tail is None:
            continue
        name = tail["name"]
        often = counts[document.publisher or ""][name] >= _RECURS and name[0].isupper()
        own = bool(document.publisher) and key_of(name) == key_of(document.publisher or "")
        if own or often or _NEWS_SITE.fullmatch(name):
            yield Hit(
                document=document.id,
                at=Span(head.span.start + tail.start(), head.span.start + tail.end()),
                values=(("tail", name),),
                fixes=(
                    Fix("", Applicability.UNSAFE, "the name of the site ends the page's title"),
                ),
                confidence=0.97 if own else 0.92,
            )


def _head(document: Document) -> Segment | None:
    """The headline: the first segment, if it is a line of its own."""
    for segment in document.segments[:1]:
        end = segment.span.end
        if document.text[end : end + 1] in ("\n", "\r", ""):
            return segment
    return None


def _tail(head: Segment) -> re.Match[str] | None:
    found = _TAIL.search(head.text) if len(head.text) <= _LONGEST_HEADLINE else None
    return found if found and found.start() else None
