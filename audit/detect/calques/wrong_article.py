"""CAL010 wrong-article: “a” before a vowel sound, “an” before a consonant."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from audit.detect.base import Bad, Good, NoOptions, segment_rule
from audit.detect.gate import Gated, Trace
from audit.detect.quoted import is_quoted
from audit.model.finding import Applicability, FindingClass, Fix, Hit, Severity
from audit.model.mqm import MQM
from audit.model.text import Document, Segment
from audit.tables import read_table

_DATA = "data/articles.toml"


@cache
def _wrong() -> Gated:
    """A pattern for the listed words behind the other article; group 1 holds "a", 2 holds "an"."""
    table = read_table(files(__package__) / _DATA)
    with_an, with_a = (_any_of(table[article].split()) for article in ("an", "a"))
    pattern = re.compile(
        rf"(?<![\w'’-])(?:([Aa])[ \u00a0]{with_an}|([Aa]n)[ \u00a0]{with_a})"
        r"\b(?![-’']|\.\w)"
    )
    return Gated(pattern, Trace(rf"[Aa](?:[ \u00a0]{with_an}|n[ \u00a0]{with_a})\b"))


def _any_of(words: Sequence[str]) -> str:
    """A pattern for any of `words` that looks at the first letter before it tries one by one."""
    return f"(?=[{''.join(sorted({word[0] for word in words}))}])(?:{'|'.join(words)})"


@segment_rule(
    id="CAL010",
    since="0.1",
    mqm=MQM.GRAMMAR,
    severity=Severity.MINOR,
    finding_class=FindingClass.ERROR,
    says="“{phrase}” has the wrong article; write “{right}”",
    why="English has “an” before a vowel sound and “a” before a consonant, whatever the letter.",
    languages=frozenset({"en"}),
    examples=(
        Bad("He made ⟦a attempt⟧ to leave.", fixed="He made an attempt to leave."),
        Bad("It took ⟦a hour⟧.", fixed="It took an hour."),
        Bad("She studied at ⟦an university⟧.", fixed="She studied at a university."),
        Good("It took an hour, at a university, with an MP and a one-time member of a union."),
        Good("Vitamin A agency, grade A office space."),
        Good("He wrote “a” and an “a”; the letters a and e."),
    ),
)
def wrong_article(document: Document, segment: Segment, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report articles that do not fit the sound of the word behind them."""
    for found in _wrong().finditer(segment.text):
        article = found[1] or found[2]
        at = segment.at(*found.span())
        if article == "A" and segment.text[: found.start()].strip(' “„«"(—–-'):
            continue
        if is_quoted(document.text, at.start, at.end):
            continue
        right = ("an" if found[1] else "a") + found[0][len(article) :]
        right = right[0].upper() + right[1:] if article[0].isupper() else right
        yield Hit(
            document=document.id,
            at=at,
            values=(("phrase", found[0]), ("right", right)),
            fixes=(Fix(right, Applicability.SAFE, "the sound of the next word"),),
            confidence=0.95,
        )
