"""ACR002 foreign-acronym: an acronym of the source language, letter by letter."""

import re
from collections.abc import Iterator
from functools import cache

from audit.detect.acronyms.lexicon import acronyms
from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.detect.gate import Gate, Gated
from audit.model.finding import Applicability, FindingClass, Fix, Hit, Severity
from audit.model.mqm import MQM
from audit.model.place import Span
from audit.model.text import Document


@document_rule(
    id="ACR002",
    since="0.1",
    mqm=MQM.WRONG_TERM,
    severity=Severity.MINOR,
    finding_class=FindingClass.QUERY,
    says="“{acronym}” is an acronym of another language; English says “{right}”",
    why="The letters stand for words of the source, so readers cannot tell which body is meant.",
    languages=frozenset({"en"}),
    examples=(
        Bad("The ⟦OON⟧ and the ⟦OBSE⟧ met.", fixed="The UN and the OSCE met."),
        Bad("The army of the ⟦RF⟧ left the town."),
        Bad("The ⟦MIA of Ukraine⟧ reported it."),
        Good("The UN and the OSCE met; an RF signal was lost at MIA airport."),
        Good("The MID 2023 show and a DNR order"),
        Good("His ID, MOD chip and RF module were lost."),
    ),
)
def foreign_acronym(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report acronyms of the source, ambiguous ones only with words that tell a state is meant."""
    lists = acronyms(document.lang)
    for found in _pattern(document.lang).finditer(document.text):
        name = next(each for each in ("left", "state", "before", "whole") if found[each])
        key = found["body"] or found[name]
        right = lists.left.get(key) or lists.short[key]
        yield Hit(
            document=document.id,
            at=Span(*found.span(name)),
            values=(("acronym", found[name]), ("right", right)),
            fixes=(Fix(right, Applicability.UNSAFE, "the English name"),)
            if name != "whole"
            else (),
            confidence=0.85,
        )


@cache
def _pattern(lang: str) -> Gated:
    """Acronyms that are sure by themselves behind an article or preposition, and the others."""
    lists = acronyms(lang)
    left = "|".join(sorted(map(re.escape, lists.left), key=len, reverse=True))
    lead = r"(?:the|The|of|by|from|in|to|with|for|and|at)"
    state = (
        r"(?:Armed Forces|army|troops|president|government|Government|citizens|territory|Ministry)"
    )
    short = sorted(set(lists.short) - {"RF"})
    bodies = "|".join(short)
    pattern = re.compile(
        rf"\b{lead} (?P<left>{left})(?![\w-]| \d)"
        rf"|\b(?:of|in) the (?P<state>RF)(?![\w-]| (?:signal|module|band|field|circuit|power|coil))"
        rf"|\bthe (?P<before>RF)(?= {state}\b)"
        rf"|\b(?P<whole>(?P<body>{bodies}) of (?:the )?"
        r"(?:Russia|Ukraine|Belarus|Kazakhstan|RF|Russian Federation))\b"
    )
    needles = (*(f" {acronym}" for acronym in lists.left), *(f"{body} of" for body in short))
    return Gated(pattern, Gate(*needles, "the RF"))
