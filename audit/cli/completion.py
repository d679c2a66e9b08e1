"""`mtaudit completion`: the script by which a shell completes commands and options."""

import click
from click.shell_completion import get_completion_class

VARIABLE = "_MTAUDIT_COMPLETE"
"""The environment variable by which the script asks the program (click's naming)."""


@click.command("completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print the completion script of a shell.

    For bash, in ~/.bashrc: eval "$(mtaudit completion bash)". For zsh the same
    with zsh; for fish: mtaudit completion fish | source.
    """
    made = get_completion_class(shell)
    if made is None:  # click knows all three
        raise click.UsageError(f"no completion for {shell}")
    click.echo(made(ctx.find_root().command, {}, "mtaudit", VARIABLE).source())
