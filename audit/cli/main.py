"""The command `mtaudit`: its sub-commands, loaded when they are called, and its exit codes."""

import gc
import os
import sys
from collections.abc import Mapping
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path

import click

from audit import __version__
from audit.cli.exit_code import ExitCode
from audit.errors import AuditError
from audit.report.escape import printable
from audit.report.pipe import silence_stdout

DEBUG = "MTAUDIT_DEBUG"
"""Environment variable that brings the traceback of an internal error to light."""

_COMMANDS: Mapping[str, str] = {
    "check": "Audit texts and report what was found.",
    "baseline": "Keep the findings that are known, so that only new ones count.",
    "fix": "Put right what is sure, or show how.",
    "apply": "Carry out decisions that were made in a report.",
    "watch": "Audit what is new in feeds, against all that was seen before.",
    "trend": "Show how a watched feed does over all its audits.",
    "serve": "Show a report on this machine and carry out decisions at once.",
    "lsp": "Serve an editor over the Language Server Protocol.",
    "explain": "Explain a rule, with examples.",
    "rules": "List all rules.",
    "names": "Show what is known of a name.",
    "glossary": "Show, import and export terms and names.",
    "models": "Show which neural models there are and what each adds.",
    "score": "Measure translations against references.",
    "calibrate": "Measure which scores of your models are rare on sound texts.",
    "init": "Write a configuration and a names file.",
    "schema": "Print a JSON Schema.",
    "completion": "Print the completion script of a shell.",
}
"""Sub-command to its line in the help, in the order of the help.

The module `audit.cli.NAME` has it as `command`; the lines stand here so that the help need not
import them all.
"""


class Commands(click.Group):
    """The sub-commands, imported on use, and one way for every command to end."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """All names, in the order of the help."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import and return one sub-command."""
        if cmd_name not in _COMMANDS:
            return None
        command = import_module(f"audit.cli.{cmd_name}").command
        return command if isinstance(command, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the list of sub-commands into the help."""
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the sub-command, or say which one was probably meant."""
        if args and args[0] not in _COMMANDS and not args[0].startswith("-"):
            from audit.config.nearest import hint  # noqa: PLC0415 - needed only here

            ctx.fail(f"unknown command “{args[0]}”{hint(args[0], _COMMANDS)}")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Run a sub-command; every fault becomes one message and one exit code."""
        _ready_streams()
        try:
            result: object = super().invoke(ctx)
            sys.stdout.flush()
        except (click.exceptions.Exit, click.ClickException):
            raise
        except (KeyboardInterrupt, click.Abort):
            _say("Interrupted.")
            ctx.exit(ExitCode.INTERRUPTED)
        except BrokenPipeError:
            silence_stdout()
            ctx.exit(ExitCode.CLEAN)
        except AuditError as fault:
            _say(f"Error: {fault}")
            ctx.exit(ExitCode.UNUSABLE)
        except Exception as fault:  # noqa: BLE001 - no user is to meet a traceback
            if os.environ.get(DEBUG):
                sys.excepthook(*sys.exc_info())
            _say(
                f"Internal error: {type(fault).__name__}: {fault}. This is a fault of mtaudit; "
                f"set {DEBUG}=1 to see where it happened."
            )
            ctx.exit(ExitCode.FAILED)
        return result


def _ready_streams() -> None:
    """Make both output streams fit to write to, whatever the shell made of them.

    Characters that a narrow terminal encoding lacks are written as escapes. A stream that the
    caller has closed (`>&-`), which Python gives as None, leads nowhere.
    """
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115
        elif isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _say(message: str) -> None:
    """Tell the user on standard error; a message may quote hostile input."""
    for line in message.splitlines():
        click.echo(printable(line), err=True)


_HELP = """Audit machine-translated news.

Finds names spelled several ways and other traces of the machine, proposes
canonical forms, and reports to editors and to CI. Needs no source text; needs
the network only to fetch addresses that you give.

\b
Begin with:
  mtaudit check articles/ --report html:report.html

\b
Exit codes:
  0  nothing found at or above --fail-on
  1  findings at or above --fail-on
     (or a score or gate as --fail-under and --fail-on-gate ask)
  2  usage or configuration error, or input that was not read
  3  mtaudit itself failed
"""
"""The help of the whole command; `\\b` keeps the lines of a paragraph as they are."""


@click.group(cls=Commands, help=_HELP, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", message="mtaudit %(version)s")
def cli() -> None:
    """Hold the sub-commands together."""


def main() -> None:
    """Run the command line of this process.

    A run makes millions of small values that live to its end, with hardly a cycle among them;
    looking for cycles as often as Python does by default takes a tenth of the time.
    """
    gc.set_threshold(100_000, 50, 100)
    cli.main(prog_name="mtaudit")
