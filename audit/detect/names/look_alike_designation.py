"""NAM014: a designation with a Cyrillic letter once transliterated and once kept by its look."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.detect.gate import Gated, Trace
from audit.lang.scripts import is_cyrillic
from audit.model.finding import Applicability, FindingClass, Fix, Hit, Related, Severity
from audit.model.mqm import MQM
from audit.model.place import Span
from audit.model.text import Document

_DESIGNATION = Gated(
    re.compile(
        r"(?<![\w-])(?:(?P<name>[A-Z][a-z]{2,})-(?P<mark>[A-Z]{1,3})(?P<after>\d{0,3}[A-Z]?)"
        r"|(?P<type>[A-Z]{1,3})-(?P<number>\d{2,4})(?P<model>[A-Z]{0,3}\d?))(?![\w-])"
    ),
    Trace(r"-(?:(?<=[a-z]{2}-)[A-Z]{1,3}\d{0,3}[A-Z]?(?![\w-])|(?<=[A-Z]-)\d{2})"),
)
"""Pantsir-S1, Iskander-M; T-72B3, Su-25SM, S-300V."""

# How the letters that look Latin are transliterated, BGN/PCGN: С В Н Р Х У.
_SOUNDS = {"C": "S", "B": "V", "H": "N", "P": "R", "X": "KH", "Y": "U"}
_SOUNDED = str.maketrans(_SOUNDS)
NAMED, NUMBERED = 0.85, 0.75
"""Of a name with a mark, and of a number, which two makers may use under two letters."""


@document_rule(
    id="NAM014",
    since="0.1",
    mqm=MQM.INCONSISTENT_TERM,
    severity=Severity.MINOR,
    finding_class=FindingClass.QUERY,
    says="“{found}” here, “{other}” elsewhere: a Cyrillic letter kept for its look, "
    "which stands for {sound}",
    why="The letter was transliterated in one place and copied by its look in another, and the "
    "reader takes them for two weapons.",
    examples=(
        Bad("The Pantsir-S fired first. A second ⟦Pantsir-C⟧ stood idle."),
        Bad("They lost a T-72V tank. Another ⟦T-72B⟧ was towed away."),
        Good("The Iskander-M and the Iskander-K differ in range."),
        Good("The S-300 and the S-400 were shown. A C-130 landed."),
    ),
)
def look_alike_designation(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Point at each designation that has the look where another has the sound."""
    if is_cyrillic(document.lang):
        return
    places = defaultdict[str, list[tuple[Span, str]]](list)
    for found in _DESIGNATION.finditer(document.text):
        key = found[0].upper().translate(_SOUNDED)
        places[key].append((Span(*found.span()), found[0]))
    for seen in places.values():
        if len(seen) == 1:
            continue
        counts = Counter(text for _, text in seen)
        right = max(counts, key=_sounded_letters)
        first = next(at for at, text in seen if text == right)
        for at, text in seen:
            if text != right:
                yield _hit(document, at, text, Related(document.id, first, right))


def _sounded_letters(text: str) -> int:
    """How few letters of a designation may be Cyrillic ones kept for their look."""
    return -sum(letter in _SOUNDS for letter in text)


def _hit(document: Document, at: Span, text: str, other: Related) -> Hit:
    letters = [b for a, b in zip(text, other.text, strict=False) if a != b]
    because = f"{other.text} also stands in the text"
    return Hit(
        document=document.id,
        at=at,
        values=(("found", text), ("other", other.text), ("sound", ", ".join(letters))),
        related=(other,),
        fixes=(Fix(other.text, Applicability.UNSAFE, because),),
        confidence=NAMED if re.match(r"[A-Z][a-z]{2}", text) else NUMBERED,
        finding_class=FindingClass.ERROR if re.match(r"[A-Z][a-z]{2}", text) else None,
    )
