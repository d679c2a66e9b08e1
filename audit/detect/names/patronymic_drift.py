"""NAM016: one person now with a patronymic and now without."""

import re
from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.model.finding import Applicability, FindingClass, Fix, Hit, Related, Severity
from audit.model.mqm import MQM
from audit.model.names import Mention
from audit.model.text import Document

CONFIDENCE = 0.55
"""A courtesy of the source, carried over; no error in a text that explains who somebody is."""
LANGUAGES = frozenset({"en", "de", "fr", "es", "it", "pt", "nl", "pl", "cs", "sk", "hr", "sv"})
"""Languages whose press does without patronymics."""

# -ovich, -evich, -ich and -ovna, -evna, -ichna in the usual romanizations of Russian, Ukrainian and
# Belarusian (BGN/PCGN, German, French, Polish and Czech usage).
_PATRONYMIC = re.compile(
    r"[A-ZŽŠČ]\w*?(?:[oóeaiyj]v[iyj]?(?:ch|tch|tsch|č|cz)|[oe]wi(?:tsch|cz)|[oe]v(?:itch|itsch)"
    r"|[oe][vw]na|i[vw]na|yivna|ichna|itchna|ična)"
)


@document_rule(
    id="NAM016",
    since="0.1",
    mqm=MQM.INCONSISTENT_STYLE,
    severity=Severity.NEUTRAL,
    finding_class=FindingClass.INFO,
    says="“{found}” with the patronymic, “{other}” elsewhere",
    why="Russian and Ukrainian name a person with the patronymic out of courtesy; other languages "
    "leave it out, and a text should do one or the other.",
    examples=(
        Bad("Vladimir Putin spoke. Then ⟦Vladimir Vladimirovich Putin⟧ left the hall."),
        Bad("Olena Kovalchuk agreed. ⟦Olena Petrivna Kovalchuk⟧ has run the school for years."),
        Good("Ivan Petrovich Sidorov spoke. Later Ivan Petrovich Sidorov left."),
        Good("Milan Petrovich met Milan Mladenovich. Petrovich won."),
    ),
    languages=LANGUAGES,
)
def patronymic_drift(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Point at each mention with a patronymic of a person who also stands without it."""
    plain = dict[str, Mention]()
    for mention in document.mentions:
        plain.setdefault(mention.text, mention)
    for mention in document.mentions:
        short = _without(mention.text)
        other = plain.get(short) if short else None
        if other:
            yield Hit(
                document=document.id,
                at=mention.span,
                values=(("found", mention.text), ("other", other.text)),
                related=(Related(document.id, other.span, other.text),),
                fixes=(Fix(short, Applicability.UNSAFE, "as elsewhere in the text"),),
                confidence=CONFIDENCE,
            )


def _without(name: str) -> str:
    """A name of three words less the patronymic in its middle; empty where it has none."""
    words = name.split()
    middle = [word for word in words[1:-1] if _PATRONYMIC.fullmatch(word)]
    return f"{words[0]} {words[-1]}" if len(words) == 3 and middle else ""
