"""`mtaudit schema`: the JSON Schemas of what programs read and write."""

import click

from audit import detect
from audit.cli.output import echo_json
from audit.config.describe import schema
from audit.decide import schema_text as decisions_schema_text
from audit.report.json import schema_text


@click.command("schema")
@click.argument("which", type=click.Choice(["report", "config", "decisions"]), default="report")
def command(which: str) -> None:
    """Print the JSON Schema of report.json (default), mtaudit.toml or decisions.json."""
    if which != "config":
        text = schema_text() if which == "report" else decisions_schema_text()
        click.echo(text, nl=False)
        return
    echo_json(schema(detect.load()))
