"""Tables of terms as other programs have them: DeepL, Google Cloud Translation, Weblate.

DeepL: two columns, source and target, then optionally the codes of both languages; no heading
(developers.deepl.com, “Managing glossaries”). Google: two columns without a heading for one
direction, or “equivalent term sets”: a heading of language codes, with optional columns `pos` and
`description` (cloud.google.com/translate/docs/advanced/glossary). Weblate: the columns of
translate-toolkit's CSV, with a heading (docs.weblate.org, formats/csv).
"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from audit.authority.fields import Where
from audit.errors import ConfigError
from audit.glossary.concepts import Lists, Role, slug, terms_of
from audit.glossary.exchange.base import (
    Exported,
    Imported,
    Languages,
    Losses,
    accepted,
    cleaned,
)
from audit.lang.tags import tag_of
from audit.model.terms import EVERY_LANGUAGE, PARTS_OF_SPEECH, Concept

Rows = Sequence[tuple[int, list[str]]]
"""Rows with the numbers of the lines on which they end."""

WEBLATE = (
    *("location", "source", "target", "id", "fuzzy", "context"),
    *("translator_comments", "developer_comments"),
)
"""The columns of translate-toolkit's CSV, in its order."""

POS, DESCRIPTION = "pos", "description"


def rows(content: bytes, name: str, delimiter: str | None = None) -> Rows:
    """The rows of a table in UTF-8 that are not blank; commas, or tabs in a .tsv, part cells."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ConfigError(f"{name}: not UTF-8 text: bad byte at position {error.start}") from None
    mark = delimiter or ("\t" if name.lower().endswith((".tsv", ".tab")) else ",")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True)
    found: list[tuple[int, list[str]]] = []
    try:
        found.extend((reader.line_num, row) for row in reader if any(map(str.strip, row)))
    except csv.Error as error:
        raise ConfigError(f"{name}: line {reader.line_num}: {error}") from None
    return found


def write_pairs(concepts: Iterable[Concept], languages: Languages, *, codes: bool) -> Exported:
    """Two columns, and with `codes` (DeepL) the codes of the languages beside them.

    Every accepted term of the source leads to the preferred one of the target.
    """
    source, target = languages.both("a table of two columns")
    losses = Losses()
    lines, taken = [], set[str]()
    for concept in concepts:
        ours, theirs = accepted(concept, target), accepted(concept, source)
        if not ours or not theirs:
            losses.add("concepts without a term in one of the languages")
            continue
        losses.fields(concept)
        losses.terms(ours[1:])
        losses.terms(one for one in concept.terms if not one.status.accepted)
        for term in theirs:
            if term.text in taken:
                losses.add("source terms of two concepts")
                continue
            taken.add(term.text)
            lines.append([term.text, ours[0].text, *([source, target] if codes else [])])
    return Exported({"": _text(lines)}, losses.freeze())


def read_pairs(table: Rows, name: str, languages: Languages) -> Imported:
    """Two to four columns; neighbouring rows with one target are one concept."""
    groups: list[tuple[str, str, str, list[str]]] = []
    losses = Losses()
    for line, row in table:
        where = Where(name, f"line {line}")
        if len(row) < 2:
            raise where.error(f"expected a source and a target term, found {len(row)} column")
        losses.add("columns behind the fourth", sum(bool(cell.strip()) for cell in row[4:]))
        source = _code(row[2:3], languages.source, "source", where)
        target = _code(row[3:4], languages.target, "target", where)
        term = cleaned(row[0], "source term", where)
        ours = cleaned(row[1], "target term", where)
        if groups and groups[-1][:3] == (source, target, ours):
            groups[-1][3].append(term)
        else:
            groups.append((source, target, ours, [term]))
    concepts: dict[str, Concept] = {}
    for source, target, ours, theirs in groups:
        lists: Lists = {(Role.TERMS, source): tuple(dict.fromkeys(theirs))}
        lists[Role.TERMS, target] = (ours,)
        key = slug(ours, concepts)
        concepts[key] = Concept(key, terms_of(lists))
    return Imported(tuple(concepts.values()), losses.freeze())


def _code(cells: Sequence[str], given: str | None, which: str, where: Where) -> str:
    word = cells[0].strip() if cells and cells[0].strip() else given
    tag = tag_of(word) if word else None
    if tag is None:
        said = f'"{word}" is no language tag' if word else "it has no column for it"
        raise where.error(f"the {which} language is needed: {said}; give it on the command line")
    return tag


def write_sets(concepts: Iterable[Concept], languages: Languages) -> Exported:  # noqa: ARG001
    """Google's equivalent term sets: one row a concept, one column a language."""
    every = list(concepts)
    losses = Losses()
    langs = sorted({term.lang for concept in every for term in concept.terms} - {EVERY_LANGUAGE})
    lines = [[*langs, POS, DESCRIPTION]]
    for concept in every:
        best = {lang: accepted(concept, lang)[:1] for lang in langs}
        kept = {one.text for found in best.values() for one in found}
        if not kept:
            losses.add("concepts without an accepted term")
            continue
        losses.fields(concept, ("part_of_speech", "definition"))
        losses.terms(one for one in concept.terms if one.text not in kept)
        cells = [best[lang][0].text if best[lang] else "" for lang in langs]
        lines.append([*cells, concept.part_of_speech or "", concept.definition or ""])
    return Exported({"": _text(lines)}, losses.freeze())


