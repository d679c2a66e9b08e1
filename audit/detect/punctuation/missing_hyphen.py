"""PUN015 missing-hyphen: a prefix that stands as a word of its own, “the then President”."""

import re
from collections.abc import Iterator
from functools import cache

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.detect.gate import Gate, Gated
from audit.detect.punctuation.lexicon import lexicon
from audit.detect.quoted import is_quoted
from audit.model.finding import Applicability, FindingClass, Fix, Hit, Severity
from audit.model.mqm import MQM
from audit.model.place import Span
from audit.model.text import Document


@document_rule(
    id="PUN015",
    since="0.1",
    mqm=MQM.PUNCTUATION,
    severity=Severity.MINOR,
    finding_class=FindingClass.QUERY,
    says="“{phrase}” lacks its hyphen: “{joined}”",
    why="A prefix is no word; standing alone it reads as one, or as an adverb.",
    languages=frozenset({"en"}),
    examples=(
        Bad(
            "In May he met with ⟦then Chancellor⟧ Angela Merkel.",
            fixed="In May he met with then-Chancellor Angela Merkel.",
        ),
        Bad("His ⟦ex wife⟧ joined the ⟦anti government⟧ protests."),
        Bad("The ⟦non governmental⟧ group taught ⟦self defense⟧."),
        Good("In May he met with the then Chancellor, Angela Merkel."),
        Good("They met, and then President Macron left. Then Chancellor Merkel spoke."),
        Good("His ex-wife works pro bono, as a non member."),
    ),
)
def missing_hyphen(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report prefixes cut off from the word they belong to."""
    for found in _split(document.lang.partition("-")[0]).finditer(document.text):
        phrase = found["then"] or found["pair"]
        start, end = found.span("then" if found["then"] else "pair")
        if is_quoted(document.text, start, end):
            continue
        joined = phrase.replace(" ", "-", 1)
        yield Hit(
            document=document.id,
            at=Span(start, end),
            values=(("phrase", phrase), ("joined", joined)),
            fixes=(Fix(joined, Applicability.UNSAFE, "a prefix is joined to its word"),),
            confidence=0.8,
        )


_NATION = r"(?:(?:US|U\.S\.|UK|[A-Z][a-z]+(?:an|ish|ese|ch)) )"


@cache
def _split(lang: str) -> Gated:
    """Prefixes with a word behind them, and “then” between a preposition and an office."""
    words = lexicon(lang)
    parted = sorted(pair.replace("-", " ") for pair in words.hyphened)
    pairs = "|".join(parted)
    offices = "|".join(sorted(words.offices))
    then = rf"then {_NATION}?(?:(?:[Pp]rime|[Ff]oreign|[Vv]ice) )?(?i:{offices})(?= [A-Z])"
    pattern = re.compile(
        rf"(?<![\w-])(?:(?:with|from|to|under|of|against) (?P<then>{then})|(?P<pair>(?i:{pairs})))"
        r"(?![\w-])"
    )
    return Gated(pattern, Gate(" then ", *(pair.lower() for pair in parted), any_case=True))
