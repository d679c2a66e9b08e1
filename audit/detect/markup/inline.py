"""Inline tags of bilingual files, which are no text: what each is, and what it stands around.

Which tags of both sides are the same is what the formats say: XLIFF 1.2 (2.3, `id` and `rid`),
XLIFF 2 (4.2.3, `id`, `startRef`, `copyOf`) and TMX 1.4b (`x` from side to side, `i` within one).
Annotations (`<mrk>`, `<sm>`, `<em>`) are remarks on the source that a target need not have.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from audit.detect.markup.tags import Tag, tags
from audit.model.text import Aligned, Document, Markup

_ANNOTATIONS = frozenset({"em", "mrk", "sm"})
_BEGINNINGS = frozenset({"bpt", "bx", "sc"})
_ENDS = {"ept": "bpt", "ex": "bx", "ec": "sc"}
"""Codes that end what another began."""
_ALONE = frozenset({"cp", "it", "ph", "ut", "x"})
_ELEMENT = re.compile(
    r"<(?P<close>/?)(?:[\w.-]+:)?(?P<name>[\w.-]++)(?P<said>(?:\"[^\"]*\"|'[^']*'|[^'\">])*?)(?P<self>/?)>"
)
_ATTRIBUTE = re.compile(r"(?<![\w:.-])([\w:.-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_COPY = "copy of "
"""Marks the names of tags of which the file says that they are copies."""
_WORD = re.compile(r"\S+")
_LONGEST = 60
"""Characters of a tag that are shown; what a code holds may be long."""


@dataclass(frozen=True, slots=True)
class _Code:
    """One inline tag before it `at` a place of the text; `name` tells it from all others."""

    name: str
    kind: str
    at: int
    text: str
    free: bool = False


def both_sides(document: Document, pair: Aligned) -> tuple[Sequence[Tag], Sequence[Tag]]:
    """The tags of the source and of its translation: those of the text, then the inline ones."""
    theirs, ours = inline_tags(document, pair)
    if not theirs and not ours:
        return tags(pair.source), tags(pair.text)
    return (*tags(pair.source), *theirs), (*tags(pair.text), *ours)


def inline_tags(document: Document, pair: Aligned) -> tuple[tuple[Tag, ...], tuple[Tag, ...]]:
    """The inline tags of the source and of its translation, in order.

    The place of a tag is the text that it stands around, or where there is none the word beside it.
    """
    here = document.pairs[pair.number]
    theirs = here.source_markup
    ours = document.markup_of(here) if document.markup else ()
    if not theirs and not ours:
        return (), ()
    return tuple(_placed(theirs, pair.source, 0)), tuple(_placed(ours, pair.text, pair.span.start))


def _placed(markup: Sequence[Markup], text: str, offset: int) -> Iterator[Tag]:
    codes = tuple(_codes(markup, offset)) if markup else ()
    codes = tuple(code for code in codes if _COPY not in code.name)
    ends = {code.name: code.at for code in codes if code.kind == "close"}
    begins = {code.name: code.at for code in codes if code.kind == "open"}
    for code in codes:
        start, end = begins.get(code.name, code.at), ends.get(code.name, code.at)
        if start >= end:
            start, end = _word_at(text, code.at)
        key = {"open": "<{}>", "close": "</{}>", "alone": "<{}/>"}[code.kind].format(code.name)
        shown = code.text if len(code.text) <= _LONGEST else f"{code.text[:_LONGEST]}…"
        yield Tag(code.name, key, shown, start, end, at=code.at, inline=True, free=code.free)


def _codes(markup: Sequence[Markup], offset: int) -> Iterator[_Code]:
    read = [(tag, found) for tag in markup if (found := _ELEMENT.match(tag.text))]
    begun = dict(map(_beginning, (found for _, found in read if found["name"] in _BEGINNINGS)))
    opened: list[str] = []
    for tag, found in read:
        element, at = found["name"], tag.at - offset
        if element in _ANNOTATIONS:
            continue
        said = _said(found)
        if found["close"]:
            yield _Code(opened.pop() if opened else element, "close", at, tag.text)
        elif element in _ENDS:
            alone = f"{_ENDS[element]} {_identity(said)}".strip(), False
            name, free = begun.get(_link(said), alone)
            yield _Code(name, "close", at, tag.text, free)
        elif element in _ALONE:
            yield _Code(f"{element} {_identity(said)}".strip(), "alone", at, tag.text)
        elif element in _BEGINNINGS:
            name, free = begun[_link(said)]
            yield _Code(name, "open", at, tag.text, free)
        else:
            name = f"{element} {_identity(said)}".strip()
            yield _Code(name, "open", at, tag.text)
            if found["self"]:
                yield _Code(name, "close", at, tag.text)
            else:
                opened.append(name)


def _beginning(found: re.Match[str]) -> tuple[str, tuple[str, bool]]:
    """What links a beginning to its end, its name, and whether it may cross others."""
    said = _said(found)
    free = found["name"] == "sc" and said.get("canOverlap") != "no"
    return _link(said), (f"{found['name']} {_identity(said)}".strip(), free)


def _said(found: re.Match[str]) -> dict[str, str]:
    """The attributes of a tag."""
    return {name: one or other for name, one, other in _ATTRIBUTE.findall(found["said"])}


def _identity(said: Mapping[str, str]) -> str:
    """What a tag is called on both sides; empty where the file does not say."""
    if "i" in said or "x" in said:
        return said.get("x", "")
    if "copyOf" in said:
        return _COPY + said["copyOf"]
    return said.get("rid") or said.get("id") or said.get("hex") or ""


def _link(said: Mapping[str, str]) -> str:
    """What a beginning and its end share within one side."""
    return said.get("startRef") or said.get("i") or said.get("rid") or said.get("id") or ""


def _word_at(text: str, at: int) -> tuple[int, int]:
    """The word at a place of a text, or the last one before it."""
    word = (0, 0)
    for found in _WORD.finditer(text):
        if found.start() > at:
            break
        word = found.span()
    return word


def moved(theirs: Sequence[Tag], ours: Sequence[Tag]) -> Iterator[tuple[Tag, str]]:
    """Tags of a translation that stand around something else than in the source, and what is wrong.

    Which words a tag stands around is a matter of language, but not that there are some, nor which
    of two tags is within the other.
    """
    source, target = _extents(theirs), _extents(ours)
    for name, (tag, start, end) in target.items():
        if name not in source:
            continue
        _, first, last = source[name]
        if start == end and first < last:
            yield tag, "stands around nothing, but around words in the source"
            continue
        for other, (outer, begin, close) in target.items():
            inside = begin <= start and end <= close and (begin, close) != (start, end)
            if not inside or other not in source:
                continue
            _, left, right = source[other]
            if first <= left < right <= last and (left, right) != (first, last):
                yield tag, f"stands within {outer.text}, which it stands around in the source"
                break


def _extents(tags_: Sequence[Tag]) -> dict[str, tuple[Tag, int, int]]:
    """The opening tags with where they begin and end, by name; those without an end are none."""
    opened = {tag.name: tag for tag in tags_ if not tag.key.startswith("</")}
    return {
        tag.name: (opened[tag.name], opened[tag.name].at, tag.at)
        for tag in tags_
        if tag.key.startswith("</") and tag.name in opened
    }