def is_set(heading: Sequence[str]) -> bool:
    """Whether a heading is one of language codes."""
    names = [cell.strip() for cell in heading if cell.strip()]
    langs = [one for one in names if one.lower() not in (POS, DESCRIPTION)]
    return len(langs) > 1 and all(tag_of(one) and len(one) < 12 for one in langs)


def read_sets(table: Rows, name: str) -> Imported:
    """The concepts of equivalent term sets."""
    heading = [cell.strip() for cell in table[0][1]]
    concepts: dict[str, Concept] = {}
    losses = Losses()
    for line, row in table[1:]:
        where = Where(name, f"line {line}")
        lists: Lists = {}
        facts: dict[str, str] = {}
        for head, cell in zip(heading, row, strict=False):
            if not cell.strip():
                continue
            if head.lower() == DESCRIPTION:
                facts["definition"] = cleaned(cell, DESCRIPTION, where)
            elif head.lower() == POS:
                if cell.strip() in PARTS_OF_SPEECH:
                    facts["part_of_speech"] = cell.strip()
                else:
                    losses.add("parts of speech that are not known")
            elif tag := tag_of(head):
                lists[Role.TERMS, tag] = (cleaned(cell, head, where),)
        if lists:
            key = slug(next(iter(lists.values()))[0], concepts)
            concepts[key] = Concept(key, terms_of(lists), **facts)  # type: ignore[arg-type]
    return Imported(tuple(concepts.values()), losses.freeze())


def write_weblate(concepts: Iterable[Concept], languages: Languages) -> Exported:
    """Weblate's table: one row a concept, its id as the context, its definition as a comment."""
    source, target = languages.both("Weblate's table")
    losses = Losses()
    lines = [list(WEBLATE)]
    for concept in concepts:
        ours, theirs = accepted(concept, target), accepted(concept, source)
        if not theirs or not ours:
            losses.add("concepts without a term in one of the languages")
            continue
        losses.fields(concept, ("definition", "note"))
        kept = (ours[0], theirs[0])
        losses.terms(one for one in concept.terms if one not in kept)
        comments = (concept.note or "", concept.definition or "")
        lines.append(["", theirs[0].text, ours[0].text, "", "", concept.id, *comments])
    return Exported({"": _text(lines)}, losses.freeze())


def is_weblate(heading: Sequence[str]) -> bool:
    """Whether a heading is that of Weblate's table."""
    return {"source", "target"} <= set(heading) and "concept" not in heading


def read_weblate(table: Rows, name: str, languages: Languages) -> Imported:
    """The concepts of Weblate's table, which says nothing of languages."""
    source, target = languages.both("Weblate's table")
    heading = [cell.strip() for cell in table[0][1]]
    concepts: dict[str, Concept] = {}
    losses = Losses()
    for line, row in table[1:]:
        where = Where(name, f"line {line}")
        cells = {head: cell for head, cell in zip(heading, row, strict=False) if cell.strip()}
        if "source" not in cells or "target" not in cells:
            losses.add("rows without a translation")
            continue
        for head in sorted(set(cells) & {"location", "id", "fuzzy"}):
            losses.add(head)
        lists: Lists = {
            (Role.TERMS, source): (cleaned(cells["source"], "source", where),),
            (Role.TERMS, target): (cleaned(cells["target"], "target", where),),
        }
        key = slug(cells.get("context") or cells["source"], concepts)
        facts = dict(_comments(cells, where))
        concepts[key] = Concept(key, terms_of(lists), **facts)  # type: ignore[arg-type]
    return Imported(tuple(concepts.values()), losses.freeze())


def _comments(cells: dict[str, str], where: Where) -> Iterator[tuple[str, str]]:
    columns = (("note", "translator_comments"), ("definition", "developer_comments"))
    for name, column in columns:
        if column in cells:
            yield name, cleaned(cells[column], column, where)


def _text(lines: Iterable[Sequence[str]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(lines)
    return out.getvalue()
