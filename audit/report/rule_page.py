"""One rule explained: as text for a terminal, as Markdown, and as values for JSON."""

import textwrap
from collections.abc import Iterator
from dataclasses import asdict

from audit.model.doubt import Doubt
from audit.model.rule import Bad, Good, Rule
from audit.model.terms import Concept
from audit.report.escape import revealed
from audit.report.rule_options import Option, options_of

WIDTH = 78
"""Columns of the text form: it fits a plain terminal of 80."""

_LABEL_WIDTH = 12
_BECOMES = "becomes: "


def languages_of(rule: Rule) -> str:
    """The target languages a rule knows, in words."""
    return "any" if rule.languages is None else ", ".join(sorted(rule.languages))


def as_text(rule: Rule) -> str:
    """The page of `rule` for a terminal."""
    parts = [f"{rule.id} {rule.name}", _wrapped(rule.why, "  "), _facts(rule)]
    options = options_of(rule)
    if options:
        parts.append("\n".join(["Options", *map(_option, options)]))
    for heading, kind in (("Reported", Bad), ("Not reported", Good)):
        blocks = [_example(one) for one in rule.examples if isinstance(one, kind)]
        if blocks:
            parts.append("\n".join([heading, *blocks]))
    if rule.references:
        parts.append("\n".join(["References", *(f"  {one}" for one in rule.references)]))
    switch = ("off", "ignore") if rule.default_on else ("on", "select")
    parts.append("To switch it {0}: --{1} {2}, or `{1}` in mtaudit.toml.".format(*switch, rule.id))
    return "\n\n".join(parts) + "\n"


def _option(option: Option) -> str:
    line = f"  {option.name} = {option.default}  ({option.type})"
    return "\n".join([line, _wrapped(option.says, "    ")]) if option.says else line


def _facts(rule: Rule) -> str:
    facts = (
        ("Class", rule.finding_class.value),
        ("Severity", rule.severity.value),
        ("MQM type", rule.mqm.value),
        ("Languages", languages_of(rule)),
        ("Looks at", f"one {rule.scope.value}"),
        ("By default", switched(rule)),
        ("Since", rule.since),
    )
    return "\n".join(f"  {label:<{_LABEL_WIDTH}}{value}" for label, value in facts)


def switched(rule: Rule) -> str:
    """Whether a rule is on where nobody selects rules, and under which profiles it is."""
    if rule.default_on or not rule.profiles:
        return "on" if rule.default_on else "off"
    return f"off; on with profile {', '.join(sorted(rule.profiles))}"


def _wrapped(text: str, indent: str) -> str:
    return textwrap.fill(
        " ".join(text.split()), WIDTH, initial_indent=indent, subsequent_indent=indent
    )


def _example(example: Bad | Good) -> str:
    """The texts of one example, a dash before each document, hidden characters named."""
    lines = [
        f"{'  - ' if row == 0 else '    '}{revealed(line)}"
        for text in example.texts
        for row, line in enumerate(text.splitlines())
    ]
    if example.source:
        lines.append(f"    source ({example.source[1]}): {revealed(example.source[0])}")
    lines += [f"    glossary: {revealed(_terms(concept))}" for concept in example.glossary]
    lines += [f"    model: {_doubt(doubt)}" for doubt in example.doubts]
    if isinstance(example, Bad) and example.fixed is not None:
        lines += [
            f"    {_BECOMES if row == 0 else ' ' * len(_BECOMES)}{revealed(line)}"
            for row, line in enumerate(example.fixed.rstrip().splitlines())
        ]
    return "\n".join(line.rstrip() for line in lines)


def _terms(concept: Concept) -> str:
    """The terms of a concept, each with what the glossary says of it."""
    told = []
    for term in concept.terms:
        said = "keep" if not concept.translate else (term.type or term.status).value
        told.append(f"{term.text} ({term.lang}, {said})")
    return ", ".join(told)


def _doubt(doubt: Doubt) -> str:
    """What a model says in an example."""
    told = [f"score {doubt.score:g}"]
    if doubt.rate is not None:
        told.append(f"as {100 * doubt.rate:g} % of sound text")
    if doubt.expected:
        told.append(f"expected “{doubt.expected}”")
    if doubt.says:
        told.append(f"“{doubt.says}”")
    return ", ".join(told)


def as_markdown(rule: Rule) -> str:
    """The page of `rule` for documentation."""
    return "\n\n".join(_markdown_parts(rule)) + "\n"


def _markdown_parts(rule: Rule) -> Iterator[str]:
    yield f"## {rule.id} {rule.name}"
    yield rule.why
    yield (
        "| Class | Severity | MQM type | Languages | By default | Since |\n"
        "|---|---|---|---|---|---|\n"
        f"| {rule.finding_class} | {rule.severity} | `{rule.mqm}` | {languages_of(rule)} "
        f"| {switched(rule)} | {rule.since} |"
    )
    options = options_of(rule)
    if options:
        rows = [
            f"| `{one.name}` | `{one.type}` | `{one.default}` | {one.says} |".replace("  |", " |")
            for one in options
        ]
        head = ["### Options\n", "| Option | Type | Default | Meaning |", "|---|---|---|---|"]
        yield "\n".join([*head, *rows])
    for heading, kind in (("Reported", Bad), ("Not reported", Good)):
        blocks = [_example(one) for one in rule.examples if isinstance(one, kind)]
        if blocks:
            body = "\n".join(blocks)
            yield f"### {heading}\n\n```text\n{body}\n```"
    if rule.references:
        yield "### References\n\n" + "\n".join(f"- {one}" for one in rule.references)


def as_values(rule: Rule) -> dict[str, object]:
    """The page of `rule` for programs."""
    return {
        "id": rule.id,
        "name": rule.name,
        "since": rule.since,
        "scope": rule.scope.value,
        "class": rule.finding_class.value,
        "severity": rule.severity.value,
        "mqm": rule.mqm.value,
        "languages": None if rule.languages is None else sorted(rule.languages),
        "default_on": rule.default_on,
        "profiles": sorted(rule.profiles),
        "says": rule.says,
        "why": rule.why,
        "options": [asdict(one) for one in options_of(rule)],
        "examples": {
            "bad": [_example_values(one) for one in rule.examples if isinstance(one, Bad)],
            "good": [_example_values(one) for one in rule.examples if isinstance(one, Good)],
        },
        "references": list(rule.references),
    }


def _example_values(example: Bad | Good) -> dict[str, object]:
    values: dict[str, object] = {"texts": list(example.texts), "lang": example.lang}
    if example.glossary:
        values["glossary"] = [_terms(concept) for concept in example.glossary]
    if isinstance(example, Bad):
        values["fixed"] = example.fixed
    return values
