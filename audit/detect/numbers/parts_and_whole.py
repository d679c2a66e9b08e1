"""NUM009 parts-and-whole: shares that do not make a hundred, parts that do not make the whole."""

import re
from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, segment_rule
from audit.detect.gate import Gated, Trace
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.text import Document, Segment

_SHARE = re.compile(r"(\d{1,3}(?:\.\d+)?) ?(?:%|percent\b|per cent\b)")
_TRACE = Trace(r"\d ?(?:%|per|men|women|boys|girls)")
"""In all that is looked for; a sentence is asked for it once."""

_REST = Gated(
    re.compile(
        r"\bthe (?:remaining|other|rest[^.;%\d]{0,30}) ?\(?"
        r"(\d{1,2}(?:\.\d+)?) ?(?:%|percent\b|per cent\b)"
    ),
    _TRACE,
)
_PAIRS = Gated(
    re.compile(
        r"(?P<whole>\d{1,4}) (?:people|persons|children|patients|passengers|students)"
        r"(?:, | \(|: | – | — |, of whom )(?P<one>\d{1,4}) (?P<first>men|women|boys|girls) and "
        r"(?P<two>\d{1,4}) (?P<second>men|women|boys|girls)\b(?!,? and)"
    ),
    _TRACE,
)
_ROUNDING = 1.0
"""Percentage points by which rounded shares may miss a hundred."""

_PARTNERS = (frozenset({"men", "women"}), frozenset({"boys", "girls"}))


@segment_rule(
    id="NUM009",
    since="0.1",
    mqm=MQM.MISTRANSLATION,
    severity=Severity.MAJOR,
    finding_class=FindingClass.QUERY,
    says="the parts make {sum}, not {whole}",
    why="Numbers that should add up do not, so one of them was changed on the way.",
    languages=frozenset({"en"}),
    examples=(
        Bad("Some ⟦60% said yes, 20% said no and the remaining 30%⟧ had no view."),
        Bad("The bus carried ⟦40 passengers, 20 men and 25 women⟧."),
        Good("Some 60% said yes, 20% said no and the remaining 20% had no view."),
        Good("Of these, 60% said yes, among them 40% of the men, and the other 40% said no."),
        Good("The bus carried 40 passengers, 20 men and 20 women."),
        Good("The bus carried 40 passengers, 20 men and 15 women, and some children."),
    ),
)
def parts_and_whole(document: Document, segment: Segment, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report shares with a remainder, and men and women, that do not add up."""
    text = segment.text
    if not _TRACE.lets(text):
        return
    for rest in _REST.finditer(text):
        shares = list(_SHARE.finditer(text, 0, rest.start()))
        if len(shares) < 2 or re.search(
            r" of (?:the|them|those)", text[shares[0].end() : rest.start()]
        ):
            continue
        total = sum(float(share[1]) for share in shares) + float(rest[1])
        if abs(total - 100) > _ROUNDING:
            yield Hit(
                document=document.id,
                at=segment.at(shares[0].start(), rest.end()),
                values=(("sum", f"{total:g}%"), ("whole", "100%")),
                confidence=0.7,
            )
    for pair in _PAIRS.finditer(text):
        total = int(pair["one"]) + int(pair["two"])
        if {pair["first"], pair["second"]} in _PARTNERS and total != int(pair["whole"]):
            if text[pair.end() : pair.end() + 5].startswith(", and"):
                continue
            yield Hit(
                document=document.id,
                at=segment.at(*pair.span()),
                values=(("sum", str(total)), ("whole", pair["whole"])),
                confidence=0.75,
            )
