"""PUN001 dialogue-dash: direct speech that is set off from the speaker by a dash."""

import re
from collections.abc import Iterator
from functools import cache

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.detect.gate import Gated, Trace
from audit.detect.punctuation.lexicon import lexicon
from audit.model.finding import Applicability, FindingClass, Fix, Hit, Severity
from audit.model.mqm import MQM
from audit.model.place import Span
from audit.model.text import Document


@document_rule(
    id="PUN001",
    since="0.1",
    mqm=MQM.PUNCTUATION,
    severity=Severity.MINOR,
    finding_class=FindingClass.ERROR,
    says="direct speech is set off by a dash before “{speaker}”",
    why="Russian, Ukrainian and Polish put a dash between a quotation and its speaker; English puts"
    " a comma inside the marks.",
    languages=frozenset({"en"}),
    references=("The Chicago Manual of Style, 17th ed., 13.40",),
    examples=(
        Bad("“We will wait⟦”, – ⟧said the mayor.", fixed="“We will wait,” said the mayor."),
        Bad('"Shall we wait?⟦" - ⟧he asked.', fixed='"Shall we wait?" he asked.'),
        Bad(
            '"We will wait⟦," — ⟧Ivan Holub stressed.', fixed='"We will wait," Ivan Holub stressed.'
        ),
        Good("“We will wait” – that is what the mayor said."),
        Good("“We will wait,” said the mayor – and he meant it."),
        Good('The film "Home" - a drama - opens in May.'),
        Good("«Подождём», – сказал мэр.", lang="ru"),
    ),
)
def dialogue_dash(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report a dash between closing quotation marks and a speaker with a verb of speech."""
    text = document.text
    for found in _pattern(document.lang).finditer(text):
        before = text[found.start() - 1 : found.start()]
        comma = "" if found["mark"] or before in {"?", "!", ",", "…"} else ","
        mark = found["mark"] or ""
        yield Hit(
            document=document.id,
            at=Span(*found.span("dash")),
            values=(("speaker", found["speaker"]),),
            fixes=(
                Fix(
                    f"{comma}{mark}{found['quote']} ",
                    Applicability.SAFE,
                    "a comma inside the marks, no dash",
                ),
            ),
            confidence=0.95,
        )


@cache
def _pattern(lang: str) -> Gated:
    """A closing mark, a dash, a speaker of up to four words and a verb of speech, in any order."""
    verbs = "|".join(sorted(lexicon(lang).speech))
    name = r"(?:the |The )?(?:[A-Z][\w.-]+ ){0,3}[A-Z][\w-]+"
    pronoun = "he|she|they|we|I"
    pattern = re.compile(
        rf"(?P<dash>(?P<mark>[,.]?)(?P<quote>[”\"»’'])[,.]?[ \u00a0]?[-–—]{{1,2}}[ \u00a0])"
        rf"(?P<speaker>(?:{verbs})\b|(?:{pronoun}|the [a-z]+|{name}) (?:{verbs})\b)"
    )
    return Gated(pattern, Trace(r"[”\"»’'][,.]?[ \u00a0]?[-–—]"))
