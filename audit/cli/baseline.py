"""`mtaudit baseline`: draw a line under the findings of today, so that only new ones count."""

import sys
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

import click

from audit import run
from audit.cli.exit_code import ExitCode
from audit.cli.progress import progress_bar
from audit.cli.settings import audit_options, load_config, settings_options, split_words
from audit.config.baseline import FILE_NAME, load, text_of
from audit.config.schema import Config
from audit.errors import ConfigError
from audit.files import write_all
from audit.model.baseline import KnownFinding
from audit.model.finding import State
from audit.model.report import NoteLevel, Report
from audit.normalize.baseline import stale
from audit.report.class_words import counted
from audit.report.escape import printable
from audit.report.note_words import note_line

F = TypeVar("F", bound=Callable[..., Any])


@click.group("baseline")
def command() -> None:
    """Keep the findings that are known, so that only new ones count.

    The baseline is a file of fingerprints, one a line. A fingerprint stays the
    same when other parts of a text change. `mtaudit check` reads the baseline
    that lies beside the configuration, or the one named by --baseline.
    """


def _inputs_and_file(function: F) -> F:
    """Add what the subcommands that audit have in common."""
    for decorate in reversed(
        (
            click.argument("inputs", nargs=-1, required=True, metavar="INPUT..."),
            click.option("--baseline", metavar="FILE", help=f"The file; otherwise {FILE_NAME}."),
            audit_options,
            settings_options,
        )
    ):
        function = decorate(function)
    return function


@dataclass(frozen=True, slots=True)
class _Task:
    """What a subcommand is to do: audit `inputs` and write, or read, the baseline at `path`."""

    path: Path
    config: Config
    inputs: tuple[str, ...]
    stdin_filename: str | None

    @staticmethod
    def of(
        *,
        baseline: str | None,
        inputs: tuple[str, ...] = (),
        stdin_filename: str | None = None,
        select: tuple[str, ...] = (),
        ignore: tuple[str, ...] = (),
        **settings: Any,
    ) -> "_Task":
        """The task that the options set; the baseline itself is not in force while it is made."""
        config = load_config(select=split_words(select), ignore=split_words(ignore), **settings)
        path = Path(baseline or config.baseline or FILE_NAME)
        return _Task(path, replace(config, baseline=None), inputs, stdin_filename)

    def audited(self) -> Report:
        """Audit the inputs; one that cannot be read ends the command before a file is touched."""
        with progress_bar(True) as tell:
            report = run.audit(
                self.inputs,
                self.config,
                stdin=sys.stdin.buffer if "-" in self.inputs else None,
                stdin_filename=self.stdin_filename,
                progress=tell,
            )
        errors = [note for note in report.notes if note.level is NoteLevel.ERROR]
        for note in errors:
            click.echo(note_line(note), err=True)
        if errors:
            click.echo("The baseline is as it was: not everything could be audited.", err=True)
            raise click.exceptions.Exit(ExitCode.UNUSABLE)
        return report


@command.command("create")
@_inputs_and_file
def create(**given: Any) -> None:
    """Write a new baseline of all that is found today."""
    task = _Task.of(**given)
    if task.path.exists():
        raise ConfigError(f"{task.path} is there already; `mtaudit baseline update` renews it")
    _write(task.path, None, _found(task.audited()), ())


@command.command("update")
@_inputs_and_file
def update(**given: Any) -> None:
    """Take in what is found today, take out what is gone.

    Entries of documents that are not among INPUT stay.
    """
    task = _Task.of(**given)
    before = task.path.read_bytes() if task.path.exists() else None
    known = load(task.path) if before is not None else ()
    report = task.audited()
    _write(task.path, before, {*_found(report), *known}.difference(_gone(report, known)), known)


@command.command("prune")
@_inputs_and_file
def prune(**given: Any) -> None:
    """Take out what is gone, take in nothing: the baseline can only shrink."""
    task = _Task.of(**given)
    known, before = load(task.path), task.path.read_bytes()
    _write(task.path, before, set(known).difference(_gone(task.audited(), known)), known)


@command.command("show")
@click.option("--baseline", metavar="FILE", help=f"The file; otherwise {FILE_NAME}.")
@settings_options
def show(**given: Any) -> None:
    """Say how many findings of which rules are known."""
    path = _Task.of(**given).path
    known = load(path)
    documents = counted(len({one.document for one in known}), "document", "documents")
    findings = counted(len(known), "known finding", "known findings")
    click.echo(f"{printable(str(path))}: {findings} in {documents}")
    for rule, count in sorted(Counter(one.rule for one in known).items()):
        click.echo(f"  {rule}  {count:,}")


def _gone(report: Report, known: Iterable[KnownFinding]) -> list[KnownFinding]:
    return stale(report.findings, tuple(known), [one.id for one in report.documents])


def _found(report: Report) -> set[KnownFinding]:
    """What a baseline takes in: everything that is not suppressed."""
    return {
        KnownFinding(one.fingerprint, one.rule, " ".join(one.document.split()))
        for one in report.findings
        if one.state is not State.SUPPRESSED
    }


def _write(
    path: Path, before: bytes | None, known: Iterable[KnownFinding], old: Iterable[KnownFinding]
) -> None:
    """Write the file and say what changed."""
    now, then = set(known), set(old)
    write_all([(path, before, text_of(now).encode())])
    findings = counted(len(now), "known finding", "known findings")
    click.echo(
        f"{printable(str(path))}: {findings}; {len(now - then):,} came in, "
        f"{len(then - now):,} went out"
    )
