"""NAM015: one name transliterated here and translated there."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.lang.language import entries
from audit.model.finding import FindingClass, Hit, Related, Severity
from audit.model.mqm import MQM
from audit.model.names import Mention
from audit.model.text import Document
from audit.tables import read_table
from audit.text.fold import parts, roman

CONFIDENCE = 0.75
FEWEST_WORDS = 2
"""Words of a name from which on a correspondence word by word is no chance."""


@document_rule(
    id="NAM015",
    since="0.1",
    mqm=MQM.INCONSISTENT_TERM,
    severity=Severity.MAJOR,
    finding_class=FindingClass.QUERY,
    says="“{found}” looks like a translation of “{other}”, which also stands here",
    why="A name that is translated in one sentence and transliterated in the next makes two places "
    "of one.",
    examples=(
        Bad("Skiers came to Krasnaya Polyana by train. The hotels of ⟦Red Glade⟧ were full."),
        Bad("The bus stops in Novaya Derevnya. People in ⟦New Village⟧ complained."),
        Good("Skiers came to Krasnaya Polyana. The Red Army choir sang."),
        Good("The paper Komsomolskaya Pravda wrote so. The Truth Commission met."),
    ),
    languages=frozenset({"en"}),
)
def translated_name(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Point at each name whose words translate those of another name, one by one."""
    table = _calques(document.lang.partition("-")[0])
    first = dict[tuple[str, ...], Mention]()
    for mention in document.mentions:
        first.setdefault(_words(mention), mention)
    foreign = [
        (words, one) for words, one in first.items()
        if len(words) >= FEWEST_WORDS and all(word in table for word in words)
    ]  # fmt: skip
    for mention in document.mentions if foreign else ():
        words = _words(mention)
        for other, source in foreign:
            pairs = zip(other, words, strict=False)
            if len(words) == len(other) and all(b in table[a] for a, b in pairs):
                yield Hit(
                    document=document.id,
                    at=mention.span,
                    values=(("found", mention.text), ("other", source.text)),
                    related=(Related(document.id, source.span, source.text),),
                    confidence=CONFIDENCE,
                )


def _words(mention: Mention) -> tuple[str, ...]:
    return tuple(roman(part) for part in parts(mention.text))


@cache
def _calques(lang: str) -> Mapping[str, frozenset[str]]:
    """The translations of transliterated words in a language; empty where none are listed."""
    file = files(__package__).joinpath("data", "calques.toml")
    table = read_table(file).get(lang, {})
    return {word: frozenset(entries(meant)) for word, meant in table.items()}
