"""Reads TBX: version 3 in the styles DCA and DCT, and the older `martif` files of version 2.

The file comes from anywhere: no entity is resolved, no other file or network address is opened,
and lxml's limits on depth and size stay in force.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from audit.authority.fields import Where
from audit.errors import ConfigError
from audit.glossary.concepts import Lists, Role, slug, terms_of
from audit.glossary.exchange.base import Imported, Losses, cleaned
from audit.lang.tags import tag_of
from audit.model.terms import EVERY_LANGUAGE, PARTS_OF_SPEECH, Concept

if TYPE_CHECKING:
    from lxml.etree import _Element

ENTRIES = ("conceptEntry", "termEntry")
SECTIONS = ("langSec", "langSet")
TERMS = ("termSec", "tig", "ntig")
WRAPPERS = ("descripGrp", "adminGrp", "termNoteGrp", "termGrp")
"""Elements that only hold others together."""

ROLES = {
    "preferredTerm-admn-sts": Role.TERMS,
    "admittedTerm-admn-sts": Role.TERMS,
    "supersededTerm-admn-sts": Role.SUPERSEDED,
    "deprecatedTerm-admn-sts": Role.FORBIDDEN,
    "preferred": Role.TERMS,
    "admitted": Role.TERMS,
    "superseded": Role.SUPERSEDED,
    "obsolete": Role.SUPERSEDED,
    "deprecated": Role.FORBIDDEN,
    "forbidden": Role.FORBIDDEN,
}
"""Values of administrativeStatus, those of ISO 30042 first, then what other programs write."""

FIELDS = {"subjectField": "domain", "definition": "definition", "source": "reference"}
PARTS = {"properNoun": "proper-noun"}

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_CODED = re.compile(r"_x([0-9A-F]{1,6})_")


def read(content: bytes, name: str) -> Imported:
    """The concepts of a term base; raises `ConfigError` where it is none."""
    root = _parsed(content, name)
    losses = Losses()
    concepts: dict[str, Concept] = {}
    for number, entry in enumerate(_below(root, ENTRIES), start=1):
        concept = _Entry(entry, name, number, losses).concept(concepts)
        if concept is None:
            losses.add("concepts without a term")
        else:
            concepts[concept.id] = concept
    return Imported(tuple(concepts.values()), losses.freeze())


def _parsed(content: bytes, name: str) -> "_Element":
    from lxml import etree  # noqa: PLC0415 - needed only where there is XML

    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ConfigError(f"{name}: not valid XML: {error}") from None
    if _name(root) not in ("tbx", "martif"):
        raise ConfigError(f"{name}: expected <tbx>, found <{_name(root)}>")
    return root


def _name(element: "_Element") -> str:
    """The name of an element without its namespace; empty for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _below(element: "_Element", names: tuple[str, ...]) -> Iterator["_Element"]:
    return (one for one in element.iter() if _name(one) in names)


def _text(element: "_Element") -> str:
    """All text of an element, that of elements within it too."""
    return "".join(str(part) for part in element.itertext())


class _Entry:
    """One entry of the term base on its way to a concept."""

    def __init__(self, entry: "_Element", name: str, number: int, losses: Losses) -> None:
        written = entry.get("id")
        self._id = _CODED.sub(lambda found: chr(int(found[1], 16)), written) if written else None
        self._where = Where(name, f'concept "{self._id}"' if self._id else f"concept {number}")
        self._entry = entry
        self._losses = losses
        self._lists: dict[tuple[Role, str], list[str]] = {}
        self._parts: list[str] = []
        self._preferred: set[str] = set()

    def concept(self, taken: dict[str, Concept]) -> Concept | None:
        """The concept; None where it has no term."""
        facts = self._facts()
        for section in _below(self._entry, SECTIONS):
            written = section.get(_XML_LANG) or section.get("lang") or ""
            lang = EVERY_LANGUAGE if written == EVERY_LANGUAGE else tag_of(written)
            if lang is None:
                raise self._where.error(f'xml:lang must be a language tag, not "{written}"')
            for term in _below(section, TERMS):
                self._term(term, lang)
        if not self._lists:
            return None
        lists: Lists = {key: tuple(dict.fromkeys(texts)) for key, texts in self._lists.items()}
        if len(set(self._parts)) == 1:
            facts["part_of_speech"] = self._parts[0]
        else:
            self._losses.add("parts of speech that differ by term", len(self._parts))
        if self._id is None or self._id in taken or re.search(r"[\s\"'/]", self._id):
            self._id = slug(self._id or next(iter(lists.values()))[0], taken)
        kept = any(lang == EVERY_LANGUAGE for _, lang in lists)
        return Concept(self._id, terms_of(lists), translate=not kept, **facts)  # type: ignore[arg-type]

    def _facts(self) -> dict[str, str]:
        """The fields of the concept; those of its language sections where it has none itself."""
        facts: dict[str, str] = {}
        for level in (self._entry, *_below(self._entry, SECTIONS)):
            for category, element in _categories(level):
                name = "note" if category == "note" else FIELDS.get(category)
                if name is None or not _text(element).strip():
                    self._losses.add(category, int(name is None))
                elif name in facts:
                    self._losses.add(f"further {name}")
                else:
                    facts[name] = cleaned(_text(element), name, self._where)
        return facts

    def _term(self, section: "_Element", lang: str) -> None:
        term = next(_below(section, ("term",)), None)
        if term is None or not _text(term).strip():
            self._losses.add("empty terms")
            return
        text = cleaned(_text(term), "term", self._where)
        role, status = Role.TERMS, ""
        for category, element in _categories(section):
            value = _text(element).strip()
            if category == "administrativeStatus":
                status = value
                if value not in ROLES:
                    self._losses.add("administrative statuses that are not known")
                role = ROLES.get(value, Role.TERMS)
            elif category == "partOfSpeech" and PARTS.get(value, value) in PARTS_OF_SPEECH:
                self._parts.append(PARTS.get(value, value))
            elif category == "termType" and value == "shortForm" and role is Role.TERMS:
                role = Role.SHORT
            elif category == "termType" and value == "variant" and role is Role.FORBIDDEN:
                role = Role.VARIANT
            else:
                self._losses.add(f"{category} of a term")
        texts = self._lists.setdefault((role, lang), [])
        if status.startswith("preferred"):
            if lang in self._preferred:
                self._losses.add("preferred terms beside another")
            else:
                self._preferred.add(lang)
                texts.insert(0, text)
                return
        texts.append(text)


def _categories(level: "_Element") -> Iterator[tuple[str, "_Element"]]:
    """The data categories that stand at this level, by name, in either style."""
    for child in level:
        name = _name(child)
        if name in WRAPPERS:
            yield from _categories(child)
        elif name == "note" or (child.get("type") is None and _is_of_module(child)):
            yield name, child
        elif child.get("type") is not None and name not in (*SECTIONS, *TERMS):
            yield str(child.get("type")), child
        elif name in ("date", "transac", "transacGrp", "ref", "xref"):
            yield name, child


def _is_of_module(element: "_Element") -> bool:
    """Whether an element is a data category of the style DCT: it is in a module's namespace."""
    return isinstance(element.tag, str) and element.tag.startswith("{http://www.tbxinfo.net/ns/")
