"""Values on standard output, for programs and for people."""

import json
from collections.abc import Sequence

import click


def echo_json(value: object) -> None:
    """Print `value` as JSON, in the form in which report.json is written."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def echo_columns(heading: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print rows under a heading, each column as wide as its widest cell."""
    widths = [max(map(len, column)) for column in zip(heading, *rows, strict=True)]
    for row in (heading, *rows):
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        click.echo("  ".join(cells).rstrip())
