"""NAM017: a word of courtesy of another language kept at a name here and not there."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.detect.distinct_words import letter_runs
from audit.lang.language import entries
from audit.lang.lexicon import is_common
from audit.model.finding import Applicability, FindingClass, Fix, Hit, Related, Severity
from audit.model.mqm import MQM
from audit.model.place import Span
from audit.model.text import Document
from audit.tables import read_table
from audit.text import quotes

CONFIDENCE, DOUBTFUL = 0.72, 0.5
"""Of a courtesy; of one in somebody's speech, or that is also a word of the language."""
_NAME = r"(?:[A-ZÀ-ÖØ-ÞĀ-Ž][\w’']+)"


@document_rule(
    id="NAM017",
    since="0.1",
    mqm=MQM.UNTRANSLATED,
    severity=Severity.MINOR,
    finding_class=FindingClass.QUERY,
    says="“{found}” keeps a word of courtesy ({language}), while “{other}” stands without one",
    why="The reader takes the foreign word of courtesy for a part of the name.",
    examples=(
        Bad("Tanaka opened the shop at nine. By noon ⟦Tanaka-san⟧ had sold out."),
        Bad("Kovalenko signed the paper. Then ⟦pan Kovalenko⟧ left."),
        Bad("Der Minister traf Duval. Danach ging ⟦Monsieur Duval⟧ nach Hause.", lang="de"),
        Good("Señor Frog's is a bar. Lopez drank there."),
        Good("Le ministre a vu Duval. Puis Monsieur Duval est parti.", lang="fr"),
        Good("The town of San Jose lies in the hills. Mr Jose-sanchez, no relation, lives there."),
    ),
)
def honorific_left_over(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Point at each name with a foreign word of courtesy that also stands without it."""
    lang = document.lang.partition("-")[0]
    runs = letter_runs(document.text)
    for word, (languages, at_start) in _courtesies().items():
        if word.rpartition("-")[2] in runs and lang not in languages:
            for found in _pattern(word, at_start=at_start).finditer(document.text):
                yield from _hits(document, found, word, languages, at_start=at_start)


def _hits(
    document: Document,
    found: re.Match[str],
    word: str,
    languages: tuple[str, ...],
    *,
    at_start: bool,
) -> Iterator[Hit]:
    """The hit at one name with a courtesy, where the name also stands alone."""
    name = found["name"]
    alone = re.compile(rf"(?<![\w’'-]){re.escape(name)}(?![\w-])")
    for other in alone.finditer(document.text):
        inside = found.start() <= other.start() < found.end()
        lead = document.text[max(0, other.start() - len(found[0])) : other.end()]
        if inside or (at_start and lead.casefold().endswith(found[0].casefold())):
            continue
        line = document.text.rfind("\n", 0, found.start()) + 1
        meant = quotes.after(document.text[line : found.start()], inside=False)
        doubtful = meant or is_common(word, document.lang)  # the pan that Kovalenko had bought
        yield Hit(
            document=document.id,
            at=Span(*found.span()),
            values=(("found", found[0]), ("language", ", ".join(languages)), ("other", name)),
            related=(Related(document.id, Span(*other.span()), name),),
            fixes=(Fix(name, Applicability.UNSAFE, "as elsewhere in the text"),),
            confidence=DOUBTFUL if doubtful else CONFIDENCE,
            finding_class=FindingClass.INFO if doubtful else None,
        )
        return


@cache
def _courtesies() -> Mapping[str, tuple[tuple[str, ...], bool]]:
    """The languages of each word of courtesy, and whether it stands before the name."""
    file = files(__package__).joinpath("data", "courtesies.toml")
    found = dict[str, tuple[tuple[str, ...], bool]]()
    for language, table in read_table(file).items():
        for side, words in table.items():
            for word in entries(words):
                before, _ = found.get(word, ((), False))
                found[word] = (*before, language), side == "before"
    return found


@cache
def _pattern(word: str, *, at_start: bool) -> re.Pattern[str]:
    """A name with a word of courtesy; only one with a hyphen is joined to the name."""
    if at_start:
        return re.compile(rf"(?<![\w-]){re.escape(word)}\.?\s(?P<name>{_NAME})(?![\w-])")
    gap = "" if word.startswith("-") else r"\s"
    return re.compile(rf"(?<![\w-])(?P<name>{_NAME}){gap}{re.escape(word)}(?![\w-])")
