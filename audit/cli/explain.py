"""`mtaudit explain`: what a rule looks for, why, and how to set it."""

import click

from audit import detect
from audit.cli.output import echo_json
from audit.config.rules import family, resolve
from audit.report import rule_page


@click.command("explain")
@click.argument("rules", nargs=-1, metavar="RULE...")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "json"]),
    default="text",
    help="Form of the output (default: text).",
)
@click.option("--all", "every", is_flag=True, help="Explain every rule.")
def command(rules: tuple[str, ...], form: str, every: bool) -> None:
    """Explain a rule, with examples.

    RULE is an id (NAM001), a name or a family (NAM), in any letter case. In
    the examples, the passage that is reported stands between ⟦ and ⟧.
    """
    if every == bool(rules):
        raise click.UsageError("give a RULE or --all; `mtaudit rules` lists the rules")
    known = detect.load()
    wanted = {resolve(word, known) for word in rules}
    pages = [rule for id_, rule in known.items() if every or wanted & {id_, family(id_)}]
    if form == "json":
        values = [rule_page.as_values(rule) for rule in pages]
        single = not every and len(rules) == len(values) == 1
        echo_json(values[0] if single else values)
        return
    page = rule_page.as_text if form == "text" else rule_page.as_markdown
    click.echo("\n".join(page(rule) for rule in pages), nl=False)
