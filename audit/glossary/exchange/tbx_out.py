"""Writes TBX-Basic, version 3 (ISO 30042:2019), in the styles DCA and DCT.

In the style DCA a data category is an attribute (`<termNote type="partOfSpeech">`), in DCT it is an
element of a module's namespace (`<min:partOfSpeech>`). Which category belongs to which module is
said in the module descriptions of LTAC (tbxinfo.net): Min has administrativeStatus, partOfSpeech
and subjectField, Basic the others used here.
"""

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from xml.sax.saxutils import escape, quoteattr

from audit.glossary.concepts import lists_of, terms_of
from audit.glossary.exchange.base import Exported, Losses
from audit.model.terms import Concept, Term, TermStatus, TermType

NAMESPACE = "urn:iso:std:iso:30042:ed-2"
MIN, BASIC = "http://www.tbxinfo.net/ns/min", "http://www.tbxinfo.net/ns/basic"


class Style(StrEnum):
    """How data categories are written."""

    DCA = "dca"
    DCT = "dct"


STATUS = {
    TermStatus.PREFERRED: "preferredTerm-admn-sts",
    TermStatus.ADMITTED: "admittedTerm-admn-sts",
    TermStatus.SUPERSEDED: "supersededTerm-admn-sts",
    TermStatus.FORBIDDEN: "deprecatedTerm-admn-sts",
}
TYPES = {TermType.SHORT: "shortForm", TermType.VARIANT: "variant"}
PARTS = {"proper-noun": "properNoun"}
"""Parts of speech that TBX writes otherwise."""

CATEGORIES = {
    "subjectField": ("descrip", "min"),
    "definition": ("descrip", "basic"),
    "source": ("admin", "basic"),
    "administrativeStatus": ("termNote", "min"),
    "partOfSpeech": ("termNote", "min"),
    "termType": ("termNote", "basic"),
}
"""Data category: its element in the style DCA, and its module."""

_NOT_IN_ID = re.compile(r"[^A-Za-z0-9.\-]|^[^A-Za-z]|_")
"""What cannot stand in an xs:ID; it is written as _xHEX_, and so is the underscore itself."""


def write(concepts: Iterable[Concept], style: Style) -> Exported:
    """The term base of `concepts`."""
    losses = Losses()
    lines = [*_head(style)]
    for concept in concepts:
        kept = ("domain", "definition", "note", "reference", "part_of_speech", "translate")
        losses.fields(concept, kept)
        lines += _entry(concept, style)
    lines += ["    </body>", "  </text>", "</tbx>"]
    return Exported({"": "".join(f"{line}\n" for line in lines)}, losses.freeze())


def xml_id(name: str) -> str:
    """A concept's id as an xs:ID."""
    return _NOT_IN_ID.sub(lambda found: f"_x{ord(found[0]):X}_", name)


def _head(style: Style) -> Iterator[str]:
    modules = f' xmlns:min="{MIN}" xmlns:basic="{BASIC}"' if style is Style.DCT else ""
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f'<tbx type="TBX-Basic" style="{style}" xml:lang="en" xmlns="{NAMESPACE}"{modules}>'
    yield "  <tbxHeader>"
    yield "    <fileDesc>"
    yield "      <sourceDesc>"
    yield "        <p>Glossary exported by mtaudit</p>"
    yield "      </sourceDesc>"
    yield "    </fileDesc>"
    yield "  </tbxHeader>"
    yield "  <text>"
    yield "    <body>"


def _entry(concept: Concept, style: Style) -> Iterator[str]:
    yield f"      <conceptEntry id={quoteattr(xml_id(concept.id))}>"
    facts = (
        ("subjectField", concept.domain),
        ("definition", concept.definition),
        ("source", concept.reference),
    )
    for category, value in facts:
        if value is not None:
            yield f"        {_category(category, value, style)}"
    if concept.note is not None:
        yield f"        <note>{escape(concept.note)}</note>"
    lang = ""
    for term in terms_of(lists_of(concept.terms)):
        if term.lang != lang:
            if lang:
                yield "        </langSec>"
            lang = term.lang
            yield f"        <langSec xml:lang={quoteattr(lang)}>"
        yield from _term(term, concept, style)
    yield "        </langSec>"
    yield "      </conceptEntry>"


def _term(term: Term, concept: Concept, style: Style) -> Iterator[str]:
    yield "          <termSec>"
    yield f"            <term>{escape(term.text)}</term>"
    if concept.part_of_speech:
        part = PARTS.get(concept.part_of_speech, concept.part_of_speech)
        yield f"            {_category('partOfSpeech', part, style)}"
    yield f"            {_category('administrativeStatus', STATUS[term.status], style)}"
    if term.type:
        yield f"            {_category('termType', TYPES[term.type], style)}"
    yield "          </termSec>"


def _category(name: str, value: str, style: Style) -> str:
    element, module = CATEGORIES[name]
    if style is Style.DCT:
        return f"<{module}:{name}>{escape(value)}</{module}:{name}>"
    return f'<{element} type="{name}">{escape(value)}</{element}>'
