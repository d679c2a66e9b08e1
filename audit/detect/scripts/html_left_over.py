"""SCR005 html-left-over: markup that stands in the text instead of doing its work."""

import re
from collections.abc import Iterator
from html import unescape
from html.entities import html5

from audit.detect.base import Bad, Good, NoOptions, segment_rule
from audit.detect.sources import source_of
from audit.model.finding import Applicability, FindingClass, Fix, Hit, Severity
from audit.model.mqm import MQM
from audit.model.text import Document, Segment

_TAGS = (
    "a|abbr|article|aside|b|blockquote|body|br|button|center|cite|code|div|em|figcaption|figure|font"
    "|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|li|link|main|meta|nav|ol|p|pre"
    "|script|section|small|source|span|strong|style|sub|sup|table|tbody|td|th|thead|tr|u|ul|video|wbr"
)
_LEFT_OVER = re.compile(
    r"&(?:\s?amp;\s?)?(?P<entity>#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30}) ?;"
    rf"|</?(?:{_TAGS})(?:\s+[\w:-]+\s*=[^<>]{{0,300}})?\s*/?>",
    re.IGNORECASE,
)
_CODE = frozenset({"lt", "gt", "LT", "GT", "#60", "#62"})
"""Entities an article on markup may show on purpose."""


@segment_rule(
    id="SCR005",
    since="0.1",
    mqm=MQM.MARKUP,
    severity=Severity.MINOR,
    finding_class=FindingClass.ERROR,
    says="“{text}” is markup that shows in the text",
    why="Code of the page went through the translation as if it were words; readers see the code.",
    examples=(
        Bad("Marks ⟦&amp;⟧ Spencer opened a shop.", fixed="Marks & Spencer opened a shop."),
        Bad("He said ⟦&quot;⟧no⟦&quot;⟧ twice.", fixed='He said "no" twice.'),
        Bad("First line⟦<br>⟧second line ⟦</p>⟧", fixed="First linesecond line "),
        Bad("L⟦&#39;⟧Europe attend.", lang="fr", fixed="L'Europe attend."),
        Good("AT&T; R&D; Q&A and Marks & Spencer."),
        Good("If a<b and b>c, then the temperature is <5 degrees or > 7."),
        Good("Johnson&Johnson; Procter&Gamble; H&M."),
        Good("Press <b>here</b> &amp; wait.", source=("<b>Hier</b> drücken &amp; warten.", "de")),
    ),
)
def html_left_over(document: Document, segment: Segment, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report character references and tags of HTML that stand in the text as such."""
    text = segment.text
    if "&" not in text and "<" not in text:
        return
    for found in _LEFT_OVER.finditer(text):
        entity = found["entity"]
        if entity and not entity.startswith("#") and f"{entity};" not in html5:
            continue
        source = source_of(document, segment.span)
        if found[0] in source or (source and not entity):
            continue  # TAG003 and TAG004 compare the tags of the two
        yield Hit(
            document=document.id,
            at=segment.at(*found.span()),
            values=(("text", found[0]),),
            fixes=(_fix(found[0], entity),),
            confidence=0.95,
        )


def _fix(text: str, entity: str | None) -> Fix:
    """The character a reference stands for; a tag goes, if a person agrees."""
    if entity is None:
        return Fix("", Applicability.UNSAFE, "the tag does nothing here")
    char = unescape(f"&{entity};")
    sure = Applicability.UNSAFE if entity in _CODE or not char.strip() else Applicability.SAFE
    return Fix(char, sure, f"{text} stands for this character")
