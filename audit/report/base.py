"""What a reporter is, which there are, and the one place that opens report files."""

import io
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import entry_points
from pathlib import Path
from typing import BinaryIO, Protocol, TextIO, cast, runtime_checkable

from audit.errors import ConfigError, PluginError
from audit.files import replace_file, replaced
from audit.model.report import Report
from audit.report.pipe import silence_stdout

ENTRY_POINTS = "audit.reporters"
"""The entry point group under which other distributions offer reporters."""

_BUILT_IN: Mapping[str, str] = {
    "checkstyle": "audit.report.ci.checkstyle:CheckstyleReporter",
    "console": "audit.report.console:ConsoleReporter",
    "csv": "audit.report.ci.csv:CsvReporter",
    "github": "audit.report.ci.github:GithubReporter",
    "gitlab": "audit.report.ci.gitlab:GitlabReporter",
    "html": "audit.report.html:HtmlReporter",
    "html-dir": "audit.report.html:HtmlFolderReporter",
    "json": "audit.report.json:JsonReporter",
    "junit": "audit.report.ci.junit:JunitReporter",
    "markdown": "audit.report.ci.markdown:MarkdownReporter",
    "parquet": "audit.report.parquet:ParquetReporter",
    "rdjsonl": "audit.report.ci.rdjsonl:RdjsonlReporter",
    "sarif": "audit.report.ci.sarif:SarifReporter",
}
"""Format name to `module:attribute`, imported on use."""


class Reporter(Protocol):
    """Writes one report in one format; made without arguments, holds no state between reports."""

    @property
    def suffix(self) -> str:
        """The usual ending of a file in this format, without a dot."""
        ...

    def write(self, report: Report, out: TextIO) -> None:
        """Write `report` to `out`: same report, same text."""


@runtime_checkable
class FolderReporter(Protocol):
    """Writes one report as a folder of files; made and kept like a `Reporter`."""

    def files(self, report: Report) -> Mapping[str, str]:
        """The text of each file by its name: same report, same texts."""


@runtime_checkable
class FilesReporter(Protocol):
    """Writes one report as a folder of files that are no text, or too large to be made first."""

    def fill(
        self, report: Report, create: Callable[[str], AbstractContextManager[BinaryIO]]
    ) -> None:
        """Write each file to what `create` opens under its name: same report, same bytes."""


AnyReporter = Reporter | FolderReporter | FilesReporter
"""Whatever writes reports."""


@runtime_checkable
class Tunable(Protocol):
    """A reporter that the user can set: the language it speaks, the findings it may hold."""

    def tuned(self, lang: str, most_findings: int | None) -> AnyReporter:
        """The same reporter with these settings; `ConfigError` for a language it does not speak."""


@dataclass(frozen=True, slots=True)
class Target:
    """A reporter and where it writes: a path, or None for standard output.

    Raises `ConfigError` where a folder is to go to standard output.
    """

    reporter: AnyReporter
    path: str | None = None

    def __post_init__(self) -> None:
        if self.path is None and isinstance(self.reporter, FolderReporter | FilesReporter):
            raise ConfigError(
                "a report of several files needs a folder: html-dir:FOLDER, parquet:FOLDER"
            )


def formats() -> tuple[str, ...]:
    """The names of all report formats, in order of name."""
    offered = {point.name for point in entry_points(group=ENTRY_POINTS)}
    return tuple(sorted(offered | _BUILT_IN.keys()))


def reporter(name: str) -> AnyReporter:
    """The reporter of the format `name`; a built-in one wins over a foreign one of the same name.

    Raises `ConfigError` for a name that is not known, `MissingExtraError` where its packages are
    not installed, `PluginError` for a foreign reporter that cannot be made.
    """
    if name in _BUILT_IN:
        module, _, attribute = _BUILT_IN[name].partition(":")
        return cast("AnyReporter", getattr(import_module(module), attribute)())
    for point in entry_points(group=ENTRY_POINTS, name=name):
        try:
            return cast("AnyReporter", point.load()())
        except Exception as fault:  # a foreign module may raise anything
            origin = f"the entry point {point.name} = {point.value} ({ENTRY_POINTS})"
            reason = f"{type(fault).__name__}: {fault}"
            raise PluginError(f"{origin} gives no reporter: {reason}") from fault
    raise ConfigError(f"unknown report format “{name}”; known are {', '.join(formats())}")


def emit(report: Report, targets: Sequence[Target]) -> None:
    """Write `report` to all `targets`.

    Files are UTF-8 with LF line ends, appear whole or not at all, and their folders are made.
    Raises `ConfigError` naming the path where a file cannot be written; a reader of standard
    output that goes away is no error.
    """
    for target in targets:
        try:
            if isinstance(target.reporter, FolderReporter):
                _to_folder(report, target.reporter, Path(target.path or ""))
            elif isinstance(target.reporter, FilesReporter):
                target.reporter.fill(report, _creating(Path(target.path or "")))
            elif target.path is None:
                _to_stdout(report, target.reporter)
            else:
                with replaced(Path(target.path)) as out, _as_text(out) as text:
                    target.reporter.write(report, text)
        except OSError as fault:
            reason = fault.strerror or str(fault)
            raise ConfigError(f"cannot write the report {target.path}: {reason}") from fault


def _to_folder(report: Report, reporter: FolderReporter, folder: Path) -> None:
    """Write the files of a report into `folder`; what else lies there stays."""
    for name, text in reporter.files(report).items():
        replace_file(folder / name, text.encode("utf-8", "backslashreplace"))


def _creating(folder: Path) -> Callable[[str], AbstractContextManager[BinaryIO]]:
    """What opens files of a report in `folder`."""
    return lambda name: replaced(folder / name)


def _to_stdout(report: Report, reporter: Reporter) -> None:
    """Write to a terminal in its own encoding, to a pipe or file in UTF-8."""
    try:
        if sys.stdout.isatty():
            reporter.write(report, sys.stdout)
        else:
            _to_pipe(report, reporter)
        sys.stdout.flush()
    except BrokenPipeError:
        silence_stdout()
    except OSError as fault:
        reason = fault.strerror or str(fault)
        raise ConfigError(f"cannot write to standard output: {reason}") from fault


def _to_pipe(report: Report, reporter: Reporter) -> None:
    sys.stdout.flush()
    out = io.TextIOWrapper(
        sys.stdout.buffer, encoding="utf-8", errors="backslashreplace", newline="\n"
    )
    try:
        reporter.write(report, out)
        out.flush()
    finally:
        with suppress(BrokenPipeError):
            out.detach()


@contextmanager
def _as_text(out: BinaryIO) -> Iterator[TextIO]:
    """`out` as a file of text; a lone surrogate, which UTF-8 cannot hold, becomes an escape."""
    text = io.TextIOWrapper(out, encoding="utf-8", errors="backslashreplace", newline="\n")
    try:
        yield text
        text.flush()
    finally:
        with suppress(OSError):
            text.detach()
