"""Writes glossary files and names files, as `load` reads them."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from audit.glossary.concepts import Role, lists_of
from audit.glossary.exchange.base import FIELDS, KEYS, Exported, Losses
from audit.model.authority import NameRecord
from audit.model.terms import Concept

_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_DATES = ("since", "until")

NAME_LISTS = (
    *("short", "allowed", "other", "former", "forbidden"),
    *("near_only", "near", "not_for", "except_phrases"),
)


def write_glossary(concepts: Iterable[Concept]) -> Exported:
    """The glossary file of `concepts`."""
    losses = Losses()
    blocks = ["\n".join(_concept(concept, losses)) for concept in concepts]
    return Exported({"": "\n\n".join(blocks) + "\n" if blocks else ""}, losses.freeze())


def _concept(concept: Concept, losses: Losses) -> Iterator[str]:
    yield "[[concept]]"
    yield f"id = {quoted(concept.id)}"
    lists = lists_of(concept.terms)
    losses.add("variant terms", sum(len(t) for (role, _), t in lists.items() if role == "variant"))
    if concept.translate:
        for role in (Role.TERMS, Role.SHORT, Role.SUPERSEDED, Role.FORBIDDEN):
            mine = {lang: texts for (other, lang), texts in lists.items() if other is role}
            if mine:
                yield f"{role} = {_table(mine)}"
    else:
        every = dict.fromkeys(text for texts in lists.values() for text in texts)
        yield f"keep = {_list(list(every))}"
    for name in FIELDS:
        value = getattr(concept, name)
        if name != "translate" and value not in (None, False):
            yield f"{KEYS.get(name, name)} = {_value(name, value)}"


def write_names(records: Iterable[NameRecord]) -> Exported:
    """The names file of `records`."""
    blocks = ["\n".join(_record(record)) for record in records]
    return Exported({"": "\n\n".join(blocks) + "\n" if blocks else ""}, {})


def _record(record: NameRecord) -> Iterator[str]:
    yield "[[name]]"
    yield f"id = {quoted(record.id)}"
    yield f"kind = {quoted(record.kind.value)}"
    yield f"canonical = {quoted(record.canonical)}"
    yield f"lang = {quoted(record.lang)}"
    for name in NAME_LISTS:
        if forms := getattr(record, name):
            yield f"{name} = {_list(forms)}"
    if record.except_in_quotes:
        yield "except_in_quotes = true"
    sources: dict[str, tuple[str, ...]] = {}
    for lang, form in record.source_forms:
        sources[lang] = (*sources.get(lang, ()), form)
    if sources:
        yield f"source = {_table(sources)}"
    for name in ("country", "since", "note", "reference"):
        if value := getattr(record, name):
            yield f"{KEYS.get(name, name)} = {_value(name, value)}"


def _value(name: str, value: str | bool) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if name in _DATES else quoted(value)


def _table(lists: Mapping[str, Sequence[str]]) -> str:
    parts = [f"{_key(lang)} = {_list(texts)}" for lang, texts in lists.items()]
    return "{ " + ", ".join(parts) + " }"


def _list(texts: Sequence[str]) -> str:
    return "[" + ", ".join(map(quoted, texts)) + "]"


def _key(text: str) -> str:
    return text if _BARE_KEY.fullmatch(text) else quoted(text)


def quoted(text: str) -> str:
    """A text as TOML: a JSON string is one, but for the sign of deletion."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
