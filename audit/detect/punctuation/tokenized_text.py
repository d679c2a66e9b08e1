"""PUN009 tokenized-text: words split as a tokenizer splits them."""

import re
from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.detect.gate import Gate, Gated
from audit.model.finding import Applicability, FindingClass, Fix, Hit, Severity
from audit.model.mqm import MQM
from audit.model.place import Span
from audit.model.text import Document

_VERBS = "do|does|did|is|was|are|were|has|have|had|ca|wo|would|could|should"
_SPLIT = Gated(
    re.compile(
        rf"\b(?P<not>(?:{_VERBS}|must|need) ?n ?['’] ?t)\b(?<!n['’]t)"
        rf"|\b(?P<split>(?:{_VERBS}) n['’]t)\b"
        r"|(?<=[^\W_])(?P<ending> ['’] ?(?:s|re|ve|ll|m|d))(?= [^\W_]| ?[,.;:!?])"
        r"|(?P<open>(?:(?<=[ \n])|^)[(\[] )(?=[^\W_])"
        r"|(?<= )(?P<quotes>\" [^\"\n]{1,200}? \")(?=[\s.,;:!?])"
        r"|(?P<codes>-[LR][RSC]B-|``|(?<= )''(?= ))",
        re.MULTILINE,
    ),
    Gate(" n'", " n’", "n '", "n ’", "' t", "’ t", " '", " ’", "( ", "[ ", ' " ', "B-", "``"),
)


@document_rule(
    id="PUN009",
    since="0.1",
    mqm=MQM.PUNCTUATION,
    severity=Severity.MINOR,
    finding_class=FindingClass.ERROR,
    says="“{text}” is split as a tokenizer splits it",
    why="Translation systems work on split words; the pieces were not put together again.",
    languages=frozenset({"en"}),
    examples=(
        Bad("He ⟦did n't⟧ see the mayor⟦ 's⟧ car.", fixed="He didn't see the mayor's car."),
        Bad('The town ⟦( ⟧pop. 300) is ⟦" small "⟧.', fixed='The town (pop. 300) is "small".'),
        Bad("⟦-LRB-⟧ 300 ⟦-RRB-⟧ people"),
        Good("He didn't see the 'small' car, and the 's' on it."),
        Good('The "small" town ("big" once) and the 7" disc.'),
        Good("They wrote rock 'n' roll in the '80s."),
    ),
)
def tokenized_text(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report split contractions, blanks inside brackets and quotation marks, and bracket codes."""
    for found in _SPLIT.finditer(document.text):
        text = found[0]
        fixes: tuple[Fix, ...] = ()
        if found["codes"] is None:
            inner = text.replace(" ", "") if found["quotes"] is None else f'"{text[2:-2]}"'
            fixes = (Fix(inner, Applicability.SAFE, "the pieces put together"),)
        yield Hit(
            document=document.id,
            at=Span(*found.span()),
            values=(("text", text),),
            fixes=fixes,
            confidence=0.95,
        )
