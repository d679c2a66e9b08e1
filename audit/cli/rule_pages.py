"""The pages of all rules as files: one a family, and an index."""

from collections.abc import Iterable, Mapping
from itertools import groupby

from audit.config.rules import family
from audit.model.rule import Rule
from audit.report.rule_page import as_markdown, languages_of, switched

FAMILIES: Mapping[str, str] = {
    "ACR": "Acronyms",
    "BOI": "Page residue",
    "CAL": "Calques",
    "NAM": "Names",
    "NUM": "Numbers and dates",
    "OMI": "Omission and addition",
    "PUN": "Punctuation",
    "QE": "Estimated quality",
    "REP": "Repetition",
    "SCR": "Scripts and encoding",
    "SPL": "Spelling",
    "STY": "Style",
    "TAG": "Markup and placeholders",
    "TRM": "Terms",
    "UNT": "Untranslated",
}
"""What each family of rules is about; a family of another package goes by its letters."""

INDEX = "README.md"
_NOTE = "Written by `mtaudit explain --all --folder docs/rules`; change the rules, not this page."


def pages(rules: Iterable[Rule]) -> dict[str, str]:
    """The text of each page by the name of its file; `rules` are in order of id."""
    by_family = {name: list(group) for name, group in groupby(rules, lambda one: family(one.id))}
    made = {f"{name}.md": _page(name, group) for name, group in by_family.items()}
    return {INDEX: _index(by_family), **made}


def _page(name: str, rules: list[Rule]) -> str:
    parts = [f"# {FAMILIES.get(name, name)}", _NOTE, *(as_markdown(one).rstrip() for one in rules)]
    return "\n\n".join(parts) + "\n"


def _index(by_family: Mapping[str, list[Rule]]) -> str:
    head = ["| Rule | Class | Severity | Languages | By default |", "|---|---|---|---|---|"]
    parts = ["# Rules", _NOTE]
    for name, rules in by_family.items():
        rows = [
            f"| [{one.id}]({name}.md#{one.id.lower()}-{one.name}) {one.name} | {one.finding_class} "
            f"| {one.severity} | {languages_of(one)} | {switched(one)} |"
            for one in rules
        ]
        parts += [f"## {FAMILIES.get(name, name)}", "\n".join([*head, *rows])]
    return "\n\n".join(parts) + "\n"
