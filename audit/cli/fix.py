"""`mtaudit fix`: show what could be put right as a diff, or put it right in the files."""

import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

import click

from audit import run
from audit.cli.diff import unified
from audit.cli.exit_code import ExitCode
from audit.cli.progress import progress_bar
from audit.cli.settings import audit_options, load_config, settings_options, split_words
from audit.decide import read_decisions
from audit.decide.effects import corrections
from audit.errors import ConfigError
from audit.files import save
from audit.model.finding import FindingClass, State
from audit.model.report import NoteLevel, Report
from audit.report.escape import printable
from audit.report.note_words import note_line
from audit.text.decode import byte_order_mark

STDIN = "-"
_CLASSES = {FindingClass.ERROR: ("error", "errors"), FindingClass.QUERY: ("query", "queries")} | {
    FindingClass.CHROME: ("page residue", "page residues"),
    FindingClass.INFO: ("remark", "remarks"),
}


@click.command("fix")
@click.argument("inputs", nargs=-1, metavar="INPUT...")
@click.option("--write", is_flag=True, help="Change the files; without it, only show how.")
@click.option(
    "--unsafe",
    is_flag=True,
    help="Also make changes that are right in most cases, but that a person should look at.",
)
@click.option(
    "--decisions",
    type=click.File("rb"),
    metavar="FILE",
    help="Also make the changes that were decided for single findings in a report: its "
    "decisions.json.",
)
@click.option("--in-quotations", is_flag=True, help="Also change words that stand in quotations.")
@audit_options
@settings_options
@click.option("-q", "--quiet", is_flag=True, help="Print no summary.")
@click.pass_context
def command(
    ctx: click.Context,
    /,
    *,
    inputs: tuple[str, ...],
    write: bool,
    unsafe: bool,
    in_quotations: bool,
    decisions: BinaryIO | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    stdin_filename: str | None,
    quiet: bool,
    config_path: Path | None,
    isolated: bool,
    **settings: object,
) -> None:
    """Put right what is sure, or show how.

    Makes the safe fixes of errors and page residue, and writes names as your
    own names files and style profile decide. Shows a unified diff and exits 1
    if there is one; --write changes the files instead, and nothing in them but
    those passages. With - the changed text goes to standard output.
    """
    if not inputs:
        raise click.UsageError("no INPUT; give files, folders or globs, or - for standard input")
    if stdin_filename and STDIN not in inputs:
        raise click.UsageError("--stdin-filename names what - reads; give - as INPUT")
    config = load_config(
        config_path=config_path,
        isolated=isolated,
        select=split_words(select),
        ignore=split_words(ignore),
        **settings,
    )
    if not run.rules_in_force(config):
        raise ConfigError("select and ignore together leave no rule to run")
    data = sys.stdin.buffer.read() if STDIN in inputs else None
    with progress_bar(not quiet) as tell:
        fixed = run.fix(
            inputs,
            config,
            run.Willingness(unsafe, in_quotations, _corrections(decisions)),
            stdin=BytesIO(data) if data is not None else None,
            stdin_filename=stdin_filename,
            progress=tell,
        )
    failed = _write(fixed.files, data) if write else _show(fixed.files)
    for line in _told(fixed, quiet=quiet):
        click.echo(line, err=True)
    if not quiet:
        _summarise(fixed, write=write)
    ctx.exit(_exit_code(fixed, write=write, failed=failed))


def _corrections(file: BinaryIO | None) -> Mapping[str, str | None]:
    """What was decided for single findings, by fingerprint."""
    if file is None:
        return {}
    return corrections(read_decisions(file.read(), file.name).decisions)


def _show(files: Sequence[run.FixedFile]) -> bool:
    """Print what would change; nothing can fail."""
    for file in files:
        before, after = (_text(data, file.encoding) for data in (file.before, file.after))
        for line in unified(before, after, printable(file.source.name)):
            click.echo(line[:1] + printable(line[1:]))
    return False


def _text(data: bytes, encoding: str) -> str:
    mark = byte_order_mark(data)
    return data[len(mark[0]) if mark else 0 :].decode(encoding, "replace")


def _write(files: Sequence[run.FixedFile], data: bytes | None) -> bool:
    """Write the files that change; standard input goes to standard output, changed or not.

    Says whether any could not be written; each of them is told.
    """
    failed = False
    for file in files:
        if file.source.path is None:
            data = file.after
            continue
        try:
            save(file.source.path, file.before, file.after)
        except OSError as fault:
            failed = True
            reason = fault.strerror or str(fault)
            click.echo(f"error: {printable(file.source.name)}: not written: {reason}", err=True)
    if data is not None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    return failed


def _told(fixed: run.Fixed, *, quiet: bool) -> Iterator[str]:
    """What was not read, and what could not be changed, a line each."""
    levels = {NoteLevel.ERROR} if quiet else {NoteLevel.ERROR, NoteLevel.WARNING}
    yield from (note_line(note) for note in fixed.remaining.notes if note.level in levels)
    documents = {document.id: document for document in fixed.remaining.documents}
    for name, refusal in () if quiet else fixed.refused:
        document = documents[refusal.edit.document]
        place = document.place(refusal.edit.span)
        found = printable(document.cut(refusal.edit.span))
        where = f"{printable(name)}:{place.line}:{place.column}"
        yield f"left alone: {where}: “{found}”: {printable(refusal.because)}"


def _summarise(fixed: run.Fixed, *, write: bool) -> None:
    """Say on standard error what was done, and what remains."""
    count = sum(file.changes for file in fixed.files)
    done = "made" if write else f"to make; --write makes {'it' if count == 1 else 'them'}"
    changes = "1 change" if count == 1 else f"{count:,} changes"
    files = "1 file" if len(fixed.files) == 1 else f"{len(fixed.files):,} files"
    lines = [f"{changes} in {files} {done}." if count else "Nothing to change."]
    if fixed.quoted:
        lines.append(f"In quotations, left alone: {fixed.quoted:,} (--in-quotations).")
    lines.append(f"{'Remaining' if write else 'Then remaining'}: {_remaining(fixed.remaining)}.")
    click.echo("\n".join(lines), err=True)


def _remaining(report: Report) -> str:
    """The findings of a report that count, by class."""
    counts = Counter(one.finding_class for one in report.findings if one.state is State.NEW)
    parts = [
        f"{counts[kind]:,} {words[counts[kind] != 1]}"
        for kind, words in _CLASSES.items()
        if counts[kind]
    ]
    return ", ".join(parts) or "no findings"


def _exit_code(fixed: run.Fixed, *, write: bool, failed: bool) -> ExitCode:
    if failed or any(note.level is NoteLevel.ERROR for note in fixed.remaining.notes):
        return ExitCode.UNUSABLE
    return ExitCode.FINDINGS if fixed.files and not write else ExitCode.CLEAN
