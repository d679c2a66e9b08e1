"""ACR001 unexplained-acronym: an acronym that the document never spells out."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache, lru_cache

from audit.detect.acronyms.lexicon import acronyms
from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.detect.distinct_words import letter_runs, places
from audit.lang.frequency import counts
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.place import Span
from audit.model.text import Document

_WORDS = 1 << 16
"""Distinct words of a feed that are remembered."""

_SHAPE = re.compile(r"[A-Z]{3,6}")
_ACRONYM = re.compile(r"(?<![\w.&/#@'’-])[A-Z]{3,6}(?![\w&/@-])")
_FEWEST = 2
"""Times it stands; one that stands once is mostly the name of a firm or a product."""

_MOST_CAPITALS = 0.3
"""Share of capitals among letters from which on a line is a heading in capitals."""


@document_rule(
    id="ACR001",
    since="0.1",
    mqm=MQM.ORGANIZATIONAL_STYLE,
    severity=Severity.NEUTRAL,
    finding_class=FindingClass.INFO,
    says="“{acronym}” is nowhere spelled out",
    why="Readers of the source know the acronym; readers of the translation may not.",
    languages=frozenset({"en"}),
    references=("The Associated Press Stylebook, “abbreviations and acronyms”",),
    examples=(
        Bad("The ⟦NABU⟧ searched his house. NABU found nothing."),
        Bad("The head of the ⟦FOMS⟧ left, and FOMS is silent."),
        Good("The National Anti-Corruption Bureau (NABU) came. NABU found nothing."),
        Good("NABU (National Anti-Corruption Bureau) came. NABU found nothing."),
        Good("The EU and NATO met; the EU and NATO parted. THE END, THE END"),
        Good("He works for ABBD in Oslo."),
    ),
)
def unexplained_acronym(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report the first mention of acronyms that stand several times without their long form."""
    text = document.text
    found = places(_ACRONYM, text, filter(_is_unknown(document.lang), letter_runs(text)))
    times = Counter(each[0] for each in found)
    told: set[str] = set()
    for each in found:
        acronym = each[0]
        if times[acronym] < _FEWEST or acronym in told:
            continue
        told.add(acronym)
        if _is_explained(text, acronym) or _is_shouted(text, each, document.lang):
            continue
        yield Hit(
            document=document.id,
            at=Span(*each.span()),
            values=(("acronym", acronym),),
            confidence=0.6,
        )


@cache
def _is_unknown(lang: str) -> Callable[[str], bool]:
    """Whether a run of letters is an acronym that the lists do not have; asked once of each."""
    lists = acronyms(lang)

    @lru_cache(_WORDS)
    def is_unknown(run: str) -> bool:
        return bool(_SHAPE.fullmatch(run)) and run not in lists.known and run not in lists.left

    return is_unknown


def _is_explained(text: str, acronym: str) -> bool:
    """Whether the acronym stands in brackets somewhere, or brackets behind it."""
    return bool(re.search(rf"[(\[“\"]{acronym}\b|\b{acronym}[”\"]? [(–—-]", text))


def _is_shouted(text: str, found: re.Match[str], lang: str) -> bool:
    """Whether the acronym is a word in capitals, or stands in a line of capitals."""
    if found[0].lower() in counts(lang):
        return True
    start = text.rfind("\n", 0, found.start()) + 1
    end = text.find("\n", found.end())
    letters = [char for char in text[start : end if end >= 0 else len(text)] if char.isalpha()]
    return sum(map(str.isupper, letters)) > _MOST_CAPITALS * len(letters)
