"""NAM018: one office of one person in different words."""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.detect.gate import Gate
from audit.model.finding import Applicability, FindingClass, Fix, Hit, Related, Severity
from audit.model.mqm import MQM
from audit.model.place import Span
from audit.model.text import Document
from audit.tables import read_table

_OTHER_SMALL = {ord("ſ"): "s", ord("ı"): "i"}
"""Letters that a pattern takes for s and i where letter case does not count."""

CONFIDENCE = 0.5
"""Writers vary a title for the ear; it is worth knowing, no more."""


@document_rule(
    id="NAM018",
    since="0.1",
    mqm=MQM.INCONSISTENT_TERM,
    severity=Severity.NEUTRAL,
    finding_class=FindingClass.INFO,
    says="{name} is “{found}” here and “{other}” elsewhere",
    why="A machine renders one title of the source in several ways; the reader wonders whether the "
    "person holds two offices.",
    examples=(
        Bad(
            "Foreign Minister Dmytro Kuleba flew in.\n"
            "⟦Minister of Foreign Affairs⟧ Dmytro Kuleba spoke."
        ),
        Bad(
            "Außenminister Petr Novak kam an.\n"
            "⟦Minister für auswärtige Angelegenheiten⟧ Petr Novak sprach.",
            lang="de",
        ),
        Good("Foreign Minister Dmytro Kuleba flew in. Defense Minister Oleksii Reznikov spoke."),
        Good("Foreign Minister Kuleba flew in. The Minister of Foreign Affairs of Spain spoke."),
    ),
    languages=frozenset({"en", "de", "fr", "es"}),
)
def title_drift(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Point at each title that departs from the first one of the same person and office."""
    small = document.text.lower().translate(_OTHER_SMALL).replace("i\u0307", "i")
    if not _any_title(document.lang.partition("-")[0]).lets(small):
        return
    for pattern, titles in _offices(document.lang.partition("-")[0]):
        if not any(title in small for title in titles):
            continue
        first = dict[str, re.Match[str]]()
        for found in pattern.finditer(document.text):
            name = found["name"].split()[-1]
            earlier = first.setdefault(name, found)
            if earlier["title"].casefold() == found["title"].casefold():
                continue
            because = "the words used first in this text"
            yield Hit(
                document=document.id,
                at=Span(*found.span("title")),
                values=(("name", name), ("found", found["title"]), ("other", earlier["title"])),
                related=(Related(document.id, Span(*earlier.span("title")), earlier["title"]),),
                fixes=(Fix(earlier["title"], Applicability.UNSAFE, because),),
                confidence=CONFIDENCE,
            )


@cache
def _any_title(lang: str) -> Gate:
    """The titles of all offices of a language in lower case."""
    return Gate(*sorted({title for _, titles in _offices(lang) for title in titles}))


@cache
def _offices(lang: str) -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    """For each office of a language what finds its titles before a name, and them in lower case."""
    file = files(__package__).joinpath("data", "titles.toml")
    rows = read_table(file).get(lang, {}).get("offices", ())
    found = []
    for row in rows:
        titles = sorted((title.strip() for title in row.split("|")), key=len, reverse=True)
        every = "|".join(re.escape(title) for title in titles)
        pattern = re.compile(
            rf"(?<!\w)(?P<title>(?i:{every})) (?P<name>[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)?)"
        )
        found.append((pattern, tuple(title.lower() for title in titles)))
    return tuple(found)
