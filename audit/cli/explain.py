"""`mtaudit explain`: what a rule looks for, why, and how to set it."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from audit import detect
from audit.cli.exit_code import ExitCode
from audit.cli.output import echo_json
from audit.cli.rule_pages import pages
from audit.config.rules import family, resolve
from audit.errors import ConfigError
from audit.model.rule import Rule
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
@click.option(
    "--folder",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="With --all: write Markdown pages into DIR, one a family, and an index.",
)
@click.option(
    "--check", is_flag=True, help="Run the examples instead; exit code 1 where one does not hold."
)
@click.pass_context
def command(
    ctx: click.Context,
    /,
    *,
    rules: tuple[str, ...],
    form: str,
    every: bool,
    folder: Path | None,
    check: bool,
) -> None:
    """Explain a rule, with examples.

    RULE is an id (NAM001), a name or a family (NAM), in any letter case. In
    the examples, the passage that is reported stands between ⟦ and ⟧.
    """
    if every == bool(rules):
        raise click.UsageError("give a RULE or --all; `mtaudit rules` lists the rules")
    if folder and not every:
        raise click.UsageError("--folder takes the pages of all rules; give --all")
    known = detect.load()
    if folder:
        _write(folder, pages(known.values()))
        return
    wanted = {resolve(word, known) for word in rules}
    chosen = [rule for id_, rule in known.items() if every or wanted & {id_, family(id_)}]
    if check:
        ctx.exit(_run_examples(chosen))
    if form == "json":
        values = [rule_page.as_values(rule) for rule in chosen]
        single = not every and len(rules) == len(values) == 1
        echo_json(values[0] if single else values)
        return
    page = rule_page.as_text if form == "text" else rule_page.as_markdown
    click.echo("\n".join(page(rule) for rule in chosen), nl=False)


def _run_examples(rules: Sequence[Rule]) -> ExitCode:
    """Say of each rule whether it does what its examples say."""
    from audit.run.examples import failures  # noqa: PLC0415 - loads all stages

    code = ExitCode.CLEAN
    for rule in rules:
        faults = list(failures(rule))
        for fault in faults:
            click.echo(fault)
            code = ExitCode.FINDINGS
        if not faults:
            click.echo(f"{rule.id}: {len(rule.examples)} examples hold")
    return code


def _write(folder: Path, texts: Mapping[str, str]) -> None:
    """Write the pages; a page of a family that is gone is left to whoever keeps the folder."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in texts.items():
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
    except OSError as fault:
        raise ConfigError(f"cannot write into {folder}: {fault.strerror or fault}") from fault
    click.echo(f"Wrote {len(texts)} pages into {folder}")
