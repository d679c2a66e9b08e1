"""`mtaudit rules`: every rule there is, one a line."""

import click

from audit import detect
from audit.cli.output import echo_columns, echo_json
from audit.report.rule_page import as_values, languages_of

_HEADING = ("Id", "Name", "Class", "Severity", "Default", "Languages")


@click.command("rules")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "json"]),
    default="text",
    help="Form of the output (default: text).",
)
def command(form: str) -> None:
    """List all rules, those of other installed packages included."""
    rules = detect.load().values()
    if form == "json":
        echo_json([_without_pages(as_values(rule)) for rule in rules])
        return
    rows = [
        (
            rule.id,
            rule.name,
            rule.finding_class.value,
            rule.severity.value,
            "on" if rule.default_on else "off",
            languages_of(rule),
        )
        for rule in rules
    ]
    if form == "text":
        echo_columns(_HEADING, rows)
        return
    for row in (_HEADING, ("---",) * len(_HEADING), *rows):
        click.echo(f"| {' | '.join(row)} |")


def _without_pages(values: dict[str, object]) -> dict[str, object]:
    """What a list needs; `explain` has the rest."""
    return {key: value for key, value in values.items() if key not in ("examples", "references")}
