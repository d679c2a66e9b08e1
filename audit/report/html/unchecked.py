"""What was checked and what was not: languages, notes of the run, rules and what they know."""

from collections import Counter
from collections.abc import Iterator, Set

from audit.config.rules import family
from audit.model.report import Note, NoteLevel
from audit.model.rule import Rule, Scope
from audit.model.text import UNKNOWN_LANGUAGE, Document
from audit.report.html.index import Index, capital, plain_name
from audit.report.html.languages import language_name
from audit.report.html.reveal import sentence
from audit.report.html.strings import Strings
from audit.report.html.views import Gap, NoteLine, RanRow, ReadRow, Unchecked

LEVELS = (NoteLevel.ERROR, NoteLevel.WARNING, NoteLevel.INFO)
"""Worst first."""


def unchecked(index: Index, words: Strings) -> Unchecked:
    """What was read, by language; notes, gaps and the rules that ran."""
    notes = sorted(index.report.notes, key=lambda note: LEVELS.index(note.level))
    return Unchecked(
        read=tuple(_read(index, words)),
        pair_rules=_pair_rules(index, words),
        notes=tuple(_note(note, words) for note in notes),
        gaps=tuple(_gaps(index, words)),
        ran=tuple(_ran(index, words)),
    )


def _read(index: Index, words: Strings) -> Iterator[ReadRow]:
    """The languages of the documents, most documents first, and how many rules know each."""
    by_language: dict[str, list[Document]] = {}
    for document in index.report.documents:
        by_language.setdefault(document.lang, []).append(document)
    rules = index.report.rules.values()
    for lang, documents in sorted(by_language.items(), key=lambda item: (-len(item[1]), item[0])):
        sources = {d.source_lang or UNKNOWN_LANGUAGE for d in documents if d.pairs}
        knowing = sum(rule.knows(lang) and _meets_source(rule, sources) for rule in rules)
        yield ReadRow(
            language=language_name(lang, words),
            documents=len(documents),
            words=sum(index.report.words.get(d.id, 0) for d in documents),
            paired=sum(bool(d.pairs) for d in documents),
            rules=words.some_of.format(n=words.amount(knowing), all=words.amount(len(rules))),
        )


def _meets_source(rule: Rule, sources: Set[str]) -> bool:
    """Whether a rule that compares with the source has one that it knows; others need none."""
    return rule.scope is not Scope.PAIR or any(rule.knows_source(lang) for lang in sources)


def _pair_rules(index: Index, words: Strings) -> str:
    """What is said of documents without a source, where rules ran that compare the two."""
    rules = sum(rule.scope is Scope.PAIR for rule in index.report.rules.values())
    without = sum(not document.pairs for document in index.report.documents)
    if not rules or not without:
        return ""
    return words.pair_rules.of(without).replace("{rules}", words.amount(rules))


def _ran(index: Index, words: Strings) -> Iterator[RanRow]:
    """The rules that ran, family by family."""
    families: dict[str, list[Rule]] = {}
    for rule in index.report.rules.values():
        families.setdefault(family(rule.id), []).append(rule)
    for key, rules in sorted(families.items()):
        name = str(getattr(words, f"family_{key.lower()}", key))
        each = ", ".join(f"{rule.id} {plain_name(rule.name)}" for rule in rules)
        yield RanRow(key, name, len(rules), each)


def _note(note: Note, words: Strings) -> NoteLine:
    """One note, with its place in words."""
    line = words.line.format(n=note.line) if note.line else ""
    return NoteLine(
        level_key=note.level.value,
        level_label=getattr(words, f"level_{note.level}"),
        code=plain_name(note.code),
        message=sentence(capital(note.message)),
        where=", ".join(part for part in (note.path or "", line) if part),
    )


def _gaps(index: Index, words: Strings) -> Iterator[Gap]:
    """The languages that some rule that ran does not know, most documents first."""
    documents = Counter(document.lang for document in index.report.documents)
    for lang, number in sorted(documents.items(), key=lambda item: (-item[1], item[0])):
        silent = [rule for rule in index.report.rules.values() if not rule.knows(lang)]
        if silent:
            yield Gap(
                language=language_name(lang, words),
                documents=words.documents_count.of(number),
                rules=", ".join(f"{rule.id} {plain_name(rule.name)}" for rule in silent),
            )
